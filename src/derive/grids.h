/*
 * grids.h - the scores that the answers of an edition's respondents can give (see recover.h).
 */
#ifndef ITAREPORT_DERIVE_GRIDS_H
#define ITAREPORT_DERIVE_GRIDS_H

#include "derive/recover.h"
#include "edition/edition.h"

/*
 * The possible means over so many questions in one slot of an instrument; without steps where the
 * respondents or the scale are not known.
 */
struct recover_grid grids_of(const struct edition *edition,
                             const struct scheme_instrument *instrument, size_t slot,
                             size_t questions);

/* Whether all figures have exact fractions that fit when they are computed from these scores. */
bool grids_fit(const struct edition *edition, struct arena *arena);

#endif
