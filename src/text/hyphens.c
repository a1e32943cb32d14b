/*
 * Words are chosen when a paragraph is shaped, from its tokens; the patterns are read only for a
 * paragraph whose lines came out poor without them. Such a paragraph gets clusters of its own, in
 * which the places between syllables have the penalty of rule L24, and a hyphen for each of its fonts.
 */
#include "text/hyphens.h"

#include <string.h>

#include "text/breaks.h"
#include "text/engine.h"
#include "text/rules.h"

enum { WORD_LEAST = 6 /* letters */ };

/* ---- Which words ---- */

/* Letters of ASCII, small but for the first: no abbreviation, no code, nothing with a hyphen or a dot. */
static bool is_word(const char *text, size_t length)
{
    if (length < WORD_LEAST || length > PATTERNS_WORD_MOST)
        return false;
    bool capital = *text >= 'A' && *text <= 'Z';
    for (size_t i = capital ? 1 : 0; i < length; i++)
        if (text[i] < 'a' || text[i] > 'z')
            return false;
    return true;
}

/* Whether a neighbour that touches a word makes it part of an address, a code or a compound. */
static bool joins(const struct token *neighbour)
{
    return neighbour->class & (RULES_LATIN | RULES_ID | RULES_NUMBER | RULES_DASH | RULES_SLASH |
                               RULES_URL | RULES_BAHT | RULES_GLUE);
}

/* No term, no name after a title, no part of something else. */
static bool is_english(const struct tokens *tokens, size_t i, const char *text)
{
    const struct token *word = &tokens->token[i];
    uint32_t start = tokens_start(tokens, i);
    if (word->class != RULES_LATIN || !is_word(text + start, tokens_end(tokens, i) - start))
        return false;
    if (i > 0 && ((word[-1].class & RULES_TITLE) || (!word->spaced && joins(&word[-1]))))
        return false;
    return i + 1 == tokens->count || word[1].spaced || !joins(&word[1]);
}

void hyphens_mark(const struct tokens *tokens, struct text_shaped *shaped)
{
    size_t at = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        if (!is_english(tokens, i, shaped->bytes))
            continue;
        uint32_t start = tokens_start(tokens, i), end = tokens_end(tokens, i);
        while (at < shaped->clusters && shaped->cluster[at].start < start)
            at++;
        for (; at < shaped->clusters && shaped->cluster[at].end < end; at++)
            shaped->cluster[at].flags |= SHAPE_ENGLISH;
    }
}

/* ---- Where ---- */

/* The patterns, read when first needed; NULL when there are none. */
static const struct patterns *open_patterns(struct hyphens *hyphens, struct diag *diag)
{
    if (hyphens->patterns != NULL && !hyphens->tried) {
        hyphens->used = patterns_open(hyphens->patterns);
        if (!hyphens->used)
            diag_say(diag, MESSAGE_TEXT_NO_HYPHENS, (struct place){0},
                     patterns_file(hyphens->patterns));
    }
    hyphens->tried = true;
    return hyphens->used ? hyphens->patterns : NULL;
}

/* Puts the places of one word, whose letters begin with the cluster `first`, into the clusters. */
static void part_word(const struct patterns *patterns, struct text_shaped *shaped, size_t first,
                      size_t last)
{
    bool point[PATTERNS_WORD_MOST];
    uint8_t rule = rules_find(RULES_LATIN, false, RULES_LATIN | RULES_INNER);
    size_t start = shaped->cluster[first].start;
    patterns_find(patterns, shaped->bytes + start, shaped->cluster[last].end - start, point);
    for (size_t i = first; i < last; i++) {
        struct shape_cluster *cluster = &shaped->cluster[i];
        if (!point[cluster->end - start - 1])
            continue;
        cluster->flags |= SHAPE_HYPHEN;
        cluster->rule = rule;
        cluster->penalty = rules_row(rule)->penalty;
    }
}

/* A hyphen in the font of each span. */
static struct shape_glyph *make_hyphens(struct text_engine *engine, struct arena *arena,
                                        const struct text_shaped *shaped)
{
    struct shape_glyph *hyphen = ARENA_NEW(arena, struct shape_glyph, shaped->spans);
    for (size_t i = 0; i < shaped->spans; i++) {
        const PangoFontDescription *font =
            fonts_describe(engine->resources->fonts, &shaped->span[i].font);
        const struct piece *piece = pieces_shape(engine->resources->pieces, font, "-", 1);
        fonts_used_add(&engine->used, piece->file, piece->files);
        hyphen[i] = piece->glyph[0];
        hyphen[i].advance = piece->cluster[0].width;
        hyphen[i].role = TEXT_GLYPH_HYPHEN;
    }
    return hyphen;
}

static bool is_inside(const struct text_shaped *shaped, size_t cluster)
{
    return shaped->cluster[cluster].flags & SHAPE_ENGLISH;
}

const struct text_shaped *hyphens_add(struct text_engine *engine, struct arena *arena,
                                      const struct text_shaped *shaped, struct diag *diag)
{
    size_t first = 0, count = shaped->clusters;
    while (first < count && !is_inside(shaped, first))
        first++;
    const struct patterns *patterns = first < count ? open_patterns(&engine->hyphens, diag) : NULL;
    if (patterns == NULL)
        return shaped;
    struct text_shaped *parted = ARENA_NEW(arena, struct text_shaped, 1);
    *parted = *shaped;
    parted->cluster = ARENA_NEW(arena, struct shape_cluster, count + 1);
    memcpy(parted->cluster, shaped->cluster, (count + 1) * sizeof *parted->cluster);
    parted->hyphen = make_hyphens(engine, arena, shaped);
    while (first < count) {
        size_t last = first;
        while (is_inside(shaped, last))
            last++;
        if (last > first)
            part_word(patterns, parted, first, last);
        first = last + 1;
    }
    return parted;
}
