/*
 * test_figures.c - the arithmetic: the real edition's figures, and what holds for any edition.
 *
 * The real edition of fiscal year 2568 is held to the figures worked out by hand from its source.
 * Properties are tried on made-up editions from a fixed random sequence: a made-up edition is a
 * list of question scores laid out over instruments, built straight into the structs of scheme and
 * edition.
 */
#include "unit.h"

#include "derive/figures.h"
#include "derive/recover.h"
#include "edition/load.h"
#include "scheme/link.h"
#include "source/sources.h"

/* ---- loaded editions ---- */

struct opened {
    struct sources *sources;
    struct kept *schemes;
    struct diag *diag;
    struct edition *edition;
    struct figures *figures;
};

static struct opened edition_open(const char *folder)
{
    struct opened edition = {
        .sources = sources_new(), .schemes = kept_new(&scheme_kind), .diag = diag_new()};
    edition.edition = edition_load(&(struct edition_setup){.folder = folder,
                                                           .schemes = edition.schemes,
                                                           .sources = edition.sources},
                                   edition.diag);
    assert_false(diag_failed(edition.diag));
    edition.figures = figures_derive(edition.edition);
    return edition;
}

static void edition_close(struct opened *edition)
{
    figures_free(edition->figures);
    edition_free(edition->edition);
    kept_free(edition->schemes);
    diag_free(edition->diag);
    sources_free(edition->sources);
}

static const struct figures_indicator *indicator_of(const struct figures *figures, int64_t number)
{
    for (size_t i = 0; i < figures->edition->scheme->indicators; i++)
        if (figures->indicator[i].indicator->number.value == number)
            return &figures->indicator[i];
    fail_msg("no indicator %lld", (long long)number);
    return NULL;
}

static const struct figures_instrument *instrument_of(const struct figures *figures, const char *id)
{
    for (size_t i = 0; i < figures->edition->scheme->instruments; i++)
        if (strcmp(figures->instrument[i].instrument->id.bytes, id) == 0)
            return &figures->instrument[i];
    fail_msg("no instrument %s", id);
    return NULL;
}

static const struct figures_part *part_of(const struct figures *figures, const char *id, size_t p)
{
    return &figures->part[instrument_of(figures, id)->instrument->part[p].index];
}

static void assert_score(struct ratio score, int64_t hundredths)
{
    assert_int_equal(ratio_round(score), hundredths);
}

static void assert_ratio(struct ratio score, int64_t num, int64_t den)
{
    assert_int_equal(score.num, num);
    assert_int_equal(score.den, den);
}

/* ---- the edition of fiscal year 2568 ---- */

static void the_real_indicators_come_out_as_announced(void **state)
{
    (void)state;
    static const int64_t computed[] = {9800, 9822, 9778, 9644, 9733, 8619, 8619, 7749, 9417, 10000};
    struct opened edition = edition_open("input/2568");
    for (int64_t number = 1; number <= 10; number++)
        assert_score(indicator_of(edition.figures, number)->score.computed, computed[number - 1]);
    assert_score(instrument_of(edition.figures, "IIT")->score.computed, 9756);
    edition_close(&edition);
}

static void indicator_7_follows_from_its_announced_parts(void **state)
{
    (void)state;
    struct opened edition = edition_open("input/2568");
    const struct figures_indicator *indicator = indicator_of(edition.figures, 7);
    assert_score(indicator->part[0].announced, 8924);
    assert_score(indicator->part[1].announced, 6697);
    assert_ratio(indicator->part[0].exact, 15260, 171); /* 763/855 of 100 */
    assert_ratio(indicator->part[1].exact, 2210, 33);   /* 442/660 of 100 */
    assert_score(indicator->score.below, 7810);
    assert_score(indicator->score.printed, 7810);
    edition_close(&edition);
}

static void the_announced_overall_score_follows_from_the_announced_indicators(void **state)
{
    (void)state;
    struct opened edition = edition_open("input/2568");
    const struct figures_instrument *eit = instrument_of(edition.figures, "EIT");
    assert_score(part_of(edition.figures, "EIT", 0)->score.settled, 8982);
    assert_score(part_of(edition.figures, "EIT", 1)->score.settled, 7136);
    assert_score(eit->score.settled, 8059);
    assert_score(indicator_of(edition.figures, 9)->score.settled, 9725);
    assert_score(edition.figures->overall.settled, 9289);
    assert_score(edition.figures->overall.printed, 9289);
    edition_close(&edition);
}

static void announced_figures_are_compared_with_what_is_printed_below_them(void **state)
{
    (void)state;
    struct opened edition = edition_open("input/2568");
    const struct figures *figures = edition.figures;
    assert_score(instrument_of(figures, "IIT")->score.below, 9756);
    assert_score(instrument_of(figures, "IIT")->score.printed, 9925);
    assert_score(part_of(figures, "EIT", 0)->score.below, 8982);
    assert_score(part_of(figures, "EIT", 0)->score.printed, 9589);
    /* 30 % of 99.25, 15 % of 95.89 and of 77.78, 40 % of 98.75 */
    assert_score(figures->overall.below, 9533);
    edition_close(&edition);
}

static void the_real_ranking_and_level_are_derived(void **state)
{
    (void)state;
    static const int64_t ranking[] = {10, 2, 1, 3, 5, 9, 4, 6, 7, 8};
    struct opened edition = edition_open("input/2568");
    const struct figures *figures = edition.figures;
    for (size_t i = 0; i < 10; i++) {
        assert_int_equal(figures->ranking[i]->indicator->number.value, ranking[i]);
        assert_int_equal(figures->ranking[i]->rank, i + 1);
    }
    assert_string_equal(figures->letter->name.bytes, "A");
    assert_string_equal(figures->outcome->name.bytes, "ผ่าน");
    assert_string_equal(figures->reason.better->name.bytes, "ผ่านดี");
    assert_string_equal(figures->reason.instrument->id.bytes, "EIT");
    assert_string_equal(figures->reason.part->name.bytes, "EIT ส่วนที่ ๒");
    assert_score(figures->reason.needed, 8500);
    assert_score(figures->reason.reached, 7778);
    assert_true(indicator_of(figures, 7)->below_target);
    assert_false(indicator_of(figures, 6)->below_target);
    edition_close(&edition);
}

static void the_small_edition_agrees_with_itself(void **state)
{
    (void)state;
    struct opened edition = edition_open("tests/fixtures/small");
    const struct figures *figures = edition.figures;
    assert_ratio(figures->overall.computed, 2539, 28);
    for (size_t i = 0; i < edition.edition->scheme->indicators; i++) {
        const struct figure *score = &figures->indicator[i].score;
        assert_int_equal(ratio_compare(score->computed, score->settled), 0);
        assert_int_equal(ratio_compare(score->computed, score->below), 0);
        assert_int_equal(ratio_round(score->computed), ratio_round(score->announced));
    }
    assert_score(figures->overall.below, 9068);
    assert_string_equal(figures->outcome->name.bytes, "ผ่านดี");
    assert_null(figures->reason.instrument);
    edition_close(&edition);
}

static void a_dump_has_a_line_a_figure(void **state)
{
    (void)state;
    struct opened edition = edition_open("input/2568");
    struct buffer dump = {0};
    figures_dump(edition.figures, &dump);
    assert_non_null(strstr(dump.bytes, "ranking: 10 2 1 3 5 9 4 6 7 8\n"));
    assert_non_null(strstr(dump.bytes,
                           "indicator.7: printed 78.10 announced 78.10 computed 86.19 "
                           "below 78.10 settled 78.10 exact 146915/1881 rank 9 below-target"));
    buffer_free(&dump);
    edition_close(&edition);
}

/* ---- fractions that printed scores come from ---- */

static void printed_scores_stand_for_their_fractions(void **state)
{
    (void)state;
    struct recover_grid grid = {.steps = 150, .full = 10000};
    assert_ratio(recover_score(grid, 9867), 296, 3);
    assert_ratio(recover_score(grid, 10000), 100, 1);
    assert_ratio(recover_score(grid, 0), 0, 1);
    assert_int_equal(recover_count(grid, 9866), 0);
    assert_ratio(recover_score(grid, 9866), 9866 / 2, 50);
    struct recover_grid fine = {.steps = 100000, .full = 10000};
    assert_int_equal(recover_count(fine, 5000), 10);
    assert_ratio(recover_score(fine, 5000), 50, 1);
    struct recover_grid unknown = {0, 10000};
    assert_ratio(recover_score(unknown, 9867), 9867, 100);
    assert_int_equal(recover_count(grid, 10001), 0);
}

static void a_half_is_rounded_up_when_a_fraction_is_recovered(void **state)
{
    (void)state;
    /* 1/8 of 100.00 is 12.50; of 0.12 it is 1.5 hundredths, printed 0.02 */
    struct recover_grid grid = {.steps = 8, .full = 12};
    assert_int_equal(recover_count(grid, 2), 1);
    assert_ratio(recover_score(grid, 2), 3, 200);
    assert_int_equal(recover_count(grid, 1), 0);
}

static void every_fraction_is_found_again(void **state)
{
    (void)state;
    for (int64_t n = 1; n <= 90; n += 7) {
        struct recover_grid grid = {.steps = 5 * n, .full = 10000};
        for (int64_t k = 0; k <= grid.steps; k++) {
            struct ratio share = ratio_multiply(ratio_of(k, grid.steps), ratio_of(100, 1));
            struct ratio found;
            assert_true(recover_fraction(grid, ratio_round(share), &found));
            assert_int_equal(ratio_compare(found, share), 0);
        }
    }
}

/* ---- made-up editions ---- */

/* A sequence of numbers that looks random and is the same on every machine. */
struct sequence {
    uint64_t state;
};

static int64_t sequence_below(struct sequence *sequence, int64_t limit)
{
    sequence->state = sequence->state * 6364136223846793005u + 1442695040888963407u;
    return (int64_t)((sequence->state >> 33) % (uint64_t)limit);
}

enum { MADE_INSTRUMENTS = 3, MADE_INDICATORS = 4, MADE_QUESTIONS = 5, MADE_PARTS = 2 };
enum { MADE_MOST = MADE_INSTRUMENTS * MADE_INDICATORS * MADE_QUESTIONS };

/*
 * A made-up edition; reversed lays the same content out in the opposite order. A thing's
 * place.line is its number in the order of making, by which its results are found.
 */
struct made {
    struct arena *arena;
    struct sequence sequence;
    struct scheme *scheme;
    struct edition *edition;
    bool reversed;
    int64_t score[MADE_MOST][MADE_PARTS];
    uint32_t questions;
    struct decimal published[MADE_INSTRUMENTS * 10]; /* by the indicator's number */
};

static size_t place_in(const struct made *made, size_t index, size_t count)
{
    return made->reversed ? count - 1 - index : index;
}

static const struct scheme_question *make_questions(struct made *made, size_t count, size_t parts)
{
    struct scheme_question *question = ARENA_NEW(made->arena, struct scheme_question, count);
    for (size_t q = 0; q < count; q++) {
        question[place_in(made, q, count)].place.line = made->questions;
        for (size_t p = 0; p < (parts > 0 ? parts : 1); p++)
            made->score[made->questions][p] = sequence_below(&made->sequence, 10001);
        made->questions++;
    }
    return question;
}

static const struct scheme_subindicator *make_subindicators(struct made *made)
{
    struct scheme_subindicator *list = ARENA_NEW(made->arena, struct scheme_subindicator, 2);
    for (size_t s = 0; s < 2; s++) {
        struct scheme_subindicator *subindicator = &list[place_in(made, s, 2)];
        subindicator->questions = s + 1;
        subindicator->question = make_questions(made, s + 1, 0);
    }
    return list;
}

static void make_indicator(struct made *made, struct scheme_indicator *indicator, int64_t number,
                           size_t parts)
{
    size_t questions = (size_t)sequence_below(&made->sequence, MADE_QUESTIONS) + 1;
    indicator->number = (struct whole){.present = true, .value = number};
    if (parts == 0 && sequence_below(&made->sequence, 3) == 0) {
        indicator->subindicators = 2;
        indicator->subindicator = make_subindicators(made);
    } else {
        indicator->questions = questions;
        indicator->question = make_questions(made, questions, parts);
    }
    if (sequence_below(&made->sequence, 3) == 0)
        made->published[number] = (struct decimal){
            .present = true, .hundredths = 100 * sequence_below(&made->sequence, 101)};
}

static void make_instrument(struct made *made, struct scheme_instrument *instrument, size_t index)
{
    static const int64_t weight[MADE_INSTRUMENTS] = {3000, 2500, 4500};
    size_t indicators = (size_t)sequence_below(&made->sequence, MADE_INDICATORS) + 1;
    struct scheme_indicator *list = ARENA_NEW(made->arena, struct scheme_indicator, indicators);
    instrument->weight.hundredths = weight[index];
    instrument->place.line = (uint32_t)index;
    if (index == 1) {
        struct scheme_part *part = ARENA_NEW(made->arena, struct scheme_part, MADE_PARTS);
        part[0].weight.hundredths = 1000;
        part[1].weight.hundredths = 1500;
        instrument->parts = MADE_PARTS;
        instrument->part = part;
    }
    instrument->indicators = indicators;
    instrument->indicator = list;
    for (size_t i = 0; i < indicators; i++)
        make_indicator(made, &list[place_in(made, i, indicators)], (int64_t)(index * 10 + i),
                       instrument->parts);
}

static void make_scheme(struct made *made)
{
    struct scheme *scheme = ARENA_NEW(made->arena, struct scheme, 1);
    struct scheme_instrument *list =
        ARENA_NEW(made->arena, struct scheme_instrument, MADE_INSTRUMENTS);
    scheme->arena = made->arena;
    scheme->full_score = (struct decimal){.present = true, .hundredths = 10000};
    scheme->scale = (struct whole){.present = true, .value = 5};
    scheme->instruments = MADE_INSTRUMENTS;
    scheme->instrument = list;
    for (size_t i = 0; i < MADE_INSTRUMENTS; i++)
        make_instrument(made, &list[place_in(made, i, MADE_INSTRUMENTS)], i);
    struct diag *diag = diag_new();
    struct record_reader reader = {.arena = made->arena, .diag = diag};
    scheme_link(scheme, &reader, (struct place){0});
    assert_false(diag_failed(diag));
    diag_free(diag);
    made->scheme = scheme;
}

/* The results of the scheme's things, where the things have come to be. */
static void make_results(struct made *made)
{
    const struct scheme *scheme = made->scheme;
    struct edition *edition = ARENA_NEW(made->arena, struct edition, 1);
    edition->arena = made->arena;
    edition->scheme = scheme;
    edition_make_things(edition);
    for (size_t i = 0; i < scheme->questions; i++)
        for (size_t s = 0; s < scheme_slots(scheme->question[i].indicator->instrument); s++)
            edition->question[i].score[s] = (struct decimal){
                .present = true, .hundredths = made->score[scheme->question[i].place.line][s]};
    for (size_t i = 0; i < scheme->indicators; i++)
        edition->indicator[i].published = made->published[scheme->indicator[i].number.value];
    for (size_t i = 0; i < scheme->instruments; i++)
        if (scheme->instrument[i].place.line == 0)
            edition->instrument[i].respondents = (struct whole){.present = true, .value = 30};
    made->edition = edition;
}

static struct made made_new(uint64_t seed, bool reversed)
{
    struct made made = {.arena = arena_new(), .sequence = {seed}, .reversed = reversed};
    make_scheme(&made);
    make_results(&made);
    return made;
}

struct bounds {
    struct ratio low;
    struct ratio high;
};

static void bounds_add(struct bounds *bounds, struct ratio value)
{
    if (ratio_compare(value, bounds->low) < 0)
        bounds->low = value;
    if (ratio_compare(value, bounds->high) > 0)
        bounds->high = value;
}

static void assert_within(const struct bounds *bounds, struct ratio value)
{
    assert_true(ratio_compare(value, bounds->low) >= 0);
    assert_true(ratio_compare(value, bounds->high) <= 0);
}

static struct bounds bounds_new(void)
{
    return (struct bounds){ratio_of(1000, 1), ratio_of(0, 1)};
}

static void check_means(const struct figures *figures)
{
    const struct scheme *scheme = figures->edition->scheme;
    struct bounds whole = bounds_new();
    for (size_t i = 0; i < scheme->instruments; i++) {
        struct bounds own = bounds_new();
        for (size_t j = 0; j < scheme->indicators; j++) {
            if (scheme->indicator[j].instrument != figures->instrument[i].instrument)
                continue;
            struct bounds questions = bounds_new();
            for (size_t q = 0; q < scheme->questions; q++)
                if (scheme->question[q].indicator == &scheme->indicator[j])
                    bounds_add(&questions, figures->question[q].mean);
            assert_within(&questions, figures->indicator[j].score.computed);
            bounds_add(&own, figures->indicator[j].score.computed);
        }
        assert_within(&own, figures->instrument[i].score.computed);
        bounds_add(&whole, figures->instrument[i].score.computed);
    }
    assert_within(&whole, figures->overall.computed);
}

static void a_mean_lies_between_its_lowest_and_highest(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct made made = made_new(seed, false);
        struct figures *figures = figures_derive(made.edition);
        check_means(figures);
        figures_free(figures);
        arena_free(made.arena);
    }
}

static void an_instrument_is_the_mean_of_its_parts_too(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 50; seed++) {
        struct made made = made_new(seed, false);
        struct figures *figures = figures_derive(made.edition);
        const struct figures_instrument *parted = &figures->instrument[1];
        struct ratio first = ratio_multiply(figures->part[0].score.computed, ratio_of(2, 5));
        struct ratio second = ratio_multiply(figures->part[1].score.computed, ratio_of(3, 5));
        assert_int_equal(ratio_compare(ratio_add(first, second), parted->score.computed), 0);
        figures_free(figures);
        arena_free(made.arena);
    }
}

static void check_ranking(const struct figures *figures)
{
    size_t count = figures->edition->scheme->indicators;
    bool seen[MADE_INSTRUMENTS * 10] = {false};
    for (size_t i = 0; i < count; i++) {
        const struct figures_indicator *here = figures->ranking[i];
        assert_false(seen[here->indicator->number.value]);
        seen[here->indicator->number.value] = true;
        if (i == 0) {
            assert_int_equal(here->rank, 1);
            continue;
        }
        const struct figures_indicator *before = figures->ranking[i - 1];
        int64_t step = ratio_round(before->score.printed) - ratio_round(here->score.printed);
        assert_true(step >= 0);
        assert_int_equal(here->rank, step == 0 ? before->rank : i + 1);
        if (step == 0)
            assert_true(before->indicator->number.value < here->indicator->number.value);
    }
}

static void the_ranking_is_a_sorted_permutation(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct made made = made_new(seed, false);
        /* Every third edition has scores of 0 and 100 only, hence many equal ones. */
        for (size_t q = 0; seed % 3 == 0 && q < made.scheme->questions; q++)
            for (size_t s = 0; s < scheme_slots(made.scheme->question[q].indicator->instrument);
                 s++)
                made.edition->question[q].score[s].hundredths = q % 2 == 0 ? 10000 : 0;
        struct figures *figures = figures_derive(made.edition);
        check_ranking(figures);
        figures_free(figures);
        arena_free(made.arena);
    }
}

static void the_order_of_the_input_does_not_matter(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct made one = made_new(seed, false);
        struct made two = made_new(seed, true);
        struct figures *a = figures_derive(one.edition);
        struct figures *b = figures_derive(two.edition);
        assert_int_equal(ratio_compare(a->overall.computed, b->overall.computed), 0);
        assert_int_equal(ratio_compare(a->overall.below, b->overall.below), 0);
        assert_int_equal(ratio_compare(a->overall.settled, b->overall.settled), 0);
        for (size_t i = 0; i < one.scheme->indicators; i++)
            assert_int_equal(a->ranking[i]->indicator->number.value,
                             b->ranking[i]->indicator->number.value);
        figures_free(a);
        figures_free(b);
        arena_free(one.arena);
        arena_free(two.arena);
    }
}

static void very_many_respondents_do_not_overflow(void **state)
{
    (void)state;
    static const int64_t crowd[] = {3989, 3967, 3943, 3931};
    for (uint64_t seed = 1; seed <= 50; seed++) {
        struct made made = made_new(seed, false);
        struct edition *edition = made.edition;
        edition->instrument[0].respondents = (struct whole){.present = true, .value = crowd[0]};
        edition->instrument[2].respondents = (struct whole){.present = true, .value = crowd[1]};
        edition->part[0].respondents = (struct whole){.present = true, .value = crowd[2]};
        edition->part[1].respondents = (struct whole){.present = true, .value = crowd[3]};
        struct figures *figures = figures_derive(made.edition);
        check_means(figures);
        figures_free(figures);
        arena_free(made.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_real_indicators_come_out_as_announced),
        cmocka_unit_test(indicator_7_follows_from_its_announced_parts),
        cmocka_unit_test(the_announced_overall_score_follows_from_the_announced_indicators),
        cmocka_unit_test(announced_figures_are_compared_with_what_is_printed_below_them),
        cmocka_unit_test(the_real_ranking_and_level_are_derived),
        cmocka_unit_test(the_small_edition_agrees_with_itself),
        cmocka_unit_test(a_dump_has_a_line_a_figure),
        cmocka_unit_test(printed_scores_stand_for_their_fractions),
        cmocka_unit_test(a_half_is_rounded_up_when_a_fraction_is_recovered),
        cmocka_unit_test(every_fraction_is_found_again),
        cmocka_unit_test(a_mean_lies_between_its_lowest_and_highest),
        cmocka_unit_test(an_instrument_is_the_mean_of_its_parts_too),
        cmocka_unit_test(the_ranking_is_a_sorted_permutation),
        cmocka_unit_test(the_order_of_the_input_does_not_matter),
        cmocka_unit_test(very_many_respondents_do_not_overflow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
