/*
 * The order in which messages are printed: grouped by file, the files in the order of their first
 * message, by place inside a file; a message that repeats another word for word is left out.
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag_list.h"

/* A message with what it is sorted by: its file's turn and its own. */
struct entry {
    const struct diag_message *message;
    size_t group;
    size_t turn;
};

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
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
static bool is_repeated(const struct entry *entries, size_t index)
{
    const struct diag_message *message = entries[index].message;
    for (size_t i = index; i > 0; i--) {
        const struct diag_message *before = entries[i - 1].message;
        if (!same_place(before->place, message->place))
            return false;
        if (same_message(before, message))
            return true;
    }
    return false;
}

/* The turn of the message that mentioned this message's file first. */
static size_t group_of(const struct entry *entries, size_t count, const struct source *source)
{
    for (size_t i = 0; i < count; i++)
        if (entries[i].group == i && entries[i].message->place.source == source)
            return i;
    return count;
}

const struct diag_message **diag_order(const struct diag *diag, size_t *count)
{
    struct entry *entries = memory_zeroed(diag->count, sizeof *entries);
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_message *message = &diag->message[i];
        bool follows = i > 0 && message->place.source == entries[i - 1].message->place.source;
        size_t group = follows ? entries[i - 1].group : group_of(entries, i, message->place.source);
        entries[i] = (struct entry){message, group, i};
    }
    if (diag->count > 1)
        qsort(entries, diag->count, sizeof *entries, compare_entries);
    const struct diag_message **messages = memory_zeroed(diag->count + 1, sizeof *messages);
    *count = 0;
    for (size_t i = 0; i < diag->count; i++)
        if (!is_repeated(entries, i))
            messages[(*count)++] = entries[i].message;
    free(entries);
    return messages;
}
