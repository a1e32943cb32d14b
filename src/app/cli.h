/*
 * cli.h - what the subcommands share: options, languages, exit statuses.
 *
 * Purpose: one table of options per subcommand gives its parsing and its page of help, in English
 *          and in Thai, in the habits of GNU tools.
 * Memory:  everything points into argv, the environment or an arena of the caller's.
 * Errors:  usage errors are written to standard error; the subcommand returns CLI_USAGE.
 */
#ifndef ITAREPORT_APP_CLI_H
#define ITAREPORT_APP_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "job/job.h"

enum cli_status {
    CLI_FINE = 0,
    CLI_INPUT = 1, /* errors in the input */
    CLI_USAGE = 2, /* wrong options or arguments */
    CLI_SYSTEM = 3 /* a file that cannot be written, and the like */
};

/* What all subcommands need, made once by main. */
struct cli {
    enum diag_language language;
    bool colour; /* standard error is a terminal that wants colour */
    struct session *session;
    bool has_epoch;
    int64_t epoch;
};

struct cli_option {
    const char *name;     /* long name */
    char letter;          /* short name, or 0 */
    const char *argument; /* what it takes, for the help; NULL: nothing */
    const char *english;
    const char *thai;
    const char **value; /* where the argument (or "" for a switch) goes */
};

struct cli_call;

struct cli_command {
    const char *name;
    const char *arguments; /* "EDITION" */
    int most_operands;
    const char *english; /* one paragraph */
    const char *thai;
    enum cli_status (*run)(const struct cli_call *call);
    bool operands_optional;
};

/* What is on the command line besides options: at most command.most_operands, and at least one unless
 * they are optional. */
struct cli_operands {
    char **item;
    int count;
};

/* One run of a subcommand. */
struct cli_call {
    const struct cli *cli;
    const struct cli_command *command;
    int argc;
    char **argv;
};

/*
 * Parses argv[1…]; options and operands may mix. Returns false when the run is over, with its
 * status (--help was given, or wrong usage).
 */
bool cli_parse(const struct cli_call *call, const struct cli_option *options,
               struct cli_operands *operands, enum cli_status *status);

/* Writes a usage error: "itareport build: …", and where help is. */
enum cli_status cli_usage(const struct cli_call *call, const char *english, const char *thai,
                          const char *what);

/* The same for a name that is none of those known, and the nearest of them; or, where none is near, all. */
struct cli_names {
    const char *const *name;
    size_t count;
};
enum cli_status cli_unknown(const struct cli_call *call, const char *english, const char *thai,
                            const char *what, struct cli_names known);

/* False after reporting that it names no language: --lang is en or th. */
bool cli_check_language(const struct cli *cli, const char *name);

/* The folder of an edition, where the operand names one of the YAML files in it; changes the operand. */
const char *cli_edition(char *operand);

/* Writes the version, of which every command knows. */
enum cli_status cli_version(void);

/* Writes a system error with errno's reason. */
enum cli_status cli_system(const struct cli *cli, const char *what);

/* Prints the messages that are at least so severe. */
void cli_print_diag(const struct cli *cli, const struct diag *diag, enum diag_severity least);

/* English or Thai, by the run's language. */
const char *cli_say(const struct cli *cli, const char *english, const char *thai);

/* "-" as the name of an output: standard output. False after reporting that it is a terminal. */
bool cli_is_stdout(const char *output);
bool cli_may_print(const struct cli_call *call);

/* Writes the bytes of an output to standard output. */
enum cli_status cli_print(const struct cli *cli, const void *bytes, size_t length);

enum cli_status cmd_build(const struct cli_call *call);
enum cli_status cmd_check(const struct cli_call *call);
enum cli_status cmd_schema(const struct cli_call *call);
enum cli_status cmd_explain(const struct cli_call *call);
enum cli_status cmd_unknown_rule(const struct cli_call *call, const char *name); /* no such rule */
enum cli_status cmd_why(const struct cli_call *call);
enum cli_status cmd_diff(const struct cli_call *call);
enum cli_status cmd_new(const struct cli_call *call);
enum cli_status cmd_dump(const struct cli_call *call);
enum cli_status cmd_export(const struct cli_call *call);
enum cli_status cmd_import(const struct cli_call *call);
enum cli_status cmd_desk(const struct cli_call *call);
enum cli_status cmd_batch(const struct cli_call *call);
enum cli_status cmd_archive(const struct cli_call *call);
enum cli_status cmd_verify(const struct cli_call *call);
enum cli_status cmd_extract(const struct cli_call *call);
enum cli_status cmd_dictionary(const struct cli_call *call);
enum cli_status cmd_compounds(const struct cli_call *call);
enum cli_status cmd_spelling(const struct cli_call *call);

#endif
