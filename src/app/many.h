/*
 * many.h - many editions at once, made or checked: what `batch` and `check` with several editions share.
 *
 * Purpose: starts the processes, shows how far they are, and ends with the table.
 */
#ifndef ITAREPORT_APP_MANY_H
#define ITAREPORT_APP_MANY_H

#include "app/cli.h"
#include "batch/make.h"
#include "batch/table.h"

struct many {
    const struct cli_call *call;
    struct batch_how how;
    struct batch_editions all; /* the whole list */
    size_t shard, shards;      /* of which this is done; 1, 1: all of it */
    size_t processes;
    unsigned seconds, megabytes;
    bool is_quiet;
    bool is_strict;     /* warnings fail too */
    const char *format; /* of the table on standard output: text, csv or json */
    struct arena *arena;
};

/* The formats of the table, for cli_unknown. */
extern const struct cli_names MANY_FORMATS;
bool many_is_format(const char *format);

/* A structure with the default of each option. */
struct many many_usual(const struct cli_call *call, struct arena *arena);

enum cli_status many_run(struct many *many);

/* Prints the table in the format asked for. */
enum cli_status many_print(const struct cli *cli, const struct batch_table *table,
                           const char *format);

#endif
