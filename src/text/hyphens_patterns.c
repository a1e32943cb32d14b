/* The words are those of hyphens.c: plain letters of ASCII. */
#include "text/hyphens_patterns.h"

#include <assert.h>
#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum {
    BEFORE_LEAST = 2, /* letters before a hyphen, and after it */
    AFTER_LEAST = 3,
    SPARE = 5 /* room that libhyphen needs after a word */
};

struct patterns {
    char *path;
    HyphenDict *dict; /* NULL: not read yet */
};

struct patterns *patterns_new(const char *path)
{
    struct patterns *patterns = memory_zeroed(1, sizeof *patterns);
    patterns->path = memory_string(path);
    return patterns;
}

void patterns_free(struct patterns *patterns)
{
    if (patterns == NULL)
        return;
    if (patterns->dict != NULL)
        hnj_hyphen_free(patterns->dict);
    free(patterns->path);
    free(patterns);
}

const char *patterns_file(const struct patterns *patterns)
{
    return patterns->path;
}

bool patterns_open(struct patterns *patterns)
{
    if (patterns->dict == NULL)
        patterns->dict = hnj_hyphen_load(patterns->path);
    return patterns->dict != NULL;
}

static void free_changes(char **change, size_t length)
{
    for (size_t i = 0; change != NULL && i < length; i++)
        free(change[i]);
    free(change);
}

void patterns_find(const struct patterns *patterns, const char *word, size_t length, bool *point)
{
    assert(patterns->dict != NULL && length <= PATTERNS_WORD_MOST);
    char small[PATTERNS_WORD_MOST + SPARE] = {0}, value[PATTERNS_WORD_MOST + SPARE] = {0};
    char **change = NULL;
    int *place = NULL, *cut = NULL;
    memset(point, 0, length * sizeof *point);
    memcpy(small, word, length);
    small[0] |= 0x20;
    if (hnj_hyphen_hyphenate3(patterns->dict, small, (int)length, value, NULL, &change, &place,
                              &cut, BEFORE_LEAST, AFTER_LEAST, 0, 0) == 0)
        for (size_t i = BEFORE_LEAST - 1; i + AFTER_LEAST < length; i++)
            point[i] = (value[i] & 1) && (change == NULL || change[i] == NULL);
    free_changes(change, length);
    free(place);
    free(cut);
}
