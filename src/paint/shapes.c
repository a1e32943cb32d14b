/*
 * Strokes take their measures from the frame's own: a dashed line is as thick as its box is narrow,
 * lines of a hatch are a quarter of the shorter side apart.
 */
#include "paint/shapes.h"

enum {
    HATCHES = 4,    /* slanted lines along the shorter side */
    HATCH_LINE = 8, /* a line is 1/8 of the distance between two */
    SIDES = 4,
    DASH = 6 /* dash and gap together, in thicknesses of the line */
};

/* Joins the bracket of the figure the frame is part of, or of decoration. */
static void enter_bracket(struct painter *painter, const struct frame *frame)
{
    if (painter->structure == NULL)
        return;
    struct tag_bracket bracket = {.kind = TAG_ARTIFACT, .element = TAG_NONE, .artifact = "Layout"};
    bool repeated = frame->role == FRAME_REPEAT || frame->role == FRAME_FURNITURE;
    bool drawing = frame->node != NULL && frame->node->kind == DOC_FIGURE;
    int element = drawing ? structure_element(painter->structure, frame) : TAG_NONE;
    if (!repeated && element != TAG_NONE) {
        bracket = (struct tag_bracket){.kind = TAG_DRAWING, .element = element};
        structure_figure_box(painter->structure, painter->page, element,
                             (struct canvas_box){frame->x, frame->y, frame->width, frame->height});
    }
    painter_join(painter, &bracket);
}

static int32_t shorter_side(const struct frame *frame)
{
    return frame->width < frame->height ? frame->width : frame->height;
}

static int32_t lesser(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static void draw_segments(struct painter *painter, const struct canvas_segment *segment,
                          size_t segments, const struct canvas_stroke *look)
{
    struct canvas_stroke stroke = *look;
    stroke.segment = segment;
    stroke.segments = segments;
    painter->canvas->methods->stroke(painter->canvas, &stroke);
}

/* The four sides of a box, each as long as it takes for closed corners. */
static size_t box_sides(const struct frame *frame, int32_t line, struct canvas_segment *side)
{
    int32_t left = frame->x, top = frame->y, half = line / 2;
    int32_t right = left + frame->width, bottom = top + frame->height;
    side[0] = (struct canvas_segment){left - half, top, right + half, top};
    side[1] = (struct canvas_segment){right, top, right, bottom};
    side[2] = (struct canvas_segment){right + half, bottom, left - half, bottom};
    side[3] = (struct canvas_segment){left, bottom, left, top};
    return 4;
}

/* Lines at 45 degrees, cut off by the box, and its sides. */
static void draw_hatch(struct painter *painter, const struct frame *frame)
{
    int32_t step = shorter_side(frame) / HATCHES;
    if (step <= 0)
        return;
    int32_t width = frame->width, height = frame->height;
    struct canvas_stroke look = {.width = step / HATCH_LINE, .colour = frame->colour};
    size_t lines = (size_t)((width + height) / step), count = 0;
    struct canvas_segment *segment =
        ARENA_NEW(painter->scratch, struct canvas_segment, lines + SIDES);
    for (int32_t reach = step; count < lines; reach += step) { /* along the top edge */
        int32_t x1 = lesser(reach, width), y2 = lesser(reach, height);
        segment[count++] = (struct canvas_segment){frame->x + x1, frame->y + reach - x1,
                                                   frame->x + reach - y2, frame->y + y2};
    }
    count += box_sides(frame, look.width, segment + count);
    draw_segments(painter, segment, count, &look);
}

static void draw_dashes(struct painter *painter, const struct frame *frame)
{
    bool upright = frame->height > frame->width;
    int32_t thick = shorter_side(frame);
    struct canvas_stroke look = {.width = thick, .dash = thick * DASH / 2, .colour = frame->colour};
    struct canvas_segment segment = {frame->x, frame->y, frame->x, frame->y};
    if (upright) {
        segment.x1 = segment.x2 = frame->x + thick / 2;
        segment.y2 += frame->height;
    } else {
        segment.y1 = segment.y2 = frame->y + thick / 2;
        segment.x2 += frame->width;
    }
    draw_segments(painter, &segment, 1, &look);
}

static void draw_stroke(struct painter *painter, const struct frame *frame)
{
    int32_t top = frame->y, bottom = frame->y + frame->height;
    bool rises = frame->stroke.rises;
    const struct canvas_stroke look = {
        .width = frame->stroke.width, .dash = frame->stroke.dash, .colour = frame->colour};
    const struct canvas_segment segment = {frame->x, rises ? bottom : top, frame->x + frame->width,
                                           rises ? top : bottom};
    draw_segments(painter, &segment, 1, &look);
}

static const struct picture *picture_of(const struct painter *painter, const struct frame *frame)
{
    return pictures_find(painter->pictures, &frame->node->image->file);
}

void shapes_draw(struct painter *painter, const struct frame *frame)
{
    enter_bracket(painter, frame);
    struct canvas_box box = {frame->x, frame->y, frame->width, frame->height};
    if (frame->kind == FRAME_HATCH)
        draw_hatch(painter, frame);
    else if (frame->kind == FRAME_STROKE)
        draw_stroke(painter, frame);
    else if (frame->kind == FRAME_DASHES)
        draw_dashes(painter, frame);
    else if (frame->kind == FRAME_IMAGE)
        painter->canvas->methods->picture(painter->canvas, picture_of(painter, frame), &box);
    else
        painter->canvas->methods->fill(painter->canvas, &box, frame->colour);
}
