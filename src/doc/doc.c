/*
 * Frees the document, and dumps it: one line a node, two spaces a level, texts in quotes
 * with their spans marked.
 */
#include "doc/doc.h"

#include <inttypes.h>
#include <string.h>

#include "base/decimal.h"

void doc_free(struct doc *doc)
{
    if (doc != NULL)
        arena_free(doc->arena);
}

bool doc_numbers_settled(const struct doc *doc)
{
    if (!doc->asks_numbers && !doc->asks_pages)
        return true;
    for (size_t i = 0; i < doc->references; i++)
        if (!doc->reference[i].number_right)
            return false;
    return true;
}

struct place doc_text_own_place(const struct doc_text *text)
{
    return text->traces > 0 && text->block.source != NULL ? text->block : text->place;
}

size_t doc_span_after(const struct doc_text *text, size_t byte)
{
    size_t low = 0, high = text->spans;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->span[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct doc_page doc_page_turned(const struct doc_page *page)
{
    return (struct doc_page){.width = page->height,
                             .height = page->width,
                             .left = page->bottom,
                             .right = page->top,
                             .top = page->left,
                             .bottom = page->right};
}

static const char *const kind_names[] = {
    "section", "heading", "paragraph", "list",  "item", "table", "row",       "cell",
    "figure",  "caption", "contents",  "entry", "note", "space", "page-break"};

static const char *const orientation_names[] = {"", " portrait", " landscape"};

static const char *const align_names[] = {"left", "centre", "right", "justify"};

/* A length in points with the digits it takes, at most two. */
static void dump_length(struct buffer *out, const char *name, int32_t length)
{
    if (length == 0)
        return;
    buffer_printf(out, " %s=", name);
    decimal_add_two_or_none(out, decimal_hundredths(length));
    buffer_add_string(out, "pt");
}

static void dump_bytes(struct buffer *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n')
            buffer_add_string(out, "\\n");
        else
            buffer_add_char(out, bytes[i]);
    }
}

static void dump_span_start(struct buffer *out, const struct doc_span *span)
{
    buffer_add_string(out, "<");
    buffer_add_string(out, (span->flags & DOC_BOLD) != 0 ? "b" : "");
    buffer_add_string(out, (span->flags & DOC_ITALIC) != 0 ? "i" : "");
    buffer_add_string(out, (span->flags & DOC_SUPERSCRIPT) != 0 ? "^" : "");
    if (span->link != NULL)
        buffer_printf(out, " %s", span->link);
    if (span->target != NULL)
        buffer_printf(out, " #%zu", span->target->id);
    if (span->note != NULL)
        buffer_printf(out, " note #%zu", span->note->id);
    buffer_add_string(out, ">");
}

static void dump_text(struct buffer *out, const struct doc_text *text)
{
    size_t at = 0;
    buffer_add_string(out, " \"");
    for (size_t i = 0; i < text->spans; i++) {
        const struct doc_span *span = &text->span[i];
        dump_bytes(out, text->bytes + at, span->start - at);
        dump_span_start(out, span);
        dump_bytes(out, text->bytes + span->start, span->end - span->start);
        buffer_add_string(out, "</>");
        at = span->end;
    }
    dump_bytes(out, text->bytes + at, text->length - at);
    buffer_add_string(out, "\"");
}

static void dump_table(struct buffer *out, const struct doc_table *table)
{
    buffer_printf(out, " columns=%zu header=%zu", table->columns, table->header_rows);
    for (size_t i = 0; i < table->columns; i++) {
        if (table->column[i].width > 0)
            dump_length(out, "width", table->column[i].width);
        else
            buffer_printf(out, " share=%d", (int)table->column[i].share);
        buffer_add_string(out, table->column[i].decimal ? " decimal" : "");
    }
    dump_length(out, "rule", table->rule);
    buffer_add_string(out, table->keep_whole ? " keep" : "");
}

static void dump_cell(struct buffer *out, const struct doc_cell *cell)
{
    static const char *const valigns[] = {"", " middle", " bottom"};
    if (cell->row_span > 1)
        buffer_printf(out, " rows=%zu", cell->row_span);
    if (cell->column_span > 1)
        buffer_printf(out, " columns=%zu", cell->column_span);
    buffer_add_string(out, cell->header ? " header" : "");
    buffer_add_string(out, valigns[cell->valign]);
    if (cell->has_fill)
        buffer_printf(out, " fill=#%06" PRIx32, cell->fill);
}

static void dump_chart(struct buffer *out, const struct doc_node *node, int depth)
{
    const struct doc_chart *chart = &node->chart;
    static const char *const kinds[DOC_CHARTS] = {"", " lines", " columns"};
    buffer_add_string(out, kinds[chart->kind]);
    buffer_printf(out, " scale=%" PRId64 "..%" PRId64 "/%" PRId64, chart->low, chart->high,
                  chart->step);
    if (chart->is_broken)
        buffer_add_string(out, " broken");
    if (chart->has_target)
        buffer_printf(out, " target=%" PRId64 " \"%s\"", chart->target, chart->target_label.bytes);
    if (node->alt != NULL)
        buffer_printf(out, " alt=\"%s\"", node->alt);
    for (size_t i = 0; i < chart->series_count; i++)
        buffer_printf(out, "\n%*sseries \"%s\" #%06" PRIx32, depth * 2 + 2, "",
                      chart->series[i].name.bytes, chart->series[i].colour);
    for (size_t i = 0; i < chart->bars; i++) {
        const struct doc_bar *bar = &chart->bar[i];
        buffer_printf(out, "\n%*sbar", depth * 2 + 2, "");
        dump_text(out, &bar->label);
        buffer_printf(out, " %" PRId64 " \"%s\"%s", bar->value, bar->shown.bytes,
                      bar->marked ? " marked" : "");
    }
}

static void dump_image(struct buffer *out, const struct doc_node *node)
{
    const struct doc_image *image = node->image;
    int places = image->file.format == IMAGE_SVG ? 2 : 0;
    buffer_printf(out, " image \"%s\" ", image->name);
    decimal_add(out, image_across(&image->file), places);
    buffer_add_char(out, 'x');
    decimal_add(out, image_down(&image->file), places);
    dump_length(out, "width", image->width);
    dump_length(out, "height", image->height);
    buffer_printf(out, " alt=\"%s\"", node->alt);
}

static void dump_details(struct buffer *out, const struct doc_node *node, int depth)
{
    if (node->kind == DOC_TABLE)
        dump_table(out, &node->table);
    else if (node->kind == DOC_ROW)
        buffer_add_string(out, node->row.group ? " group" : "");
    else if (node->kind == DOC_CELL)
        dump_cell(out, &node->cell);
    else if (node->kind == DOC_FIGURE && node->image != NULL)
        dump_image(out, node);
    else if (node->kind == DOC_FIGURE)
        dump_chart(out, node, depth);
    else if (node->kind == DOC_SECTION)
        buffer_printf(out, "%s%s%s%s", node->page_start ? " page-start" : "",
                      orientation_names[node->orientation], node->keep_whole ? " keep" : "",
                      node->with_previous ? " with-previous" : "");
    else if (node->kind == DOC_SPACE)
        buffer_add_string(out, node->fixed ? " fixed" : "");
}

static void dump_node(struct buffer *out, const struct doc_node *node, int depth)
{
    buffer_printf(out, "%*s%s", depth * 2, "", kind_names[node->kind]);
    if (node->level > 0)
        buffer_printf(out, " %d", node->level);
    if (node->kind == DOC_HEADING || node->kind == DOC_NOTE || node->title.bytes != NULL)
        buffer_printf(out, " #%zu", node->id);
    if (node->style != NULL)
        buffer_printf(out, " .%s", node->style->name);
    dump_length(out, "height", node->height);
    dump_details(out, node, depth);
    if (node->label.bytes != NULL)
        dump_text(out, &node->label);
    if (node->text.bytes != NULL)
        dump_text(out, &node->text);
    if (node->target != NULL)
        buffer_printf(out, " → #%zu", node->target->id);
    buffer_add_char(out, '\n');
    for (const struct doc_node *child = node->first; child != NULL; child = child->next)
        dump_node(out, child, depth + 1);
}

static void dump_style(struct buffer *out, const struct style *style)
{
    buffer_printf(out, "style %s %s", style->name, align_names[style->align]);
    dump_length(out, "size", style->size);
    dump_length(out, "pitch", style->pitch);
    dump_length(out, "first", style->indent_first);
    dump_length(out, "left", style->indent_left);
    dump_length(out, "right", style->indent_right);
    dump_length(out, "before", style->space_before);
    dump_length(out, "after", style->space_after);
    buffer_printf(out, "%s%s%s%s \"%s\"\n", style->bold ? " bold" : "",
                  style->italic ? " italic" : "", style->keep_with_next ? " with-next" : "",
                  style->keep_together ? " together" : "", style->families);
}

/* Each style once, at its first use in reading order. */
static void dump_styles(struct buffer *out, const struct doc *doc)
{
    for (size_t i = 0; i < doc->nodes; i++) {
        const struct style *style = doc->node[i]->style;
        bool seen = style == NULL;
        for (size_t j = 0; j < i && !seen; j++)
            seen = doc->node[j]->style == style;
        if (!seen)
            dump_style(out, style);
    }
}

void doc_dump(const struct doc *doc, struct buffer *out)
{
    buffer_add_string(out, "page");
    dump_length(out, "width", doc->page.width);
    dump_length(out, "height", doc->page.height);
    dump_length(out, "left", doc->page.left);
    dump_length(out, "right", doc->page.right);
    dump_length(out, "top", doc->page.top);
    dump_length(out, "bottom", doc->page.bottom);
    buffer_printf(out, "\ntitle \"%s\"\nauthor \"%s\"\nsubject \"%s\"\nlanguage %s\n", doc->title,
                  doc->author, doc->subject, doc->language);
    if (!doc->hyphenate)
        buffer_add_string(out, "hyphenate no\n");
    dump_styles(out, doc);
    dump_node(out, doc->root, 0);
}
