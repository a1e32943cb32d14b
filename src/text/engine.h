/*
 * engine.h - what all texts of a run share.
 *
 * Purpose: the inside of struct text_engine, for the files of text/ only.
 * Units:   none.
 * Memory:  owned by the engine.
 * Errors:  see text.h.
 */
#ifndef ITAREPORT_TEXT_ENGINE_H
#define ITAREPORT_TEXT_ENGINE_H

#include "text/breaks.h"
#include "text/fonts.h"
#include "text/thai.h"

struct text_engine {
    struct fonts *fonts;
    struct thai *thai;
    struct breaks *breaks;
};

#endif
