/* A table of the first words of addresses. What comes after the word is its argument. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "audit/audit.h"
#include "base/length.h"
#include "desk/assets.h"
#include "desk/desk_state.h"
#include "picture/pictures.h"
#include "raster/raster.h"
#include "web/web_page.h"
#include "why/why.h"

enum { PNG_DPI = 200, THUMB_DPI = 25, MOST_POINTS = 20000 };

static const char JSON[] = "application/json";

static void reply(const struct call *call, const char *type, const struct buffer *body)
{
    http_reply(call->request, &(struct http_reply){.status = 200,
                                                   .type = type,
                                                   .bytes = buffer_text(body),
                                                   .length = body->length});
}

void call_reply_json(const struct call *call, const struct buffer *json)
{
    reply(call, JSON, json);
}

void call_reply_text(const struct call *call, int status, const char *text)
{
    http_reply(call->request, &(struct http_reply){.status = status,
                                                   .type = "text/plain; charset=utf-8",
                                                   .bytes = text,
                                                   .length = strlen(text)});
}

static void reply_lasting(const struct call *call, const char *type, const void *bytes,
                          size_t length)
{
    http_reply(
        call->request,
        &(struct http_reply){
            .status = 200, .type = type, .bytes = bytes, .length = length, .is_lasting = true});
}

/* ---- what is seen ---- */

static void answer_state(const struct call *call)
{
    struct buffer out = {0};
    view_state(call->desk, &out);
    reply(call, JSON, &out);
    buffer_free(&out);
}

static void answer_findings(const struct call *call)
{
    struct buffer out = {0};
    view_findings(call->desk, &out);
    reply(call, JSON, &out);
    buffer_free(&out);
}

static void answer_events(const struct call *call)
{
    http_listen(call->request);
}

static void answer_fonts(const struct call *call)
{
    struct buffer out = {0};
    if (call->desk->report->fonts != NULL)
        web_fonts_css(call->desk->report->fonts, &out);
    reply(call, "text/css; charset=utf-8", &out);
    buffer_free(&out);
}

static void answer_font(const struct call *call)
{
    struct buffer out = {0};
    const struct web_fonts *fonts = call->desk->report->fonts;
    if (fonts != NULL && web_fonts_file(fonts, strtoul(call->argument, NULL, 10), &out))
        reply_lasting(call, "font/ttf", out.bytes, out.length);
    buffer_free(&out);
}

/* The page of a name, from 1; 0 when there is none. */
static size_t find_page(const struct report *report, uint64_t name)
{
    for (size_t i = 0; i < report->pages && report->is_there; i++)
        if (report->page[i].name == name)
            return i + 1;
    return 0;
}

/* By the name of its contents: what is at such an address never changes. */
static void answer_page(const struct call *call)
{
    const struct report *report = call->desk->report;
    size_t number = find_page(report, strtoull(call->argument, NULL, 16));
    if (number == 0)
        return;
    const struct buffer *svg = &report->page[number - 1].svg;
    reply_lasting(call, "image/svg+xml", svg->bytes, svg->length);
}

/* A small picture, because an SVG that is shown as a picture has neither fonts nor pictures. */
static void answer_thumb(const struct call *call)
{
    const struct report *report = call->desk->report;
    size_t number = find_page(report, strtoull(call->argument, NULL, 16));
    struct buffer out = {0};
    struct diag *diag = diag_new();
    struct raster_options options = {number, THUMB_DPI};
    if (number > 0 && raster_png(report->job.engine, report->job.pages, &options, &out, diag))
        reply_lasting(call, "image/png", out.bytes, out.length);
    diag_free(diag);
    buffer_free(&out);
}

static const struct picture *find_picture(const struct report *report, uint64_t name)
{
    const struct pictures *pictures = report->painting.pictures;
    for (size_t i = 0; report->is_there && i < pictures_count(pictures); i++)
        if (web_picture_hash(pictures_at(pictures, i)) == name)
            return pictures_at(pictures, i);
    return NULL;
}

/* A drawing comes as areas, as in the PDF: a browser would set its text in other fonts. */
static void answer_picture(const struct call *call)
{
    const struct picture *picture =
        find_picture(call->desk->report, strtoull(call->argument, NULL, 16));
    struct buffer out = {0};
    struct diag *diag = diag_new();
    if (picture != NULL && picture->svg == NULL)
        reply_lasting(call, picture->image->format == IMAGE_PNG ? "image/png" : "image/jpeg",
                      picture->image->bytes, picture->image->length);
    else if (picture != NULL && raster_drawing(picture, &out, diag))
        reply_lasting(call, "image/svg+xml", out.bytes, out.length);
    diag_free(diag);
    buffer_free(&out);
}

/* ---- what is asked ---- */

static void reply_spot(const struct call *call, const struct spot *spot)
{
    struct buffer out = {0};
    if (spot == NULL)
        return;
    view_spot(call->desk, spot, &out);
    reply(call, JSON, &out);
    buffer_free(&out);
}

/* PAGE/X/Y, in points. */
static void answer_at(const struct call *call)
{
    struct report *report = call->desk->report;
    char *end = NULL;
    size_t page = strtoul(call->argument, &end, 10);
    double x = *end == '/' ? strtod(end + 1, &end) : -1;
    double y = *end == '/' ? strtod(end + 1, &end) : -1;
    bool is_paper = x >= 0 && x < MOST_POINTS && y >= 0 && y < MOST_POINTS;
    if (report->is_there && page >= 1 && page <= report->pages && is_paper)
        reply_spot(call,
                   spots_at(report_spots(report), page, (int32_t)(x * PT), (int32_t)(y * PT)));
}

/* By its number, for who goes from one to the next by keys. */
static void answer_spot(const struct call *call)
{
    struct report *report = call->desk->report;
    size_t number = strtoul(call->argument, NULL, 10);
    if (report->is_there && number < report_spots(report)->count)
        reply_spot(call, &report_spots(report)->spot[number]);
}

/* The first one of a page, or of the next page that has any. */
static void answer_first(const struct call *call)
{
    struct report *report = call->desk->report;
    size_t page = strtoul(call->argument, NULL, 10);
    if (!report->is_there || page < 1 || page > report->pages)
        return;
    const struct spots *spots = report_spots(report);
    if (spots->first[page] < spots->count)
        reply_spot(call, &spots->spot[spots->first[page]]);
}

/* The first one that shows a figure. */
static void answer_figure(const struct call *call)
{
    struct report *report = call->desk->report;
    const struct spots *spots = report->is_there ? report_spots(report) : NULL;
    for (size_t i = 0; spots != NULL && i < spots->count; i++) {
        const char *figure = spots->spot[i].origin.figure;
        if (figure != NULL && strcmp(figure, call->argument) == 0) {
            reply_spot(call, &spots->spot[i]);
            return;
        }
    }
}

static void answer_why(const struct call *call)
{
    const struct report *report = call->desk->report;
    struct diag *diag = diag_new();
    struct buffer out = {0};
    const struct why *why =
        report->is_there ? why_make(call->arena, report->job.figures, call->argument, diag) : NULL;
    if (why != NULL) {
        why_print_json(why, &out);
        reply(call, JSON, &out);
    }
    buffer_free(&out);
    diag_free(diag);
}

/* What a rule of the audit is for. */
static void answer_explain(const struct call *call)
{
    const struct audit_rule *rule = audit_find(call->argument);
    if (rule == NULL)
        return;
    struct buffer out = {0};
    struct json json = {.out = &out};
    json_open(&json, NULL, '{');
    json_string(&json, "rule", rule->name);
    json_string(&json, "text",
                call->desk->setup.language == DIAG_THAI ? rule->thai : rule->english);
    json_string(&json, "example", audit_example(rule, call->desk->setup.language));
    json_close(&json, '}');
    reply(call, JSON, &out);
    buffer_free(&out);
}

static void answer_fields(const struct call *call)
{
    struct buffer out = {0};
    if (!call->desk->report->is_there)
        return;
    view_fields(call->desk, &out);
    reply(call, JSON, &out);
    buffer_free(&out);
}

static void answer_lists(const struct call *call)
{
    struct buffer out = {0};
    view_lists(call->desk, &out);
    reply(call, JSON, &out);
    buffer_free(&out);
}

static void answer_bones(const struct call *call)
{
    const struct report *report = call->desk->report;
    size_t page = strtoul(call->argument, NULL, 10);
    struct buffer out = {0};
    if (!report->is_there || page < 1 || page > report->pages)
        return;
    view_bones(&report->job.pages->page[page - 1], &out);
    reply(call, JSON, &out);
    buffer_free(&out);
}

/* ---- what is taken away ---- */

static void answer_png(const struct call *call)
{
    const struct report *report = call->desk->report;
    struct raster_options options = {strtoul(call->argument, NULL, 10), PNG_DPI};
    struct buffer out = {0};
    struct diag *diag = diag_new();
    char file[40];
    snprintf(file, sizeof file, "page-%02zu.png", options.page);
    if (report->is_there && options.page >= 1 && options.page <= report->pages &&
        raster_png(report->job.engine, report->job.pages, &options, &out, diag))
        http_reply(call->request, &(struct http_reply){.status = 200,
                                                       .type = "image/png",
                                                       .bytes = out.bytes,
                                                       .length = out.length,
                                                       .file = file});
    diag_free(diag);
    buffer_free(&out);
}

/* ---- the table ---- */

static const struct route {
    const char *word;
    bool is_post;
    void (*answer)(const struct call *call);
} ROUTES[] = {
    {"state", false, answer_state},   {"findings", false, answer_findings},
    {"events", false, answer_events}, {"fonts.css", false, answer_fonts},
    {"font", false, answer_font},     {"page", false, answer_page},
    {"thumb", false, answer_thumb},   {"picture", false, answer_picture},
    {"png", false, answer_png},       {"at", false, answer_at},
    {"spot", false, answer_spot},     {"first", false, answer_first},
    {"why", false, answer_why},       {"figure", false, answer_figure},
    {"bones", false, answer_bones},   {"show", true, act_show},
    {"open", true, act_open},         {"keep", true, act_keep},
    {"fields", false, answer_fields}, {"lists", false, answer_lists},
    {"add", true, edits_add},         {"edit", true, edits_value},
    {"edits", true, edits_several},   {"lines", true, edits_lines},
    {"entry", true, edits_entry},     {"acknowledge", true, edits_acknowledge},
    {"mend", true, edits_mend},       {"explain", false, answer_explain},
    {"undo", true, edits_undo},       {"redo", true, edits_redo},
};

static void answer_asset(struct http_request *request, const struct asset *asset)
{
    http_reply(request, &(struct http_reply){.status = 200,
                                             .type = asset->type,
                                             .bytes = asset->first,
                                             .length = (size_t)(asset->end - asset->first)});
}

static const struct route *find_route(const char *path, size_t length, bool is_post)
{
    for (size_t i = 0; i < sizeof ROUTES / sizeof *ROUTES; i++)
        if (ROUTES[i].is_post == is_post && strlen(ROUTES[i].word) == length &&
            strncmp(ROUTES[i].word, path, length) == 0)
            return &ROUTES[i];
    return NULL;
}

void routes_answer(void *closure, struct http_request *request)
{
    const char *path = http_path(request);
    size_t length = strcspn(path, "/");
    bool is_post = http_is_post(request);
    struct call call = {closure, request, arena_new(),
                        path[length] == '/' ? path + length + 1 : ""};
    const struct route *route = find_route(path, length, is_post);
    const struct asset *asset = is_post ? NULL : asset_find(path);
    if (route != NULL)
        route->answer(&call);
    else if (asset != NULL)
        answer_asset(request, asset);
    else if (!is_post)
        downloads_answer(&call, path);
    arena_free(call.arena);
}
