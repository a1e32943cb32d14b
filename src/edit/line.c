/* A line of a file that cannot be read is changed as it is typed; whoever applies the change finds out what it is then. */
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

/* Lines of a text, with the ends that the file has. */
static void add_lines(struct buffer *out, const char *text, const char *line_end)
{
    for (; *text != '\0'; text++)
        if (*text == '\n')
            buffer_add_string(out, line_end);
        else
            buffer_add_char(out, *text);
}

bool edit_line(struct arena *arena, const struct source *source, size_t line, const char *text,
               struct diag *diag, struct edit_change *out)
{
    *out = (struct edit_change){.source = source};
    if (!edit_find_line(source, line, &out->start, &out->end)) {
        diag_say(diag, MESSAGE_EDIT_NO_LINE, place_at(source, 0, 0),
                 arena_printf(arena, "%zu", line));
        return false;
    }
    struct buffer bytes = {0};
    add_lines(&bytes, edit_trimmed(arena, text), edit_line_end(source));
    out->bytes = arena_copy(arena, buffer_text(&bytes), bytes.length);
    out->length = bytes.length;
    buffer_free(&bytes);
    return true;
}
