#include "unit.h"
#include "words/words.h"

enum { LABEL, UNIT, SPELLING };

static const struct words_class CLASSES[] = {
    [LABEL] = {"label", WORDS_WORD, false},
    [UNIT] = {"unit", WORDS_PHRASE, false},
    [SPELLING] = {"spelling", WORDS_FORMS, false},
};
static const struct words_table TABLE = {CLASSES, sizeof CLASSES / sizeof CLASSES[0]};

static const struct words_class LIST[] = {{NULL, WORDS_WORD, false}};
static const struct words_table LIST_TABLE = {LIST, 1};

struct world {
    struct arena *arena;
    struct diag *diag;
};

static int set_up(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    *world = (struct world){arena_new(), diag_new()};
    *state = world;
    return 0;
}

static int tear_down(void **state)
{
    struct world *world = *state;
    arena_free(world->arena);
    diag_free(world->diag);
    free(world);
    return 0;
}

static struct source source_of(const char *text)
{
    return (struct source){"words.txt", text, strlen(text)};
}

/* The entries as text: "line:column class form=form", one a line. */
static void expect(struct world *world, const struct words_table *table, const char *text,
                   const char *expected, const char *headlines)
{
    struct source *source = ARENA_NEW(world->arena, struct source, 1);
    *source = source_of(text);
    struct words words = words_read(world->arena, source, table, world->diag);
    struct buffer dump = {0};
    for (size_t i = 0; i < words.count; i++) {
        const struct words_entry *entry = &words.entry[i];
        assert_ptr_equal(entry->place.source, source);
        buffer_printf(&dump, "%u:%u %zu ", entry->place.line, entry->place.column, entry->class);
        for (size_t f = 0; f < entry->forms; f++)
            buffer_printf(&dump, "%s%s", f > 0 ? "=" : "", entry->form[f]);
        buffer_add_char(&dump, '\n');
    }
    assert_string_equal(buffer_text(&dump), expected);
    buffer_free(&dump);
    unit_expect(world->diag, headlines);
}

static void a_file_of_classes(void **state)
{
    expect(*state, &TABLE,
           "# a remark\n\n[label]\nข้อ\n  ร้อยละ  \n[ unit ]\nไร่\nข้อ\nOne Stop\n\n[spelling]\n"
           "ลิงก์ = ลิงค์=ลิ้งก์\n[label]\nมาตรา",
           "4:1 0 ข้อ\n5:3 0 ร้อยละ\n7:1 1 ไร่\n8:1 1 ข้อ\n9:1 1 One Stop\n12:1 2 ลิงก์=ลิงค์=ลิ้งก์\n"
           "14:1 0 มาตรา\n",
           "");
}

static void a_file_of_one_class(void **state)
{
    expect(*state, &LIST_TABLE, "\xEF\xBB\xBFกก\r\n# x\r\nกข \r\n", "1:1 0 กก\n3:1 0 กข\n", "");
}

static void an_empty_file(void **state)
{
    expect(*state, &TABLE, "", "", "");
}

static void sections_are_known(void **state)
{
    expect(
        *state, &TABLE, "ก\nข\n[labels]\nค\n[unit\nง\n[unit] \nจ\n", "8:1 1 จ\n",
        "words.txt:1:1: error: this word is in no class: a section must come first [words-class]\n"
        "words.txt:3:2: error: this file has no class labels [words-class]\n"
        "words.txt:5:6: error: this section's name is not closed [words-section]\n");
}

static void a_file_of_one_class_has_no_sections(void **state)
{
    expect(*state, &LIST_TABLE, "[label]\nก\n", "",
           "words.txt:1:2: error: this file has no class label [words-class]\n");
}

static void characters_can_be_seen(void **state)
{
    expect(
        *state, &TABLE, "[label]\nก\x01\nกข\xE2\x80\x8Bค\nก\tข\nก\xC2\xA0ข\n\xA1\xA2\nค\n",
        "7:1 0 ค\n",
        "words.txt:2:2: error: the character U+0001 cannot be seen and does not belong in a word "
        "[words-hidden]\n"
        "words.txt:3:3: error: the character U+200B cannot be seen and does not belong in a word "
        "[words-hidden]\n"
        "words.txt:4:2: error: the character U+0009 cannot be seen and does not belong in a word "
        "[words-hidden]\n"
        "words.txt:5:2: error: the character U+00A0 cannot be seen and does not belong in a word "
        "[words-hidden]\n"
        "words.txt:6:1: error: this is not UTF-8 text [words-encoding]\n");
}

static void a_zero_byte_is_no_end(void **state)
{
    struct world *world = *state;
    const struct source source = {"words.txt", "ก\0\nข", 8};
    struct words words = words_read(world->arena, &source, &LIST_TABLE, world->diag);
    assert_int_equal(words.count, 1);
    assert_string_equal(words.entry[0].form[0], "ข");
    unit_expect(world->diag, "words.txt:1:2: error: the character U+0000 cannot be seen and does "
                             "not belong in a word [words-hidden]\n");
}

static void blanks_are_where_they_may_be(void **state)
{
    expect(*state, &TABLE, "[label]\nข้อ ที่\n[unit]\nOne  Stop\nOne Stop\n[spelling]\na b = c  d\n",
           "5:1 1 One Stop\n",
           "words.txt:2:4: error: a word of this class has no space inside [words-space]\n"
           "words.txt:4:4: error: there are two spaces here [words-space]\n"
           "words.txt:7:8: error: there are two spaces here [words-space]\n");
}

static void forms_are_whole(void **state)
{
    expect(*state, &TABLE, "[label]\nก = ข\n[spelling]\nก\n= ข\nก =\nค = = ข\nง = จ\n",
           "8:1 2 ง=จ\n",
           "words.txt:2:3: error: a class of single words has no = [words-forms]\n"
           "words.txt:4:2: error: a spelling is missing here [words-forms]\n"
           "words.txt:5:1: error: a spelling is missing here [words-forms]\n"
           "words.txt:6:4: error: a spelling is missing here [words-forms]\n"
           "words.txt:7:5: error: a spelling is missing here [words-forms]\n");
}

static void a_word_comes_once_in_a_class(void **state)
{
    expect(*state, &TABLE,
           "[label]\nก\nข\nก\n[unit]\nก\n[label]\nข\n[spelling]\nก = ข\nค = ก\nง = ง\n",
           "2:1 0 ก\n3:1 0 ข\n6:1 1 ก\n10:1 2 ก=ข\n",
           "words.txt:4:1: error: ก is in this class already, in line 2 [words-twice]\n"
           "words.txt:8:1: error: ข is in this class already, in line 3 [words-twice]\n"
           "words.txt:11:5: error: ก is in this class already, in line 10 [words-twice]\n"
           "words.txt:12:5: error: ง is in this class already, in line 12 [words-twice]\n");
}

static void needed_sections_are_there(void **state)
{
    static const struct words_class needed[] = {{"law", WORDS_WORD, true},
                                                {"plan", WORDS_WORD, true}};
    expect(*state, &(struct words_table){needed, 2}, "[plan]\n", "",
           "words.txt: error: the section [law] is missing in this file [words-missing]\n");
}

static void lines_and_files_have_bounds(void **state)
{
    struct world *world = *state;
    char line[700] = "";
    memset(line, 'a', 501);
    strcpy(line + 501, "\n# ");
    memset(line + 504, 'b', 120);
    expect(world, &LIST_TABLE, line, "",
           "words.txt:1:1: error: this line is longer than 500 bytes [words-line]\n");
    size_t size = 1024 * 1024 + 1;
    char *large = malloc(size);
    memset(large, '\n', size);
    const struct source source = {"large.txt", large, size};
    assert_int_equal(words_read(world->arena, &source, &LIST_TABLE, world->diag).count, 0);
    assert_int_equal(diag_count(world->diag, DIAG_ERROR), 2);
    free(large);
}

static void many_words(void **state)
{
    struct world *world = *state;
    struct buffer text = {0};
    for (int i = 0; i < 5000; i++)
        buffer_printf(&text, "w%d\n", i);
    const struct source source = {"words.txt", text.bytes, text.length};
    assert_int_equal(words_read(world->arena, &source, &LIST_TABLE, world->diag).count, 5000);
    assert_false(diag_failed(world->diag));
    buffer_free(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_file_of_classes),
        TEST(a_file_of_one_class),
        TEST(an_empty_file),
        TEST(sections_are_known),
        TEST(a_file_of_one_class_has_no_sections),
        TEST(characters_can_be_seen),
        TEST(a_zero_byte_is_no_end),
        TEST(blanks_are_where_they_may_be),
        TEST(forms_are_whole),
        TEST(a_word_comes_once_in_a_class),
        TEST(needed_sections_are_there),
        TEST(lines_and_files_have_bounds),
        TEST(many_words),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
