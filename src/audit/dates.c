/*
 * Rules about years: measures belong to the plan year's fiscal year (1 October to 30 September),
 * and a year typed in prose is one of the report's two, or part of the name of a law or a plan.
 */
#include "audit/rule.h"

enum {
    YEARS_FROM = 2400, /* of the Buddhist era */
    YEARS_TO = 2700,
    NAME_REACH = 200, /* letters between a law's first word and its year */
    RANGE_MOST = 3    /* letters between the years of a range */
};

/* ---- measures ---- */

static const char *day_text(struct audit *audit, struct date date)
{
    return arena_printf(audit->arena, "%d %s %d", date.day, date_month_name(date.month), date.year);
}

static bool is_within(const struct day *day, struct date from, struct date to)
{
    return !day->present ||
           (date_compare(day->date, from) >= 0 && date_compare(day->date, to) <= 0);
}

void rule_measure_period(struct audit *audit)
{
    const struct whole *plan = &audit->edition->profile.plan_year;
    if (!plan->present)
        return;
    struct date from = {.year = (int)plan->value - 1, .month = 10, .day = 1};
    struct date to = {.year = (int)plan->value, .month = 9, .day = 30};
    for (size_t i = 0; i < audit->edition->issues; i++) {
        for (size_t m = 0; m < audit->edition->issue[i].measures; m++) {
            const struct edition_period *period = &audit->edition->issue[i].measure[m].period;
            if (is_within(&period->from, from, to) && is_within(&period->to, from, to))
                continue;
            audit_say(audit, MESSAGE_MEASURE_PERIOD, period->place,
                      day_text(audit, period->from.date), day_text(audit, period->to.date),
                      audit_whole(audit, plan->value), day_text(audit, from), day_text(audit, to));
        }
    }
}

void rule_plan_year(struct audit *audit)
{
    const struct whole *plan = &audit->edition->profile.plan_year;
    const struct whole *assessed = &audit->edition->profile.fiscal_year;
    if (plan->present && assessed->present && plan->value != assessed->value + 1)
        audit_say(audit, MESSAGE_PLAN_YEAR, plan->place, audit_whole(audit, plan->value),
                  audit_whole(audit, assessed->value + 1));
}

/* ---- years in prose ---- */

static bool is_year(const struct scan_number *number)
{
    return number->decimals == 0 && !number->in_latin && number->to - number->from == 4 &&
           number->hundredths >= 100 * YEARS_FROM && number->hundredths < 100 * YEARS_TO;
}

/* Whether one of some words is before a year, no further away than a name reaches. */
static bool is_named_before(const struct scan *scan, size_t year, const struct words *words)
{
    size_t from = scan->number[year].from;
    size_t reach = from > NAME_REACH ? from - NAME_REACH : 0;
    if (year > 0 && is_year(&scan->number[year - 1]) && scan->number[year - 1].to > reach)
        reach = scan->number[year - 1].to;
    for (size_t i = from; i > reach; i--)
        if (scan->letter[i].class == SCAN_NEWLINE)
            reach = i;
    return audit_words_has(scan, reach, from, words);
}

static bool is_law_year(const struct audit *audit, const struct scan *scan, size_t year)
{
    return is_named_before(scan, year, &audit->words->of[AUDIT_LAW]);
}

/* Whether two numbers are the ends of a range: ๒๕๖๖ – ๒๕๗๐. */
static bool is_range(const struct audit *audit, const struct scan *scan, size_t first)
{
    if (first + 1 >= scan->numbers || !is_year(&scan->number[first]) ||
        !is_year(&scan->number[first + 1]))
        return false;
    size_t from = scan->number[first].to;
    size_t to = scan->number[first + 1].from;
    return to - from <= RANGE_MOST &&
           audit_words_has(scan, from, to, &audit->words->of[AUDIT_RANGE]);
}

/* A plan is named by the years it spans. */
static bool is_plan_year(const struct audit *audit, const struct scan *scan, size_t year)
{
    size_t first = is_range(audit, scan, year)                   ? year
                   : year > 0 && is_range(audit, scan, year - 1) ? year - 1
                                                                 : scan->numbers;
    return first < scan->numbers && is_named_before(scan, first, &audit->words->of[AUDIT_PLAN]);
}

static void check_years(struct audit *audit, const struct scan *scan)
{
    const struct edition_profile *edition = &audit->edition->profile;
    for (size_t n = 0; n < scan->numbers; n++) {
        const struct scan_number *number = &scan->number[n];
        if (!is_year(number) || number->hundredths == 100 * edition->fiscal_year.value ||
            number->hundredths == 100 * edition->plan_year.value)
            continue;
        if (is_law_year(audit, scan, n) || is_plan_year(audit, scan, n))
            continue;
        audit_say(audit, MESSAGE_STRAY_YEAR, scan_place(scan, number->from),
                  scan_copy(audit->arena, scan, number->from, number->to),
                  audit_whole(audit, edition->fiscal_year.value),
                  audit_whole(audit, edition->plan_year.value));
    }
}

void rule_stray_year(struct audit *audit)
{
    for (size_t i = 0; i < audit->passages; i++)
        check_years(audit, &audit->passage[i].scan);
}
