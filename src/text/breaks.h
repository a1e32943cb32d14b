/*
 * breaks.h - where a line may end, and how gladly.
 *
 * Purpose: gives every boundary of a paragraph a penalty or LINEBREAK_NEVER, by the table of rules
 *          in rules.def (L1 to L23 of docs/thai.md) over words, numbers, signs and terms.
 * Units:   penalties as in linebreak.h.
 * Memory:  struct breaks owns its word lists; results go into the shaped paragraph.
 * Errors:  none.
 */
#ifndef ITAREPORT_TEXT_BREAKS_H
#define ITAREPORT_TEXT_BREAKS_H

#include "text/shape.h"
#include "text/thai.h"
#include "text/tokens.h"

struct breaks;

struct breaks *breaks_new(const struct tokens_lists *lists);
void breaks_free(struct breaks *breaks);

/* Sets penalty and rule of every cluster of a shaped paragraph. */
void breaks_apply(struct breaks *breaks, struct thai *thai, struct text_shaped *shaped);

/* The id of a row of the table, "L15"; "" for the row that no rule is behind. */
const char *breaks_rule_id(uint8_t rule);

#endif
