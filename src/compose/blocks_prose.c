/*
 * Builds prose (of the layout or of a data file) and lists. A text of a data file sees the facts
 * and `this`, never the names of the layout's loops.
 */
#include <string.h>

#include "compose/build.h"

static struct sink add_item(struct builder *builder, struct sink *list,
                            const struct layout_style *style, const struct context *context,
                            const char *label)
{
    struct doc_node *item = build_node(builder, list, DOC_ITEM, list->parent->place);
    item->style = build_style(builder, style, context->align);
    item->label =
        (struct doc_text){.bytes = label, .length = strlen(label), .place = list->parent->place};
    return (struct sink){.parent = item};
}

/* What was typed, in the document's digits; where the layout's bullet was meant, that. */
static const char *item_label(struct builder *builder, const struct prose_node *item, size_t level)
{
    if (item->label == NULL)
        return build_bullet(builder, level);
    struct buffer out = {0};
    digit_add_text(&out, item->label, strlen(item->label), builder->layout->digits);
    const char *label = arena_copy(builder->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return label;
}

/* Whether any of its items has the layout's bullet: beside `- [x] ก`, which is labelled, `- ข` may be. */
static bool has_bullets(const struct prose_node *list)
{
    const struct prose_node *item = list->first;
    while (item != NULL && item->label != NULL)
        item = item->next;
    return item != NULL;
}

static void build_prose_list(struct builder *builder, const struct prose_node *list,
                             const struct context *context)
{
    struct doc_node *node = build_node(builder, context->sink, DOC_LIST, list->place);
    const struct layout_style *style = context->style->item;
    node->style = build_style(builder, style, context->align);
    struct sink items = {.parent = node};
    struct context inside = *context;
    inside.style = style;
    inside.in_item = true;
    inside.level += has_bullets(list);
    for (const struct prose_node *item = list->first; item != NULL; item = item->next) {
        const char *label = item_label(builder, item, inside.level);
        struct sink sink = add_item(builder, &items, style, context, label);
        sink.parent->place = sink.parent->label.place = item->place;
        inside.sink = &sink;
        build_prose_nodes(builder, item->first, &inside);
    }
}

static const struct style *paragraph_style(struct builder *builder, const struct context *context)
{
    return context->in_item ? build_inner_style(builder, context->style, context->align)
                            : build_style(builder, context->style, context->align);
}

static void build_prose_paragraph(struct builder *builder, const struct prose_node *node,
                                  const struct context *context)
{
    struct doc_text text = build_prose_text(builder, node, context->scope);
    struct doc_node *paragraph = build_node(builder, context->sink, DOC_PARAGRAPH, text.place);
    paragraph->style = paragraph_style(builder, context);
    paragraph->text = text;
}

void build_prose_nodes(struct builder *builder, const struct prose_node *first,
                       const struct context *context)
{
    for (const struct prose_node *node = first; node != NULL; node = node->next) {
        if (node->kind == PROSE_LIST)
            build_prose_list(builder, node, context);
        else if (node->kind == PROSE_IMAGE)
            build_prose_image(builder, node, context);
        else if (node->kind == PROSE_TABLE)
            build_prose_table(builder, node, context);
        else
            build_prose_paragraph(builder, node, context);
    }
}

static void build_template_prose(struct builder *builder, const struct template *template,
                                 const struct context *context)
{
    if (template->broken)
        builder->evaluation.failures++;
    build_prose_nodes(
        builder, prose_parse(builder->evaluation.arena, builder->diag, template)->first, context);
}

/* A text of the facts: prose is parsed, any other text becomes one paragraph. */
static void build_value_prose(struct builder *builder, const struct block *block,
                              const struct value *value, const struct context *context)
{
    struct scope *scope = ARENA_NEW(builder->evaluation.arena, struct scope, 1);
    *scope = template_scope(value);
    struct context inside = *context;
    inside.scope = value->owner != NULL ? scope : NULL; /* notes are built later */
    if (value->form == VALUE_PROSE) {
        const struct value *facts = template_enter(value, &builder->evaluation);
        build_template_prose(builder,
                             template_parse(builder->evaluation.arena, builder->diag, &value->text),
                             &inside);
        template_leave(&builder->evaluation, facts);
        return;
    }
    struct buffer out = {0};
    build_begin_trail(builder, &out);
    expr_print(block->prose, value, &builder->evaluation, &out);
    struct doc_node *node = build_node(builder, context->sink, DOC_PARAGRAPH, block->place);
    node->style = paragraph_style(builder, context);
    node->text = build_printed(builder, &out, expr_text_place(&value->text, 0));
}

/* The text that the block names. */
static void build_named_prose(struct builder *builder, const struct block *block,
                              const struct context *context)
{
    size_t before = builder->evaluation.failures;
    const struct value *value = expr_eval(block->prose, &builder->evaluation, context->scope);
    if (builder->evaluation.failures > before)
        return;
    if (value->kind == VALUE_TEXT)
        build_value_prose(builder, block, value, context);
    else if (value->kind != VALUE_AWAITED)
        expr_fail_at(block->prose, &builder->evaluation,
                     value->kind == VALUE_NONE ? MESSAGE_EXPR_NOT_GIVEN : MESSAGE_LAYOUT_NOT_TEXT);
}

void build_prose(struct builder *builder, const struct block *block, const struct context *context)
{
    struct context inside = *context;
    inside.style = build_block_style(block, context);
    if (block->text != NULL)
        build_template_prose(builder, block->text, &inside);
    else if (block->prose != NULL)
        build_named_prose(builder, block, &inside);
}

/* ---- lists of the layout ---- */

struct list_build {
    const struct block *block;
    const struct layout_style *style;
    struct sink items;
    int64_t number;
};

/* The next item's own place; what it holds is built inside. */
static struct sink add_list_item(struct builder *builder, struct list_build *list,
                                 const struct context *context)
{
    const struct block *block = list->block;
    list->number++;
    const char *label = block->marker != NULL
                            ? build_pattern(builder, block->marker, &list->number, 1, block->place)
                            : build_bullet(builder, context->level + 1);
    return add_item(builder, &list->items, list->style, context, label);
}

static void add_text_item(struct builder *builder, struct list_build *list,
                          const struct template *text, const struct context *context)
{
    struct sink sink = add_list_item(builder, list, context);
    struct doc_text body = build_text(builder, text, context->scope);
    struct doc_node *paragraph = build_node(builder, &sink, DOC_PARAGRAPH, body.place);
    paragraph->style = build_inner_style(builder, list->style, context->align);
    paragraph->text = body;
}

static void add_prose_item(struct builder *builder, struct list_build *list,
                           const struct context *context)
{
    struct sink sink = add_list_item(builder, list, context);
    struct context inside = *context;
    inside.style = list->style;
    inside.in_item = true;
    inside.level += list->block->marker == NULL;
    inside.sink = &sink;
    build_named_prose(builder, list->block, &inside);
}

void build_list(struct builder *builder, const struct block *block, const struct context *context)
{
    const struct value *values = NULL;
    if (block->loop.name != NULL)
        values = build_loop_list(builder, &block->loop, context->scope);
    if (block->entries == 0 && (values == NULL || values->list.count == 0))
        return; /* a list of nothing is none */
    /* the block's own style is the items' style */
    const struct layout_style *style = block->style != NULL ? block->style : context->style->item;
    struct doc_node *node = build_node(builder, context->sink, DOC_LIST, block->place);
    node->style = build_style(builder, style, context->align);
    struct list_build list = {.block = block, .style = style, .items = {.parent = node}};
    for (size_t i = 0; i < block->entries && !build_stopped(builder); i++)
        add_text_item(builder, &list, block->entry[i], context);
    for (size_t i = 0; values != NULL && i < values->list.count && !build_stopped(builder); i++) {
        struct context inside = *context;
        inside.scope = build_turn(builder, &block->loop, values, i, context->scope);
        if (block->prose != NULL)
            add_prose_item(builder, &list, &inside);
        else
            add_text_item(builder, &list, block->text, &inside);
    }
}
