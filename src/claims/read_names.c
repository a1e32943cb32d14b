/*
 * Names and numbers that belong together: ตัวชี้วัดที่ ๒ การใช้งบประมาณ, ข้อ i๔ with its text, E-Service (อ้างอิงจาก o๑๐).
 * And what is mentioned by number at all.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "claims/lexicon.h"
#include "claims/reader.h"

enum {
    NAME_MOST = 60,   /* letters */
    QUOTE_LEAST = 15, /* letters of a question's text that only it can have */
    NAME_LEAST = 6,
    START_LEAST = 3
};

/* Letters without spaces, so that a text that is typed with others is the same. */
struct run {
    char32_t letter[2 * NAME_MOST];
    size_t count;
};

static void add_letter(struct run *run, char32_t c)
{
    if (c != ' ' && c != '*' && c != '\n' && run->count < 2 * NAME_MOST)
        run->letter[run->count++] = c;
}

static struct run run_of_text(const char *text)
{
    struct run run = {.count = 0};
    size_t length = strlen(text);
    for (size_t at = 0; at < length && run.count < 2 * NAME_MOST;)
        add_letter(&run, filled_fold(utf8_next(text, length, &at)));
    return run;
}

static struct run run_of_letters(const struct reader *reader, size_t from, size_t to)
{
    struct run run = {.count = 0};
    for (size_t i = from; i < to && run.count < 2 * NAME_MOST; i++)
        add_letter(&run, reader->filled->letter[i].c);
    return run;
}

static size_t same_start(const struct run *a, const struct run *b)
{
    size_t count = 0;
    while (count < a->count && count < b->count && a->letter[count] == b->letter[count])
        count++;
    return count;
}

static bool ends_with(const struct run *run, const struct run *end)
{
    if (end->count > run->count || end->count < NAME_LEAST)
        return false;
    return memcmp(run->letter + run->count - end->count, end->letter,
                  end->count * sizeof *end->letter) == 0;
}

/* How many letters have to be changed, put in or left out (V. Levenshtein, 1966). */
static size_t distance(const struct run *a, const struct run *b)
{
    size_t row[2 * NAME_MOST + 1];
    for (size_t j = 0; j <= b->count; j++)
        row[j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            size_t change = corner + (a->letter[i - 1] != b->letter[j - 1]);
            corner = row[j];
            size_t other = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < other ? change : other;
        }
    }
    return row[b->count];
}

/* ---- indicators and sub-indicators ---- */

static const char *name_of(const struct claim_subject *thing)
{
    return thing->indicator != NULL      ? thing->indicator->name.bytes
           : thing->subindicator != NULL ? thing->subindicator->name.bytes
                                         : NULL;
}

static struct claim *add_name(struct reader *reader, size_t thing, size_t from, size_t to)
{
    struct claim *claim = claim_add(reader, CLAIM_IS_NAMED, from, to);
    claim->subject = reader->token[thing].thing;
    claim->text =
        filled_copy(reader->arena, reader->filled, reader->token[from].from, reader->token[to].to);
    claim->computed = reader->token[thing].computed && reader->token[from].computed;
    return claim;
}

/* Where a name that is typed without spaces ends: the tokens of one written word. */
static size_t end_of_written(const struct reader *reader, size_t at)
{
    size_t to = at;
    while (to + 1 < reader->count && !reader->token[to + 1].spaced &&
           reader->token[to + 1].kind != TOKEN_BREAK && reader->token[to + 1].kind != TOKEN_CLOSE &&
           reader->token[to + 1].kind != TOKEN_SIGN && reader->token[to + 1].kind != TOKEN_OPEN &&
           !(reader->token[to + 1].kind == TOKEN_WORD &&
             token_is_any(&reader->token[to + 1], BITS3(WORD_GOT, WORD_RELATIVE, WORD_IS))))
        to++;
    return to;
}

/* Whether a score comes next, so that what is between it and the number can only be a name. */
static bool is_before_score(const struct reader *reader, size_t at)
{
    const struct token *token = token_at(reader, at);
    const struct token *next = token_at(reader, at + 1);
    return token_is(token, WORD_GOT) &&
           (token_is_any(next, BITS2(WORD_POINTS, WORD_FULL)) || next->kind == TOKEN_NUMBER);
}

/* Whether some letters begin as a name of the scheme does. */
static bool begins_as_name(const struct reader *reader, const struct run *run)
{
    const struct scheme *scheme = reader->edition->scheme;
    for (size_t i = 0; i < scheme->indicators; i++) {
        struct run name = run_of_text(
            scheme->indicator[i].name.bytes != NULL ? scheme->indicator[i].name.bytes : "");
        if (same_start(run, &name) >= START_LEAST)
            return true;
    }
    return false;
}

/* A name that is not quite the official one, or another altogether. */
static void read_odd_name(struct reader *reader, size_t thing, size_t at)
{
    const char *name = name_of(&reader->token[thing].thing);
    size_t to = end_of_written(reader, at);
    struct run typed = run_of_letters(reader, reader->token[at].from, reader->token[to].to);
    if (name == NULL || typed.count < NAME_LEAST || typed.count > NAME_MOST)
        return;
    struct run official = run_of_text(name);
    if (official.count > NAME_MOST || same_start(&typed, &official) == official.count)
        return;
    size_t off = distance(&typed, &official);
    bool is_near = off > 0 && off <= 1 + official.count / 6;
    bool is_other = begins_as_name(reader, &typed) && token_at(reader, to + 1)->spaced &&
                    is_before_score(reader, to + 1);
    if (is_near || is_other)
        add_name(reader, thing, at, to);
}

static void read_indicator_name(struct reader *reader, size_t thing)
{
    size_t at = thing + 1;
    while (token_at(reader, at)->kind == TOKEN_OPEN ||
           (token_at(reader, at)->kind == TOKEN_WORD &&
            token_is_any(token_at(reader, at), BITS2(WORD_IN, WORD_LIGHT)) && at < thing + 3) ||
           (token_at(reader, at)->kind == TOKEN_SIGN && at < thing + 2))
        at++;
    const struct token *name = token_at(reader, at);
    if (name->kind != TOKEN_NAME) {
        if (name->kind == TOKEN_TEXT && at == thing + 1)
            read_odd_name(reader, thing, at);
        return;
    }
    const struct token *next = token_at(reader, at + 1);
    bool goes_on = next->kind == TOKEN_TEXT && !next->spaced;
    if (goes_on && is_before_score(reader, at + 2))
        add_name(reader, thing, at, at + 1); /* more than the name */
    if (goes_on)
        return; /* the start of other words */
    struct claim *claim = add_name(reader, thing, at, at);
    if (name->entry->thing == LEXICON_INDICATOR)
        claim->other =
            (struct claim_subject){.thing = CLAIM_INDICATOR, .indicator = name->entry->of};
    else
        claim->other =
            (struct claim_subject){.thing = CLAIM_SUBINDICATOR, .subindicator = name->entry->of};
}

/* การใช้งบประมาณ (ตัวชี้วัดที่ ๒): the name before the number. */
static void read_name_before(struct reader *reader, size_t thing)
{
    if (thing < 2 || reader->token[thing - 1].kind != TOKEN_OPEN ||
        reader->token[thing - 2].kind != TOKEN_NAME ||
        reader->token[thing - 2].entry->thing != LEXICON_INDICATOR ||
        (thing > 2 && reader->token[thing - 3].kind == TOKEN_THING))
        return;
    struct claim *claim = add_name(reader, thing, thing - 2, thing - 2);
    claim->other = (struct claim_subject){.thing = CLAIM_INDICATOR,
                                          .indicator = reader->token[thing - 2].entry->of};
}

/* ---- questions ---- */

static void add_question_text(struct reader *reader, size_t thing, size_t from, size_t to,
                              const struct scheme_question *of)
{
    struct claim *claim = claim_add(reader, CLAIM_IS_NAMED, thing, thing);
    claim->subject = reader->token[thing].thing;
    claim->text = filled_copy(reader->arena, reader->filled, from, to);
    claim->other = (struct claim_subject){.thing = CLAIM_QUESTION, .question = of};
}

/* What is typed after a question, against the texts of all questions. */
static void read_text_after(struct reader *reader, size_t thing)
{
    size_t at = thing + 1;
    while (token_at(reader, at)->kind == TOKEN_OPEN || token_at(reader, at)->kind == TOKEN_SIGN ||
           (token_at(reader, at)->kind == TOKEN_WORD && at < thing + 3 &&
            token_is_any(token_at(reader, at), BITS3(WORD_IN, WORD_LIGHT, WORD_IS))))
        at++;
    if (token_at(reader, at)->kind == TOKEN_BREAK)
        return;
    size_t from = token_at(reader, at)->from;
    size_t to =
        from + 2 * NAME_MOST < reader->filled->count ? from + 2 * NAME_MOST : reader->filled->count;
    struct run typed = run_of_letters(reader, from, to);
    const struct scheme_question *own = reader->token[thing].thing.question, *best = NULL;
    struct run own_text = run_of_text(own->text.bytes != NULL ? own->text.bytes : "");
    size_t own_same = same_start(&typed, &own_text), most = 0;
    const struct scheme *scheme = reader->edition->scheme;
    for (size_t q = 0; q < scheme->questions; q++) {
        if (scheme->question[q].text.bytes == NULL || &scheme->question[q] == own)
            continue;
        struct run text = run_of_text(scheme->question[q].text.bytes);
        size_t same = same_start(&typed, &text);
        size_t least = text.count < QUOTE_LEAST ? text.count : QUOTE_LEAST;
        if (same < least || same < NAME_LEAST || same <= most || same < own_same + NAME_LEAST)
            continue;
        best = &scheme->question[q];
        most = same;
    }
    if (best != NULL)
        add_question_text(reader, thing, from, from + (most < NAME_MOST ? most : NAME_MOST), best);
}

/* E-Service (อ้างอิงจาก o๑๒): what comes before the bracket is a question's text, but another's. */
static void read_text_before(struct reader *reader, size_t thing)
{
    size_t open = thing;
    while (open > 0 && thing - open < 4 && reader->token[open].kind != TOKEN_OPEN)
        open--;
    if (open == 0 || reader->token[open].kind != TOKEN_OPEN)
        return;
    size_t to = reader->token[open - 1].to;
    size_t from = to > NAME_MOST ? to - NAME_MOST : 0;
    struct run typed = run_of_letters(reader, from, to);
    const struct scheme_question *own = reader->token[thing].thing.question, *best = NULL;
    size_t longest = 0;
    const struct scheme *scheme = reader->edition->scheme;
    for (size_t q = 0; q < scheme->questions; q++) {
        const char *text = scheme->question[q].text.bytes;
        struct run run = run_of_text(text != NULL ? text : "");
        if (run.count <= longest || !ends_with(&typed, &run))
            continue;
        best = &scheme->question[q];
        longest = run.count;
    }
    if (best != NULL && best != own &&
        strcmp(best->text.bytes, own->text.bytes != NULL ? own->text.bytes : "") != 0)
        add_question_text(reader, thing, to - longest, to, best);
}

/* ---- mentions ---- */

/* Whether what is mentioned is of another year's assessment, or of another matter. */
static bool is_elsewhere(const struct reader *reader, size_t at)
{
    const struct token *after = token_at(reader, at + 1);
    const struct token *second = token_at(reader, at + 2);
    if (token_is(after, WORD_IN) && token_is_any(second, BITS3(WORD_PLAN, WORD_LAW, WORD_OTHER)))
        return true;
    for (size_t i = at; i-- > 0 && at - i < REACH / 3;) {
        const struct token *token = &reader->token[i];
        if (token->kind == TOKEN_BREAK)
            return false;
        if ((token->kind == TOKEN_YEAR &&
             token->value != reader->edition->profile.fiscal_year.value) ||
            token_is_any(token, BITS2(WORD_LAST_YEAR, WORD_LAW)))
            return true;
    }
    return false;
}

void read_reference(struct reader *reader, size_t at)
{
    const struct token *token = &reader->token[at];
    if (token->kind != TOKEN_THING)
        return;
    const struct claim_subject *thing = &token->thing;
    if (thing->lacks || thing->thing == CLAIM_ISSUE || thing->thing == CLAIM_TABLE) {
        if (!is_elsewhere(reader, at)) {
            struct claim *claim = claim_add(reader, CLAIM_REFERS, at, at);
            claim->subject = *thing;
        }
        return;
    }
    if (thing->thing == CLAIM_INDICATOR || thing->thing == CLAIM_SUBINDICATOR) {
        read_indicator_name(reader, at);
        read_name_before(reader, at);
    } else if (thing->thing == CLAIM_QUESTION && !token->computed) {
        read_text_after(reader, at);
        read_text_before(reader, at);
    }
}
