#include "start/patch.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

static void add(struct patch *patch, struct edit_change change)
{
    patch->change = arena_room(patch->arena, patch->change, patch->changes, &patch->room,
                               sizeof *patch->change);
    patch->change[patch->changes++] = change;
}

void patch_bytes(struct patch *patch, size_t start, size_t end, const char *bytes)
{
    add(patch, (struct edit_change){patch->tree->place.source, start, end, bytes, strlen(bytes)});
}

bool patch_text(struct patch *patch, const struct node *node, const char *text)
{
    struct edit_change change;
    if (node->kind == NODE_SCALAR && strcmp(node->text, text) == 0)
        return true;
    if (!edit_value(patch->arena, patch->tree, node, text, patch->diag, &change))
        return false;
    add(patch, change);
    return true;
}

void patch_clear(struct patch *patch, const struct node *node)
{
    const char *text = patch->tree->place.source->text;
    bool in_lines = node->parent == NULL || !node_is_bracketed(node->parent);
    size_t start = node->offset;
    while (in_lines && start > 0 && strchr(" \r\n", text[start - 1]) != NULL)
        start--;
    if (node->kind != NODE_NULL)
        patch_bytes(patch, start, node->end, "");
}

/* ---- lines ---- */

static size_t line_start(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

/* After the line's end. */
static size_t line_after(const struct source *source, size_t at)
{
    while (at < source->length && source->text[at] != '\n')
        at++;
    return at + (at < source->length);
}

/* After an entry's value; an alias is where its key is. */
static size_t entry_end(const struct node *map, size_t index)
{
    const struct node *key = map->key[index], *item = map->item[index];
    return item->parent == map && item->end > key->end ? item->end : key->end;
}

/* The line above, where it is a comment of just these words; else the line itself. */
static size_t with_comment(const struct source *source, size_t start, const char *comment)
{
    if (comment == NULL || start == 0)
        return start;
    size_t above = line_start(source->text, start - 1);
    const char *line = source->text + above;
    size_t length = start - above;
    while (length > 0 && strchr("\r\n ", line[length - 1]) != NULL)
        length--;
    while (length > 0 && strchr("# ", *line) != NULL) {
        line++;
        length--;
    }
    bool is_same = length == strlen(comment) && memcmp(line, comment, length) == 0;
    return is_same ? above : start;
}

static const char *line_end_of(const struct source *source)
{
    const char *first = memchr(source->text, '\n', source->length);
    return first != NULL && first > source->text && first[-1] == '\r' ? "\r\n" : "\n";
}

/* ---- entries ---- */

void patch_drop(struct patch *patch, const struct node *map, size_t index, const char *comment)
{
    const struct source *source = patch->tree->place.source;
    size_t start = map->key[index]->offset, end = entry_end(map, index);
    if (!node_is_bracketed(map)) {
        start = with_comment(source, line_start(source->text, start), comment);
        patch_bytes(patch, start, line_after(source, end), "");
        return;
    }
    if (index + 1 < map->count)
        end = map->key[index + 1]->offset;
    patch_bytes(patch, start, end, "");
}

void patch_add(struct patch *patch, const struct node *map, size_t after, const char *entry,
               const char *comment)
{
    const struct source *source = patch->tree->place.source;
    bool is_first = after >= map->count;
    size_t end = is_first ? map->key[0]->offset : entry_end(map, after);
    if (node_is_bracketed(map)) {
        patch_bytes(patch, end, end, arena_printf(patch->arena, is_first ? "%s, " : ", %s", entry));
        return;
    }
    const char *ending = line_end_of(source);
    int indent = (int)map->key[0]->place.column - 1;
    size_t at = is_first ? line_start(source->text, end) : line_after(source, end);
    bool is_open = at == source->length && source->length > 0 && source->text[at - 1] != '\n';
    const char *above =
        comment != NULL ? arena_printf(patch->arena, "%*s# %s%s", indent, "", comment, ending) : "";
    patch_bytes(patch, at, at,
                arena_printf(patch->arena, "%s%s%*s%s%s", is_open ? ending : "", above, indent, "",
                             entry, ending));
}

/* ---- all ---- */

struct ordered {
    struct edit_change change;
    size_t turn;
};

/* By their places; of those that begin at one the longer first, and what is only put in before what is in place of
 * something; else in turn. */
static int compare(const void *left, const void *right)
{
    const struct ordered *a = left, *b = right;
    if (a->change.start != b->change.start)
        return a->change.start < b->change.start ? -1 : 1;
    bool a_puts = a->change.end == a->change.start, b_puts = b->change.end == b->change.start;
    if (a_puts != b_puts)
        return a_puts ? -1 : 1;
    if (a->change.end != b->change.end)
        return a->change.end > b->change.end ? -1 : 1;
    return (a->turn > b->turn) - (a->turn < b->turn);
}

const char *patch_apply(struct patch *patch, size_t *length)
{
    const struct source *source = patch->tree->place.source;
    struct ordered *order = ARENA_NEW(patch->arena, struct ordered, patch->changes);
    for (size_t i = 0; i < patch->changes; i++)
        order[i] = (struct ordered){patch->change[i], i};
    if (patch->changes > 1)
        qsort(order, patch->changes, sizeof *order, compare);
    struct buffer out = {0};
    size_t at = 0;
    for (size_t i = 0; i < patch->changes; i++) {
        const struct edit_change *change = &order[i].change;
        if (change->start < at)
            continue;
        buffer_add(&out, source->text + at, change->start - at);
        buffer_add(&out, change->bytes, change->length);
        at = change->end;
    }
    buffer_add(&out, source->text + at, source->length - at);
    *length = out.length;
    const char *text = arena_copy(patch->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return text;
}
