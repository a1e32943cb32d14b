/* Measures of two years, by their titles; years in them make no difference. */
#include <string.h>

#include "compare/compare_make.h"

struct planned {
    const struct edition_issue *issue;
    const struct edition_measure *measure;
};

struct plan {
    struct planned *item;
    struct alike *alike;
    size_t count;
};

static struct plan plan_of(struct arena *arena, const struct edition *edition)
{
    size_t most = 0;
    for (size_t i = 0; i < edition->issues; i++)
        most += edition->issue[i].measures;
    struct plan plan = {ARENA_NEW(arena, struct planned, most),
                        ARENA_NEW(arena, struct alike, most), 0};
    for (size_t i = 0; i < edition->issues; i++) {
        const struct edition_issue *issue = &edition->issue[i];
        const char *id = arena_printf(arena, "%lld", (long long)issue->number.value);
        for (size_t m = 0; m < issue->measures; m++) {
            const struct text *name = &issue->measure[m].name;
            plan.item[plan.count] = (struct planned){issue, &issue->measure[m]};
            plan.alike[plan.count++] =
                alike_of(arena, name->bytes != NULL ? name->bytes : "", name->length, id);
        }
    }
    return plan;
}

/* How many texts of one list are in another, word for word. */
static size_t count_kept(struct arena *arena, const struct texts *before, const struct texts *after)
{
    struct alike *old = ARENA_NEW(arena, struct alike, before->count);
    struct alike *now = ARENA_NEW(arena, struct alike, after->count);
    for (size_t i = 0; i < before->count; i++)
        old[i] = alike_of(arena, before->item[i].bytes, before->item[i].length, NULL);
    for (size_t i = 0; i < after->count; i++)
        now[i] = alike_of(arena, after->item[i].bytes, after->item[i].length, NULL);
    const struct alike_rule only_equal = {.least = 101};
    const struct alike_pair *pair = alike_pairs(arena, (struct alike_list){old, before->count},
                                                (struct alike_list){now, after->count}, only_equal);
    size_t kept = 0;
    for (size_t i = 0; i < after->count; i++)
        kept += pair[i].other != ALIKE_NONE;
    return kept;
}

static bool same_day(const struct day *a, const struct day *b)
{
    return a->present && b->present && date_compare(a->date, b->date) == 0;
}

static struct compare_measure compare_two(struct arena *arena, const struct planned *before,
                                          const struct planned *after, bool renamed)
{
    const struct edition_measure *old = before->measure;
    const struct edition_measure *now = after->measure;
    size_t owners = count_kept(arena, &old->owners, &now->owners);
    return (struct compare_measure){.fate = renamed ? COMPARE_RENAMED : COMPARE_KEPT,
                                    .issue_before = before->issue,
                                    .issue_after = after->issue,
                                    .before = old,
                                    .after = now,
                                    .steps_kept = count_kept(arena, &old->steps, &now->steps),
                                    .same_period = same_day(&old->period.from, &now->period.from) &&
                                                   same_day(&old->period.to, &now->period.to),
                                    .same_owners =
                                        owners == old->owners.count && owners == now->owners.count};
}

void compare_measures(struct compare_maker *maker)
{
    static const struct alike_rule rule = {.least = 70, .of_id = 5};
    struct arena *arena = maker->arena;
    struct comparison *comparison = maker->comparison;
    struct plan before = plan_of(arena, comparison->before->edition);
    struct plan after = plan_of(arena, comparison->after->edition);
    const struct alike_pair *pair =
        alike_pairs(arena, (struct alike_list){before.alike, before.count},
                    (struct alike_list){after.alike, after.count}, rule);
    bool *goes_on = ARENA_NEW(arena, bool, before.count);
    comparison->measure = ARENA_NEW(arena, struct compare_measure, before.count + after.count);
    for (size_t i = 0; i < after.count; i++) {
        struct compare_measure *measure = &comparison->measure[comparison->measures++];
        if (pair[i].other == ALIKE_NONE) {
            *measure = (struct compare_measure){.fate = COMPARE_ADDED,
                                                .issue_after = after.item[i].issue,
                                                .after = after.item[i].measure};
            continue;
        }
        goes_on[pair[i].other] = true;
        *measure = compare_two(arena, &before.item[pair[i].other], &after.item[i],
                               pair[i].percent < ALIKE_BUT_DIGITS);
    }
    for (size_t i = 0; i < before.count; i++)
        if (!goes_on[i])
            comparison->measure[comparison->measures++] =
                (struct compare_measure){.fate = COMPARE_DROPPED,
                                         .issue_before = before.item[i].issue,
                                         .before = before.item[i].measure};
}
