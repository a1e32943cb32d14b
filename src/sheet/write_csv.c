/* CSV as RFC 4180 has it. */
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/decimal.h"
#include "sheet/write.h"

static void add(struct sheet_table *table, struct sheet_value value)
{
    table->value =
        arena_room(table->arena, table->value, table->values, &table->room, sizeof *table->value);
    table->value[table->values++] = value;
}

void sheet_add_text(struct sheet_table *table, const char *text)
{
    add(table, (struct sheet_value){.kind = text != NULL && *text != '\0' ? SHEET_VALUE_TEXT
                                                                          : SHEET_VALUE_NONE,
                                    .text = text});
}

void sheet_add_score(struct sheet_table *table, int64_t hundredths)
{
    add(table, (struct sheet_value){.kind = SHEET_VALUE_SCORE, .number = hundredths});
}

void sheet_add_whole(struct sheet_table *table, int64_t number)
{
    add(table, (struct sheet_value){.kind = SHEET_VALUE_WHOLE, .number = number});
}

void sheet_add_none(struct sheet_table *table)
{
    add(table, (struct sheet_value){.kind = SHEET_VALUE_NONE});
}

/* ---- formulas ---- */

/* Whether spreadsheet programs would take a text for a formula, were it not for the apostrophes before it. */
static bool is_formula(const char *text)
{
    text += strspn(text, "'");
    return *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
}

const char *sheet_unguarded(const char *text)
{
    return *text == '\'' && is_formula(text) ? text + 1 : text;
}

/* ---- the file ---- */

static void add_quoted(struct buffer *out, const char *text)
{
    bool guards = is_formula(text);
    if (strpbrk(text, ",\"\r\n") == NULL && text[0] != ' ') {
        buffer_printf(out, "%s%s", guards ? "'" : "", text);
        return;
    }
    buffer_add_string(out, guards ? "\"'" : "\"");
    for (; *text != '\0'; text++)
        buffer_add(out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    buffer_add_char(out, '"');
}

static void add_value(struct buffer *out, const struct sheet_value *value)
{
    switch (value->kind) {
    case SHEET_VALUE_TEXT:
        add_quoted(out, value->text);
        break;
    case SHEET_VALUE_SCORE:
        decimal_add_two(out, value->number);
        break;
    case SHEET_VALUE_WHOLE:
        buffer_printf(out, "%" PRId64, value->number);
        break;
    case SHEET_VALUE_NONE:
        break;
    }
}

void sheet_write_csv(const struct sheet_table *table, struct buffer *out)
{
    buffer_add_string(out, "\xEF\xBB\xBF");
    for (size_t c = 0; c < table->columns; c++) {
        add_quoted(out, table->head[c]);
        buffer_add_string(out, c + 1 < table->columns ? "," : "\r\n");
    }
    assert(table->columns > 0);
    for (size_t i = 0; i < table->values; i++) {
        add_value(out, &table->value[i]);
        buffer_add_string(out, (i + 1) % table->columns != 0 ? "," : "\r\n");
    }
}
