/*
 * Above and below the target, another thing or a number; reached and missed; by how much. And what has
 * risen or fallen since another year.
 */
#include "claims/reader.h"

#define SOFT (BITS4(WORD_IN, WORD_LIGHT, WORD_IS, WORD_POINTS))

static const struct {
    enum claims_word word;
    enum claim_relation relation;
    bool negated;
} COMPARISONS[] = {
    {WORD_MISSES, CLAIM_BELOW, false}, {WORD_ABOVE, CLAIM_ABOVE, false},
    {WORD_BELOW, CLAIM_BELOW, false},  {WORD_REACHES, CLAIM_AT_LEAST, false},
    {WORD_AWAY, CLAIM_AWAY, false},
};
enum {
    COMPARISON_WORDS = sizeof COMPARISONS / sizeof *COMPARISONS,
    SOFT_MOST = 4,
    EVERY_REACH = 9,
    LACK_REACH = 7,
    LIST_MOST = 12
};

/* What a thing is compared with. */
struct object {
    struct claim_subject thing;
    size_t at, after; /* its token, and the one after it */
    int64_t amount;
    int decimals;
    bool computed;
    int64_t year; /* compared with another year */
};

static int64_t year_at(const struct reader *reader, size_t at)
{
    const struct token *token = token_at(reader, at);
    int64_t fiscal = reader->edition->profile.fiscal_year.value;
    if (token->kind == TOKEN_YEAR && token->value != fiscal)
        return token->value;
    return token->kind == TOKEN_WORD && token_is(token, WORD_LAST_YEAR) ? fiscal - 1 : 0;
}

/* A number of points, from a token on; at most a few words are before it. */
static bool amount_at(const struct reader *reader, size_t at, size_t *number)
{
    for (size_t i = at; i < at + SOFT_MOST + 2; i++) {
        const struct token *token = token_at(reader, i);
        if (token->kind == TOKEN_NUMBER) {
            *number = i;
            return token_is(token_at(reader, i + 1), WORD_POINTS) || token->decimals == 2;
        }
        if (token->kind != TOKEN_OPEN && token->kind != TOKEN_NAME &&
            (token->kind != TOKEN_WORD ||
             !token_is_any(token, SOFT | BITS3(WORD_REACHES, WORD_LAST_YEAR, WORD_GOT))) &&
            token->kind != TOKEN_YEAR)
            return false;
    }
    return false;
}

static bool is_number_of_points(const struct reader *reader, size_t at)
{
    const struct token *token = token_at(reader, at);
    const struct token *next = token_at(reader, at + 1);
    return token->kind == TOKEN_NUMBER && !token->used && token->decimals <= 2 &&
           (token_is(next, WORD_POINTS) || (token->decimals == 2 && !token_is(next, WORD_UNIT)));
}

static bool find_object(const struct reader *reader, size_t at, struct object *object)
{
    *object = (struct object){.amount = -1};
    size_t i = at + 1;
    for (size_t steps = 0; steps < SOFT_MOST; steps++, i++) {
        const struct token *token = token_at(reader, i);
        if (token->kind != TOKEN_WORD || !token_is_any(token, SOFT) ||
            token_is_any(token, BITS3(WORD_TARGET, WORD_CRITERION, WORD_OVERALL)))
            break;
    }
    const struct token *token = token_at(reader, i);
    object->at = i;
    object->after = i + 1;
    if (token->kind == TOKEN_WORD && token_is(token, WORD_CRITERION) &&
        is_number_of_points(reader, i + 1)) {
        object->thing = (struct claim_subject){.thing = CLAIM_NUMBER};
        object->at = i + 1;
        object->after = i + 2;
        return true;
    }
    if (token->kind == TOKEN_WORD && token_is_any(token, BITS2(WORD_TARGET, WORD_CRITERION))) {
        object->thing = (struct claim_subject){.thing = CLAIM_TARGET};
        return true;
    }
    object->year = year_at(reader, i);
    if (object->year != 0)
        return true;
    if (is_number_of_points(reader, i)) {
        object->thing = (struct claim_subject){.thing = CLAIM_NUMBER};
        return true;
    }
    return thing_named(reader, i, &object->thing);
}

/* Whether too much else is between for the comparison to be of the subject. */
static bool is_of_subject(const struct reader *reader, const struct look *look, size_t at)
{
    if (look->is_blocked || look->is_goal || look->is_generic ||
        look->subject.thing == CLAIM_NOTHING)
        return false;
    if (look->subject.thing == CLAIM_TARGET)
        return false;
    if (look->subject.implied || look->subject.carried)
        return look->text <= NEAR_TEXT / 2;
    (void)reader;
    (void)at;
    return look->text <= 2 * NEAR_TEXT;
}

static void take_amount(struct reader *reader, struct object *object)
{
    size_t number;
    if (object->thing.thing == CLAIM_NUMBER || !amount_at(reader, object->after, &number))
        return;
    struct token *token = &reader->token[number];
    /* ต่ำกว่าค่าเป้าหมาย (๘๕ คะแนน): what the target is, and no amount */
    bool is_target = object->thing.thing == CLAIM_TARGET && token->value > 5000;
    bool is_own =
        object->thing.thing != CLAIM_TARGET && token_at(reader, object->after)->kind == TOKEN_OPEN;
    bool got = token_is(token_at(reader, number - 1), WORD_GOT);
    if (is_target || is_own || got)
        return;
    object->amount = token->value;
    object->decimals = token->decimals;
    object->computed = token->computed;
    token->used = true;
}

/* All of a kind, right before a comparison: ทุกตัวชี้วัดของ IIT ได้มากกว่า …; of an instrument where one is named. */
static bool find_every(const struct reader *reader, size_t at, struct claim_subject *every)
{
    *every = (struct claim_subject){0};
    for (size_t i = at; i-- > 0 && at - i < EVERY_REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_THING && token->thing.thing == CLAIM_INSTRUMENT)
            every->instrument = token->thing.instrument;
        else if (token->kind == TOKEN_THING && token->thing.thing == CLAIM_PART)
            every->part = token->thing.part;
        else if (token->kind != TOKEN_WORD ||
                 token_is_any(token, BITS4(WORD_NOT, WORD_GOAL, WORD_AIM, WORD_OTHER)))
            return false;
        if (!token_is(token, WORD_EVERY))
            continue;
        bool of_tools = (token->words & WORD_BIT(WORD_TOOL)) != 0;
        every->thing = of_tools ? CLAIM_TOOLS : CLAIM_INDICATORS;
        return i == 0 ||
               !token_is_any(&reader->token[i - 1], BITS3(WORD_NOT, WORD_GOAL, WORD_OTHER));
    }
    return false;
}

static struct claim_subject subject_of(const struct reader *reader, struct look *look)
{
    if (look->subject.thing != CLAIM_NOTHING)
        return look->subject;
    struct claim_subject implied = implied_subject(reader, look->all);
    bool in_analysis = reader->passage->kind == PASSAGE_ANALYSIS && look->text <= NO_TEXT &&
                       (look->all & BITS2(WORD_SELF, WORD_OTHER)) == 0;
    bool self = look->text == 0 && (look->between & WORD_BIT(WORD_SELF)) != 0;
    bool said = in_analysis || self || (look->between & BITS2(WORD_POINTS, WORD_RESULT)) != 0;
    return said ? implied : (struct claim_subject){0};
}

static void add_comparison(struct reader *reader, size_t at, enum claim_relation relation,
                           const struct look *look, const struct object *object)
{
    struct claim *claim = claim_add(reader, relation, at, object->at);
    claim->subject = look->subject;
    claim->other = object->thing;
    claim->amount = object->amount;
    claim->decimals = object->decimals;
    claim->negated = look->is_negated;
    claim->computed = object->computed;
    if (object->year != 0) {
        claim->relation = relation == CLAIM_ABOVE ? CLAIM_RISEN : CLAIM_FALLEN;
        claim->since = object->year;
    }
    if (object->thing.thing == CLAIM_NUMBER) {
        claim->value = reader->token[object->at].value;
        claim->decimals = reader->token[object->at].decimals;
        reader->token[object->at].used = true;
    }
    if (object->at < reader->count && reader->token[object->at].kind == TOKEN_THING)
        reader->token[object->at].used = object->thing.thing != CLAIM_NUMBER;
}

/* ขาดอีก N คะแนนจึงจะถึงค่าเป้าหมาย: the target comes after the amount. */
static void read_lack(struct reader *reader, size_t at, size_t number)
{
    bool reaches = false;
    for (size_t i = number + 1; i < number + LACK_REACH; i++) {
        const struct token *token = token_at(reader, i);
        if (token->kind == TOKEN_BREAK || token->kind == TOKEN_NUMBER)
            return;
        if (reaches && token_is(token, WORD_TARGET))
            break;
        reaches = reaches || token_is(token, WORD_REACHES);
        if (i + 1 == number + LACK_REACH)
            return;
    }
    struct look look = look_left(reader, at);
    look.subject = subject_of(reader, &look);
    if (look.is_blocked || look.is_goal || look.is_negated || look.is_generic ||
        look.subject.thing == CLAIM_NOTHING || look.text > NEAR_TEXT / 2)
        return;
    struct claim *claim = claim_add(reader, CLAIM_AWAY, at, number);
    claim->subject = look.subject;
    claim->other.thing = CLAIM_TARGET;
    claim->amount = reader->token[number].value;
    claim->decimals = reader->token[number].decimals;
    claim->computed = reader->token[number].computed;
    reader->token[number].used = true;
}

/* A และ B ต่างกัน N คะแนน: the two things before, and no object after. */
static void read_difference(struct reader *reader, size_t at)
{
    struct claim_subject pair[2];
    size_t count = 0, number, i = at;
    if (!amount_at(reader, at + 1, &number))
        return;
    while (i-- > 0 && at - i < REACH / 2 && count < 2) {
        struct token *token = &reader->token[i];
        if (token->kind == TOKEN_THING && has_score(&token->thing))
            pair[count++] = token->thing;
        else if (token->kind == TOKEN_BREAK || token->kind == TOKEN_NUMBER ||
                 token->kind == TOKEN_TEXT ||
                 token_is_any(token, BITS4(WORD_RELATIVE, WORD_GOAL, WORD_OTHER, WORD_LAST_YEAR)))
            break;
    }
    if (count < 2 || pair[0].thing != pair[1].thing) {
        read_lack(reader, at, number);
        return;
    }
    struct claim *claim = claim_add(reader, CLAIM_AWAY, at, number);
    claim->subject = pair[1];
    claim->other = pair[0];
    claim->amount = reader->token[number].value;
    claim->decimals = reader->token[number].decimals;
    claim->computed = reader->token[number].computed;
    reader->token[number].used = true;
}

/* ตัวชี้วัดที่ต่ำกว่าค่าเป้าหมาย ได้แก่ A B และ C: said of each of the list that follows. */
static bool read_listed(struct reader *reader, size_t at, enum claim_relation relation,
                        const struct look *look, const struct object *object)
{
    size_t i = object->after, things = 0;
    if (object->thing.thing != CLAIM_TARGET || look->is_negated || look->is_goal ||
        !(look->is_generic || (look->all & BITS2(WORD_INDICATOR, WORD_TOOL)) != 0))
        return false;
    i = skip_words(reader, i, BITS2(WORD_LIGHT, WORD_TOTAL));
    if (!token_is(token_at(reader, i), WORD_IS))
        return false;
    for (i++; things < LIST_MOST; i++) {
        struct token *token = i < reader->count ? &reader->token[i] : NULL;
        if (token == NULL)
            break;
        if (token->kind == TOKEN_THING && has_score(&token->thing)) {
            struct claim *claim = claim_add(reader, relation, i, i);
            claim->subject = token->thing;
            claim->other = object->thing;
            things++;
        } else if (token->kind != TOKEN_NAME && token->kind != TOKEN_SIGN &&
                   token->kind != TOKEN_OPEN && token->kind != TOKEN_CLOSE &&
                   !(token->kind == TOKEN_WORD && token_is(token, WORD_AND))) {
            break;
        }
    }
    (void)at;
    return things > 0;
}

/* The number of ๔ ตัวชี้วัด that ends before, or begins at, a token. */
static bool counted_before(const struct reader *reader, size_t at, size_t *number)
{
    size_t i = at;
    while (i > 0 && token_is_any(&reader->token[i - 1], BITS3(WORD_LIGHT, WORD_GOT, WORD_POINTS)) &&
           reader->token[i - 1].kind == TOKEN_WORD)
        i--;
    if (i < 2 || !token_is(&reader->token[i - 1], WORD_INDICATOR))
        return false;
    *number = i - 2;
    /* ห้าในสิบตัวชี้วัด: the first of two numbers */
    bool of_all = i > 3 && token_is(&reader->token[i - 3], WORD_IN) &&
                  reader->token[i - 4].kind == TOKEN_NUMBER;
    *number -= of_all ? 2 : 0;
    return reader->token[*number].kind == TOKEN_NUMBER;
}

static bool counted_after(const struct reader *reader, size_t at, size_t *number)
{
    *number = skip_words(reader, at, BITS4(WORD_LIGHT, WORD_GOT, WORD_TOTAL, WORD_IS));
    return *number > at && token_at(reader, *number)->kind == TOKEN_NUMBER &&
           token_is(token_at(reader, *number + 1), WORD_INDICATOR);
}

/* มี ๔ ตัวชี้วัดที่ต่ำกว่าค่าเป้าหมาย; ตัวชี้วัดที่ต่ำกว่าค่าเป้าหมายมี ๔ ตัวชี้วัด. */
static void read_count_of(struct reader *reader, size_t at, enum claim_relation relation,
                          const struct object *object, const struct look *look)
{
    size_t number = 0;
    bool known = relation == CLAIM_BELOW || relation == CLAIM_AT_LEAST;
    bool after = look->is_generic && counted_after(reader, object->after, &number);
    if (!known || object->thing.thing != CLAIM_TARGET || look->is_goal || look->is_blocked ||
        look->is_negated || (!after && !counted_before(reader, at, &number)))
        return;
    const struct token *token = &reader->token[number];
    const struct token *before = number > 0 ? &reader->token[number - 1] : token;
    if (token->decimals > 0 || token->computed ||
        token_is_any(before, BITS3(WORD_BOUND, WORD_REACHES, WORD_GOAL)))
        return;
    struct claim *claim = claim_add(reader, CLAIM_COUNTS, number, number + 1);
    claim->unit = relation == CLAIM_BELOW ? CLAIM_UNIT_BELOW : CLAIM_UNIT_REACHED;
    claim->value = token->value;
    if (look->subject.thing == CLAIM_INSTRUMENT && !look->subject.carried)
        claim->subject = look->subject;
}

/* Only what has an object after it is read, but for two things that differ. */
void read_comparison(struct reader *reader, size_t at)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_WORD || token->used)
        return;
    for (size_t i = 0; i < COMPARISON_WORDS; i++) {
        if (!token_is(token, COMPARISONS[i].word))
            continue;
        struct object object;
        enum claim_relation relation = COMPARISONS[i].relation;
        if (relation == CLAIM_AWAY && amount_at(reader, at + 1, &(size_t){0}) &&
            !token_is(token_at(reader, at + 1), WORD_TARGET)) {
            read_difference(reader, at);
            return;
        }
        if (!find_object(reader, at, &object))
            return;
        bool to_number = object.thing.thing == CLAIM_NUMBER;
        if (relation == CLAIM_AT_LEAST && object.thing.thing != CLAIM_TARGET &&
            !(to_number && !token_is(token, WORD_LIGHT)))
            return;
        if (relation == CLAIM_AWAY && to_number)
            return;
        if (object.year != 0 && relation != CLAIM_ABOVE && relation != CLAIM_BELOW)
            return;
        struct look look = look_left(reader, at);
        take_amount(reader, &object);
        struct claim_subject every;
        if (find_every(reader, at, &every) && !look.is_goal) {
            look = (struct look){.subject = every};
            add_comparison(reader, at, relation, &look, &object);
            return;
        }
        read_count_of(reader, at, relation, &object, &look);
        if (read_listed(reader, at, relation, &look, &object))
            return;
        look.subject = subject_of(reader, &look);
        if (relation == CLAIM_AWAY && object.amount < 0)
            return;
        if (is_of_subject(reader, &look, at))
            add_comparison(reader, at, relation, &look, &object);
        else if (to_number)
            reader->token[object.at].used = true;
        return;
    }
}

/* ---- change ---- */

/* The other year that a change is since: named in the sentence. */
static int64_t find_since(const struct reader *reader, size_t at)
{
    for (size_t i = at + 1; i < at + SOFT_MOST + 4; i++) {
        if (token_at(reader, i)->kind == TOKEN_BREAK)
            break;
        if (year_at(reader, i) != 0)
            return year_at(reader, i);
    }
    for (size_t i = at; i-- > 0 && at - i < REACH / 2;) {
        if (reader->token[i].kind == TOKEN_BREAK)
            return 0;
        if (year_at(reader, i) != 0)
            return year_at(reader, i);
    }
    return 0;
}

/* เพิ่มขึ้นจาก ๗๗.๕๘ คะแนน เป็น ๘๖.๐๘ คะแนน: the first is the other year's. */
static void read_from(struct reader *reader, size_t at, const struct look *look, int64_t since)
{
    size_t i = at + 1;
    if (!token_is(token_at(reader, i), WORD_IN))
        return;
    i = skip_words(reader, i, BITS4(WORD_IN, WORD_LAST_YEAR, WORD_LIGHT, WORD_GOT));
    if (!is_number_of_points(reader, i))
        return;
    struct claim *claim = claim_add(reader, CLAIM_SCORES, i, i);
    claim->subject = look->subject;
    claim->subject.year = since;
    claim->value = reader->token[i].value;
    claim->decimals = reader->token[i].decimals;
    reader->token[i].used = true;
}

void read_change(struct reader *reader, size_t at)
{
    struct token *token = &reader->token[at];
    if (token->kind != TOKEN_WORD || !token_is_any(token, BITS2(WORD_RISEN, WORD_FALLEN)))
        return;
    struct token *next = at + 1 < reader->count ? &reader->token[at + 1] : token;
    if (token_is_any(next, BITS2(WORD_HIGHEST, WORD_LOWEST))) {
        next->used = true; /* the order of changes is not read */
        return;
    }
    struct look look = look_left(reader, at);
    int64_t since = find_since(reader, at);
    size_t number = 0;
    bool to_value = token_is(next, WORD_IS) || token_is(token, WORD_IS);
    bool has_amount = !to_value && !token_is(next, WORD_PERCENT) &&
                      amount_at(reader, at + 1, &number) &&
                      !token_is(token_at(reader, number - 1), WORD_IN);
    bool is_percent = has_amount && token_is(token_at(reader, number - 1), WORD_PERCENT);
    bool was_from = token_is(next, WORD_IN) && is_number_of_points(reader, at + 2);
    look.subject = subject_of(reader, &look);
    struct claim_subject every;
    if (find_every(reader, at, &every) && !look.is_goal)
        look = (struct look){.subject = every};
    if (look.subject.thing == CLAIM_NOTHING && has_amount && since != 0 &&
        reader->passage->kind == PASSAGE_ANALYSIS)
        look.subject = implied_subject(reader, look.all);
    if (look.subject.thing == CLAIM_NOTHING && has_amount && since != 0 &&
        !passage_is_plan(reader->passage))
        look.subject = (struct claim_subject){.thing = CLAIM_OVERALL, .implied = true};
    if (since == 0 || look.is_blocked || look.is_goal || look.is_negated || look.is_generic ||
        look.subject.thing == CLAIM_NOTHING || look.text > NEAR_TEXT) {
        if (has_amount)
            reader->token[number].used = true;
        return;
    }
    look.subject.year = 0;
    if (was_from)
        read_from(reader, at, &look, since);
    struct claim *claim =
        claim_add(reader, token_is(token, WORD_RISEN) ? CLAIM_RISEN : CLAIM_FALLEN, at,
                  has_amount ? number : at);
    claim->subject = look.subject;
    claim->since = since;
    if (!has_amount)
        return;
    struct token *amount = &reader->token[number];
    claim->amount = is_percent ? -1 : amount->value;
    claim->decimals = amount->decimals;
    claim->computed = amount->computed;
    amount->used = true;
}
