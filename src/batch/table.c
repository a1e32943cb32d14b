#include "batch/table.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
#include "base/escape.h"
#include "base/utf8.h"
#include "source/file.h"

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";
static const char JSON_START[] = "{\"itareport\": \"batch\"";

struct checksum batch_table_list(const struct batch_editions *editions)
{
    struct buffer text = {0};
    for (size_t i = 0; i < editions->count; i++)
        buffer_add(&text, editions->edition[i].folder, strlen(editions->edition[i].folder) + 1);
    struct checksum sum = checksum_of(buffer_text(&text), text.length);
    buffer_free(&text);
    return sum;
}

size_t batch_table_count(const struct batch_table *table, enum batch_state state)
{
    size_t count = 0;
    for (size_t i = 0; i < table->rows; i++)
        count += table->row[i].state == state;
    return count;
}

/* ---- text ---- */

/* Names of folders may be anything: nothing of them reaches a terminal as a control. */
static size_t add_shown(struct buffer *out, const char *text)
{
    size_t length = strlen(text), cells = 0;
    for (size_t at = 0; at < length;) {
        char32_t c = utf8_next(text, length, &at);
        if (c == UTF8_BAD || c == '\n' || c == '\t' || !utf8_may_be_typed(c))
            c = 0xFFFD;
        char bytes[4];
        buffer_add(out, bytes, utf8_write(c, bytes));
        cells += (size_t)utf8_cells(c);
    }
    return cells;
}

static size_t cells_of(const char *text)
{
    struct buffer shown = {0};
    size_t cells = add_shown(&shown, text);
    buffer_free(&shown);
    return cells;
}

enum { AGENCY, PAGES, LEVEL, ERRORS, WARNINGS, FOLDER, SHOWN_COLUMNS };

static const enum diag_code HEADS[SHOWN_COLUMNS] = {
    [AGENCY] = MESSAGE_INDEX_AGENCY,     [PAGES] = MESSAGE_INDEX_PAGES,
    [LEVEL] = MESSAGE_INDEX_LEVEL,       [ERRORS] = MESSAGE_BATCH_ERRORS,
    [WARNINGS] = MESSAGE_BATCH_WARNINGS, [FOLDER] = MESSAGE_BATCH_FOLDER};

static bool is_number(int column)
{
    return column == PAGES || column == ERRORS || column == WARNINGS;
}

static const char *cell_of(const struct batch_row *row, int column, char number[24])
{
    int64_t value = column == PAGES ? row->pages : column == ERRORS ? row->errors : row->warnings;
    switch (column) {
    case AGENCY:
        return *row->agency != '\0' ? row->agency : "-";
    case LEVEL:
        return *row->level != '\0' ? row->level : "-";
    case FOLDER:
        return row->edition;
    default:
        if (column == PAGES && value == 0)
            return "-";
        snprintf(number, 24, "%" PRId64, value);
        return number;
    }
}

static void add_blanks(struct buffer *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_add_char(out, ' ');
}

/* Numbers to the right; the last column has no blanks after it. */
static void add_cell(struct buffer *out, const char *text, int column, size_t width)
{
    size_t blanks = width - cells_of(text);
    if (is_number(column))
        add_blanks(out, blanks);
    add_shown(out, text);
    if (!is_number(column) && column != FOLDER)
        add_blanks(out, blanks);
    buffer_add_string(out, column == FOLDER ? "\n" : "  ");
}

static void find_widths(const struct batch_table *table, enum diag_language language,
                        size_t width[SHOWN_COLUMNS])
{
    char number[24];
    for (int column = 0; column < SHOWN_COLUMNS; column++) {
        width[column] = cells_of(diag_phrase(HEADS[column], language));
        for (size_t i = 0; i < table->rows; i++) {
            size_t cells = cells_of(cell_of(&table->row[i], column, number));
            width[column] = cells > width[column] ? cells : width[column];
        }
    }
}

static void add_failures(const struct batch_table *table, struct buffer *out)
{
    for (size_t i = 0; i < table->rows; i++) {
        const struct batch_row *row = &table->row[i];
        if (row->state != BATCH_FAILED)
            continue;
        add_shown(out, row->edition);
        buffer_add_string(out, ": ");
        add_shown(out, row->reason);
        buffer_add_char(out, '\n');
    }
}

void batch_table_text(const struct batch_table *table, enum diag_language language,
                      struct buffer *out)
{
    size_t width[SHOWN_COLUMNS];
    char number[24];
    find_widths(table, language, width);
    for (int column = 0; column < SHOWN_COLUMNS; column++)
        add_cell(out, diag_phrase(HEADS[column], language), column, width[column]);
    for (size_t i = 0; i < table->rows; i++)
        for (int column = 0; column < SHOWN_COLUMNS; column++)
            add_cell(out, cell_of(&table->row[i], column, number), column, width[column]);
    if (batch_table_count(table, BATCH_FAILED) == 0)
        return;
    buffer_printf(out, "\n%s\n", diag_phrase(MESSAGE_BATCH_FAILURES, language));
    add_failures(table, out);
}

/* ---- CSV (RFC 4180) ---- */

static void add_csv(struct buffer *out, const char *text)
{
    bool is_formula = *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
    bool is_quoted = is_formula || strpbrk(text, ",\"\r\n") != NULL;
    if (!is_quoted) {
        buffer_add_string(out, text);
        return;
    }
    buffer_add_string(out, is_formula ? "\"'" : "\"");
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"')
            buffer_add_char(out, '"');
        buffer_add_char(out, *c);
    }
    buffer_add_char(out, '"');
}

static void add_csv_head(struct buffer *out)
{
    buffer_add_string(out, BYTE_ORDER_MARK);
    for (size_t i = 0; i < batch_columns(); i++)
        buffer_printf(out, "%s%s", i > 0 ? "," : "", batch_column_name(i));
    buffer_add_string(out, "\r\n");
}

void batch_table_csv(const struct batch_table *table, struct buffer *out)
{
    struct buffer text = {0};
    add_csv_head(out);
    for (size_t row = 0; row < table->rows; row++) {
        for (size_t i = 0; i < batch_columns(); i++) {
            buffer_clear(&text);
            batch_column_text(&table->row[row], i, &text);
            buffer_add_string(out, i > 0 ? "," : "");
            add_csv(out, buffer_text(&text));
        }
        buffer_add_string(out, "\r\n");
    }
    buffer_free(&text);
}

/* ---- JSON ---- */

void batch_table_json(const struct batch_table *table, struct buffer *out)
{
    buffer_printf(out,
                  "%s, \"shard\": %zu, \"shards\": %zu, \"editions\": %zu, \"list\": \"%s\", "
                  "\"reports\": [\n",
                  JSON_START, table->shard, table->shards, table->editions, table->list.digits);
    for (size_t i = 0; i < table->rows; i++) {
        batch_row_write(&table->row[i], out);
        buffer_add_string(out, i + 1 < table->rows ? ",\n" : "\n");
    }
    buffer_add_string(out, "]}\n");
}

/* ---- files ---- */

const char *batch_table_name(struct arena *arena, const struct batch_table *table,
                             const char *ending)
{
    if (table->shards == 1)
        return arena_printf(arena, "batch.%s", ending);
    return arena_printf(arena, "batch.%zu-of-%zu.%s", table->shard, table->shards, ending);
}

/* Whether there is nothing at a path, or a file that begins as ours do. */
static bool is_ours(const char *path, const char *start)
{
    struct buffer file = {0};
    bool is_ours = !file_exists(path) || (file_is_ordinary(path) && file_read(path, &file) == 0 &&
                                          strncmp(buffer_text(&file), start, strlen(start)) == 0);
    buffer_free(&file);
    return is_ours;
}

bool batch_table_may_write(const struct batch_table *table, const char *folder, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct buffer head = {0};
    add_csv_head(&head);
    const char *csv = file_join(arena, folder, batch_table_name(arena, table, "csv"));
    const char *json = file_join(arena, folder, batch_table_name(arena, table, "json"));
    const char *other = !is_ours(csv, buffer_text(&head)) ? csv
                        : !is_ours(json, JSON_START)      ? json
                                                          : NULL;
    if (other != NULL)
        diag_say(diag, MESSAGE_BATCH_TABLE_OTHER, (struct place){0}, other);
    buffer_free(&head);
    arena_free(arena);
    return other == NULL;
}

bool batch_table_write(const struct batch_table *table, const char *folder, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct buffer csv = {0}, json = {0};
    const char *csv_path = file_join(arena, folder, batch_table_name(arena, table, "csv"));
    const char *json_path = file_join(arena, folder, batch_table_name(arena, table, "json"));
    batch_table_csv(table, &csv);
    batch_table_json(table, &json);
    bool written = file_write_alone(csv_path, csv.bytes, csv.length) &&
                   file_write_alone(json_path, json.bytes, json.length);
    if (!written)
        diag_say(diag, MESSAGE_BATCH_UNWRITTEN, (struct place){0}, folder, strerror(errno));
    buffer_free(&csv);
    buffer_free(&json);
    arena_free(arena);
    return written;
}
