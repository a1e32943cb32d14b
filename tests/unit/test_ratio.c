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

static void tells_what_does_not_fit(void **state)
{
    (void)state;
    struct ratio out = ratio_of(7, 1);
    assert_true(ratio_try_add(ratio_of(1, 3), ratio_of(1, 6), &out));
    assert_ratio(out, 1, 2);
    assert_true(ratio_try_subtract(ratio_of(1, 3), ratio_of(1, 2), &out));
    assert_ratio(out, -1, 6);
    assert_true(ratio_try_multiply(ratio_of(-2, 3), ratio_of(3, 4), &out));
    assert_ratio(out, -1, 2);
    assert_true(ratio_try_divide(ratio_of(1, 3), ratio_of(-1, 6), &out));
    assert_ratio(out, -2, 1);
    struct ratio large = ratio_of(INT64_MAX - 1, 1);
    assert_false(ratio_try_add(large, large, &out));
    assert_false(ratio_try_subtract(ratio_of(-INT64_MAX, 1), large, &out));
    assert_false(ratio_try_multiply(large, large, &out));
    assert_false(ratio_try_multiply(ratio_of(1, INT64_MAX), ratio_of(1, INT64_MAX - 1), &out));
    assert_false(ratio_try_divide(large, ratio_of(1, 3), &out));
    assert_false(ratio_try_divide(large, ratio_of(0, 1), &out));
    /* The sum of two products of 126 bits does not fit in 128 bits with a sign. */
    assert_false(ratio_try_add(ratio_of(INT64_MIN + 1, INT64_MAX - 1),
                               ratio_of(INT64_MIN + 1, INT64_MAX - 2), &out));
    assert_ratio(out, -2, 1);
}

static void rounds_to_fewer_places(void **state)
{
    (void)state;
    assert_int_equal(ratio_round_to(ratio_of(7849, 100), 0), 78);
    assert_int_equal(ratio_round_to(ratio_of(7850, 100), 0), 79);
    assert_int_equal(ratio_round_to(ratio_of(78496, 1000), 1), 785); /* not by way of 78.50 */
    assert_int_equal(ratio_round_to(ratio_of(78446, 1000), 1), 784);
    assert_int_equal(ratio_round_to(ratio_of(-5, 10), 0), 0);
    assert_int_equal(ratio_round_to(ratio_of(-51, 100), 0), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_lowest_terms),      cmocka_unit_test(calculates),
        cmocka_unit_test(rounds_half_up_once),     cmocka_unit_test(orders),
        cmocka_unit_test(tells_what_does_not_fit), cmocka_unit_test(rounds_to_fewer_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
