/*
 * Values with a sign between them: a comma, a semicolon or a tab, whichever parts the lines most evenly. Quotes as in
 * RFC 4180: around a whole value, in which a quote is typed twice and a line end is a line end.
 */
#include <string.h>

#include "sheet/encoding.h"
#include "sheet/grid.h"
#include "sheet/write.h"

struct csv {
    struct grid *grid;
    const char *text;
    size_t length, at;
    char parting;
    uint32_t row, column;
};

enum { TRIED_LINES = 60 };

/* How many signs the first lines have, and whether they all have as many. */
struct evenness {
    size_t lines, signs, most, same;
};

static void end_line(struct evenness *even, size_t signs)
{
    even->lines++;
    even->signs += signs;
    even->same += signs > 0 && signs == even->most;
    if (signs > even->most) {
        even->most = signs;
        even->same = 1;
    }
}

static struct evenness count(const char *text, size_t length, char sign)
{
    struct evenness even = {0};
    bool in_quotes = false;
    size_t signs = 0, at = 0;
    for (; at < length && even.lines < TRIED_LINES; at++) {
        if (text[at] == '"')
            in_quotes = !in_quotes;
        else if (!in_quotes && text[at] == sign)
            signs++;
        else if (!in_quotes && text[at] == '\n') {
            end_line(&even, signs);
            signs = 0;
        }
    }
    if (at == length && signs > 0)
        end_line(&even, signs);
    return even;
}

/* A tab and a semicolon are typed for nothing else; a comma may be in a text or a number. */
static char find_parting(const char *text, size_t length)
{
    static const char signs[] = {'\t', ';', ','};
    char best = ',';
    size_t most = 0;
    for (size_t i = 0; i < sizeof signs; i++) {
        struct evenness even = count(text, length, signs[i]);
        if (even.same > most) {
            most = even.same;
            best = signs[i];
        }
    }
    return best;
}

/* "sep=;" in the first line, as one spreadsheet program has it. */
static bool is_told(struct csv *csv)
{
    if (csv->length < 5 || memcmp(csv->text, "sep=", 4) != 0)
        return false;
    csv->parting = csv->text[4];
    csv->at = 5;
    while (csv->at < csv->length && strchr("\r\n", csv->text[csv->at]) != NULL)
        csv->at++;
    return true;
}

static void put(struct csv *csv, const struct buffer *value)
{
    char *text = arena_copy(csv->grid->arena, buffer_text(value), value->length);
    grid_put_text(csv->grid, csv->row, csv->column, sheet_unguarded(text));
}

/* A value in quotes; false where they are never closed. */
static bool read_quoted(struct csv *csv, struct buffer *value)
{
    for (csv->at++; csv->at < csv->length; csv->at++) {
        char c = csv->text[csv->at];
        if (c == '"' && csv->at + 1 < csv->length && csv->text[csv->at + 1] == '"')
            csv->at++;
        else if (c == '"') {
            csv->at++;
            return true;
        } else if (c == '\r') {
            if (csv->at + 1 < csv->length && csv->text[csv->at + 1] == '\n')
                continue;
            c = '\n';
        }
        buffer_add_char(value, c);
    }
    return false;
}

/* What is there up to the next sign or line end, also after a closing quote. */
static void read_plain(struct csv *csv, struct buffer *value)
{
    for (; csv->at < csv->length; csv->at++) {
        char c = csv->text[csv->at];
        if (c == csv->parting || c == '\n' || c == '\r')
            return;
        buffer_add_char(value, c);
    }
}

static bool read_value(struct csv *csv, struct buffer *value)
{
    buffer_clear(value);
    bool fine = true;
    if (csv->at < csv->length && csv->text[csv->at] == '"')
        fine = read_quoted(csv, value);
    read_plain(csv, value);
    put(csv, value);
    return fine;
}

/* After a value: the sign, a line end, or the end. */
static void step(struct csv *csv)
{
    if (csv->at >= csv->length)
        return;
    char c = csv->text[csv->at++];
    if (c == csv->parting) {
        csv->column++;
        return;
    }
    if (c == '\r' && csv->at < csv->length && csv->text[csv->at] == '\n')
        csv->at++;
    csv->row++;
    csv->column = 0;
}

static void read_text(struct csv *csv)
{
    struct buffer value = {0};
    while (csv->at < csv->length && !csv->grid->has_failed) {
        uint32_t row = csv->row, column = csv->column;
        if (!read_value(csv, &value))
            grid_fail(csv->grid, MESSAGE_SHEET_QUOTE,
                      sheet_cell_name(csv->grid->arena, row, column));
        step(csv);
    }
    buffer_free(&value);
}

void csv_read(struct grid *grid, const char *bytes, size_t length)
{
    struct buffer text = {0};
    size_t bad = 0;
    if (!encoding_to_utf8(bytes, length, &text, &bad) ||
        memchr(buffer_text(&text), '\0', text.length) != NULL) {
        grid_fail(grid, MESSAGE_SHEET_ENCODING, arena_printf(grid->arena, "%zu", bad + 1));
    } else if (grid_begin_sheet(grid, "", false)) {
        struct csv csv = {.grid = grid, .text = buffer_text(&text), .length = text.length};
        if (!is_told(&csv))
            csv.parting = find_parting(csv.text, csv.length);
        read_text(&csv);
        grid_end_sheet(grid);
    }
    buffer_free(&text);
}
