/*
 * node_parse.h - what node_parse.c shares with the checks before libyaml and after its failures.
 *
 * Units:   offsets in bytes of the source's text.
 */
#ifndef ITAREPORT_YAML_NODE_PARSE_H
#define ITAREPORT_YAML_NODE_PARSE_H

#include <stdbool.h>
#include <uchar.h>
#include <yaml.h>

#include "base/diag.h"
#include "yaml/node.h"

enum {
    NODE_DEPTH_LIMIT = 64,
    NODE_COUNT_LIMIT = 200000 /* with every alias counted as what it refers to */
};

/* Bytes of a byte order mark at the start of the text: 3 or 0. */
size_t node_text_start(const struct source *source);

/* Reports bytes that are not UTF-8 and characters that may not be typed; true when clean. */
bool node_check_text(const struct source *source, struct diag *diag);

/* The same for what the escapes of a double-quoted scalar say, at the escape. */
void node_check_value(const struct node *node, struct diag *diag);

/* The codes of old Thai fonts in a tree: how many, and the first. */
struct node_forms {
    size_t count;
    char32_t first;
    struct place place;
};

/* Reads those in a scalar's text as the letters they are forms of. text is node->text, which may still be changed. */
void node_read_forms(const struct node *node, char *text, struct node_forms *forms);

/* One note about all of them. */
void node_say_forms(const struct node_forms *forms, struct diag *diag);

/* Reports the first letter of a scalar that is written from right to left. */
void node_check_direction(const struct node *node, struct diag *diag);

/* Settles the line ends of a text over several lines that is no literal block. */
void node_fold(struct arena *arena, struct node *node, struct diag *diag);

/* Where a block scalar ends; libyaml has read up to `end`, the start of a line or of nothing. */
size_t node_block_end(const struct node *block, size_t end);

/* Says in our words why libyaml gave up. */
void node_report_failure(const struct source *source, const yaml_parser_t *yaml, struct diag *diag);

#endif
