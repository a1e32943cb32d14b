/*
 * shape_cache.h - shaped texts kept by their content, for a document that is laid out again.
 *
 * Purpose: when texts say pages, a document is composed and laid out twice, and nearly all of its
 *          texts are the same both times. The key of a text is everything that shaping depends on
 *          besides the engine: its characters, and the bounds and fonts of its spans. Colours,
 *          marks and places are not part of it: glyphs take them from the spans of the text at
 *          hand.
 * Memory:  the cache owns its texts; a text that was found points into it.
 */
#ifndef ITAREPORT_TEXT_SHAPE_CACHE_H
#define ITAREPORT_TEXT_SHAPE_CACHE_H

#include "text/shape.h"

struct shape_cache;

struct shape_cache *shape_cache_new(void);
void shape_cache_free(struct shape_cache *cache);

/* Where to shape a text that is going to be kept. */
struct arena *shape_cache_arena(const struct shape_cache *cache);

/* The text with the input's content, or NULL. */
const struct text_shaped *shape_cache_find(struct shape_cache *cache,
                                           const struct text_input *input);

/* Keeps a text that has just been looked for and not been found. */
void shape_cache_keep(struct shape_cache *cache, const struct text_shaped *shaped);

#endif
