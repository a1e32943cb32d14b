/*
 * cmd_desk.c - `itareport desk`: the report in the browser, while it is written.
 *
 * The address goes to standard output, for whoever opens it by hand; what a browser says of itself goes nowhere.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/cli.h"
#include "desk/desk.h"
#include "desk/running.h"
#include "source/file.h"

enum { MOST_PORT = 65535 };

extern char **environ;

struct arguments {
    const char *port, *layout, *no_open, *read_only, *show;
};

struct opening {
    const struct cli *cli;
    bool opens;
};

/* Whether there is a screen that a browser could open on. */
static bool has_screen(void)
{
    static const char *const VARIABLES[] = {"BROWSER", "WAYLAND_DISPLAY", "DISPLAY"};
    for (size_t i = 0; i < sizeof VARIABLES / sizeof *VARIABLES; i++)
        if (getenv(VARIABLES[i]) != NULL)
            return true;
    return false;
}

/* Where there is no browser the address has been printed. */
static void open_browser(const char *address)
{
    posix_spawn_file_actions_t silent;
    posix_spawn_file_actions_init(&silent);
    for (int stream = 0; stream < 3; stream++)
        posix_spawn_file_actions_addopen(&silent, stream, "/dev/null", O_RDWR, 0);
    char *program[] = {"xdg-open", (char *)(uintptr_t)address, NULL};
    pid_t process;
    posix_spawnp(&process, program[0], &silent, NULL, program, environ);
    posix_spawn_file_actions_destroy(&silent);
}

static void ready(void *closure, const char *address)
{
    const struct opening *opening = closure;
    printf("%s\n", address);
    fflush(stdout);
    if (opening->opens && has_screen())
        open_browser(address);
}

/* -1 for what is no port. */
static int port_of(const char *text)
{
    char *end = NULL;
    long port = strtol(text, &end, 10);
    return *text != '\0' && *end == '\0' && port >= 0 && port <= MOST_PORT ? (int)port : -1;
}

static enum cli_status fail(const struct cli *cli, const char *what)
{
    fprintf(stderr, "itareport desk: %s: %s\n", what, strerror(errno));
    (void)cli;
    return CLI_SYSTEM;
}

static enum cli_status run(const struct cli_call *call, const struct arguments *given,
                           const char *edition)
{
    const struct cli *cli = call->cli;
    struct opening opening = {cli, given->no_open == NULL};
    struct desk_setup setup = {.job = {.session = cli->session,
                                       .edition = edition,
                                       .layout = given->layout,
                                       .has_epoch = cli->has_epoch,
                                       .epoch = cli->epoch},
                               .language = cli->language,
                               .read_only = given->read_only != NULL,
                               .ready = ready,
                               .closure = &opening};
    setup.port = given->port != NULL ? port_of(given->port) : 0;
    if (setup.port < 0)
        return cli_usage(call, "a port is a number up to 65535", "พอร์ตเป็นจำนวนไม่เกิน 65535",
                         given->port);
    if (!file_is_folder(edition)) {
        fprintf(stderr, "itareport desk: %s: %s\n", edition,
                cli_say(cli, "there is no such folder", "ไม่มีโฟลเดอร์นี้"));
        return CLI_INPUT;
    }
    switch (desk_run(&setup)) {
    case DESK_FINE:
        break;
    case DESK_PORT:
        return fail(cli, cli_say(cli, "the port cannot be used; try another --port, or none",
                                 "ใช้พอร์ตนี้ไม่ได้ โปรดระบุ --port อื่น หรือไม่ต้องระบุ"));
    case DESK_SYSTEM:
        return fail(
            cli, cli_say(cli, "the system does not let the desk work", "ระบบไม่ยอมให้เปิดโต๊ะทำงาน"));
    }
    return CLI_FINE;
}

/* FILE:LINE, or a file alone. */
static enum cli_status show(const struct cli_call *call, const char *place)
{
    struct arena *arena = arena_new();
    const char *colon = strrchr(place, ':');
    bool has_line =
        colon != NULL && colon[1] != '\0' && strspn(colon + 1, "0123456789") == strlen(colon + 1);
    const char *file = has_line ? arena_copy(arena, place, (size_t)(colon - place)) : place;
    unsigned line = has_line ? (unsigned)strtoul(colon + 1, NULL, 10) : 1;
    struct running_desk desk;
    bool found = running_find(arena, file, &desk);
    bool shown = found && running_show(arena, &desk, line);
    arena_free(arena);
    if (shown)
        return CLI_FINE;
    fprintf(stderr, "itareport desk: %s: %s\n", place,
            found
                ? cli_say(call->cli, "nothing of it is on the pages", "ไม่มีส่วนใดของแฟ้มนี้บนหน้ารายงาน")
                : cli_say(call->cli, "no open desk has this file", "ไม่มีโต๊ะทำงานที่เปิดอยู่ซึ่งใช้แฟ้มนี้"));
    return CLI_INPUT;
}

enum cli_status cmd_desk(const struct cli_call *call)
{
    struct arguments given = {0};
    const struct cli_option options[] = {
        {"port", 'p', "N", "the port to listen at (default: one that is free)",
         "พอร์ตที่จะเปิด (ค่าเริ่มต้น: พอร์ตที่ว่าง)", &given.port},
        {"layout", 'l', "LAYOUT", "another layout than the edition's: a name or a file",
         "ใช้เค้าโครงอื่นแทนของฉบับ: ชื่อหรือแฟ้ม", &given.layout},
        {"no-open", 0, NULL, "do not open the browser", "ไม่ต้องเปิดเบราว์เซอร์", &given.no_open},
        {"read-only", 0, NULL, "let nothing be changed from the page",
         "ดูได้อย่างเดียว แก้ไขจากหน้าเว็บไม่ได้", &given.read_only},
        {"show", 0, "FILE:LINE", "scroll the desk that is open to where this is printed",
         "เลื่อนโต๊ะทำงานที่เปิดอยู่ไปยังตำแหน่งที่พิมพ์ข้อมูลนี้", &given.show},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    if (given.show != NULL)
        return show(call, given.show);
    if (operands.count == 0)
        return cli_usage(call, "an argument is missing", "ขาดอาร์กิวเมนต์", call->command->arguments);
    return run(call, &given, cli_edition(operands.item[0]));
}
