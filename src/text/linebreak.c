/*
 * Dynamic programming over the places where a line may end. A state is a place and the tightness
 * class of the line that ended there, so that the cost of two unlike neighbours is exact. The
 * lines that can end at a place begin inside a window whose lower end only moves forward; the work
 * is the number of items times the number of places in one line.
 */
#include "text/linebreak.h"

#include <assert.h>
#include <stdlib.h>

enum {
    CLASSES = 4,      /* tight, normal, loose, very loose */
    NORMAL = 1,       /* the class of a last line, and of the start */
    RATIO_ONE = 1000, /* all that the gaps may take */
    RATIO_MOST = 10 * RATIO_ONE,
    RAGGED_PART = 2,    /* ragged: half of the line white is ratio one */
    LINE_COST = 10,     /* each line has some, so fewer lines are better */
    BADNESS_ONE = 100,  /* of ratio one */
    STRETCH_FREE = 85,  /* thousandths of its width a line may grow before that costs by itself */
    STRETCH_COST = 300, /* per square of each thousandth beyond */
    PRESSED_COST = 360000, /* of a line that gives more than its shrink … */
    PRESSED_MORE = 400000, /* … and that much more when it gives all it may for need */
    CONTRAST_COST = 3000,  /* per square of the distance of neighbouring classes, above one */
    MOST_CONTRAST = CONTRAST_COST * (CLASSES - 1) * (CLASSES - 1),
    RUNT_COST = 400000,
    RAGGED_RUNT_COST = 40000,
    HYPHENS_COST = 600000,    /* of a hyphen below another, or above the rest of its word alone */
    RAGGED_LINE_COST = 12000, /* in a cell a line less is worth some of the softer rules */
};

enum {
    LETTERS_EASY = 40,   /* thousandths a line is stretched by before its letters are … */
    LETTERS_SEEN = 30,   /* … and what they may take before one may see it */
    DRAWN_COST = 600000, /* of a line with such letters */
    DRAWN_MORE = 400000, /* … and that much more at the most */
};

/* What letters may take, in thousandths of their width, and their part of what is beyond LETTERS_EASY. */
static const struct {
    int32_t most, part;
} LETTERS[LINEBREAK_NEEDS] = {[LINEBREAK_AT_EASE] = {20, 3},
                              [LINEBREAK_IN_NEED] = {30, 3},
                              [LINEBREAK_IN_DISTRESS] = {60, 2}};

/* Of a poor line: in need there may be another way. */
static const int64_t POOR_COST[LINEBREAK_NEEDS] = {
    [LINEBREAK_IN_NEED] = 900000, [LINEBREAK_IN_DISTRESS] = 5000000};

static const int64_t OVERFULL_COST = (int64_t)1 << 50;
static const int64_t IMPOSSIBLE = INT64_MAX / 4;

/* Sums of the items before an index, as if no space vanished. */
struct sums {
    int64_t width, stretch, shrink, press;
};

struct state {
    int64_t cost;
    uint32_t from; /* the item the line begins with */
    uint8_t class; /* of the line before */
};

struct line_cost {
    int64_t cost;
    int class;
    bool overfull;
};

struct fit {
    const struct linebreak_item *item;
    size_t count;
    const struct linebreak_params *params;
    struct sums *sum;
    struct state (*state)[CLASSES];
};

int32_t linebreak_widest(enum linebreak_need need)
{
    return LETTERS[need].most;
}

/* A line that is pressed has its letters narrower from the first on. */
int32_t linebreak_widening(int64_t width, int64_t slack, enum linebreak_need need)
{
    int64_t growth = width > 0 ? slack * 1000 / width : 0, most = LETTERS[need].most;
    int64_t wider = growth < 0 ? growth : 0;
    if (growth > LETTERS_EASY)
        wider = (growth - LETTERS_EASY) / LETTERS[need].part;
    if (wider > most)
        wider = most;
    return (int32_t)(wider < -most ? -most : wider);
}

static struct sums line_sums(const struct fit *fit, size_t first, size_t last)
{
    const struct linebreak_item *end = &fit->item[last];
    const struct sums *a = &fit->sum[first], *b = &fit->sum[last + 1];
    return (struct sums){
        b->width - a->width - end->space, b->stretch - a->stretch - end->space_stretch,
        b->shrink - a->shrink - end->space_shrink, b->press - a->press - end->space_press};
}

static int64_t line_room(const struct fit *fit, size_t first)
{
    return first == 0 ? fit->params->first : fit->params->rest;
}

/* What is left for the gaps of a line to take or to give. */
static int64_t line_slack(const struct fit *fit, size_t first, const struct sums *line)
{
    int64_t slack = line_room(fit, first) - line->width;
    if (fit->params->ragged)
        return slack;
    return slack - line->width * linebreak_widening(line->width, slack, fit->params->need) / 1000;
}

/* Whether a line can be so narrow as its room: its gaps give, and its letters. */
static bool can_fit(const struct fit *fit, size_t first, const struct sums *line)
{
    int64_t lacks = line->width - line_room(fit, first);
    if (lacks <= 0 || fit->params->ragged)
        return lacks <= 0;
    lacks -= fit->params->need > LINEBREAK_AT_EASE ? line->press : line->shrink;
    if (lacks <= 0 || lacks > line->width * linebreak_widest(fit->params->need) / 1000)
        return lacks <= 0;
    return line_slack(fit, first, line) + line->width - line_room(fit, first) >= lacks;
}

static bool fits(const struct fit *fit, size_t first, size_t last)
{
    struct sums line = line_sums(fit, first, last);
    return can_fit(fit, first, &line);
}

/* Whether no line from `first` on that goes as far as `last` fits: without the hyphen that it may end with. */
static bool is_passed(const struct fit *fit, size_t first, size_t last)
{
    struct sums line = line_sums(fit, first, last);
    if (fit->item[last].hyphen)
        line.width += fit->item[last].space;
    return !can_fit(fit, first, &line);
}

/* How far the gaps are from their natural width, in thousandths of what they may take or give. */
static int64_t line_ratio(const struct fit *fit, const struct sums *line, int64_t slack)
{
    int64_t room = fit->params->rest > RAGGED_PART ? fit->params->rest / RAGGED_PART : 1;
    if (!fit->params->ragged)
        room = slack >= 0 ? line->stretch : line->shrink;
    if (slack == 0)
        return 0;
    if (room <= 0)
        return slack > 0 ? RATIO_MOST : -RATIO_ONE;
    int64_t ratio = slack * RATIO_ONE / room;
    return ratio > RATIO_MOST ? RATIO_MOST : ratio;
}

static int ratio_class(int64_t ratio)
{
    if (ratio < -RATIO_ONE / 2)
        return 0;
    if (ratio <= RATIO_ONE / 2)
        return 1;
    return ratio <= RATIO_ONE ? 2 : 3;
}

static bool ends_paragraph(const struct fit *fit, size_t last)
{
    return last + 1 == fit->count || fit->item[last].penalty == LINEBREAK_FORCED;
}

/*
 * A line of few gaps, such as one with spaces that are fixed, looks loose as a whole before its gaps
 * do one by one.
 */
static int64_t growth_cost(const struct fit *fit, const struct sums *line, int64_t slack)
{
    int64_t growth = line->width > 0 ? slack * 1000 / line->width : 0;
    int64_t excess = growth - STRETCH_FREE;
    if (excess > RATIO_ONE)
        excess = RATIO_ONE;
    int64_t poor = growth >= LINEBREAK_POOR ? POOR_COST[fit->params->need] : 0;
    return poor + (excess > 0 ? excess * excess * STRETCH_COST : 0);
}

/* Of the gaps of a line that takes or gives a ratio of what it may. */
static int64_t gaps_cost(int64_t ratio)
{
    int64_t size = ratio >= 0 ? ratio : ratio > -RATIO_ONE ? -ratio : RATIO_ONE;
    int64_t badness = size * size / RATIO_ONE * size * BADNESS_ONE / RATIO_ONE / RATIO_ONE;
    return (LINE_COST + badness) * (LINE_COST + badness);
}

/* Of a line that gives more than its shrink: by how much of what it may give for need. */
static int64_t pressed_cost(const struct sums *line, int64_t slack)
{
    int64_t more = -slack - line->shrink, most = line->press - line->shrink;
    if (more <= 0 || most <= 0)
        return 0;
    int64_t part = more * RATIO_ONE / most;
    return PRESSED_COST + PRESSED_MORE * part / RATIO_ONE * part / RATIO_ONE;
}

/* Of letters that are so wide or narrow that one may see it. */
static int64_t drawn_cost(const struct fit *fit, size_t first, const struct sums *line)
{
    if (fit->params->need < LINEBREAK_IN_DISTRESS)
        return 0;
    int64_t drawn =
        linebreak_widening(line->width, line_room(fit, first) - line->width, fit->params->need);
    int64_t more = (drawn < 0 ? -drawn : drawn) - LETTERS_SEEN;
    return more <= 0 ? 0
                     : DRAWN_COST +
                           DRAWN_MORE * more / (linebreak_widest(fit->params->need) - LETTERS_SEEN);
}

/* The cost of one line by itself. */
static struct line_cost line_cost(const struct fit *fit, size_t first, size_t last)
{
    struct sums line = line_sums(fit, first, last);
    int64_t slack = line_slack(fit, first, &line);
    struct line_cost result = {0, NORMAL, false};
    if (!can_fit(fit, first, &line)) {
        result.overfull = true;
        result.cost = first == last ? OVERFULL_COST : IMPOSSIBLE;
        return result;
    }
    bool end = ends_paragraph(fit, last);
    int64_t ratio = end && slack > 0 ? 0 : line_ratio(fit, &line, slack);
    int64_t penalty = end ? 0 : fit->item[last].penalty;
    result.class = ratio_class(ratio);
    result.cost = gaps_cost(ratio) + (penalty > 0 ? penalty * penalty : -penalty * penalty);
    if (fit->params->ragged)
        result.cost += RAGGED_LINE_COST;
    else if (!end || slack < 0)
        result.cost += drawn_cost(fit, first, &line) +
                       (slack < 0 ? pressed_cost(&line, slack) : growth_cost(fit, &line, slack));
    bool after_hyphen = first > 0 && fit->item[first - 1].hyphen;
    if (after_hyphen && (fit->item[last].hyphen || (end && first == last)))
        result.cost += HYPHENS_COST;
    if (end && first > 0 && line.width < fit->params->runt)
        result.cost += fit->params->ragged ? RAGGED_RUNT_COST : RUNT_COST;
    return result;
}

static int64_t contrast(int a, int b)
{
    int64_t distance = a > b ? a - b : b - a;
    return distance > 1 ? distance * distance * CONTRAST_COST : 0;
}

static void sum_items(struct fit *fit, struct sums *sum)
{
    fit->sum = sum;
    sum[0] = (struct sums){0};
    for (size_t i = 0; i < fit->count; i++) {
        const struct linebreak_item *item = &fit->item[i];
        assert(item->penalty != LINEBREAK_NEVER);
        sum[i + 1].width = sum[i].width + item->width + item->space;
        sum[i + 1].stretch = sum[i].stretch + item->stretch + item->space_stretch;
        sum[i + 1].shrink = sum[i].shrink + item->shrink + item->space_shrink;
        sum[i + 1].press = sum[i].press + item->press + item->space_press;
    }
}

/* Tries a line [first, last] after every state at its start. */
static void try_line(struct fit *fit, size_t first, size_t last)
{
    struct line_cost line = line_cost(fit, first, last);
    struct state *to = &fit->state[last + 1][line.class];
    for (int c = 0; c < CLASSES; c++) {
        const struct state *from = &fit->state[first][c];
        if (from->cost >= IMPOSSIBLE)
            continue;
        int64_t cost = from->cost + line.cost + contrast(c, line.class);
        if (cost < to->cost)
            *to = (struct state){cost, (uint32_t)first, (uint8_t)c};
    }
}

/*
 * Whether lines that begin at `first` or later and end at `last` need not be tried: they are less than half full, and
 * their gaps alone cost more than all lines up to there with a fuller one.
 */
static bool is_hollow(const struct fit *fit, size_t first, size_t last)
{
    if (fit->params->ragged || ends_paragraph(fit, last))
        return false;
    struct sums line = line_sums(fit, first, last);
    if (2 * line.width > line_room(fit, first))
        return false;
    int64_t cost = gaps_cost(line_ratio(fit, &line, line_slack(fit, first, &line)));
    for (int c = 0; c < CLASSES; c++)
        if (fit->state[last + 1][c].cost + MOST_CONTRAST < cost)
            return true;
    return false;
}

/* Tries the lines that end at `last`, the longest first. */
static void try_lines(struct fit *fit, size_t low, size_t last)
{
    for (size_t first = low; first <= last && !is_hollow(fit, first, last); first++)
        try_line(fit, first, last);
}

static void fill_states(struct fit *fit)
{
    for (size_t i = 0; i <= fit->count; i++)
        for (int c = 0; c < CLASSES; c++)
            fit->state[i][c].cost = IMPOSSIBLE;
    fit->state[0][NORMAL].cost = 0;
    size_t low = 0;       /* no line that begins before it fits, save perhaps the first line */
    bool from_top = true; /* the first line still fits */
    for (size_t last = 0; last < fit->count; last++) {
        while (low < last && is_passed(fit, low, last))
            low++;
        from_top = from_top && (last == 0 || !is_passed(fit, 0, last));
        if (from_top && low > 0)
            try_line(fit, 0, last);
        try_lines(fit, low, last);
        if (fit->item[last].penalty == LINEBREAK_FORCED) {
            low = last + 1;
            from_top = false;
        }
    }
}

/* Follows the cheapest states back from the end. */
static struct linebreak_result collect(struct fit *fit, struct arena *arena)
{
    int class = 0;
    for (int c = 1; c < CLASSES; c++)
        if (fit->state[fit->count][c].cost < fit->state[fit->count][class].cost)
            class = c;
    struct linebreak_result result = {.cost = fit->state[fit->count][class].cost};
    int walk = class;
    for (size_t at = fit->count; at > 0; result.lines++) {
        const struct state *state = &fit->state[at][walk];
        at = state->from;
        walk = state->class;
    }
    result.end = ARENA_NEW(arena, size_t, result.lines);
    walk = class;
    size_t line = result.lines;
    for (size_t at = fit->count; at > 0;) {
        const struct state *state = &fit->state[at][walk];
        result.end[--line] = at - 1;
        if (!fits(fit, state->from, at - 1))
            result.overfull++;
        at = state->from;
        walk = state->class;
    }
    return result;
}

struct linebreak_result linebreak_fit(struct arena *arena, const struct linebreak_item *item,
                                      size_t count, const struct linebreak_params *params)
{
    if (count == 0)
        return (struct linebreak_result){0};
    struct fit fit = {item, count, params, NULL, NULL};
    sum_items(&fit, memory_grow(NULL, count + 1, sizeof(struct sums)));
    fit.state = memory_grow(NULL, count + 1, sizeof *fit.state);
    fill_states(&fit);
    struct linebreak_result result = collect(&fit, arena);
    free(fit.sum);
    free(fit.state);
    return result;
}
