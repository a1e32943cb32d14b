/*
 * Rows first, then the values of each. Where no head says which column has the scores, it is the one that has a number in most
 * rows of questions.
 */
#include "exchange/survey.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/rows.h"

/* A score of which it is not known for which part it is. */
struct unparted {
    struct survey_finding finding;
    const struct scheme_question *question;
};

/* Columns of scores where no head says so: of instruments with parts one a part. */
struct guess {
    uint32_t column[8];
    size_t columns;
    bool is_made, is_unclear;
};
enum { GUESS_MOST = 8 };

struct taking {
    struct survey_walk *walk;
    struct guess *guess; /* of each instrument */
    struct unparted *unparted;
    size_t count, room;
};

static void add(struct survey_walk *walk, const struct survey_finding *finding)
{
    struct survey *out = walk->out;
    out->item =
        arena_room(walk->setup->arena, out->item, out->count, &out->room, sizeof *out->item);
    out->item[out->count++] = *finding;
}

static struct survey_finding finding_at(const struct survey_walk *walk, const struct row *row,
                                        uint32_t column, const struct target *target)
{
    return (struct survey_finding){.target = target,
                                   .sheet = walk->sheet,
                                   .row = row->row,
                                   .column = column,
                                   .cell = sheet_at(walk->sheet, row->row, column),
                                   .by = row->thing.by,
                                   .percent = row->thing.percent};
}

/* ---- columns without a head ---- */

static const struct scheme_instrument *instrument_of(const struct row *row)
{
    return row->thing.kind == KNOWN_QUESTION ? row->thing.question->indicator->instrument : NULL;
}

static bool is_candidate(const struct survey_walk *walk, const struct row *row,
                         const struct sheet_cell *cell)
{
    const struct column *head = columns_at(row->columns, cell->column);
    bool is_id = cell->column == row->named || (row->number >= 0 && cell->column == row->numbered);
    bool is_other = head != NULL && head->role != COLUMN_NONE && head->role != COLUMN_SCORE;
    return !is_id && !is_other && cell->kind != SHEET_COVERED && cell_is_score(walk->values, cell);
}

static bool has_candidate(const struct survey_walk *walk, const struct row *row)
{
    bool has = false;
    for (size_t i = walk->sheet->row[row->row]; i < walk->sheet->row[row->row + 1]; i++)
        has = has || is_candidate(walk, row, &walk->sheet->cell[i]);
    return has;
}

static int compare_columns(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, two = *(const uint32_t *)b;
    return one < two ? -1 : one > two;
}

/* All candidates of an instrument's rows, sorted; *rows: how many rows there are. */
static uint32_t *list_candidates(const struct survey_walk *walk,
                                 const struct scheme_instrument *instrument, size_t *count,
                                 size_t *rows)
{
    uint32_t *column = NULL;
    size_t room = 0;
    *count = *rows = 0;
    for (size_t i = 0; i < walk->rows.count; i++) {
        const struct row *row = &walk->rows.item[i];
        if (instrument_of(row) != instrument)
            continue;
        ++*rows;
        for (size_t c = walk->sheet->row[row->row]; c < walk->sheet->row[row->row + 1]; c++) {
            if (!is_candidate(walk, row, &walk->sheet->cell[c]))
                continue;
            column = arena_room(walk->setup->arena, column, *count, &room, sizeof *column);
            column[(*count)++] = walk->sheet->cell[c].column;
        }
    }
    if (*count > 0)
        qsort(column, *count, sizeof *column, compare_columns);
    return column;
}

static void make_guess(const struct survey_walk *walk, const struct scheme_instrument *instrument,
                       struct guess *guess)
{
    size_t count, rows;
    uint32_t *column = list_candidates(walk, instrument, &count, &rows);
    for (size_t i = 0; i < count;) {
        size_t same = 1;
        while (i + same < count && column[i + same] == column[i])
            same++;
        enum { PERCENT = 60 };
        if (same * 100 >= rows * PERCENT && guess->columns < GUESS_MOST)
            guess->column[guess->columns++] = column[i];
        i += same;
    }
    if (guess->columns == 0 && count > 0 && column[0] == column[count - 1])
        guess->column[guess->columns++] =
            column[0]; /* few scores are there, but all in one column */
    guess->is_made = true;
    guess->is_unclear = guess->columns > 1 && guess->columns != instrument->parts;
}

static void say_unclear(const struct survey_walk *walk, const struct row *row,
                        const struct guess *guess)
{
    struct buffer columns = {0};
    struct arena *arena = walk->setup->arena;
    const char *first = "";
    for (size_t i = 0; i < guess->columns; i++) {
        const char *name = sheet_cell_name(arena, 0, guess->column[i]);
        const char *letters = arena_copy(arena, name, strlen(name) - 1);
        buffer_printf(&columns, "%s%s", i > 0 ? ", " : "", letters);
        first = letters; /* the last is the likeliest example */
    }
    diag_say(walk->setup->diag, MESSAGE_IMPORT_COLUMNS,
             sheet_place(walk->sheet, row->row, guess->column[0]),
             cell_name(walk->values, row->row, guess->column[0]), buffer_text(&columns), first);
    buffer_free(&columns);
}

/* ---- questions ---- */

static void hold_back(struct taking *taking, const struct row *row, uint32_t column)
{
    struct survey_walk *walk = taking->walk;
    taking->unparted = arena_room(walk->setup->arena, taking->unparted, taking->count,
                                  &taking->room, sizeof *taking->unparted);
    taking->unparted[taking->count++] =
        (struct unparted){finding_at(walk, row, column, NULL), row->thing.question};
}

static void take_question(struct taking *taking, const struct row *row, uint32_t column,
                          const struct scheme_part *part)
{
    struct survey_walk *walk = taking->walk;
    const struct scheme_instrument *instrument = instrument_of(row);
    if (part == NULL)
        part = row->part;
    if (instrument->parts == 0 || (part != NULL && part->instrument != instrument))
        part = NULL;
    if (part == NULL && instrument->parts > 0) {
        hold_back(taking, row, column);
        return;
    }
    struct survey_finding finding = finding_at(
        walk, row, column, target_of_question(walk->setup->targets, row->thing.question, part));
    add(walk, &finding);
}

static void take_by_guess(struct taking *taking, const struct row *row)
{
    struct survey_walk *walk = taking->walk;
    const struct scheme_instrument *instrument = instrument_of(row);
    struct guess *guess = &taking->guess[instrument->index];
    if (!guess->is_made) {
        make_guess(walk, instrument, guess);
        if (guess->is_unclear)
            say_unclear(walk, row, guess);
    }
    if (guess->is_unclear)
        return;
    for (size_t i = 0; i < guess->columns; i++)
        take_question(taking, row, guess->column[i],
                      guess->columns > 1 ? &instrument->part[i] : NULL);
}

/* Whether a column's scores can be of an instrument. */
static bool is_of(const struct column *column, const struct scheme_instrument *instrument)
{
    return (column->instrument == NULL || column->instrument == instrument) &&
           (column->part == NULL || column->part->instrument == instrument);
}

/* Among the columns of a part (or of none) the strongest; of equals the first that is not blank. */
static const struct column *strongest(const struct survey_walk *walk, const struct row *row,
                                      const struct scheme_instrument *instrument,
                                      const struct scheme_part *part, bool of_indicators)
{
    const struct column *best = NULL;
    bool best_blank = true;
    for (size_t i = 0; row->columns != NULL && i < row->columns->count; i++) {
        const struct column *column = &row->columns->item[i];
        if (column->role != COLUMN_SCORE || column->part != part ||
            column->of_indicators != of_indicators || column->column == row->named ||
            (instrument != NULL && !is_of(column, instrument)))
            continue;
        const struct sheet_cell *cell = sheet_at(walk->sheet, row->row, column->column);
        bool blank = cell == NULL || cell->row != row->row || cell->column != column->column;
        if (best == NULL || (best_blank && !blank) ||
            (best_blank == blank && column->strength > best->strength)) {
            best = column;
            best_blank = blank;
        }
    }
    return best;
}

static void take_by_columns(struct taking *taking, const struct row *row)
{
    struct survey_walk *walk = taking->walk;
    const struct scheme_instrument *instrument = instrument_of(row);
    bool is_taken = false;
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct column *column = strongest(walk, row, instrument, &instrument->part[p], false);
        if (column != NULL)
            take_question(taking, row, column->column, column->part);
        is_taken = is_taken || column != NULL;
    }
    const struct column *column = strongest(walk, row, instrument, NULL, false);
    if (column != NULL && !is_taken)
        take_question(taking, row, column->column, NULL);
    else if (column == NULL && !is_taken)
        take_by_guess(taking, row);
}

/* ---- everything else that a row can be about ---- */

static const struct target *target_for(const struct survey_walk *walk, const struct row *row,
                                       const struct scheme_part *part)
{
    const struct targets *targets = walk->setup->targets;
    const struct known_thing *thing = &row->thing;
    switch (thing->kind) {
    case KNOWN_INDICATOR:
        return target_of_indicator(targets, thing->indicator, part);
    case KNOWN_SUBINDICATOR:
        return target_of_subindicator(targets, thing->subindicator);
    case KNOWN_INSTRUMENT:
        return target_of_instrument(targets, TARGET_FIGURE, thing->instrument, part);
    case KNOWN_PART:
        return target_of_instrument(targets, TARGET_FIGURE, thing->instrument, thing->part);
    case KNOWN_OVERALL:
        return target_of_path(targets, "published.overall");
    default:
        return NULL;
    }
}

static const struct scheme_instrument *figure_instrument(const struct known_thing *thing)
{
    return thing->kind == KNOWN_INDICATOR      ? thing->indicator->instrument
           : thing->kind == KNOWN_SUBINDICATOR ? thing->subindicator->indicator->instrument
                                               : thing->instrument;
}

static void take_figure(struct survey_walk *walk, const struct row *row,
                        const struct column *column, const struct scheme_part *part)
{
    const struct target *target = target_for(walk, row, part);
    const struct sheet_cell *cell = sheet_at(walk->sheet, row->row, column->column);
    /* A figure that is not there is not missed. */
    if (target == NULL || cell == NULL || cell->row != row->row ||
        (cell->kind == SHEET_TEXT && !cell_is_score(walk->values, cell)))
        return;
    struct survey_finding finding = finding_at(walk, row, column->column, target);
    add(walk, &finding);
}

/* Ranks and numbers of respondents have columns of their own. */
static void take_beside(struct survey_walk *walk, const struct row *row, enum column_role role,
                        const struct target *target)
{
    for (size_t i = 0; target != NULL && row->columns != NULL && i < row->columns->count; i++) {
        const struct column *column = &row->columns->item[i];
        const struct sheet_cell *cell = sheet_at(walk->sheet, row->row, column->column);
        if (column->role != role || cell == NULL || cell->row != row->row ||
            column->column == row->named)
            continue;
        struct survey_finding finding = finding_at(walk, row, column->column, target);
        add(walk, &finding);
        return;
    }
}

static const struct column *only_number(const struct survey_walk *walk, const struct row *row,
                                        struct column *found)
{
    size_t count = 0;
    for (size_t i = walk->sheet->row[row->row]; i < walk->sheet->row[row->row + 1]; i++) {
        const struct sheet_cell *cell = &walk->sheet->cell[i];
        const struct column *head = columns_at(row->columns, cell->column);
        bool is_other = head != NULL && head->role != COLUMN_NONE && head->role != COLUMN_SCORE;
        if (is_other || cell->column == row->named || cell->column < row->named ||
            cell->kind == SHEET_COVERED || !cell_is_score(walk->values, cell))
            continue;
        *found = (struct column){.column = cell->column, .role = COLUMN_SCORE};
        count++;
    }
    return count == 1 ? found : NULL;
}

static void take_figures(struct survey_walk *walk, const struct row *row)
{
    const struct known_thing *thing = &row->thing;
    const struct scheme_instrument *instrument = figure_instrument(thing);
    const struct targets *targets = walk->setup->targets;
    struct column found;
    size_t parts = instrument != NULL && thing->kind != KNOWN_PART ? instrument->parts : 0;
    bool is_taken = false;
    for (size_t p = 0; p < parts; p++) {
        const struct column *column = strongest(walk, row, instrument, &instrument->part[p], false);
        if (column != NULL)
            take_figure(walk, row, column, column->part);
        is_taken = is_taken || column != NULL;
    }
    const struct scheme_part *part = parts > 0 && !is_taken && thing->kind == KNOWN_INDICATOR &&
                                             row->part != NULL &&
                                             row->part->instrument == instrument
                                         ? row->part
                                         : NULL;
    const struct column *column = strongest(walk, row, instrument, NULL, false);
    if (column == NULL)
        column = strongest(walk, row, instrument, NULL, true);
    if (column == NULL && !is_taken)
        column = only_number(walk, row, &found);
    if (column != NULL)
        take_figure(walk, row, column, part);
    if (thing->kind == KNOWN_INDICATOR)
        take_beside(walk, row, COLUMN_RANK, target_of_rank(targets, thing->indicator));
    if (thing->kind == KNOWN_INSTRUMENT || thing->kind == KNOWN_PART)
        take_beside(
            walk, row, COLUMN_RESPONDENTS,
            target_of_instrument(targets, TARGET_RESPONDENTS, thing->instrument, thing->part));
}

/* A row that begins with a key, as exported tables have it. */
static void take_target(struct survey_walk *walk, const struct row *row)
{
    const struct target *target = row->thing.target;
    struct column told = {.column = row->value};
    const struct column *column = row->has_value ? &told : NULL;
    enum column_role role = target->kind == TARGET_RANK ? COLUMN_RANK : COLUMN_SCORE;
    for (size_t i = 0; column == NULL && row->columns != NULL && i < row->columns->count; i++)
        if (row->columns->item[i].role == role && row->columns->item[i].column != row->named)
            column = &row->columns->item[i];
    if (column == NULL)
        column = only_number(walk, row, &told);
    if (column == NULL || sheet_at(walk->sheet, row->row, column->column) == NULL)
        return;
    struct survey_finding finding = finding_at(walk, row, column->column, target);
    add(walk, &finding);
}

/* The mean of an indicator in a column of its own beside its questions. */
static void take_indicator_beside(struct survey_walk *walk, const struct row *row)
{
    const struct scheme_instrument *instrument = instrument_of(row);
    const struct column *column = strongest(walk, row, instrument, NULL, true);
    if (column == NULL)
        return;
    const struct sheet_cell *cell = sheet_at(walk->sheet, row->row, column->column);
    if (cell == NULL || cell->row != row->row || !cell_is_score(walk->values, cell))
        return;
    struct survey_finding finding = finding_at(
        walk, row, column->column,
        target_of_indicator(walk->setup->targets, row->thing.question->indicator, row->part));
    if (finding.target != NULL)
        add(walk, &finding);
}

static void leave(struct survey_walk *walk, const struct row *row)
{
    struct survey *out = walk->out;
    const struct sheet *sheet = walk->sheet;
    const struct sheet_cell *first = &sheet->cell[sheet->row[row->row]];
    out->left =
        arena_room(walk->setup->arena, out->left, out->lefts, &out->left_room, sizeof *out->left);
    out->left[out->lefts++] = (struct survey_left){sheet, row->row, first->column, first->text};
}

static void take_row(struct taking *taking, const struct row *row)
{
    struct survey_walk *walk = taking->walk;
    size_t before = walk->out->count + taking->count;
    if (row->thing.kind == KNOWN_QUESTION) {
        if (columns_have(row->columns, COLUMN_SCORE))
            take_by_columns(taking, row);
        else
            take_by_guess(taking, row);
        take_indicator_beside(walk, row);
        if (walk->out->count + taking->count == before && has_candidate(walk, row))
            leave(walk, row);
        return;
    }
    if (row->thing.kind == KNOWN_TARGET)
        take_target(walk, row);
    else if (row->thing.kind != KNOWN_NOTHING && !row->is_total)
        take_figures(walk, row);
    if (walk->out->count + taking->count == before && row->thing.kind != KNOWN_TARGET)
        leave(walk, row);
}

/* ---- parts by the order of rows ---- */

static const char *part_names(struct arena *arena, const struct scheme_instrument *instrument)
{
    const char *names = "";
    for (size_t p = 0; p < instrument->parts; p++)
        names = arena_printf(arena, "%s%s%s", names, p > 0 ? ", " : "",
                             scheme_part_name(&instrument->part[p]));
    return names;
}

/* A question that is there as often as there are parts has them in their order. */
static void part_in_order(struct taking *taking)
{
    struct survey_walk *walk = taking->walk;
    const struct survey_setup *setup = walk->setup;
    size_t *seen = ARENA_NEW(setup->arena, size_t, setup->targets->scheme->questions + 1);
    size_t *turn = ARENA_NEW(setup->arena, size_t, setup->targets->scheme->questions + 1);
    for (size_t i = 0; i < taking->count; i++)
        seen[taking->unparted[i].question->index]++;
    for (size_t i = 0; i < taking->count; i++) {
        struct unparted *unparted = &taking->unparted[i];
        const struct scheme_question *question = unparted->question;
        const struct scheme_instrument *instrument = question->indicator->instrument;
        struct survey_finding *finding = &unparted->finding;
        if (seen[question->index] == instrument->parts) {
            finding->target = target_of_question(setup->targets, question,
                                                 &instrument->part[turn[question->index]++]);
            finding->by = KNOWN_ORDER;
            add(walk, finding);
            continue;
        }
        diag_say(setup->diag, MESSAGE_IMPORT_PART,
                 sheet_place(walk->sheet, finding->row, finding->column),
                 cell_name(walk->values, finding->row, finding->column), question->id.bytes,
                 part_names(setup->arena, instrument));
    }
}

/* ---- one agency a row ---- */

static void take_wide(struct survey_walk *walk, const struct rows_wide *wide)
{
    const struct sheet *sheet = walk->sheet;
    const struct survey_setup *setup = walk->setup;
    uint32_t row = rows_find_agency(walk, wide);
    struct taking taking = {.walk = walk};
    for (size_t i = sheet->row[wide->row]; row != UINT32_MAX && i < sheet->row[wide->row + 1];
         i++) {
        const struct sheet_cell *head = &sheet->cell[i];
        if (head->kind != SHEET_TEXT)
            continue;
        const char *rest;
        struct row one = {.row = row, .number = -1, .named = UINT32_MAX};
        one.thing = known_id(setup->known, head->text, &rest);
        if (one.thing.kind == KNOWN_QUESTION) {
            const struct scheme_instrument *instrument = one.thing.question->indicator->instrument;
            take_question(&taking, &one, head->column, known_part(setup->known, rest, instrument));
            continue;
        }
        const struct column column = {.column = head->column};
        one.thing = known_title(setup->known, head->text);
        if (one.thing.kind != KNOWN_NOTHING)
            take_figure(walk, &one, &column,
                        one.thing.kind == KNOWN_INDICATOR
                            ? known_part(setup->known, head->text, one.thing.indicator->instrument)
                            : NULL);
    }
    part_in_order(&taking);
}

void survey_sheet(const struct survey_setup *setup, const struct cell_reader *values,
                  struct survey *out)
{
    struct survey_walk walk = {
        .setup = setup, .values = values, .sheet = values->sheet, .out = out};
    walk.columns = (struct columns_reader){.arena = setup->arena,
                                           .known = setup->known,
                                           .names = setup->names,
                                           .values = values,
                                           .sheet = walk.sheet,
                                           .year = setup->year};
    struct rows_wide wide;
    rows_check_year(&walk);
    if (setup->columns == NULL && rows_find_wide(&walk, &wide)) {
        take_wide(&walk, &wide);
        return;
    }
    rows_read(&walk);
    rows_number(&walk);
    struct taking taking = {.walk = &walk};
    taking.guess = ARENA_NEW(setup->arena, struct guess, setup->targets->scheme->instruments + 1);
    for (size_t i = 0; i < walk.rows.count; i++)
        take_row(&taking, &walk.rows.item[i]);
    part_in_order(&taking);
}
