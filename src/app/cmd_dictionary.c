/*
 * cmd_dictionary.c - `itareport dictionary`, `compounds` and `spelling`: the words that Thai lines are broken by and checked by.
 *
 * Set-up runs them once. Libthai's own words plus the lists of words/terms become one trie; what it splits, and
 * the lists of words/compounds or a second dictionary have as one word, becomes the file of compounds. All words together
 * become the file by which slips are told.
 */
#include "app/cli.h"
#include "app/output.h"
#include "source/file.h"
#include "source/folder.h"
#include "spell/spell_make.h"
#include "text/compounds_make.h"
#include "text/dictionary.h"

/* Whether bytes are those of a file that may be written over. */
typedef bool recognizer(const char *bytes, size_t length);

/* False after reporting a file that is there and is no such dictionary, or is what this one is made from. */
static bool may_write(const char *path, recognizer *is_one, struct sources *sources,
                      struct diag *diag)
{
    struct arena *arena = arena_new();
    struct buffer bytes = {0};
    const struct output_inputs inputs = {.sources = sources};
    bool may = output_spares(arena, &inputs, path, diag);
    if (may && file_is_ordinary(path)) {
        may = file_read(path, &bytes) == 0 &&
              (bytes.length == 0 || is_one(bytes.bytes, bytes.length));
        if (!may)
            diag_say(diag, MESSAGE_OUTPUT_NO_DICTIONARY, (struct place){0}, path);
    }
    buffer_free(&bytes);
    arena_free(arena);
    return may;
}

/* What was made, and where it goes. */
struct result {
    const char *path;
    recognizer *is_one;
    struct sources *sources;
    struct buffer bytes;
    struct diag *diag;
};

static struct result result_new(const char *path, recognizer *is_one)
{
    return (struct result){path, is_one, sources_new(), {0}, diag_new()};
}

static enum cli_status put(const struct result *result, const struct cli_call *call)
{
    const struct buffer *bytes = &result->bytes;
    if (cli_is_stdout(result->path))
        return cli_may_print(call) ? cli_print(call->cli, bytes->bytes, bytes->length) : CLI_USAGE;
    if (!may_write(result->path, result->is_one, result->sources, result->diag))
        return CLI_INPUT;
    return file_write(result->path, bytes->bytes, bytes->length)
               ? CLI_FINE
               : cli_system(call->cli, result->path);
}

/* Writes what was made, says what there is to say, and frees all. */
static enum cli_status result_write(struct result *result, bool made, const struct cli_call *call)
{
    enum cli_status status = made ? put(result, call) : CLI_INPUT;
    cli_print_diag(call->cli, result->diag, DIAG_NOTE);
    buffer_free(&result->bytes);
    diag_free(result->diag);
    sources_free(result->sources);
    return status;
}

enum cli_status cmd_dictionary(const struct cli_call *call)
{
    const char *output = "fonts/thai.tri";
    const struct cli_option options[] = {
        {"output", 'o', "FILE", "where to write, - for standard output (default: fonts/thai.tri)",
         "แฟ้มที่จะเขียน หรือ - คือ standard output (ค่าเริ่มต้น: fonts/thai.tri)", &output},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    struct result result = result_new(output, text_dictionary_is);
    struct text_dictionary_job job = {.list = (const char *const *)operands.item,
                                      .lists = (size_t)operands.count,
                                      .sources = result.sources};
    bool made = text_dictionary_make(&job, &result.bytes, result.diag);
    return result_write(&result, made, call);
}

enum cli_status cmd_compounds(const struct cli_call *call)
{
    const char *output = "fonts/thai.compounds", *dictionary = "fonts/thai.tri", *second = NULL;
    const struct cli_option options[] = {
        {"output", 'o', "FILE",
         "where to write, - for standard output (default: fonts/thai.compounds)",
         "แฟ้มที่จะเขียน หรือ - คือ standard output (ค่าเริ่มต้น: fonts/thai.compounds)", &output},
        {"dictionary", 'd', "FILE",
         "what the command dictionary has made (default: fonts/thai.tri)",
         "แฟ้มที่คำสั่ง dictionary สร้างไว้ (ค่าเริ่มต้น: fonts/thai.tri)", &dictionary},
        {"second", 's', "FILE", "a dictionary of Hunspell, whose words are compounds, too",
         "พจนานุกรมของ Hunspell ซึ่งใช้เป็นคำประสมด้วย", &second},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    struct result result = result_new(output, compounds_are);
    struct compounds_job job = {.dictionary = dictionary,
                                .classes = operands.item[0],
                                .list = (const char *const *)operands.item + 1,
                                .lists = (size_t)operands.count - 1,
                                .second = second,
                                .sources = result.sources};
    bool made = compounds_make(&job, &result.bytes, result.diag);
    return result_write(&result, made, call);
}

enum cli_status cmd_spelling(const struct cli_call *call)
{
    const char *output = "fonts/thai.words", *second = NULL, *others = NULL;
    const struct cli_option options[] = {
        {"output", 'o', "FILE", "where to write, - for standard output (default: fonts/thai.words)",
         "แฟ้มที่จะเขียน หรือ - คือ standard output (ค่าเริ่มต้น: fonts/thai.words)", &output},
        {"known", 'k', "FOLDER", "lists of words that are right, though none is often meant: names",
         "โฟลเดอร์ของรายการคำที่ถูกต้องแต่ไม่ใช้เสนอแทนคำอื่น เช่น ชื่อเฉพาะ", &others},
        {"second", 's', "FILE", "a dictionary of Hunspell", "พจนานุกรมของ Hunspell", &second},
        {0}};
    struct cli_operands operands = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, options, &operands, &status))
        return status;
    struct arena *arena = arena_new();
    struct result result = result_new(output, spell_is);
    const char *const ends[] = {".txt", NULL};
    struct folder_files known = {0};
    if (others != NULL)
        known = folder_list(arena, others, ends);
    struct spell_job job = {.classes = operands.item[0],
                            .official = (const char *const *)operands.item + 1,
                            .officials = (size_t)operands.count - 1,
                            .other = known.path,
                            .others = known.count,
                            .second = second,
                            .sources = result.sources};
    bool made = spell_make(&job, &result.bytes, result.diag);
    status = result_write(&result, made, call);
    arena_free(arena);
    return status;
}
