/* The list as YAML and as a page. Every text is quoted: it comes from a manifest, which may be a stranger's. */
#include "archive/index.h"

#include <string.h>

#include "base/diag_list.h"
#include "base/escape.h"
#include "source/file.h"

/* ---- YAML ---- */

static void add_field(struct buffer *out, const char *key, const char *text)
{
    buffer_printf(out, "%s: ", key);
    escape_quoted(out, text);
    buffer_add_char(out, '\n');
}

static const char REMARK[] = "# Made by 'itareport archive' from the reports beside it.\n";

void index_yaml(const struct index_list *list, struct buffer *out)
{
    buffer_printf(out, "%sreports:%s\n", REMARK, list->count == 0 ? " []" : "");
    for (size_t i = 0; i < list->count; i++) {
        const struct index_report *report = &list->report[i];
        add_field(out, "  - year", report->year);
        add_field(out, "    agency", report->agency);
        add_field(out, "    level", report->level);
        add_field(out, "    score", report->score);
        buffer_printf(out, "    pages: %zu\n", report->pages);
        add_field(out, "    file", report->path);
        buffer_printf(out, "    bytes: %zu\n", report->bytes);
        add_field(out, "    sha256", report->sha256);
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

void index_html(const struct index_list *list, enum diag_language language, struct buffer *out)
{
    add_head(out, language);
    for (size_t i = 0; i < list->count; i++) {
        const struct index_report *report = &list->report[i];
        buffer_add_string(out, "<tr>");
        add_cell(out, report->year);
        buffer_add_string(out, "<td><a href=\"");
        escape_path(out, report->path);
        buffer_add_string(out, "\">");
        escape_xml(out, report->agency);
        buffer_add_string(out, "</a></td>");
        add_cell(out, report->level);
        add_cell(out, report->score);
        buffer_printf(out, "<td>%zu</td><td><code>", report->pages);
        escape_xml(out, report->sha256);
        buffer_add_string(out, "</code></td></tr>\n");
    }
    buffer_add_string(out, "</tbody>\n</table>\n</body>\n</html>\n");
}

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
