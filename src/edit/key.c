/* Keys are added after the last: on a line of its own, or before the closing brace. */
#include <string.h>

#include "edit/try.h"

size_t edit_after_last(const struct node *parent)
{
    const struct source *source = parent->place.source;
    size_t at = parent->end;
    while (at < source->length && source->text[at] != '\n')
        at++;
    return at > 0 && at < source->length && source->text[at - 1] == '\r' ? at - 1 : at;
}

const struct edit_expected *edit_expect_last(struct arena *arena, const struct node *parent,
                                             struct edit_expected last)
{
    struct edit_expected *item = ARENA_NEW(arena, struct edit_expected, parent->count + 1);
    for (size_t i = 0; i < parent->count; i++)
        item[i].same = parent->item[i];
    item[parent->count] = last;
    return item;
}

bool edit_try_in_brackets(struct edit_try *try, const char *bytes)
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
    size_t at = edit_after_last(try->at);
    if (fine)
        fine = in_brackets ? edit_try_in_brackets(try, buffer_text(&out))
                           : edit_try(try, at, at, &out);
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
    try.item = edit_expect_last(arena, map, (struct edit_expected){.text = trimmed});
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

enum { MOST_PAIRS = 4 };

/* The pairs of an acknowledgement, in their order. */
static size_t pairs_of(const struct edit_acknowledgement *what, struct edit_pair *pair)
{
    size_t count = 0;
    pair[count++] = (struct edit_pair){"rule", what->rule};
    pair[count++] = (struct edit_pair){"place", what->place};
    if (what->content != NULL)
        pair[count++] = (struct edit_pair){"content", what->content};
    pair[count++] = (struct edit_pair){"reason", what->reason};
    return count;
}

/* How the words of an acknowledgement are typed; ids and paths are plain. */
struct styles {
    enum edit_style content, reason;
};

static enum edit_style style_of(const struct styles *styles, const struct edit_pair *pair)
{
    if (strcmp(pair->key, "content") == 0)
        return styles->content;
    return strcmp(pair->key, "reason") == 0 ? styles->reason : EDIT_PLAIN;
}

static void add_map(struct buffer *out, const struct edit_acknowledgement *what,
                    const struct styles *styles, const char *parting)
{
    struct edit_pair pair[MOST_PAIRS];
    size_t count = pairs_of(what, pair);
    for (size_t i = 0; i < count; i++) {
        buffer_printf(out, "%s%s: ", i > 0 ? parting : "", pair[i].key);
        edit_type(out, style_of(styles, &pair[i]), pair[i].text, 0, "\n");
    }
}

/* One more item of the list, or the list with its key. */
static bool try_acknowledge(struct edit_try *try, const struct node *list,
                            const struct edit_acknowledgement *what, const struct styles *styles)
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
        add_map(&out, what, styles, ", ");
        buffer_add_char(&out, '}');
        fine = edit_try_in_brackets(try, buffer_text(&out));
    } else {
        buffer_add_string(&out, list == NULL ? end : "");
        buffer_add_string(&out, list == NULL ? "acknowledge:" : "");
        buffer_add_string(&out, end);
        edit_add_spaces(&out, indent);
        buffer_add_string(&out, "- ");
        add_map(&out, what, styles, buffer_text(&parting));
        bool is_empty = list != NULL && list->count == 0; /* [], or nothing */
        size_t at = edit_after_last(list != NULL ? list : try->tree);
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
    struct edit_acknowledgement said = *what;
    said.reason = edit_trimmed(arena, what->reason);
    struct edit_try try = {.arena = arena, .tree = tree, .at = list != NULL ? list : tree};
    struct edit_pair pair[MOST_PAIRS];
    size_t pairs = pairs_of(&said, pair);
    try.item = edit_expect_last(
        arena, try.at,
        (struct edit_expected){.pair = pair, .pairs = pairs, .in_list = list == NULL});
    try.items = try.at->count + 1;
    try.key = list == NULL ? "acknowledge" : NULL;
    static const struct styles ways[] = {{EDIT_PLAIN, EDIT_PLAIN},
                                         {EDIT_PLAIN, EDIT_DOUBLE},
                                         {EDIT_DOUBLE, EDIT_PLAIN},
                                         {EDIT_DOUBLE, EDIT_DOUBLE}};
    bool fine = false;
    for (size_t i = 0; !fine && i < sizeof ways / sizeof *ways; i++)
        fine = try_acknowledge(&try, list, &said, &ways[i]);
    if (!fine)
        diag_say(diag, MESSAGE_EDIT_NO_WAY, try.at->place);
    *out = try.change;
    return fine;
}
