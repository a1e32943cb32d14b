/*
 * reading.h - what the files that read a prose share; nobody outside prose/ includes it.
 *
 * Purpose: the text as it is read, one byte in the place of each placeholder, with its lines and the
 *          places of their starts; blocks.c walks the lines, inlines.c the bytes of a paragraph.
 * Units:   offsets are bytes of the text that is read (reading.bytes), unless they are said to be
 *          of the text as written.
 * Memory:  the prose and the text are in the arena; what is only needed while reading is plain
 *          memory, freed by reading_free.
 */
#ifndef ITAREPORT_PROSE_READING_H
#define ITAREPORT_PROSE_READING_H

#include <string.h>

#include "base/marker.h"
#include "prose/prose.h"
#include "yaml/node_walk.h"

/* No byte of UTF-8. */
#define READING_HOLE '\xFF'

struct definition;

struct line {
    size_t begin;
    size_t text;                   /* after the blanks at its start */
    size_t end;                    /* before the blanks at its end */
    unsigned column;               /* of `text`, from 0; a tab goes on to the next fourth column */
    bool is_plain;                 /* a backslash before its first letter: it begins nothing */
    struct definition *definition; /* of a note; or NULL */
    struct marker marker;
    struct node_cursor cursor; /* at `begin` */
};

struct definition {
    struct prose_note *note;
    size_t line;
    size_t text;    /* after the colon */
    size_t marks;   /* met so far */
    bool is_double; /* an earlier line defines the same label */
};

struct reading {
    struct arena *arena;
    struct diag *diag; /* or NULL */
    const struct template *template;
    struct prose *prose;
    const char *bytes; /* NUL-terminated */
    size_t length;
    size_t *piece; /* where each piece of the template starts */
    struct line *line;
    size_t lines;
    struct node_cursor *recent;    /* where a place was found last */
    bool has_remark;               /* a star after a word, which may be explained after one too */
    struct definition *definition; /* by label */
    size_t definitions, definition_room;
    bool in_note;
    size_t paragraph_room, aside_room, note_room;
};

/* A part of the text. */
struct part {
    size_t start, end;
};

/* ---- reading.c ---- */

struct reading reading_open(struct arena *arena, struct diag *diag, const struct template *template,
                            struct prose *prose);
void reading_free(struct reading *reading);

size_t reading_written(const struct reading *reading, size_t at);
const struct expr *reading_expr(const struct reading *reading, size_t at);
struct place reading_place(const struct reading *reading, size_t at);

/* reading_say(reading, CODE, at, "argument") */
void reading_add(const struct reading *reading, enum diag_code code, size_t at,
                 const char *const *arguments);
#define reading_say(reading, code, at, ...) \
    reading_add((reading), (code), (at), 1 + (const char *const[]){NULL, ##__VA_ARGS__, NULL})

/* A copy of a part, for messages; placeholders as {{…}}, cut when long. */
const char *reading_copy(const struct reading *reading, struct part part);

void reading_add_paragraph(struct reading *reading, struct part part);
void reading_add_aside(struct reading *reading, struct part part);

struct prose_node *reading_node(const struct reading *reading, enum prose_kind kind, size_t at);

/* The part without blanks at its ends. */
struct part reading_trim(const struct reading *reading, struct part part);

/* ---- blocks.c ---- */

/* The blocks of some lines, the first of which starts at a byte of its own. */
struct prose_node *prose_blocks_read(struct reading *reading, size_t first, size_t end,
                                     size_t text);

/* ---- inlines.c ---- */

/* Reads a part of the text, line ends and all, into a node's runs. A paragraph of nothing but images
 * becomes a chain of image nodes, which is returned; else the node itself is. */
struct prose_node *inlines_read(struct reading *reading, struct prose_node *node, struct part part);

/* ---- tables.c ---- */

/* Whether a table's head is in this line, for the line below it says so. */
bool prose_table_starts(const struct reading *reading, size_t line);
/* Whether a line is one of a table's, by its bars; also where no table is. */
bool prose_table_has_line(const struct reading *reading, const struct line *line);
/* The table whose head is in *line, which moves past its last row; NULL after reporting. */
struct prose_node *prose_table_read(struct reading *reading, size_t *line);

/* ---- notes.c ---- */

/* Finds the definitions, and notes them at their lines. */
void prose_notes_collect(struct reading *reading);
/* The note that a mark in a part names (with its brackets), or NULL after reporting. */
struct prose_note *prose_notes_mark(struct reading *reading, struct part mark);
/* Where the mark that begins at a byte ends, or 0 when there is none. */
size_t prose_notes_mark_end(const char *text, size_t at, size_t end);
/* Reports the definitions without a mark. */
void prose_notes_close(struct reading *reading);

#endif
