#include "app/data_folder.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "source/file.h"

/* PREFIX/share/itareport; from the Makefile. */
#ifndef ITAREPORT_SHARE
#define ITAREPORT_SHARE "/usr/local/share/itareport"
#endif

/* An environment variable that says something, or NULL. */
static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && *value != '\0' ? value : NULL;
}

/* A folder named from the program's own file; NULL where the system does not tell that. */
static const char *from_program(struct arena *arena, const char *name)
{
    char self[4096];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length <= 0)
        return NULL;
    self[length] = '\0';
    return file_beside(arena, self, name);
}

static const char *of_the_user(struct arena *arena)
{
    const char *folder = variable("XDG_DATA_HOME"), *home = variable("HOME");
    if (folder != NULL && *folder == '/') /* the XDG base directories are absolute, or not set */
        return file_join(arena, folder, "itareport");
    return home != NULL ? file_join(arena, home, ".local/share/itareport") : NULL;
}

/* Whether the data is in a folder, which is then one of those looked at. */
static bool look_at(struct arena *arena, struct data_folder *found, const char *folder)
{
    if (folder == NULL)
        return false;
    const char *shown = file_shown(arena, folder);
    found->path = shown;
    found->searched =
        found->searched != NULL ? arena_printf(arena, "%s, %s", found->searched, shown) : shown;
    return file_is_folder(file_join(arena, folder, "layouts"));
}

struct data_folder data_folder_find(struct arena *arena)
{
    const char *named = variable("ITAREPORT_DATA");
    if (named != NULL)
        return (struct data_folder){named, named};
    const char *const folders[] = {from_program(arena, ".."),
                                   from_program(arena, "../share/itareport"), of_the_user(arena),
                                   ITAREPORT_SHARE, "."};
    struct data_folder found = {NULL, NULL};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (look_at(arena, &found, folders[i]))
            break;
    return found;
}
