/* The cells of an XLSX file's sheets: ECMA-376 part 1, 18.3. */
#include <stdlib.h>
#include <string.h>

#include "sheet/xlsx_package.h"

enum cell_type {
    TYPE_NUMBER,
    TYPE_SHARED,
    TYPE_INLINE,
    TYPE_STRING,
    TYPE_TRUTH,
    TYPE_ERROR,
    TYPE_DATE
};

struct reading {
    struct xlsx_package *package;
    struct grid *grid;
    uint32_t row, column; /* of the cell that is read, and of the next one where none is said */
    uint32_t next_row, next_column;
    enum cell_type type;
    size_t style;
    bool has_formula, has_value, in_value;
    unsigned phonetic;
    struct buffer value;
};

/* "AB12": false where it is no such name. */
static bool read_reference(const char *text, uint32_t *row, uint32_t *column)
{
    size_t letters = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    char *end = NULL;
    unsigned long number = strtoul(text + letters, &end, 10);
    if (!sheet_column_read(text, letters, column) || number == 0 || number > SHEET_ROWS)
        return false;
    *row = (uint32_t)(number - 1);
    return *end == '\0' || *end == ':';
}

static enum cell_type type_of(const char *name)
{
    static const struct {
        const char *name;
        enum cell_type type;
    } types[] = {{"n", TYPE_NUMBER},   {"s", TYPE_SHARED}, {"inlineStr", TYPE_INLINE},
                 {"str", TYPE_STRING}, {"b", TYPE_TRUTH},  {"e", TYPE_ERROR},
                 {"d", TYPE_DATE}};
    for (size_t i = 0; name != NULL && i < sizeof types / sizeof types[0]; i++)
        if (strcmp(types[i].name, name) == 0)
            return types[i].type;
    return TYPE_NUMBER;
}

static void start_row(struct reading *reading, const char *const *attribute)
{
    const char *number = xml_attribute(attribute, "r");
    if (number != NULL) {
        unsigned long row = strtoul(number, NULL, 10);
        if (row == 0 || row > SHEET_ROWS) {
            grid_fail(reading->grid, MESSAGE_SHEET_REFERENCE, number);
            return;
        }
        reading->next_row = (uint32_t)(row - 1);
    }
    reading->row = reading->next_row++;
    reading->next_column = 0;
}

static void start_cell(struct reading *reading, const char *const *attribute)
{
    const char *reference = xml_attribute(attribute, "r");
    const char *style = xml_attribute(attribute, "s");
    reading->column = reading->next_column;
    if (reference != NULL && !read_reference(reference, &reading->row, &reading->column))
        grid_fail(reading->grid, MESSAGE_SHEET_REFERENCE, reference);
    reading->next_column = reading->column + 1;
    reading->type = type_of(xml_attribute(attribute, "t"));
    reading->style = style != NULL ? strtoul(style, NULL, 10) : 0;
    reading->has_formula = reading->has_value = false;
    buffer_clear(&reading->value);
}

static void start_merge(struct reading *reading, const char *const *attribute)
{
    const char *reference = xml_attribute(attribute, "ref");
    const char *colon = reference != NULL ? strchr(reference, ':') : NULL;
    struct grid_merge merge;
    uint32_t row, column;
    if (colon == NULL || !read_reference(reference, &merge.row, &merge.column) ||
        !read_reference(colon + 1, &row, &column) || row < merge.row || column < merge.column)
        return;
    merge.rows = row - merge.row + 1;
    merge.columns = column - merge.column + 1;
    grid_merge(reading->grid, merge);
}

static void start(void *closure, const char *name, const char *const *attribute)
{
    struct reading *reading = closure;
    reading->in_value = false;
    if (strcmp(name, "row") == 0)
        start_row(reading, attribute);
    else if (strcmp(name, "c") == 0)
        start_cell(reading, attribute);
    else if (strcmp(name, "f") == 0)
        reading->has_formula = true;
    else if (strcmp(name, "rPh") == 0)
        reading->phonetic++;
    else if (strcmp(name, "mergeCell") == 0)
        start_merge(reading, attribute);
    else if (strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && reading->phonetic == 0))
        reading->in_value = reading->has_value = true;
}

static void take(void *closure, const char *text, size_t length)
{
    struct reading *reading = closure;
    if (reading->in_value)
        buffer_add(&reading->value, text, length);
}

/* ---- a cell's value ---- */

static void put(struct reading *reading, struct sheet_cell cell)
{
    cell.row = reading->row;
    cell.column = reading->column;
    grid_put(reading->grid, &cell);
}

/* Days since the last day of 1899, or the first of 1904; the 29 February 1900 that never was is counted. */
static bool put_date(struct reading *reading, int64_t millionths)
{
    enum { DAY = 86400, FROM_1970 = 25569, FROM_1904 = 1462, LAST = 2958465, UNIT = 1000000 };
    int64_t days = millionths / UNIT + (reading->package->from_1904 ? FROM_1904 : 0);
    if (millionths < 0 || days < 1 || days > LAST)
        return false;
    enum { NEVER = 60 };
    days += days < NEVER;
    struct date date = grid_date((days - FROM_1970) * DAY - (int64_t)DATE_OFFSET * 60 * 60);
    put(reading, (struct sheet_cell){.kind = SHEET_DATE,
                                     .text = date_typed(reading->grid->arena, date),
                                     .date = date});
    return true;
}

static void put_number(struct reading *reading, const char *text)
{
    const struct xlsx_package *package = reading->package;
    struct xlsx_format format = {.decimals = SHEET_GENERAL};
    if (reading->style < package->formats)
        format = package->format[reading->style];
    int64_t millionths;
    if (!grid_number(text, format.is_percent ? 2 : 0, &millionths)) {
        grid_put_text(reading->grid, reading->row, reading->column,
                      arena_string(reading->grid->arena, text));
        return;
    }
    if (format.is_date && put_date(reading, millionths))
        return;
    put(reading, (struct sheet_cell){.kind = SHEET_NUMBER,
                                     .text = grid_shown(reading->grid->arena, millionths,
                                                        format.decimals, format.is_percent),
                                     .millionths = millionths,
                                     .decimals = format.decimals,
                                     .is_percent = format.is_percent});
}

static void put_iso_date(struct reading *reading, const char *text)
{
    struct date date;
    enum { LENGTH = 10 };
    size_t length = strlen(text) < LENGTH ? strlen(text) : LENGTH;
    if (date_parse(text, length, &date))
        put(reading, (struct sheet_cell){.kind = SHEET_DATE,
                                         .text = date_typed(reading->grid->arena, date),
                                         .date = date});
    else
        grid_put_text(reading->grid, reading->row, reading->column,
                      arena_string(reading->grid->arena, text));
}

static void put_shared(struct reading *reading, const char *text)
{
    const struct xlsx_package *package = reading->package;
    char *end = NULL;
    unsigned long number = strtoul(text, &end, 10);
    if (end == text || *end != '\0' || number >= package->strings)
        grid_fail(reading->grid, MESSAGE_SHEET_STRING,
                  sheet_cell_name(reading->grid->arena, reading->row, reading->column));
    else
        grid_put_text(reading->grid, reading->row, reading->column, package->string[number]);
}

static void put_value(struct reading *reading)
{
    struct arena *arena = reading->grid->arena;
    const char *text = buffer_text(&reading->value);
    bool is_empty = *text == '\0';
    if (reading->has_formula &&
        (!reading->has_value || (is_empty && reading->type == TYPE_NUMBER))) {
        put(reading, (struct sheet_cell){.kind = SHEET_UNCALCULATED, .text = "="});
        return;
    }
    if (is_empty)
        return;
    switch (reading->type) {
    case TYPE_NUMBER:
        put_number(reading, text);
        return;
    case TYPE_SHARED:
        put_shared(reading, text);
        return;
    case TYPE_TRUTH:
        put(reading,
            (struct sheet_cell){.kind = SHEET_TRUTH, .text = *text == '1' ? "TRUE" : "FALSE"});
        return;
    case TYPE_ERROR:
        put(reading, (struct sheet_cell){.kind = SHEET_ERROR, .text = arena_string(arena, text)});
        return;
    case TYPE_DATE:
        put_iso_date(reading, text);
        return;
    case TYPE_INLINE:
    case TYPE_STRING:
        break;
    }
    grid_put_text(reading->grid, reading->row, reading->column,
                  arena_copy(arena, text, reading->value.length));
}

static void end(void *closure, const char *name)
{
    struct reading *reading = closure;
    reading->in_value = false;
    if (strcmp(name, "rPh") == 0)
        reading->phonetic--;
    else if (strcmp(name, "c") == 0)
        put_value(reading);
}

static bool is_over(void *closure)
{
    const struct reading *reading = closure;
    return reading->grid->has_failed;
}

static void read_sheet(struct xlsx_package *package, const struct xlsx_sheet *sheet)
{
    struct reading reading = {.package = package, .grid = package->grid};
    const struct xml_handler handler = {.space = xlsx_spaces,
                                        .start = start,
                                        .end = end,
                                        .text = take,
                                        .is_over = is_over,
                                        .closure = &reading};
    if (!grid_begin_sheet(package->grid, sheet->name, sheet->is_hidden))
        return;
    xlsx_part_read(package, sheet->part, &handler);
    grid_end_sheet(package->grid);
    buffer_free(&reading.value);
}

void xlsx_read(struct grid *grid, const struct zip *zip)
{
    struct xlsx_package package = {.grid = grid, .zip = zip};
    xlsx_package_read(&package);
    for (size_t i = 0; i < package.sheets && !grid->has_failed; i++)
        read_sheet(&package, &package.sheet[i]);
    if (!grid->has_failed && grid->sheets == 0)
        grid_fail(grid, MESSAGE_SHEET_NO_TABLE, NULL);
}
