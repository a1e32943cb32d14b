/*
 * justify.h - where the slack of a line goes ("Thai distributed").
 *
 * Purpose: rules J1 to J5: the slack is shared between spaces and letter gaps; marks stay with
 *          their base, the ring of SARA AM with its consonant; a space before MAIYAMOK is fixed.
 * Units:   1/1024 pt.
 */
#ifndef ITAREPORT_TEXT_JUSTIFY_H
#define ITAREPORT_TEXT_JUSTIFY_H

#include <stdbool.h>

#include "text/linebreak.h"
#include "text/shape.h"

/* What the gap after a cluster may take before it looks loose, may give, and may give for need. */
struct justify_limits {
    int32_t letter_stretch, letter_shrink, letter_press;
    int32_t space_stretch, space_shrink, space_press; /* on top of the letter gap after the space */
};
struct justify_limits justify_limits(const struct text_shaped *shaped);

/* A cell narrower than this is set ragged right. */
bool justify_is_narrow(int32_t width);

/* Fixes the spaces that never stretch: before MAIYAMOK, and at a line's forced start; notes the narrowest other. */
void justify_fix_spaces(struct text_shaped *shaped);

/* Superscripts have no letter gap before, inside or after them: readers of the PDF, who compare it with their small size,
 * would see a space. */
void justify_close_raised(struct text_shaped *shaped);

/* The end of what is seen of clusters [first, last): trailing spaces and empty clusters cut off. */
size_t justify_seen(const struct text_shaped *shaped, size_t first, size_t last);

/* The least width a line may be shrunk to, for need. */
int32_t justify_least(const struct text_line *line, enum linebreak_need need);

/* A length of a line whose letters are wider by some thousandths. */
static inline int32_t justify_widened(int64_t length, int32_t wider)
{
    return (int32_t)(length * (1000 + wider) / 1000);
}

enum justify_fit { JUSTIFY_FINE, JUSTIFY_LOOSE, JUSTIFY_HOPELESS };

/* Sets the gaps of a line so that it becomes `room` wide; a hopeless line is left as it is. */
enum justify_fit justify_line(struct text_line *line, int32_t room, enum linebreak_need need);

/* The gap after a cluster of a line that is seen; *remainder counts down. */
int32_t justify_gap(const struct text_line *line, size_t cluster, int32_t *remainder);

#endif
