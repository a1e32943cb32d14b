/* Letters to raw tokens: words, numbers, codes, signs and what is between them. things.c joins them to things. */
#include "claims/lexer.h"

#include <string.h>

#include "base/digit.h"
#include "base/utf8.h"

enum { EN_DASH = 0x2013, FULL_SIZE = 100000 };

static bool is_digit(char32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_latin(char32_t c)
{
    return c >= 'a' && c <= 'z';
}

/* A vowel that is written before its consonant: what follows is inside a syllable. */
static bool is_leading_vowel(char32_t c)
{
    return c >= 0x0E40 && c <= 0x0E44;
}

static char32_t letter_at(const struct lexer *lexer, size_t at)
{
    return at < lexer->filled->count ? lexer->filled->letter[at].c : '\n';
}

static struct token *push(struct lexer *lexer, enum token_kind kind, size_t to)
{
    lexer->item = arena_room(lexer->setup->arena, lexer->item, lexer->count, &lexer->room,
                             sizeof *lexer->item);
    struct token *token = &lexer->item[lexer->count++];
    *token = (struct token){.kind = kind,
                            .from = lexer->at,
                            .to = to,
                            .label = lexer->at,
                            .spaced = lexer->spaced,
                            .computed = lexer->filled->letter[lexer->at].computed};
    lexer->at = to;
    lexer->spaced = false;
    return token;
}

static const struct token *last_of(const struct lexer *lexer)
{
    return lexer->count > 0 ? &lexer->item[lexer->count - 1] : NULL;
}

/* ---- numbers ---- */

static bool goes_on(const struct lexer *lexer, size_t at)
{
    char32_t c = letter_at(lexer, at);
    return is_digit(c) || ((c == '.' || c == ',') && is_digit(letter_at(lexer, at + 1)));
}

/* Whether a sign before or after digits makes them part of a code: 123/2567, 9001:2015, -05. */
static bool joins_codes(char32_t c)
{
    return c == '/' || c == ':' || c == '-' || c == '_';
}

static void lex_number(struct lexer *lexer)
{
    size_t from = lexer->at, to = from;
    int points = 0, decimals = 0;
    int64_t value = 0;
    bool is_big = false;
    for (; goes_on(lexer, to); to++) {
        char32_t c = letter_at(lexer, to);
        if (!is_digit(c)) {
            points += c == '.';
            continue;
        }
        is_big = is_big || value > INT64_MAX / FULL_SIZE;
        value = is_big ? value : 10 * value + (int64_t)(c - '0');
        decimals += points > 0;
    }
    for (int i = decimals; i < 2; i++)
        value *= 10;
    char32_t before = from > 0 ? letter_at(lexer, from - 1) : ' ';
    char32_t after = letter_at(lexer, to);
    bool is_code =
        points > 1 || decimals > 2 || is_big || is_latin(before) || is_latin(after) ||
        before == '.' ||
        (joins_codes(before) && from > 1 && !lexer->spaced && letter_at(lexer, from - 2) != ' ') ||
        (joins_codes(after) && is_digit(letter_at(lexer, to + 1)));
    struct token *token = push(lexer, is_code ? TOKEN_CODE : TOKEN_NUMBER, to);
    token->decimals = decimals;
    token->value = value;
}

/* ---- Latin ---- */

static bool is_code_letter(char32_t c)
{
    return is_latin(c) || is_digit(c) || (c < 0x80 && c > ' ' && strchr("._-/:@#?=&~+", (int)c));
}

/* Where letters and then digits end that begin here: i5, o10; 0: there are none. */
static size_t end_of_id(const struct lexer *lexer)
{
    size_t to = lexer->at;
    while (is_latin(letter_at(lexer, to)))
        to++;
    size_t digits = to;
    while (is_digit(letter_at(lexer, to)))
        to++;
    char32_t after = letter_at(lexer, to);
    bool ends = !is_latin(after) && !(after == '.' && is_latin(letter_at(lexer, to + 1)));
    return to > digits && digits > lexer->at && ends ? to : 0;
}

static const char *ascii(const struct lexer *lexer, size_t from, size_t to)
{
    char *text = ARENA_NEW(lexer->setup->arena, char, to - from + 1);
    for (size_t i = from; i < to; i++)
        text[i - from] = (char)letter_at(lexer, i);
    return text;
}

static bool same_id(const char *id, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((id[i] >= 'A' && id[i] <= 'Z' ? id[i] - 'A' + 'a' : id[i]) != text[i])
            return false;
    return true;
}

/* The question of an id, or the lack of one where the scheme has others of its kind. */
static bool find_question(const struct lexer *lexer, const char *id, struct claim_subject *thing)
{
    const struct scheme *scheme = lexer->setup->scheme;
    size_t letters = strcspn(id, "0123456789");
    bool has_kind = false;
    for (size_t q = 0; q < scheme->questions; q++) {
        const struct scheme_question *question = &scheme->question[q];
        const char *known = question->id.bytes;
        if (known == NULL || strcspn(known, "0123456789") != letters ||
            !same_id(known, id, letters))
            continue;
        has_kind = true;
        if (strcmp(known + letters, id + letters) == 0) {
            *thing = (struct claim_subject){.thing = CLAIM_QUESTION, .question = question};
            return true;
        }
    }
    *thing = (struct claim_subject){.thing = CLAIM_QUESTION, .number = id, .lacks = true};
    return has_kind;
}

static void lex_latin(struct lexer *lexer)
{
    size_t from = lexer->at, id_end = end_of_id(lexer);
    struct claim_subject thing;
    bool is_inside = from > 0 && is_code_letter(letter_at(lexer, from - 1)) && !lexer->spaced;
    if (id_end > 0 && !is_inside && find_question(lexer, ascii(lexer, from, id_end), &thing)) {
        push(lexer, TOKEN_THING, id_end)->thing = thing;
        return;
    }
    size_t to = from + 1;
    while (is_code_letter(letter_at(lexer, to)))
        to++;
    while (to > from + 1 && strchr(".,:?", (int)letter_at(lexer, to - 1)) != NULL)
        to--;
    push(lexer, TOKEN_CODE, to);
}

/* ---- words ---- */

static bool is_open(char32_t c)
{
    return c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == '"';
}

static bool is_close(char32_t c)
{
    return c == ')' || c == ']' || c == 0x201D || c == 0x2019;
}

/* Whether a level's name may come now: after the word for it, or alone between quotation marks. */
static bool expects_level(const struct lexer *lexer, bool *quoted)
{
    const struct token *last = last_of(lexer);
    *quoted = false;
    if (last == NULL)
        return false;
    if (last->kind == TOKEN_OPEN) {
        const struct token *before = lexer->count > 1 ? last - 1 : NULL;
        *quoted = before == NULL || !token_is(before, WORD_LEVEL);
        return true;
    }
    return token_is(last, WORD_LEVEL);
}

static bool lex_level(struct lexer *lexer)
{
    bool quoted;
    if (!expects_level(lexer, &quoted))
        return false;
    const struct lexicon_entry *entry =
        lexicon_level(lexer->setup->lexicon, lexer->filled, lexer->at);
    if (entry == NULL)
        return false;
    size_t to = lexer->at + entry->count;
    char32_t after = letter_at(lexer, to);
    if (quoted
            ? !is_close(after) && after != '"'
            : utf8_is_thai(after) && lexicon_find(lexer->setup->lexicon, lexer->filled, to) == NULL)
        return false;
    push(lexer, TOKEN_LEVEL, to)->entry = entry;
    return true;
}

static struct claim_subject thing_of(const struct lexicon_entry *entry)
{
    if (entry->thing == LEXICON_PART) {
        const struct scheme_part *part = entry->of;
        return (struct claim_subject){
            .thing = CLAIM_PART, .part = part, .instrument = part->instrument};
    }
    return (struct claim_subject){.thing = CLAIM_INSTRUMENT, .instrument = entry->of};
}

static bool lex_word(struct lexer *lexer)
{
    char32_t c = letter_at(lexer, lexer->at);
    char32_t before = lexer->at > 0 && !lexer->spaced ? letter_at(lexer, lexer->at - 1) : ' ';
    if (is_leading_vowel(before) || (is_latin(c) && is_code_letter(before)))
        return false;
    const struct lexicon_entry *entry =
        lexicon_find(lexer->setup->lexicon, lexer->filled, lexer->at);
    if (entry == NULL)
        return false;
    bool is_thing = entry->thing == LEXICON_PART || entry->thing == LEXICON_INSTRUMENT;
    size_t to = lexer->at + entry->count;
    if (is_thing && is_latin(c) && strchr("-./@", (int)letter_at(lexer, to) & 0x7F) != NULL &&
        is_latin(letter_at(lexer, to + 1)))
        return false;
    struct token *token = push(lexer,
                               is_thing                       ? TOKEN_THING
                               : entry->thing != LEXICON_WORD ? TOKEN_NAME
                                                              : TOKEN_WORD,
                               to);
    token->words = entry->words;
    token->entry = entry;
    if (is_thing)
        token->thing = thing_of(entry);
    return true;
}

static void lex_other(struct lexer *lexer, char32_t c)
{
    struct token *last = lexer->count > 0 ? &lexer->item[lexer->count - 1] : NULL;
    bool is_text = utf8_is_thai(c);
    if (is_text && last != NULL && last->kind == TOKEN_TEXT && !lexer->spaced) {
        last->to = ++lexer->at;
        return;
    }
    push(lexer,
         is_text       ? TOKEN_TEXT
         : is_open(c)  ? TOKEN_OPEN
         : is_close(c) ? TOKEN_CLOSE
                       : TOKEN_SIGN,
         lexer->at + 1);
}

static void lex_one(struct lexer *lexer)
{
    char32_t c = letter_at(lexer, lexer->at);
    if (c == ' ') {
        lexer->spaced = true;
        lexer->at++;
    } else if (c == '\n') {
        push(lexer, TOKEN_BREAK, lexer->at + 1);
    } else if (is_digit(c)) {
        lex_number(lexer);
    } else if (!lex_level(lexer) && !lex_word(lexer)) {
        if (is_latin(c))
            lex_latin(lexer);
        else
            lex_other(lexer, c);
    }
}

void lexer_run(struct lexer *lexer)
{
    lexer->room = lexer->filled->count / 4 + 16;
    lexer->item = ARENA_NEW(lexer->setup->arena, struct token, lexer->room);
    while (lexer->at < lexer->filled->count)
        lex_one(lexer);
}
