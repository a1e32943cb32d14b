/*
 * cmd_dictionary.c - `itareport dictionary`: the words that Thai lines are broken by.
 *
 * Set-up runs it once: libthai's own words plus the lists of words/terms become one trie.
 */
#include <stdio.h>

#include "app/cli.h"
#include "text/dictionary.h"

enum cli_status cmd_dictionary(const struct cli_call *call)
{
    const char *output = "fonts/thai.tri";
    const struct cli_option options[] = {{"output", 'o', "FILE",
                                          "where to write (default: fonts/thai.tri)",
                                          "แฟ้มที่จะเขียน (ค่าเริ่มต้น: fonts/thai.tri)", &output},
                                         {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    struct sources *sources = sources_new();
    struct text_dictionary_job job = {.list = (const char *const *)operands.item,
                                      .lists = (size_t)operands.count,
                                      .sources = sources,
                                      .out = output};
    struct diag *diag = diag_new();
    bool made = text_dictionary_make(&job, diag);
    cli_print_diag(call->cli, diag, DIAG_NOTE);
    diag_free(diag);
    sources_free(sources);
    return made ? CLI_FINE : CLI_INPUT;
}
