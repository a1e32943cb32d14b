/*
 * A line is walked from link to link and from language to language by the bytes of its paragraph;
 * glyphs follow in the same order, so a run of bytes is a run of glyphs.
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

/* What has one bracket. */
struct run {
    size_t start, end;  /* bytes of the paragraph */
    size_t first, last; /* glyphs */
    bool is_link;
    size_t span;
    bool is_latin;
};

static struct canvas_text drawn_run(const struct line *line, const struct run *run)
{
    return (struct canvas_text){.glyph = line->glyphs.glyph + run->first,
                                .count = run->last - run->first,
                                .bytes = line->bytes,
                                .bytes_start = line->start,
                                .x = line->frame->x,
                                .y = line->frame->y,
                                .ends_line = run->end == line->end};
}

/* Whether the line shows the text of its node, byte for byte. */
static bool shows_node_text(const struct frame *frame)
{
    return frame->node != NULL && !frame->is_label && !frame->is_page_number &&
           frame->node->kind != DOC_FIGURE && frame->node->kind != DOC_ENTRY;
}

/* Ends a run where the next link begins or, inside one, where it ends. */
static void bound_run(const struct painter *painter, const struct line *line, struct run *run)
{
    const struct doc_node *node = line->frame->node;
    if (painter->structure == NULL || !shows_node_text(line->frame))
        return;
    for (size_t i = doc_span_after(&node->text, run->start); i < node->text.spans; i++) {
        const struct doc_span *span = &node->text.span[i];
        if (span->start >= run->end)
            return;
        if (structure_span_element(painter->structure, node, i) == TAG_NONE)
            continue;
        if (span->start > run->start) {
            run->end = span->start;
        } else {
            run->is_link = true;
            run->span = i;
            if (span->end < run->end)
                run->end = span->end;
        }
        return;
    }
}

/*
 * Ends a run where Latin words begin or, at their start, where they end. A link stays whole; its
 * first words decide.
 */
static void bound_latin(const struct painter *painter, const struct line *line, struct run *run)
{
    if (painter->structure == NULL || line->frame->role != FRAME_CONTENT)
        return;
    struct latin_run latin;
    size_t from = run->start - line->start;
    if (!latin_find(line->bytes, from, run->end - line->start, &latin))
        return;
    run->is_latin = latin.start == from;
    if (!run->is_link)
        run->end = line->start + (run->is_latin ? latin.end : latin.start);
}

static struct run next_run(const struct painter *painter, const struct line *line,
                           const struct run *before)
{
    struct run run = {.start = before->end, .end = line->end, .first = before->last};
    bound_run(painter, line, &run);
    bound_latin(painter, line, &run);
    run.last = run.first;
    while (run.last < line->glyphs.count &&
           (line->glyphs.glyph[run.last].start < run.end || run.end == line->end))
        run.last++;
    return run;
}

static const char *run_text(struct painter *painter, const struct line *line, const struct run *run)
{
    struct arena *arena = structure_arena(painter->structure);
    char *text =
        spoken_text(arena, line->bytes + (run->start - line->start), run->end - run->start);
    if (run->end == line->end && text_line_is_hyphenated(&line->frame->line))
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

/* The bracket of a run; TAG_NONE as element makes it an artifact. */
static struct tag_bracket bracket_of(struct painter *painter, const struct line *line,
                                     const struct run *run)
{
    const struct frame *frame = line->frame;
    struct tag_bracket bracket = {.kind = TAG_ARTIFACT, .element = TAG_NONE};
    if (frame->role == FRAME_CONTENT)
        bracket.element = run->is_link
                              ? structure_span_element(painter->structure, frame->node, run->span)
                              : structure_element(painter->structure, frame);
    bracket.actual_text = run_text(painter, line, run);
    if (bracket.element == TAG_NONE) {
        bracket.artifact = "Pagination";
        bracket.subtype = subtype_of(frame->role);
        return bracket;
    }
    bracket.kind = TAG_TEXT;
    bracket.language = run->is_latin ? "en" : NULL;
    bracket.order = frame->is_page_number ? ORDER_LAST : (int)run->start;
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

/* Records what a click on a run leads to, and says it; NULL: nothing. */
static const struct tag_link *record_link(struct painter *painter, const struct line *line,
                                          const struct run *run)
{
    const struct frame *frame = line->frame;
    struct structure *structure = painter->structure;
    if (frame->role != FRAME_CONTENT || frame->node == NULL || run->first == run->last)
        return NULL;
    const struct text_glyph *first = &line->glyphs.glyph[run->first];
    const struct text_glyph *last = &line->glyphs.glyph[run->last - 1];
    struct canvas_box box =
        click_box(frame, frame->x + first->x, last->x + last->advance - first->x);
    if (frame->is_label && frame->node->kind == DOC_NOTE)
        return structure_link_note(structure, painter->page, frame->node, box);
    if (run->is_link)
        return structure_link_span(structure, painter->page, frame->node, run->span, box);
    if (frame->node->kind == DOC_ENTRY)
        return structure_link_entry(structure, painter->page, frame->node, box);
    if (frame->node->kind == DOC_FIGURE)
        structure_figure_box(structure, painter->page, structure_element(structure, frame), box);
    return NULL;
}

static void draw_run(struct painter *painter, const struct line *line, const struct run *run)
{
    struct canvas_text drawn = drawn_run(line, run);
    if (drawn.count == 0)
        return;
    if (painter->structure != NULL) {
        struct tag_bracket bracket = bracket_of(painter, line, run);
        bracket.link = record_link(painter, line, run);
        painter_open(painter, &bracket);
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
    struct run run = {.end = line.start};
    while (run.end < line.end) {
        run = next_run(painter, &line, &run);
        draw_run(painter, &line, &run);
    }
}

void line_draw_leader(struct painter *painter, const struct frame *frame)
{
    struct line line = line_of(painter, frame);
    struct run whole = {.start = line.start, .end = line.end, .last = line.glyphs.count};
    struct canvas_text drawn = drawn_run(&line, &whole);
    struct tag_bracket bracket = {
        .kind = TAG_ARTIFACT, .element = TAG_NONE, .artifact = "Pagination"};
    if (painter->structure != NULL) {
        bracket.actual_text = run_text(painter, &line, &whole);
        painter_open(painter, &bracket);
    }
    painter->canvas->methods->text(painter->canvas, &drawn);
    painter_close(painter);
}
