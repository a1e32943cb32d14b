/*
 * Bare numbers say which question only together with an instrument, by a title, a cell of the row, or the lengths of the runs:
 * where 1 to 15, 1 to 9 twice and 1 to 28 follow each other, they are the instruments and parts of the scheme in their order.
 * Scores with nothing beside them are taken in the order of the questions, where there are as many.
 */
#include <string.h>

#include "exchange/rows.h"

/* Rows whose numbers go up, below one title. */
struct run {
    size_t first, last; /* rows, of walk->rows; those between that are no numbers do not count */
    size_t length;
    const struct scheme_instrument *instrument;
    const struct scheme_part *part;
    const struct scheme_indicator *indicator;
};

struct runs {
    struct run *item;
    size_t count;
};

static bool is_bare(const struct row *row)
{
    return row->thing.kind == KNOWN_NOTHING && row->number > 0 && !row->is_total;
}

static struct runs find_runs(struct survey_walk *walk)
{
    struct runs runs = {ARENA_NEW(walk->setup->arena, struct run, walk->rows.count + 1), 0};
    const struct row *last = NULL;
    for (size_t i = 0; i < walk->rows.count; i++) {
        const struct row *row = &walk->rows.item[i];
        if (!is_bare(row))
            continue;
        bool goes_on = last != NULL && row->number > last->number && row->title == last->title &&
                       row->instrument == last->instrument && row->part == last->part;
        if (!goes_on)
            runs.item[runs.count++] = (struct run){.first = i,
                                                   .instrument = row->instrument,
                                                   .part = row->part,
                                                   .indicator = row->indicator};
        runs.item[runs.count - 1].last = i;
        runs.item[runs.count - 1].length++;
        last = row;
    }
    return runs;
}

static size_t questions_of(const struct scheme_indicator *indicator)
{
    size_t count = indicator->questions;
    for (size_t i = 0; i < indicator->subindicators; i++)
        count += indicator->subindicator[i].questions;
    return count;
}

static size_t questions_in(const struct scheme_instrument *instrument)
{
    size_t count = 0;
    for (size_t i = 0; i < instrument->indicators; i++)
        count += questions_of(&instrument->indicator[i]);
    return count;
}

/* The first question of an indicator, in the scheme's list. */
static const struct scheme_question *first_of(const struct scheme_indicator *indicator)
{
    return indicator->subindicators > 0 ? indicator->subindicator[0].question : indicator->question;
}

static void give(struct row *row, const struct scheme_question *question, enum known_by by)
{
    if (question == NULL)
        return;
    row->thing = (struct known_thing){.kind = KNOWN_QUESTION, .by = by, .question = question};
    row->named = row->numbered;
}

/* Numbers that begin again under each indicator count in it. */
static bool counts_in_indicator(const struct survey_walk *walk, const struct run *run,
                                const struct scheme_instrument *instrument)
{
    return run->indicator != NULL && run->indicator->instrument == instrument &&
           walk->rows.item[run->first].number == 1 && run->indicator != instrument->indicator;
}

static void number_run(struct survey_walk *walk, const struct run *run,
                       const struct scheme_instrument *instrument)
{
    bool in_indicator = counts_in_indicator(walk, run, instrument);
    for (size_t i = run->first; i <= run->last; i++) {
        struct row *row = &walk->rows.item[i];
        if (!is_bare(row))
            continue;
        const struct scheme_question *question = NULL;
        if (in_indicator && (size_t)row->number <= questions_of(run->indicator))
            question = &first_of(run->indicator)[row->number - 1];
        else if (!in_indicator)
            question = known_numbered(instrument, row->number);
        give(row, question, KNOWN_NUMBER);
    }
}

/* The runs without an instrument are those of the scheme in their order: once a part, or with the parts in columns of
 * their own. */
static bool match_runs(struct survey_walk *walk, const struct runs *runs, bool parts_apart)
{
    const struct scheme *scheme = walk->setup->targets->scheme;
    size_t r = 0;
    for (size_t pass = 0; pass < 2; pass++) { /* look first, then give */
        r = 0;
        for (size_t i = 0; i < scheme->instruments; i++) {
            const struct scheme_instrument *instrument = &scheme->instrument[i];
            size_t times = parts_apart && instrument->parts > 0 ? instrument->parts : 1;
            for (size_t p = 0; p < times; p++, r++) {
                if (r >= runs->count || runs->item[r].instrument != NULL ||
                    runs->item[r].length != questions_in(instrument))
                    return false;
                if (pass == 0)
                    continue;
                number_run(walk, &runs->item[r], instrument);
                for (size_t k = runs->item[r].first; times > 1 && k <= runs->item[r].last; k++)
                    walk->rows.item[k].part = &instrument->part[p];
            }
        }
        if (r != runs->count)
            return false;
    }
    return true;
}

/* One run over all questions. */
static bool match_whole(struct survey_walk *walk, const struct runs *runs)
{
    const struct scheme *scheme = walk->setup->targets->scheme;
    if (runs->count != 1 || runs->item[0].length != scheme->questions)
        return false;
    for (size_t i = runs->item[0].first; i <= runs->item[0].last; i++) {
        struct row *row = &walk->rows.item[i];
        if (is_bare(row) && (size_t)row->number <= scheme->questions)
            give(row, &scheme->question[row->number - 1], KNOWN_NUMBER);
    }
    return true;
}

/* ---- scores alone ---- */

static bool has_questions(const struct survey_walk *walk)
{
    for (size_t i = 0; i < walk->rows.count; i++)
        if (walk->rows.item[i].thing.kind == KNOWN_QUESTION)
            return true;
    return false;
}

static bool is_unnamed(const struct row *row)
{
    return row->thing.kind == KNOWN_NOTHING && !row->is_total;
}

/* As many rows as questions, or as scores: each part's after the other's. */
static void give_in_order(struct survey_walk *walk)
{
    const struct scheme *scheme = walk->setup->targets->scheme;
    size_t rows = 0, scores = 0;
    for (size_t i = 0; i < walk->rows.count; i++)
        rows += is_unnamed(&walk->rows.item[i]);
    for (size_t i = 0; i < scheme->instruments; i++)
        scores += questions_in(&scheme->instrument[i]) * scheme_slots(&scheme->instrument[i]);
    if (rows != scheme->questions && rows != scores)
        return;
    bool apart = rows == scores && scores != scheme->questions;
    size_t at = 0;
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        size_t times = apart && instrument->parts > 0 ? instrument->parts : 1;
        for (size_t p = 0; p < times; p++)
            for (size_t q = 0; q < questions_in(instrument); at++) {
                struct row *row = &walk->rows.item[at];
                if (!is_unnamed(row))
                    continue;
                row->numbered = UINT32_MAX;
                give(row, &first_of(instrument->indicator)[q++], KNOWN_ORDER);
                row->part = times > 1 ? &instrument->part[p] : NULL;
            }
    }
}

void rows_number(struct survey_walk *walk)
{
    struct runs runs = find_runs(walk);
    bool is_whole =
        !has_questions(walk) && (match_whole(walk, &runs) || match_runs(walk, &runs, false) ||
                                 match_runs(walk, &runs, true));
    for (size_t r = 0; r < runs.count && !is_whole; r++)
        if (runs.item[r].instrument != NULL)
            number_run(walk, &runs.item[r], runs.item[r].instrument);
    if (!has_questions(walk))
        give_in_order(walk);
    bool is_unknown = !has_questions(walk) && runs.count > 0 && runs.item[0].length > 2;
    if (!is_unknown)
        return;
    const struct row *row = &walk->rows.item[runs.item[0].first];
    diag_say(walk->setup->diag, MESSAGE_IMPORT_NUMBERS,
             sheet_place(walk->sheet, row->row, row->numbered),
             cell_name(walk->values, row->row, row->numbered));
}
