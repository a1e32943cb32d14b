/* Cuts a shaped paragraph into lines, places their glyphs, and dumps them as text. */
#include <assert.h>
#include <stdlib.h>

#include "base/length.h"
#include "text/breaks.h"
#include "text/engine.h"
#include "text/items.h"
#include "text/justify.h"
#include "text/rules.h"

static int32_t most(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* What a ragged line pays for ending after an item, where that is not what any line pays; or 0. */
static int32_t ragged_penalty(const struct text_shaped *shaped, const struct items *items, size_t i)
{
    const struct shape_cluster *end = &shaped->cluster[items->last[i] - 1];
    return items->item[i].penalty == end->penalty ? rules_ragged(end->rule) : 0;
}

/* Whether a column should be so wide that no line ends after an item. */
static bool is_kept_whole(const struct text_shaped *shaped, const struct items *items, size_t i)
{
    const struct shape_cluster *end = &shaped->cluster[items->last[i] - 1];
    return items->item[i].penalty == end->penalty && rules_keeps_whole(end->rule);
}

struct text_widths text_measure(const struct text_shaped *shaped)
{
    struct items items = items_make(shaped, ITEMS_NO_LIMIT, ITEMS_RAGGED);
    struct text_widths widths = {0, 0, 0};
    int32_t line = 0, whole = 0;
    for (size_t i = 0; i < items.count; i++) {
        const struct linebreak_item *item = &items.item[i];
        line += item->width;
        whole += item->width;
        widths.min = most(widths.min, item->width);
        widths.whole = most(widths.whole, whole);
        widths.max = most(widths.max, line);
        line = item->penalty == LINEBREAK_FORCED ? 0 : line + item->space;
        whole = is_kept_whole(shaped, &items, i) ? whole + item->space : 0;
    }
    items_free(&items);
    return widths;
}

/* ---- Cutting ---- */

enum {
    SHOWN_MOST = 60, /* characters of a text in a message */
    POOR_END = 500,  /* a line end that hurts a rule so much is worth closing up for */
    RAGGED_RUNT = 4, /* in headings and cells a last line shorter than a quarter is a runt */
};

struct cutter {
    struct arena *arena;
    const struct text_frame *frame;
    enum text_align align;
    struct linebreak_params params;
    struct diag *diag;
    size_t reported; /* clusters before this one have been reported as broken */
};

static int32_t positive(int32_t width)
{
    return width > 0 ? width : 0;
}

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* Sets x and the gaps of a line whose clusters and natural width are known. */
static void place_line(const struct cutter *cutter, struct text_line *line, bool first)
{
    int32_t indent = first ? cutter->frame->first_indent : 0;
    int32_t room = first ? cutter->params.first : cutter->params.rest;
    line->overfull =
        (cutter->params.ragged ? line->natural : justify_least(line, cutter->params.need)) > room;
    line->width = line->natural;
    line->x = indent;
    if (cutter->align == TEXT_CENTRE)
        line->x += (room - line->natural) / 2;
    if (cutter->align == TEXT_RIGHT)
        line->x += room - line->natural;
    bool ragged = cutter->params.ragged || (line->ends_paragraph && line->natural <= room);
    if (!line->overfull && !ragged)
        line->loose = justify_line(line, room, cutter->params.need) != JUSTIFY_FINE;
}

/* Measures the clusters of a line. */
static void measure_line(struct text_line *line)
{
    size_t seen = justify_seen(line->shaped, line->first, line->last);
    for (size_t i = line->first; i < seen; i++)
        line->natural += line->shaped->cluster[i].width;
    const struct shape_glyph *hyphen = shape_hyphen(line->shaped, line->first, line->last);
    line->natural += hyphen != NULL ? hyphen->advance : 0;
}

static void take_ragged_penalties(const struct text_shaped *shaped, struct items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        int32_t penalty = ragged_penalty(shaped, items, i);
        if (penalty > 0)
            items->item[i].penalty = penalty;
    }
}

static enum items_open opening(const struct linebreak_params *params)
{
    if (params->ragged)
        return ITEMS_RAGGED;
    return params->need == LINEBREAK_IN_DISTRESS ? ITEMS_IN_DISTRESS : ITEMS_AS_THEY_ARE;
}

/* The best lines of a paragraph. */
static struct text_lines fit_lines(const struct cutter *cutter, const struct text_shaped *shaped)
{
    const struct linebreak_params *params = &cutter->params;
    struct items items = items_make(shaped, least(params->first, params->rest), opening(params));
    if (params->ragged)
        take_ragged_penalties(shaped, &items);
    struct linebreak_result fit = linebreak_fit(cutter->arena, items.item, items.count, params);
    struct text_lines lines = {ARENA_NEW(cutter->arena, struct text_line, fit.lines + 1),
                               fit.lines};
    size_t first = 0;
    for (size_t i = 0; i < fit.lines; i++) {
        struct text_line *line = &lines.line[i];
        bool forced = items.item[fit.end[i]].penalty == LINEBREAK_FORCED;
        *line = (struct text_line){.shaped = shaped,
                                   .first = first,
                                   .last = items.last[fit.end[i]],
                                   .ends_paragraph = i + 1 == fit.lines || forced};
        measure_line(line);
        place_line(cutter, line, i == 0);
        first = line->last;
    }
    if (lines.count == 0)
        lines.line[lines.count++] = (struct text_line){
            .shaped = shaped, .x = cutter->frame->first_indent, .ends_paragraph = true};
    items_free(&items);
    return lines;
}

/* What the end of a line costs, as items.c has it. */
static int32_t end_penalty(const struct cutter *cutter, const struct text_line *line)
{
    if (line->ends_paragraph || line->last == line->first)
        return 0;
    const struct shape_cluster *end = &line->shaped->cluster[line->last - 1];
    if (end->penalty != LINEBREAK_NEVER)
        return end->penalty;
    if ((end->flags & SHAPE_WORD) && cutter->params.ragged && rules_parts_ragged(end->rule))
        return rules_ragged(end->rule);
    if ((end->flags & SHAPE_WORD) && !cutter->params.ragged && rules_parts_rarely(end->rule))
        return ITEMS_RARELY;
    return end->flags & SHAPE_WORD ? ITEMS_PARTED : ITEMS_BROKEN;
}

/* Whether some line is loose, too wide, or ends where that costs `dear` or more. */
static bool is_poor(const struct cutter *cutter, const struct text_lines *lines, int32_t dear)
{
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->line[i];
        if (line->overfull || line->loose || line->stretch_permille >= LINEBREAK_POOR ||
            end_penalty(cutter, line) >= dear)
            return true;
    }
    return false;
}

/* A message and the number in it. */
struct finding {
    enum diag_code code;
    int32_t number;
};

/* Reports something about the clusters [first, last). */
static void report(const struct cutter *cutter, const struct text_shaped *shaped, size_t first,
                   size_t last, const struct finding *finding)
{
    struct arena *scratch = arena_new();
    size_t start = shaped->cluster[first].start;
    size_t seen = justify_seen(shaped, first, last);
    bool whole = seen - first <= SHOWN_MOST;
    size_t end = shaped->cluster[whole ? seen : first + SHOWN_MOST].start;
    diag_say(cutter->diag, finding->code, shaped->place,
             arena_printf(scratch, "%.*s%s", (int)(end - start), shaped->bytes + start,
                          whole ? "" : "…"),
             arena_printf(scratch, "%d", (int)finding->number));
    arena_free(scratch);
}

/* Reports a line end that broke what should have stayed whole, once for each whole. */
static void report_end(struct cutter *cutter, const struct text_line *line, int32_t room)
{
    int32_t penalty = end_penalty(cutter, line);
    if ((penalty < ITEMS_RARELY && !line->overfull) || line->last <= cutter->reported)
        return;
    size_t first, last;
    items_whole(line->shaped, line->last > line->first ? line->last - 1 : line->first, &first,
                &last);
    bool broken = penalty >= ITEMS_BROKEN || line->overfull;
    report(cutter, line->shaped, first, last,
           &(struct finding){broken ? MESSAGE_TEXT_WORD_BROKEN : MESSAGE_TEXT_PARTED, room / PT});
    cutter->reported = last;
}

static void report_lines(struct cutter *cutter, const struct text_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->line[i];
        int32_t room = i == 0 ? cutter->params.first : cutter->params.rest;
        int64_t slack = (int64_t)room - line->natural;
        if (line->loose)
            report(cutter, line->shaped, line->first, line->last,
                   &(struct finding){MESSAGE_TEXT_LINE_LOOSE,
                                     (int32_t)(slack * 100 / (line->natural + 1))});
        report_end(cutter, line, room);
    }
}

/* As it is; where that is poor, with lines closed up; where that is, too, with words parted, and then with letters seen. */
static struct text_lines best_lines(struct cutter *cutter, struct text_engine *engine,
                                    const struct text_shaped *shaped)
{
    struct text_lines lines = fit_lines(cutter, shaped);
    if (!cutter->params.ragged && is_poor(cutter, &lines, POOR_END)) {
        cutter->params.need = LINEBREAK_IN_NEED;
        lines = fit_lines(cutter, shaped);
    }
    if (!is_poor(cutter, &lines, ITEMS_BROKEN))
        return lines;
    const struct text_shaped *parted = hyphens_add(engine, cutter->arena, shaped, cutter->diag);
    if (parted != shaped)
        lines = fit_lines(cutter, parted);
    if (cutter->params.ragged || !is_poor(cutter, &lines, LINEBREAK_NEVER))
        return lines;
    cutter->params.need = LINEBREAK_IN_DISTRESS;
    return fit_lines(cutter, parted);
}

struct text_lines text_cut(struct text_engine *engine, struct arena *arena,
                           const struct text_shaped *shaped, const struct text_frame *frame,
                           struct diag *diag)
{
    struct cutter cutter = {.arena = arena, .frame = frame, .align = frame->align, .diag = diag};
    if (frame->align == TEXT_JUSTIFY && justify_is_narrow(frame->width))
        cutter.align = TEXT_LEFT;
    bool ragged = cutter.align != TEXT_JUSTIFY;
    cutter.params = (struct linebreak_params){
        .first = positive(frame->width - frame->first_indent),
        .rest = positive(frame->width),
        .runt = positive(ragged ? frame->width / RAGGED_RUNT : frame->first_indent),
        .ragged = ragged};
    struct text_lines lines = best_lines(&cutter, engine, shaped);
    report_lines(&cutter, &lines);
    return lines;
}

/* ---- Glyphs and bytes ---- */

/* One glyph of a cluster whose origin is at x. */
static struct text_glyph glyph_at(const struct shape_glyph *glyph, const struct text_span *span,
                                  int32_t x, int32_t wider)
{
    return (struct text_glyph){.role = glyph->role,
                               .index = glyph->index,
                               .face = glyph->face,
                               .x = x + justify_widened(glyph->x, wider),
                               .y = glyph->y - span->rise,
                               .advance = justify_widened(glyph->advance, wider),
                               .wider = wider,
                               .start = glyph->start,
                               .end = glyph->end,
                               .colour = span->colour,
                               .mark = span->mark};
}

struct text_glyphs text_line_glyphs(const struct text_line *line, struct arena *arena)
{
    const struct text_shaped *shaped = line->shaped;
    size_t from = shaped->cluster[line->first].glyph, to = shaped->cluster[line->last].glyph;
    size_t seen = justify_seen(shaped, line->first, line->last);
    const struct shape_glyph *hyphen = shape_hyphen(shaped, line->first, line->last);
    size_t count = to - from + (hyphen != NULL);
    struct text_glyphs glyphs = {ARENA_NEW(arena, struct text_glyph, count), count};
    struct text_glyph *out = glyphs.glyph;
    int32_t width = 0, gaps = line->x, remainder = line->remainder;
    int32_t pen = gaps;
    for (size_t i = line->first; i < line->last; i++) {
        const struct shape_cluster *cluster = &shaped->cluster[i];
        const struct text_span *span = &shaped->span[cluster->span];
        for (size_t g = cluster->glyph; g < cluster[1].glyph; g++)
            *out++ = glyph_at(&shaped->glyph[g], span, pen, line->wider);
        width += cluster->width;
        if (i + 1 < seen || hyphen != NULL)
            gaps += justify_gap(line, i, &remainder);
        pen = gaps + justify_widened(width, line->wider);
    }
    if (hyphen != NULL) {
        const struct shape_cluster *end = &shaped->cluster[line->last - 1];
        *out = glyph_at(hyphen, &shaped->span[end->span], pen, line->wider);
        out->start = out->end = end->end;
        out++;
    }
    assert(out == glyphs.glyph + glyphs.count);
    return glyphs;
}

bool text_line_is_hyphenated(const struct text_line *line)
{
    return shape_hyphen(line->shaped, line->first, line->last) != NULL;
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
    if (text_line_is_hyphenated(line))
        buffer_add_string(out, "¬");
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
