/*
 * Years, by what they are the year of: results, measures, a law, a plan, another time. Only a year of results or of
 * measures, and a fiscal year that nothing explains, make claims.
 */
#include "claims/reader.h"

enum { HEAD_REACH = 30, FIGURE_REACH = 8 };

enum year_head { HEAD_NONE, HEAD_RESULT, HEAD_MEASURE, HEAD_LAW, HEAD_PLAN, HEAD_PAST };

static bool is_dash(const struct reader *reader, const struct token *token)
{
    char32_t c = reader->filled->letter[token->from].c;
    return token_is(token, WORD_REACHES) ||
           (token->kind == TOKEN_SIGN && (c == '-' || c == 0x2013 || c == 0x2014 || c == '/'));
}

static bool is_in_range(const struct reader *reader, size_t at)
{
    const struct token *next = token_at(reader, at + 1);
    const struct token *second = token_at(reader, at + 2);
    bool to_next =
        is_dash(reader, next) && (second->kind == TOKEN_YEAR || second->kind == TOKEN_NUMBER);
    bool from_last = at > 1 && is_dash(reader, &reader->token[at - 1]) &&
                     reader->token[at - 2].kind == TOKEN_YEAR;
    return to_next || from_last;
}

/* What is said before a year in its paragraph. */
struct context {
    enum year_head head; /* the nearest */
    bool law, plan, past, goal, measure, result;
};

static enum year_head head_of(const struct token *token)
{
    if (token_is(token, WORD_RESULT))
        return HEAD_RESULT;
    if (token_is(token, WORD_LAW))
        return HEAD_LAW;
    if (token_is(token, WORD_PLAN))
        return HEAD_PLAN;
    if (token_is(token, WORD_MEASURE))
        return HEAD_MEASURE;
    return token_is_any(token, BITS2(WORD_PAST, WORD_LAST_YEAR)) ? HEAD_PAST : HEAD_NONE;
}

/* What names one year does not name the next, unless the two are joined: ประจำปี ๒๕๖๖ และ ๒๕๖๗. */
static bool ends_head(const struct reader *reader, size_t i, size_t at)
{
    return reader->token[i].kind == TOKEN_YEAR &&
           !(i + 2 == at && token_is(&reader->token[i + 1], WORD_AND));
}

/* The words for the year, of the first where several are joined. */
static uint64_t words_of(const struct reader *reader, size_t at)
{
    if (reader->token[at].words == 0 && at > 1 && token_is(&reader->token[at - 1], WORD_AND) &&
        reader->token[at - 2].kind == TOKEN_YEAR)
        return reader->token[at - 2].words;
    return reader->token[at].words;
}

static struct context look_back(const struct reader *reader, size_t at)
{
    struct context context = {.head = HEAD_NONE};
    for (size_t i = at; i-- > 0 && at - i < HEAD_REACH;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK || ends_head(reader, i, at))
            break;
        if (token->kind != TOKEN_WORD)
            continue;
        enum year_head head = head_of(token);
        if (context.head == HEAD_NONE)
            context.head = head;
        context.law |= head == HEAD_LAW;
        context.plan |= head == HEAD_PLAN;
        context.result |= head == HEAD_RESULT;
        context.measure |= head == HEAD_MEASURE;
        context.past |= token_is_any(token, BITS2(WORD_PAST, WORD_LAST_YEAR));
        context.goal |= token_is(token, WORD_GOAL);
    }
    return context;
}

/* Whether a figure of that year, or a change since, is told: results of another year that are compared. */
static bool has_figure(const struct reader *reader, size_t at)
{
    for (size_t i = at + 1; i < at + FIGURE_REACH; i++) {
        const struct token *token = token_at(reader, i);
        if (token->kind == TOKEN_BREAK)
            return false;
        if (token->kind == TOKEN_NUMBER &&
            (token->decimals > 0 || token_is(token_at(reader, i + 1), WORD_POINTS)))
            return true;
    }
    return false;
}

/* Whether two years or more of results are told of in the paragraph: then they are compared. */
static bool is_compared(const struct reader *reader, size_t at)
{
    for (size_t i = at + 1; i < at + REACH; i++) {
        const struct token *token = token_at(reader, i);
        if (token->kind == TOKEN_BREAK)
            return false;
        if (token_is_any(token, BITS3(WORD_RISEN, WORD_FALLEN, WORD_LAST_YEAR)))
            return true;
    }
    return false;
}

static void add(struct reader *reader, enum claim_relation relation, size_t at)
{
    struct claim *claim = claim_add(reader, relation, at, at);
    claim->subject.thing = relation == CLAIM_RESULT_YEAR ? CLAIM_OVERALL : CLAIM_NOTHING;
    claim->value = reader->token[at].value;
}

static void read_result_year(struct reader *reader, size_t at, const struct context *context)
{
    int64_t fiscal = reader->edition->profile.fiscal_year.value;
    int64_t year = reader->token[at].value;
    if (year != fiscal && (context->past || has_figure(reader, at) || is_compared(reader, at)))
        return;
    if (year > fiscal && context->goal)
        return; /* results that are hoped for */
    add(reader, CLAIM_RESULT_YEAR, at);
}

void read_year(struct reader *reader, size_t at)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_YEAR || token->computed || is_in_range(reader, at))
        return;
    const struct edition_profile *profile = &reader->edition->profile;
    struct context context = look_back(reader, at);
    bool fiscal = (words_of(reader, at) & WORD_BIT(WORD_FISCAL)) != 0;
    bool is_step = passage_is_plan(reader->passage) && token_is(token, WORD_YEAR) &&
                   token->value < profile->fiscal_year.value;
    /* What is to be done by a year that is over: ภายในปีงบประมาณ … in a step. */
    bool is_deadline = passage_is_plan(reader->passage) && fiscal && at > 0 &&
                       token_is(&reader->token[at - 1], WORD_PAST) &&
                       token_is(&reader->token[at - 1], WORD_IN) && profile->plan_year.present &&
                       token->value < profile->plan_year.value;
    if (is_deadline) {
        add(reader, CLAIM_PLAN_YEAR, at);
        return;
    }
    bool known = token->value == profile->fiscal_year.value ||
                 (profile->plan_year.present && token->value == profile->plan_year.value);
    if (context.head == HEAD_RESULT) {
        read_result_year(reader, at, &context);
    } else if (context.head == HEAD_MEASURE) {
        if (fiscal && !context.past && !context.plan && !context.law && profile->plan_year.present)
            add(reader, CLAIM_PLAN_YEAR, at);
    } else {
        /* What is still to be done is not of a year that is over. */
        bool is_over = fiscal && context.head == HEAD_PLAN && context.goal &&
                       token->value < profile->fiscal_year.value - 1;
        bool is_stray = !known && (fiscal || is_step) && context.head == HEAD_NONE &&
                        !has_figure(reader, at) && !is_compared(reader, at);
        if (is_over || is_stray)
            add(reader, CLAIM_YEAR, at);
    }
}
