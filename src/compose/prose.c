/*
 * The wording and the sentinels are given to cmark as one text; its tree is copied into ours, each
 * sentinel becoming a placeholder again. Placeholder number i is the private-use character
 * `sentinel` + i, of a range that the text itself does not use.
 */
#include "compose/prose.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/doc.h"

/* Sentinels of one text; the ranges for them, from the last down, and their first byte in UTF-8. */
enum { SENTINELS = 1024, RANGE_LAST = 0x10F800, RANGE_FIRST = 0x100000, RANGE_BYTE = 0xF4 };

struct converter {
    struct arena *arena;
    struct diag *diag;
    const struct template *template;
    struct buffer marked; /* the text given to cmark */
    size_t *line;         /* its line starts */
    size_t lines;
    char32_t sentinel;        /* the first of them */
    const struct expr **expr; /* by sentinel */
    size_t exprs;
};

/* ---- into cmark ---- */

static bool uses_range(const struct text *text, char32_t first)
{
    size_t at = 0;
    while (at < text->length) {
        const char *byte = memchr(text->bytes + at, RANGE_BYTE, text->length - at);
        if (byte == NULL)
            return false;
        at = (size_t)(byte - text->bytes);
        char32_t c = utf8_next(text->bytes, text->length, &at);
        if (c != UTF8_BAD && c >= first && c - first < SENTINELS)
            return true;
    }
    return false;
}

/* The first character of a range that a text does not use; 0 when it uses all. */
static char32_t unused_range(const struct text *text)
{
    for (char32_t first = RANGE_LAST; first >= RANGE_FIRST; first -= SENTINELS)
        if (!uses_range(text, first))
            return first;
    return 0;
}

static void mark_line(struct converter *converter, size_t room)
{
    if (converter->lines < room)
        converter->line[converter->lines++] = converter->marked.length;
}

/* Joins wording and sentinels, and notes where the lines start. */
static bool mark(struct converter *converter)
{
    const struct template *template = converter->template;
    size_t room = 1;
    for (size_t i = 0; i < template->text.length; i++)
        room += template->text.bytes[i] == '\n';
    converter->line = ARENA_NEW(converter->arena, size_t, room);
    converter->expr = ARENA_NEW(converter->arena, const struct expr *, template->pieces);
    mark_line(converter, room);
    for (size_t i = 0; i < template->pieces; i++) {
        const struct template_piece *piece = &template->piece[i];
        if (piece->expr != NULL) {
            char bytes[4];
            if (converter->exprs == SENTINELS || converter->sentinel == 0)
                return false;
            size_t length = utf8_write(converter->sentinel + (char32_t)converter->exprs, bytes);
            buffer_add(&converter->marked, bytes, length);
            converter->expr[converter->exprs++] = piece->expr;
            continue;
        }
        for (size_t at = piece->start; at < piece->end; at++) {
            buffer_add_char(&converter->marked, template->text.bytes[at]);
            if (template->text.bytes[at] == '\n')
                mark_line(converter, room);
        }
    }
    return true;
}

/* The offset in the written text of an offset in the marked one. */
static size_t unmark(const struct converter *converter, size_t marked)
{
    const struct template *template = converter->template;
    size_t at = 0;
    for (size_t i = 0; i < template->pieces; i++) {
        const struct template_piece *piece = &template->piece[i];
        size_t length = piece->expr != NULL ? 4 : piece->end - piece->start;
        if (marked < at + length)
            return piece->start + (piece->expr != NULL ? 0 : marked - at);
        at += length;
    }
    return template->text.length;
}

/* Where a node of cmark's tree starts, as an offset in the written text. */
static size_t node_offset(const struct converter *converter, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    int column = cmark_node_get_start_column(node);
    if (line < 1 || column < 1 || (size_t)line > converter->lines)
        return 0;
    return unmark(converter, converter->line[line - 1] + (size_t)column - 1);
}

static void unsupported(const struct converter *converter, cmark_node *node, enum diag_code code)
{
    while (node != NULL && cmark_node_get_start_line(node) < 1)
        node = cmark_node_parent(node);
    size_t offset = node != NULL ? node_offset(converter, node) : 0;
    diag_say(converter->diag, code, expr_text_place(&converter->template->text, offset));
}

/* ---- out of cmark: inlines ---- */

struct runs {
    struct prose_node *node;
    size_t room;
};

static struct prose_run *run_add(const struct converter *converter, struct runs *runs,
                                 enum prose_run_kind kind)
{
    struct prose_node *node = runs->node;
    node->run = arena_room(converter->arena, node->run, node->runs, &runs->room, sizeof *node->run);
    struct prose_run *run = &node->run[node->runs++];
    run->kind = kind;
    return run;
}

struct run_style {
    unsigned flags;
    const char *link;
};

/* The placeholder whose sentinel starts at *at, which then moves past it; or NULL. */
static const struct expr *take_sentinel(const struct converter *converter, const char *text,
                                        size_t length, size_t *at)
{
    if ((unsigned char)text[*at] != RANGE_BYTE)
        return NULL;
    size_t after = *at;
    char32_t c = utf8_next(text, length, &after);
    if (c == UTF8_BAD || c < converter->sentinel || c - converter->sentinel >= converter->exprs)
        return NULL;
    *at = after;
    return converter->expr[c - converter->sentinel];
}

static void add_wording(const struct converter *converter, struct runs *runs,
                        struct run_style style, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    struct prose_run *run = run_add(converter, runs, PROSE_TEXT);
    run->bytes = arena_copy(converter->arena, bytes, length);
    run->length = length;
    run->flags = style.flags;
    run->link = style.link;
}

static void convert_text(const struct converter *converter, struct runs *runs, const char *text,
                         struct run_style style)
{
    size_t length = strlen(text);
    size_t start = 0;
    size_t at = 0;
    while (at < length) {
        size_t before = at;
        const struct expr *expr = take_sentinel(converter, text, length, &at);
        if (expr == NULL) {
            at++;
            continue;
        }
        add_wording(converter, runs, style, text + start, before - start);
        struct prose_run *run = run_add(converter, runs, PROSE_PLACEHOLDER);
        run->expr = expr;
        run->flags = style.flags;
        run->link = style.link;
        start = at;
    }
    add_wording(converter, runs, style, text + start, length - start);
}

static void convert_inlines(const struct converter *converter, struct runs *runs,
                            cmark_node *parent, struct run_style style)
{
    for (cmark_node *node = cmark_node_first_child(parent); node != NULL;
         node = cmark_node_next(node)) {
        struct run_style inner = style;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            convert_text(converter, runs, cmark_node_get_literal(node), style);
            break;
        case CMARK_NODE_SOFTBREAK:
            run_add(converter, runs, PROSE_SOFT_BREAK)->flags = style.flags;
            break;
        case CMARK_NODE_LINEBREAK:
            run_add(converter, runs, PROSE_HARD_BREAK)->flags = style.flags;
            break;
        case CMARK_NODE_EMPH:
        case CMARK_NODE_STRONG:
            inner.flags |= cmark_node_get_type(node) == CMARK_NODE_STRONG ? DOC_BOLD : DOC_ITALIC;
            convert_inlines(converter, runs, node, inner);
            break;
        case CMARK_NODE_LINK:
            inner.link = arena_string(converter->arena, cmark_node_get_url(node));
            convert_inlines(converter, runs, node, inner);
            break;
        case CMARK_NODE_IMAGE:
            unsupported(converter, node, MESSAGE_PROSE_IMAGE_INSIDE);
            break;
        default:
            unsupported(converter, node, MESSAGE_PROSE_UNSUPPORTED);
        }
    }
}

/* ---- out of cmark: images ---- */

/* True for a paragraph of images only. */
static bool is_gallery(cmark_node *node)
{
    if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
        return false;
    bool has_image = false;
    for (cmark_node *child = cmark_node_first_child(node); child != NULL;
         child = cmark_node_next(child)) {
        cmark_node_type type = cmark_node_get_type(child);
        if (type != CMARK_NODE_IMAGE && type != CMARK_NODE_SOFTBREAK)
            return false;
        has_image = has_image || type == CMARK_NODE_IMAGE;
    }
    return has_image;
}

static struct prose_node *convert_image(const struct converter *converter, cmark_node *node,
                                        size_t offset)
{
    struct prose_node *out = ARENA_NEW(converter->arena, struct prose_node, 1);
    struct prose_image *image = ARENA_NEW(converter->arena, struct prose_image, 1);
    out->kind = PROSE_IMAGE;
    out->offset = image->file.offset = image->alt.offset = image->caption.offset = offset;
    out->image = image;
    const char *url = cmark_node_get_url(node);
    const char *title = cmark_node_get_title(node);
    convert_text(converter, &(struct runs){.node = &image->file}, url, (struct run_style){0});
    convert_text(converter, &(struct runs){.node = &image->caption}, title, (struct run_style){0});
    convert_inlines(converter, &(struct runs){.node = &image->alt}, node, (struct run_style){0});
    return out;
}

/* The images of a paragraph; *end is where the next block goes. */
static struct prose_node **convert_gallery(const struct converter *converter, cmark_node *node,
                                           struct prose_node **end)
{
    for (cmark_node *child = cmark_node_first_child(node); child != NULL;
         child = cmark_node_next(child)) {
        if (cmark_node_get_type(child) != CMARK_NODE_IMAGE)
            continue;
        *end = convert_image(converter, child, node_offset(converter, node));
        end = &(*end)->next;
    }
    return end;
}

/* ---- out of cmark: blocks ---- */

static struct prose_node *convert_blocks(const struct converter *converter, cmark_node *parent);

static struct prose_node *convert_block(const struct converter *converter, cmark_node *node)
{
    struct prose_node *out = ARENA_NEW(converter->arena, struct prose_node, 1);
    out->offset = node_offset(converter, node);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        out->kind = PROSE_PARAGRAPH;
        convert_inlines(converter, &(struct runs){.node = out}, node, (struct run_style){0});
        return out;
    case CMARK_NODE_LIST:
        out->kind = PROSE_LIST;
        out->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        out->start = cmark_node_get_list_start(node);
        out->after = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ')' : '.';
        out->first = convert_blocks(converter, node);
        return out;
    case CMARK_NODE_ITEM:
        out->kind = PROSE_ITEM;
        out->first = convert_blocks(converter, node);
        return out;
    default:
        unsupported(converter, node, MESSAGE_PROSE_UNSUPPORTED);
        return NULL;
    }
}

static struct prose_node *convert_blocks(const struct converter *converter, cmark_node *parent)
{
    struct prose_node *first = NULL;
    struct prose_node **end = &first;
    for (cmark_node *node = cmark_node_first_child(parent); node != NULL;
         node = cmark_node_next(node)) {
        if (is_gallery(node)) {
            end = convert_gallery(converter, node, end);
            continue;
        }
        struct prose_node *block = convert_block(converter, node);
        if (block == NULL)
            continue;
        *end = block;
        end = &block->next;
    }
    return first;
}

const struct prose *prose_parse(struct arena *arena, struct diag *diag,
                                const struct template *template)
{
    struct prose *prose = ARENA_NEW(arena, struct prose, 1);
    prose->template = template;
    struct converter converter = {.arena = arena,
                                  .diag = diag,
                                  .template = template,
                                  .sentinel = unused_range(&template->text)};
    if (mark(&converter)) {
        cmark_node *root = cmark_parse_document(buffer_text(&converter.marked),
                                                converter.marked.length, CMARK_OPT_DEFAULT);
        prose->first = convert_blocks(&converter, root);
        cmark_node_free(root);
    } else {
        diag_say(diag, MESSAGE_PROSE_CROWDED, template->text.place);
    }
    buffer_free(&converter.marked);
    return prose;
}
