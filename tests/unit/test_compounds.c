/* Compounds: how tightly words hold each other, by lists of our own, and files that are none. */
#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

#include "source/file.h"
#include "text/compounds.h"
#include "text/compounds_file.h"
#include "text/compounds_make.h"
#include "text/thai.h"

static const char CLASSES[] = "[firm]\nพระราชบัญญัติ\n"
                              "[phrases]\nเด็กและเยาวชน\n"
                              "[holds]\nกอง\nถนน\n"
                              "[clings]\nกัน\n"
                              "[numerals]\nสาม\nพัน\n"
                              "[leads]\nและ\nของ\nให้\nไม่\nเป็น\n"
                              "[trails]\nนี้\nแล้ว\n"
                              "[ordinals]\nที่\n";
static const char LIST[] = "# คำประสม\nภายใต้\nหน่วยงาน\nบัตรคิว\nเลขประจำตัว\nจัดการงาน\nงานเลี้ยง\n";
static const char SECOND[] = "4\nให้บริการ\nขยายเวลา\nไม่รู้ไม่เห็น\nสายด่วน/A\n";

struct bench {
    struct sources *sources;
    struct diag *diag;
    struct thai *thai;
    struct characters *characters;
    char *second;
};

static char *put(const char *bytes, size_t length)
{
    char *path = strdup(P_tmpdir "/itareport-compounds-XXXXXX");
    close(mkstemp(path));
    assert_true(file_write(path, bytes, length));
    return path;
}

static int set_up(void **state)
{
    struct bench *bench = memory_zeroed(1, sizeof *bench);
    *bench = (struct bench){sources_new(), diag_new(), thai_new(NULL), characters_new(),
                            put(SECOND, strlen(SECOND))};
    *state = bench;
    return 0;
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    unlink(bench->second);
    free(bench->second);
    characters_free(bench->characters);
    thai_free(bench->thai);
    diag_free(bench->diag);
    sources_free(bench->sources);
    free(bench);
    return 0;
}

static bool make(struct bench *bench, const char *classes, struct buffer *bytes)
{
    static const char *const lists[] = {"office.txt"};
    unit_give(bench->sources, "compounds.txt", classes);
    unit_give(bench->sources, "office.txt", LIST);
    struct compounds_job job = {.classes = "compounds.txt",
                                .list = lists,
                                .lists = 1,
                                .second = bench->second,
                                .sources = bench->sources};
    return compounds_make(&job, bytes, bench->diag);
}

static struct compounds *open_bytes(const void *bytes, size_t length)
{
    char *path = put(bytes, length);
    struct compounds *compounds = compounds_open(path);
    unlink(path);
    free(path);
    return compounds;
}

static struct compounds *make_and_open(struct bench *bench)
{
    struct buffer bytes = {0};
    assert_true(make(bench, CLASSES, &bytes));
    unit_expect(bench->diag, "");
    assert_true(compounds_are(bytes.bytes, bytes.length));
    struct compounds *compounds = open_bytes(bytes.bytes, bytes.length);
    assert_non_null(compounds);
    buffer_free(&bytes);
    return compounds;
}

/* A text with a digit where a word begins: how tightly it holds to the one before. */
static char *marked(struct bench *bench, struct compounds *compounds, const char *text)
{
    struct buffer out = {0};
    characters_read(bench->characters, text, strlen(text));
    thai_words(bench->thai, bench->characters);
    compounds_mark(compounds, bench->characters);
    for (size_t i = 0; i < bench->characters->count; i++) {
        const struct character *here = &bench->characters->at[i];
        if (here->word)
            buffer_printf(&out, "%d", here->hold);
        buffer_add(&out, text + here->start, here[1].start - here->start);
    }
    return out.bytes;
}

static const char *const MARKED[] = {
    "อยู่1ภาย4ใต้1ดิน",             /* a short compound; other words hold each other loosely */
    "หน่วย3งาน1ใหม่ บัตร4คิว",      /* in a row */
    "ตาม1พระ5ราช5บัญญัติ1นี้",       /* firm */
    "เลข3ประจำ3ตัว",             /* a long one */
    "เด็ก1และ1เยาวชน",           /* a phrase with a word of grammar inside */
    "จัดการ2งาน3เลี้ยง",           /* of two that cross one is the word; the other holds as a phrase */
    "ขยาย3เวลา1นี้ ให้2บริการ1ดี",   /* the second dictionary: begins with a word of grammar */
    "ไม่2รู้2ไม่2เห็น ไม่1รู้",         /* many words */
    "สาย4ด่วน",                  /* what follows a slash is no part of it */
    "กอง3คลัง0และ1กอง0และ0ของ",  /* holds what follows, but no word of grammar */
    "ถนน2บัตร4คิว",               /* holds a compound */
    "บัตร4คิว2กัน วัด1บัตร4คิว2กัน",   /* clings to one */
    "กัน1ถนน กอง ถนน",           /* at the ends of a run there is nothing to hold */
    "สาม5พัน3บาท1วัด สาม0และ1วัด", /* a number in words, and what it counts */
    "บัตร4คิว0เป็น1ถนน",           /* a phrase begins with one word of grammar */
    "บัตร4คิว1แล้ว0บัตร4คิว",        /* and ends after another */
    "วัด3ที่5สาม วัด0ที่1บัตร4คิว",     /* a number in words names what is before */
    "และ0ที่5พัน",                 /* but no word of grammar */
};

static void holds_by_the_lists(void **state)
{
    struct bench *bench = *state;
    struct compounds *compounds = make_and_open(bench);
    for (size_t i = 0; i < sizeof MARKED / sizeof *MARKED; i++) {
        struct buffer plain = {0};
        for (const char *at = MARKED[i]; *at != '\0'; at++)
            if (*at < '0' || *at > '9')
                buffer_add_char(&plain, *at);
        char *given = marked(bench, compounds, buffer_text(&plain));
        assert_string_equal(given, MARKED[i]);
        free(given);
        buffer_free(&plain);
    }
    compounds_free(compounds);
}

/* A run without end is read in windows: the same everywhere, in time that grows with its length. */
static void reads_long_runs(void **state)
{
    struct bench *bench = *state;
    struct compounds *compounds = make_and_open(bench);
    struct buffer text = {0};
    for (int i = 0; i < 3000; i++)
        buffer_add_string(&text, "ของบัตรคิว");
    characters_read(bench->characters, buffer_text(&text), text.length);
    for (size_t i = 0; i < bench->characters->count; i++)
        bench->characters->at[i].word = i % 10 == 0 || i % 10 == 3 || i % 10 == 7;
    compounds_mark(compounds, bench->characters);
    for (size_t i = 1; i < bench->characters->count; i++)
        assert_int_equal(bench->characters->at[i].hold, i % 10 == 7   ? COMPOUNDS_TIGHT
                                                        : i % 10 == 3 ? COMPOUNDS_LOOSE
                                                                      : 0);
    buffer_free(&text);
    compounds_free(compounds);
}

static void refuses_other_files(void **state)
{
    (void)state;
    uint32_t head[] = {COMPOUNDS_MARK, 1, 0};
    assert_null(compounds_open("/nonexistent"));
    assert_null(open_bytes("", 0));
    assert_null(open_bytes("ไม่ใช่แฟ้มคำ", 12));
    assert_null(open_bytes(head, sizeof head - 1));
    head[1] = 2;
    assert_null(open_bytes(head, sizeof head));
    assert_false(compounds_are("ICM", 3));
}

/* Numbers that point anywhere are no harm. */
static void survives_wrong_nodes(void **state)
{
    struct bench *bench = *state;
    uint32_t seed = 2568;
    for (int round = 0; round < 500; round++) {
        uint32_t number[66] = {COMPOUNDS_MARK, 64};
        for (size_t i = 2; i < 66; i++) {
            seed = seed * 1664525u + 1013904223u;
            number[i] = seed >> 3;
        }
        struct compounds *compounds = open_bytes(number, sizeof number);
        assert_non_null(compounds);
        free(marked(bench, compounds, "หน่วยงานของรัฐจัดทำแผนและบัตรคิวใหม่ให้ประชาชน"));
        compounds_free(compounds);
    }
}

static void says_what_is_wrong(void **state)
{
    struct bench *bench = *state;
    struct buffer bytes = {0};
    assert_false(make(
        bench, "[firm]\nห้อง น้ำ\n[phrases]\n[holds]\n[leads]\n[clings]\n[numerals]\n[ordinals]\n",
        &bytes));
    char *said = unit_headlines(bench->diag);
    assert_non_null(strstr(said, "compounds.txt:2:5: error: a word of this class has no space"));
    assert_non_null(strstr(said, "the section [trails] is missing in this file"));
    free(said);
    buffer_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(holds_by_the_lists, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_long_runs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_other_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(survives_wrong_nodes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_what_is_wrong, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("compounds", tests, NULL, NULL);
}
