/*
 * What is still to be written: the marks in the edition's own files, and scores that are not typed. In a draft they are
 * told; in a report they are errors.
 */
#include "base/unwritten.h"

#include <string.h>

#include "audit/rule.h"

/* ---- marks ---- */

static void check_text(struct audit *audit, const struct node *node)
{
    struct unwritten mark = {0};
    while (unwritten_next(node->text, node->length, mark.end, &mark))
        audit_say(audit, audit->is_draft ? MESSAGE_UNWRITTEN_DRAFT : MESSAGE_UNWRITTEN,
                  node_place_inside(node, mark.start),
                  arena_copy(audit->arena, node->text + mark.start, mark.end - mark.start));
}

/* What is not printed need not be written: reasons, and a default that no question has. */
static bool is_printed(const struct audit *audit, const char *key, const struct node *parent)
{
    if (parent->parent != NULL)
        return true;
    if (strcmp(key, "acknowledge") == 0)
        return false;
    if (strcmp(key, "default_guideline") != 0)
        return true;
    for (size_t i = 0; i < audit->edition->scheme->questions; i++)
        if (audit->edition->question[i].has_default)
            return true;
    return false;
}

/* A value that is written elsewhere (an alias) is looked at there. */
static void check_node(struct audit *audit, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        check_text(audit, node);
    for (size_t i = 0; i < node->count; i++) {
        bool is_own = node->item[i]->parent == node;
        const char *key = node->kind == NODE_MAP ? node->key[i]->text : "";
        if (is_own && is_printed(audit, key, node))
            check_node(audit, node->item[i]);
    }
}

/* ---- scores ---- */

static void check_score(struct audit *audit, const struct edition_missing *missing)
{
    const char *id = missing->question->id.bytes;
    const struct scheme_part *part = missing->part;
    if (part != NULL)
        audit_say(audit, audit->is_draft ? MESSAGE_SCORE_AWAITED_PART : MESSAGE_SCORE_MISSING_PART,
                  missing->place, id, part->id.bytes, scheme_part_name(part));
    else
        audit_say(audit, audit->is_draft ? MESSAGE_SCORE_AWAITED : MESSAGE_SCORE_MISSING,
                  missing->place, id);
}

void rule_unwritten(struct audit *audit)
{
    const struct edition *edition = audit->edition;
    for (size_t i = 0; i < edition->trees.count; i++)
        check_node(audit, edition->trees.tree[i]);
    for (size_t i = 0; i < edition->missings; i++)
        check_score(audit, &edition->missing[i]);
}
