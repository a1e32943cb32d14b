#include "base/index.h"

#include <stdlib.h>

#include "base/arena.h"

enum { FIRST_CHAINS = 64 };

struct index_entry {
    uint32_t hash;
    size_t older; /* in the same chain */
};

static void link_in(struct index *index, size_t element)
{
    struct index_entry *entry = &index->entry[element];
    size_t *chain = &index->chain[entry->hash & (index->chains - 1)];
    entry->older = *chain;
    *chain = element;
}

/* There are at least as many chains as elements. */
static void rebuild(struct index *index)
{
    index->chains = index->chains > 0 ? index->chains * 2 : FIRST_CHAINS;
    index->chain = memory_grow(index->chain, index->chains, sizeof *index->chain);
    for (size_t i = 0; i < index->chains; i++)
        index->chain[i] = INDEX_END;
    for (size_t i = 0; i < index->count; i++)
        link_in(index, i);
}

void index_add(struct index *index, uint32_t hash)
{
    index->entry = memory_room(index->entry, index->count, &index->room, sizeof *index->entry);
    index->entry[index->count++].hash = hash;
    if (index->count > index->chains)
        rebuild(index);
    else
        link_in(index, index->count - 1);
}

/* The element, or the first before it in its chain with the hash. */
static size_t find(const struct index *index, size_t element, uint32_t hash)
{
    while (element != INDEX_END && index->entry[element].hash != hash)
        element = index->entry[element].older;
    return element;
}

size_t index_first(const struct index *index, uint32_t hash)
{
    if (index->chains == 0)
        return INDEX_END;
    return find(index, index->chain[hash & (index->chains - 1)], hash);
}

size_t index_next(const struct index *index, size_t element)
{
    const struct index_entry *entry = &index->entry[element];
    return find(index, entry->older, entry->hash);
}

void index_free(struct index *index)
{
    free(index->entry);
    free(index->chain);
    *index = (struct index){0};
}
