/*
 * cmd_export.c - `itareport export`: an edition's scores, figures, ranking and measures as CSV or XLSX.
 *
 * A CSV file holds one table, an XLSX file any number. The same edition gives the same bytes.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "app/cli.h"
#include "app/output.h"
#include "exchange/export.h"
#include "source/file.h"

struct export_options {
    const char *what, *output;
};

static const char ALL[] = "all";

static bool is_xlsx(const char *output)
{
    const char *dot = output != NULL ? strrchr(output, '.') : NULL;
    return dot != NULL && strcasecmp(dot, ".xlsx") == 0;
}

/* Whether a table is wanted: without a word for it, all in XLSX and the scores in CSV. */
static bool is_wanted(const struct export_options *options, enum export_what what)
{
    const char *wanted = options->what;
    if (wanted == NULL)
        wanted = is_xlsx(options->output) ? ALL : export_name(EXPORT_SCORES);
    return strcmp(wanted, ALL) == 0 || strcmp(wanted, export_name(what)) == 0;
}

static void make(const struct job *job, const struct export_options *options, struct buffer *out)
{
    struct sheet_table table[EXPORT_WHATS];
    size_t tables = 0;
    for (int what = 0; what < EXPORT_WHATS; what++)
        if (is_wanted(options, (enum export_what)what))
            table[tables++] = export_table(job->arena, job->figures, (enum export_what)what);
    if (is_xlsx(options->output))
        sheet_write_xlsx(table, tables, out);
    else
        sheet_write_csv(&table[0], out);
}

static enum cli_status write_file(const struct cli_call *call, const struct job *job,
                                  const struct export_options *options, const struct buffer *out)
{
    const struct output_inputs inputs = {
        .sources = job->sources, .edition = job->setup.edition, .data = call->cli->session->data};
    const char *path = options->output;
    if (!output_spares(job->arena, &inputs, path, job->diag))
        return CLI_INPUT;
    return file_write(path, out->bytes, out->length) ? CLI_FINE : cli_system(call->cli, path);
}

static enum cli_status run(const struct cli_call *call, const struct export_options *options,
                           const char *edition)
{
    struct job job = {0};
    struct job_setup setup = {.session = call->cli->session, .edition = edition};
    struct buffer out = {0};
    enum cli_status status = CLI_INPUT;
    if (job_run(&job, &setup, STAGE_FIGURES)) {
        make(&job, options, &out);
        if (options->output == NULL || cli_is_stdout(options->output))
            status = cli_print(call->cli, out.bytes, out.length);
        else
            status = write_file(call, &job, options, &out);
    }
    cli_print_diag(call->cli, job.diag, DIAG_ERROR);
    buffer_free(&out);
    job_done(&job);
    return status;
}

static enum cli_status check(const struct cli_call *call, const struct export_options *options)
{
    const char *names[EXPORT_WHATS + 1];
    bool is_known = options->what == NULL;
    for (int what = 0; what <= EXPORT_WHATS; what++) {
        names[what] = what < EXPORT_WHATS ? export_name((enum export_what)what) : ALL;
        is_known = is_known || strcmp(names[what], options->what) == 0;
    }
    const struct cli_names known = {names, EXPORT_WHATS + 1};
    if (!is_known)
        return cli_unknown(call, "no such table", "ไม่มีตารางนี้", options->what, known);
    if (options->what != NULL && strcmp(options->what, ALL) == 0 && !is_xlsx(options->output))
        return cli_usage(call, "a CSV file holds one table; -o FILE.xlsx holds all",
                         "แฟ้ม CSV มีได้ตารางเดียว ใช้ -o FILE.xlsx เพื่อส่งออกทั้งหมด", NULL);
    return CLI_FINE;
}

enum cli_status cmd_export(const struct cli_call *call)
{
    struct export_options options = {0};
    const struct cli_option table[] = {
        {"what", 0, "WHAT", "scores, figures, ranking, measures or all",
         "scores, figures, ranking, measures หรือ all", &options.what},
        {"output", 'o', "FILE", "FILE.csv or FILE.xlsx (default: CSV to standard output)",
         "FILE.csv หรือ FILE.xlsx (ค่าเริ่มต้น: CSV ทาง standard output)", &options.output},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, table, &operands, &status))
        return status;
    status = check(call, &options);
    return status == CLI_FINE ? run(call, &options, cli_edition(operands.item[0])) : status;
}
