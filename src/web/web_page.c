/* An SVG that is right by itself, and small enough to be put into a page of HTML. */
#include "web/web_page.h"

#include "base/decimal.h"
#include "base/hash.h"
#include "picture/pictures.h"
#include "web/canvas_web.h"

uint64_t web_picture_hash(const struct picture *picture)
{
    return hash_wide_bytes(HASH_WIDE_START, (const char *)picture->image->bytes,
                           picture->image->length);
}

void web_page(const struct painting *painting, size_t number, struct web_fonts *fonts,
              struct buffer *out)
{
    const struct doc_page *paper = painting->pages->page[number - 1].paper;
    struct arena *arena = arena_new();
    struct canvas_web web = canvas_web_new(out, fonts, arena);
    buffer_add_string(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    decimal_add(out, decimal_hundredths(paper->width), 2);
    buffer_add_char(out, ' ');
    decimal_add(out, decimal_hundredths(paper->height), 2);
    buffer_add_string(out, "\">\n");
    if (painting->structure != NULL)
        web.element = structure_elements(painting->structure);
    paint_page(painting, number, &web.canvas);
    canvas_web_leave(&web, 0);
    canvas_web_close(&web);
    buffer_add_string(out, "</svg>\n");
    arena_free(arena);
}
