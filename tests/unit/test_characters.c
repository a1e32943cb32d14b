/* A text as characters: codes, classes, places; and the words found in them. */
#include "unit.h"

#include "text/characters.h"
#include "text/terms.h"

static struct characters *read_text(const char *text)
{
    struct characters *characters = characters_new();
    characters_read(characters, text, strlen(text));
    return characters;
}

static void decodes_once(void **state)
{
    (void)state;
    struct characters *characters = read_text("aก่😀");
    const char32_t code[] = {'a', 0x0E01, 0x0E48, 0x1F600, 0};
    const uint32_t start[] = {0, 1, 4, 7, 11};
    assert_int_equal(characters->count, 4);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(characters->at[i].code, code[i]);
        assert_int_equal(characters->at[i].start, start[i]);
        assert_false(characters->at[i].word);
    }
    characters->at[1].word = true;
    characters_read(characters, "ขค", strlen("ขค"));
    assert_int_equal(characters->count, 2);
    assert_false(characters->at[1].word);
    characters_read(characters, "", 0);
    assert_int_equal(characters->count, 0);
    assert_int_equal(characters->at[0].class, 0);
    characters_free(characters);
}

static void tells_classes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned class;
    } ROWS[] = {
        {"ก", CHARACTER_WORD | CHARACTER_CONSONANT},
        {"า", CHARACTER_WORD | CHARACTER_LEANS_BACK},
        {"่", CHARACTER_WORD | CHARACTER_LEANS_BACK},
        {"เ", CHARACTER_WORD},
        {"ๆ", CHARACTER_WORD},
        {"๕", CHARACTER_DIGIT},
        {"5", CHARACTER_DIGIT},
        {"z", CHARACTER_LATIN},
        {"é", CHARACTER_LATIN},
        {"×", 0},
        {"฿", 0},
        {" ", CHARACTER_BLANK | CHARACTER_SPACE},
        {"\t", CHARACTER_BLANK | CHARACTER_SPACE},
        {"\xE2\x80\x89", CHARACTER_SPACE}, /* thin space */
        {"\n", CHARACTER_LINE_END},
        {"\xE2\x80\xA8", CHARACTER_LINE_END},                     /* line separator */
        {"\xE2\x81\xA0", CHARACTER_INVISIBLE | CHARACTER_JOINER}, /* word joiner */
        {"\xE2\x80\x8B", CHARACTER_INVISIBLE},                    /* zero-width space */
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
        struct characters *characters = read_text(ROWS[i].text);
        assert_int_equal(characters->count, 1);
        assert_int_equal(characters->at[0].class, ROWS[i].class);
        characters_free(characters);
    }
}

/* A word may end only where nothing leans on it. */
static bool at_cell(const void *context, size_t end)
{
    return !characters_are(context, end, CHARACTER_LEANS_BACK);
}

static void finds_the_longest_word(void **state)
{
    (void)state;
    struct characters *characters = read_text("กาน้ำแก");
    struct terms *terms = terms_new();
    struct terms_end cells = {characters, at_cell};
    uint32_t value = 0;
    terms_add(terms, "กา", strlen("กา"), 1);
    terms_add(terms, "กาน", strlen("กาน"), 2);
    terms_add(terms, "กา", strlen("กา"), 4);
    terms_add(terms, "", 0, 8);
    assert_int_equal(terms_match(terms, characters, 0, 7, NULL, &value), 3);
    assert_int_equal(value, 2);
    assert_int_equal(terms_match(terms, characters, 0, 7, &cells, &value), 2);
    assert_int_equal(value, 5);
    assert_int_equal(terms_match(terms, characters, 0, 1, NULL, &value), 0);
    assert_int_equal(terms_match(terms, characters, 6, 7, NULL, &value), 0);
    terms_free(terms);
    characters_free(characters);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_once),
        cmocka_unit_test(tells_classes),
        cmocka_unit_test(finds_the_longest_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
