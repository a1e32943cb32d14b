/* Texts from memory and from files; a file that cannot be read is reported by its reason. */
#include "source/source.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/nearest.h"
#include "source/file.h"
#include "source/folder.h"

const struct source *source_new(struct arena *arena, const char *path, const char *text,
                                size_t length)
{
    struct source *source = ARENA_NEW(arena, struct source, 1);
    source->path = arena_string(arena, path);
    source->text = arena_copy(arena, text, length);
    source->length = length;
    return source;
}

static const char *stem_of(struct arena *arena, const char *path)
{
    const char *name = file_name(path);
    const char *dot = strrchr(name, '.');
    return dot != NULL ? arena_copy(arena, name, (size_t)(dot - name)) : name;
}

/* A file of the same folder whose name is nearest, whatever its ending, or NULL. */
static const char *nearest_file(struct arena *arena, const char *path)
{
    struct folder_files files = folder_list(arena, file_beside(arena, path, "."), NULL);
    const char **stems = ARENA_NEW(arena, const char *, files.count);
    for (size_t i = 0; i < files.count; i++) {
        stems[i] = stem_of(arena, files.path[i]);
        if (strcasecmp(stems[i], stem_of(arena, path)) == 0)
            return file_name(files.path[i]);
    }
    const char *nearest = nearest_name(stem_of(arena, path), stems, files.count);
    for (size_t i = 0; i < files.count; i++)
        if (stems[i] == nearest)
            return file_name(files.path[i]);
    return NULL;
}

static void say_missing(struct diag *diag, const char *path, struct place from)
{
    struct arena *arena = arena_new();
    const char *nearest = nearest_file(arena, path);
    if (nearest != NULL)
        diag_say(diag, MESSAGE_FILE_MISSING_NEAR, from, path, nearest);
    else
        diag_say(diag, MESSAGE_FILE_MISSING, from, path);
    arena_free(arena);
}

static void say_unreadable(struct diag *diag, const char *path, int error, struct place from)
{
    if (error == ENOENT || error == ENOTDIR)
        say_missing(diag, path, from);
    else if (error == EISDIR)
        diag_say(diag, MESSAGE_FILE_IS_FOLDER, from, path);
    else if (error == FILE_SPECIAL)
        diag_say(diag, MESSAGE_FILE_SPECIAL, from, path);
    else if (error == EFBIG)
        diag_say(diag, MESSAGE_FILE_TOO_LARGE, from, path);
    else
        diag_say(diag, MESSAGE_FILE_UNREADABLE, from, path, strerror(error));
}

const struct source *source_load(struct arena *arena, const char *path, struct place from,
                                 struct diag *diag)
{
    struct buffer bytes = {0};
    const struct source *source = NULL;
    int error = file_read(path, &bytes);
    if (error != 0)
        say_unreadable(diag, path, error, from);
    else
        source = source_new(arena, path, buffer_text(&bytes), bytes.length);
    buffer_free(&bytes);
    return source;
}
