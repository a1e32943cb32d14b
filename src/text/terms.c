/*
 * A trie over bytes: a node knows its first child and its next sibling. The three bytes of a Thai
 * letter share their first two, so chains of siblings are short where it matters.
 */
#include "text/terms.h"

#include <stdlib.h>

#include "base/arena.h"

struct node {
    uint32_t child, sibling; /* 0: none */
    uint32_t value;          /* 0: no word ends here */
    unsigned char byte;
};

struct terms {
    struct node *node; /* the first one is the root */
    size_t count, room;
};

struct terms *terms_new(void)
{
    struct terms *terms = memory_zeroed(1, sizeof *terms);
    terms->node = memory_room(terms->node, 0, &terms->room, sizeof *terms->node);
    terms->node[terms->count++] = (struct node){0};
    return terms;
}

void terms_free(struct terms *terms)
{
    if (terms == NULL)
        return;
    free(terms->node);
    free(terms);
}

static uint32_t child_of(const struct terms *terms, uint32_t parent, unsigned char byte)
{
    uint32_t at = terms->node[parent].child;
    while (at != 0 && terms->node[at].byte != byte)
        at = terms->node[at].sibling;
    return at;
}

void terms_add(struct terms *terms, const char *word, size_t length, uint32_t value)
{
    uint32_t at = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)word[i];
        uint32_t next = child_of(terms, at, byte);
        if (next == 0) {
            terms->node = memory_room(terms->node, terms->count, &terms->room, sizeof *terms->node);
            next = (uint32_t)terms->count++;
            terms->node[next] = (struct node){.sibling = terms->node[at].child, .byte = byte};
            terms->node[at].child = next;
        }
        at = next;
    }
    if (at != 0)
        terms->node[at].value |= value;
}

size_t terms_match(const struct terms *terms, const char *text, size_t length,
                   const struct terms_end *ends, uint32_t *value)
{
    size_t longest = 0;
    uint32_t at = 0;
    for (size_t i = 0; i < length; i++) {
        at = child_of(terms, at, (unsigned char)text[i]);
        if (at == 0)
            break;
        uint32_t found = terms->node[at].value;
        if (found != 0 && (ends == NULL || ends->accept(ends->context, text + i + 1))) {
            longest = i + 1;
            *value = found;
        }
    }
    return longest;
}
