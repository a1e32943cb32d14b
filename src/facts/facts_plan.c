/*
 * What the agency will do: issues, measures, steps, periods, owners; and when a draft was made.
 */
#include "facts/facts_maker.h"

static const struct value *draft_value(struct arena *arena, const struct facts_draft *draft)
{
    if (draft == NULL)
        return value_none();
    struct date_moment at = date_moment(draft->seconds);
    struct text clock = {.bytes = arena_printf(arena, "%02d:%02d", at.hour, at.minute),
                         .length = 5};
    struct day day = {.present = true, .date = date_from_seconds(draft->seconds)};
    struct value *value = value_map(arena);
    value_put(arena, value, "date", value_of_day(arena, day));
    value_put(arena, value, "time", value_of_text(arena, &clock, VALUE_LABEL, NULL));
    return value;
}

void facts_put_draft(struct facts_maker *maker, struct value *facts,
                     const struct facts_draft *draft)
{
    value_put(maker->arena, facts, "draft", draft_value(maker->arena, draft));
}

static const struct value *period_value(struct arena *arena, const struct edition_period *period)
{
    struct value *value = value_map(arena);
    value_put(arena, value, "from", value_of_day(arena, period->from));
    value_put(arena, value, "to", value_of_day(arena, period->to));
    return value;
}

static const struct value *measure_value(struct arena *arena, const struct edition_measure *measure,
                                         size_t number)
{
    struct value *value = value_map(arena);
    value_put(arena, value, "number", value_whole(arena, (int64_t)number));
    value_put(arena, value, "name", value_of_text(arena, &measure->name, VALUE_TEMPLATE, NULL));
    value_put(arena, value, "steps", value_of_texts(arena, &measure->steps, VALUE_PROSE, NULL));
    value_put(arena, value, "period", period_value(arena, &measure->period));
    value_put(arena, value, "owners",
              value_of_texts(arena, &measure->owners, VALUE_TEMPLATE, NULL));
    return value;
}

static const struct value *issue_value(struct arena *arena, const struct edition_issue *issue)
{
    struct value *measures = value_list(arena);
    for (size_t i = 0; i < issue->measures; i++)
        value_add(arena, measures, measure_value(arena, &issue->measure[i], i + 1));
    struct value *value = value_map(arena);
    value_put(arena, value, "number", value_of_whole(arena, issue->number));
    value_put(arena, value, "name", value_of_text(arena, &issue->name, VALUE_TEMPLATE, NULL));
    const struct text *focus = issue->focus.bytes != NULL ? &issue->focus : &issue->name;
    value_put(arena, value, "focus", value_of_text(arena, focus, VALUE_TEMPLATE, NULL));
    value_put(arena, value, "measures", measures);
    return value;
}

void facts_put_issues(struct facts_maker *maker, struct value *facts)
{
    const struct edition *edition = maker->edition;
    struct value *issues = value_list(maker->arena);
    for (size_t i = 0; i < edition->issues; i++)
        value_add(maker->arena, issues, issue_value(maker->arena, &edition->issue[i]));
    value_put(maker->arena, facts, "issues", issues);
}
