/*
 * ranking.c - sorts the indicators by printed score.
 *
 * Scores are compared as they are printed: an announced figure is known to two decimals only, so
 * a finer comparison with a computed one would be decided by what was rounded away. Ten indicators:
 * insertion, with ties decided in plain sight.
 */
#include "derive/ranking.h"

static int64_t printed_hundredths(const struct figures_indicator *indicator)
{
    return ratio_round(indicator->score.printed);
}

/* Whether a comes before b. */
static bool ranks_before(const struct figures_indicator *a, const struct figures_indicator *b)
{
    int64_t left = printed_hundredths(a);
    int64_t right = printed_hundredths(b);
    if (left != right)
        return left > right;
    return a->indicator->number.value < b->indicator->number.value;
}

void ranking_order(struct figures *figures)
{
    size_t count = figures->edition->scheme->indicators;
    struct figures_indicator **sorted =
        ARENA_NEW(figures->arena, struct figures_indicator *, count);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && ranks_before(&figures->indicator[i], sorted[at - 1]); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = &figures->indicator[i];
    }
    figures->ranking = ARENA_NEW(figures->arena, const struct figures_indicator *, count);
    for (size_t i = 0; i < count; i++) {
        bool shared = i > 0 && printed_hundredths(sorted[i]) == printed_hundredths(sorted[i - 1]);
        sorted[i]->rank = shared ? sorted[i - 1]->rank : i + 1;
        figures->ranking[i] = sorted[i];
        figures->ranking_misses |= sorted[i]->score.misses;
    }
}
