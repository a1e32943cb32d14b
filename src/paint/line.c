/*
 * A line is walked from link to link and from language to language by the bytes of its paragraph; glyphs follow in the same
 * order, so a piece of text is a piece of the glyphs.
 */
#include "paint/line.h"

#include "paint/elements.h"
#include "paint/latin.h"
#include "paint/spoken.h"

struct line {
    const struct frame *frame;
    struct text_glyphs glyphs;
    const char *bytes;
    size_t start, end; /* in the paragraph */
};

struct piece {
    size_t start, end;  /* bytes of the paragraph */
    size_t first, last; /* glyphs */
    bool is_link;
    size_t span;
    bool is_latin;
};

static struct canvas_text drawn_piece(const struct line *line, const struct piece *piece)
{
    return (struct canvas_text){.glyph = line->glyphs.glyph + piece->first,
                                .count = piece->last - piece->first,
                                .bytes = line->bytes,
                                .bytes_start = line->start,
                                .x = line->frame->x,
                                .y = line->frame->y,
                                .ends_line = piece->end == line->end};
}

/* Whether the line shows the text of its node, byte for byte. */
static bool shows_node_text(const struct frame *frame)
{
    return frame->node != NULL && !frame->is_label && !frame->is_page_number &&
           frame->node->kind != DOC_FIGURE && frame->node->kind != DOC_ENTRY;
}

/* Ends a piece where the next link begins or, inside one, where it ends. */
static void bound_piece(const struct painter *painter, const struct line *line, struct piece *piece)
{
    const struct doc_node *node = line->frame->node;
    if (painter->structure == NULL || !shows_node_text(line->frame))
        return;
    for (size_t i = 0; i < node->text.spans; i++) {
        const struct doc_span *span = &node->text.span[i];
        if (span->end <= piece->start || span->start >= piece->end ||
            structure_span_element(painter->structure, node, i) == TAG_NONE)
            continue;
        if (span->start > piece->start) {
            piece->end = span->start;
        } else {
            piece->is_link = true;
            piece->span = i;
            if (span->end < piece->end)
                piece->end = span->end;
        }
        return;
    }
}

/*
 * Ends a piece where Latin words begin or, at their start, where they end. A link stays whole; its
 * first words decide.
 */
static void part_latin(const struct painter *painter, const struct line *line, struct piece *piece)
{
    if (painter->structure == NULL || line->frame->role != FRAME_CONTENT)
        return;
    struct latin_run run;
    size_t from = piece->start - line->start;
    if (!latin_find(line->bytes, from, piece->end - line->start, &run))
        return;
    piece->is_latin = run.start == from;
    if (!piece->is_link)
        piece->end = line->start + (piece->is_latin ? run.end : run.start);
}

static struct piece next_piece(const struct painter *painter, const struct line *line,
                               const struct piece *before)
{
    struct piece piece = {.start = before->end, .end = line->end, .first = before->last};
    bound_piece(painter, line, &piece);
    part_latin(painter, line, &piece);
    piece.last = piece.first;
    while (piece.last < line->glyphs.count &&
           (line->glyphs.glyph[piece.last].start < piece.end || piece.end == line->end))
        piece.last++;
    return piece;
}

static const char *piece_text(struct painter *painter, const struct line *line,
                              const struct piece *piece)
{
    struct arena *arena = structure_arena(painter->structure);
    char *text =
        spoken_text(arena, line->bytes + (piece->start - line->start), piece->end - piece->start);
    if (piece->end == line->end && text_line_is_hyphenated(&line->frame->line))
        return arena_printf(arena, "%s%s", text, SPOKEN_HYPHEN);
    /* The number of an entry of the contents follows its text without a space of its own. */
    return line->frame->is_page_number ? arena_printf(arena, " %s", text) : text;
}

/* What kind of pagination a frame is, where PDF has a name for it. */
static const char *subtype_of(enum frame_role role)
{
    switch (role) {
    case FRAME_WATERMARK:
        return "Watermark";
    case FRAME_STAMP:
        return "Footer";
    case FRAME_CONTENT:
    case FRAME_REPEAT:
    case FRAME_FURNITURE:
    case FRAME_DECORATION:
        break;
    }
    return NULL;
}

/* The bracket of a piece; TAG_NONE as element makes it an artifact. */
static struct tag_bracket bracket_of(struct painter *painter, const struct line *line,
                                     const struct piece *piece)
{
    const struct frame *frame = line->frame;
    struct tag_bracket bracket = {.kind = TAG_ARTIFACT, .element = TAG_NONE};
    if (frame->role == FRAME_CONTENT)
        bracket.element = piece->is_link
                              ? structure_span_element(painter->structure, frame->node, piece->span)
                              : structure_element(painter->structure, frame);
    bracket.actual_text = piece_text(painter, line, piece);
    if (bracket.element == TAG_NONE) {
        bracket.artifact = "Pagination";
        bracket.subtype = subtype_of(frame->role);
        return bracket;
    }
    bracket.kind = TAG_TEXT;
    bracket.language = piece->is_latin ? "en" : NULL;
    bracket.order = frame->is_page_number ? ORDER_LAST : (int)piece->start;
    if (frame->node->kind == DOC_FIGURE)
        bracket.order = 0;
    return bracket;
}

/* The box a click should hit: as high as the lines are apart, mostly above the baseline. */
static struct canvas_box click_box(const struct frame *frame, int32_t x, int32_t width)
{
    int32_t pitch = frame->node->style != NULL ? frame->node->style->pitch : frame->height;
    return (struct canvas_box){x, frame->y - pitch / 4 * 3, width, pitch};
}

static void record_link(struct painter *painter, const struct line *line, const struct piece *piece)
{
    const struct frame *frame = line->frame;
    if (frame->role != FRAME_CONTENT || frame->node == NULL || piece->first == piece->last)
        return;
    const struct text_glyph *first = &line->glyphs.glyph[piece->first];
    const struct text_glyph *last = &line->glyphs.glyph[piece->last - 1];
    struct canvas_box box =
        click_box(frame, frame->x + first->x, last->x + last->advance - first->x);
    if (piece->is_link)
        structure_link_span(painter->structure, painter->page, frame->node, piece->span, box);
    else if (frame->node->kind == DOC_ENTRY)
        structure_link_entry(painter->structure, painter->page, frame->node, box);
    else if (frame->node->kind == DOC_FIGURE)
        structure_figure_box(painter->structure, painter->page,
                             structure_element(painter->structure, frame), box);
}

static void draw_piece(struct painter *painter, const struct line *line, const struct piece *piece)
{
    struct canvas_text drawn = drawn_piece(line, piece);
    if (drawn.count == 0)
        return;
    if (painter->structure != NULL) {
        struct tag_bracket bracket = bracket_of(painter, line, piece);
        painter_open(painter, &bracket);
        record_link(painter, line, piece);
    }
    painter->canvas->methods->text(painter->canvas, &drawn);
    painter_close(painter);
}

static struct line line_of(struct painter *painter, const struct frame *frame)
{
    struct line line = {.frame = frame};
    size_t length = 0;
    line.glyphs = text_line_glyphs(&frame->line, painter->scratch);
    line.bytes = text_line_bytes(&frame->line, &length);
    line.start = text_line_start(&frame->line);
    line.end = line.start + length;
    return line;
}

void line_draw(struct painter *painter, const struct frame *frame)
{
    struct line line = line_of(painter, frame);
    struct piece piece = {.end = line.start};
    while (piece.end < line.end) {
        piece = next_piece(painter, &line, &piece);
        draw_piece(painter, &line, &piece);
    }
}

void line_draw_leader(struct painter *painter, const struct frame *frame)
{
    struct line line = line_of(painter, frame);
    struct piece whole = {.start = line.start, .end = line.end, .last = line.glyphs.count};
    struct canvas_text drawn = drawn_piece(&line, &whole);
    struct tag_bracket bracket = {
        .kind = TAG_ARTIFACT, .element = TAG_NONE, .artifact = "Pagination"};
    if (painter->structure != NULL) {
        bracket.actual_text = piece_text(painter, &line, &whole);
        painter_open(painter, &bracket);
    }
    painter->canvas->methods->text(painter->canvas, &drawn);
    painter_close(painter);
}
