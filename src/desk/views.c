/* JSON is written with line ends, which an event may not have; in its texts they are escaped. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/hash.h"
#include "base/json.h"
#include "desk/desk_state.h"
#include "edit/lists.h"
#include "yaml/node_path.h"

static void add_ratio(struct json *json, const char *key, struct ratio ratio)
{
    struct buffer text = {0};
    decimal_add_two(&text, ratio_round(ratio));
    json_string(json, key, buffer_text(&text));
    buffer_free(&text);
}

static void add_text(struct json *json, const char *key, const struct text *text)
{
    json_string(json, key, text->bytes != NULL ? text->bytes : "");
}

/* Why it is no better level. */
static void add_reason(struct json *json, const struct figures_reason *reason)
{
    if (reason->better == NULL)
        return;
    json_open(json, "reason", '{');
    add_text(json, "better", &reason->better->name);
    if (reason->instrument != NULL)
        add_text(json, "instrument", &reason->instrument->id);
    if (reason->part != NULL)
        add_text(json, "part", &reason->part->name);
    add_ratio(json, "needed", reason->needed);
    add_ratio(json, "reached", reason->reached);
    json_close(json, '}');
}

static void add_result(struct json *json, const struct job *job)
{
    const struct edition_profile *profile = &job->edition->profile;
    const struct figures *figures = job->figures;
    add_text(json, "agency", &profile->agency.name);
    json_whole(json, "year", profile->fiscal_year.value);
    add_ratio(json, "overall", figures->overall.printed);
    if (figures->letter != NULL)
        add_text(json, "letter", &figures->letter->name);
    if (figures->outcome != NULL)
        add_text(json, "level", &figures->outcome->name);
    add_reason(json, &figures->reason);
}

static void add_name(struct json *json, const char *key, uint64_t number)
{
    char name[17];
    snprintf(name, sizeof name, "%016" PRIx64, number);
    json_string(json, key, name);
}

static void add_pages(struct json *json, const struct report *report)
{
    json_open(json, "pages", '[');
    for (size_t i = 0; i < report->pages && report->is_there; i++) {
        const struct report_page *page = &report->page[i];
        json_open(json, NULL, '{');
        add_name(json, "name", page->name);
        json_whole(json, "width", decimal_hundredths(page->width));
        json_whole(json, "height", decimal_hundredths(page->height));
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* A name for the list of fonts, which changes when a font does. */
static void add_fonts(struct json *json, const struct report *report)
{
    struct buffer css = {0};
    if (report->fonts != NULL)
        web_fonts_css(report->fonts, &css);
    add_name(json, "fonts", hash_wide_bytes(HASH_WIDE_START, buffer_text(&css), css.length));
    buffer_free(&css);
}

/* How many changes could be taken back, or done again. */
static void add_journal(struct json *json, const struct editor *editor)
{
    size_t count;
    editor_done(editor, &count);
    json_whole(json, "undo", (int64_t)count);
    editor_undone(editor, &count);
    json_whole(json, "redo", (int64_t)count);
}

/* How a place can be opened in an editor: by the desk (VISUAL), or by a link of the editor's own. */
static void add_editor(struct json *json)
{
    const char *visual = getenv("VISUAL"), *link = getenv("ITAREPORT_EDITOR_LINK");
    json_bool(json, "opens", visual != NULL && *visual != '\0');
    if (link != NULL && strstr(link, "{file}") != NULL)
        json_string(json, "editorLink", link);
}

/* Without line ends and what they indent. */
static void join_lines(struct buffer *out, size_t from)
{
    size_t used = from;
    for (size_t i = from; i < out->length; i++) {
        if (out->bytes[i] != '\n')
            out->bytes[used++] = out->bytes[i];
        else
            while (i + 1 < out->length && out->bytes[i + 1] == ' ')
                i++;
    }
    out->length = used;
    out->bytes[used] = '\0';
}

void view_page(const struct report_page *page, struct buffer *out)
{
    struct json json = {.out = out};
    size_t from = out->length;
    json_open(&json, NULL, '{');
    add_name(&json, "name", page->name);
    json_string(&json, "svg", page->svg.bytes);
    json_close(&json, '}');
    join_lines(out, from);
}

void view_state(const struct desk *desk, struct buffer *out)
{
    const struct report *report = desk->report;
    struct json json = {.out = out};
    size_t from = out->length;
    json_open(&json, NULL, '{');
    json_whole(&json, "version", report->version);
    json_string(&json, "language", desk->setup.language == DIAG_THAI ? "th" : "en");
    json_bool(&json, "readOnly", desk->setup.read_only);
    json_string(&json, "edition", report->setup.edition);
    add_editor(&json);
    add_journal(&json, desk->editor);
    json_bool(&json, "there", report->is_there);
    json_bool(&json, "broken", report->is_broken);
    json_bool(&json, "audited", report->is_audited);
    json_whole(&json, "built", report->built);
    json_whole(&json, "micros", report->micros);
    add_fonts(&json, report);
    view_downloads(&json, "downloads");
    if (report->is_there)
        add_result(&json, &report->job);
    add_pages(&json, report);
    json_close(&json, '}');
    join_lines(out, from);
}

void view_messages(struct json *json, const char *key, const struct diag *diag,
                   enum diag_language language)
{
    struct diag_style style = {.language = language, .apart = true};
    char *text = NULL;
    size_t length = 0;
    FILE *to = open_memstream(&text, &length);
    if (to == NULL)
        return;
    diag_print_json(diag, to, style);
    fclose(to);
    json_raw(json, key, text);
    free(text);
}

/* Messages of a run, and in two lists beside them the boxes that each speaks of and what can be changed there. */
struct message_keys {
    const char *messages, *boxes, *fixes;
};

static void add_messages(struct json *json, const struct desk *desk, const struct job *job,
                         const struct diag *diag, const struct message_keys *key)
{
    struct diag_style style = {.language = desk->setup.language, .apart = true};
    struct buffer list = {0};
    view_messages(json, key->messages, diag, desk->setup.language);
    view_fixes(desk, job, diag, &style, &list);
    json_raw(json, key->fixes, buffer_text(&list));
    buffer_free(&list);
    if (!desk->report->is_there)
        return;
    view_boxes(desk, diag, &style, &list);
    json_raw(json, key->boxes, buffer_text(&list));
    buffer_free(&list);
}

void view_findings(const struct desk *desk, struct buffer *out)
{
    static const struct message_keys MESSAGES = {"messages", "messageBoxes", "messageFixes"};
    static const struct message_keys FINDINGS = {"findings", "findingBoxes", "findingFixes"};
    const struct report *report = desk->report;
    const struct job *latest = report_latest(report);
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_whole(&json, "version", report->version);
    add_messages(&json, desk, latest, latest->diag, &MESSAGES);
    if (report->findings != NULL)
        add_messages(&json, desk, &report->job, report->findings, &FINDINGS);
    json_close(&json, '}');
}

void view_field(struct json *json, const struct edit_field *field)
{
    json_string(json, "path", field->path);
    json_string(json, "kind", edit_kind_name(field->kind));
    json_string(json, "text", field->node->kind == NODE_SCALAR ? field->node->text : "");
    json_string(json, "about", field->about != NULL ? field->about : "");
    json_bool(json, "required", field->is_required);
    if (field->low != field->high) {
        json_whole(json, "low", field->low);
        json_whole(json, "high", field->high);
    }
    if (field->choice != NULL) {
        json_open(json, "choices", '[');
        for (const char *const *choice = field->choice; *choice != NULL; choice++)
            json_string(json, NULL, *choice);
        json_close(json, ']');
    }
    if (field->list != NULL) {
        struct arena *arena = arena_new();
        const char *stem = arena_copy(arena, field->path, strcspn(field->path, "."));
        json_string(json, "list", node_path(arena, stem, field->list));
        arena_free(arena);
        json_whole(json, "index", (int64_t)field->index);
        json_whole(json, "entries", (int64_t)field->list->count);
        json_bool(json, "isText", field->list->item[field->index] == field->node);
    }
}

/* What may be added to: how it is called is the page's for lists of words, and the table's for entries. */
void view_lists(const struct desk *desk, struct buffer *out)
{
    struct arena *arena = arena_new();
    struct edit_lists lists = edit_lists(arena, report_latest(desk->report)->edition);
    struct json json = {.out = out};
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < lists.count; i++) {
        const struct edit_list *list = &lists.list[i];
        const struct record *record = list->field->record;
        json_open(&json, NULL, '{');
        json_string(&json, "path", list->path);
        json_string(&json, "key", list->field->key);
        if (record != NULL)
            json_string(&json, "name",
                        desk->setup.language == DIAG_THAI ? record->thai : record->name);
        json_string(&json, "owner", list->owner);
        json_whole(&json, "count", (int64_t)list->count);
        for (size_t k = 0; list->about != NULL && list->about[k] != NULL; k++) {
            if (k == 0)
                json_open(&json, "about", '[');
            json_string(&json, NULL, list->about[k]);
            if (list->about[k + 1] == NULL)
                json_close(&json, ']');
        }
        json_close(&json, '}');
    }
    json_close(&json, ']');
    arena_free(arena);
}

void view_fields(const struct desk *desk, struct buffer *out)
{
    const struct edit_fields *fields = report_fields(desk->report);
    struct json json = {.out = out};
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < fields->count; i++) {
        json_open(&json, NULL, '{');
        view_field(&json, &fields->field[i]);
        json_close(&json, '}');
    }
    json_close(&json, ']');
}
