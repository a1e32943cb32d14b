/*
 * The order in which messages are printed: errors first, then warnings, then notes; in each grouped by
 * file, the files in the order of their first message, by place inside a file; a message that repeats another
 * word for word is left out.
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"

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

/* Whether a message at the same place before it says the same. */
static bool is_repeated(const struct ordered *all, size_t index)
{
    const struct diag_message *message = all[index].message;
    for (size_t i = index; i > 0; i--) {
        const struct diag_message *before = all[i - 1].message;
        if (!same_place(before->place, message->place))
            return false;
        if (same_message(before, message))
            return true;
    }
    return false;
}

/* The turn of the message that mentioned this message's file first. */
static size_t group_of(const struct ordered *all, size_t count, const struct source *source)
{
    for (size_t i = 0; i < count; i++)
        if (all[i].group == i && all[i].message->place.source == source)
            return i;
    return count;
}

static struct ordered *put_in_order(const struct diag *diag)
{
    struct ordered *all = memory_zeroed(diag->count, sizeof *all);
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_message *message = &diag->message[i];
        bool follows = i > 0 && message->place.source == all[i - 1].message->place.source;
        size_t group = follows ? all[i - 1].group : group_of(all, i, message->place.source);
        all[i] = (struct ordered){message, group, i};
    }
    if (diag->count > 1)
        qsort(all, diag->count, sizeof *all, compare_ordered);
    return all;
}

struct diag_listing diag_list(const struct diag *diag, const struct diag_style *style)
{
    struct diag_listing listing = {.arena = arena_new()};
    struct ordered *all = put_in_order(diag);
    listing.entry = ARENA_NEW(listing.arena, struct diag_entry, diag->count);
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_message *message = all[i].message;
        if (message->severity >= style->least && !(style->only_new && message->known) &&
            !is_repeated(all, i))
            listing.entry[listing.count++].message = message;
    }
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
