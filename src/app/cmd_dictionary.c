/*
 * cmd_dictionary.c - `itareport dictionary`: the words that Thai lines are broken by.
 *
 * Set-up runs it once: libthai's own words plus the lists of words/terms become one trie.
 */
#include "app/cli.h"
#include "app/output.h"
#include "source/file.h"
#include "text/dictionary.h"

/* False after reporting a file that is there and is no dictionary, or is what this one is made from. */
static bool may_write(const char *path, struct sources *sources, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct buffer bytes = {0};
    const struct output_inputs inputs = {.sources = sources};
    bool may = output_spares(arena, &inputs, path, diag);
    if (may && file_is_ordinary(path)) {
        may = file_read(path, &bytes) == 0 &&
              (bytes.length == 0 || text_dictionary_is(bytes.bytes, bytes.length));
        if (!may)
            diag_say(diag, MESSAGE_OUTPUT_NO_DICTIONARY, (struct place){0}, path);
    }
    buffer_free(&bytes);
    arena_free(arena);
    return may;
}

static enum cli_status make(const struct cli *cli, const struct text_dictionary_job *job,
                            const char *output)
{
    struct diag *diag = diag_new();
    struct buffer bytes = {0};
    enum cli_status status = CLI_INPUT;
    if (text_dictionary_make(job, &bytes, diag) && may_write(output, job->sources, diag))
        status = file_write(output, bytes.bytes, bytes.length) ? CLI_FINE : cli_system(cli, output);
    cli_print_diag(cli, diag, DIAG_NOTE);
    buffer_free(&bytes);
    diag_free(diag);
    return status;
}

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
                                      .sources = sources};
    status = make(call->cli, &job, output);
    sources_free(sources);
    return status;
}
