/* A text is made into lines; definitions of notes are found; then the lines are walked. */
#include "prose/prose.h"

#include "prose/reading.h"

const struct prose *prose_parse(struct arena *arena, struct diag *diag,
                                const struct template *template)
{
    struct prose *prose = ARENA_NEW(arena, struct prose, 1);
    prose->template = template;
    struct reading reading = reading_open(arena, diag, template, prose);
    prose_notes_collect(&reading);
    prose->first = prose_blocks_read(&reading, 0, reading.lines, 0);
    prose_notes_close(&reading);
    reading_free(&reading);
    return prose;
}
