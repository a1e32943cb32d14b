/*
 * draft.h - the marks of a draft: a large word across the page and a small line at its foot.
 *
 * Purpose: shaped once by the text engine, drawn on every page as artifacts.
 * Units:   see page.h.
 * Memory:  belongs to the arena given.
 * Errors:  a character no font has is reported by the text engine.
 */
#ifndef ITAREPORT_PAINT_DRAFT_H
#define ITAREPORT_PAINT_DRAFT_H

#include "paint/paint.h"
#include "paint/painter.h"

struct draft {
    bool has_watermark, has_stamp;
    struct text_line watermark, stamp;
    int32_t watermark_size, stamp_size;
};

struct draft draft_make(struct text_engine *engine, struct arena *arena, const struct doc *doc,
                        struct diag *diag);

/* Before and after the frames of a page. */
void draft_draw_under(struct painter *painter, const struct draft *draft,
                      const struct doc_page *paper);
void draft_draw_over(struct painter *painter, const struct draft *draft,
                     const struct doc_page *paper);

#endif
