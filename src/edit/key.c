/* Keys are added after the last: on a line of its own, or before the closing brace. */
#include <string.h>

#include "edit/try.h"

/* After the line of a map's or a list's last value. */
static size_t after_last(const struct node *parent)
{
    const struct source *source = parent->place.source;
    size_t at = parent->end;
    while (at < source->length && source->text[at] != '\n')
        at++;
    return at > 0 && at < source->length && source->text[at - 1] == '\r' ? at - 1 : at;
}

static const struct edit_expected *expect(struct arena *arena, const struct node *parent,
                                          struct edit_expected last)
{
    struct edit_expected *item = ARENA_NEW(arena, struct edit_expected, parent->count + 1);
    for (size_t i = 0; i < parent->count; i++)
        item[i].same = parent->item[i];
    item[parent->count] = last;
    return item;
}

/* In braces before the last; where a comma is needed one is put. */
static bool try_in_brackets(struct edit_try *try, const char *bytes)
{
    size_t at = try->at->end - 1;
    const char *text = try->tree->place.source->text;
    while (at > try->at->offset + 1 && strchr(" \t\r\n", text[at - 1]) != NULL)
        at--;
    struct buffer out = {0};
    buffer_printf(&out, "%s%s", try->at->count > 0 ? ", " : "", bytes);
    bool fine = edit_try(try, at, at, &out);
    buffer_free(&out);
    return fine;
}

/* Where the first key's column is. */
static size_t column_of(const struct node *map)
{
    return map->count > 0 ? map->key[0]->place.column - 1 : map->place.column - 1;
}

static bool try_key(struct edit_try *try, const char *key, const char *text, enum edit_style style)
{
    const char *end = edit_line_end(try->tree->place.source);
    size_t indent = column_of(try->at);
    bool in_brackets = node_is_bracketed(try->at);
    struct buffer out = {0};
    if (!in_brackets) {
        buffer_add_string(&out, end);
        edit_add_spaces(&out, indent);
    }
    buffer_printf(&out, "%s: ", key);
    bool fine = edit_type(&out, style, text, indent + 2, end);
    size_t at = after_last(try->at);
    if (fine)
        fine = in_brackets ? try_in_brackets(try, buffer_text(&out)) : edit_try(try, at, at, &out);
    buffer_free(&out);
    return fine;
}

bool edit_key_add(struct arena *arena, const struct node *tree, const struct node *map,
                  const char *key, const char *text, struct diag *diag, struct edit_change *out)
{
    static const enum edit_style styles[] = {EDIT_PLAIN, EDIT_DOUBLE, EDIT_BLOCK};
    if (map->kind != NODE_MAP || map->count == 0) {
        diag_say(diag, MESSAGE_EDIT_NO_MAP, map->place);
        return false;
    }
    const char *trimmed = edit_trimmed(arena, text);
    bool has_lines = strchr(trimmed, '\n') != NULL;
    struct edit_try try = {.arena = arena, .tree = tree, .at = map, .key = key};
    try.item = expect(arena, map, (struct edit_expected){.text = trimmed});
    try.items = map->count + 1;
    bool fine = has_lines && try_key(&try, key, trimmed, EDIT_BLOCK);
    for (size_t i = 0; !fine && i < sizeof styles / sizeof styles[0]; i++)
        fine = try_key(&try, key, trimmed, styles[i]);
    if (!fine)
        diag_say(diag, MESSAGE_EDIT_NO_WAY, map->place);
    *out = try.change;
    return fine;
}

/* ---- acknowledgements ---- */

static void add_pair(struct buffer *out, const char *key, const char *text, enum edit_style style)
{
    buffer_printf(out, "%s: ", key);
    edit_type(out, style, text, 0, "\n");
}

/* A map of three keys: in lines that are indented so far, or in braces. */
static void add_map(struct buffer *out, const struct edit_acknowledgement *what,
                    enum edit_style style, const char *parting)
{
    add_pair(out, "rule", what->rule, EDIT_PLAIN);
    buffer_add_string(out, parting);
    add_pair(out, "place", what->place, EDIT_PLAIN);
    buffer_add_string(out, parting);
    add_pair(out, "reason", what->reason, style);
}

/* One more item of the list, or the list with its key. */
static bool try_acknowledge(struct edit_try *try, const struct node *list,
                            const struct edit_acknowledgement *what, enum edit_style style)
{
    enum { STEP = 2 };
    const char *end = edit_line_end(try->tree->place.source);
    size_t indent = list != NULL && list->count > 0 ? list->place.column - 1 : STEP;
    struct buffer out = {0}, parting = {0};
    buffer_add_string(&parting, end);
    edit_add_spaces(&parting, indent + STEP);
    bool in_brackets = list != NULL && node_is_bracketed(list) && list->count > 0;
    bool fine;
    if (in_brackets) {
        buffer_add_char(&out, '{');
        add_map(&out, what, style, ", ");
        buffer_add_char(&out, '}');
        fine = try_in_brackets(try, buffer_text(&out));
    } else {
        buffer_add_string(&out, list == NULL ? end : "");
        buffer_add_string(&out, list == NULL ? "acknowledge:" : "");
        buffer_add_string(&out, end);
        edit_add_spaces(&out, indent);
        buffer_add_string(&out, "- ");
        add_map(&out, what, style, buffer_text(&parting));
        bool is_empty = list != NULL && list->count == 0; /* [], or nothing */
        size_t at = after_last(list != NULL ? list : try->tree);
        fine =
            is_empty ? edit_try(try, list->offset, list->end, &out) : edit_try(try, at, at, &out);
    }
    buffer_free(&out);
    buffer_free(&parting);
    return fine;
}

bool edit_acknowledge(struct arena *arena, const struct node *tree,
                      const struct edit_acknowledgement *what, struct diag *diag,
                      struct edit_change *out)
{
    const struct node *list = node_find(tree, "acknowledge");
    const struct edit_acknowledgement said = {what->rule, what->place,
                                              edit_trimmed(arena, what->reason)};
    struct edit_try try = {.arena = arena, .tree = tree, .at = list != NULL ? list : tree};
    const struct edit_pair pair[] = {
        {"rule", said.rule}, {"place", said.place}, {"reason", said.reason}};
    try.item = expect(arena, try.at,
                      (struct edit_expected){.pair = pair, .pairs = 3, .in_list = list == NULL});
    try.items = try.at->count + 1;
    try.key = list == NULL ? "acknowledge" : NULL;
    bool fine = try_acknowledge(&try, list, &said, EDIT_PLAIN) ||
                try_acknowledge(&try, list, &said, EDIT_DOUBLE);
    if (!fine)
        diag_say(diag, MESSAGE_EDIT_NO_WAY, try.at->place);
    *out = try.change;
    return fine;
}
