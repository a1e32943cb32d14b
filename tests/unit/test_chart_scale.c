/* A scale that fits: round steps, from 0 where that is in reach, no value outside of it. */
#include "unit.h"

#include "compose/chart_scale.h"

static struct doc_chart fitted(const int64_t *value, size_t count, const int64_t *target)
{
    static struct doc_bar bar[8];
    struct doc_chart chart = {.bar = bar, .bars = count};
    for (size_t i = 0; i < count; i++)
        bar[i].value = value[i];
    if (target != NULL) {
        chart.has_target = true;
        chart.target = *target;
    }
    chart_fit_scale(&chart);
    return chart;
}

static void assert_scale(struct doc_chart chart, int64_t low, int64_t high, int64_t step,
                         bool is_broken)
{
    assert_int_equal(chart.low, low);
    assert_int_equal(chart.high, high);
    assert_int_equal(chart.step, step);
    assert_int_equal(chart.is_broken, is_broken);
}

static void fits_scores(void **state)
{
    (void)state;
    const int64_t target = 8500;
    assert_scale(fitted((const int64_t[]){9400, 10000}, 2, NULL), 9300, 10000, 100, true);
    assert_scale(fitted((const int64_t[]){9289, 9012}, 2, &target), 8400, 9400, 200, true);
    assert_scale(fitted((const int64_t[]){2000, 10000}, 2, NULL), 0, 10000, 2000, false);
    assert_scale(fitted((const int64_t[]){-5000, 5000}, 2, NULL), -6000, 6000, 2000, false);
    assert_scale(fitted((const int64_t[]){-400, -100}, 2, NULL), -400, 0, 100, false);
}

static void fits_few_values(void **state)
{
    (void)state;
    assert_scale(fitted(NULL, 0, NULL), 0, 10, 10, false);
    assert_scale(fitted((const int64_t[]){0}, 1, NULL), 0, 10, 10, false);
    struct doc_chart one = fitted((const int64_t[]){9289}, 1, NULL);
    assert_true(one.low < 9289 && one.high >= 9289 && one.is_broken);
}

/* Whatever the values, they are inside, the steps are few and divide the scale. */
static void holds_everything(void **state)
{
    (void)state;
    int64_t seed = 1;
    for (int i = 0; i < 2000; i++) {
        int64_t value[3];
        for (size_t v = 0; v < 3; v++) {
            seed = (int64_t)(((uint64_t)seed * 6364136223846793005u + 1442695040888963407u) >> 1);
            value[v] = (seed >> 20) % INT64_C(900000000000000) >> (i % 48);
            value[v] = i % 3 == 0 ? -value[v] : value[v];
        }
        struct doc_chart chart = fitted(value, 3, NULL);
        int64_t steps = (chart.high - chart.low) / chart.step;
        assert_true(steps >= 1 && steps <= 8);
        assert_int_equal((chart.high - chart.low) % chart.step, 0);
        for (size_t v = 0; v < 3; v++)
            assert_true(value[v] >= chart.low && value[v] <= chart.high);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fits_scores),
        cmocka_unit_test(fits_few_values),
        cmocka_unit_test(holds_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
