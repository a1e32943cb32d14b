/*
 * Walks the lines of a text: paragraphs, lists by the columns and kinds of their markers, tables.
 * A line that looks like an item is one when the list that is open goes on with it, or when nothing
 * else can be meant; where a sentence may begin like that, the next item has to be near.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "prose/reading.h"

/* Columns from which on a line is inside an item; lines that are looked through for the next item. */
enum { INSIDE = 2, NEAR = 64, SHORTEST_RULE = 3 };

/* An open list and its last item. */
struct level {
    struct prose_node *list, *item;
    struct prose_node **items;  /* where the next item goes */
    struct prose_node **blocks; /* where the item's next block goes */
    struct marker marker;       /* of the last item */
    unsigned column;            /* of the first item */
    size_t count;
    bool is_constant; /* all items have the number of the first */
    bool is_filled;   /* the last item, by what is on its line or below it */
};

struct walker {
    struct reading *reading;
    size_t line, end; /* the line at hand; after the last */
    struct prose_node *first, **top;
    struct level level[PROSE_LISTS];
    size_t depth;
    bool is_open; /* a paragraph */
    struct part paragraph;
    size_t paragraph_lines;
    bool is_under_table;        /* the paragraph: directly */
    struct prose_node *caption; /* of the table that comes next */
    struct prose_node *table;   /* the block before, when it is one */
    bool was_blank;
};

static const struct line *line_at(const struct walker *walker)
{
    return &walker->reading->line[walker->line];
}

static bool is_blank(const struct line *line)
{
    return line->text == line->end;
}

static bool is_same_column(unsigned a, unsigned b)
{
    return a + 1 >= b && b + 1 >= a;
}

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
        size_t at = reading_skip(reading->bytes, part.start + length, part.end);
        if (at < part.end && reading->bytes[at] == ':')
            return reading_skip(reading->bytes, at + 1, part.end);
    }
    return part.start;
}

/* Whether a table's head is the next line that is not blank. */
static bool table_follows(const struct walker *walker, bool *directly)
{
    size_t at = walker->line;
    while (at < walker->end && is_blank(&walker->reading->line[at]))
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
                     marker->form != MARKER_PATH && marker->script == MARKER_DIGITS;
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
    size_t end = line_at(walker)->end, at = marker->content;
    return at < end && strchr("-*+", text[at]) != NULL &&
           (at + 1 == end || reading_blank(text, at + 1, end) > 0);
}

static bool reject_line(struct walker *walker, size_t at);

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
    reading_add_aside(reading, (struct part){marker->start, marker->end});
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

/* ---- is it an item? ---- */

static bool is_alike(const struct walker *walker, size_t depth, const struct marker *marker)
{
    return marker_is_alike(walker->reading->bytes, &walker->level[depth].marker, marker);
}

/* The open list that goes on with this marker, from the inmost; its depth plus one, or 0. In the
 * second round the column does not matter, only the number. */
static size_t find_list(const struct walker *walker, const struct line *line, bool by_column)
{
    for (size_t depth = walker->depth; depth > 0; depth--) {
        const struct level *level = &walker->level[depth - 1];
        if (!is_alike(walker, depth - 1, &line->marker) ||
            !marker_is_next(&level->marker, &line->marker))
            continue;
        if (by_column ? is_same_column(level->column, line->column)
                      : line->marker.form != MARKER_SIGN)
            return depth;
    }
    return 0;
}

/* Markers that a sentence does not begin with. */
static bool is_strong(const struct marker *marker)
{
    switch (marker->form) {
    case MARKER_SIGN:
    case MARKER_CIRCLE:
        return true;
    case MARKER_POINT:
        return marker->script == MARKER_DIGITS;
    case MARKER_HALF:
    case MARKER_BRACKETS:
        return marker->script == MARKER_DIGITS || marker_is_first(marker);
    default:
        return false;
    }
}

/* The open list in the same column that has such markers, though not this number next: a gap, or
 * numbers that begin again. */
static size_t find_broken_list(const struct walker *walker, const struct line *line)
{
    const struct marker *marker = &line->marker;
    for (size_t depth = walker->depth; depth > 0; depth--) {
        const struct level *level = &walker->level[depth - 1];
        size_t last = marker->depth > 0 ? marker->depth - 1 : 0;
        if (marker->is_glued || marker_is_odd(marker) || !is_alike(walker, depth - 1, marker) ||
            !is_same_column(level->column, line->column))
            continue;
        if (is_strong(marker) || marker->number[last] > level->marker.number[last])
            return depth;
    }
    return 0;
}

/* The item that a number such as ๑.๑ counts below; its depth plus one, or 0. */
static size_t find_above(const struct walker *walker, const struct marker *marker)
{
    for (size_t depth = walker->depth; depth > 0; depth--)
        if (marker_is_below(&walker->level[depth - 1].marker, marker) && marker_is_first(marker))
            return depth;
    return 0;
}

/* ข้อ and ข้อที่ count paragraphs too, other words only lines. */
static bool is_clause_of_law(const struct reading *reading, const struct marker *marker)
{
    static const char *const words[] = {"ข้อ", "ข้อที่"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (marker->word == strlen(words[i]) &&
            memcmp(reading->bytes + marker->start, words[i], marker->word) == 0)
            return true;
    return false;
}

/* Whether the next item of the same list is near. */
static bool is_followed(const struct walker *walker)
{
    const struct reading *reading = walker->reading;
    const struct line *line = line_at(walker);
    const struct marker *marker = &line->marker;
    bool over_blank = marker->form != MARKER_CLAUSE || is_clause_of_law(reading, marker);
    bool was_blank = false;
    for (size_t i = walker->line + 1; i < walker->end && i <= walker->line + NEAR; i++) {
        const struct line *next = &reading->line[i];
        if (is_blank(next)) {
            was_blank = true;
            continue;
        }
        if (was_blank && !over_blank)
            return false;
        bool is_count = marker->depth == 1 && marker->script == MARKER_DIGITS;
        if (marker_is_alike(reading->bytes, marker, &next->marker) &&
            is_same_column(line->column, next->column) &&
            (marker_is_next(marker, &next->marker) ||
             (is_count && marker->number[0] == next->marker.number[0])))
            return true;
        if (was_blank && next->marker.form == MARKER_NONE && next->column < line->column + INSIDE)
            return false;
        was_blank = false;
    }
    return false;
}

/* A dash between the numbers of two lines is a range. */
static bool is_range(const struct walker *walker, const struct marker *marker)
{
    const char *text = walker->reading->bytes;
    size_t before = walker->paragraph.end, at = marker->content, end = line_at(walker)->end;
    while (before > walker->paragraph.start && ((unsigned char)text[before - 1] & 0xC0) == 0x80)
        before--;
    if (before == walker->paragraph.start || at == end)
        return false;
    before--;
    return utf8_is_digit(utf8_next(text, end, &before)) && utf8_is_digit(utf8_next(text, end, &at));
}

/* Whether a sign begins a list in the midst of a paragraph. A star alone may be that of a remark. */
static bool is_sign_of_list(const struct walker *walker, const struct marker *marker)
{
    switch (marker->sign) {
    case '*':
        return !walker->reading->has_remark || is_followed(walker);
    case '-':
        return !is_range(walker, marker) || is_followed(walker);
    case 'o':
        return walker->depth > 0 || is_followed(walker);
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return is_followed(walker);
    default:
        return true;
    }
}

/* Whether a marker that no open list goes on with begins one. */
static bool begins_list(const struct walker *walker, const struct line *line)
{
    const struct marker *marker = &line->marker;
    if (marker_is_odd(marker))
        return false;
    if (marker->is_glued)
        return is_followed(walker);
    if (marker->form == MARKER_SIGN && (walker->is_open || marker->sign == '*'))
        return is_sign_of_list(walker, marker);
    bool is_deeper = walker->depth > 0 &&
                     line->column >= walker->level[walker->depth - 1].column + INSIDE &&
                     marker_is_first(marker);
    if (is_deeper && marker->form != MARKER_CLAUSE && marker->form != MARKER_PATH)
        return true;
    if (!is_strong(marker))
        return is_followed(walker);
    if (!walker->is_open || marker->form == MARKER_CIRCLE)
        return true;
    return (marker->form != MARKER_BRACKETS && marker->script == MARKER_DIGITS &&
            marker_is_first(marker)) ||
           is_followed(walker);
}

/* How far up a kind of list is, where columns do not say which is inside which. */
static int rank(const struct marker *marker)
{
    switch (marker->form) {
    case MARKER_CLAUSE:
        return 0;
    case MARKER_POINT:
        return 1;
    case MARKER_PATH:
        return 2;
    case MARKER_SIGN:
        return 4;
    default:
        return 3;
    }
}

/* The depth at which a new list begins. */
static size_t depth_of_list(const struct walker *walker, const struct line *line)
{
    size_t depth = walker->depth;
    while (depth > 0 && line->column + INSIDE <= walker->level[depth - 1].column)
        depth--;
    while (depth > 0 && is_same_column(line->column, walker->level[depth - 1].column)) {
        if (is_alike(walker, depth - 1, &line->marker))
            return depth - 1;
        if (rank(&line->marker) >= rank(&walker->level[depth - 1].marker))
            return depth;
        depth--;
    }
    return depth;
}

static bool take_item(struct walker *walker)
{
    const struct line *line = line_at(walker);
    if (line->marker.form == MARKER_NONE)
        return false;
    size_t found = find_list(walker, line, true);
    size_t above = found == 0 ? find_above(walker, &line->marker) : 0;
    if (found == 0 && above == 0)
        found = find_list(walker, line, false);
    if (found == 0 && above == 0)
        found = find_broken_list(walker, line);
    if (found > 0)
        add_item(walker, found - 1, line);
    else if (above > 0)
        add_list(walker, above, line);
    else if (begins_list(walker, line))
        add_list(walker, depth_of_list(walker, line), line);
    else
        return false;
    return true;
}

/* ---- lines that have no place in a report ---- */

static size_t count_of(const struct walker *walker, size_t at, char c)
{
    size_t end = line_at(walker)->end, count = 0;
    while (at + count < end && walker->reading->bytes[at + count] == c)
        count++;
    return count;
}

static bool is_heading(const struct walker *walker, size_t at)
{
    size_t signs = count_of(walker, at, '#'), end = line_at(walker)->end;
    return signs >= 1 && signs <= 6 &&
           (at + signs == end || reading_blank(walker->reading->bytes, at + signs, end) > 0);
}

/* A line of nothing but one sign, blanks between them or not. A line of underscores is to be filled
 * in, and a dash alone is an item. */
static bool is_rule(const struct walker *walker, size_t at)
{
    const char *text = walker->reading->bytes;
    size_t end = line_at(walker)->end, count = 0, start = at;
    char sign = text[at];
    if (sign == '\0' || strchr("-*_=", sign) == NULL)
        return false;
    while (at < end) {
        size_t blank = reading_blank(text, at, end);
        if (blank == 0 && text[at] != sign)
            return false;
        count += blank == 0;
        at += blank > 0 ? blank : 1;
    }
    bool is_whole = count == end - start;
    if (sign == '_')
        return count == SHORTEST_RULE || (count > SHORTEST_RULE && !is_whole);
    return count >= SHORTEST_RULE && (sign != '=' || is_whole);
}

static bool is_fence(const struct walker *walker, size_t at)
{
    return count_of(walker, at, '`') >= 3 || count_of(walker, at, '~') >= 3;
}

/* Past the lines of a block of code. */
static void skip_code(struct walker *walker, size_t at)
{
    char sign = walker->reading->bytes[at];
    while (++walker->line < walker->end)
        if (count_of(walker, line_at(walker)->text, sign) >= 3)
            return;
    walker->line = walker->end - 1;
}

/* [name]: https://… which links elsewhere would refer to. */
static bool is_reference(const struct walker *walker, size_t at)
{
    const char *text = walker->reading->bytes;
    size_t end = line_at(walker)->end;
    if (text[at] != '[')
        return false;
    const char *close = memchr(text + at, ']', end - at);
    if (close == NULL || close[1] != ':')
        return false;
    size_t rest = reading_skip(text, (size_t)(close - text) + 2, end);
    return rest < end &&
           (text[rest] == '<' || strncmp(text + rest, "http", 4) == 0 || text[rest] == '/');
}

/* Reports a line, or the rest of one, that is no text, and goes past it. */
static bool reject_line(struct walker *walker, size_t at)
{
    const struct reading *reading = walker->reading;
    enum diag_code code;
    if (is_heading(walker, at))
        code = MESSAGE_PROSE_HEADING;
    else if (reading->bytes[at] == '>')
        code = MESSAGE_PROSE_QUOTE;
    else if (is_fence(walker, at))
        code = MESSAGE_PROSE_CODE;
    else if (is_rule(walker, at))
        code = walker->is_open ? MESSAGE_PROSE_UNDERLINE : MESSAGE_PROSE_RULE;
    else if (is_reference(walker, at))
        code = MESSAGE_PROSE_LINK_REFERENCE;
    else if (reading->bytes[at] == '|')
        code = MESSAGE_PROSE_TABLE_HEAD;
    else
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
    while (depth > 0 && column < walker->level[depth - 1].column + INSIDE)
        depth--;
    close_lists(walker, depth);
}

static void take_text(struct walker *walker)
{
    const struct line *line = line_at(walker);
    if (walker->is_open) {
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
    unsigned column = line_at(walker)->column;
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
        bool blank = is_blank(line);
        bool is_own = line->column >= INSIDE || (!was_blank && line->marker.form == MARKER_NONE);
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
    const struct line *line = line_at(walker);
    struct definition *definition = walker->reading->in_note ? NULL : line->definition;
    bool blank = is_blank(line);
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
