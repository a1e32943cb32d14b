/*
 * folder.h - which files are in a folder.
 */
#ifndef ITAREPORT_SOURCE_FOLDER_H
#define ITAREPORT_SOURCE_FOLDER_H

#include <stddef.h>

struct arena;

struct folder_files {
    const char **path; /* folder/name, in the order of the names' bytes */
    size_t count;
};

/*
 * What is in a folder under names that end like one of `ends` ({".ttf", ".otf", NULL}; NULL: all),
 * apart from hidden files. Nothing when there is no such folder. All belongs to the arena.
 */
struct folder_files folder_list(struct arena *arena, const char *folder, const char *const *ends);

#endif
