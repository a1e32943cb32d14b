/* Many values at once: in their order, in braces, where nothing was; all or none, and nothing else of the file. */
#include "unit.h"

#include "edit/set.h"

static const char *const ORDER[] = {"i1", "i2", "i3", "e1", "o1", NULL};

struct fixture {
    struct arena *arena;
    struct diag *diag;
};

static int setup(void **state)
{
    struct fixture *f = memory_zeroed(1, sizeof *f);
    *f = (struct fixture){arena_new(), diag_new()};
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    diag_free(f->diag);
    arena_free(f->arena);
    free(f);
    return 0;
}

static const struct node *parse(struct fixture *f, const char *text)
{
    struct source *source = ARENA_NEW(f->arena, struct source, 1);
    *source = (struct source){"results.yaml", text, strlen(text)};
    const struct node *tree = node_parse(f->arena, source, f->diag);
    assert_non_null(tree);
    return tree;
}

static void check(struct fixture *f, const char *before, const struct edit_setting *setting,
                  size_t count, const char *after)
{
    struct edit_mended_file out;
    assert_true(edit_set_all(f->arena, parse(f, before), setting, count, f->diag, &out));
    assert_string_equal(out.text, after);
    assert_int_equal(out.length, strlen(after));
    const struct node *tree = parse(f, after);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(edit_set_find(tree, &setting[i])->text, setting[i].text);
}

static void test_values_and_their_order(void **state)
{
    const struct edit_setting settings[] = {
        {{"scores", "i2"}, 2, "97.00", NULL, ORDER},
        {{"scores", "i1"}, 2, "๙๘.๕๐", NULL, ORDER},
        {{"scores", "o1"}, 2, "50", NULL, ORDER},
    };
    check(*state,
          "# ผล\nscores:   # ทั้งหมด\n  # IIT\n  i๑: ๙๘.๐๐   # แก้แล้ว\n\n  # EIT\n  i3: \"95\"\n  e1: "
          "{public: 90.00}\n",
          settings, 3,
          "# ผล\nscores:   # ทั้งหมด\n  # IIT\n  i๑: ๙๘.๕๐   # แก้แล้ว\n  i2: 97.00\n\n  # EIT\n  i3: "
          "\"95\"\n"
          "  e1: {public: 90.00}\n  o1: 50\n");
}

static void test_first_of_all(void **state)
{
    const struct edit_setting setting = {{"scores", "i1"}, 2, "97.00", NULL, ORDER};
    check(*state, "scores:\r\n  # a\r\n  i2: 1\r\n", &setting, 1,
          "scores:\r\n  # a\r\n  i1: 97.00\r\n  i2: 1\r\n");
    check(*state, "scores: {i2: 1}\n", &setting, 1, "scores: {i1: 97.00, i2: 1}\n");
}

static void test_braces(void **state)
{
    const struct edit_setting settings[] = {
        {{"scores", "e1", "public"}, 3, "88.00", "score", ORDER},
        {{"scores", "e1", "survey"}, 3, "77.00", "score", ORDER},
    };
    check(*state, "scores:\n  i1: 1\n  o1: 2\n", settings, 2,
          "scores:\n  i1: 1\n  e1: {public: 88.00, survey: 77.00}\n  o1: 2\n");
    check(*state, "scores:\n  e1:\n", settings, 2,
          "scores:\n  e1: {public: 88.00, survey: 77.00}\n");
    check(*state, "scores:\n  e1: {public: , survey: 5}   # x\n", settings, 2,
          "scores:\n  e1: {public: 88.00, survey: 77.00}   # x\n");
    check(*state, "scores:\n  e1:\n    public: 3\n", settings, 2,
          "scores:\n  e1:\n    public: 88.00\n    survey: 77.00\n");
}

static void test_nothing_there(void **state)
{
    const struct edit_setting settings[] = {
        {{"published", "indicators", "6", "score"}, 4, "86.19", "score", NULL},
        {{"published", "indicators", "6", "public"}, 4, "91.93", "score", NULL},
        {{"published", "subindicators", "9.1"}, 3, "87.50", NULL, NULL},
    };
    check(*state, "scores:\n  i1: 1\n# ท้าย\n", settings, 3,
          "scores:\n  i1: 1\npublished:\n  indicators:\n    6: {score: 86.19, public: 91.93}\n"
          "  subindicators:\n    \"9.1\": 87.50\n# ท้าย\n");
    check(*state, "published:\n", settings, 3,
          "published:\n  indicators:\n    6: {score: 86.19, public: 91.93}\n  subindicators:\n    "
          "\"9.1\": 87.50\n");
}

/* A value of its own, and then one of several. */
static void test_embraced(void **state)
{
    const struct edit_setting settings[] = {
        {{"published", "indicators", "6", "score"}, 4, "86.19", "score", NULL},
        {{"published", "indicators", "6", "public"}, 4, "91.93", "score", NULL},
    };
    check(*state, "published:\n  indicators:\n    6: 80.00   # เดิม\n", settings, 2,
          "published:\n  indicators:\n    6: {score: 86.19, public: 91.93}   # เดิม\n");
    check(*state, "published:\n  indicators: {1: 98}\n", settings, 2,
          "published:\n  indicators: {1: 98, 6: {score: 86.19, public: 91.93}}\n");
}

static void test_all_or_none(void **state)
{
    struct fixture *f = *state;
    const struct edit_setting settings[] = {
        {{"scores", "i1"}, 2, "97.00", NULL, ORDER},
        {{"scores", "list"}, 2, "1", NULL, NULL},
    };
    struct edit_mended_file out = {0};
    assert_false(edit_set_all(f->arena, parse(f, "scores:\n  i1: 1\n  list: [1]\n"), settings, 2,
                              f->diag, &out));
    assert_null(out.text);
    assert_int_equal(diag_count(f->diag, DIAG_ERROR), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_values_and_their_order), TEST(test_first_of_all), TEST(test_braces),
        TEST(test_nothing_there),          TEST(test_embraced),     TEST(test_all_or_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
