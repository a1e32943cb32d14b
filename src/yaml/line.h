/*
 * line.h - one line of a source, looked at without YAML.
 *
 * For the messages about what libyaml could not read: what a line is, is guessed from its own signs.
 *
 * Units:   offsets in bytes of the line; columns count characters from 1.
 */
#ifndef ITAREPORT_YAML_LINE_H
#define ITAREPORT_YAML_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/place.h"

/* Without its line end. */
struct line {
    const char *text;
    size_t length;
    uint32_t number;
};

struct line line_at(const struct source *source, uint32_t number);

/* The line before; with number 0 before the first. */
struct line line_before(const struct source *source, struct line line);

size_t line_indentation(struct line line);

/* The byte at which a column's character starts, and back. */
size_t line_byte(struct line line, uint32_t column);
uint32_t line_column(struct line line, size_t byte);

/* Where the value begins that has this byte: after hyphens, and after a key as the tables know them. */
size_t line_value(struct line line, size_t byte);

/* The # of a comment, or the line's length. */
size_t line_comment(struct line line);

#endif
