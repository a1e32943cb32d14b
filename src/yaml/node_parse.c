/*
 * Builds the tree from libyaml's events, by recursion as deep as the limit. Every value counts
 * against the limit on nodes, an alias with all that it refers to: so the tree, though shared
 * where anchors are used, is never long to walk. A node that cannot be made is NULL and ends the
 * parse.
 */
#include "yaml/node.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/utf8.h"
#include "yaml/node_anchor.h"
#include "yaml/node_children.h"
#include "yaml/node_parse.h"
#include "yaml/node_walk.h"

/* A position in the source, counted in every unit that is needed. */
struct spot {
    size_t index; /* code points, as libyaml counts them */
    size_t offset;
    uint32_t line;
    uint32_t column;
};

struct parse {
    struct arena *arena;
    const struct source *source;
    struct diag *diag;
    yaml_parser_t yaml;
    struct spot spot; /* where the last mark was looked up */
    size_t end;       /* of the value that was read last, as it is written here */
    size_t nodes;
    unsigned depth;
    unsigned brackets; /* that are open */
    size_t said;       /* what was reported when the first of them was opened */
    bool failed;       /* libyaml gave up */
    struct node_anchors anchors;
    struct node_forms forms;
};

static struct node *parse_value(struct parse *parse, yaml_event_t *event, const struct node *parent,
                                size_t index);

static bool next_event(struct parse *parse, yaml_event_t *event)
{
    if (yaml_parser_parse(&parse->yaml, event))
        return true;
    if (parse->brackets > 0) /* what seems to be in them is not */
        diag_rewind(parse->diag, parse->said);
    node_report_failure(parse->source, &parse->yaml, parse->diag);
    parse->failed = true;
    return false;
}

/* ---- places ---- */

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Moves the parse's spot to a mark; marks come nearly in order, so the way is short. */
static struct spot spot_at(struct parse *parse, yaml_mark_t mark)
{
    const struct source *source = parse->source;
    struct spot *spot = &parse->spot;
    while (spot->index < mark.index && spot->offset < source->length) {
        do
            spot->offset++;
        while (spot->offset < source->length && is_continuation(source->text[spot->offset]));
        spot->index++;
    }
    while (spot->index > mark.index && spot->offset > 0) {
        do
            spot->offset--;
        while (spot->offset > 0 && is_continuation(source->text[spot->offset]));
        spot->index--;
    }
    spot->line = (uint32_t)mark.line + 1;
    spot->column = (uint32_t)mark.column + 1;
    return *spot;
}

static void spot_step(struct spot *spot, const struct source *source)
{
    char32_t c = utf8_next(source->text, source->length, &spot->offset);
    spot->column = c == '\n' ? 1 : spot->column + 1;
    spot->line += c == '\n';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Goes past that many anchors and tags, and past the blanks and comments after each. */
static struct spot skip_properties(const struct source *source, struct spot spot, int properties)
{
    const char *text = source->text; /* NUL-terminated */
    for (; properties > 0 && (text[spot.offset] == '&' || text[spot.offset] == '!'); properties--) {
        while (text[spot.offset] != '\0' && !is_blank(text[spot.offset]))
            spot_step(&spot, source);
        while (is_blank(text[spot.offset]) || text[spot.offset] == '#') {
            bool comment = text[spot.offset] == '#';
            while (comment && text[spot.offset] != '\0' && text[spot.offset] != '\n')
                spot_step(&spot, source);
            if (is_blank(text[spot.offset]))
                spot_step(&spot, source);
        }
    }
    return spot;
}

/* How many anchors and tags are before the value of an event. */
static int properties_of(const yaml_event_t *event)
{
    if (event->type == YAML_SCALAR_EVENT)
        return (event->data.scalar.anchor != NULL) + (event->data.scalar.tag != NULL);
    if (event->type == YAML_MAPPING_START_EVENT)
        return (event->data.mapping_start.anchor != NULL) + (event->data.mapping_start.tag != NULL);
    if (event->type == YAML_SEQUENCE_START_EVENT)
        return (event->data.sequence_start.anchor != NULL) +
               (event->data.sequence_start.tag != NULL);
    return 0;
}

static struct place place_of(const struct parse *parse, struct spot spot)
{
    return place_at(parse->source, spot.line, spot.column);
}

/* ---- nodes and limits ---- */

static bool count_nodes(struct parse *parse, size_t count, struct place place)
{
    parse->nodes += count;
    if (parse->nodes <= NODE_COUNT_LIMIT)
        return true;
    char limit[24];
    snprintf(limit, sizeof limit, "%d", NODE_COUNT_LIMIT);
    diag_say(parse->diag, count > 1 ? MESSAGE_YAML_ALIAS_BOMB : MESSAGE_YAML_TOO_LARGE, place,
             limit);
    return false;
}

static struct node *new_node(struct parse *parse, enum node_kind kind, const yaml_event_t *event)
{
    struct spot start = spot_at(parse, event->start_mark);
    struct spot end = spot_at(parse, event->end_mark);
    start = skip_properties(parse->source, start, properties_of(event));
    if (event->type == YAML_SCALAR_EVENT && start.offset > end.offset)
        start = end; /* there is nothing after the properties */
    struct node *node = ARENA_NEW(parse->arena, struct node, 1);
    node->kind = kind;
    node->place = place_of(parse, start);
    node->place.node = node;
    node->offset = start.offset;
    node->end = parse->end = end.offset;
    node->text = "";
    return count_nodes(parse, 1, node->place) ? node : NULL;
}

/* Tags that say what the value is anyway; anything else is reported. */
static void check_tag(struct parse *parse, const yaml_char_t *tag, yaml_mark_t mark)
{
    static const char standard[] = "tag:yaml.org,2002:";
    static const char *const allowed[] = {"str", "map", "seq"};
    const char *name = (const char *)tag;
    if (name == NULL)
        return;
    if (strncmp(name, standard, sizeof standard - 1) == 0) {
        name += sizeof standard - 1;
        for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
            if (strcmp(name, allowed[i]) == 0)
                return;
    }
    diag_say(parse->diag, MESSAGE_YAML_TAG, place_of(parse, spot_at(parse, mark)), name);
}

/* ---- anchors ---- */

static size_t open_anchor(struct parse *parse, const yaml_char_t *name, yaml_mark_t mark)
{
    if (name == NULL)
        return SIZE_MAX;
    return node_anchors_open(&parse->anchors, arena_string(parse->arena, (const char *)name),
                             place_of(parse, spot_at(parse, mark)), parse->nodes, parse->diag);
}

static struct node *parse_alias(struct parse *parse, const yaml_event_t *event)
{
    const char *name = (const char *)event->data.alias.anchor;
    struct place place = place_of(parse, spot_at(parse, event->start_mark));
    const struct node_anchor *anchor = node_anchors_find(&parse->anchors, name, place, parse->diag);
    if (anchor == NULL)
        return new_node(parse, NODE_NULL, event);
    parse->end = spot_at(parse, event->end_mark).offset;
    return count_nodes(parse, anchor->size, place) ? anchor->node : NULL;
}

/* ---- scalars ---- */

static bool is_null(const yaml_event_t *event)
{
    static const char *const words[] = {"", "~", "null", "Null", "NULL"};
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE || event->data.scalar.tag != NULL)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp((const char *)event->data.scalar.value, words[i]) == 0)
            return true;
    return false;
}

/* Columns before the text of a block scalar: said after its sign, or those of its first line. */
static uint32_t block_indent(const struct source *source, size_t offset, uint32_t parent)
{
    const char *text = source->text; /* NUL-terminated: no line runs past the end */
    for (offset++; text[offset] != '\0' && text[offset] != '\n'; offset++)
        if (text[offset] >= '1' && text[offset] <= '9')
            return parent + (uint32_t)(text[offset] - '0');
        else if (text[offset] == '#')
            offset += strcspn(text + offset, "\n") - 1;
    while (text[offset] == '\n') {
        size_t spaces = strspn(text + offset + 1, " ");
        offset += 1 + spaces;
        offset += text[offset] == '\r';
        if (text[offset] != '\n')
            return text[offset] != '\0' ? (uint32_t)spaces : 0;
    }
    return 0;
}

static struct node *parse_scalar(struct parse *parse, const yaml_event_t *event, uint32_t indent)
{
    yaml_scalar_style_t style = event->data.scalar.style;
    struct node *node = new_node(parse, is_null(event) ? NODE_NULL : NODE_SCALAR, event);
    if (node == NULL)
        return NULL;
    check_tag(parse, event->data.scalar.tag, event->start_mark);
    node->length = event->data.scalar.length;
    char *text = arena_copy(parse->arena, (const char *)event->data.scalar.value, node->length);
    node->text = text;
    node->quoted = style != YAML_PLAIN_SCALAR_STYLE || event->data.scalar.tag != NULL;
    node->block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
    if (node->block) {
        node->indent = block_indent(parse->source, node->offset, indent);
        node->end = parse->end = node_block_end(node, node->end);
    }
    if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        node_check_value(node, parse->diag);
    node_read_forms(node, text, &parse->forms);
    if (node->kind == NODE_SCALAR) {
        node_check_direction(node, parse->diag);
        node_fold(parse->arena, node, parse->diag);
        node_walk_note_stops(parse->arena, node);
    }
    size_t anchor = open_anchor(parse, event->data.scalar.anchor, event->start_mark);
    node_anchors_close(&parse->anchors, anchor, node, parse->nodes + 1); /* counted before */
    return node;
}

/* ---- collections ---- */

/* Whether the key can be used; reports what it is when it cannot. */
static bool check_key(struct parse *parse, const struct node *map, const struct node *key)
{
    if (key->kind == NODE_SCALAR)
        return true;
    const char *text = parse->source->text + map->offset;
    if (key->kind == NODE_NULL)
        diag_say(parse->diag, MESSAGE_YAML_KEY_EMPTY, key->place);
    else if (text[0] == '{' && text[1] == '{')
        diag_say(parse->diag, MESSAGE_YAML_BRACES, map->place);
    else
        diag_say(parse->diag, MESSAGE_YAML_KEY_KIND, key->place);
    return false;
}

/* Reads one key with its value; false ends the parse. */
static bool parse_pair(struct parse *parse, const struct node *map, yaml_event_t *event,
                       struct node_children *children)
{
    size_t index = children->count;
    const struct node *key = parse_value(parse, event, map, index);
    yaml_event_t value_event;
    if (key == NULL || !next_event(parse, &value_event))
        return false;
    const struct node *value = parse_value(parse, &value_event, map, index);
    if (value != NULL && check_key(parse, map, key))
        node_children_add(children, map, (struct node_child){key, value}, parse->diag);
    return value != NULL;
}

static bool parse_item(struct parse *parse, const struct node *list, yaml_event_t *event,
                       struct node_children *children)
{
    const struct node *value = parse_value(parse, event, list, children->count);
    if (value != NULL)
        node_children_add(children, list, (struct node_child){NULL, value}, parse->diag);
    return value != NULL;
}

static bool parse_children(struct parse *parse, const struct node *node,
                           struct node_children *children)
{
    yaml_event_t event;
    for (;;) {
        if (!next_event(parse, &event))
            return false;
        if (event.type == YAML_MAPPING_END_EVENT || event.type == YAML_SEQUENCE_END_EVENT) {
            if (node_is_bracketed(node))
                parse->end = spot_at(parse, event.end_mark).offset;
            yaml_event_delete(&event);
            return true;
        }
        if (node->kind == NODE_MAP ? !parse_pair(parse, node, &event, children)
                                   : !parse_item(parse, node, &event, children))
            return false;
    }
}

static bool descend(struct parse *parse, struct place place)
{
    if (++parse->depth <= NODE_DEPTH_LIMIT)
        return true;
    char limit[16];
    snprintf(limit, sizeof limit, "%d", NODE_DEPTH_LIMIT);
    diag_say(parse->diag, MESSAGE_YAML_DEPTH, place, limit);
    return false;
}

static struct node *parse_collection(struct parse *parse, const yaml_event_t *event)
{
    bool is_map = event->type == YAML_MAPPING_START_EVENT;
    size_t anchor = open_anchor(
        parse, is_map ? event->data.mapping_start.anchor : event->data.sequence_start.anchor,
        event->start_mark);
    struct node *node = new_node(parse, is_map ? NODE_MAP : NODE_LIST, event);
    if (node == NULL || !descend(parse, node->place))
        return NULL;
    check_tag(parse, is_map ? event->data.mapping_start.tag : event->data.sequence_start.tag,
              event->start_mark);
    struct node_children children = {0};
    if (node_is_bracketed(node) && parse->brackets++ == 0)
        parse->said = diag_mark(parse->diag);
    bool whole = parse_children(parse, node, &children);
    parse->brackets -= whole && node_is_bracketed(node);
    node->end = parse->end;
    if (whole)
        node_children_keep(&children, node, parse->arena, parse->diag);
    node_children_free(&children);
    if (!whole)
        return NULL;
    parse->depth--;
    node_anchors_close(&parse->anchors, anchor, node, parse->nodes);
    return node;
}

/* Consumes the event. An alias leaves the node where it is written. */
static struct node *parse_value(struct parse *parse, yaml_event_t *event, const struct node *parent,
                                size_t index)
{
    struct node *node = NULL;
    if (event->type == YAML_ALIAS_EVENT) {
        node = parse_alias(parse, event);
        yaml_event_delete(event);
        return node;
    }
    if (event->type == YAML_SCALAR_EVENT) {
        node = parse_scalar(parse, event, parent != NULL ? parent->place.column - 1 : 0);
    } else {
        assert(event->type == YAML_MAPPING_START_EVENT || event->type == YAML_SEQUENCE_START_EVENT);
        node = parse_collection(parse, event);
    }
    yaml_event_delete(event);
    if (node != NULL) {
        node->parent = parent;
        node->index = (uint32_t)index;
    }
    return node;
}

/* ---- documents ---- */

/* Whether another document (or the first) starts; false also after a reported failure. */
static bool next_document(struct parse *parse, yaml_mark_t *mark)
{
    yaml_event_t event;
    do {
        if (!next_event(parse, &event))
            return false;
        yaml_event_type_t type = event.type;
        *mark = event.start_mark;
        yaml_event_delete(&event);
        if (type == YAML_DOCUMENT_START_EVENT)
            return true;
        if (type == YAML_STREAM_END_EVENT)
            return false;
    } while (true);
}

static const struct node *parse_document(struct parse *parse)
{
    yaml_mark_t mark;
    yaml_event_t event;
    struct place top = place_at(parse->source, 1, 1);
    if (!next_document(parse, &mark)) {
        if (!parse->failed)
            diag_say(parse->diag, MESSAGE_YAML_EMPTY, top);
        return NULL;
    }
    if (!next_event(parse, &event))
        return NULL;
    const struct node *node = parse_value(parse, &event, NULL, 0);
    if (node != NULL && node->kind == NODE_NULL) {
        diag_say(parse->diag, MESSAGE_YAML_EMPTY, top);
        return NULL;
    }
    if (node != NULL && next_document(parse, &mark))
        diag_say(parse->diag, MESSAGE_YAML_DOCUMENTS, place_of(parse, spot_at(parse, mark)));
    return parse->failed ? NULL : node;
}

const struct node *node_parse(struct arena *arena, const struct source *source, struct diag *diag)
{
    if (!node_check_text(source, diag))
        return NULL;
    size_t start = node_text_start(source);
    struct parse parse = {
        .arena = arena, .source = source, .diag = diag, .spot = {.offset = start}};
    if (!yaml_parser_initialize(&parse.yaml))
        memory_fail(0);
    yaml_parser_set_encoding(&parse.yaml, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parse.yaml, (const unsigned char *)source->text + start,
                                 source->length - start);
    const struct node *node = parse_document(&parse);
    if (node != NULL)
        node_anchors_check(&parse.anchors, diag);
    yaml_parser_delete(&parse.yaml);
    node_anchors_free(&parse.anchors);
    node_say_forms(&parse.forms, diag);
    return node;
}
