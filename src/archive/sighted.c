#include "archive/sighted.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "base/index.h"
#include "source/file.h"

static const char NAME[] = ".itareport-seen";

struct sighted_file {
    const char *path;
    struct file_stamp stamp;
    struct checksum sum;
    bool is_asked;
};

struct sighted {
    struct arena *arena;
    const char *folder;
    struct sighted_file *file;
    size_t count, room;
    struct index by_path;
};

static uint32_t hash_of(const char *path)
{
    return hash_bytes(HASH_START, path, strlen(path));
}

static struct sighted_file *add(struct sighted *sighted, const char *path)
{
    sighted->file = arena_room(sighted->arena, sighted->file, sighted->count, &sighted->room,
                               sizeof *sighted->file);
    struct sighted_file *file = &sighted->file[sighted->count++];
    *file = (struct sighted_file){.path = path};
    index_add(&sighted->by_path, hash_of(path));
    return file;
}

static struct sighted_file *find(const struct sighted *sighted, const char *path)
{
    size_t i = index_first(&sighted->by_path, hash_of(path));
    for (; i != INDEX_END; i = index_next(&sighted->by_path, i))
        if (strcmp(sighted->file[i].path, path) == 0)
            return &sighted->file[i];
    return NULL;
}

/* A line: checksum, device, number, size, two times, path. */
static void take_line(struct sighted *sighted, char *line)
{
    struct checksum sum;
    struct file_stamp stamp;
    int length = 0;
    int taken =
        sscanf(line,
               "%64s %" SCNu64 " %" SCNu64 " %" SCNd64 " %" SCNd64 " %" SCNd64 " %" SCNd64
               " %" SCNd64 " %n",
               sum.digits, &stamp.device, &stamp.inode, &stamp.size, &stamp.seconds,
               &stamp.nanoseconds, &stamp.change_seconds, &stamp.change_nanoseconds, &length);
    if (taken != 8 || length == 0 || line[length] == '\0' || strlen(sum.digits) != CHECKSUM_DIGITS)
        return;
    struct sighted_file *file = add(sighted, line + length);
    file->stamp = stamp;
    file->sum = sum;
}

struct sighted *sighted_read(const char *folder)
{
    struct sighted *sighted = memory_zeroed(1, sizeof *sighted);
    struct buffer text = {0};
    sighted->arena = arena_new();
    sighted->folder = arena_string(sighted->arena, folder);
    if (file_read(file_join(sighted->arena, folder, NAME), &text) == 0) {
        char *lines = arena_copy(sighted->arena, buffer_text(&text), text.length), *rest = NULL;
        for (char *line = strtok_r(lines, "\n", &rest); line != NULL;
             line = strtok_r(NULL, "\n", &rest))
            take_line(sighted, line);
    }
    buffer_free(&text);
    return sighted;
}

void sighted_free(struct sighted *sighted)
{
    index_free(&sighted->by_path);
    arena_free(sighted->arena);
    free(sighted);
}

static bool is_same(const struct file_stamp *one, const struct file_stamp *other)
{
    return one->device == other->device && one->inode == other->inode && one->size == other->size &&
           one->seconds == other->seconds && one->nanoseconds == other->nanoseconds &&
           one->change_seconds == other->change_seconds &&
           one->change_nanoseconds == other->change_nanoseconds;
}

bool sighted_sum(struct sighted *sighted, const char *path, struct checksum *sum)
{
    struct arena *arena = arena_new();
    const char *whole = file_join(arena, sighted->folder, path);
    struct file_stamp stamp = file_stamp(whole);
    struct sighted_file *file = find(sighted, path);
    struct buffer bytes = {0};
    bool is_known = file != NULL && is_same(&file->stamp, &stamp);
    bool is_there = is_known || (stamp.inode != 0 && file_read(whole, &bytes) == 0);
    if (is_there && !is_known) {
        file = file != NULL ? file : add(sighted, arena_string(sighted->arena, path));
        file->stamp = stamp;
        file->sum = checksum_of(buffer_text(&bytes), bytes.length);
    }
    if (is_there) {
        file->is_asked = true;
        *sum = file->sum;
    }
    buffer_free(&bytes);
    arena_free(arena);
    return is_there;
}

bool sighted_write(const struct sighted *sighted)
{
    struct arena *arena = arena_new();
    struct buffer out = {0};
    for (size_t i = 0; i < sighted->count; i++) {
        const struct sighted_file *file = &sighted->file[i];
        const struct file_stamp *stamp = &file->stamp;
        if (!file->is_asked || strchr(file->path, '\n') != NULL)
            continue;
        buffer_printf(&out,
                      "%s %" PRIu64 " %" PRIu64 " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64
                      " %" PRId64 " %s\n",
                      file->sum.digits, stamp->device, stamp->inode, stamp->size, stamp->seconds,
                      stamp->nanoseconds, stamp->change_seconds, stamp->change_nanoseconds,
                      file->path);
    }
    bool written =
        file_write_alone(file_join(arena, sighted->folder, NAME), buffer_text(&out), out.length);
    buffer_free(&out);
    arena_free(arena);
    return written;
}
