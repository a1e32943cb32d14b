/*
 * docs.h - document trees made by hand, for the tests of page/.
 *
 * Memory:  a docs owns its arena; docs_free gives all back.
 */
#ifndef ITAREPORT_TESTS_DOCS_H
#define ITAREPORT_TESTS_DOCS_H

#include "unit.h"

#include "page/page.h"

struct docs {
    struct doc doc;
    struct doc_node *root;
    struct style body;    /* 16 pt on 22 pt, justified, two lines on either side of a page end */
    struct style heading; /* bold */
    struct style cell;    /* 14 pt on 20 pt, ragged */
    struct style centred;
    struct style item;
    struct style note; /* 14 pt on 18 pt, its number hanging */
    int marks;
};

static struct style docs_style(const char *name, int size, int pitch)
{
    return (struct style){.name = name,
                          .families = "Laksaman",
                          .size = size * PT,
                          .pitch = pitch * PT,
                          .raised_size = 65,
                          .raised_by = 35,
                          .lines_at_foot = 2,
                          .lines_at_head = 2};
}

static struct doc_node *docs_node(struct docs *docs, enum doc_kind kind, const struct style *style)
{
    struct doc_node *node = ARENA_NEW(docs->doc.arena, struct doc_node, 1);
    node->kind = kind;
    node->style = style;
    return node;
}

/* A node as the last child of a parent. */
static struct doc_node *docs_add(struct docs *docs, struct doc_node *parent, enum doc_kind kind,
                                 const struct style *style)
{
    struct doc_node *node = docs_node(docs, kind, style);
    node->parent = parent;
    const struct doc_node **end = &parent->first;
    while (*end != NULL)
        end = &((struct doc_node *)*end)->next;
    *end = node;
    return node;
}

static struct docs *docs_new(void)
{
    struct arena *arena = arena_new();
    struct docs *docs = ARENA_NEW(arena, struct docs, 1);
    docs->doc.arena = arena;
    docs->doc.page = (struct doc_page){595 * PT, 842 * PT, 85 * PT, 57 * PT, 71 * PT, 57 * PT};
    docs->doc.turned = doc_page_turned(&docs->doc.page);
    docs->doc.language = "th";
    docs->doc.thai_digits = true;
    docs->doc.entry_number_width = 40 * PT;
    docs->body = docs_style("body", 16, 22);
    docs->body.align = STYLE_JUSTIFY;
    docs->heading = docs_style("heading", 16, 24);
    docs->heading.bold = true;
    docs->heading.space_before = 10 * PT;
    docs->heading.space_after = 4 * PT;
    docs->cell = docs_style("cell", 14, 20);
    docs->centred = docs_style("centred", 14, 20);
    docs->centred.align = STYLE_CENTRE;
    docs->item = docs_style("item", 16, 22);
    docs->item.indent_left = 40 * PT;
    docs->item.indent_first = -20 * PT;
    docs->note = docs_style("note", 14, 18);
    docs->note.indent_left = 14 * PT;
    docs->note.indent_first = -14 * PT;
    docs->doc.notes = (struct doc_notes){PT / 2, 144 * PT, 0, 8 * PT, 4 * PT};
    docs->root = docs_node(docs, DOC_SECTION, NULL);
    docs->doc.root = docs->root;
    return docs;
}

__attribute__((unused)) static void docs_free(struct docs *docs)
{
    if (docs != NULL)
        arena_free(docs->doc.arena);
}

__attribute__((unused)) static struct doc_text docs_text(struct docs *docs, const char *string)
{
    char *copy = arena_string(docs->doc.arena, string);
    return (struct doc_text){.bytes = copy, .length = strlen(copy)};
}

/* A heading, paragraph, caption or entry with its text. */
static struct doc_node *docs_text_node(struct docs *docs, struct doc_node *parent,
                                       enum doc_kind kind, const struct style *style,
                                       const char *string)
{
    struct doc_node *node = docs_add(docs, parent, kind, style);
    node->text = docs_text(docs, string);
    return node;
}

__attribute__((unused)) static struct doc_node *docs_paragraph(struct docs *docs,
                                                               struct doc_node *parent,
                                                               const struct style *style,
                                                               const char *sentence, int times)
{
    struct buffer text = {0};
    for (int i = 0; i < times; i++)
        buffer_printf(&text, "%s%s", i > 0 ? " " : "", sentence);
    struct doc_node *node = docs_text_node(docs, parent, DOC_PARAGRAPH, style, buffer_text(&text));
    buffer_free(&text);
    return node;
}

__attribute__((unused)) static struct doc_node *
docs_table(struct docs *docs, struct doc_node *parent, size_t columns, size_t header_rows)
{
    struct doc_node *node = docs_add(docs, parent, DOC_TABLE, NULL);
    node->table.columns = columns;
    node->table.column = ARENA_NEW(docs->doc.arena, struct doc_column, columns);
    node->table.header_rows = header_rows;
    node->table.rule = PT / 2;
    node->table.pad_x = 4 * PT;
    node->table.pad_y = 3 * PT;
    return node;
}

__attribute__((unused)) static struct doc_node *docs_row(struct docs *docs, struct doc_node *table)
{
    return docs_add(docs, table, DOC_ROW, &docs->cell);
}

/* A cell with one paragraph (none if the text is NULL). */
__attribute__((unused)) static struct doc_node *
docs_cell(struct docs *docs, struct doc_node *row, size_t row_span, const char *string, int times)
{
    struct doc_node *cell = docs_add(docs, row, DOC_CELL, &docs->cell);
    cell->cell.row_span = row_span;
    cell->cell.column_span = 1;
    if (string != NULL)
        docs_paragraph(docs, cell, &docs->cell, string, times);
    return cell;
}

/* The block that a mark's note belongs to: the table that the text is in, or the text's own. */
__attribute__((unused)) static struct doc_node *docs_note_owner(struct doc_node *text)
{
    for (const struct doc_node *node = text; node != NULL; node = node->parent)
        if (node->kind == DOC_TABLE)
            return (struct doc_node *)node;
    return text;
}

/* Puts a mark at the end of a text, as it is so far, and makes its note, which says a sentence some times. */
__attribute__((unused)) static struct doc_node *docs_mark(struct docs *docs, struct doc_node *node,
                                                          const char *sentence, int times)
{
    struct arena *arena = docs->doc.arena;
    struct doc_node *note = docs_add(docs, docs_note_owner(node), DOC_NOTE, &docs->note);
    char *number = arena_printf(arena, "%d", ++docs->marks);
    struct doc_span *span = ARENA_NEW(arena, struct doc_span, node->text.spans + 1);
    if (node->text.spans > 0)
        memcpy(span, node->text.span, node->text.spans * sizeof *span);
    size_t start = node->text.length;
    node->text.bytes = arena_printf(arena, "%s%s", node->text.bytes, number);
    node->text.length += strlen(number);
    span[node->text.spans++] = (struct doc_span){
        .start = start, .end = node->text.length, .flags = DOC_SUPERSCRIPT, .note = note};
    node->text.span = span;
    note->label = docs_text(docs, number);
    struct doc_span *label = ARENA_NEW(arena, struct doc_span, 1);
    *label = (struct doc_span){.end = note->label.length, .flags = DOC_SUPERSCRIPT};
    note->label.span = label;
    note->label.spans = 1;
    docs_paragraph(docs, note, &docs->cell, sentence, times);
    return note;
}

/* Goes on with a text after a mark. */
__attribute__((unused)) static void docs_more(struct docs *docs, struct doc_node *node,
                                              const char *string)
{
    node->text.bytes = arena_printf(docs->doc.arena, "%s%s", node->text.bytes, string);
    node->text.length += strlen(string);
}

static size_t docs_number(struct docs *docs, struct doc_node *node, size_t next)
{
    if (docs->doc.node != NULL)
        docs->doc.node[next] = node;
    node->id = next++;
    for (const struct doc_node *n = node->first; n != NULL; n = n->next)
        next = docs_number(docs, (struct doc_node *)n, next);
    return next;
}

/* Numbers the nodes; call it last. */
static const struct doc *docs_close(struct docs *docs)
{
    docs->doc.nodes = docs_number(docs, docs->root, 0);
    docs->doc.node = ARENA_NEW(docs->doc.arena, const struct doc_node *, docs->doc.nodes);
    docs_number(docs, docs->root, 0);
    return &docs->doc;
}

#endif
