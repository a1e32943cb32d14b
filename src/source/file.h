/*
 * file.h - files and folders.
 *
 * Purpose: outputs are written aside and renamed, so that a failed run leaves the last good file.
 * Memory:  paths returned belong to the arena given.
 * Errors:  false and errno, unless said otherwise.
 */
#ifndef ITAREPORT_SOURCE_FILE_H
#define ITAREPORT_SOURCE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buffer;

/* What file_read returns for a pipe or a device. */
enum { FILE_SPECIAL = -1 };

/* Adds all bytes of a file. Returns 0, an errno (EISDIR for a folder, EFBIG over 64 MiB) or
 * FILE_SPECIAL. */
int file_read(const char *path, struct buffer *bytes);

/* Whether a file is there and has these bytes and no others. */
bool file_equals(const char *path, const void *bytes, size_t length);

/*
 * Writes path.itareport-XXXXXX in the same folder, syncs it and renames it to path; makes missing folders. What earlier
 * processes left there that were ended while they wrote is removed.
 */
bool file_write(const char *path, const void *bytes, size_t length);

#define FILE_ASIDE \
    ".itareport-" /* in the name of what is being written, before the letters of mkstemp */
void file_remove_left(const char *path);

/*
 * The same by way of one name, .NAME.part, for a file that nobody else writes: what a run has left there that was ended
 * while it wrote is written over by the next one. A symbolic link at path is replaced, not followed.
 */
bool file_write_alone(const char *path, const void *bytes, size_t length);

/*
 * Locks a file of its own, which is made, against other processes, on file systems of networks too; the lock ends when
 * the descriptor is closed, or the process is. -1 and errno; EAGAIN or EACCES: another one has it, and this one does not wait.
 */
int file_lock(const char *path, bool waits);

/* mkdir -p. */
bool file_make_folder(const char *path);

/* A new empty folder among the temporary ones, or NULL. Removes those that processes have left that are no more. */
char *file_temporary_folder(struct arena *arena);

/* rm -r; symbolic links are not followed. */
void file_remove_folder(const char *path);

bool file_exists(const char *path);
bool file_is_folder(const char *path);
bool file_is_ordinary(const char *path); /* no folder, pipe or device */

/* name relative to the folder of `base` (a file) unless it is absolute; "." and ".." are resolved.
 */
char *file_beside(struct arena *arena, const char *base, const char *name);

/* folder/name */
char *file_join(struct arena *arena, const char *folder, const char *name);

/* The path of a file named relative to a folder; NULL when it is absolute or lies outside of the
 * folder, also by way of a symbolic link. */
char *file_inside(struct arena *arena, const char *folder, const char *name);

/* Whether a path without links is inside a folder without links. */
bool file_is_below(const char *folder, const char *path);

/* A path as it is from a folder: ../../input/2568. Both are resolved; they may not be there. */
char *file_relative(struct arena *arena, const char *folder, const char *path);

/* The absolute path of a file without links, "." and "..", also of one that is not there. */
char *file_real(struct arena *arena, const char *path);

/* A path as a message shows it: relative to the working directory when it lies below it. */
char *file_shown(struct arena *arena, const char *path);

/* What tells a file or folder from what is at the same path after a change; all zero: nothing is there. */
struct file_stamp {
    uint64_t device, inode;
    int64_t size, seconds, nanoseconds;
    int64_t change_seconds,
        change_nanoseconds; /* of its name, rights and owner, too; it cannot be set */
};
struct file_stamp file_stamp(const char *path);

/* When a file was last changed, seconds since 1970 UTC; 0 when there is none. */
int64_t file_changed(const char *path);

/* The last part of a path, pointing into it. */
const char *file_name(const char *path);

#endif
