/*
 * Pipe tables: a head, a line of hyphens and colons that aligns the columns, and rows. Bars that a
 * backslash is before, or that are in placeholders, part no cells.
 */
#include "doc/style.h"
#include "prose/reading.h"

struct cells {
    struct part part[PROSE_COLUMNS];
    size_t count; /* may be more than there is room for */
};

/* Whether a line has a bar that parts cells. */
static bool has_bar(const char *text, size_t at, size_t end)
{
    for (; at < end; at++) {
        if (text[at] == '\\')
            at++;
        else if (text[at] == '|')
            return true;
    }
    return false;
}

bool prose_table_has_line(const struct reading *reading, const struct line *line)
{
    return line->text < line->end && has_bar(reading->bytes, line->text, line->end);
}

static struct cells split(const struct reading *reading, const struct line *line)
{
    const char *text = reading->bytes;
    struct cells cells = {.count = 0};
    size_t start = line->text + (text[line->text] == '|'), at = start;
    for (; at <= line->end; at++) {
        if (at < line->end && text[at] == '\\') {
            at++;
            continue;
        }
        if (at < line->end && text[at] != '|')
            continue;
        if (at == line->end && start == line->end && cells.count > 0)
            break; /* after the last bar there is no cell */
        if (cells.count < PROSE_COLUMNS)
            cells.part[cells.count] = reading_trim(reading, (struct part){start, at});
        cells.count++;
        start = at + 1;
    }
    return cells;
}

/* :-- or :-: or --: as of enum style_align, -1 for ---; -2 for anything else. */
static int read_align(const struct reading *reading, struct part part)
{
    const char *text = reading->bytes;
    bool left = part.start < part.end && text[part.start] == ':';
    size_t at = part.start + left, dashes = 0;
    while (at < part.end && text[at] == '-') {
        at++;
        dashes++;
    }
    bool right = at < part.end && text[at] == ':';
    if (dashes == 0 || at + right != part.end)
        return -2;
    return left && right ? STYLE_CENTRE : right ? STYLE_RIGHT : left ? STYLE_LEFT : -1;
}

static bool is_align_line(const struct reading *reading, const struct line *line)
{
    const char *text = reading->bytes;
    if (!prose_table_has_line(reading, line))
        return false;
    for (size_t at = line->text; at < line->end; at++)
        if (text[at] == '\0' || strchr("|:- \t", text[at]) == NULL)
            return false;
    struct cells cells = split(reading, line);
    for (size_t i = 0; i < cells.count && i < PROSE_COLUMNS; i++)
        if (read_align(reading, cells.part[i]) == -2)
            return false;
    return true;
}

bool prose_table_starts(const struct reading *reading, size_t line)
{
    return line + 1 < reading->lines && prose_table_has_line(reading, &reading->line[line]) &&
           is_align_line(reading, &reading->line[line + 1]);
}

/* ---- rows ---- */

static const char *number(const struct reading *reading, size_t number)
{
    return arena_printf(reading->arena, "%zu", number);
}

static struct prose_node *read_row(struct reading *reading, const struct line *line, size_t columns)
{
    struct cells cells = split(reading, line);
    if (cells.count != columns) {
        reading_say(reading, MESSAGE_PROSE_TABLE_ROW, line->text, number(reading, cells.count),
                    number(reading, columns));
        return NULL;
    }
    struct prose_node *row = reading_node(reading, PROSE_ROW, line->text);
    struct prose_node **end = &row->first;
    for (size_t i = 0; i < columns; i++) {
        reading_add_paragraph(reading, cells.part[i]);
        *end = reading_node(reading, PROSE_CELL, cells.part[i].start);
        inlines_read(reading, *end, cells.part[i]);
        end = &(*end)->next;
    }
    return row;
}

static struct prose_table *read_columns(const struct reading *reading, const struct cells *cells)
{
    struct prose_table *table = ARENA_NEW(reading->arena, struct prose_table, 1);
    int *align = ARENA_NEW(reading->arena, int, cells->count);
    for (size_t i = 0; i < cells->count; i++)
        align[i] = read_align(reading, cells->part[i]);
    table->columns = cells->count;
    table->align = align;
    return table;
}

/* How many lines there were, the head too. */
static size_t read_rows(struct reading *reading, size_t *at, struct prose_node *node)
{
    struct prose_node **end = &node->first;
    size_t rows = 0;
    for (size_t i = *at; *at < reading->lines; ++*at) {
        const struct line *line = &reading->line[*at];
        if (!prose_table_has_line(reading, line))
            break;
        if (*at == i + 1) /* the line that aligns */
            continue;
        if (++rows == PROSE_ROWS + 2)
            reading_say(reading, MESSAGE_PROSE_TABLE_LONG, line->text, number(reading, PROSE_ROWS));
        if (rows >= PROSE_ROWS + 2)
            continue;
        *end = read_row(reading, line, node->table->columns);
        if (*end != NULL)
            end = &(*end)->next;
    }
    return rows;
}

/* A head of empty cells is none. */
static void drop_empty_head(struct prose_node *node)
{
    const struct prose_node *head = node->first;
    node->table->has_head = false;
    for (const struct prose_node *cell = head->first; cell != NULL; cell = cell->next)
        node->table->has_head = node->table->has_head || cell->runs > 0;
    if (!node->table->has_head)
        node->first = head->next;
}

struct prose_node *prose_table_read(struct reading *reading, size_t *line)
{
    const struct line *head = &reading->line[*line];
    struct cells cells = split(reading, &reading->line[*line + 1]);
    struct prose_node *node = reading_node(reading, PROSE_TABLE, head->text);
    bool is_wide = cells.count > PROSE_COLUMNS;
    if (is_wide)
        reading_say(reading, MESSAGE_PROSE_TABLE_WIDE, head->text, number(reading, PROSE_COLUMNS));
    if (reading->in_note)
        reading_say(reading, MESSAGE_PROSE_NOTE_BLOCK, head->text);
    if (is_wide || reading->in_note) {
        while (*line < reading->lines && prose_table_has_line(reading, &reading->line[*line]))
            ++*line;
        return NULL;
    }
    node->table = read_columns(reading, &cells);
    size_t rows = read_rows(reading, line, node);
    if (rows < 2)
        reading_say(reading, MESSAGE_PROSE_TABLE_EMPTY, head->text);
    if (node->first == NULL || node->first->next == NULL)
        return NULL;
    drop_empty_head(node);
    return node;
}
