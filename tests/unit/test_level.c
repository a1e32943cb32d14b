/*
 * test_level.c - levels on made-up schemes: each outcome, its reason, and where the limits lie.
 *
 * The figures are set by hand: three instruments, the second with two parts.
 */
#include "unit.h"

#include "derive/level.h"

enum { OUTCOMES = 5 };

struct made_up {
    struct scheme scheme;
    struct edition edition;
    struct scheme_instrument instrument[3];
    struct scheme_part part[2];
    struct scheme_outcome outcome[OUTCOMES];
    struct figures figures;
    struct figures_instrument scored[3];
    struct figures_part scored_part[2];
};

/* Scores in hundredths: overall, the three instruments, the two parts. */
struct scores {
    int64_t overall;
    int64_t instrument[3];
    int64_t part[2];
};

static const char *const outcome_names[OUTCOMES] = {"best", "good", "pass", "improve", "urgent"};
static const int64_t overall_from[OUTCOMES] = {9500, 8500, 8500, 7000, 0};
static const int64_t each_from[OUTCOMES] = {9500, 8500, -1, -1, -1};

/* order: where the outcomes are in the file. */
static void scheme_set(struct made_up *scheme, bool apart, const size_t order[OUTCOMES])
{
    static const char *const ids[] = {"A", "B", "C"};
    memset(scheme, 0, sizeof *scheme);
    for (size_t i = 0; i < OUTCOMES; i++) {
        struct scheme_outcome *outcome = &scheme->outcome[order[i]];
        outcome->name.bytes = outcome_names[i];
        outcome->overall_from = (struct decimal){.present = true, .hundredths = overall_from[i]};
        if (each_from[i] >= 0)
            outcome->each_from = (struct decimal){.present = true, .hundredths = each_from[i]};
    }
    for (size_t i = 0; i < 3; i++) {
        scheme->instrument[i].id.bytes = ids[i];
        scheme->instrument[i].index = i;
        scheme->scored[i].instrument = &scheme->instrument[i];
    }
    scheme->part[0].id.bytes = "b1";
    scheme->part[1].id.bytes = "b2";
    scheme->instrument[1].part = scheme->part;
    scheme->instrument[1].parts = 2;
    for (size_t p = 0; p < 2; p++) {
        scheme->part[p].index = p;
        scheme->scored_part[p].part = &scheme->part[p];
    }
    scheme->scheme.instrument = scheme->instrument;
    scheme->scheme.instruments = 3;
    scheme->edition.scheme = &scheme->scheme;
    scheme->scheme.levels = (struct scheme_levels){
        .outcome = scheme->outcome, .outcomes = OUTCOMES, .parts_tested_apart = apart};
    scheme->figures.edition = &scheme->edition;
    scheme->figures.instrument = scheme->scored;
    scheme->figures.part = scheme->scored_part;
}

static void scheme_score(struct made_up *scheme, const struct scores *scores)
{
    scheme->figures.overall.printed = ratio_hundredths(scores->overall);
    for (size_t i = 0; i < 3; i++)
        scheme->scored[i].score.printed = ratio_hundredths(scores->instrument[i]);
    for (size_t p = 0; p < 2; p++)
        scheme->scored_part[p].score.printed = ratio_hundredths(scores->part[p]);
    level_derive(&scheme->figures);
}

static const size_t in_order[OUTCOMES] = {0, 1, 2, 3, 4};

static void assert_reason(const struct made_up *scheme, const char *better, const char *instrument,
                          const char *part)
{
    const struct figures_reason *reason = &scheme->figures.reason;
    assert_string_equal(reason->better->name.bytes, better);
    assert_string_equal(reason->instrument ? reason->instrument->id.bytes : "overall", instrument);
    assert_string_equal(reason->part ? reason->part->id.bytes : "", part);
}

static void all_five_outcomes_are_reached(void **state)
{
    (void)state;
    static const struct {
        struct scores scores;
        const char *outcome, *better, *instrument;
    } rows[] = {
        {{9600, {9500, 9700, 9600}, {9700, 9700}}, "best", NULL, NULL},
        {{9600, {9499, 9700, 9600}, {9700, 9700}}, "good", "best", "A"},
        {{9400, {9500, 9700, 9600}, {9700, 9700}}, "good", "best", "overall"},
        {{9000, {9000, 9000, 8499}, {9000, 9000}}, "pass", "good", "C"},
        {{8499, {9000, 9000, 9000}, {9000, 9000}}, "improve", "pass", "overall"},
        {{7000, {9000, 1000, 9000}, {1000, 1000}}, "improve", "pass", "overall"},
        {{6999, {9000, 9000, 9000}, {9000, 9000}}, "urgent", "improve", "overall"},
        {{0, {0, 0, 0}, {0, 0}}, "urgent", "improve", "overall"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct made_up scheme;
        scheme_set(&scheme, false, in_order);
        scheme_score(&scheme, &rows[i].scores);
        assert_string_equal(scheme.figures.outcome->name.bytes, rows[i].outcome);
        if (rows[i].better)
            assert_reason(&scheme, rows[i].better, rows[i].instrument, "");
        else
            assert_null(scheme.figures.reason.better);
    }
}

static void parts_count_apart_only_where_the_scheme_says_so(void **state)
{
    (void)state;
    static const struct scores scores = {9000, {9000, 8600, 9000}, {9200, 8000}};
    struct made_up scheme;
    scheme_set(&scheme, false, in_order);
    scheme_score(&scheme, &scores);
    assert_string_equal(scheme.figures.outcome->name.bytes, "good");
    scheme_set(&scheme, true, in_order);
    scheme_score(&scheme, &scores);
    assert_string_equal(scheme.figures.outcome->name.bytes, "pass");
    assert_reason(&scheme, "good", "B", "b2");
    assert_int_equal(ratio_round(scheme.figures.reason.reached), 8000);
    assert_int_equal(ratio_round(scheme.figures.reason.needed), 8500);
}

static void the_order_of_outcomes_does_not_matter(void **state)
{
    (void)state;
    static const size_t shuffled[OUTCOMES] = {3, 0, 4, 1, 2};
    static const struct scores scores = {9000, {9000, 9000, 8400}, {9000, 9000}};
    struct made_up scheme;
    scheme_set(&scheme, true, shuffled);
    scheme_score(&scheme, &scores);
    assert_string_equal(scheme.figures.outcome->name.bytes, "pass");
    assert_reason(&scheme, "good", "C", "");
}

static void the_printed_score_decides(void **state)
{
    (void)state;
    struct made_up scheme;
    scheme_set(&scheme, false, in_order);
    static const struct scores scores = {9000, {9000, 9000, 9000}, {9000, 9000}};
    scheme_score(&scheme, &scores);
    scheme.figures.overall.printed = ratio_of(84995, 1000); /* printed 85.00 */
    level_derive(&scheme.figures);
    assert_string_equal(scheme.figures.outcome->name.bytes, "good");
    scheme.figures.overall.printed = ratio_of(849949, 10000); /* printed 84.99 */
    level_derive(&scheme.figures);
    assert_string_equal(scheme.figures.outcome->name.bytes, "improve");
}

static void a_scheme_may_have_no_level_for_a_score(void **state)
{
    (void)state;
    static const struct scores scores = {100, {100, 100, 100}, {100, 100}};
    struct made_up scheme;
    scheme_set(&scheme, false, in_order);
    scheme.outcome[4].overall_from.hundredths = 5000;
    scheme_score(&scheme, &scores);
    assert_null(scheme.figures.outcome);
    assert_reason(&scheme, "urgent", "overall", "");
    scheme.scheme.levels.outcomes = 0;
    level_derive(&scheme.figures);
    assert_null(scheme.figures.outcome);
    assert_null(scheme.figures.reason.better);
}

static void assert_letter(struct made_up *scheme, struct ratio overall, const char *letter)
{
    scheme->figures.overall.printed = overall;
    level_derive(&scheme->figures);
    assert_string_equal(scheme->figures.letter ? scheme->figures.letter->name.bytes : "", letter);
}

static void letters_are_bands_of_printed_scores(void **state)
{
    (void)state;
    static const struct scheme_letter letters[] = {
        {.name = {.bytes = "A"}, .from = {true, 8500, {0}}, .to = {true, 10000, {0}}},
        {.name = {.bytes = "B"}, .from = {true, 5000, {0}}, .to = {true, 8499, {0}}},
    };
    static const struct scores full = {10000, {10000, 10000, 10000}, {10000, 10000}};
    struct made_up scheme;
    scheme_set(&scheme, false, in_order);
    scheme_score(&scheme, &full);
    scheme.scheme.levels.letter = letters;
    scheme.scheme.levels.letters = 2;
    assert_letter(&scheme, ratio_hundredths(10000), "A");
    assert_letter(&scheme, ratio_of(84995, 1000), "A");
    assert_letter(&scheme, ratio_of(849949, 10000), "B");
    assert_letter(&scheme, ratio_hundredths(5000), "B");
    assert_letter(&scheme, ratio_hundredths(4999), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_five_outcomes_are_reached),
        cmocka_unit_test(parts_count_apart_only_where_the_scheme_says_so),
        cmocka_unit_test(the_order_of_outcomes_does_not_matter),
        cmocka_unit_test(the_printed_score_decides),
        cmocka_unit_test(a_scheme_may_have_no_level_for_a_score),
        cmocka_unit_test(letters_are_bands_of_printed_scores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
