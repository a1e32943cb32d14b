/*
 * One pass over the clusters. An item that is too wide for its line is opened where that does the
 * least harm: between the words that a rule keeps together; what is still too wide, between
 * clusters; never between a consonant and the AA of its SARA AM, and, while there is another way,
 * not where a vowel or a sign would be torn from what it belongs to.
 */
#include "text/items.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "text/justify.h"
#include "text/letters.h"
#include "text/rules.h"

enum { WORD_JOINER = 0x2060 };

struct maker {
    const struct text_shaped *shaped;
    struct justify_limits limits;
    int32_t limit;
    struct items items;
};

/* Adds the clusters [first, last) as one item. */
static void item_add(struct maker *m, size_t first, size_t last, int32_t penalty)
{
    struct items *items = &m->items;
    items->item = memory_room(items->item, items->count, &items->item_room, sizeof *items->item);
    items->last = memory_room(items->last, items->count, &items->last_room, sizeof *items->last);
    struct linebreak_item *item = &items->item[items->count];
    size_t seen = justify_seen(m->shaped, first, last);
    *item = (struct linebreak_item){.penalty = penalty};
    for (size_t i = first; i < last; i++) {
        const struct shape_cluster *cluster = &m->shaped->cluster[i];
        bool after = i >= seen, space = cluster->flags & SHAPE_FLEXIBLE;
        int32_t gap = !(cluster->flags & SHAPE_CLOSED);
        int32_t stretch = gap * m->limits.letter_stretch + (space ? m->limits.space_stretch : 0);
        int32_t shrink = gap * m->limits.letter_shrink + (space ? m->limits.space_shrink : 0);
        *(after ? &item->space : &item->width) += cluster->width;
        *(after ? &item->space_stretch : &item->stretch) += stretch;
        *(after ? &item->space_shrink : &item->shrink) += shrink;
        *(after ? &item->space_press : &item->press) +=
            gap * m->limits.letter_press + (space ? m->limits.space_press : 0);
    }
    const struct shape_glyph *hyphen = shape_hyphen(m->shaped, first, last);
    if (hyphen != NULL) { /* it vanishes unless the line ends here */
        item->width += hyphen->advance;
        item->space = -hyphen->advance;
        item->hyphen = true;
    }
    items->last[items->count++] = last;
}

static bool too_wide(const struct maker *m, size_t first, size_t last)
{
    int64_t width = 0;
    for (size_t i = first, seen = justify_seen(m->shaped, first, last); i < seen; i++)
        width += m->shaped->cluster[i].width;
    const struct shape_glyph *hyphen = shape_hyphen(m->shaped, first, last);
    return width + (hyphen != NULL ? hyphen->advance : 0) > m->limit;
}

/* ---- Opening an item that is too wide ---- */

static char32_t first_of(const struct text_shaped *shaped, size_t cluster)
{
    size_t at = shaped->cluster[cluster].start;
    return at < shaped->length ? utf8_next(shaped->bytes, shaped->length, &at) : 0;
}

/* Whether a line may end between two clusters for need; strictly, or only just. */
static bool may_part(const struct text_shaped *shaped, size_t next, bool strictly)
{
    uint32_t glyph = shaped->cluster[next].glyph;
    if (shaped->cluster[next].flags & SHAPE_SPACE)
        return false;
    if (glyph < shaped->cluster[next + 1].glyph && shaped->glyph[glyph].role == TEXT_GLYPH_AM)
        return false;
    if (!strictly)
        return true;
    char32_t before = first_of(shaped, next - 1), after = first_of(shaped, next);
    bool leans_back = letters_lean_back(after) || after == LETTER_MAIYAMOK ||
                      after == LETTER_PAIYANNOI || after == WORD_JOINER;
    bool leans_on = letters_lean_on(before) || before == WORD_JOINER;
    bool sign =
        after < 0x80 && !((after | 0x20) >= 'a' && (after | 0x20) <= 'z') && !utf8_is_digit(after);
    return !leans_back && !leans_on && !sign;
}

/* Inside a word; where no cluster may strictly be parted for too long, anywhere. */
static void open_word(struct maker *m, size_t first, size_t last, int32_t penalty)
{
    size_t from = first;
    for (size_t i = first; i + 1 < last; i++) {
        bool parted = may_part(m->shaped, i + 1, true);
        if (!parted && too_wide(m, from, i + 2))
            parted = may_part(m->shaped, i + 1, false);
        if (parted) {
            item_add(m, from, i + 1, ITEMS_BROKEN);
            from = i + 1;
        }
    }
    item_add(m, from, last, penalty);
}

static void open_or_add(struct maker *m, size_t first, size_t last, int32_t penalty)
{
    if (too_wide(m, first, last))
        open_word(m, first, last, penalty);
    else
        item_add(m, first, last, penalty);
}

/* Between the words of an item first. */
static void open_item(struct maker *m, size_t first, size_t last, int32_t penalty)
{
    size_t from = first;
    for (size_t i = first; i + 1 < last; i++)
        if (m->shaped->cluster[i].flags & SHAPE_WORD) {
            open_or_add(m, from, i + 1, ITEMS_PARTED);
            from = i + 1;
        }
    open_or_add(m, from, last, penalty);
}

/* ---- All items ---- */

/* What a line end after a cluster costs. */
static int32_t penalty_after(const struct shape_cluster *cluster, enum items_open open)
{
    if (open == ITEMS_AS_THEY_ARE || cluster->penalty != LINEBREAK_NEVER ||
        !(cluster->flags & SHAPE_WORD))
        return cluster->penalty;
    if (open == ITEMS_IN_DISTRESS)
        return rules_parts_rarely(cluster->rule) ? ITEMS_RARELY : LINEBREAK_NEVER;
    return rules_parts_ragged(cluster->rule) ? rules_ragged(cluster->rule) : LINEBREAK_NEVER;
}

struct items items_make(const struct text_shaped *shaped, int32_t limit, enum items_open open)
{
    struct maker m = {.shaped = shaped, .limits = justify_limits(shaped), .limit = limit};
    size_t first = 0;
    for (size_t i = 0; i < shaped->clusters; i++) {
        int32_t penalty = penalty_after(&shaped->cluster[i], open);
        bool end = i + 1 == shaped->clusters;
        if (penalty == LINEBREAK_NEVER && !end)
            continue;
        if (penalty == LINEBREAK_NEVER)
            penalty = 0;
        if (limit != ITEMS_NO_LIMIT && too_wide(&m, first, i + 1))
            open_item(&m, first, i + 1, penalty);
        else
            item_add(&m, first, i + 1, penalty);
        first = i + 1;
    }
    return m.items;
}

void items_free(struct items *items)
{
    free(items->item);
    free(items->last);
}

void items_whole(const struct text_shaped *shaped, size_t cluster, size_t *first, size_t *last)
{
    *first = *last = cluster;
    while (*first > 0 && shaped->cluster[*first - 1].penalty == LINEBREAK_NEVER)
        --*first;
    while (*last < shaped->clusters && shaped->cluster[*last].penalty == LINEBREAK_NEVER)
        ++*last;
    if (*last < shaped->clusters)
        ++*last;
}
