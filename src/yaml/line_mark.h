/*
 * line_mark.h - what makes a line more than the line above going on.
 *
 * Items of lists: signs (- • ✓, those of Word's symbol fonts too), numbers and letters with their point
 * or brackets: "• ", "๑. ", "2) ", "(๓) ", "ก. ". A decimal number, a year, พ.ศ. and "ข้อ ๗" are none.
 * And of Markdown: rows of tables (|), quotations (>), rules (---), images, notes, blocks of code.
 */
#ifndef ITAREPORT_YAML_LINE_MARK_H
#define ITAREPORT_YAML_LINE_MARK_H

#include <stdbool.h>
#include <stddef.h>

struct line_mark {
    size_t length; /* bytes, without the blank after it; 0: there is none */
    int number;    /* 1 for ๑ and ก, 2 for ๒ and ข …; 0 for a sign */
};

struct line_mark line_mark_read(const char *text, size_t length);

#endif
