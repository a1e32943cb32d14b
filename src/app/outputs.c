#include "app/outputs.h"

#include <string.h>

#include "source/file.h"

/* Whether -o names a file, and not only a folder. */
static bool is_file_named(const struct outputs *outputs)
{
    const char *named = outputs->named;
    size_t length = named != NULL ? strlen(named) : 0;
    return length > 0 && named[length - 1] != '/' && !file_is_folder(named);
}

/* ---- names ---- */

/* Where outputs go whose names are the command's own: output/YEAR-AGENCY, or what -o says. */
static const char *own_folder(const struct outputs *outputs)
{
    if (outputs->named != NULL)
        return outputs->named;
    struct arena *arena = outputs->job->arena;
    return file_join(arena, "output", output_folder(arena, &outputs->job->edition->profile));
}

static const char *own_name(const struct outputs *outputs, size_t page)
{
    const struct job *job = outputs->job;
    if (outputs->ending != NULL)
        return output_page(job->arena, &outputs->kind, page, outputs->ending);
    return output_report(job->arena, &job->edition->profile, &outputs->kind);
}

/* The file that -o names; of several pages each has its number before the ending. */
static const char *named_path(const struct outputs *outputs, size_t page)
{
    const char *named = outputs->named;
    if (outputs->first == outputs->last)
        return named;
    const char *dot = strrchr(file_name(named), '.');
    size_t stem = dot != NULL ? (size_t)(dot - named) : strlen(named);
    return arena_printf(outputs->job->arena, "%.*s-%02zu%s", (int)stem, named, page,
                        dot != NULL ? dot : "");
}

const char *outputs_path(const struct outputs *outputs, size_t page)
{
    if (is_file_named(outputs))
        return named_path(outputs, page);
    return file_join(outputs->job->arena, outputs->folder, own_name(outputs, page));
}

/* The folder, and what is known of it. */
void outputs_open(struct outputs *outputs)
{
    struct arena *arena = outputs->job->arena;
    outputs->folder =
        is_file_named(outputs) ? file_beside(arena, outputs->named, ".") : own_folder(outputs);
    outputs->made = made_read(arena, outputs->folder, outputs->job->diag);
}

/* ---- what may be written ---- */

/* False after reporting a file that is there and was not made from this edition. */
static bool may_replace(struct outputs *outputs, const char *path)
{
    const struct job *job = outputs->job;
    const char *other = NULL;
    switch (made_look(&outputs->made, file_name(path), job->setup.edition, &other)) {
    case MADE_FREE:
    case MADE_SAME:
        return true;
    case MADE_OTHER:
        diag_say(job->diag, MESSAGE_OUTPUT_OTHER, (struct place){0}, path, other);
        return false;
    case MADE_CHANGED:
        diag_say(job->diag, MESSAGE_OUTPUT_CHANGED, (struct place){0}, path);
        return false;
    case MADE_UNKNOWN:
        break;
    }
    diag_say(job->diag, MESSAGE_OUTPUT_UNKNOWN, (struct place){0}, path);
    return false;
}

bool outputs_may_write(struct outputs *outputs)
{
    const struct job *job = outputs->job;
    bool is_asked = is_file_named(outputs) || outputs->replace;
    const struct output_inputs inputs = {.sources = job->sources,
                                         .edition = job->edition->folder,
                                         .earlier = &job->earlier,
                                         .data = job->setup.session->data};
    bool may = true;
    for (size_t page = outputs->first; page <= outputs->last; page++) {
        const char *path = outputs_path(outputs, page);
        may = output_spares(job->arena, &inputs, path, job->diag) &&
              (is_asked || may_replace(outputs, path)) && may;
    }
    return may;
}

/* ---- writing ---- */

/* Of a file that -o names only what is known already is kept up. */
static void note_file(struct outputs *outputs, const char *path, const struct buffer *file)
{
    const char *name = file_name(path);
    if (is_file_named(outputs) && !made_knows(&outputs->made, name))
        return;
    struct checksum sum = checksum_of(file->bytes, file->length);
    made_note(&outputs->made, name, &sum, outputs->job->setup.edition);
    outputs->noted = true;
}

bool outputs_write(struct outputs *outputs, const struct buffer *file, size_t page)
{
    const char *path = outputs_path(outputs, page);
    bool is_written = file_write(path, file->bytes, file->length);
    if (is_written)
        note_file(outputs, path, file);
    return is_written;
}

bool outputs_close(struct outputs *outputs)
{
    return !outputs->noted || made_write(&outputs->made);
}
