#include "edit/write.h"

#include <errno.h>
#include <string.h>

#include "source/file.h"

/* Errors of the edition with what is on the disk. */
static size_t errors_now(const struct job_setup *setup)
{
    struct job job = {0};
    job_run(&job, setup, STAGE_DOC);
    size_t errors = diag_count(job.diag, DIAG_ERROR);
    job_done(&job);
    return errors;
}

static bool is_as_read(const struct edit_mended_file *file)
{
    const struct source *source = file->source;
    return file_equals(source->path, source->text, source->length);
}

enum editor_result edit_write_try(const struct job_setup *setup, const struct edit_files *files,
                                  struct job *trial)
{
    struct arena *arena = arena_new();
    struct sources_given *given = ARENA_NEW(arena, struct sources_given, files->count + 1);
    for (size_t i = 0; i < files->count; i++) {
        const struct edit_mended_file *file = &files->file[i];
        given[i] = (struct sources_given){.path = file->source->path,
                                          .text = file->text,
                                          .length = file->length,
                                          .changed = file_changed(file->source->path)};
    }
    struct job_setup changed = *setup;
    changed.given = given;
    changed.givens = files->count;
    bool fine = job_run(trial, &changed, STAGE_DOC) ||
                diag_count(trial->diag, DIAG_ERROR) <= errors_now(setup);
    arena_free(arena); /* the texts have been copied */
    trial->setup.given = NULL;
    trial->setup.givens = 0;
    return fine ? EDITOR_DONE : EDITOR_REFUSED;
}

/* As they were, those before one. */
static void take_back(const struct edit_files *files, size_t before)
{
    for (size_t i = 0; i < before; i++) {
        const struct source *source = files->file[i].source;
        file_write(source->path, source->text, source->length);
    }
}

enum editor_result edit_write(const struct job_setup *setup, const struct edit_files *files,
                              struct job *trial)
{
    enum editor_result result = edit_write_try(setup, files, trial);
    for (size_t i = 0; i < files->count && result == EDITOR_DONE; i++) {
        const struct edit_mended_file *file = &files->file[i];
        const char *path = file->source->path;
        if (!is_as_read(file)) {
            diag_say(trial->diag, MESSAGE_EDIT_CHANGED, (struct place){0}, path);
            result = EDITOR_CHANGED;
        } else if (!file_write(path, file->text, file->length)) {
            diag_say(trial->diag, MESSAGE_EDIT_NOT_WRITTEN, (struct place){0}, path,
                     strerror(errno));
            result = EDITOR_UNWRITTEN;
        }
        if (result != EDITOR_DONE)
            take_back(files, i);
    }
    return result;
}
