/*
 * Options by getopt_long from a table; the same table is the page of help. The switches that every
 * subcommand knows (--help, --lang) are read here.
 */
#include "app/cli.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"
#include "base/version.h"
#include "source/file.h"

enum { MOST_OPTIONS = 16, HELP_LETTER = 'h', VERSION_LETTER = 'V', LANG_VALUE = 1 };

const char *cli_say(const struct cli *cli, const char *english, const char *thai)
{
    return cli->language == DIAG_THAI ? thai : english;
}

void cli_print_diag(const struct cli *cli, const struct diag *diag, enum diag_severity least)
{
    struct diag_style style = {.language = cli->language, .colour = cli->colour, .least = least};
    diag_print(diag, stderr, style);
}

enum cli_status cli_usage(const struct cli_call *call, const char *english, const char *thai,
                          const char *what)
{
    const struct cli *cli = call->cli;
    const char *name = call->command->name;
    fprintf(stderr, "itareport %s: %s%s%s\n", name, cli_say(cli, english, thai),
            what != NULL ? ": " : "", what != NULL ? what : "");
    fprintf(stderr,
            cli_say(cli, "Try 'itareport %s --help'.\n", "ดูวิธีใช้ด้วย 'itareport %s --help'\n"), name);
    return CLI_USAGE;
}

/* A question after a name that is not known: did you mean …? */
static void say_near(const struct cli *cli, const char *what, struct cli_names known)
{
    const char *near = nearest_name(what, known.name, known.count);
    if (near != NULL) {
        fprintf(stderr, cli_say(cli, "Did you mean %s?\n", "หมายถึง %s หรือไม่\n"), near);
        return;
    }
    fprintf(stderr, "%s", cli_say(cli, "There are:", "ที่มีคือ"));
    for (size_t i = 0; i < known.count; i++)
        fprintf(stderr, "%s%s", i > 0 ? ", " : " ", known.name[i]);
    fprintf(stderr, "\n");
}

enum cli_status cli_unknown(const struct cli_call *call, const char *english, const char *thai,
                            const char *what, struct cli_names known)
{
    fprintf(stderr, "itareport %s: %s: %s\n", call->command->name,
            cli_say(call->cli, english, thai), what);
    say_near(call->cli, what, known);
    return CLI_USAGE;
}

bool cli_check_language(const struct cli *cli, const char *name)
{
    assert(name != NULL); /* the option has a value, or getopt_long has refused it */
    if (strcmp(name, "en") == 0 || strcmp(name, "th") == 0)
        return true;
    fprintf(stderr, "itareport: %s: %s\n",
            cli_say(cli, "the languages of --lang are en and th", "ภาษาของ --lang มี en และ th"),
            name);
    return false;
}

enum cli_status cli_version(void)
{
    printf("itareport %s\n", ITAREPORT_VERSION);
    return CLI_FINE;
}

const char *cli_edition(char *operand)
{
    const char *dot = strrchr(operand, '.');
    bool is_yaml = dot != NULL && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
    if (!is_yaml || !file_is_ordinary(operand))
        return operand;
    struct arena *arena = arena_new();
    bool is_beside = file_exists(file_beside(arena, operand, "edition.yaml"));
    arena_free(arena);
    char *slash = strrchr(operand, '/');
    if (!is_beside)
        return operand;
    if (slash == NULL)
        return ".";
    slash[slash == operand] = '\0';
    return operand;
}

bool cli_is_stdout(const char *output)
{
    return output != NULL && strcmp(output, "-") == 0;
}

bool cli_may_print(const struct cli_call *call)
{
    if (!isatty(STDOUT_FILENO))
        return true;
    cli_usage(call,
              "standard output is a terminal: lead it into a file or another program with > or |",
              "standard output เป็นจอภาพ ให้ส่งต่อไปยังแฟ้มหรือโปรแกรมอื่นด้วย > หรือ |", NULL);
    return false;
}

enum cli_status cli_print(const struct cli *cli, const void *bytes, size_t length)
{
    if (fwrite(bytes, 1, length, stdout) == length && fflush(stdout) == 0)
        return CLI_FINE;
    return cli_system(cli, cli_say(cli, "to standard output", "ทาง standard output"));
}

enum cli_status cli_system(const struct cli *cli, const char *what)
{
    fprintf(stderr, "itareport: %s %s: %s\n", cli_say(cli, "cannot write", "เขียนไม่ได้"), what,
            strerror(errno));
    return CLI_SYSTEM;
}

/* One option's lines of help. */
static void print_option(const struct cli *cli, const struct cli_option *option)
{
    char name[64];
    snprintf(name, sizeof name, "--%s%s%s", option->name, option->argument != NULL ? "=" : "",
             option->argument != NULL ? option->argument : "");
    if (option->letter != 0)
        printf("  -%c, %-22s", option->letter, name);
    else
        printf("      %-22s", name);
    printf(" %s\n", cli_say(cli, option->english, option->thai));
}

static void print_help(const struct cli_call *call, const struct cli_option *options)
{
    const struct cli *cli = call->cli;
    const struct cli_command *command = call->command;
    printf("%s: itareport %s [%s]… %s\n\n%s\n\n%s:\n", cli_say(cli, "Usage", "วิธีใช้"), command->name,
           cli_say(cli, "OPTION", "ตัวเลือก"), command->arguments,
           cli_say(cli, command->english, command->thai), cli_say(cli, "Options", "ตัวเลือก"));
    for (const struct cli_option *option = options; option->name != NULL; option++)
        print_option(cli, option);
    printf("      --lang=th|en           %s\n",
           cli_say(cli, "language of the messages (default: the locale's)",
                   "ภาษาของข้อความ (ค่าเริ่มต้น: ตาม locale)"));
    printf("  -h, --help                 %s\n",
           cli_say(cli, "show this page and exit", "แสดงหน้านี้แล้วจบ"));
    printf("  -V, --version              %s\n",
           cli_say(cli, "show the version and exit", "แสดงรุ่นแล้วจบ"));
    printf("\n%s\n",
           cli_say(cli, "Exit status: 0 fine, 1 errors in the input, 2 wrong usage, 3 system.",
                   "สถานะเมื่อจบ: 0 เรียบร้อย, 1 ข้อมูลผิด, 2 ใช้คำสั่งผิด, 3 ระบบขัดข้อง"));
}

/* The table in getopt's form; val is the option's index + 256. Returns the short options' string.
 */
static void fill_getopt(const struct cli_option *options, struct option *longs, char *shorts)
{
    size_t at = 0;
    size_t letters = 0;
    shorts[letters++] = ':';
    for (; options[at].name != NULL; at++) {
        assert(at < MOST_OPTIONS);
        int takes = options[at].argument != NULL ? required_argument : no_argument;
        longs[at] = (struct option){options[at].name, takes, NULL, (int)at + 256};
        if (options[at].letter == 0)
            continue;
        shorts[letters++] = options[at].letter;
        if (options[at].argument != NULL)
            shorts[letters++] = ':';
    }
    longs[at++] = (struct option){"lang", required_argument, NULL, LANG_VALUE};
    longs[at++] = (struct option){"help", no_argument, NULL, HELP_LETTER};
    longs[at++] = (struct option){"version", no_argument, NULL, VERSION_LETTER};
    longs[at] = (struct option){0};
    shorts[letters++] = HELP_LETTER;
    shorts[letters++] = VERSION_LETTER;
    shorts[letters] = '\0';
}

/* The option that getopt's value means, or NULL. */
static const struct cli_option *find_option(const struct cli_option *options, int value)
{
    if (value >= 256)
        return &options[value - 256];
    for (const struct cli_option *option = options; option->name != NULL; option++)
        if (option->letter == value)
            return option;
    return NULL;
}

/* False after reporting that there are too few or too many operands. */
static bool check_operands(const struct cli_call *call, const struct cli_operands *operands)
{
    if (operands->count > call->command->most_operands) {
        cli_usage(call, "one argument too many", "มีอาร์กิวเมนต์เกิน",
                  operands->item[call->command->most_operands]);
        return false;
    }
    if (operands->count == 0 && !call->command->operands_optional) {
        cli_usage(call, "an argument is missing", "ขาดอาร์กิวเมนต์", call->command->arguments);
        return false;
    }
    return true;
}

/* An option that is none, and the nearest that is. */
static void say_unknown_option(const struct cli_call *call, const struct option *longs,
                               const char *text)
{
    const char *known[MOST_OPTIONS + 3];
    char name[64];
    size_t count = 0;
    for (; longs[count].name != NULL; count++)
        known[count] = longs[count].name;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(text + 2, "="), text + 2);
    const char *near = nearest_name(name, known, count);
    if (near == NULL) {
        cli_usage(call, "unknown option", "ไม่รู้จักตัวเลือกนี้", text);
        return;
    }
    fprintf(stderr, "itareport %s: %s: %s\n", call->command->name,
            cli_say(call->cli, "unknown option", "ไม่รู้จักตัวเลือกนี้"), text);
    fprintf(stderr, cli_say(call->cli, "Did you mean --%s?\n", "หมายถึง --%s หรือไม่\n"), near);
}

/* Says what is wrong with the option that getopt has given up at. */
static void say_option(const struct cli_call *call, const struct option *longs, int given)
{
    const char *text = call->argv[optind - 1];
    const char letter[] = {'-', (char)optopt, '\0'};
    if (given == ':')
        cli_usage(call, "this option needs a value", "ตัวเลือกนี้ต้องมีค่า", text);
    else if (strncmp(text, "--", 2) != 0)
        cli_usage(call, "unknown option", "ไม่รู้จักตัวเลือกนี้", letter);
    else if (optopt != 0)
        cli_usage(call, "this option takes no value", "ตัวเลือกนี้ไม่มีค่า", text);
    else
        say_unknown_option(call, longs, text);
}

bool cli_parse(const struct cli_call *call, const struct cli_option *options,
               struct cli_operands *operands, enum cli_status *status)
{
    struct option longs[MOST_OPTIONS + 4];
    char shorts[2 * MOST_OPTIONS + 4];
    fill_getopt(options, longs, shorts);
    opterr = 0;
    optind = 1;
    *status = CLI_USAGE;
    for (int c; (c = getopt_long(call->argc, call->argv, shorts, longs, NULL)) != -1;) {
        if (c == HELP_LETTER || c == VERSION_LETTER) {
            if (c == HELP_LETTER)
                print_help(call, options);
            else
                cli_version();
            *status = CLI_FINE;
            return false;
        }
        if (c == '?' || c == ':') {
            say_option(call, longs, c);
            return false;
        }
        if (c == LANG_VALUE && !cli_check_language(call->cli, optarg))
            return false;
        const struct cli_option *option = c != LANG_VALUE ? find_option(options, c) : NULL;
        if (option != NULL)
            *option->value = optarg != NULL ? optarg : "";
    }
    *operands = (struct cli_operands){call->argv + optind, call->argc - optind};
    return check_operands(call, operands);
}
