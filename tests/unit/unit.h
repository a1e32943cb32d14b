/*
 * unit.h - what every unit test includes: cmocka, and the messages of a run as text.
 *
 * Memory:  returned texts are freed with free().
 */
#ifndef ITAREPORT_TESTS_UNIT_H
#define ITAREPORT_TESTS_UNIT_H

/* cmocka.h needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/length.h"
#include "source/sources.h"

/* Everything diag_print writes. */
__attribute__((noinline, unused)) static char *unit_printed(const struct diag *diag,
                                                            struct diag_style style)
{
    char *text = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&text, &length);
    assert_non_null(memory);
    diag_print(diag, memory, style);
    fclose(memory);
    return text;
}

/* The first line of every message, in English: place, severity, sentence and rule. */
__attribute__((unused)) static char *unit_headlines(const struct diag *diag)
{
    char *printed = unit_printed(diag, (struct diag_style){.language = DIAG_ENGLISH});
    struct buffer lines = {0};
    char *rest = printed;
    for (char *line = strtok_r(rest, "\n", &rest); line != NULL; line = strtok_r(rest, "\n", &rest))
        if (line[0] != ' ')
            buffer_printf(&lines, "%s\n", line);
    free(printed);
    char *copy = strdup(buffer_text(&lines));
    buffer_free(&lines);
    return copy;
}

/* A text in place of a file, copied. */
__attribute__((unused)) static void unit_give(struct sources *sources, const char *path,
                                              const char *text)
{
    struct sources_given given = {.path = path, .text = text, .length = strlen(text)};
    sources_give(sources, &given);
}

/* Fails unless the headlines are these. */
__attribute__((unused)) static void unit_expect(const struct diag *diag, const char *headlines)
{
    char *given = unit_headlines(diag);
    assert_string_equal(given, headlines);
    free(given);
}

#endif
