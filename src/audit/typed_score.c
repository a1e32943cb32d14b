/*
 * Scores typed by hand that are no figure of what the text is about. A number is a score when a word
 * for points follows it, or when it has two decimals and no other unit follows.
 */
#include "audit/rule.h"

static bool is_figure(const struct figure *figure, int64_t value)
{
    return ratio_round(figure->computed) == value || ratio_round(figure->printed) == value ||
           (figure->is_announced && ratio_round(figure->announced) == value);
}

static bool is_question_score(const struct edition_question *of, int64_t value)
{
    size_t slots = scheme_slots(of->question->indicator->instrument);
    for (size_t slot = 0; slot < slots; slot++)
        if (of->score[slot].hundredths == value)
            return true;
    return false;
}

/* Whether a value is a figure of an indicator: its score, its parts, its questions. */
static bool is_of_indicator(const struct audit *audit, const struct figures_indicator *of,
                            int64_t value)
{
    const struct scheme_indicator *indicator = of->indicator;
    if (is_figure(&of->score, value))
        return true;
    for (size_t p = 0; p < indicator->instrument->parts; p++)
        if (is_figure(&of->part[p], value))
            return true;
    for (size_t s = 0; s < indicator->subindicators; s++)
        if (is_figure(&audit->figures->subindicator[indicator->subindicator[s].index].score, value))
            return true;
    for (size_t q = 0; q < audit->edition->scheme->questions; q++)
        if (audit->edition->scheme->question[q].indicator == indicator &&
            (is_question_score(&audit->edition->question[q], value) ||
             ratio_round(audit->figures->question[q].mean) == value))
            return true;
    return false;
}

/* Whether a value is a figure of the whole: overall, instruments, target, thresholds. */
static bool is_of_whole(const struct audit *audit, int64_t value)
{
    const struct scheme *scheme = audit->edition->scheme;
    if (is_figure(&audit->figures->overall, value) || value == scheme->full_score.hundredths ||
        (scheme->target.present && value == scheme->target.hundredths))
        return true;
    for (size_t i = 0; i < scheme->instruments; i++)
        if (is_figure(&audit->figures->instrument[i].score, value))
            return true;
    for (size_t i = 0; i < scheme->parts; i++)
        if (is_figure(&audit->figures->part[i].score, value))
            return true;
    for (size_t i = 0; i < scheme->levels.letters; i++)
        if (scheme->levels.letter[i].from.hundredths == value)
            return true;
    for (size_t i = 0; i < scheme->levels.outcomes; i++)
        if (scheme->levels.outcome[i].overall_from.hundredths == value)
            return true;
    return false;
}

static bool belongs_to_subject(const struct audit *audit, const struct passage *passage,
                               int64_t value)
{
    if (is_of_whole(audit, value))
        return true;
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        if ((passage->indicator == NULL || passage->indicator == of->indicator) &&
            is_of_indicator(audit, of, value))
            return true;
    }
    return false;
}

static bool is_followed_by(const struct scan *scan, size_t at, const struct words *words)
{
    while (scan->letter[at].class == SCAN_SPACE)
        at++;
    return audit_words_begin(scan, at, words);
}

/* Two decimals and no money, no time of day; or any number of points. */
static bool looks_like_score(const struct audit *audit, const struct scan *scan,
                             const struct scan_number *number)
{
    if (number->in_latin || number->decimals < 0 ||
        number->hundredths > audit->edition->scheme->full_score.hundredths)
        return false;
    if (is_followed_by(scan, number->to, &audit->words->of[AUDIT_POINTS]))
        return true;
    return number->decimals == 2 &&
           !is_followed_by(scan, number->to, &audit->words->of[AUDIT_UNIT]);
}

/* The questions and indicators that do have this score: "i4, ตัวชี้วัดที่ 2". */
static void remark_owner(struct audit *audit, int64_t value)
{
    const char *list = "";
    for (size_t q = 0; q < audit->edition->scheme->questions; q++)
        if (is_question_score(&audit->edition->question[q], value))
            list = audit_join(audit, list, audit->edition->scheme->question[q].id.bytes);
    if (*list != '\0')
        audit_remark(audit, MESSAGE_REMARK_SCORE_OF, audit_hundredths(audit, value), list);
}

/* What may be typed in place of a number: `this` is known only in texts about one indicator. */
static const char *advised(const struct passage *passage)
{
    return passage->indicator != NULL ? "{{ this.score | score }}" : "{{ overall.score | score }}";
}

void rule_typed_score(struct audit *audit)
{
    for (size_t i = 0; i < audit->passages; i++) {
        const struct passage *passage = &audit->passage[i];
        const struct scan *scan = &passage->scan;
        for (size_t n = 0; n < scan->numbers; n++) {
            const struct scan_number *number = &scan->number[n];
            if (!looks_like_score(audit, scan, number) ||
                belongs_to_subject(audit, passage, number->hundredths))
                continue;
            audit_say(audit, MESSAGE_TYPED_SCORE, scan_place(scan, number->from),
                      scan_copy(audit->arena, scan, number->from, number->to), advised(passage));
            const struct diag_remedy remedy = {scan->letter[number->from].offset,
                                               scan->letter[number->to].offset, advised(passage),
                                               false};
            audit_mend(audit, &remedy);
            remark_owner(audit, number->hundredths);
        }
    }
}
