/*
 * Text dumps of the flow and of the pages: one line a slab or a frame, lengths in points with two
 * decimals, made for reading in a diff.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "page/flow.h"

enum { FIRST_WORDS = 72 }; /* bytes of a slab's text shown, at least */

/* 1/1024 pt as points with two decimals, rounded, right-aligned in 8 columns. */
static void add_points(struct buffer *out, int64_t length)
{
    struct buffer text = {0};
    decimal_add_two(&text, decimal_hundredths(length));
    buffer_printf(out, " %8s", buffer_text(&text));
    buffer_free(&text);
}

/* A line's text; forced line ends show as ⏎, and no space trails. */
static void add_text(struct buffer *out, const struct text_line *line, size_t most)
{
    size_t length = 0;
    const char *bytes = text_line_bytes(line, &length);
    while (length > 0 && bytes[length - 1] == ' ')
        length--;
    size_t end = length;
    if (end > most) {
        end = most;
        while (end < length && ((unsigned char)bytes[end] & 0xC0) == 0x80)
            end++;
    }
    for (size_t i = 0; i < end; i++) {
        if (bytes[i] == '\n')
            buffer_add_string(out, "⏎");
        else if (bytes[i] == '\xE2' && end - i > 2 && memcmp(bytes + i, "\u2028", 3) == 0) {
            buffer_add_string(out, "⏎");
            i += 2;
        } else
            buffer_add_char(out, bytes[i]);
    }
    if (end < length)
        buffer_add_string(out, "…");
}

static void add_penalty(struct buffer *out, const struct slab *slab)
{
    if (slab->size.penalty == BREAK_FORCED)
        buffer_printf(out, " %9s", "forced");
    else if (slab->size.penalty >= BREAK_NEVER)
        buffer_printf(out, " %9s", "never");
    else
        buffer_printf(out, " %9d", (int)slab->size.penalty);
}

static void dump_line_slab(const struct slab *slab, struct buffer *out)
{
    for (size_t i = 0; i < slab->frames; i++) {
        const struct frame *frame = &slab->frame[i];
        if (frame->kind == FRAME_IMAGE)
            buffer_printf(out, " [%s]", frame->node->image->name);
        if (frame->kind != FRAME_LINE || frame->is_page_number)
            continue;
        buffer_add_char(out, ' ');
        add_text(out, &frame->line, FIRST_WORDS);
    }
}

/* The first words that a slice shows of every cell. */
static void dump_slice(const struct slab *slab, struct buffer *out)
{
    const struct flow_table *table = slab->table;
    const struct flow_row *row = &table->row[slab->row];
    buffer_printf(out, " row %zu.%zu", slab->row + 1, slab->slice + 1);
    for (size_t i = row->first_cell; i < row->first_cell + row->cells; i++) {
        const struct flow_cell *cell = &table->cell[i];
        buffer_add_string(out, " |");
        for (size_t j = 0; j < cell->strips; j++) {
            if (cell->whole ? slab->slice > 0 || j > 0 : cell->slice[j] != slab->slice)
                continue;
            dump_line_slab(&cell->strip[j], out);
        }
    }
}

static void dump_slab(const struct slab *slab, const char *kind, struct buffer *out)
{
    buffer_printf(out, "%-6s", kind);
    add_points(out, slab->size.gap);
    add_points(out, slab->size.height);
    add_points(out, slab->size.head);
    add_points(out, slab->size.foot);
    add_penalty(out, slab);
    buffer_add_char(out, ' ');
    if (slab->kind == SLAB_SLICE)
        dump_slice(slab, out);
    else
        dump_line_slab(slab, out);
    if (slab->size.notes > 0)
        buffer_printf(out, " [%zu lines of notes]", slab->size.notes);
    if (slab->reason != NO_REASON)
        buffer_printf(out, " (%s)", diag_phrase(slab->reason, DIAG_ENGLISH));
    buffer_add_char(out, '\n');
}

void page_dump_flow(const struct pages *pages, struct buffer *out)
{
    const struct flow *flow = pages->flow;
    const char *const kind[] = {"line", "slice", "figure", "space"};
    buffer_printf(out, "flow %zu slabs, body", flow->count);
    add_points(out, flow->body);
    buffer_add_string(out, "\nkind        gap   height     head     foot   penalty  text\n");
    for (size_t i = 0; i < flow->count; i++)
        dump_slab(&flow->slab[i], kind[flow->slab[i].kind], out);
    for (size_t i = 0; i < flow->notes; i++)
        dump_slab(&flow->note[i], "note", out);
}

static void dump_frame(const struct frame *frame, struct buffer *out)
{
    const char *const kind[] = {"line", "rule", "hatch", "stroke", "dashes", "image", "leader"};
    const char *const role[] = {"content",    "repeat",    "furniture",
                                "decoration", "watermark", "stamp"};
    bool is_text = frame->kind == FRAME_LINE;
    const char *name = frame->is_label         ? "label"
                       : frame->is_page_number ? "number"
                                               : kind[frame->kind];
    buffer_printf(out, "%-6s %-10s", name, role[frame->role]);
    add_points(out, frame->x + (is_text ? frame->line.x : 0));
    add_points(out, frame->y);
    add_points(out, is_text ? frame->line.width : frame->width);
    add_points(out, frame->height);
    if (is_text) {
        buffer_add_string(out, "  ");
        add_text(out, &frame->line, SIZE_MAX);
    }
    if (frame->kind == FRAME_IMAGE)
        buffer_printf(out, "  %s", frame->node->image->name);
    buffer_add_char(out, '\n');
}

void page_dump(const struct pages *pages, struct buffer *out)
{
    buffer_printf(out, "pages %zu\n", pages->count);
    for (size_t i = 0; i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        buffer_printf(out, "\npage %zu (%s; room", page->number,
                      diag_phrase(page->break_reason, DIAG_ENGLISH));
        add_points(out, page->room);
        buffer_printf(out, ")%s\n", page->paper != &pages->doc->page ? " landscape" : "");
        for (size_t j = 0; j < page->frames; j++)
            dump_frame(&page->frame[j], out);
    }
}

void page_dump_lines(const struct pages *pages, struct buffer *out)
{
    for (size_t i = 0; i < pages->count; i++)
        for (size_t j = 0; j < pages->page[i].frames; j++) {
            const struct frame *frame = &pages->page[i].frame[j];
            if (frame->kind != FRAME_LINE || frame->role != FRAME_CONTENT || frame->is_label ||
                frame->is_page_number)
                continue;
            text_line_dump(&frame->line, out);
            if (out->length > 0 && out->bytes[out->length - 1] != '\n')
                buffer_add_char(out, '\n');
        }
}
