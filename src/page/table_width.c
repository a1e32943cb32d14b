/*
 * Every column gets a least and a preferred width: first from the cells that are in one column,
 * then, span by span from the narrowest, what a spanning cell needs more is spread over its
 * columns.  A fixed width is a wish: a column holds it, or its longest word.
 *   - words do not even fit: the widest columns are cut down to one level;
 *   - words fit, but not beside the wishes: fixed columns give way down to their words, all by the
 *     same fraction of what they can spare, and the automatic ones stay at their least;
 *   - beside columns with a share, those without get their preferred width, but beyond their least
 *     no more than the shares have on average; the room left goes to the shares;
 *   - without any share, automatic columns that cannot all have their preferred width are between
 *     least and preferred, all by the same fraction; what is left beyond that goes to them by
 *     preferred widths, and without any of them to the fixed columns, by their wishes.
 * Before that, columns grow for their longest compounds, those first that take least for it, while
 * the others' words keep their room; an eighth of the table may go there.
 * Every division is exact to the unit: spread() keeps the running sum right.
 */
#include "page/table_width.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"

enum { COMPOUNDS_SHARE = 8 }; /* of the table, at most, goes to compounds: one part of so many */

struct solver {
    const struct width_table *table;
    int64_t *least;
    int64_t *preferred;
    int64_t *weight;
    int64_t *width;
};

/* Adds amount to the columns [first, first + count) by their weights (by number, if all are 0). */
static void spread(int64_t *to, const int64_t *weight, size_t first, size_t count, int64_t amount)
{
    int64_t total = 0;
    for (size_t i = first; i < first + count; i++)
        total += weight[i];
    int64_t passed = 0, given = 0;
    for (size_t i = first; i < first + count; i++) {
        passed += total > 0 ? weight[i] : 1;
        int64_t due = amount * passed / (total > 0 ? total : (int64_t)count);
        to[i] += due - given;
        given = due;
    }
}

static int64_t sum(const int64_t *value, size_t first, size_t count)
{
    int64_t total = 0;
    for (size_t i = first; i < first + count; i++)
        total += value[i];
    return total;
}

static bool is_fixed(const struct solver *s, size_t column)
{
    return s->table->column[column].fixed > 0;
}

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* What a column holds before room is shared out: a fixed one its wish or its longest word. */
static int64_t held(const struct solver *s, const int64_t *what, size_t column)
{
    return larger(what[column], s->table->column[column].fixed);
}

static int64_t sum_held(const struct solver *s, const int64_t *what, size_t first, size_t count)
{
    int64_t total = 0;
    for (size_t i = first; i < first + count; i++)
        total += held(s, what, i);
    return total;
}

static void take_simple_cells(struct solver *s)
{
    for (size_t i = 0; i < s->table->cells; i++) {
        const struct width_cell *cell = &s->table->cell[i];
        if (cell->columns != 1)
            continue;
        s->least[cell->column] = larger(s->least[cell->column], cell->least);
        s->preferred[cell->column] =
            larger(s->preferred[cell->column], larger(cell->preferred, cell->least));
    }
}

/* What a spanning cell needs beyond its columns goes to the automatic ones among them, or to all if
 * there are none. */
static void widen(struct solver *s, const struct width_cell *cell, int64_t *what, int64_t need)
{
    int64_t missing = need - sum_held(s, what, cell->column, cell->columns);
    if (missing <= 0)
        return;
    bool automatic = false;
    for (size_t i = cell->column; i < cell->column + cell->columns; i++) {
        s->weight[i] = is_fixed(s, i) ? 0 : larger(s->preferred[i], 1);
        automatic = automatic || !is_fixed(s, i);
    }
    for (size_t i = cell->column; !automatic && i < cell->column + cell->columns; i++)
        s->weight[i] = what[i] = held(s, what, i);
    spread(what, s->weight, cell->column, cell->columns, missing);
}

static void take_spanning_cells(struct solver *s)
{
    for (size_t span = 2; span <= s->table->columns; span++)
        for (size_t i = 0; i < s->table->cells; i++) {
            const struct width_cell *cell = &s->table->cell[i];
            if (cell->columns != span)
                continue;
            widen(s, cell, s->least, cell->least);
            widen(s, cell, s->preferred, larger(cell->preferred, cell->least));
        }
    for (size_t i = 0; i < s->table->columns; i++)
        s->preferred[i] = larger(s->preferred[i], s->least[i]);
}

/* Shares are widths in proportion, but none below its column's least. */
static void give_shares(struct solver *s, int64_t room)
{
    size_t n = s->table->columns;
    bool *held = memory_zeroed(n, sizeof *held);
    for (bool again = true; again;) {
        int64_t shares = 0, left = room;
        for (size_t i = 0; i < n; i++) {
            if (is_fixed(s, i) || s->table->column[i].share == 0)
                continue;
            if (held[i])
                left -= s->least[i];
            else
                shares += s->table->column[i].share;
        }
        again = false;
        for (size_t i = 0; i < n; i++) {
            bool shared = !is_fixed(s, i) && s->table->column[i].share > 0;
            s->weight[i] = shared && !held[i] ? s->table->column[i].share : 0;
            if (s->weight[i] > 0 && left * s->weight[i] < s->least[i] * shares)
                held[i] = again = true;
        }
        if (again)
            continue;
        for (size_t i = 0; i < n; i++)
            if (held[i])
                s->width[i] = s->least[i];
        if (shares > 0)
            spread(s->width, s->weight, 0, n, left);
    }
    free(held);
}

/* A column without a share: preferred, but beyond its least no wider than level. */
static int64_t own_below(const struct solver *s, size_t column, int64_t level)
{
    if (is_fixed(s, column) || s->table->column[column].share > 0)
        return 0;
    int64_t wide = s->preferred[column] < level ? s->preferred[column] : level;
    return larger(wide, s->least[column]);
}

static int64_t sum_own(const struct solver *s, int64_t level)
{
    int64_t total = 0;
    for (size_t i = 0; i < s->table->columns; i++)
        total += own_below(s, i, level);
    return total;
}

/* Room for columns with and without shares: the level is the shares' average. */
static void give_beside_shares(struct solver *s, int64_t room, size_t shared, int64_t shared_least)
{
    int64_t low = 0, high = room; /* everything fits at level low */
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        int64_t shares = larger(middle * (int64_t)shared, shared_least);
        if (sum_own(s, middle) + shares <= room)
            low = middle;
        else
            high = middle - 1;
    }
    for (size_t i = 0; i < s->table->columns; i++)
        s->width[i] += own_below(s, i, low);
    give_shares(s, room - sum_own(s, low));
}

/* Room for columns without shares, between least and preferred or beyond that. */
static void give_by_content(struct solver *s, int64_t room)
{
    int64_t least = 0, preferred = 0;
    for (size_t i = 0; i < s->table->columns; i++) {
        s->weight[i] = is_fixed(s, i) ? 0 : s->preferred[i] - s->least[i];
        s->width[i] += is_fixed(s, i) ? 0 : s->least[i];
        least += is_fixed(s, i) ? 0 : s->least[i];
        preferred += is_fixed(s, i) ? 0 : s->preferred[i];
    }
    if (preferred > least)
        spread(s->width, s->weight, 0, s->table->columns,
               (preferred < room ? preferred : room) - least);
    if (preferred >= room)
        return;
    for (size_t i = 0; i < s->table->columns; i++)
        s->weight[i] = is_fixed(s, i) ? 0 : larger(s->preferred[i], 1);
    spread(s->width, s->weight, 0, s->table->columns, room - preferred);
}

/* Room for the automatic columns; their least widths fit into it. */
static void give_room(struct solver *s, int64_t room)
{
    size_t shared = 0;
    int64_t shared_least = 0;
    for (size_t i = 0; i < s->table->columns; i++) {
        if (is_fixed(s, i) || s->table->column[i].share == 0)
            continue;
        shared++;
        shared_least += s->least[i];
    }
    if (shared > 0)
        give_beside_shares(s, room, shared, shared_least);
    else
        give_by_content(s, room);
}

/* How much a column lacks for its longest compound. */
static int64_t lack(const struct solver *s, size_t column)
{
    int64_t whole = 0;
    for (size_t i = 0; i < s->table->cells; i++)
        if (s->table->cell[i].columns == 1 && s->table->cell[i].column == column)
            whole = larger(whole, s->table->cell[i].whole);
    return whole - held(s, s->least, column);
}

/* Columns grow for their compounds, from the one that lacks least on. */
static void make_whole(struct solver *s)
{
    int64_t room = s->table->width - sum_held(s, s->least, 0, s->table->columns);
    if (room > s->table->width / COMPOUNDS_SHARE)
        room = s->table->width / COMPOUNDS_SHARE;
    for (;;) {
        size_t next = s->table->columns;
        int64_t least = room + 1;
        for (size_t i = 0; i < s->table->columns; i++) {
            int64_t lacks = lack(s, i);
            if (lacks > 0 && lacks < least) {
                least = lacks;
                next = i;
            }
        }
        if (next == s->table->columns)
            return;
        s->least[next] = held(s, s->least, next) + least;
        s->preferred[next] = larger(s->preferred[next], s->least[next]);
        room -= least;
    }
}

/* Words fit, but not beside the fixed widths, which give way. */
static void shrink_fixed(struct solver *s)
{
    size_t n = s->table->columns;
    for (size_t i = 0; i < n; i++) {
        s->width[i] = s->least[i];
        s->weight[i] = held(s, s->least, i) - s->least[i];
    }
    spread(s->width, s->weight, 0, n, s->table->width - sum(s->least, 0, n));
}

/* There is room for every wish. */
static void share_out(struct solver *s)
{
    size_t n = s->table->columns;
    int64_t room = s->table->width;
    bool automatic = false;
    for (size_t i = 0; i < n; i++) {
        s->width[i] = is_fixed(s, i) ? held(s, s->least, i) : 0;
        s->weight[i] = s->table->column[i].fixed;
        room -= s->width[i];
        automatic = automatic || !is_fixed(s, i);
    }
    if (automatic)
        give_room(s, room);
    else
        spread(s->width, s->weight, 0, n, room);
}

/* What the columns would take if none were wider than level. */
static int64_t sum_below(const struct solver *s, int64_t level)
{
    int64_t total = 0;
    for (size_t i = 0; i < s->table->columns; i++)
        total += s->least[i] < level ? s->least[i] : level;
    return total;
}

/* Words do not fit: the widest columns give way, so that the others' words stay whole. */
static void cut_widest(struct solver *s)
{
    int64_t low = 0, high = s->table->width; /* sum_below(low) always fits */
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        if (sum_below(s, middle) <= s->table->width)
            low = middle;
        else
            high = middle - 1;
    }
    for (size_t i = 0; i < s->table->columns; i++) {
        s->width[i] = s->least[i] < low ? s->least[i] : low;
        s->weight[i] = s->least[i] > low;
    }
    spread(s->width, s->weight, 0, s->table->columns, s->table->width - sum_below(s, low));
}

bool width_solve(const struct width_table *table, int32_t *width)
{
    size_t n = table->columns;
    int64_t *store = memory_zeroed(4 * n, sizeof *store);
    struct solver s = {table, store, store + n, store + 2 * n, store + 3 * n};
    take_simple_cells(&s);
    take_spanning_cells(&s);
    bool fits = sum(s.least, 0, n) <= table->width;
    make_whole(&s);
    if (!fits)
        cut_widest(&s);
    else if (sum_held(&s, s.least, 0, n) > table->width)
        shrink_fixed(&s);
    else
        share_out(&s);
    for (size_t i = 0; i < n; i++)
        width[i] = (int32_t)s.width[i];
    free(store);
    return fits;
}
