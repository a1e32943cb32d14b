/*
 * References: a text may say the number or the page of a block that comes later, so a document is
 * composed with what an earlier document had (nothing, the first time), and tells of each reference
 * whether its texts were right. Every name of the layout is a fact from the beginning, so a wrong
 * name is an error at once.
 */
#include <string.h>

#include "compose/build.h"

void build_name(struct builder *builder, const struct block *block, const struct doc_node *node)
{
    if (block->name == 0)
        return;
    size_t index = block->name - 1;
    if (builder->named[index] != NULL)
        diag_say(builder->diag, MESSAGE_LAYOUT_NAME_TWICE, block->place,
                 builder->layout->name[index]);
    builder->named[index] = node;
}

static const struct value *reference_value(struct arena *arena, const struct doc_reference *known)
{
    struct value *map = value_map(arena);
    const struct value *number = value_whole(arena, 0), *page = number;
    if (known != NULL) {
        bool has_number = known->node != NULL && known->number != NULL;
        number =
            has_number ? value_string(arena, known->number, strlen(known->number)) : value_none();
        page = known->node != NULL ? value_whole(arena, (int64_t)known->page) : value_none();
    }
    value_put(arena, map, "number", number);
    value_put(arena, map, "page", page);
    return map;
}

const struct value *references_value(struct arena *arena, const struct layout *layout,
                                     const struct doc_reference *known)
{
    struct value *references = value_map(arena);
    for (size_t i = 0; i < layout->names; i++)
        value_put(arena, references, layout->name[i],
                  reference_value(arena, known != NULL ? &known[i] : NULL));
    return references;
}

/* Whether texts made with what was known print the number that the block has. */
static bool is_number_right(const struct doc_reference *now, const struct doc_reference *known)
{
    if (known == NULL || (known->node == NULL) != (now->node == NULL) ||
        (known->number == NULL) != (now->number == NULL))
        return false;
    return now->number == NULL || strcmp(known->number, now->number) == 0;
}

void references_make(struct builder *builder, const struct doc_reference *known)
{
    const struct layout *layout = builder->layout;
    struct doc_reference *reference =
        ARENA_NEW(builder->arena, struct doc_reference, layout->names);
    for (size_t i = 0; i < layout->names; i++) {
        const struct doc_node *node = builder->named[i];
        reference[i].name = arena_string(builder->arena, layout->name[i]);
        reference[i].node = node;
        reference[i].number = node != NULL ? node->number : NULL;
        reference[i].page = known != NULL ? known[i].page : 0;
        reference[i].number_right =
            is_number_right(&reference[i], known != NULL ? &known[i] : NULL);
    }
    builder->doc->reference = reference;
    builder->doc->references = layout->names;
    builder->doc->asks_numbers = builder->evaluation.asks_numbers;
    builder->doc->asks_pages = builder->evaluation.asks_pages;
}
