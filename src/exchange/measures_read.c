#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "exchange/measures.h"

enum { MOST_ROWS = 3000, MOST_COLUMNS = 100 };

struct reading {
    const struct cell_reader *reader;
    struct measures_sheet *out;
    enum name_class role[MOST_COLUMNS]; /* of the columns, NAME_NONE for others */
    bool has_head;
    int issue; /* of a title above */
    const char *issue_name;
    struct measures_place issue_place;
};

static const char *plain_of(const struct reading *reading, const char *text)
{
    return names_plain(reading->reader->arena, text);
}

/* ---- heads ---- */

static enum name_class role_of(const struct reading *reading, const struct sheet_cell *cell)
{
    enum { LONGEST = 200 };
    if (cell->kind != SHEET_TEXT || strlen(cell->text) > LONGEST)
        return NAME_NONE;
    return names_class(reading->reader->names, names_key(reading->reader->arena, cell->text),
                       NAME_ISSUE, NAME_OWNERS);
}

/* A head names the measures and two more columns. */
static bool take_head(struct reading *reading, uint32_t row)
{
    const struct sheet *sheet = reading->reader->sheet;
    enum name_class role[MOST_COLUMNS];
    size_t known = 0;
    bool has_measure = false;
    for (size_t c = 0; c < MOST_COLUMNS; c++)
        role[c] = NAME_NONE;
    for (size_t i = sheet->row[row]; i < sheet->row[row + 1]; i++) {
        const struct sheet_cell *cell = sheet_at(sheet, row, sheet->cell[i].column);
        if (cell == NULL || sheet->cell[i].column >= MOST_COLUMNS)
            continue;
        enum name_class class = role_of(reading, cell);
        role[sheet->cell[i].column] = class;
        known += class != NAME_NONE;
        has_measure = has_measure || class == NAME_MEASURE;
    }
    enum { LEAST = 3 };
    if (known < LEAST || !has_measure)
        return false;
    memcpy(reading->role, role, sizeof role);
    reading->has_head = true;
    return true;
}

/* ---- issues ---- */

/* "ประเด็นที่ ๑ …", "1. …", "1": the number, or -1; *rest: the name after it. */
static int read_issue(const struct reading *reading, const char *text, const char **rest)
{
    const char *plain = plain_of(reading, text);
    const char *after = names_after(reading->reader->names, plain, NAME_ISSUE_NUMBER);
    size_t digits = strspn(after, "0123456789");
    enum { MOST_DIGITS = 3 };
    *rest = after;
    if (digits == 0 || digits > MOST_DIGITS)
        return -1;
    *rest = after + digits + strspn(after + digits, " .:)-");
    return atoi(after);
}

/* A line with one text, such as "ประเด็นที่ ๑ …" above a table of its own. */
static bool take_title(struct reading *reading, uint32_t row)
{
    const struct sheet *sheet = reading->reader->sheet;
    const struct sheet_cell *only = NULL;
    for (size_t i = sheet->row[row]; i < sheet->row[row + 1]; i++) {
        if (sheet->cell[i].kind == SHEET_COVERED)
            continue;
        if (only != NULL)
            return false;
        only = &sheet->cell[i];
    }
    if (only == NULL || only->kind != SHEET_TEXT)
        return false;
    const char *rest, *plain = plain_of(reading, only->text);
    bool is_named = names_after(reading->reader->names, plain, NAME_ISSUE_NUMBER) != plain;
    int number = is_named ? read_issue(reading, only->text, &rest) : -1;
    if (number < 0)
        return false;
    reading->issue = number;
    reading->issue_name = NULL;
    reading->issue_place = (struct measures_place){row, only->column};
    return true;
}

static void take_issue(struct reading *reading, const struct sheet_cell *cell, bool has_number)
{
    const char *rest;
    int number = read_issue(reading, cell->text, &rest);
    reading->issue_place = (struct measures_place){cell->row, cell->column};
    if (number >= 0)
        reading->issue = number;
    else if (!has_number)
        reading->issue = -1;
    reading->issue_name = *rest != '\0' ? rest : reading->issue_name;
}

/* ---- days ---- */

/* "ตุลาคม 2568", "ต.ค. 2568": the first day of a month, or the last. */
static bool read_month(const struct reading *reading, const char *text, bool is_last,
                       struct date *out)
{
    const char *whole = arena_printf(reading->reader->arena, "1 %s", text);
    if (!date_parse(whole, strlen(whole), out))
        return false;
    for (int day = 31; is_last && day > 27; day--) {
        const char *last = arena_printf(reading->reader->arena, "%d %s", day, text);
        if (date_parse(last, strlen(last), out))
            return true;
    }
    return true;
}

static bool read_day(const struct reading *reading, const char *text, bool is_last,
                     struct date *out)
{
    const char *plain = plain_of(reading, text);
    return date_parse(plain, strlen(plain), out) || read_month(reading, plain, is_last, out);
}

static void say_period(const struct reading *reading, const struct sheet_cell *cell)
{
    const struct cell_reader *reader = reading->reader;
    diag_say(reader->diag, MESSAGE_IMPORT_PERIOD,
             sheet_place(reader->sheet, cell->row, cell->column),
             cell_name(reader, cell->row, cell->column), cell->text);
}

static void take_day(struct reading *reading, const struct sheet_cell *cell, bool is_last,
                     struct measures_item *item)
{
    struct date *out = is_last ? &item->to : &item->from;
    *(is_last ? &item->to_place : &item->from_place) =
        (struct measures_place){cell->row, cell->column};
    bool fine = cell->kind == SHEET_DATE || read_day(reading, cell->text, is_last, out);
    if (cell->kind == SHEET_DATE)
        *out = cell->date;
    *(is_last ? &item->has_to : &item->has_from) = fine;
    if (!fine)
        say_period(reading, cell);
}

/* "1 ตุลาคม 2568 – 30 กันยายน 2569", in one line or two. */
static void take_period(struct reading *reading, const struct sheet_cell *cell,
                        struct measures_item *item)
{
    static const char *const partings[] = {" ถึง ", "ถึง", "–", "—", " - ", "-"};
    const char *plain = plain_of(reading, cell->text);
    item->from_place = item->to_place = (struct measures_place){cell->row, cell->column};
    for (size_t i = 0; i < sizeof partings / sizeof partings[0]; i++) {
        const char *at = strstr(plain, partings[i]);
        if (at == NULL)
            continue;
        const char *from = arena_copy(reading->reader->arena, plain, (size_t)(at - plain));
        item->has_from = read_day(reading, from, false, &item->from);
        item->has_to = read_day(reading, at + strlen(partings[i]), true, &item->to);
        if (item->has_from && item->has_to)
            return;
    }
    const char *line = strchr(cell->text, '\n');
    if (line != NULL) {
        const char *from =
            arena_copy(reading->reader->arena, cell->text, (size_t)(line - cell->text));
        item->has_from = read_day(reading, from, false, &item->from);
        item->has_to = read_day(reading, line + 1, true, &item->to);
    }
    if (!item->has_from || !item->has_to)
        say_period(reading, cell);
}

/* ---- rows ---- */

static struct measures_item *add_item(struct reading *reading, const struct sheet_cell *cell)
{
    struct measures_sheet *out = reading->out;
    out->item =
        arena_room(reading->reader->arena, out->item, out->count, &out->room, sizeof *out->item);
    struct measures_item *item = &out->item[out->count++];
    const char *name = cell->text;
    struct lines lines = {0};
    lines_add(reading->reader->arena, name, &lines);
    *item = (struct measures_item){
        .name = lines.count == 1 ? lines.item[0] : name,
        .place = {cell->row, cell->column},
        .issue = reading->issue,
        .issue_name = reading->issue_name,
        .issue_place = reading->issue_place,
    };
    return item;
}

static void take_cell(struct reading *reading, const struct sheet_cell *cell,
                      struct measures_item *item)
{
    struct arena *arena = reading->reader->arena;
    const struct measures_place place = {cell->row, cell->column};
    switch (reading->role[cell->column]) {
    case NAME_STEPS:
        item->steps_place = item->steps.count > 0 ? item->steps_place : place;
        lines_add(arena, cell->text, &item->steps);
        break;
    case NAME_OWNERS:
        item->owners_place = item->owners.count > 0 ? item->owners_place : place;
        lines_add(arena, cell->text, &item->owners);
        break;
    case NAME_FROM:
        take_day(reading, cell, false, item);
        break;
    case NAME_TO:
        take_day(reading, cell, true, item);
        break;
    case NAME_PERIOD:
        take_period(reading, cell, item);
        break;
    default:
        break;
    }
}

static const struct sheet_cell *cell_of(const struct reading *reading, uint32_t row,
                                        enum name_class role)
{
    const struct sheet *sheet = reading->reader->sheet;
    for (size_t i = sheet->row[row]; i < sheet->row[row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        if (cell->kind != SHEET_COVERED && cell->column < MOST_COLUMNS &&
            reading->role[cell->column] == role)
            return cell;
    }
    return NULL;
}

static void take_row(struct reading *reading, uint32_t row)
{
    const struct sheet *sheet = reading->reader->sheet;
    const struct sheet_cell *number = cell_of(reading, row, NAME_ISSUE_NUMBER),
                            *issue = cell_of(reading, row, NAME_ISSUE),
                            *measure = cell_of(reading, row, NAME_MEASURE);
    if (number != NULL)
        take_issue(reading, number, false);
    if (issue != NULL)
        take_issue(reading, issue, number != NULL);
    struct measures_sheet *out = reading->out;
    struct measures_item *item = out->count > 0 ? &out->item[out->count - 1] : NULL;
    if (measure != NULL)
        item = add_item(reading, measure);
    for (size_t i = sheet->row[row]; item != NULL && i < sheet->row[row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        if (cell->kind != SHEET_COVERED && cell->column < MOST_COLUMNS)
            take_cell(reading, cell, item);
    }
}

bool measures_read(const struct cell_reader *reader, struct measures_sheet *out)
{
    struct reading reading = {.reader = reader, .out = out, .issue = -1};
    const struct sheet *sheet = reader->sheet;
    *out = (struct measures_sheet){.sheet = sheet};
    for (uint32_t r = 0; r < sheet->rows && r < MOST_ROWS; r++) {
        if (sheet->row[r] == sheet->row[r + 1] || take_title(&reading, r) || take_head(&reading, r))
            continue;
        if (reading.has_head)
            take_row(&reading, r);
    }
    return out->count > 0;
}
