/* An engine notes the fonts of every piece of text that it sets, since its resources have served others, too. */
#include "text/fonts_used.h"

#include <stdlib.h>
#include <string.h>

#include "source/file.h"
#include "text/engine.h"

void fonts_used_add(struct fonts_used *used, const char *const *path, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        while (at < used->count && used->path[at] != path[i])
            at++;
        if (at < used->count)
            continue;
        used->path = memory_room(used->path, used->count, &used->room, sizeof *used->path);
        used->path[used->count++] = path[i];
    }
}

static int compare_names(const void *one, const void *two)
{
    return strcmp(file_name(*(const char *const *)one), file_name(*(const char *const *)two));
}

struct text_fonts_used text_fonts_used(const struct text_engine *engine, struct arena *arena)
{
    struct text_fonts_used used = {.count = engine->used.count};
    used.path = ARENA_NEW(arena, const char *, used.count + 1);
    for (size_t i = 0; i < used.count; i++)
        used.path[i] = engine->used.path[i];
    qsort(used.path, used.count, sizeof *used.path, compare_names);
    return used;
}

const char *text_hyphens_used(const struct text_engine *engine)
{
    return engine->hyphens.used ? patterns_file(engine->hyphens.patterns) : NULL;
}
