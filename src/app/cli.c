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

enum { MOST_OPTIONS = 16, HELP_LETTER = 'h' };

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
    longs[at++] = (struct option){"lang", required_argument, NULL, 0};
    longs[at++] = (struct option){"help", no_argument, NULL, HELP_LETTER};
    longs[at] = (struct option){0};
    shorts[letters++] = HELP_LETTER;
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

bool cli_parse(const struct cli_call *call, const struct cli_option *options,
               struct cli_operands *operands, enum cli_status *status)
{
    struct option longs[MOST_OPTIONS + 3];
    char shorts[2 * MOST_OPTIONS + 3];
    fill_getopt(options, longs, shorts);
    opterr = 0;
    optind = 1;
    *status = CLI_USAGE;
    for (int c; (c = getopt_long(call->argc, call->argv, shorts, longs, NULL)) != -1;) {
        if (c == HELP_LETTER) {
            print_help(call, options);
            *status = CLI_FINE;
            return false;
        }
        if (c == '?' || c == ':') {
            cli_usage(call, c == '?' ? "unknown or misused option" : "this option needs a value",
                      c == '?' ? "ไม่รู้จักตัวเลือกนี้" : "ตัวเลือกนี้ต้องมีค่า", call->argv[optind - 1]);
            return false;
        }
        const struct cli_option *option = c != 0 ? find_option(options, c) : NULL;
        if (option != NULL)
            *option->value = optarg != NULL ? optarg : "";
    }
    *operands = (struct cli_operands){call->argv + optind, call->argc - optind};
    return check_operands(call, operands);
}
