/*
 * node_comment.h - what YAML took for a comment beside a value.
 *
 * Units:   offsets in bytes of the source.
 */
#ifndef ITAREPORT_YAML_NODE_COMMENT_H
#define ITAREPORT_YAML_NODE_COMMENT_H

#include "yaml/node.h"

struct node_comment {
    bool found;
    bool apart;        /* a comma is between it and the value */
    bool hashtag;      /* a # is joined to what follows it, as in #ITA: no remark is written so */
    size_t start, end; /* from its # to before the line end */
    struct place place;
};

/* After a value, on the line on which it ends, and in brackets also after the comma; of a block, after
 * its sign. */
struct node_comment node_comment_after(const struct node *node);

/* Before a value that begins on a line below its colon or hyphen: on the line of these. */
struct node_comment node_comment_before(const struct node *node);

/* On the line below a plain text, where the text would go on if that line were no comment. */
struct node_comment node_comment_below(const struct node *node);

#endif
