/* The terms of an edition become words of their own, unless they would cut one that the dictionary knows. */
#include "base/utf8.h"
#include "text/rules.h"
#include "text/token_scan.h"

enum {
    TERM_ALONE =
        15, /* bytes: a term this long is found inside letters that no dictionary knows, too */
    WORD_MOST = 60,    /* characters of what may be a word */
    SEAMED_LEAST = 16, /* letters of a term that parts for a cell … */
    PART_LEAST = 6     /* … and of either part */
};

/*
 * Widens a place inside of what libthai took for one word to that word, if the dictionary has it. A consonant that was
 * left over before or after a word is with it by now (thai.c) and no letter of it.
 */
static void widen_to_known(const struct token_scan *scan, size_t *start, size_t *end)
{
    size_t at = *start, first = at, last = at;
    while (at - first < WORD_MOST && !token_scan_word_ends(scan, first))
        first--;
    while (last - at < WORD_MOST && token_scan_goes_on_thai(scan, last))
        last++;
    bool is_known = thai_knows(scan->thai, scan->characters, first, last) ||
                    (token_scan_is(scan, first, CHARACTER_CONSONANT) && first + 1 < at &&
                     thai_knows(scan->thai, scan->characters, first + 1, last)) ||
                    (token_scan_is(scan, last - 1, CHARACTER_CONSONANT) && at + 1 < last &&
                     thai_knows(scan->thai, scan->characters, first, last - 1));
    if (is_known) {
        *start = first;
        *end = last;
    }
}

/* A term that is looked for at a place. */
struct term_search {
    const struct token_scan *scan;
    size_t start;
};

/* Whether a term is there: a whole word, or, where it is long, in letters that go on. */
static bool term_fits(const void *context, size_t end)
{
    const struct term_search *search = context;
    const struct token_scan *scan = search->scan;
    if (!token_scan_cell_ends(scan, end))
        return false;
    bool is_long = scan->text[end].start - scan->text[search->start].start >= TERM_ALONE;
    bool may_begin = is_long && token_scan_goes_on_thai(scan, search->start);
    bool may_end = is_long && token_scan_goes_on_thai(scan, end);
    return (may_begin || token_scan_word_ends(scan, search->start)) &&
           (may_end || token_scan_word_ends(scan, end));
}

/* Letters that take room of their own. */
static size_t count_letters(const struct character *text, size_t first, size_t last)
{
    size_t letters = 0;
    for (size_t i = first; i < last; i++)
        letters += !utf8_is_thai_mark(text[i].code);
    return letters;
}

/* A long term has a seam before each word that leads a phrase and is not near its ends: กองยุทธศาสตร์|และงบประมาณ. */
static void mark_seams(struct token_scan *scan, size_t first, size_t last)
{
    struct character *text = scan->characters->at;
    struct terms_end ends = {scan, token_scan_word_ends};
    if (count_letters(text, first, last) < SEAMED_LEAST)
        return;
    for (size_t i = first + 1; i < last; i++) {
        uint32_t class = 0;
        if (text[i].word && count_letters(text, first, i) >= PART_LEAST &&
            count_letters(text, i, last) >= PART_LEAST &&
            terms_match(scan->scanner->words, scan->characters, i, last, &ends, &class) > 0 &&
            (class & RULES_CONNECTIVE))
            text[i].hold = COMPOUNDS_SEAM;
    }
}

/* Makes one word of a term; known words that go on past its ends are not cut but of that word, too. Returns its end. */
static size_t mark_term(struct token_scan *scan, size_t start, size_t end)
{
    struct character *text = scan->characters->at;
    size_t first = start, last = end, inner_end = start, inner_start = end;
    if (!token_scan_word_ends(scan, start))
        widen_to_known(scan, &first, &inner_end);
    if (!token_scan_word_ends(scan, end))
        widen_to_known(scan, &inner_start, &last);
    if (inner_end > last)
        last = inner_end;
    text[first].word = text[last].word = true;
    mark_seams(scan, first, last);
    for (size_t i = first + 1; i < last; i++)
        text[i].word = false;
    return last;
}

void token_terms_mark(struct token_scan *scan)
{
    for (size_t at = 0; at < scan->length;) {
        uint32_t class;
        struct term_search search = {scan, at};
        struct terms_end fits = {&search, term_fits};
        size_t length =
            terms_match(scan->scanner->terms, scan->characters, at, scan->length, &fits, &class);
        at = length > 0 ? mark_term(scan, at, at + length) : at + 1;
    }
}
