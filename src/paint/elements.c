/*
 * Every kind of node has a short function that adds its elements and goes on to its children.
 * Elements are added in reading order, parents first, as tags.h wants them.
 */
#include "paint/elements.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "paint/heads.h"
#include "paint/spoken.h"

static void add_block(struct elements *elements, const struct doc_node *node, int parent,
                      int order);

static int add(struct elements *elements, const char *role, int parent, int order)
{
    elements->element =
        memory_room(elements->element, elements->count, &elements->room, sizeof *elements->element);
    elements->element[elements->count] =
        (struct tag_element){.role = role, .parent = parent, .order = order};
    return (int)elements->count++;
}

/* The Link of a span, or NONE where it leads nowhere; the mark of a note is a reference, too. */
static int add_link(struct elements *elements, const struct doc_span *span, int parent)
{
    int order = (int)span->start;
    if (span->note != NULL && elements->leads[span->note->id])
        return add(elements, "Link", add(elements, "Reference", parent, order), 0);
    if (span->link != NULL || (span->target != NULL && elements->leads[span->target->id]))
        return add(elements, "Link", parent, order);
    return TAG_NONE;
}

/* Makes an element the holder of a block's text, with a Link below it for every link. */
static void hold_text(struct elements *elements, const struct doc_node *node, int element)
{
    elements->text[node->id] = element;
    elements->link[node->id] = ARENA_NEW(elements->arena, int, node->text.spans);
    for (size_t i = 0; i < node->text.spans; i++)
        elements->link[node->id][i] = add_link(elements, &node->text.span[i], element);
}

static void add_notes(struct elements *elements, const struct doc_node *owner, int parent,
                      int order);

static void add_children(struct elements *elements, const struct doc_node *node, int parent)
{
    int order = 0;
    for (const struct doc_node *child = node->first; child != NULL; child = child->next)
        add_block(elements, child, parent, order++);
}

/* The only block with content among the children, if it is a paragraph. */
static const struct doc_node *lone_paragraph(const struct elements *elements,
                                             const struct doc_node *node)
{
    const struct doc_node *lone = NULL;
    for (const struct doc_node *child = node->first; child != NULL; child = child->next) {
        if (!elements->has_content[child->id])
            continue;
        if (lone != NULL || child->kind != DOC_PARAGRAPH)
            return NULL;
        lone = child;
    }
    return lone;
}

/* The blocks of a cell or an item's body. */
static void add_body(struct elements *elements, const struct doc_node *node, int body)
{
    const struct doc_node *lone = lone_paragraph(elements, node);
    if (lone == NULL) {
        add_children(elements, node, body);
        return;
    }
    hold_text(elements, lone, body);
    add_notes(elements, lone, body, ORDER_LAST);
}

static void add_note(struct elements *elements, const struct doc_node *node, int parent, int order)
{
    int note = add(elements, "Note", parent, order);
    elements->element[note].id = arena_printf(elements->arena, "n%zu", node->id);
    if (node->label.length > 0) {
        int label = add(elements, "Lbl", note, -1);
        if (elements->is_marked[node->id])
            label = add(elements, "Link", label, 0);
        elements->label[node->id] = label;
    }
    add_body(elements, node, note);
}

/* Those of a text or a table, after it; those of a figure's caption, too. */
static void add_notes(struct elements *elements, const struct doc_node *owner, int parent,
                      int order)
{
    for (const struct doc_node *child = owner->first; child != NULL; child = child->next) {
        if (child->kind == DOC_NOTE && elements->has_content[child->id])
            add_note(elements, child, parent, order);
        else if (owner->kind == DOC_FIGURE)
            add_notes(elements, child, parent, order);
    }
}

/* How labels count: by digits, by letters, or not at all. */
static const char *list_numbering(const struct doc_node *list)
{
    for (const struct doc_node *item = list->first; item != NULL; item = item->next) {
        bool letter = false;
        for (size_t at = 0; at < item->label.length;) {
            char32_t c = utf8_next(item->label.bytes, item->label.length, &at);
            if (utf8_is_digit(c))
                return "Decimal";
            letter = letter || utf8_is_thai(c) || (c >= 'a' && c <= 'z');
        }
        if (item->label.length > 0)
            return letter ? "LowerAlpha" : "Disc";
    }
    return "None";
}

static void add_item(struct elements *elements, const struct doc_node *node, int list, int order)
{
    int item = add(elements, "LI", list, order);
    if (node->label.length > 0)
        elements->label[node->id] = add(elements, "Lbl", item, 0);
    add_body(elements, node, add(elements, "LBody", item, 1));
}

static void add_list(struct elements *elements, const struct doc_node *node, int parent, int order)
{
    int list = add(elements, "L", parent, order);
    elements->element[list].list_numbering = list_numbering(node);
    int at = 0;
    for (const struct doc_node *item = node->first; item != NULL; item = item->next)
        if (item->kind == DOC_ITEM && elements->has_content[item->id])
            add_item(elements, item, list, at++);
}

static void add_cell(struct elements *elements, const struct doc_node *node, int row, int order,
                     bool in_head)
{
    bool heads = in_head || node->cell.header;
    int cell = add(elements, heads ? "TH" : "TD", row, order);
    struct tag_element *element = &elements->element[cell];
    element->row_span = node->cell.row_span;
    element->column_span = node->cell.column_span;
    if (heads) {
        element->scope = in_head ? "Column" : "Row";
        element->id = arena_printf(elements->arena, "c%zu", node->id);
    }
    elements->text[node->id] = cell;
    add_body(elements, node, cell);
}

static void add_row(struct elements *elements, const struct doc_node *node, int part, int order,
                    bool in_head)
{
    int row = add(elements, "TR", part, order);
    int at = 0;
    for (const struct doc_node *cell = node->first; cell != NULL; cell = cell->next)
        add_cell(elements, cell, row, at++, in_head);
}

/* Rows in THead, then in TBody; a caption comes first. */
static void add_table(struct elements *elements, const struct doc_node *node, int parent, int order)
{
    int table = add(elements, "Table", parent, order);
    int part = TAG_NONE;
    size_t row = 0;
    int at = 0;
    for (const struct doc_node *child = node->first; child != NULL; child = child->next) {
        if (child->kind == DOC_NOTE)
            continue;
        if (child->kind != DOC_ROW) {
            add_block(elements, child, table, at++);
            continue;
        }
        bool in_head = row < node->table.header_rows;
        if (row == 0 || row == node->table.header_rows)
            part = add(elements, in_head ? "THead" : "TBody", table, at++);
        add_row(elements, child, part, (int)row++, in_head);
    }
    heads_assign(elements, node);
}

static void add_figure(struct elements *elements, const struct doc_node *node, int parent,
                       int order)
{
    int figure = add(elements, "Figure", parent, order);
    if (node->alt != NULL)
        elements->element[figure].alt = spoken_text(elements->arena, node->alt, strlen(node->alt));
    elements->text[node->id] = figure;
    add_children(elements, node, figure);
}

/* An entry's text and page number are one link. */
static void add_entry(struct elements *elements, const struct doc_node *node, int contents,
                      int order)
{
    int holder = add(elements, "Reference", add(elements, "TOCI", contents, order), 0);
    if (node->target != NULL && elements->leads[node->target->id])
        holder = add(elements, "Link", holder, 0);
    elements->text[node->id] = holder;
}

static void add_contents(struct elements *elements, const struct doc_node *node, int parent,
                         int order)
{
    int contents = add(elements, "TOC", parent, order);
    int at = 0;
    for (const struct doc_node *entry = node->first; entry != NULL; entry = entry->next)
        if (entry->kind == DOC_ENTRY && elements->has_content[entry->id])
            add_entry(elements, entry, contents, at++);
}

static const char *heading_role(int level)
{
    static const char *const ROLE[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    assert(level >= 1);
    return ROLE[level <= 6 ? level - 1 : 5];
}

static void add_kind(struct elements *elements, const struct doc_node *node, int parent, int order)
{
    switch (node->kind) {
    case DOC_SECTION:
        add_children(elements, node, add(elements, "Sect", parent, order));
        break;
    case DOC_HEADING:
        hold_text(elements, node, add(elements, heading_role(node->level), parent, order));
        break;
    case DOC_PARAGRAPH:
        hold_text(elements, node, add(elements, "P", parent, order));
        break;
    case DOC_CAPTION:
        hold_text(elements, node, add(elements, "Caption", parent, order + 1));
        break;
    case DOC_LIST:
        add_list(elements, node, parent, order);
        break;
    case DOC_TABLE:
        add_table(elements, node, parent, order);
        break;
    case DOC_FIGURE:
        add_figure(elements, node, parent, order);
        break;
    case DOC_CONTENTS:
        add_contents(elements, node, parent, order);
        break;
    case DOC_ITEM:
    case DOC_ROW:
    case DOC_CELL:
    case DOC_ENTRY:
    case DOC_NOTE:
        assert(false && "a part outside its whole");
        break;
    case DOC_SPACE:
    case DOC_PAGE_BREAK:
        break;
    }
}

static void add_block(struct elements *elements, const struct doc_node *node, int parent, int order)
{
    bool has_notes = node->kind == DOC_PARAGRAPH || node->kind == DOC_HEADING ||
                     node->kind == DOC_TABLE || node->kind == DOC_FIGURE;
    if (elements->has_content[node->id])
        add_kind(elements, node, parent, order);
    if (has_notes)
        add_notes(elements, node, parent, order);
}

static int *nodes_array(struct elements *elements, const struct doc *doc)
{
    int *array = ARENA_NEW(elements->arena, int, doc->nodes);
    for (size_t i = 0; i < doc->nodes; i++)
        array[i] = TAG_NONE;
    return array;
}

void elements_make(struct elements *elements, const struct doc *doc)
{
    elements->text = nodes_array(elements, doc);
    elements->label = nodes_array(elements, doc);
    elements->link = ARENA_NEW(elements->arena, int *, doc->nodes);
    add_children(elements, doc->root, add(elements, "Document", TAG_NONE, 0));
}
