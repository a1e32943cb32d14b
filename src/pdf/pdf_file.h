/*
 * pdf_file.h - a PDF file from its parts.
 *
 * Purpose: writes pages, fonts, images, the structure tree, links, outline, page labels and the
 *          document's information as one tagged PDF. Knows bytes and tags, no document.
 * Method:  ISO 32000-1, 14.7 and 14.8; objects by writer.h.
 * Units:   1/1024 pt, from the page's top left corner (as in page.h); pages count from 0. Contents
 *          of pages are PDF's own: see contents.h.
 * Memory:  the parts are borrowed; the file is added to a buffer of the caller's. Parts that
 *          contradict each other are an error of the program.
 */
#ifndef ITAREPORT_PDF_PDF_FILE_H
#define ITAREPORT_PDF_PDF_FILE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "paint/tags.h"

/* What a code of a font shows and says. */
struct pdf_code {
    uint32_t glyph;   /* its number in the program */
    int32_t width;    /* thousandths of an em */
    const char *text; /* UTF-8; NULL: the code is not used */
};

enum { PDF_CODES = 256 };

/* A TrueType program and the codes of one byte that text is written in, as /F and its number. */
struct pdf_font {
    const char *name; /* PostScript's */
    const char *program;
    size_t length;
    int32_t left, bottom, right, top; /* thousandths of an em, as all that follows */
    int32_t ascent, descent, cap_height;
    int32_t slant, weight;
    struct pdf_code code[PDF_CODES];
};

/* Its tags are those of the same page; MCIDs count its brackets that are no artifacts. */
struct pdf_page {
    const char *content; /* operators */
    size_t length;
    int32_t width, height;
};

/* A picture, as /I and its number; its samples of 8 bits a colour, or a JPEG file, or a drawing: a
 * PDF without fonts, of which the first page is taken over. */
struct pdf_image {
    int32_t width, height; /* pixels; of a drawing's page: 1/1024 */
    int components;        /* 1 grey, 3 red, green and blue */
    const void *bytes;
    size_t length;
    const void *alpha; /* a sample a pixel, or NULL */
    bool is_jpeg;
    bool is_rgb; /* JPEG: its colours are not turned */
    bool is_drawing;
};

struct pdf_file {
    const char *title, *author, *subject, *language, *producer;
    int64_t seconds;     /* the document's date, since 1970 UTC */
    size_t first_number; /* printed number of the first page */
    const struct pdf_page *page;
    size_t pages;
    const struct pdf_font *font;
    size_t fonts;
    /* Gives a picture by its number; it and its bytes are the arena's. One at a time is in memory. */
    struct pdf_image (*image)(const void *pictures, size_t number, struct arena *arena);
    const void *pictures;
    size_t images;
    const struct tags *tags;
    const struct pdf_archive *archive; /* see archive.h; NULL: a plain file */
};

void pdf_file_write(const struct pdf_file *file, struct buffer *out);

#endif
