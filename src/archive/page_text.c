/* Frames come in reading order; white space between lines does not count. */
#include "archive/page_text.h"

enum { DIGITS = 16 };

static void add_line(struct buffer *text, const struct text_line *line)
{
    size_t length = 0;
    const char *bytes = text_line_bytes(line, &length);
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != ' ' && bytes[i] != '\n')
            buffer_add_char(text, bytes[i]);
}

struct manifest_list page_text_checksums(struct arena *arena, const struct pages *pages)
{
    struct manifest_list list = manifest_list_new(arena, pages->count);
    struct buffer text = {0};
    for (size_t i = 0; i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        buffer_clear(&text);
        for (size_t j = 0; j < page->frames; j++)
            if (page->frame[j].kind == FRAME_LINE)
                add_line(&text, &page->frame[j].line);
        struct checksum sum = checksum_of(buffer_text(&text), text.length);
        manifest_add(&list, arena_printf(arena, "%zu", i + 1),
                     arena_copy(arena, sum.digits, DIGITS));
    }
    buffer_free(&text);
    return list;
}
