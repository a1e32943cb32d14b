/*
 * engine.h - the insides of struct text_resources and struct text_engine, for the files of text/ only.
 */
#ifndef ITAREPORT_TEXT_ENGINE_H
#define ITAREPORT_TEXT_ENGINE_H

#include "text/break_words.h"
#include "text/characters.h"
#include "text/compounds.h"
#include "text/fonts.h"
#include "text/hyphens.h"
#include "text/piece.h"
#include "text/shape_cache.h"
#include "text/thai.h"
#include "text/tokens.h"

/* What is the same for all documents. What it remembers of a text (shaped pieces, words of a run of letters) depends on
 * nothing else. */
struct text_resources {
    struct fonts *fonts;
    struct pieces *pieces;
    struct thai *thai;
    struct break_words *words;
    struct compounds *compounds; /* or NULL */
    struct patterns *patterns;   /* or NULL */
};

/* The font files of a document, in the order of their first use. */
struct fonts_used {
    const char **path;
    size_t count, room;
};

struct text_engine {
    const struct text_resources *resources;
    struct characters *characters; /* of the text being shaped */
    struct tokens_scanner *scanner;
    struct hyphens hyphens;
    struct fonts_used used;
    struct shape_cache *cache; /* NULL: shaped texts are not kept */
};

void fonts_used_add(struct fonts_used *used, const char *const *path, size_t count);

#endif
