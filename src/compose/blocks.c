/*
 * Builds blocks into nodes of the document, one short function a kind.
 */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "compose/build.h"

enum { USES_DEEPEST = 16 };

const struct layout_style *build_block_style(const struct block *block,
                                             const struct context *context)
{
    return block->style != NULL ? block->style : context->style;
}

bool build_holds(struct builder *builder, const struct expr *condition, const struct scope *scope)
{
    return condition == NULL || value_truth(expr_eval(condition, &builder->evaluation, scope));
}

const struct value *build_loop_list(struct builder *builder, const struct layout_loop *loop,
                                    const struct scope *scope)
{
    size_t before = builder->evaluation.failures;
    const struct value *list = expr_eval(loop->list, &builder->evaluation, scope);
    if (builder->evaluation.failures > before)
        return NULL;
    if (list->kind == VALUE_AWAITED)
        return value_list(builder->evaluation.arena);
    if (list->kind != VALUE_LIST) {
        expr_fail_at(loop->list, &builder->evaluation, MESSAGE_LAYOUT_NOT_LIST);
        return NULL;
    }
    return list;
}

static const struct value *turn_value(struct arena *arena, const struct value *list, size_t index)
{
    struct value *turn = value_map(arena);
    value_put(arena, turn, "number", value_whole(arena, (int64_t)index + 1));
    value_put(arena, turn, "count", value_whole(arena, (int64_t)list->list.count));
    value_put(arena, turn, "first", value_bool(arena, index == 0));
    value_put(arena, turn, "last", value_bool(arena, index + 1 == list->list.count));
    return turn;
}

const struct scope *build_turn(struct builder *builder, const struct layout_loop *loop,
                               const struct value *list, size_t index, const struct scope *scope)
{
    struct arena *arena = builder->evaluation.arena;
    build_count(builder, expr_place(loop->list));
    struct scope *names = ARENA_NEW(arena, struct scope, 2);
    names[0] = (struct scope){loop->name, list->list.item[index], &names[1]};
    names[1] = (struct scope){"loop", turn_value(arena, list, index), scope};
    return names;
}

const struct scope *build_bind(struct builder *builder, const struct layout_bindings *with,
                               const struct scope *scope)
{
    const struct scope *inner = scope;
    for (size_t i = 0; i < with->count; i++) {
        struct scope *bound = ARENA_NEW(builder->evaluation.arena, struct scope, 1);
        bound->name = with->item[i].name;
        bound->value = expr_eval(with->item[i].value, &builder->evaluation, scope);
        bound->outer = inner;
        inner = bound;
    }
    return inner;
}

static void build_block(struct builder *builder, const struct block *block,
                        const struct context *context);

void build_blocks(struct builder *builder, const struct block_list *blocks,
                  const struct context *context)
{
    if (builder->nesting == LIMIT_NESTING && blocks->count > 0) {
        build_stop(builder, MESSAGE_LIMIT_NESTING, builder->at, LIMIT_NESTING);
        return;
    }
    builder->nesting++;
    for (size_t i = 0; i < blocks->count && !build_stopped(builder); i++)
        build_block(builder, &blocks->item[i], context);
    builder->nesting--;
}

/* The number in front of a text, where there are both. */
static void put_number(struct builder *builder, const char *number, struct doc_text *text)
{
    if (number == NULL || text->bytes == NULL)
        return;
    size_t by = strlen(number) + 1;
    struct traces traces = {0};
    traces_copy(&traces, builder->arena, text, 0, text->length, by);
    traces_take(&traces, text);
    text->bytes = arena_printf(builder->arena, "%s %s", number, text->bytes);
    text->length += by;
    struct doc_span *span = ARENA_NEW(builder->arena, struct doc_span, text->spans);
    for (size_t i = 0; i < text->spans; i++) {
        span[i] = text->span[i];
        span[i].start += by;
        span[i].end += by;
    }
    text->span = span;
}

/* How many of each kind have a number. */
struct caption_counts {
    int64_t tables, figures, images;
};

/* Counts a table or figure and puts its number in front of the caption's text. */
static void number_caption(struct builder *builder, struct build_captioned *captioned,
                           struct caption_counts *counts)
{
    const struct layout *layout = builder->layout;
    struct doc_node *of = captioned->of;
    const char *pattern = layout->figure_number;
    int64_t *count = &counts->figures;
    if (of->kind == DOC_TABLE) {
        pattern = layout->table_number;
        count = &counts->tables;
    } else if (of->image != NULL && layout->image_number != NULL) {
        pattern = layout->image_number;
        count = &counts->images;
    }
    if (pattern == NULL)
        return;
    ++*count;
    of->number = build_pattern(builder, "{n}", count, 1, of->place);
    put_number(builder, build_pattern(builder, pattern, count, 1, of->place),
               &captioned->caption->text);
}

void build_number_captions(struct builder *builder)
{
    struct caption_counts counts = {0};
    for (size_t i = 0; i < builder->captions; i++) {
        struct build_captioned *captioned = &builder->captioned[i];
        if (captioned->numbered)
            number_caption(builder, captioned, &counts);
        captioned->of->title = build_one_line(builder, captioned->caption->text);
    }
}

const struct style *build_caption_style(struct builder *builder, const struct context *context)
{
    const struct layout_style *style = builder->layout->caption_style;
    if (context->in_cell && builder->layout->cell_caption_style != NULL)
        style = builder->layout->cell_caption_style;
    return build_style(builder, style != NULL ? style : context->style, -1);
}

void build_caption_text(struct builder *builder, struct doc_text text, bool numbered,
                        const struct context *context, struct sink *sink)
{
    struct doc_node *node = build_node(builder, sink, DOC_CAPTION, text.place);
    node->style = build_caption_style(builder, context);
    node->text = text;
    builder->captioned = memory_room(builder->captioned, builder->captions, &builder->caption_room,
                                     sizeof *builder->captioned);
    builder->captioned[builder->captions++] =
        (struct build_captioned){sink->parent, node, numbered};
}

void build_caption(struct builder *builder, const struct block *block,
                   const struct context *context, struct sink *sink)
{
    build_name(builder, block, sink->parent);
    if (block->caption == NULL)
        return;
    struct doc_text text = build_text(builder, block->caption, context->scope);
    build_caption_text(builder, text, block->numbered, context, sink);
}

/* ---- headings ---- */

/* Counts the heading and gives its number, or NULL. */
static const char *count_heading(struct builder *builder, const struct block *block)
{
    int level = block->level;
    const char *pattern = builder->layout->numbering[level - 1];
    if (!block->numbered || pattern == NULL)
        return NULL;
    builder->counter[level - 1]++;
    for (int i = level; i < LAYOUT_LEVELS; i++)
        builder->counter[i] = 0;
    return build_pattern(builder, pattern, builder->counter, (size_t)level, block->place);
}

static void check_level(struct builder *builder, const struct block *block)
{
    if (block->level > builder->level + 1) {
        struct arena *arena = builder->evaluation.arena;
        diag_say(builder->diag, MESSAGE_LAYOUT_HEADING_LEVEL, block->place,
                 arena_printf(arena, "%d", block->level),
                 arena_printf(arena, "%d", builder->level));
    }
    builder->level = block->level;
}

/* A heading's number as texts name it: without the full stop after it. */
static const char *spoken_number(struct builder *builder, const char *number)
{
    size_t length = number != NULL ? strlen(number) : 0;
    if (length > 0 && number[length - 1] == '.')
        length--;
    return length > 0 ? arena_copy(builder->arena, number, length) : NULL;
}

static void build_heading(struct builder *builder, const struct block *block,
                          const struct context *context)
{
    const struct layout_style *style = block->style;
    if (style == NULL)
        style = builder->layout->heading_style[block->level - 1];
    if (style == NULL)
        style = context->style;
    struct doc_node *node = build_node(builder, context->sink, DOC_HEADING, block->place);
    check_level(builder, block);
    node->style = build_style(builder, style, -1);
    node->level = block->level;
    node->text = build_text(builder, block->text, context->scope);
    if (block->title != NULL)
        node->title = build_text(builder, block->title, context->scope);
    const char *number = count_heading(builder, block);
    put_number(builder, number, &node->text);
    put_number(builder, number, &node->title);
    node->number = spoken_number(builder, number);
    build_name(builder, block, node);
    builder->heading = memory_room(builder->heading, builder->headings, &builder->heading_room,
                                   sizeof(struct doc_node *));
    builder->heading[builder->headings++] = node;
}

/* ---- paragraphs, contents, sections, loops ---- */

/* The whole text as a link to the address that an expression gives; none when it is not given. */
static void put_link(struct builder *builder, const struct expr *link, struct doc_text *text,
                     const struct scope *scope)
{
    size_t before = builder->evaluation.failures;
    const struct value *value = expr_eval(link, &builder->evaluation, scope);
    if (builder->evaluation.failures > before || value->kind == VALUE_NONE ||
        value->kind == VALUE_AWAITED || text->length == 0)
        return;
    if (value->kind != VALUE_TEXT) {
        expr_fail_at(link, &builder->evaluation, MESSAGE_LAYOUT_NOT_TEXT);
        return;
    }
    struct place place =
        value->text.node != NULL ? expr_text_place(&value->text, 0) : expr_place(link);
    if (!build_address(builder, value->text.bytes, place))
        return;
    struct doc_span *span = ARENA_NEW(builder->arena, struct doc_span, 1);
    *span = (struct doc_span){.end = text->length,
                              .link = arena_string(builder->arena, value->text.bytes)};
    text->span = span;
    text->spans = 1;
}

static void build_paragraph(struct builder *builder, const struct block *block,
                            const struct context *context)
{
    struct doc_node *node = build_node(builder, context->sink, DOC_PARAGRAPH, block->place);
    node->style = build_style(builder, build_block_style(block, context), context->align);
    node->text = build_text(builder, block->text, context->scope);
    if (block->link != NULL)
        put_link(builder, block->link, &node->text, context->scope);
}

static void build_contents(struct builder *builder, const struct block *block,
                           const struct context *context)
{
    struct doc_node *node = build_node(builder, context->sink, DOC_CONTENTS, block->place);
    builder->contents = memory_room(builder->contents, builder->contents_count,
                                    &builder->contents_room, sizeof(struct build_contents));
    builder->contents[builder->contents_count++] =
        (struct build_contents){node, block->level, block->listed};
}

static void build_section(struct builder *builder, const struct block *block,
                          const struct context *context)
{
    struct doc_node *node = build_node(builder, context->sink, DOC_SECTION, block->place);
    node->page_start = block->page_start || block->orientation != DOC_AS_OUTER;
    node->orientation = block->orientation;
    node->keep_whole = block->keep;
    node->with_previous = block->keep_with_previous;
    struct sink sink = {.parent = node};
    struct context inside = *context;
    inside.style = build_block_style(block, context);
    inside.sink = &sink;
    build_blocks(builder, &block->inner, &inside);
}

static void build_use(struct builder *builder, const struct block *block,
                      const struct context *context)
{
    if (block->section == NULL)
        return;
    if (builder->uses == USES_DEEPEST) {
        diag_say(builder->diag, MESSAGE_LAYOUT_USE_LOOP, block->place, block->section->name);
        builder->full = true; /* or every other way into the loop would be tried */
        return;
    }
    builder->uses++;
    struct context inside = *context;
    inside.style = build_block_style(block, context);
    inside.scope = build_bind(builder, &block->with, context->scope);
    build_blocks(builder, &block->section->blocks, &inside);
    builder->uses--;
}

static void build_for(struct builder *builder, const struct block *block,
                      const struct context *context)
{
    const struct value *list =
        block->loop.name != NULL ? build_loop_list(builder, &block->loop, context->scope) : NULL;
    struct context inside = *context;
    inside.style = build_block_style(block, context);
    for (size_t i = 0; list != NULL && i < list->list.count && !build_stopped(builder); i++) {
        inside.scope = build_turn(builder, &block->loop, list, i, context->scope);
        build_blocks(builder, &block->inner, &inside);
    }
}

static void build_page_break(struct builder *builder, const struct block *block,
                             const struct context *context)
{
    build_node(builder, context->sink, DOC_PAGE_BREAK, block->place);
}

static void build_space(struct builder *builder, const struct block *block,
                        const struct context *context)
{
    struct doc_node *node = build_node(builder, context->sink, DOC_SPACE, block->place);
    node->height = block->height;
    node->fixed = block->fixed;
}

/* The condition of an `if` is the block's own, which has been found to hold. */
static void build_if(struct builder *builder, const struct block *block,
                     const struct context *context)
{
    struct context inside = *context;
    inside.style = build_block_style(block, context);
    build_blocks(builder, &block->inner, &inside);
}

static void build_block(struct builder *builder, const struct block *block,
                        const struct context *context)
{
    static void (*const build[])(struct builder *, const struct block *, const struct context *) = {
        [BLOCK_HEADING] = build_heading,
        [BLOCK_PARAGRAPH] = build_paragraph,
        [BLOCK_PROSE] = build_prose,
        [BLOCK_LIST] = build_list,
        [BLOCK_TABLE] = build_table,
        [BLOCK_FIGURE] = build_figure,
        [BLOCK_IMAGE] = build_image,
        [BLOCK_CONTENTS] = build_contents,
        [BLOCK_PAGE_BREAK] = build_page_break,
        [BLOCK_SPACE] = build_space,
        [BLOCK_SECTION] = build_section,
        [BLOCK_USE] = build_use,
        [BLOCK_FOR] = build_for,
        [BLOCK_IF] = build_if,
    };
    build_count(builder, block->place);
    struct place outer = builder->at;
    builder->at = block->place;
    if (build_holds(builder, block->condition, context->scope))
        build[block->kind](builder, block, context);
    else
        build_blocks(builder, &block->other, context);
    builder->at = outer;
}
