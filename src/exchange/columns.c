#include "exchange/columns.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 240 }; /* bytes of a head */

/* Whether a key begins with a word of a class; what goes on after it only says which scores. */
static bool begins_as_score(const struct columns_reader *reader, const char *text)
{
    const char *plain = names_plain(reader->arena, text);
    return names_after(reader->names, plain, NAME_SCORE) != plain ||
           names_after(reader->names, plain, NAME_PERCENT) != plain;
}

static struct column by_class(const struct columns_reader *reader, const char *text)
{
    const char *key = names_key(reader->arena, text);
    enum name_class class = names_class(reader->names, key, NAME_ID, NAME_PART);
    bool is_score = begins_as_score(reader, text) && class != NAME_OTHER &&
                    class != NAME_OTHER_RANK && class != NAME_ANNOUNCED && class != NAME_PERCENT;
    if (is_score)
        class = NAME_SCORE;
    enum { BY_NAME = 1, PERCENT, ANNOUNCED };
    switch (class) {
    case NAME_ID:
        return (struct column){.role = COLUMN_ID};
    case NAME_TEXT:
        return (struct column){.role = COLUMN_TEXT};
    case NAME_SCORE:
        return (struct column){.role = COLUMN_SCORE,
                               .strength = BY_NAME,
                               .of_indicators = names_has(reader->names, key, NAME_INDICATOR)};
    case NAME_PERCENT:
        return (struct column){.role = COLUMN_SCORE, .strength = PERCENT};
    case NAME_ANNOUNCED:
        return (struct column){.role = COLUMN_SCORE, .strength = ANNOUNCED};
    case NAME_OTHER:
    case NAME_OTHER_RANK:
        return (struct column){.role = COLUMN_OTHER};
    case NAME_RANK:
        return (struct column){.role = COLUMN_RANK};
    case NAME_RESPONDENTS:
        return (struct column){.role = COLUMN_RESPONDENTS};
    default:
        return (struct column){.role = *text == '%' ? COLUMN_SCORE : COLUMN_NONE};
    }
}

static struct column classify(const struct columns_reader *reader, const struct sheet_cell *cell)
{
    const char *text = cell->text;
    if (strlen(text) > LONGEST || (cell->kind != SHEET_TEXT && cell->kind != SHEET_NUMBER))
        return (struct column){0};
    int year = known_year(reader->known, text);
    if (year != 0 && year != reader->year)
        return (struct column){.role = COLUMN_OTHER};
    if (cell->kind == SHEET_NUMBER && year == 0)
        return (struct column){0};
    struct column column = by_class(reader, text);
    column.instrument = known_instrument(reader->known, text);
    column.part = known_part(reader->known, text, column.instrument);
    bool says_whose = column.instrument != NULL || column.part != NULL || year != 0;
    if (column.role == COLUMN_NONE && says_whose)
        column.role = COLUMN_SCORE;
    return column;
}

/* ---- rows ---- */

static bool is_year(const struct columns_reader *reader, const struct sheet_cell *cell)
{
    return cell->kind == SHEET_NUMBER && known_year(reader->known, cell->text) != 0;
}

bool columns_is_head(const struct columns_reader *reader, uint32_t row, bool goes_on)
{
    const struct sheet *sheet = reader->sheet;
    size_t texts = 0, known = 0;
    for (size_t i = sheet->row[row]; i < sheet->row[row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        if (cell->kind == SHEET_COVERED)
            continue;
        bool year = is_year(reader, cell);
        if (!year && cell->kind != SHEET_TEXT)
            return false;
        if (!year && cell_is_score(reader->values, cell))
            return false;
        texts++;
        known += classify(reader, cell).role != COLUMN_NONE;
    }
    return goes_on ? known >= 1 : texts >= 2 && known >= 2;
}

static int compare(const void *a, const void *b)
{
    const struct column *one = a, *two = b;
    return one->column < two->column ? -1 : one->column > two->column;
}

/* What two lines of a head say together. */
static void join(struct column *column, const struct column *other)
{
    if (other->role > column->role)
        column->role = other->role;
    if (other->strength > column->strength)
        column->strength = other->strength;
    column->instrument = other->instrument != NULL ? other->instrument : column->instrument;
    column->part = other->part != NULL ? other->part : column->part;
    column->of_indicators = column->of_indicators || other->of_indicators;
}

struct columns *columns_read(const struct columns_reader *reader, uint32_t first, uint32_t last)
{
    const struct sheet *sheet = reader->sheet;
    struct columns *columns = ARENA_NEW(reader->arena, struct columns, 1);
    size_t most = sheet->row[last + 1] - sheet->row[first], kept = 0;
    *columns = (struct columns){
        .item = ARENA_NEW(reader->arena, struct column, most + 1), .first = first, .last = last};
    for (size_t i = sheet->row[first]; i < sheet->row[last + 1]; i++) {
        const struct sheet_cell *cell = sheet_at(sheet, sheet->cell[i].row, sheet->cell[i].column);
        if (cell == NULL || cell->row < first)
            continue;
        struct column column = classify(reader, cell);
        column.column = sheet->cell[i].column;
        columns->item[columns->count++] = column;
    }
    if (columns->count > 0)
        qsort(columns->item, columns->count, sizeof *columns->item, compare);
    for (size_t i = 1; i < columns->count; i++) {
        if (columns->item[i].column == columns->item[kept].column)
            join(&columns->item[kept], &columns->item[i]);
        else
            columns->item[++kept] = columns->item[i];
    }
    columns->count = columns->count > 0 ? kept + 1 : 0;
    return columns;
}

const struct column *columns_at(const struct columns *columns, uint32_t column)
{
    const struct column key = {.column = column};
    return columns != NULL && columns->count > 0
               ? bsearch(&key, columns->item, columns->count, sizeof key, compare)
               : NULL;
}

bool columns_have(const struct columns *columns, enum column_role role)
{
    for (size_t i = 0; columns != NULL && i < columns->count; i++)
        if (columns->item[i].role == role)
            return true;
    return false;
}
