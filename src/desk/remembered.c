/* A file is named by the checksum of its edition's folder, so two editions never meet. */
#include "desk/remembered.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/checksum.h"
#include "source/file.h"

/* Where a user's programs keep their state; NULL for who has no home. */
static const char *state_folder(struct arena *arena)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    if (state != NULL && state[0] == '/')
        return state;
    return home != NULL && home[0] == '/' ? file_join(arena, home, ".local/state") : NULL;
}

/* A folder in it that only this user can look into. */
static const char *own_folder(struct arena *arena)
{
    const char *state = state_folder(arena);
    if (state == NULL || !file_make_folder(state))
        return NULL;
    const char *folder = file_join(arena, state, "itareport");
    struct stat about;
    if (mkdir(folder, S_IRWXU) != 0 && errno != EEXIST)
        return NULL;
    if (lstat(folder, &about) != 0 || !S_ISDIR(about.st_mode) || about.st_uid != getuid())
        return NULL;
    return chmod(folder, S_IRWXU) == 0 ? folder : NULL;
}

const char *remembered_journal(struct arena *arena, const char *edition)
{
    const char *folder = own_folder(arena);
    if (folder == NULL)
        return NULL;
    const char *real = file_real(arena, edition);
    struct checksum name = checksum_of(real, strlen(real));
    return file_join(arena, folder, arena_printf(arena, "%.32s.journal", name.digits));
}
