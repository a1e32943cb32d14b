#include "exchange/table.h"

#include <string.h>

#include "base/utf8.h"

struct table table_new(size_t columns)
{
    return (struct table){.arena = arena_new(), .columns = columns};
}

void table_free(struct table *table)
{
    arena_free(table->arena);
}

static size_t width_of(const char *text)
{
    size_t cells = 0;
    for (size_t at = 0, length = strlen(text); at < length;)
        cells += (size_t)utf8_cells(utf8_next(text, length, &at));
    return cells;
}

/* On one line, and no wider than so many cells. */
static const char *fit(struct arena *arena, const char *text, size_t most)
{
    struct buffer out = {0};
    size_t cells = 0, length = strlen(text), at = 0;
    while (at < length) {
        size_t from = at;
        char32_t c = utf8_next(text, length, &at);
        cells += (size_t)utf8_cells(c);
        if (most > 0 && cells > most - (at < length)) {
            buffer_add_string(&out, "…");
            break;
        }
        if (c == '\n' || c == '\t' || !utf8_may_be_typed(c))
            buffer_add_char(&out, ' ');
        else
            buffer_add(&out, text + from, at - from);
    }
    const char *copy = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return copy;
}

void table_add(struct table *table, const char *text, size_t most)
{
    table->cell =
        arena_room(table->arena, table->cell, table->count, &table->room, sizeof *table->cell);
    table->cell[table->count++] = fit(table->arena, text, most);
}

static void add_spaces(struct buffer *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_add_char(out, ' ');
}

void table_print(const struct table *table, struct buffer *out)
{
    size_t width[TABLE_COLUMNS] = {0};
    for (size_t i = 0; i < table->count; i++) {
        size_t cells = width_of(table->cell[i]);
        size_t column = i % table->columns;
        width[column] = cells > width[column] ? cells : width[column];
    }
    for (size_t i = 0; i < table->count; i++) {
        size_t column = i % table->columns;
        bool is_right = (table->right >> column & 1u) != 0, is_last = column + 1 == table->columns;
        size_t pad = width[column] - width_of(table->cell[i]);
        add_spaces(out, is_right ? pad : 0);
        buffer_add_string(out, table->cell[i]);
        add_spaces(out, is_right || is_last ? 0 : pad);
        while (is_last && out->length > 0 && out->bytes[out->length - 1] == ' ')
            out->length--;
        buffer_add_string(out, is_last ? "\n" : "  ");
    }
}
