/*
 * cmd_batch.c - `itareport batch`: the reports of many agencies, by all cores.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/many.h"
#include "base/limits.h"
#include "batch/merge.h"
#include "source/file.h"

/* The options as typed; NULL where not given, "" for a switch that is on. */
struct arguments {
    const char *output, *list, *jobs, *layout, *archive, *check, *force, *replace, *shard, *merge,
        *seconds, *megabytes, *format, *quiet;
};

enum { MOST_LIST = 64 * 1024 * 1024 };

static const char USUAL_OUTPUT[] = "output/batch";

/* ---- the options ---- */

/* A whole number from 1 to a bound, or what it was where nothing is given; false after reporting. */
static bool take_number(const struct cli_call *call, const char *text, const char *option,
                        size_t most, size_t *number)
{
    char *end = NULL;
    if (text == NULL)
        return true;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (*text >= '0' && *text <= '9' && *end == '\0' && errno == 0 && value >= 1 && value <= most) {
        *number = value;
        return true;
    }
    char what[96];
    snprintf(what, sizeof what, "%s=%.20s (1–%zu)", option, text, most);
    cli_usage(call, "this is no number that can be used", "ค่านี้ใช้ไม่ได้", what);
    return false;
}

/* "3/8" */
static bool take_shard(const struct cli_call *call, const char *text, struct many *many)
{
    unsigned long shard = 0, shards = 0;
    int length = 0;
    if (text == NULL)
        return true;
    bool good = *text >= '1' && *text <= '9' &&
                sscanf(text, "%7lu/%7lu%n", &shard, &shards, &length) == 2 &&
                text[length] == '\0' && shard >= 1 && shard <= shards &&
                shards <= LIMIT_BATCH_SHARDS;
    if (good) {
        many->shard = shard;
        many->shards = shards;
        return true;
    }
    cli_usage(call, "a shard is named as 3/8, from 1/8 to 8/8",
              "ระบุส่วนแบ่งเป็น 3/8 คือตั้งแต่ 1/8 ถึง 8/8", text);
    return false;
}

static bool take_numbers(const struct cli_call *call, const struct arguments *given,
                         struct many *many)
{
    size_t seconds = many->seconds, megabytes = many->megabytes;
    bool good = take_number(call, given->jobs, "--jobs", LIMIT_BATCH_PROCESSES, &many->processes) &&
                take_number(call, given->seconds, "--seconds", 24 * 3600, &seconds) &&
                take_number(call, given->megabytes, "--megabytes", 1024 * 1024, &megabytes) &&
                take_shard(call, given->shard, many);
    many->seconds = (unsigned)seconds;
    many->megabytes = (unsigned)megabytes;
    return good;
}

/* ---- the list ---- */

static bool read_stream(FILE *from, struct buffer *text)
{
    char chunk[16 * 1024];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, from)) > 0) {
        buffer_add(text, chunk, got);
        if (text->length > MOST_LIST) {
            errno = EFBIG;
            return false;
        }
    }
    return ferror(from) == 0;
}

/* A file, a pipe, or "-": standard input. */
static bool read_list(const char *path, struct buffer *text)
{
    if (cli_is_stdout(path))
        return read_stream(stdin, text);
    if (file_is_folder(path)) {
        errno = EISDIR;
        return false;
    }
    FILE *file = fopen(path, "rb");
    bool good = file != NULL && read_stream(file, text);
    int error = errno;
    if (file != NULL)
        fclose(file);
    errno = error;
    return good;
}

static enum cli_status gather(struct many *many, const char *list,
                              const struct cli_operands *operands)
{
    const struct cli *cli = many->call->cli;
    struct diag *diag = diag_new();
    struct buffer text = {0};
    struct batch_gathering *gathering = batch_gather_start(many->arena, cli->language, diag);
    bool good = true;
    for (int i = 0; i < operands->count && good; i++)
        good = batch_gather_folder(gathering, operands->item[i]);
    bool is_read = list == NULL || read_list(list, &text);
    if (!is_read)
        fprintf(stderr, "itareport: %s %s: %s\n", cli_say(cli, "cannot read", "อ่านไม่ได้"), list,
                strerror(errno));
    good = good && is_read && batch_gather_list(gathering, buffer_text(&text), text.length);
    many->all = batch_gather_end(gathering);
    cli_print_diag(cli, diag, DIAG_NOTE);
    diag_free(diag);
    buffer_free(&text);
    return good ? CLI_FINE : CLI_INPUT;
}

/* ---- joining ---- */

static enum cli_status merge(struct many *many, const struct arguments *given,
                             const struct cli_operands *operands)
{
    const struct cli *cli = many->call->cli;
    struct diag *diag = diag_new();
    struct batch_table joined;
    const char *first = operands->item[0];
    const char *folder = given->output != NULL   ? given->output
                         : file_is_folder(first) ? first
                                                 : file_beside(many->arena, first, ".");
    enum cli_status status = CLI_INPUT;
    if (batch_merge(many->arena, operands->item, (size_t)operands->count, &joined, diag) &&
        batch_table_may_write(&joined, folder, diag))
        status = batch_table_write(&joined, folder, diag) ? CLI_FINE : CLI_SYSTEM;
    cli_print_diag(cli, diag, DIAG_NOTE);
    diag_free(diag);
    if (status != CLI_FINE)
        return status;
    if (given->quiet == NULL)
        status = many_print(cli, &joined, many->format);
    return status != CLI_FINE                             ? status
           : batch_table_count(&joined, BATCH_FAILED) > 0 ? CLI_INPUT
                                                          : CLI_FINE;
}

/* ---- the run ---- */

/* Options that say nothing together, or an operand that is missing; CLI_FINE when there is nothing to say. */
static enum cli_status check_usage(const struct cli_call *call, const struct arguments *given,
                                   const struct cli_operands *operands)
{
    if (operands->count == 0 && (given->list == NULL || given->merge != NULL))
        return cli_usage(call, "an argument is missing", "ขาดอาร์กิวเมนต์", call->command->arguments);
    if (given->archive != NULL && given->check != NULL)
        return cli_usage(call, "--check writes nothing, so there is nothing to archive",
                         "--check ไม่เขียนแฟ้ม จึงใช้กับ --archive ไม่ได้", NULL);
    if (given->merge != NULL && (given->list != NULL || given->shard != NULL))
        return cli_usage(call, "--merge joins tables that are there, and makes nothing",
                         "--merge รวมตารางที่มีอยู่แล้ว ไม่จัดทำรายงาน", NULL);
    if (cli_is_stdout(given->output))
        return cli_usage(call, "what is written are several files: -o names a folder",
                         "ผลลัพธ์มีหลายแฟ้ม -o ต้องระบุเป็นโฟลเดอร์", NULL);
    if (given->format != NULL && !many_is_format(given->format))
        return cli_unknown(call, "no such format", "ไม่มีรูปแบบนี้", given->format, MANY_FORMATS);
    return CLI_FINE;
}

static enum cli_status batch(struct many *many, const struct arguments *given,
                             const struct cli_operands *operands)
{
    enum cli_status status = check_usage(many->call, given, operands);
    if (status != CLI_FINE)
        return status;
    if (!take_numbers(many->call, given, many))
        return CLI_USAGE;
    if (given->format != NULL)
        many->format = given->format;
    many->is_quiet = given->quiet != NULL;
    if (given->merge != NULL)
        return merge(many, given, operands);
    many->how.layout = given->layout;
    many->how.checks = given->check != NULL;
    many->how.archives = given->archive != NULL;
    many->how.forces = given->force != NULL;
    many->how.replaces = given->replace != NULL;
    many->how.out = given->output != NULL || many->how.checks ? given->output : USUAL_OUTPUT;
    status = gather(many, given->list, operands);
    return status == CLI_FINE ? many_run(many) : status;
}

enum cli_status cmd_batch(const struct cli_call *call)
{
    struct arguments given = {0};
    const struct cli_option options[] = {
        {"output", 'o', "OUT", "the folder of the reports and the table (default: output/batch)",
         "โฟลเดอร์ของรายงานและตาราง (ค่าเริ่มต้น: output/batch)", &given.output},
        {"list", 0, "FILE", "a list of folders, one a line; - for standard input",
         "รายการโฟลเดอร์ บรรทัดละหนึ่งโฟลเดอร์ หรือ - คือ standard input", &given.list},
        {"jobs", 'j', "N", "so many processes (default: one a core)",
         "จำนวนโพรเซส (ค่าเริ่มต้น: เท่าจำนวนแกนประมวลผล)", &given.jobs},
        {"archive", 0, NULL, "reports that carry their sources, as 'archive' makes them",
         "รายงานพร้อมแนบข้อมูลต้นทาง อย่างคำสั่ง archive", &given.archive},
        {"check", 0, NULL, "make nothing, only check: one table of all editions",
         "ไม่จัดทำรายงาน ตรวจอย่างเดียวและแสดงเป็นตารางเดียว", &given.check},
        {"force", 0, NULL, "make again what is there already and has not changed",
         "จัดทำใหม่แม้ข้อมูลไม่เปลี่ยนแปลง", &given.force},
        {"replace", 0, NULL, "overwrite a report that was changed since, or is not a batch's",
         "เขียนทับแม้รายงานเดิมถูกแก้ไขภายหลัง หรือไม่ได้สร้างด้วย batch", &given.replace},
        {"shard", 0, "I/N", "only the I-th of N even shares of the list",
         "เฉพาะส่วนที่ I จาก N ส่วนที่แบ่งเท่ากัน", &given.shard},
        {"merge", 0, NULL, "join the tables of all shards in these folders (or these tables)",
         "รวมตารางของทุกส่วนในโฟลเดอร์เหล่านี้ (หรือแฟ้มตารางเหล่านี้)", &given.merge},
        {"layout", 'l', "LAYOUT", "another layout than the editions': a name or a file",
         "ใช้เค้าโครงอื่นแทนของฉบับ: ชื่อหรือแฟ้ม", &given.layout},
        {"seconds", 0, "N", "processor time for one edition (default: 60)",
         "เวลาประมวลผลต่อหนึ่งฉบับ เป็นวินาที (ค่าเริ่มต้น: 60)", &given.seconds},
        {"megabytes", 0, "N", "memory for one edition (default: 1024)",
         "หน่วยความจำต่อหนึ่งฉบับ เป็นเมกะไบต์ (ค่าเริ่มต้น: 1024)", &given.megabytes},
        {"format", 'f', "FORMAT", "of the table that is printed: text, csv or json (default: text)",
         "รูปแบบของตารางที่แสดง: text, csv หรือ json (ค่าเริ่มต้น: text)", &given.format},
        {"quiet", 'q', NULL, "print failures only", "แสดงเฉพาะที่ล้มเหลว", &given.quiet},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    struct many many = many_usual(call, arena_new());
    status = batch(&many, &given, &operands);
    arena_free(many.arena);
    return status;
}
