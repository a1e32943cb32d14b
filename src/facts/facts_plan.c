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
    value_put(arena, value, "time", value_of_label(arena, &clock));
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

static const struct value *measure_value(struct facts_maker *maker,
                                         const struct edition_measure *measure, size_t number)
{
    struct value *value = value_map(maker->arena);
    facts_put_whole(maker, value, "number", number);
    facts_put_text(maker, value, "name", &measure->name);
    facts_put_texts(maker, value, "steps", &measure->steps);
    value_put(maker->arena, value, "period", period_value(maker->arena, &measure->period));
    facts_put_texts(maker, value, "owners", &measure->owners);
    return value;
}

static const struct value *issue_value(struct facts_maker *maker, const struct edition_issue *issue)
{
    struct value *measures = value_list(maker->arena);
    for (size_t i = 0; i < issue->measures; i++)
        value_add(maker->arena, measures, measure_value(maker, &issue->measure[i], i + 1));
    struct value *value = value_map(maker->arena);
    value_put(maker->arena, value, "number", value_of_whole(maker->arena, issue->number));
    facts_put_text(maker, value, "name", &issue->name);
    const struct text *focus = issue->focus.bytes != NULL ? &issue->focus : &issue->name;
    facts_put_text(maker, value, "focus", focus);
    value_put(maker->arena, value, "measures", measures);
    return value;
}

void facts_put_issues(struct facts_maker *maker, struct value *facts)
{
    const struct edition *edition = maker->edition;
    struct value *issues = value_list(maker->arena);
    for (size_t i = 0; i < edition->issues; i++)
        value_add(maker->arena, issues, issue_value(maker, &edition->issue[i]));
    value_put(maker->arena, facts, "issues", issues);
}
