#include "exchange/rows.h"

#include <string.h>

/* What titles and rows above say. */
struct around {
    const struct scheme_instrument *instrument;
    const struct scheme_part *part;
    const struct scheme_indicator *indicator;
    size_t title;
    struct columns *columns;
    bool in_head; /* the row above is a line of a head */
};

static void go_to_instrument(struct around *around, const struct scheme_instrument *instrument)
{
    if (instrument == NULL || instrument == around->instrument)
        return;
    around->instrument = instrument;
    around->indicator = NULL;
    if (around->part != NULL && around->part->instrument != instrument)
        around->part = NULL;
}

/* A thing that was named goes for what is below. */
static void go_to(struct around *around, const struct known_thing *thing)
{
    switch (thing->kind) {
    case KNOWN_INSTRUMENT:
        go_to_instrument(around, thing->instrument);
        around->part = NULL;
        around->indicator = NULL;
        break;
    case KNOWN_PART:
        go_to_instrument(around, thing->instrument);
        around->part = thing->part;
        around->indicator = NULL;
        break;
    case KNOWN_INDICATOR:
        go_to_instrument(around, thing->indicator->instrument);
        around->indicator = thing->indicator;
        break;
    case KNOWN_SUBINDICATOR:
        go_to_instrument(around, thing->subindicator->indicator->instrument);
        around->indicator = thing->subindicator->indicator;
        break;
    default:
        return;
    }
    around->title++;
}

/* ---- one row ---- */

static bool is_own(const struct sheet_cell *cell)
{
    return cell->kind == SHEET_TEXT || cell->kind == SHEET_NUMBER;
}

/* A question by its id; the part may be said after it. */
static bool find_id(struct survey_walk *walk, struct row *row)
{
    const struct sheet *sheet = walk->sheet;
    for (size_t i = sheet->row[row->row]; i < sheet->row[row->row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        if (cell->kind != SHEET_TEXT)
            continue;
        const char *rest;
        struct known_thing thing = known_id(walk->setup->known, cell->text, &rest);
        if (thing.kind == KNOWN_NOTHING)
            continue;
        row->thing = thing;
        row->named = cell->column;
        enum { SHORT = 40 };
        if (thing.kind == KNOWN_QUESTION && *rest != '\0' && strlen(rest) < SHORT)
            row->part = known_part(walk->setup->known, rest, thing.question->indicator->instrument);
        return true;
    }
    return false;
}

/* A question by its words, those that are equal first. */
static bool find_text(struct survey_walk *walk, struct row *row)
{
    const struct sheet *sheet = walk->sheet;
    struct known_thing near = {0};
    uint32_t column = 0;
    for (size_t i = sheet->row[row->row]; i < sheet->row[row->row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        if (cell->kind != SHEET_TEXT)
            continue;
        struct known_thing thing = known_text(walk->setup->known, cell->text);
        if (thing.by != KNOWN_TEXT && thing.percent <= near.percent)
            continue;
        near = thing;
        column = cell->column;
        if (thing.by == KNOWN_TEXT)
            break;
    }
    if (near.kind == KNOWN_NOTHING)
        return false;
    row->thing = near;
    row->named = column;
    return true;
}

static bool find_title(struct survey_walk *walk, struct row *row)
{
    const struct sheet *sheet = walk->sheet;
    for (size_t i = sheet->row[row->row]; i < sheet->row[row->row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        if (cell->kind != SHEET_TEXT)
            continue;
        row->thing = known_title(walk->setup->known, cell->text);
        if (row->thing.kind != KNOWN_NOTHING) {
            row->named = cell->column;
            return true;
        }
    }
    return false;
}

/* The level, or its letter, with a word for it beside. */
static bool find_level(struct survey_walk *walk, struct row *row)
{
    const struct sheet *sheet = walk->sheet;
    const struct survey_setup *setup = walk->setup;
    bool has_label = false;
    enum target_kind kind = TARGET_LEVEL;
    uint32_t value = UINT32_MAX;
    for (size_t i = sheet->row[row->row]; i < sheet->row[row->row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        if (cell->kind != SHEET_TEXT)
            continue;
        const char *key = names_key(setup->arena, cell->text);
        bool is_level = cell_level(walk->values, cell->text, TARGET_LEVEL) != NULL;
        bool is_letter = !is_level && cell_level(walk->values, cell->text, TARGET_LETTER) != NULL;
        if (is_level || is_letter) {
            kind = is_level ? TARGET_LEVEL : TARGET_LETTER;
            value = cell->column;
        } else if (names_has(setup->names, key, NAME_LEVEL) ||
                   names_has(setup->names, key, NAME_LETTER)) {
            has_label = true;
            row->named = cell->column;
        }
    }
    if (!has_label || value == UINT32_MAX)
        return false;
    const char *path = kind == TARGET_LEVEL ? "published.level" : "published.letter";
    row->thing = (struct known_thing){
        .kind = KNOWN_TARGET, .by = KNOWN_TEXT, .target = target_of_path(setup->targets, path)};
    row->value = value;
    row->has_value = true;
    return true;
}

/* How many answered, with a word for it before the number. */
static bool find_respondents(struct survey_walk *walk, struct row *row, const struct around *around)
{
    const struct sheet *sheet = walk->sheet;
    const struct survey_setup *setup = walk->setup;
    const char *label = NULL;
    for (size_t i = sheet->row[row->row]; i < sheet->row[row->row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        if (label == NULL) {
            if (cell->kind == SHEET_TEXT &&
                names_has(setup->names, names_key(setup->arena, cell->text), NAME_RESPONDENTS)) {
                label = cell->text;
                row->named = cell->column;
            }
            continue;
        }
        if (!is_own(cell))
            continue;
        row->value = cell->column;
        row->has_value = true;
        break;
    }
    if (label == NULL || !row->has_value)
        return false;
    const struct scheme_instrument *instrument = known_instrument(setup->known, label);
    const struct scheme_part *part =
        known_part(setup->known, label, instrument != NULL ? instrument : around->instrument);
    if (instrument == NULL)
        instrument = part != NULL ? part->instrument : around->instrument;
    if (part == NULL && instrument == around->instrument)
        part = around->part;
    row->thing = (struct known_thing){
        .kind = KNOWN_TARGET,
        .by = KNOWN_TEXT,
        .target = target_of_instrument(setup->targets, TARGET_RESPONDENTS, instrument, part)};
    row->has_value = row->thing.target != NULL;
    return row->has_value;
}

/* A score with nothing beside it is no number of a question. */
static bool is_alone(const struct sheet *sheet, uint32_t row)
{
    return sheet->row[row + 1] - sheet->row[row] == 1;
}

/* A bare number in the column for it, or in the first cell of the row. */
static void find_number(struct survey_walk *walk, struct row *row, const struct around *around)
{
    const struct sheet *sheet = walk->sheet;
    row->number = -1;
    bool has_column = columns_have(around->columns, COLUMN_ID);
    if (!has_column && is_alone(sheet, row->row))
        return;
    for (size_t i = sheet->row[row->row]; i < sheet->row[row->row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        const struct column *column = columns_at(around->columns, cell->column);
        bool wanted = has_column ? column != NULL && column->role == COLUMN_ID
                                 : column == NULL || column->role != COLUMN_SCORE;
        if (!is_own(cell) || !wanted)
            continue;
        row->number = known_number(walk->setup->known, cell->text);
        row->numbered = cell->column;
        if (row->number >= 0 || !has_column)
            return;
    }
}

static bool has_total(struct survey_walk *walk, uint32_t row)
{
    const struct sheet *sheet = walk->sheet;
    const struct survey_setup *setup = walk->setup;
    for (size_t i = sheet->row[row]; i < sheet->row[row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        enum { SHORT = 120 };
        if (cell->kind != SHEET_TEXT || strlen(cell->text) > SHORT)
            continue;
        const char *key = names_key(setup->arena, cell->text);
        if (names_class(setup->names, key, NAME_OVERALL, NAME_TOTAL) == NAME_TOTAL)
            return true;
    }
    return false;
}

/* What a cell of the row, or one merged down to it, says of the instrument and the part. */
static void take_around(struct survey_walk *walk, struct row *row, const struct around *around)
{
    const struct sheet *sheet = walk->sheet;
    const struct scheme_part *said = row->part;
    row->instrument = around->instrument;
    row->part = said != NULL ? said : around->part;
    row->indicator = around->indicator;
    row->title = around->title;
    row->columns = walk->setup->columns != NULL ? walk->setup->columns : around->columns;
    for (size_t i = sheet->row[row->row]; i < sheet->row[row->row + 1]; i++) {
        const struct sheet_cell *cell = sheet_at(sheet, row->row, sheet->cell[i].column);
        enum { SHORT = 120 };
        if (cell == NULL || cell->kind != SHEET_TEXT || strlen(cell->text) > SHORT)
            continue;
        const struct scheme_instrument *instrument =
            known_instrument(walk->setup->known, cell->text);
        const struct scheme_part *part = known_part(walk->setup->known, cell->text, instrument);
        if (instrument != NULL)
            row->instrument = instrument;
        if (part != NULL && said == NULL) {
            row->part = part;
            row->instrument = part->instrument;
        }
    }
}

static bool has_number(struct survey_walk *walk, uint32_t row, const struct row *of)
{
    const struct sheet *sheet = walk->sheet;
    for (size_t i = sheet->row[row]; i < sheet->row[row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        bool is_its_own = of->number >= 0 && cell->column == of->numbered;
        if (cell->column != of->named && !is_its_own && cell->kind != SHEET_COVERED &&
            (cell_is_score(walk->values, cell) || cell->kind == SHEET_ERROR))
            return true;
    }
    return false;
}

/* ---- all rows ---- */

static void read_head(struct survey_walk *walk, struct around *around, uint32_t row)
{
    uint32_t first = around->in_head ? around->columns->first : row;
    around->columns = columns_read(&walk->columns, first, row);
    around->in_head = true;
}

/* Whether a row is below a cell of the head that is merged down to it. */
static bool is_under_head(const struct survey_walk *walk, const struct around *around, uint32_t row)
{
    const struct sheet *sheet = walk->sheet;
    for (size_t i = sheet->row[row]; around->in_head && i < sheet->row[row + 1]; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        if (cell->kind == SHEET_COVERED && cell->anchor_row >= around->columns->first &&
            cell->anchor_row < row)
            return true;
    }
    return false;
}

/* "ตัวชี้วัดที่ 1 …": no head, though it has a word for one. */
static bool is_numbered_title(struct survey_walk *walk, uint32_t row)
{
    const struct sheet *sheet = walk->sheet;
    for (size_t i = sheet->row[row]; i < sheet->row[row + 1]; i++) {
        if (sheet->cell[i].kind != SHEET_TEXT)
            continue;
        enum known_kind kind = known_title(walk->setup->known, sheet->cell[i].text).kind;
        if (kind == KNOWN_INDICATOR || kind == KNOWN_SUBINDICATOR)
            return true;
    }
    return false;
}

static void read_row(struct survey_walk *walk, struct around *around, uint32_t number)
{
    struct row row = {.row = number, .number = -1, .named = UINT32_MAX};
    bool is_question = find_id(walk, &row) || find_text(walk, &row);
    bool is_head = !is_question && !is_numbered_title(walk, number) &&
                   columns_is_head(&walk->columns, number, is_under_head(walk, around, number));
    if (is_head) {
        read_head(walk, around, number);
        return;
    }
    around->in_head = false;
    bool is_known = is_question || find_level(walk, &row) || find_respondents(walk, &row, around);
    if (!is_known) {
        row.is_total = has_total(walk, number);
        find_title(walk, &row);
    }
    if (row.thing.kind == KNOWN_NOTHING)
        find_number(walk, &row, around);
    bool is_value = row.has_value || has_number(walk, number, &row);
    if (!row.is_total && row.thing.kind != KNOWN_QUESTION && row.thing.kind != KNOWN_TARGET)
        go_to(around, &row.thing);
    if (row.thing.kind == KNOWN_QUESTION) { /* titles between tables need not be repeated */
        const struct scheme_indicator *indicator = row.thing.question->indicator;
        go_to_instrument(around, indicator->instrument);
    }
    if (!is_value && row.thing.kind != KNOWN_QUESTION)
        return;
    take_around(walk, &row, around);
    walk->rows.item[walk->rows.count++] = row;
}

void rows_read(struct survey_walk *walk)
{
    const struct sheet *sheet = walk->sheet;
    uint32_t count = sheet->rows < ROWS_MOST ? sheet->rows : ROWS_MOST;
    if (count < sheet->rows)
        diag_say(walk->setup->diag, MESSAGE_IMPORT_ROWS, sheet_place(sheet, count, 0),
                 cell_name(walk->values, count, 0),
                 arena_printf(walk->setup->arena, "%d", ROWS_MOST));
    walk->rows.item = ARENA_NEW(walk->setup->arena, struct row, (size_t)count + 1);
    struct around around = {0};
    const struct known_thing name = known_title(walk->setup->known, sheet->name);
    go_to(&around, &name);
    for (uint32_t r = 0; r < count; r++)
        if (sheet->row[r] < sheet->row[r + 1])
            read_row(walk, &around, r);
}

void rows_check_year(struct survey_walk *walk)
{
    const struct sheet *sheet = walk->sheet;
    const struct survey_setup *setup = walk->setup;
    const struct sheet_cell *other = NULL;
    enum { FIRST_ROWS = 10 };
    for (size_t i = 0; i < sheet->cells && sheet->cell[i].row < FIRST_ROWS; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        int year = is_own(cell) ? known_year(setup->known, cell->text) : 0;
        if (year == setup->year)
            return;
        other = year != 0 && other == NULL ? cell : other;
    }
    if (other == NULL)
        return;
    diag_say(setup->diag, MESSAGE_IMPORT_YEAR, sheet_place(sheet, other->row, other->column),
             cell_name(walk->values, other->row, other->column),
             arena_printf(setup->arena, "%d", known_year(setup->known, other->text)),
             arena_printf(setup->arena, "%d", setup->year));
}
