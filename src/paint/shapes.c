/*
 * Strokes take their measures from the frame's own: a dashed line is as thick as its box is narrow,
 * hatching stands a quarter of the shorter side apart.
 */
#include "paint/shapes.h"

enum {
    HATCHES = 4,    /* slanted lines along the shorter side */
    HATCH_LINE = 8, /* a line is 1/8 of the distance between two */
    DASH = 6        /* dash and gap together, in thicknesses of the line */
};

/* Joins the bracket of the figure the frame is part of, or of decoration. */
static void enter_bracket(struct painter *painter, const struct frame *frame)
{
    if (painter->structure == NULL)
        return;
    struct finish_bracket bracket = {
        .kind = FINISH_ARTIFACT, .element = FINISH_NONE, .artifact = "Layout"};
    bool repeated = frame->role == FRAME_REPEAT || frame->role == FRAME_FURNITURE;
    bool drawing = frame->node != NULL && frame->node->kind == DOC_FIGURE;
    int element = drawing ? structure_element(painter->structure, frame) : FINISH_NONE;
    if (!repeated && element != FINISH_NONE) {
        bracket = (struct finish_bracket){.kind = FINISH_DRAWING, .element = element};
        structure_figure_box(
            painter->structure, painter->page, element,
            (struct structure_box){frame->x, frame->y, frame->width, frame->height});
    }
    painter_join(painter, &bracket);
}

static struct structure_box box_of(const struct frame *frame)
{
    return (struct structure_box){frame->x, frame->y, frame->width, frame->height};
}

static int32_t shorter_side(const struct frame *frame)
{
    return frame->width < frame->height ? frame->width : frame->height;
}

/* Lines at 45 degrees, cut off by the box. */
static void hatch_lines(struct painter *painter, const struct frame *frame, double step)
{
    cairo_t *cr = painter->cr;
    double left = painter_points(frame->x);
    double top = painter_points(frame->y);
    double width = painter_points(frame->width);
    double height = painter_points(frame->height);
    int lines = step > 0 ? (int)((width + height) / step) : 0;
    for (int i = 1; i <= lines; i++) {
        double reach = i * step; /* where the line meets the top edge, from the left */
        double x1 = reach > width ? width : reach;
        double y2 = reach > height ? height : reach;
        cairo_move_to(cr, left + x1, top + reach - x1);
        cairo_line_to(cr, left + reach - y2, top + y2);
    }
}

static void draw_hatch(struct painter *painter, const struct frame *frame)
{
    double step = painter_points(shorter_side(frame)) / HATCHES;
    double line = step / HATCH_LINE;
    cairo_set_line_width(painter->cr, line > 0 ? line : step);
    cairo_set_dash(painter->cr, NULL, 0, 0);
    hatch_lines(painter, frame, step);
    cairo_rectangle(painter->cr, painter_points(frame->x), painter_points(frame->y),
                    painter_points(frame->width), painter_points(frame->height));
    cairo_stroke(painter->cr);
}

static void draw_dashes(struct painter *painter, const struct frame *frame)
{
    bool upright = frame->height > frame->width;
    double thick = painter_points(shorter_side(frame));
    double x = painter_points(frame->x) + (upright ? thick / 2 : 0);
    double y = painter_points(frame->y) + (upright ? 0 : thick / 2);
    double dash[] = {thick * DASH / 2};
    cairo_set_line_width(painter->cr, thick);
    cairo_set_dash(painter->cr, dash, 1, 0);
    cairo_move_to(painter->cr, x, y);
    cairo_line_to(painter->cr, x + (upright ? 0 : painter_points(frame->width)),
                  y + (upright ? painter_points(frame->height) : 0));
    cairo_stroke(painter->cr);
}

void shapes_draw(struct painter *painter, const struct frame *frame)
{
    enter_bracket(painter, frame);
    painter_colour(painter, frame->colour);
    struct structure_box box = box_of(frame);
    if (frame->kind == FRAME_HATCH)
        draw_hatch(painter, frame);
    else if (frame->kind == FRAME_DASHES)
        draw_dashes(painter, frame);
    else
        painter_box(painter, &box);
}
