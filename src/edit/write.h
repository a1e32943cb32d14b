/*
 * write.h - files of an edition as they would be: tried together, written together.
 *
 * Purpose: what changes several values or files at once writes all of them or none: the loader and the layout have to
 *          accept the edition with all of them, and a file that cannot be written undoes those before it.
 * Errors:  messages go to the trial's collector; nothing is written unless the result is EDITOR_DONE.
 */
#ifndef ITAREPORT_EDIT_WRITE_H
#define ITAREPORT_EDIT_WRITE_H

#include "edit/editor.h"
#include "edit/mend.h"

struct edit_files {
    const struct edit_mended_file *file;
    size_t count;
};

/* An edition that has errors already must have none more. trial: zero before; after, the edition as it would be; the
 * caller ends it with job_done. */
enum editor_result edit_write(const struct job_setup *setup, const struct edit_files *files,
                              struct job *trial);

/* Only tries. */
enum editor_result edit_write_try(const struct job_setup *setup, const struct edit_files *files,
                                  struct job *trial);

#endif
