/*
 * place.h - where something is in the input.
 *
 * Purpose: every node, text and figure keeps the place it came from, so that a message can show it.
 * Units:   lines and columns count from 1; columns count characters (code points), not bytes.
 * Memory:  a source is owned by whatever reads it (see source/) and outlives every product and
 *          message with a place in it.
 */
#ifndef ITAREPORT_BASE_PLACE_H
#define ITAREPORT_BASE_PLACE_H

#include <stddef.h>
#include <stdint.h>

/* One input file, whole. */
struct source {
    const char *path; /* as the user would write it, for messages */
    const char *text; /* NUL-terminated; may hold anything before that */
    size_t length;    /* bytes */
};

struct node;

struct place {
    const struct source *source; /* NULL: nowhere in the input */
    uint32_t line;
    uint32_t column;
    /* The YAML value that the place is in, or NULL. It says the keys that lead there and where the
     * value ends (yaml/node.h), and lives as long as the tree that it is part of. */
    const struct node *node;
};

/* A place that is in no YAML value. */
static inline struct place place_at(const struct source *source, uint32_t line, uint32_t column)
{
    return (struct place){.source = source, .line = line, .column = column};
}

#endif
