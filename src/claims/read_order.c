/*
 * The highest, the lowest, the next and places by number, of the group that is meant.
 *
 *     ตัวชี้วัดที่ ๒ มีคะแนนสูงสุดใน IIT        subject before, group after
 *     มีคะแนนสูงสุดในตัวชี้วัดที่ ๒             subject after
 *     ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ตัวชี้วัดที่ ๒   a description, its subject after
 *     ตัวชี้วัดที่ ๒ เป็นตัวชี้วัดที่ได้คะแนนสูงสุด     a description, its subject before
 */
#include "claims/reader.h"

#define HEADS (BITS3(WORD_INDICATOR, WORD_QUESTION, WORD_TOOL))
#define SOFT (BITS4(WORD_IS, WORD_LIGHT, WORD_POINTS, WORD_GOT))
enum { HEAD_REACH = 10 };

struct extreme {
    enum claim_relation relation;
    size_t rank;
    size_t to;      /* its last token */
    bool by_place;  /* อันดับ: an order is spoken of even without คะแนน */
    bool is_points; /* คะแนน is beside it */
};

static bool find_extreme(const struct reader *reader, size_t at, struct extreme *out)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_WORD || token->used)
        return false;
    *out = (struct extreme){.rank = 1, .to = at, .by_place = token_is(token, WORD_RANK)};
    if (token_is(token, WORD_HIGHEST))
        out->relation = CLAIM_HIGHEST;
    else if (token_is(token, WORD_LOWEST))
        out->relation = CLAIM_LOWEST;
    else if (token_is(token, WORD_NEXT))
        out->relation = CLAIM_SECOND;
    else if (token_is(token, WORD_RANK) && token_at(reader, at + 1)->kind == TOKEN_NUMBER &&
             token_at(reader, at + 1)->decimals == 0) {
        out->relation = CLAIM_HIGHEST;
        out->rank = (size_t)(token_at(reader, at + 1)->value / 100);
        out->to = at + 1;
    } else {
        return false;
    }
    return true;
}

/* What is said before an extreme in its clause. */
struct before {
    bool points;  /* of a score */
    bool changes; /* of a change: เพิ่มขึ้นสูงสุด */
    bool negated, wished, other;
    size_t head; /* the token of ตัวชี้วัดที่ and the like without a number; `none` */
    size_t none;
};

static struct before look_before(const struct reader *reader, size_t at)
{
    struct before before = {.head = at, .none = at};
    for (size_t i = at; i-- > 0 && at - i < HEAD_REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK || token->kind == TOKEN_THING)
            break;
        if (token->kind != TOKEN_WORD)
            continue;
        if (token_is(token, WORD_CLAUSE) ||
            (token_is(token, WORD_RELATIVE) && !token_is(token, WORD_GOT)))
            break;
        before.points |= token_is_any(token, BITS3(WORD_POINTS, WORD_OVERALL, WORD_RESULT));
        before.changes |= token_is_any(token, BITS2(WORD_RISEN, WORD_FALLEN)) && i + 2 > at - 1;
        before.negated |= token_is(token, WORD_NOT);
        before.wished |= token_is(token, WORD_GOAL);
        before.other |= token_is(token, WORD_OTHER);
        if (token_is_any(token, HEADS)) {
            before.head = i;
            break;
        }
    }
    return before;
}

/* ---- groups ---- */

/* A group that begins at a token: ใน IIT, ของตัวชี้วัดนี้, จากทั้ง ๑๐ ตัวชี้วัด. */
static size_t group_at(struct reader *reader, size_t at, struct claim_subject *group)
{
    size_t i = at;
    if (token_is(token_at(reader, i), WORD_OVERALL)) { /* ในภาพรวม */
        *group = (struct claim_subject){.thing = CLAIM_INDICATORS};
        return i + 1;
    }
    if (token_at(reader, i)->kind != TOKEN_WORD || !token_is(token_at(reader, i), WORD_IN))
        return at;
    bool of_indicators = false;
    while (token_at(reader, i)->kind == TOKEN_WORD &&
           token_is_any(token_at(reader, i),
                        BITS4(WORD_IN, WORD_LIGHT, WORD_TOTAL, WORD_EVERY) | HEADS)) {
        of_indicators |= token_is_any(token_at(reader, i), BITS2(WORD_INDICATOR, WORD_EVERY));
        i++;
    }
    struct claim_subject thing;
    if (thing_named(reader, i, &thing)) {
        *group = thing;
        if (thing.thing == CLAIM_OVERALL)
            group->thing = CLAIM_INDICATORS;
        return i + 1;
    }
    const struct token *token = token_at(reader, i);
    if (token->kind == TOKEN_NUMBER && token_is(token_at(reader, i + 1), WORD_INDICATOR)) {
        *group = (struct claim_subject){.thing = CLAIM_INDICATORS};
        return i + 2;
    }
    if (of_indicators) { /* ของทุกตัวชี้วัด */
        *group = (struct claim_subject){.thing = CLAIM_INDICATORS};
        return i;
    }
    return at;
}

static void use_group(struct reader *reader, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        reader->token[i].used = reader->token[i].kind == TOKEN_THING ||
                                token_is_any(&reader->token[i], BITS2(WORD_THIS, WORD_OVERALL));
}

/* The group that a subject was said to be in before: ใน IIT ตัวชี้วัดที่ ๒. */
static void group_before(const struct reader *reader, size_t at,
                         const struct claim_subject *subject, struct claim_subject *group)
{
    for (size_t i = at; i-- > 0 && at - i < HEAD_REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK || is_clause_end(token) || token->kind == TOKEN_NUMBER)
            return;
        if (token->kind != TOKEN_THING || token->used || !has_score(&token->thing))
            continue;
        bool wider = token->thing.thing == CLAIM_INSTRUMENT || token->thing.thing == CLAIM_PART ||
                     (token->thing.thing == CLAIM_INDICATOR && subject->thing == CLAIM_QUESTION);
        if (wider && token->thing.thing < subject->thing)
            *group = token->thing;
        return;
    }
}

/* ---- subjects ---- */

/* The thing that is named after an extreme and its group. */
static size_t subject_after(const struct reader *reader, size_t at, struct claim_subject *subject)
{
    size_t i = at;
    for (size_t steps = 0; steps < 6; steps++) {
        const struct token *token = token_at(reader, i);
        bool light =
            token->kind == TOKEN_OPEN || token->kind == TOKEN_SIGN ||
            (token->kind == TOKEN_WORD && token_is_any(token, SOFT | HEADS | WORD_BIT(WORD_IN)));
        if (!light || thing_named(reader, i, subject))
            break;
        i++;
    }
    return thing_named(reader, i, subject) ? i : at;
}

/* Whether a description is said of what is before it: X เป็นตัวชี้วัดที่ได้คะแนนสูงสุด. */
static bool is_predicate(const struct reader *reader, size_t head, bool *negated)
{
    size_t i = head;
    while (i > 0 && token_is_any(&reader->token[i - 1], BITS3(WORD_LIGHT, WORD_NOT, WORD_IS)) &&
           reader->token[i - 1].kind == TOKEN_WORD) {
        *negated |= token_is(&reader->token[i - 1], WORD_NOT);
        i--;
    }
    if (i < head && (i == 0 || reader->token[i - 1].kind == TOKEN_BREAK))
        return reader->passage->kind == PASSAGE_ANALYSIS; /* of its own indicator */
    return i < head && i > 0 &&
           (token_is(&reader->token[i - 1], WORD_CLAUSE) ||
            reader->token[i - 1].kind == TOKEN_THING || reader->token[i - 1].kind == TOKEN_NAME ||
            reader->token[i - 1].kind == TOKEN_CLOSE ||
            token_is_any(&reader->token[i - 1], BITS2(WORD_THIS, WORD_OVERALL)));
}

static bool names_tool_before(const struct reader *reader, size_t at)
{
    for (size_t i = at; i-- > 0 && at - i < REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK)
            return false;
        if ((token->kind == TOKEN_THING &&
             (token->thing.thing == CLAIM_INSTRUMENT || token->thing.thing == CLAIM_PART)) ||
            token_is(token, WORD_TOOL))
            return true;
    }
    return false;
}

static void add_extreme(struct reader *reader, size_t at, const struct extreme *extreme,
                        const struct claim_subject *subject, const struct claim_subject *group,
                        bool negated)
{
    struct claim *claim = claim_add(reader, extreme->relation, at, extreme->to);
    claim->rank = extreme->rank;
    claim->negated = negated;
    claim->subject = *subject;
    claim->other = *group;
    claim->tool_before = names_tool_before(reader, at);
    if (extreme->relation != CLAIM_SECOND || group->thing != CLAIM_NOTHING)
        return;
    /* the next one is of the group that the first was of */
    for (size_t i = reader->claims - 1; i-- > 0;) {
        const struct claim *earlier = &reader->claim[i];
        if (earlier->relation != CLAIM_HIGHEST && earlier->relation != CLAIM_LOWEST)
            continue;
        if (claim->from - earlier->to < 10 * REACH) {
            claim->other = earlier->other;
            claim->rank = earlier->relation == CLAIM_HIGHEST ? 2 : 0;
        }
        return;
    }
}

static bool is_group_of(const struct claim_subject *group, const struct claim_subject *subject)
{
    return group->thing == CLAIM_INDICATORS ||
           (group->thing != CLAIM_NOTHING && group->thing < subject->thing);
}

static bool is_head_of_indicator(const struct reader *reader, size_t head)
{
    return token_is(&reader->token[head], WORD_INDICATOR);
}

/* A description: the head says what is ordered. */
static void read_described(struct reader *reader, size_t at, const struct extreme *extreme,
                           const struct before *before)
{
    bool negated = before->negated;
    struct claim_subject group = {0}, subject = {0};
    size_t after = group_at(reader, extreme->to + 1, &group);
    if (is_predicate(reader, before->head, &negated)) {
        struct look look = look_left(reader, before->head);
        if (look.subject.thing == CLAIM_NOTHING && is_head_of_indicator(reader, before->head))
            look.subject = implied_subject(reader, 0);
        if (look.is_blocked || look.is_goal || look.subject.thing == CLAIM_NOTHING)
            return;
        subject = look.subject;
        if (!is_group_of(&group, &subject))
            group = (struct claim_subject){0};
        use_group(reader, extreme->to + 1, after);
    } else {
        size_t found = subject_after(reader, after, &subject);
        if (found == after && !thing_named(reader, after, &subject)) {
            /* what looked like a group is the subject itself */
            if (group.thing == CLAIM_NOTHING || group.thing == CLAIM_INDICATORS)
                return;
            subject = group;
            group = (struct claim_subject){0};
        }
        if (!is_group_of(&group, &subject))
            group = (struct claim_subject){0};
        use_group(reader, extreme->to + 1, after);
    }
    if (group.thing == CLAIM_NOTHING)
        group_before(reader, before->head, &subject, &group);
    add_extreme(reader, at, extreme, &subject, &group, negated);
}

/* Whether the subject follows: รองลงมา คือ X; มีผลคะแนนสูงสุดในตัวชี้วัดที่ ๒. */
static bool follows(const struct reader *reader, size_t after, const struct extreme *extreme)
{
    const struct token *token = token_at(reader, after);
    struct claim_subject thing;
    if (extreme->relation == CLAIM_SECOND)
        return subject_after(reader, after, &thing) != after || thing_named(reader, after, &thing);
    if (token_is(token, WORD_IS) && !token_is(token, WORD_IN))
        return subject_after(reader, after, &thing) != after;
    return false;
}

static void read_plain(struct reader *reader, size_t at, const struct extreme *extreme,
                       const struct before *before)
{
    struct claim_subject group = {0}, subject = {0};
    size_t after = group_at(reader, extreme->to + 1, &group);
    struct look look = look_left(reader, at);
    if (look.is_blocked)
        return;
    if (follows(reader, after, extreme)) {
        subject_after(reader, after, &subject);
        if (!thing_named(reader, after, &subject))
            subject_after(reader, after, &subject);
    } else if ((group.thing == CLAIM_INDICATOR || group.thing == CLAIM_QUESTION) &&
               !(look.subject.thing > group.thing && !look.subject.carried)) {
        subject = group; /* in it, not among what is in it */
        group = (struct claim_subject){0};
        after = extreme->to + 1;
    } else {
        if (look.subject.thing == CLAIM_NOTHING && (before->points || extreme->by_place))
            look.subject = implied_subject(reader, 0);
        if (look.subject.thing == CLAIM_NOTHING || look.is_goal || look.text > NEAR_TEXT ||
            look.is_generic)
            return;
        subject = look.subject;
    }
    if (!is_group_of(&group, &subject))
        group = (struct claim_subject){0};
    use_group(reader, extreme->to + 1, after);
    if (group.thing == CLAIM_NOTHING)
        group_before(reader, look.at, &subject, &group);
    add_extreme(reader, at, extreme, &subject, &group, before->negated);
}

/* ต่ำสุด (๙๖.๘๓ คะแนน) */
static bool is_scored_after(const struct reader *reader, size_t at)
{
    return token_at(reader, at)->kind == TOKEN_OPEN &&
           token_at(reader, at + 1)->kind == TOKEN_NUMBER &&
           token_is(token_at(reader, at + 2), WORD_POINTS);
}

static bool names_scored(const struct token *token)
{
    return token->kind == TOKEN_NAME || (token->kind == TOKEN_THING && has_score(&token->thing));
}

void read_extreme(struct reader *reader, size_t at)
{
    struct extreme extreme;
    if (!find_extreme(reader, at, &extreme))
        return;
    struct before before = look_before(reader, at);
    const struct token *next = token_at(reader, extreme.to + 1);
    bool scored = before.points || is_scored_after(reader, extreme.to + 1) ||
                  (at > 0 && names_scored(&reader->token[at - 1])) || extreme.by_place ||
                  extreme.relation == CLAIM_SECOND || token_is(next, WORD_POINTS);
    if (before.changes || before.wished || before.other || !scored) {
        struct claim_subject group;
        use_group(reader, extreme.to + 1, group_at(reader, extreme.to + 1, &group));
        return;
    }
    if (before.head != before.none)
        read_described(reader, at, &extreme, &before);
    else
        read_plain(reader, at, &extreme, &before);
}
