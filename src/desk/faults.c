/*
 * A message's value, if it is one of a file of the edition, can be changed where the message is: nobody need find it on
 * the pages, where it may not be. What cannot be read has no values; so of a file with errors lines can be changed, but
 * only one that an error speaks of and those next to it, for a mistake may be seen only after it.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
#include "base/hash.h"
#include "desk/desk_state.h"
#include "edit/mend.h"

enum { MOST_BYTES = 6000 }; /* of lines that can be shown in a small field */

/* What is seen of a file around an error: bytes from the first line's start to the last one's end. */
struct stretch {
    struct edit_lines lines;
    size_t start, end;
};

static bool find_stretch(struct place place, struct stretch *out)
{
    const struct source *source = place.source;
    size_t unused;
    if (source == NULL || !edit_find_line(source, place.line, &out->start, &out->end))
        return false;
    out->lines = (struct edit_lines){place.line, place.line};
    if (place.line > 1)
        edit_find_line(source, --out->lines.first, &out->start, &unused);
    if (out->end < source->length && edit_find_line(source, place.line + 1, &unused, &out->end))
        out->lines.last++;
    return out->end - out->start <= MOST_BYTES;
}

/* What was seen, whatever its bytes are. */
static uint64_t name_of(const struct source *source, const struct stretch *stretch)
{
    return hash_wide_bytes(HASH_WIDE_START, source->text + stretch->start,
                           stretch->end - stretch->start);
}

static void add_lines(struct json *json, struct place place, const struct stretch *stretch)
{
    char seen[17];
    struct buffer text = {0};
    snprintf(seen, sizeof seen, "%016" PRIx64, name_of(place.source, stretch));
    buffer_add(&text, place.source->text + stretch->start, stretch->end - stretch->start);
    json_open(json, "lines", '{');
    json_string(json, "file", place.source->path);
    json_whole(json, "line", place.line);
    json_whole(json, "first", (int64_t)stretch->lines.first);
    json_string(json, "seen", seen);
    json_string(json, "text", buffer_text(&text));
    json_close(json, '}');
    buffer_free(&text);
}

static void add_change(struct json *json, const struct diag_message *message)
{
    struct arena *arena = arena_new();
    struct edit_mend_shown shown;
    if (edit_mend_show(arena, message, &shown)) {
        json_open(json, "change", '{');
        json_string(json, "before", shown.before);
        json_string(json, "was", shown.was);
        json_string(json, "is", shown.is);
        json_string(json, "after", shown.after);
        json_close(json, '}');
    }
    arena_free(arena);
}

static void add_fix(struct json *json, const struct desk *desk, const struct edit_fields *fields,
                    const struct diag_message *message)
{
    struct place place = message->place;
    const struct edit_field *field = place.node != NULL ? edit_field_of(fields, place.node) : NULL;
    struct stretch stretch;
    bool is_error = message->severity == DIAG_ERROR && desk->report->is_broken;
    json_open(json, NULL, '{');
    add_change(json, message);
    if (desk->setup.read_only) {
        json_close(json, '}');
        return;
    }
    if (field != NULL) {
        json_open(json, "field", '{');
        view_field(json, field);
        json_close(json, '}');
    } else if (is_error && find_stretch(place, &stretch) &&
               editor_owns(desk->editor, place.source->path)) {
        add_lines(json, place, &stretch);
    }
    json_close(json, '}');
}

void view_fixes(const struct desk *desk, const struct job *job, const struct diag *diag,
                const struct diag_style *style, struct buffer *out)
{
    struct arena *arena = arena_new();
    struct json json = {.out = out};
    struct diag_listing listing = diag_list(diag, style);
    struct edit_fields fields = {0};
    if (job->edition != NULL)
        fields = edit_fields(arena, job->edition);
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < listing.count; i++)
        add_fix(&json, desk, &fields, listing.entry[i].message);
    json_close(&json, ']');
    diag_listing_free(&listing);
    arena_free(arena);
}

/* ---- writing lines ---- */

static const char *field(const struct call *call, const char *name)
{
    const char *value = http_field(call->request, call->arena, name);
    return value != NULL ? value : "";
}

/* The place of an error that speaks of a line of a file; nowhere when there is none. */
static struct place find_error(const struct job *job, const char *file, size_t line)
{
    const struct diag_style style = {.least = DIAG_ERROR, .apart = true};
    struct diag_listing listing = diag_list(job->diag, &style);
    struct place found = {0};
    for (size_t i = 0; i < listing.count && found.source == NULL; i++) {
        const struct place *place = &listing.entry[i].message->place;
        if (place->source != NULL && place->line == line && strcmp(place->source->path, file) == 0)
            found = *place;
    }
    diag_listing_free(&listing);
    return found;
}

void edits_lines(const struct call *call)
{
    if (!edits_may_write(call))
        return;
    const struct report *report = call->desk->report;
    struct place place = {0};
    struct stretch stretch;
    if (report->is_broken)
        place =
            find_error(&report->wrong, field(call, "file"), strtoul(field(call, "line"), NULL, 10));
    if (!find_stretch(place, &stretch) ||
        name_of(place.source, &stretch) != strtoull(field(call, "seen"), NULL, 16)) {
        edits_reply(call, EDITOR_CHANGED, NULL);
        return;
    }
    struct diag *diag = diag_new();
    struct edit_change change;
    if (edit_lines(call->arena, place.source, stretch.lines, field(call, "text"), diag, &change))
        edits_apply(call, &change);
    else
        edits_reply(call, EDITOR_REFUSED, diag);
    diag_free(diag);
}
