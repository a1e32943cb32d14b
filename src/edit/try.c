#include "edit/try.h"

#include <string.h>

#include "base/diag_list.h"
#include "yaml/node.h"

char *edit_changed(struct arena *arena, const struct edit_change *change, size_t *length)
{
    const struct source *source = change->source;
    size_t tail = source->length - change->end;
    *length = change->start + change->length + tail;
    char *text = ARENA_NEW(arena, char, *length + 1);
    memcpy(text, source->text, change->start);
    memcpy(text + change->start, change->bytes, change->length);
    memcpy(text + change->start + change->length, source->text + change->end, tail);
    return text;
}

/* ---- whether two trees are the same ---- */

static bool is_as_expected(const struct edit_try *try, const struct node *now);

static bool has_text(const struct node *node, const char *text)
{
    size_t length = strlen(text);
    return node->kind == NODE_SCALAR && node->length == length &&
           memcmp(node->text, text, length) == 0;
}

static bool is_same(const struct edit_try *try, const struct node *was, const struct node *now)
{
    if (was == try->at)
        return is_as_expected(try, now);
    if (was->kind != now->kind || was->count != now->count)
        return false;
    if (was->kind == NODE_SCALAR || was->kind == NODE_NULL)
        return was->length == now->length && memcmp(was->text, now->text, was->length) == 0;
    for (size_t i = 0; i < was->count; i++) {
        if (was->kind == NODE_MAP && !has_text(now->key[i], was->key[i]->text))
            return false;
        if (!is_same(try, was->item[i], now->item[i]))
            return false;
    }
    return true;
}

/* A block's one line end at its end does not count. */
static bool is_typed(const struct node *now, const char *text)
{
    size_t length = strlen(text);
    if (now->kind != NODE_SCALAR || now->length < length)
        return false;
    bool ends = now->length == length ||
                (now->block && now->length == length + 1 && now->text[length] == '\n');
    return ends && memcmp(now->text, text, length) == 0;
}

static bool has_pairs(const struct node *now, const struct edit_expected *expected)
{
    if (now->kind != NODE_MAP || now->count != expected->pairs)
        return false;
    for (size_t i = 0; i < now->count; i++)
        if (!has_text(now->key[i], expected->pair[i].key) ||
            !is_typed(now->item[i], expected->pair[i].text))
            return false;
    return true;
}

/* A key in a map of its own, in that the next, and the text in the last. */
static bool is_chain(const struct node *now, const char *const *key, size_t keys, const char *text)
{
    for (size_t i = 0; i < keys; i++) {
        if (now->kind != NODE_MAP || now->count != 1 || !has_text(now->key[0], key[i]))
            return false;
        now = now->item[0];
    }
    return is_typed(now, text);
}

/* Whether a tree reads like one that is in no file. */
static bool is_like(const struct node *now, const struct node *wanted)
{
    if (wanted->kind == NODE_SCALAR)
        return is_typed(now, wanted->text);
    if (now->kind != wanted->kind || now->count != wanted->count)
        return false;
    for (size_t i = 0; i < now->count; i++) {
        if (now->kind == NODE_MAP && !has_text(now->key[i], wanted->key[i]->text))
            return false;
        if (!is_like(now->item[i], wanted->item[i]))
            return false;
    }
    return true;
}

static bool is_item(const struct edit_try *try, const struct edit_expected *expected,
                    const struct node *now)
{
    if (expected->same != NULL)
        return is_same(try, expected->same, now);
    if (expected->text != NULL)
        return is_chain(now, expected->chain, expected->chains, expected->text);
    if (expected->entry != NULL)
        return is_like(now, expected->entry);
    if (!expected->in_list)
        return has_pairs(now, expected);
    return now->kind == NODE_LIST && now->count == 1 && has_pairs(now->item[0], expected);
}

/* The key of an item of the map as it should be. */
static const char *expected_key(const struct edit_try *try, size_t i)
{
    size_t new = try->items - 1 - try->after_new;
    return i == new ? try->key : try->at->key[i < new ? i : i - 1]->text;
}

static bool is_as_expected(const struct edit_try *try, const struct node *now)
{
    if (try->pair != NULL)
        return has_pairs(now, &(struct edit_expected){.pair = try->pair, .pairs = try->pairs});
    if (try->text != NULL)
        return is_chain(now, try->chain, try->chains, try->text);
    if (try->whole != NULL)
        return is_like(now, try->whole);
    if (try->items == 0)
        return now->count == 0 && now->kind != NODE_SCALAR;
    if (now->kind != (try->key != NULL ? NODE_MAP : NODE_LIST) || now->count != try->items)
        return false;
    for (size_t i = 0; i < now->count; i++) {
        if (try->key != NULL && !has_text(now->key[i], expected_key(try, i)))
            return false;
        if (!is_item(try, &try->item[i], now->item[i]))
            return false;
    }
    return true;
}

static size_t lines_from(const struct source *source, uint32_t line)
{
    size_t lines = 1;
    for (size_t i = 0; i < source->length; i++)
        lines += source->text[i] == '\n';
    return lines >= line ? lines - line + 1 : 0;
}

struct edit_unread edit_unread(const struct source *source)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    node_parse(arena, source, diag);
    const struct diag_style style = {.least = DIAG_ERROR, .apart = true};
    struct diag_listing listing = diag_list(diag, &style);
    struct edit_unread unread = {.errors = diag_count(diag, DIAG_ERROR)};
    if (listing.count > 0)
        unread.lines = lines_from(source, listing.entry[0].message->place.line);
    diag_listing_free(&listing);
    diag_free(diag);
    arena_free(arena);
    return unread;
}

bool edit_try(struct edit_try *try, size_t start, size_t end, const struct buffer *bytes)
{
    struct arena *arena = arena_new();
    struct diag *unheard = diag_new();
    const struct source *was = try->tree->place.source;
    struct edit_change change = {was, start, end, buffer_text(bytes), bytes->length};
    struct source source = {.path = was->path};
    source.text = edit_changed(arena, &change, &source.length);
    const struct node *now = node_parse(arena, &source, unheard);
    bool fine = now != NULL && is_same(try, try->tree, now);
    size_t errors =
        diag_count(unheard, DIAG_ERROR); /* such as a line that YAML runs into the one above */
    fine = fine && (errors == 0 || errors <= edit_unread(was).errors);
    if (fine) {
        change.bytes = arena_copy(try->arena, buffer_text(bytes), bytes->length);
        try->change = change;
    }
    diag_free(unheard);
    arena_free(arena);
    return fine;
}
