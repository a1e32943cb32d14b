/*
 * cmd_build.c - `itareport build`: the report as a PDF, or its pages as images.
 *
 * Everything is made in memory and written aside, then renamed: a build that fails leaves the last
 * good file as it was. Which files may be written over: outputs.h.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/outputs.h"
#include "pdf/pdf.h"
#include "raster/raster.h"
#include "source/file.h"

enum { DEFAULT_DPI = 150, MOST_DPI = 1200 };

enum format { FORMAT_PDF, FORMAT_PNG, FORMAT_SVG, FORMATS };

static const char *const FORMAT_NAME[FORMATS] = {"pdf", "png", "svg"};

/* The options as typed; NULL where not given, "" for a switch that is on. */
struct arguments {
    const char *edition;
    const char *output;
    const char *layout;
    const char *format;
    const char *pages;
    const char *dpi;
    const char *draft;
    const char *replace;
    const char *quiet;
    const char *verbose;
};

struct build {
    const struct cli_call *call;
    struct arguments arguments;
    enum format format;
    struct paint_range range; /* pages wanted; 0, 0: all */
    int dpi;
    struct job_setup setup;
    struct job job;
    struct timespec started;
    const char *stage; /* being watched, or NULL */
    struct outputs outputs;
};

/* ---- the options ---- */

static enum format find_format(const char *name)
{
    int format = FORMAT_PDF;
    while (format < FORMATS && strcasecmp(FORMAT_NAME[format], name) != 0)
        format++;
    return (enum format)format;
}

/* "3" or "3-5" */
static bool parse_pages(const char *text, size_t *first, size_t *last)
{
    char *end = NULL;
    unsigned long from = strtoul(text, &end, 10);
    unsigned long to = from;
    if (end == text || *text == '-')
        return false;
    if (*end == '-')
        to = strtoul(end + 1, &end, 10);
    *first = from;
    *last = to;
    return *end == '\0' && from >= 1 && to >= from && to < 1000000;
}

/* Whether -o names a file, and not only a folder. */
static bool is_file_named(const struct arguments *given)
{
    const char *named = given->output;
    size_t length = named != NULL ? strlen(named) : 0;
    return length > 0 && named[length - 1] != '/' && !file_is_folder(named);
}

/* What of the name that -o gives may say a format, or NULL: what follows the last dot. */
static const char *ending_of(const struct arguments *given)
{
    const char *name = is_file_named(given) ? file_name(given->output) : "";
    const char *dot = strrchr(name, '.');
    return dot != NULL && dot != name ? dot + 1 : NULL;
}

/* Whether an ending promises a document or a picture of another kind. */
static bool promises_other(const char *ending)
{
    static const char *const OTHERS[] = {"doc",  "docx", "odt",  "rtf", "htm",
                                         "html", "jpg",  "jpeg", "gif", "tif",
                                         "tiff", "webp", "bmp",  "eps", "ps"};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (strcasecmp(ending, OTHERS[i]) == 0)
            return true;
    return false;
}

static bool refuse_format(const struct build *build, const char *name)
{
    cli_usage(build->call, "the formats are pdf, png and svg", "รูปแบบที่มีคือ pdf, png และ svg", name);
    return false;
}

/* The format is --format's, or that of the name that -o gives; false after reporting one that is none, or two. */
static bool understand_format(struct build *build)
{
    const struct arguments *given = &build->arguments;
    const char *ending = ending_of(given);
    enum format named = ending != NULL ? find_format(ending) : FORMATS;
    if (ending != NULL && given->format == NULL && promises_other(ending))
        return refuse_format(build, given->output);
    build->format = named != FORMATS ? named : FORMAT_PDF;
    if (given->format == NULL)
        return true;
    build->format = find_format(given->format);
    if (build->format == FORMATS)
        return refuse_format(build, given->format);
    if (named == FORMATS || named == build->format)
        return true;
    cli_usage(build->call, "--format is not the format of the file that -o names",
              "--format ไม่ตรงกับนามสกุลของแฟ้มที่ระบุด้วย -o", given->output);
    return false;
}

/* Fills build from its arguments; false after reporting what is wrong. */
static bool understand(struct build *build)
{
    const struct arguments *given = &build->arguments;
    const struct cli_call *call = build->call;
    build->dpi = DEFAULT_DPI;
    if (!understand_format(build))
        return false;
    if (given->pages != NULL &&
        !parse_pages(given->pages, &build->range.first, &build->range.last)) {
        cli_usage(call, "pages are named as 3 or 3-5", "ระบุหน้าเป็น 3 หรือ 3-5", given->pages);
        return false;
    }
    if (given->dpi != NULL) {
        char *end = NULL;
        long dpi = strtol(given->dpi, &end, 10);
        if (*end != '\0' || dpi < 10 || dpi > MOST_DPI) {
            cli_usage(call, "dpi is a number from 10 to 1200", "dpi เป็นจำนวนตั้งแต่ 10 ถึง 1200",
                      given->dpi);
            return false;
        }
        build->dpi = (int)dpi;
    }
    return true;
}

/* ---- stages and times, for a terminal ---- */

static double milliseconds_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) * 1e3 +
           (double)(now.tv_nsec - start->tv_nsec) / 1e6;
}

/* Ends the line of the stage before, begins the next one's. */
static void watch(void *watcher, const char *stage)
{
    struct build *build = watcher;
    if (build->stage != NULL)
        fprintf(stderr, "  %-10s %7.1f ms\n", build->stage, milliseconds_since(&build->started));
    clock_gettime(CLOCK_MONOTONIC, &build->started);
    build->stage = stage;
}

static bool is_watched(const struct arguments *given)
{
    return given->quiet == NULL && (given->verbose != NULL || isatty(STDERR_FILENO));
}

/* ---- the files ---- */

static enum cli_status write_file(struct build *build, const struct buffer *file, size_t page)
{
    if (cli_is_stdout(build->arguments.output))
        return cli_print(build->call->cli, file->bytes, file->length);
    const char *path = outputs_path(&build->outputs, page);
    if (!outputs_write(&build->outputs, file, page))
        return cli_system(build->call->cli, path);
    if (is_watched(&build->arguments))
        fprintf(stderr, "%s (%zu KB)\n", path, (file->length + 1023) / 1024);
    return CLI_FINE;
}

/* One page's image, or the whole PDF (page 0). */
static enum cli_status paint_and_write(struct build *build, size_t page)
{
    const struct job *made = &build->job;
    const struct raster_options picture = {page, build->dpi};
    const struct pdf_options pdf = {.seconds = job_seconds(made), .range = build->range};
    struct buffer file = {0};
    bool painted = false;
    switch (build->format) {
    case FORMAT_PNG:
        painted = raster_png(made->engine, made->pages, &picture, &file, made->diag);
        break;
    case FORMAT_SVG:
        painted = raster_svg(made->engine, made->pages, &picture, &file, made->diag);
        break;
    case FORMAT_PDF:
    case FORMATS:
        painted = pdf_make(made->engine, made->pages, &pdf, &file, made->diag);
        break;
    }
    enum cli_status status = painted ? write_file(build, &file, page) : CLI_INPUT;
    buffer_free(&file);
    return status;
}

static enum cli_status paint_all(struct build *build)
{
    if (build->format == FORMAT_PDF)
        return paint_and_write(build, 0);
    enum cli_status status = CLI_FINE;
    for (size_t page = build->range.first; page <= build->range.last && status == CLI_FINE; page++)
        status = paint_and_write(build, page);
    return status;
}

static void open_outputs(struct build *build, struct paint_range asked)
{
    const struct arguments *given = &build->arguments;
    bool is_picture = build->format != FORMAT_PDF;
    build->outputs = (struct outputs){
        .job = &build->job,
        .named = given->output,
        .ending = is_picture ? FORMAT_NAME[build->format] : NULL,
        .kind = {given->layout, given->draft != NULL, asked.first, asked.last},
        .first = is_picture ? build->range.first : 0,
        .last = is_picture ? build->range.last : 0,
        .replace = given->replace != NULL,
    };
    outputs_open(&build->outputs);
}

/* Standard output takes one file. */
static enum cli_status print_only(struct build *build)
{
    if (build->format != FORMAT_PDF && build->range.first != build->range.last)
        return cli_usage(build->call, "standard output takes one image; name the page with --pages",
                         "standard output รับได้ภาพเดียว ให้ระบุหน้าด้วย --pages", NULL);
    return cli_may_print(build->call) ? paint_all(build) : CLI_USAGE;
}

static enum cli_status paint(struct build *build)
{
    size_t count = build->job.pages->count;
    if (build->range.first > count) {
        char text[64];
        snprintf(text, sizeof text, "%zu > %zu", build->range.first, count);
        return cli_usage(build->call, "the report has fewer pages", "รายงานมีหน้าน้อยกว่านั้น", text);
    }
    struct paint_range asked = build->range;
    build->range = paint_range(build->job.pages, asked);
    if (cli_is_stdout(build->arguments.output))
        return print_only(build);
    open_outputs(build, asked);
    if (!outputs_may_write(&build->outputs))
        return CLI_INPUT;
    enum cli_status status = paint_all(build);
    if (!outputs_close(&build->outputs) && status == CLI_FINE)
        status = cli_system(build->call->cli, build->outputs.folder);
    return status;
}

/* ---- the run ---- */

/* What the audit found in the figures and texts: errors are printed, the rest is only counted. */
static bool is_sound(struct build *build)
{
    struct diag *findings = diag_new();
    bool fine = job_audit(&build->job, NULL, findings) && !diag_failed(findings);
    cli_print_diag(build->call->cli, findings, DIAG_ERROR);
    size_t counts[DIAG_ERROR + 1];
    diag_tally(findings, &(struct diag_style){0}, counts);
    size_t warnings = counts[DIAG_WARNING];
    diag_free(findings);
    if (warnings > 0 && build->arguments.quiet == NULL)
        fprintf(stderr,
                cli_say(build->call->cli, "findings: %zu ('itareport check %s' lists them)\n",
                        "ข้อสังเกต: %zu (ดูได้ด้วย 'itareport check %s')\n"),
                warnings, build->arguments.edition);
    return fine;
}

static void tell_outcome(const struct build *build, enum cli_status status)
{
    const struct cli *cli = build->call->cli;
    const struct diag *diag = build->job.diag;
    cli_print_diag(cli, diag, build->arguments.quiet != NULL ? DIAG_ERROR : DIAG_NOTE);
    size_t counts[DIAG_ERROR + 1];
    diag_tally(diag, &(struct diag_style){0}, counts);
    if (status == CLI_INPUT)
        fprintf(stderr,
                cli_say(cli, "errors: %zu, warnings: %zu; nothing was written\n",
                        "ข้อผิดพลาด: %zu, คำเตือน: %zu ไม่ได้เขียนแฟ้มใด\n"),
                counts[DIAG_ERROR], counts[DIAG_WARNING]);
}

static enum cli_status build_run(struct build *build)
{
    bool made = job_run(&build->job, &build->setup, STAGE_PAGES);
    enum cli_status status = CLI_INPUT;
    if (build->job.layout != NULL && build->arguments.quiet == NULL)
        job_say_fonts(&build->job);
    if (made && is_sound(build)) {
        if (build->setup.watch != NULL)
            watch(build, FORMAT_NAME[build->format]);
        status = paint(build);
    }
    if (build->setup.watch != NULL)
        watch(build, NULL);
    tell_outcome(build, status);
    return status;
}

enum cli_status cmd_build(const struct cli_call *call)
{
    const struct cli *cli = call->cli;
    struct build build = {.call = call};
    struct arguments *given = &build.arguments;
    const struct cli_option options[] = {
        {"output", 'o', "FILE",
         "where to write, - for standard output (default: output/YEAR-AGENCY/report.pdf)",
         "แฟ้มที่จะเขียน หรือ - คือ standard output (ค่าเริ่มต้น: output/ปี-หน่วยงาน/report.pdf)",
         &given->output},
        {"layout", 'l', "LAYOUT", "another layout than the edition's: a name or a file",
         "ใช้เค้าโครงอื่นแทนของฉบับ: ชื่อหรือแฟ้ม", &given->layout},
        {"format", 'f', "FORMAT",
         "pdf, or png or svg: an image a page (default: as the file's name ends)",
         "pdf หรือ png หรือ svg: ภาพหน้าละหนึ่งแฟ้ม (ค่าเริ่มต้น: ตามนามสกุลของแฟ้ม)", &given->format},
        {"pages", 'p', "RANGE", "only these pages: 3 or 3-5", "เฉพาะหน้าเหล่านี้: 3 หรือ 3-5",
         &given->pages},
        {"dpi", 0, "N", "resolution of png images (default: 150)",
         "ความละเอียดของภาพ png (ค่าเริ่มต้น: 150)", &given->dpi},
        {"draft", 'd', NULL, "mark every page as a draft, with its time",
         "ประทับคำว่า ร่าง และเวลาบนทุกหน้า", &given->draft},
        {"replace", 0, NULL, "overwrite a file that was not made from this edition",
         "เขียนทับแม้แฟ้มเดิมไม่ได้สร้างจากฉบับนี้", &given->replace},
        {"quiet", 'q', NULL, "print errors only", "แสดงเฉพาะข้อผิดพลาด", &given->quiet},
        {"verbose", 'v', NULL, "show stages and times even when not on a terminal",
         "แสดงขั้นตอนและเวลาแม้ไม่ได้อยู่บนเทอร์มินัล", &given->verbose},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    given->edition = cli_edition(operands.item[0]);
    if (!understand(&build))
        return CLI_USAGE;
    build.setup = (struct job_setup){.session = cli->session,
                                     .edition = given->edition,
                                     .layout = given->layout,
                                     .draft = given->draft != NULL,
                                     .has_epoch = cli->has_epoch,
                                     .epoch = cli->epoch,
                                     .watch = is_watched(given) ? watch : NULL,
                                     .watcher = &build};
    status = build_run(&build);
    job_done(&build.job);
    return status;
}
