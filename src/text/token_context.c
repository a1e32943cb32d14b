/* A few passes over the tokens, each for one question. */
#include "text/token_context.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "text/rules.h"

enum {
    YEAR_FIRST = 2400, /* Buddhist years of modern documents */
    YEAR_LAST = 2699,
    NAME_SURE = 14 * 3, /* bytes: a run of letters this short behind a title is a name, whole */
    NAME_MOST = 24 * 3,
};

static bool has(const struct token *token, uint32_t class)
{
    return (token->class & class) != 0;
}

/* The value of a token of one to four digits; 0 for any other. */
static int small_number(const struct token *token, const char *text)
{
    int value = 0, digits = 0;
    for (size_t at = token->start; at < token->end; digits++) {
        char32_t c = utf8_next(text, token->end, &at);
        if (!utf8_is_digit(c) || digits >= 4)
            return 0;
        value = value * 10 + (int)(c < 0x80 ? c - '0' : c - 0x0E50);
    }
    return value;
}

/* A number that names something; no score, and not the ๕ of "ตัวชี้วัด ๕ ตัวชี้วัด". */
static bool is_index(const struct token *before, const struct token *here,
                     const struct token *behind, const char *text)
{
    int year = small_number(here, text);
    if (year >= YEAR_FIRST && year <= YEAR_LAST)
        return true;
    if (before == NULL || !has(before, RULES_LABEL | RULES_ORDINAL | RULES_ERA | RULES_MONTH))
        return false;
    if (behind != NULL && has(behind, RULES_UNIT) &&
        memchr(text + here->start, '.', here->end - here->start) != NULL)
        return false;
    size_t length = before->end - before->start;
    return behind == NULL || behind->end - behind->start != length ||
           memcmp(text + before->start, text + behind->start, length) != 0;
}

/* ที่ before a number is an ordinal; a unit behind a count is no label for the number after it. */
static void mark_numbers(struct token *token, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++) {
        struct token *here = &token[i];
        const struct token *before = i > 0 ? &token[i - 1] : NULL;
        const struct token *behind = i + 1 < count ? &token[i + 1] : NULL;
        bool numbered = behind != NULL && has(behind, RULES_NUMBER | RULES_ID);
        if (has(here, RULES_LABEL) && has(here, RULES_CONNECTIVE)) {
            here->class &= ~(uint32_t)(numbered ? RULES_CONNECTIVE : RULES_LABEL);
            here->class |= numbered ? RULES_ORDINAL : 0;
        }
        if (before != NULL && has(here, RULES_LABEL) && has(here, RULES_UNIT) &&
            has(before, RULES_COUNT))
            here->class &= ~(uint32_t)RULES_LABEL;
        if (has(here, RULES_COUNT) && is_index(before, here, behind, text))
            here->class = RULES_INDEX;
    }
}

static bool ends_line(const struct token *token, const char *text)
{
    unsigned char last = (unsigned char)text[token->end - 1];
    return has(token, RULES_ZWSP) && (last == '\n' || last == 0xA8 || last == 0xA9);
}

/* A dash, a star, a dot of some kind: no letter and no digit. */
static bool is_bullet(const struct token *token, const char *text)
{
    size_t at = token->start;
    char32_t c = utf8_next(text, token->end, &at);
    return has(token, RULES_FOOTNOTE | RULES_DASH) ||
           (has(token, RULES_LATIN) && c >= 0x2000 && at == token->end);
}

/* The ) or . behind a list's number, which stands alone or behind a bracket. */
static bool is_enumerator(const struct token *token, size_t at, int depth, const char *text)
{
    char sign = text[token[at].start];
    if (at == 0 || token[at].spaced || !has(&token[at - 1], RULES_COUNT))
        return false;
    bool first = at == 1 || token[at - 1].spaced;
    bool bracketed = at > 1 && has(&token[at - 2], RULES_OPEN);
    return (sign == ')' || sign == '.') && (bracketed || (first && depth == 0));
}

/* What opens a paragraph or a line, and the signs behind the numbers of lists. */
static void mark_lists(struct token *token, size_t count, const char *text)
{
    int depth = 0;
    for (size_t i = 0; i < count; i++) {
        struct token *here = &token[i];
        bool opens = i == 0 || ends_line(&token[i - 1], text);
        bool followed = i + 1 < count && token[i + 1].spaced;
        if (opens && followed && has(here, RULES_COUNT))
            here->class |= RULES_ENUMERATOR;
        if (followed && is_enumerator(token, i, depth, text))
            here->class |= RULES_ENUMERATOR;
        if ((opens && followed && is_bullet(here, text)) ||
            (has(here, RULES_FOOTNOTE) && (opens || here->spaced)))
            here->class = RULES_BULLET;
        if (has(here, RULES_OPEN))
            depth++;
        if (has(here, RULES_CLOSE) && text[here->start] == ')' && depth > 0)
            depth--;
    }
}

/* How many tokens from first on are Thai words without a space between them. */
static size_t run_tokens(const struct token *token, size_t count, size_t first)
{
    size_t last = first;
    while (last < count && has(&token[last], RULES_THAI) && (last == first || !token[last].spaced))
        last++;
    return last - first;
}

/*
 * How many of them are one name: all, where the run is short; else those before the first word
 * that is never part of a name.
 */
static size_t name_tokens(const struct token *token, size_t count, size_t first)
{
    size_t run = run_tokens(token, count, first), name = 0;
    if (run > 0 && token[first + run - 1].end - token[first].start <= NAME_SURE)
        return run;
    while (name < run && !has(&token[first + name], RULES_FUNCTION) &&
           token[first + name].end - token[first].start <= NAME_MOST)
        name++;
    return name;
}

/* Copies the tokens down, with those of a person's given and family name joined to one each. */
static size_t join_names(struct token *token, size_t count)
{
    size_t out = 0, family = 0;
    for (size_t i = 0; i < count;) {
        bool given = out > 0 && has(&token[out - 1], RULES_TITLE);
        bool second = family > 0 && family == i && token[i].spaced;
        size_t joined = 0;
        if ((given || second) && !has(&token[i], RULES_TERM | RULES_TITLE | RULES_FUNCTION))
            joined = name_tokens(token, count, i);
        struct token merged = token[i];
        if (joined > 0) {
            merged.end = token[i + joined - 1].end;
            merged.class = RULES_THAI | RULES_NAME;
            merged.compound = false;
        }
        i += joined > 0 ? joined : 1;
        if (joined > 0 && given)
            family = i;
        token[out++] = merged;
    }
    return out;
}

size_t token_context(struct token *token, size_t count, const char *text)
{
    assert(token != NULL || count == 0);
    mark_numbers(token, count, text);
    mark_lists(token, count, text);
    return join_names(token, count);
}
