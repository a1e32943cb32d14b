/* A list with room for all the libraries there are. */
#include "base/library.h"

#include <assert.h>

#include "base/arena.h"

void library_add(struct libraries *list, const char *name, const char *version)
{
    assert(list->count < LIBRARIES_MOST);
    list->item[list->count++] = (struct library){name, arena_string(list->arena, version)};
}
