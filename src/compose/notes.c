/*
 * Marks come while texts are made, as spans without bytes. Numbers need reading order, and a note's look needs to know
 * whether its mark is in a table: so the notes themselves are built when the tree is there, in one walk over it, and the
 * texts with marks made again with the numbers in them.
 */
#include <assert.h>
#include <string.h>

#include "compose/build.h"

struct doc_node *build_note(struct builder *builder, struct prose_note *prose,
                            const struct scope *scope)
{
    if (prose->made == NULL) {
        struct doc_node *node = build_node(builder, NULL, DOC_NOTE, prose->place);
        node->id = builder->notes; /* until nodes are numbered */
        builder->note =
            memory_room(builder->note, builder->notes, &builder->note_room, sizeof *builder->note);
        builder->note[builder->notes++] = (struct build_note){prose, scope};
        prose->made = node;
    }
    return prose->made;
}

/* A walk over the tree. */
struct walk {
    struct builder *builder;
    int64_t count;                 /* notes that have a number */
    struct doc_node *owner, *last; /* the block with the latest note, and its last child */
};

static struct doc_text note_label(struct builder *builder, int64_t number, struct place place)
{
    const char *bytes = build_pattern(builder, "{n}", &number, 1, place);
    struct doc_span *span = ARENA_NEW(builder->arena, struct doc_span, 1);
    *span = (struct doc_span){.end = strlen(bytes), .flags = DOC_SUPERSCRIPT};
    return (struct doc_text){
        .bytes = bytes, .length = span->end, .span = span, .spans = 1, .place = place};
}

static void build_blocks_of(struct builder *builder, const struct build_note *note,
                            struct doc_node *node)
{
    bool in_table = node->parent->kind == DOC_TABLE;
    const struct layout *layout = builder->layout;
    struct sink sink = {.parent = node};
    struct context context = {.scope = note->scope,
                              .style = in_table ? layout->table_note_style : layout->note_style,
                              .align = -1,
                              .in_item = true,
                              .in_cell = true,
                              .sink = &sink};
    node->style = build_style(builder, context.style, -1);
    build_prose_nodes(builder, note->prose->first, &context);
}

/* Gives a note its number and its place, when its first mark is met. */
static void place_note(struct walk *walk, struct doc_node *node, struct doc_node *owner)
{
    if (node->parent != NULL)
        return;
    struct builder *builder = walk->builder;
    if (owner != walk->owner) {
        walk->owner = owner;
        walk->last = (struct doc_node *)owner->first;
        while (walk->last != NULL && walk->last->next != NULL)
            walk->last = (struct doc_node *)walk->last->next;
    }
    if (walk->last != NULL)
        walk->last->next = node;
    else
        owner->first = node;
    walk->last = node;
    node->parent = owner;
    node->label = note_label(builder, ++walk->count, node->place);
    build_blocks_of(builder, &builder->note[node->id], node);
}

/* A text being made again, with numbers. */
struct numbered {
    struct buffer bytes;
    struct doc_span *span;
    size_t spans;
    struct traces traces;
};

static void add_span(struct numbered *out, const struct doc_span *like, const char *bytes,
                     size_t length)
{
    assert(out->span != NULL);
    struct doc_span *span = &out->span[out->spans++];
    *span = *like;
    span->start = out->bytes.length;
    buffer_add(&out->bytes, bytes, length);
    span->end = out->bytes.length;
}

/* The number of a mark; a comma parts it from what is raised right before it, so that ๑ and ๒ are not ๑๒. */
static void add_mark(struct numbered *out, const struct doc_span *mark)
{
    const struct doc_span *last = out->spans > 0 ? &out->span[out->spans - 1] : NULL;
    if (last != NULL && (last->flags & DOC_SUPERSCRIPT) != 0 && last->end == out->bytes.length) {
        struct doc_span comma = {.flags = mark->flags};
        add_span(out, &comma, ",", 1);
    }
    add_span(out, mark, mark->note->label.bytes, mark->note->label.length);
}

static void add_traced(struct arena *arena, struct numbered *out, const struct doc_text *text,
                       size_t start, size_t end)
{
    traces_copy(&out->traces, arena, text, start, end, out->bytes.length);
    buffer_add(&out->bytes, text->bytes + start, end - start);
}

/* The text with the number of the note in the place of every mark. */
static void put_numbers(struct walk *walk, struct doc_node *node, struct doc_node *owner)
{
    struct doc_text *text = &node->text;
    struct arena *arena = walk->builder->arena;
    struct numbered out = {.span = ARENA_NEW(arena, struct doc_span, 2 * text->spans)};
    size_t at = 0;
    assert(text->span != NULL);
    for (size_t i = 0; i < text->spans; i++) {
        const struct doc_span *span = &text->span[i];
        add_traced(arena, &out, text, at, span->start);
        at = span->end;
        if (span->note == NULL) {
            traces_copy(&out.traces, arena, text, span->start, at, out.bytes.length);
            add_span(&out, span, text->bytes + span->start, at - span->start);
            continue;
        }
        place_note(walk, (struct doc_node *)span->note, owner);
        add_mark(&out, span);
    }
    add_traced(arena, &out, text, at, text->length);
    traces_take(&out.traces, text);
    text->bytes = arena_copy(arena, buffer_text(&out.bytes), out.bytes.length);
    text->length = out.bytes.length;
    text->span = out.span;
    text->spans = out.spans;
    buffer_free(&out.bytes);
}

static bool has_marks(const struct doc_text *text)
{
    for (size_t i = 0; i < text->spans; i++)
        if (text->span[i].note != NULL)
            return true;
    return false;
}

static void walk_tree(struct walk *walk, struct doc_node *node, struct doc_node *table)
{
    if (node->kind == DOC_TABLE)
        table = node;
    if (has_marks(&node->text))
        put_numbers(walk, node, table != NULL ? table : node);
    for (const struct doc_node *child = node->first; child != NULL; child = child->next)
        walk_tree(walk, (struct doc_node *)child, table);
}

void build_notes(struct builder *builder, struct doc_node *root)
{
    if (builder->notes > 0)
        walk_tree(&(struct walk){.builder = builder}, root, NULL);
}
