/*
 * cmd_archive.c - `itareport archive`: an edition as a file to keep.
 *
 * Before anything is written the report is made once more from its own attachments; only a file that
 * comes out the same is archived. One that is there already stays unless --replace is given.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/output.h"
#include "archive/index.h"
#include "archive/prove.h"
#include "source/file.h"

struct archive {
    const struct cli_call *call;
    const char *output, *layout, *replace, *quiet;
    struct job_setup setup;
    struct archival made;
};

/* FOLDER/YEAR-AGENCY/report.pdf, or report-LAYOUT.pdf for another layout than the edition's. */
static const char *path_of(const struct archive *archive)
{
    const struct job *made = &archive->made.job;
    const struct edition_profile *edition = &made->edition->profile;
    const char *folder =
        file_join(made->arena, archive->output, output_folder(made->arena, edition));
    const struct output_kind kind = {.layout = archive->layout};
    return file_join(made->arena, folder, output_report(made->arena, edition, &kind));
}

/* Errors of the audit are no errors of the report; they are printed and end the run. */
static bool is_sound(struct archive *archive)
{
    struct diag *findings = diag_new();
    bool fine = job_audit(&archive->made.job, NULL, findings) && !diag_failed(findings);
    cli_print_diag(archive->call->cli, findings, DIAG_ERROR);
    diag_free(findings);
    return fine;
}

/* Makes it again, in memory, from what would be archived: fine when it is the same. */
static enum cli_status make_again(struct archive *archive)
{
    struct archival again = {0};
    bool is_same = archival_prove(&archive->made, archive->setup.session->data, &again);
    if (!is_same && again.job.diag != NULL)
        cli_print_diag(archive->call->cli, again.job.diag, DIAG_ERROR);
    enum cli_status status = is_same ? CLI_FINE : again.is_unwritten ? CLI_SYSTEM : CLI_INPUT;
    archival_done(&again);
    return status;
}

/* What is at the path already: nothing, the same bytes, or others. */
enum existing { EXISTING_NONE, EXISTING_SAME, EXISTING_OTHER };

static enum existing find_existing(const struct archive *archive, const char *path)
{
    if (!file_exists(path))
        return EXISTING_NONE;
    const struct buffer *file = &archive->made.file;
    return file_equals(path, file->bytes, file->length) ? EXISTING_SAME : EXISTING_OTHER;
}

/* False after reporting a stranger's file of the index's name. */
static bool may_index(const struct archive *archive, const char *path)
{
    bool may = archive->replace != NULL || index_may_replace(path);
    if (!may)
        diag_say(archive->made.job.diag, MESSAGE_ARCHIVE_INDEX_OTHER, (struct place){0}, path);
    return may;
}

/* False after reporting what the report or the index may not be put in the place of: an input, or a stranger's file. */
static bool may_write(const struct archive *archive, const char *path)
{
    const struct job *job = &archive->made.job;
    const struct output_inputs inputs = {.sources = job->sources,
                                         .edition = job->edition->folder,
                                         .earlier = &job->earlier,
                                         .data = archive->setup.session->data};
    const char *const index[] = {file_join(job->arena, archive->output, INDEX_YAML),
                                 file_join(job->arena, archive->output, INDEX_HTML)};
    bool may = output_spares(job->arena, &inputs, path, job->diag);
    for (size_t i = 0; i < sizeof index / sizeof index[0]; i++)
        may = output_spares(job->arena, &inputs, index[i], job->diag) &&
              may_index(archive, index[i]) && may;
    return may;
}

/* With the report that was just written, or was there already. */
static enum cli_status write_index(const struct archive *archive, const char *path)
{
    const struct archival *made = &archive->made;
    struct arena *arena = made->job.arena;
    struct diag *diag = diag_new();
    struct index_list added = {0};
    struct checksum sum = checksum_of(buffer_text(&made->file), made->file.length);
    index_add_report(
        arena, &added,
        &(struct index_report){.path = path + strlen(file_join(arena, archive->output, "")),
                               .year = made->manifest.year,
                               .agency = made->manifest.agency,
                               .level = made->manifest.level,
                               .score = made->manifest.score,
                               .pages = made->job.pages->count,
                               .bytes = made->file.length,
                               .sha256 = arena_string(arena, sum.digits)});
    enum index_end end = index_update(arena, archive->output, &added, diag);
    cli_print_diag(archive->call->cli, diag, DIAG_WARNING);
    diag_free(diag);
    return end == INDEX_FINE     ? CLI_FINE
           : end == INDEX_FLAWED ? CLI_INPUT
                                 : cli_system(archive->call->cli, archive->output);
}

static enum cli_status keep_locked(const struct archive *archive)
{
    const struct cli *cli = archive->call->cli;
    const struct buffer *file = &archive->made.file;
    const char *path = path_of(archive);
    if (!may_write(archive, path))
        return CLI_INPUT;
    enum existing existing = find_existing(archive, path);
    if (existing == EXISTING_OTHER && archive->replace == NULL) {
        diag_say(archive->made.job.diag, MESSAGE_ARCHIVE_KEPT, (struct place){0}, path);
        return CLI_INPUT;
    }
    if (existing != EXISTING_SAME && !file_write(path, file->bytes, file->length))
        return cli_system(cli, path);
    if (archive->quiet == NULL)
        fprintf(stderr, "%s (%zu KB, %s)\n", path, (file->length + 1023) / 1024,
                existing == EXISTING_SAME ? cli_say(cli, "unchanged", "ไม่เปลี่ยนแปลง")
                : existing == EXISTING_OTHER ? cli_say(cli, "replaced", "เขียนแทนแฟ้มเดิม")
                                             : cli_say(cli, "new", "ใหม่"));
    return write_index(archive, path);
}

/* Two commands that keep reports in one folder do so one after the other, and no entry of the index is lost. */
static enum cli_status keep(const struct archive *archive)
{
    int lock = index_lock(archive->made.job.arena, archive->output);
    if (lock < 0)
        return cli_system(archive->call->cli, archive->output);
    enum cli_status status = keep_locked(archive);
    close(lock);
    return status;
}

static enum cli_status archive_run(struct archive *archive)
{
    struct archival *made = &archive->made;
    enum cli_status status = CLI_INPUT;
    bool is_made = archival_run(made, &archive->setup);
    if (made->job.layout != NULL && archive->quiet == NULL)
        job_say_fonts(&made->job);
    if (is_made && is_sound(archive) && archival_write(made))
        status = make_again(archive);
    if (status == CLI_FINE)
        status = keep(archive);
    cli_print_diag(archive->call->cli, made->job.diag,
                   archive->quiet != NULL ? DIAG_ERROR : DIAG_NOTE);
    return status;
}

enum cli_status cmd_archive(const struct cli_call *call)
{
    const struct cli *cli = call->cli;
    struct archive archive = {.call = call, .output = "output/archive"};
    const struct cli_option options[] = {
        {"output", 'o', "FOLDER", "the archive (default: output/archive)",
         "โฟลเดอร์ที่เก็บ (ค่าเริ่มต้น: output/archive)", &archive.output},
        {"layout", 'l', "LAYOUT", "another layout than the edition's: a name or a file",
         "ใช้เค้าโครงอื่นแทนของฉบับ: ชื่อหรือแฟ้ม", &archive.layout},
        {"replace", 0, NULL, "overwrite an archived report that differs",
         "เขียนทับรายงานที่เก็บไว้แล้วแม้เนื้อหาต่างกัน", &archive.replace},
        {"quiet", 'q', NULL, "print errors only", "แสดงเฉพาะข้อผิดพลาด", &archive.quiet},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    if (cli_is_stdout(archive.output))
        return cli_usage(call, "what is written are several files: -o names a folder",
                         "ผลลัพธ์มีหลายแฟ้ม -o ต้องระบุเป็นโฟลเดอร์", NULL);
    archive.setup = (struct job_setup){.session = cli->session,
                                       .edition = cli_edition(operands.item[0]),
                                       .layout = archive.layout,
                                       .has_epoch = cli->has_epoch,
                                       .epoch = cli->epoch};
    status = archive_run(&archive);
    archival_done(&archive.made);
    return status;
}
