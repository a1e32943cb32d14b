#include "exchange/cell_value.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "yaml/number.h"

enum { MILLIONTHS = 6, UNIT = 1000000, HUNDREDTH = 10000, MOST_RESPONDENTS = 10000000 };

const char *cell_name(const struct cell_reader *reader, uint32_t row, uint32_t column)
{
    const char *name = sheet_cell_name(reader->arena, row, column);
    return reader->names_sheet ? arena_printf(reader->arena, "%s!%s", reader->sheet->name, name)
                               : name;
}

/* ---- numbers in texts ---- */

/* Without a word for the unit at its end. */
static size_t without_unit(const struct cell_reader *reader, const char *text, size_t length)
{
    for (size_t at = 0; at < length; at++) {
        bool begins = ((unsigned char)text[at] & 0xC0) != 0x80;
        if (begins && names_is(reader->names, names_key(reader->arena, text + at), NAME_UNIT))
            return at;
    }
    return length;
}

static enum number_result read_text(const struct cell_reader *reader, const char *text,
                                    int64_t *millionths)
{
    enum { LONGEST = 60 };
    bool has_thai = false, has_western = false;
    size_t length = strlen(text);
    if (length > LONGEST)
        return NUMBER_NONE;
    for (size_t at = 0; at < length;) {
        char32_t c = utf8_next(text, length, &at);
        has_thai = has_thai || utf8_is_thai_digit(c);
        has_western = has_western || (c >= '0' && c <= '9');
    }
    if (has_thai && has_western)
        return NUMBER_MIXED;
    const char *plain = names_plain(reader->arena, text);
    plain += strspn(plain, "'= ");
    plain = names_after(reader->names, plain, NAME_UNIT);
    length = without_unit(reader, plain, strlen(plain));
    while (length > 0 && strchr("% ", plain[length - 1]) != NULL)
        length--;
    char *number = arena_copy(reader->arena, plain, length);
    char *comma = strchr(number, ',');
    size_t decimals = comma != NULL ? strspn(comma + 1, "0123456789") : 0;
    if (comma != NULL && strchr(number, '.') == NULL && comma[1 + decimals] == '\0' &&
        decimals > 0 && decimals != 3)
        *comma = '.';
    return number_parse(number, length, MILLIONTHS, millionths);
}

/* Whether a text says that there is nothing. */
static bool is_nothing(const struct cell_reader *reader, const char *text)
{
    const char *plain = names_plain(reader->arena, text);
    const char *key = names_key(reader->arena, text);
    if (*key == '\0')
        return plain[strspn(plain, "-\xE2\x80\x93\x94 .*")] == '\0'; /* dashes of any length */
    return names_is(reader->names, key, NAME_NOTHING);
}

/* ---- cells ---- */

/* How a cell was looked at. */
struct look {
    const struct cell_reader *reader;
    const struct sheet_cell *cell;
    uint32_t row, column;
};

static struct cell_value bad(const struct look *look, enum diag_code code, const char *what)
{
    const struct cell_reader *reader = look->reader;
    diag_say(reader->diag, code, sheet_place(reader->sheet, look->row, look->column),
             cell_name(reader, look->row, look->column), what);
    return (struct cell_value){.state = CELL_BAD};
}

static bool read_number(const struct look *look, int64_t *millionths, struct cell_value *value)
{
    const struct sheet_cell *cell = look->cell;
    switch (cell->kind) {
    case SHEET_NUMBER:
        *millionths = cell->millionths;
        return true;
    case SHEET_ERROR:
        *value = bad(look, MESSAGE_IMPORT_ERROR, cell->text);
        return false;
    case SHEET_UNCALCULATED:
        *value = bad(look, MESSAGE_IMPORT_UNCALCULATED, NULL);
        return false;
    case SHEET_DATE:
        *value = bad(look, MESSAGE_IMPORT_DATE, cell->text);
        return false;
    case SHEET_TRUTH:
        *value = bad(look, MESSAGE_IMPORT_NUMBER, cell->text);
        return false;
    case SHEET_TEXT:
    case SHEET_BLANK:
    case SHEET_COVERED:
        break;
    }
    enum number_result result = read_text(look->reader, cell->text, millionths);
    if (result == NUMBER_FINE)
        return true;
    *value = bad(look, result == NUMBER_MIXED ? MESSAGE_IMPORT_MIXED : MESSAGE_IMPORT_NUMBER,
                 cell->text);
    return false;
}

static struct cell_value read_score(const struct look *look)
{
    struct cell_value value = {.state = CELL_FINE};
    const struct cell_reader *reader = look->reader;
    int64_t millionths;
    if (!read_number(look, &millionths, &value))
        return value;
    int64_t full = reader->scheme->full_score.hundredths;
    value.number = (millionths + HUNDREDTH / 2) / HUNDREDTH;
    if (millionths < 0 || value.number > full)
        return bad(look, MESSAGE_IMPORT_RANGE, look->cell->text);
    int decimals = look->cell->kind == SHEET_NUMBER ? look->cell->decimals : SHEET_GENERAL;
    bool shows_less = decimals == 0 || decimals == 1;
    bool is_longer = millionths % HUNDREDTH != 0;
    if (decimals == SHEET_GENERAL ? is_longer : shows_less && millionths % UNIT != 0)
        value.longer = decimals == SHEET_GENERAL
                           ? arena_printf(reader->arena, "%" PRId64 ".%06" PRId64,
                                          millionths / UNIT, millionths % UNIT)
                           : look->cell->text;
    return value;
}

static struct cell_value read_whole(const struct look *look, int64_t least, int64_t most)
{
    struct cell_value value = {.state = CELL_FINE};
    int64_t millionths;
    if (look->cell->kind == SHEET_TEXT) { /* 1,234 คน */
        const char *plain = names_plain(look->reader->arena, look->cell->text);
        struct buffer digits = {0};
        for (; strchr("0123456789,", *plain) != NULL && *plain != '\0'; plain++)
            if (*plain != ',')
                buffer_add_char(&digits, *plain);
        enum number_result result =
            number_parse(buffer_text(&digits), digits.length, MILLIONTHS, &millionths);
        buffer_free(&digits);
        if (result != NUMBER_FINE)
            return bad(look, MESSAGE_IMPORT_WHOLE, look->cell->text);
    } else if (!read_number(look, &millionths, &value)) {
        return value;
    }
    value.number = millionths / UNIT;
    if (millionths % UNIT != 0 || value.number < least || value.number > most)
        return bad(look, MESSAGE_IMPORT_WHOLE, look->cell->text);
    return value;
}

const char *cell_level(const struct cell_reader *reader, const char *text, enum target_kind kind)
{
    const struct scheme_levels *levels = &reader->scheme->levels;
    const char *key = names_key(reader->arena, text);
    size_t count = kind == TARGET_LEVEL ? levels->outcomes : levels->letters;
    for (size_t i = 0; i < count; i++) {
        const char *name =
            kind == TARGET_LEVEL ? levels->outcome[i].name.bytes : levels->letter[i].name.bytes;
        if (name != NULL && strcmp(names_key(reader->arena, name), key) == 0)
            return name;
    }
    return NULL;
}

struct cell_value cell_read(const struct cell_reader *reader, const struct sheet_cell *cell,
                            uint32_t row, uint32_t column, enum target_kind kind)
{
    const struct look look = {reader, cell, row, column};
    struct cell_value value = {.state = CELL_FINE};
    if (cell == NULL || (cell->kind == SHEET_TEXT && is_nothing(reader, cell->text)))
        return (struct cell_value){.state = CELL_MISSING};
    switch (kind) {
    case TARGET_SCORE:
    case TARGET_FIGURE:
        return read_score(&look);
    case TARGET_RESPONDENTS:
        return read_whole(&look, 1, MOST_RESPONDENTS);
    case TARGET_RANK:
        return read_whole(&look, 1, (int64_t)reader->scheme->indicators);
    case TARGET_LEVEL:
    case TARGET_LETTER:
        break;
    }
    value.text = cell_level(reader, cell->text, kind);
    return value.text != NULL ? value : bad(&look, MESSAGE_IMPORT_LEVEL, cell->text);
}

bool cell_is_score(const struct cell_reader *reader, const struct sheet_cell *cell)
{
    int64_t millionths = -1;
    if (cell == NULL)
        return false;
    if (cell->kind == SHEET_NUMBER)
        millionths = cell->millionths;
    else if (cell->kind != SHEET_TEXT || read_text(reader, cell->text, &millionths) != NUMBER_FINE)
        return false;
    return millionths >= 0 && millionths / HUNDREDTH <= reader->scheme->full_score.hundredths;
}
