/*
 * What is there twice: words in a row; measures, steps, issues, recommendations and guidelines. Items are compared by
 * their letters, so that other spaces, digits or emphasis make no other item.
 */
#include <stdlib.h>

#include "audit/rule.h"
#include "base/hash.h"
#include "base/utf8.h"

enum {
    MAI_YAMOK = 0x0E46,
    RUN_LEAST = 5,
    RUN_MOST = 30,
    SMALL_MOST = 9, /* letters of a small word and the space after it */
    WORD_LEAST = 4,
    END_LEAST = 6,
    GUIDELINE_LEAST = 40
};

/* ---- words ---- */

static bool is_thai(const struct scan *scan, size_t at)
{
    return at < scan->count && scan->letter[at].class == SCAN_THAI &&
           scan->letter[at].c != MAI_YAMOK;
}

static bool is_mark(const struct scan *scan, size_t at)
{
    char32_t c = at < scan->count ? scan->letter[at].c : 0;
    return utf8_is_thai_mark(c) || c == 0x0E30 || c == 0x0E32 || c == 0x0E33 || c == 0x0E45;
}

/* How many letters from two places on are the same, up to the second place. */
static bool same_run(const struct scan *scan, size_t a, size_t b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!is_thai(scan, a + i) || !is_thai(scan, b + i) ||
            scan->letter[a + i].c != scan->letter[b + i].c)
            return false;
    return true;
}

static void say_words(struct audit *audit, const struct scan *scan, size_t from, size_t to)
{
    audit_say(audit, MESSAGE_DOUBLED_WORDS, scan_place(scan, to),
              scan_copy(audit->arena, scan, from, to));
}

/* A run of letters that comes again at once, without a space: หน่วยงานหน่วยงาน. */
static size_t find_run(const struct scan *scan, size_t at)
{
    for (size_t length = RUN_LEAST; length <= RUN_MOST; length++)
        if (at + length < scan->count && scan->letter[at].c == scan->letter[at + length].c &&
            same_run(scan, at, at + length, length) && !is_mark(scan, at) &&
            !is_mark(scan, at + 2 * length))
            return length;
    return 0;
}

static size_t word_start(const struct scan *scan, size_t at)
{
    while (at > 0 && is_thai(scan, at - 1))
        at--;
    return at;
}

/* The word before a space is, or ends with, the one after it. */
static void check_space(struct audit *audit, const struct scan *scan, size_t space)
{
    size_t from = word_start(scan, space), after = space + 1, length = 0;
    while (is_thai(scan, after + length))
        length++;
    size_t before = space - from;
    bool ends_here = after + length >= scan->count || scan->letter[after + length].c != MAI_YAMOK;
    if (length > before || !ends_here ||
        (after + length + 1 < scan->count && scan->letter[after + length + 1].c == MAI_YAMOK))
        return;
    bool whole = length == before && length >= WORD_LEAST;
    if ((whole || length >= END_LEAST) && same_run(scan, space - length, after, length))
        say_words(audit, scan, space - length, after);
}

/* และและ, และ และ: small words that cannot come twice; some of them not even with more after them. */
static void check_small(struct audit *audit, const struct scan *scan, size_t at,
                        enum audit_class class)
{
    const struct words *words = &audit->words->of[class];
    for (size_t i = 0; i < words->count; i++) {
        const char *word = words->entry[i].form[0];
        if (!scan_at(scan, at, word))
            continue;
        size_t length = 0;
        for (const char *c = word; *c != '\0'; c++)
            length += ((unsigned char)*c & 0xC0) != 0x80;
        size_t next = at + length;
        if (next < scan->count && scan->letter[next].class == SCAN_SPACE)
            next++;
        bool is_spaced = next > at + length && !is_mark(scan, next + length);
        bool is_alone = class == AUDIT_JOINED
                            ? next == at + length && !is_mark(scan, next + length)
                            : !is_thai(scan, next + length) && (at == 0 || !is_thai(scan, at - 1));
        is_spaced = is_spaced && class == AUDIT_DOUBLED;
        if (scan_at(scan, next, word) && (is_spaced || is_alone))
            say_words(audit, scan, at, next);
    }
}

/* Whether a letter comes again as soon as the first of a doubled small word does. */
static bool comes_again(const struct scan *scan, size_t at)
{
    for (size_t i = at + 2; i <= at + SMALL_MOST && i < scan->count; i++)
        if (scan->letter[i].c == scan->letter[at].c)
            return true;
    return false;
}

static void check_words(struct audit *audit, const struct scan *scan)
{
    for (size_t at = 0; at < scan->count; at++) {
        if (scan->letter[at].class == SCAN_SPACE && at > 0 && is_thai(scan, at - 1)) {
            check_space(audit, scan, at);
            continue;
        }
        if (!is_thai(scan, at))
            continue;
        size_t run = find_run(scan, at);
        if (run == 0) {
            if (!comes_again(scan, at))
                continue;
            size_t said = audit->findings;
            check_small(audit, scan, at, AUDIT_DOUBLED);
            if (audit->findings == said)
                check_small(audit, scan, at, AUDIT_JOINED);
            continue;
        }
        say_words(audit, scan, at, at + run);
        at += 2 * run - 1;
    }
}

void rule_repeated_words(struct audit *audit)
{
    for (size_t i = 0; i < audit->passages; i++)
        check_words(audit, &audit->passage[i].scan);
}

/* ---- items ---- */

struct item {
    uint64_t hash; /* of its letters */
    size_t turn;
    const struct passage *passage;
};

static size_t count_letters(const struct passage *passage)
{
    size_t count = 0;
    for (size_t i = 0; i < passage->scan.count; i++)
        count += passage->scan.letter[i].class == SCAN_THAI ||
                 passage->scan.letter[i].class == SCAN_LATIN;
    return count;
}

/* Two hashes of 32 bits, so that two texts of the same are the same. */
static uint64_t hash_letters(const struct passage *passage)
{
    uint32_t low = HASH_START, high = HASH_START;
    for (size_t i = 0; i < passage->scan.count; i++) {
        const struct scan_letter *letter = &passage->scan.letter[i];
        if (letter->class == SCAN_SPACE || letter->class == SCAN_NEWLINE)
            continue;
        char32_t c = letter->c != 0 ? letter->c : (char32_t)(letter->expr != NULL);
        low = hash_step(low, c);
        high = hash_step(high, c ^ low);
    }
    return (uint64_t)high << 32 | low;
}

static int compare_items(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->turn > b->turn) - (a->turn < b->turn);
}

static void say_item(struct audit *audit, const struct item *first, const struct item *again)
{
    const struct passage *passage = again->passage;
    struct place place = scan_place(&passage->scan, 0);
    const char *line = audit_whole(audit, scan_place(&first->passage->scan, 0).line);
    switch (passage->kind) {
    case PASSAGE_STEP:
        audit_say(audit, MESSAGE_REPEATED_STEP, place,
                  audit_whole(audit, (int64_t)first->turn + 1));
        break;
    case PASSAGE_MEASURE:
        audit_say(audit, MESSAGE_REPEATED_MEASURE, place, line);
        break;
    case PASSAGE_ISSUE:
        audit_say(audit, MESSAGE_REPEATED_ISSUE, place, line);
        break;
    case PASSAGE_GUIDELINE:
        audit_say(audit, MESSAGE_REPEATED_GUIDELINE, place, first->passage->question->id.bytes,
                  line);
        break;
    default:
        audit_say(audit, MESSAGE_REPEATED_ADVICE, place, line);
    }
}

/* Says of each item that is there before that it comes again. */
static void compare(struct audit *audit, struct item *item, size_t count)
{
    if (count < 2)
        return;
    qsort(item, count, sizeof *item, compare_items);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (item[i].hash != item[first].hash)
            first = i;
        else
            say_item(audit, &item[first], &item[i]);
    }
}

/* An issue's name and its focus are often the same, so only names are compared: each is followed by its focus. */
static bool is_compared(const struct audit *audit, const struct passage *passage,
                        const struct passage *before)
{
    bool is_guideline = passage->kind == PASSAGE_GUIDELINE;
    if (is_guideline && audit->edition->question[passage->question->index].has_default)
        return false; /* it is meant to be there often */
    if (passage->kind == PASSAGE_GUIDELINE || passage->kind == PASSAGE_ADVICE ||
        passage->kind == PASSAGE_SURVEY)
        return count_letters(passage) >= GUIDELINE_LEAST;
    return passage->kind != PASSAGE_ISSUE || before == NULL || before->kind != PASSAGE_ISSUE;
}

static void compare_kind(struct audit *audit, enum passage_kind kind)
{
    struct item *item = ARENA_NEW(audit->arena, struct item, audit->passages);
    size_t count = 0;
    for (size_t i = 0; i < audit->passages; i++) {
        const struct passage *passage = &audit->passage[i];
        const struct passage *before = i > 0 ? &audit->passage[i - 1] : NULL;
        if (passage->kind == kind && is_compared(audit, passage, before)) {
            item[count] = (struct item){hash_letters(passage), count, passage};
            count++;
        } else if (kind == PASSAGE_STEP) { /* the steps of one measure only */
            compare(audit, item, count);
            count = 0;
        }
    }
    compare(audit, item, count);
}

void rule_repeated_item(struct audit *audit)
{
    static const enum passage_kind kinds[] = {PASSAGE_ADVICE, PASSAGE_SURVEY,  PASSAGE_GUIDELINE,
                                              PASSAGE_ISSUE,  PASSAGE_MEASURE, PASSAGE_STEP};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        compare_kind(audit, kinds[i]);
}
