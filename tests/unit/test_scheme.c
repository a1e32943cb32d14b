/*
 * test_scheme.c - a scheme and the editions that borrow it: what an edition says, and what is
 * computed from it, is the same whether its scheme is its own or shared.
 */
#include "unit.h"

#include "derive/figures.h"
#include "edition/edition.h"

struct loaded {
    struct sources *sources;
    struct diag *diag;
    struct edition *edition;
};

static struct loaded load(const char *folder, struct kept *schemes)
{
    struct loaded loaded = {.sources = sources_new(), .diag = diag_new()};
    struct edition_setup setup = {
        .folder = folder, .schemes = schemes, .sources = loaded.sources, .results_suffice = true};
    loaded.edition = edition_load(&setup, loaded.diag);
    assert_false(diag_failed(loaded.diag));
    return loaded;
}

static void drop(struct loaded *loaded)
{
    edition_free(loaded->edition);
    diag_free(loaded->diag);
    sources_free(loaded->sources);
}

/* What an edition says and what its figures are; freed with buffer_free. */
static struct buffer dump(const struct edition *edition)
{
    struct buffer out = {0};
    struct figures *figures = figures_derive(edition);
    edition_dump(edition, &out);
    figures_dump(figures, &out);
    figures_free(figures);
    return out;
}

static struct buffer dump_alone(const char *folder)
{
    struct kept *schemes = kept_new(&scheme_kind);
    struct loaded loaded = load(folder, schemes);
    struct buffer out = dump(loaded.edition);
    drop(&loaded);
    kept_free(schemes);
    return out;
}

static void assert_as_alone(const struct loaded *loaded)
{
    struct buffer here = dump(loaded->edition);
    struct buffer alone = dump_alone(loaded->edition->folder);
    assert_string_equal(here.bytes, alone.bytes);
    buffer_free(&here);
    buffer_free(&alone);
}

static void two_editions_share_a_scheme(void **state)
{
    (void)state;
    struct kept *schemes = kept_new(&scheme_kind);
    struct loaded first = load("input/2568", schemes);
    struct loaded second = load("tests/fixtures/province/2568", schemes);
    assert_ptr_equal(first.edition->scheme, second.edition->scheme);
    assert_as_alone(&first);
    assert_as_alone(&second);
    drop(&first);
    assert_as_alone(&second);
    drop(&second);
    kept_free(schemes);
}

static void two_editions_have_two_schemes(void **state)
{
    (void)state;
    struct kept *schemes = kept_new(&scheme_kind);
    struct loaded first = load("tests/fixtures/province/2568", schemes);
    struct loaded second = load("tests/fixtures/province/2569", schemes);
    assert_ptr_not_equal(first.edition->scheme, second.edition->scheme);
    assert_as_alone(&second);
    assert_as_alone(&first);
    drop(&second);
    drop(&first);
    kept_free(schemes);
}

static void one_kind_of_thing_is_one_list_in_the_order_of_the_file(void **state)
{
    (void)state;
    static const char *const order[] = {"i1", "i2", "i3", "e1", "e2", "o1", "o2", "o3"};
    struct sources *sources = sources_new();
    struct diag *diag = diag_new();
    struct scheme *scheme =
        scheme_load("tests/fixtures/small/framework.yaml", (struct place){0}, sources, diag);
    assert_int_equal(scheme->questions, 8);
    assert_int_equal(scheme->subindicators, 2);
    assert_int_equal(scheme->indicators, 4);
    assert_int_equal(scheme->parts, 2);
    assert_int_equal(scheme->instruments, 3);
    for (size_t i = 0; i < scheme->questions; i++) {
        assert_string_equal(scheme->question[i].id.bytes, order[i]);
        assert_int_equal(scheme->question[i].index, i);
        assert_ptr_equal(scheme_find_question(scheme, order[i]), &scheme->question[i]);
        assert_non_null(scheme->question[i].indicator->instrument);
    }
    for (size_t i = 0; i < scheme->indicators; i++)
        assert_int_equal(scheme->indicator[i].index, i);
    scheme_free(scheme);
    diag_free(diag);
    sources_free(sources);
}

static void things_are_found_by_id(void **state)
{
    (void)state;
    struct sources *sources = sources_new();
    struct diag *diag = diag_new();
    struct scheme *scheme =
        scheme_load("tests/fixtures/small/framework.yaml", (struct place){0}, sources, diag);
    const struct scheme_instrument *eit = scheme_find_instrument(scheme, "EIT");
    const struct scheme_subindicator *services = scheme_find_subindicator(scheme, "4.2");
    assert_ptr_equal(scheme_find_question(scheme, "o3")->subindicator, services);
    assert_null(scheme_find_question(scheme, "i1")->subindicator);
    assert_ptr_equal(scheme_find_part(scheme, "survey"), &eit->part[1]);
    assert_ptr_equal(scheme_find_part(scheme, "survey")->instrument, eit);
    assert_ptr_equal(scheme_find_indicator(scheme, 3), eit->indicator);
    assert_int_equal(scheme_slots(eit), 2);
    assert_int_equal(scheme_slots(scheme_find_instrument(scheme, "IIT")), 1);
    assert_null(scheme_find_question(scheme, "i9"));
    assert_null(scheme_find_indicator(scheme, 9));
    assert_null(scheme_find_subindicator(scheme, "4.3"));
    assert_null(scheme_find_part(scheme, "EIT"));
    assert_null(scheme_find_instrument(scheme, "public"));
    scheme_free(scheme);
    diag_free(diag);
    sources_free(sources);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_editions_share_a_scheme),
        cmocka_unit_test(two_editions_have_two_schemes),
        cmocka_unit_test(one_kind_of_thing_is_one_list_in_the_order_of_the_file),
        cmocka_unit_test(things_are_found_by_id),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
