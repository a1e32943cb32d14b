#include "compose/chart_scale.h"

enum {
    MOST_STEPS = 6,
    LEAST_STEP = 10 /* hundredths: finer marks are no help to a reader */
};

static int64_t floor_to(int64_t value, int64_t step)
{
    int64_t whole = value / step * step;
    return whole > value ? whole - step : whole;
}

static int64_t ceil_to(int64_t value, int64_t step)
{
    return -floor_to(-value, step);
}

/* 10, 20, 50, 100, 200 … */
static int64_t next_step(int64_t step)
{
    int64_t first = step;
    while (first >= 10)
        first /= 10;
    return first == 2 ? step / 2 * 5 : step * 2;
}

static void find_range(const struct doc_chart *chart, int64_t *least, int64_t *most)
{
    bool any = chart->has_target;
    *least = *most = any ? chart->target : 0;
    for (size_t i = 0; i < chart->bars; i++) {
        int64_t value = chart->bar[i].value;
        *least = !any || value < *least ? value : *least;
        *most = !any || value > *most ? value : *most;
        any = true;
    }
}

void chart_fit_scale(struct doc_chart *chart)
{
    int64_t least = 0;
    int64_t most = 0;
    find_range(chart, &least, &most);
    if (least > 0 && least <= most - least)
        least = 0;
    if (most < 0 && -most <= most - least)
        most = 0;
    int64_t step = LEAST_STEP;
    while ((ceil_to(most, step) - floor_to(least, step)) / step > MOST_STEPS)
        step = next_step(step);
    int64_t low = floor_to(least, step);
    int64_t high = ceil_to(most, step);
    if (low == least && low > 0) /* a point on the axis would not be seen */
        low = low > step ? low - step : 0;
    if (high <= low)
        high = low + step;
    chart->low = low;
    chart->high = high;
    chart->step = step;
    chart->is_broken = low > 0;
}
