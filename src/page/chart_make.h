/*
 * chart_make.h - what the kinds of charts share: frames, words, numbers.
 *
 * Units:   1/1024 pt, y from the top of the chart's slab; values in hundredths.
 * Memory:  frames and texts belong to the flow maker's arena.
 */
#ifndef ITAREPORT_PAGE_CHART_MAKE_H
#define ITAREPORT_PAGE_CHART_MAKE_H

#include "base/length.h"
#include "page/flow_make.h"

struct chart {
    struct flow_maker *maker;
    const struct doc_node *node;
    const struct style *style;
    struct slab *slab;
    size_t room;     /* of the slab's frames */
    int32_t left;    /* where the scale begins */
    int32_t right;   /* … and ends */
    int32_t label_x; /* labels' column */
    int32_t label_width;
    int32_t value_x; /* values' column */
    int32_t value_width;
    int32_t top, bottom; /* of the bars' field */
    int32_t gap;         /* between columns, and between labels of several lines */
    int32_t bar;         /* height of one */
    int32_t thin;        /* a thin line */
    int32_t baseline;    /* below the top of a line of text */
};

/* A label with the bars of its turn. */
struct chart_group {
    const struct text_shaped *shaped; /* the label */
    const struct doc_text *label;
    size_t first, bars;
};

enum { CHART_WHITE = 0xFFFFFF };

/* A box (x, y, width, height) in a colour; with a thin line on every side. */
void chart_add_box(struct chart *c, enum frame_kind kind, const int32_t box[4], uint32_t colour);
void chart_add_outlined(struct chart *c, const int32_t box[4], uint32_t colour);

/* A straight line from one point to another (x1, y1, x2, y2). */
void chart_add_stroke(struct chart *c, const int32_t ends[4], const struct frame_stroke *look,
                      uint32_t colour);

/* A line of words; text: what it is a line of, or NULL. */
struct frame *chart_add_line(struct chart *c, struct text_line line, const struct doc_text *text,
                             int32_t x, int32_t top);
/* The same centred on x, held inside [range[0], range[1]]. */
void chart_add_centred(struct chart *c, const struct text_shaped *shaped,
                       const struct doc_text *text, int32_t x, int32_t top, const int32_t range[2]);

struct text_shaped *chart_shape(struct chart *c, const struct doc_text *text);
struct text_shaped *chart_shape_number(struct chart *c, int64_t hundredths);

/* The groups: a bar with a label begins one. Room for one of each bar. */
size_t chart_groups(struct chart *c, struct chart_group *group);

/* How wide the widest value is. */
int32_t chart_widest_value(struct chart *c);

/* Two slanted strokes over an axis that does not begin at 0: around (x, y), along an upright or a level axis. */
void chart_add_break(struct chart *c, int32_t x, int32_t y, bool upright);

/* Lines and columns over their labels (chart_plot.c); sets the height of the slab. */
void chart_plot(struct chart *c, struct flow_area area);

#endif
