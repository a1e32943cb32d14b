/* Levels that are said to be reached: อยู่ในระดับ “ผ่าน”. What defines or wishes a level makes no claim. */
#include "claims/reader.h"

enum { DEFINES_REACH = 3 };

/* Whether the words after a level define it. */
static bool is_defined(const struct reader *reader, size_t at)
{
    for (size_t i = at + 1; i <= at + DEFINES_REACH; i++) {
        const struct token *token = token_at(reader, i);
        if (token->kind == TOKEN_BREAK || token_is(token, WORD_CLAUSE))
            return false;
        if (token_is_any(token, BITS4(WORD_GOAL, WORD_BOUND, WORD_IS, WORD_REACHES)))
            return true;
    }
    return false;
}

void read_level(struct reader *reader, size_t at)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_LEVEL || is_defined(reader, at))
        return;
    struct look look = look_left(reader, at);
    uint64_t said = BITS4(WORD_GOT, WORD_IS, WORD_IN, WORD_RESULT) | WORD_BIT(WORD_POINTS);
    if ((look.between & WORD_BIT(WORD_REACHES)) != 0 &&
        (look.between & WORD_BIT(WORD_CRITERION)) != 0)
        look.between &= ~WORD_BIT(WORD_BOUND); /* ผ่านเกณฑ์ในระดับ … */
    if (look.is_blocked || look.is_goal || look.is_negated ||
        (look.between &
         (BITS4(WORD_BOUND, WORD_TARGET, WORD_ABOVE, WORD_BELOW) | WORD_BIT(WORD_MISSES))) != 0 ||
        (look.between & said) == 0 || look.is_generic)
        return;
    if (look.subject.thing == CLAIM_NOTHING) {
        int64_t year = look.subject.year;
        bool of_agency = (look.all & (BITS2(WORD_SELF, WORD_RESULT) | WORD_BIT(WORD_OVERALL))) != 0;
        if (!of_agency)
            return;
        look.subject =
            (struct claim_subject){.thing = CLAIM_OVERALL, .implied = true, .year = year};
    }
    if (look.text > 2 * NEAR_TEXT)
        return;
    struct claim *claim = claim_add(reader, CLAIM_HAS_LEVEL, at, at);
    claim->subject = look.subject;
    claim->text = filled_copy(reader->arena, reader->filled, token->from, token->to);
    claim->computed = token->computed;
}
