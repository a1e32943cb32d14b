/*
 * Words that are no words: ประพหุมิติชอบ. The dictionaries find them (spell/speller.h); names, which dictionaries lack, are
 * told by what is before them, and by the edition's own terms.
 */
#include <string.h>

#include "audit/rule.h"
#include "base/utf8.h"
#include "spell/speller.h"
#include "words/trie.h"

enum { SLIPS_MOST = 4, NAME_MOST = 30, MAI_YAMOK = 0x0E46, PAIYAN_NOI = 0x0E2F, NIKHAHIT = 0x0E4D };

/* A run of Thai letters: [from, to) of a scan. */
struct run {
    size_t from, to;
};

static bool is_letter(const struct scan *scan, size_t at)
{
    const struct scan_letter *letter = &scan->letter[at];
    return at < scan->count && letter->class == SCAN_THAI && letter->c != MAI_YAMOK &&
           letter->c != PAIYAN_NOI;
}

static struct run next_run(const struct scan *scan, size_t from)
{
    while (from < scan->count && !is_letter(scan, from))
        from++;
    size_t to = from;
    while (is_letter(scan, to))
        to++;
    return (struct run){from, to};
}

/* An abbreviation, or letters typed so that another rule tells of them. */
static bool is_let_be(const struct scan *scan, struct run run)
{
    bool is_short = (run.to < scan->count && scan->letter[run.to].c == '.') ||
                    (run.from > 0 && scan->letter[run.from - 1].c == '.');
    for (size_t i = run.from; i < run.to; i++) {
        char32_t c = scan->letter[i].c;
        is_short |= c == NIKHAHIT || (c == 0x0E40 && scan->letter[i + 1].c == 0x0E40);
    }
    return is_short;
}

/* Whether the letters before a place, back to another, are one of some words. */
static bool is_word_between(const struct scan *scan, size_t from, size_t to,
                            const struct words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        const char *word = words->entry[i].form[0];
        if (utf8_count(word, strlen(word)) == to - from && scan_at(scan, from, word))
            return true;
    }
    return false;
}

/* Whether a run is, or follows, a person's name: นายสมมติ ใจดี. */
static bool is_person(const struct audit *audit, const struct scan *scan, struct run run,
                      struct run before)
{
    const struct words *titles = &audit->words->of[AUDIT_TITLE];
    if (audit_words_begin(scan, run.from, titles))
        return true;
    bool next = run.from == before.to + 1 && scan->letter[before.to].class == SCAN_SPACE;
    return next && before.to - before.from <= NAME_MOST &&
           audit_words_begin(scan, before.from, titles);
}

static bool is_in_term(const struct scan *scan, size_t from, size_t to, const char *term)
{
    size_t length = utf8_count(term, strlen(term));
    for (size_t at = 0; (at = scan_find(scan, at, scan->count, term)) < scan->count; at++)
        if (at < to && from < at + length)
            return true;
    return false;
}

/* Whether a slip is in one of the edition's terms, or in the agency's name. */
static bool is_term(const struct audit *audit, const struct scan *scan, size_t from, size_t to)
{
    const struct edition_profile *profile = &audit->edition->profile;
    const char *const names[] = {profile->agency.name.bytes, profile->agency.short_name.bytes};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] != NULL && is_in_term(scan, from, to, names[i]))
            return true;
    for (size_t i = 0; i < profile->terms.count; i++)
        if (is_in_term(scan, from, to, profile->terms.item[i].bytes))
            return true;
    return false;
}

static void say(struct audit *audit, const struct scan *scan, size_t from, size_t to,
                const char *word)
{
    audit_say(audit, MESSAGE_UNKNOWN_WORD, scan_place(scan, from),
              scan_copy(audit->arena, scan, from, to), word);
    const struct diag_remedy remedy = {scan->letter[from].offset, scan->letter[to].offset, word,
                                       false};
    audit_mend(audit, &remedy);
}

static void check_run(struct audit *audit, const struct scan *scan, struct run run,
                      struct run before)
{
    uint8_t letter[SPELLER_RUN_MOST];
    struct speller_slip slip[SLIPS_MOST];
    size_t count = run.to - run.from < SPELLER_RUN_MOST ? run.to - run.from : SPELLER_RUN_MOST;
    for (size_t i = 0; i < count; i++)
        letter[i] = (uint8_t)(scan->letter[run.from + i].c - TRIE_THAI);
    size_t slips = speller_find(audit->speller, audit->arena, letter, count, slip, SLIPS_MOST);
    if (slips == 0 || is_person(audit, scan, run, before))
        return;
    for (size_t i = 0; i < slips; i++) {
        size_t from = run.from + slip[i].from, to = run.from + slip[i].to;
        bool is_place =
            is_word_between(scan, run.from + slip[i].before, from, &audit->words->of[AUDIT_KIND]);
        if (!is_place && !is_term(audit, scan, from, to))
            say(audit, scan, from, to, slip[i].word);
    }
}

/* Slips that are other words, as the words file lists them: มาตราการ. */
static void check_known(struct audit *audit, const struct scan *scan)
{
    const struct words *words = &audit->words->of[AUDIT_SLIP];
    for (size_t i = 0; i < words->count; i++)
        for (size_t f = 1; f < words->entry[i].forms; f++) {
            const char *typed = words->entry[i].form[f];
            if (strstr(scan->text->bytes, typed) == NULL)
                continue;
            size_t length = utf8_count(typed, strlen(typed));
            for (size_t at = 0; (at = scan_find(scan, at, scan->count, typed)) < scan->count; at++)
                say(audit, scan, at, at + length, words->entry[i].form[0]);
        }
}

static void check_text(struct audit *audit, const struct scan *scan)
{
    struct run before = {0, 0};
    for (struct run run = next_run(scan, 0); run.from < run.to; run = next_run(scan, run.to)) {
        if (!is_let_be(scan, run))
            check_run(audit, scan, run, before);
        before = run;
    }
}

void rule_unknown_word(struct audit *audit)
{
    for (size_t i = 0; i < audit->passages; i++) {
        check_known(audit, &audit->passage[i].scan);
        if (audit->speller != NULL)
            check_text(audit, &audit->passage[i].scan);
    }
}
