#include "job/origin.h"

#include "base/decimal.h"
#include "source/file.h"
#include "yaml/node.h"

static struct place inside(struct place place, size_t offset)
{
    return place.node != NULL ? node_place_inside(place.node, offset) : place;
}

struct origin_spot origin_find(const struct doc *doc, const struct doc_text *text,
                               const struct doc_trace *trace, size_t byte)
{
    struct origin_spot spot = {.value = doc_text_own_place(text), .block = text->block};
    if (trace == NULL)
        return spot;
    const struct doc_origin *value = &doc->origin[trace->origin];
    size_t letter = byte > trace->start ? byte - trace->start : 0;
    spot.value = value->place;
    spot.figure = value->figure;
    if (trace->is_wording)
        spot.value = inside(value->place, trace->offset + letter);
    if (!trace->is_wording || trace->from != trace->origin)
        spot.from = inside(doc->origin[trace->from].place, trace->from_offset);
    return spot;
}

/* Whether a value is another, or in it. */
static bool is_inside(const struct node *node, const struct node *outer)
{
    while (node != NULL && node != outer)
        node = node->parent;
    return node != NULL;
}

static bool is_before(struct place a, struct place b)
{
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

bool origin_shows(const struct doc *doc, const struct page_place *shown, struct place of)
{
    const struct doc_trace *trace = shown->trace;
    if (trace == NULL || of.node == NULL)
        return false;
    struct place value = doc->origin[trace->origin].place;
    if (!is_inside(value.node, of.node))
        return false;
    bool is_letter = value.node == of.node && trace->is_wording && is_before(value, of);
    if (!is_letter)
        return true;
    struct place first = inside(value, trace->offset + (shown->start - trace->start));
    struct place last = inside(value, trace->offset + (shown->end - trace->start));
    return !is_before(of, first) && is_before(of, last);
}

/* ---- the dump ---- */

static void add_points(struct buffer *out, int32_t length)
{
    struct buffer text = {0};
    decimal_add_two(&text, decimal_hundredths(length));
    buffer_printf(out, "%8s", buffer_text(&text));
    buffer_free(&text);
}

static void add_spot(struct buffer *out, const char *before, struct place place)
{
    if (place.source != NULL)
        buffer_printf(out, "%s%s:%u:%u", before, file_name(place.source->path),
                      (unsigned)place.line, (unsigned)place.column);
}

static void dump_place(const struct doc *doc, const struct page_place *place, struct buffer *out)
{
    struct origin_spot spot = origin_find(doc, place->text, place->trace, place->start);
    add_points(out, place->x);
    add_points(out, place->y);
    add_points(out, place->width);
    add_points(out, place->height);
    buffer_add_string(out, "  ");
    for (size_t i = place->start; i < place->end; i++)
        buffer_add_char(out, place->text->bytes[i] == '\n' ? ' ' : place->text->bytes[i]);
    buffer_add_string(out, "  <-");
    if (spot.figure != NULL)
        buffer_printf(out, " %s", spot.figure);
    add_spot(out, " ", spot.value);
    add_spot(out, " by ", spot.from);
    add_spot(out, " in ", spot.block);
    buffer_add_char(out, '\n');
}

void origin_dump(const struct pages *pages, struct buffer *out)
{
    struct arena *arena = arena_new();
    for (size_t i = 0; i < pages->count; i++) {
        struct page_places places = page_places(&pages->page[i], arena);
        buffer_printf(out, "%spage %zu\n", i > 0 ? "\n" : "", pages->page[i].number);
        for (size_t j = 0; j < places.count; j++)
            dump_place(pages->doc, &places.place[j], out);
    }
    arena_free(arena);
}
