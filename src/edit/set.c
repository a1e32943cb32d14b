/*
 * The file is read again after each value (steps.h). What is to be there after a change is told to edit_try, as for all
 * changes.
 */
#include "edit/set.h"

#include <assert.h>
#include <string.h>

#include "base/digit.h"
#include "edit/steps.h"
#include "edit/try.h"
#include "yaml/node.h"

struct setter {
    struct arena *arena;
    const struct node *tree;
    const struct edit_setting *setting;
    struct diag *diag;
    struct edit_change change;
};

/* The place of a key, or the map's count. */
static size_t index_of(const struct node *map, const char *key)
{
    size_t at = 0;
    while (at < map->count && digit_compare(map->key[at]->text, key) != 0)
        at++;
    return at;
}

/* As far as the keys lead: the last value that is there, and how many keys led to it. */
static const struct node *follow(const struct node *tree, const struct edit_setting *setting,
                                 size_t *keys)
{
    const struct node *node = tree;
    for (*keys = 0; *keys < setting->keys && node->kind == NODE_MAP; (*keys)++) {
        size_t at = index_of(node, setting->key[*keys]);
        if (at == node->count)
            return node;
        node = node->item[at];
    }
    return node;
}

const struct node *edit_set_find(const struct node *tree, const struct edit_setting *setting)
{
    size_t keys;
    const struct node *node = follow(tree, setting, &keys);
    if (keys == setting->keys && node->kind == NODE_MAP && setting->braces != NULL) {
        size_t at = index_of(node, setting->braces);
        return at < node->count ? node->item[at] : NULL;
    }
    bool is_bare = setting->braces != NULL && keys + 1 == setting->keys &&
                   node->kind == NODE_SCALAR && strcmp(setting->key[keys], setting->braces) == 0;
    return keys == setting->keys || is_bare ? node : NULL;
}

/* ---- texts of new keys ---- */

static void add_key(struct buffer *out, const char *key)
{
    bool looks_other = strchr(key, '.') != NULL; /* a number with a part */
    buffer_printf(out, looks_other ? "\"%s\":" : "%s:", key);
}

/* The keys from `from` on with the text: a key a line below the other, the last pair in braces where that is wanted. */
static void add_chain(struct buffer *out, const struct edit_setting *setting, size_t from,
                      size_t indent, const char *line_end)
{
    enum { STEP = 2 };
    for (size_t i = from; i < setting->keys; i++) {
        bool is_last = i + 1 == setting->keys;
        bool in_braces = is_last && i > from && setting->braces != NULL;
        if (i > from && !in_braces) {
            indent += STEP;
            buffer_add_string(out, line_end);
            edit_add_spaces(out, indent);
        }
        buffer_add_string(out, in_braces ? " {" : "");
        add_key(out, setting->key[i]);
        if (is_last)
            buffer_printf(out, " %s%s", setting->text, in_braces ? "}" : "");
    }
}

/* ---- ways to set a value ---- */

/* The last key that is there and comes before a new one; SIZE_MAX: none. */
static size_t place_of(const struct node *map, const struct edit_setting *setting, size_t from)
{
    bool is_ordered =
        setting->order != NULL && from + 1 + (setting->braces != NULL) == setting->keys;
    if (!is_ordered)
        return map->count;
    size_t after = SIZE_MAX;
    for (const char *const *key = setting->order;
         *key != NULL && digit_compare(*key, setting->key[from]) != 0; key++) {
        size_t at = index_of(map, *key);
        if (at < map->count && (after == SIZE_MAX || at > after))
            after = at;
    }
    return after + 1;
}

static size_t line_end_after(const struct source *source, size_t at)
{
    while (at < source->length && source->text[at] != '\n')
        at++;
    return at > 0 && at < source->length && source->text[at - 1] == '\r' ? at - 1 : at;
}

static struct edit_expected *expect_new(struct setter *setter, const struct node *map, size_t at,
                                        size_t from)
{
    const struct edit_setting *setting = setter->setting;
    struct edit_expected *item = ARENA_NEW(setter->arena, struct edit_expected, map->count + 1);
    for (size_t i = 0; i < map->count; i++)
        item[i < at ? i : i + 1].same = map->item[i];
    item[at] = (struct edit_expected){.text = setting->text,
                                      .chain = &setting->key[from + 1],
                                      .chains = setting->keys - from - 1};
    return item;
}

/* A new key of a map in lines, after those that come before it. */
static bool try_line(struct setter *setter, struct edit_try *try, const struct node *map, size_t at,
                     size_t from)
{
    const struct source *source = map->place.source;
    const char *end = edit_line_end(source);
    size_t indent = map->key[0]->place.column - 1;
    struct buffer out = {0};
    size_t place;
    if (at == 0) {
        add_chain(&out, setter->setting, from, indent, end);
        buffer_add_string(&out, end);
        edit_add_spaces(&out, indent);
        place = map->key[0]->offset;
    } else {
        buffer_add_string(&out, end);
        edit_add_spaces(&out, indent);
        add_chain(&out, setter->setting, from, indent, end);
        const struct node *before = map->item[at - 1];
        assert(before != NULL); /* a map has a value for each key */
        place = line_end_after(source, before->end);
    }
    bool fine = edit_try(try, place, place, &out);
    buffer_free(&out);
    return fine;
}

/* A new pair of a map in braces. */
static bool try_pair(struct setter *setter, struct edit_try *try, const struct node *map, size_t at,
                     size_t from)
{
    const struct edit_setting *setting = setter->setting;
    struct buffer out = {0};
    const struct node *before = at == 0 ? NULL : map->item[at - 1];
    assert(at == 0 || before != NULL);
    size_t place = before == NULL ? map->key[0]->offset : before->end;
    buffer_add_string(&out, at == 0 ? "" : ", ");
    for (size_t i = from; i < setting->keys; i++) {
        buffer_add_string(&out, i > from ? " {" : "");
        add_key(&out, setting->key[i]);
    }
    buffer_printf(&out, " %s", setting->text);
    for (size_t i = from + 1; i < setting->keys; i++)
        buffer_add_char(&out, '}');
    buffer_add_string(&out, at == 0 ? ", " : "");
    bool fine = edit_try(try, place, place, &out);
    buffer_free(&out);
    return fine;
}

static bool add_to_map(struct setter *setter, const struct node *map, size_t from)
{
    size_t at = place_of(map, setter->setting, from);
    struct edit_try try = {.arena = setter->arena,
                           .tree = setter->tree,
                           .at = map,
                           .item = expect_new(setter, map, at, from),
                           .items = map->count + 1,
                           .after_new = map->count - at,
                           .key = setter->setting->key[from]};
    bool fine = node_is_bracketed(map) ? try_pair(setter, &try, map, at, from)
                                       : try_line(setter, &try, map, at, from);
    setter->change = try.change;
    return fine;
}

/* In place of no value, or of an empty map. */
static bool fill(struct setter *setter, const struct node *node, size_t from)
{
    const struct edit_setting *setting = setter->setting;
    const struct node *key = node_key(node);
    const char *end = edit_line_end(node->place.source);
    struct edit_try try = {.arena = setter->arena,
                           .tree = setter->tree,
                           .at = node,
                           .text = setting->text,
                           .chain = &setting->key[from],
                           .chains = setting->keys - from};
    struct buffer out = {0};
    enum { STEP = 2 };
    bool in_braces = setting->braces != NULL && from + 1 == setting->keys;
    if (in_braces) {
        buffer_add_string(&out, node->offset == node->end ? " {" : "{");
        add_key(&out, setting->key[from]);
        buffer_printf(&out, " %s}", setting->text);
    } else {
        size_t indent = key != NULL ? key->place.column - 1 + STEP : 0;
        buffer_add_string(&out, end);
        edit_add_spaces(&out, indent);
        add_chain(&out, setting, from, indent, end);
    }
    bool fine = edit_try(&try, node->offset, node->end, &out);
    buffer_free(&out);
    setter->change = try.change;
    return fine;
}

/* "6: 86.19" becomes "6: {score: 86.19, public: 90.00}". */
static bool embrace(struct setter *setter, const struct node *scalar, size_t from)
{
    const struct edit_setting *setting = setter->setting;
    const struct source *source = scalar->place.source;
    const struct edit_pair pair[] = {{setting->braces, scalar->text},
                                     {setting->key[from], setting->text}};
    struct edit_try try = {
        .arena = setter->arena, .tree = setter->tree, .at = scalar, .pair = pair, .pairs = 2};
    struct buffer out = {0};
    buffer_printf(&out, "{%s: ", setting->braces);
    buffer_add(&out, source->text + scalar->offset, scalar->end - scalar->offset);
    buffer_add_string(&out, ", ");
    add_key(&out, setting->key[from]);
    buffer_printf(&out, " %s}", setting->text);
    bool fine = edit_try(&try, scalar->offset, scalar->end, &out);
    buffer_free(&out);
    setter->change = try.change;
    return fine;
}

static bool set(struct setter *setter)
{
    const struct edit_setting *setting = setter->setting;
    const struct node *there = edit_set_find(setter->tree, setting);
    if (there != NULL && there->kind != NODE_MAP)
        return edit_value(setter->arena, setter->tree, there, setting->text, setter->diag,
                          &setter->change);
    size_t keys;
    const struct node *node = follow(setter->tree, setting, &keys);
    struct edit_setting inner = *setting;
    if (keys == setting->keys && keys < EDIT_SET_KEYS && setting->braces != NULL) {
        inner.key[inner.keys++] = setting->braces; /* its own value is one of several */
        setter->setting = &inner;
    }
    bool fine = false;
    if (node->kind == NODE_NULL || (node->kind == NODE_MAP && node->count == 0))
        fine = fill(setter, node, keys);
    else if (node->kind == NODE_MAP && keys < setter->setting->keys)
        fine = add_to_map(setter, node, keys);
    else if (node->kind == NODE_SCALAR && setting->braces != NULL && keys + 1 == setting->keys)
        fine = embrace(setter, node, keys);
    setter->setting = setting;
    if (!fine)
        diag_say(setter->diag, MESSAGE_EDIT_NO_WAY, node->place);
    return fine;
}

bool edit_set_all(struct arena *arena, const struct node *tree, const struct edit_setting *setting,
                  size_t count, struct diag *diag, struct edit_mended_file *out)
{
    struct edit_steps *steps = edit_steps_new(tree);
    bool fine = true;
    for (size_t i = 0; i < count && fine; i++) {
        struct setter setter = {.arena = edit_steps_arena(steps),
                                .tree = edit_steps_tree(steps),
                                .setting = &setting[i],
                                .diag = edit_steps_diag(steps)};
        fine = edit_steps_take(steps, set(&setter) ? &setter.change : NULL);
    }
    return edit_steps_end(steps, arena, diag, out);
}
