/*
 * What is being written is locked by who writes it; a process that was ended holds no lock.
 */
#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "source/file.h"

enum {
    RANDOM_LETTERS = 6, /* of mkstemp */
    LEFT_SECONDS = 2    /* between making a file and locking it much less time passes */
};

/* Whether a file has been written beside one of that name. */
static bool is_aside(const char *name, const char *of)
{
    size_t length = strlen(of), word = strlen(FILE_ASIDE);
    return strncmp(name, of, length) == 0 && strncmp(name + length, FILE_ASIDE, word) == 0 &&
           strlen(name + length + word) == RANDOM_LETTERS;
}

/* Whether nobody writes to it any more; it is locked then. */
static bool is_left(int descriptor, const struct stat *newest)
{
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
           status.st_mtime + LEFT_SECONDS <= newest->st_mtime &&
           flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

static void remove_if_left(const char *path, const struct stat *newest)
{
    int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return;
    if (is_left(descriptor, newest))
        unlink(path);
    close(descriptor);
}

void file_remove_left(const char *path)
{
    struct stat newest;
    if (stat(path, &newest) != 0)
        return;
    struct arena *arena = arena_new();
    const char *name = file_name(path);
    const char *parent = name > path ? arena_copy(arena, path, (size_t)(name - path)) : ".";
    DIR *folder = opendir(parent);
    for (struct dirent *entry = folder != NULL ? readdir(folder) : NULL; entry != NULL;
         entry = readdir(folder))
        if (is_aside(entry->d_name, name))
            remove_if_left(file_join(arena, parent, entry->d_name), &newest);
    if (folder != NULL)
        closedir(folder);
    arena_free(arena);
}
