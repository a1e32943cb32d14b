/*
 * markup.h - the tags of an XML text, one after another.
 *
 * Purpose: enough of XML to look through a file before a library that draws it does: tags with
 *          their attributes, texts, and whatever is between. Names are given without prefix.
 *          That tags match each other is not checked.
 * Units:   bytes of UTF-8.
 * Memory:  parts point into the text; nothing is kept.
 * Errors:  a kind of piece.
 * Source:  XML 1.0 (fifth edition), 2.1 to 2.8 and 3.1.
 */
#ifndef ITAREPORT_IMAGE_MARKUP_H
#define ITAREPORT_IMAGE_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

enum markup_kind {
    MARKUP_OVER,        /* the end of the text */
    MARKUP_BROKEN,      /* a tag, comment or the like has no end or no name */
    MARKUP_START,       /* name, body: the attributes */
    MARKUP_END,         /* name */
    MARKUP_TEXT,        /* body; also of a CDATA section */
    MARKUP_COMMENT,     /* body */
    MARKUP_INSTRUCTION, /* body, the target's name first */
    MARKUP_DOCTYPE      /* body, with declarations in it */
};

struct markup_part {
    const char *bytes;
    size_t length;
};

struct markup {
    const char *at, *end; /* what is not read yet */
    const char *start;    /* of the piece read last */
    struct markup_part name, body;
    bool is_empty; /* a start that is its own end: <name/> */
};

struct markup markup_open(const void *bytes, size_t length);

/* Reads the next piece. */
enum markup_kind markup_next(struct markup *markup);

/* Takes the next attribute off a start's body; false when none is left, or what is left (without
 * white space in front) is none. */
bool markup_attribute(struct markup_part *body, struct markup_part *name,
                      struct markup_part *value);

bool markup_is(const struct markup_part *part, const char *text);
bool markup_begins(const struct markup_part *part, const char *text);

/* The first place of a text in a part, or NULL. */
const char *markup_find(const struct markup_part *part, const char *text);

/* Without white space at its ends. */
struct markup_part markup_trim(struct markup_part part);

bool markup_is_space(char c);

#endif
