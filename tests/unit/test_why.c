/* How figures come about: every tree adds up, and every name has one. */
#include "unit.h"

#include "base/json.h"
#include "job/job.h"
#include "why/why.h"

/* The children's computed scores make the parent's. */
static void check_sum(const struct why *why, size_t *sums)
{
    struct ratio sum = {0, 1};
    for (size_t i = 0; i < why->children; i++) {
        int64_t weight = why->how == WHY_WEIGHTED ? why->child[i]->weight : 1;
        sum = ratio_add(sum, ratio_multiply(why->child[i]->computed, ratio_of(weight, 1)));
    }
    int64_t over = why->how == WHY_WEIGHTED ? why->total : (int64_t)why->children;
    sum = ratio_divide(sum, over);
    if (ratio_compare(sum, why->computed) != 0)
        fail_msg("%s is not what it is made of", why->name);
    (*sums)++;
}

static void check_tree(const struct why *why, size_t *sums, size_t *typed)
{
    assert_non_null(why->name);
    if (why->kind == WHY_SCORE && (why->how == WHY_MEAN || why->how == WHY_WEIGHTED)) {
        assert_true(why->children > 0);
        check_sum(why, sums);
    }
    if (why->kind == WHY_SCORE && why->how == WHY_TYPED) {
        assert_int_equal(why->children, 0);
        assert_non_null(why->announced_at.source);
        (*typed)++;
    }
    if (why->kind == WHY_OUTCOME) {
        bool all = true;
        for (size_t i = 0; i < why->children; i++)
            all = all && why->child[i]->holds;
        assert_int_equal(all, why->holds);
    }
    for (size_t i = 0; i < why->children; i++)
        check_tree(why->child[i], sums, typed);
}

/* The level is an outcome that holds, and none that is named by the figures does not. */
static void check_level(struct arena *arena, const struct figures *figures, struct diag *diag)
{
    const struct why *level = why_make(arena, figures, "level", diag);
    const struct scheme *scheme = figures->edition->scheme;
    for (size_t i = 0; i < scheme->levels.outcomes; i++)
        if (&scheme->levels.outcome[i] == figures->outcome)
            assert_true(level->child[i]->holds);
    if (figures->reason.better != NULL)
        for (size_t i = 0; i < scheme->levels.outcomes; i++)
            if (&scheme->levels.outcome[i] == figures->reason.better)
                assert_false(level->child[i]->holds);
}

static void check_edition(const char *edition, size_t questions)
{
    struct job_setup setup = {.session = session_new("."), .edition = edition};
    struct job job = {0};
    assert_true(job_run(&job, &setup, STAGE_FIGURES));
    size_t sums = 0, typed = 0;
    const char *const *name = why_names(job.arena, job.figures);
    for (; *name != NULL; name++) {
        const struct why *why = why_make(job.arena, job.figures, *name, job.diag);
        assert_non_null(why);
        check_tree(why, &sums, &typed);
        struct buffer text = {0}, json = {0};
        for (int language = 0; language < 2; language++)
            why_print(why, (enum diag_language)language, &text);
        assert_null(strstr(buffer_text(&text), "{1}"));
        why_print_json(why, &json);
        buffer_free(&text);
        buffer_free(&json);
    }
    assert_true(sums > questions && typed > questions);
    check_level(job.arena, job.figures, job.diag);
    assert_int_equal(diag_count(job.diag, DIAG_ERROR), 0);
    job_done(&job);
    session_free(setup.session);
}

static void every_tree_adds_up(void **state)
{
    (void)state;
    check_edition("input/2568", 52);
    check_edition("tests/fixtures/small", 8);
    check_edition("tests/fixtures/province/2569", 40);
}

static void a_name_may_be_said_in_several_ways(void **state)
{
    (void)state;
    static const char *const ways[][2] = {{"overall", "overall.score"},
                                          {"instrument.IIT", "iit"},
                                          {"instrument.IIT", "Instrument.iit"},
                                          {"question.i3", "I3"},
                                          {"rank.7", "indicator.7.rank"},
                                          {"part.public", "public"},
                                          {"indicator.7", "indicator.7.computed"},
                                          {"indicator.7.public", "INDICATOR.7.public.announced"}};
    struct job_setup setup = {.session = session_new("."), .edition = "input/2568"};
    struct job job = {0};
    assert_true(job_run(&job, &setup, STAGE_FIGURES));
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        const struct why *why = why_make(job.arena, job.figures, ways[i][1], job.diag);
        assert_non_null(why);
        assert_string_equal(why->name, ways[i][0]);
    }
    assert_null(why_make(job.arena, job.figures, "indicater.7", job.diag));
    unit_expect(job.diag, "itareport: error: there is no figure \"indicater.7\"; did you mean "
                          "\"indicator.7\"? [why-name]\n");
    job_done(&job);
    session_free(setup.session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_tree_adds_up),
        cmocka_unit_test(a_name_may_be_said_in_several_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
