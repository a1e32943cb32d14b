/*
 * Rules about dates: measures belong to the plan year's fiscal year (1 October to 30 September).
 */
#include "audit/rule.h"

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

/* The fiscal year that the measures belong to: the year after the one assessed, where a wrong plan year says another. */
static int year_of_measures(const struct audit *audit)
{
    const struct edition_profile *profile = &audit->edition->profile;
    return (int)(profile->fiscal_year.present ? profile->fiscal_year.value + 1
                                              : profile->plan_year.value);
}

static bool is_in_year(const struct edition_period *period, int year)
{
    struct date from = {.year = year - 1, .month = 10, .day = 1};
    struct date to = {.year = year, .month = 9, .day = 30};
    return is_within(&period->from, from, to) && is_within(&period->to, from, to);
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
            if (is_in_year(period, (int)plan->value) || is_in_year(period, year_of_measures(audit)))
                continue; /* or the plan year is wrong, and that is one finding */
            audit_say(audit, MESSAGE_MEASURE_PERIOD, period->place,
                      day_text(audit, period->from.date), day_text(audit, period->to.date),
                      audit_whole(audit, plan->value), day_text(audit, from), day_text(audit, to));
        }
    }
}

/* Whether all measures that have a period are carried out in a year. */
static bool all_in_year(const struct audit *audit, int year)
{
    size_t periods = 0;
    for (size_t i = 0; i < audit->edition->issues; i++)
        for (size_t m = 0; m < audit->edition->issue[i].measures; m++) {
            const struct edition_period *period = &audit->edition->issue[i].measure[m].period;
            if (!is_in_year(period, year))
                return false;
            periods += period->from.present;
        }
    return periods > 0;
}

void rule_plan_year(struct audit *audit)
{
    const struct whole *plan = &audit->edition->profile.plan_year;
    const struct whole *assessed = &audit->edition->profile.fiscal_year;
    if (!plan->present || !assessed->present || plan->value == assessed->value + 1)
        return;
    audit_say(audit, MESSAGE_PLAN_YEAR, plan->place, audit_whole(audit, plan->value),
              audit_whole(audit, assessed->value + 1));
    if (all_in_year(audit, (int)assessed->value + 1))
        audit_remark(audit, MESSAGE_REMARK_PERIODS, audit_whole(audit, assessed->value + 1));
}

/* ---- the document ---- */

static void check_date(struct audit *audit, const struct day *day)
{
    const struct whole *assessed = &audit->edition->profile.fiscal_year;
    struct date last = {.year = (int)assessed->value, .month = 9, .day = 30};
    if (day->present && assessed->present && date_compare(day->date, last) < 0)
        audit_say(audit, MESSAGE_DATE_EARLY, day->place, day_text(audit, day->date),
                  audit_whole(audit, assessed->value));
}

void rule_document_date(struct audit *audit)
{
    check_date(audit, &audit->edition->profile.date);
    check_date(audit, &audit->edition->profile.signature.date);
}
