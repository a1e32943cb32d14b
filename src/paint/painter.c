/* Shapes that follow each other in one element, or outside all, share a bracket. */
#include "paint/painter.h"

#include <string.h>

void painter_open(struct painter *painter, const struct tag_bracket *bracket)
{
    painter_close(painter);
    if (painter->structure == NULL)
        return;
    painter->canvas->methods->open(painter->canvas, bracket);
    structure_bracket(painter->structure, painter->page, bracket);
    painter->bracket = *bracket;
    painter->is_open = true;
}

static bool same_name(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

void painter_join(struct painter *painter, const struct tag_bracket *bracket)
{
    const struct tag_bracket *open = &painter->bracket;
    bool alike = painter->is_open && open->actual_text == NULL && bracket->actual_text == NULL &&
                 open->kind == bracket->kind && open->element == bracket->element &&
                 same_name(open->artifact, bracket->artifact) &&
                 same_name(open->subtype, bracket->subtype);
    if (!alike)
        painter_open(painter, bracket);
}

void painter_close(struct painter *painter)
{
    if (painter->is_open)
        painter->canvas->methods->close(painter->canvas);
    painter->is_open = false;
}
