#include "compose/traces.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

enum { FIRST_SLOTS = 1024 }; /* a power of two, as all that follow */

/* ---- origins, each once ---- */

static uint32_t hash_origin(const struct doc_origin *origin)
{
    uint32_t hash = HASH_START;
    uintptr_t source = (uintptr_t)origin->place.source;
    hash = hash_step(hash, (uint32_t)(source >> 4));
    hash = hash_step(hash, origin->place.line);
    hash = hash_step(hash, origin->place.column);
    if (origin->figure != NULL)
        hash = hash_bytes(hash, origin->figure, strlen(origin->figure));
    return hash;
}

static bool is_same(const struct doc_origin *a, const struct doc_origin *b)
{
    if (a->place.source != b->place.source || a->place.line != b->place.line ||
        a->place.column != b->place.column)
        return false;
    if (a->figure == NULL || b->figure == NULL)
        return a->figure == b->figure;
    return strcmp(a->figure, b->figure) == 0;
}

/* Where an origin is in the table, or would be. */
static uint32_t *find_slot(const struct origins *origins, const struct doc_origin *origin)
{
    size_t at = hash_origin(origin) & (origins->slots - 1);
    while (origins->slot[at] != 0 && !is_same(&origins->origin[origins->slot[at] - 1], origin))
        at = (at + 1) & (origins->slots - 1);
    return &origins->slot[at];
}

static void make_slots(struct origins *origins, size_t slots)
{
    free(origins->slot);
    origins->slots = slots;
    origins->slot = memory_zeroed(slots, sizeof *origins->slot);
    for (size_t i = 0; i < origins->count; i++)
        *find_slot(origins, &origins->origin[i]) = (uint32_t)i + 1;
}

/* The number of an origin. What only the program knows is the first. */
static uint32_t number_of(struct origins *origins, const struct doc_origin *origin)
{
    uint32_t *slot = find_slot(origins, origin);
    if (*slot != 0)
        return *slot - 1;
    origins->origin = arena_room(origins->arena, origins->origin, origins->count, &origins->room,
                                 sizeof *origins->origin);
    struct doc_origin *added = &origins->origin[origins->count++];
    *added = *origin;
    if (origin->figure != NULL)
        added->figure = arena_string(origins->arena, origin->figure);
    *slot = (uint32_t)origins->count;
    if (origins->count * 2 > origins->slots)
        make_slots(origins, origins->slots * 2);
    return (uint32_t)origins->count - 1;
}

struct origins origins_new(struct arena *arena)
{
    struct origins origins = {.arena = arena};
    make_slots(&origins, FIRST_SLOTS);
    number_of(&origins, &(struct doc_origin){0});
    return origins;
}

void origins_free(struct origins *origins)
{
    free(origins->slot);
}

/* ---- traces ---- */

static struct doc_trace *add(struct traces *traces, struct arena *arena)
{
    traces->trace =
        arena_room(arena, traces->trace, traces->count, &traces->room, sizeof *traces->trace);
    return &traces->trace[traces->count++];
}

static uint32_t text_number(struct origins *origins, const struct text *text)
{
    struct doc_origin origin = {0};
    if (text != NULL)
        origin.place = text->place;
    return number_of(origins, &origin);
}

void traces_add(struct traces *traces, struct origins *origins, const struct trail *trail,
                size_t at)
{
    for (size_t i = 0; i < trail->pieces; i++) {
        const struct trail_piece *piece = &trail->piece[i];
        struct doc_trace *trace = add(traces, origins->arena);
        *trace = (struct doc_trace){.start = (uint32_t)(piece->start + at),
                                    .end = (uint32_t)(piece->end + at),
                                    .from_offset = (uint32_t)piece->from.offset};
        trace->from = text_number(origins, piece->from.text);
        trace->is_wording = piece->wording.text != NULL;
        if (trace->is_wording) {
            trace->origin = text_number(origins, piece->wording.text);
            trace->offset = (uint32_t)piece->wording.offset;
            continue;
        }
        struct doc_origin value = {piece->value.place, piece->value.figure};
        trace->origin = number_of(origins, &value);
    }
}

void traces_copy(struct traces *traces, struct arena *arena, const struct doc_text *text,
                 size_t start, size_t end, size_t at)
{
    while (traces->next < text->traces && text->trace[traces->next].end <= start)
        traces->next++;
    for (size_t i = traces->next; i < text->traces && text->trace[i].start < end; i++) {
        struct doc_trace trace = text->trace[i];
        if (trace.start < start) {
            trace.offset += trace.is_wording ? (uint32_t)start - trace.start : 0;
            trace.start = (uint32_t)start;
        }
        if (trace.end > end)
            trace.end = (uint32_t)end;
        trace.start = (uint32_t)(trace.start - start + at);
        trace.end = (uint32_t)(trace.end - start + at);
        *add(traces, arena) = trace;
    }
}

void traces_take(const struct traces *traces, struct doc_text *text)
{
    text->trace = traces->trace;
    text->traces = traces->count;
}
