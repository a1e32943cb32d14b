/* Dates as they are typed, and days as they are counted. */
#include "unit.h"

#include "base/date.h"

static void reads_every_form(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "1 ตุลาคม 2568", "๑ ตุลาคม พ.ศ. ๒๕๖๘", "1 ตุลาคม พ.ศ.2568", "2568-10-01",  "2025-10-01",
        "๒๕๖๘-๑๐-๐๑",   " 1 ตุลาคม 2568 ",    "1ตุลาคม2568",       "1 ต.ค. 2568", "1 ตุลาคม 2025",
        "๑ ตุลาคม 2568", "1/10/2568",         "๑/๑๐/๒๕๖๘",        "01-10-2568",  "1.10.2568"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct date date = {0};
        if (!date_parse(forms[i], strlen(forms[i]), &date))
            fail_msg("%s", forms[i]);
        assert_int_equal(date.year, 2568);
        assert_int_equal(date.month, 10);
        assert_int_equal(date.day, 1);
    }
}

static void refuses_what_is_no_day(void **state)
{
    (void)state;
    static const char *const forms[] = {"",
                                        "1",
                                        "ตุลาคม 2568",
                                        "31 เมษายน 2568",
                                        "29 กุมภาพันธ์ 2568",
                                        "0 มกราคม 2568",
                                        "1 ตุลา 2568",
                                        "2568-13-01",
                                        "2568-00-01",
                                        "2568-10",
                                        "2568-10-01x",
                                        "1๒ ตุลาคม 2568",
                                        "1 ตุลาคม ๒๕68",
                                        "1 ตุลาคม 25688",
                                        "1 ตุลาคม พ.ศ. 2025",
                                        "1 ตุลาคม 68",
                                        "2568/10/01",
                                        "12345-01-01",
                                        "1 ตุลาคม",
                                        "1/10/68",
                                        "1/10/2025",
                                        "1/13/2568",
                                        "31/9/2568",
                                        "1/10-2568",
                                        "1/10"};
    struct date date = {1, 2, 3};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (date_parse(forms[i], strlen(forms[i]), &date))
            fail_msg("%s", forms[i]);
    assert_int_equal(date.year, 1); /* untouched */
}

/* The day that was meant by what is refused. */
static void guesses(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *meant;
    } rows[] = {
        {"12/3/67", "12 มีนาคม 2567"},
        {"12 มี.ค. 67", "12 มีนาคม 2567"},
        {"12 มีค 67", "12 มีนาคม 2567"},
        {"๑๒ มี.ค. ๖๗", "12 มีนาคม 2567"},
        {"12/3/2024", "12 มีนาคม 2567"},
        {"12 March 2024", "12 มีนาคม 2567"},
        {"12 Mar. 2024", "12 มีนาคม 2567"},
        {"2567/3/12", "12 มีนาคม 2567"},
        {"วันที่ 12 มีนาคม พ.ศ. 2567", "12 มีนาคม 2567"},
        {"12 มีนาคม ค.ศ. 2024", "12 มีนาคม 2567"},
        {"30/2/67", NULL},
        {"มีนาคม 2567", NULL},
        {"เร็ว ๆ นี้", NULL},
        {"12", NULL},
        {"", NULL},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct date date;
        bool is_guessed = date_guess(rows[i].typed, strlen(rows[i].typed), &date);
        if (is_guessed != (rows[i].meant != NULL))
            fail_msg("%s", rows[i].typed);
        if (is_guessed)
            assert_string_equal(date_typed(arena, date), rows[i].meant);
    }
    arena_free(arena);
}

static void knows_leap_years(void **state)
{
    (void)state;
    struct date date;
    assert_true(date_parse("29 กุมภาพันธ์ 2567", strlen("29 กุมภาพันธ์ 2567"), &date)); /* 2024 */
    assert_true(date_parse("2543-02-29", 10, &date));                             /* 2000 */
    assert_false(date_parse("2443-02-29", 10, &date));                            /* 1900 */
}

static void counts_seconds(void **state)
{
    (void)state;
    struct date epoch = {2513, 1, 1};
    assert_int_equal(date_seconds(epoch), -7 * 60 * 60);
    struct date first = {2568, 10, 1};
    assert_int_equal(date_seconds(first), INT64_C(1759251600)); /* 2025-09-30 17:00 UTC */
    for (int64_t day = -200000; day < 200000; day += 37) {
        int64_t seconds = day * 86400 - 7 * 60 * 60;
        struct date date = date_from_seconds(seconds);
        assert_int_equal(date_seconds(date), seconds);
        assert_int_equal(date_compare(date_from_seconds(seconds + 86399), date), 0);
        assert_int_equal(date_compare(date_from_seconds(seconds + 86400), date), 1);
        assert_int_equal(date_compare(date_from_seconds(seconds - 1), date), -1);
    }
}

static void tells_the_moment(void **state)
{
    (void)state;
    static const struct {
        int64_t seconds;
        struct date_moment at;
    } rows[] = {
        {0, {1970, 1, 1, 7, 0, 0}},
        {-7 * 60 * 60 - 1, {1969, 12, 31, 23, 59, 59}},
        {INT64_C(1759251600) + 3600 * 13 + 60 * 7 + 9, {2025, 10, 1, 13, 7, 9}},
        {INT64_C(951757200), {2000, 2, 29, 0, 0, 0}},
        {INT64_C(253402275599), {9999, 12, 31, 23, 59, 59}},
        {INT64_C(253402275600), {9999, 12, 31, 23, 59, 59}},
        {INT64_MAX, {9999, 12, 31, 23, 59, 59}},
        {INT64_MIN, {0, 1, 1, 0, 0, 0}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct date_moment at = date_moment(rows[i].seconds);
        assert_memory_equal(&at, &rows[i].at, sizeof at);
    }
}

static void names_months(void **state)
{
    (void)state;
    assert_string_equal(date_month_name(1), "มกราคม");
    assert_string_equal(date_month_name(12), "ธันวาคม");
    assert_string_equal(date_month_name(0), "");
    assert_string_equal(date_month_name(13), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_form), cmocka_unit_test(refuses_what_is_no_day),
        cmocka_unit_test(guesses),          cmocka_unit_test(knows_leap_years),
        cmocka_unit_test(counts_seconds),   cmocka_unit_test(tells_the_moment),
        cmocka_unit_test(names_months),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
