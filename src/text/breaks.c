/* A line may end behind spaces and between words. */
#include "text/breaks.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "text/linebreak.h"

struct breaks {
    struct arena *arena;
};

struct breaks *breaks_new(const char *const *terms, size_t count)
{
    (void)terms;
    (void)count;
    struct breaks *breaks = memory_zeroed(1, sizeof *breaks);
    breaks->arena = arena_new();
    return breaks;
}

void breaks_free(struct breaks *breaks)
{
    if (breaks == NULL)
        return;
    arena_free(breaks->arena);
    free(breaks);
}

static bool starts_no_line(const struct text_shaped *shaped, size_t cluster)
{
    size_t at = shaped->cluster[cluster].start;
    if (at >= shaped->length)
        return true;
    char32_t c = utf8_next(shaped->bytes, shaped->length, &at);
    return c == 0x0E46 || c == 0x0E2F || c == ')' || c == ']' || c == ',' || c == '.' || c == ' ' ||
           c == ':' || c == 0x201D;
}

void breaks_apply(const struct breaks *breaks, struct thai *thai, struct text_shaped *shaped)
{
    (void)breaks;
    bool *word = memory_zeroed(shaped->length + 1, sizeof *word);
    thai_words(thai, shaped->bytes, 0, shaped->length, word);
    for (size_t i = 0; i < shaped->clusters; i++) {
        struct shape_cluster *cluster = &shaped->cluster[i];
        bool space = cluster->flags & SHAPE_SPACE;
        cluster->penalty = LINEBREAK_NEVER;
        if (cluster->flags & SHAPE_FORCED)
            cluster->penalty = LINEBREAK_FORCED;
        else if ((space || word[cluster->end]) && !starts_no_line(shaped, i + 1))
            cluster->penalty = space ? 0 : 20;
    }
    free(word);
}

const char *breaks_rule_id(uint8_t rule)
{
    (void)rule;
    return "";
}
