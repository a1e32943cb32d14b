/*
 * level.c - the best outcome whose conditions hold, and what keeps the next better one away.
 *
 * Outcomes are compared by what they need (overall score first, then the score of each
 * instrument), not by their order in the file. The result has the strictest outcome that holds;
 * the reason is the first failing condition of the least strict one above it, tested in the order
 * overall, then instruments and parts as in the scheme.
 */
#include "derive/level.h"

/* The band a score falls into; NULL where the scheme has none for it. */
static const struct scheme_letter *letter_of(const struct scheme_levels *levels,
                                             struct ratio overall)
{
    int64_t score = ratio_round(overall);
    for (size_t i = 0; i < levels->letters; i++) {
        const struct scheme_letter *letter = &levels->letter[i];
        if (score >= letter->from.hundredths && score <= letter->to.hundredths)
            return letter;
    }
    return NULL;
}

/* True when the printed score reaches the limit; otherwise notes it as the reason. */
static bool reaches(const struct figure *figure, int64_t limit, struct figures_reason *reason)
{
    if (ratio_round(figure->printed) >= limit)
        return true;
    reason->needed = ratio_hundredths(limit);
    reason->reached = figure->printed;
    return false;
}

static bool instrument_reaches(const struct figures *figures,
                               const struct figures_instrument *instrument, int64_t limit,
                               struct figures_reason *reason)
{
    bool apart = figures->edition->scheme->levels.parts_tested_apart;
    size_t parts = apart ? instrument->instrument->parts : 0;
    if (parts == 0 && !reaches(&instrument->score, limit, reason)) {
        reason->instrument = instrument->instrument;
        return false;
    }
    for (size_t p = 0; p < parts; p++) {
        const struct scheme_part *part = &instrument->instrument->part[p];
        if (reaches(&figures->part[part->index].score, limit, reason))
            continue;
        reason->instrument = instrument->instrument;
        reason->part = part;
        return false;
    }
    return true;
}

/* Whether all conditions of an outcome hold; otherwise the first that does not, in *reason. */
static bool outcome_holds(const struct figures *figures, const struct scheme_outcome *outcome,
                          struct figures_reason *reason)
{
    *reason = (struct figures_reason){.better = outcome};
    if (!reaches(&figures->overall, outcome->overall_from.hundredths, reason))
        return false;
    if (!outcome->each_from.present)
        return true;
    for (size_t i = 0; i < figures->edition->scheme->instruments; i++)
        if (!instrument_reaches(figures, &figures->instrument[i], outcome->each_from.hundredths,
                                reason))
            return false;
    return true;
}

/* Whether a needs more than b. */
static bool stricter(const struct scheme_outcome *a, const struct scheme_outcome *b)
{
    if (a->overall_from.hundredths != b->overall_from.hundredths)
        return a->overall_from.hundredths > b->overall_from.hundredths;
    if (a->each_from.present != b->each_from.present)
        return a->each_from.present;
    return a->each_from.hundredths > b->each_from.hundredths;
}

static const struct scheme_outcome *best_outcome(const struct figures *figures)
{
    const struct scheme_levels *levels = &figures->edition->scheme->levels;
    const struct scheme_outcome *best = NULL;
    struct figures_reason unused;
    for (size_t i = 0; i < levels->outcomes; i++) {
        const struct scheme_outcome *outcome = &levels->outcome[i];
        if (outcome_holds(figures, outcome, &unused) && (!best || stricter(outcome, best)))
            best = outcome;
    }
    return best;
}

/* The least strict outcome above this one (above none: the least strict of all), or NULL. */
static const struct scheme_outcome *next_better(const struct scheme_levels *levels,
                                                const struct scheme_outcome *than)
{
    const struct scheme_outcome *next = NULL;
    for (size_t i = 0; i < levels->outcomes; i++) {
        const struct scheme_outcome *outcome = &levels->outcome[i];
        if ((!than || stricter(outcome, than)) && (!next || stricter(next, outcome)))
            next = outcome;
    }
    return next;
}

/* Whether every figure that may decide on the level is known. */
static bool is_known(const struct figures *figures)
{
    bool misses = figures->overall.misses;
    for (size_t i = 0; i < figures->edition->scheme->instruments; i++)
        misses |= figures->instrument[i].score.misses;
    for (size_t i = 0; i < figures->edition->scheme->parts; i++)
        misses |= figures->part[i].score.misses;
    return !misses;
}

void level_derive(struct figures *figures)
{
    const struct scheme_levels levels = edition_levels(figures->edition);
    figures->outcome_misses = !is_known(figures);
    figures->reason = (struct figures_reason){0};
    if (!figures->overall.misses)
        figures->letter = letter_of(&levels, figures->overall.printed);
    if (figures->outcome_misses)
        return;
    figures->outcome = best_outcome(figures);
    const struct scheme_outcome *better = next_better(&levels, figures->outcome);
    if (better)
        outcome_holds(figures, better, &figures->reason);
}
