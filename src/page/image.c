/*
 * An image as one slab, as wide as the layout wants it or as its measure allows, placed in it as
 * its style is aligned. With its caption it fits a page, in a cell so much of one that the header
 * rows of its table find room above it: where it would not, it is made smaller.
 */
#include "page/flow_make.h"

enum {
    LEAST_WIDTH = 58054, /* 2 cm: an image in a cell wants a column at least so wide */
    CELL_SHARE = 60      /* percent of a page that an image in a cell may be high */
};

/* Scales the frame down to a width and a height. */
static void shrink(struct frame *frame, int32_t width, int32_t height)
{
    if (frame->width > width) {
        frame->height = (int32_t)((int64_t)frame->height * width / frame->width);
        frame->width = width;
    }
    if (frame->height > height) {
        frame->width = (int32_t)((int64_t)frame->width * height / frame->height);
        frame->height = height;
    }
    frame->width = frame->width > 0 ? frame->width : 1;
    frame->height = frame->height > 0 ? frame->height : 1;
}

static int32_t left_of(const struct style *style, struct flow_area area, int32_t width)
{
    if (style->align == STYLE_CENTRE)
        return area.x + (area.width - width) / 2;
    if (style->align == STYLE_RIGHT)
        return area.x + area.width - width;
    return area.x;
}

/* The height of the slabs after the image. */
static int32_t caption_height(const struct flow_list *list, size_t first)
{
    int32_t height = 0;
    for (size_t i = first; i < list->count; i++)
        height += list->slab[i].size.gap + list->slab[i].size.height;
    return height;
}

struct text_widths flow_image_widths(struct flow_maker *maker, const struct doc_node *node)
{
    const struct style *style = node->style;
    int32_t indents = style->indent_left + style->indent_right, width = node->image->width;
    int32_t least = (width < LEAST_WIDTH ? width : LEAST_WIDTH) + indents;
    struct text_widths widths = {least, least, width + indents};
    return flow_widest(widths, flow_widths(maker, node));
}

void flow_image(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                struct flow_area area)
{
    const struct style *style = node->style;
    if (list->label != NULL)
        flow_label(maker, list);
    struct flow_area inner = flow_indented(style, area);
    size_t at = list->count;
    flow_add(list, SLAB_FIGURE, node, style->space_before);
    list->gap = style->space_after;
    if (node->first != NULL)
        flow_penalty(&list->slab[at], BREAK_NEVER, MESSAGE_REASON_FIGURE_CAPTION);
    flow_blocks(maker, list, node, area);
    struct frame *frame = ARENA_NEW(maker->arena, struct frame, 1);
    *frame = (struct frame){.kind = FRAME_IMAGE,
                            .role = FRAME_CONTENT,
                            .node = node,
                            .width = node->image->width,
                            .height = node->image->height};
    int32_t most = list->in_cell ? maker->body / 100 * CELL_SHARE : maker->body;
    shrink(frame, inner.width, most - caption_height(list, at + 1));
    frame->x = left_of(style, inner, frame->width);
    struct slab *slab = &list->slab[at];
    slab->frame = frame;
    slab->frames = 1;
    slab->size.height = frame->height;
}
