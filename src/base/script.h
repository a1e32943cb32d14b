/*
 * script.h - the scripts that are written from right to left.
 *
 * Purpose: lines are cut and justified from left to right only, so such letters are refused wherever a text comes in,
 *          with the name of their script.
 * Method:  the blocks of Unicode 15 whose letters have the bidirectional class R or AL (Unicode Standard Annex 9).
 */
#ifndef ITAREPORT_BASE_SCRIPT_H
#define ITAREPORT_BASE_SCRIPT_H

#include <uchar.h>

struct script {
    char32_t first, last;
    const char *english, *thai;
};

/* The script of a letter or sign that is written from right to left; NULL for any other character. */
const struct script *script_from_right(char32_t c);

#endif
