/*
 * cmd_new.c - `itareport new`: a new edition, from nothing.
 *
 * What was made and what to do next goes to standard output.
 */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "source/file.h"
#include "start/start.h"
#include "yaml/number.h"

struct arguments {
    const char *folder;
    const char *agency, *short_name, *kind, *default_guideline;
    const char *year, *scheme, *from;
};

enum { FIRST_YEAR = 2500, LAST_YEAR = 2700, ERA = 543 };

/* What was probably meant by a year of another era or of two digits; 0: nothing. */
static int64_t meant_year(int64_t year)
{
    int64_t of_era = year + ERA, of_century = year + FIRST_YEAR;
    if (of_era >= FIRST_YEAR && of_era <= LAST_YEAR)
        return of_era;
    return year > 0 && of_century < FIRST_YEAR + 100 ? of_century : 0;
}

/* False after reporting that it is no year of the Buddhist era. */
static bool read_year(const struct cli_call *call, const char *text, int64_t *year)
{
    int64_t number = 0;
    bool is_number = number_parse(text, strlen(text), 0, &number) == NUMBER_FINE;
    if (is_number && number >= FIRST_YEAR && number <= LAST_YEAR) {
        *year = number;
        return true;
    }
    int64_t meant = is_number ? meant_year(number) : 0;
    char what[128];
    snprintf(what, sizeof what, "%.40s", text);
    if (meant != 0)
        snprintf(what, sizeof what,
                 call->cli->language == DIAG_THAI ? "%.40s (หมายถึง %d หรือไม่)"
                                                  : "%.40s (did you mean %d?)",
                 text, (int)meant);
    cli_usage(call, "--year takes a year of the Buddhist era with four digits, such as 2568",
              "--year คือปี พ.ศ. สี่หลัก เช่น 2568", what);
    return false;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

static void tell_changes(const struct cli *cli, const struct start_made *made)
{
    struct buffer out = {0};
    start_tell_changes(&made->match, cli->language, &out);
    fwrite(buffer_text(&out), 1, out.length, stdout);
    buffer_free(&out);
}

static void tell(const struct cli *cli, const struct arguments *given,
                 const struct start_made *made)
{
    printf(cli_say(cli, "Made %s, fiscal year %d:\n", "สร้าง %s ปีงบประมาณ %d แล้ว:\n"), given->folder,
           (int)made->year);
    for (size_t i = 0; i < made->files; i++)
        printf("  %s/%s\n", given->folder, made->file[i].name);
    if (made->from != NULL)
        tell_changes(cli, made);
    printf(
        cli_say(cli,
                "To do: %zu scores in results.yaml, %zu texts marked <<…>>.\n"
                "Next:\n"
                "  itareport build --draft %s    to see it\n"
                "  itareport check %s            to see what is left\n",
                "สิ่งที่ต้องทำ: กรอกคะแนน %zu ข้อใน results.yaml และเขียนข้อความที่มีเครื่องหมาย <<…>> %zu แห่ง\n"
                "ขั้นต่อไป:\n"
                "  itareport build --draft %s    ดูฉบับร่าง\n"
                "  itareport check %s            ดูสิ่งที่เหลือ\n"),
        made->questions, made->marks, given->folder, given->folder);
}

static bool begin(struct arena *arena, const struct start_setup *setup, struct kept *schemes,
                  struct sources *sources, struct diag *diag, struct start_made *made)
{
    if (setup->from != NULL)
        return start_carry(arena, setup, schemes, sources, diag, made);
    return start_fresh(arena, setup, schemes, sources, diag, made);
}

static bool make(struct arena *arena, const struct cli *cli, const struct start_setup *setup,
                 struct diag *diag, struct sources *sources, struct start_made *made)
{
    return start_may_make(arena, setup->folder, diag) &&
           begin(arena, setup, cli->session->schemes, sources, diag, made) &&
           start_write(arena, setup, made, cli->session->schemes, sources, diag);
}

static enum cli_status run(const struct cli *cli, const struct arguments *given, int64_t year)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct sources *sources = sources_new();
    struct start_made made = {0};
    const struct start_setup setup = {.folder = given->folder,
                                      .from = given->from,
                                      .data = cli->session->data,
                                      .agency = given->agency,
                                      .short_name = given->short_name,
                                      .kind = given->kind,
                                      .default_guideline = given->default_guideline,
                                      .scheme = given->scheme,
                                      .year = year};
    bool fine = make(arena, cli, &setup, diag, sources, &made);
    if (fine)
        tell(cli, given, &made);
    cli_print_diag(cli, diag, DIAG_NOTE);
    edition_free(made.edition);
    edition_free(made.from);
    kept_return(made.loan);
    sources_free(sources);
    diag_free(diag);
    arena_free(arena);
    return fine ? CLI_FINE : CLI_INPUT;
}

static bool names_agency(const struct arguments *given)
{
    return given->agency != NULL || given->short_name != NULL || given->kind != NULL ||
           given->default_guideline != NULL;
}

enum cli_status cmd_new(const struct cli_call *call)
{
    struct arguments given = {0};
    const struct cli_option options[] = {
        {"agency", 'a', "NAME", "the agency's name in full", "ชื่อเต็มของหน่วยงาน", &given.agency},
        {"from", 'f', "EDITION", "go on from this edition: the next year of the same agency",
         "ทำต่อจากฉบับนี้: ปีถัดไปของหน่วยงานเดียวกัน", &given.from},
        {"year", 'y', "YEAR", "the fiscal year assessed, Buddhist era: 2568",
         "ปีงบประมาณที่ประเมิน พ.ศ. เช่น 2568", &given.year},
        {"scheme", 's', "FILE",
         "the scheme of the year (default: frameworks/YEAR.yaml beside it, or ours)",
         "แฟ้มกรอบการประเมินของปี (ค่าเริ่มต้น: frameworks/ปี.yaml ข้างโฟลเดอร์ หรือของโปรแกรม)",
         &given.scheme},
        {"short-name", 0, "NAME", "the agency's short name", "ชื่อย่อของหน่วยงาน", &given.short_name},
        {"kind", 'k', "KIND", "what the report calls agencies of its kind",
         "ชื่อประเภทของหน่วยงานที่ใช้ในรายงาน เช่น องค์กรปกครองส่วนท้องถิ่น", &given.kind},
        {"default-guideline", 0, "TEXT", "the guideline of questions that get none of their own",
         "แนวทางของข้อที่ไม่เขียนแนวทางของตนเอง เช่น รักษามาตรฐาน", &given.default_guideline},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    given.folder = operands.item[0];
    int64_t year = 0;
    if (given.from != NULL && names_agency(&given))
        return cli_usage(call, "--from keeps the agency's names; change them in edition.yaml",
                         "--from ใช้ชื่อหน่วยงานเดิม แก้ได้ใน edition.yaml", NULL);
    if (given.from == NULL && (given.agency == NULL || is_blank(given.agency)))
        return cli_usage(call, "which agency? Say --agency \"NAME\"",
                         "หน่วยงานใด ระบุ --agency \"ชื่อ\"", NULL);
    if (given.from == NULL && given.year == NULL && given.scheme == NULL)
        return cli_usage(call, "which year? Say --year 2568", "ปีใด ระบุ --year 2568", NULL);
    if (given.year != NULL && !read_year(call, given.year, &year))
        return CLI_USAGE;
    return run(call->cli, &given, year);
}
