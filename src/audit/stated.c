/*
 * What is stated about the figures - level, ranks, highest and lowest - against what they give.
 * Figures count as printed: the announced one where there is one.
 */
#include <string.h>

#include "audit/rule.h"

/* Why the level is not the better one. */
static void remark_reason(struct audit *audit)
{
    const struct figures_reason *reason = &audit->figures->reason;
    if (reason->better == NULL)
        return;
    const char *needed = audit_score(audit, reason->needed);
    const char *reached = audit_score(audit, reason->reached);
    const char *better = reason->better->name.bytes;
    if (reason->instrument == NULL)
        audit_remark(audit, MESSAGE_REMARK_LEVEL_OVERALL, better, needed, reached);
    else
        audit_remark(audit, MESSAGE_REMARK_LEVEL_INSTRUMENT, better, needed, reached,
                     reason->part != NULL ? scheme_part_name(reason->part)
                                          : reason->instrument->id.bytes);
}

void rule_stated_level(struct audit *audit)
{
    const struct edition_published *published = &audit->edition->published;
    const struct figures *figures = audit->figures;
    if (published->level.bytes != NULL && figures->outcome != NULL &&
        strcmp(published->level.bytes, figures->outcome->name.bytes) != 0) {
        audit_say(audit, MESSAGE_STATED_LEVEL, published->level.place, published->level.bytes,
                  figures->outcome->name.bytes);
        audit_mend_value(audit, figures->outcome->name.bytes);
        remark_reason(audit);
    }
    if (published->letter.bytes != NULL && figures->letter != NULL &&
        strcmp(published->letter.bytes, figures->letter->name.bytes) != 0) {
        audit_say(audit, MESSAGE_STATED_LEVEL, published->letter.place, published->letter.bytes,
                  figures->letter->name.bytes);
        audit_mend_value(audit, figures->letter->name.bytes);
    }
}

/* How many indicators share this one's rank. */
static size_t sharing(const struct audit *audit, const struct figures_indicator *of)
{
    size_t count = 0;
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++)
        count += audit->figures->indicator[i].rank == of->rank;
    return count;
}

void rule_stated_rank(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        const struct whole *stated = &audit->edition->indicator[i].stated_rank;
        int64_t first = (int64_t)of->rank;
        int64_t last = first + (int64_t)sharing(audit, of) - 1;
        if (!stated->present || (stated->value >= first && stated->value <= last))
            continue;
        const char *place = audit_whole(audit, first);
        if (last > first)
            place = arena_printf(audit->arena, "%s–%s", place, audit_whole(audit, last));
        audit_say(audit, MESSAGE_STATED_RANK, stated->place,
                  audit_whole(audit, of->indicator->number.value),
                  audit_whole(audit, stated->value), audit_score(audit, of->score.printed), place);
        audit_mend_value(audit, audit_whole(audit, first));
    }
}

static void check_extreme(struct audit *audit, enum diag_code code, const struct decimal *stated,
                          const struct figures_indicator *of)
{
    if (!stated->present || stated->hundredths == ratio_round(of->score.printed))
        return;
    audit_say(audit, code, stated->place, audit_hundredths(audit, stated->hundredths),
              audit_score(audit, of->score.printed),
              audit_whole(audit, of->indicator->number.value));
    audit_mend_value(audit, audit_score(audit, of->score.printed));
}

void rule_stated_highest(struct audit *audit)
{
    if (audit->edition->scheme->indicators > 0)
        check_extreme(audit, MESSAGE_STATED_HIGHEST, &audit->edition->published.highest,
                      audit->figures->ranking[0]);
}

void rule_stated_lowest(struct audit *audit)
{
    if (audit->edition->scheme->indicators > 0)
        check_extreme(audit, MESSAGE_STATED_LOWEST, &audit->edition->published.lowest,
                      audit->figures->ranking[audit->edition->scheme->indicators - 1]);
}
