/* A hash table with open addressing; it never grows, because a file's lines can be counted first. */
#include "words/seen.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"

struct seen seen_new(size_t words)
{
    size_t places = 16;
    while (places < 2 * words)
        places *= 2;
    return (struct seen){memory_zeroed(places, sizeof(struct seen_word)), places};
}

void seen_free(struct seen *seen)
{
    free(seen->place);
}

static uint32_t hash_word(const char *text, size_t class)
{
    return hash_bytes(HASH_START ^ (uint32_t) class, text, strlen(text));
}

uint32_t seen_add(struct seen *seen, const char *text, size_t class, uint32_t line)
{
    size_t at = hash_word(text, class) & (seen->places - 1);
    for (; seen->place[at].text != NULL; at = (at + 1) & (seen->places - 1))
        if (seen->place[at].class == class && strcmp(seen->place[at].text, text) == 0)
            return seen->place[at].line;
    seen->place[at] = (struct seen_word){text, class, line};
    return 0;
}
