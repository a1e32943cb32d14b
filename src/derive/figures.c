/*
 * figures.c - aggregates scores upward, three ways at once.
 *
 * question → (sub-indicator) → indicator and indicator-part → instrument and part → overall. At
 * every step three figures are made by the same mean: `computed` from the computed ones below,
 * `below` from what is printed below, and `settled` from what is settled below. They differ only
 * where something is announced: `close_figure` then finds the fraction that was rounded to the announced value.
 * An instrument's parts count by their weights (equal weights: the plain mean), in a question, an
 * indicator and the instrument alike, so that its score is the mean of its indicators and the
 * weighted mean of its parts at the same time.
 */
#include "derive/figures.h"

#include "derive/grids.h"
#include "derive/level.h"
#include "derive/ranking.h"

/* A weighted mean in the making; all three figures share the weights. */
struct blend {
    struct ratio computed;
    struct ratio below;
    struct ratio settled;
    int64_t weight;
    bool misses, computed_misses;
};

struct deriver {
    struct figures *figures;
    const struct edition *edition;
    const struct scheme *scheme;
    bool recovers; /* the recovered fractions fit into 64 bits */
};

static struct blend blend_new(void)
{
    struct ratio zero = {0, 1};
    return (struct blend){.computed = zero, .below = zero, .settled = zero};
}

static struct ratio weighed(struct ratio sum, struct ratio value, int64_t weight)
{
    return ratio_add(sum, ratio_multiply(value, ratio_of(weight, 1)));
}

static void blend_figure(struct blend *blend, const struct figure *figure, int64_t weight)
{
    blend->computed = weighed(blend->computed, figure->computed, weight);
    blend->below = weighed(blend->below, figure->exact, weight);
    blend->settled = weighed(blend->settled, figure->settled, weight);
    blend->weight += weight;
    blend->misses |= figure->misses;
    blend->computed_misses |= figure->computed_misses;
}

/* A question's score counts the same in all three. */
static void blend_score(struct blend *blend, struct ratio score, bool misses)
{
    struct figure figure = {.computed = score,
                            .exact = score,
                            .settled = score,
                            .misses = misses,
                            .computed_misses = misses};
    blend_figure(blend, &figure, 1);
}

static void blend_mean(const struct blend *blend, struct figure *figure)
{
    int64_t weight = blend->weight > 0 ? blend->weight : 1;
    figure->computed = ratio_divide(blend->computed, weight);
    figure->below = ratio_divide(blend->below, weight);
    figure->settled = ratio_divide(blend->settled, weight);
    figure->misses = blend->misses;
    figure->computed_misses = blend->computed_misses;
}

/*
 * Adds what was announced to a figure whose means are made. The exact value of an announced
 * score is the recovered fraction; failing that the figure from below, when it is printed alike;
 * failing that the announced score itself.
 */
static void close_figure(struct figure *figure, const struct decimal *announced,
                         struct recover_grid grid, struct place place)
{
    figure->is_announced = announced->present;
    figure->misses = figure->misses && !announced->present;
    figure->announced = ratio_hundredths(announced->present ? announced->hundredths : 0);
    figure->place = announced->present ? announced->place : place;
    figure->printed = announced->present ? figure->announced : figure->below;
    figure->exact = figure->printed;
    if (!announced->present || recover_fraction(grid, announced->hundredths, &figure->exact))
        return;
    if (ratio_round(figure->below) == announced->hundredths)
        figure->exact = figure->below;
}

/* ---- the grids of possible scores ---- */

static const struct recover_grid no_grid = {0, 0};

/* The possible means over so many questions in one slot of an instrument. */
static struct recover_grid grid_of(const struct deriver *deriver,
                                   const struct scheme_instrument *instrument, size_t slot,
                                   size_t questions)
{
    return deriver->recovers ? grids_of(deriver->edition, instrument, slot, questions) : no_grid;
}

static int64_t slot_weight(const struct scheme_instrument *instrument, size_t slot)
{
    return instrument->parts > 0 ? instrument->part[slot].weight.hundredths : 1;
}

/* ---- questions ---- */

static void derive_question(const struct deriver *deriver, size_t index)
{
    const struct edition_question *from = &deriver->edition->question[index];
    const struct scheme_instrument *instrument = from->question->indicator->instrument;
    struct figures_question *out = &deriver->figures->question[index];
    struct ratio sum = {0, 1};
    int64_t weight = 0;
    out->question = from->question;
    out->score = ARENA_NEW(deriver->figures->arena, struct ratio, scheme_slots(instrument));
    out->misses = ARENA_NEW(deriver->figures->arena, bool, scheme_slots(instrument));
    for (size_t slot = 0; slot < scheme_slots(instrument); slot++) {
        struct recover_grid grid = grid_of(deriver, instrument, slot, 1);
        out->score[slot] = recover_score(grid, from->score[slot].hundredths);
        out->misses[slot] = !from->score[slot].present;
        out->mean_misses |= out->misses[slot];
        sum = weighed(sum, out->score[slot], slot_weight(instrument, slot));
        weight += slot_weight(instrument, slot);
    }
    out->mean = ratio_divide(sum, weight);
}

/* ---- indicators ---- */

/* The mean of some questions, in one slot or over all. */
static void questions_mean(const struct deriver *deriver, const struct scheme_question *question,
                           size_t count, size_t slot, struct figure *out)
{
    struct blend blend = blend_new();
    for (size_t i = 0; i < count; i++) {
        const struct figures_question *figures = &deriver->figures->question[question[i].index];
        if (slot == SCHEME_ALL_SLOTS)
            blend_score(&blend, figures->mean, figures->mean_misses);
        else
            blend_score(&blend, figures->score[slot], figures->misses[slot]);
    }
    blend_mean(&blend, out);
}

static void derive_subindicator(const struct deriver *deriver, size_t index)
{
    const struct edition_subindicator *from = &deriver->edition->subindicator[index];
    const struct scheme_subindicator *subindicator = from->subindicator;
    const struct scheme_instrument *instrument = subindicator->indicator->instrument;
    struct figures_subindicator *out = &deriver->figures->subindicator[index];
    struct recover_grid grid =
        instrument->parts > 0 ? no_grid : grid_of(deriver, instrument, 0, subindicator->questions);
    out->subindicator = subindicator;
    questions_mean(deriver, subindicator->question, subindicator->questions, SCHEME_ALL_SLOTS,
                   &out->score);
    close_figure(&out->score, &from->published, grid, subindicator->place);
    out->score.settled = out->score.exact;
}

/* The mean of one part over an indicator's questions, through its sub-indicators if it has any. */
static void part_mean(const struct deriver *deriver, const struct scheme_indicator *indicator,
                      size_t part, struct figure *out)
{
    if (indicator->subindicators == 0) {
        questions_mean(deriver, indicator->question, indicator->questions, part, out);
        return;
    }
    struct blend blend = blend_new();
    for (size_t s = 0; s < indicator->subindicators; s++) {
        const struct scheme_subindicator *subindicator = &indicator->subindicator[s];
        struct figure mean = {0};
        questions_mean(deriver, subindicator->question, subindicator->questions, part, &mean);
        blend_score(&blend, mean.computed, mean.computed_misses);
    }
    blend_mean(&blend, out);
}

/* The grid of an indicator's own figure; a mean of means has none. */
static struct recover_grid indicator_grid(const struct deriver *deriver,
                                          const struct scheme_indicator *indicator, size_t part)
{
    if (indicator->subindicators > 0)
        return no_grid;
    return grid_of(deriver, indicator->instrument, part, indicator->questions);
}

static void derive_parted_indicator(const struct deriver *deriver,
                                    const struct edition_indicator *from,
                                    struct figures_indicator *out)
{
    const struct scheme_indicator *indicator = out->indicator;
    const struct scheme_instrument *instrument = indicator->instrument;
    struct blend blend = blend_new();
    for (size_t p = 0; p < instrument->parts; p++) {
        part_mean(deriver, indicator, p, &out->part[p]);
        close_figure(&out->part[p], &from->published_part[p], indicator_grid(deriver, indicator, p),
                     indicator->place);
        out->part[p].settled = out->part[p].exact;
        blend_figure(&blend, &out->part[p], slot_weight(instrument, p));
    }
    blend_mean(&blend, &out->score);
    close_figure(&out->score, &from->published, no_grid, indicator->place);
}

static void derive_plain_indicator(const struct deriver *deriver,
                                   const struct edition_indicator *from,
                                   struct figures_indicator *out)
{
    const struct scheme_indicator *indicator = out->indicator;
    const struct scheme_subindicator *subindicator = indicator->subindicator;
    struct blend blend = blend_new();
    for (size_t s = 0; s < indicator->subindicators; s++)
        blend_figure(&blend, &deriver->figures->subindicator[subindicator[s].index].score, 1);
    if (indicator->subindicators > 0)
        blend_mean(&blend, &out->score);
    else
        questions_mean(deriver, indicator->question, indicator->questions, 0, &out->score);
    close_figure(&out->score, &from->published, indicator_grid(deriver, indicator, 0),
                 indicator->place);
}

static void derive_indicator(const struct deriver *deriver, size_t index)
{
    const struct decimal *target = &deriver->scheme->target;
    const struct edition_indicator *from = &deriver->edition->indicator[index];
    struct figures_indicator *out = &deriver->figures->indicator[index];
    size_t parts = from->indicator->instrument->parts;
    out->indicator = from->indicator;
    out->part = ARENA_NEW(deriver->figures->arena, struct figure, parts);
    if (parts > 0)
        derive_parted_indicator(deriver, from, out);
    else
        derive_plain_indicator(deriver, from, out);
    out->score.settled = out->score.exact;
    out->below_target = target->present && !out->score.misses &&
                        ratio_round(out->score.printed) < target->hundredths;
}

/* ---- instruments ---- */

static void derive_part(const struct deriver *deriver, size_t index)
{
    const struct edition_part *from = &deriver->edition->part[index];
    const struct scheme_instrument *instrument = from->part->instrument;
    struct figures_part *out = &deriver->figures->part[index];
    size_t slot = scheme_slot(from->part);
    struct blend blend = blend_new();
    for (size_t i = 0; i < instrument->indicators; i++)
        blend_figure(&blend,
                     &deriver->figures->indicator[instrument->indicator[i].index].part[slot], 1);
    out->part = from->part;
    blend_mean(&blend, &out->score);
    close_figure(&out->score, &from->published, no_grid, from->part->place);
}

static void derive_instrument(const struct deriver *deriver, size_t index)
{
    const struct edition_instrument *from = &deriver->edition->instrument[index];
    const struct scheme_instrument *instrument = from->instrument;
    const struct figures *figures = deriver->figures;
    struct figures_instrument *out = &deriver->figures->instrument[index];
    struct blend by_indicator = blend_new();
    struct blend by_part = blend_new();
    bool parts_announced = false;
    out->instrument = instrument;
    for (size_t i = 0; i < instrument->indicators; i++)
        blend_figure(&by_indicator, &figures->indicator[instrument->indicator[i].index].score, 1);
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct figure *part = &figures->part[instrument->part[p].index].score;
        blend_figure(&by_part, part, slot_weight(instrument, p));
        parts_announced = parts_announced || part->is_announced;
    }
    blend_mean(&by_indicator, &out->score);
    /* Announced parts are printed right below the instrument, nearer than its indicators. */
    if (parts_announced) {
        out->score.below = ratio_divide(by_part.below, by_part.weight);
        out->score.misses = by_part.misses;
    }
    close_figure(&out->score, &from->published, no_grid, instrument->place);
}

/* ---- the whole ---- */

/* The weighted sum over the full score; weights that do not add up to it are the audit's matter. */
static void derive_overall(const struct deriver *deriver)
{
    const struct scheme *scheme = deriver->scheme;
    struct figure *overall = &deriver->figures->overall;
    struct blend blend = blend_new();
    for (size_t i = 0; i < scheme->instruments; i++)
        blend_figure(&blend, &deriver->figures->instrument[i].score,
                     scheme->instrument[i].weight.hundredths);
    blend.weight = scheme->full_score.hundredths;
    blend_mean(&blend, overall);
    close_figure(overall, &deriver->edition->published.overall, no_grid, scheme->full_score.place);
}

static struct figures *figures_new(const struct edition *edition)
{
    const struct scheme *scheme = edition->scheme;
    struct arena *arena = arena_new();
    struct figures *figures = ARENA_NEW(arena, struct figures, 1);
    figures->arena = arena;
    figures->edition = edition;
    figures->question = ARENA_NEW(arena, struct figures_question, scheme->questions);
    figures->subindicator = ARENA_NEW(arena, struct figures_subindicator, scheme->subindicators);
    figures->indicator = ARENA_NEW(arena, struct figures_indicator, scheme->indicators);
    figures->part = ARENA_NEW(arena, struct figures_part, scheme->parts);
    figures->instrument = ARENA_NEW(arena, struct figures_instrument, scheme->instruments);
    return figures;
}

struct figures *figures_derive(const struct edition *edition)
{
    const struct scheme *scheme = edition->scheme;
    struct figures *figures = figures_new(edition);
    struct deriver deriver = {figures, edition, scheme, grids_fit(edition, figures->arena)};
    for (size_t i = 0; i < scheme->questions; i++)
        derive_question(&deriver, i);
    for (size_t i = 0; i < scheme->subindicators; i++)
        derive_subindicator(&deriver, i);
    for (size_t i = 0; i < scheme->indicators; i++)
        derive_indicator(&deriver, i);
    for (size_t i = 0; i < scheme->parts; i++)
        derive_part(&deriver, i);
    for (size_t i = 0; i < scheme->instruments; i++)
        derive_instrument(&deriver, i);
    derive_overall(&deriver);
    ranking_order(figures);
    level_derive(figures);
    return figures;
}

void figures_free(struct figures *figures)
{
    if (figures)
        arena_free(figures->arena);
}
