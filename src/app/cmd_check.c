/*
 * cmd_check.c - `itareport check`: what contradicts what in an edition.
 *
 * The findings are what the command is for, so they go to standard output; nothing is printed when
 * nothing was found. Exit status 1 when there are errors, with --strict also when there are
 * warnings. What the edition acknowledges counts as neither.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli.h"
#include "audit/audit.h"
#include "paint/paint.h"

struct check {
    const char *format;
    const char *rules;
    const char *layout;
    const char *draft;
    const char *strict;
};

static void print_counts(const struct cli *cli, const struct diag *diag)
{
    size_t errors = diag_count(diag, DIAG_ERROR);
    size_t warnings = diag_count(diag, DIAG_WARNING);
    size_t notes = diag_count(diag, DIAG_NOTE);
    if (errors + warnings + notes > 0)
        printf(cli_say(cli, "errors: %zu, warnings: %zu, notes: %zu\n",
                       "ข้อผิดพลาด: %zu, คำเตือน: %zu, หมายเหตุ: %zu\n"),
               errors, warnings, notes);
}

static void print_findings(const struct cli *cli, const char *format, const struct diag *diag)
{
    struct diag_style style = {.language = cli->language,
                               .colour = isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL};
    if (strcmp(format, "json") == 0) {
        diag_print_json(diag, stdout, cli->language);
    } else if (strcmp(format, "sarif") == 0) {
        diag_print_sarif(diag, stdout, cli->language);
    } else {
        diag_print(diag, stdout, style);
        print_counts(cli, diag);
    }
}

/* Whether the report has to be made for what is asked: not for rules of the audit alone. */
static bool wants_pages(const struct check *how)
{
    return how->rules == NULL;
}

/* As a build does it: the report is made up to its pages and every picture is decoded, so that whatever would refuse a
 * build or warn in it is known here. */
static void make(struct job *job, const struct job_setup *setup)
{
    struct painting painting;
    if (!job_run(job, setup, STAGE_PAGES))
        return;
    struct paint_range all = paint_range(job->pages, (struct paint_range){0});
    if (paint_open(&painting, job->engine, job->pages, all, job->diag))
        paint_close(&painting);
}

static enum cli_status check(const struct cli *cli, const struct job_setup *setup,
                             const struct check *how)
{
    struct job job = {0};
    if (wants_pages(how))
        make(&job, setup);
    else if (job_run(&job, setup, STAGE_FIGURES))
        job_open_layout(&job);
    if (job.figures != NULL)
        job_audit(&job, how->rules, job.diag);
    /* Where there is nothing to say nothing is said: fonts are no finding. */
    if (job.layout != NULL && how->rules == NULL && diag_mark(job.diag) > 0)
        job_say_fonts(&job);
    print_findings(cli, how->format, job.diag);
    bool fails =
        diag_failed(job.diag) || (how->strict != NULL && diag_count(job.diag, DIAG_WARNING) > 0);
    job_done(&job);
    return fails ? CLI_INPUT : CLI_FINE;
}

static bool is_format(const char *format)
{
    return strcmp(format, "text") == 0 || strcmp(format, "json") == 0 ||
           strcmp(format, "sarif") == 0;
}

enum cli_status cmd_check(const struct cli_call *call)
{
    const struct cli *cli = call->cli;
    struct check how = {.format = "text"};
    const struct cli_option options[] = {
        {"format", 'f', "FORMAT", "text, json or sarif (default: text)",
         "text, json หรือ sarif (ค่าเริ่มต้น: text)", &how.format},
        {"rule", 'r', "RULE,…", "these rules only ('itareport explain' lists them)",
         "เฉพาะกฎเหล่านี้ ('itareport explain' แสดงรายชื่อ)", &how.rules},
        {"layout", 'l', "LAYOUT", "another layout than the edition's: a name or a file",
         "ใช้เค้าโครงอื่นแทนของฉบับ: ชื่อหรือแฟ้ม", &how.layout},
        {"draft", 'd', NULL, "as a draft, with its marks", "ตรวจอย่างฉบับร่าง พร้อมตราประทับ",
         &how.draft},
        {"strict", 0, NULL, "fail on warnings too", "ถือว่าคำเตือนเป็นความล้มเหลวด้วย", &how.strict},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    if (!is_format(how.format))
        return cli_usage(call, "no such format", "ไม่มีรูปแบบนี้", how.format);
    struct arena *arena = arena_new();
    const char *unknown = how.rules != NULL ? audit_unknown(arena, how.rules) : NULL;
    struct job_setup setup = {.session = cli->session,
                              .edition = operands.item[0],
                              .layout = how.layout,
                              .draft = how.draft != NULL,
                              .has_epoch = cli->has_epoch,
                              .epoch = cli->epoch};
    status = unknown != NULL ? cli_usage(call, "no such rule", "ไม่มีกฎนี้", unknown)
                             : check(cli, &setup, &how);
    arena_free(arena);
    return status;
}
