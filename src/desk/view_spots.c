/* Boxes go out in points, for the page scales them. */
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/diag_list.h"
#include "base/json.h"
#include "desk/desk_state.h"
#include "layout/layout.h"
#include "yaml/node.h"

enum { MOST_BOXES = 40 };

static void add_points(struct json *json, const char *key, int32_t length)
{
    struct buffer text = {0};
    decimal_add_two(&text, decimal_hundredths(length));
    json_raw(json, key, buffer_text(&text));
    buffer_free(&text);
}

static void add_box(struct json *json, const struct spot *spot)
{
    json_open(json, NULL, '{');
    json_whole(json, "page", (int64_t)spot->page);
    add_points(json, "x", spot->at.x);
    add_points(json, "y", spot->at.y);
    add_points(json, "w", spot->at.width);
    add_points(json, "h", spot->at.height);
    json_close(json, '}');
}

/* How the value may be changed, where it may. */
static void add_field(struct json *json, const struct desk *desk, const struct node *node)
{
    const struct edit_field *field =
        node != NULL ? edit_field_of(report_fields(desk->report), node) : NULL;
    if (field == NULL || field->kind == EDIT_ID || desk->setup.read_only)
        return;
    json_open(json, "field", '{');
    view_field(json, field);
    json_close(json, '}');
}

/* The letters of a spot, as they are on the page. */
static void add_text(struct json *json, const struct spot *spot)
{
    struct buffer text = {0};
    buffer_add(&text, spot->at.text->bytes + spot->at.start, spot->at.end - spot->at.start);
    json_string(json, "text", buffer_text(&text));
    buffer_free(&text);
}

/* Whether a place is in the layout, which says how things are put and not what is the case. */
static bool is_layout(const struct job *job, struct place place)
{
    for (size_t i = 0; place.source != NULL && i < job->layout->trees.count; i++)
        if (strcmp(job->layout->trees.tree[i]->place.source->path, place.source->path) == 0)
            return true;
    return false;
}

void view_spot(const struct desk *desk, const struct spot *spot, struct buffer *out)
{
    const struct spots *spots = report_spots(desk->report);
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_whole(&json, "index", spot - spots->spot);
    add_text(&json, spot);
    if (spot->origin.figure != NULL)
        json_string(&json, "figure", spot->origin.figure);
    json_bool(&json, "isLayout", is_layout(&desk->report->job, spot->origin.value));
    json_place(&json, "value", spot->origin.value);
    json_place(&json, "from", spot->origin.from);
    json_place(&json, "block", spot->origin.block);
    add_field(&json, desk, spot->origin.value.node);
    json_open(&json, "at", '[');
    add_box(&json, spot);
    json_close(&json, ']');
    json_open(&json, "same", '[');
    for (size_t i = 0; i < spots->count; i++)
        if (spots_same(spot, &spots->spot[i]))
            add_box(&json, &spots->spot[i]);
    json_close(&json, ']');
    json_close(&json, '}');
}

/* Boxes of the best kind of match that there is. */
static void add_message_boxes(struct json *json, const struct spots *spots, struct place place)
{
    enum spots_match best = SPOTS_NOT;
    size_t count = 0;
    for (size_t i = 0; place.source != NULL && i < spots->count; i++) {
        enum spots_match match = spots_match(&spots->spot[i], place);
        best = match > best ? match : best;
    }
    json_open(json, NULL, '[');
    for (size_t i = 0; best != SPOTS_NOT && i < spots->count && count < MOST_BOXES; i++)
        if (spots_match(&spots->spot[i], place) == best) {
            add_box(json, &spots->spot[i]);
            count++;
        }
    json_close(json, ']');
}

void view_boxes(const struct desk *desk, const struct diag *diag, const struct diag_style *style,
                struct buffer *out)
{
    const struct spots *spots = report_spots(desk->report);
    struct json json = {.out = out};
    struct diag_listing listing = diag_list(diag, style);
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < listing.count; i++)
        add_message_boxes(&json, spots, listing.entry[i].message->place);
    json_close(&json, ']');
    diag_listing_free(&listing);
}
