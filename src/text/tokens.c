/*
 * Scans a paragraph from left to right; libthai has marked the word boundaries of its Thai runs
 * before. What a token means because of its neighbours (a number that names or counts, a person's
 * name, the sign after a list's number) is added by token_context.c.
 */
#include "text/tokens.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/letters.h"
#include "text/rules.h"
#include "text/token_context.h"
#include "text/token_scan.h"

enum {
    TERM_ALONE =
        15, /* bytes: a term this long is found inside letters that no dictionary knows, too */
    TERM_MOST = 30 * 3, /* a longer name describes, and parts between its words */
    RANK_LEAST = 9, /* characters of a title that a line may end after rather than be torn apart */
    ABBREVIATED_MOST = 4,                         /* consonants before the dot of an abbreviation */
    TIES = RULES_UNIT | RULES_LABEL | RULES_TITLE /* what a compound may be for a neighbour */
};

struct tokens_scanner *tokens_scanner_new(const struct tokens_lists *lists)
{
    struct tokens_scanner *scanner = memory_zeroed(1, sizeof *scanner);
    scanner->words = break_words_terms(lists->words);
    scanner->compounds = lists->compounds;
    scanner->terms = terms_new();
    break_words_add_whole(lists->words, scanner->terms);
    for (size_t i = 0; i < lists->count; i++) {
        const char *term = break_words_proper_part(lists->words, lists->term[i]);
        if (strlen(term) <= TERM_MOST)
            terms_add(scanner->terms, term, strlen(term), RULES_TERM);
    }
    return scanner;
}

void tokens_scanner_free(struct tokens_scanner *scanner)
{
    if (scanner == NULL)
        return;
    terms_free(scanner->terms);
    free(scanner->token);
    free(scanner->part);
    free(scanner);
}

/* ---- Characters ---- */

bool token_scan_is(const struct token_scan *scan, size_t at, unsigned class)
{
    return (scan->text[at].class & class) != 0;
}

static bool is_in(char32_t c, const char32_t *list)
{
    for (; *list != 0; list++)
        if (*list == c)
            return true;
    return false;
}

static bool is_arrow(char32_t c)
{
    return (c >= 0x2190 && c <= 0x21FF) || c == 0x2794 || (c >= 0x2798 && c <= 0x27A1);
}

/* The class of a sign that only some fonts have; 0 when it has none of its own. */
static uint32_t symbol_class(char32_t c)
{
    if (letters_are_circled(c) || is_in(c, U"☐☑☒✓✔✗✘✕✖●○◉◎■□▪▫◆◇▲△▼▽►▶➢➤★☆❖✦•‣◦⁃☞"))
        return RULES_ENUMERATOR | RULES_LATIN;
    if (is_arrow(c))
        return RULES_DASH;
    if (is_in(c, U"№☎☏✉✆©§"))
        return RULES_LABEL | RULES_LATIN;
    if (is_in(c, U"±×÷≤≥≠≈"))
        return RULES_BAHT | RULES_LATIN;
    if (is_in(c, U"½¼¾⅓⅔⅛⅜⅝⅞"))
        return RULES_COUNT;
    return is_in(c, U"™®℃℉") ? RULES_CLOSE : 0;
}

/* The class of a sign that is a token by itself; 0 when it is none. */
static uint32_t sign_class(char32_t c)
{
    if (c == LETTER_MAIYAMOK)
        return RULES_MAIYAMOK;
    if (c == LETTER_PAIYANNOI)
        return RULES_PAIYANNOI;
    if (is_in(c, U"([{\u201C\u2018\u00AB\u2039"))
        return RULES_OPEN;
    if (is_in(c, U")]}!?%,.;:\u201D\u2019\u00BB\u203A\u0E5A\u0E5B\u2026\u2030\u00B0\u2032\u2033"))
        return RULES_CLOSE;
    if (is_in(c, U"\u0E3F$\u20AC\u00A3\u00A5"))
        return RULES_BAHT;
    if (is_in(c, U"-\u2013\u2014\u2010\u2212"))
        return RULES_DASH;
    if (is_in(c, U"*\u2020\u2021\u00B9\u00B2\u00B3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"))
        return RULES_FOOTNOTE;
    if (is_in(c, U"\u2060\u00A0\u202F\uFEFF\u200C\u200D\u00AD"))
        return RULES_GLUE;
    if (is_in(c, U"\u200B\u2028\u2029\n"))
        return RULES_ZWSP;
    if (c == '/')
        return RULES_SLASH;
    return c < 0x80 ? 0 : symbol_class(c);
}

/* ---- Tokens of several characters; each returns the end, or its start when there is none ---- */

/* A mark, or a vowel that is written after its consonant, cannot begin a word. */
bool token_scan_cell_ends(const void *context, size_t end)
{
    const struct token_scan *scan = context;
    return !token_scan_is(scan, end, CHARACTER_LEANS_BACK);
}

static size_t number_end(const struct token_scan *scan, size_t at)
{
    while (token_scan_is(scan, at, CHARACTER_DIGIT))
        at++;
    char32_t c = scan->text[at].code;
    bool joins = c == '.' || c == ',' || c == ':' || c == '/';
    return joins && token_scan_is(scan, at + 1, CHARACTER_DIGIT) ? number_end(scan, at + 1) : at;
}

/* The end of the sign for a circular after an office's number, ๐๔๐๕.๔/ว ๑๒๔. */
static size_t circular_end(const struct token_scan *scan, size_t at)
{
    if (scan->text[at].code != '/' || scan->text[at + 1].code != LETTER_WO_WAEN)
        return at;
    return token_scan_is(scan, at + 2, CHARACTER_WORD) ? at : at + 2;
}

/* One to four consonants and a dot, and as many more as follow, there with vowels, too: ป.ป.ช., ป.วิ.อ. */
static size_t abbreviation_end(const struct token_scan *scan, size_t start)
{
    size_t end = start, at = start;
    for (int letters = 0; letters <= ABBREVIATED_MOST; letters++) {
        bool more = end > start && letters > 0;
        if (scan->text[at].code == '.' && letters > 0) {
            end = ++at;
            letters = -1;
        } else if (token_scan_is(scan, at,
                                 CHARACTER_CONSONANT | (more ? CHARACTER_LEANS_BACK : 0u))) {
            at++;
        } else {
            break;
        }
    }
    return end;
}

static size_t latin_end(const struct token_scan *scan, size_t at)
{
    for (;;) {
        while (token_scan_is(scan, at, CHARACTER_LATIN | CHARACTER_DIGIT))
            at++;
        if (!is_in(scan->text[at].code, U"-'\u2019._@&+#~") ||
            !token_scan_is(scan, at + 1, CHARACTER_LATIN | CHARACTER_DIGIT))
            return at;
        at++;
    }
}

/* Whether a Thai word goes on with this character: a letter, but for the signs that follow a word. */
bool token_scan_goes_on_thai(const struct token_scan *scan, size_t at)
{
    const struct character *here = &scan->text[at];
    return !here->word && (here->class & CHARACTER_WORD) && here->code != LETTER_MAIYAMOK &&
           here->code != LETTER_PAIYANNOI;
}

static size_t thai_end(const struct token_scan *scan, size_t at)
{
    do
        at++;
    while (token_scan_goes_on_thai(scan, at));
    return at;
}

/* Whether a word may end here, or another begin: for the matches of word lists. */
bool token_scan_word_ends(const void *context, size_t end)
{
    const struct token_scan *scan = context;
    if (end == 0)
        return true;
    const struct character *before = &scan->text[end - 1];
    if (before->code < 0x80)
        return !(before->class & CHARACTER_LATIN) || latin_end(scan, end - 1) <= end;
    return !(before->class & (CHARACTER_WORD | CHARACTER_JOINER)) ||
           !token_scan_goes_on_thai(scan, end);
}

/* ---- Addresses ---- */

static bool begins(const struct token_scan *scan, const char *with)
{
    for (size_t at = scan->at; *with != '\0'; at++, with++)
        if (scan->text[at].code != (unsigned char)*with)
            return false;
    return true;
}

/* Whether a character is one of a few of ASCII. */
static bool is_one_of(const struct token_scan *scan, size_t at, const char *list)
{
    char32_t c = scan->text[at].code;
    return c > 0 && c < 0x80 && strchr(list, (int)c) != NULL;
}

static size_t address_end(const struct token_scan *scan)
{
    if (!is_one_of(scan, scan->at, "hw"))
        return 0;
    if (!begins(scan, "http://") && !begins(scan, "https://") && !begins(scan, "www."))
        return 0;
    size_t end = scan->at;
    while (scan->text[end].code > ' ' && scan->text[end].code < 0x7F)
        end++;
    while (end > scan->at && is_one_of(scan, end - 1, ".,;:!?)]}\"'"))
        end--;
    return end;
}

/* Whether %xx begins a character here: one of more bytes goes on with %8x to %Bx. */
static bool begins_escape(const struct token_scan *scan, size_t at)
{
    return at + 2 < scan->url_end && scan->text[at].code == '%' &&
           !is_one_of(scan, at + 1, "89ABab");
}

/* Where the name of an address's host ends. */
static size_t host_end(const struct token_scan *scan)
{
    size_t at = scan->at;
    if (begins(scan, "http://") || begins(scan, "https://"))
        at += strlen(begins(scan, "https") ? "https://" : "http://");
    while (at < scan->url_end && !is_one_of(scan, at, "/?"))
        at++;
    return at;
}

/* The end of one part of a host's name: before its next dot, but www.name is one. */
static size_t label_end(const struct token_scan *scan, size_t at)
{
    bool is_www = is_one_of(scan, at, "w") && is_one_of(scan, at + 1, "w") &&
                  is_one_of(scan, at + 2, "w") && is_one_of(scan, at + 3, ".");
    size_t end = at + (is_www ? strlen("www.") : 1);
    while (end < scan->host_end && scan->text[end].code != '.')
        end++;
    return end < scan->host_end ? end : scan->host_end;
}

/* The end of one piece: after / ? & = or a hyphen; before an escape. The host's name is parted before its dots only. */
static size_t address_piece(const struct token_scan *scan)
{
    size_t at = scan->at;
    if (begins(scan, "http://") || begins(scan, "https://"))
        at += strlen(begins(scan, "https") ? "https://" : "http://");
    if (at < scan->host_end)
        at = label_end(scan, at);
    if (at < scan->host_end)
        return at;
    while (at < scan->url_end && !is_one_of(scan, at, "/?&=-") &&
           (at == scan->at || !begins_escape(scan, at)))
        at++;
    while (at < scan->url_end && is_one_of(scan, at, "/?&=-"))
        at++;
    return at;
}

static void begin_address(struct token_scan *scan)
{
    scan->url_end = address_end(scan);
    scan->host_end = scan->url_end > 0 ? host_end(scan) : 0;
}

/* The words of a tag hold each other and its sign: #งดรับงดให้. */
static void hold_tag(const struct token_scan *scan)
{
    size_t at = scan->at + 1;
    while (token_scan_is(scan, at, CHARACTER_WORD | CHARACTER_LATIN | CHARACTER_DIGIT) ||
           scan->text[at].code == '_')
        scan->characters->at[at++].hold = COMPOUNDS_FIRM;
}

/* ---- The scan ---- */

static struct token *token_add(struct token_scan *scan, size_t start, size_t end, uint32_t class)
{
    struct tokens_scanner *scanner = scan->scanner;
    scanner->token =
        memory_room(scanner->token, scanner->tokens, &scanner->token_room, sizeof *scanner->token);
    struct token *token = &scanner->token[scanner->tokens++];
    *token = (struct token){.start = (uint32_t)start, .end = (uint32_t)end, .class = class};
    token->spaced = start > 0 && token_scan_is(scan, start - 1, CHARACTER_BLANK);
    token->hold = scan->text[start].hold;
    return token;
}

/* A straight quote opens or closes by its neighbours, or by turns. */
static uint32_t quote_class(struct token_scan *scan)
{
    size_t at = scan->at, after = at + 1;
    bool ends = after == scan->length || token_scan_is(scan, after, CHARACTER_SPACE) ||
                scan->text[after].code == '\n';
    bool opens = !scan->quoted;
    if (at == 0 || token_scan_is(scan, at - 1, CHARACTER_BLANK) || scan->text[at - 1].code == '(')
        opens = true;
    else if (ends)
        opens = false;
    scan->quoted = opens;
    return opens ? RULES_OPEN : RULES_CLOSE;
}

static uint32_t latin_class(const struct token_scan *scan, size_t end)
{
    size_t at = scan->at;
    while (at < end && token_scan_is(scan, at, CHARACTER_LATIN))
        at++;
    return at - scan->at <= 2 && at < end && number_end(scan, at) == end ? RULES_ID : RULES_LATIN;
}

/*
 * Whether an abbreviation of the lists is but the beginning of one: of the month's short name in
 * ก.พ.ร.; a title goes on with another title only, ผศ.ดร.
 */
static bool is_longer_abbreviation(const struct token_scan *scan, size_t end, uint32_t class)
{
    if (abbreviation_end(scan, scan->at) <= end)
        return false;
    uint32_t next = 0;
    struct terms_end cells = {scan, token_scan_cell_ends};
    terms_match(scan->scanner->words, scan->characters, end, scan->length, &cells, &next);
    return !(class & next & RULES_TITLE);
}

/* A term does not cut a known word; where it is whole, token_terms.c has made a word of it. */
static bool term_ends(const void *context, size_t end)
{
    const struct token_scan *scan = context;
    return token_scan_cell_ends(scan, end) && token_scan_word_ends(scan, end);
}

/* A term or a word of the lists that begins here; returns its end. */
static size_t listed_end(const struct token_scan *scan, uint32_t *class)
{
    const struct tokens_scanner *scanner = scan->scanner;
    struct terms_end terms = {scan, term_ends}, words = {scan, token_scan_word_ends};
    size_t length =
        terms_match(scanner->terms, scan->characters, scan->at, scan->length, &terms, class);
    if (length == 0)
        length =
            terms_match(scanner->words, scan->characters, scan->at, scan->length, &words, class);
    if (length == 0)
        return scan->at;
    size_t end = scan->at + length;
    if (scan->text[end - 1].code == '.') {
        if (is_longer_abbreviation(scan, end, *class))
            return scan->at;
        *class |= RULES_ABBREVIATION;
    }
    *class |= token_scan_is(scan, scan->at, CHARACTER_WORD) ? RULES_THAI : RULES_LATIN;
    return end;
}

/* A sign with the vowels and marks that lean on it: ๚ะ is one. */
static size_t sign_end(const struct token_scan *scan, size_t at)
{
    do
        at++;
    while (token_scan_is(scan, at, CHARACTER_LEANS_BACK));
    return at;
}

static size_t number_token(const struct token_scan *scan, uint32_t *class)
{
    size_t end = number_end(scan, scan->at);
    size_t circular = circular_end(scan, end);
    *class = circular > end ? RULES_INDEX | RULES_LABEL : RULES_COUNT;
    return circular;
}

static size_t latin_token(const struct token_scan *scan, uint32_t *class)
{
    size_t end = latin_end(scan, scan->at);
    *class = latin_class(scan, end);
    return end;
}

static size_t thai_token(const struct token_scan *scan, uint32_t *class)
{
    size_t end = abbreviation_end(scan, scan->at);
    *class = end > scan->at ? RULES_THAI | RULES_ABBREVIATION : RULES_THAI;
    return end > scan->at ? end : thai_end(scan, scan->at);
}

static size_t sign_token(struct token_scan *scan, uint32_t *class)
{
    char32_t c = scan->text[scan->at].code;
    if (c == '"' || c == '\'') {
        *class = quote_class(scan);
        return scan->at + 1;
    }
    *class = sign_class(c);
    if (*class == 0)
        *class = RULES_LATIN;
    return sign_end(scan, scan->at);
}

/* A superscript: one mark, whatever it says. */
static size_t raised_token(const struct token_scan *scan, uint32_t *class)
{
    size_t end = scan->at;
    while (token_scan_is(scan, end, CHARACTER_RAISED))
        end++;
    *class = RULES_FOOTNOTE;
    return end;
}

/* Finds the end and the class of the token that begins here. */
static size_t token_end(struct token_scan *scan, uint32_t *class)
{
    if (token_scan_is(scan, scan->at, CHARACTER_RAISED))
        return raised_token(scan, class);
    const struct character *here = &scan->text[scan->at];
    size_t end = listed_end(scan, class);
    if (end > scan->at)
        return end;
    if (here->class & CHARACTER_DIGIT)
        return number_token(scan, class);
    if (here->class & CHARACTER_LATIN)
        return latin_token(scan, class);
    if ((here->class & CHARACTER_WORD) && here->code != LETTER_MAIYAMOK &&
        here->code != LETTER_PAIYANNOI)
        return thai_token(scan, class);
    return sign_token(scan, class);
}

static void scan_token(struct token_scan *scan)
{
    if (token_scan_is(scan, scan->at, CHARACTER_SPACE)) {
        scan->at++;
        return;
    }
    bool goes_on = scan->at < scan->url_end && !is_one_of(scan, scan->at - 1, "/?&=");
    if (scan->text[scan->at].code == '#')
        hold_tag(scan);
    if (scan->at >= scan->url_end)
        begin_address(scan);
    uint32_t class = goes_on ? RULES_URL | RULES_INNER : RULES_URL;
    size_t end = scan->at < scan->url_end ? address_piece(scan) : token_end(scan, &class);
    struct token *token = token_add(scan, scan->at, end, class);
    token->compound = (class & RULES_THAI) && !(class & (RULES_TERM | RULES_ABBREVIATION));
    scan->at = end;
}

/* ---- Compounds ---- */

/* The class of a word inside a compound: only what it leans on counts there. */
static uint32_t part_class(const struct token_scan *scan, size_t start, size_t end)
{
    uint32_t class = 0;
    size_t length = terms_match(scan->scanner->words, scan->characters, start, end, NULL, &class);
    bool whole = length == end - start;
    return RULES_THAI | (whole ? class & (RULES_NOMINALIZER | RULES_UNIT) : 0);
}

static void part_add(struct tokens_scanner *scanner, const struct token *token)
{
    scanner->part =
        memory_room(scanner->part, scanner->parts, &scanner->part_room, sizeof *scanner->part);
    scanner->part[scanner->parts++] = *token;
}

/* Whether a compound is a unit or begins with one: คะแนนเต็ม. */
static bool begins_with_unit(const struct token_scan *scan, const struct token *token)
{
    size_t end = token->start + 1;
    while (end < token->end && !scan->text[end].word)
        end++;
    return ((token->class | part_class(scan, token->start, end)) & RULES_UNIT) != 0;
}

/* What ties a compound to its neighbour: ๕ ตัวชี้วัด, ตัวชี้วัดที่ ๕, พันตำรวจเอกสมชาย. */
static uint32_t compound_tie(const struct token_scan *scan, size_t i)
{
    const struct tokens_scanner *scanner = scan->scanner;
    const struct token *token = &scanner->token[i];
    uint32_t numbers = RULES_NUMBER | RULES_ID, names = RULES_TITLE | RULES_NAME | RULES_TERM;
    if (i > 0 && (token[-1].class & RULES_COUNT) && begins_with_unit(scan, token))
        return RULES_UNIT;
    if (i + 1 == scanner->tokens)
        return 0;
    if ((token->class & RULES_TITLE) && (token[1].class & names))
        return RULES_TITLE;
    if (!(token->class & RULES_LABEL))
        return 0;
    bool ordinal = token[1].class & RULES_ORDINAL;
    return ordinal || (token[1].class & numbers) ? RULES_LABEL : 0;
}

/* Adds the words of a compound; its class is seen from both sides. */
static void split_compound(struct token_scan *scan, const struct token *token, uint32_t tie)
{
    for (size_t start = token->start, end = start + 1; start < token->end; start = end++) {
        while (end < token->end && !scan->text[end].word)
            end++;
        struct token part = *token;
        part.start = (uint32_t)start;
        part.end = (uint32_t)end;
        part.hold = scan->text[start].hold;
        bool first = start == token->start, last = end == token->end;
        if (!first || !last)
            part.class = part_class(scan, start, end);
        if (first || last)
            part.class |= token->class;
        if (!last)
            part.class = (part.class & ~(uint32_t)TIES) | tie;
        if (!first) {
            part.bond = RULES_NO_BOND;
            part.class |= RULES_INNER;
            part.spaced = false;
        }
        part_add(scan->scanner, &part);
    }
}

/* Adds the parts of a long term. */
static void split_term(struct token_scan *scan, const struct token *term)
{
    for (size_t start = term->start, end = start + 1; start < term->end; start = end++) {
        while (end < term->end && scan->text[end].hold != COMPOUNDS_SEAM)
            end++;
        struct token part = *term;
        part.start = (uint32_t)start;
        part.end = (uint32_t)end;
        if (start > term->start) {
            part.bond = RULES_SEAM;
            part.spaced = false;
        }
        part_add(scan->scanner, &part);
    }
}

static void split_compounds(struct token_scan *scan)
{
    struct tokens_scanner *scanner = scan->scanner;
    scanner->parts = 0;
    for (size_t i = 0; i < scanner->tokens; i++) {
        if (scanner->token[i].compound)
            split_compound(scan, &scanner->token[i], compound_tie(scan, i));
        else if (scanner->token[i].class & RULES_TERM)
            split_term(scan, &scanner->token[i]);
        else
            part_add(scanner, &scanner->token[i]);
    }
}

struct tokens tokens_scan(struct tokens_scanner *scanner, struct thai *thai,
                          struct characters *characters)
{
    struct token_scan scan = {.scanner = scanner,
                              .thai = thai,
                              .characters = characters,
                              .text = characters->at,
                              .length = characters->count};
    thai_words(thai, characters);
    token_terms_mark(&scan);
    if (scanner->compounds != NULL)
        compounds_mark(scanner->compounds, characters);
    scanner->tokens = 0;
    while (scan.at < scan.length)
        scan_token(&scan);
    scanner->tokens = token_context(scanner->token, scanner->tokens, characters);
    split_compounds(&scan);
    return (struct tokens){scanner->part, scanner->parts, characters};
}
