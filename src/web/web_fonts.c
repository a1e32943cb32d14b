/* There are few fonts and few characters that are not among the usual ones, so both are searched. */
#include "web/web_fonts.h"

#include <stdlib.h>
#include <string.h>
#include <uchar.h>

#include "base/utf8.h"
#include "text/fonts.h"
#include "text/subset.h"

/* In every font, as far as the file has them. */
static const struct {
    char32_t first, last;
} USUAL[] = {{0x20, 0x7E},     {0xA0, 0xFF},     {0x0E01, 0x0E3A},
             {0x0E3F, 0x0E5B}, {0x200B, 0x200D}, {0x2010, 0x2026}};

enum { USUALS = sizeof USUAL / sizeof *USUAL };

struct web_font {
    const char *file;
    const struct text_face *face; /* any of its sizes */
    uint32_t *further;            /* characters that are not usual */
    size_t count, room;
};

struct web_fonts {
    unsigned generation;
    struct web_font *font;
    size_t count, room;
};

struct web_fonts *web_fonts_new(unsigned generation)
{
    struct web_fonts *fonts = memory_zeroed(1, sizeof *fonts);
    fonts->generation = generation;
    return fonts;
}

void web_fonts_free(struct web_fonts *fonts)
{
    if (fonts == NULL)
        return;
    for (size_t i = 0; i < fonts->count; i++)
        free(fonts->font[i].further);
    free(fonts->font);
    free(fonts);
}

static struct web_font *find(struct web_fonts *fonts, const struct text_face *face)
{
    const char *file = fonts_face_file(face);
    for (size_t i = 0; i < fonts->count; i++)
        if (fonts->font[i].file == file)
            return &fonts->font[i];
    fonts->font = memory_room(fonts->font, fonts->count, &fonts->room, sizeof *fonts->font);
    fonts->font[fonts->count] = (struct web_font){.file = file, .face = face};
    return &fonts->font[fonts->count++];
}

static bool is_usual(char32_t c)
{
    for (size_t i = 0; i < USUALS; i++)
        if (c >= USUAL[i].first && c <= USUAL[i].last)
            return true;
    return false;
}

static void note(struct web_font *font, char32_t c)
{
    for (size_t i = 0; i < font->count; i++)
        if (font->further[i] == c)
            return;
    font->further = memory_room(font->further, font->count, &font->room, sizeof *font->further);
    font->further[font->count++] = c;
}

size_t web_fonts_use(struct web_fonts *fonts, const struct text_face *face, const char *bytes,
                     size_t length)
{
    struct web_font *font = find(fonts, face);
    for (size_t at = 0; at < length;) {
        char32_t c = utf8_next(bytes, length, &at);
        if (!is_usual(c))
            note(font, c);
    }
    return (size_t)(font - fonts->font);
}

void web_fonts_css(const struct web_fonts *fonts, struct buffer *out)
{
    for (size_t i = 0; i < fonts->count; i++)
        buffer_printf(out,
                      "@font-face{font-family:r%zu;src:url(font/%zu-%u-%zu);font-display:block}"
                      ".r%zu{font-family:r%zu}\n",
                      i, i, fonts->generation, fonts->font[i].count, i, i);
}

bool web_fonts_file(const struct web_fonts *fonts, size_t number, struct buffer *out)
{
    if (number >= fonts->count)
        return false;
    const struct web_font *font = &fonts->font[number];
    uint32_t *character = memory_grow(NULL, font->count + 0x400, sizeof *character);
    size_t count = 0;
    for (size_t i = 0; i < USUALS; i++)
        for (char32_t c = USUAL[i].first; c <= USUAL[i].last; c++)
            character[count++] = c;
    for (size_t i = 0; i < font->count; i++)
        character[count++] = font->further[i];
    struct subset_wanted wanted = {
        .character = character, .characters = count, .keeps_shaping = true};
    bool good = subset_make(font->face, &wanted, NULL, out);
    free(character);
    return good;
}
