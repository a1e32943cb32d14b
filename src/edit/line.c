/* Lines of a file that cannot be read are changed as they are typed; whoever applies the change finds out what it is then. */
#include <string.h>

#include "edit/try.h"

bool edit_find_line(const struct source *source, size_t line, size_t *start, size_t *end)
{
    const char *text = source->text, *last = text + source->length;
    for (size_t number = 1; number < line && text != NULL; number++) {
        text = memchr(text, '\n', (size_t)(last - text));
        text += text != NULL;
    }
    if (line == 0 || text == NULL)
        return false;
    const char *feed = memchr(text, '\n', (size_t)(last - text));
    const char *to = feed != NULL ? feed : last;
    if (feed != NULL && to > text && to[-1] == '\r')
        to--;
    *start = (size_t)(text - source->text);
    *end = (size_t)(to - source->text);
    return true;
}

/* A text with the line ends that the file has. */
static void add_lines(struct buffer *out, const char *text, const char *line_end)
{
    for (; *text != '\0'; text++)
        if (*text == '\n')
            buffer_add_string(out, line_end);
        else if (*text != '\r')
            buffer_add_char(out, *text);
}

bool edit_lines(struct arena *arena, const struct source *source, struct edit_lines lines,
                const char *text, struct diag *diag, struct edit_change *out)
{
    size_t start, end;
    *out = (struct edit_change){.source = source};
    if (!edit_find_line(source, lines.first, &out->start, &end) ||
        !edit_find_line(source, lines.last, &start, &out->end) || out->end < out->start) {
        diag_say(diag, MESSAGE_EDIT_NO_LINE, place_at(source, 0, 0),
                 arena_printf(arena, "%zu", lines.last));
        return false;
    }
    struct buffer bytes = {0};
    add_lines(&bytes, text, edit_line_end(source));
    out->bytes = arena_copy(arena, buffer_text(&bytes), bytes.length);
    out->length = bytes.length;
    buffer_free(&bytes);
    return true;
}
