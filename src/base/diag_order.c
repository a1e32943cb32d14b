/*
 * The order in which messages are printed: errors first, then warnings, then notes; in each grouped by
 * file, the files in the order of their first message, by place inside a file; a message that repeats another
 * word for word is left out.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"
#include "base/hash.h"
#include "base/index.h"

/* A message with what it is sorted by: its file's turn and its own. */
struct ordered {
    const struct diag_message *message;
    size_t group;
    size_t turn;
};

static int compare_ordered(const void *left, const void *right)
{
    const struct ordered *a = left;
    const struct ordered *b = right;
    if (a->message->severity != b->message->severity)
        return a->message->severity > b->message->severity ? -1 : 1;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->message->place.line != b->message->place.line)
        return a->message->place.line < b->message->place.line ? -1 : 1;
    if (a->message->place.column != b->message->place.column)
        return a->message->place.column < b->message->place.column ? -1 : 1;
    return a->turn < b->turn ? -1 : 1;
}

static bool same_place(struct place a, struct place b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

static bool same_message(const struct diag_message *a, const struct diag_message *b)
{
    if (a->code != b->code)
        return false;
    const char *const *one = a->argument[DIAG_ENGLISH], *const *two = b->argument[DIAG_ENGLISH];
    while (*one != NULL && *two != NULL && strcmp(*one, *two) == 0) {
        one++;
        two++;
    }
    return *one == NULL && *two == NULL;
}

static uint32_t hash_of(const struct diag_message *message)
{
    uint32_t hash = hash_step(HASH_START, (uint32_t)message->code);
    hash = hash_step(hash_step(hash, message->place.line), message->place.column);
    for (const char *const *one = message->argument[DIAG_ENGLISH]; *one != NULL; one++)
        hash = hash_bytes(hash, *one, strlen(*one));
    return hash;
}

/* Whether a message at the same place before it says the same; all messages are asked about in order. */
static bool is_repeated(const struct ordered *all, size_t index, struct index *seen)
{
    const struct diag_message *message = all[index].message;
    uint32_t hash = hash_of(message);
    bool repeated = false;
    for (size_t i = index_first(seen, hash); i != INDEX_END && !repeated; i = index_next(seen, i))
        repeated = same_place(all[i].message->place, message->place) &&
                   same_message(all[i].message, message);
    index_add(seen, hash);
    return repeated;
}

/* The files that messages are about, each by the turn of its first message. */
struct files {
    struct index by_source;
    size_t *first;
    size_t room;
};

static size_t group_of(const struct diag *diag, size_t turn, struct files *files)
{
    const struct source *source = diag->message[turn].place.source;
    uint64_t address = (uintptr_t)source;
    uint32_t hash = hash_step(hash_step(HASH_START, (uint32_t)address), (uint32_t)(address >> 32));
    size_t file = index_first(&files->by_source, hash);
    assert(file == INDEX_END || files->first != NULL);
    while (file != INDEX_END && diag->message[files->first[file]].place.source != source)
        file = index_next(&files->by_source, file);
    if (file != INDEX_END)
        return files->first[file];
    size_t count = files->by_source.count;
    files->first = memory_room(files->first, count, &files->room, sizeof *files->first);
    files->first[count] = turn;
    index_add(&files->by_source, hash);
    return turn;
}

static struct ordered *put_in_order(const struct diag *diag)
{
    struct ordered *all = memory_zeroed(diag->count, sizeof *all);
    struct files files = {0};
    for (size_t i = 0; i < diag->count; i++)
        all[i] = (struct ordered){&diag->message[i], group_of(diag, i, &files), i};
    index_free(&files.by_source);
    free(files.first);
    if (diag->count > 1)
        qsort(all, diag->count, sizeof *all, compare_ordered);
    return all;
}

struct diag_listing diag_list(const struct diag *diag, const struct diag_style *style)
{
    struct diag_listing listing = {.arena = arena_new()};
    struct ordered *all = put_in_order(diag);
    struct index seen = {0};
    listing.entry = ARENA_NEW(listing.arena, struct diag_entry, diag->count);
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_message *message = all[i].message;
        bool repeated = is_repeated(all, i, &seen);
        if (message->severity >= style->least && !(style->only_new && message->known) && !repeated)
            listing.entry[listing.count++].message = message;
    }
    index_free(&seen);
    free(all);
    if (!style->apart)
        diag_gather(&listing);
    return listing;
}

void diag_listing_free(struct diag_listing *listing)
{
    arena_free(listing->arena);
    *listing = (struct diag_listing){0};
}

void diag_tally(const struct diag *diag, const struct diag_style *style,
                size_t counts[DIAG_ERROR + 1])
{
    struct diag_listing listing = diag_list(diag, style);
    memset(counts, 0, (DIAG_ERROR + 1) * sizeof *counts);
    for (size_t i = 0; i < listing.count; i++)
        counts[listing.entry[i].message->severity]++;
    diag_listing_free(&listing);
}
