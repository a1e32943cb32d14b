/* Cuts a shaped paragraph into lines, places their glyphs, and says what they look like. */
#include <assert.h>
#include <stdlib.h>

#include "text/breaks.h"
#include "text/engine.h"
#include "text/items.h"
#include "text/justify.h"

struct text_widths text_measure(const struct text_shaped *shaped)
{
    struct items items = items_make(shaped, ITEMS_NO_LIMIT);
    struct text_widths widths = {0, 0};
    int32_t line = 0;
    for (size_t i = 0; i < items.count; i++) {
        const struct linebreak_item *item = &items.item[i];
        line += item->width;
        if (item->width > widths.min)
            widths.min = item->width;
        if (line > widths.max)
            widths.max = line;
        line = item->penalty == LINEBREAK_FORCED ? 0 : line + item->space;
    }
    items_free(&items);
    return widths;
}

/* ---- Cutting ---- */

enum { SHOWN_MOST = 60 }; /* characters of a text in a message */

struct cutter {
    const struct text_shaped *shaped;
    const struct text_frame *frame;
    enum text_align align;
    struct diag *diag;
    size_t reported; /* clusters before this one have been reported as broken */
};

static int32_t indent_of(const struct cutter *cutter, size_t number)
{
    return number == 0 ? cutter->frame->first_indent : 0;
}

static int32_t positive(int32_t width)
{
    return width > 0 ? width : 0;
}

/* Reports something about the clusters [first, last). */
static void report(const struct cutter *cutter, size_t first, size_t last, enum diag_code code,
                   int32_t number)
{
    const struct text_shaped *shaped = cutter->shaped;
    struct arena *scratch = arena_new();
    size_t start = shaped->cluster[first].start;
    size_t seen = justify_seen(shaped, first, last);
    bool whole = seen - first <= SHOWN_MOST;
    size_t end = shaped->cluster[whole ? seen : first + SHOWN_MOST].start;
    diag_say(cutter->diag, code, shaped->place,
             arena_printf(scratch, "%.*s%s", (int)(end - start), shaped->bytes + start,
                          whole ? "" : "…"),
             arena_printf(scratch, "%d", (int)number));
    arena_free(scratch);
}

/* Reports a line end that broke what should have stayed whole, once for each whole. */
static void report_end(struct cutter *cutter, const struct text_line *line, int32_t penalty,
                       int32_t room)
{
    size_t first, last;
    if ((penalty < ITEMS_PARTED && !line->overfull) || line->last <= cutter->reported)
        return;
    items_whole(cutter->shaped, line->last > line->first ? line->last - 1 : line->first, &first,
                &last);
    if (penalty >= ITEMS_BROKEN || line->overfull)
        report(cutter, first, last, DIAG_TEXT_WORD_BROKEN, room / 1024);
    else
        report(cutter, first, last, DIAG_TEXT_PARTED, room / 1024);
    cutter->reported = last;
}

/* Sets x and the gaps of a line whose clusters and natural width are known. */
static void place_line(const struct cutter *cutter, struct text_line *line, size_t number)
{
    int32_t indent = indent_of(cutter, number);
    int32_t room = positive(cutter->frame->width - indent);
    line->width = line->natural;
    line->x = indent;
    if (cutter->align == TEXT_CENTRE)
        line->x += (room - line->natural) / 2;
    if (cutter->align == TEXT_RIGHT)
        line->x += room - line->natural;
    if (line->overfull || cutter->align != TEXT_JUSTIFY)
        return;
    if (line->ends_paragraph && line->natural <= room)
        return;
    if (justify_line(line, room) != JUSTIFY_FINE)
        report(cutter, line->first, line->last, DIAG_TEXT_LINE_LOOSE,
               (int32_t)((int64_t)(room - line->natural) * 100 / (line->natural + 1)));
}

/* Measures the clusters of a line. */
static void measure_line(const struct text_shaped *shaped, struct text_line *line)
{
    size_t seen = justify_seen(shaped, line->first, line->last);
    for (size_t i = line->first; i < seen; i++)
        line->natural += shaped->cluster[i].width;
}

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static struct text_lines cut(struct cutter *cutter, struct arena *arena, const struct items *items,
                             const struct linebreak_params *params)
{
    const struct text_shaped *shaped = cutter->shaped;
    struct linebreak_result fit = linebreak_fit(arena, items->item, items->count, params);
    struct text_lines lines = {ARENA_NEW(arena, struct text_line, fit.lines + 1), fit.lines};
    size_t first = 0;
    for (size_t i = 0; i < fit.lines; i++) {
        struct text_line *line = &lines.line[i];
        int32_t penalty = items->item[fit.end[i]].penalty;
        *line =
            (struct text_line){.shaped = shaped,
                               .first = first,
                               .last = items->last[fit.end[i]],
                               .ends_paragraph = i + 1 == fit.lines || penalty == LINEBREAK_FORCED};
        measure_line(shaped, line);
        int32_t room = i == 0 ? params->first : params->rest;
        line->overfull = (params->ragged ? line->natural : justify_least(line)) > room;
        place_line(cutter, line, i);
        report_end(cutter, line, penalty, room);
        first = line->last;
    }
    if (lines.count == 0)
        lines.line[lines.count++] =
            (struct text_line){.shaped = shaped, .x = params->first, .ends_paragraph = true};
    return lines;
}

struct text_lines text_cut(struct text_engine *engine, struct arena *arena,
                           const struct text_shaped *shaped, const struct text_frame *frame,
                           struct diag *diag)
{
    (void)engine;
    struct cutter cutter = {shaped, frame, frame->align, diag, 0};
    if (frame->align == TEXT_JUSTIFY && justify_is_narrow(frame->width))
        cutter.align = TEXT_LEFT;
    struct linebreak_params params = {.first = positive(frame->width - frame->first_indent),
                                      .rest = positive(frame->width),
                                      .runt = positive(frame->first_indent),
                                      .ragged = cutter.align != TEXT_JUSTIFY};
    struct items items = items_make(shaped, least(params.first, params.rest));
    struct text_lines lines = cut(&cutter, arena, &items, &params);
    items_free(&items);
    return lines;
}

/* ---- Glyphs and bytes ---- */

struct text_glyphs text_line_glyphs(const struct text_line *line, struct arena *arena)
{
    const struct text_shaped *shaped = line->shaped;
    size_t from = shaped->cluster[line->first].glyph, to = shaped->cluster[line->last].glyph;
    size_t seen = justify_seen(shaped, line->first, line->last);
    struct text_glyphs glyphs = {ARENA_NEW(arena, struct text_glyph, to - from), to - from};
    struct text_glyph *out = glyphs.glyph;
    int32_t pen = line->x, remainder = line->remainder;
    for (size_t i = line->first; i < line->last; i++) {
        const struct shape_cluster *cluster = &shaped->cluster[i];
        const struct text_span *span = &shaped->span[cluster->span];
        for (size_t g = cluster->glyph; g < cluster[1].glyph; g++) {
            const struct shape_glyph *glyph = &shaped->glyph[g];
            *out++ = (struct text_glyph){.role = glyph->role,
                                         .index = glyph->index,
                                         .face = glyph->face,
                                         .x = pen + glyph->x,
                                         .y = glyph->y,
                                         .advance = glyph->advance,
                                         .start = glyph->start,
                                         .end = glyph->end,
                                         .colour = span->colour,
                                         .mark = span->mark};
        }
        pen += cluster->width;
        if (i + 1 < seen)
            pen += justify_gap(line, i, &remainder);
    }
    assert(out == glyphs.glyph + glyphs.count);
    return glyphs;
}

const char *text_line_bytes(const struct text_line *line, size_t *length)
{
    const struct text_shaped *shaped = line->shaped;
    size_t start = shaped->cluster[line->first].start;
    *length = shaped->cluster[line->last].start - start;
    return shaped->bytes + start;
}

size_t text_line_start(const struct text_line *line)
{
    return line->shaped->cluster[line->first].start;
}

/* ---- Dump ---- */

enum { DUMP_POOR = 100 }; /* line ends from this penalty on are shown as a broken bar */

void text_line_dump(const struct text_line *line, struct buffer *out)
{
    const struct text_shaped *shaped = line->shaped;
    for (size_t i = line->first; i < line->last; i++) {
        const struct shape_cluster *cluster = &shaped->cluster[i];
        if (cluster->flags & SHAPE_FORCED)
            buffer_add_string(out, "↵");
        else
            buffer_add(out, shaped->bytes + cluster->start, cluster->end - cluster->start);
        if (i + 1 < line->last && cluster->penalty != LINEBREAK_NEVER)
            buffer_add_string(out, cluster->penalty >= DUMP_POOR ? "¦" : "|");
    }
    buffer_add_string(out, line->ends_paragraph ? "  [last" : "  [");
    if (!line->ends_paragraph || line->stretch_permille != 0)
        buffer_printf(out, "%s%s%d.%d %%", line->ends_paragraph ? ", " : "",
                      line->stretch_permille < 0 ? "-" : "+", abs((int)line->stretch_permille) / 10,
                      abs((int)line->stretch_permille) % 10);
    if (line->overfull)
        buffer_add_string(out, ", overfull");
    if (!line->ends_paragraph && line->last > line->first) {
        const struct shape_cluster *end = &shaped->cluster[line->last - 1];
        if (end->penalty == LINEBREAK_NEVER)
            buffer_printf(out, ", %s parted",
                          end->flags & SHAPE_WORD ? breaks_rule_id(end->rule) : "L17");
        else if (end->penalty > 0)
            buffer_printf(out, ", %s %d", breaks_rule_id(end->rule), (int)end->penalty);
    }
    buffer_add_string(out, "]\n");
}
