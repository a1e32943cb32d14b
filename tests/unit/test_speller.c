/* Words that no dictionary has, from a small file of words. */
#include "unit.h"

#include "source/file.h"
#include "spell/spell_make.h"
#include "spell/speller.h"
#include "words/trie.h"

#define CLASSES "spelling.txt"
#define NAMES "names.txt"

struct bench {
    struct arena *arena;
    struct speller *speller;
};

static struct speller *made(struct arena *arena, const char *classes)
{
    struct sources *sources = sources_new();
    struct diag *diag = diag_new();
    struct buffer bytes = {0};
    unit_give(sources, CLASSES, classes);
    unit_give(sources, NAMES, "โนนสะแบง\nจร\nแรม\n");
    const char *const other[] = {NAMES};
    const struct spell_job job = {
        .classes = CLASSES, .other = other, .others = 1, .sources = sources};
    struct speller *speller = NULL;
    if (spell_make(&job, &bytes, diag)) {
        assert_true(spell_is(bytes.bytes, bytes.length));
        const char *path = file_join(arena, file_temporary_folder(arena), "words");
        assert_true(file_write(path, bytes.bytes, bytes.length));
        speller = speller_open(path);
    }
    buffer_free(&bytes);
    diag_free(diag);
    sources_free(sources);
    return speller;
}

static int set_up(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    bench->arena = arena_new();
    bench->speller =
        made(bench->arena, "[short]\nของ\nผู้\nที่\nนี้\nวัน\n[official]\nผู้บังคับบัญชา\nบังคับบัญชา\n"
                           "จริยธรรม\nประพฤติมิชอบ\nพัฒนา\nวันแรก\n");
    *state = bench;
    return bench->speller == NULL;
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    speller_free(bench->speller);
    arena_free(bench->arena);
    free(bench);
    return 0;
}

/* "from-to word" of every slip. */
static const char *slips(struct bench *bench, const char *text)
{
    struct speller_slip slip[4];
    const char *letter = trie_letters(bench->arena, text), *list = "";
    size_t count = speller_find(bench->speller, bench->arena, (const uint8_t *)letter,
                                strlen(letter), slip, 4);
    for (size_t i = 0; i < count; i++)
        list = arena_printf(bench->arena, "%s%zu-%zu %s;", list, slip[i].from, slip[i].to,
                            slip[i].word);
    return list;
}

static void shows_what_was_meant(void **state)
{
    struct bench *bench = *state;
    assert_string_equal(slips(bench, "ของผู้นบังคับบัญชา"), "3-18 ผู้บังคับบัญชา;");
    assert_string_equal(slips(bench, "จรยิธรรมของผู้บังคับบัญชา"), "0-8 จริยธรรม;");
    assert_string_equal(slips(bench, "ประพหุมิติชอบ"), "0-13 ประพฤติมิชอบ;");
    assert_string_equal(slips(bench, "พัฒณานี้จริยธรม"), "0-5 พัฒนา;8-15 จริยธรรม;");
}

static void lets_be_what_is_near_nothing(void **state)
{
    struct bench *bench = *state;
    assert_string_equal(slips(bench, "จริยธรรมของผู้บังคับบัญชา"), "");
    assert_string_equal(slips(bench, "ณัฐกฤตา"), "");
    assert_string_equal(slips(bench, "โนนสะแบง"), "");
    assert_string_equal(slips(bench, "วันแรม"), ""); /* too short for a part of words */
    assert_string_equal(slips(bench, ""), "");
}

static void gives_the_word_before(void **state)
{
    struct bench *bench = *state;
    struct speller_slip slip;
    const char *letter = trie_letters(bench->arena, "ผู้ที่จรยิธรรม");
    assert_int_equal(speller_find(bench->speller, bench->arena, (const uint8_t *)letter,
                                  strlen(letter), &slip, 1),
                     1);
    assert_int_equal(slip.before, 3);
    assert_int_equal(slip.from, 6);
}

/* A long run is looked at as far as there is room for. */
static void reads_long_runs(void **state)
{
    struct bench *bench = *state;
    uint8_t *letter = ARENA_NEW(bench->arena, uint8_t, 100000);
    memset(letter, 0x01, 100000);
    struct speller_slip slip;
    assert_int_equal(speller_find(bench->speller, bench->arena, letter, 100000, &slip, 1), 0);
}

static void refuses_other_files(void **state)
{
    struct bench *bench = *state;
    assert_null(speller_open("/nonexistent"));
    assert_null(made(bench->arena, "[short]\nก็\n"));
    assert_false(spell_is("ISW", 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shows_what_was_meant, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lets_be_what_is_near_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_the_word_before, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_long_runs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_other_files, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
