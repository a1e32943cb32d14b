/*
 * Glyphs to characters, in three steps: the plain glyph of a character is its glyph; then a glyph
 * that the font's lookups (or its private-use codes) derive from a character is; what is left on
 * both sides is paired in order. Where glyphs run out, one glyph shows several characters (a
 * ligature); where characters run out, the last one has several glyphs.
 */
#include "text/match.h"

#include <assert.h>
#include <stdbool.h>

enum { FREE = -1 };

static void pair_known(const struct match_part *part, size_t parts, const struct shape_glyph *glyph,
                       size_t glyphs, int *owner, bool *taken)
{
    for (int plain = 1; plain >= 0; plain--)
        for (size_t p = 0; p < parts; p++) {
            for (size_t g = 0; g < glyphs && !taken[p]; g++) {
                if (owner[g] != FREE)
                    continue;
                char32_t c = part[p].character;
                bool fits = plain ? fonts_face_glyph(glyph[g].face, c) == glyph[g].index
                                  : fonts_face_character(glyph[g].face, glyph[g].index) == c;
                if (fits) {
                    owner[g] = (int)p;
                    taken[p] = true;
                }
            }
        }
}

/* Pairs the rest in order. */
static void pair_rest(size_t parts, size_t glyphs, int *owner, bool *taken)
{
    size_t p = 0;
    int last = 0;
    for (size_t g = 0; g < glyphs; g++) {
        if (owner[g] != FREE) {
            last = owner[g];
            continue;
        }
        while (p < parts && taken[p])
            p++;
        if (p < parts) {
            taken[p] = true;
            last = (int)p;
        }
        owner[g] = last;
    }
}

/* The part that the text of a glyph for [first, last) ends with: a ring whose AA is another glyph has no text. */
static size_t last_said(const struct match_part *part, size_t first, size_t last)
{
    bool ring = last - first > 1 && part[last - 1].role == TEXT_GLYPH_NIKHAHIT;
    return ring ? last - 2 : last - 1;
}

/* A part without a glyph belongs to the part before it, or at the very start to the one after. */
static void spread(const struct match_part *part, size_t parts, struct shape_glyph *glyph,
                   size_t glyphs, const int *owner, const bool *taken)
{
    for (size_t g = 0; g < glyphs; g++) {
        size_t first = (size_t)owner[g];
        size_t last = first + 1;
        while (last < parts && !taken[last])
            last++;
        if (first > 0) {
            size_t before = first;
            while (before > 0 && !taken[before - 1])
                before--;
            if (before == 0)
                first = 0;
        }
        glyph[g].start = part[first].start;
        glyph[g].end = part[last_said(part, first, last)].end;
        glyph[g].role = part[owner[g]].role;
        /* A font may draw a SARA AM with one glyph after all. */
        if (glyph[g].role == TEXT_GLYPH_NIKHAHIT && !taken[owner[g] + 1])
            glyph[g].role = TEXT_GLYPH_PLAIN;
    }
}

static void sort(struct shape_glyph *glyph, size_t glyphs, int *owner)
{
    for (size_t g = 1; g < glyphs; g++)
        for (size_t at = g; at > 0 && owner[at] < owner[at - 1]; at--) {
            int number = owner[at];
            owner[at] = owner[at - 1];
            owner[at - 1] = number;
            struct shape_glyph moved = glyph[at];
            glyph[at] = glyph[at - 1];
            glyph[at - 1] = moved;
        }
}

void match_glyphs(const struct match_part *part, size_t parts, struct shape_glyph *glyph,
                  size_t glyphs)
{
    assert(parts > 0 && parts <= MATCH_MOST && glyphs <= MATCH_MOST);
    int owner[MATCH_MOST];
    bool taken[MATCH_MOST] = {false};
    for (size_t g = 0; g < glyphs; g++)
        owner[g] = FREE;
    pair_known(part, parts, glyph, glyphs, owner, taken);
    pair_rest(parts, glyphs, owner, taken);
    spread(part, parts, glyph, glyphs, owner, taken);
    sort(glyph, glyphs, owner);
}
