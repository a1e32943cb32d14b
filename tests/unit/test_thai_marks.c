/*
 * Vowels and marks as they are typed wrongly, each with what is said of it; and what must be let be. Wrong forms are
 * written by code, since an editor may put them right.
 */
#include "unit.h"

#include <time.h>

#include "audit/thai_marks.h"
#include "base/hash.h"
#include "base/thai_forms.h"

/* The letters by name: consonants as they are. */
#define HAN_AKAT "\u0E31"
#define AA "\u0E32"
#define AM "\u0E33"
#define I "\u0E34"
#define II "\u0E35"
#define UE "\u0E36"
#define UEE "\u0E37"
#define U "\u0E38"
#define UU "\u0E39"
#define DOT "\u0E3A"
#define LONG "\u0E45"
#define TAIKHU "\u0E47"
#define EK "\u0E48"
#define THO "\u0E49"
#define KILLER "\u0E4C"
#define RING "\u0E4D"

struct expectation {
    const char *text;
    enum thai_marks_kind kind;
    size_t at;         /* characters before what is out of its place */
    const char *shown; /* the letters shown */
    const char *right;
};

static size_t characters_before(const char *text, size_t at)
{
    size_t count = 0;
    for (size_t i = 0; i < at; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* The first fault is the one expected. */
static void expect(const struct expectation *of)
{
    struct thai_marks marks = thai_marks_new(of->text, strlen(of->text));
    struct thai_marks_fault fault;
    if (!thai_marks_next(&marks, &fault))
        fail_msg("nothing found in %s", of->text);
    char shown[256] = "";
    snprintf(shown, sizeof shown, "%.*s", (int)(fault.end - fault.start), of->text + fault.start);
    if (fault.kind != of->kind || characters_before(of->text, fault.at) != of->at ||
        strcmp(fault.right, of->right) != 0 || strcmp(shown, of->shown) != 0)
        fail_msg("%s: kind %d at %zu, %s → %s", of->text, (int)fault.kind,
                 characters_before(of->text, fault.at), shown, fault.right);
}

static void expect_all(const struct expectation *of, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect(&of[i]);
}

#define EXPECT(...)                                             \
    static const struct expectation expected[] = {__VA_ARGS__}; \
    expect_all(expected, sizeof expected / sizeof *expected)

static void finds_wrong_order(void **state)
{
    (void)state;
    EXPECT({"พ" EK II, THAI_MARKS_ORDER, 2, "พ" EK II, "พี่"},
           {"ชั้น ข" THO U "น", THAI_MARKS_ORDER, 7, "ข" THO U "น", "ขุ้น"},
           {"ศักด" KILLER I " ", THAI_MARKS_ORDER, 5, "ศักด" KILLER I, "ศักดิ์"},
           {"ข" AA THO "ว", THAI_MARKS_ORDER, 2, "ข" AA THO "ว", "ข้าว"},
           {"ค\u0E30" EK, THAI_MARKS_ORDER, 2, "ค\u0E30" EK, "ค่ะ"},
           {"ค" AM EK, THAI_MARKS_ORDER, 2, "ค" AM EK, "ค่ำ"},
           {"ทำก" AA RING "หนด", THAI_MARKS_ORDER, 4, "ทำก" AA RING "หนด", "ทำกำหนด"},
           {"เร" THO II "ยน", THAI_MARKS_ORDER, 3, "เร" THO II "ยน", "เรี้ยน"},
           {"แ" EK "ม", THAI_MARKS_BEFORE, 1, "แ" EK "ม", "แม่"},
           {"เ" THO "ขาใจ", THAI_MARKS_BEFORE, 1, "เ" THO "ขาใจ", "เข้าใจ"},
           {"เ" EK "กลน", THAI_MARKS_BEFORE, 1, "เ" EK "กลน", ""});
}

static void finds_doubling(void **state)
{
    (void)state;
    EXPECT({"ป" II II, THAI_MARKS_TWICE, 2, "ป" II II, "ปี"},
           {"ที่" EK "ดิน", THAI_MARKS_TWICE, 3, "ที่" EK "ดิน", "ที่ดิน"},
           {"การ" KILLER KILLER "ด", THAI_MARKS_TWICE, 4, "การ" KILLER KILLER "ด", "การ์ด"},
           {"ท" AM AM, THAI_MARKS_TWICE, 2, "ท" AM AM, "ทำ"},
           {"ท" AM AA "งาน", THAI_MARKS_TWICE, 2, "ท" AM AA "งาน", "ทำงาน"},
           {"ก" EK THO "น", THAI_MARKS_CLASH, 2, "ก" EK THO "น", ""},
           {"ก" I UEE "น", THAI_MARKS_CLASH, 2, "ก" I UEE "น", ""},
           {"ม" AA AA "ก", THAI_MARKS_TAIL_TWICE, 2, "ม" AA AA "ก", "มาก"},
           {"ไไป", THAI_MARKS_LEAD_TWICE, 0, "ไไป", "ไป"},
           {"โไป", THAI_MARKS_LEAD_TWICE, 0, "โไป", ""});
}

static void finds_orphans(void **state)
{
    (void)state;
    EXPECT({"ข ี่", THAI_MARKS_PARTED, 2, "ข ี่", "ขี่"},
           {"เร ื่อง", THAI_MARKS_PARTED, 3, "เร ื่อง", "เรื่อง"},
           {"จ"
            "\u200B"
            "ริง ก"
            "\u200B"
            "ิ",
            THAI_MARKS_PARTED, 8, "ก\u200Bิ", "กิ"},
           {"ส ำนักงาน", THAI_MARKS_PARTED, 2, "ส ำนักงาน", "สำนักงาน"},
           {"ข้า ่ว", THAI_MARKS_ORPHAN, 4, "ข้า ่ว", ""},
           {"๕" EK "น", THAI_MARKS_ORPHAN, 1, "๕" EK "น", ""},
           {"ITA" THO, THAI_MARKS_ORPHAN, 3, "TA" THO, ""},
           {KILLER, THAI_MARKS_ORPHAN, 0, KILLER, ""}, {"ๆ" EK, THAI_MARKS_ORPHAN, 1, "ๆ" EK, ""},
           {"ก\n\n" I, THAI_MARKS_ORPHAN, 3, "ก\n\n" I, ""},
           {"-" I, THAI_MARKS_ORPHAN, 1, "-" I, ""}, {"ก" AA I, THAI_MARKS_ORPHAN, 2, "ก" AA I, ""},
           {"จ านวน", THAI_MARKS_TAIL_ALONE, 2, "จ านวน", ""},
           {"ไ ป", THAI_MARKS_LEAD_PARTED, 0, "ไ ป", "ไป"},
           {"(เ)", THAI_MARKS_LEAD_ALONE, 1, "เ", ""}, {"โ", THAI_MARKS_LEAD_ALONE, 0, "โ", ""});
}

static void finds_letters_in_two(void **state)
{
    (void)state;
    EXPECT({"ท" RING AA, THAI_MARKS_SARA_AM, 1, "ท" RING AA, "ทำ"},
           {"ซ" RING THO AA, THAI_MARKS_SARA_AM, 1, "ซ" RING THO AA, "ซ้ำ"},
           {"ซ" THO RING AA, THAI_MARKS_SARA_AM, 2, "ซ" THO RING AA, "ซ้ำ"},
           {"ข" RING LONG, THAI_MARKS_SARA_AM, 1, "ข" RING LONG, "ขำ"},
           {"เเม่", THAI_MARKS_SARA_AE, 0, "เเม่", "แม่"},
           {"ข" LONG "ว", THAI_MARKS_LONG_AA, 1, "ข" LONG "ว", "ขาว"},
           {"ฤ" AA "ษี", THAI_MARKS_RU_AA, 1, "ฤ" AA "ษี", "ฤ" LONG "ษี"});
}

static void finds_what_nobody_writes(void **state)
{
    (void)state;
    EXPECT({"ก" II KILLER, THAI_MARKS_UNUSUAL, 2, "ก" II KILLER, ""},
           {"ก" II EK KILLER, THAI_MARKS_UNUSUAL, 3, "ก" II EK KILLER, ""},
           {"ก" I U, THAI_MARKS_UNUSUAL, 2, "ก" I U, ""});
}

static void lets_be_what_is_right(void **state)
{
    (void)state;
    static const char *const RIGHT[] = {
        "น้ำ คำ ช้ำ ป่า ปู่ ฟ้า ที่ กุ้ง กิ๊ก เก๋ง ก็ สิทธิ์ พันธุ์ เกาะ เพราะ ฤๅษี เยอะแยะ ฯลฯ ๑๒๓ จ้ะ ผัวะ",
        "ฐิตธม" DOT "โม พาหุ" RING " ตส" DOT "มิ" RING " สพ" DOT "พ" RING " ทุก" DOT "ข" RING " เทฺว",
        "ก" TAIKHU EK " ก" DOT U " ย" DOT UU " ง\u0331 น\u0331" I " ญุ\u0331\u0303 ก" U TAIKHU
        " ก" RING EK,
        "สระ เ- และ -ะ กับ -า, ◌่ ◌ิ ◌ำ, ๚ะ๛",
        "ก๎ กฺ",
        "",
        "ITA-69 e\u0301",
        "แ◌ะ โ–",
    };
    for (size_t i = 0; i < sizeof RIGHT / sizeof *RIGHT; i++) {
        struct thai_marks marks = thai_marks_new(RIGHT[i], strlen(RIGHT[i]));
        struct thai_marks_fault fault;
        if (thai_marks_next(&marks, &fault))
            fail_msg("%s: kind %d at %zu", RIGHT[i], (int)fault.kind,
                     characters_before(RIGHT[i], fault.at));
    }
}

static size_t count_faults(const char *text)
{
    struct thai_marks marks = thai_marks_new(text, strlen(text));
    struct thai_marks_fault fault;
    size_t count = 0;
    while (thai_marks_next(&marks, &fault)) {
        assert_true(fault.start <= fault.at && fault.at <= fault.end);
        assert_true(fault.end <= marks.length && strlen(fault.right) < THAI_MARKS_RIGHT);
        count++;
    }
    return count;
}

static void tells_each_fault_once(void **state)
{
    (void)state;
    assert_int_equal(count_faults("พ" EK II " กิิน ข ี่ ท" RING AA " เเม่ โ"), 6);
    assert_int_equal(count_faults("ก" EK I EK I EK), 1);
    assert_int_equal(count_faults(EK I " " EK), 2);
}

/* A letter with very many marks, many faults, and blanks without end take no longer than other text. */
static void is_linear(void **state)
{
    (void)state;
    static const char *const PIECES[] = {I,   EK I, "ก" EK I, "ก ",    " " EK,
                                         "เ", "เ ", AA,       "ก  \n", "ก" AA EK " "};
    enum { LENGTH = 2000000 };
    char *text = malloc(LENGTH + 32);
    for (size_t p = 0; p < sizeof PIECES / sizeof *PIECES; p++) {
        size_t piece = strlen(PIECES[p]), length = 0;
        memcpy(text, "ก", strlen("ก"));
        for (length = strlen("ก"); length + piece <= LENGTH; length += piece)
            memcpy(text + length, PIECES[p], piece);
        text[length] = '\0';
        clock_t start = clock();
        count_faults(text);
        assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
    }
    free(text);
}

static void knows_the_letters_of_old_fonts(void **state)
{
    (void)state;
    static const struct {
        char32_t form, letter;
    } FORMS[] = {{0xF700, 0x0E10}, {0xF70A, 0x0E48}, {0xF70F, 0x0E0D}, {0xF711, 0x0E4D},
                 {0xF71A, 0x0E3A}, {0xF884, 0x0E31}, {0xF88E, 0x0E49}, {0xF89E, 0x0E10},
                 {0xF71B, 0},      {0xF6FF, 0},      {0xF0B7, 0},      {0xF883, 0},
                 {0x0E01, 0}};
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        assert_int_equal(thai_form_letter(FORMS[i].form), FORMS[i].letter);
}

/* ---- all short texts ---- */

/* One of each class, and what the rules name themselves. */
static const char *const EACH[] = {"ก", "ป",    "ฤ", "เ", "แ",    "ไ",  HAN_AKAT, I,
                                   U,   TAIKHU, EK,  THO, KILLER, RING, AM,       AA,
                                   "ะ", LONG,   DOT, " ", "\n",   "๕",  "a"};

enum { EACH_COUNT = sizeof EACH / sizeof *EACH, LONGEST = 4 };

static const uint32_t SUM_OF_MARKS = 0x8e15384c;

static uint32_t judge(const char *text, size_t length, uint32_t hash)
{
    struct thai_marks marks = thai_marks_new(text, length);
    struct thai_marks_fault fault;
    size_t least = 0;
    while (thai_marks_next(&marks, &fault)) {
        assert_in_range(fault.at, fault.start, fault.end - 1);
        assert_in_range(fault.at, least, length - 1);
        least = fault.at + 1;
        const size_t said[] = {(size_t)fault.kind, fault.at, fault.start, fault.end};
        for (size_t i = 0; i < sizeof said / sizeof *said; i++)
            hash = hash_step(hash, (uint32_t)said[i]);
        hash = hash_bytes(hash, fault.right, strlen(fault.right));
    }
    return hash;
}

/* The sum of what is said of every text of up to four characters. When it is another, tests/cases/check/marks-pairs
 * shows more of what has changed; then the sum can be taken over. */
static void judges_all_short_texts(void **state)
{
    (void)state;
    uint32_t hash = HASH_START;
    size_t texts = 1;
    for (size_t length = 1; length <= LONGEST; length++) {
        texts *= EACH_COUNT;
        for (size_t number = 0; number < texts; number += length < LONGEST ? 1 : 7) {
            char text[LONGEST * 4 + 1];
            size_t end = 0, rest = number;
            for (size_t i = 0; i < length; i++, rest /= EACH_COUNT) {
                size_t size = strlen(EACH[rest % EACH_COUNT]);
                memcpy(text + end, EACH[rest % EACH_COUNT], size);
                end += size;
            }
            text[end] = '\0';
            hash = judge(text, end, hash);
        }
    }
    assert_int_equal(hash, SUM_OF_MARKS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_wrong_order),
        cmocka_unit_test(finds_doubling),
        cmocka_unit_test(finds_orphans),
        cmocka_unit_test(finds_letters_in_two),
        cmocka_unit_test(finds_what_nobody_writes),
        cmocka_unit_test(lets_be_what_is_right),
        cmocka_unit_test(tells_each_fault_once),
        cmocka_unit_test(judges_all_short_texts),
        cmocka_unit_test(is_linear),
        cmocka_unit_test(knows_the_letters_of_old_fonts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
