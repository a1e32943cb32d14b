/*
 * cmd_verify.c - `itareport verify`: is an archived report what it says, and does it still come out?
 *
 * First its attachments against its manifest, then the whole file against one made again from them.
 * With the same versions the bytes must be the same; with others, the pages and their text are
 * compared, and the differences are listed.
 */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "archive/archival.h"
#include "archive/compare.h"

static bool is_same(const struct package *package, const struct buffer *file)
{
    return file->length == package->pdf->length &&
           memcmp(file->bytes, package->pdf->text, file->length) == 0;
}

static void say(const struct cli *cli, const char *english, const char *thai)
{
    printf("%s\n", cli_say(cli, english, thai));
}

/* Writes the outcome to standard output; details are in diag. */
static bool judge(const struct cli *cli, const struct package *package,
                  const struct archival *again, struct diag *diag)
{
    if (is_same(package, &again->file)) {
        say(cli, "rebuilt: the same, byte for byte", "สร้างใหม่แล้วตรงกันทุกไบต์");
        return true;
    }
    if (compare_versions(&package->manifest, &again->manifest, diag)) {
        diag_say(diag, MESSAGE_ARCHIVE_BYTES, (struct place){0});
        compare_pages(&package->manifest, &again->manifest, diag);
        return false;
    }
    if (compare_pages(&package->manifest, &again->manifest, diag))
        say(cli, "rebuilt with other versions: the same pages with the same text",
            "สร้างใหม่ด้วยรุ่นอื่นแล้วได้หน้าและข้อความเหมือนเดิม");
    else
        say(cli, "rebuilt with other versions: not the same pages",
            "สร้างใหม่ด้วยรุ่นอื่นแล้วได้หน้าไม่เหมือนเดิม");
    return true;
}

static enum cli_status verify(const struct cli *cli, struct arena *arena, const char *path,
                              struct diag *diag)
{
    struct package package;
    if (!package_read(arena, path, &package, diag) || !package_check(&package, diag))
        return CLI_INPUT;
    printf(
        cli_say(cli, "%zu attachments: as the manifest says\n", "แฟ้มแนบ %zu แฟ้มตรงกับ manifest\n"),
        package.attached.count - 1);
    struct archival again = {0};
    bool good = false;
    if (archival_rebuild(&again, &package, cli->session->data, diag))
        good = judge(cli, &package, &again, diag);
    else if (!again.is_unwritten)
        diag_say(diag, MESSAGE_ARCHIVE_NOT_REBUILT, (struct place){0});
    enum cli_status status = again.is_unwritten ? CLI_SYSTEM : good ? CLI_FINE : CLI_INPUT;
    if (again.job.diag != NULL)
        cli_print_diag(cli, again.job.diag, DIAG_ERROR);
    archival_done(&again);
    return status;
}

enum cli_status cmd_verify(const struct cli_call *call)
{
    const struct cli_option options[] = {{0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    status = verify(call->cli, arena, operands.item[0], diag);
    fflush(stdout);
    cli_print_diag(call->cli, diag, DIAG_NOTE);
    diag_free(diag);
    arena_free(arena);
    return status;
}
