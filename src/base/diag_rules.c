/*
 * Rules by name: each message with a rule has its name in the table of messages.
 */
#include <string.h>

#include "base/diag_list.h"

/* Whether one of the names "a,b" is this. */
static bool has_name(const char *names, const char *rule)
{
    size_t wanted = strlen(rule);
    while (*names != '\0') {
        size_t length = strcspn(names, ",");
        if (length == wanted && strncmp(names, rule, length) == 0)
            return true;
        names += length + (names[length] == ',');
    }
    return false;
}

bool diag_wants(const char *names, const char *rule)
{
    return names == NULL || has_name(names, rule);
}

const char *diag_unknown(struct arena *arena, const char *names, bool (*knows)(const char *name))
{
    while (*names != '\0') {
        size_t length = strcspn(names, ",");
        const char *name = arena_copy(arena, names, length);
        if (!knows(name))
            return name;
        names += length + (names[length] == ',');
    }
    return NULL;
}

bool diag_is_rule(const char *name)
{
    for (int code = 0; code < DIAG_CODES; code++)
        if (*name != '\0' && strcmp(diag_row((enum diag_code)code)->rule, name) == 0)
            return true;
    return false;
}

static bool is_told(const struct diag *diag, size_t before, const struct diag_message *message)
{
    const struct place *at = &message->place;
    for (size_t i = 0; i < before; i++) {
        const struct place *place = &diag->message[i].place;
        if (place->source == at->source && place->line == at->line && place->column == at->column)
            return true;
    }
    return false;
}

void diag_rewind_but(struct diag *diag, size_t mark, const char *rule)
{
    enum { MUCH = 100 }; /* is wrong already: to look through it each time would take long */
    size_t kept = mark;
    for (size_t i = mark; i < diag->count; i++) {
        const struct diag_message *message = &diag->message[i];
        bool is_wanted = mark < MUCH && diag_wants(rule, diag_row(message->code)->rule);
        if (is_wanted && !is_told(diag, kept, message))
            diag->message[kept++] = *message;
        else
            diag->severities[message->severity]--;
    }
    diag->count = kept;
}

void diag_keep(struct diag *diag, const char *names, enum diag_severity least)
{
    size_t kept = 0;
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_message *message = &diag->message[i];
        if (message->severity >= least || diag_wants(names, diag_row(message->code)->rule))
            diag->message[kept++] = *message;
        else
            diag->severities[message->severity]--;
    }
    diag->count = kept;
}
