/*
 * One pass over the clusters. An item that is too wide for its line is opened at every place where
 * that does no more harm than needed: between words first, then between clusters that may stand
 * apart, and never between a consonant and the AA of its SARA AM.
 */
#include "text/items.h"

#include "text/justify.h"

struct maker {
    const struct text_shaped *shaped;
    struct justify_limits limits;
    struct items items;
};

/* Adds the clusters [first, last) as one item. */
static void item_add(struct maker *m, size_t first, size_t last, int32_t penalty)
{
    struct linebreak_item *item = &m->items.item[m->items.count];
    size_t seen = justify_seen(m->shaped, first, last);
    *item = (struct linebreak_item){.penalty = penalty};
    for (size_t i = first; i < last; i++) {
        const struct shape_cluster *cluster = &m->shaped->cluster[i];
        bool behind = i >= seen, space = cluster->flags & SHAPE_FLEXIBLE;
        int32_t gap = !(cluster->flags & SHAPE_CLOSED);
        int32_t stretch = gap * m->limits.letter_stretch + (space ? m->limits.space_stretch : 0);
        int32_t shrink = gap * m->limits.letter_shrink + (space ? m->limits.space_shrink : 0);
        *(behind ? &item->space : &item->width) += cluster->width;
        *(behind ? &item->space_stretch : &item->stretch) += stretch;
        *(behind ? &item->space_shrink : &item->shrink) += shrink;
    }
    m->items.last[m->items.count++] = last;
}

static int32_t seen_width(const struct text_shaped *shaped, size_t first, size_t last)
{
    int32_t width = 0;
    for (size_t i = first, seen = justify_seen(shaped, first, last); i < seen; i++)
        width += shaped->cluster[i].width;
    return width;
}

/* True between a consonant and the AA of its SARA AM. */
static bool splits_am(const struct text_shaped *shaped, size_t next)
{
    uint32_t glyph = shaped->cluster[next].glyph;
    return glyph < shaped->glyphs && shaped->glyph[glyph].role == TEXT_GLYPH_AM;
}

static void item_open(struct maker *m, size_t first, size_t last, int32_t penalty)
{
    size_t from = first;
    for (size_t i = first; i + 1 < last; i++)
        if (!splits_am(m->shaped, i + 1) && !(m->shaped->cluster[i + 1].flags & SHAPE_SPACE)) {
            item_add(m, from, i + 1, ITEMS_EMERGENCY);
            from = i + 1;
        }
    item_add(m, from, last, penalty);
}

struct items items_make(struct arena *arena, const struct text_shaped *shaped, int32_t limit)
{
    struct maker m = {.shaped = shaped, .limits = justify_limits(shaped->em)};
    m.items.item = ARENA_NEW(arena, struct linebreak_item, shaped->clusters);
    m.items.last = ARENA_NEW(arena, size_t, shaped->clusters);
    size_t first = 0;
    for (size_t i = 0; i < shaped->clusters; i++) {
        int32_t penalty = shaped->cluster[i].penalty;
        bool end = i + 1 == shaped->clusters;
        if (penalty == LINEBREAK_NEVER && !end)
            continue;
        if (penalty == LINEBREAK_NEVER)
            penalty = 0;
        if (seen_width(shaped, first, i + 1) > limit)
            item_open(&m, first, i + 1, penalty);
        else
            item_add(&m, first, i + 1, penalty);
        first = i + 1;
    }
    return m.items;
}
