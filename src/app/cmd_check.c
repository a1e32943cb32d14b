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

#include "app/check_fix.h"
#include "app/cli.h"
#include "app/many.h"
#include "archive/program.h"
#include "audit/audit.h"
#include "batch/make.h"

struct check {
    const char *format;
    const char *rules;
    const char *layout;
    const char *draft;
    const char *strict;
    const char *only_new;
    const char *all;
    const char *fix, *write;
    const char *claims;
};

/* What is known is counted apart where it is not shown. */
static void print_counts(const struct diag *diag, const struct diag_style *style)
{
    size_t shown[DIAG_ERROR + 1], all[DIAG_ERROR + 1];
    bool thai = style->language == DIAG_THAI;
    struct diag_style whole = *style;
    whole.only_new = false;
    diag_tally(diag, style, shown);
    diag_tally(diag, &whole, all);
    size_t known = all[DIAG_NOTE] - shown[DIAG_NOTE];
    if (all[DIAG_ERROR] + all[DIAG_WARNING] + all[DIAG_NOTE] == 0)
        return;
    printf(thai ? "ข้อผิดพลาด: %zu, คำเตือน: %zu, หมายเหตุ: %zu"
                : "errors: %zu, warnings: %zu, notes: %zu",
           shown[DIAG_ERROR], shown[DIAG_WARNING], shown[DIAG_NOTE]);
    if (known > 0)
        printf(thai ? ", รับทราบแล้ว: %zu (แสดงด้วย --all)" : ", acknowledged: %zu (--all shows them)",
               known);
    printf("\n");
}

/* On a terminal an officer wants to see what is left to do; other programs get everything. */
static bool shows_only_new(const struct check *how)
{
    if (how->all != NULL || how->only_new != NULL)
        return how->only_new != NULL;
    return strcmp(how->format, "text") == 0 && isatty(STDOUT_FILENO);
}

/* What the audit's rules are for. */
static bool describe_rule(const char *rule, enum diag_language language,
                          struct diag_rule_text *text)
{
    const struct audit_rule *known = audit_find(rule);
    if (known != NULL)
        text->description = language == DIAG_THAI ? known->thai : known->english;
    return known != NULL;
}

static void print_findings(const struct cli *cli, const struct check *how, const struct diag *diag)
{
    const struct diag_sarif about = {program_version(), describe_rule};
    struct diag_style style = {.language = cli->language,
                               .colour = isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL,
                               .only_new = shows_only_new(how)};
    if (strcmp(how->format, "json") == 0) {
        diag_print_json(diag, stdout, style);
    } else if (strcmp(how->format, "sarif") == 0) {
        diag_print_sarif(diag, stdout, style, &about);
    } else {
        diag_print(diag, stdout, style);
        print_counts(diag, &style);
    }
}

/* What is read from the texts, instead of what is wrong with them. */
static enum cli_status print_claims(const struct cli *cli, const struct job_setup *setup,
                                    const struct check *how)
{
    struct job job = {0};
    struct buffer out = {0};
    bool done = job_run(&job, setup, STAGE_FIGURES) && job_print_claims(&job, cli->language, &out);
    fwrite(out.bytes, 1, out.length, stdout);
    print_findings(cli, how, job.diag);
    buffer_free(&out);
    job_done(&job);
    return done ? CLI_FINE : CLI_INPUT;
}

static enum cli_status check(const struct cli *cli, const struct job_setup *setup,
                             const struct check *how)
{
    if (how->fix != NULL)
        return check_fix(cli, setup, how->rules, how->write != NULL);
    struct job job = {0};
    batch_check_job(&job, setup, how->rules);
    /* Where there is nothing to say nothing is said: fonts are no finding, and matter where pages can be made. */
    bool can_be_made = job.layout != NULL && (setup->draft || job.edition->missings == 0);
    if (can_be_made && how->rules == NULL && diag_mark(job.diag) > 0)
        job_say_fonts(&job);
    print_findings(cli, how, job.diag);
    bool fails =
        diag_failed(job.diag) || (how->strict != NULL && diag_count(job.diag, DIAG_WARNING) > 0);
    job_done(&job);
    return fails ? CLI_INPUT : CLI_FINE;
}

static const char *const FORMAT_NAMES[] = {"text", "json", "sarif"};
static const struct cli_names FORMATS = {FORMAT_NAMES, sizeof FORMAT_NAMES / sizeof *FORMAT_NAMES};

static bool is_format(const char *format)
{
    for (size_t i = 0; i < FORMATS.count; i++)
        if (strcmp(FORMATS.name[i], format) == 0)
            return true;
    return false;
}

static bool is_rule(const char *name)
{
    return audit_is_rule(name) || diag_is_rule(name);
}

/* ---- several editions ---- */

static struct batch_editions editions_of(struct many *many, const struct cli_operands *operands)
{
    struct diag *diag = diag_new();
    struct batch_gathering *gathering = batch_gather_start(many->arena, many->how.language, diag);
    for (int i = 0; i < operands->count; i++)
        batch_gather_folder(gathering, operands->item[i]);
    struct batch_editions editions = batch_gather_end(gathering);
    cli_print_diag(many->call->cli, diag, DIAG_ERROR);
    diag_free(diag);
    return editions;
}

/* There is a table in place of the findings. */
static enum cli_status check_many(struct many *many, const struct check *how,
                                  const struct cli_operands *operands)
{
    const struct cli_call *call = many->call;
    if (how->fix != NULL || how->claims != NULL)
        return cli_usage(call, "--fix and --claims are about one edition",
                         "--fix และ --claims ใช้กับฉบับเดียว", NULL);
    if (!many_is_format(how->format))
        return cli_unknown(call, "no such format of a table of editions",
                           "ไม่มีรูปแบบนี้สำหรับตารางของหลายฉบับ", how->format, MANY_FORMATS);
    many->format = how->format;
    many->is_strict = how->strict != NULL;
    many->how.checks = true;
    many->how.rules = how->rules;
    many->how.layout = how->layout;
    many->how.draft = how->draft != NULL;
    many->all = editions_of(many, operands);
    return many_run(many);
}

static enum cli_status check_operands(const struct cli_call *call, struct check *how,
                                      const struct cli_operands *operands, struct arena *arena)
{
    const struct cli *cli = call->cli;
    struct many many = many_usual(call, arena);
    if (operands->count > 1)
        return check_many(&many, how, operands);
    if (!is_format(how->format))
        return cli_unknown(call, "no such format", "ไม่มีรูปแบบนี้", how->format, FORMATS);
    struct job_setup setup = {.session = cli->session,
                              .edition = cli_edition(operands->item[0]),
                              .layout = how->layout,
                              .draft = how->draft != NULL,
                              .has_epoch = cli->has_epoch,
                              .epoch = cli->epoch};
    return how->claims != NULL ? print_claims(cli, &setup, how) : check(cli, &setup, how);
}

enum cli_status cmd_check(const struct cli_call *call)
{
    struct check how = {.format = "text"};
    const struct cli_option options[] = {
        {"format", 'f', "FORMAT",
         "text, json or sarif; of several editions text, csv or json (default: text)",
         "text, json หรือ sarif; ของหลายฉบับ text, csv หรือ json (ค่าเริ่มต้น: text)", &how.format},
        {"rule", 'r', "RULE,…", "these rules only ('itareport explain' lists them)",
         "เฉพาะกฎเหล่านี้ ('itareport explain' แสดงรายชื่อ)", &how.rules},
        {"layout", 'l', "LAYOUT", "another layout than the edition's: a name or a file",
         "ใช้เค้าโครงอื่นแทนของฉบับ: ชื่อหรือแฟ้ม", &how.layout},
        {"draft", 'd', NULL, "as a draft, with its marks", "ตรวจอย่างฉบับร่าง พร้อมตราประทับ",
         &how.draft},
        {"strict", 0, NULL, "fail on warnings too", "ถือว่าคำเตือนเป็นความล้มเหลวด้วย", &how.strict},
        {"new", 'n', NULL, "leave out what is acknowledged (so on a terminal)",
         "ไม่แสดงสิ่งที่รับทราบแล้ว (เป็นค่าเริ่มต้นบนเทอร์มินัล)", &how.only_new},
        {"all", 'a', NULL, "show what is acknowledged, too", "แสดงสิ่งที่รับทราบแล้วด้วย", &how.all},
        {"fix", 0, NULL, "show what can be mended, as it was and as it would be",
         "แสดงสิ่งที่แก้ให้ได้ ทั้งของเดิมและที่แก้แล้ว", &how.fix},
        {"write", 0, NULL, "with --fix: write it into the edition's files",
         "ใช้กับ --fix: เขียนลงแฟ้มของฉบับรายงาน", &how.write},
        {"claims", 0, NULL, "print what is read from each sentence, instead of findings",
         "แสดงความที่อ่านได้จากแต่ละประโยคแทนรายการที่พบ", &how.claims},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    if (how.all != NULL && how.only_new != NULL)
        return cli_usage(call, "--new and --all contradict each other", "--new และ --all ขัดกัน",
                         NULL);
    struct arena *arena = arena_new();
    const char *unknown = how.rules != NULL ? diag_unknown(arena, how.rules, is_rule) : NULL;
    status = unknown != NULL ? cmd_unknown_rule(call, unknown)
                             : check_operands(call, &how, &operands, arena);
    arena_free(arena);
    return status;
}
