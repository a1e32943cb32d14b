/*
 * Notes are set like items of a list: a number and blocks. Those of a block wait in a list of their own, line by line,
 * until page_break.c has chosen on which page each of them is; the slab of the line with a note's mark says how many
 * they are. Those of a table follow its last row.
 */
#include "page/flow_make.h"

static bool is_note(const struct doc_node *node)
{
    return node->kind == DOC_NOTE;
}

/* The lines of one note of a block; they are as wide as the page's text. */
static size_t add_lines(struct flow_maker *maker, const struct doc_node *note)
{
    struct flow_list *list = &maker->notes;
    const struct doc_page *paper = maker->paper;
    size_t first = list->count;
    list->in_cell = true; /* what is too long for a page may not be in a note */
    flow_item(maker, list, note,
              (struct flow_area){paper->left, paper->width - paper->left - paper->right});
    for (size_t i = first; i < list->count; i++)
        list->slab[i].begins_note = i == first;
    if (list->count > first) /* after its last line it is parted from nothing */
        list->slab[list->count - 1].size.penalty = 0;
    return list->count - first;
}

static bool has_byte(const struct slab *slab, size_t byte)
{
    const struct text_line *line = &slab->frame[slab->frames - 1].line;
    size_t length, start = text_line_start(line);
    text_line_bytes(line, &length);
    return byte < start + length;
}

/* The line of a text that a byte is in, from `first` on. */
static struct slab *line_of(struct slab *slab, size_t lines, size_t *first, size_t byte)
{
    while (*first + 1 < lines && !has_byte(&slab[*first], byte))
        ++*first;
    return &slab[*first];
}

void flow_notes(struct flow_maker *maker, const struct doc_node *node, struct slab *slab,
                size_t lines)
{
    const struct doc_node *note = node->first;
    size_t line = 0;
    for (size_t i = 0; i < node->text.spans && note != NULL; i++) {
        if (node->text.span[i].note != note)
            continue;
        line_of(slab, lines, &line, node->text.span[i].start)->size.notes += add_lines(maker, note);
        note = note->next;
    }
}

void flow_table_notes(struct flow_maker *maker, struct flow_list *list,
                      const struct doc_node *table, struct flow_area area)
{
    size_t first = list->count;
    for (const struct doc_node *note = table->first; note != NULL; note = note->next) {
        if (!is_note(note))
            continue;
        if (list->count == first)
            list->gap += maker->doc->notes.space_after;
        flow_item(maker, list, note, area);
    }
    if (list->count == first)
        return;
    flow_keep(maker, list->slab, first, list->count, COST_SHORT_TABLE, MESSAGE_REASON_TABLE_NOTES);
    flow_penalty(&list->slab[first - 1], BREAK_NEVER, MESSAGE_REASON_TABLE_NOTES);
}
