/*
 * Scores, weights, targets and the bands of levels, each from its number. A number is a score only where something
 * with a score was named and nothing between makes it another thing: a unit, a wish, a bound, a difference.
 */
#include "claims/reader.h"

#define SKIPPED                                          \
    (BITS4(WORD_LIGHT, WORD_IS, WORD_GOT, WORD_POINTS) | \
     BITS4(WORD_PERCENT, WORD_MEAN, WORD_IN, WORD_THIS_YEAR) | BITS2(WORD_HIGHEST, WORD_LOWEST))
#define NO_RESULT                                             \
    (BITS4(WORD_ABOVE, WORD_BELOW, WORD_MISSES, WORD_BOUND) | \
     BITS3(WORD_AWAY, WORD_TARGET, WORD_FULL) | BITS3(WORD_RISEN, WORD_FALLEN, WORD_TOGETHER))

struct number {
    size_t at;
    bool points;  /* คะแนน comes after */
    bool percent; /* ร้อยละ or % is beside it */
    size_t after; /* the token after it and its unit */
};

static bool is_dash(const struct reader *reader, const struct token *token)
{
    char32_t c = reader->filled->letter[token->from].c;
    return token->kind == TOKEN_SIGN && (c == '-' || c == 0x2013 || c == 0x2014);
}

/* The number at the other end of a range. */
static bool is_range(const struct reader *reader, size_t at)
{
    const struct token *sign = token_at(reader, at + 1);
    return (is_dash(reader, sign) || token_is(sign, WORD_REACHES)) &&
           token_at(reader, at + 2)->kind == TOKEN_NUMBER;
}

static bool is_after_dash(const struct reader *reader, size_t at)
{
    return at > 1 && is_dash(reader, &reader->token[at - 1]) &&
           reader->token[at - 2].kind == TOKEN_NUMBER;
}

static bool has_unit(const struct reader *reader, size_t at)
{
    if (is_range(reader, at))
        at += 2;
    const struct token *next = token_at(reader, at + 1);
    const struct token *second = token_at(reader, at + 2);
    if (token_is(next, WORD_PERCENT))
        next = second;
    return token_is(next, WORD_UNIT) || token_is(next, WORD_MONTH) ||
           (next->kind == TOKEN_WORD &&
            token_is_any(next, BITS3(WORD_QUESTION, WORD_ISSUE, WORD_MEASURE)));
}

/* จาก ๗๗.๕๘ คะแนน เป็น ๘๖.๐๘ คะแนน: the first is what was, and no result. */
static bool is_left_behind(const struct reader *reader, const struct number *number)
{
    size_t at = number->at;
    return at > 0 && token_is(&reader->token[at - 1], WORD_IN) &&
           token_is(token_at(reader, number->after), WORD_IS) &&
           token_at(reader, number->after + 1)->kind == TOKEN_NUMBER;
}

/* Whether the number is said to be out of another full score: ๔.๒๕ จากคะแนนเต็ม ๕. */
static bool is_of_other_scale(const struct reader *reader, const struct number *number)
{
    size_t at = skip_words(reader, number->after, BITS2(WORD_IN, WORD_LIGHT));
    if (!token_is(token_at(reader, at), WORD_FULL))
        return false;
    const struct token *full = token_at(reader, at + 1);
    return full->kind == TOKEN_NUMBER &&
           full->value != reader->edition->scheme->full_score.hundredths;
}

static bool looks_like_score(const struct reader *reader, size_t at, struct number *number)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_NUMBER || token->used || token->decimals > 2 || has_unit(reader, at))
        return false;
    *number = (struct number){.at = at, .after = at + 1};
    const struct token *next = token_at(reader, at + 1);
    number->points = token_is(next, WORD_POINTS) && next->kind == TOKEN_WORD;
    number->percent =
        token_is(next, WORD_PERCENT) || (at > 0 && token_is(&reader->token[at - 1], WORD_PERCENT));
    if (number->points || token_is(next, WORD_PERCENT))
        number->after++;
    if (token->in_words && !number->points)
        return false;
    return (number->points || number->percent || token->decimals > 0) &&
           !is_of_other_scale(reader, number) && !is_left_behind(reader, number);
}

static void set_value(struct claim *claim, const struct token *number)
{
    claim->value = number->value;
    claim->decimals = number->decimals;
    claim->computed = number->computed;
}

/* ---- a target, a weight, a band ---- */

/* The word that the number belongs to by itself, before what changes nothing. */
static size_t owner_of(const struct reader *reader, size_t at)
{
    size_t before = at;
    while (before > 0) {
        const struct token *token = &reader->token[before - 1];
        bool light = token->kind == TOKEN_OPEN ||
                     (token->kind == TOKEN_WORD && token_is_any(token, SKIPPED) &&
                      !token_is(token, WORD_TARGET));
        if (!light || at - before > 6)
            break;
        before--;
    }
    return before > 0 ? before - 1 : at;
}

static void read_target(struct reader *reader, const struct number *number, size_t word)
{
    if (!number->points && !number->percent && reader->token[number->at].decimals == 0)
        return;
    for (size_t i = word; i-- > 0 && word - i < REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK || token_is(token, WORD_CLAUSE))
            break;
        if (token->kind == TOKEN_YEAR && token->value != reader->edition->profile.fiscal_year.value)
            return;
        if (token_is_any(token, BITS4(WORD_AWAY, WORD_GOAL, WORD_OTHER, WORD_ABOVE) |
                                    WORD_BIT(WORD_BELOW)))
            return;
    }
    if (passage_is_plan(reader->passage))
        return;
    struct claim *claim = claim_add(reader, CLAIM_IS_TARGET, number->at, number->at);
    claim->subject.thing = CLAIM_TARGET;
    set_value(claim, &reader->token[number->at]);
    reader->token[number->at].used = true;
}

static void add_weight(struct reader *reader, const struct number *number,
                       const struct claim_subject *of)
{
    if (of->thing != CLAIM_INSTRUMENT && of->thing != CLAIM_PART)
        return;
    struct claim *claim = claim_add(reader, CLAIM_WEIGHS, number->at, number->at);
    claim->subject = *of;
    set_value(claim, &reader->token[number->at]);
}

/* ระดับ A คือ ๘๕.๐๐ – ๙๔.๙๙; ระดับผ่านดีต้องได้ตั้งแต่ ๘๕.๐๐ คะแนน. */
static bool read_band(struct reader *reader, const struct number *number)
{
    size_t level = number->at;
    bool defines = false;
    while (level-- > 0 && number->at - level < 10) {
        const struct token *token = &reader->token[level];
        if (token->kind == TOKEN_BREAK || token_is(token, WORD_CLAUSE) ||
            token->kind == TOKEN_THING || token->kind == TOKEN_NUMBER)
            return false;
        if (token->kind == TOKEN_LEVEL)
            break;
        defines = defines || token_is_any(token, BITS2(WORD_BOUND, WORD_REACHES));
    }
    bool is_band = is_range(reader, number->at) && token_is(token_at(reader, level + 1), WORD_IS);
    if (level >= number->at || reader->token[level].kind != TOKEN_LEVEL || !(defines || is_band))
        return level < number->at && reader->token[level].kind == TOKEN_LEVEL && is_band;
    struct claim *claim = claim_add(reader, CLAIM_LEVEL_FROM, number->at, number->at);
    set_value(claim, &reader->token[number->at]);
    claim->text = filled_copy(reader->arena, reader->filled, reader->token[level].from,
                              reader->token[level].to);
    if (is_range(reader, number->at)) {
        claim->to_value = reader->token[number->at + 2].value;
        reader->token[number->at + 2].used = true;
    }
    reader->token[number->at].used = true;
    return true;
}

/* ---- lists ---- */

static size_t list_back(const struct reader *reader, size_t at, struct claim_subject *list,
                        size_t most);

enum { LIST_MOST = 12, SHARE_MOST = 5000 };

/* How many numbers are joined to each other from a place on: ๘๖.๒๘ และ ๘๕.๕๐ คะแนน. */
static size_t count_joined(const struct reader *reader, size_t at)
{
    size_t count = 0;
    for (size_t i = at; token_at(reader, i)->kind == TOKEN_NUMBER; i++) {
        count++;
        i = skip_words(reader, i + 1, WORD_BIT(WORD_POINTS));
        if (!token_is(token_at(reader, i), WORD_AND) && token_at(reader, i)->kind != TOKEN_SIGN &&
            token_at(reader, i)->kind != TOKEN_NUMBER)
            break;
        i -= token_at(reader, i)->kind == TOKEN_NUMBER;
    }
    return count;
}

/* Whether numbers and things belong together one by one: it is said, or there are as many of both. */
static bool is_respective(const struct reader *reader, size_t at, size_t things_end)
{
    struct claim_subject list[LIST_MOST];
    size_t numbers = count_joined(reader, at);
    if (numbers > 1 && numbers == list_back(reader, things_end, list, LIST_MOST))
        return true;
    for (size_t i = at; i < at + REACH / 3; i++) {
        const struct token *token = token_at(reader, i);
        if (token->kind == TOKEN_BREAK || token->kind == TOKEN_THING)
            return false;
        if (token_is(token, WORD_RESPECTIVE))
            return true;
    }
    return false;
}

/* The things of a list that ends at a token, last first; what is between is and, commas, names. */
static size_t list_back(const struct reader *reader, size_t at, struct claim_subject *list,
                        size_t most)
{
    size_t count = 0;
    for (size_t i = at + 1; i-- > 0 && count < most && at - i < REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_THING && has_score(&token->thing))
            list[count++] = token->thing;
        else if (token->kind != TOKEN_NAME && token->kind != TOKEN_SIGN &&
                 token->kind != TOKEN_OPEN && token->kind != TOKEN_CLOSE &&
                 !token_is_any(token, BITS2(WORD_AND, WORD_LIGHT)))
            break;
    }
    return count;
}

static void read_pairs(struct reader *reader, const struct number *first, const struct look *look)
{
    struct claim_subject list[LIST_MOST];
    size_t things = list_back(reader, look->at, list, LIST_MOST), numbers = 0;
    size_t number[LIST_MOST], joined = count_joined(reader, first->at);
    for (size_t i = first->at; numbers < LIST_MOST && i < first->at + REACH; i++) {
        if (token_is(token_at(reader, i), WORD_RESPECTIVE))
            break;
        if (token_at(reader, i)->kind == TOKEN_BREAK || (numbers == joined && joined > 1))
            break;
        if (token_at(reader, i)->kind == TOKEN_NUMBER)
            number[numbers++] = i;
    }
    for (size_t i = 0; i < numbers; i++) {
        reader->token[number[i]].used = true;
        if (things != numbers)
            continue;
        struct claim *claim = claim_add(reader, CLAIM_SCORES, number[i], number[i]);
        claim->subject = list[things - 1 - i];
        claim->subject.part = look->subject.part;
        claim->subject.part_before = look->subject.part_before;
        claim->subject.year = look->subject.year;
        set_value(claim, &reader->token[number[i]]);
    }
}

/* ค่าเฉลี่ยของ A และ B คือ N. */
static bool read_mean(struct reader *reader, const struct number *number, const struct look *look)
{
    struct claim_subject list[LIST_MOST];
    size_t things = list_back(reader, look->at, list, LIST_MOST);
    if (things < 2)
        return false;
    bool is_mean = (look->all & WORD_BIT(WORD_MEAN)) != 0;
    for (size_t i = look->at, steps = 0; !is_mean && i-- > 0 && steps < REACH / 6; steps++) {
        is_mean = token_is(&reader->token[i], WORD_MEAN);
        if (reader->token[i].kind == TOKEN_BREAK)
            break;
    }
    if (!is_mean)
        return false;
    struct claim_subject *kept = ARENA_NEW(reader->arena, struct claim_subject, things);
    for (size_t i = 0; i < things; i++) {
        kept[i] = list[things - 1 - i];
        kept[i].part = look->subject.part_before ? NULL : look->subject.part;
    }
    struct claim *claim = claim_add(reader, CLAIM_SCORES, number->at, number->at);
    claim->subject = (struct claim_subject){.thing = CLAIM_MEAN, .year = look->subject.year};
    claim->list = kept;
    claim->lists = things;
    set_value(claim, &reader->token[number->at]);
    return true;
}

/* ---- scores ---- */

/* Whether so little else is between that the number can only be the subject's. */
static bool is_bound(const struct reader *reader, const struct number *number,
                     const struct look *look)
{
    bool said = number->points || (look->between & BITS2(WORD_POINTS, WORD_OVERALL)) != 0;
    bool got = (look->between & BITS2(WORD_GOT, WORD_IS)) != 0;
    if (look->subject.carried)
        return look->text <= 2 * NO_TEXT && said &&
               (got || look->subject.year != 0 || reader->token[number->at].decimals > 0);
    if (look->subject.implied)
        return look->text <= 2 * NO_TEXT && said;
    return look->text <= (said && got ? NEAR_TEXT : said ? 2 * NO_TEXT : NO_TEXT);
}

static void add_score(struct reader *reader, const struct number *number, const struct look *look)
{
    struct claim *claim = claim_add(reader, CLAIM_SCORES, number->at, number->at);
    claim->subject = look->subject;
    set_value(claim, &reader->token[number->at]);
    if ((look->between & BITS2(WORD_HIGHEST, WORD_LOWEST)) != 0 && look->subject.implied)
        reader->claims--; /* the highest score of something unnamed */
}

static bool is_weight(const struct reader *reader, const struct number *number,
                      const struct look *look)
{
    for (size_t i = number->at; i-- > look->at;)
        if (reader->token[i].kind == TOKEN_NUMBER)
            return false; /* the weight is that one */
    const struct token *own = &reader->token[number->at];
    bool is_share = number->percent && own->decimals == 0 && own->value <= SHARE_MOST &&
                    look->text == 0 &&
                    (look->between & BITS4(WORD_GOT, WORD_IS, WORD_POINTS, WORD_LIGHT)) == 0;
    if ((look->between & WORD_BIT(WORD_WEIGHT)) != 0 || is_share)
        return true;
    if ((look->between & WORD_BIT(WORD_GOT)) != 0)
        return false;
    /* น้ำหนัก before the first of a list holds for all of it */
    for (size_t i = look->at; i-- > 0 && look->at - i < REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK || token_is(token, WORD_RELATIVE) ||
            (token_is(token, WORD_GOT) && !token_is(token, WORD_TOTAL)))
            return false;
        if (token_is(token, WORD_WEIGHT))
            return reader->token[number->at].decimals == 0 || number->points;
    }
    return false;
}

/* ได้ ๗๗.๕๘ คะแนนในปีงบประมาณ พ.ศ. ๒๕๖๘: the year comes after. False: nothing is said of whose score it is. */
static bool take_year_after(const struct reader *reader, const struct number *number,
                            struct look *look)
{
    size_t at = number->after;
    if (!token_is(token_at(reader, at), WORD_IN))
        return true;
    at = skip_words(reader, at, BITS2(WORD_IN, WORD_LIGHT));
    const struct token *year = token_at(reader, at);
    int64_t fiscal = reader->edition->profile.fiscal_year.value, of = 0;
    if (year->kind == TOKEN_YEAR)
        of = year->value;
    else if (year->kind == TOKEN_WORD && token_is(year, WORD_LAST_YEAR))
        of = fiscal - 1;
    if (of == 0 || of == fiscal)
        return true;
    bool of_all =
        reader->passage->kind == PASSAGE_FOREWORD || reader->passage->kind == PASSAGE_SUMMARY;
    if (look->subject.thing == CLAIM_NOTHING && of_all)
        look->subject = (struct claim_subject){.thing = CLAIM_OVERALL, .implied = true};
    look->subject.year = of;
    return look->subject.thing != CLAIM_NOTHING;
}

/* ได้ ๘๘.๗๗ คะแนนในส่วนที่ ๑: the part comes after. */
static void take_part_after(const struct reader *reader, const struct number *number,
                            struct look *look)
{
    const struct token *part = token_at(reader, number->after + 1);
    struct claim_subject *subject = &look->subject;
    bool has_parts = subject->thing == CLAIM_PART || subject->thing == CLAIM_QUESTION ||
                     subject->thing == CLAIM_INDICATOR;
    if (!has_parts || !token_is(token_at(reader, number->after), WORD_IN) ||
        part->kind != TOKEN_THING || part->thing.thing != CLAIM_PART || part->thing.lacks)
        return;
    subject->part = part->thing.part;
    subject->part_before = false;
}

/* ไม่ได้คะแนน: none at all. */
static void read_no_score(struct reader *reader, size_t at)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_WORD || !token_is(token, WORD_NOT) || !token_is(token, WORD_POINTS) ||
        token_at(reader, at + 1)->kind == TOKEN_NUMBER ||
        token_is(token_at(reader, at + 1), WORD_FULL))
        return;
    struct look look = look_left(reader, at);
    if (look.is_blocked || look.is_goal || look.is_generic || look.is_negated ||
        look.subject.thing != CLAIM_QUESTION || look.text > NO_TEXT)
        return;
    struct claim *claim = claim_add(reader, CLAIM_SCORES, at, at);
    claim->subject = look.subject;
    claim->decimals = 2;
    claim->computed = false;
}

void read_number(struct reader *reader, size_t at)
{
    struct number number;
    if (!looks_like_score(reader, at, &number) || is_after_dash(reader, at))
        return;
    if (read_band(reader, &number))
        return;
    size_t owner = owner_of(reader, at);
    if (owner < at && token_is(&reader->token[owner], WORD_TARGET)) {
        read_target(reader, &number, owner);
        return;
    }
    if (owner < at && token_is(&reader->token[owner], WORD_FULL))
        return;
    struct look look = look_left(reader, at);
    if (look.is_blocked)
        return;
    if (is_weight(reader, &number, &look)) {
        add_weight(reader, &number, &look.subject);
        return;
    }
    if (look.is_goal || (look.between & NO_RESULT) != 0 || look.is_negated || look.is_generic)
        return;
    if (is_range(reader, at))
        return;
    if (look.subject.thing == CLAIM_NOTHING) {
        int64_t year = look.subject.year;
        look.subject = implied_subject(reader, look.all);
        look.subject.year = year;
    }
    if (!take_year_after(reader, &number, &look))
        return;
    take_part_after(reader, &number, &look);
    if (look.subject.thing == CLAIM_NOTHING || !is_bound(reader, &number, &look))
        return;
    if (is_respective(reader, at, look.at))
        read_pairs(reader, &number, &look);
    else if (!read_mean(reader, &number, &look))
        add_score(reader, &number, &look);
}

/* ได้คะแนนเต็ม */
void read_full_score(struct reader *reader, size_t at)
{
    read_no_score(reader, at);
    const struct token *token = &reader->token[at];
    const struct token *before = at > 0 ? &reader->token[at - 1] : token;
    const struct token *after = token_at(reader, at + 1);
    if (token->kind != TOKEN_WORD || !token_is(token, WORD_FULL) || !token_is(before, WORD_GOT) ||
        (after->kind == TOKEN_NUMBER &&
         after->value != reader->edition->scheme->full_score.hundredths))
        return;
    struct look look = look_left(reader, at);
    if (look.is_blocked || look.is_goal || look.is_negated || look.is_generic ||
        look.subject.thing == CLAIM_NOTHING || look.text > NEAR_TEXT)
        return;
    struct claim *claim = claim_add(reader, CLAIM_SCORES, at, at);
    claim->subject = look.subject;
    claim->value = reader->edition->scheme->full_score.hundredths;
    claim->decimals = 2;
    claim->computed = false;
}
