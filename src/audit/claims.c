/*
 * What prose says about the order of the indicators: "… the highest score is in indicator 3". The
 * indicator named after the word must be the highest (or lowest) of its instrument, or of one part of
 * it. Only typed numbers are looked at; a placeholder follows the data by itself.
 */
#include <string.h>

#include "audit/rule.h"

enum { CLAIM_REACH = 40 }; /* letters between the word and the indicator */

struct extreme {
    enum audit_class words;
    int sign; /* 1: the highest, -1: the lowest */
    enum diag_code code;
};

/* The extreme of the indicator's instrument, overall or in one part: itself, when it is that. */
static const struct figures_indicator *
find_beyond(const struct audit *audit, const struct figures_indicator *of, size_t part, int sign)
{
    const struct figures_indicator *best = of;
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *other = &audit->figures->indicator[i];
        if (other->indicator->instrument != of->indicator->instrument)
            continue;
        int64_t here =
            ratio_round(part != SCHEME_ALL_SLOTS ? best->part[part].printed : best->score.printed);
        int64_t there = ratio_round(part != SCHEME_ALL_SLOTS ? other->part[part].printed
                                                             : other->score.printed);
        if (sign * (there - here) > 0)
            best = other;
    }
    return best;
}

/* The indicator that is the extreme instead; NULL when the claim holds. */
static const struct figures_indicator *refute(const struct audit *audit,
                                              const struct figures_indicator *of, int sign)
{
    const struct figures_indicator *beyond = find_beyond(audit, of, SCHEME_ALL_SLOTS, sign);
    if (beyond == of)
        return NULL;
    for (size_t p = 0; p < of->indicator->instrument->parts; p++)
        if (find_beyond(audit, of, p, sign) == of)
            return NULL;
    return beyond;
}

/* The number typed after "indicator" among some letters, or NULL. */
static const struct scan_number *find_named(const struct audit *audit, const struct scan *scan,
                                            size_t from, size_t to)
{
    size_t at = audit_words_find(scan, from, to, &audit->words->of[AUDIT_INDICATOR]);
    if (at == to)
        return NULL;
    while (at < scan->count && scan->letter[at].class == SCAN_THAI)
        at++;
    while (scan->letter[at].class == SCAN_SPACE)
        at++;
    for (size_t n = 0; n < scan->numbers; n++)
        if (scan->number[n].from == at && scan->number[n].decimals == 0)
            return &scan->number[n];
    return NULL;
}

static void check_claim(struct audit *audit, const struct scan *scan, size_t at,
                        const struct extreme *extreme)
{
    size_t to = at;
    while (to < scan->count && to < at + CLAIM_REACH && scan->letter[to].class != SCAN_NEWLINE)
        to++;
    const struct scan_number *number = find_named(audit, scan, at, to);
    for (size_t i = 0; number != NULL && i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        if (100 * of->indicator->number.value != number->hundredths)
            continue;
        const struct figures_indicator *beyond = refute(audit, of, extreme->sign);
        if (beyond != NULL)
            audit_say(audit, extreme->code, scan_place(scan, number->from),
                      audit_whole(audit, of->indicator->number.value),
                      audit_score(audit, of->score.printed),
                      audit_whole(audit, beyond->indicator->number.value),
                      audit_score(audit, beyond->score.printed));
    }
}

static void check_words(struct audit *audit, const struct scan *scan, const struct extreme *extreme)
{
    const struct words *words = &audit->words->of[extreme->words];
    for (size_t w = 0; w < words->count; w++) {
        const char *word = words->entry[w].form[0];
        if (strstr(scan->text->bytes, word) == NULL)
            continue;
        for (size_t at = 0; (at = scan_find(scan, at, scan->count, word)) < scan->count; at++)
            check_claim(audit, scan, at, extreme);
    }
}

void rule_claimed_extreme(struct audit *audit)
{
    static const struct extreme extremes[] = {
        {AUDIT_HIGHEST, 1, MESSAGE_CLAIMED_HIGHEST},
        {AUDIT_LOWEST, -1, MESSAGE_CLAIMED_LOWEST},
    };
    for (size_t i = 0; i < audit->passages; i++)
        for (size_t e = 0; e < sizeof extremes / sizeof extremes[0]; e++)
            check_words(audit, &audit->passage[i].scan, &extremes[e]);
}
