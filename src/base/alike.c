/*
 * Equal words are found by sorting both lists; only what is left is compared each with each, the best pair first.
 */
#include "base/alike.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/digit.h"
#include "base/hash.h"
#include "base/utf8.h"

enum {
    RUN = 3,
    LEAST_PART = 6,        /* runs of a text that is told from others by itself: eight letters */
    MOST_COMPARED = 250000 /* pairs */
};

static bool is_word_letter(char32_t c)
{
    return utf8_is_thai(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || utf8_is_digit(c);
}

static int compare_hashes(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left;
    uint32_t b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static void add_shingles(struct arena *arena, const char32_t *letter, size_t letters,
                         struct alike *out)
{
    if (letters < RUN)
        return;
    size_t runs = letters - RUN + 1;
    out->shingle = ARENA_NEW(arena, uint32_t, runs);
    for (size_t i = 0; i < runs; i++) {
        uint32_t hash = HASH_START;
        for (size_t r = 0; r < RUN; r++)
            hash = hash_step(hash, letter[i + r]);
        out->shingle[i] = hash;
    }
    qsort(out->shingle, runs, sizeof *out->shingle, compare_hashes);
    for (size_t i = 0; i < runs; i++)
        if (i == 0 || out->shingle[i] != out->shingle[out->shingles - 1])
            out->shingle[out->shingles++] = out->shingle[i];
}

struct alike alike_of(struct arena *arena, const char *text, size_t length, const char *id)
{
    struct alike alike = {.id = id};
    struct buffer key = {0};
    char32_t *letter = ARENA_NEW(arena, char32_t, length + 1);
    size_t letters = 0;
    for (size_t at = 0; at < length;) {
        size_t start = at;
        char32_t c = utf8_next(text, length, &at);
        if (!is_word_letter(c))
            continue;
        if (utf8_is_digit(c)) {
            digit_add_text(&key, text + start, at - start, DIGIT_WESTERN);
            continue;
        }
        if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
        char bytes[4];
        buffer_add(&key, bytes, utf8_write(c, bytes));
        letter[letters++] = c;
    }
    alike.key = arena_string(arena, buffer_text(&key));
    buffer_free(&key);
    add_shingles(arena, letter, letters, &alike);
    return alike;
}

bool alike_same(const struct alike *a, const struct alike *b)
{
    return strcmp(a->key, b->key) == 0;
}

int alike_percent(const struct alike *a, const struct alike *b)
{
    if (alike_same(a, b))
        return 100;
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a->shingles && j < b->shingles;) {
        bool step_a = a->shingle[i] <= b->shingle[j];
        bool step_b = b->shingle[j] <= a->shingle[i];
        shared += step_a && step_b;
        i += step_a;
        j += step_b;
    }
    size_t both = a->shingles + b->shingles;
    if (both > 0 && 2 * shared == both)
        return ALIKE_BUT_DIGITS;
    int percent = both > 0 ? (int)(200 * shared / both) : 0;
    return percent < ALIKE_BUT_DIGITS ? percent : ALIKE_BUT_DIGITS - 1;
}

static bool same_id(const struct alike *a, const struct alike *b)
{
    return a->id != NULL && b->id != NULL && strcmp(a->id, b->id) == 0;
}

struct matcher {
    struct arena *arena;
    struct alike_list old, now;
    struct alike_rule rule;
    struct alike_pair *pair; /* of each of now */
    bool *taken;             /* of each of old */
};

static void join(struct matcher *matcher, size_t old, size_t now, int percent)
{
    matcher->pair[now] = (struct alike_pair){old, percent};
    matcher->taken[old] = true;
}

/* ---- equal words ---- */

struct sorted {
    const struct alike *item;
    size_t index;
    bool by_id;
};

static int compare_sorted(const void *left, const void *right)
{
    const struct sorted *a = left;
    const struct sorted *b = right;
    int sign = strcmp(a->item->key, b->item->key);
    if (sign == 0 && a->by_id)
        sign =
            strcmp(a->item->id != NULL ? a->item->id : "", b->item->id != NULL ? b->item->id : "");
    return sign != 0 ? sign : (a->index > b->index) - (a->index < b->index);
}

/* Those that have no pair yet, in order of their words. */
static struct sorted *sort(const struct matcher *matcher, bool olds, bool by_id, size_t *count)
{
    struct alike_list list = olds ? matcher->old : matcher->now;
    struct sorted *sorted = ARENA_NEW(matcher->arena, struct sorted, list.count);
    *count = 0;
    for (size_t i = 0; i < list.count; i++)
        if (olds ? !matcher->taken[i] : matcher->pair[i].other == ALIKE_NONE)
            sorted[(*count)++] = (struct sorted){&list.item[i], i, by_id};
    qsort(sorted, *count, sizeof *sorted, compare_sorted);
    return sorted;
}

static void join_equal(struct matcher *matcher, bool by_id)
{
    size_t olds = 0;
    size_t nows = 0;
    const struct sorted *old = sort(matcher, true, by_id, &olds);
    const struct sorted *now = sort(matcher, false, by_id, &nows);
    for (size_t i = 0, j = 0; i < olds && j < nows;) {
        int sign = strcmp(old[i].item->key, now[j].item->key);
        if (sign == 0 && by_id) {
            const char *a = old[i].item->id != NULL ? old[i].item->id : "";
            sign = strcmp(a, now[j].item->id != NULL ? now[j].item->id : "");
        }
        if (sign == 0)
            join(matcher, old[i].index, now[j].index, 100);
        i += sign <= 0;
        j += sign >= 0;
    }
}

/* ---- nearly the same ---- */

struct near {
    size_t old, now;
    int percent, weight;
    bool same_id;
};

static int compare_near(const void *left, const void *right)
{
    const struct near *a = left;
    const struct near *b = right;
    if (a->weight != b->weight)
        return b->weight - a->weight;
    if (a->same_id != b->same_id)
        return a->same_id ? -1 : 1;
    if (a->now != b->now)
        return a->now < b->now ? -1 : 1;
    return (a->old > b->old) - (a->old < b->old);
}

struct nears {
    struct near *item;
    size_t count, room;
};

/* Whether one of two texts is whole inside of the other: its name grew, or was cut. */
static bool is_part(const struct alike *a, const struct alike *b)
{
    const struct alike *less = a->shingles < b->shingles ? a : b;
    const struct alike *more = less == a ? b : a;
    return less->shingles >= LEAST_PART && strstr(more->key, less->key) != NULL;
}

static void weigh(const struct matcher *matcher, struct nears *nears, size_t old, size_t now)
{
    const struct alike *a = &matcher->old.item[old];
    const struct alike *b = &matcher->now.item[now];
    int percent = alike_percent(a, b);
    bool has_same_id = same_id(a, b);
    int weight = percent + (has_same_id ? matcher->rule.of_id : 0);
    if (weight < matcher->rule.least && matcher->rule.takes_parts && is_part(a, b))
        weight = matcher->rule.least;
    if (percent == 0 || weight < matcher->rule.least)
        return;
    nears->item =
        arena_room(matcher->arena, nears->item, nears->count, &nears->room, sizeof *nears->item);
    nears->item[nears->count++] = (struct near){old, now, percent, weight, has_same_id};
}

static void join_near(struct matcher *matcher)
{
    size_t olds = 0;
    size_t nows = 0;
    const struct sorted *old = sort(matcher, true, false, &olds);
    const struct sorted *now = sort(matcher, false, false, &nows);
    if (nows == 0 || olds > MOST_COMPARED / nows)
        return;
    struct nears nears = {0};
    for (size_t i = 0; i < olds; i++)
        for (size_t j = 0; j < nows; j++)
            weigh(matcher, &nears, old[i].index, now[j].index);
    if (nears.count > 0)
        qsort(nears.item, nears.count, sizeof *nears.item, compare_near);
    for (size_t i = 0; i < nears.count; i++) {
        const struct near *near = &nears.item[i];
        if (!matcher->taken[near->old] && matcher->pair[near->now].other == ALIKE_NONE)
            join(matcher, near->old, near->now, near->percent);
    }
}

struct alike_pair *alike_pairs(struct arena *arena, struct alike_list old, struct alike_list now,
                               struct alike_rule rule)
{
    struct matcher matcher = {.arena = arena,
                              .old = old,
                              .now = now,
                              .rule = rule,
                              .pair = ARENA_NEW(arena, struct alike_pair, now.count),
                              .taken = ARENA_NEW(arena, bool, old.count)};
    for (size_t i = 0; i < now.count; i++)
        matcher.pair[i].other = ALIKE_NONE;
    join_equal(&matcher, true);
    join_equal(&matcher, false);
    if (rule.least <= 100)
        join_near(&matcher);
    return matcher.pair;
}
