/*
 * Words and numbers joined: a label and a number are a thing of the scheme, a month and a year a date, numerals a
 * number. What was said of one number is said of those that follow it in a list: ตัวชี้วัดที่ ๗ และ ๘.
 */
#include <stdlib.h>
#include <string.h>

#include "claims/lexer.h"

enum { LIST_NUMBER_MOST = 30, OWNER_REACH = 6 };
enum { YEARS_FROM = 2400, YEARS_TO = 2700, SHORT_FROM = 50, SHORT_TO = 99, CENTURY = 2500 };

struct joiner {
    const struct token_setup *setup;
    const struct filled *filled;
    struct token *in, *out;
    size_t count, at, made;
    const struct scheme_instrument *parted; /* the instrument with parts that was named last */
};

static struct token none_token(void)
{
    return (struct token){.kind = TOKEN_BREAK};
}

static struct token peek(const struct joiner *joiner, size_t ahead)
{
    size_t at = joiner->at + ahead;
    return at < joiner->count ? joiner->in[at] : none_token();
}

static void take(struct joiner *joiner, struct token token, size_t tokens)
{
    joiner->out[joiner->made++] = token;
    joiner->at += tokens;
}

/* A number as typed in Western digits. */
static const char *digits_of(const struct joiner *joiner, const struct token *token)
{
    char *text = ARENA_NEW(joiner->setup->arena, char, token->to - token->from + 1);
    for (size_t i = token->from; i < token->to; i++)
        text[i - token->from] = (char)joiner->filled->letter[i].c;
    return text;
}

static bool is_whole(const struct token *token)
{
    return token->kind == TOKEN_NUMBER && token->decimals == 0;
}

/* ---- things by number ---- */

static struct claim_subject numbered(const struct joiner *joiner, const struct token *number)
{
    const struct scheme *scheme = joiner->setup->scheme;
    struct claim_subject thing = {.number = digits_of(joiner, number)};
    if (number->decimals == 0) {
        thing.thing = CLAIM_INDICATOR;
        thing.indicator = scheme_find_indicator(scheme, number->value / 100);
        thing.lacks = thing.indicator == NULL;
        return thing;
    }
    thing.thing = CLAIM_SUBINDICATOR;
    thing.subindicator = scheme_find_subindicator(scheme, thing.number);
    thing.lacks = thing.subindicator == NULL && scheme->subindicators > 0;
    if (thing.subindicator == NULL && scheme->subindicators == 0)
        thing.thing = CLAIM_NOTHING;
    return thing;
}

static struct token join(const struct token *label, const struct token *number,
                         struct claim_subject thing)
{
    struct token token = *label;
    token.kind = TOKEN_THING;
    token.label = label->from;
    token.from = number->from;
    token.to = number->to;
    token.computed = number->computed;
    token.words = 0;
    token.thing = thing;
    return token;
}

/* What a number can be the count of. */
static bool counts(const struct token *token)
{
    return token_is_any(token, BITS4(WORD_UNIT, WORD_POINTS, WORD_INDICATOR, WORD_QUESTION) |
                                   BITS4(WORD_ISSUE, WORD_MEASURE, WORD_TOOL, WORD_MONTH)) &&
           token->kind == TOKEN_WORD;
}

/* Whether a list of plain numbers without commas ends with a joined one: ๖ ๗ และ ๘. */
static bool goes_on(const struct joiner *joiner, size_t ahead)
{
    struct token token = peek(joiner, ahead);
    for (; token.kind == TOKEN_NUMBER && token.decimals == 0; token = peek(joiner, ++ahead))
        if (token.value > 100 * LIST_NUMBER_MOST)
            return false;
    struct token last = peek(joiner, ahead + 1), after = peek(joiner, ahead + 2);
    return token.kind == TOKEN_WORD && token_is(&token, WORD_AND) && is_whole(&last) &&
           !counts(&after) && last.value <= 100 * LIST_NUMBER_MOST;
}

/* The further numbers of a list after a thing. */
static void join_list(struct joiner *joiner, const struct token *label, int decimals)
{
    for (;;) {
        struct token first = peek(joiner, 0);
        bool linked = token_is(&first, WORD_AND) ||
                      (first.kind == TOKEN_SIGN && joiner->filled->letter[first.from].c != '/');
        size_t ahead = linked ? 1 : 0;
        struct token number = peek(joiner, ahead);
        struct token after = peek(joiner, ahead + 1);
        if (number.kind != TOKEN_NUMBER || number.decimals != decimals || counts(&after) ||
            (after.kind == TOKEN_NUMBER && !goes_on(joiner, ahead + 1)) ||
            (ahead == 0 && decimals == 0 && !goes_on(joiner, 1)))
            return;
        struct claim_subject thing = numbered(joiner, &number);
        if (thing.lacks && decimals == 0)
            return;
        if (linked)
            take(joiner, first, 1);
        struct token token = join(&number, &number, thing);
        token.label = label->from;
        take(joiner, token, 1);
    }
}

/* Whether a label ends in ที่, so that a number after it can only be its number. */
static bool ends_in_that(const struct joiner *joiner, const struct token *label)
{
    const struct filled_letter *end = &joiner->filled->letter[label->to];
    return label->to - label->from > 3 && end[-1].c == 0x0E48 && end[-2].c == 0x0E35;
}

static bool join_indicator(struct joiner *joiner)
{
    struct token label = peek(joiner, 0);
    struct token number = peek(joiner, 1);
    struct token after = peek(joiner, 2);
    if (!token_is_any(&label, WORD_BIT(WORD_INDICATOR) | WORD_BIT(WORD_SUBINDICATOR)) ||
        number.kind != TOKEN_NUMBER || number.decimals > 1 || number.in_words)
        return false;
    if (!ends_in_that(joiner, &label) && counts(&after))
        return false;
    struct claim_subject thing = numbered(joiner, &number);
    if (thing.thing == CLAIM_NOTHING)
        return false;
    take(joiner, join(&label, &number, thing), 2);
    join_list(joiner, &label, number.decimals);
    return true;
}

/* The instrument with parts that parts are said to be of: ส่วนที่ ๑ และส่วนที่ ๒ ของ EIT. */
static const struct scheme_instrument *owner_after(const struct joiner *joiner, size_t ahead)
{
    for (size_t i = ahead; i < ahead + OWNER_REACH; i++) {
        struct token token = peek(joiner, i);
        if (token.kind == TOKEN_BREAK)
            return NULL;
        if (token.kind != TOKEN_THING || token.thing.thing != CLAIM_INSTRUMENT)
            continue;
        struct token before = peek(joiner, i - 1);
        bool owns = token_is(&before, WORD_IN) && token.thing.instrument->parts > 0;
        return owns ? token.thing.instrument : NULL;
    }
    return NULL;
}

/* EIT ส่วนที่ ๑, and ส่วนที่ ๒ alone where the instrument was named before. */
static bool join_part(struct joiner *joiner)
{
    struct token label = peek(joiner, 0);
    size_t ahead = 0;
    const struct scheme_instrument *instrument = joiner->parted;
    bool named = label.kind == TOKEN_THING && label.thing.thing == CLAIM_INSTRUMENT;
    if (named) {
        instrument = label.thing.instrument;
        ahead = 1;
    }
    struct token word = peek(joiner, ahead);
    struct token number = peek(joiner, ahead + 1);
    if (instrument == NULL)
        instrument = owner_after(joiner, ahead + 2);
    if (instrument == NULL || !token_is(&word, WORD_PART) || !is_whole(&number) || number.in_words)
        return false;
    int64_t place = number.value / 100;
    struct claim_subject thing = {.thing = CLAIM_PART, .instrument = instrument};
    if (place >= 1 && place <= (int64_t)instrument->parts) {
        thing.part = &instrument->part[place - 1];
    } else if (named && instrument->parts > 0) {
        thing.lacks = true;
        thing.number = filled_copy(joiner->setup->arena, joiner->filled, label.from, number.to);
    } else {
        return false;
    }
    take(joiner, join(&label, &number, thing), ahead + 2);
    return true;
}

static bool join_numbered(struct joiner *joiner, enum claims_word word, enum claim_thing kind)
{
    struct token label = peek(joiner, 0);
    struct token number = peek(joiner, 1);
    struct token after = peek(joiner, 2);
    if (!token_is(&label, word) || !is_whole(&number) || number.in_words || counts(&after))
        return false;
    take(joiner,
         join(&label, &number,
              (struct claim_subject){.thing = kind, .number = digits_of(joiner, &number)}),
         2);
    return true;
}

/* ข้อ i๕: the label belongs to the question. */
static bool join_question(struct joiner *joiner)
{
    struct token label = peek(joiner, 0);
    struct token id = peek(joiner, 1);
    if (!token_is(&label, WORD_QUESTION) || id.kind != TOKEN_THING ||
        id.thing.thing != CLAIM_QUESTION)
        return false;
    id.label = label.from;
    id.spaced = label.spaced;
    take(joiner, id, 2);
    return true;
}

/* ---- years and dates ---- */

static bool year_of(const struct token *head, const struct token *number, int64_t *year)
{
    if (!is_whole(number) || number->in_words)
        return false;
    int64_t value = number->value / 100;
    size_t digits = number->to - number->from;
    *year = value;
    if (digits == 4)
        return value >= YEARS_FROM && value < YEARS_TO;
    *year = CENTURY + value;
    return head != NULL && token_is(head, WORD_FISCAL) && digits == 2 && value >= SHORT_FROM &&
           value <= SHORT_TO;
}

static struct token year_token(const struct token *head, const struct token *number, int64_t year)
{
    struct token token = *number;
    token.kind = TOKEN_YEAR;
    token.value = year;
    if (head != NULL) {
        token.label = head->from;
        token.spaced = head->spaced;
        token.words = head->words;
    }
    return token;
}

static bool join_year(struct joiner *joiner)
{
    struct token head = peek(joiner, 0);
    bool has_head = head.kind == TOKEN_WORD && token_is(&head, WORD_YEAR);
    size_t ahead = has_head ? 1 : 0;
    struct token second = peek(joiner, 1);
    if (has_head && second.kind == TOKEN_WORD && token_is(&second, WORD_YEAR))
        ahead = 2; /* ประจำปีงบประมาณ พ.ศ. with more between than a space */
    struct token number = peek(joiner, ahead);
    struct token after = peek(joiner, ahead + 1);
    int64_t year;
    if (!year_of(has_head ? &head : NULL, &number, &year) || (!has_head && counts(&after)))
        return false;
    take(joiner, year_token(has_head ? &head : NULL, &number, year), ahead + 1);
    return true;
}

/* [day] month [พ.ศ.] year; a month alone is a word. */
static bool join_date(struct joiner *joiner)
{
    struct token first = peek(joiner, 0);
    size_t ahead = is_whole(&first) && first.value <= 3100 ? 1 : 0;
    struct token month = peek(joiner, ahead);
    if (!token_is(&month, WORD_MONTH))
        return false;
    struct token head = peek(joiner, ahead + 1);
    size_t tokens = ahead + 1;
    if (token_is(&head, WORD_YEAR))
        tokens++;
    struct token number = peek(joiner, tokens);
    int64_t year;
    if (!year_of(&month, &number, &year)) {
        if (ahead == 0)
            return false;
        first.kind = TOKEN_DATE;
        first.to = month.to;
        take(joiner, first, 2);
        return true;
    }
    first.kind = TOKEN_DATE;
    first.to = number.to;
    first.value = year;
    first.words = 0;
    take(joiner, first, tokens + 1);
    return true;
}

/* ---- numerals ---- */

static int64_t numeral_of(const struct token *token)
{
    const char *value = token->entry->value;
    return value == NULL || *value == '.' ? -1 : strtoll(value, NULL, 10);
}

/* เก้าสิบแปดจุดหกเจ็ด: the tens and units of a number, and its decimals. */
static bool join_numerals(struct joiner *joiner)
{
    struct token first = peek(joiner, 0);
    if (first.kind != TOKEN_WORD || !token_is(&first, WORD_NUMERAL) || numeral_of(&first) < 0)
        return false;
    int64_t sum = 0, digit = -1, fraction = 0;
    int decimals = -1;
    size_t ahead = 0;
    for (struct token next = first; next.kind == TOKEN_WORD && token_is(&next, WORD_NUMERAL) &&
                                    (ahead == 0 || !next.spaced) && decimals < 2;
         next = peek(joiner, ahead)) {
        int64_t value = numeral_of(&next);
        if (value < 0 || decimals >= 0) {
            fraction = value < 0 || value > 9 ? fraction : 10 * fraction + value;
            decimals++;
        } else if (value >= 10) {
            sum += value * (digit < 0 ? 1 : digit);
            digit = -1;
        } else {
            digit = value;
        }
        first.to = next.to;
        ahead++;
    }
    sum += digit < 0 ? 0 : digit;
    first.kind = TOKEN_NUMBER;
    first.words = 0;
    first.in_words = true;
    first.decimals = decimals < 0 ? 0 : decimals;
    first.value = 100 * sum + (decimals == 1 ? 10 * fraction : fraction);
    take(joiner, first, ahead);
    return true;
}

/* ---- all ---- */

static bool join_some(struct joiner *joiner)
{
    return join_date(joiner) || join_year(joiner) || join_indicator(joiner) ||
           join_question(joiner) || join_part(joiner) ||
           join_numbered(joiner, WORD_ISSUE, CLAIM_ISSUE) ||
           join_numbered(joiner, WORD_TABLE, CLAIM_TABLE);
}

static void note_parted(struct joiner *joiner, const struct token *token)
{
    const struct scheme_instrument *instrument = token->thing.instrument;
    if (token->kind == TOKEN_THING && instrument != NULL && instrument->parts > 0)
        joiner->parted = instrument;
}

static void run(struct joiner *joiner, bool (*some)(struct joiner *joiner))
{
    while (joiner->at < joiner->count) {
        if (!some(joiner))
            take(joiner, joiner->in[joiner->at], 1);
        note_parted(joiner, &joiner->out[joiner->made - 1]);
    }
}

struct tokens tokens_make(const struct token_setup *setup, const struct filled *filled)
{
    struct lexer lexer = {.setup = setup, .filled = filled};
    lexer_run(&lexer);
    struct joiner joiner = {.setup = setup,
                            .filled = filled,
                            .in = lexer.item,
                            .out = ARENA_NEW(setup->arena, struct token, lexer.count + 1),
                            .count = lexer.count};
    const struct scheme_indicator *of = setup->passage->indicator;
    if (of != NULL && of->instrument->parts > 0)
        joiner.parted = of->instrument;
    run(&joiner, join_numerals);
    joiner.in = joiner.out; /* what is joined is never longer than what it is made of */
    joiner.count = joiner.made;
    joiner.at = joiner.made = 0;
    run(&joiner, join_some);
    return (struct tokens){joiner.out, joiner.made};
}
