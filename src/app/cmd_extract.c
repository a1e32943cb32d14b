/*
 * cmd_extract.c - `itareport extract`: the sources of an archived report, as files again.
 *
 * Their folders are as they were to each other; with the folder as ITAREPORT_DATA's layouts/ the
 * edition can be built from it. Files that are in the way and differ are not overwritten.
 */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "archive/package.h"
#include "source/file.h"

/* False after reporting a file that is there and differs. */
static bool is_free(struct arena *arena, const struct package *package, const char *folder,
                    struct diag *diag)
{
    bool free_of = true;
    for (size_t i = 0; i < package->attached.count; i++) {
        const struct attached_file *file = &package->attached.file[i];
        const char *path = file_join(arena, folder, file->name);
        if (!file_exists(path) || file_equals(path, file->bytes, file->length))
            continue;
        diag_say(diag, MESSAGE_ARCHIVE_IN_THE_WAY, (struct place){0}, path);
        free_of = false;
    }
    return free_of;
}

/* FILE without its ending. */
static const char *folder_for(struct arena *arena, const char *path)
{
    const char *dot = strrchr(file_name(path), '.');
    size_t length = dot != NULL && dot != file_name(path) ? (size_t)(dot - path) : strlen(path);
    return arena_printf(arena, "%.*s-sources", (int)length, path);
}

struct extract {
    const struct cli *cli;
    const char *path;
    const char *folder;
    const char *quiet;
};

static enum cli_status extract(const struct extract *job, struct arena *arena, struct diag *diag)
{
    struct package package;
    if (!package_read(arena, job->path, &package, diag) || !package_check(&package, diag))
        return CLI_INPUT;
    const char *folder = job->folder != NULL ? job->folder : folder_for(arena, job->path);
    if (!is_free(arena, &package, folder, diag))
        return CLI_INPUT;
    if (!package_write(arena, &package, folder))
        return cli_system(job->cli, folder);
    if (job->quiet == NULL)
        for (size_t i = 0; i < package.attached.count; i++)
            printf("%s\n", file_join(arena, folder, package.attached.file[i].name));
    return CLI_FINE;
}

enum cli_status cmd_extract(const struct cli_call *call)
{
    struct extract job = {.cli = call->cli};
    const struct cli_option options[] = {
        {"output", 'o', "FOLDER", "where to write (default: FILE without its ending, and -sources)",
         "โฟลเดอร์ที่จะเขียน (ค่าเริ่มต้น: ชื่อแฟ้มไม่มีนามสกุล ต่อด้วย -sources)", &job.folder},
        {"quiet", 'q', NULL, "print errors only", "แสดงเฉพาะข้อผิดพลาด", &job.quiet},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    if (cli_is_stdout(job.folder))
        return cli_usage(call, "what is written are several files: -o names a folder",
                         "ผลลัพธ์มีหลายแฟ้ม -o ต้องระบุเป็นโฟลเดอร์", NULL);
    job.path = operands.item[0];
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    status = extract(&job, arena, diag);
    cli_print_diag(call->cli, diag, DIAG_NOTE);
    diag_free(diag);
    arena_free(arena);
    return status;
}
