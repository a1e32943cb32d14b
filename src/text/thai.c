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
#include "base/utf8.h"
#include "text/letters.h"

enum {
    WINDOW = 480,  /* characters given to libthai at once */
    DISTRUST = 60, /* at a window's end, this many characters are segmented again */
    THAI_BLOCK = 0x0E00,
    TIS_THAI = 0xA0,
    BUCKETS = 1024,
    KEPT_MOST = 20000 /* runs remembered */
};

/* The words of a run: where each but the first begins, in bytes from the run's start. */
struct run {
    struct run *next;
    const char *text;
    size_t length;
    uint16_t *start;
    size_t count;
};

struct thai {
    struct arena *arena;
    struct run *bucket[BUCKETS];
    size_t kept;
    ThBrk *brk;
    thchar_t letter[WINDOW + 1];
    size_t offset[WINDOW + 1];
    int position[WINDOW];
};

struct thai *thai_new(const char *dictionary)
{
    ThBrk *brk = th_brk_new(dictionary);
    if (brk == NULL)
        return NULL;
    struct thai *thai = memory_zeroed(1, sizeof *thai);
    thai->brk = brk;
    thai->arena = arena_new();
    return thai;
}

void thai_free(struct thai *thai)
{
    if (thai == NULL)
        return;
    th_brk_delete(thai->brk);
    arena_free(thai->arena);
    free(thai);
}

static bool is_joiner(char32_t c)
{
    return c == 0x2060 || c == 0x200C || c == 0x200D;
}

/* Fills the window from *at on; moves *at behind the last character taken. */
static size_t window_fill(struct thai *thai, const char *text, size_t end, size_t *at)
{
    size_t count = 0;
    while (*at < end && count < WINDOW) {
        size_t next = *at;
        char32_t c = utf8_next(text, end, &next);
        if (!letters_make_words(c) && !is_joiner(c))
            break;
        if (letters_make_words(c)) {
            thai->letter[count] = (thchar_t)(c - THAI_BLOCK + TIS_THAI);
            thai->offset[count++] = *at;
        }
        *at = next;
    }
    thai->letter[count] = 0;
    thai->offset[count] = *at;
    return count;
}

static struct run **bucket_of(struct thai *thai, const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return &thai->bucket[hash % BUCKETS];
}

/* Marks the words of a run met before; false when it was not. */
static bool recall(struct thai *thai, const char *run, size_t length, bool *word)
{
    for (const struct run *at = *bucket_of(thai, run, length); at != NULL; at = at->next)
        if (at->length == length && memcmp(at->text, run, length) == 0) {
            for (size_t i = 0; i < at->count; i++)
                word[at->start[i]] = true;
            return true;
        }
    return false;
}

static void remember(struct thai *thai, const char *text, size_t length, const bool *word)
{
    if (thai->kept == KEPT_MOST || length > UINT16_MAX)
        return;
    struct run **bucket = bucket_of(thai, text, length);
    struct run *run = ARENA_NEW(thai->arena, struct run, 1);
    *run = (struct run){.next = *bucket, .length = length};
    run->text = arena_copy(thai->arena, text, length);
    size_t words = 0;
    for (size_t i = 1; i < length; i++)
        words += word[i];
    run->start = ARENA_NEW(thai->arena, uint16_t, words);
    for (size_t i = 1; i < length; i++)
        if (word[i])
            run->start[run->count++] = (uint16_t)i;
    *bucket = run;
    thai->kept++;
}

/* Marks the words of the letters in the window; returns how many letters are settled. */
static size_t segment_window(struct thai *thai, size_t count, bool *word)
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
        word[thai->offset[place]] = true;
        believed = place;
    }
    return whole ? count : believed;
}

/* Marks the words of one run that begins at `at`; returns where the run ends. */
static size_t segment_run(struct thai *thai, const char *text, size_t at, size_t end, bool *word)
{
    for (bool first = true;; first = false) {
        size_t stop = at;
        size_t count = window_fill(thai, text, end, &stop);
        if (count < WINDOW && first) {
            if (!recall(thai, text + at, stop - at, word + at)) {
                segment_window(thai, count, word);
                remember(thai, text + at, stop - at, word + at);
            }
            return stop;
        }
        size_t settled = segment_window(thai, count, word);
        if (count < WINDOW)
            return stop;
        at = settled > 0 ? thai->offset[settled] : stop;
    }
}

void thai_words(struct thai *thai, const char *text, size_t start, size_t end, bool *word)
{
    for (size_t at = start; at < end;) {
        size_t next = at;
        char32_t c = utf8_next(text, end, &next);
        at = letters_make_words(c) ? segment_run(thai, text, at, end, word) : next;
    }
}
