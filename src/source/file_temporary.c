/*
 * Folders that live as long as one piece of work. A process that is ended leaves its own; the next to make one removes
 * those that are an hour older and whose process, which they are named after, is no more.
 */
#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "source/file.h"

enum { OPEN_MOST = 16, LEFT_SECONDS = 3600 };

static bool is_named_by_process(const char *name, long *process)
{
    int end = 0;
    return sscanf(name, "itareport-%ld-%*6[A-Za-z0-9]%n", process, &end) == 1 && end > 0 &&
           name[end] == '\0' && *process > 0;
}

/* Whether a folder was left by a process of this user's. */
static bool is_left(const char *path, const char *name, const struct stat *newest)
{
    long process = 0;
    struct stat status;
    return is_named_by_process(name, &process) && lstat(path, &status) == 0 &&
           S_ISDIR(status.st_mode) && status.st_uid == geteuid() &&
           status.st_mtime < newest->st_mtime - LEFT_SECONDS && kill((pid_t)process, 0) == -1 &&
           errno == ESRCH;
}

static void remove_left(struct arena *arena, const char *parent, const char *made)
{
    struct stat newest;
    DIR *folder = stat(made, &newest) == 0 ? opendir(parent) : NULL;
    if (folder == NULL)
        return;
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder))
        if (strncmp(entry->d_name, "itareport-", strlen("itareport-")) == 0) {
            const char *path = file_join(arena, parent, entry->d_name);
            if (is_left(path, entry->d_name, &newest))
                file_remove_folder(path);
        }
    closedir(folder);
}

char *file_temporary_folder(struct arena *arena)
{
    const char *parent = getenv("TMPDIR");
    if (parent == NULL || *parent == '\0')
        parent = "/tmp";
    char *made = mkdtemp(arena_printf(arena, "%s/itareport-%ld-XXXXXX", parent, (long)getpid()));
    if (made != NULL)
        remove_left(arena, parent, made);
    return made;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void)status;
    (void)kind;
    (void)where;
    remove(path);
    return 0;
}

void file_remove_folder(const char *path)
{
    nftw(path, remove_one, OPEN_MOST, FTW_DEPTH | FTW_PHYS);
}
