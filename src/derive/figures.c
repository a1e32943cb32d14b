/*
 * figures.c - aggregates scores upward, three ways at once.
 *
 * question → (sub-indicator) → indicator and indicator-part → instrument and part → overall. At
 * every step three figures are made by the same mean: `computed` from the computed ones below,
 * `below` from what is printed below, and `settled` from what is settled below. They differ only
 * where something is announced: `close_figure` then finds the fraction behind the announced value.
 * An instrument's parts count by their weights (equal weights: the plain mean), in a question, an
 * indicator and the instrument alike, so that its score is the mean of its indicators and the
 * weighted mean of its parts at the same time.
 */
#include "derive/figures.h"

#include "derive/level.h"
#include "derive/ranking.h"
#include "derive/recover.h"

/* A weighted mean in the making; all three figures share the weights. */
struct blend {
    struct ratio computed;
    struct ratio below;
    struct ratio settled;
    int64_t weight;
};

struct deriver {
    struct figures *figures;
    const struct scheme *framework;
    bool recovers; /* the recovered fractions fit into 64 bits */
};

static struct blend blend_new(void)
{
    struct ratio zero = {0, 1};
    return (struct blend){zero, zero, zero, 0};
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
}

/* A question's score counts the same in all three. */
static void blend_score(struct blend *blend, struct ratio score)
{
    struct figure figure = {.computed = score, .exact = score, .settled = score};
    blend_figure(blend, &figure, 1);
}

static void blend_mean(const struct blend *blend, struct figure *figure)
{
    int64_t weight = blend->weight > 0 ? blend->weight : 1;
    figure->computed = ratio_divide(blend->computed, weight);
    figure->below = ratio_divide(blend->below, weight);
    figure->settled = ratio_divide(blend->settled, weight);
}

/*
 * Adds what was announced to a figure whose means are made. The exact value behind an announced
 * score is the recovered fraction; failing that the figure from below, when it is printed alike;
 * failing that the announced score itself.
 */
static void close_figure(struct figure *figure, const struct decimal *announced,
                         struct recover_grid grid, struct place place)
{
    figure->is_announced = announced->present;
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

/* The possible means over so many questions of one instrument, or of its part p. */
static struct recover_grid grid_of(const struct deriver *deriver,
                                   const struct scheme_instrument *instrument, size_t p,
                                   size_t questions)
{
    const struct whole *respondents =
        instrument->parts > 0 ? &instrument->part[p].respondents : &instrument->respondents;
    const struct scheme *framework = deriver->framework;
    if (!deriver->recovers || !respondents->present || !framework->scale.present)
        return no_grid;
    return (struct recover_grid){
        .steps = framework->scale.value * respondents->value * (int64_t)questions,
        .full = framework->full_score.hundredths,
    };
}

static size_t slots_of(const struct scheme_instrument *instrument)
{
    return instrument->parts > 0 ? instrument->parts : 1;
}

static int64_t slot_weight(const struct scheme_instrument *instrument, size_t slot)
{
    return instrument->parts > 0 ? instrument->part[slot].weight.hundredths : 1;
}

/* ---- questions ---- */

static void derive_question(const struct deriver *deriver, const struct scheme_question *question)
{
    struct figures_question *out = &deriver->figures->question[question->number];
    const struct scheme_instrument *instrument = question->indicator->instrument;
    struct ratio sum = {0, 1};
    int64_t weight = 0;
    out->question = question;
    for (size_t p = 0; p < slots_of(instrument); p++) {
        struct recover_grid grid = grid_of(deriver, instrument, p, 1);
        out->score[p] = recover_score(grid, question->score[p].hundredths);
        sum = weighed(sum, out->score[p], slot_weight(instrument, p));
        weight += slot_weight(instrument, p);
    }
    out->mean = ratio_divide(sum, weight);
}

/* ---- indicators ---- */

/* The mean of some questions: of one part, or over all parts. */
enum { ALL_PARTS = EDITION_PARTS };

static void questions_mean(const struct deriver *deriver, const struct scheme_question *question,
                           size_t count, size_t part, struct figure *out)
{
    struct blend blend = blend_new();
    for (size_t i = 0; i < count; i++) {
        const struct figures_question *figures = &deriver->figures->question[question[i].number];
        blend_score(&blend, part == ALL_PARTS ? figures->mean : figures->score[part]);
    }
    blend_mean(&blend, out);
}

static void derive_subindicators(const struct deriver *deriver, struct figures_indicator *out)
{
    const struct scheme_indicator *indicator = out->indicator;
    out->subindicator = ARENA_NEW(deriver->figures->arena, struct figures_subindicator,
                                  indicator->subindicators + 1);
    for (size_t s = 0; s < indicator->subindicators; s++) {
        const struct scheme_subindicator *subindicator = &indicator->subindicator[s];
        struct figure *score = &out->subindicator[s].score;
        struct recover_grid grid =
            indicator->instrument->parts > 0
                ? no_grid
                : grid_of(deriver, indicator->instrument, 0, subindicator->questions);
        out->subindicator[s].subindicator = subindicator;
        questions_mean(deriver, subindicator->question, subindicator->questions, ALL_PARTS, score);
        close_figure(score, &subindicator->published, grid, subindicator->place);
        score->settled = score->exact;
    }
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
        blend_score(&blend, mean.computed);
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

static void derive_parted_indicator(const struct deriver *deriver, struct figures_indicator *out)
{
    const struct scheme_indicator *indicator = out->indicator;
    const struct scheme_instrument *instrument = indicator->instrument;
    struct blend blend = blend_new();
    for (size_t p = 0; p < instrument->parts; p++) {
        part_mean(deriver, indicator, p, &out->part[p]);
        close_figure(&out->part[p], &indicator->published_part[p],
                     indicator_grid(deriver, indicator, p), indicator->place);
        out->part[p].settled = out->part[p].exact;
        blend_figure(&blend, &out->part[p], slot_weight(instrument, p));
    }
    blend_mean(&blend, &out->score);
    close_figure(&out->score, &indicator->published, no_grid, indicator->place);
}

static void derive_plain_indicator(const struct deriver *deriver, struct figures_indicator *out)
{
    const struct scheme_indicator *indicator = out->indicator;
    struct blend blend = blend_new();
    for (size_t s = 0; s < indicator->subindicators; s++)
        blend_figure(&blend, &out->subindicator[s].score, 1);
    if (indicator->subindicators > 0)
        blend_mean(&blend, &out->score);
    else
        questions_mean(deriver, indicator->question, indicator->questions, 0, &out->score);
    close_figure(&out->score, &indicator->published, indicator_grid(deriver, indicator, 0),
                 indicator->place);
}

static void derive_indicator(const struct deriver *deriver, size_t index)
{
    const struct decimal *target = &deriver->framework->target;
    struct figures_indicator *out = &deriver->figures->indicator[index];
    out->indicator = deriver->figures->edition->indicator[index];
    derive_subindicators(deriver, out);
    if (out->indicator->instrument->parts > 0)
        derive_parted_indicator(deriver, out);
    else
        derive_plain_indicator(deriver, out);
    out->score.settled = out->score.exact;
    out->below_target = target->present && ratio_round(out->score.printed) < target->hundredths;
}

/* ---- instruments ---- */

/* first: the index of the instrument's first indicator among all. */
static bool derive_parts(const struct deriver *deriver, struct figures_instrument *out,
                         size_t first)
{
    const struct scheme_instrument *instrument = out->instrument;
    bool announced = false;
    out->part = ARENA_NEW(deriver->figures->arena, struct figures_part, instrument->parts + 1);
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct scheme_part *part = &instrument->part[p];
        struct blend blend = blend_new();
        for (size_t i = 0; i < instrument->indicators; i++)
            blend_figure(&blend, &deriver->figures->indicator[first + i].part[p], 1);
        out->part[p].part = part;
        blend_mean(&blend, &out->part[p].score);
        close_figure(&out->part[p].score, &part->published, no_grid, part->place);
        announced = announced || part->published.present;
    }
    return announced;
}

static void derive_instrument(const struct deriver *deriver, size_t index, size_t first)
{
    const struct scheme_instrument *instrument = &deriver->framework->instrument[index];
    struct figures_instrument *out = &deriver->figures->instrument[index];
    struct blend by_indicator = blend_new();
    struct blend by_part = blend_new();
    out->instrument = instrument;
    bool parts_announced = derive_parts(deriver, out, first);
    for (size_t i = 0; i < instrument->indicators; i++)
        blend_figure(&by_indicator, &deriver->figures->indicator[first + i].score, 1);
    for (size_t p = 0; p < instrument->parts; p++)
        blend_figure(&by_part, &out->part[p].score, slot_weight(instrument, p));
    blend_mean(&by_indicator, &out->score);
    /* Announced parts are printed right below the instrument, nearer than its indicators. */
    if (parts_announced)
        out->score.below = ratio_divide(by_part.below, by_part.weight);
    close_figure(&out->score, &instrument->published, no_grid, instrument->place);
}

/* ---- the whole ---- */

/* The weighted sum over the full score; weights that do not add up to it are the audit's matter. */
static void derive_overall(const struct deriver *deriver)
{
    const struct scheme *framework = deriver->framework;
    struct figure *overall = &deriver->figures->overall;
    struct blend blend = blend_new();
    for (size_t i = 0; i < framework->instruments; i++)
        blend_figure(&blend, &deriver->figures->instrument[i].score,
                     framework->instrument[i].weight.hundredths);
    blend.weight = framework->full_score.hundredths;
    blend_mean(&blend, overall);
    close_figure(overall, &deriver->figures->edition->published.overall, no_grid,
                 framework->full_score.place);
}

struct figures *figures_derive(const struct edition *edition)
{
    struct arena *arena = arena_new();
    struct figures *figures = ARENA_NEW(arena, struct figures, 1);
    struct deriver deriver = {figures, &edition->scheme, edition_fits_fractions(edition, true)};
    figures->arena = arena;
    figures->edition = edition;
    figures->question = ARENA_NEW(arena, struct figures_question, edition->questions + 1);
    figures->indicator = ARENA_NEW(arena, struct figures_indicator, edition->indicators + 1);
    figures->instrument =
        ARENA_NEW(arena, struct figures_instrument, edition->scheme.instruments + 1);
    for (size_t i = 0; i < edition->questions; i++)
        derive_question(&deriver, edition->question[i]);
    for (size_t i = 0; i < edition->indicators; i++)
        derive_indicator(&deriver, i);
    size_t first = 0;
    for (size_t i = 0; i < edition->scheme.instruments; i++) {
        derive_instrument(&deriver, i, first);
        first += edition->scheme.instrument[i].indicators;
    }
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
