/*
 * A line is cut into stretches: letters of one look that are at their places when each follows the one
 * before with the gap that most letters of the line have, and a space with the gap that most spaces have.
 * What is inside a grapheme (marks, the AA of a SARA AM) is placed by the browser's own shaping.
 */
#include "web/canvas_web.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "base/length.h"
#include "paint/spoken.h"
#include "text/fonts.h"

enum {
    OFF_MOST = PT / 12, /* a letter may be so far from its place */
    THOUSAND = 1000
};

struct gaps {
    int64_t letter, word; /* thousandths of a point */
};

struct stretch {
    size_t first, last; /* glyphs */
    size_t end;         /* bytes of the paragraph, from the first glyph's start */
    int64_t length;     /* with the gap after the last letter, thousandths of a unit */
};

static const char *bytes_at(const struct canvas_text *text, size_t glyph)
{
    return text->bytes + (text->glyph[glyph].start - text->bytes_start);
}

static bool is_space(const struct canvas_text *text, size_t glyph)
{
    const char *bytes = bytes_at(text, glyph);
    size_t length = text->glyph[glyph].end - text->glyph[glyph].start;
    return (length == 1 && bytes[0] == ' ') || (length == 2 && memcmp(bytes, "\xC2\xA0", 2) == 0);
}

/* Whether a grapheme begins with a glyph: a mark has no width of its own. */
static bool begins(const struct canvas_text *text, size_t glyph)
{
    if (glyph == 0)
        return true;
    const struct text_glyph *at = &text->glyph[glyph];
    return at->advance != 0 && at->role != TEXT_GLYPH_AM && at->role != TEXT_GLYPH_NIKHAHIT &&
           at->start >= at[-1].end;
}

/* The end of the grapheme that begins with a glyph; *width: of all of it. */
static size_t grapheme_end(const struct canvas_text *text, size_t glyph, int64_t *width)
{
    size_t end = glyph;
    *width = 0;
    do
        *width += text->glyph[end++].advance;
    while (end < text->count && !begins(text, end));
    return end;
}

/* ---- Gaps that most letters of a line have ---- */

static int compare_gaps(const void *one, const void *two)
{
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)two;
    return a < b ? -1 : a > b;
}

/* The middle one of the gaps after spaces, or of those after letters. */
static int64_t middle_gap(struct canvas_web *web, const struct canvas_text *text, bool spaces)
{
    int64_t *gap = ARENA_NEW(web->arena, int64_t, text->count + 1), width = 0;
    size_t gaps = 0;
    for (size_t i = 0, next; i < text->count; i = next) {
        next = grapheme_end(text, i, &width);
        if (next < text->count && is_space(text, i) == spaces)
            gap[gaps++] = text->glyph[next].x - text->glyph[i].x - width;
    }
    qsort(gap, gaps, sizeof *gap, compare_gaps);
    return gaps > 0 ? gap[gaps / 2] : 0;
}

static int64_t thousandths(int64_t units)
{
    int64_t twice = 2 * units * THOUSAND;
    return (twice >= 0 ? twice + PT : twice - PT) / (2 * PT);
}

static struct gaps gaps_of(struct canvas_web *web, const struct canvas_text *text)
{
    int64_t letter = middle_gap(web, text, false), word = middle_gap(web, text, true);
    return (struct gaps){thousandths(letter), word == 0 ? 0 : thousandths(word - letter)};
}

/* ---- Stretches ---- */

static bool same_look(const struct text_glyph *a, const struct text_glyph *b)
{
    return a->face == b->face && a->colour == b->colour && a->y == b->y && a->wider == b->wider;
}

/* Whether nothing but spaces is left, whose places nobody sees. */
static bool is_blank_from(const struct canvas_text *text, size_t glyph)
{
    while (glyph < text->count && is_space(text, glyph))
        glyph++;
    return glyph == text->count;
}

/* The pen counts thousandths of a unit. */
static struct stretch stretch_from(const struct canvas_text *text, const struct gaps *gaps,
                                   size_t first)
{
    const struct text_glyph *start = &text->glyph[first];
    int64_t pen = (int64_t)start->x * THOUSAND, width = 0;
    size_t i = first;
    while (i < text->count) {
        const struct text_glyph *at = &text->glyph[i];
        bool is_off = llabs((int64_t)at->x * THOUSAND - pen) > (int64_t)OFF_MOST * THOUSAND;
        if (i > first && (!same_look(start, at) || (is_off && !is_blank_from(text, i))))
            break;
        pen += gaps->letter * PT + (is_space(text, i) ? gaps->word * PT : 0);
        i = grapheme_end(text, i, &width);
        pen += width * THOUSAND;
    }
    size_t end = i < text->count ? text->glyph[i].start : text->glyph[i - 1].end;
    if (i == text->count && start->wider == 0 && text->bytes[end - text->bytes_start] == '\n')
        end++; /* a forced line end has no glyph, and is a space to a reader */
    return (struct stretch){first, i, end, pen - (int64_t)start->x * THOUSAND};
}

/* A gap as it must be said of letters that are drawn wider, for gaps are drawn wider with them. */
static int64_t gap_of(int64_t gap, const struct text_glyph *glyph)
{
    return gap * THOUSAND / (THOUSAND + glyph->wider);
}

static struct web_look look_of(const struct canvas_text *text, const struct gaps *gaps,
                               const struct text_glyph *glyph)
{
    return (struct web_look){.size = decimal_hundredths(fonts_size(glyph->face)),
                             .x = decimal_hundredths((int64_t)text->x + glyph->x),
                             .y = decimal_hundredths((int64_t)text->y + glyph->y),
                             .letter_gap = gap_of(gaps->letter, glyph),
                             .word_gap = gap_of(gaps->word, glyph),
                             .colour = glyph->colour & 0xFFFFFF};
}

/* Writes what is not as it was; a text begins black and without gaps. */
static void write_look(struct canvas_web *web, const struct web_look *look, bool is_new)
{
    static const struct web_look PLAIN = {.family = SIZE_MAX};
    const struct web_look *before = is_new ? &PLAIN : &web->look;
    if (look->family != before->family)
        buffer_printf(web->out, " class=\"r%zu\"", look->family);
    if (look->size != before->size)
        canvas_web_attribute(web, "font-size", look->size, 2);
    canvas_web_attribute(web, "x", look->x, 2);
    if (look->y != before->y)
        canvas_web_attribute(web, "y", look->y, 2);
    if (look->letter_gap != before->letter_gap)
        canvas_web_attribute(web, "letter-spacing", look->letter_gap, 3);
    if (look->word_gap != before->word_gap)
        canvas_web_attribute(web, "word-spacing", look->word_gap, 3);
    if (look->colour != before->colour)
        canvas_web_colour(web, "fill", look->colour);
}

/* Whether a text of a paragraph is open, that is read aloud or not as what comes now. */
static bool is_open(const struct canvas_web *web, const char *paragraph)
{
    return web->open == WEB_TEXT && web->paragraph == paragraph && web->is_quiet == web->is_hidden;
}

static void open_text(struct canvas_web *web, const char *paragraph, const struct web_look *look)
{
    canvas_web_close(web);
    buffer_add_string(web->out, "<text");
    write_look(web, look, true);
    if (web->is_hidden)
        buffer_add_string(web->out, " aria-hidden=\"true\"");
    buffer_add_char(web->out, '>');
    web->look = *look;
    web->open = WEB_TEXT;
    web->paragraph = paragraph;
    web->is_quiet = web->is_hidden;
    canvas_web_follow_link(web);
}

/* Opens a text with its first look, or a span of the open one, which has what its text has not said. Whether there is
 * a span to end. */
static bool open_span(struct canvas_web *web, const char *paragraph, const struct web_look *look)
{
    bool joins = is_open(web, paragraph);
    if (joins)
        canvas_web_follow_link(web);
    else
        open_text(web, paragraph, look);
    if (!joins && !web->is_english)
        return false;
    buffer_add_string(web->out, "<tspan");
    if (joins)
        write_look(web, look, false);
    if (web->is_english)
        buffer_add_string(web->out, " lang=\"en\"");
    buffer_add_char(web->out, '>');
    web->look.y = look->y; /* where the letters now are, whoever said it */
    return true;
}

/* Letters that are drawn wider, or narrower: the browser makes them so that the stretch has its length. */
static void open_wider(struct canvas_web *web, const struct stretch *stretch)
{
    buffer_add_string(web->out, "<tspan lengthAdjust=\"spacingAndGlyphs\"");
    canvas_web_attribute(web, "textLength", decimal_hundredths(stretch->length / THOUSAND), 2);
    buffer_add_char(web->out, '>');
}

/* A hyphen that ends a line is no character of the paragraph. */
static const char *hyphen_of(const struct text_glyph *glyph)
{
    return fonts_face_glyph(glyph->face, '-') == glyph->index ? "-" : "\xE2\x80\x90";
}

static const char *letters_of(struct canvas_web *web, const struct canvas_text *text,
                              const struct stretch *stretch)
{
    const struct text_glyph *first = &text->glyph[stretch->first];
    const struct text_glyph *last = &text->glyph[stretch->last - 1];
    const char *letters =
        spoken_text(web->arena, bytes_at(text, stretch->first), stretch->end - first->start);
    if (last->role != TEXT_GLYPH_HYPHEN)
        return letters;
    return arena_printf(web->arena, "%s%s", letters, hyphen_of(last));
}

static void show(struct canvas_web *web, const struct canvas_text *text, const struct gaps *gaps,
                 const struct stretch *stretch)
{
    const struct text_glyph *first = &text->glyph[stretch->first];
    const char *letters = letters_of(web, text, stretch);
    if (letters[0] == '\0')
        return;
    struct web_look look = look_of(text, gaps, first);
    look.family = web_fonts_use(web->fonts, first->face, letters, strlen(letters));
    const char *paragraph = text->bytes - text->bytes_start;
    bool is_span = open_span(web, paragraph, &look);
    if (first->wider != 0)
        open_wider(web, stretch);
    escape_xml(web->out, letters);
    if (first->wider != 0)
        buffer_add_string(web->out, "</tspan>");
    if (is_span)
        buffer_add_string(web->out, "</tspan>");
}

void canvas_web_text(struct canvas *canvas, const struct canvas_text *text)
{
    struct canvas_web *web = (struct canvas_web *)canvas;
    struct gaps gaps = gaps_of(web, text);
    struct stretch stretch = {0};
    while (stretch.last < text->count) {
        stretch = stretch_from(text, &gaps, stretch.last);
        show(web, text, &gaps, &stretch);
    }
}
