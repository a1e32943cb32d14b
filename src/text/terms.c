/*
 * A trie over characters: a node knows its first child and its next sibling. The many words that share no letter with
 * the text are ruled out by a table of the first letters.
 */
#include "text/terms.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"

struct node {
    uint32_t child, sibling; /* 0: none */
    uint32_t value;          /* 0: no word ends here */
    char32_t code;
};

struct terms {
    struct node *node; /* the first one is the root */
    size_t count, room;
    uint32_t first[CHARACTERS_TABLED]; /* the root's children */
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

static uint32_t child_of(const struct terms *terms, uint32_t parent, char32_t code)
{
    size_t row = parent == 0 ? characters_row(code) : CHARACTERS_TABLED;
    if (row < CHARACTERS_TABLED)
        return terms->first[row];
    uint32_t at = terms->node[parent].child;
    while (at != 0 && terms->node[at].code != code)
        at = terms->node[at].sibling;
    return at;
}

static uint32_t child_add(struct terms *terms, uint32_t parent, char32_t code)
{
    terms->node = memory_room(terms->node, terms->count, &terms->room, sizeof *terms->node);
    uint32_t child = (uint32_t)terms->count++;
    size_t row = parent == 0 ? characters_row(code) : CHARACTERS_TABLED;
    terms->node[child] = (struct node){.sibling = terms->node[parent].child, .code = code};
    terms->node[parent].child = child;
    if (row < CHARACTERS_TABLED)
        terms->first[row] = child;
    return child;
}

void terms_add(struct terms *terms, const char *word, size_t length, uint32_t value)
{
    uint32_t node = 0;
    for (size_t at = 0; at < length;) {
        char32_t code = utf8_next(word, length, &at);
        uint32_t next = child_of(terms, node, code);
        node = next != 0 ? next : child_add(terms, node, code);
    }
    if (node != 0)
        terms->node[node].value |= value;
}

size_t terms_match(const struct terms *terms, const struct characters *characters, size_t start,
                   size_t end, const struct terms_end *ends, uint32_t *value)
{
    size_t longest = 0;
    uint32_t node = 0;
    for (size_t at = start; at < end; at++) {
        node = child_of(terms, node, characters->at[at].code);
        if (node == 0)
            break;
        uint32_t found = terms->node[node].value;
        if (found != 0 && (ends == NULL || ends->accept(ends->context, at + 1))) {
            longest = at + 1 - start;
            *value = found;
        }
    }
    return longest;
}
