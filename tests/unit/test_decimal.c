/* Decimal numbers as text, in each of the forms. */
#include "unit.h"

#include "base/decimal.h"

static void prints_two_decimals(void **state)
{
    (void)state;
    static const struct {
        int64_t hundredths;
        const char *two, *two_or_none;
    } rows[] = {
        {0, "0.00", "0"},
        {5, "0.05", "0.05"},
        {7810, "78.10", "78.10"},
        {8500, "85.00", "85"},
        {-5, "-0.05", "-0.05"},
        {-250, "-2.50", "-2.50"},
        {-10000, "-100.00", "-100"},
        {INT64_MIN, "-92233720368547758.08", "-92233720368547758.08"},
        {INT64_MAX, "92233720368547758.07", "92233720368547758.07"},
    };
    struct arena *arena = arena_new();
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(decimal_two(arena, rows[i].hundredths), rows[i].two);
        assert_string_equal(decimal_two_or_none(arena, rows[i].hundredths), rows[i].two_or_none);
        buffer_clear(&out);
        decimal_add_two(&out, rows[i].hundredths);
        decimal_add_two_or_none(&out, rows[i].hundredths);
        assert_string_equal(buffer_text(&out),
                            arena_printf(arena, "%s%s", rows[i].two, rows[i].two_or_none));
    }
    buffer_free(&out);
    arena_free(arena);
}

static void prints_the_shortest_form(void **state)
{
    (void)state;
    static const struct {
        int64_t number;
        int places;
        const char *text;
    } rows[] = {{0, 0, "0"},   {0, 2, "0"},       {50, 2, ".5"},    {-5, 2, "-.05"},
                {100, 2, "1"}, {1050, 2, "10.5"}, {-120, 1, "-12"}, {7, 0, "7"}};
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        buffer_clear(&out);
        decimal_add(&out, rows[i].number, rows[i].places);
        assert_string_equal(buffer_text(&out), rows[i].text);
    }
    buffer_free(&out);
}

static void rounds_to_hundredths(void **state)
{
    (void)state;
    static const int64_t rows[][2] = {{1024, 100}, {0, 0},   {5, 0},    {6, 1},
                                      {-5, 0},     {-6, -1}, {512, 50}, {-1536, -150}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(decimal_hundredths(rows[i][0]), rows[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_two_decimals),
        cmocka_unit_test(prints_the_shortest_form),
        cmocka_unit_test(rounds_to_hundredths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
