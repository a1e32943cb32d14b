/* cmd_dump.c - `itareport dump`: what a stage made, as text on standard output. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "job/dump.h"

static enum cli_status dump(const struct cli *cli, const struct job_setup *setup, const char *stage)
{
    struct job job = {0};
    struct buffer out = {0};
    bool made = dump_job(&job, setup, stage, &out);
    fwrite(buffer_text(&out), 1, out.length, stdout);
    cli_print_diag(cli, job.diag, DIAG_NOTE);
    buffer_free(&out);
    job_done(&job);
    return made ? CLI_FINE : CLI_INPUT;
}

static enum cli_status say_unknown(const struct cli_call *call, const char *stage)
{
    const char *names[16];
    struct cli_names known = {names, dump_names(names, sizeof names / sizeof *names)};
    return cli_unknown(call, "no such stage", "ไม่มีขั้นตอนนี้", stage, known);
}

enum cli_status cmd_dump(const struct cli_call *call)
{
    const struct cli *cli = call->cli;
    const char *stage = "edition";
    const char *layout = NULL;
    const struct cli_option options[] = {
        {"stage", 's', "STAGE", "the stage to print (default: edition)",
         "ขั้นตอนที่จะพิมพ์ (ค่าเริ่มต้น: edition)", &stage},
        {"layout", 'l', "LAYOUT", "another layout than the edition's: a name or a file",
         "ใช้เค้าโครงอื่นแทนของฉบับ: ชื่อหรือแฟ้ม", &layout},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    if (!dump_exists(stage))
        return say_unknown(call, stage);
    struct job_setup setup = {.session = cli->session,
                              .edition = strcmp(stage, "node") == 0 ? operands.item[0]
                                                                    : cli_edition(operands.item[0]),
                              .layout = layout,
                              .has_epoch = cli->has_epoch,
                              .epoch = cli->epoch};
    return dump(cli, &setup, stage);
}
