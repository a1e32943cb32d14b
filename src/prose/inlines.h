/*
 * inlines.h - the signs inside a paragraph; nobody outside prose/ includes it.
 *
 * Purpose: inlines.c parts a paragraph into tokens and makes runs of them; emphasis.c says which
 *          signs of emphasis belong together; brackets.c reads links, marks of notes and images;
 *          links.c reads addresses.
 * Memory:  tokens are plain memory for as long as a paragraph is read.
 */
#ifndef ITAREPORT_PROSE_INLINES_H
#define ITAREPORT_PROSE_INLINES_H

#include "prose/reading.h"

enum token_kind {
    TOKEN_TEXT,
    TOKEN_HOLE,
    TOKEN_SOFT,
    TOKEN_HARD,
    TOKEN_SIGNS,  /* of emphasis, * or _ */
    TOKEN_RAISED, /* ^: what follows is raised, or no more */
    TOKEN_LINK,   /* what follows leads to `link`, or nowhere */
    TOKEN_NOTE,
    TOKEN_IMAGE
};

struct token {
    enum token_kind kind;
    struct part part;
    bool opens, closes; /* signs: what they may do, by what is beside them */
    unsigned on, off;   /* of enum doc_span_flag: what they do */
    bool is_letter;     /* signs: they are none after all */
    const struct prose_link *link;
    struct prose_note *note;
    struct prose_node *image;
};

struct inliner {
    struct reading *reading;
    struct part part; /* of the text */
    size_t at;
    size_t plain; /* text from here on is no token yet */
    struct token *token;
    size_t tokens, room;
    size_t *match; /* by byte of the part: after the bracket that closes the one there, or 0 */
    bool no_links; /* an address has no address */
    size_t outer_end, link_rest; /* in words of a link: the end of the part; after the address */
    size_t raised_end;
    size_t lowered, marked; /* after an opening ~ or ==, or 0 */
    bool is_struck, has_code;
};

/* ---- inlines.c ---- */

/* A byte that a backslash makes a letter. */
bool inlines_is_sign(char c);
/* Adds a part of the text to the runs of a node, without looking for signs; backslashes are taken
 * off. */
void inlines_add_literal(const struct reading *reading, struct prose_node *node, struct part part,
                         const struct prose_run *like);
void inlines_add_run(const struct reading *reading, struct prose_node *node,
                     const struct prose_run *run);
/* The letters before and after a part: a blank at the ends of the paragraph, 0 for a placeholder. */
char32_t inlines_before(const struct inliner *inliner, size_t at);
char32_t inlines_after(const struct inliner *inliner, size_t at);
bool inlines_is_blank(char32_t c);
bool inlines_is_latin(char c);

void inlines_add_token(struct inliner *inliner, const struct token *token);
/* Ends the text that is no token yet. */
void inlines_flush(struct inliner *inliner, size_t end);
/* A token over a part, which is read on after it. */
void inlines_take(struct inliner *inliner, const struct token *token, size_t after);
/* Text without links, notes or images. */
void inlines_read_words(struct reading *reading, struct prose_node *node, struct part part);

/* ---- brackets.c: each reads on from what is at inliner->at ---- */

/* [words](https://…), [^1] */
void brackets_take_bracket(struct inliner *inliner);
/* After the words of a link. */
void brackets_leave_link(struct inliner *inliner);
/* ![what it shows](file "caption") */
void brackets_take_image(struct inliner *inliner);
/* <https://…>, <b> */
void brackets_take_angle(struct inliner *inliner);
/* An address that is typed as it is, or any other letter. */
void brackets_take_letter(struct inliner *inliner);

/* ---- emphasis.c ---- */

/* The signs at a byte as a token, or no token where they are letters. */
bool emphasis_read(const struct inliner *inliner, struct token *token);
/* Pairs the signs of a paragraph, and reports those that are left. */
void emphasis_pair(struct inliner *inliner);

/* ---- links.c ---- */

/* What is in the brackets of (address "title"), from the opening one. */
struct target {
    struct part address, title; /* title: empty when there is none */
    size_t end;                 /* after the closing bracket; 0: there is none */
};
struct target prose_links_target(const struct inliner *inliner, size_t open);
/* A link to an address, or NULL after reporting. */
const struct prose_link *prose_links_make(struct inliner *inliner, const char *before,
                                          struct part address);
/* Whether a part is an address, as a whole; what it lacks in front is *before. */
bool prose_links_is_address(const struct inliner *inliner, struct part part, const char **before);
/* The end of an address that is typed as it is at a byte, or 0; what it lacks in front is *before. */
size_t prose_links_bare(const struct inliner *inliner, size_t at, const char **before);

#endif
