/*
 * The files are written only when the edition with all of them is accepted by the loader and the layout, and each only
 * over the text that was read.
 */
#include "app/check_fix.h"

#include <stdio.h>

#include "base/diag_list.h"
#include "edit/write.h"

static void print_mends(const struct edit_mends *mends)
{
    for (size_t i = 0; i < mends->count; i++) {
        const struct edit_mended *mend = &mends->mend[i];
        struct place place = mend->finding->place;
        printf("%s:%u:%u: %s\n  - %s\n  + %s\n", place.source->path, (unsigned)place.line,
               (unsigned)place.column, diag_row(mend->finding->code)->rule, mend->was, mend->is);
    }
}

/* Counts of all rounds. */
struct fixed {
    size_t mends, files;
};

static enum cli_status write_all(const struct cli *cli, const struct job *job,
                                 const struct edit_mends *mends)
{
    const struct edit_files files = {mends->file, mends->files};
    struct job trial = {0};
    enum editor_result result = edit_write(&job->setup, &files, &trial);
    if (result != EDITOR_DONE)
        cli_print_diag(cli, trial.diag, DIAG_ERROR);
    job_done(&trial);
    if (result == EDITOR_DONE)
        return CLI_FINE;
    fprintf(stderr, "%s\n", cli_say(cli, "nothing was written", "ไม่ได้เขียนแฟ้มใด"));
    return result == EDITOR_REFUSED ? CLI_INPUT : CLI_SYSTEM;
}

/* What is found now; more may be found when that is mended, for of one fault a text is said to have more. */
static enum cli_status fix_once(const struct cli *cli, const struct job_setup *setup,
                                const char *rules, bool writes, struct fixed *fixed)
{
    struct job job = {0};
    struct diag *said = diag_new();
    enum cli_status status = CLI_INPUT;
    if (job_run(&job, setup, STAGE_FIGURES) && job_open_layout(&job) &&
        job_audit(&job, rules, job.diag)) {
        struct edit_mends mends = edit_mend_all(job.arena, job.edition, job.diag, rules, said);
        print_mends(&mends);
        fixed->mends += mends.count;
        fixed->files = mends.files;
        status = writes && mends.files > 0 ? write_all(cli, &job, &mends) : CLI_FINE;
        cli_print_diag(cli, said, DIAG_ERROR);
    } else {
        cli_print_diag(cli, job.diag, DIAG_ERROR);
    }
    diag_free(said);
    job_done(&job);
    return status;
}

enum cli_status check_fix(const struct cli *cli, const struct job_setup *setup, const char *rules,
                          bool writes)
{
    enum { MOST_ROUNDS = 20 };
    struct fixed fixed = {0, 1};
    size_t before = 0;
    enum cli_status status = CLI_FINE;
    for (int round = 0; round < MOST_ROUNDS && status == CLI_FINE; round++) {
        before = fixed.mends;
        status = fix_once(cli, setup, rules, writes, &fixed);
        if (!writes || fixed.mends == before)
            break;
    }
    if (status != CLI_FINE)
        return status;
    if (writes)
        printf(cli_say(cli, "mended: %zu\n", "แก้แล้ว: %zu\n"), fixed.mends);
    else
        printf(cli_say(cli, "to be mended: %zu, files: %zu (--write writes them)\n",
                       "แก้ให้ได้: %zu, แฟ้ม: %zu (เขียนด้วย --write)\n"),
               fixed.mends, fixed.files);
    return status;
}
