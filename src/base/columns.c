#include "base/columns.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

static const char ELLIPSIS[] = "…";

size_t columns_width(const char *text)
{
    size_t length = strlen(text);
    size_t width = 0;
    for (size_t at = 0; at < length;)
        width += (size_t)utf8_cells(utf8_next(text, length, &at));
    return width;
}

/* The text on one line, and no wider than asked. A letter is cut with its marks. */
static const char *fitted(struct arena *arena, const char *text, size_t most)
{
    size_t length = strlen(text);
    bool is_cut = most > 0 && columns_width(text) > most;
    struct buffer out = {0};
    size_t width = 0;
    for (size_t at = 0; at < length;) {
        char32_t c = utf8_next(text, length, &at);
        if (c == UTF8_BAD)
            c = 0xFFFD;
        else if (c < ' ' || !utf8_may_be_typed(c))
            c = ' ';
        size_t cells = (size_t)utf8_cells(c);
        if (is_cut && width + cells > most - 1)
            break;
        width += cells;
        char bytes[4];
        buffer_add(&out, bytes, utf8_write(c, bytes));
    }
    if (is_cut)
        buffer_add_string(&out, ELLIPSIS);
    const char *copy = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return copy;
}

void columns_add(struct columns *columns, const char *const *cell)
{
    assert(columns->columns <= COLUMNS_MOST);
    columns->row = arena_room(columns->arena, columns->row, columns->rows, &columns->room,
                              sizeof *columns->row);
    for (size_t i = 0; i < columns->columns; i++)
        columns->row[columns->rows][i] =
            fitted(columns->arena, cell[i] != NULL ? cell[i] : "", columns->most[i]);
    columns->rows++;
}

static void add_blanks(struct buffer *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_add_string(out, " ");
}

/* The last cell of a row that has anything in it. */
static size_t last_of(const struct columns *columns, size_t row)
{
    size_t last = columns->columns;
    while (last > 0 && columns->row[row][last - 1][0] == '\0')
        last--;
    return last;
}

static void print_row(const struct columns *columns, size_t row, const size_t *width,
                      struct buffer *out)
{
    size_t last = last_of(columns, row);
    for (size_t i = 0; i < last; i++) {
        const char *cell = columns->row[row][i];
        size_t blanks = width[i] - columns_width(cell);
        if (i > 0)
            buffer_add_string(out, "  ");
        if (columns->right[i])
            add_blanks(out, blanks);
        buffer_add_string(out, cell);
        if (!columns->right[i] && i + 1 < last)
            add_blanks(out, blanks);
    }
    buffer_add_string(out, "\n");
}

void columns_print(const struct columns *columns, size_t indent, struct buffer *out)
{
    size_t width[COLUMNS_MOST] = {0};
    for (size_t row = 0; row < columns->rows; row++)
        for (size_t i = 0; i < columns->columns; i++) {
            size_t cells = columns_width(columns->row[row][i]);
            width[i] = cells > width[i] ? cells : width[i];
        }
    for (size_t row = 0; row < columns->rows; row++) {
        add_blanks(out, indent);
        print_row(columns, row, width, out);
    }
}
