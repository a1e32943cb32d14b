/*
 * engine.h - what all texts of a run share.
 *
 * Purpose: the inside of struct text_engine, for the files of text/ only.
 * Memory:  owned by the engine.
 */
#ifndef ITAREPORT_TEXT_ENGINE_H
#define ITAREPORT_TEXT_ENGINE_H

#include "text/break_words.h"
#include "text/characters.h"
#include "text/fonts.h"
#include "text/hyphens.h"
#include "text/piece.h"
#include "text/shape_cache.h"
#include "text/thai.h"
#include "text/tokens.h"

struct text_engine {
    struct fonts *fonts;
    struct characters *characters; /* of the text being shaped */
    struct thai *thai;
    struct break_words *words;
    struct tokens_scanner *scanner;
    struct pieces *pieces;
    struct hyphens *hyphens;
    struct shape_cache *cache; /* NULL: shaped texts are not kept */
};

#endif
