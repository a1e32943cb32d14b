#include "yaml/node_anchor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "yaml/quote.h"

static struct node_anchor *last_of(const struct node_anchors *anchors, const char *name)
{
    for (size_t i = anchors->count; i > 0; i--)
        if (strcmp(anchors->anchor[i - 1].name, name) == 0)
            return &anchors->anchor[i - 1];
    return NULL;
}

size_t node_anchors_open(struct node_anchors *anchors, const char *name, struct place place,
                         size_t nodes, struct diag *diag)
{
    char number[24];
    if (anchors->count == NODE_ANCHOR_LIMIT) {
        snprintf(number, sizeof number, "%d", NODE_ANCHOR_LIMIT);
        diag_say(diag, MESSAGE_YAML_ANCHORS, place, number);
        return SIZE_MAX;
    }
    const struct node_anchor *before = last_of(anchors, name);
    if (before != NULL) {
        snprintf(number, sizeof number, "%u", (unsigned)before->place.line);
        diag_say(diag, MESSAGE_YAML_ANCHOR_TWICE, place, name, number);
    }
    anchors->anchor =
        memory_room(anchors->anchor, anchors->count, &anchors->capacity, sizeof *anchors->anchor);
    anchors->anchor[anchors->count] =
        (struct node_anchor){.name = name, .size = nodes, .place = place};
    return anchors->count++;
}

void node_anchors_close(struct node_anchors *anchors, size_t index, struct node *node, size_t nodes)
{
    if (index == SIZE_MAX)
        return;
    struct node_anchor *anchor = &anchors->anchor[index];
    anchor->node = node;
    anchor->size = nodes - anchor->size;
}

const struct node_anchor *node_anchors_find(struct node_anchors *anchors, const char *name,
                                            struct place place, struct diag *diag)
{
    struct node_anchor *anchor = last_of(anchors, name);
    if (anchor == NULL)
        diag_say(diag, MESSAGE_YAML_ALIAS_UNKNOWN, place, name);
    else if (anchor->node == NULL)
        diag_say(diag, MESSAGE_YAML_ALIAS_SELF, place, name);
    if (anchor != NULL)
        anchor->used = true;
    return anchor != NULL && anchor->node != NULL ? anchor : NULL;
}

/* From the sign to the end of the value. */
static void say_unused(const struct node_anchor *anchor, struct diag *diag)
{
    const struct node *node = anchor->node;
    struct buffer text = {0}, whole = {0};
    buffer_printf(&text, "&%s ", anchor->name);
    buffer_add(&text, node->place.source->text + node->offset, node->end - node->offset);
    quote_scalar(&whole, buffer_text(&text), text.length);
    diag_say(diag, MESSAGE_YAML_ANCHOR_UNUSED, anchor->place, anchor->name, buffer_text(&whole));
    buffer_free(&text);
    buffer_free(&whole);
}

void node_anchors_check(const struct node_anchors *anchors, struct diag *diag)
{
    for (size_t i = 0; i < anchors->count; i++) {
        const struct node_anchor *anchor = &anchors->anchor[i];
        bool is_text = anchor->node != NULL &&
                       (anchor->node->kind == NODE_SCALAR || anchor->node->kind == NODE_NULL);
        if (is_text && !anchor->used)
            say_unused(anchor, diag);
    }
}

void node_anchors_free(struct node_anchors *anchors)
{
    free(anchors->anchor);
}
