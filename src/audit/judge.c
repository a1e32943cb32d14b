/* The figures of a subject, as printed and as computed; of an earlier year where its edition is at hand. */
#include "audit/judge.h"

#include <assert.h>
#include <string.h>

#include "base/decimal.h"

static void push(struct judge_values *values, int64_t value)
{
    if (values->count < JUDGE_MOST)
        values->value[values->count++] = value;
}

static void push_figure(struct judge_values *values, const struct figure *figure)
{
    push(values, ratio_round(figure->printed));
    int64_t computed = ratio_round(figure->computed);
    if (computed != values->value[values->count - 1])
        push(values, computed);
}

/* A score by its share of the whole: IIT 97.56 of 30 is 29.27. */
static void push_share(const struct audit *audit, struct judge_values *values,
                       const struct figure *figure, const struct decimal *weight)
{
    if (!weight->present)
        return;
    struct ratio share =
        ratio_of(weight->hundredths, audit->edition->scheme->full_score.hundredths);
    push(values, ratio_round(ratio_multiply(figure->printed, share)));
    push(values, ratio_round(ratio_multiply(figure->exact, share)));
    push(values, weight->hundredths);
}

static void push_question(const struct audit *audit, struct judge_values *values,
                          const struct figures *figures, const struct scheme_question *question,
                          const struct scheme_part *part)
{
    const struct edition_question *of = &figures->edition->question[question->index];
    size_t slots = scheme_slots(question->indicator->instrument);
    if (part != NULL && slots > 1) {
        push(values, of->score[scheme_slot(part)].hundredths);
        return;
    }
    push(values, ratio_round(figures->question[question->index].mean));
    for (size_t slot = 0; slot < slots; slot++)
        push(values, of->score[slot].hundredths);
    (void)audit;
}

static void push_indicator(struct judge_values *values, const struct figures_indicator *of,
                           const struct claim_subject *subject)
{
    size_t parts = of->indicator->instrument->parts;
    bool in_part = subject->part != NULL && subject->part->instrument == of->indicator->instrument;
    if (!in_part || subject->part_before)
        push_figure(values, &of->score);
    if (in_part)
        push_figure(values, &of->part[scheme_slot(subject->part)]);
    for (size_t p = 0; subject->implied && p < parts; p++)
        push_figure(values, &of->part[p]);
}

/* What a text may say of its own indicator without naming it. */
static void push_implied(const struct audit *audit, struct judge_values *values,
                         const struct figures_indicator *of)
{
    const struct scheme_indicator *indicator = of->indicator;
    for (size_t s = 0; s < indicator->subindicators; s++)
        push_figure(values, &audit->figures->subindicator[indicator->subindicator[s].index].score);
    for (size_t q = 0; q < audit->edition->scheme->questions; q++)
        if (audit->edition->scheme->question[q].indicator == indicator)
            push_question(audit, values, audit->figures, &audit->edition->scheme->question[q],
                          NULL);
    push_figure(values, &audit->figures->instrument[indicator->instrument->index].score);
    push_figure(values, &audit->figures->overall);
}

static void push_part(const struct audit *audit, const struct passage *passage,
                      const struct claim_subject *subject, const struct figures *figures,
                      struct judge_values *values)
{
    const struct scheme_part *part = subject->part;
    size_t slot = scheme_slot(part);
    const struct scheme_indicator *indicators[] = {subject->indicator, passage->indicator};
    for (size_t i = 0; i < sizeof indicators / sizeof *indicators; i++)
        if (indicators[i] != NULL && indicators[i]->instrument == part->instrument)
            push_figure(values, &figures->indicator[indicators[i]->index].part[slot]);
    if (subject->question != NULL && subject->question->indicator->instrument == part->instrument)
        push_question(audit, values, figures, subject->question, part);
    push_figure(values, &figures->part[part->index].score);
}

/* The same thing in the scheme of the year before; false where it has none. */
static bool move_back(const struct scheme *scheme, struct claim_subject *subject)
{
    if (subject->indicator != NULL)
        subject->indicator = scheme_find_indicator(scheme, subject->indicator->number.value);
    if (subject->instrument != NULL)
        subject->instrument = scheme_find_instrument(scheme, subject->instrument->id.bytes);
    if (subject->part != NULL)
        subject->part = scheme_find_part(scheme, subject->part->id.bytes);
    switch (subject->thing) {
    case CLAIM_OVERALL:
        return true;
    case CLAIM_INDICATOR:
        return subject->indicator != NULL && subject->part == NULL;
    case CLAIM_INSTRUMENT:
        return subject->instrument != NULL;
    case CLAIM_PART:
        return subject->part != NULL && subject->indicator == NULL && subject->question == NULL;
    default:
        return false; /* questions and sub-indicators are others every year */
    }
}

static void push_mean(const struct audit *audit, const struct passage *passage,
                      const struct claim *claim, struct judge_values *out);

bool judge_values(const struct audit *audit, const struct passage *passage,
                  const struct claim_subject *subject, struct judge_values *out)
{
    *out = (struct judge_values){.count = 0};
    struct claim_subject of = *subject;
    const struct figures *figures = audit->figures;
    struct passage nowhere = *passage;
    if (subject->year != 0) {
        figures = audit->earlier;
        if (figures == NULL || figures->edition->profile.fiscal_year.value != subject->year ||
            !move_back(figures->edition->scheme, &of))
            return false;
        nowhere.indicator = NULL;
    }
    switch (of.thing) {
    case CLAIM_OVERALL:
        push_figure(out, &figures->overall);
        return true;
    case CLAIM_INSTRUMENT:
        push_figure(out, &figures->instrument[of.instrument->index].score);
        return true;
    case CLAIM_PART:
        push_part(audit, &nowhere, &of, figures, out);
        return true;
    case CLAIM_INDICATOR:
        push_indicator(out, &figures->indicator[of.indicator->index], &of);
        if (of.implied && subject->year == 0)
            push_implied(audit, out, &figures->indicator[of.indicator->index]);
        return true;
    case CLAIM_SUBINDICATOR:
        push_figure(out, &figures->subindicator[of.subindicator->index].score);
        return true;
    case CLAIM_QUESTION:
        push_question(audit, out, figures, of.question, of.part_before ? NULL : of.part);
        return true;
    default:
        return false;
    }
}

bool judge_values_and_shares(const struct audit *audit, const struct passage *passage,
                             const struct claim_subject *subject, struct judge_values *out)
{
    const struct figures *figures = audit->figures;
    bool known = judge_values(audit, passage, subject, out);
    if (subject->year != 0)
        return known;
    if (subject->thing == CLAIM_INSTRUMENT)
        push_share(audit, out, &figures->instrument[subject->instrument->index].score,
                   &subject->instrument->weight);
    if (subject->thing == CLAIM_PART)
        push_share(audit, out, &figures->part[subject->part->index].score, &subject->part->weight);
    return known;
}

bool judge_mean(const struct audit *audit, const struct passage *passage, const struct claim *claim,
                struct judge_values *out)
{
    *out = (struct judge_values){.count = 0};
    for (size_t i = 0; i < claim->lists; i++) {
        struct judge_values each;
        if (!judge_values(audit, passage, &claim->list[i], &each))
            return false;
    }
    push_mean(audit, passage, claim, out);
    return true;
}

/* The mean of printed figures; with their fractions it may be a hundredth more or less. */
static void push_mean(const struct audit *audit, const struct passage *passage,
                      const struct claim *claim, struct judge_values *out)
{
    int64_t sum = 0, count = (int64_t)claim->lists;
    assert(count > 0);
    for (size_t i = 0; i < claim->lists; i++) {
        struct judge_values each;
        judge_values(audit, passage, &claim->list[i], &each);
        sum += each.value[0];
    }
    int64_t mean = (2 * sum + count) / (2 * count);
    push(out, mean);
    push(out, mean - 1);
    push(out, mean + 1);
}

bool judge_equals(int64_t typed, int decimals, int64_t figure)
{
    int64_t unit = decimals >= 2 ? 1 : decimals == 1 ? 10 : 100;
    return typed == (figure + unit / 2) / unit * unit || typed == figure / unit * unit;
}

bool judge_has(const struct judge_values *values, int64_t typed, int decimals)
{
    for (size_t i = 0; i < values->count; i++)
        if (judge_equals(typed, decimals, values->value[i]))
            return true;
    return false;
}

/* ---- whose a number is ---- */

static const char *join(struct audit *audit, const char *list, const char *more)
{
    return *list != '\0' ? arena_printf(audit->arena, "%s, %s", list, more) : more;
}

struct owners {
    struct audit *audit;
    const char *list[2]; /* by language */
    size_t count;
};

static void add_owner(struct owners *owners, struct claim_subject subject)
{
    enum { SHOWN = 4 };
    if (owners->count++ >= SHOWN)
        return;
    for (int language = DIAG_ENGLISH; language <= DIAG_THAI; language++)
        owners->list[language] =
            join(owners->audit, owners->list[language],
                 claim_subject_text(owners->audit->arena, &subject, (enum diag_language)language));
}

static void add_indicator_owner(struct owners *owners, const struct figures_indicator *of,
                                int64_t value)
{
    struct claim_subject subject = {.thing = CLAIM_INDICATOR, .indicator = of->indicator};
    if (ratio_round(of->score.printed) == value)
        add_owner(owners, subject);
    for (size_t p = 0; p < of->indicator->instrument->parts; p++) {
        subject.part = &of->indicator->instrument->part[p];
        if (ratio_round(of->part[p].printed) == value)
            add_owner(owners, subject);
    }
}

static void add_question_owner(struct owners *owners, const struct edition_question *of,
                               int64_t value)
{
    struct claim_subject subject = {.thing = CLAIM_QUESTION, .question = of->question};
    const struct scheme_instrument *instrument = of->question->indicator->instrument;
    for (size_t slot = 0; slot < scheme_slots(instrument); slot++) {
        subject.part = instrument->parts > 0 ? &instrument->part[slot] : NULL;
        if (of->score[slot].present && of->score[slot].hundredths == value)
            add_owner(owners, subject);
    }
}

const char *judge_owner(struct audit *audit, int64_t value)
{
    const struct figures *figures = audit->figures;
    const struct scheme *scheme = audit->edition->scheme;
    struct owners owners = {.audit = audit, .list = {"", ""}};
    if (value == scheme->full_score.hundredths)
        return NULL; /* too many have it */
    if (ratio_round(figures->overall.printed) == value)
        add_owner(&owners, (struct claim_subject){.thing = CLAIM_OVERALL});
    for (size_t i = 0; i < scheme->instruments; i++)
        if (ratio_round(figures->instrument[i].score.printed) == value)
            add_owner(&owners, (struct claim_subject){.thing = CLAIM_INSTRUMENT,
                                                      .instrument = &scheme->instrument[i]});
    for (size_t i = 0; i < scheme->parts; i++)
        if (ratio_round(figures->part[i].score.printed) == value)
            add_owner(&owners,
                      (struct claim_subject){.thing = CLAIM_PART, .part = &scheme->part[i]});
    for (size_t i = 0; i < scheme->indicators; i++)
        add_indicator_owner(&owners, &figures->indicator[i], value);
    for (size_t q = 0; q < scheme->questions; q++)
        add_question_owner(&owners, &audit->edition->question[q], value);
    if (owners.count == 0)
        return NULL;
    return diag_both(audit->arena, owners.list[DIAG_ENGLISH], owners.list[DIAG_THAI]);
}
