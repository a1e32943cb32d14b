/*
 * cmd_why.c - `itareport why`: how a figure comes about.
 *
 * The tree goes to standard output, in the language of the run. A name that is none is wrong usage of
 * the input's own names, so the exit status is 1, with the nearest name.
 */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "why/why.h"

struct question {
    const char *what;
    const char *format;
    bool lists; /* the names, in place of one figure */
};

static void list_names(const struct job *job)
{
    for (const char *const *name = why_names(job->arena, job->figures); *name != NULL; name++)
        printf("%s\n", *name);
}

/* What is no name is a formula. */
static const struct why *explain_formula(struct job *job, const char *words)
{
    struct text text = {.bytes = words, .length = strlen(words), .form = TEXT_EXPRESSION};
    const struct expr_reader reader = {job->arena, job->diag, &text};
    const struct expr *expr = expr_parse(&reader, 0, text.length);
    struct evaluation evaluation = {
        .arena = job->arena, .diag = job->diag, .facts = job_facts(job), .digits = DIGIT_WESTERN};
    const struct why_formula of = {job->figures, job->earlier, &evaluation};
    return expr != NULL ? why_formula(job->arena, &of, expr) : NULL;
}

static void answer(const struct cli *cli, struct job *job, const struct question *question)
{
    const char *name = question->what;
    const struct figures *figures = why_figures(job->figures, job->earlier, &name);
    bool is_formula = strpbrk(name, " |+*/()<>=") != NULL || strncmp(name, "data.", 5) == 0;
    const struct why *why = is_formula ? explain_formula(job, question->what)
                                       : why_make(job->arena, figures, name, job->diag);
    if (why == NULL)
        return;
    struct buffer out = {0};
    if (strcmp(question->format, "json") == 0)
        why_print_json(why, &out);
    else
        why_print(why, cli->language, &out);
    fwrite(buffer_text(&out), 1, out.length, stdout);
    buffer_free(&out);
}

static enum cli_status run(const struct cli *cli, const char *edition,
                           const struct question *question)
{
    struct job job = {0};
    struct job_setup setup = {.session = cli->session, .edition = edition};
    if (job_run(&job, &setup, STAGE_FIGURES) && question->lists)
        list_names(&job);
    else if (!diag_failed(job.diag))
        answer(cli, &job, question);
    enum cli_status status = diag_failed(job.diag) ? CLI_INPUT : CLI_FINE;
    cli_print_diag(cli, job.diag, DIAG_ERROR);
    job_done(&job);
    return status;
}

enum cli_status cmd_why(const struct cli_call *call)
{
    const char *list = NULL;
    struct question question = {.format = "text"};
    const struct cli_option options[] = {{"format", 'f', "FORMAT", "text or json (default: text)",
                                          "text หรือ json (ค่าเริ่มต้น: text)", &question.format},
                                         {"list", 'l', NULL,
                                          "list the names of an edition's figures instead",
                                          "แสดงชื่อของตัวเลขทั้งหมดในฉบับรายงานแทน", &list},
                                         {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    if (strcmp(question.format, "text") != 0 && strcmp(question.format, "json") != 0)
        return cli_usage(call, "no such format", "ไม่มีรูปแบบนี้", question.format);
    question.lists = list != NULL;
    if (!question.lists && operands.count < 2)
        return cli_usage(call, "which edition?", "ฉบับรายงานใด", operands.item[0]);
    question.what = operands.item[0];
    return run(call->cli, cli_edition(operands.item[operands.count - 1]), &question);
}
