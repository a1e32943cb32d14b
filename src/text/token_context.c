/* A few passes over the tokens, each for one question. */
#include "text/token_context.h"

#include <assert.h>

#include "text/letters.h"
#include "text/rules.h"

enum {
    YEAR_FIRST = 2400, /* Buddhist years of modern documents */
    YEAR_LAST = 2699,
    NAME_SURE = 14 * 3, /* bytes: a run of letters this short after a title is a name, whole */
    NAME_MOST = 24 * 3,
    RANK_LEAST = 9 /* characters of a title that a line may end after rather than be torn apart */
};

static bool has(const struct token *token, uint32_t class)
{
    return (token->class & class) != 0;
}

/* The character that a token begins with. */
static char32_t first_of(const struct token *token, const struct character *text)
{
    return text[token->start].code;
}

static bool is_digit(const struct character *character)
{
    return (character->class & CHARACTER_DIGIT) != 0;
}

static bool is_zero(char32_t c)
{
    return c == '0' || c == LETTER_ZERO;
}

static bool has_dot(const struct token *token, const struct character *text)
{
    for (size_t at = token->start; at < token->end; at++)
        if (text[at].code == '.')
            return true;
    return false;
}

/* The bytes from the start of one token to the end of another. */
static size_t bytes_between(const struct token *first, const struct token *last,
                            const struct character *text)
{
    return text[last->end].start - text[first->start].start;
}

/* How many digits a token has that is a whole number; 0 for any other. */
static size_t digits(const struct token *token, const struct character *text)
{
    for (size_t at = token->start; at < token->end; at++)
        if (!is_digit(&text[at]))
            return 0;
    return token->end - token->start;
}

/* The value of a token of one to four digits; 0 for any other. */
static int small_number(const struct token *token, const struct character *text)
{
    enum { DIGITS_MOST = 4 };
    int value = 0;
    if (token->end - token->start > DIGITS_MOST || digits(token, text) == 0)
        return 0;
    for (size_t at = token->start; at < token->end; at++) {
        char32_t c = text[at].code;
        value = value * 10 + (int)(c < 0x80 ? c - '0' : c - LETTER_ZERO);
    }
    return value;
}

/* Whether two tokens are the same characters. */
static bool are_same(const struct token *one, const struct token *other,
                     const struct character *text)
{
    size_t length = one->end - one->start;
    if (other->end - other->start != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (text[one->start + i].code != text[other->start + i].code)
            return false;
    return true;
}

static bool is_both(const struct token *token, uint32_t one, uint32_t other)
{
    return has(token, one) && has(token, other);
}

static void drop(struct token *token, uint32_t class)
{
    token->class &= ~class;
}

/* The tokens before and after a token, or tokens without a class. */
struct neighbours {
    const struct token *before, *after;
};

/* A unit after a count is no label for the number after it; a title after a count is a unit. */
static void choose_after_count(struct token *here, const struct neighbours *beside)
{
    bool counted = has(beside->before, RULES_COUNT);
    bool named = has(beside->after, RULES_THAI) && !beside->after->spaced;
    if (counted && is_both(here, RULES_LABEL, RULES_UNIT))
        drop(here, RULES_LABEL);
    if (is_both(here, RULES_TITLE, RULES_UNIT))
        drop(here, counted && !named ? RULES_TITLE : RULES_UNIT);
}

/* ที่ before a number counts, but for ที่ ๘๙.๖๔ and ที่ ๐๘๑ after anything but a label. */
static bool is_ordinal(const struct neighbours *beside, const struct character *text)
{
    const struct token *number = beside->after;
    if (!has(number, RULES_NUMBER | RULES_ID))
        return false;
    if (has(beside->before, RULES_LABEL | RULES_UNIT))
        return true;
    return !is_zero(first_of(number, text)) && !has_dot(number, text);
}

static bool is_capital(char32_t c)
{
    return c >= 'A' && c <= 'Z';
}

/* A word of two lists keeps the sense that its neighbours give it. */
static void choose_sense(struct token *here, const struct neighbours *beside,
                         const struct character *text)
{
    if (is_both(here, RULES_LABEL, RULES_CONNECTIVE)) { /* ที่ */
        bool ordinal = is_ordinal(beside, text);
        bool sure = has(beside->before, RULES_LABEL | RULES_UNIT);
        drop(here, ordinal ? RULES_CONNECTIVE | (sure ? 0 : RULES_LABEL) : RULES_LABEL);
        here->class |= ordinal ? RULES_ORDINAL : 0;
    }
    if (is_both(here, RULES_TITLE, RULES_CONNECTIVE)) /* ว่าที่ */
        drop(here, has(beside->after, RULES_TITLE) ? RULES_CONNECTIVE | RULES_CLITIC : RULES_TITLE);
    if (is_both(here, RULES_TITLE, RULES_CLITIC)) { /* หญิง */
        bool goes_on = has(beside->before, RULES_TITLE) && !here->spaced;
        drop(here, goes_on ? RULES_CLITIC : RULES_CLITIC | RULES_TITLE);
    }
    if (is_both(here, RULES_TITLE, RULES_LABEL)) { /* บ้าน */
        bool village =
            (has(beside->before, RULES_INDEX) || beside->after->hold == COMPOUNDS_LOOSE) &&
            has(beside->after, RULES_THAI) && !beside->after->spaced &&
            !has(beside->after, RULES_FUNCTION | RULES_CONNECTIVE);
        drop(here, village ? 0 : RULES_LABEL | RULES_TITLE); /* a village has no surname */
    }
    if (is_both(here, RULES_MONTH, RULES_UNIT)) { /* เดือน */
        bool month = has(beside->after, RULES_MONTH) && !has(beside->after, RULES_UNIT);
        drop(here, month ? RULES_UNIT : RULES_MONTH);
    }
    choose_after_count(here, beside);
}

/* A number that names something; no score, and not the ๕ of "ตัวชี้วัด ๕ ตัวชี้วัด". */
static bool is_index(const struct token *here, const struct neighbours *beside,
                     const struct character *text)
{
    const struct token *before = beside->before, *after = beside->after;
    bool counts = has(after, RULES_UNIT) && !has(after, RULES_LABEL | RULES_MONTH);
    int year = small_number(here, text);
    bool is_year = year >= YEAR_FIRST && year <= YEAR_LAST;
    bool dated =
        has(before, RULES_ERA) && (is_year || !(has(after, RULES_UNIT | RULES_MONTH) ||
                                                has_dot(here, text))); /* but เวลา ๑๖ นาฬิกา */
    bool labelled = has(before, RULES_LABEL | RULES_MONTH) || dated;
    if (has(before, RULES_ABBREVIATION) && !here->spaced)
        return true;
    if (counts && !labelled) /* ๒๕๐๐ บาท, อยู่ที่ ๑๐๐ คะแนน */
        return false;
    if (is_year)
        return true;
    if (!labelled && !has(before, RULES_ORDINAL))
        return false;
    if (has(after, RULES_UNIT) && has_dot(here, text))
        return false;
    return !are_same(before, after, text);
}

/* One of the groups of a telephone number but the last: ๐ ๒๒๗๑ ๖๐๐๐, ๐๘๑-๒๓๔-๕๖๗๘. */
static bool is_telephone(const struct token *here, const struct neighbours *beside,
                         const struct character *text)
{
    size_t count = digits(here, text), next = digits(beside->after, text);
    bool goes_on = is_both(beside->before, RULES_INDEX, RULES_LABEL) && here->spaced && count >= 3;
    bool begins = is_zero(first_of(here, text)) && count > 0 && count <= 3;
    if (begins && has(beside->after, RULES_DASH))
        return !beside->after->spaced;
    return (begins || goes_on) && beside->after->spaced && (next == 3 || next == 4);
}

/* How many groups of digits follow each other with a space between two, from a token on. */
static size_t count_groups(const struct token *token, size_t count, size_t first,
                           const struct character *text, size_t *all)
{
    size_t last = first;
    for (; last < count && digits(&token[last], text) > 0; last++) {
        if (last > first && !token[last].spaced)
            break;
        *all += digits(&token[last], text);
    }
    return last - first;
}

/* The number of an identity card, a meeting or an account in groups, ๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๓: one, as a telephone's. */
static void mark_groups(struct token *token, size_t count, const struct character *text)
{
    enum { GROUPS_LEAST = 3, GROUPED_LEAST = 9, GROUPED_MOST = 20 };
    for (size_t i = 0, next; i < count; i = next) {
        size_t all = 0, number = count_groups(token, count, i, text, &all);
        next = i + (number > 0 ? number : 1);
        if (number < GROUPS_LEAST || all < GROUPED_LEAST || all > GROUPED_MOST)
            continue;
        for (size_t at = i; at + 1 < next; at++)
            token[at].class = RULES_INDEX | RULES_LABEL;
        token[next - 1].class = RULES_INDEX;
    }
}

/* The x of ๑.๕ x ๓ is a sign between numbers; the dash of ๓,๐๐๐.- belongs to the number and what it counts. */
static void mark_amounts(struct token *token, size_t count, const struct character *text)
{
    for (size_t i = 1; i + 1 < count; i++) {
        char32_t c = first_of(&token[i], text);
        bool alone = token[i].end - token[i].start == 1;
        if (alone && (c == 'x' || c == 'X') && has(&token[i - 1], RULES_COUNT) &&
            has(&token[i + 1], RULES_COUNT))
            token[i].class = RULES_BAHT | RULES_LATIN;
        bool after_dot = i > 1 && first_of(&token[i - 1], text) == '.' && !token[i - 1].spaced &&
                         has(&token[i - 2], RULES_COUNT);
        if (alone && has(&token[i], RULES_DASH) && after_dot && !token[i].spaced &&
            (token[i + 1].spaced || has(&token[i + 1], RULES_CLOSE)))
            token[i].class = RULES_CLOSE | RULES_COUNT;
    }
}

/* The dot after the initial of a name ties it to the next part: A. Smith. */
static void mark_initials(struct token *token, size_t count, const struct character *text)
{
    for (size_t i = 1; i + 1 < count; i++) {
        const struct token *letter = &token[i - 1];
        if (first_of(&token[i], text) == '.' && !token[i].spaced && token[i + 1].spaced &&
            has(letter, RULES_LATIN) && letter->end - letter->start == 1 &&
            is_capital(first_of(letter, text)) && has(&token[i + 1], RULES_LATIN) &&
            is_capital(first_of(&token[i + 1], text)))
            token[i].class |= RULES_TITLE;
    }
}

/* A consonant or a few, as an office or an item is marked: กค, the ข of เขต ข. */
static bool is_letters(const struct token *token, const struct character *text, size_t most)
{
    for (size_t at = token->start; at < token->end; at++)
        if (!(text[at].class & CHARACTER_CONSONANT))
            return false;
    return token->end - token->start <= most && !has(token, RULES_CONNECTIVE | RULES_TERM);
}

/* Whether a token is one letter, ก or A. */
static bool is_letter(const struct token *token, const struct character *text)
{
    bool latin = has(token, RULES_LATIN) && token->end - token->start == 1;
    return latin ? is_capital(first_of(token, text)) : is_letters(token, text, 1);
}

/* I, II, IV: a number in Roman letters. */
static bool is_roman(const struct token *token, const struct character *text)
{
    for (size_t at = token->start; at < token->end; at++)
        if (text[at].code != 'I' && text[at].code != 'V' && text[at].code != 'X')
            return false;
    return has(token, RULES_LATIN | RULES_ID);
}

/* The ก. of ข้อ ก. and the AA of ระดับ AA: a letter with a dot, one or two Latin capitals, a Roman number. */
static bool is_mark(const struct token *token, const struct character *text)
{
    if (is_roman(token, text))
        return true;
    size_t length = token->end - token->start;
    char32_t first = first_of(token, text), last = text[token->end - 1].code;
    if (has(token, RULES_THAI))
        return has(token, RULES_ABBREVIATION) && length == 2 && last == '.';
    return has(token, RULES_LATIN) && length <= 2 && is_capital(first) && is_capital(last);
}

/* Whether a letter is alone: between spaces, in brackets, beside a dash as in ก–ฮ. */
static bool is_alone(const struct token *token, size_t i, size_t count)
{
    bool begins = i == 0 || token[i].spaced || has(&token[i - 1], RULES_OPEN | RULES_DASH);
    bool ends =
        i + 1 == count || token[i + 1].spaced || has(&token[i + 1], RULES_CLOSE | RULES_DASH);
    return begins && ends;
}

/* The letters that mark an item, and those of an office between ที่ and the number of a letter. */
static void mark_letters(struct token *token, size_t count, const struct character *text)
{
    enum { OFFICE_MOST = 3 };
    for (size_t i = 0; i < count; i++) {
        struct token *here = &token[i];
        bool after_ordinal = i > 0 && is_both(&token[i - 1], RULES_LABEL, RULES_CONNECTIVE);
        bool numbered = i + 1 < count && token[i + 1].spaced && has(&token[i + 1], RULES_NUMBER) &&
                        digits(&token[i + 1], text) == 0;
        bool labelled = i > 0 && has(&token[i - 1], RULES_LABEL) &&
                        (!has(&token[i - 1], RULES_CONNECTIVE) || (is_roman(here, text) && i > 1));
        if ((is_alone(token, i, count) && is_letter(here, text)) ||
            (labelled && is_mark(here, text)))
            here->class |= RULES_ID;
        if (after_ordinal && here->spaced && numbered && is_letters(here, text, OFFICE_MOST))
            here->class |= RULES_ID | RULES_LABEL;
    }
}

static void mark_numbers(struct token *token, size_t count, const struct character *text)
{
    static const struct token nothing = {0};
    for (size_t i = 0; i < count; i++) {
        struct token *here = &token[i];
        struct neighbours beside = {i > 0 ? &token[i - 1] : &nothing,
                                    i + 1 < count ? &token[i + 1] : &nothing};
        choose_sense(here, &beside, text);
        if (!has(here, RULES_COUNT))
            continue;
        bool goes_on = i >= 2 && has(beside.before, RULES_DASH) && !here->spaced &&
                       has(&token[i - 2], RULES_INDEX) && !beside.before->spaced;
        if (is_telephone(here, &beside, text))
            here->class = RULES_INDEX | RULES_LABEL;
        else if (goes_on || is_index(here, &beside, text))
            here->class = RULES_INDEX;
    }
}

static bool ends_line(const struct token *token, const struct character *text)
{
    return has(token, RULES_ZWSP) && (text[token->end - 1].class & CHARACTER_LINE_END);
}

/* A sign that marks notes, and items, too. */
static bool is_star(const struct token *token, const struct character *text)
{
    return has(token, RULES_FOOTNOTE) && !(text[token->start].class & CHARACTER_RAISED);
}

/* A dash, a star, a dot of some kind: no letter and no digit. */
static bool is_bullet(const struct token *token, const struct character *text)
{
    return has(token, RULES_DASH) || is_star(token, text) ||
           (has(token, RULES_LATIN) && first_of(token, text) >= 0x2000 &&
            token->end - token->start == 1);
}

/* The ) or . after a list's number, which is alone or after a bracket. */
static bool is_enumerator(const struct token *token, size_t at, int depth,
                          const struct character *text)
{
    char32_t sign = first_of(&token[at], text);
    if (at == 0 || token[at].spaced || !has(&token[at - 1], RULES_COUNT))
        return false;
    bool first = at == 1 || token[at - 1].spaced;
    bool bracketed = at > 1 && has(&token[at - 2], RULES_OPEN);
    return (sign == ')' || sign == '.') && (bracketed || (first && depth == 0));
}

/* ① after ข้อ is the number of a thing, and begins none. */
static void mark_named(struct token *token, size_t count, const struct character *text)
{
    for (size_t i = 1; i < count; i++)
        if (is_both(&token[i], RULES_ENUMERATOR, RULES_LATIN) && has(&token[i - 1], RULES_LABEL) &&
            letters_are_circled(first_of(&token[i], text)))
            token[i].class = RULES_ID;
}

/* What opens a paragraph or a line, and the signs after the numbers of lists. */
static void mark_lists(struct token *token, size_t count, const struct character *text)
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
            (is_star(here, text) && (opens || here->spaced)))
            here->class = RULES_BULLET;
        if (has(here, RULES_OPEN))
            depth++;
        if (has(here, RULES_CLOSE) && first_of(here, text) == ')' && depth > 0)
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
static size_t name_tokens(const struct token *token, size_t count, size_t first,
                          const struct character *text)
{
    size_t run = run_tokens(token, count, first), name = 0;
    if (run > 0 && bytes_between(&token[first], &token[first + run - 1], text) <= NAME_SURE)
        return run;
    while (name < run && !has(&token[first + name], RULES_FUNCTION) &&
           bytes_between(&token[first], &token[first + name], text) <= NAME_MOST)
        name++;
    return name;
}

/* A surname of two scripts, Müller-วงศ์ไทย: how many tokens it has. */
static size_t mixed_tokens(const struct token *token, size_t count, size_t first)
{
    if (first + 2 >= count || !has(&token[first + 1], RULES_DASH) || token[first + 1].spaced ||
        token[first + 2].spaced)
        return 0;
    uint32_t one = token[first].class, other = token[first + 2].class;
    bool mixed = ((one & RULES_LATIN) && (other & RULES_THAI)) ||
                 ((one & RULES_THAI) && (other & RULES_LATIN));
    if (!mixed)
        return 0;
    size_t thai = run_tokens(token, count, first + 2);
    return 2 + (thai > 0 ? thai : 1);
}

/* Whether a name may begin with a token: not with what begins a phrase, a label or a unit before a number. */
static bool begins_name(const struct token *token, size_t count, size_t first)
{
    const struct token *here = &token[first];
    if (has(here, RULES_TERM | RULES_TITLE | RULES_FUNCTION) ||
        (has(here, RULES_CONNECTIVE) && !has(here, RULES_NAME)))
        return false;
    size_t after = first + run_tokens(token, count, first);
    uint32_t labels = RULES_LABEL | RULES_ORDINAL | RULES_MONTH | RULES_ERA;
    bool numbered = after < count && has(&token[after], RULES_NUMBER | RULES_ID);
    return after == first || !numbered || !has(&token[after - 1], labels);
}

/* ณ before what is left of a family name, นายสมชาย ณ ลำปาง; anywhere else it is no part of one. */
static void settle_preposition(struct token *token, size_t count, size_t at, bool family)
{
    uint32_t others = RULES_UNIT | RULES_LABEL | RULES_ORDINAL | RULES_FUNCTION;
    if (!is_both(&token[at], RULES_NAME, RULES_CONNECTIVE))
        return;
    bool named = family && at + 1 < count && token[at + 1].spaced &&
                 has(&token[at + 1], RULES_THAI) && !has(&token[at + 1], others);
    token[at].class = RULES_THAI | (named ? RULES_NAME | RULES_TITLE : RULES_CONNECTIVE);
}

/* Copies the tokens down, with those of a person's given and family name joined to one each. */
static size_t join_names(struct token *token, size_t count, const struct character *text)
{
    size_t out = 0, family = 0;
    for (size_t i = 0; i < count;) {
        bool second = family > 0 && family == i && token[i].spaced;
        settle_preposition(token, count, i, second);
        bool after_title = out > 0 && has(&token[out - 1], RULES_TITLE);
        bool village = out > 0 && is_both(&token[out - 1], RULES_TITLE, RULES_LABEL);
        bool given = after_title && !has(&token[out - 1], RULES_NAME);
        size_t joined = 0;
        if (given ? !has(&token[i], RULES_TERM | RULES_TITLE | RULES_FUNCTION)
                  : (after_title || second) && begins_name(token, count, i))
            joined = name_tokens(token, count, i, text);
        if (second && mixed_tokens(token, count, i) > 0)
            joined = mixed_tokens(token, count, i);
        struct token merged = token[i];
        if (joined > 0) {
            merged.end = token[i + joined - 1].end;
            merged.class = RULES_THAI | RULES_NAME;
            merged.compound = false;
        }
        i += joined > 0 ? joined : 1;
        if (joined > 0 && given && !village)
            family = i;
        token[out++] = merged;
    }
    return out;
}

/*
 * A name after the word for its kind, which the compounds hold together, with a number that belongs to both:
 * ซอยสุขุมวิท ๑๐. What is counted after the number is no part of it.
 */
static void mark_places(struct token *token, size_t count)
{
    for (size_t i = 1; i + 1 < count; i++) {
        bool held = !token[i].spaced && token[i].hold >= COMPOUNDS_PHRASE &&
                    has(&token[i - 1], RULES_LABEL) && has(&token[i], RULES_THAI);
        bool numbered = token[i + 1].spaced && has(&token[i + 1], RULES_COUNT);
        bool counts = i + 2 < count && has(&token[i + 2], RULES_UNIT) && token[i + 2].spaced;
        if (held && numbered && !counts)
            token[i].class |= RULES_LABEL;
    }
}

/* Where the title begins that ends with a token: พันตำรวจเอก|หญิง is one. */
static const struct token *title_start(const struct token *first, const struct token *last)
{
    while (last > first && !last->spaced && has(&last[-1], RULES_TITLE))
        last--;
    return last;
}

/* What ties the token at a place to the one before it. */
static enum rules_bond bond_of(const struct token *token, size_t at, const struct token *after,
                               const struct character *text)
{
    const struct token *here = &token[at], *before = here - 1;
    if (has(before, RULES_TITLE) && has(here, RULES_NAME) && !here->spaced &&
        before->end - title_start(token, before)->start >= RANK_LEAST)
        return RULES_RANK;
    if (has(before, RULES_LATIN) && has(here, RULES_LABEL) && here->spaced &&
        has(after, RULES_ORDINAL | RULES_NUMBER | RULES_ID))
        return RULES_PART;
    if (has(before, RULES_ERA) && has(here, RULES_COUNT) &&
        (has(after, RULES_MONTH) || has_dot(here, text)))
        return RULES_HOUR;
    return RULES_NO_BOND;
}

static void tie(struct token *token, size_t count, const struct character *text)
{
    static const struct token nothing = {0};
    for (size_t i = 1; i < count; i++)
        token[i].bond = (uint8_t)bond_of(token, i, i + 1 < count ? &token[i + 1] : &nothing, text);
}

size_t token_context(struct token *token, size_t count, const struct characters *characters)
{
    const struct character *text = characters->at;
    assert(token != NULL || count == 0);
    mark_letters(token, count, text);
    mark_places(token, count);
    mark_amounts(token, count, text);
    mark_numbers(token, count, text);
    mark_groups(token, count, text);
    mark_initials(token, count, text);
    mark_named(token, count, text);
    mark_lists(token, count, text);
    count = join_names(token, count, text);
    tie(token, count, text);
    return count;
}
