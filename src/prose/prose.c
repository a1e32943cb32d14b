/* A text is made into lines; definitions of notes are found; then the lines are walked. */
#include "prose/prose.h"

#include <stdlib.h>

#include "prose/reading.h"

static int compare(const void *a, const void *b)
{
    const struct prose_extent *left = a, *right = b;
    return (left->start > right->start) - (left->start < right->start);
}

/* What is after the words of a link is found before what is in them. */
static void sort_asides(struct prose *prose)
{
    if (prose->asides > 0)
        qsort(prose->aside, prose->asides, sizeof *prose->aside, compare);
}

const struct prose *prose_parse(struct arena *arena, struct diag *diag,
                                const struct template *template)
{
    struct prose *prose = ARENA_NEW(arena, struct prose, 1);
    prose->template = template;
    struct reading reading = reading_open(arena, diag, template, prose);
    prose_notes_collect(&reading);
    prose->first = prose_blocks_read(&reading, 0, reading.lines, 0);
    prose_notes_close(&reading);
    sort_asides(prose);
    reading_free(&reading);
    return prose;
}
