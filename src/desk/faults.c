/*
 * A message's value, if it is one of a file of the edition, can be changed where the message is: nobody need find it on
 * the pages, where it may not be. What cannot be read has no values; so of a file with errors a line can be changed, but
 * only one that an error speaks of.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
#include "base/hash.h"
#include "desk/desk_state.h"
#include "edit/mend.h"

enum { MOST_LINE = 4000 }; /* bytes of a line that can be shown in a small field */

/* What was seen of a line, whatever its bytes are. */
static uint64_t name_of(const struct source *source, size_t start, size_t end)
{
    return hash_wide_bytes(HASH_WIDE_START, source->text + start, end - start);
}

static void add_line_text(struct json *json, const char *key, const struct source *source,
                          size_t line)
{
    size_t start, end;
    if (!edit_find_line(source, line, &start, &end) || end - start > MOST_LINE)
        return;
    struct buffer text = {0};
    buffer_add(&text, source->text + start, end - start);
    json_string(json, key, buffer_text(&text));
    buffer_free(&text);
}

/* A line with those around it. */
static void add_line(struct json *json, struct place place)
{
    size_t start, end;
    char seen[17];
    edit_find_line(place.source, place.line, &start, &end);
    snprintf(seen, sizeof seen, "%016" PRIx64, name_of(place.source, start, end));
    json_open(json, "line", '{');
    json_string(json, "file", place.source->path);
    json_whole(json, "line", place.line);
    json_string(json, "seen", seen);
    add_line_text(json, "text", place.source, place.line);
    if (place.line > 1)
        add_line_text(json, "before", place.source, place.line - 1);
    add_line_text(json, "after", place.source, place.line + 1);
    json_close(json, '}');
}

/* Whether a line can be typed again: of a file of the edition, and no longer than a field should be. */
static bool has_line(const struct desk *desk, struct place place)
{
    size_t start, end;
    return place.source != NULL && editor_owns(desk->editor, place.source->path) &&
           edit_find_line(place.source, place.line, &start, &end) && end - start <= MOST_LINE;
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
    } else if (is_error && has_line(desk, place)) {
        add_line(json, place);
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

/* ---- writing a line ---- */

static const char *field(const struct call *call, const char *name)
{
    const char *value = http_field(call->request, call->arena, name);
    return value != NULL ? value : "";
}

/* The source of an error that speaks of a line of a file; NULL when there is none. */
static const struct source *find_error(const struct job *job, const char *file, size_t line)
{
    const struct diag_style style = {.least = DIAG_ERROR, .apart = true};
    struct diag_listing listing = diag_list(job->diag, &style);
    const struct source *found = NULL;
    for (size_t i = 0; i < listing.count && found == NULL; i++) {
        const struct place *place = &listing.entry[i].message->place;
        if (place->source != NULL && place->line == line && strcmp(place->source->path, file) == 0)
            found = place->source;
    }
    diag_listing_free(&listing);
    return found;
}

void edits_line(const struct call *call)
{
    if (!edits_may_write(call))
        return;
    const struct report *report = call->desk->report;
    size_t line = strtoul(field(call, "line"), NULL, 10), start, end;
    uint64_t seen = strtoull(field(call, "seen"), NULL, 16);
    const struct source *source =
        report->is_broken ? find_error(&report->wrong, field(call, "file"), line) : NULL;
    if (source == NULL || !edit_find_line(source, line, &start, &end) ||
        name_of(source, start, end) != seen) {
        edits_reply(call, EDITOR_CHANGED, NULL);
        return;
    }
    struct diag *diag = diag_new();
    struct edit_change change;
    if (edit_line(call->arena, source, line, field(call, "text"), diag, &change))
        edits_apply(call, &change);
    else
        edits_reply(call, EDITOR_REFUSED, diag);
    diag_free(diag);
}
