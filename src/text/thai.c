/*
 * Runs of Thai letters go through libthai one at a time, as TIS-620. A run without end is fed in
 * windows: of each window the last few words are not believed but segmented again with what
 * follows, which keeps time and memory linear.
 */
#include "text/thai.h"

#include <assert.h>
#include <stdlib.h>
#include <thai/thbrk.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "text/letters.h"

enum {
    WINDOW = 480,  /* characters given to libthai at once */
    DISTRUST = 60, /* at a window's end, this many characters are segmented again */
    THAI_BLOCK = 0x0E00,
    TIS_THAI = 0xA0
};

struct thai {
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
    return thai;
}

void thai_free(struct thai *thai)
{
    if (thai == NULL)
        return;
    th_brk_delete(thai->brk);
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

/* Marks the words of one run that begins at `at`; returns where the run ends. */
static size_t segment_run(struct thai *thai, const char *text, size_t at, size_t end, bool *word)
{
    for (;;) {
        size_t stop = at;
        size_t count = window_fill(thai, text, end, &stop);
        int breaks = 0;
        if (count > 1)
            breaks = th_brk_find_breaks(thai->brk, thai->letter, thai->position, WINDOW);
        bool whole = count < WINDOW;
        size_t believed = 0;
        for (int i = 0; i < breaks; i++) {
            size_t place = (size_t)thai->position[i];
            if (place == 0 || place >= count || (!whole && place > WINDOW - DISTRUST))
                continue;
            word[thai->offset[place]] = true;
            believed = place;
        }
        if (whole)
            return stop;
        at = believed > 0 ? thai->offset[believed] : stop;
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
