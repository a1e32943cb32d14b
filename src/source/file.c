/*
 * A file is written under a name beside its own, synced, and renamed over the old one: whoever
 * opens the path sees the old bytes or the new ones.  Pipes and devices are written in place.
 */
#include "source/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"

enum { FILE_LIMIT = 64 * 1024 * 1024 };

bool file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* No folder, pipe or device. */
bool file_is_ordinary(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* A pipe or a device might never end, or wait for ever for whoever writes to it. */
int file_read(const char *path, struct buffer *bytes)
{
    if (file_is_folder(path))
        return EISDIR;
    if (file_exists(path) && !file_is_ordinary(path))
        return FILE_SPECIAL;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return errno;
    char chunk[16 * 1024];
    size_t start = bytes->length;
    size_t got = 0;
    int error = 0;
    while (error == 0 && (got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        buffer_add(bytes, chunk, got);
        if (bytes->length - start > FILE_LIMIT)
            error = EFBIG;
    }
    if (error == 0 && ferror(file))
        error = errno != 0 ? errno : EIO;
    fclose(file);
    return error;
}

bool file_equals(const char *path, const void *bytes, size_t length)
{
    struct buffer read = {0};
    bool same = file_read(path, &read) == 0 && read.length == length &&
                memcmp(buffer_text(&read), bytes, length) == 0;
    buffer_free(&read);
    return same;
}

static bool make_one_folder(const char *path)
{
    if (mkdir(path, 0777) == 0)
        return true;
    if (errno == EEXIST && file_is_folder(path))
        return true;
    if (errno == EEXIST)
        errno = ENOTDIR;
    return false;
}

bool file_make_folder(const char *path)
{
    struct buffer part = {0};
    bool made = true;
    for (const char *c = path; made; c++) {
        if ((*c == '/' || *c == '\0') && part.length > 0)
            made = make_one_folder(part.bytes);
        if (*c == '\0')
            break;
        buffer_add_char(&part, *c);
    }
    int error = errno;
    buffer_free(&part);
    errno = error;
    return made;
}

/* Makes the folders above a file. */
static bool make_parents(const char *path)
{
    const char *name = file_name(path);
    if (name == path)
        return true;
    struct buffer folder = {0};
    buffer_add(&folder, path, (size_t)(name - path));
    bool made = file_make_folder(folder.bytes);
    int error = errno;
    buffer_free(&folder);
    errno = error;
    return made;
}

static bool write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written == 0)
            errno = EIO;
        if (written <= 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* The rights of the file that is replaced, or those a new file would get. */
static mode_t wanted_mode(const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0)
        return status.st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool write_special(const char *path, const void *bytes, size_t length)
{
    int descriptor = open(path, O_WRONLY);
    if (descriptor < 0)
        return false;
    flock(descriptor, LOCK_EX);
    bool written = write_all(descriptor, bytes, length);
    return close(descriptor) == 0 && written;
}

/* Writes to an open file beside path and gives it path's name. */
static bool write_opened(const char *path, const char *aside, int descriptor, const void *bytes,
                         size_t length)
{
    if (descriptor < 0)
        return false;
    flock(descriptor, LOCK_EX);
    bool written = write_all(descriptor, bytes, length) &&
                   fchmod(descriptor, wanted_mode(path)) == 0 && fsync(descriptor) == 0;
    int error = errno;
    if (close(descriptor) != 0 && written) {
        written = false;
        error = errno;
    }
    if (written && rename(aside, path) == 0)
        return true;
    if (written)
        error = errno;
    unlink(aside);
    errno = error;
    return false;
}

bool file_write(const char *path, const void *bytes, size_t length)
{
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
        return write_special(path, bytes, length);
    if (!make_parents(path))
        return false;
    /* Through a symbolic link the file it names is replaced, not the link. */
    char *real = realpath(path, NULL);
    const char *target = real != NULL ? real : path;
    struct buffer aside = {0};
    buffer_printf(&aside, "%s" FILE_ASIDE "XXXXXX", target);
    bool written = write_opened(target, aside.bytes, mkstemp(aside.bytes), bytes, length);
    int error = errno;
    file_remove_left(target);
    buffer_free(&aside);
    free(real);
    errno = error;
    return written;
}

bool file_write_alone(const char *path, const void *bytes, size_t length)
{
    enum { ANYBODY = 0666 };
    struct buffer aside = {0};
    const char *name = file_name(path);
    buffer_printf(&aside, "%.*s.%s.part", (int)(name - path), path, name);
    int flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC;
    bool written =
        make_parents(path) &&
        write_opened(path, aside.bytes, open(aside.bytes, flags, ANYBODY), bytes, length);
    int error = errno;
    buffer_free(&aside);
    errno = error;
    return written;
}

int file_lock(const char *path, bool waits)
{
    enum { ANYBODY = 0666 };
    if (!make_parents(path))
        return -1;
    int descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, ANYBODY);
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int locked = -1;
    while (descriptor >= 0 &&
           (locked = fcntl(descriptor, waits ? F_SETLKW : F_SETLK, &whole)) != 0 && errno == EINTR)
        ;
    if (descriptor < 0 || locked == 0)
        return descriptor;
    int error = errno;
    close(descriptor);
    errno = error;
    return -1;
}

/* Takes the last part off; keeps a ".." that has nothing before it. */
static void climb(struct buffer *path)
{
    size_t cut = path->length;
    while (cut > 0 && path->bytes[cut - 1] != '/')
        cut--;
    const char *last = buffer_text(path) + cut;
    if (path->length == 0 || strcmp(last, "..") == 0) {
        buffer_add_string(path, path->length > 0 ? "/.." : "..");
        return;
    }
    if (cut == 1) /* directly under the root, which stays */
        path->length = 1;
    else
        path->length = cut > 0 ? cut - 1 : 0;
    path->bytes[path->length] = '\0';
}

/* Adds the parts of a path one by one, resolving "." and "..". */
static void add_parts(struct buffer *path, const char *parts)
{
    while (*parts != '\0') {
        size_t length = strcspn(parts, "/");
        if (length == 2 && memcmp(parts, "..", 2) == 0) {
            if (strcmp(buffer_text(path), "/") != 0)
                climb(path);
        } else if (length > 0 && !(length == 1 && parts[0] == '.')) {
            if (path->length > 0 && path->bytes[path->length - 1] != '/')
                buffer_add_char(path, '/');
            buffer_add(path, parts, length);
        }
        parts += length;
        parts += *parts == '/';
    }
}

static char *tidy(struct arena *arena, const char *folder, const char *name)
{
    struct buffer path = {0};
    if (folder[0] == '/')
        buffer_add_char(&path, '/');
    add_parts(&path, folder);
    add_parts(&path, name);
    char *copy = arena_string(arena, path.length > 0 ? path.bytes : ".");
    buffer_free(&path);
    return copy;
}

char *file_beside(struct arena *arena, const char *base, const char *name)
{
    if (name[0] == '/')
        return tidy(arena, name, "");
    const char *last = file_name(base);
    char *folder = arena_copy(arena, base, (size_t)(last - base));
    return tidy(arena, folder, name);
}

bool file_is_below(const char *folder, const char *path)
{
    size_t length = strlen(folder);
    bool is_root = strcmp(folder, "/") == 0;
    return strncmp(path, folder, length) == 0 && (is_root || path[length] == '/');
}

char *file_inside(struct arena *arena, const char *folder, const char *name)
{
    char *tidied = tidy(arena, "", name);
    if (name[0] == '/' || strcmp(tidied, "..") == 0 || strncmp(tidied, "../", 3) == 0)
        return NULL;
    char *path = file_join(arena, folder, tidied);
    char *real = realpath(path, NULL);
    char *real_folder = realpath(folder, NULL);
    bool outside = real != NULL && real_folder != NULL && strcmp(real, real_folder) != 0 &&
                   !file_is_below(real_folder, real);
    free(real);
    free(real_folder);
    return outside ? NULL : path;
}

char *file_join(struct arena *arena, const char *folder, const char *name)
{
    if (strcmp(folder, ".") == 0)
        return arena_string(arena, name);
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] != '/';
    return arena_printf(arena, "%s%s%s", folder, slash ? "/" : "", name);
}

static char *keep_real(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    char *kept = real != NULL ? arena_string(arena, real) : NULL;
    free(real);
    return kept;
}

/* A tidy path: as far up as there is something, its real path; then the names below that. */
static char *real_as_far(struct arena *arena, const char *path)
{
    char *real = keep_real(arena, path);
    const char *name = file_name(path);
    if (real != NULL || *name == '\0')
        return real;
    size_t length = (size_t)(name - path);
    const char *folder = length == 0   ? "."
                         : length == 1 ? "/"
                                       : arena_copy(arena, path, length - 1);
    const char *above = real_as_far(arena, folder);
    return file_join(arena, above != NULL ? above : folder, name);
}

char *file_real(struct arena *arena, const char *path)
{
    char *real = keep_real(arena, path);
    return real != NULL ? real : real_as_far(arena, tidy(arena, path, ""));
}

/* The length of the folders that two tidy paths have in common. */
static size_t common_length(const char *one, const char *other)
{
    size_t common = 0;
    for (size_t at = 0;; at++) {
        bool one_ends = one[at] == '/' || one[at] == '\0';
        bool other_ends = other[at] == '/' || other[at] == '\0';
        if (one_ends && other_ends)
            common = at;
        if (one[at] != other[at] || one[at] == '\0')
            return common;
    }
}

char *file_relative(struct arena *arena, const char *folder, const char *path)
{
    const char *from = file_real(arena, folder);
    const char *to = file_real(arena, path);
    size_t common = common_length(from, to);
    struct buffer way = {0};
    for (const char *c = from + common; *c != '\0'; c++)
        if (*c == '/' && c[1] != '\0')
            buffer_add_string(&way, way.length > 0 ? "/.." : "..");
    const char *rest = to + common;
    rest += *rest == '/';
    buffer_printf(&way, "%s%s", way.length > 0 && *rest != '\0' ? "/" : "", rest);
    char *copy = arena_string(arena, way.length > 0 ? way.bytes : ".");
    buffer_free(&way);
    return copy;
}

char *file_shown(struct arena *arena, const char *path)
{
    char here[4096];
    if (getcwd(here, sizeof here) == NULL)
        return arena_string(arena, path);
    size_t length = strlen(here);
    if (strncmp(path, here, length) != 0 || (path[length] != '/' && path[length] != '\0'))
        return arena_string(arena, path);
    return arena_string(arena, path[length] == '/' ? path + length + 1 : ".");
}

struct file_stamp file_stamp(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return (struct file_stamp){0};
    return (struct file_stamp){.device = status.st_dev,
                               .inode = status.st_ino,
                               .size = status.st_size,
                               .seconds = status.st_mtim.tv_sec,
                               .nanoseconds = status.st_mtim.tv_nsec,
                               .change_seconds = status.st_ctim.tv_sec,
                               .change_nanoseconds = status.st_ctim.tv_nsec};
}

int64_t file_changed(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? (int64_t)status.st_mtime : 0;
}

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}
