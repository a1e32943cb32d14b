/*
 * Elements come first (elements.c); brackets are kept per page as they are opened, links and boxes
 * as they are met. structure_tags only lists them and makes the outline.
 */
#include "paint/structure.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "paint/elements.h"
#include "paint/spoken.h"

struct page_record {
    struct tag_bracket *bracket;
    size_t count, room;
};

/* Where the mark of a note is. */
struct mark {
    int page;
    int32_t y;
};

struct structure {
    struct arena *arena;
    const struct pages *pages;
    size_t first, count; /* painted pages: the first, counting from 0, and how many */
    struct elements elements;
    struct mark *mark; /* by node id of a note whose mark is painted */
    struct page_record *page;
    struct tag_link *link;
    size_t links, link_room;
    struct tag_outline *outline;
    size_t outlines, outline_room;
};

/* What a node is part of. A note is a part of what its block is in, for the block may be on another page. */
static const struct doc_node *whole_of(const struct doc_node *node)
{
    const struct doc_node *whole = node->parent;
    if (node->kind != DOC_NOTE || whole->kind == DOC_TABLE)
        return whole;
    bool in_figure = whole->kind == DOC_CAPTION && whole->parent->kind == DOC_FIGURE;
    return in_figure ? whole->parent->parent : whole->parent;
}

/* Marks a node and all that it is part of as having content. */
static void mark_content(bool *has_content, const struct doc_node *node)
{
    for (; node != NULL && !has_content[node->id]; node = whole_of(node))
        has_content[node->id] = true;
}

/* The page of a node among the painted ones, or TAG_NONE. */
static int painted_page(const struct structure *structure, const struct doc_node *node)
{
    size_t page = structure->pages->node_page[node->id];
    if (page < structure->first + 1 || page > structure->first + structure->count)
        return TAG_NONE;
    return (int)(page - 1 - structure->first);
}

/* Keeps where the first marks of notes are, of those in a line of text. */
static void find_marks(struct structure *structure, int page, const struct frame *frame)
{
    const struct doc_text *text = &frame->node->text;
    if (frame->kind != FRAME_LINE || frame->is_label || text->spans == 0)
        return;
    size_t length, start = text_line_start(&frame->line);
    text_line_bytes(&frame->line, &length);
    for (size_t i = doc_span_after(text, start); i < text->spans; i++) {
        const struct doc_span *span = &text->span[i];
        if (span->start >= start + length)
            return;
        if (span->note == NULL || structure->elements.is_marked[span->note->id])
            continue;
        structure->elements.is_marked[span->note->id] = true;
        structure->mark[span->note->id] = (struct mark){page, frame->y - frame->node->style->size};
    }
}

static void scan_page(struct structure *structure, int number, const struct page *page)
{
    for (size_t i = 0; i < page->frames; i++) {
        const struct frame *frame = &page->frame[i];
        if (frame->role != FRAME_CONTENT || frame->node == NULL)
            continue;
        mark_content(structure->elements.has_content, frame->node);
        find_marks(structure, number, frame);
    }
}

static void scan_pages(struct structure *structure)
{
    const struct doc *doc = structure->pages->doc;
    struct elements *elements = &structure->elements;
    elements->has_content = ARENA_NEW(structure->arena, bool, doc->nodes);
    elements->leads = ARENA_NEW(structure->arena, bool, doc->nodes);
    elements->is_marked = ARENA_NEW(structure->arena, bool, doc->nodes);
    structure->mark = ARENA_NEW(structure->arena, struct mark, doc->nodes);
    for (size_t i = 0; i < structure->count; i++)
        scan_page(structure, (int)i, &structure->pages->page[structure->first + i]);
    for (size_t i = 0; i < doc->nodes; i++)
        elements->leads[i] = painted_page(structure, doc->node[i]) != TAG_NONE;
}

struct structure *structure_new(const struct pages *pages, size_t first, size_t last)
{
    assert(first >= 1 && first <= last && last <= pages->count);
    struct structure *structure = memory_zeroed(1, sizeof *structure);
    structure->arena = arena_new();
    structure->pages = pages;
    structure->first = first - 1;
    structure->count = last - first + 1;
    structure->page = memory_zeroed(structure->count, sizeof *structure->page);
    structure->elements.arena = structure->arena;
    scan_pages(structure);
    elements_make(&structure->elements, pages->doc);
    return structure;
}

void structure_free(struct structure *structure)
{
    if (structure == NULL)
        return;
    for (size_t i = 0; i < structure->count; i++)
        free(structure->page[i].bracket);
    free(structure->page);
    free(structure->elements.element);
    free(structure->link);
    free(structure->outline);
    arena_free(structure->arena);
    free(structure);
}

struct arena *structure_arena(struct structure *structure)
{
    return structure->arena;
}

/* ---- Elements of frames and spans ---- */

int structure_element(const struct structure *structure, const struct frame *frame)
{
    const struct doc_node *node = frame->node;
    if (node == NULL)
        return TAG_NONE;
    if (frame->is_label) {
        while (node != NULL && node->kind != DOC_ITEM && node->kind != DOC_NOTE)
            node = node->parent;
        return node != NULL ? structure->elements.label[node->id] : TAG_NONE;
    }
    return structure->elements.text[node->id];
}

int structure_span_element(const struct structure *structure, const struct doc_node *node,
                           size_t span)
{
    const int *link = structure->elements.link[node->id];
    return link != NULL ? link[span] : TAG_NONE;
}

/* ---- Recording ---- */

void structure_bracket(struct structure *structure, size_t page, const struct tag_bracket *bracket)
{
    struct page_record *record = &structure->page[page];
    record->bracket =
        memory_room(record->bracket, record->count, &record->room, sizeof *record->bracket);
    record->bracket[record->count] = *bracket;
    record->bracket[record->count++].link = NULL; /* it held while the bracket was opened */
}

const struct tag_element *structure_elements(const struct structure *structure)
{
    return structure->elements.element;
}

/* The smallest box that holds both. */
static struct canvas_box box_union(struct canvas_box a, struct canvas_box b)
{
    int32_t right = a.x + a.width > b.x + b.width ? a.x + a.width : b.x + b.width;
    int32_t below = a.y + a.height > b.y + b.height ? a.y + a.height : b.y + b.height;
    struct canvas_box box = {.x = a.x < b.x ? a.x : b.x, .y = a.y < b.y ? a.y : b.y};
    box.width = right - box.x;
    box.height = below - box.y;
    return box;
}

static void set_box(struct tag_link *link, struct canvas_box box)
{
    link->x = box.x;
    link->y = box.y;
    link->width = box.width;
    link->height = box.height;
}

static struct tag_link *link_add(struct structure *structure, size_t page, int element)
{
    structure->link = memory_room(structure->link, structure->links, &structure->link_room,
                                  sizeof *structure->link);
    struct tag_link *link = &structure->link[structure->links++];
    *link = (struct tag_link){.page = (int)page, .element = element};
    return link;
}

static void link_target(const struct structure *structure, struct tag_link *link,
                        const struct doc_node *target)
{
    link->target_page = painted_page(structure, target);
    link->target_y = structure->pages->node_y[target->id];
    assert(link->target_page != TAG_NONE);
}

const struct tag_link *structure_link_entry(struct structure *structure, size_t page,
                                            const struct doc_node *entry, struct canvas_box box)
{
    if (entry->target == NULL || !structure->elements.leads[entry->target->id])
        return NULL;
    int element = structure->elements.text[entry->id];
    struct tag_link *last = structure->links > 0 ? &structure->link[structure->links - 1] : NULL;
    if (last != NULL && last->element == element && last->page == (int)page) {
        struct canvas_box so_far = {last->x, last->y, last->width, last->height};
        set_box(last, box_union(so_far, box));
        return last;
    }
    struct tag_link *link = link_add(structure, page, element);
    link->contents = spoken_text(structure->arena, entry->text.bytes, entry->text.length);
    link_target(structure, link, entry->target);
    set_box(link, box);
    return link;
}

static const char *address(struct arena *arena, const char *link)
{
    struct buffer uri = {0};
    escape_uri(&uri, link);
    const char *text = arena_string(arena, buffer_text(&uri));
    buffer_free(&uri);
    return text;
}

const struct tag_link *structure_link_span(struct structure *structure, size_t page,
                                           const struct doc_node *node, size_t span,
                                           struct canvas_box box)
{
    int element = structure_span_element(structure, node, span);
    if (element == TAG_NONE)
        return NULL;
    const struct doc_span *from = &node->text.span[span];
    struct tag_link *link = link_add(structure, page, element);
    link->contents =
        spoken_text(structure->arena, node->text.bytes + from->start, from->end - from->start);
    if (from->link != NULL)
        link->uri = address(structure->arena, from->link);
    else
        link_target(structure, link, from->note != NULL ? from->note : from->target);
    set_box(link, box);
    return link;
}

const struct tag_link *structure_link_note(struct structure *structure, size_t page,
                                           const struct doc_node *note, struct canvas_box box)
{
    if (!structure->elements.is_marked[note->id])
        return NULL;
    struct tag_link *link = link_add(structure, page, structure->elements.label[note->id]);
    link->contents = spoken_text(structure->arena, note->label.bytes, note->label.length);
    link->target_page = structure->mark[note->id].page;
    link->target_y = structure->mark[note->id].y;
    set_box(link, box);
    return link;
}

void structure_figure_box(struct structure *structure, size_t page, int element,
                          struct canvas_box box)
{
    struct tag_element *figure = &structure->elements.element[element];
    if (figure->has_box && figure->box_page != (int)page)
        return;
    if (figure->has_box)
        box = box_union((struct canvas_box){figure->box_x, figure->box_y, figure->box_width,
                                            figure->box_height},
                        box);
    figure->has_box = true;
    figure->box_page = (int)page;
    figure->box_x = box.x;
    figure->box_y = box.y;
    figure->box_width = box.width;
    figure->box_height = box.height;
}

/* ---- The tags ---- */

static void make_outline(struct structure *structure)
{
    const struct doc *doc = structure->pages->doc;
    for (size_t i = 0; i < doc->nodes; i++) {
        const struct doc_node *node = doc->node[i];
        if (node->kind != DOC_HEADING || !structure->elements.leads[i])
            continue;
        const struct doc_text *title = node->title.bytes != NULL ? &node->title : &node->text;
        structure->outline = memory_room(structure->outline, structure->outlines,
                                         &structure->outline_room, sizeof *structure->outline);
        structure->outline[structure->outlines++] = (struct tag_outline){
            .title = spoken_text(structure->arena, title->bytes, title->length),
            .level = node->level,
            .page = painted_page(structure, node),
            .y = structure->pages->node_y[i]};
    }
}

static const struct tag_page *list_pages(const struct structure *structure)
{
    struct tag_page *page = ARENA_NEW(structure->arena, struct tag_page, structure->count);
    for (size_t i = 0; i < structure->count; i++)
        page[i] = (struct tag_page){structure->page[i].bracket, structure->page[i].count};
    return page;
}

struct tags structure_tags(struct structure *structure)
{
    make_outline(structure);
    return (struct tags){.page = list_pages(structure),
                         .pages = structure->count,
                         .element = structure->elements.element,
                         .elements = structure->elements.count,
                         .link = structure->link,
                         .links = structure->links,
                         .outline = structure->outline,
                         .outlines = structure->outlines};
}
