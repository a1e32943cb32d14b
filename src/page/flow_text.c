/*
 * Makes slabs of text: a paragraph is shaped once (a cell's paragraphs before the columns' widths
 * are known), cut once, and every line becomes a slab as high as the style's pitch, the font's
 * ascent and descent centred in it.  An item's label hangs on the first line of its text.
 */
#include <assert.h>
#include <string.h>

#include "base/length.h"
#include "page/flow_make.h"

enum {
    NUMBER_ROOM = 2, /* sizes of the type: three digits and a gap, where the layout says none */
    LABEL_GAP = 4    /* at least size / 4 between a label and its text */
};

static int32_t percent_of(int32_t length, int32_t percent)
{
    return (int32_t)((int64_t)length * percent / 100);
}

static struct text_font font_of(const struct style *style, unsigned flags)
{
    int32_t size = style->size;
    if ((flags & DOC_SUPERSCRIPT) != 0 && style->raised_size > 0)
        size = percent_of(size, style->raised_size);
    return (struct text_font){style->families, size, style->bold || (flags & DOC_BOLD) != 0,
                              style->italic || (flags & DOC_ITALIC) != 0};
}

int32_t flow_baseline(struct flow_maker *maker, const struct style *style)
{
    struct text_font font = font_of(style, 0);
    struct text_extents extents = text_extents(maker->engine, &font);
    return (style->pitch - extents.ascent - extents.descent) / 2 + extents.ascent;
}

static size_t add_span(struct text_span *span, size_t count, size_t end, const struct style *style,
                       const struct doc_span *mark)
{
    size_t start = count > 0 ? span[count - 1].end : 0;
    if (end <= start)
        return count;
    unsigned flags = mark != NULL ? mark->flags : 0;
    span[count] = (struct text_span){start, end, font_of(style, flags), .colour = style->colour,
                                     .mark = mark};
    if ((flags & DOC_SUPERSCRIPT) != 0)
        span[count].rise = percent_of(style->size, style->raised_by);
    return count + 1;
}

static struct text_shaped *shape(struct flow_maker *maker, const struct doc_text *text,
                                 const struct style *style)
{
    assert(style != NULL);
    struct text_span *span = ARENA_NEW(maker->arena, struct text_span, 2 * text->spans + 1);
    size_t spans = 0;
    for (size_t i = 0; i < text->spans; i++) {
        spans = add_span(span, spans, text->span[i].start, style, NULL);
        spans = add_span(span, spans, text->span[i].end, style, &text->span[i]);
    }
    spans = add_span(span, spans, text->length, style, NULL);
    struct text_input input = {text->bytes, text->length, span, spans, text->place};
    if (spans == 0) { /* an empty text still has a font */
        span[0] = (struct text_span){.font = font_of(style, 0), .colour = style->colour};
        input.spans = 1;
    }
    return text_shape(maker->engine, maker->arena, &input, maker->diag);
}

static struct text_shaped *shape_text(struct flow_maker *maker, const struct doc_node *node)
{
    if (maker->text[node->id] == NULL)
        maker->text[node->id] = shape(maker, &node->text, node->style);
    return maker->text[node->id];
}

static struct text_shaped *shape_label(struct flow_maker *maker, const struct doc_node *node)
{
    if (maker->label[node->id] == NULL)
        maker->label[node->id] = shape(maker, &node->label, node->style);
    return maker->label[node->id];
}

struct text_shaped *flow_shape_string(struct flow_maker *maker, const char *string,
                                      const struct style *style, struct place place)
{
    struct doc_text text = {.bytes = string, .length = strlen(string), .place = place};
    return shape(maker, &text, style);
}

struct text_shaped *flow_shape_words(struct flow_maker *maker, const struct doc_text *text,
                                     const struct style *style)
{
    struct doc_text words = {.bytes = text->bytes, .length = text->length, .place = text->place};
    return shape(maker, &words, style);
}

struct text_line flow_one_line(struct flow_maker *maker, const struct text_shaped *shaped)
{
    struct text_frame frame = {text_measure(shaped).max + PT, 0, TEXT_LEFT};
    return text_cut(maker->engine, maker->arena, shaped, &frame, maker->diag).line[0];
}

static enum text_align align_of(const struct style *style)
{
    switch (style->align) {
    case STYLE_CENTRE:
        return TEXT_CENTRE;
    case STYLE_RIGHT:
        return TEXT_RIGHT;
    case STYLE_JUSTIFY:
        return TEXT_JUSTIFY;
    case STYLE_LEFT:
        break;
    }
    return TEXT_LEFT;
}

/* A slab for a line, with room for some more frames beside it. */
static struct slab *add_line(struct flow_maker *maker, struct flow_list *list,
                             const struct doc_node *node, int32_t space_before)
{
    enum { MOST_FRAMES = 3 }; /* a label and a line; or a line, a leader and a page number */
    struct slab *slab = flow_add(list, SLAB_LINE, node, space_before);
    slab->size.height = node->style->pitch;
    slab->frame = ARENA_NEW(maker->arena, struct frame, MOST_FRAMES);
    return slab;
}

static struct frame *add_frame(struct slab *slab, enum frame_kind kind, int32_t x, int32_t width,
                               int32_t baseline)
{
    struct frame *frame = &slab->frame[slab->frames++];
    *frame = (struct frame){.kind = kind,
                            .role = FRAME_CONTENT,
                            .x = x,
                            .y = baseline,
                            .width = width,
                            .height = slab->size.height,
                            .node = slab->node};
    return frame;
}

static void add_label(struct flow_list *list, struct slab *slab, struct text_line line,
                      int32_t baseline)
{
    struct frame *frame = add_frame(slab, FRAME_LINE, list->label_x, line.natural, baseline);
    frame->node = list->label;
    frame->is_label = true;
    frame->text = &list->label->label;
    frame->line = line;
    list->label = NULL;
}

void flow_label(struct flow_maker *maker, struct flow_list *list)
{
    const struct doc_node *item = list->label;
    struct text_line line = flow_one_line(maker, shape_label(maker, item));
    struct slab *slab = add_line(maker, list, item, 0);
    add_label(list, slab, line, flow_baseline(maker, item->style));
}

static void penalties(const struct style *style, struct slab *slab, size_t lines, bool stays)
{
    for (size_t i = 0; i + 1 < lines; i++) {
        int64_t before = (int64_t)i + 1, after = (int64_t)(lines - 1 - i);
        if (style->keep_together)
            flow_penalty(&slab[i], BREAK_NEVER, MESSAGE_REASON_PARAGRAPH_WHOLE);
        else if (before < style->lines_at_foot)
            flow_penalty(&slab[i], BREAK_NEVER, MESSAGE_REASON_LINES_AT_FOOT);
        else if (after < style->lines_at_head)
            flow_penalty(&slab[i], BREAK_NEVER, MESSAGE_REASON_LINES_AT_HEAD);
        else
            flow_penalty(&slab[i], COST_PARAGRAPH, MESSAGE_REASON_IN_PARAGRAPH);
        if (text_line_is_hyphenated(&slab[i].frame[slab[i].frames - 1].line))
            flow_penalty(&slab[i], COST_HYPHEN, MESSAGE_REASON_IN_WORD);
    }
    if (stays)
        flow_penalty(&slab[lines - 1], BREAK_NEVER, MESSAGE_REASON_WITH_NEXT);
}

/* Cuts a text into slabs; an item's label that waits hangs on the first. */
static size_t add_lines(struct flow_maker *maker, struct flow_list *list,
                        const struct doc_node *node, struct flow_area area)
{
    const struct style *style = node->style;
    const struct text_shaped *shaped = shape_text(maker, node);
    struct text_frame measure = {area.width > PT ? area.width : PT, style->indent_first,
                                 align_of(style)};
    struct text_line label = {0};
    if (list->label != NULL) {
        label = flow_one_line(maker, shape_label(maker, list->label));
        int32_t right = list->label_x + label.natural + list->label->style->size / LABEL_GAP;
        if (right - area.x > measure.first_indent)
            measure.first_indent = right - area.x;
    }
    struct text_lines lines = text_cut(maker->engine, maker->arena, shaped, &measure, maker->diag);
    int32_t baseline = flow_baseline(maker, style);
    for (size_t i = 0; i < lines.count; i++) {
        struct slab *slab = add_line(maker, list, node, i == 0 ? style->space_before : 0);
        if (list->label != NULL)
            add_label(list, slab, label, baseline);
        struct frame *frame = add_frame(slab, FRAME_LINE, area.x, measure.width, baseline);
        frame->line = lines.line[i];
        frame->text = &node->text;
    }
    list->gap = style->space_after;
    if (node->first != NULL)
        flow_notes(maker, node, &list->slab[list->count - lines.count], lines.count);
    return lines.count;
}

struct flow_area flow_indented(const struct style *style, struct flow_area area)
{
    return (struct flow_area){area.x + style->indent_left,
                              area.width - style->indent_left - style->indent_right};
}

void flow_paragraph(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                    struct flow_area area)
{
    size_t count = add_lines(maker, list, node, flow_indented(node->style, area));
    bool stays = node->kind == DOC_HEADING || node->style->keep_with_next;
    penalties(node->style, &list->slab[list->count - count], count, stays);
}

/* Dots, right-aligned so that they are in columns over all entries. */
static void add_leader(struct flow_maker *maker, struct slab *slab, int32_t left, int32_t right)
{
    const struct style *style = slab->node->style;
    struct place place = slab->node->text.place;
    int32_t dot = text_measure(flow_shape_string(maker, ".", style, place)).max;
    int32_t dots = dot > 0 ? (right - left) / dot : 0;
    if (dots <= 0)
        return;
    char *string = ARENA_NEW(maker->arena, char, (size_t)dots + 1);
    memset(string, '.', (size_t)dots);
    struct text_line line = flow_one_line(maker, flow_shape_string(maker, string, style, place));
    int32_t x = right - line.natural;
    struct frame *frame =
        add_frame(slab, FRAME_LEADER, x, line.natural, flow_baseline(maker, style));
    frame->line = line;
    frame->colour = style->colour;
}

/* The page number has its own room, so it changes no line; page.c fills it in. */
void flow_entry(struct flow_maker *maker, struct flow_list *list, const struct doc_node *node,
                struct flow_area area)
{
    const struct style *style = node->style;
    int32_t room = maker->doc->entry_number_width;
    if (room == 0)
        room = NUMBER_ROOM * style->size;
    struct flow_area outer = flow_indented(style, area);
    struct flow_area inner = {outer.x, outer.width - room};
    size_t count = add_lines(maker, list, node, inner);
    struct slab *slab = &list->slab[list->count - count];
    penalties(style, slab, count, style->keep_with_next);
    slab += count - 1;
    const struct text_line *last = &slab->frame[slab->frames - 1].line;
    int32_t left = inner.x + last->x + last->width + style->size / LABEL_GAP;
    int32_t right = inner.x + inner.width;
    add_leader(maker, slab, left, right);
    struct frame *number = add_frame(slab, FRAME_LINE, right, room, flow_baseline(maker, style));
    number->is_page_number = true;
}

struct text_widths flow_widest(struct text_widths a, struct text_widths b)
{
    return (struct text_widths){a.min > b.min ? a.min : b.min,
                                a.whole > b.whole ? a.whole : b.whole,
                                a.max > b.max ? a.max : b.max};
}

static struct text_widths wider(struct text_widths widths, int32_t by)
{
    return (struct text_widths){widths.min + by, widths.whole + by, widths.max + by};
}

/* Inner widths of an item and the room its label takes from them. */
static struct text_widths item_widths(struct flow_maker *maker, const struct doc_node *node)
{
    const struct style *style = node->style;
    struct text_widths inner = flow_widths(maker, node);
    int32_t left = style->indent_left;
    if (node->label.length > 0) {
        int32_t label = text_measure(shape_label(maker, node)).max;
        int32_t right = left + style->indent_first + label + style->size / LABEL_GAP;
        left = right > left ? right : left;
    }
    return wider(inner, left + style->indent_right);
}

static struct text_widths paragraph_widths(struct flow_maker *maker, const struct doc_node *node)
{
    const struct style *style = node->style;
    int32_t first = style->indent_first > 0 ? style->indent_first : 0;
    return wider(text_measure(shape_text(maker, node)),
                 style->indent_left + style->indent_right + first);
}

struct text_widths flow_widths(struct flow_maker *maker, const struct doc_node *parent)
{
    struct text_widths widths = {0, 0, 0};
    for (const struct doc_node *node = parent->first; node != NULL; node = node->next) {
        if (node->kind == DOC_SECTION || node->kind == DOC_LIST)
            widths = flow_widest(widths, flow_widths(maker, node));
        else if (node->kind == DOC_ITEM)
            widths = flow_widest(widths, item_widths(maker, node));
        else if (node->kind == DOC_FIGURE && node->image != NULL)
            widths = flow_widest(widths, flow_image_widths(maker, node));
        else if (node->kind == DOC_HEADING || node->kind == DOC_PARAGRAPH ||
                 node->kind == DOC_CAPTION)
            widths = flow_widest(widths, paragraph_widths(maker, node));
    }
    return widths;
}
