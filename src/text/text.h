/*
 * text.h - from a string with styles to lines of placed glyphs.
 *
 * Purpose: the one door of text/ for page/ and paint/. A paragraph is itemized and shaped once
 *          (Pango, HarfBuzz), segmented once on the whole string (libthai, the rules of breaks.c),
 *          then cut into lines by linebreak.c; glyph positions come from justify.c. No document here.
 * Units:   lengths in 1/1024 pt; x from the line's left edge to the right; offsets in bytes.
 * Memory:  the resources own fonts and dictionary, and outlive the engines that borrow them and what these
 *          have set; what a call returns belongs to the arena given.
 * Errors:  a character no font has, and a word that had to be broken, are reported at the text's
 *          place.
 */
#ifndef ITAREPORT_TEXT_TEXT_H
#define ITAREPORT_TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "source/kept.h"

/* What all documents share: fonts, the dictionary, patterns for hyphens, the words of the rules. */
struct text_resources;

struct text_files {
    const char *fonts;      /* a folder: the only fonts there are */
    const char *dictionary; /* a trie made by set-up, or NULL for libthai's own */
    const char *compounds;  /* made by set-up, or NULL to know none */
    const char *patterns;   /* for English words (L24), or NULL to part none */
    const char *words;      /* a folder: the words that the rules know (break_words.h), or NULL */
};

/* NULL after reporting. Words are read through `sources`, which watches the other files. */
struct text_resources *text_resources_new(const struct text_files *files, struct sources *sources,
                                          struct diag *diag);
void text_resources_free(struct text_resources *resources);

/* The resources of a data folder, for a shelf. */
extern const struct kept_kind text_resources_kind;

/* Of a comma-separated list of font families the first, and the first that is in the fonts folder, or NULL; the arena's. */
struct text_families {
    const char *wanted, *found;
};
struct text_families text_find_families(const struct text_resources *resources, struct arena *arena,
                                        const char *families);

/* What one document is set with. It borrows the resources: with any that have served other documents it makes the same
 * as with new ones. */
struct text_engine;

struct text_setup {
    const struct text_resources *resources;
    bool hyphenate;           /* English words may be parted */
    const char *const *terms; /* words never broken, besides the dictionary's */
    size_t terms_count;
};

struct text_engine *text_engine_new(const struct text_setup *setup);
void text_engine_free(struct text_engine *engine);

/* From now on the engine keeps what it shapes, until it is freed: a document that is laid out again
 * with the same engine has only those texts shaped that are new. The result is the same. */
void text_engine_keep_shaped(struct text_engine *engine);

/* A font at a size. families is a comma-separated list; the first one the folder has is used, the
 * others serve characters it lacks. */
struct text_font {
    const char *families;
    int32_t size;
    bool bold;
    bool italic;
};

struct text_span {
    size_t start;
    size_t end;
    struct text_font font;
    uint32_t colour;
    const void *mark; /* the caller's (a link), carried to the glyphs */
    int32_t rise;     /* above the baseline; what is raised stays with what is before it (L19) */
};

struct text_input {
    const char *bytes; /* UTF-8; U+2028 or \n forces a line end */
    size_t length;
    const struct text_span *span; /* covers the text without gaps */
    size_t spans;
    struct place place;
};

/* A paragraph shaped and segmented, not yet cut. */
struct text_shaped;

struct text_shaped *text_shape(struct text_engine *engine, struct arena *arena,
                               const struct text_input *input, struct diag *diag);

/* The widest unbreakable piece, the widest that is better not broken either (a compound), and the
 * width without any break (forced line ends counted). */
struct text_widths {
    int32_t min;
    int32_t whole;
    int32_t max;
};
struct text_widths text_measure(const struct text_shaped *shaped);

enum text_align { TEXT_LEFT, TEXT_CENTRE, TEXT_RIGHT, TEXT_JUSTIFY };

struct text_frame {
    int32_t width;
    int32_t first_indent; /* of the first line, from the left edge; may be negative */
    enum text_align align;
};

/* One line of a cut paragraph. */
struct text_line {
    const struct text_shaped *shaped;
    size_t first, last; /* clusters [first, last) including trailing space */
    int32_t x;          /* where the line's ink starts, from the frame's left edge */
    int32_t natural;    /* width without trailing space, before justification */
    int32_t width;      /* after justification */
    int32_t space_gap;  /* added to each stretchable space, 1/1024 pt */
    int32_t letter_gap; /* added after each spacing cluster, 1/1024 pt */
    int32_t remainder;  /* units left over, one each to the first gaps */
    int32_t wider;      /* thousandths by which the letters themselves are wider, or narrower */
    int32_t stretch_permille; /* letter_gap and spaces together against the width of the letters */
    bool ends_paragraph;
    bool overfull;
    bool loose; /* stretched more than looks even: reported */
};

struct text_lines {
    struct text_line *line;
    size_t count;
};

/* Cuts and justifies. At least one line, even of an empty text. */
struct text_lines text_cut(struct text_engine *engine, struct arena *arena,
                           const struct text_shaped *shaped, const struct text_frame *frame,
                           struct diag *diag);

/* ascent and descent of a font, for placing a first baseline; positive numbers. */
struct text_extents {
    int32_t ascent;
    int32_t descent;
};
struct text_extents text_extents(struct text_engine *engine, const struct text_font *font);

/* A font face ready to draw; see fonts.h for its cairo side. */
struct text_face;

/* SARA AM is two glyphs with one character's text. */
enum text_role {
    TEXT_GLYPH_PLAIN,
    TEXT_GLYPH_NIKHAHIT, /* the ring of a SARA AM: it has no text of its own */
    TEXT_GLYPH_AM,       /* the AA of a SARA AM: its text is the whole SARA AM */
    TEXT_GLYPH_HYPHEN    /* ends a line in a word: no character of the paragraph, a soft hyphen */
};

/*
 * One glyph, ready to draw. Glyphs come in the order of their characters; neighbours with the same
 * start and end (a ligature's parts) share one text.
 */
struct text_glyph {
    enum text_role role;
    uint32_t index;
    const struct text_face *face;
    int32_t x; /* from the frame's left edge */
    int32_t y; /* below the baseline is positive */
    int32_t advance;
    int32_t wider; /* thousandths by which it is drawn wider; x and advance say so, too */
    size_t start;  /* the character(s) it shows, bytes of the paragraph's text */
    size_t end;
    uint32_t colour;
    const void *mark;
};

struct text_glyphs {
    struct text_glyph *glyph;
    size_t count;
};

struct text_glyphs text_line_glyphs(const struct text_line *line, struct arena *arena);

/* Whether the line ends in a word, with a hyphen. */
bool text_line_is_hyphenated(const struct text_line *line);

/* The characters of a line, as they are in the paragraph (trailing space included). */
const char *text_line_bytes(const struct text_line *line, size_t *length);

/* Where those bytes begin in the paragraph's text. */
size_t text_line_start(const struct text_line *line);

/*
 * The line with | at every place where it could have ended (¦ where that would have hurt a rule), ¬
 * for the hyphen it ends with, its stretch, and the rule that its own end hurts.
 */
void text_line_dump(const struct text_line *line, struct buffer *out);

#endif
