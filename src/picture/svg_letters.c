/* Goes through the pieces inside text elements, character by character, references resolved. */
#include "picture/svg_letters.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "doc/doc.h"
#include "image/markup.h"

/* A reference by number at the start of a text (&#3585; &#xE01;): its character, and its length. */
static char32_t read_reference(struct markup_part text, size_t *length)
{
    bool is_hex = markup_begins(&text, "&#x");
    unsigned long number = 0;
    char *end = NULL;
    if (is_hex || markup_begins(&text, "&#"))
        number = strtoul(text.bytes + (is_hex ? 3 : 2), &end, is_hex ? 16 : 10);
    *length = end != NULL && end < text.bytes + text.length ? (size_t)(end - text.bytes) : 1;
    return number > 0 && number <= 0x10FFFF ? (char32_t)number : '&';
}

/* The first character that is lacking, or 0. */
static char32_t find_lacking(struct markup_part text, const struct text_drawing_fonts *fonts)
{
    for (size_t at = 0; at < text.length;) {
        char32_t c;
        if (text.bytes[at] == '&') {
            size_t length;
            c = read_reference((struct markup_part){text.bytes + at, text.length - at}, &length);
            at += length;
        } else {
            c = utf8_next(text.bytes, text.length, &at);
        }
        if (c != UTF8_BAD && !text_drawing_fonts_has(fonts, c))
            return c;
    }
    return 0;
}

static char32_t find_in_file(const struct image *file, const struct text_drawing_fonts *fonts)
{
    struct markup markup = markup_open(file->bytes, file->length);
    char32_t lacking = 0;
    bool in_text = false;
    enum markup_kind kind = markup_next(&markup);
    for (; lacking == 0 && kind > MARKUP_BROKEN; kind = markup_next(&markup)) {
        if (kind == MARKUP_TEXT && in_text)
            lacking = find_lacking(markup.body, fonts);
        else if ((kind == MARKUP_START || kind == MARKUP_END) && markup_is(&markup.name, "text"))
            in_text = kind == MARKUP_START && !markup.is_empty;
    }
    return lacking;
}

bool svg_letters_check(const struct doc_node *figure, const struct text_drawing_fonts *fonts,
                       struct diag *diag)
{
    char32_t lacking = find_in_file(&figure->image->file, fonts);
    if (lacking == 0)
        return true;
    char shown[5] = {0}, code[16];
    utf8_write(lacking, shown);
    snprintf(code, sizeof code, "U+%04X", (unsigned)lacking);
    diag_say(diag, MESSAGE_IMAGE_SVG_LETTER, figure->place, figure->image->name, shown, code);
    return false;
}
