#include "edit/editor.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "edit/try.h"
#include "source/file.h"

/* The files of an edition that may be written. */
static const char *const FILES[] = {"edition.yaml", "results.yaml", "analyses.yaml",
                                    "measures.yaml"};

struct editor {
    struct editor_setup setup;
    struct arena *arena;
    struct editor_entry *entry;
    size_t done;  /* of the entries, these were not taken back */
    size_t count; /* all that may be done again */
    size_t room;
};

bool editor_owns(const struct editor *editor, const char *path)
{
    struct arena *arena = arena_new();
    bool own = false;
    for (size_t i = 0; i < sizeof FILES / sizeof FILES[0]; i++) {
        const char *file = file_join(arena, editor->setup.edition, FILES[i]);
        own = own || strcmp(file_real(arena, file), file_real(arena, path)) == 0;
    }
    arena_free(arena);
    return own;
}

/* What an editor before wrote, if its journal is about files of this edition. */
static void take_journal(struct editor *editor)
{
    struct journal journal =
        journal_read(editor->arena, editor->setup.journal, editor->setup.edition);
    for (size_t i = 0; i < journal.count; i++)
        if (!editor_owns(editor, journal.entry[i].path))
            return;
    for (size_t i = 0; i < journal.count; i++) {
        editor->entry =
            memory_room(editor->entry, editor->count, &editor->room, sizeof *editor->entry);
        editor->entry[editor->count++] = journal.entry[i];
    }
    editor->done = journal.done;
}

struct editor *editor_new(const struct editor_setup *setup)
{
    struct editor *editor = memory_zeroed(1, sizeof *editor);
    editor->setup = *setup;
    editor->arena = arena_new();
    if (setup->journal != NULL)
        take_journal(editor);
    return editor;
}

/* One that cannot be kept is lost with the editor; what it is about is written all the same. */
static void keep_journal(const struct editor *editor)
{
    const struct journal journal = {editor->entry, editor->count, editor->done};
    if (editor->setup.journal != NULL)
        (void)journal_write(editor->setup.journal, &journal);
}

void editor_free(struct editor *editor)
{
    if (editor == NULL)
        return;
    free(editor->entry);
    arena_free(editor->arena);
    free(editor);
}

const struct editor_entry *editor_done(const struct editor *editor, size_t *count)
{
    *count = editor->done;
    return editor->entry;
}

const struct editor_entry *editor_undone(const struct editor *editor, size_t *count)
{
    *count = editor->count - editor->done;
    return editor->entry + editor->done;
}

/* ---- files ---- */

static bool has_checksum(const struct buffer *bytes, const struct checksum *wanted)
{
    struct checksum found = checksum_of(buffer_text(bytes), bytes->length);
    return strcmp(found.digits, wanted->digits) == 0;
}

static enum editor_result say_changed(struct diag *diag, const char *path)
{
    diag_say(diag, MESSAGE_EDIT_CHANGED, (struct place){0}, path);
    return EDITOR_CHANGED;
}

static enum editor_result write_file(const char *path, const char *bytes, size_t length,
                                     struct diag *diag)
{
    if (file_write(path, bytes, length))
        return EDITOR_DONE;
    diag_say(diag, MESSAGE_EDIT_NOT_WRITTEN, (struct place){0}, path, strerror(errno));
    return EDITOR_UNWRITTEN;
}

/* ---- trying ---- */

static bool run(const struct editor *editor, const struct sources_given *given, size_t givens,
                struct job *job)
{
    struct job_setup setup = {.session = editor->setup.session,
                              .edition = editor->setup.edition,
                              .layout = editor->setup.layout,
                              .given = given,
                              .givens = givens};
    return job_run(job, &setup, STAGE_DOC);
}

/* An edition with errors may be mended one by one. */
static bool had_more_errors(const struct editor *editor, size_t errors)
{
    struct job job = {0};
    run(editor, NULL, 0, &job);
    bool more = diag_count(job.diag, DIAG_ERROR) > errors;
    job_done(&job);
    return more;
}

/* Whether more of a file can be read than before. What is wrong further on was not seen until then. */
static bool reads_further(const struct source *was, const struct source *now)
{
    struct edit_unread before = edit_unread(was), after = edit_unread(now);
    return after.errors < before.errors ||
           (after.errors == before.errors && after.lines < before.lines);
}

static enum editor_result try_text(struct editor *editor, const struct source *was,
                                   const struct source *now, struct job *trial)
{
    const struct sources_given given = {now->path, now->text, now->length, file_changed(now->path)};
    if (run(editor, &given, 1, trial) || reads_further(was, now))
        return EDITOR_DONE;
    bool is_read = edit_unread(now).errors <= edit_unread(was).errors;
    return is_read && had_more_errors(editor, diag_count(trial->diag, DIAG_ERROR)) ? EDITOR_DONE
                                                                                   : EDITOR_REFUSED;
}

/* A trial that did not come to a run, for its messages. */
static void begin_messages(struct job *trial)
{
    *trial = (struct job){.arena = arena_new(), .diag = diag_new()};
}

static bool changes_nothing(const struct edit_change *change)
{
    return change->length == change->end - change->start &&
           memcmp(change->bytes, change->source->text + change->start, change->length) == 0;
}

enum editor_result editor_try(struct editor *editor, const struct edit_change *change,
                              struct job *trial)
{
    const struct source *source = change->source;
    bool own = editor_owns(editor, source->path);
    if (!own || changes_nothing(change) ||
        !file_equals(source->path, source->text, source->length)) {
        begin_messages(trial);
        if (own && changes_nothing(change))
            return EDITOR_SAME;
        if (own)
            return say_changed(trial->diag, source->path);
        diag_say(trial->diag, MESSAGE_EDIT_FOREIGN, (struct place){0}, source->path);
        return EDITOR_REFUSED;
    }
    struct arena *arena = arena_new();
    struct source then = {.path = source->path};
    then.text = edit_changed(arena, change, &then.length);
    enum editor_result result = try_text(editor, source, &then, trial);
    arena_free(arena);
    return result;
}

/* ---- writing ---- */

/* What was taken back before cannot be done again after another change. */
static void note(struct editor *editor, const struct edit_change *change, const char *text,
                 size_t length)
{
    const struct source *source = change->source;
    editor->count = editor->done;
    editor->entry = memory_room(editor->entry, editor->count, &editor->room, sizeof *editor->entry);
    size_t old_length = change->end - change->start;
    editor->entry[editor->count++] = (struct editor_entry){
        .path = arena_string(editor->arena, source->path),
        .start = change->start,
        .old_bytes = arena_copy(editor->arena, source->text + change->start, old_length),
        .new_bytes = arena_copy(editor->arena, change->bytes, change->length),
        .old_length = old_length,
        .new_length = change->length,
        .before = checksum_of(source->text, source->length),
        .after = checksum_of(text, length),
    };
    editor->done = editor->count;
}

enum editor_result editor_apply(struct editor *editor, const struct edit_change *change,
                                struct job *trial)
{
    enum editor_result result = editor_try(editor, change, trial);
    if (result != EDITOR_DONE)
        return result;
    const struct source *source = change->source;
    if (!file_equals(source->path, source->text, source->length)) /* while it was tried */
        return say_changed(trial->diag, source->path);
    struct arena *arena = arena_new();
    size_t length;
    const char *text = edit_changed(arena, change, &length);
    result = write_file(source->path, text, length, trial->diag);
    if (result == EDITOR_DONE) {
        note(editor, change, text, length);
        keep_journal(editor);
    }
    arena_free(arena);
    return result;
}

/* ---- taking back ---- */

/* One run of bytes in place of another, in a file that has this checksum. */
static enum editor_result replace(const struct editor_entry *entry, bool back, struct diag *diag)
{
    struct buffer now = {0}, then = {0};
    enum editor_result result;
    size_t length = back ? entry->new_length : entry->old_length;
    if (file_read(entry->path, &now) != 0 ||
        !has_checksum(&now, back ? &entry->after : &entry->before)) {
        result = say_changed(diag, entry->path);
    } else {
        buffer_add(&then, now.bytes, entry->start);
        buffer_add(&then, back ? entry->old_bytes : entry->new_bytes,
                   back ? entry->old_length : entry->new_length);
        buffer_add(&then, now.bytes + entry->start + length, now.length - entry->start - length);
        result = write_file(entry->path, buffer_text(&then), then.length, diag);
    }
    buffer_free(&now);
    buffer_free(&then);
    return result;
}

enum editor_result editor_undo(struct editor *editor, struct diag *diag)
{
    if (editor->done == 0) {
        diag_say(diag, MESSAGE_EDIT_NOTHING_TO_UNDO, (struct place){0});
        return EDITOR_SAME;
    }
    enum editor_result result = replace(&editor->entry[editor->done - 1], true, diag);
    editor->done -= result == EDITOR_DONE;
    keep_journal(editor);
    return result;
}

enum editor_result editor_redo(struct editor *editor, struct diag *diag)
{
    if (editor->done == editor->count) {
        diag_say(diag, MESSAGE_EDIT_NOTHING_TO_REDO, (struct place){0});
        return EDITOR_SAME;
    }
    enum editor_result result = replace(&editor->entry[editor->done], false, diag);
    editor->done += result == EDITOR_DONE;
    keep_journal(editor);
    return result;
}
