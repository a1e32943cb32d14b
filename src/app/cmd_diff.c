/*
 * cmd_diff.c - `itareport diff`: what changed from one edition to another, as text, JSON or a PDF.
 *
 * The later edition is run as for any report, with the other one as its earlier edition; so a layout
 * can place the same comparison. That two editions differ is no failure: the exit status is 0.
 */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "app/outputs.h"
#include "compare/compare.h"
#include "pdf/pdf.h"

struct arguments {
    const char *before, *after;
    const char *format;
    const char *output;
    const char *layout;
    const char *replace;
};

static void print(const struct cli *cli, const struct job *job, const char *format)
{
    struct comparison *comparison = compare_make(job->arena, job_previous(job), job->figures);
    struct buffer out = {0};
    if (strcmp(format, "json") == 0)
        compare_print_json(comparison, &out);
    else
        compare_print(comparison, cli->language, &out);
    fwrite(buffer_text(&out), 1, out.length, stdout);
    buffer_free(&out);
}

static enum cli_status write_pdf(const struct cli *cli, struct job *job,
                                 const struct arguments *given)
{
    struct outputs outputs = {.job = job,
                              .named = given->output,
                              .replace = given->replace != NULL,
                              .kind = {.layout = given->layout}};
    const struct pdf_options options = {.seconds = job_seconds(job)};
    struct buffer file = {0};
    enum cli_status status = CLI_INPUT;
    outputs_open(&outputs);
    if ((cli_is_stdout(given->output) || outputs_may_write(&outputs)) &&
        pdf_make(job->engine, job->pages, &options, &file, job->diag)) {
        if (cli_is_stdout(given->output))
            status = cli_print(cli, file.bytes, file.length);
        else if (outputs_write(&outputs, &file, 0) && outputs_close(&outputs))
            status = CLI_FINE;
        else
            status = cli_system(cli, outputs_path(&outputs, 0));
    }
    buffer_free(&file);
    return status;
}

static enum cli_status run(const struct cli_call *call, const struct arguments *given)
{
    const struct cli *cli = call->cli;
    struct job job = {0};
    bool is_pdf = given->output != NULL;
    const struct job_setup setup = {.session = cli->session,
                                    .results_suffice = !is_pdf,
                                    .edition = given->after,
                                    .earlier = given->before,
                                    .layout = given->layout,
                                    .has_epoch = cli->has_epoch,
                                    .epoch = cli->epoch};
    enum cli_status status = CLI_INPUT;
    if (job_run(&job, &setup, is_pdf ? STAGE_PAGES : STAGE_FIGURES)) {
        status = CLI_FINE;
        if (is_pdf)
            status = write_pdf(cli, &job, given);
        else
            print(cli, &job, given->format);
    }
    cli_print_diag(cli, job.diag, is_pdf ? DIAG_WARNING : DIAG_ERROR);
    job_done(&job);
    return status;
}

static bool is_format(const char *format)
{
    return strcmp(format, "text") == 0 || strcmp(format, "json") == 0;
}

enum cli_status cmd_diff(const struct cli_call *call)
{
    struct arguments given = {.format = "text", .layout = "compare"};
    const struct cli_option options[] = {
        {"format", 'f', "FORMAT", "text or json (default: text)", "text หรือ json (ค่าเริ่มต้น: text)",
         &given.format},
        {"output", 'o', "FILE", "make the comparison as a PDF; - for standard output",
         "จัดทำผลการเปรียบเทียบเป็น PDF; - คือ standard output", &given.output},
        {"layout", 'l', "LAYOUT", "of the PDF: a name or a file (default: compare)",
         "เค้าโครงของ PDF: ชื่อหรือแฟ้ม (ค่าเริ่มต้น: compare)", &given.layout},
        {"replace", 0, NULL, "overwrite a file that was not made from this edition",
         "เขียนทับแม้แฟ้มเดิมไม่ได้สร้างจากฉบับนี้", &given.replace},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    if (!is_format(given.format))
        return cli_usage(call, "the formats are text and json", "รูปแบบที่มีคือ text และ json",
                         given.format);
    if (operands.count < 2)
        return cli_usage(call, "which two editions?", "เปรียบเทียบฉบับใดกับฉบับใด", operands.item[0]);
    if (cli_is_stdout(given.output) && !cli_may_print(call))
        return CLI_USAGE;
    given.before = cli_edition(operands.item[0]);
    given.after = cli_edition(operands.item[1]);
    return run(call, &given);
}
