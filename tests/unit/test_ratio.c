/* Exact fractions: lowest terms, the one rounding, and order. */
#include "unit.h"

#include "base/ratio.h"

static void assert_ratio(struct ratio a, int64_t num, int64_t den)
{
    assert_int_equal(a.num, num);
    assert_int_equal(a.den, den);
}

static void keeps_lowest_terms(void **state)
{
    (void)state;
    assert_ratio(ratio_of(6, 4), 3, 2);
    assert_ratio(ratio_of(6, -4), -3, 2);
    assert_ratio(ratio_of(0, -7), 0, 1);
    assert_ratio(ratio_hundredths(9850), 197, 2);
}

static void calculates(void **state)
{
    (void)state;
    struct ratio third = ratio_of(1, 3);
    struct ratio half = ratio_of(1, 2);
    assert_ratio(ratio_add(third, half), 5, 6);
    assert_ratio(ratio_add(third, ratio_of(-1, 2)), -1, 6);
    assert_ratio(ratio_multiply(third, half), 1, 6);
    assert_ratio(ratio_divide(half, 3), 1, 6);
    assert_ratio(ratio_divide(half, -3), -1, 6);
    /* Intermediate products beyond 64 bits are fine when the result is not. */
    struct ratio large = ratio_of(INT64_MAX - 3, 3);
    assert_int_equal(ratio_compare(ratio_add(ratio_add(large, third), ratio_of(-1, 3)), large), 0);
}

static void rounds_half_up_once(void **state)
{
    (void)state;
    assert_int_equal(ratio_round(ratio_of(78105, 1000)), 7811);
    assert_int_equal(ratio_round(ratio_of(781049, 10000)), 7810);
    assert_int_equal(ratio_round(ratio_of(100, 3)), 3333);
    assert_int_equal(ratio_round(ratio_of(200, 3)), 6667);
    assert_int_equal(ratio_round(ratio_of(-78105, 1000)), -7810);
    assert_int_equal(ratio_round(ratio_of(-781051, 10000)), -7811);
    assert_int_equal(ratio_round(ratio_hundredths(9822)), 9822);
    /* 1.005 in binary floating point is below itself. */
    assert_int_equal(ratio_round(ratio_of(1005, 1000)), 101);
}

static void orders(void **state)
{
    (void)state;
    assert_true(ratio_compare(ratio_of(1, 3), ratio_of(34, 100)) < 0);
    assert_true(ratio_compare(ratio_of(-1, 3), ratio_of(-34, 100)) > 0);
    assert_int_equal(ratio_compare(ratio_of(9500, 100), ratio_of(95, 1)), 0);
    assert_true(ratio_compare(ratio_of(INT64_MAX, 2), ratio_of(INT64_MAX - 1, 2)) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_lowest_terms),
        cmocka_unit_test(calculates),
        cmocka_unit_test(rounds_half_up_once),
        cmocka_unit_test(orders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
