/* The folder of a new edition is written only where nothing is; what was written goes again when the rest cannot be. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "source/file.h"
#include "source/folder.h"
#include "start/start.h"

bool start_may_make(struct arena *arena, const char *folder, struct diag *diag)
{
    if (!file_exists(folder))
        return true;
    if (!file_is_folder(folder)) {
        diag_say(diag, MESSAGE_START_IS_FILE, (struct place){0}, folder);
        return false;
    }
    struct folder_files files = folder_list(arena, folder, NULL);
    if (files.count == 0)
        return true;
    diag_say(diag, MESSAGE_START_NOT_EMPTY, (struct place){0}, folder, file_name(files.path[0]));
    return false;
}

static void take_back(struct arena *arena, const char *folder, const struct start_made *made,
                      size_t files, bool is_new)
{
    for (size_t i = 0; i < files; i++)
        unlink(file_join(arena, folder, made->file[i].name));
    if (is_new)
        rmdir(folder);
}

/* How many were written; all, unless one could not be. */
static size_t write_files(struct arena *arena, const char *folder, const struct start_made *made,
                          struct diag *diag)
{
    for (size_t i = 0; i < made->files; i++) {
        const char *path = file_join(arena, folder, made->file[i].name);
        if (file_write(path, made->file[i].bytes, made->file[i].length))
            continue;
        diag_say(diag, MESSAGE_EDIT_NOT_WRITTEN, (struct place){0}, path, strerror(errno));
        return i;
    }
    return made->files;
}

/* Whether the loader has nothing against it; what it warns of is for `check` to say. */
static bool reads(const char *folder, struct start_made *made, struct kept *schemes,
                  struct sources *sources, struct diag *diag)
{
    struct edition_setup setup = {
        .folder = folder, .schemes = schemes, .sources = sources, .scores_may_miss = true};
    size_t mark = diag_mark(diag);
    size_t before = diag_count(diag, DIAG_ERROR);
    made->edition = edition_load(&setup, diag);
    bool fine = diag_count(diag, DIAG_ERROR) == before;
    if (fine)
        diag_rewind(diag, mark);
    return fine;
}

bool start_write(struct arena *arena, const struct start_setup *setup, struct start_made *made,
                 struct kept *schemes, struct sources *sources, struct diag *diag)
{
    bool is_new = !file_exists(setup->folder);
    size_t written = write_files(arena, setup->folder, made, diag);
    if (written == made->files && reads(setup->folder, made, schemes, sources, diag))
        return true;
    take_back(arena, setup->folder, made, written, is_new);
    return false;
}
