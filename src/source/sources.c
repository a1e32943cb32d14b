/*
 * A given text is found by the real path of what it replaces, so that it does not matter how either
 * is spelled. Without given texts no path is resolved.
 */
#include "source/sources.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/index.h"
#include "base/limits.h"
#include "source/file.h"
#include "source/source.h"

struct given {
    const char *real; /* path */
    const struct source *source;
    int64_t changed;
};

struct watched {
    const char *path;
    struct file_stamp stamp;
};

struct sources {
    struct arena *arena;
    struct watched *watched;
    size_t watches, watch_room;
    struct sources_file *file;
    size_t files, file_room;
    struct index by_path; /* of file */
    size_t bytes;         /* of all files */
    struct given *given;
    size_t givens, given_room;
    int64_t newest;
};

struct sources *sources_new(void)
{
    struct sources *sources = memory_zeroed(1, sizeof *sources);
    sources->arena = arena_new();
    return sources;
}

void sources_free(struct sources *sources)
{
    if (sources == NULL)
        return;
    arena_free(sources->arena);
    free(sources->file);
    index_free(&sources->by_path);
    free(sources->given);
    free(sources->watched);
    free(sources);
}

/* ---- texts in place of files ---- */

void sources_give(struct sources *sources, const struct sources_given *given)
{
    struct arena *arena = sources->arena;
    sources->given =
        memory_room(sources->given, sources->givens, &sources->given_room, sizeof *sources->given);
    sources->given[sources->givens++] =
        (struct given){.real = file_real(arena, given->path),
                       .source = source_new(arena, given->path, given->text, given->length),
                       .changed = given->changed};
}

/* The latest text given for a file, or NULL. */
static const struct given *find_given(const struct sources *sources, const char *path)
{
    if (sources->givens == 0)
        return NULL;
    const char *real = file_real(sources->arena, path);
    for (size_t i = sources->givens; i > 0; i--)
        if (strcmp(sources->given[i - 1].real, real) == 0)
            return &sources->given[i - 1];
    return NULL;
}

/* The text under the name by which it is read. */
static const struct source *renamed(struct arena *arena, const struct source *given,
                                    const char *path)
{
    struct source *source = ARENA_NEW(arena, struct source, 1);
    *source = *given;
    source->path = arena_string(arena, path);
    return source;
}

bool sources_exists(const struct sources *sources, const char *path)
{
    return find_given(sources, path) != NULL || file_exists(path);
}

/* ---- reading ---- */

static int64_t changed_of(const struct given *given, const char *path)
{
    return given != NULL ? given->changed : file_changed(path);
}

static uint32_t hash_of(const char *path)
{
    return hash_bytes(HASH_START, path, strlen(path));
}

static void record(struct sources *sources, const struct sources_file *file)
{
    sources->file =
        memory_room(sources->file, sources->files, &sources->file_room, sizeof *sources->file);
    sources->file[sources->files++] = *file;
    index_add(&sources->by_path, hash_of(file->path));
    sources->bytes += file->source->length;
    if (file->changed > sources->newest)
        sources->newest = file->changed;
}

const struct source *sources_read(struct sources *sources, const char *path, struct place from,
                                  struct diag *diag)
{
    const struct given *given = find_given(sources, path);
    const struct source *source = given != NULL ? renamed(sources->arena, given->source, path)
                                                : source_load(sources->arena, path, from, diag);
    if (source == NULL)
        return NULL;
    if (sources->bytes + source->length > (size_t)LIMIT_FILES_MEGABYTES * 1024 * 1024) {
        diag_say(diag, MESSAGE_LIMIT_FILES, from,
                 arena_printf(sources->arena, "%d", LIMIT_FILES_MEGABYTES));
        return NULL;
    }
    record(sources, &(struct sources_file){source->path, source, changed_of(given, path)});
    return source;
}

void sources_watch(struct sources *sources, const char *path)
{
    sources->watched = memory_room(sources->watched, sources->watches, &sources->watch_room,
                                   sizeof *sources->watched);
    sources->watched[sources->watches++] =
        (struct watched){arena_string(sources->arena, path), file_stamp(path)};
}

static bool is_file(const char *path, const struct file_stamp *file)
{
    struct file_stamp stamp = file_stamp(path);
    return file->inode != 0 && stamp.inode == file->inode && stamp.device == file->device;
}

bool sources_has(const struct sources *sources, const struct file_stamp *file)
{
    for (size_t i = 0; i < sources->files; i++)
        if (is_file(sources->file[i].path, file))
            return true;
    for (size_t i = 0; i < sources->watches; i++)
        if (is_file(sources->watched[i].path, file))
            return true;
    return false;
}

/* ---- what others have read ---- */

struct sources *sources_new_beside(const struct sources *sources)
{
    struct sources *beside = sources_new();
    for (size_t i = 0; i < sources->givens; i++) {
        const struct given *given = &sources->given[i];
        sources_give(beside, &(struct sources_given){given->real, given->source->text,
                                                     given->source->length, given->changed});
    }
    return beside;
}

void sources_include(struct sources *sources, const struct sources *others)
{
    for (size_t i = 0; i < others->files; i++)
        record(sources, &others->file[i]);
}

static bool reads_the_same(const struct sources *sources, const struct sources_file *file)
{
    const struct source *before = file->source;
    const struct given *given = find_given(sources, file->path);
    if (given == NULL)
        return file_equals(file->path, before->text, before->length);
    return given->source->length == before->length &&
           memcmp(given->source->text, before->text, before->length) == 0;
}

static bool is_as_before(const struct watched *watched)
{
    struct file_stamp now = file_stamp(watched->path);
    return now.device == watched->stamp.device && now.inode == watched->stamp.inode &&
           now.size == watched->stamp.size && now.seconds == watched->stamp.seconds &&
           now.nanoseconds == watched->stamp.nanoseconds;
}

bool sources_adopt(struct sources *sources, const struct sources *others)
{
    for (size_t i = 0; i < others->watches; i++)
        if (!is_as_before(&others->watched[i]))
            return false;
    for (size_t i = 0; i < others->files; i++)
        if (!reads_the_same(sources, &others->file[i]))
            return false;
    for (size_t i = 0; i < others->files; i++) {
        struct sources_file file = others->file[i];
        file.changed = changed_of(find_given(sources, file.path), file.path);
        record(sources, &file);
    }
    return true;
}

const struct source *sources_find(const struct sources *sources, const char *path)
{
    const struct source *found = NULL; /* the oldest */
    size_t i = index_first(&sources->by_path, hash_of(path));
    for (; i != INDEX_END; i = index_next(&sources->by_path, i))
        if (strcmp(sources->file[i].path, path) == 0)
            found = sources->file[i].source;
    return found;
}

const struct sources_file *sources_files(const struct sources *sources, size_t *count)
{
    *count = sources->files;
    return sources->file;
}

int64_t sources_newest(const struct sources *sources)
{
    return sources->newest;
}
