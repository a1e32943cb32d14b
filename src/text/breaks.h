/*
 * breaks.h - where a line may end, and how gladly.
 *
 * Purpose: gives every boundary of a paragraph a penalty or LINEBREAK_NEVER, by the table of rules
 *          in rules.c (L1 to L23 of docs/thai.md) over words, numbers, signs and terms.
 * Units:   penalties as in linebreak.h.
 * Memory:  results go into the shaped paragraph.
 */
#ifndef ITAREPORT_TEXT_BREAKS_H
#define ITAREPORT_TEXT_BREAKS_H

#include "text/shape.h"
#include "text/tokens.h"

/* Sets penalty and rule of every cluster of a shaped paragraph. */
void breaks_apply(const struct tokens *tokens, struct text_shaped *shaped);

/* The id of a row of the table, "L15"; "" for a row that is no rule. */
const char *breaks_rule_id(uint8_t rule);

#endif
