/*
 * main.c - where the program starts: what all subcommands need, the subcommand, its exit status.
 *
 * The language of messages is --lang's, or the locale's (LC_ALL, LC_MESSAGES, LANG).
 */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/data_folder.h"
#include "app/memory.h"
#include "archive/libraries.h"
#include "base/arena.h"
#include "base/nearest.h"

static const struct cli_command COMMANDS[] = {
    {"new", "FOLDER", 1,
     "Begins an edition: a folder of YAML files to be filled in, which builds at once as a draft;\n"
     "with --from, the next year's from this year's.\n"
     "What is still to be written is marked <<…>>; 'check' lists it.",
     "เริ่มฉบับรายงานใหม่: โฟลเดอร์แฟ้ม YAML สำหรับกรอก ซึ่งจัดทำเป็นฉบับร่างได้ทันที\n"
     "สิ่งที่ยังต้องเขียนมีเครื่องหมาย <<…>> และคำสั่ง check แสดงรายการให้",
     cmd_new, false},
    {"build", "EDITION", 1, "Makes the report of an edition: a PDF, or images of its pages.",
     "จัดทำรายงานของฉบับที่ระบุ: เป็น PDF หรือภาพของหน้า", cmd_build, false},
    {"check", "EDITION…", 1000000,
     "Finds what contradicts what in the figures, dates and text of an edition.\n"
     "Findings go to standard output; errors make the exit status 1, warnings only with --strict.\n"
     "Of several editions one table is printed; of a folder of them: 'batch --check'.",
     "ตรวจหาสิ่งที่ขัดกันในตัวเลข วันที่ และข้อความของฉบับที่ระบุ\n"
     "ผลแสดงทาง standard output; ข้อผิดพลาดทำให้จบด้วยสถานะ 1 ส่วนคำเตือนเฉพาะเมื่อใช้ --strict\n"
     "ถ้าระบุหลายฉบับจะแสดงเป็นตารางเดียว ส่วนโฟลเดอร์ที่เก็บหลายฉบับใช้ 'batch --check'",
     cmd_check, false},
    {"why", "FIGURE EDITION", 2,
     "Tells how a figure comes about: what was announced, what follows from the scores, and of "
     "what.\n"
     "Figures: overall, level, letter, rank, instrument.IIT, indicator.7, question.i3 … (--list).",
     "บอกที่มาของตัวเลข: ค่าที่ประกาศ ค่าที่คำนวณได้จากคะแนน และส่วนที่ประกอบกันขึ้นจนถึงรายข้อ\n"
     "ตัวเลข: overall, level, letter, rank, instrument.IIT, indicator.7, question.i3 … (--list)",
     cmd_why, false},
    {"diff", "OLD NEW", 2,
     "Tells what changed from one edition to another: scores, ranks, levels, questions, measures, "
     "texts.\n"
     "Differences are no failure: the exit status is 0, and 1 only for errors in the files.",
     "บอกสิ่งที่เปลี่ยนไประหว่างสองฉบับ: คะแนน ลำดับ ระดับ ข้อคำถาม มาตรการ ข้อความ\n"
     "ฉบับที่ต่างกันไม่ใช่ข้อผิดพลาด จบด้วยสถานะ 0 และจบด้วยสถานะ 1 เฉพาะเมื่อแฟ้มมีข้อผิดพลาด",
     cmd_diff, false},
    {"desk", "EDITION", 1, "Shows the report in the browser and follows every change of its files.",
     "แสดงรายงานในเบราว์เซอร์ และปรับตามทุกครั้งที่บันทึกแฟ้มข้อมูล", cmd_desk, true},
    {"batch", "FOLDER…", 1000000,
     "Makes the reports of many agencies by all cores: editions, or folders of editions.\n"
     "Each goes to OUT/PATH/report.pdf, PATH being the edition's folder as named. One that fails\n"
     "stops no other; a run that was ended goes on where it was; what has not changed is not made\n"
     "again. The table of all is printed, and in OUT/batch.csv and OUT/batch.json.",
     "จัดทำรายงานของหลายหน่วยงานโดยใช้ทุกแกนประมวลผล: ฉบับรายงาน หรือโฟลเดอร์ที่เก็บฉบับรายงาน\n"
     "แต่ละฉบับเขียนที่ OUT/PATH/report.pdf โดย PATH คือโฟลเดอร์ของฉบับตามที่ระบุ ฉบับที่ล้มเหลวไม่ทำให้\n"
     "ฉบับอื่นหยุด งานที่ค้างทำต่อได้ และฉบับที่ไม่เปลี่ยนแปลงไม่ทำซ้ำ\n"
     "ตารางสรุปแสดงบนจอและเขียนที่ OUT/batch.csv กับ OUT/batch.json",
     cmd_batch, true},
    {"import", "FILE", 1,
     "Brings scores and announced figures of a spreadsheet (CSV, XLSX, ODS; - for standard input) "
     "into an edition.\n"
     "What it finds is shown as a table: which cell goes where, the old value and the new one. "
     "Nothing is\n"
     "written without --yes, but when the one at the terminal says so.",
     "นำคะแนนและค่าที่ประกาศจากแฟ้มตาราง (CSV, XLSX, ODS หรือ - จาก standard input) เข้าฉบับรายงาน\n"
     "แสดงเป็นตารางก่อนว่าเซลล์ใดไปที่คีย์ใด ค่าเดิมและค่าใหม่ ไม่เขียนแฟ้มใดถ้าไม่ระบุ --yes\n"
     "หรือตอบตกลงที่จอภาพ",
     cmd_import, false},
    {"export", "EDITION", 1,
     "Writes scores, figures, ranking and measures of an edition as CSV or XLSX. What was "
     "exported\n"
     "can be changed in a spreadsheet program and brought back by 'import'.",
     "ส่งออกคะแนน ค่าที่ประกาศและค่าที่คำนวณ อันดับ และมาตรการ เป็น CSV หรือ XLSX\n"
     "แก้ไขในโปรแกรมตารางคำนวณแล้วนำกลับเข้ามาด้วย 'import' ได้",
     cmd_export, false},
    {"archive", "EDITION", 1,
     "Keeps the report of an edition as PDF/A-3a and PDF/UA-1, with its sources attached.\n"
     "It goes to output/archive/YEAR-AGENCY/report.pdf, and into the index there. A report that "
     "is\n"
     "kept already and differs is not overwritten.",
     "เก็บรายงานของฉบับที่ระบุเป็น PDF/A-3a และ PDF/UA-1 พร้อมแนบข้อมูลต้นทาง\n"
     "ที่ output/archive/ปี-หน่วยงาน/report.pdf และลงดัชนี รายงานที่เก็บไว้แล้วและต่างกันจะไม่ถูกเขียนทับ",
     cmd_archive, false},
    {"verify", "FILE", 1,
     "Checks an archived report against its manifest, and makes it again from its attachments.",
     "ตรวจรายงานที่เก็บไว้กับ manifest ของแฟ้ม และสร้างใหม่จากแฟ้มแนบเพื่อเทียบกัน", cmd_verify, false},
    {"extract", "FILE", 1, "Gives the sources of an archived report back as files.",
     "นำข้อมูลต้นทางของรายงานที่เก็บไว้ออกมาเป็นแฟ้ม", cmd_extract, false},
    {"explain", "[RULE]…", 100,
     "Explains a rule of 'check' in Thai and English, with an example; lists the rules.",
     "อธิบายกฎของคำสั่ง check เป็นภาษาไทยและอังกฤษพร้อมตัวอย่าง หรือแสดงรายชื่อกฎ", cmd_explain, true},
    {"schema", "NAME", 1,
     "Prints the JSON Schema of an input file: edition, framework, results, analyses, measures.",
     "พิมพ์ JSON Schema ของแฟ้มข้อมูล: edition, framework, results, analyses, measures", cmd_schema,
     false},
    {"dump", "EDITION", 1,
     "Prints what a stage of the program made of an edition, as text.\n"
     "Stages: node, edition, figures, doc, flow, lines, pages, places.",
     "พิมพ์ผลของขั้นตอนหนึ่งในโปรแกรมเป็นข้อความ\n"
     "ขั้นตอน: node, edition, figures, doc, flow, lines, pages, places",
     cmd_dump, false},
    {"dictionary", "WORDLIST…", 1000,
     "Makes the dictionary that Thai lines are broken by: libthai's words and the lists' words\n"
     "(UTF-8, a word a line). Set-up runs it.",
     "สร้างพจนานุกรมสำหรับตัดบรรทัดภาษาไทย: คำของ libthai และคำในรายการ\n"
     "(UTF-8 บรรทัดละคำ) ขั้นติดตั้งเรียกใช้คำสั่งนี้",
     cmd_dictionary, false},
    {"compounds", "CLASSES [WORDLIST]…", 1000,
     "Makes the file of compounds, which a line end parts at a price: the words of the lists and "
     "of\n"
     "a second dictionary that libthai sees as several, and the classes of words that hold their\n"
     "neighbours. Set-up runs it.",
     "สร้างแฟ้มคำประสม ซึ่งไม่ควรแบ่งบรรทัดภายในคำ: คำในรายการและในพจนานุกรมอีกเล่มหนึ่ง\n"
     "ซึ่ง libthai เห็นเป็นหลายคำ และหมวดของคำที่ยึดคำข้างเคียง ขั้นติดตั้งเรียกใช้คำสั่งนี้",
     cmd_compounds, false},
    {"spelling", "CLASSES [WORDLIST]…", 1000,
     "Makes the file of all words, by which `check` tells slips: the words of the lists, which "
     "are\n"
     "often meant, and those of dictionaries. Set-up runs it.",
     "สร้างแฟ้มคำทั้งหมดสำหรับตรวจคำพิมพ์ผิด: คำในรายการซึ่งใช้บ่อย และคำในพจนานุกรม\n"
     "ขั้นติดตั้งเรียกใช้คำสั่งนี้",
     cmd_spelling, false},
    {NULL, NULL, 0, NULL, NULL, NULL, false}};

/* Thai when the last --lang says so, or, without one, when the locale does. */
static enum diag_language find_language(int argc, char **argv)
{
    const char *name = NULL;
    const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < 3 && (name == NULL || *name == '\0'); i++)
        name = getenv(variables[i]);
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0)
            name = argv[i] + 7;
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            name = argv[i + 1];
    }
    return name != NULL && strncmp(name, "th", 2) == 0 ? DIAG_THAI : DIAG_ENGLISH;
}

/* False when SOURCE_DATE_EPOCH is set to something that is no count of seconds. */
static bool find_epoch(struct cli *cli)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    if (text == NULL || *text == '\0')
        return true;
    char *end = NULL;
    long long seconds = strtoll(text, &end, 10);
    cli->has_epoch = *end == '\0' && seconds >= 0;
    cli->epoch = seconds;
    return cli->has_epoch;
}

static void print_overview(const struct cli *cli, FILE *to)
{
    fprintf(to, "%s\n\n%s\n",
            cli_say(cli, "Usage: itareport COMMAND [OPTION]… EDITION",
                    "วิธีใช้: itareport คำสั่ง [ตัวเลือก]… ฉบับรายงาน"),
            cli_say(cli,
                    "Typesets the ITA analysis report of a public body from the YAML files of an "
                    "edition\n(a folder such as input/2568).",
                    "เรียงพิมพ์รายงานการวิเคราะห์ผลการประเมิน ITA จากแฟ้ม YAML ของฉบับรายงาน\n"
                    "(โฟลเดอร์ เช่น input/2568)"));
    fprintf(to, "\n%s:\n", cli_say(cli, "Commands", "คำสั่ง"));
    for (const struct cli_command *command = COMMANDS; command->name != NULL; command++) {
        const char *about = cli_say(cli, command->english, command->thai);
        fprintf(to, "  %-10s %.*s\n", command->name, (int)strcspn(about, "\n"), about);
    }
    fprintf(
        to, "\n%s\n",
        cli_say(
            cli,
            "'itareport help COMMAND' tells more; 'itareport --version' the version (-v: and those "
            "of\n"
            "its libraries).",
            "'itareport help คำสั่ง' อธิบายเพิ่ม; 'itareport --version' แสดงรุ่น (-v: และรุ่นของไลบรารี)"));
}

static const struct cli_command *find_command(const char *name)
{
    for (const struct cli_command *command = COMMANDS; command->name != NULL; command++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}

static enum cli_status say_unknown(const struct cli *cli, const char *name)
{
    const char *known[sizeof COMMANDS / sizeof *COMMANDS];
    size_t count = 0;
    for (; COMMANDS[count].name != NULL; count++)
        known[count] = COMMANDS[count].name;
    const char *near = nearest_name(name, known, count);
    fprintf(stderr, "itareport: %s: %s\n", cli_say(cli, "unknown command", "ไม่รู้จักคำสั่ง"), name);
    if (near != NULL) {
        fprintf(stderr, cli_say(cli, "Did you mean %s?\n", "หมายถึง %s หรือไม่\n"), near);
        return CLI_USAGE;
    }
    fprintf(stderr, "\n");
    print_overview(cli, stderr);
    return CLI_USAGE;
}

/* `help` alone, or `help COMMAND`: its page. */
static enum cli_status help(const struct cli *cli, int argc, char **argv)
{
    char option[] = "--help";
    int at = 1;
    while (at < argc && argv[at][0] == '-')
        at++;
    if (at == argc) {
        print_overview(cli, stdout);
        return CLI_FINE;
    }
    const struct cli_command *command = find_command(argv[at]);
    if (command == NULL)
        return say_unknown(cli, argv[at]);
    char *page[] = {argv[at], option, NULL};
    return command->run(&(struct cli_call){cli, command, 2, page});
}

/* Our version, and those of the libraries, as an archived report names them. */
static enum cli_status print_versions(void)
{
    struct arena *arena = arena_new();
    const struct manifest_list used = libraries_used(arena);
    cli_version();
    for (size_t i = 0; i < used.count; i++)
        printf("%-12s %s\n", used.item[i].name, used.item[i].value);
    arena_free(arena);
    return CLI_FINE;
}

static bool is_one_of(const char *name, const char *one, const char *other)
{
    return strcmp(name, one) == 0 || strcmp(name, other) == 0;
}

static enum cli_status run(const struct cli *cli, int argc, char **argv)
{
    /* A leading --lang before the command is fine. */
    int at = 1;
    for (; at < argc && strncmp(argv[at], "--lang", 6) == 0; at++) {
        const char *value = argv[at][6] == '=' ? argv[at] + 7 : "";
        if (argv[at][6] == '\0' && at + 1 < argc)
            value = argv[++at];
        if (!cli_check_language(cli, value))
            return CLI_USAGE;
    }
    const char *name = at < argc ? argv[at] : "";
    if (is_one_of(name, "--version", "-V")) {
        bool wants_libraries = at + 1 < argc && is_one_of(argv[at + 1], "--verbose", "-v");
        return wants_libraries ? print_versions() : cli_version();
    }
    if (is_one_of(name, "--help", "-h") || strcmp(name, "help") == 0)
        return help(cli, argc - at, argv + at);
    const struct cli_command *command = find_command(name);
    if (command != NULL)
        return command->run(&(struct cli_call){cli, command, argc - at, argv + at});
    if (*name != '\0')
        return say_unknown(cli, name);
    print_overview(cli, stderr);
    return CLI_USAGE;
}

/*
 * A stream that is closed would be the number of the next file that is opened, and what is printed
 * would go into it. A file larger than the system lets us write is an error like a full disk.
 */
static void guard_streams(void)
{
    static const int WAYS[] = {O_RDONLY, O_RDONLY,
                               O_WRONLY}; /* what is printed is not written: an error */
    for (int i = 0; i < 3; i++)
        if (fcntl(i, F_GETFD) == -1 && errno == EBADF && open("/dev/null", WAYS[i]) != i)
            abort();
    signal(SIGXFSZ, SIG_IGN);
}

/* What was printed and could not be written is lost, whatever else became of the run. Whoever reads us
 * may stop at any time. */
static enum cli_status close_output(const struct cli *cli, enum cli_status status)
{
    struct pollfd reader = {.fd = STDOUT_FILENO};
    bool is_left = poll(&reader, 1, 0) == 1 && (reader.revents & POLLERR) != 0;
    errno = 0;
    bool is_lost = ferror(stdout) != 0;
    bool is_closed = fclose(stdout) == 0;
    if (is_closed && !is_lost)
        return status;
    if (!is_left)
        fprintf(stderr, "itareport: %s%s%s\n",
                cli_say(cli, "cannot write to the standard output; it is not complete",
                        "เขียนผลทาง standard output ไม่ได้ครบ"),
                errno != 0 ? ": " : "", errno != 0 ? strerror(errno) : "");
    return CLI_SYSTEM;
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "C.UTF-8"); /* texts are UTF-8; nothing else depends on the locale */
    guard_streams();
    memory_watch();
    struct arena *arena = arena_new();
    struct cli cli = {.language = find_language(argc, argv),
                      .colour = isatty(STDERR_FILENO) && getenv("NO_COLOR") == NULL};
    const struct data_folder data = data_folder_find(arena);
    cli.session = session_new(data.path);
    cli.session->searched = data.searched;
    enum cli_status status = CLI_USAGE;
    if (find_epoch(&cli))
        status = run(&cli, argc, argv);
    else
        fprintf(stderr, "itareport: %s\n",
                cli_say(&cli, "SOURCE_DATE_EPOCH is not a number of seconds",
                        "SOURCE_DATE_EPOCH ไม่ใช่จำนวนวินาที"));
    session_free(cli.session);
    arena_free(arena);
    return (int)close_output(&cli, status);
}
