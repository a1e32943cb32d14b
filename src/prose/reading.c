/*
 * Joins wording and placeholders into one text of lines, and finds the way back to what is written.
 * Each line knows where it starts in the YAML, so a place costs no more than a walk along its line,
 * and places in order cost one.
 */
#include "prose/reading.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { TAB = 4, SHOWN = 60 };

/* The end of a part without the blanks there. */
static size_t before_blanks(const char *text, size_t start, size_t end)
{
    while (end > start) {
        size_t last = end - 1;
        while (last > start && ((unsigned char)text[last] & 0xC0) == 0x80)
            last--;
        if (utf8_blank(text, last, end) != end - last)
            break;
        end = last;
    }
    return end;
}

struct part reading_trim(const struct reading *reading, struct part part)
{
    size_t start = utf8_skip_blanks(reading->bytes, part.start, part.end);
    return (struct part){start, before_blanks(reading->bytes, start, part.end)};
}

/* ---- the text ---- */

static void join(struct reading *reading)
{
    const struct template *template = reading->template;
    char *bytes = ARENA_NEW(reading->arena, char, template->text.length + 1);
    reading->piece = ARENA_NEW(reading->arena, size_t, template->pieces + 1);
    size_t at = 0;
    for (size_t i = 0; i < template->pieces; i++) {
        const struct template_piece *piece = &template->piece[i];
        reading->piece[i] = at;
        if (piece->expr != NULL) {
            bytes[at++] = READING_HOLE;
            continue;
        }
        memcpy(bytes + at, template->text.bytes + piece->start, piece->end - piece->start);
        at += piece->end - piece->start;
    }
    reading->bytes = bytes;
    reading->length = at;
}

/* The piece that a byte is in; there is one. */
static size_t piece_at(const struct reading *reading, size_t at)
{
    size_t low = 0, high = reading->template->pieces;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (reading->piece[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t reading_written(const struct reading *reading, size_t at)
{
    if (at >= reading->length)
        return reading->template->text.length;
    size_t piece = piece_at(reading, at);
    return reading->template->piece[piece].start + (at - reading->piece[piece]);
}

const struct expr *reading_expr(const struct reading *reading, size_t at)
{
    return reading->template->piece[piece_at(reading, at)].expr;
}

/* ---- lines ---- */

static unsigned column_of(const struct reading *reading, size_t from, size_t to)
{
    unsigned column = 0;
    while (from < to) {
        column = reading->bytes[from] == '\t' ? (column / TAB + 1) * TAB : column + 1;
        from += utf8_blank(reading->bytes, from, to);
    }
    return column;
}

/* A backslash at a line's start, before what would begin a list, makes a text of it. */
static void look_at_start(const struct reading *reading, struct line *line)
{
    const char *text = reading->bytes;
    if (line->text == line->end)
        return;
    if (text[line->text] != '\\') {
        line->marker = marker_read(text, line->text, line->end);
        return;
    }
    if (line->text + 1 < line->end)
        line->is_plain = marker_read(text, line->text + 1, line->end).form != MARKER_NONE;
}

/* Whether a line has an odd star that is after a word and before a blank: ผู้บังคับบัญชา* */
static bool has_remark(const struct reading *reading, const struct line *line)
{
    const char *text = reading->bytes;
    size_t stars = 0;
    bool found = false;
    for (size_t at = line->text; at < line->end; at++) {
        if (text[at] != '*' || text[at + 1] == '*' || (at > line->text && text[at - 1] == '*'))
            continue;
        bool is_after = at > line->text && text[at - 1] != ' ' && text[at - 1] != '\\';
        bool is_last = at + 1 == line->end || strchr(" ),.;:|", text[at + 1]) != NULL;
        found = found || (is_after && is_last);
        stars += is_after || !is_last;
    }
    return found && stars % 2 == 1;
}

static void find_lines(struct reading *reading)
{
    const struct text *written = &reading->template->text;
    size_t room = 1;
    for (size_t i = 0; i < reading->length; i++)
        room += reading->bytes[i] == '\n';
    reading->line = memory_zeroed(room, sizeof *reading->line);
    struct node_cursor cursor = {0};
    if (written->node != NULL)
        cursor = node_cursor(written->node);
    for (size_t at = 0; reading->lines < room;) {
        struct line *line = &reading->line[reading->lines++];
        const char *end = memchr(reading->bytes + at, '\n', reading->length - at);
        size_t next = end != NULL ? (size_t)(end - reading->bytes) : reading->length;
        line->begin = at;
        line->text = utf8_skip_blanks(reading->bytes, at, next);
        line->end = before_blanks(reading->bytes, line->text, next);
        line->column = column_of(reading, at, line->text);
        look_at_start(reading, line);
        reading->has_remark = reading->has_remark || has_remark(reading, line);
        if (written->node != NULL)
            node_cursor_go(&cursor, reading_written(reading, at));
        line->cursor = cursor;
        at = next + 1;
    }
}

struct reading reading_open(struct arena *arena, struct diag *diag, const struct template *template,
                            struct prose *prose)
{
    struct reading reading = {.arena = arena, .diag = diag, .template = template, .prose = prose};
    reading.recent = ARENA_NEW(arena, struct node_cursor, 1);
    join(&reading);
    find_lines(&reading);
    *reading.recent = reading.line[0].cursor;
    return reading;
}

void reading_free(struct reading *reading)
{
    free(reading->line);
    free(reading->definition);
}

/* ---- places and messages ---- */

struct place reading_place(const struct reading *reading, size_t at)
{
    const struct text *written = &reading->template->text;
    if (written->node == NULL)
        return written->place;
    size_t low = 0, high = reading->lines;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (reading->line[middle].begin <= at)
            low = middle;
        else
            high = middle;
    }
    size_t offset = reading_written(reading, at);
    const struct node_cursor *start = &reading->line[low].cursor;
    if (reading->recent->asked < start->asked || reading->recent->asked > offset)
        *reading->recent = *start;
    return node_cursor_go(reading->recent, offset);
}

void reading_add(const struct reading *reading, enum diag_code code, size_t at,
                 const char *const *arguments)
{
    if (reading->diag != NULL)
        diag_add(reading->diag, code, reading_place(reading, at), arguments);
}

const char *reading_copy(const struct reading *reading, struct part part)
{
    struct buffer out = {0};
    size_t at = part.start;
    while (at < part.end && out.length < SHOWN) {
        size_t start = at;
        utf8_next(reading->bytes, part.end, &at);
        if (reading->bytes[start] == READING_HOLE)
            buffer_add_string(&out, "{{…}}");
        else
            buffer_add(&out, reading->bytes + start, at - start);
    }
    if (at < part.end)
        buffer_add_string(&out, "…");
    const char *copy = arena_copy(reading->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return copy;
}

/* ---- what is made ---- */

static void add_extent(struct reading *reading, struct prose_extent **extent, size_t *count,
                       size_t *room, struct part part)
{
    *extent = arena_room(reading->arena, *extent, *count, room, sizeof **extent);
    (*extent)[(*count)++] = (struct prose_extent){reading_written(reading, part.start),
                                                  reading_written(reading, part.end)};
}

void reading_add_paragraph(struct reading *reading, struct part part)
{
    struct prose *prose = reading->prose;
    add_extent(reading, &prose->paragraph, &prose->paragraphs, &reading->paragraph_room, part);
}

void reading_add_aside(struct reading *reading, struct part part)
{
    struct prose *prose = reading->prose;
    add_extent(reading, &prose->aside, &prose->asides, &reading->aside_room, part);
}

struct prose_node *reading_node(const struct reading *reading, enum prose_kind kind, size_t at)
{
    struct prose_node *node = ARENA_NEW(reading->arena, struct prose_node, 1);
    node->kind = kind;
    node->place = reading_place(reading, at);
    return node;
}
