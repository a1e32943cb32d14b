/* The total fit against every possible set of line ends, against greedy filling, and at size. */
#include "unit.h"

#include "unit_linebreak.h"

enum { ITEMS_MOST = 12, ROUNDS = 3000, LARGE = 100000 };

/* A small generator of our own: the same tests on every machine. */
static uint32_t draw(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static void draw_items(uint32_t *seed, struct linebreak_item *item, size_t count)
{
    static const int32_t penalty[] = {0, 0, 20, 20, 20, 60, 140, 250, 20000};
    for (size_t i = 0; i < count; i++) {
        int32_t letters = 1 + (int32_t)draw(seed, 12);
        item[i] = (struct linebreak_item){.width = letters * 7000,
                                          .stretch = letters * 980,
                                          .shrink = letters * 160,
                                          .press = letters * 320,
                                          .penalty = penalty[draw(seed, 9)]};
        if (draw(seed, 3) == 0) {
            item[i].space = 4500;
            item[i].space_stretch = 2900;
            item[i].space_shrink = 1100;
            item[i].space_press = 1500;
        }
        if (draw(seed, 6) == 0) {
            item[i].hyphen = true;
            item[i].width += 4000;
            item[i].space = -4000;
            item[i].space_stretch = item[i].space_shrink = item[i].space_press = 0;
        }
        if (draw(seed, 20) == 0 && !item[i].hyphen)
            item[i].penalty = LINEBREAK_FORCED;
        if (draw(seed, 15) == 0 && !item[i].hyphen)
            item[i].width = item[i].stretch = item[i].shrink = item[i].press = 0;
    }
}

static struct linebreak_params draw_params(uint32_t *seed)
{
    int32_t rest = 20000 + (int32_t)draw(seed, 300000);
    return (struct linebreak_params){.rest = rest,
                                     .first = rest - 30000 + (int32_t)draw(seed, 50000),
                                     .runt = (int32_t)draw(seed, 60000),
                                     .ragged = draw(seed, 4) == 0,
                                     .need = (enum linebreak_need)draw(seed, LINEBREAK_NEEDS)};
}

/* The least cost over all sets of ends that hold the forced ones. */
static int64_t try_all(const struct linebreak_item *item, size_t count,
                       const struct linebreak_params *params)
{
    int64_t least = INT64_MAX;
    for (unsigned set = 0; set < 1u << (count - 1); set++) {
        size_t end[ITEMS_MOST], lines = 0;
        bool allowed = true;
        for (size_t i = 0; i + 1 < count; i++) {
            bool ends = set >> i & 1;
            allowed = allowed && (ends || item[i].penalty != LINEBREAK_FORCED);
            if (ends)
                end[lines++] = i;
        }
        end[lines++] = count - 1;
        int64_t cost = allowed ? unit_cost(item, count, params, end, lines) : INT64_MAX;
        least = cost < least ? cost : least;
    }
    return least;
}

static void finds_the_least(void **state)
{
    (void)state;
    uint32_t seed = 2568;
    for (int round = 0; round < ROUNDS; round++) {
        struct linebreak_item item[ITEMS_MOST];
        size_t count = 1 + draw(&seed, round % 20 == 0 ? ITEMS_MOST : 8);
        draw_items(&seed, item, count);
        struct linebreak_params params = draw_params(&seed);
        struct arena *arena = arena_new();
        struct linebreak_result fit = linebreak_fit(arena, item, count, &params);
        assert_int_equal(fit.end[fit.lines - 1], count - 1);
        assert_true(fit.cost == unit_cost(item, count, &params, fit.end, fit.lines));
        assert_true(fit.cost == try_all(item, count, &params));
        arena_free(arena);
    }
}

static void never_costlier_than_greedy(void **state)
{
    (void)state;
    uint32_t seed = 2569;
    for (int round = 0; round < 300; round++) {
        struct linebreak_item item[400];
        size_t count = 1 + draw(&seed, 400);
        draw_items(&seed, item, count);
        struct linebreak_params params = draw_params(&seed);
        struct arena *arena = arena_new();
        struct linebreak_result fit = linebreak_fit(arena, item, count, &params);
        struct linebreak_result greedy = unit_fill_greedily(arena, item, count, &params);
        assert_true(fit.cost <= greedy.cost);
        arena_free(arena);
    }
}

static void sets_an_item_that_is_too_wide_alone(void **state)
{
    (void)state;
    const struct linebreak_item item[] = {{.width = 50}, {.width = 500}, {.width = 50}};
    struct linebreak_params params = {.first = 100, .rest = 100};
    struct arena *arena = arena_new();
    struct linebreak_result fit = linebreak_fit(arena, item, 3, &params);
    assert_int_equal(fit.lines, 3);
    assert_int_equal(fit.overfull, 1);
    params = (struct linebreak_params){0};
    fit = linebreak_fit(arena, item, 3, &params);
    assert_int_equal(fit.lines, 3);
    assert_int_equal(fit.overfull, 3);
    assert_int_equal(linebreak_fit(arena, item, 0, &params).lines, 0);
    arena_free(arena);
}

/* A last line shorter than the runt limit costs more than a looser paragraph. */
static void avoids_a_runt(void **state)
{
    (void)state;
    struct linebreak_item item[7];
    for (size_t i = 0; i < 7; i++)
        item[i] = (struct linebreak_item){.width = 30000, .stretch = 5000, .shrink = 600};
    struct linebreak_params params = {.first = 90000, .rest = 90000};
    struct arena *arena = arena_new();
    struct linebreak_result fit = linebreak_fit(arena, item, 7, &params);
    assert_int_equal(fit.end[fit.lines - 2], 5);
    params.first = params.rest = 93000;
    params.runt = 40000;
    item[5].width = 28000;
    fit = linebreak_fit(arena, item, 7, &params);
    assert_int_equal(fit.lines, 3);
    arena_free(arena);
}

/* A line gives more than its shrink, with what its letters give, only where it is asked to, and where all else is poor. */
static void presses_a_line_for_need(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct linebreak_item item[3];
    for (size_t i = 0; i < 3; i++)
        item[i] =
            (struct linebreak_item){.width = 50000, .stretch = 5000, .shrink = 1000, .press = 2000};
    struct linebreak_params params = {.first = 95500, .rest = 95500};
    assert_int_equal(linebreak_fit(arena, item, 3, &params).end[0], 0);
    params.need = LINEBREAK_IN_NEED;
    assert_int_equal(linebreak_fit(arena, item, 3, &params).end[0], 1);
    params.first = 92500;
    assert_int_equal(linebreak_fit(arena, item, 3, &params).end[0], 0);
    arena_free(arena);
}

/* Letters take a part of the slack of a line that is loose or pressed, and no more than can be seen. */
static void widens_letters_a_little(void **state)
{
    (void)state;
    assert_int_equal(linebreak_widening(100000, 0, LINEBREAK_AT_EASE), 0);
    assert_int_equal(linebreak_widening(100000, 4000, LINEBREAK_AT_EASE), 0);
    assert_int_equal(linebreak_widening(100000, 8000, LINEBREAK_AT_EASE), 13);
    assert_int_equal(linebreak_widening(100000, -1000, LINEBREAK_AT_EASE), -10);
    assert_int_equal(linebreak_widening(0, 9000, LINEBREAK_AT_EASE), 0);
    for (enum linebreak_need need = LINEBREAK_AT_EASE; need < LINEBREAK_NEEDS; need++) {
        assert_int_equal(linebreak_widening(100000, 50000, need), linebreak_widest(need));
        assert_int_equal(linebreak_widening(100000, -9000, need), -linebreak_widest(need));
        assert_true(need == LINEBREAK_AT_EASE ||
                    linebreak_widest(need) > linebreak_widest(need - 1));
    }
}

/* What is torn apart when letters are drawn as it may be unseen is narrowed where a reader may see it; and so only there. */
static void narrows_letters_in_distress(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct linebreak_item item[4];
    for (size_t i = 0; i < 4; i++)
        item[i] = (struct linebreak_item){.width = 35000, .stretch = 2000, .press = 100};
    struct linebreak_params params = {.first = 100000, .rest = 100000, .need = LINEBREAK_IN_NEED};
    assert_int_equal(linebreak_fit(arena, item, 4, &params).end[0], 1); /* 5 % too much */
    params.need = LINEBREAK_IN_DISTRESS;
    assert_int_equal(linebreak_fit(arena, item, 4, &params).end[0], 2);
    params.first = params.rest = 72000; /* two are fine as they are */
    assert_int_equal(linebreak_fit(arena, item, 4, &params).end[0], 1);
    arena_free(arena);
}

/* The room of a hyphen is taken at a line's end only; one hyphen below another is dear. */
static void sets_hyphens(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct linebreak_item item[6];
    for (size_t i = 0; i < 6; i++)
        item[i] = (struct linebreak_item){
            .width = 33000, .stretch = 40000, .space = -3000, .penalty = 300, .hyphen = true};
    item[5].width = 30000;
    item[5].space = 0;
    item[5].hyphen = false;
    struct linebreak_params params = {.first = 63000, .rest = 63000};
    struct linebreak_result fit = linebreak_fit(arena, item, 6, &params);
    assert_int_equal(fit.lines, 3); /* two and their hyphen fill a line to the unit */
    assert_int_equal(fit.overfull, 0);
    params.first = params.rest = 62999;
    assert_int_equal(linebreak_fit(arena, item, 6, &params).lines, 5); /* the last two need none */
    params = (struct linebreak_params){.first = 63000, .rest = 63000, .ragged = true};
    item[2] = (struct linebreak_item){.width = 27000, .stretch = 40000, .penalty = 20};
    fit = linebreak_fit(arena, item, 6, &params);
    for (size_t i = 1; i < fit.lines; i++)
        assert_false(item[fit.end[i - 1]].hyphen && item[fit.end[i]].hyphen);
    arena_free(arena);
}

/* The window of line starts keeps the work in proportion to the text. */
static void takes_a_long_paragraph(void **state)
{
    (void)state;
    uint32_t seed = 7;
    struct linebreak_item *item = malloc(LARGE * sizeof *item);
    draw_items(&seed, item, LARGE);
    struct linebreak_params params = {.first = 400000, .rest = 464000, .runt = 70000};
    struct arena *arena = arena_new();
    struct linebreak_result fit = linebreak_fit(arena, item, LARGE, &params);
    assert_true(fit.lines > LARGE / 20);
    assert_int_equal(fit.overfull, 0);
    arena_free(arena);
    free(item);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_least),
        cmocka_unit_test(never_costlier_than_greedy),
        cmocka_unit_test(sets_an_item_that_is_too_wide_alone),
        cmocka_unit_test(avoids_a_runt),
        cmocka_unit_test(presses_a_line_for_need),
        cmocka_unit_test(widens_letters_a_little),
        cmocka_unit_test(narrows_letters_in_distress),
        cmocka_unit_test(sets_hyphens),
        cmocka_unit_test(takes_a_long_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
