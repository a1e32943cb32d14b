/*
 * The same folder has the same number for inotify, so setting the folders again costs little; a folder that was
 * replaced has another one. Of a folder above only the one name matters that leads down.
 */
#include "desk/watch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/arena.h"
#include "source/file.h"

/* Not IN_CREATE for files: a file that was just made has nothing in it yet. */
enum {
    CHANGES = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF |
              IN_MOVE_SELF | IN_ATTRIB,
    FOLDERS = IN_CREATE | IN_ONLYDIR,
    MOST_FOLDERS = 256
};

struct watched_folder {
    int number;
    char *path;
    char *name; /* the only one that matters there; NULL: all */
};

struct watch {
    int descriptor;
    struct watched_folder *folder;
    size_t count, room;
    bool misses;
};

struct watch *watch_new(void)
{
    struct watch *watch = memory_zeroed(1, sizeof *watch);
    watch->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->misses = watch->descriptor < 0;
    return watch;
}

static void free_folders(struct watched_folder *folder, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(folder[i].path);
        free(folder[i].name);
    }
    free(folder);
}

void watch_free(struct watch *watch)
{
    if (watch == NULL)
        return;
    if (watch->descriptor >= 0)
        close(watch->descriptor);
    free_folders(watch->folder, watch->count);
    free(watch);
}

int watch_descriptor(const struct watch *watch)
{
    return watch->descriptor;
}

bool watch_misses(const struct watch *watch)
{
    return watch->misses;
}

/* ---- which folders ---- */

static bool same_name(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void add(struct watch *watch, const char *path, const char *name)
{
    for (size_t i = 0; i < watch->count; i++)
        if (strcmp(watch->folder[i].path, path) == 0 && same_name(watch->folder[i].name, name))
            return;
    if (watch->count == MOST_FOLDERS) {
        watch->misses = true;
        return;
    }
    watch->folder = memory_room(watch->folder, watch->count, &watch->room, sizeof *watch->folder);
    int number = inotify_add_watch(watch->descriptor, path, CHANGES | FOLDERS);
    watch->misses = watch->misses || number < 0;
    watch->folder[watch->count++] = (struct watched_folder){
        number, memory_string(path), name != NULL ? memory_string(name) : NULL};
}

/* A folder, and in the folder above it its name. */
static void add_folder(struct watch *watch, struct arena *arena, const char *folder)
{
    const char *real = file_real(arena, folder);
    add(watch, real, NULL);
    if (strcmp(real, "/") != 0)
        add(watch, file_real(arena, file_join(arena, real, "..")), file_name(real));
}

/* The folder that a path names, and the one that the file really is in, when a link leads there. */
static void add_file(struct watch *watch, struct arena *arena, const char *path)
{
    add_folder(watch, arena, file_beside(arena, path, "."));
    add_folder(watch, arena, file_beside(arena, file_real(arena, path), "."));
}

static bool has_number(const struct watched_folder *folder, size_t count, int number)
{
    for (size_t i = 0; i < count; i++)
        if (folder[i].number == number)
            return true;
    return false;
}

/* Ends looking at what is not wanted any more. */
static void forget(const struct watch *watch, const struct watched_folder *old, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (old[i].number >= 0 && !has_number(watch->folder, watch->count, old[i].number))
            inotify_rm_watch(watch->descriptor, old[i].number);
}

static bool has_more(const struct watch *watch, const struct watched_folder *old, size_t count)
{
    for (size_t i = 0; i < watch->count; i++)
        if (watch->folder[i].number >= 0 && !has_number(old, count, watch->folder[i].number))
            return true;
    return false;
}

bool watch_set(struct watch *watch, const struct sources *sources, const char *edition,
               const char *data)
{
    if (watch->descriptor < 0)
        return false;
    struct arena *arena = arena_new();
    struct watched_folder *old = watch->folder;
    size_t olds = watch->count, files = 0;
    watch->folder = NULL;
    watch->count = watch->room = 0;
    watch->misses = false;
    add_folder(watch, arena, edition);
    add_folder(watch, arena, file_join(arena, data, "fonts"));
    const struct sources_file *file = sources != NULL ? sources_files(sources, &files) : NULL;
    for (size_t i = 0; i < files; i++)
        add_file(watch, arena, file[i].path);
    forget(watch, old, olds);
    bool more = has_more(watch, old, olds);
    free_folders(old, olds);
    arena_free(arena);
    return more;
}

/* ---- what has come ---- */

/* What editors keep for themselves: hidden files, copies, a name that vim tries. */
static bool is_aside(const char *name)
{
    size_t length = strlen(name);
    return name[0] == '.' || (length > 0 && name[length - 1] == '~') || strcmp(name, "4913") == 0;
}

static bool matters(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & IN_Q_OVERFLOW)
        return true;
    if ((event->mask & IN_IGNORED) || ((event->mask & IN_CREATE) && !(event->mask & IN_ISDIR)))
        return false;
    const char *name = event->len > 0 ? event->name : NULL;
    if (name != NULL && is_aside(name))
        return false;
    for (size_t i = 0; i < watch->count; i++) {
        const struct watched_folder *folder = &watch->folder[i];
        if (folder->number == event->wd &&
            (folder->name == NULL || (name != NULL && strcmp(folder->name, name) == 0)))
            return true;
    }
    return false;
}

bool watch_take(struct watch *watch)
{
    union {
        char bytes[16 * 1024];
        struct inotify_event event;
    } room;
    bool changed = false;
    ssize_t length;
    if (watch->descriptor < 0)
        return false;
    while ((length = read(watch->descriptor, room.bytes, sizeof room.bytes)) > 0) {
        for (ssize_t at = 0; at < length;) {
            const struct inotify_event *event = (const void *)(room.bytes + at);
            changed = matters(watch, event) || changed;
            at += (ssize_t)(sizeof *event + event->len);
        }
    }
    return changed;
}
