/*
 * Means and weights are linear, so a figure is a sum of scores times shares, and the change that a
 * score needs is the difference divided by its share. A changed score must be possible: between 0
 * and the full score, and a mean that so many respondents can give; then the figure is computed
 * again and must round to what was announced.
 */
#include "audit/leaves.h"

#include "derive/grids.h"

static void add_leaf(struct leaves *leaves, struct leaf leaf)
{
    leaves->leaf = arena_room(leaves->arena, leaves->leaf, leaves->count, &leaves->capacity,
                              sizeof *leaves->leaf);
    leaves->leaf[leaves->count++] = leaf;
}

static void add_question(struct leaves *leaves, const struct scheme_question *question, size_t part,
                         struct ratio share)
{
    const struct scheme_instrument *instrument = question->indicator->instrument;
    if (part != SCHEME_ALL_SLOTS || instrument->parts == 0) {
        add_leaf(leaves, (struct leaf){question, part == SCHEME_ALL_SLOTS ? 0 : part, share});
        return;
    }
    int64_t weight = 0;
    for (size_t slot = 0; slot < instrument->parts; slot++)
        weight += instrument->part[slot].weight.hundredths;
    for (size_t slot = 0; slot < instrument->parts; slot++) {
        struct ratio of_part = ratio_of(instrument->part[slot].weight.hundredths, weight);
        add_leaf(leaves, (struct leaf){question, slot, ratio_multiply(share, of_part)});
    }
}

void leaves_add_questions(struct leaves *leaves, struct leaves_questions questions, size_t part,
                          struct ratio share)
{
    for (size_t q = 0; q < questions.count; q++)
        add_question(leaves, &questions.item[q], part,
                     ratio_divide(share, (int64_t)questions.count));
}

void leaves_add_indicator(struct leaves *leaves, const struct scheme_indicator *indicator,
                          size_t part, struct ratio share)
{
    if (indicator->subindicators == 0) {
        leaves_add_questions(leaves,
                             (struct leaves_questions){indicator->question, indicator->questions},
                             part, share);
        return;
    }
    struct ratio each = ratio_divide(share, (int64_t)indicator->subindicators);
    for (size_t s = 0; s < indicator->subindicators; s++) {
        const struct scheme_subindicator *subindicator = &indicator->subindicator[s];
        leaves_add_questions(
            leaves, (struct leaves_questions){subindicator->question, subindicator->questions},
            part, each);
    }
}

void leaves_add_instrument(struct leaves *leaves, const struct scheme_instrument *instrument,
                           size_t part, struct ratio share)
{
    if (instrument->indicators == 0)
        return;
    struct ratio each = ratio_divide(share, (int64_t)instrument->indicators);
    for (size_t i = 0; i < instrument->indicators; i++)
        leaves_add_indicator(leaves, &instrument->indicator[i], part, each);
}

/* ---- what one change would do, in millionths: a bound on the fractions' size ---- */

enum { MILLION = 1000000, HUNDREDTH = 10000 };

static int64_t millionths(struct ratio value)
{
    return (int64_t)((__int128)value.num * MILLION / value.den);
}

static int64_t scaled(int64_t value, int64_t num, int64_t den)
{
    return (int64_t)((__int128)value * num / den);
}

/* The possible score nearest to a wanted one. */
static int64_t nearest_possible(const struct audit *audit, const struct leaf *leaf, int64_t wanted)
{
    const struct scheme_instrument *instrument = leaf->question->indicator->instrument;
    struct recover_grid grid = grids_of(audit->edition, instrument, leaf->slot, 1);
    int64_t full = grid.full * HUNDREDTH;
    if (grid.steps == 0 || grid.steps > 2 * grid.full)
        return (wanted + HUNDREDTH / 2) / HUNDREDTH * HUNDREDTH;
    int64_t k = scaled(wanted + full / grid.steps / 2, grid.steps, full);
    return scaled(full, k, grid.steps);
}

bool leaves_reconcile(const struct audit *audit, const struct leaves *leaves, struct ratio computed,
                      int64_t announced, struct leaves_change *out)
{
    int64_t full = audit->edition->scheme->full_score.hundredths * HUNDREDTH;
    int64_t missing = announced * HUNDREDTH - millionths(computed);
    size_t found = 0;
    for (size_t i = 0; i < leaves->count; i++) {
        const struct leaf *leaf = &leaves->leaf[i];
        struct ratio exact = audit->figures->question[leaf->question->index].score[leaf->slot];
        int64_t score = millionths(exact);
        int64_t wanted = score + scaled(missing, leaf->share.den, leaf->share.num);
        if (wanted < 0 || wanted > full)
            continue;
        int64_t changed = nearest_possible(audit, leaf, wanted);
        int64_t off = missing - scaled(changed - score, leaf->share.num, leaf->share.den);
        if (off > HUNDREDTH / 2 || off < -HUNDREDTH / 2)
            continue;
        *out = (struct leaves_change){leaf, (changed + HUNDREDTH / 2) / HUNDREDTH};
        found++;
    }
    return found == 1;
}

bool leaves_reconcile_indicator(const struct leaves *leaves,
                                const struct scheme_indicator *indicator,
                                const struct figure *of_indicator, const struct figure *figure,
                                int64_t announced)
{
    int64_t missing = announced * HUNDREDTH - millionths(figure->computed);
    int64_t change = millionths(of_indicator->exact) - millionths(of_indicator->computed);
    for (size_t i = 0; i < leaves->count; i++)
        if (leaves->leaf[i].question->indicator == indicator)
            missing -= scaled(change, leaves->leaf[i].share.num, leaves->leaf[i].share.den);
    return missing <= HUNDREDTH / 2 && missing >= -HUNDREDTH / 2;
}
