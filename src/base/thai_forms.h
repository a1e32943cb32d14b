/*
 * thai_forms.h - letters of Thai fonts from before Unicode.
 *
 * Purpose: Thai fonts of Windows and of the Macintosh had codes of their own, in Unicode's private use area,
 *          for letters and marks that are drawn elsewhere than usual: a tone moved to the left beside the
 *          tall ป, a ฐ without its foot. Text copied from old documents and PDFs still has them. Each is a
 *          form of one letter of the Thai block.
 * Source:  the tables that Thai shaping engines draw from: U+F700 to U+F71A (Windows), U+F884 to U+F89E
 *          (Macintosh).
 */
#ifndef ITAREPORT_BASE_THAI_FORMS_H
#define ITAREPORT_BASE_THAI_FORMS_H

#include <uchar.h>

enum { THAI_FORMS_WINDOWS_FIRST = 0xF700, THAI_FORMS_WINDOWS_LAST = 0xF71A };

/* The letter that a code is a form of; 0 for any other character. */
char32_t thai_form_letter(char32_t c);

#endif
