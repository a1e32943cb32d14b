/* The words of words/breaks.txt, and what is said where they are wrong. */
#include "unit.h"

#include "text/break_words.h"
#include "text/dictionary.h"
#include "text/rules.h"

struct bench {
    struct sources *sources;
    struct diag *diag;
};

static int set_up(void **state)
{
    struct bench *bench = memory_zeroed(1, sizeof *bench);
    *bench = (struct bench){sources_new(), diag_new()};
    *state = bench;
    return 0;
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    diag_free(bench->diag);
    sources_free(bench->sources);
    free(bench);
    return 0;
}

/* The value of a whole word; 0 when it is none. */
static uint32_t value_of(const struct break_words *words, const char *word)
{
    struct characters *characters = characters_new();
    uint32_t value = 0;
    characters_read(characters, word, strlen(word));
    size_t length =
        terms_match(break_words_terms(words), characters, 0, characters->count, NULL, &value);
    bool whole = length == characters->count;
    characters_free(characters);
    return whole ? value : 0;
}

static void sorts_words_into_classes(void **state)
{
    struct bench *bench = *state;
    struct break_words *words = break_words_new("words", bench->sources, bench->diag);
    assert_non_null(words);
    unit_expect(bench->diag, "");
    assert_int_equal(value_of(words, "ข้อ"), RULES_LABEL | RULES_UNIT);
    assert_int_equal(value_of(words, "ว่าที่"), RULES_TITLE | RULES_CONNECTIVE | RULES_CLITIC);
    assert_int_equal(value_of(words, "ณ"), RULES_CONNECTIVE | RULES_NAME);
    assert_int_equal(value_of(words, "ฯลฯ"), RULES_TERM);
    assert_int_equal(value_of(words, "งบประมาณ"), 0);
    assert_int_equal(value_of(words, "สุไหงโก-ลก"), 0);
    struct terms *whole = terms_new();
    struct characters *characters = characters_new();
    uint32_t value = 0;
    break_words_add_whole(words, whole);
    characters_read(characters, "สุไหงโก-ลก", strlen("สุไหงโก-ลก"));
    assert_int_equal(terms_match(whole, characters, 0, characters->count, NULL, &value),
                     characters->count);
    characters_free(characters);
    terms_free(whole);
    break_words_free(words);
}

static void knows_what_a_name_is_of(void **state)
{
    struct bench *bench = *state;
    struct break_words *words = break_words_new("words", bench->sources, bench->diag);
    assert_string_equal(break_words_proper_part(words, "เทศบาลตำบลบ้านสมมติ"), "บ้านสมมติ");
    assert_string_equal(break_words_proper_part(words, "เทศบาลตำบล"), "ตำบล");
    assert_string_equal(break_words_proper_part(words, "เทศบาล"), "เทศบาล");
    assert_string_equal(break_words_proper_part(words, "บ้านสมมติ"), "บ้านสมมติ");
    break_words_free(words);
}

static void knows_nothing_without_files(void **state)
{
    struct bench *bench = *state;
    struct break_words *words = break_words_new(NULL, NULL, bench->diag);
    assert_int_equal(value_of(words, "ข้อ"), 0);
    assert_string_equal(break_words_proper_part(words, "จังหวัดลำปาง"), "จังหวัดลำปาง");
    break_words_free(words);
}

static void says_where_a_line_is_wrong(void **state)
{
    struct bench *bench = *state;
    const struct source *source =
        sources_read(bench->sources, "words/breaks.txt", (struct place){0}, bench->diag);
    struct buffer text = {0};
    buffer_add_string(&text, "[unit]\nล้าน บาท\n");
    buffer_add_string(&text, source->text);
    unit_give(bench->sources, "words/breaks.txt", buffer_text(&text));
    buffer_free(&text);
    assert_null(break_words_new("words", bench->sources, bench->diag));
    unit_expect(bench->diag, "words/breaks.txt:2:5: error: a word of this class has no space "
                             "inside [words-space]\n");
}

static void needs_all_classes(void **state)
{
    struct bench *bench = *state;
    char *text = NULL;
    const struct source *source =
        sources_read(bench->sources, "words/breaks.txt", (struct place){0}, bench->diag);
    text = strdup(source->text);
    memcpy(strstr(text, "[era]"), "[ear]", strlen("[ear]"));
    unit_give(bench->sources, "words/breaks.txt", text);
    free(text);
    assert_null(break_words_new("words", bench->sources, bench->diag));
    char *said = unit_headlines(bench->diag);
    assert_non_null(strstr(said, "this file has no class ear [words-class]"));
    assert_non_null(strstr(said, "the section [era] is missing in this file [words-missing]"));
    free(said);
}

static void refuses_a_dictionary_word_that_is_not_thai(void **state)
{
    struct bench *bench = *state;
    const char *const list[] = {"words/terms/new.txt"};
    unit_give(bench->sources, list[0], "# ทดสอบ\nแม่ฮ่องสอน\nแม่-ฮ่อง\nก\n");
    struct text_dictionary_job job = {.list = list, .lists = 1, .sources = bench->sources};
    struct buffer dictionary = {0};
    assert_false(text_dictionary_make(&job, &dictionary, bench->diag));
    buffer_free(&dictionary);
    unit_expect(bench->diag,
                "words/terms/new.txt:3:1: error: แม่-ฮ่อง is no word of two or more Thai letters, so "
                "the dictionary cannot have it [dictionary-word]\n"
                "words/terms/new.txt:4:1: error: ก is no word of two or more Thai letters, so the "
                "dictionary cannot have it [dictionary-word]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sorts_words_into_classes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_what_a_name_is_of, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_nothing_without_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_where_a_line_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(needs_all_classes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_dictionary_word_that_is_not_thai, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests_name("break_words", tests, NULL, NULL);
}
