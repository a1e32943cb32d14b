/*
 * A hash table of shaped texts. The key is written out as one run of bytes, so that comparing two
 * texts is comparing two runs, and nothing of the document that a text came from is needed later.
 */
#include "text/shape_cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"

enum { BUCKETS = 4096 };

struct entry {
    struct entry *next;
    const char *key;
    size_t length;
    const struct text_shaped *shaped;
};

struct shape_cache {
    struct arena *arena;
    struct entry **bucket;
    struct buffer key; /* of the text looked for last */
};

struct shape_cache *shape_cache_new(void)
{
    struct shape_cache *cache = memory_zeroed(1, sizeof *cache);
    cache->arena = arena_new();
    cache->bucket = ARENA_NEW(cache->arena, struct entry *, BUCKETS);
    return cache;
}

void shape_cache_free(struct shape_cache *cache)
{
    if (cache == NULL)
        return;
    buffer_free(&cache->key);
    arena_free(cache->arena);
    free(cache);
}

struct arena *shape_cache_arena(const struct shape_cache *cache)
{
    return cache->arena;
}

static void add_number(struct buffer *key, uint64_t number)
{
    buffer_add(key, &number, sizeof number);
}

static void add_string(struct buffer *key, const char *bytes, size_t length)
{
    add_number(key, length);
    buffer_add(key, bytes, length);
}

static void make_key(struct buffer *key, const struct text_input *input)
{
    buffer_clear(key);
    add_string(key, input->bytes, input->length);
    for (size_t i = 0; i < input->spans; i++) {
        const struct text_span *span = &input->span[i];
        add_number(key, span->start);
        add_number(key, span->end);
        add_number(key, (uint32_t)span->font.size);
        add_number(key, (uint32_t)span->rise);
        buffer_add_char(key, span->font.bold ? 'b' : '-');
        buffer_add_char(key, span->font.italic ? 'i' : '-');
        add_string(key, span->font.families, strlen(span->font.families));
    }
}

static struct entry **bucket_of(const struct shape_cache *cache)
{
    return &cache->bucket[hash_bytes(HASH_START, cache->key.bytes, cache->key.length) % BUCKETS];
}

const struct text_shaped *shape_cache_find(struct shape_cache *cache,
                                           const struct text_input *input)
{
    make_key(&cache->key, input);
    for (const struct entry *entry = *bucket_of(cache); entry != NULL; entry = entry->next)
        if (entry->length == cache->key.length &&
            memcmp(entry->key, cache->key.bytes, entry->length) == 0)
            return entry->shaped;
    return NULL;
}

void shape_cache_keep(struct shape_cache *cache, const struct text_shaped *shaped)
{
    struct entry **bucket = bucket_of(cache);
    struct entry *entry = ARENA_NEW(cache->arena, struct entry, 1);
    *entry = (struct entry){.next = *bucket,
                            .key = arena_copy(cache->arena, cache->key.bytes, cache->key.length),
                            .length = cache->key.length,
                            .shaped = shaped};
    *bucket = entry;
}
