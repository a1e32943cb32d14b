/* Folders that live as long as one piece of work. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "source/file.h"

enum { OPEN_MOST = 16 };

char *file_temporary_folder(struct arena *arena)
{
    const char *parent = getenv("TMPDIR");
    if (parent == NULL || *parent == '\0')
        parent = "/tmp";
    return mkdtemp(file_join(arena, parent, "itareport-XXXXXX"));
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
