/* What is asked to be done that writes no file of the edition: to show a line, to open an editor, to keep the report. */
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "base/json.h"
#include "desk/desk_state.h"
#include "source/file.h"

/* The file of the report that a path leads to; NULL when it is none of its. */
static const struct sources_file *find_file(const struct job *job, struct arena *arena,
                                            const char *path)
{
    size_t count = 0;
    const struct sources_file *file = sources_files(job->sources, &count);
    const char *real = file_real(arena, path);
    for (size_t i = 0; i < count; i++)
        if (strcmp(file_real(arena, file[i].path), real) == 0)
            return &file[i];
    return NULL;
}

static const char *field(const struct call *call, const char *name)
{
    const char *value = http_field(call->request, call->arena, name);
    return value != NULL ? value : "";
}

/* The spot of a file that is nearest to a line. */
static const struct spot *nearest_spot(const struct spots *spots, const char *path, uint32_t line)
{
    const struct spot *nearest = NULL;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < spots->count; i++) {
        struct place value = spots->spot[i].origin.value;
        if (value.source == NULL || strcmp(value.source->path, path) != 0)
            continue;
        uint32_t off = value.line > line ? value.line - line : line - value.line;
        if (off < least) {
            least = off;
            nearest = &spots->spot[i];
        }
    }
    return nearest;
}

void act_show(const struct call *call)
{
    struct report *report = call->desk->report;
    if (!report->is_there)
        return;
    uint32_t line = (uint32_t)strtoul(field(call, "line"), NULL, 10);
    const struct sources_file *file = find_file(&report->job, call->arena, field(call, "file"));
    const struct spot *spot =
        file != NULL ? nearest_spot(report_spots(report), file->source->path, line) : NULL;
    if (spot == NULL)
        return;
    struct buffer out = {0};
    view_spot(call->desk, spot, &out);
    for (size_t i = 0; i < out.length; i++)
        if (out.bytes[i] == '\n')
            out.bytes[i] = ' ';
    http_shout(call->desk->http, "show", out.bytes);
    buffer_free(&out);
    call_reply_text(call, 200, "shown");
}

/* Editors that take a line in another way than +LINE. */
static bool takes_goto(const char *editor)
{
    static const char *const NAMES[] = {"code", "codium", "code-insiders", "cursor"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(file_name(editor), NAMES[i]) == 0)
            return true;
    return false;
}

void act_open(const struct call *call)
{
    const struct report *report = call->desk->report;
    const char *editor = getenv("VISUAL");
    const struct sources_file *file =
        report->is_there ? find_file(&report->job, call->arena, field(call, "file")) : NULL;
    unsigned long line = strtoul(field(call, "line"), NULL, 10);
    if (file == NULL || editor == NULL || *editor == '\0')
        return;
    bool goes = takes_goto(editor);
    char *path = file_real(call->arena, file->path);
    char *argument[] = {arena_string(call->arena, editor),
                        goes ? "-g" : arena_printf(call->arena, "+%lu", line),
                        goes ? arena_printf(call->arena, "%s:%lu", path, line) : path, NULL};
    if (helper_leave(argument))
        call_reply_text(call, 200, "opened");
}

void act_keep(const struct call *call)
{
    struct desk *desk = call->desk;
    if (desk->setup.read_only || desk->helper.process > 0) {
        call_reply_text(call, 409, desk->setup.read_only ? "read only" : "busy");
        return;
    }
    struct arena *arena = call->arena;
    char *argument[] = {"/proc/self/exe",
                        desk->setup.language == DIAG_THAI ? "--lang=th" : "--lang=en",
                        "archive",
                        arena_string(arena, desk->setup.job.edition),
                        desk->setup.job.layout != NULL
                            ? arena_printf(arena, "--layout=%s", desk->setup.job.layout)
                            : NULL,
                        NULL};
    if (helper_start(&desk->helper, argument))
        call_reply_text(call, 202, "begun");
}

void act_kept(struct desk *desk, bool good)
{
    struct buffer out = {0};
    buffer_printf(&out, "{\"good\": %s, \"said\": ", good ? "true" : "false");
    escape_json(&out, buffer_text(&desk->helper.said));
    buffer_add_char(&out, '}');
    http_shout(desk->http, "kept", out.bytes);
    buffer_free(&out);
}
