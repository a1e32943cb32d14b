/*
 * markdown.h - signs of Markdown in a text where they mean nothing and would be printed.
 *
 * Purpose: names, titles and lists of units have no emphasis, links or notes, and people type them all the same. What may
 *          as well be a letter is none: a star between numbers, a line to fill in, a dash.
 * Units:   bytes. Placeholders, {{ … }}, are stepped over.
 */
#ifndef ITAREPORT_BASE_MARKDOWN_H
#define ITAREPORT_BASE_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

struct markdown_sign {
    size_t start, length; /* length 0: there is none */
};

/* The first one. */
struct markdown_sign markdown_find(const char *text, size_t length);

#endif
