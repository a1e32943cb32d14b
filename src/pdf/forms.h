/*
 * forms.h - glyphs of a TrueType program moved or put together.
 *
 * Purpose: adds composite glyphs to a program, one for every form that is no plain glyph.
 * Units:   units of the font's design.
 * Memory:  the program is added to a buffer of the caller's.
 * Errors:  false for a program that is not TrueType or lacks a table.
 * Source:  ISO/IEC 14496-22, 5.2 and 5.3 (glyf, loca, hmtx, maxp).
 */
#ifndef ITAREPORT_PDF_FORMS_H
#define ITAREPORT_PDF_FORMS_H

#include "pdf/embed.h"

struct forms {
    const struct embed_form *form; /* with the program's own numbers */
    size_t count;
    uint32_t *number; /* filled: what each form is called */
};

bool forms_add(const char *program, size_t length, const struct forms *forms, struct buffer *out);

#endif
