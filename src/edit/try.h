/*
 * try.h - ways to write something, tried one after the other; internal to src/edit.
 *
 * A way is right when the file reads as it did but for what was to change: no rule of YAML needs to be known
 * twice.
 */
#ifndef ITAREPORT_EDIT_TRY_H
#define ITAREPORT_EDIT_TRY_H

#include "base/buffer.h"
#include "base/unwritten.h"
#include "edit/change.h"

/* A pair that a new map must have. */
struct edit_pair {
    const char *key, *text;
};

/* An item that is expected: an old one, a new text, or a new map; or a list of one such map. */
struct edit_expected {
    const struct node *same; /* as this was */
    const char *text;        /* or a scalar with this text */
    const char *const
        *chain; /* … or a map of one key, in it a map of one key …, and the text in the last */
    size_t chains;
    const struct edit_pair *pair;
    size_t pairs;
    bool in_list;
    const struct node *entry; /* or as this reads, which is in no file (draft.c) */
};

struct edit_try {
    struct arena *arena;
    const struct node *tree;
    const struct node *at; /* where the change is; all else must be as before */
    /* What is there then: a text; or what reads like this; or a list or map with these items. */
    const char *text;
    const struct node *whole;
    const struct edit_expected *item;
    size_t items;
    const char *key;  /* a map: the new key, which is the last … */
    size_t after_new; /* … but for so many */
    /* Or this many pairs; or keys one in the other, and the text in the last. */
    const struct edit_pair *pair;
    size_t pairs;
    const char *const *chain;
    size_t chains;
    struct edit_change change;
};

/* Whether bytes in place of [start, end) of the file do it; the change is then in try.change. */
bool edit_try(struct edit_try *try, size_t start, size_t end, const struct buffer *bytes);

/* What of a file cannot be read as YAML: its errors, and the lines from the first of them on. */
struct edit_unread {
    size_t errors, lines;
};
struct edit_unread edit_unread(const struct source *source);

/* ---- how a text is typed (typing.c) ---- */

enum edit_style { EDIT_PLAIN, EDIT_SINGLE, EDIT_DOUBLE, EDIT_BLOCK, EDIT_STYLES };

/* A text in a style; a block with lines that are indented so far, and with one line end at its end. False where the
 * style has no way to say it. */
bool edit_type(struct buffer *out, enum edit_style style, const char *text, size_t indent,
               const char *line_end);

/* Of a scalar as it is. */
enum edit_style edit_style_of(const struct node *scalar);

/* "\n", or "\r\n" as the file has it. */
const char *edit_line_end(const struct source *source);

/* Without line ends at its end, and with plain line feeds inside. */
char *edit_trimmed(struct arena *arena, const char *text);

/* Spaces before what is inside a value of a map's key or of a list. */
size_t edit_indent(const struct node *node);

void edit_add_spaces(struct buffer *out, size_t count);

/* ---- trees as they are typed (typing_entry.c) ---- */

enum { EDIT_STEP = 2 }; /* of indentation */

struct edit_typed {
    enum edit_style style; /* of what is in quotes in a draft, which someone typed; else plain */
    size_t indent;         /* of its lines after the first */
    const char *line_end;
    bool in_brackets;
};

/* The styles of new texts in the order of trying: lines are a block, where there is room for one. */
enum { EDIT_ORDERS = 3 };
extern const enum edit_style edit_order[EDIT_ORDERS];

/* From where the pen is; and after a colon. */
void edit_type_entry(struct buffer *out, const struct node *entry, const struct edit_typed *typed);
void edit_type_value(struct buffer *out, const struct node *node, const struct edit_typed *typed);

/* A value in place of a list, or a map, that has nothing in it, or of no value (grow.c). */
bool edit_fill(struct arena *arena, const struct node *tree, const struct node *hole,
               const struct node *value, struct edit_change *out);

/* What is still to be written (base/unwritten.h). */
#define EDIT_LATER UNWRITTEN_OPEN "รอเขียน" UNWRITTEN_CLOSE

/* A list of one entry, in the maps of some keys (draft.c). */
const struct node *edit_wrap(struct arena *arena, const struct node *entry, const char *const *key,
                             size_t keys);

/* ---- keys after others (key.c) ---- */

/* After the line of a map's or a list's last value. */
size_t edit_after_last(const struct node *parent);

/* All that a map or a list has, and one more. */
const struct edit_expected *edit_expect_last(struct arena *arena, const struct node *parent,
                                             struct edit_expected last);

/* In braces, after the last; where a comma is needed one is put. */
bool edit_try_in_brackets(struct edit_try *try, const char *bytes);

#endif
