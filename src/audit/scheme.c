/*
 * Rules about the scheme of the year: weights, parts, counts, levels. A scheme is typed once a
 * year from an announcement, and every edition of the year rests on it.
 */
#include "audit/rule.h"

void rule_weights(struct audit *audit)
{
    const struct scheme *scheme = audit->edition->scheme;
    int64_t sum = 0;
    const char *list = "";
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        sum += instrument->weight.hundredths;
        list = audit_join(audit, list,
                          arena_printf(audit->arena, "%s %s", instrument->id.bytes,
                                       audit_hundredths(audit, instrument->weight.hundredths)));
    }
    if (sum != scheme->full_score.hundredths)
        audit_say(audit, MESSAGE_WEIGHTS, scheme->instrument[0].weight.place,
                  audit_hundredths(audit, sum),
                  audit_hundredths(audit, scheme->full_score.hundredths), list);
}

void rule_part_weights(struct audit *audit)
{
    const struct scheme *scheme = audit->edition->scheme;
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        int64_t sum = 0;
        const char *list = "";
        for (size_t p = 0; p < instrument->parts; p++) {
            const struct scheme_part *part = &instrument->part[p];
            sum += part->weight.hundredths;
            list = audit_join(audit, list,
                              arena_printf(audit->arena, "%s %s", scheme_part_name(part),
                                           audit_hundredths(audit, part->weight.hundredths)));
        }
        if (instrument->parts > 0 && sum != instrument->weight.hundredths)
            audit_say(audit, MESSAGE_PART_WEIGHTS, instrument->part[0].weight.place,
                      instrument->id.bytes, audit_hundredths(audit, sum),
                      audit_hundredths(audit, instrument->weight.hundredths), list);
    }
}

/* ---- counts ---- */

/* The questions of one instrument, indicator or sub-indicator; NULL where it does not count. */
struct count_of {
    const struct scheme_instrument *instrument;
    const struct scheme_indicator *indicator;
    const struct scheme_subindicator *subindicator;
};

static bool belongs(const struct scheme_question *question, const struct count_of *of)
{
    if (of->subindicator != NULL)
        return question->subindicator == of->subindicator;
    if (of->indicator != NULL)
        return question->indicator == of->indicator;
    return question->indicator->instrument == of->instrument;
}

static void check_count(struct audit *audit, const struct whole *stated, struct count_of of)
{
    const struct edition *edition = audit->edition;
    const char *first = "-", *last = "-";
    int64_t count = 0;
    for (size_t q = 0; q < edition->scheme->questions; q++) {
        if (!belongs(&edition->scheme->question[q], &of))
            continue;
        last = edition->scheme->question[q].id.bytes;
        first = count++ == 0 ? last : first;
    }
    if (stated->present && stated->value != count)
        audit_say(audit, MESSAGE_QUESTION_COUNT, stated->place, audit_whole(audit, stated->value),
                  audit_whole(audit, count),
                  count > 1 ? arena_printf(audit->arena, "%s … %s", first, last) : first);
}

void rule_question_count(struct audit *audit)
{
    const struct scheme *scheme = audit->edition->scheme;
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        check_count(audit, &instrument->stated_questions,
                    (struct count_of){.instrument = instrument});
    }
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct scheme_indicator *indicator = &audit->edition->scheme->indicator[i];
        check_count(audit, &indicator->stated_questions, (struct count_of){.indicator = indicator});
        for (size_t s = 0; s < indicator->subindicators; s++)
            check_count(audit, &indicator->subindicator[s].stated_questions,
                        (struct count_of){.subindicator = &indicator->subindicator[s]});
    }
}

/* ---- levels ---- */

/* Of bands that start at one score the one that is listed later comes after the other. */
static bool comes_after(const struct scheme_letter *letter, const struct scheme_letter *other)
{
    int64_t from = letter->from.hundredths, other_from = other->from.hundredths;
    return from > other_from || (from == other_from && letter > other);
}

/* The band that comes after another, the lowest after NULL; NULL when there is none. */
static const struct scheme_letter *next_letter(const struct scheme_levels *levels,
                                               const struct scheme_letter *before)
{
    const struct scheme_letter *next = NULL;
    for (size_t i = 0; i < levels->letters; i++) {
        const struct scheme_letter *letter = &levels->letter[i];
        if ((before == NULL || comes_after(letter, before)) &&
            (next == NULL || comes_after(next, letter)))
            next = letter;
    }
    return next;
}

/* Walks the bands upward: each must start one hundredth above the end of the one before. */
static void check_letters(struct audit *audit)
{
    const struct scheme_levels levels = edition_levels(audit->edition);
    int64_t full = audit->edition->scheme->full_score.hundredths;
    int64_t covered = -1;
    const struct scheme_letter *before = NULL;
    const struct scheme_letter *letter = next_letter(&levels, NULL);
    for (; letter != NULL; letter = next_letter(&levels, letter)) {
        int64_t from = letter->from.hundredths;
        if (from > covered + 1)
            audit_say(audit, MESSAGE_LEVEL_GAP, letter->from.place,
                      audit_hundredths(audit, covered + 1), audit_hundredths(audit, from - 1));
        if (before != NULL && from <= covered)
            audit_say(audit, MESSAGE_LEVEL_OVERLAP, letter->from.place, before->name.bytes,
                      letter->name.bytes, audit_hundredths(audit, from),
                      audit_hundredths(audit, covered < letter->to.hundredths
                                                  ? covered
                                                  : letter->to.hundredths));
        if (letter->to.hundredths > covered)
            covered = letter->to.hundredths;
        before = letter;
    }
    if (before != NULL && covered < full)
        audit_say(audit, MESSAGE_LEVEL_GAP, before->to.place, audit_hundredths(audit, covered + 1),
                  audit_hundredths(audit, full));
}

static int64_t condition(const struct decimal *from)
{
    return from->present ? from->hundredths : 0;
}

/* The level before this one that needs no more, or NULL. */
static const struct scheme_outcome *hidden_by(const struct scheme_levels *levels, size_t index)
{
    const struct scheme_outcome *outcome = &levels->outcome[index];
    for (size_t i = 0; i < index; i++) {
        const struct scheme_outcome *better = &levels->outcome[i];
        if (condition(&better->overall_from) <= condition(&outcome->overall_from) &&
            condition(&better->each_from) <= condition(&outcome->each_from))
            return better;
    }
    return NULL;
}

static void check_outcomes(struct audit *audit)
{
    const struct scheme_levels levels = edition_levels(audit->edition);
    int64_t floor = audit->edition->scheme->full_score.hundredths;
    for (size_t i = 0; i < levels.outcomes; i++) {
        const struct scheme_outcome *outcome = &levels.outcome[i];
        const struct scheme_outcome *better = hidden_by(&levels, i);
        if (better != NULL)
            audit_say(audit, MESSAGE_LEVEL_ORDER, outcome->place, outcome->name.bytes,
                      better->name.bytes);
        if (condition(&outcome->each_from) == 0 && condition(&outcome->overall_from) < floor)
            floor = condition(&outcome->overall_from);
    }
    if (levels.outcomes > 0 && floor > 0)
        audit_say(audit, MESSAGE_LEVEL_FLOOR, levels.outcome[levels.outcomes - 1].place,
                  audit_hundredths(audit, floor));
}

void rule_level_bands(struct audit *audit)
{
    check_letters(audit);
    check_outcomes(audit);
}
