/*
 * What prose says of the order of indicators, questions, parts and instruments: the highest, the lowest, the next, a
 * place. A claim is false only where no group that can be meant makes it true.
 */
#include "audit/judge.h"

/* How many members of a group are beyond the subject, and how many are with it. */
struct standing {
    size_t beyond, distinct, same;
};

static struct standing stand(const struct judge_group *group, int sign)
{
    struct standing standing = {0};
    for (size_t i = 0; i < group->count; i++) {
        int64_t over = sign * (group->score[i] - group->own);
        standing.beyond += over > 0;
        standing.same += over == 0;
        bool first = true;
        for (size_t j = 0; j < i; j++)
            first = first && group->score[j] != group->score[i];
        standing.distinct += over > 0 && first;
    }
    return standing;
}

/* Whether the subject has a place, counted with or without those that share one. */
static bool has_place(const struct judge_group *group, int sign, size_t rank)
{
    struct standing standing = stand(group, sign);
    return (standing.beyond < rank && rank <= standing.beyond + standing.same) ||
           standing.distinct + 1 == rank;
}

static bool is_true_in(const struct claim *claim, const struct judge_group *group)
{
    switch (claim->relation) {
    case CLAIM_HIGHEST:
        return has_place(group, 1, claim->rank);
    case CLAIM_LOWEST:
        return has_place(group, -1, claim->rank);
    default: /* the next to what was named before: from above, or from either end */
        return has_place(group, 1, 2) || (claim->rank != 2 && has_place(group, -1, 2));
    }
}

/* The member that has the place instead. */
static size_t find_member(const struct judge_group *group, int sign, size_t rank)
{
    size_t best = 0;
    for (size_t i = 0; i < group->count; i++) {
        struct judge_group other = *group;
        other.own = group->score[i];
        if (has_place(&other, sign, rank))
            return i;
        if (sign * (group->score[i] - group->score[best]) > 0)
            best = i;
    }
    return best;
}

static void say(struct audit *audit, const struct claims_of *of, const struct claim *claim,
                const struct judge_group *group)
{
    int sign = claim->relation == CLAIM_LOWEST ? -1 : 1;
    size_t rank = claim->relation == CLAIM_SECOND ? 2 : claim->rank;
    size_t member = find_member(group, sign, rank);
    enum diag_code code = rank > 1   ? MESSAGE_CLAIMED_PLACE
                          : sign > 0 ? MESSAGE_CLAIMED_HIGHEST
                                     : MESSAGE_CLAIMED_LOWEST;
    audit_say(audit, code, claim_place(of, claim),
              claim_subject_both(audit->arena, &claim->subject),
              audit_hundredths(audit, group->own),
              claim_subject_both(audit->arena, &group->member[member]),
              audit_hundredths(audit, group->score[member]),
              claim_subject_both(audit->arena, &group->group), audit_whole(audit, (int64_t)rank),
              audit_whole(audit, (int64_t)stand(group, sign).beyond + 1));
}

static void check_order(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    struct judge_group group[JUDGE_GROUPS];
    size_t groups = judge_groups(audit, of->passage, claim, group, JUDGE_GROUPS);
    size_t trues = 0;
    for (size_t i = 0; i < groups; i++)
        trues += is_true_in(claim, &group[i]);
    if (groups == 0)
        return;
    if (claim->negated) {
        if (trues == groups && claim->rank == 1)
            audit_say(audit, MESSAGE_CLAIMED_NOT_EXTREME, claim_place(of, claim),
                      claim_subject_both(audit->arena, &claim->subject),
                      audit_hundredths(audit, group[0].own),
                      claim_subject_both(audit->arena, &group[0].group));
        return;
    }
    if (trues == 0)
        say(audit, of, claim, &group[0]);
}

void rule_claimed_extreme(struct audit *audit)
{
    claims_each(audit, CLAIM_HIGHEST, check_order);
    claims_each(audit, CLAIM_LOWEST, check_order);
    claims_each(audit, CLAIM_SECOND, check_order);
}
