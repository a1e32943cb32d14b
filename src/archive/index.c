/* Two levels of folders are looked through; the manifests tell the rest. */
#include "archive/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
#include "base/escape.h"
#include "source/file.h"
#include "source/folder.h"

/* ---- gathering ---- */

static int compare_entries(const void *one, const void *two)
{
    const struct index_entry *a = one, *b = two;
    int years = strcmp(b->package.manifest.year, a->package.manifest.year);
    return years != 0 ? years : strcmp(a->path, b->path);
}

struct index index_gather(struct arena *arena, const char *folder, struct diag *diag)
{
    static const char *const reports[] = {".pdf", NULL};
    struct index index = {0};
    size_t room = 0;
    struct folder_files editions = folder_list(arena, folder, NULL);
    for (size_t i = 0; i < editions.count; i++) {
        const char *edition = file_name(editions.path[i]);
        struct folder_files files = folder_list(arena, editions.path[i], reports);
        for (size_t j = 0; j < files.count; j++) {
            struct index_entry entry = {.path =
                                            file_join(arena, edition, file_name(files.path[j]))};
            if (!package_read(arena, files.path[j], &entry.package, diag))
                continue;
            index.entry = arena_room(arena, index.entry, index.count, &room, sizeof *index.entry);
            index.entry[index.count++] = entry;
        }
    }
    if (index.count > 0)
        qsort(index.entry, index.count, sizeof *index.entry, compare_entries);
    return index;
}

/* ---- YAML ---- */

static void add_field(struct buffer *out, const char *key, const char *text)
{
    buffer_printf(out, "    %s: ", key);
    escape_quoted(out, text);
    buffer_add_char(out, '\n');
}

static const char REMARK[] = "# Made by 'itareport archive' from the reports beside it.\n";

void index_yaml(const struct index *index, struct buffer *out)
{
    buffer_printf(out, "%sreports:%s\n", REMARK, index->count == 0 ? " []" : "");
    for (size_t i = 0; i < index->count; i++) {
        const struct index_entry *entry = &index->entry[i];
        const struct manifest *manifest = &entry->package.manifest;
        buffer_printf(out, "  - year: %s\n", manifest->year);
        add_field(out, "agency", manifest->agency);
        add_field(out, "level", manifest->level);
        add_field(out, "score", manifest->score);
        buffer_printf(out, "    pages: %zu\n", entry->package.attached.pages);
        add_field(out, "file", entry->path);
        buffer_printf(out, "    bytes: %zu\n", entry->package.pdf->length);
        add_field(out, "sha256", entry->package.checksum.digits);
    }
}

/* ---- HTML ---- */

static const char STYLE[] =
    "<style>body{font:18px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .6em;"
    "text-align:left;vertical-align:top}code{font-size:.7em;overflow-wrap:anywhere}</style>\n";

static const enum diag_code COLUMNS[] = {MESSAGE_INDEX_YEAR, MESSAGE_INDEX_AGENCY,
                                         MESSAGE_INDEX_LEVEL, MESSAGE_INDEX_SCORE,
                                         MESSAGE_INDEX_PAGES};

static void add_head(struct buffer *out, enum diag_language language)
{
    const char *title = diag_row(MESSAGE_INDEX_TITLE)->sentence[language];
    buffer_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                  language == DIAG_THAI ? "th" : "en");
    buffer_printf(out,
                  "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n%s",
                  title, STYLE);
    buffer_printf(out, "</head>\n<body>\n<h1>%s</h1>\n<table>\n<thead><tr>", title);
    for (size_t i = 0; i < sizeof COLUMNS / sizeof COLUMNS[0]; i++)
        buffer_printf(out, "<th scope=\"col\">%s</th>", diag_row(COLUMNS[i])->sentence[language]);
    buffer_add_string(out, "<th scope=\"col\" lang=\"en\">SHA-256</th></tr></thead>\n<tbody>\n");
}

static void add_cell(struct buffer *out, const char *text)
{
    buffer_add_string(out, "<td>");
    escape_xml(out, text);
    buffer_add_string(out, "</td>");
}

void index_html(const struct index *index, enum diag_language language, struct buffer *out)
{
    add_head(out, language);
    for (size_t i = 0; i < index->count; i++) {
        const struct index_entry *entry = &index->entry[i];
        const struct manifest *manifest = &entry->package.manifest;
        buffer_add_string(out, "<tr>");
        add_cell(out, manifest->year);
        buffer_add_string(out, "<td><a href=\"");
        escape_path(out, entry->path);
        buffer_add_string(out, "\">");
        escape_xml(out, manifest->agency);
        buffer_add_string(out, "</a></td>");
        add_cell(out, manifest->level);
        add_cell(out, manifest->score);
        buffer_printf(out, "<td>%zu</td><td><code>%s</code></td></tr>\n",
                      entry->package.attached.pages, entry->package.checksum.digits);
    }
    buffer_add_string(out, "</tbody>\n</table>\n</body>\n</html>\n");
}

/* ---- files ---- */

bool index_may_replace(const char *path)
{
    struct buffer file = {0};
    bool is_own =
        !file_exists(path) || (file_is_ordinary(path) && file_read(path, &file) == 0 &&
                               (strncmp(buffer_text(&file), REMARK, sizeof REMARK - 1) == 0 ||
                                strstr(buffer_text(&file), STYLE) != NULL));
    buffer_free(&file);
    return is_own;
}

bool index_write(struct arena *arena, const struct index *index, const char *folder)
{
    struct buffer text = {0};
    index_yaml(index, &text);
    bool written = file_write(file_join(arena, folder, INDEX_YAML), text.bytes, text.length);
    buffer_clear(&text);
    index_html(index, DIAG_THAI, &text);
    written = written && file_write(file_join(arena, folder, INDEX_HTML), text.bytes, text.length);
    buffer_free(&text);
    return written;
}
