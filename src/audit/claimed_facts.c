/* Names, counts, weights, bounds, years and agencies that sentences claim, against the scheme and the edition. */
#include <string.h>

#include "audit/judge.h"
#include "claims/vocabulary.h"

/* ---- names ---- */

static const char *name_of(const struct claim_subject *thing)
{
    if (thing->thing == CLAIM_INDICATOR)
        return thing->indicator->name.bytes;
    return thing->thing == CLAIM_SUBINDICATOR ? thing->subindicator->name.bytes : NULL;
}

static void check_name(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    const char *subject = claim_subject_both(audit->arena, &claim->subject);
    if (claim->subject.lacks)
        return;
    if (claim->subject.thing == CLAIM_QUESTION) {
        audit_say(audit, MESSAGE_CLAIMED_TEXT, claim_place(of, claim), subject, claim->text,
                  claim_subject_both(audit->arena, &claim->other));
        return;
    }
    const char *right = name_of(&claim->subject), *said = name_of(&claim->other);
    if (right == NULL || (said != NULL && strcmp(right, said) == 0))
        return;
    audit_say(audit, MESSAGE_CLAIMED_NAME, claim_place(of, claim), subject, claim->text, right);
    if (said != NULL)
        audit_remark(audit, MESSAGE_REMARK_NAME_OF, claim->text,
                     claim_subject_both(audit->arena, &claim->other));
}

void rule_claimed_name(struct audit *audit)
{
    claims_each(audit, CLAIM_IS_NAMED, check_name);
}

/* ---- what is not there ---- */

static const char *last_of(struct audit *audit, const struct claim_subject *thing)
{
    const struct scheme *scheme = audit->edition->scheme;
    struct claim_subject last = {.thing = thing->thing};
    if (thing->thing == CLAIM_ISSUE && audit->edition->issues > 0)
        last.number = audit_whole(audit, (int64_t)audit->edition->issues);
    else if (thing->thing == CLAIM_INDICATOR && scheme->indicators > 0)
        last.indicator = &scheme->indicator[scheme->indicators - 1];
    else if (thing->thing == CLAIM_SUBINDICATOR)
        last.subindicator = &scheme->subindicator[scheme->subindicators - 1];
    else if (thing->thing == CLAIM_PART)
        last.part = &thing->instrument->part[thing->instrument->parts - 1];
    else if (thing->thing == CLAIM_QUESTION)
        for (size_t q = 0; q < scheme->questions; q++)
            if (scheme->question[q].id.bytes[0] == thing->number[0])
                last.question = &scheme->question[q];
    bool found = last.number != NULL || last.indicator != NULL || last.subindicator != NULL ||
                 last.part != NULL || last.question != NULL;
    return found ? claim_subject_both(audit->arena, &last) : NULL;
}

/* A table has the number where a text of the edition is headed by it, or the layout numbers so many. */
static bool has_table(const struct audit *audit, const struct claims_of *from,
                      const struct claim *claim)
{
    for (size_t i = 0; i < audit->claims.count; i++) {
        const struct claims_of *of = &audit->claims.item[i];
        for (size_t c = 0; c < of->count; c++) {
            const struct claim *other = &of->claim[c];
            bool heads = other->relation == CLAIM_REFERS && other->subject.thing == CLAIM_TABLE &&
                         other->from - other->clause < 12 && other != claim;
            if (heads && strcmp(other->subject.number, claim->subject.number) == 0)
                return true;
        }
    }
    (void)from;
    return false;
}

static int64_t number_of(const char *digits)
{
    int64_t value = 0;
    for (; *digits >= '0' && *digits <= '9' && value < INT32_MAX; digits++)
        value = 10 * value + (*digits - '0');
    return value;
}

/* How many tables a layout can number at most, as far as the edition tells: one or two a thing. */
static int64_t most_tables(const struct audit *audit)
{
    enum { FURTHER = 10 };
    const struct scheme *scheme = audit->edition->scheme;
    return (int64_t)(scheme->indicators + audit->edition->issues +
                     2 * (scheme->instruments + scheme->parts) + FURTHER);
}

static void check_reference(struct audit *audit, const struct claims_of *of,
                            const struct claim *claim)
{
    const struct claim_subject *thing = &claim->subject;
    if (thing->thing == CLAIM_TABLE) {
        if (number_of(thing->number) <= most_tables(audit) || has_table(audit, of, claim))
            return;
        audit_say(audit, MESSAGE_NO_SUCH_TABLE, claim_place(of, claim),
                  claim_subject_both(audit->arena, thing));
        return;
    }
    if (thing->thing == CLAIM_ISSUE &&
        (audit->edition->issues == 0 || of->passage->kind == PASSAGE_ADVICE ||
         number_of(thing->number) <= (int64_t)audit->edition->issues))
        return;
    const char *last = last_of(audit, thing);
    if (last != NULL)
        audit_say(audit, MESSAGE_NO_SUCH_THING, claim_place(of, claim),
                  claim_subject_both(audit->arena, thing), last);
}

void rule_no_such_thing(struct audit *audit)
{
    claims_each(audit, CLAIM_REFERS, check_reference);
}

/* ---- weights, the target, bands ---- */

static void check_weight(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    const struct decimal *weight = claim->subject.thing == CLAIM_PART
                                       ? &claim->subject.part->weight
                                       : &claim->subject.instrument->weight;
    if (!weight->present || judge_equals(claim->value, claim->decimals, weight->hundredths))
        return;
    audit_say(audit, MESSAGE_CLAIMED_WEIGHT, claim_place(of, claim),
              claim_subject_both(audit->arena, &claim->subject),
              audit_hundredths(audit, claim->value), audit_hundredths(audit, weight->hundredths));
}

static void check_target(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    const struct decimal *target = &audit->edition->scheme->target;
    if (target->present && claim->value != target->hundredths)
        audit_say(audit, MESSAGE_CLAIMED_TARGET, claim_place(of, claim),
                  audit_hundredths(audit, claim->value),
                  audit_hundredths(audit, target->hundredths));
}

static void check_band(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    const struct scheme_levels levels = edition_levels(audit->edition);
    const char *right = NULL;
    for (size_t i = 0; i < levels.letters; i++)
        if (strcmp(levels.letter[i].name.bytes, claim->text) == 0) {
            if (levels.letter[i].from.hundredths == claim->value)
                return;
            right = audit_hundredths(audit, levels.letter[i].from.hundredths);
        }
    for (size_t i = 0; i < levels.outcomes; i++)
        if (strcmp(levels.outcome[i].name.bytes, claim->text) == 0) {
            if (levels.outcome[i].overall_from.hundredths == claim->value ||
                levels.outcome[i].each_from.hundredths == claim->value)
                return;
            right = audit_hundredths(audit, levels.outcome[i].overall_from.hundredths);
        }
    if (right != NULL)
        audit_say(audit, MESSAGE_CLAIMED_BAND, claim_place(of, claim), claim->text,
                  audit_hundredths(audit, claim->value), right);
}

void rule_claimed_scheme(struct audit *audit)
{
    claims_each(audit, CLAIM_WEIGHS, check_weight);
    claims_each(audit, CLAIM_IS_TARGET, check_target);
    claims_each(audit, CLAIM_LEVEL_FROM, check_band);
}

/* ---- counts ---- */

static size_t count_measures(const struct edition *edition)
{
    size_t count = 0;
    for (size_t i = 0; i < edition->issues; i++)
        count += edition->issue[i].measures;
    return count;
}

static size_t count_questions(const struct audit *audit, const struct claim_subject *of)
{
    const struct scheme *scheme = audit->edition->scheme;
    size_t count = 0;
    for (size_t q = 0; q < scheme->questions; q++) {
        const struct scheme_question *question = &scheme->question[q];
        const struct scheme_instrument *instrument = question->indicator->instrument;
        count += of->thing == CLAIM_NOTHING || of->thing == CLAIM_OVERALL ||
                 (of->thing == CLAIM_INSTRUMENT && instrument == of->instrument) ||
                 (of->thing == CLAIM_PART && instrument == of->part->instrument) ||
                 (of->thing == CLAIM_INDICATOR && question->indicator == of->indicator) ||
                 (of->thing == CLAIM_SUBINDICATOR && question->subindicator == of->subindicator);
    }
    return count;
}

static size_t count_indicators(const struct audit *audit, const struct claim_subject *of)
{
    if (of->thing == CLAIM_INSTRUMENT)
        return of->instrument->indicators;
    if (of->thing == CLAIM_PART)
        return of->part->instrument->indicators;
    return of->thing == CLAIM_NOTHING || of->thing == CLAIM_OVERALL
               ? audit->edition->scheme->indicators
               : 0;
}

static size_t count_respondents(const struct audit *audit, const struct claim_subject *of)
{
    const struct whole *respondents = NULL;
    if (of->thing == CLAIM_PART)
        respondents =
            edition_respondents(audit->edition, of->part->instrument, scheme_slot(of->part));
    else if (of->thing == CLAIM_INSTRUMENT && of->instrument->parts == 0)
        respondents = edition_respondents(audit->edition, of->instrument, 0);
    return respondents != NULL && respondents->present ? (size_t)respondents->value : 0;
}

/* How many indicators are below the target, or not; of an instrument where one is named. */
static size_t count_by_target(const struct audit *audit, const struct claim_subject *of, bool below)
{
    size_t count = 0;
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *one = &audit->figures->indicator[i];
        bool inside = of->thing != CLAIM_INSTRUMENT || one->indicator->instrument == of->instrument;
        count += inside && one->below_target == below;
    }
    return count;
}

static size_t count_of(const struct audit *audit, const struct claim *claim)
{
    const struct claim_subject *of = &claim->subject;
    const struct scheme *scheme = audit->edition->scheme;
    switch (claim->unit) {
    case CLAIM_UNIT_INDICATORS:
        return count_indicators(audit, of);
    case CLAIM_UNIT_SUBINDICATORS:
        return of->thing == CLAIM_INDICATOR ? of->indicator->subindicators
               : of->thing <= CLAIM_OVERALL ? scheme->subindicators
                                            : 0;
    case CLAIM_UNIT_QUESTIONS:
        return count_questions(audit, of);
    case CLAIM_UNIT_ISSUES:
        return audit->edition->issues;
    case CLAIM_UNIT_MEASURES:
        return count_measures(audit->edition);
    case CLAIM_UNIT_TOOLS:
        return of->thing <= CLAIM_OVERALL ? scheme->instruments : 0;
    case CLAIM_UNIT_BELOW:
    case CLAIM_UNIT_REACHED:
        return count_by_target(audit, of, claim->unit == CLAIM_UNIT_BELOW);
    case CLAIM_UNIT_PERSONS:
        return count_respondents(audit, of);
    default:
        return 0;
    }
}

static const char *unit_text(struct audit *audit, enum claim_unit unit)
{
    return claim_both(audit, claim_unit_words(unit));
}

/* Whether a number is the count of something else of the unit that may be meant: an instrument's, when none is named. */
static bool is_some_count(const struct audit *audit, const struct claim *claim, size_t number)
{
    const struct scheme *scheme = audit->edition->scheme;
    if (claim->is_whole_sum || claim->subject.thing != CLAIM_NOTHING)
        return false;
    if (claim->unit == CLAIM_UNIT_TOOLS)
        return number == scheme->instruments + scheme->parts - 1; /* the parts told apart */
    for (size_t i = 0; i < scheme->instruments; i++) {
        struct claim_subject of = {.thing = CLAIM_INSTRUMENT, .instrument = &scheme->instrument[i]};
        if (number == (claim->unit == CLAIM_UNIT_QUESTIONS    ? count_questions(audit, &of)
                       : claim->unit == CLAIM_UNIT_INDICATORS ? count_indicators(audit, &of)
                                                              : SIZE_MAX))
            return true;
    }
    return false;
}

static bool is_of_report(enum claim_unit unit)
{
    return unit == CLAIM_UNIT_ISSUES || unit == CLAIM_UNIT_MEASURES || unit == CLAIM_UNIT_BELOW ||
           unit == CLAIM_UNIT_REACHED;
}

static void check_count(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    size_t right = count_of(audit, claim);
    size_t number = (size_t)(claim->value / 100);
    if (right == 0 || right == number || is_some_count(audit, claim, number))
        return;
    const char *whose = claim->subject.thing == CLAIM_NOTHING
                            ? claim_both(audit, is_of_report(claim->unit) ? MESSAGE_CLAIM_REPORT
                                                                          : MESSAGE_CLAIM_FRAMEWORK)
                            : claim_subject_both(audit->arena, &claim->subject);
    audit_say(audit, MESSAGE_CLAIMED_COUNT, claim_place(of, claim),
              audit_whole(audit, (int64_t)number), unit_text(audit, claim->unit),
              audit_whole(audit, (int64_t)right), whose);
}

void rule_claimed_count(struct audit *audit)
{
    claims_each(audit, CLAIM_COUNTS, check_count);
}

/* ---- years ---- */

static void check_result_year(struct audit *audit, const struct claims_of *of,
                              const struct claim *claim)
{
    const struct whole *year = &audit->edition->profile.fiscal_year;
    if (year->present && claim->value != year->value)
        audit_say(audit, MESSAGE_STRAY_RESULT_YEAR, claim_place(of, claim),
                  audit_whole(audit, claim->value), audit_whole(audit, year->value));
}

static void check_plan_year(struct audit *audit, const struct claims_of *of,
                            const struct claim *claim)
{
    const struct whole *year = &audit->edition->profile.plan_year;
    const struct whole *assessed = &audit->edition->profile.fiscal_year;
    bool is_next = assessed->present && claim->value == assessed->value + 1;
    if (year->present && claim->value != year->value && !is_next) /* else the plan year is wrong */
        audit_say(audit, MESSAGE_STRAY_PLAN_YEAR, claim_place(of, claim),
                  audit_whole(audit, claim->value), audit_whole(audit, year->value));
}

static void check_year(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    const struct edition_profile *profile = &audit->edition->profile;
    if (audit->earlier != NULL &&
        audit->earlier->edition->profile.fiscal_year.value == claim->value)
        return; /* the year that is compared with */
    audit_say(audit, MESSAGE_STRAY_YEAR, claim_place(of, claim), audit_whole(audit, claim->value),
              audit_whole(audit, profile->fiscal_year.value),
              audit_whole(audit, profile->plan_year.value));
}

void rule_stray_year(struct audit *audit)
{
    claims_each(audit, CLAIM_RESULT_YEAR, check_result_year);
    claims_each(audit, CLAIM_PLAN_YEAR, check_plan_year);
    claims_each(audit, CLAIM_YEAR, check_year);
}

/* ---- agencies ---- */

static void check_agency(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    const struct text *name = &audit->edition->profile.agency.name;
    if (name->bytes != NULL)
        audit_say(audit, MESSAGE_OTHER_AGENCY, claim_place(of, claim), claim->text, name->bytes);
}

void rule_other_agency(struct audit *audit)
{
    const struct edition_agency *agency = &audit->edition->profile.agency;
    if (!vocabulary_same_agency(audit->vocabulary, agency->name.bytes, agency->short_name.bytes))
        audit_say(audit, MESSAGE_AGENCY_NAMES, agency->name.place, agency->name.bytes,
                  agency->short_name.bytes);
    claims_each(audit, CLAIM_AGENCY, check_agency);
}
