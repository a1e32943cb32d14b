/*
 * cmd_import.c - `itareport import`: values of a spreadsheet into an edition.
 *
 * What would change is shown on standard output and written only with --yes, or when the one at the terminal says so. Bad
 * cells are errors, and then nothing is written.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/cli.h"
#include "edit/write.h"
#include "exchange/import.h"
#include "exchange/measures.h"
#include "source/file.h"
#include "source/source.h"

struct import_options {
    const char *edition, *sheet, *columns, *what, *yes, *measures;
};

struct run {
    const struct cli_call *call;
    const struct import_options *options;
    struct arena *arena;
    struct diag *diag;
    struct sources *sources;
    struct edition *edition;
    const struct names *names;
    struct sheet_book book;
    struct mapping last, named;
    const char *mapping_path;
};

/* ---- reading ---- */

static const struct source *read_input(const struct run *run, const char *path)
{
    enum { MOST = 64 << 20, CHUNK = 1 << 16 };
    if (strcmp(path, "-") != 0)
        return source_load(run->arena, path, (struct place){0}, run->diag);
    struct buffer bytes = {0};
    char *chunk = arena_alloc(run->arena, CHUNK, 1);
    for (size_t count; bytes.length <= MOST && (count = fread(chunk, 1, CHUNK, stdin)) > 0;)
        buffer_add(&bytes, chunk, count);
    const struct source *source = NULL;
    if (bytes.length > MOST)
        diag_say(run->diag, MESSAGE_FILE_TOO_LARGE, (struct place){0}, "stdin");
    else
        source = source_new(run->arena, "stdin", buffer_text(&bytes), bytes.length);
    buffer_free(&bytes);
    return source;
}

/* The tree of a file of the edition, or NULL. */
static const struct node *tree_of(const struct edition *edition, const char *name)
{
    for (size_t i = 0; i < edition->trees.count; i++)
        if (strcmp(file_name(edition->trees.tree[i]->place.source->path), name) == 0)
            return edition->trees.tree[i];
    return NULL;
}

/* The edition as far as its scheme and the file that is to be changed: it may have errors that the import mends. */
static bool open_edition(struct run *run)
{
    struct session *session = run->call->cli->session;
    const struct edition_setup setup = {.folder = run->options->edition,
                                        .schemes = session->schemes,
                                        .sources = run->sources,
                                        .results_suffice = run->options->measures == NULL};
    const char *file = run->options->measures != NULL ? "measures.yaml" : "results.yaml";
    size_t mark = diag_mark(run->diag);
    run->edition = edition_load(&setup, run->diag);
    if (run->edition->scheme->questions == 0 || tree_of(run->edition, file) == NULL)
        return false;
    diag_rewind(run->diag, mark);
    return true;
}

static bool read_all(struct run *run, const char *path)
{
    const struct session *session = run->call->cli->session;
    const char *words =
        file_join(run->arena, file_join(run->arena, session->data, "words"), "sheets.txt");
    if (!open_edition(run))
        return false;
    run->names = names_load(run->arena, words, run->diag);
    const struct source *source = run->names != NULL ? read_input(run, path) : NULL;
    run->mapping_path = file_join(run->arena, run->options->edition, "import.yaml");
    return source != NULL && mapping_read(run->arena, run->mapping_path, run->diag, &run->last) &&
           sheet_read(run->arena, source->path, source->text, source->length, run->diag,
                      &run->book);
}

/* ---- writing ---- */

/* Whether the one at the terminal wants it. */
static bool asks(const struct run *run)
{
    const struct cli *cli = run->call->cli;
    char answer[16] = "";
    printf("%s", cli_say(cli, "Write? [y/N] ", "เขียนลงแฟ้มหรือไม่ (ใช่/ไม่) [y/N] "));
    fflush(stdout);
    if (fgets(answer, sizeof answer, stdin) == NULL)
        return false;
    answer[strcspn(answer, "\n")] = '\0';
    static const char *const words[] = {"y", "Y", "yes", "ใช่"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(answer, words[i]) == 0)
            return true;
    return false;
}

static bool is_told(const struct run *run, const char *path)
{
    if (run->options->yes != NULL)
        return true;
    bool can_ask = strcmp(path, "-") != 0 && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    if (can_ask && asks(run))
        return true;
    printf("%s\n", cli_say(run->call->cli, "nothing was written; --yes writes it",
                           "ยังไม่ได้เขียนแฟ้มใด เขียนด้วย --yes"));
    return false;
}

static enum cli_status write_mapping(const struct run *run, const struct import *import)
{
    struct buffer text = {0};
    enum cli_status status = CLI_FINE;
    mapping_write(&import->mapping, &text);
    if (import->mapping.sheet != NULL &&
        !file_equals(run->mapping_path, buffer_text(&text), text.length) &&
        !file_write(run->mapping_path, buffer_text(&text), text.length))
        status = cli_system(run->call->cli, run->mapping_path);
    buffer_free(&text);
    return status;
}

static enum cli_status write_edition(struct run *run, const struct edit_mended_file *file)
{
    const struct cli *cli = run->call->cli;
    const struct job_setup setup = {.session = cli->session, .edition = run->options->edition};
    const struct edit_files files = {file, 1};
    struct job trial = {0};
    enum editor_result result = edit_write(&setup, &files, &trial);
    size_t errors = diag_count(trial.diag, DIAG_ERROR);
    if (result != EDITOR_DONE)
        cli_print_diag(cli, trial.diag, DIAG_ERROR);
    job_done(&trial);
    if (result != EDITOR_DONE) {
        fprintf(stderr, "%s\n", cli_say(cli, "nothing was written", "ไม่ได้เขียนแฟ้มใด"));
        return result == EDITOR_REFUSED ? CLI_INPUT : CLI_SYSTEM;
    }
    printf(cli_say(cli, "written: %s\n", "เขียนแล้ว: %s\n"), file->source->path);
    if (errors > 0)
        printf(cli_say(cli, "the edition has %zu errors yet: itareport check %s\n",
                       "ฉบับรายงานยังมีข้อผิดพลาด %zu แห่ง: itareport check %s\n"),
               errors, run->options->edition);
    return CLI_FINE;
}

/* ---- the run ---- */

static enum import_what what_of(const char *name)
{
    return strcmp(name, "scores") == 0    ? IMPORT_SCORES
           : strcmp(name, "figures") == 0 ? IMPORT_FIGURES
                                          : IMPORT_ALL;
}

static enum cli_status apply(struct run *run, const struct import_setup *setup,
                             const struct import *import, const char *path)
{
    struct edit_mended_file file;
    if (import->differing == 0)
        return run->options->yes != NULL ? write_mapping(run, import) : CLI_FINE;
    if (!is_told(run, path))
        return CLI_FINE;
    if (!import_make(setup, import, &file))
        return CLI_INPUT;
    enum cli_status status = write_edition(run, &file);
    return status == CLI_FINE ? write_mapping(run, import) : status;
}

static enum cli_status import_results(struct run *run, const char *path)
{
    const struct import_setup setup = {
        .arena = run->arena,
        .edition = run->edition,
        .names = run->names,
        .book = &run->book,
        .sheet = run->options->sheet,
        .mapping = &run->last,
        .columns = run->options->columns != NULL ? &run->named : NULL,
        .what = what_of(run->options->what),
        .diag = run->diag,
    };
    struct import import;
    struct buffer out = {0};
    bool fine = import_look(&setup, &import);
    if (import.changes > 0)
        import_print(&import, run->call->cli->language, &out);
    fwrite(buffer_text(&out), 1, out.length, stdout);
    fflush(stdout);
    buffer_free(&out);
    if (fine)
        return apply(run, &setup, &import, path);
    return CLI_INPUT;
}

/* ---- measures ---- */

/* The sheet that was named, or the one with most measures; NULL after reporting. */
static const struct sheet *choose_measures(const struct run *run, struct cell_reader *reader,
                                           struct measures_sheet *out)
{
    const struct sheet *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < run->book.sheets; i++) {
        const struct sheet *sheet = &run->book.sheet[i];
        const char *wanted = run->options->sheet;
        if (wanted != NULL ? strcmp(sheet->name, wanted) != 0 : sheet->is_hidden)
            continue;
        size_t mark = diag_mark(run->diag);
        reader->sheet = sheet;
        measures_read(reader, out);
        diag_rewind(run->diag, mark);
        best = out->count > most ? sheet : best;
        most = out->count > most ? out->count : most;
    }
    reader->sheet = best;
    if (best == NULL)
        diag_say(run->diag, MESSAGE_IMPORT_NO_MEASURES, (struct place){0}, run->book.file);
    else
        measures_read(reader, out);
    return best;
}

static enum cli_status import_measures(struct run *run, const char *path)
{
    struct cell_reader reader = {.arena = run->arena,
                                 .names = run->names,
                                 .scheme = run->edition->scheme,
                                 .diag = run->diag,
                                 .names_sheet = run->book.sheets > 1};
    struct measures_sheet sheet;
    struct measures_import import;
    struct buffer out = {0};
    if (choose_measures(run, &reader, &sheet) == NULL)
        return CLI_INPUT;
    bool fine = measures_compare(&reader, &sheet, tree_of(run->edition, "measures.yaml"), &import);
    measures_print(&import, run->call->cli->language, &out);
    fwrite(buffer_text(&out), 1, out.length, stdout);
    fflush(stdout);
    buffer_free(&out);
    struct edit_mended_file file;
    if (!fine || diag_failed(run->diag))
        return CLI_INPUT;
    if (import.changes == 0 || !is_told(run, path))
        return CLI_FINE;
    return measures_make(run->arena, &import, run->diag, &file) ? write_edition(run, &file)
                                                                : CLI_INPUT;
}

static enum cli_status start(const struct cli_call *call, const struct import_options *options,
                             const struct mapping *named, const char *path)
{
    struct run run = {.call = call,
                      .options = options,
                      .arena = arena_new(),
                      .diag = diag_new(),
                      .sources = sources_new(),
                      .named = *named};
    enum cli_status status = CLI_INPUT;
    if (read_all(&run, path))
        status =
            options->measures != NULL ? import_measures(&run, path) : import_results(&run, path);
    cli_print_diag(call->cli, run.diag, DIAG_WARNING);
    if (run.edition != NULL)
        edition_free(run.edition);
    diag_free(run.diag);
    sources_free(run.sources);
    arena_free(run.arena);
    return status;
}

/* An id of the columns that --columns names: the part is known when the edition is. */
static enum cli_status check(const struct cli_call *call, const struct import_options *options,
                             struct arena *arena, struct mapping *named)
{
    static const char *const names[] = {"all", "scores", "figures"};
    const struct cli_names whats = {names, sizeof names / sizeof names[0]};
    const char *wrong;
    if (options->edition == NULL)
        return cli_usage(call, "which edition? -e input/2568", "ฉบับรายงานใด -e input/2568", NULL);
    if (options->columns != NULL && !mapping_parse(arena, options->columns, named, &wrong))
        return cli_usage(call, "columns are named such as --columns=score=D or public=E,survey=F",
                         "ระบุคอลัมน์ เช่น --columns=score=D หรือ public=E,survey=F", wrong);
    for (size_t i = 0; i < whats.count; i++)
        if (strcmp(options->what, names[i]) == 0)
            return CLI_FINE;
    return cli_unknown(call, "no such values", "ไม่มีค่าชนิดนี้", options->what, whats);
}

enum cli_status cmd_import(const struct cli_call *call)
{
    struct import_options options = {.what = "all"};
    const struct cli_option table[] = {
        {"edition", 'e', "FOLDER", "the edition that the values are for", "ฉบับรายงานที่จะนำค่าเข้า",
         &options.edition},
        {"yes", 'y', NULL, "write; else it is only shown", "เขียนลงแฟ้ม ถ้าไม่ระบุจะแสดงให้ดูเท่านั้น",
         &options.yes},
        {"measures", 0, NULL, "the table of measures, into measures.yaml",
         "ตารางมาตรการ เข้า measures.yaml", &options.measures},
        {"sheet", 0, "NAME", "the sheet, where it is not found rightly", "แผ่นงาน ถ้าโปรแกรมเลือกไม่ถูก",
         &options.sheet},
        {"columns", 0, "LIST", "the columns of the scores: score=D, or public=E,survey=F",
         "คอลัมน์ของคะแนน: score=D หรือ public=E,survey=F", &options.columns},
        {"what", 0, "WHAT", "all, scores or figures (default: all)",
         "all, scores (คะแนน) หรือ figures (ค่าที่ประกาศ) (ค่าเริ่มต้น: all)", &options.what},
        {0}};
    struct cli_operands operands = {0};
    struct mapping named = {0};
    enum cli_status status = CLI_USAGE;
    if (!cli_parse(call, table, &operands, &status))
        return status;
    struct arena *arena = arena_new();
    status = check(call, &options, arena, &named);
    char *folder = status == CLI_FINE ? arena_string(arena, options.edition) : NULL;
    if (folder != NULL) {
        options.edition = cli_edition(folder);
        status = start(call, &options, &named, operands.item[0]);
    }
    arena_free(arena);
    return status;
}
