/* Walks the lines of a text: paragraphs, lists by the columns and kinds of their markers, tables. */
#include <stdlib.h>

#include "base/utf8.h"
#include "prose/walker.h"

/* ---- what is made ---- */

static void add_blocks(struct walker *walker, struct prose_node *node)
{
    struct level *level = walker->depth > 0 ? &walker->level[walker->depth - 1] : NULL;
    struct prose_node ***end = level != NULL ? &level->blocks : &walker->top;
    if (level != NULL)
        level->is_filled = true;
    walker->table = NULL;
    **end = node;
    while (**end != NULL) {
        walker->table = (**end)->kind == PROSE_TABLE ? **end : NULL;
        *end = &(**end)->next;
    }
}

/* After "ตาราง:" or "Table:" at the start of a part; its start when there is none. */
static size_t caption_start(const struct reading *reading, struct part part)
{
    static const char *const words[] = {"ตาราง", "Table", "table"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i]);
        if (part.end - part.start <= length ||
            memcmp(reading->bytes + part.start, words[i], length) != 0)
            continue;
        size_t at = utf8_skip_blanks(reading->bytes, part.start + length, part.end);
        if (at < part.end && reading->bytes[at] == ':')
            return utf8_skip_blanks(reading->bytes, at + 1, part.end);
    }
    return part.start;
}

/* Whether a table's head is the next line that is not blank. */
static bool table_follows(const struct walker *walker, bool *directly)
{
    size_t at = walker->line;
    while (at < walker->end && line_is_blank(&walker->reading->line[at]))
        at++;
    *directly = at == walker->line;
    return at < walker->end && prose_table_starts(walker->reading, at);
}

/* Makes a paragraph the caption of the table below or above it, if it is one. */
static bool take_caption(struct walker *walker)
{
    struct part part = walker->paragraph;
    part.start = caption_start(walker->reading, part);
    if (part.start == walker->paragraph.start || part.start == part.end ||
        walker->paragraph_lines > 1)
        return false;
    bool directly = false;
    bool below = table_follows(walker, &directly);
    bool above = walker->table != NULL && walker->table->table->caption == NULL;
    if (!below && !above)
        return false;
    struct prose_node *caption = reading_node(walker->reading, PROSE_PARAGRAPH, part.start);
    inlines_read(walker->reading, caption, part);
    if (below && (directly || !above || !walker->is_under_table))
        walker->caption = caption;
    else
        walker->table->table->caption = caption;
    return true;
}

static void close_paragraph(struct walker *walker)
{
    struct reading *reading = walker->reading;
    if (!walker->is_open)
        return;
    walker->is_open = false;
    reading_add_paragraph(reading, walker->paragraph);
    if (take_caption(walker))
        return;
    struct prose_node *node = reading_node(reading, PROSE_PARAGRAPH, walker->paragraph.start);
    add_blocks(walker, inlines_read(reading, node, walker->paragraph));
}

static void open_paragraph(struct walker *walker, size_t start, size_t end)
{
    walker->is_open = true;
    walker->is_under_table = walker->table != NULL && !walker->was_blank;
    walker->paragraph = (struct part){start, end};
    walker->paragraph_lines = 1;
    walker->is_told = false;
}

/* ---- lines that have no place in a report ---- */

/* Past the lines of a block of code. */
static void skip_code(struct walker *walker, size_t at)
{
    char sign = walker->reading->bytes[at];
    while (++walker->line < walker->end)
        if (refused_count(walker, walker_line(walker)->text, sign) >= 3)
            return;
    walker->line = walker->end - 1;
}

/* Reports a line, or the rest of one, that is no text, and goes past it. */
static bool reject_line(struct walker *walker, size_t at)
{
    const struct reading *reading = walker->reading;
    enum diag_code code;
    if (!refused_line(walker, at, &code))
        return false;
    close_paragraph(walker);
    reading_say(reading, code, at);
    if (code == MESSAGE_PROSE_CODE)
        skip_code(walker, at);
    while (code == MESSAGE_PROSE_TABLE_HEAD && walker->line + 1 < walker->end &&
           prose_table_has_line(reading, &reading->line[walker->line + 1]))
        walker->line++;
    walker->line++;
    return true;
}

/* ---- items ---- */

static void close_item(struct walker *walker)
{
    const struct level *level = &walker->level[walker->depth - 1];
    if (!level->is_filled)
        reading_say(walker->reading, MESSAGE_PROSE_ITEM_EMPTY, level->marker.start);
}

/* Writes a number in the place of the digits of a label. */
static const char *renumber(struct arena *arena, const char *label, size_t number)
{
    size_t length = strlen(label), start = length, end = 0;
    for (size_t at = 0; at < length;) {
        size_t before = at;
        if (!utf8_is_digit(utf8_next(label, length, &at)))
            continue;
        start = before < start ? before : start;
        end = at;
    }
    return arena_printf(arena, "%.*s%zu%s", (int)start, label, number, label + end);
}

/* A list typed 1. 1. 1. is counted. */
static void close_list(struct walker *walker)
{
    const struct level *level = &walker->level[walker->depth - 1];
    close_item(walker);
    if (level->count > 1 && level->is_constant) {
        size_t number = (size_t)level->marker.number[0];
        for (struct prose_node *item = level->list->first; item != NULL; item = item->next)
            item->label = renumber(walker->reading->arena, item->label, number++);
    }
    walker->depth--;
    walker->table = NULL;
}

static void close_lists(struct walker *walker, size_t depth)
{
    close_paragraph(walker);
    while (walker->depth > depth)
        close_list(walker);
}

static const char *label_of(const struct reading *reading, const struct marker *marker)
{
    static const char *const tasks[] = {"", "☐", "☑"};
    if (marker->form == MARKER_SIGN) {
        if (marker->task != MARKER_NO_TASK)
            return tasks[marker->task];
        if (!marker->is_own)
            return NULL;
    }
    const char *typed = reading->bytes + marker->start;
    int length = (int)(marker->end - marker->start);
    const char *gap = marker->task != MARKER_NO_TASK ? " " : "";
    return arena_printf(reading->arena, "%.*s%s%s", length, typed, gap, tasks[marker->task]);
}

/* Says where the numbers of a list do not go on, and notes how they go. */
static void count_item(struct walker *walker, struct level *level, const struct marker *marker)
{
    struct reading *reading = walker->reading;
    bool is_number = marker->form != MARKER_SIGN && marker->form != MARKER_CIRCLE &&
                     marker->depth == 1 && marker->script == MARKER_DIGITS;
    bool is_same = is_number && level->count > 0 && level->is_constant &&
                   marker->number[0] == level->marker.number[0];
    bool is_next = level->count == 0 || marker_is_next(&level->marker, marker);
    if (!is_same && (!is_next || (level->count > 1 && level->is_constant)))
        reading_say(reading, MESSAGE_PROSE_LIST_GAP, marker->start,
                    reading_copy(reading, (struct part){marker->start, marker->end}),
                    reading_copy(reading, (struct part){level->marker.start, level->marker.end}));
    level->is_constant = level->count == 0 ? is_number : is_same;
    level->count++;
    level->marker = *marker;
}

/* What may not begin an item's text: a list on the same line. */
static bool is_doubled(const struct walker *walker, const struct marker *marker)
{
    const char *text = walker->reading->bytes;
    size_t end = walker_line(walker)->end, at = marker->content;
    return at < end && strchr("-*+", text[at]) != NULL &&
           (at + 1 == end || utf8_blank(text, at + 1, end) > 0);
}

/* What is on an item's line after its marker. */
static void begin_text(struct walker *walker, const struct line *line)
{
    size_t at = line->marker.content;
    if (at < line->end && reject_line(walker, at))
        return;
    if (at < line->end && is_doubled(walker, &line->marker))
        reading_say(walker->reading, MESSAGE_PROSE_LIST_DOUBLE, at);
    else if (at < line->end)
        open_paragraph(walker, at, line->end);
    walker->line++;
}

/* An item of the open list at a level. */
static void add_item(struct walker *walker, size_t depth, const struct line *line)
{
    struct reading *reading = walker->reading;
    const struct marker *marker = &line->marker;
    struct level *level = &walker->level[depth];
    close_lists(walker, depth + 1);
    if (level->item != NULL)
        close_item(walker);
    bool has_box = marker->task != MARKER_NO_TASK;
    reading_add_aside(reading,
                      (struct part){marker->start, has_box ? marker->content : marker->end});
    count_item(walker, level, marker);
    level->item = reading_node(reading, PROSE_ITEM, marker->start);
    level->item->label = label_of(reading, marker);
    *level->items = level->item;
    level->items = &level->item->next;
    level->blocks = &level->item->first;
    level->is_filled = marker->content < line->end;
    walker->table = NULL;
    begin_text(walker, line);
}

/* A list inside the last item of the level above, or of the text. */
static void add_list(struct walker *walker, size_t depth, const struct line *line)
{
    close_lists(walker, depth);
    if (depth == PROSE_LISTS) {
        reading_say(walker->reading, MESSAGE_PROSE_LIST_DEEP, line->text);
        walker->line++;
        return;
    }
    struct prose_node *list = reading_node(walker->reading, PROSE_LIST, line->text);
    add_blocks(walker, list);
    walker->level[depth] =
        (struct level){.list = list, .items = &list->first, .column = line->column};
    walker->depth = depth + 1;
    add_item(walker, depth, line);
}

static bool take_item(struct walker *walker)
{
    const struct line *line = walker_line(walker);
    struct list_place place = lists_place(walker);
    if (place.is_item && place.is_new)
        add_list(walker, place.depth, line);
    else if (place.is_item)
        add_item(walker, place.depth, line);
    return place.is_item;
}

/* ---- lines ---- */

/* Whether the last item waits for its text. */
static bool is_waiting(const struct walker *walker)
{
    return walker->depth > 0 && !walker->level[walker->depth - 1].is_filled && !walker->was_blank;
}

/* The items that a line after a blank one is not inside of come to their end. */
static void leave_items(struct walker *walker, unsigned column)
{
    size_t depth = walker->depth;
    while (depth > 0 && column < walker->level[depth - 1].column + WALKER_INSIDE)
        depth--;
    close_lists(walker, depth);
}

/* A line that goes on the paragraph and looks as if it were an item of a list: nothing says so but its look. */
static void look_at_joined(struct walker *walker, const struct line *line)
{
    const struct reading *reading = walker->reading;
    const struct line *before = line - 1;
    size_t start = walker->paragraph_lines == 1 ? walker->paragraph.start : before->text;
    if (walker->is_told || line->is_plain)
        return;
    walker->is_told =
        lists_is_doubtful(walker) ||
        marker_heads_are_alike(reading->bytes, start, before->end, line->text, line->end);
    size_t end = line->text;
    while (end < line->end && utf8_blank(reading->bytes, end, line->end) == 0)
        end++;
    if (walker->is_told)
        reading_say(reading, MESSAGE_PROSE_LINE_JOINED, line->text,
                    reading_copy(reading, (struct part){line->text, end}));
}

static void take_text(struct walker *walker)
{
    const struct line *line = walker_line(walker);
    if (walker->is_open) {
        look_at_joined(walker, line);
        walker->paragraph.end = line->end;
        walker->paragraph_lines++;
    } else {
        if (!is_waiting(walker))
            leave_items(walker, line->column);
        open_paragraph(walker, line->text, line->end);
    }
    walker->line++;
}

static void take_table(struct walker *walker)
{
    unsigned column = walker_line(walker)->column;
    close_paragraph(walker);
    if (!is_waiting(walker))
        leave_items(walker, column);
    struct prose_node *table = prose_table_read(walker->reading, &walker->line);
    if (table == NULL)
        return;
    table->table->caption = walker->caption;
    walker->caption = NULL;
    add_blocks(walker, table);
}

static void take_definition(struct walker *walker, struct definition *definition)
{
    struct reading *reading = walker->reading;
    close_paragraph(walker);
    size_t end = walker->line + 1;
    bool was_blank = false;
    for (; end < walker->end && reading->line[end].definition == NULL; end++) {
        const struct line *line = &reading->line[end];
        bool blank = line_is_blank(line);
        bool is_own =
            line->column >= WALKER_INSIDE || (!was_blank && line->marker.form == MARKER_NONE);
        if (!blank && !is_own)
            break;
        was_blank = blank;
    }
    reading->in_note = true;
    definition->note->first = prose_blocks_read(reading, walker->line, end, definition->text);
    reading->in_note = false;
    walker->line = end;
}

static void take_line(struct walker *walker)
{
    const struct line *line = walker_line(walker);
    struct definition *definition = walker->reading->in_note ? NULL : line->definition;
    bool blank = line_is_blank(line);
    if (blank) {
        close_paragraph(walker);
        walker->line++;
    } else if (definition != NULL) {
        take_definition(walker, definition);
    } else if (!line->is_plain && prose_table_starts(walker->reading, walker->line)) {
        take_table(walker);
    } else if (line->is_plain || (!reject_line(walker, line->text) && !take_item(walker))) {
        take_text(walker);
    }
    walker->was_blank = blank;
}

struct prose_node *prose_blocks_read(struct reading *reading, size_t first, size_t end, size_t text)
{
    struct walker walker = {.reading = reading, .line = first, .end = end};
    walker.top = &walker.first;
    const struct line *line = &reading->line[first];
    if (text > line->text) {
        if (text < line->end)
            open_paragraph(&walker, text, line->end);
        walker.line++;
    }
    while (walker.line < end)
        take_line(&walker);
    close_lists(&walker, 0);
    return walker.first;
}
