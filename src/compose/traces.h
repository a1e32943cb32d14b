/*
 * traces.h - where the letters of the document's texts come from; internal to src/compose.
 *
 * Purpose: what the evaluation notes of a text that is printed (formula/trail.h) becomes the text's
 *          traces, and the values the document's origins, each once.
 * Units:   bytes of the text as it is in the document.
 * Memory:  traces and origins belong to the document's arena; the table to find them by is plain
 *          memory, freed by traces_free.
 */
#ifndef ITAREPORT_COMPOSE_TRACES_H
#define ITAREPORT_COMPOSE_TRACES_H

#include "doc/doc.h"
#include "formula/trail.h"

/* The origins of a document in the making. */
struct origins {
    struct arena *arena;
    struct doc_origin *origin;
    size_t count, room;
    uint32_t *slot; /* open addressing: index + 1 */
    size_t slots;
};

struct origins origins_new(struct arena *arena);
void origins_free(struct origins *origins);

/* Traces in the making. */
struct traces {
    struct doc_trace *trace;
    size_t count, room;
    size_t next; /* of the text that is copied from: see traces_copy */
};

/* What a trail noted of a buffer that now is in a text, from byte `at` on. */
void traces_add(struct traces *traces, struct origins *origins, const struct trail *trail,
                size_t at);

/* The traces of a text's bytes [start, end), which now are at another byte. The parts of one text are copied
 * in order. */
void traces_copy(struct traces *traces, struct arena *arena, const struct doc_text *text,
                 size_t start, size_t end, size_t at);

/* Gives a text its traces. */
void traces_take(const struct traces *traces, struct doc_text *text);

#endif
