/* Files are opened when a face of theirs is first shaped with; fonts.c keeps a record of each. */
#include "text/fonts_used.h"

#include <stdlib.h>
#include <string.h>

#include "source/file.h"
#include "text/engine.h"

static int compare_names(const void *one, const void *two)
{
    return strcmp(file_name(*(const char *const *)one), file_name(*(const char *const *)two));
}

struct text_fonts_used text_fonts_used(const struct text_engine *engine, struct arena *arena)
{
    struct text_fonts_used used = {0};
    while (fonts_file(engine->fonts, used.count) != NULL)
        used.count++;
    used.path = ARENA_NEW(arena, const char *, used.count + 1);
    for (size_t i = 0; i < used.count; i++)
        used.path[i] = fonts_file(engine->fonts, i);
    qsort(used.path, used.count, sizeof *used.path, compare_names);
    return used;
}

const char *text_hyphens_used(const struct text_engine *engine)
{
    return hyphens_file(engine->hyphens);
}
