/*
 * Every sheet that is not hidden is looked at; the one with most values is taken, and with it those that have other values
 * only: an agency has a sheet for each instrument as often as one for all.
 */
#include "exchange/import.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/digit.h"
#include "base/utf8.h"
#include "source/file.h"
#include "yaml/number.h"

struct import_look_state {
    const struct import_setup *setup;
    struct import *import;
    struct targets *targets;
    struct known *known;
    bool *is_taken; /* by target */
};

/* ---- sheets ---- */

static bool is_wanted(enum import_what what, const struct target *target)
{
    return what == IMPORT_ALL || (what == IMPORT_SCORES) == (target->kind == TARGET_SCORE);
}

static struct cell_reader values_of(const struct import_look_state *state,
                                    const struct sheet *sheet)
{
    const struct import_setup *setup = state->setup;
    return (struct cell_reader){.arena = setup->arena,
                                .names = setup->names,
                                .scheme = state->targets->scheme,
                                .diag = setup->diag,
                                .sheet = sheet,
                                .names_sheet = setup->book->sheets > 1};
}

static struct survey look_at(const struct import_look_state *state, const struct sheet *sheet)
{
    const struct import_setup *setup = state->setup;
    const struct edition_profile *profile = &setup->edition->profile;
    struct survey_setup survey_setup = {.arena = setup->arena,
                                        .known = state->known,
                                        .names = setup->names,
                                        .targets = state->targets,
                                        .agency = profile->agency.name.bytes,
                                        .short_name = profile->agency.short_name.bytes,
                                        .year = (int)state->targets->scheme->fiscal_year.value,
                                        .diag = setup->diag};
    const struct mapping *columns = setup->columns;
    bool is_last = setup->mapping->sheet != NULL &&
                   strcmp(setup->mapping->sheet, sheet->name) == 0 && setup->mapping->columns > 0;
    if (columns == NULL && is_last)
        columns = setup->mapping;
    if (columns != NULL)
        survey_setup.columns =
            mapping_columns(setup->arena, columns, state->targets->scheme, sheet);
    struct survey all = {0}, wanted = {0};
    struct cell_reader values = values_of(state, sheet);
    survey_sheet(&survey_setup, &values, &all);
    wanted = all;
    wanted.count = 0;
    for (size_t i = 0; i < all.count; i++)
        if (all.item[i].target != NULL && is_wanted(setup->what, all.item[i].target))
            wanted.item[wanted.count++] = all.item[i];
    return wanted;
}

/* What a sheet has, without a word about it. */
static struct survey look_silently(const struct import_look_state *state, const struct sheet *sheet)
{
    size_t mark = diag_mark(state->setup->diag);
    struct survey survey = look_at(state, sheet);
    diag_rewind(state->setup->diag, mark);
    return survey;
}

static bool meets(const struct import_look_state *state, const struct survey *survey)
{
    for (size_t i = 0; i < survey->count; i++)
        if (state->is_taken[survey->item[i].target - state->targets->item])
            return true;
    return false;
}

static void take_sheet(struct import_look_state *state, const struct sheet *sheet)
{
    struct survey survey = look_at(state, sheet);
    struct survey *all = &state->import->survey;
    struct arena *arena = state->setup->arena;
    for (size_t i = 0; i < survey.count; i++) {
        all->item = arena_room(arena, all->item, all->count, &all->room, sizeof *all->item);
        all->item[all->count++] = survey.item[i];
        state->is_taken[survey.item[i].target - state->targets->item] = true;
    }
    for (size_t i = 0; i < survey.lefts; i++) {
        all->left = arena_room(arena, all->left, all->lefts, &all->left_room, sizeof *all->left);
        all->left[all->lefts++] = survey.left[i];
    }
    state->import->used[state->import->useds++] = sheet;
}

struct candidate {
    const struct sheet *sheet;
    struct survey survey;
};

/* More values first; of equals the first in the book. */
static int compare(const void *a, const void *b)
{
    const struct candidate *one = a, *two = b;
    if (one->survey.count != two->survey.count)
        return one->survey.count > two->survey.count ? -1 : 1;
    return one->sheet < two->sheet ? -1 : one->sheet > two->sheet;
}

static void choose(struct import_look_state *state)
{
    const struct sheet_book *book = state->setup->book;
    struct candidate *candidate =
        ARENA_NEW(state->setup->arena, struct candidate, book->sheets + 1);
    size_t count = 0;
    for (size_t i = 0; i < book->sheets; i++) {
        if (book->sheet[i].is_hidden)
            continue;
        struct survey survey = look_silently(state, &book->sheet[i]);
        if (survey.count > 0)
            candidate[count++] = (struct candidate){&book->sheet[i], survey};
    }
    if (count > 1)
        qsort(candidate, count, sizeof *candidate, compare);
    for (size_t i = 0; i < count; i++) {
        if (!meets(state, &candidate[i].survey))
            take_sheet(state, candidate[i].sheet);
        else
            state->import->passed[state->import->passeds++] = candidate[i].sheet;
    }
    if (count == 0) /* for what it says of itself */
        for (size_t i = 0; i < book->sheets; i++)
            if (!book->sheet[i].is_hidden)
                look_at(state, &book->sheet[i]);
}

static const char *list_sheets(const struct import_setup *setup)
{
    const char *list = "";
    for (size_t i = 0; i < setup->book->sheets; i++)
        list = arena_printf(setup->arena, "%s%s%s", list, i > 0 ? ", " : "",
                            setup->book->sheet[i].name);
    return list;
}

static bool take_named(struct import_look_state *state)
{
    const struct import_setup *setup = state->setup;
    for (size_t i = 0; i < setup->book->sheets; i++)
        if (strcmp(setup->book->sheet[i].name, setup->sheet) == 0) {
            take_sheet(state, &setup->book->sheet[i]);
            return true;
        }
    diag_say(setup->diag, MESSAGE_IMPORT_NO_SHEET, (struct place){0}, setup->book->file,
             setup->sheet, list_sheets(setup));
    return false;
}

/* ---- values ---- */

/* As it would be typed where the old one is: in its script, and without decimals where it has none. */
static const char *typed(struct arena *arena, const struct target *target,
                         const struct cell_value *value, const struct node *old)
{
    enum { WHOLE = 100 };
    bool is_score = target->kind == TARGET_SCORE || target->kind == TARGET_FIGURE;
    const char *was = old != NULL && old->kind == NODE_SCALAR ? old->text : "";
    if (value->text != NULL)
        return value->text;
    bool has_thai = false;
    for (size_t at = 0, length = strlen(was); at < length;)
        has_thai = utf8_is_thai_digit(utf8_next(was, length, &at)) || has_thai;
    bool is_bare = *was != '\0' && strchr(was, '.') == NULL && value->number % WHOLE == 0;
    struct buffer text = {0}, out = {0};
    if (!is_score || is_bare)
        buffer_printf(&text, "%" PRId64, is_score ? value->number / WHOLE : value->number);
    else
        decimal_add_two(&text, value->number);
    digit_add_text(&out, buffer_text(&text), text.length, has_thai ? DIGIT_THAI : DIGIT_WESTERN);
    const char *copy = arena_string(arena, buffer_text(&out));
    buffer_free(&text);
    buffer_free(&out);
    return copy;
}

static bool is_same(const struct target *target, const struct cell_value *value,
                    const struct node *old)
{
    if (old == NULL || old->kind != NODE_SCALAR)
        return false;
    if (value->text != NULL)
        return strcmp(old->text, value->text) == 0;
    bool is_score = target->kind == TARGET_SCORE || target->kind == TARGET_FIGURE;
    int64_t number;
    return number_parse(old->text, old->length, is_score ? 2 : 0, &number) == NUMBER_FINE &&
           number == value->number;
}

static const char *name_of(const struct target *target)
{
    return target->question != NULL ? target->question->id.bytes : target->path;
}

/* Says it where what the cell shows is not the score that is taken. */
static void warn_longer(const struct cell_reader *reader, const struct survey_finding *finding,
                        const struct cell_value *value)
{
    if (value->longer == NULL)
        return;
    diag_say(reader->diag, MESSAGE_IMPORT_LONGER,
             sheet_place(reader->sheet, finding->row, finding->column),
             cell_name(reader, finding->row, finding->column), value->longer,
             decimal_two(reader->arena, value->number));
}

static void add_change(struct import_look_state *state, const struct survey_finding *finding,
                       const struct cell_value *value, const char *cell)
{
    struct import *import = state->import;
    struct arena *arena = state->setup->arena;
    const struct target *target = finding->target;
    const struct node *old = edit_set_find(import->tree, &target->setting);
    import->change =
        arena_room(arena, import->change, import->changes, &import->room, sizeof *import->change);
    struct import_change *change = &import->change[import->changes++];
    *change = (struct import_change){
        .target = target,
        .cell = cell,
        .old = old != NULL && old->kind == NODE_SCALAR ? old->text : NULL,
        .new = typed(arena, target, value, old),
        .is_same = is_same(target, value, old),
        .by = finding->by,
        .percent = finding->percent,
    };
    import->differing += !change->is_same;
}

/* A second value for a target: nothing when it is the same, an error when it is not. */
static bool is_again(struct import_look_state *state, const struct survey_finding *finding,
                     const struct cell_reader *reader, const struct cell_value *value,
                     const struct cell_value *earlier)
{
    struct import *import = state->import;
    for (size_t i = 0; i < import->changes; i++) {
        const struct import_change *change = &import->change[i];
        if (change->target != finding->target)
            continue;
        bool same = earlier->number == value->number &&
                    (value->text == NULL || strcmp(earlier->text, value->text) == 0);
        if (!same)
            diag_say(reader->diag, MESSAGE_IMPORT_TWICE,
                     sheet_place(reader->sheet, finding->row, finding->column),
                     cell_name(reader, finding->row, finding->column), change->cell,
                     finding->target->path);
        return true;
    }
    return false;
}

static void read_values(struct import_look_state *state)
{
    const struct import_setup *setup = state->setup;
    const struct survey *survey = &state->import->survey;
    struct cell_value *earlier =
        ARENA_NEW(setup->arena, struct cell_value, state->targets->count + 1);
    int64_t highest = 0;
    size_t scores = 0;
    for (size_t i = 0; i < survey->count; i++) {
        const struct survey_finding *finding = &survey->item[i];
        struct cell_reader reader = values_of(state, finding->sheet);
        struct cell_value value =
            cell_read(&reader, finding->cell, finding->row, finding->column, finding->target->kind);
        const char *cell = cell_name(&reader, finding->row, finding->column);
        bool is_score = finding->target->kind == TARGET_SCORE;
        if (value.state == CELL_MISSING && is_score)
            diag_say(setup->diag, MESSAGE_IMPORT_MISSING,
                     sheet_place(finding->sheet, finding->row, finding->column), cell,
                     name_of(finding->target));
        if (value.state != CELL_FINE)
            continue;
        struct cell_value *first = &earlier[finding->target - state->targets->item];
        if (first->state == CELL_FINE && is_again(state, finding, &reader, &value, first))
            continue;
        *first = value;
        warn_longer(&reader, finding, &value);
        scores += is_score;
        highest = is_score && value.number > highest ? value.number : highest;
        add_change(state, finding, &value, cell);
    }
    enum { ENOUGH = 5, ONE = 100 };
    if (scores >= ENOUGH && highest <= ONE)
        diag_say(setup->diag, MESSAGE_IMPORT_FRACTIONS,
                 sheet_place(survey->item[0].sheet, survey->item[0].row, survey->item[0].column),
                 state->import->change[0].cell);
}

/* In the order of the file, whatever the order of the cells. */
static int compare_changes(const void *a, const void *b)
{
    const struct import_change *one = a, *two = b;
    return one->target < two->target ? -1 : one->target > two->target;
}

static const struct node *results_tree(const struct edition *edition)
{
    for (size_t i = 0; i < edition->trees.count; i++) {
        const struct node *tree = edition->trees.tree[i];
        if (strcmp(file_name(tree->place.source->path), "results.yaml") == 0)
            return tree;
    }
    return NULL;
}

bool import_look(const struct import_setup *setup, struct import *out)
{
    struct arena *arena = setup->arena;
    struct import_look_state state = {.setup = setup, .import = out};
    *out = (struct import){.tree = results_tree(setup->edition)};
    size_t errors = diag_count(setup->diag, DIAG_ERROR);
    if (out->tree == NULL)
        return false;
    state.targets = targets_of(arena, setup->edition->scheme);
    state.known = known_of(arena, state.targets, setup->names);
    for (size_t i = 0; i < setup->mapping->texts; i++)
        known_remember(state.known, setup->mapping->text[i].text, setup->mapping->text[i].question);
    state.is_taken = ARENA_NEW(arena, bool, state.targets->count + 1);
    out->used = ARENA_NEW(arena, const struct sheet *, setup->book->sheets + 1);
    out->passed = ARENA_NEW(arena, const struct sheet *, setup->book->sheets + 1);
    if (setup->sheet != NULL && !take_named(&state))
        return false;
    if (setup->sheet == NULL)
        choose(&state);
    read_values(&state);
    if (out->changes == 0 && diag_count(setup->diag, DIAG_ERROR) == errors)
        diag_say(setup->diag, MESSAGE_IMPORT_NOTHING, (struct place){0}, setup->book->file);
    if (out->changes > 0)
        qsort(out->change, out->changes, sizeof *out->change, compare_changes);
    mapping_take(arena, &out->survey, &out->mapping);
    return diag_count(setup->diag, DIAG_ERROR) == errors;
}

bool import_make(const struct import_setup *setup, const struct import *import,
                 struct edit_mended_file *out)
{
    struct edit_setting *setting =
        ARENA_NEW(setup->arena, struct edit_setting, import->changes + 1);
    size_t count = 0;
    for (size_t i = 0; i < import->changes; i++) {
        if (import->change[i].is_same)
            continue;
        setting[count] = import->change[i].target->setting;
        setting[count++].text = import->change[i].new;
    }
    return edit_set_all(setup->arena, import->tree, setting, count, setup->diag, out);
}
