/* cmd_schema.c - `itareport schema`: the JSON Schema of an input file, from the loader's table. */
#include <stdio.h>

#include "app/cli.h"
#include "yaml/record_schema.h"

static const char *const NAMES[] = {"edition", "framework", "results", "analyses", "measures"};
static const struct cli_names FILES = {NAMES, sizeof NAMES / sizeof *NAMES};

enum cli_status cmd_schema(const struct cli_call *call)
{
    const struct cli_option options[] = {{0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    const struct record *record = edition_record(operands.item[0]);
    if (record == NULL)
        return cli_unknown(call, "no such file", "ไม่มีแฟ้มชนิดนี้", operands.item[0], FILES);
    struct buffer out = {0};
    record_schema(record, &out);
    fwrite(out.bytes, 1, out.length, stdout);
    buffer_free(&out);
    return CLI_FINE;
}
