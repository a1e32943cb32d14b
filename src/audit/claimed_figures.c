/* Scores, levels, comparisons and changes that sentences claim, against the figures. */
#include <assert.h>
#include <string.h>

#include "audit/judge.h"

/* ---- telling ---- */

struct place claim_place(const struct claims_of *of, const struct claim *claim)
{
    return filled_place(&of->filled, claim->from);
}

const char *claim_both(struct audit *audit, enum diag_code code)
{
    return diag_both(audit->arena, diag_phrase(code, DIAG_ENGLISH), diag_phrase(code, DIAG_THAI));
}

static const char *subject_of(struct audit *audit, const struct claim *claim)
{
    if (claim->subject.thing == CLAIM_MEAN)
        return diag_both(audit->arena, claim_list_text(audit->arena, claim, DIAG_ENGLISH),
                         claim_list_text(audit->arena, claim, DIAG_THAI));
    return claim_subject_both(audit->arena, &claim->subject);
}

/* The placeholder that prints a subject's score; NULL: none does. */
static const char *path_of(struct audit *audit, const struct passage *passage,
                           const struct claim_subject *subject)
{
    struct arena *arena = audit->arena;
    const char *slot =
        subject->part != NULL && !subject->part_before ? subject->part->id.bytes : "score";
    if (subject->year != 0)
        return NULL;
    switch (subject->thing) {
    case CLAIM_OVERALL:
        return "overall.score";
    case CLAIM_INSTRUMENT:
        return arena_printf(arena, "instrument.%s.score", subject->instrument->id.bytes);
    case CLAIM_PART:
        assert(subject->part != NULL);
        return arena_printf(arena, "part.%s.score", subject->part->id.bytes);
    case CLAIM_INDICATOR:
        assert(subject->indicator != NULL);
        if (passage->indicator == subject->indicator)
            return arena_printf(arena, "this.%s", slot);
        return arena_printf(arena, "indicator.%lld.%s", (long long)subject->indicator->number.value,
                            slot);
    case CLAIM_QUESTION:
        return arena_printf(arena, "question.%s.%s", subject->question->id.bytes, slot);
    default:
        return NULL;
    }
}

static const char *typed_of(struct audit *audit, const struct claims_of *of,
                            const struct claim *claim)
{
    return filled_copy(audit->arena, &of->filled, claim->from, claim->to);
}

/* ---- scores ---- */

/* What would print the score in place of the typed number. */
static void mend(struct audit *audit, const struct claims_of *of, const struct claim *claim,
                 const char *path)
{
    const struct filled *filled = &of->filled;
    const struct scan_letter *letter = filled->scan->letter;
    const struct diag_remedy remedy = {letter[filled->letter[claim->from].from].offset,
                                       letter[filled->letter[claim->to - 1].from + 1].offset,
                                       arena_printf(audit->arena, "{{ %s | score }}", path), false};
    if (claim->decimals > 0 && !filled->letter[claim->from].computed)
        audit_mend(audit, &remedy);
}

static void check_score(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    struct judge_values values;
    bool known = claim->subject.thing == CLAIM_MEAN
                     ? judge_mean(audit, of->passage, claim, &values)
                     : judge_values_and_shares(audit, of->passage, &claim->subject, &values);
    int64_t full = audit->edition->scheme->full_score.hundredths;
    const char *subject = subject_of(audit, claim);
    const char *typed = typed_of(audit, of, claim);
    if (claim->value > full) {
        audit_say(audit, MESSAGE_TYPED_SCORE_BEYOND, claim_place(of, claim), subject, typed,
                  audit_hundredths(audit, full));
        return;
    }
    if (!known || values.count == 0 || judge_has(&values, claim->value, claim->decimals))
        return;
    const char *has = audit_hundredths(audit, values.value[0]);
    const char *path = path_of(audit, of->passage, &claim->subject);
    if (path != NULL) {
        audit_say(audit, MESSAGE_TYPED_SCORE, claim_place(of, claim), subject, typed, has, path);
        mend(audit, of, claim, path);
    } else {
        audit_say(audit, MESSAGE_TYPED_SCORE_PLAIN, claim_place(of, claim), subject, typed, has);
    }
    const char *owner = claim->decimals == 2 ? judge_owner(audit, claim->value) : NULL;
    if (owner != NULL)
        audit_remark(audit, MESSAGE_REMARK_OWNER, audit_hundredths(audit, claim->value), owner);
}

/* ---- levels ---- */

/* Whether a score is at a level by itself: the first whose bound it reaches, and others of the same bound. */
static bool reaches_level(const struct scheme_levels *levels, int64_t score, const char *name,
                          const char **best)
{
    *best = NULL;
    int64_t from = INT64_MIN;
    for (size_t i = 0; i < levels->outcomes; i++) {
        const struct scheme_outcome *outcome = &levels->outcome[i];
        if (score < outcome->overall_from.hundredths)
            continue;
        if (*best == NULL) {
            *best = outcome->name.bytes;
            from = outcome->overall_from.hundredths;
        }
        if (outcome->overall_from.hundredths == from && strcmp(outcome->name.bytes, name) == 0)
            return true;
    }
    return false;
}

static const struct scheme_letter *letter_of(const struct scheme_levels *levels, int64_t score)
{
    for (size_t i = 0; i < levels->letters; i++)
        if (score >= levels->letter[i].from.hundredths && score <= levels->letter[i].to.hundredths)
            return &levels->letter[i];
    return NULL;
}

static bool is_letter(const struct scheme_levels *levels, const char *name)
{
    for (size_t i = 0; i < levels->letters; i++)
        if (strcmp(levels->letter[i].name.bytes, name) == 0)
            return true;
    return false;
}

static bool same_text(const char *a, const struct text *b)
{
    return b->bytes != NULL && strcmp(a, b->bytes) == 0;
}

static void say_level(struct audit *audit, const struct claims_of *of, const struct claim *claim,
                      const char *right, int64_t score)
{
    audit_say(audit, MESSAGE_CLAIMED_LEVEL, claim_place(of, claim), subject_of(audit, claim),
              claim->text, right, audit_hundredths(audit, score));
}

static void check_level(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    const struct scheme_levels levels = edition_levels(audit->edition);
    struct judge_values values;
    if (!judge_values(audit, of->passage, &claim->subject, &values) || values.count == 0)
        return;
    const char *best = NULL;
    if (is_letter(&levels, claim->text)) {
        for (size_t i = 0; i < values.count; i++) {
            const struct scheme_letter *letter = letter_of(&levels, values.value[i]);
            if (letter == NULL || strcmp(letter->name.bytes, claim->text) == 0)
                return;
        }
        best = letter_of(&levels, values.value[0])->name.bytes;
    } else if (claim->subject.thing == CLAIM_OVERALL) {
        const struct figures *figures = claim->subject.year == 0 ? audit->figures : audit->earlier;
        const struct text *stated = &figures->edition->published.level;
        if (figures->outcome == NULL || same_text(claim->text, &figures->outcome->name) ||
            same_text(claim->text, stated))
            return;
        best = figures->outcome->name.bytes;
    } else {
        for (size_t i = 0; i < values.count; i++)
            if (reaches_level(&levels, values.value[i], claim->text, &best))
                return;
        reaches_level(&levels, values.value[0], claim->text, &best);
    }
    if (best != NULL)
        say_level(audit, of, claim, best, values.value[0]);
}

/* ---- comparisons ---- */

static bool values_of_other(struct audit *audit, const struct claims_of *of,
                            const struct claim *claim, struct judge_values *out)
{
    *out = (struct judge_values){.count = 1};
    const struct decimal *target = &audit->edition->scheme->target;
    if (claim->other.thing == CLAIM_TARGET) {
        out->value[0] = target->hundredths;
        return target->present;
    }
    out->value[0] = claim->value;
    return claim->other.thing == CLAIM_NUMBER ||
           judge_values(audit, of->passage, &claim->other, out);
}

static bool holds(enum claim_relation relation, int64_t own, int64_t other)
{
    switch (relation) {
    case CLAIM_ABOVE:
        return own > other;
    case CLAIM_BELOW:
        return own < other;
    default:
        return own >= other;
    }
}

/* Two things of a kind are read alike: their means, or both in one part. */
static bool are_read_together(const struct claim *claim, const struct judge_values *own, size_t i,
                              const struct judge_values *other, size_t j)
{
    bool alike = claim->subject.thing == CLAIM_QUESTION && claim->other.thing == CLAIM_QUESTION &&
                 own->count == other->count;
    return !alike || i == j;
}

/* Whether some reading of both sides makes a comparison true. */
static bool is_true(const struct claim *claim, const struct judge_values *own,
                    const struct judge_values *other)
{
    for (size_t i = 0; i < own->count; i++)
        for (size_t j = 0; j < other->count; j++)
            if (!are_read_together(claim, own, i, other, j))
                continue;
            else if (claim->relation == CLAIM_AWAY ||
                     holds(claim->relation, own->value[i], other->value[j]) != claim->negated)
                return true;
    return false;
}

static int64_t size_of(int64_t number)
{
    return number < 0 ? -number : number;
}

static bool differs_by(const struct claim *claim, const struct judge_values *own,
                       const struct judge_values *other)
{
    for (size_t i = 0; i < own->count; i++)
        for (size_t j = 0; j < other->count; j++) {
            int64_t off = size_of(own->value[i] - other->value[j]);
            if (!are_read_together(claim, own, i, other, j))
                continue;
            if (judge_equals(claim->amount, claim->decimals, off) ||
                size_of(claim->amount - off) <= 1)
                return true;
        }
    return false;
}

static const char *other_text(struct audit *audit, const struct claim *claim)
{
    return claim->other.thing == CLAIM_NUMBER ? audit_hundredths(audit, claim->value)
                                              : claim_subject_both(audit->arena, &claim->other);
}

/* What is said of all indicators, or of all instruments, is checked of each until one is found of which it is not so. */
static bool check_each(struct audit *audit, const struct claims_of *of, const struct claim *claim,
                       void (*check)(struct audit *audit, const struct claims_of *of,
                                     const struct claim *claim))
{
    const struct scheme *scheme = audit->edition->scheme;
    const struct claim_subject *all = &claim->subject;
    if (all->thing != CLAIM_INDICATORS && all->thing != CLAIM_TOOLS)
        return false;
    size_t said = audit->findings;
    bool tools = all->thing == CLAIM_TOOLS;
    struct claim one = *claim;
    for (size_t i = 0; i < (tools ? scheme->instruments : scheme->indicators); i++) {
        one.subject = (struct claim_subject){.thing = CLAIM_INSTRUMENT,
                                             .instrument = tools ? &scheme->instrument[i] : NULL};
        if (!tools)
            one.subject = (struct claim_subject){
                .thing = CLAIM_INDICATOR, .indicator = &scheme->indicator[i], .part = all->part};
        bool outside = !tools && all->instrument != NULL &&
                       one.subject.indicator->instrument != all->instrument;
        if (!outside && audit->findings == said)
            check(audit, of, &one);
    }
    return true;
}

/* The readings of two parts that belong together: both of the indicator, or both of the instrument. */
static void check_comparison(struct audit *audit, const struct claims_of *of,
                             const struct claim *claim)
{
    struct judge_values own, other;
    if (check_each(audit, of, claim, check_comparison))
        return;
    if (!judge_values(audit, of->passage, &claim->subject, &own) || own.count == 0 ||
        !values_of_other(audit, of, claim, &other) || other.count == 0)
        return;
    bool parts = claim->subject.thing == CLAIM_PART && claim->other.thing == CLAIM_PART;
    if (parts)
        own.count = other.count = 1; /* the likeliest of both */
    enum diag_code code = claim->relation == CLAIM_ABOVE   ? MESSAGE_CLAIMED_ABOVE
                          : claim->relation == CLAIM_BELOW ? MESSAGE_CLAIMED_BELOW
                                                           : MESSAGE_CLAIMED_REACHED;
    if (!is_true(claim, &own, &other))
        audit_say(audit, code, claim_place(of, claim), subject_of(audit, claim),
                  other_text(audit, claim), audit_hundredths(audit, own.value[0]),
                  audit_hundredths(audit, other.value[0]));
    else if (claim->amount >= 0 && !differs_by(claim, &own, &other))
        audit_say(audit, MESSAGE_CLAIMED_DIFFERENCE, claim_place(of, claim),
                  subject_of(audit, claim), other_text(audit, claim),
                  audit_hundredths(audit, claim->amount),
                  audit_hundredths(audit, size_of(own.value[0] - other.value[0])));
}

/* ---- changes ---- */

/* What the passage itself said of the other year, where no edition of it is at hand. */
static bool stated_before(const struct claims_of *of, const struct claim *claim, int64_t *value)
{
    for (size_t i = 0; i < of->count; i++) {
        const struct claim *other = &of->claim[i];
        if (other->relation == CLAIM_SCORES && other->subject.year == claim->since &&
            other->subject.thing == claim->subject.thing &&
            other->subject.indicator == claim->subject.indicator &&
            other->subject.instrument == claim->subject.instrument &&
            other->subject.question == claim->subject.question && other->decimals == 2) {
            *value = other->value;
            return true;
        }
    }
    return false;
}

static void check_change(struct audit *audit, const struct claims_of *of, const struct claim *claim)
{
    if (check_each(audit, of, claim, check_change))
        return;
    struct claim_subject then = claim->subject;
    then.year = claim->since;
    struct judge_values now, before;
    if (!judge_values(audit, of->passage, &claim->subject, &now) || now.count == 0)
        return;
    if (!judge_values(audit, of->passage, &then, &before) || before.count == 0) {
        before.count = 1;
        if (!stated_before(of, claim, &before.value[0]))
            return;
    }
    const char *subject = subject_of(audit, claim);
    const char *since = audit_whole(audit, claim->since);
    const char *from = audit_hundredths(audit, before.value[0]);
    const char *to = audit_hundredths(audit, now.value[0]);
    bool rises = claim->relation == CLAIM_RISEN;
    if (rises ? now.value[0] <= before.value[0] : now.value[0] >= before.value[0])
        audit_say(audit, rises ? MESSAGE_CLAIMED_RISEN : MESSAGE_CLAIMED_FALLEN,
                  claim_place(of, claim), subject, since, from, to);
    else if (claim->amount >= 0 && !differs_by(claim, &now, &before))
        audit_say(audit, MESSAGE_CLAIMED_CHANGE, claim_place(of, claim), subject,
                  audit_hundredths(audit, claim->amount), since, from, to);
}

/* ---- the rules ---- */

void claims_each(struct audit *audit, enum claim_relation relation,
                 void (*check)(struct audit *audit, const struct claims_of *of,
                               const struct claim *claim))
{
    for (size_t i = 0; i < audit->claims.count; i++) {
        const struct claims_of *of = &audit->claims.item[i];
        for (size_t c = 0; c < of->count; c++)
            if (of->claim[c].relation == relation && !of->claim[c].computed)
                check(audit, of, &of->claim[c]);
    }
}

void rule_typed_score(struct audit *audit)
{
    claims_each(audit, CLAIM_SCORES, check_score);
}

void rule_claimed_level(struct audit *audit)
{
    claims_each(audit, CLAIM_HAS_LEVEL, check_level);
}

void rule_claimed_comparison(struct audit *audit)
{
    claims_each(audit, CLAIM_ABOVE, check_comparison);
    claims_each(audit, CLAIM_BELOW, check_comparison);
    claims_each(audit, CLAIM_AT_LEAST, check_comparison);
    claims_each(audit, CLAIM_AWAY, check_comparison);
}

void rule_claimed_change(struct audit *audit)
{
    claims_each(audit, CLAIM_RISEN, check_change);
    claims_each(audit, CLAIM_FALLEN, check_change);
}
