/*
 * Runs of Thai letters go through libthai one at a time, as TIS-620. A run without end is fed in
 * windows: of each window the last few words are not believed but segmented again with what
 * follows, which keeps time and memory linear. Phrases of a report repeat, so the words of short
 * runs are remembered.
 */
#include "text/thai.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <thai/thbrk.h>

#include "base/arena.h"
#include "base/hash.h"
#include "text/letters.h"
#include "text/lexicon.h"
#include "text/trie_file.h"

enum {
    WINDOW = 480,  /* characters given to libthai at once */
    DISTRUST = 60, /* at a window's end, this many characters are segmented again */
    THAI_BLOCK = 0x0E00,
    TIS_THAI = 0xA0,
    BUCKETS = 1024,
    KEPT_MOST = 20000 /* runs remembered */
};

/* The words of a run: where each but the first begins, in characters from the run's start. */
struct run {
    struct run *next;
    const char *bytes;
    size_t size;
    uint16_t *start;
    size_t count;
};

struct thai {
    struct arena *arena;
    struct run *bucket[BUCKETS];
    size_t kept;
    ThBrk *brk;
    struct lexicon *lexicon; /* the same dictionary */
    thchar_t letter[WINDOW + 1];
    size_t place[WINDOW + 1]; /* of each letter among the characters */
    int position[WINDOW];
};

struct thai *thai_new(const char *dictionary)
{
    if (dictionary != NULL && !trie_file_is_whole(dictionary))
        return NULL;
    ThBrk *brk = th_brk_new(dictionary);
    if (brk == NULL)
        return NULL;
    struct thai *thai = memory_zeroed(1, sizeof *thai);
    thai->brk = brk;
    thai->lexicon = lexicon_new(dictionary);
    thai->arena = arena_new();
    return thai;
}

void thai_free(struct thai *thai)
{
    if (thai == NULL)
        return;
    th_brk_delete(thai->brk);
    lexicon_free(thai->lexicon);
    arena_free(thai->arena);
    free(thai);
}

/* Fills the window from the character `at` on; returns how many letters it took, and where it stopped. */
static size_t window_fill(struct thai *thai, const struct characters *characters, size_t *at)
{
    size_t count = 0;
    while (count < WINDOW && characters_are(characters, *at, CHARACTER_WORD | CHARACTER_JOINER)) {
        if (characters_are(characters, *at, CHARACTER_WORD)) {
            thai->letter[count] = (thchar_t)(characters->at[*at].code - THAI_BLOCK + TIS_THAI);
            thai->place[count++] = *at;
        }
        ++*at;
    }
    thai->letter[count] = 0;
    thai->place[count] = *at;
    return count;
}

static struct run **bucket_of(struct thai *thai, const struct character *run, size_t length)
{
    uint32_t hash = HASH_START;
    for (size_t i = 0; i < length; i++)
        hash = hash_step(hash, run[i].code);
    return &thai->bucket[hash % BUCKETS];
}

/* Marks the words of a run met before; false when it was not. */
static bool recall(struct thai *thai, const struct characters *characters, size_t first,
                   size_t last)
{
    struct character *start = &characters->at[first];
    const char *bytes = characters->text + start->start;
    size_t size = characters->at[last].start - start->start;
    for (const struct run *run = *bucket_of(thai, start, last - first); run != NULL;
         run = run->next)
        if (run->size == size && memcmp(run->bytes, bytes, size) == 0) {
            for (size_t i = 0; i < run->count; i++)
                start[run->start[i]].word = true;
            return true;
        }
    return false;
}

static void remember(struct thai *thai, const struct characters *characters, size_t first,
                     size_t last)
{
    const struct character *start = &characters->at[first];
    size_t length = last - first;
    if (thai->kept == KEPT_MOST || length > UINT16_MAX)
        return;
    struct run **bucket = bucket_of(thai, start, length);
    struct run *run = ARENA_NEW(thai->arena, struct run, 1);
    *run = (struct run){.next = *bucket, .size = start[length].start - start->start};
    run->bytes = arena_copy(thai->arena, characters->text + start->start, run->size);
    size_t words = 0;
    for (size_t i = 1; i < length; i++)
        words += start[i].word;
    run->start = ARENA_NEW(thai->arena, uint16_t, words);
    for (size_t i = 1; i < length; i++)
        if (start[i].word)
            run->start[run->count++] = (uint16_t)i;
    *bucket = run;
    thai->kept++;
}

/* Marks the words of the letters in the window; returns how many letters are settled. */
static size_t segment_window(struct thai *thai, size_t count, struct characters *characters)
{
    bool whole = count < WINDOW;
    size_t believed = 0;
    int breaks = 0;
    if (count > 1)
        breaks = th_brk_find_breaks(thai->brk, thai->letter, thai->position, WINDOW);
    for (int i = 0; i < breaks; i++) {
        size_t place = (size_t)thai->position[i];
        if (place == 0 || place >= count || (!whole && place > WINDOW - DISTRUST))
            continue;
        characters->at[thai->place[place]].word = true;
        believed = place;
    }
    return whole ? count : believed;
}

/* Marks the words of one run that begins at `at`; returns where the run ends. */
static size_t segment_run(struct thai *thai, struct characters *characters, size_t at)
{
    for (bool first = true;; first = false) {
        size_t stop = at;
        size_t count = window_fill(thai, characters, &stop);
        if (count < WINDOW && first) {
            if (!recall(thai, characters, at, stop)) {
                segment_window(thai, count, characters);
                remember(thai, characters, at, stop);
            }
            return stop;
        }
        size_t settled = segment_window(thai, count, characters);
        if (count < WINDOW)
            return stop;
        at = settled > 0 ? thai->place[settled] : stop;
    }
}

/* A consonant alone is no word but what is left of one that libthai does not know: it goes with it. */
static void join_orphans(struct characters *characters)
{
    struct character *text = characters->at;
    for (size_t at = 0; at < characters->count; at++) {
        if (!(text[at].class & CHARACTER_CONSONANT))
            continue;
        bool follows = at > 0 && (text[at - 1].class & CHARACTER_WORD);
        bool joined_before = !text[at].word && follows;
        bool joined_after = !text[at + 1].word && (text[at + 1].class & CHARACTER_WORD);
        if (!joined_before && !joined_after && text[at + 1].code != '.')
            text[text[at].word && follows ? at : at + 1].word = false;
    }
}

/* Pali, as a monk's name: a run with the dot below has letters that make no words of Thai, ปภสฺสโร. */
static void join_pali(struct characters *characters)
{
    enum { PALI_MOST = 24 };
    struct character *text = characters->at;
    for (size_t first = 0, last; first < characters->count; first = last + 1) {
        bool pali = false;
        for (last = first; text[last].class & CHARACTER_WORD; last++)
            pali = pali || text[last].code == LETTER_PHINTHU;
        for (size_t at = first + 1; pali && last - first <= PALI_MOST && at < last; at++)
            text[at].word = false;
    }
}

void thai_words(struct thai *thai, struct characters *characters)
{
    for (size_t at = 0; at < characters->count;)
        at = characters_are(characters, at, CHARACTER_WORD) ? segment_run(thai, characters, at)
                                                            : at + 1;
    join_orphans(characters);
    join_pali(characters);
}

bool thai_knows(struct thai *thai, const struct characters *characters, size_t start, size_t end)
{
    return lexicon_has(thai->lexicon, characters, start, end);
}
