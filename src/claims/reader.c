/* What all readings share: looking back for the subject, and the walk through the tokens of every text. */
#include "claims/reader.h"

#include <stdlib.h>

#define JOINTS (BITS2(WORD_CLAUSE, WORD_RELATIVE))
#define HEADS (BITS3(WORD_INDICATOR, WORD_QUESTION, WORD_TOOL))
enum { PART_REACH = 8, GOAL_REACH = 12, AIM_REACH = 40, HEAD_NEAR = 4 };
#define COMPARES (BITS3(WORD_ABOVE, WORD_BELOW, WORD_AWAY))

static const struct token END = {.kind = TOKEN_BREAK};

const struct token *token_at(const struct reader *reader, size_t at)
{
    return at < reader->count ? &reader->token[at] : &END;
}

bool is_clause_end(const struct token *token)
{
    return token->kind == TOKEN_BREAK || (token->kind == TOKEN_WORD && token_is_any(token, JOINTS));
}

size_t skip_words(const struct reader *reader, size_t at, uint64_t words)
{
    while (token_at(reader, at)->kind == TOKEN_WORD && token_is_any(token_at(reader, at), words))
        at++;
    return at;
}

size_t skip_words_back(const struct reader *reader, size_t at, uint64_t words)
{
    while (at > 0 && reader->token[at].kind == TOKEN_WORD &&
           token_is_any(&reader->token[at], words))
        at--;
    return at;
}

bool has_score(const struct claim_subject *thing)
{
    return !thing->lacks && thing->thing != CLAIM_NOTHING && thing->thing != CLAIM_ISSUE &&
           thing->thing != CLAIM_TABLE;
}

/* ---- what a token names ---- */

/* The indicator that "this indicator" is. */
static const struct scheme_indicator *find_this(const struct reader *reader, size_t at)
{
    if (reader->passage->indicator != NULL)
        return reader->passage->indicator;
    for (size_t i = at; i-- > 0 && at - i < REACH;)
        if (reader->token[i].kind == TOKEN_THING && reader->token[i].thing.indicator != NULL)
            return reader->token[i].thing.indicator;
    return NULL;
}

/* Whether an order or a comparison leads to what comes next: รองลงมาคือ, สูงกว่า. */
static bool is_led_to(const struct reader *reader, size_t at)
{
    size_t i = at;
    while (i > 0 && token_is_any(&reader->token[i - 1], BITS2(WORD_IS, WORD_LIGHT)))
        i--;
    if (i == 0)
        return false;
    const struct token *before = &reader->token[i - 1];
    bool orders = token_is_any(before, BITS4(WORD_HIGHEST, WORD_LOWEST, WORD_NEXT, WORD_RANK));
    return i < at ? orders : token_is_any(before, COMPARES);
}

/* A name is of the thing only where the sentence speaks of an indicator, or of its score or place. */
static bool name_is_meant(const struct reader *reader, size_t at)
{
    const struct token *before = at > 0 ? &reader->token[at - 1] : NULL;
    if (before != NULL && before->kind == TOKEN_OPEN && at > 1)
        before--;
    if (before != NULL && before->kind == TOKEN_THING)
        return false; /* it is that thing's */
    if (before != NULL && token_is_any(before, BITS2(WORD_INDICATOR, WORD_SUBINDICATOR)))
        return true;
    size_t next = at + 1;
    if (token_is(token_at(reader, next), WORD_RELATIVE) &&
        !token_is(token_at(reader, next), WORD_GOT))
        next++;
    const struct token *after = token_at(reader, next);
    const struct token *second = token_at(reader, next + 1);
    bool ordered = token_is_any(after, BITS4(WORD_RANK, WORD_NEXT, WORD_HIGHEST, WORD_LOWEST));
    return is_led_to(reader, at) || ordered ||
           (token_is(after, WORD_GOT) &&
            (token_is(second, WORD_POINTS) || second->kind == TOKEN_NUMBER));
}

static bool named_by_name(const struct reader *reader, size_t at, struct claim_subject *thing)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_NAME || !name_is_meant(reader, at))
        return false;
    if (token->entry->thing == LEXICON_INDICATOR)
        *thing = (struct claim_subject){.thing = CLAIM_INDICATOR, .indicator = token->entry->of};
    else
        *thing =
            (struct claim_subject){.thing = CLAIM_SUBINDICATOR, .subindicator = token->entry->of};
    return true;
}

bool thing_named(const struct reader *reader, size_t at, struct claim_subject *thing)
{
    const struct token *token = token_at(reader, at);
    if (token->kind == TOKEN_THING && has_score(&token->thing)) {
        *thing = token->thing;
        return true;
    }
    if (token->kind == TOKEN_NAME)
        return named_by_name(reader, at, thing);
    if (token->kind != TOKEN_WORD)
        return false;
    if (token_is(token, WORD_THIS)) {
        const struct scheme_indicator *indicator = find_this(reader, at);
        *thing = (struct claim_subject){.thing = CLAIM_INDICATOR, .indicator = indicator};
        return indicator != NULL;
    }
    *thing = (struct claim_subject){.thing = CLAIM_OVERALL};
    return token_is(token, WORD_OVERALL);
}

/* ---- looking back ---- */

/* คะแนนรวม after an instrument is the instrument's: IIT ได้คะแนนรวม. */
static bool is_total_of(const struct reader *reader, size_t at, size_t *of)
{
    size_t before = at;
    while (before > 0 && (token_is_any(&reader->token[before - 1],
                                       BITS4(WORD_GOT, WORD_POINTS, WORD_LIGHT, WORD_IN)) ||
                          reader->token[before - 1].kind == TOKEN_CLOSE))
        before--;
    if (before == 0 || reader->token[before - 1].kind != TOKEN_THING ||
        reader->token[before - 1].used || !has_score(&reader->token[before - 1].thing))
        return false;
    *of = before - 1;
    return true;
}

static void see_year(const struct reader *reader, size_t at, int64_t *year)
{
    const struct token *token = &reader->token[at];
    int64_t fiscal = reader->edition->profile.fiscal_year.value;
    if (*year != 0 || (at > 0 && token_is(&reader->token[at - 1], WORD_AGAINST)))
        return; /* that is compared with, and not spoken of */
    if (token->kind == TOKEN_YEAR)
        *year = token->value;
    else if (token_is(token, WORD_LAST_YEAR))
        *year = fiscal - 1;
    else if (token_is(token, WORD_THIS_YEAR))
        *year = fiscal;
}

/* The part that a question or an indicator was seen in: in its own clause, or before. */
static void look_for_part(const struct reader *reader, struct look *look)
{
    struct claim_subject *subject = &look->subject;
    bool crossed = false;
    for (size_t i = look->at; i-- > 0 && look->at - i < REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK)
            return;
        crossed = crossed || is_clause_end(token) || look->at - i > PART_REACH;
        if (token->kind == TOKEN_THING && token->thing.thing == CLAIM_PART && !token->thing.lacks) {
            subject->part = token->thing.part;
            subject->part_before = crossed;
            return;
        }
    }
}

/* What a part is a part of: the question or indicator before it. */
static void look_for_owner(const struct reader *reader, struct look *look)
{
    struct claim_subject part = look->subject;
    bool crossed = false;
    for (size_t i = look->at; i-- > 0 && look->at - i < REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK)
            return;
        crossed = crossed || is_clause_end(token) || token->kind == TOKEN_NUMBER;
        bool owns = token->kind == TOKEN_THING && !token->used && !token->thing.lacks &&
                    (token->thing.thing == CLAIM_QUESTION || token->thing.thing == CLAIM_INDICATOR);
        if (!owns)
            continue;
        if (crossed) {
            look->subject.question = token->thing.question;
            look->subject.indicator = token->thing.indicator;
        } else {
            look->subject = token->thing;
            look->subject.part = part.part;
            look->at = i;
        }
        return;
    }
}

/* Whether what is said is wished: before the subject, unless a clause of its own says it. */
static bool is_wished_before(const struct reader *reader, size_t at)
{
    const struct token *after = token_at(reader, at + 1);
    if (token_is_any(after, BITS2(WORD_RELATIVE, WORD_IS)))
        return false;
    for (size_t i = at; i-- > 0 && at - i < GOAL_REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK || token_is_any(token, BITS2(WORD_CLAUSE, WORD_IS)))
            return false;
        if (token_is(token, WORD_GOAL))
            return true;
    }
    return false;
}

static void see_between(struct look *look, const struct token *token, size_t at, bool crossed)
{
    look->all |= token->words;
    if (crossed)
        return;
    look->between |= token->words;
    if (token->kind == TOKEN_TEXT || token->kind == TOKEN_CODE)
        look->text += token->to - token->from;
    if (token->kind == TOKEN_WORD && token_is_any(token, HEADS))
        look->is_generic = true;
    look->is_goal = look->is_goal || token_is(token, WORD_GOAL);
    look->is_negated = look->is_negated || token_is(token, WORD_NOT);
    look->clause = at;
}

static void settle(const struct reader *reader, struct look *look, bool crossed, int64_t year,
                   bool changed)
{
    look->subject.carried = crossed;
    if (!crossed && is_wished_before(reader, look->at))
        look->is_goal = true;
    if (look->subject.thing == CLAIM_PART)
        look_for_owner(reader, look);
    else if (look->subject.thing == CLAIM_QUESTION || look->subject.thing == CLAIM_INDICATOR)
        look_for_part(reader, look);
    look->subject.carried = crossed;
    for (size_t i = look->at; year == 0 && !changed && i-- > 0 && look->at - i < PART_REACH;) {
        if (reader->token[i].kind == TOKEN_BREAK || reader->token[i].kind == TOKEN_NUMBER)
            break;
        see_year(reader, i, &year);
    }
    look->subject.year = year == reader->edition->profile.fiscal_year.value ? 0 : year;
}

/* What was compared with or is a group is no subject, unless a clause of its own tells of it: B ซึ่งได้ … */
static bool is_told_of(const struct reader *reader, size_t at, size_t anchor)
{
    size_t next = at + 1;
    while (next < anchor && (token_at(reader, next)->kind == TOKEN_NAME ||
                             token_at(reader, next)->kind == TOKEN_CLOSE))
        next++;
    return next < anchor && token_is(token_at(reader, next), WORD_RELATIVE);
}

/* Whether something is aimed at in the paragraph, so that what follows is no result yet. */
static bool is_aimed(const struct reader *reader, size_t anchor)
{
    for (size_t i = anchor; i-- > 0 && anchor - i < AIM_REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK)
            return false;
        if (token->kind == TOKEN_WORD && token_is(token, WORD_AIM))
            return true;
    }
    return false;
}

/* Whether a comparison is with something that is not known here: what is said next is said of that. */
static bool compares_with_other(const struct reader *reader, size_t at, size_t anchor)
{
    if (reader->token[at].kind != TOKEN_WORD || !token_is_any(&reader->token[at], COMPARES))
        return false;
    size_t next = skip_words(reader, at + 1, BITS4(WORD_IN, WORD_LIGHT, WORD_IS, WORD_POINTS));
    const struct token *token = token_at(reader, next);
    return next < anchor &&
           (token->kind == TOKEN_TEXT ||
            token_is_any(token, BITS4(WORD_MEAN, WORD_OTHER, WORD_AGENCY, WORD_SELF)));
}

/* Whether a thing only describes what is spoken of: ตัวชี้วัดเดียวของ EIT ที่ผ่านค่าเป้าหมาย. */
static bool only_describes(const struct reader *reader, size_t at)
{
    const struct token *after = token_at(reader, at + 1);
    bool is_owner = at > 0 && token_is(&reader->token[at - 1], WORD_IN);
    for (size_t i = at; is_owner && i-- > 0 && at - i < HEAD_NEAR;)
        if (token_is_any(&reader->token[i], HEADS) && reader->token[i].kind == TOKEN_WORD)
            return reader->token[at].thing.thing == CLAIM_INSTRUMENT; /* ตัวชี้วัดใดของ IIT */
    return at > 0 && after->kind == TOKEN_WORD && after->to - after->from == 3 &&
           reader->filled->letter[after->from].c == 0x0E17 && /* ที่ */
           token_is(after, WORD_LIGHT) && token_is(&reader->token[at - 1], WORD_IN);
}

struct look look_left(const struct reader *reader, size_t anchor)
{
    struct look look = {.clause = anchor, .at = anchor, .is_goal = is_aimed(reader, anchor)};
    bool crossed = false, changed = false;
    int64_t year = 0;
    for (size_t i = anchor; i-- > 0 && anchor - i < REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK)
            break;
        bool is_missing = token->kind == TOKEN_THING && token->thing.lacks;
        if ((token_is(token, WORD_OTHER) && token->kind == TOKEN_WORD) || is_missing ||
            compares_with_other(reader, i, anchor)) {
            look.is_blocked = true;
            return look;
        }
        look.at = i;
        size_t of = i;
        if ((!token->used || is_told_of(reader, i, anchor)) &&
            thing_named(reader, i, &look.subject)) {
            if (look.subject.thing == CLAIM_OVERALL && is_total_of(reader, i, &of))
                look.subject = reader->token[of].thing;
            look.at = of;
            look.is_generic |= only_describes(reader, i);
            settle(reader, &look, crossed, year, changed);
            return look;
        }
        look.subject = (struct claim_subject){0};
        if (is_clause_end(token)) {
            look.is_generic |= !crossed && token_is(token, WORD_RELATIVE) && i > 0 &&
                               token_is_any(&reader->token[i - 1], HEADS);
            crossed = true;
        }
        /* What was has become what is: เดิม ๘๗.๒๗ คะแนน เพิ่มขึ้นเป็น … */
        changed = changed || token_is_any(token, BITS2(WORD_RISEN, WORD_FALLEN));
        if (!changed)
            see_year(reader, i, &year);
        see_between(&look, token, i, crossed);
    }
    look.subject = (struct claim_subject){
        .year = year == reader->edition->profile.fiscal_year.value ? 0 : year};
    return look;
}

struct claim_subject implied_subject(const struct reader *reader, uint64_t words)
{
    const struct passage *passage = reader->passage;
    if (passage->kind == PASSAGE_ANALYSIS)
        return (struct claim_subject){
            .thing = CLAIM_INDICATOR, .indicator = passage->indicator, .implied = true};
    bool of_all = passage->kind == PASSAGE_FOREWORD || passage->kind == PASSAGE_SUMMARY ||
                  (passage->kind == PASSAGE_ADVICE && passage->question == NULL &&
                   passage->instrument == NULL);
    if (of_all && (words & BITS2(WORD_SELF, WORD_RESULT)) != 0)
        return (struct claim_subject){.thing = CLAIM_OVERALL, .implied = true};
    return (struct claim_subject){0};
}

/* ---- claims ---- */

struct claim *claim_add(struct reader *reader, enum claim_relation relation, size_t from, size_t to)
{
    reader->claim = arena_room(reader->arena, reader->claim, reader->claims, &reader->room,
                               sizeof *reader->claim);
    struct claim *claim = &reader->claim[reader->claims++];
    size_t first = from, last = to;
    while (first > 0 && from - first < REACH / 2 &&
           token_at(reader, first - 1)->kind != TOKEN_BREAK)
        first--;
    while (last + 1 < reader->count && last - to < REACH / 4 &&
           token_at(reader, last + 1)->kind != TOKEN_BREAK)
        last++;
    *claim = (struct claim){.relation = relation,
                            .amount = -1,
                            .from = token_at(reader, from)->from,
                            .to = token_at(reader, to)->to,
                            .computed = token_at(reader, from)->computed,
                            .clause = token_at(reader, first)->label,
                            .clause_to = token_at(reader, last)->to};
    return claim;
}

/* ---- the walk ---- */

static int compare_claims(const void *left, const void *right)
{
    const struct claim *a = left, *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (int)a->relation - (int)b->relation;
}

/* The order of things matters: what a comparison or a group has named is no subject later. */
static void read_tokens(struct reader *reader)
{
    for (size_t i = 0; i < reader->count; i++) {
        read_change(reader, i);
        read_extreme(reader, i);
        read_comparison(reader, i);
    }
    for (size_t i = 0; i < reader->count; i++) {
        read_level(reader, i);
        read_number(reader, i);
        read_full_score(reader, i);
        read_count(reader, i);
        read_reference(reader, i);
        read_year(reader, i);
        read_agency(reader, i);
    }
    if (reader->claims > 1)
        qsort(reader->claim, reader->claims, sizeof *reader->claim, compare_claims);
}

static struct claims_of read_passage(struct arena *arena, const struct claims_setup *setup,
                                     const struct lexicon *lexicon, const struct passage *passage,
                                     struct diag *diag)
{
    struct claims_of of = {.passage = passage};
    of.filled = filled_make(arena, passage, setup->facts, diag);
    const struct token_setup tokens = {
        .arena = arena, .scheme = setup->edition->scheme, .lexicon = lexicon, .passage = passage};
    struct tokens made = tokens_make(&tokens, &of.filled);
    struct reader reader = {.arena = arena,
                            .edition = setup->edition,
                            .lexicon = lexicon,
                            .passage = passage,
                            .filled = &of.filled,
                            .token = made.item,
                            .count = made.count};
    read_tokens(&reader);
    of.claim = reader.claim;
    of.count = reader.claims;
    return of;
}

struct claims claims_read(struct arena *arena, const struct claims_setup *setup, struct diag *diag)
{
    const struct lexicon *lexicon = lexicon_make(arena, setup->vocabulary, setup->edition);
    struct claims_of *item = ARENA_NEW(arena, struct claims_of, setup->passages.count);
    for (size_t i = 0; i < setup->passages.count; i++)
        item[i] = read_passage(arena, setup, lexicon, &setup->passages.item[i], diag);
    return (struct claims){item, setup->passages.count};
}
