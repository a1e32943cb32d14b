/* The fields are a table: the line of JSON, its reader and the columns of the CSV file follow it. */
#include "batch/row.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
#include "base/escape.h"
#include "source/source.h"
#include "yaml/node.h"

enum kind { KIND_TEXT, KIND_NUMBER, KIND_STATE };

static const struct {
    const char *name;
    enum kind kind;
    size_t offset;
} FIELDS[] = {
    {"edition", KIND_TEXT, offsetof(struct batch_row, edition)},
    {"status", KIND_STATE, offsetof(struct batch_row, state)},
    {"agency", KIND_TEXT, offsetof(struct batch_row, agency)},
    {"fiscal_year", KIND_TEXT, offsetof(struct batch_row, year)},
    {"level", KIND_TEXT, offsetof(struct batch_row, level)},
    {"score", KIND_TEXT, offsetof(struct batch_row, score)},
    {"pages", KIND_NUMBER, offsetof(struct batch_row, pages)},
    {"errors", KIND_NUMBER, offsetof(struct batch_row, errors)},
    {"warnings", KIND_NUMBER, offsetof(struct batch_row, warnings)},
    {"report", KIND_TEXT, offsetof(struct batch_row, report)},
    {"bytes", KIND_NUMBER, offsetof(struct batch_row, bytes)},
    {"sha256", KIND_TEXT, offsetof(struct batch_row, sha256)},
    {"reason", KIND_TEXT, offsetof(struct batch_row, reason)},
};

enum { FIELD_COUNT = sizeof FIELDS / sizeof FIELDS[0] };

static const char *const STATE_NAMES[] = {[BATCH_FINE] = "fine", [BATCH_FAILED] = "failed"};

static const void *field_of(const struct batch_row *row, size_t field)
{
    return (const char *)row + FIELDS[field].offset;
}

struct batch_row batch_row_of(const char *edition)
{
    return (struct batch_row){.edition = edition,
                              .agency = "",
                              .year = "",
                              .level = "",
                              .score = "",
                              .report = "",
                              .sha256 = "",
                              .reason = ""};
}

void batch_row_fail(struct batch_row *row, struct arena *arena, enum diag_language language,
                    enum diag_code code, const char *const *arguments)
{
    struct buffer text = {0};
    const struct diag_row *message = diag_row(code);
    diag_sentence(&text, message->sentence[language], arguments);
    buffer_printf(&text, " [%s]", message->rule);
    row->state = BATCH_FAILED;
    row->reason = arena_string(arena, buffer_text(&text));
    if (row->errors == 0)
        row->errors = 1;
    buffer_free(&text);
}

/* ---- the line ---- */

void batch_row_write(const struct batch_row *row, struct buffer *out)
{
    buffer_add_char(out, '{');
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        buffer_printf(out, "%s\"%s\": ", i > 0 ? ", " : "", FIELDS[i].name);
        const void *field = field_of(row, i);
        switch (FIELDS[i].kind) {
        case KIND_TEXT:
            escape_json(out, *(const char *const *)field);
            break;
        case KIND_NUMBER:
            buffer_printf(out, "%" PRId64, *(const int64_t *)field);
            break;
        case KIND_STATE:
            escape_json(out, STATE_NAMES[row->state]);
            break;
        }
    }
    buffer_add_char(out, '}');
}

static bool read_field(const char *text, size_t field, struct batch_row *row)
{
    void *to = (char *)row + FIELDS[field].offset;
    char *end = NULL;
    switch (FIELDS[field].kind) {
    case KIND_TEXT:
        *(const char **)to = text;
        return true;
    case KIND_NUMBER:
        *(int64_t *)to = strtoll(text, &end, 10);
        return *text != '\0' && *end == '\0';
    case KIND_STATE:
        row->state = strcmp(text, STATE_NAMES[BATCH_FINE]) == 0 ? BATCH_FINE : BATCH_FAILED;
        return row->state == BATCH_FINE || strcmp(text, STATE_NAMES[BATCH_FAILED]) == 0;
    }
    return false;
}

/* JSON is YAML: the reader of the editions reads it. */
bool batch_row_read(struct arena *arena, const char *bytes, size_t length, struct batch_row *row)
{
    struct diag *diag = diag_new();
    const struct node *map = node_parse(arena, source_new(arena, "", bytes, length), diag);
    bool good = map != NULL && map->kind == NODE_MAP;
    *row = batch_row_of("");
    for (size_t i = 0; i < FIELD_COUNT && good; i++) {
        const struct node *value = node_find(map, FIELDS[i].name);
        good = value != NULL && value->kind == NODE_SCALAR && read_field(value->text, i, row);
    }
    diag_free(diag);
    return good;
}

/* ---- the columns ---- */

size_t batch_columns(void)
{
    return FIELD_COUNT;
}

const char *batch_column_name(size_t column)
{
    return FIELDS[column].name;
}

void batch_column_text(const struct batch_row *row, size_t column, struct buffer *out)
{
    const void *field = field_of(row, column);
    switch (FIELDS[column].kind) {
    case KIND_TEXT:
        buffer_add_string(out, *(const char *const *)field);
        break;
    case KIND_NUMBER:
        buffer_printf(out, "%" PRId64, *(const int64_t *)field);
        break;
    case KIND_STATE:
        buffer_add_string(out, STATE_NAMES[row->state]);
        break;
    }
}
