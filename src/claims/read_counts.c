/* How many of something there are: said of all of them, of an instrument or an indicator. A number of some of them
 * (๓ ตัวชี้วัดที่ต่ำกว่าเป้าหมาย) is no count. */
#include "claims/reader.h"

enum { SUBJECT_REACH = 14, TOTAL_REACH = 4, OWNER_REACH = 6 };

static const struct {
    enum claims_word word;
    enum claim_unit unit;
} UNITS[] = {
    {WORD_SUBINDICATOR, CLAIM_UNIT_SUBINDICATORS}, {WORD_INDICATOR, CLAIM_UNIT_INDICATORS},
    {WORD_QUESTION, CLAIM_UNIT_QUESTIONS},         {WORD_ISSUE, CLAIM_UNIT_ISSUES},
    {WORD_MEASURE, CLAIM_UNIT_MEASURES},           {WORD_TOOL, CLAIM_UNIT_TOOLS},
    {WORD_COUNT_PERSON, CLAIM_UNIT_PERSONS},
};

static enum claim_unit unit_of(const struct token *token)
{
    for (size_t i = 0; token->kind == TOKEN_WORD && i < sizeof UNITS / sizeof *UNITS; i++)
        if (token_is(token, UNITS[i].word))
            return UNITS[i].unit;
    return CLAIM_UNIT_NONE;
}

/* What a number before a classifier counts: เครื่องมือ ๓ ชนิด, ตัวชี้วัดจำนวน ๑๐ ตัว. */
static enum claim_unit unit_before(const struct reader *reader, size_t at)
{
    size_t before = at;
    if (!token_is(token_at(reader, at + 1), WORD_UNIT) ||
        token_is(token_at(reader, at + 1), WORD_COUNT_PERSON))
        return CLAIM_UNIT_NONE;
    while (before > 0 && token_is_any(&reader->token[before - 1], BITS2(WORD_TOTAL, WORD_IN)) &&
           unit_of(&reader->token[before - 1]) == CLAIM_UNIT_NONE)
        before--;
    return before > 0 && unit_of(&reader->token[before - 1]) == CLAIM_UNIT_TOOLS ? CLAIM_UNIT_TOOLS
                                                                                 : CLAIM_UNIT_NONE;
}

/* What is said between the subject of a count and its number. */
struct said {
    struct claim_subject subject;
    bool total, respondents, partial, scheme;
};

#define PARTIAL                                                                                   \
    (BITS4(WORD_ABOVE, WORD_BELOW, WORD_MISSES, WORD_TARGET) | BITS2(WORD_HIGHEST, WORD_LOWEST) | \
     BITS4(WORD_GOAL, WORD_OTHER, WORD_NOT, WORD_BOUND) | BITS2(WORD_RISEN, WORD_FALLEN) |        \
     WORD_BIT(WORD_LEVEL))

/* Whether an owner is the last of a list, of which the count then is: IIT, EIT และ OIT รวม … */
static bool is_listed(const struct reader *reader, size_t at)
{
    size_t i = at;
    while (i > 0 &&
           (token_is(&reader->token[i - 1], WORD_AND) || reader->token[i - 1].kind == TOKEN_SIGN))
        i--;
    return i < at && i > 0 && reader->token[i - 1].kind == TOKEN_THING &&
           reader->token[i - 1].thing.thing == reader->token[at].thing.thing;
}

/* Whether an owner is of things that are only described: ข้อที่ไม่ได้คะแนนเต็มของ OIT. */
static bool is_of_some(const struct reader *reader, size_t owner)
{
    bool in = owner > 0 && token_is(&reader->token[owner - 1], WORD_IN);
    for (size_t i = owner; in && i-- > 0 && owner - i < OWNER_REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK || token_is(token, WORD_CLAUSE))
            return false;
        if (token->kind == TOKEN_WORD && token_is_any(token, BITS2(WORD_FULL, WORD_NOT)))
            return true;
    }
    return false;
}

static bool is_of_respondents(const struct reader *reader, size_t owner)
{
    size_t before = owner;
    while (before > 0 &&
           token_is_any(&reader->token[before - 1], BITS3(WORD_IN, WORD_LIGHT, WORD_TOOL)))
        before--;
    return before > 0 && token_is(&reader->token[before - 1], WORD_RESPONDENT);
}

static struct said look_for_subject(const struct reader *reader, size_t at, enum claim_unit unit)
{
    bool persons = unit == CLAIM_UNIT_PERSONS;
    struct said said = {0};
    for (size_t i = at; i-- > 0 && at - i <= SUBJECT_REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK || (persons && token->kind == TOKEN_NUMBER))
            break;
        if (token->kind == TOKEN_WORD) {
            said.total |=
                (token_is(token, WORD_TOTAL) || unit_of(token) == unit) && at - i <= TOTAL_REACH;
            said.respondents |= token_is(token, WORD_RESPONDENT);
            said.partial |= (token_is_any(token, PARTIAL) && !token_is(token, WORD_TOTAL)) ||
                            (token_is(token, WORD_FULL) && !token_is(token, WORD_WEIGHT));
            said.scheme |= token_is(token, WORD_SCHEME);
        }
        if (token->kind == TOKEN_YEAR)
            said.partial |= token->value != reader->edition->profile.fiscal_year.value &&
                            token->value != reader->edition->profile.plan_year.value;
        bool is_owner = token->kind == TOKEN_THING &&
                        (has_score(&token->thing) || token->thing.thing == CLAIM_ISSUE);
        if (is_owner || (token_is(token, WORD_THIS) && thing_named(reader, i, &said.subject))) {
            if (is_owner && !is_listed(reader, i))
                said.subject = token->thing;
            said.respondents |= is_of_respondents(reader, i);
            said.partial |= is_of_some(reader, i);
            break;
        }
    }
    return said;
}

/* Whether the counted things are only described: ตัวชี้วัดที่ต่ำกว่า …, ข้อที่ … */
static bool is_described(const struct reader *reader, size_t unit)
{
    const struct token *token = token_at(reader, unit);
    size_t last = token->to;
    bool ends_in_that = reader->filled->letter[last - 1].c == 0x0E48 && /* …ที่ */
                        reader->filled->letter[last - 2].c == 0x0E35;
    const struct token *next = token_at(reader, unit + 1);
    return ends_in_that || token_is_any(next, PARTIAL | BITS2(WORD_GOT, WORD_RELATIVE)) ||
           (next->kind == TOKEN_TEXT && !next->spaced) ||
           (next->kind == TOKEN_WORD && !next->spaced && token_is(next, WORD_LIGHT) &&
            !token_is(next, WORD_TOTAL));
}

static bool may_count(const struct said *said, enum claim_unit unit, bool spelled)
{
    if (unit == CLAIM_UNIT_PERSONS)
        return said->respondents &&
               (said->subject.thing == CLAIM_INSTRUMENT || said->subject.thing == CLAIM_PART);
    if (said->respondents)
        return false;
    bool things = unit == CLAIM_UNIT_ISSUES || unit == CLAIM_UNIT_MEASURES;
    if (things)
        return said->total && said->subject.thing <= CLAIM_OVERALL + 0;
    bool owner = said->subject.thing == CLAIM_INSTRUMENT || said->subject.thing == CLAIM_PART ||
                 said->subject.thing == CLAIM_INDICATOR ||
                 said->subject.thing == CLAIM_SUBINDICATOR;
    (void)spelled;
    return said->total && (owner || said->subject.thing == CLAIM_NOTHING);
}

void read_count(struct reader *reader, size_t at)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_NUMBER || token->used || token->decimals > 0 || token->value < 100)
        return;
    enum claim_unit unit = unit_of(token_at(reader, at + 1));
    if (unit == CLAIM_UNIT_NONE)
        unit = unit_before(reader, at);
    if (unit == CLAIM_UNIT_NONE || is_described(reader, at + 1))
        return;
    struct said said = look_for_subject(reader, at, unit);
    if (said.partial || !may_count(&said, unit, token->in_words))
        return;
    bool in_plan = passage_is_plan(reader->passage) || reader->passage->kind == PASSAGE_GUIDELINE ||
                   reader->passage->kind == PASSAGE_SURVEY;
    bool in_analysis = reader->passage->kind == PASSAGE_ANALYSIS && !said.scheme;
    if ((in_plan || in_analysis) && said.subject.thing == CLAIM_NOTHING)
        return;
    struct claim *claim = claim_add(reader, CLAIM_COUNTS, at, at + 1);
    claim->subject = said.subject;
    claim->unit = unit;
    claim->value = token->value;
    claim->is_whole_sum = said.scheme;
    claim->computed = token->computed;
}
