/*
 * The collector: sources as they are read, messages as they come. Order and repetition are the
 * printer's matter (diag_print.c).
 */
#include "base/diag.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag_list.h"
#include "source/file.h"

enum { FILE_LIMIT = 64 * 1024 * 1024, NO_FILE = -1 };

static const struct diag_row rows[DIAG_CODES] = {
#define MESSAGE(code, severity, rule, english, hint_english, thai, hint_thai) \
    [code] = {severity, rule, {english, thai}, {hint_english, hint_thai}},
#include "base/messages/all.def"
#undef MESSAGE
};

const struct diag_row *diag_row(enum diag_code code)
{
    assert((size_t)code < DIAG_CODES);
    return &rows[code];
}

struct diag *diag_new(void)
{
    struct diag *diag = memory_zeroed(1, sizeof *diag);
    diag->arena = arena_new();
    return diag;
}

void diag_free(struct diag *diag)
{
    if (diag == NULL)
        return;
    arena_free(diag->arena);
    free(diag->message);
    free(diag->file);
    free(diag);
}

const struct source *diag_source(struct diag *diag, const char *path, const char *text,
                                 size_t length)
{
    struct source *source = ARENA_NEW(diag->arena, struct source, 1);
    source->path = arena_string(diag->arena, path);
    source->text = arena_copy(diag->arena, text, length);
    source->length = length;
    return source;
}

static void say_unreadable(struct diag *diag, const char *shown, int error, struct place from)
{
    if (error == ENOENT || error == ENOTDIR)
        diag_say(diag, MESSAGE_FILE_MISSING, from, shown);
    else if (error == EISDIR)
        diag_say(diag, MESSAGE_FILE_IS_FOLDER, from, shown);
    else if (error == NO_FILE)
        diag_say(diag, MESSAGE_FILE_SPECIAL, from, shown);
    else if (error == EFBIG)
        diag_say(diag, MESSAGE_FILE_TOO_LARGE, from, shown);
    else
        diag_say(diag, MESSAGE_FILE_UNREADABLE, from, shown, strerror(error));
}

/* All bytes of a file; 0, an errno or NO_FILE. A pipe or a device might never end, or wait for ever
 * for whoever writes to it. */
static int read_whole(const char *path, struct buffer *bytes)
{
    if (file_is_folder(path))
        return EISDIR;
    if (file_exists(path) && !file_is_ordinary(path))
        return NO_FILE;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return errno;
    char chunk[16 * 1024];
    size_t got = 0;
    int error = 0;
    while (error == 0 && (got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        buffer_add(bytes, chunk, got);
        if (bytes->length > FILE_LIMIT)
            error = EFBIG;
    }
    if (error == 0 && ferror(file))
        error = errno != 0 ? errno : EIO;
    fclose(file);
    return error;
}

static void keep_file(struct diag *diag, const char *path, const struct source *source)
{
    diag->file = memory_room(diag->file, diag->files, &diag->file_room, sizeof *diag->file);
    diag->file[diag->files++] = (struct diag_file){arena_string(diag->arena, path), source};
}

const struct diag_file *diag_files(const struct diag *diag, size_t *count)
{
    *count = diag->files;
    return diag->file;
}

const struct source *diag_load(struct diag *diag, const char *path, const char *shown,
                               struct place from)
{
    struct buffer bytes = {0};
    const struct source *source = NULL;
    int error = read_whole(path, &bytes);
    if (error != 0)
        say_unreadable(diag, shown, error, from);
    else
        source = diag_source(diag, shown, buffer_text(&bytes), bytes.length);
    if (source != NULL)
        keep_file(diag, path, source);
    int64_t changed = file_changed(path);
    if (changed > diag->newest)
        diag->newest = changed;
    buffer_free(&bytes);
    return source;
}

int64_t diag_newest(const struct diag *diag)
{
    return diag->newest;
}

static const char *const *copy_arguments(struct arena *arena, const char *const *arguments)
{
    size_t count = 0;
    while (arguments[count] != NULL)
        count++;
    const char **copies = ARENA_NEW(arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        copies[i] = arena_string(arena, arguments[i]);
    return copies;
}

void diag_add(struct diag *diag, enum diag_code code, struct place place,
              const char *const *arguments)
{
    struct diag_finding plain = {.severity = diag_row(code)->severity};
    diag_add_finding(diag, code, place, arguments, &plain);
}

void diag_add_finding(struct diag *diag, enum diag_code code, struct place place,
                      const char *const *arguments, const struct diag_finding *finding)
{
    struct arena *arena = diag->arena;
    struct diag_remark *remarks = ARENA_NEW(arena, struct diag_remark, finding->remarks);
    for (size_t i = 0; i < finding->remarks; i++)
        remarks[i] = (struct diag_remark){finding->remark[i].code,
                                          copy_arguments(arena, finding->remark[i].argument)};
    struct diag_message message = {.code = code,
                                   .severity = finding->severity,
                                   .place = place,
                                   .argument = copy_arguments(arena, arguments),
                                   .remark = remarks,
                                   .remarks = finding->remarks};
    if (finding->path != NULL)
        message.path = arena_string(arena, finding->path);
    diag->message = memory_room(diag->message, diag->count, &diag->capacity, sizeof *diag->message);
    diag->message[diag->count++] = message;
    diag->severities[finding->severity]++;
}

size_t diag_count(const struct diag *diag, enum diag_severity severity)
{
    return diag->severities[severity];
}

bool diag_failed(const struct diag *diag)
{
    return diag->severities[DIAG_ERROR] > 0;
}
