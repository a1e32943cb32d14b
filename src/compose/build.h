/*
 * build.h - what the files that build the document tree share; internal to src/compose.
 */
#ifndef ITAREPORT_COMPOSE_BUILD_H
#define ITAREPORT_COMPOSE_BUILD_H

#include "compose/traces.h"
#include "layout/layout.h"
#include "prose/prose.h"

struct build_contents {
    struct doc_node *node;
    int levels;
    enum layout_listed listed;
};

/* A table or figure with a caption. */
struct build_captioned {
    struct doc_node *of, *caption;
    bool numbered;
};

/* A note, and what its placeholders know. */
struct build_note {
    const struct prose_note *prose;
    const struct scope *scope;
};

struct builder {
    const struct layout *layout;
    struct doc *doc;
    struct arena *arena; /* the document's */
    struct diag *diag;
    const char *folder; /* the edition's, or NULL */
    struct sources *sources;
    struct evaluation evaluation;
    struct trail trail; /* the evaluation's */
    struct origins origins;
    struct style **style; /* copies, made when first used: by style, alignment, inner or not */
    int64_t counter[LAYOUT_LEVELS];
    int level; /* of the last heading */
    struct doc_node **heading;
    size_t headings, heading_room;
    struct build_contents *contents;
    size_t contents_count, contents_room;
    struct build_captioned *captioned; /* in reading order */
    size_t captions, caption_room;
    const struct doc_node **named; /* by index in layout.name */
    struct build_note *note;       /* in the order of being met */
    size_t notes, note_room;
    unsigned uses;        /* sections inside sections */
    struct place at;      /* of the block being built */
    unsigned nesting;     /* blocks inside blocks */
    size_t made, letters; /* see bounds.c */
    int64_t pixels;
    bool full; /* a limit was reached, and reported: no more is made */
};

/* Where blocks are added: the parent, and its last child so far. */
struct sink {
    struct doc_node *parent;
    struct doc_node *last;
};

/* What a block is built in. */
struct context {
    const struct scope *scope;
    const struct layout_style *style;
    int align;    /* of enum style_align, or -1 for the style's own */
    bool in_item; /* of a list, whose style this is */
    bool in_cell; /* of a table */
    size_t level; /* how many lists with the layout's bullets are around */
    struct sink *sink;
};

/* ---- limits (bounds.c) ---- */

/* Counts a node, a block of the layout or a turn of a loop; reports one too many. */
void build_count(struct builder *builder, struct place place);

/* Counts the letters of a finished text; reports one that is too long, and a document that is. */
void build_count_letters(struct builder *builder, const char *bytes, size_t length,
                         struct place place);

/* Counts the pixels of a picture that is met for the first time. */
void build_count_pixels(struct builder *builder, const struct image *image, struct place place);

/* Reports at a place that there is more than a limit, and stops. */
void build_stop(struct builder *builder, enum diag_code code, struct place place, int limit);

/* Whether a limit was reached: whatever could go on for long asks. */
bool build_stopped(const struct builder *builder);

/* ---- nodes and styles (compose.c) ---- */

struct doc_node *build_node(struct builder *builder, struct sink *sink, enum doc_kind kind,
                            struct place place);

/* The document's copy of a style, with another alignment unless align is -1. */
const struct style *build_style(struct builder *builder, const struct layout_style *style,
                                int align);

/* The same for a text inside a list item, whose indents and room the item has taken already. */
const struct style *build_inner_style(struct builder *builder, const struct layout_style *style,
                                      int align);

/* ---- texts (texts.c) ---- */

struct doc_text build_text(struct builder *builder, const struct template *template,
                           const struct scope *scope);

/* A plain string in the document's arena. */
const char *build_string(struct builder *builder, const struct template *template,
                         const struct scope *scope);

/* A pattern such as "{n})" or "{1}.{2}" with numbers for its names, in the document's digits. */
const char *build_pattern(struct builder *builder, const char *pattern, const int64_t *number,
                          size_t numbers, struct place place);

/* The mark of an item, by how many lists with such marks it is in, its own too. */
const char *build_bullet(struct builder *builder, size_t level);

/* Whether a link may lead to an address; false after reporting. */
bool build_address(struct builder *builder, const char *address, struct place place);

/* The runs of a node of prose as the document has them. */
struct doc_text build_prose_text(struct builder *builder, const struct prose_node *node,
                                 const struct scope *scope);

/* From now on what is printed into a buffer is noted, until build_printed. */
void build_begin_trail(struct builder *builder, const struct buffer *into);

/* One printed value as a text: what the buffer has, which is emptied; the trail is of it. */
struct doc_text build_printed(struct builder *builder, struct buffer *buffer, struct place place);

/* A text with its forced line ends undone, for the contents. */
struct doc_text build_one_line(struct builder *builder, struct doc_text text);

/* ---- blocks (blocks.c, blocks_prose.c, charts.c, images.c) and tables (tables.c) ---- */

void build_blocks(struct builder *builder, const struct block_list *blocks,
                  const struct context *context);
void build_prose(struct builder *builder, const struct block *block, const struct context *context);
void build_prose_nodes(struct builder *builder, const struct prose_node *first,
                       const struct context *context);
void build_list(struct builder *builder, const struct block *block, const struct context *context);
void build_figure(struct builder *builder, const struct block *block,
                  const struct context *context);
void build_table(struct builder *builder, const struct block *block, const struct context *context);
void build_image(struct builder *builder, const struct block *block, const struct context *context);
void build_prose_image(struct builder *builder, const struct prose_node *node,
                       const struct context *context);
void build_prose_table(struct builder *builder, const struct prose_node *node,
                       const struct context *context);
/* Style of captions, and of images that Markdown names. */
const struct style *build_caption_style(struct builder *builder, const struct context *context);

/* A caption already made. */
void build_caption_text(struct builder *builder, struct doc_text text, bool numbered,
                        const struct context *context, struct sink *sink);
/* The caption of a table or figure as its next child; its number comes when all are made. */
void build_caption(struct builder *builder, const struct block *block,
                   const struct context *context, struct sink *sink);

/* Counts the captions that are numbered, and puts their numbers in front. */
void build_number_captions(struct builder *builder);

/* ---- notes.c ---- */

/* The node of a note, for its marks; not in the tree yet. */
struct doc_node *build_note(struct builder *builder, struct prose_note *prose,
                            const struct scope *scope);

/* Puts the notes into the tree and their numbers into the texts with marks. */
void build_notes(struct builder *builder, struct doc_node *root);

/* ---- references.c ---- */

/* Notes a node by the name of its block, if it has one. */
void build_name(struct builder *builder, const struct block *block, const struct doc_node *node);

/* The facts called `ref`: numbers and pages known from before, by name. */
const struct value *references_value(struct arena *arena, const struct layout *layout,
                                     const struct doc_reference *known);

/* What the document's own references are. */
void references_make(struct builder *builder, const struct doc_reference *known);

/* The style of a block: its own, or that of the context. */
const struct layout_style *build_block_style(const struct block *block,
                                             const struct context *context);

/* Whether a condition holds; true for none. */
bool build_holds(struct builder *builder, const struct expr *condition, const struct scope *scope);

/* The list a loop goes through; NULL after reporting. */
const struct value *build_loop_list(struct builder *builder, const struct layout_loop *loop,
                                    const struct scope *scope);

/* The names of one turn of a loop in front of the scope: the loop's own, and `loop` with its
 * number, count, first and last. */
const struct scope *build_turn(struct builder *builder, const struct layout_loop *loop,
                               const struct value *list, size_t index, const struct scope *scope);

/* The names of `with` in front of the scope. */
const struct scope *build_bind(struct builder *builder, const struct layout_bindings *with,
                               const struct scope *scope);

#endif
