/* Sorted by bytes, because the order of reading must not depend on a locale or a file system. */
#include "source/folder.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/file.h"

static bool is_wanted(const char *name, const char *const *ends)
{
    if (name[0] == '.')
        return false;
    if (ends == NULL)
        return true;
    size_t length = strlen(name);
    for (; *ends != NULL; ends++) {
        size_t end = strlen(*ends);
        if (length > end && strcmp(name + length - end, *ends) == 0)
            return true;
    }
    return false;
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

struct folder_files folder_list(struct arena *arena, const char *folder, const char *const *ends)
{
    struct folder_files files = {0};
    size_t room = 0;
    DIR *stream = opendir(folder);
    if (stream == NULL)
        return files;
    for (struct dirent *entry = readdir(stream); entry != NULL; entry = readdir(stream)) {
        if (!is_wanted(entry->d_name, ends))
            continue;
        files.path = arena_room(arena, files.path, files.count, &room, sizeof *files.path);
        files.path[files.count++] = file_join(arena, folder, entry->d_name);
    }
    closedir(stream);
    if (files.count > 0)
        qsort(files.path, files.count, sizeof *files.path, compare_paths);
    return files;
}
