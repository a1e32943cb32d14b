/*
 * The stage: makes the facts, builds the body's blocks into the tree, fills the contents from the
 * headings met, and numbers the nodes in reading order.
 */
#include "compose/compose.h"

#include <stdlib.h>
#include <string.h>

#include "compose/build.h"

enum { ALIGNS = 5 }; /* a style's own, and the four of enum style_align */

struct doc_node *build_node(struct builder *builder, struct sink *sink, enum doc_kind kind,
                            struct place place)
{
    struct doc_node *node = ARENA_NEW(builder->arena, struct doc_node, 1);
    build_count(builder, place);
    node->kind = kind;
    node->place = place;
    if (sink == NULL)
        return node;
    node->parent = sink->parent;
    if (sink->last != NULL)
        sink->last->next = node;
    else
        sink->parent->first = node;
    sink->last = node;
    return node;
}

static struct style *copy_style(struct builder *builder, const struct layout_style *style,
                                int align)
{
    static const char *const suffixes[] = {"", ".left", ".centre", ".right", ".justify"};
    struct style *copy = ARENA_NEW(builder->arena, struct style, 1);
    *copy = style->style;
    copy->name = arena_printf(builder->arena, "%s%s", style->style.name, suffixes[align + 1]);
    copy->families = arena_string(builder->arena, style->style.families);
    if (align >= 0)
        copy->align = (enum style_align)align;
    return copy;
}

static struct style **style_slot(struct builder *builder, const struct layout_style *style,
                                 int align, size_t inner)
{
    return &builder->style[(style->index * ALIGNS + (size_t)(align + 1)) * 2 + inner];
}

const struct style *build_style(struct builder *builder, const struct layout_style *style,
                                int align)
{
    if (align == (int)style->style.align)
        align = -1;
    struct style **slot = style_slot(builder, style, align, 0);
    if (*slot == NULL)
        *slot = copy_style(builder, style, align);
    return *slot;
}

const struct style *build_inner_style(struct builder *builder, const struct layout_style *style,
                                      int align)
{
    if (align == (int)style->style.align)
        align = -1;
    struct style **slot = style_slot(builder, style, align, 1);
    if (*slot == NULL) {
        struct style *copy = copy_style(builder, style, align);
        copy->name = arena_printf(builder->arena, "%s.text", copy->name);
        copy->indent_first = copy->indent_left = copy->indent_right = 0;
        copy->space_before = copy->space_after = 0;
        *slot = copy;
    }
    return *slot;
}

/* ---- what is made besides the body ---- */

static void make_furniture(struct builder *builder)
{
    const struct layout *layout = builder->layout;
    struct doc_furniture *furniture =
        ARENA_NEW(builder->arena, struct doc_furniture, layout->furnitures);
    for (size_t i = 0; i < layout->furnitures; i++) {
        const struct layout_furniture *from = &layout->furniture[i];
        const struct layout_style *style = from->style != NULL ? from->style : layout->body_style;
        furniture[i] = from->furniture;
        furniture[i].style = build_style(builder, style, -1);
        for (size_t p = 0; p < furniture[i].pieces; p++) {
            if (furniture[i].piece[p] != NULL)
                furniture[i].piece[p] = arena_string(builder->arena, furniture[i].piece[p]);
        }
    }
    builder->doc->furniture = furniture;
    builder->doc->furnitures = layout->furnitures;
}

static struct doc_mark make_mark(struct builder *builder, const struct layout_mark *from)
{
    const struct layout_style *style =
        from->style != NULL ? from->style : builder->layout->body_style;
    struct doc_text text = build_text(builder, from->text, NULL);
    return (struct doc_mark){text.bytes, build_style(builder, style, -1), text.place};
}

static void make_document(struct builder *builder)
{
    const struct layout *layout = builder->layout;
    struct doc *doc = builder->doc;
    doc->page = layout->page;
    doc->turned = doc_page_turned(&doc->page);
    doc->thai_digits = layout->digits == DIGIT_THAI;
    doc->entry_number_width = layout->entry_number_width;
    doc->notes = layout->notes;
    doc->hyphenate = layout->hyphenate;
    doc->language = arena_string(builder->arena, layout->language);
    doc->title = build_string(builder, layout->title, NULL);
    doc->author = build_string(builder, layout->author, NULL);
    doc->subject = build_string(builder, layout->subject, NULL);
    make_furniture(builder);
}

static void add_entry(struct builder *builder, struct sink *sink, const struct doc_node *target,
                      int level)
{
    const struct layout_style *style = builder->layout->entry_style[level - 1];
    struct doc_node *entry = build_node(builder, sink, DOC_ENTRY, target->place);
    entry->style = build_style(builder, style != NULL ? style : builder->layout->body_style, -1);
    entry->text =
        build_one_line(builder, target->title.bytes != NULL ? target->title : target->text);
    entry->level = level;
    entry->target = target;
}

static void fill_contents(struct builder *builder, const struct build_contents *contents)
{
    struct sink sink = {.parent = contents->node};
    if (contents->listed == LISTED_HEADINGS) {
        for (size_t i = 0; i < builder->headings && !build_stopped(builder); i++) {
            const struct doc_node *heading = builder->heading[i];
            if (heading->level <= contents->levels && !heading->style->hide_from_contents)
                add_entry(builder, &sink, heading, heading->level);
        }
        return;
    }
    enum doc_kind kind = contents->listed == LISTED_TABLES ? DOC_TABLE : DOC_FIGURE;
    for (size_t i = 0; i < builder->captions && !build_stopped(builder); i++)
        if (builder->captioned[i].of->kind == kind)
            add_entry(builder, &sink, builder->captioned[i].of, 1);
}

static size_t count_nodes(const struct doc_node *node)
{
    size_t count = 1;
    for (const struct doc_node *child = node->first; child != NULL; child = child->next)
        count += count_nodes(child);
    return count;
}

/* The tree is the builder's own until it is handed out, so it may still be written to. */
static void number_nodes(struct doc *doc, struct doc_node *node)
{
    node->id = doc->nodes;
    doc->node[doc->nodes++] = node;
    for (const struct doc_node *child = node->first; child != NULL; child = child->next)
        number_nodes(doc, (struct doc_node *)child);
}

static void make_tree(struct builder *builder)
{
    const struct layout *layout = builder->layout;
    struct doc_node *root = build_node(builder, NULL, DOC_SECTION, layout->place);
    struct sink sink = {.parent = root};
    struct context context = {.style = layout->body_style, .align = -1, .sink = &sink};
    build_blocks(builder, &layout->body, &context);
    build_number_captions(builder);
    for (size_t i = 0; i < builder->contents_count; i++)
        fill_contents(builder, &builder->contents[i]);
    build_notes(builder, root);
    builder->doc->root = root;
    builder->doc->node = ARENA_NEW(builder->arena, const struct doc_node *, count_nodes(root));
    number_nodes(builder->doc, root);
}

static void builder_free(struct builder *builder)
{
    arena_free(builder->evaluation.arena);
    free(builder->heading);
    free(builder->captioned);
    free(builder->note);
    free(builder->contents);
    origins_free(&builder->origins);
}

struct doc *doc_compose(const struct layout *layout, const struct edition *edition,
                        const struct figures *figures, const struct compose_setup *setup,
                        struct diag *diag)
{
    static const struct compose_setup plain = {0};
    size_t before = diag_count(diag, DIAG_ERROR);
    if (setup == NULL)
        setup = &plain;
    struct arena *arena = arena_new();
    struct arena *scratch = arena_new();
    struct builder builder = {
        .layout = layout,
        .doc = ARENA_NEW(arena, struct doc, 1),
        .arena = arena,
        .diag = diag,
        .folder = setup->folder,
        .sources = setup->sources,
        .evaluation = {.arena = scratch,
                       .diag = diag,
                       .digits = layout->digits,
                       .awaited = layout->awaited},
        .style = ARENA_NEW(arena, struct style *, layout->styles * ALIGNS * 2),
        .named = ARENA_NEW(scratch, const struct doc_node *, layout->names),
    };
    builder.doc->arena = arena;
    builder.trail.arena = scratch;
    builder.evaluation.trail = &builder.trail;
    builder.origins = origins_new(arena);
    const struct facts_setup facts = {.draft = setup->draft,
                                      .earlier = setup->earlier,
                                      .references =
                                          references_value(scratch, layout, setup->reference)};
    builder.evaluation.facts = facts_make(scratch, edition, figures, &facts);
    make_document(&builder);
    if (setup->draft != NULL) {
        builder.doc->watermark = make_mark(&builder, &layout->watermark);
        builder.doc->stamp = make_mark(&builder, &layout->stamp);
    }
    make_tree(&builder);
    references_make(&builder, setup->reference);
    builder.doc->origin = builder.origins.origin;
    builder.doc->origins = builder.origins.count;
    builder_free(&builder);
    if (diag_count(diag, DIAG_ERROR) == before)
        return builder.doc;
    doc_free(builder.doc);
    return NULL;
}
