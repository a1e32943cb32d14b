/*
 * editor.h - changes of an edition's files: tried, written, taken back.
 *
 * Purpose: a change is written only if the loader accepts the edition with it, and only over the file that it was
 *          made of. An edition that has errors already is mended step by step: a change must then leave fewer, or
 *          let more of its file be read. What was written can be taken back and done again, as long as nobody else
 *          wrote meanwhile.
 * Memory:  the editor owns its journal; the setup's strings and session must outlive it.
 * Errors:  messages go to the trial's collector; nothing is written unless the result is EDITOR_DONE.
 */
#ifndef ITAREPORT_EDIT_EDITOR_H
#define ITAREPORT_EDIT_EDITOR_H

#include "edit/change.h"
#include "edit/journal.h"
#include "job/job.h"

enum editor_result {
    EDITOR_DONE,
    EDITOR_SAME, /* there is nothing to change */
    EDITOR_REFUSED, /* the edition would have errors that it has not; or what is to be changed is no file of it */
    EDITOR_CHANGED,  /* the file is not the one that the change was made of */
    EDITOR_UNWRITTEN /* the system would not */
};

struct editor;

struct editor_setup {
    struct session *session;
    const char *edition;
    const char *layout; /* as in job_setup */
    const char
        *journal; /* the file where it is kept for the next editor; NULL: it ends with this one */
};

struct editor *editor_new(const struct editor_setup *setup);
void editor_free(struct editor *editor);

/* Whether a path leads to one of the edition's own files. */
bool editor_owns(const struct editor *editor, const char *path);

/*
 * Tries a change and writes it. trial: zero before; after, the edition as it would be, up to its document, with all
 * messages; the caller ends it with job_done.
 */
enum editor_result editor_apply(struct editor *editor, const struct edit_change *change,
                                struct job *trial);

/* Only tries. */
enum editor_result editor_try(struct editor *editor, const struct edit_change *change,
                              struct job *trial);

/* Takes the last change back, or does the last one that was taken back again. */
enum editor_result editor_undo(struct editor *editor, struct diag *diag);
enum editor_result editor_redo(struct editor *editor, struct diag *diag);

/* The changes that undo would take back, the first that was made first; and that redo would do again, the next
 * first. */
const struct editor_entry *editor_done(const struct editor *editor, size_t *count);
const struct editor_entry *editor_undone(const struct editor *editor, size_t *count);

#endif
