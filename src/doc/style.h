/*
 * style.h - how a block of text looks; made from a layout file, resolved (no inheritance left).
 *
 * Units:   lengths in 1/1024 pt; colours 0xRRGGBB.
 * Memory:  styles belong to the document they are used in.
 */
#ifndef ITAREPORT_DOC_STYLE_H
#define ITAREPORT_DOC_STYLE_H

#include <stdbool.h>
#include <stdint.h>

enum style_align { STYLE_LEFT, STYLE_CENTRE, STYLE_RIGHT, STYLE_JUSTIFY };

struct style {
    const char *name;
    const char *families; /* comma-separated, first found wins */
    int32_t size;
    int32_t pitch;       /* from baseline to baseline */
    int32_t raised_size; /* of superscripts, percent of the size; 0: as all */
    int32_t raised_by;   /* their rise, percent of the size */
    bool bold;
    bool italic;
    uint32_t colour;
    enum style_align align;
    int32_t indent_first; /* added to indent_left on the first line */
    int32_t indent_left;
    int32_t indent_right;
    int32_t space_before; /* vanishes at the top of a page */
    int32_t space_after;
    bool keep_with_next;
    bool keep_together;
    int32_t lines_at_foot;   /* at least so many lines of a paragraph stay before a page break */
    int32_t lines_at_head;   /* … and after it */
    bool hide_from_contents; /* headings only */
};

#endif
