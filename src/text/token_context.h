/*
 * token_context.h - what a token means because of its neighbours.
 *
 * Purpose: tells numbers that name (years, items) from numbers that count, finds ordinals, list
 *          numbers, bullets and persons' names.
 * Units:   characters of the paragraph.
 * Memory:  works in the caller's array.
 */
#ifndef ITAREPORT_TEXT_TOKEN_CONTEXT_H
#define ITAREPORT_TEXT_TOKEN_CONTEXT_H

#include "text/tokens.h"

/* Refines the classes; joins the tokens of names. Returns how many are left. */
size_t token_context(struct token *token, size_t count, const struct characters *characters);

#endif
