/*
 * Announced figures against computed ones. A figure that its questions give is fine; so is, with a
 * note, one that follows from other announced figures (those are reported themselves). Every other
 * is reported with how the computed one came about, which scores happen to equal the announced
 * figure, and the one input that would reconcile the two, where exactly one does.
 *
 * Tolerance: where the respondents are known, so are the exact fractions of the scores, and the figure
 * must come out to the hundredth; otherwise the scores are rounded, and 0.01 more or less is fine.
 */
#include <stdlib.h>
#include <string.h>

#include "audit/leaves.h"

/* One announced figure, and all that is needed to talk about it. */
struct announced {
    enum diag_code code;
    const char *name; /* number or id */
    const char *part; /* of an indicator's part, or NULL */
    const struct figure *figure;
    int64_t announced;
    struct place place;
    const char *made_of; /* "i4 98.67, i5 97.33" */
    struct leaves leaves;
    bool exact;
    bool is_above; /* made of indicators, so that announced indicators imply a figure */
    size_t slot;   /* of them in this part, or SCHEME_ALL_SLOTS */
};

static struct announced claim_new(struct audit *audit, enum diag_code code, const char *name,
                                  const struct figure *figure)
{
    return (struct announced){.code = code,
                              .name = name,
                              .figure = figure,
                              .announced = ratio_round(figure->announced),
                              .place = figure->place,
                              .made_of = "",
                              .leaves = {.arena = audit->arena},
                              .exact = true};
}

static void claim_part(struct audit *audit, struct announced *claim, const char *name,
                       struct ratio value)
{
    claim->made_of =
        audit_join(audit, claim->made_of,
                   arena_printf(audit->arena, "%s: %s", name, audit_score(audit, value)));
}

static const struct decimal *typed_score(const struct audit *audit, const struct leaf *leaf)
{
    return &audit->edition->question[leaf->question->index].score[leaf->slot];
}

/* Whether the exact fractions of all scores are known. */
static bool is_exact(const struct audit *audit, const struct announced *claim)
{
    for (size_t i = 0; i < claim->leaves.count; i++) {
        const struct leaf *leaf = &claim->leaves.leaf[i];
        const struct scheme_instrument *instrument = leaf->question->indicator->instrument;
        if (!edition_respondents(audit->edition, instrument, leaf->slot)->present)
            return false;
    }
    return true;
}

static bool agrees(int64_t announced, struct ratio value, int64_t tolerance)
{
    return llabs(announced - ratio_round(value)) <= tolerance;
}

/* ---- remarks ---- */

/* The scores that equal the announced figure, "i4, i6"; full scores say nothing. */
static void remark_scores(struct audit *audit, const struct announced *claim)
{
    const char *list = "";
    for (size_t i = 0; i < claim->leaves.count; i++) {
        const struct leaf *leaf = &claim->leaves.leaf[i];
        if (typed_score(audit, leaf)->hundredths == claim->announced)
            list = audit_join(audit, list, leaf->question->id.bytes);
    }
    if (*list != '\0' && claim->announced != audit->edition->scheme->full_score.hundredths)
        audit_remark(audit, MESSAGE_REMARK_SCORE_OF, audit_hundredths(audit, claim->announced),
                     list);
}

static const char *leaf_name(struct audit *audit, const struct leaf *leaf)
{
    const struct scheme_instrument *instrument = leaf->question->indicator->instrument;
    if (instrument->parts == 0)
        return leaf->question->id.bytes;
    return arena_printf(audit->arena, "%s (%s)", leaf->question->id.bytes,
                        scheme_part_name(&instrument->part[leaf->slot]));
}

static void remark_change(struct audit *audit, const struct announced *claim)
{
    struct leaves_change change;
    if (!leaves_reconcile(audit, &claim->leaves, claim->figure->computed, claim->announced,
                          &change))
        return;
    const struct leaf *leaf = change.leaf;
    audit_remark(audit, MESSAGE_REMARK_ONE_INPUT, leaf_name(audit, leaf),
                 audit_hundredths(audit, typed_score(audit, leaf)->hundredths),
                 audit_hundredths(audit, change.score));
}

/* An indicator's figure over all slots or in one; NULL where its instrument has no such part. */
static const struct figure *figure_in(const struct figures_indicator *of, size_t slot)
{
    if (slot == SCHEME_ALL_SLOTS)
        return &of->score;
    return slot < of->indicator->instrument->parts ? &of->part[slot] : NULL;
}

/* The one announced indicator that, taken for the computed one, makes the figure come out. */
static void remark_indicator(struct audit *audit, const struct announced *claim)
{
    const struct scheme_indicator *found = NULL;
    const struct figure *of_found = NULL;
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        const struct figure *figure = figure_in(of, claim->slot);
        if (figure == NULL || !figure->is_announced ||
            !leaves_reconcile_indicator(&claim->leaves, of->indicator, figure, claim->figure,
                                        claim->announced))
            continue;
        if (found != NULL)
            return;
        found = of->indicator;
        of_found = figure;
    }
    if (found != NULL)
        audit_remark(audit, MESSAGE_REMARK_INDICATOR_INPUT, audit_whole(audit, found->number.value),
                     audit_score(audit, of_found->computed),
                     audit_score(audit, of_found->announced));
}

static void report(struct audit *audit, const struct announced *claim)
{
    const struct figure *figure = claim->figure;
    const char *announced = audit_hundredths(audit, claim->announced);
    const char *computed = audit_score(audit, figure->computed);
    audit_say(audit, claim->code, claim->place, claim->name, announced, computed, claim->made_of,
              claim->part != NULL ? claim->part : "");
    audit_mend_value(audit, computed);
    if (ratio_round(figure->below) != ratio_round(figure->computed))
        audit_remark(audit, MESSAGE_REMARK_BELOW, audit_score(audit, figure->below));
    remark_scores(audit, claim);
    if (claim->is_above)
        remark_indicator(audit, claim);
    else
        remark_change(audit, claim);
    if (!claim->exact)
        audit_remark(audit, MESSAGE_REMARK_TOLERANCE);
}

/* Whether other announced figures give this one; that they are rounded allows for 0.01. */
static bool is_implied_by(const struct announced *claim, struct ratio value)
{
    return ratio_round(value) != ratio_round(claim->figure->computed) &&
           agrees(claim->announced, value, 1);
}

static bool is_computed(const struct announced *claim)
{
    return agrees(claim->announced, claim->figure->computed, claim->exact ? 0 : 1);
}

static bool follows(const struct announced *claim)
{
    return !is_computed(claim) &&
           (is_implied_by(claim, claim->figure->below) ||
            (claim->is_above && is_implied_by(claim, claim->figure->settled)));
}

static void judge(struct audit *audit, struct announced *claim)
{
    claim->exact = is_exact(audit, claim);
    if (!is_computed(claim) && !follows(claim))
        report(audit, claim);
}

/* ---- the claims ---- */

static void claim_questions(struct audit *audit, struct announced *claim,
                            struct leaves_questions questions, size_t slot)
{
    const struct figures *figures = audit->figures;
    for (size_t q = 0; q < questions.count; q++) {
        const struct figures_question *question = &figures->question[questions.item[q].index];
        claim_part(audit, claim, question->question->id.bytes,
                   slot == SCHEME_ALL_SLOTS ? question->mean : question->score[slot]);
    }
}

static struct announced indicator_claim(struct audit *audit, const struct figures_indicator *of)
{
    const struct scheme_indicator *indicator = of->indicator;
    const struct scheme_instrument *instrument = indicator->instrument;
    struct announced claim = claim_new(audit, MESSAGE_FIGURE_INDICATOR,
                                       audit_whole(audit, indicator->number.value), &of->score);
    for (size_t p = 0; p < instrument->parts; p++)
        claim_part(audit, &claim, scheme_part_name(&instrument->part[p]), of->part[p].computed);
    for (size_t s = 0; s < indicator->subindicators && instrument->parts == 0; s++) {
        const struct scheme_subindicator *subindicator = &indicator->subindicator[s];
        claim_part(audit, &claim, subindicator->number.bytes,
                   audit->figures->subindicator[subindicator->index].score.computed);
    }
    if (instrument->parts == 0 && indicator->subindicators == 0)
        claim_questions(audit, &claim,
                        (struct leaves_questions){indicator->question, indicator->questions},
                        SCHEME_ALL_SLOTS);
    leaves_add_indicator(&claim.leaves, indicator, SCHEME_ALL_SLOTS, ratio_of(1, 1));
    return claim;
}

void rule_figure_indicator(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        if (!of->score.is_announced)
            continue;
        struct announced claim = indicator_claim(audit, of);
        judge(audit, &claim);
    }
}

static void check_indicator_part(struct audit *audit, const struct figures_indicator *of, size_t p)
{
    const struct scheme_indicator *indicator = of->indicator;
    struct announced claim = claim_new(audit, MESSAGE_FIGURE_INDICATOR_PART,
                                       audit_whole(audit, indicator->number.value), &of->part[p]);
    claim.part = scheme_part_name(&indicator->instrument->part[p]);
    claim_questions(audit, &claim,
                    (struct leaves_questions){indicator->question, indicator->questions}, p);
    leaves_add_indicator(&claim.leaves, indicator, p, ratio_of(1, 1));
    judge(audit, &claim);
}

void rule_figure_indicator_part(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        for (size_t p = 0; p < of->indicator->instrument->parts; p++)
            if (of->part[p].is_announced)
                check_indicator_part(audit, of, p);
    }
}

static void check_subindicator(struct audit *audit, const struct figures_subindicator *of)
{
    const struct scheme_subindicator *subindicator = of->subindicator;
    struct leaves_questions questions = {subindicator->question, subindicator->questions};
    struct announced claim =
        claim_new(audit, MESSAGE_FIGURE_SUBINDICATOR, subindicator->number.bytes, &of->score);
    claim_questions(audit, &claim, questions, SCHEME_ALL_SLOTS);
    leaves_add_questions(&claim.leaves, questions, SCHEME_ALL_SLOTS, ratio_of(1, 1));
    judge(audit, &claim);
}

void rule_figure_subindicator(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->subindicators; i++)
        if (audit->figures->subindicator[i].score.is_announced)
            check_subindicator(audit, &audit->figures->subindicator[i]);
}

/* The computed indicators of an instrument, or of its part. */
static void claim_indicators(struct audit *audit, struct announced *claim,
                             const struct scheme_instrument *instrument, size_t slot)
{
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        if (of->indicator->instrument != instrument)
            continue;
        claim_part(audit, claim, audit_whole(audit, of->indicator->number.value),
                   figure_in(of, slot)->computed);
    }
    leaves_add_instrument(&claim->leaves, instrument, slot, ratio_of(1, 1));
    claim->is_above = true;
    claim->slot = slot;
}

static struct announced part_claim(struct audit *audit, const struct figures_part *of)
{
    const struct scheme_instrument *instrument = of->part->instrument;
    struct announced claim =
        claim_new(audit, MESSAGE_FIGURE_PART, scheme_part_name(of->part), &of->score);
    claim_indicators(audit, &claim, instrument, scheme_slot(of->part));
    return claim;
}

void rule_figure_part(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->parts; i++) {
        const struct figures_part *of = &audit->figures->part[i];
        if (!of->score.is_announced)
            continue;
        struct announced claim = part_claim(audit, of);
        judge(audit, &claim);
    }
}

static struct announced instrument_claim(struct audit *audit, const struct figures_instrument *of)
{
    struct announced claim =
        claim_new(audit, MESSAGE_FIGURE_INSTRUMENT, of->instrument->id.bytes, &of->score);
    claim_indicators(audit, &claim, of->instrument, SCHEME_ALL_SLOTS);
    return claim;
}

void rule_figure_instrument(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->instruments; i++) {
        const struct figures_instrument *of = &audit->figures->instrument[i];
        if (!of->score.is_announced)
            continue;
        struct announced claim = instrument_claim(audit, of);
        judge(audit, &claim);
    }
}

/* A total line: the same figure, printed once more. */
static void check_total(struct audit *audit, struct announced *claim, const struct decimal *total)
{
    if (!total->present)
        return;
    claim->code = MESSAGE_FIGURE_TOTAL;
    claim->announced = total->hundredths;
    claim->place = total->place;
    judge(audit, claim);
}

void rule_figure_total(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->instruments; i++) {
        const struct figures_instrument *of = &audit->figures->instrument[i];
        struct announced whole = instrument_claim(audit, of);
        check_total(audit, &whole, &audit->edition->instrument[i].published_total);
        for (size_t p = 0; p < of->instrument->parts; p++) {
            size_t index = of->instrument->part[p].index;
            struct announced claim = part_claim(audit, &audit->figures->part[index]);
            check_total(audit, &claim, &audit->edition->part[index].published_total);
        }
    }
}

static struct announced overall_claim(struct audit *audit)
{
    const struct scheme *scheme = audit->edition->scheme;
    struct announced claim =
        claim_new(audit, MESSAGE_FIGURE_OVERALL, "-", &audit->figures->overall);
    claim.is_above = true;
    claim.slot = SCHEME_ALL_SLOTS;
    for (size_t i = 0; i < scheme->instruments; i++) {
        const struct scheme_instrument *instrument = &scheme->instrument[i];
        const char *weight = audit_hundredths(audit, instrument->weight.hundredths);
        claim_part(audit, &claim,
                   arena_printf(audit->arena, "%s × %s", weight, instrument->id.bytes),
                   audit->figures->instrument[i].score.computed);
        leaves_add_instrument(
            &claim.leaves, instrument, SCHEME_ALL_SLOTS,
            ratio_of(instrument->weight.hundredths, scheme->full_score.hundredths));
    }
    return claim;
}

void rule_figure_overall(struct audit *audit)
{
    if (!audit->figures->overall.is_announced)
        return;
    struct announced claim = overall_claim(audit);
    judge(audit, &claim);
}

/* ---- what follows from what ---- */

static void note_following(struct audit *audit, struct announced *claim)
{
    claim->exact = is_exact(audit, claim);
    if (follows(claim))
        audit_say(audit, MESSAGE_FIGURE_FOLLOWS, claim->place,
                  audit_hundredths(audit, claim->announced),
                  audit_score(audit, claim->figure->computed));
}

static void note_instrument(struct audit *audit, const struct figures_instrument *of)
{
    if (of->score.is_announced) {
        struct announced claim = instrument_claim(audit, of);
        note_following(audit, &claim);
    }
    for (size_t p = 0; p < of->instrument->parts; p++) {
        const struct figures_part *part = &audit->figures->part[of->instrument->part[p].index];
        if (!part->score.is_announced)
            continue;
        struct announced claim = part_claim(audit, part);
        note_following(audit, &claim);
    }
}

void rule_figure_follows(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        if (!of->score.is_announced)
            continue;
        struct announced claim = indicator_claim(audit, of);
        note_following(audit, &claim);
    }
    for (size_t i = 0; i < audit->edition->scheme->instruments; i++)
        note_instrument(audit, &audit->figures->instrument[i]);
    if (audit->figures->overall.is_announced) {
        struct announced claim = overall_claim(audit);
        note_following(audit, &claim);
    }
}
