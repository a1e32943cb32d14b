/*
 * Messages of one cause become one. Three kinds are joined, each only within a file, with the same
 * remarks:
 *     those whose code has a row in many.def, which says them together: two or more;
 *     those that name the same thing at different places (an unknown key): three or more;
 *     those that differ only in what they are about (a score that is too high): six or more, which are
 *     seldom six mistakes.
 * The entry has the place of the first; the others are named by their lines, and whole in JSON and SARIF.
 */
#include <string.h>

#include "base/diag_list.h"
#include "base/utf8.h"

enum {
    LEAST_MANY = 2,
    LEAST_SAME = 3,
    LEAST_KIND = 6,
    OPEN_GROUPS = 8, /* of one code, that a message is compared with: the time stays linear */
    ITEMS_MOST = 60,
};

static const struct diag_many rows[] = {
#define MANY(code, english, hint_english, thai, hint_thai, item_english, item_thai) \
    {code, {english, thai}, {hint_english, hint_thai}, {item_english, item_thai}},
#include "base/messages/many.def"
#undef MANY
};

const struct diag_many *diag_many(enum diag_code code)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].code == code)
            return &rows[i];
    return NULL;
}

/* ---- which belong together ---- */

static bool same_strings(const char *const *a, const char *const *b)
{
    for (; *a != NULL && *b != NULL; a++, b++)
        if (strcmp(*a, *b) != 0)
            return false;
    return *a == NULL && *b == NULL;
}

static bool same_remarks(const struct diag_message *a, const struct diag_message *b)
{
    if (a->remarks != b->remarks)
        return false;
    for (size_t i = 0; i < a->remarks; i++)
        if (a->remark[i].code != b->remark[i].code ||
            !same_strings(a->remark[i].argument, b->remark[i].argument))
            return false;
    return true;
}

/* Whether two messages agree in the arguments that a sentence for both of them has: {3} is their first. */
static bool same_used(const struct diag_message *a, const struct diag_message *b,
                      const char *sentence)
{
    const char *const *one = a->argument[DIAG_ENGLISH], *const *two = b->argument[DIAG_ENGLISH];
    for (size_t i = 0; one[i] != NULL && two[i] != NULL; i++) {
        const char name[] = {'{', (char)('3' + i), '}', '\0'};
        if (strstr(sentence, name) != NULL && strcmp(one[i], two[i]) != 0)
            return false;
    }
    return true;
}

static bool belongs_to_many(const struct diag_message *a, const struct diag_message *b)
{
    const struct diag_many *many = diag_many(a->code);
    return many != NULL && same_used(a, b, many->sentence[DIAG_ENGLISH]) &&
           same_used(a, b, many->hint[DIAG_ENGLISH]);
}

static bool says_the_same(const struct diag_message *a, const struct diag_message *b)
{
    return diag_many(a->code) == NULL && a->argument[DIAG_ENGLISH][0] != NULL &&
           same_strings(a->argument[DIAG_ENGLISH], b->argument[DIAG_ENGLISH]);
}

/* Short enough to be told beside the number of a line: nothing is lost when several are said as one. */
static bool is_short(const char *argument)
{
    return argument == NULL || utf8_count(argument, strlen(argument)) <= DIAG_BESIDE;
}

/* They differ in what they are about, and in nothing else; the first is told whole anyway. */
static bool is_of_kind(const struct diag_message *a, const struct diag_message *b)
{
    const char *const *one = a->argument[DIAG_ENGLISH], *const *two = b->argument[DIAG_ENGLISH];
    if (diag_many(a->code) != NULL || !is_short(two[0]))
        return false;
    return one[0] == NULL || two[0] == NULL ? one[0] == two[0] : same_strings(one + 1, two + 1);
}

/* ---- joining ---- */

struct round {
    bool (*belongs)(const struct diag_message *a, const struct diag_message *b);
    size_t least;
};

static const struct round ROUND[] = {
    {belongs_to_many, LEAST_MANY}, {says_the_same, LEAST_SAME}, {is_of_kind, LEAST_KIND}};

/* A group being gathered: the index of its first entry, and how many have it. */
struct gathering {
    size_t *first; /* by entry: the first of its group */
    size_t *size;  /* by first */
    size_t *open;  /* by code: the groups last begun, a ring of OPEN_GROUPS */
    size_t *begun; /* by code: how many */
};

static bool is_joined(const struct diag_message *a, const struct diag_message *b,
                      const struct round *round)
{
    return a->severity == b->severity && a->place.source == b->place.source &&
           a->known == b->known && same_remarks(a, b) && round->belongs(a, b);
}

static size_t find_group(const struct diag_listing *listing, const struct gathering *gathering,
                         size_t index, const struct round *round)
{
    const struct diag_message *message = listing->entry[index].message;
    size_t begun = gathering->begun[message->code];
    for (size_t i = 0; i < begun && i < OPEN_GROUPS; i++) {
        size_t first = gathering->open[(size_t)message->code * OPEN_GROUPS + i];
        if (is_joined(listing->entry[first].message, message, round))
            return first;
    }
    gathering->open[(size_t)message->code * OPEN_GROUPS + begun % OPEN_GROUPS] = index;
    gathering->begun[message->code]++;
    return index;
}

static void take_over(struct diag_listing *listing, struct diag_entry *entry, size_t size,
                      const struct diag_message *other)
{
    if (entry->other == NULL) {
        entry->other = ARENA_NEW(listing->arena, const struct diag_message *, size - 1);
        entry->many = diag_many(entry->message->code);
    }
    entry->other[entry->others++] = other;
}

/* Joins those that a round finds enough of; the others stay as they are. */
static void gather(struct diag_listing *listing, const struct round *round)
{
    struct arena *arena = listing->arena;
    struct gathering gathering = {
        .first = ARENA_NEW(arena, size_t, listing->count),
        .size = ARENA_NEW(arena, size_t, listing->count),
        .open = ARENA_NEW(arena, size_t, (size_t)DIAG_CODES * OPEN_GROUPS),
        .begun = ARENA_NEW(arena, size_t, DIAG_CODES),
    };
    for (size_t i = 0; i < listing->count; i++) {
        bool alone = listing->entry[i].others == 0;
        gathering.first[i] = alone ? find_group(listing, &gathering, i, round) : i;
        gathering.size[gathering.first[i]]++;
    }
    size_t kept = 0;
    size_t *place = ARENA_NEW(arena, size_t, listing->count); /* of an entry that is kept */
    for (size_t i = 0; i < listing->count; i++) {
        size_t first = gathering.first[i], size = gathering.size[first];
        if (first != i && size >= round->least) {
            take_over(listing, &listing->entry[place[first]], size, listing->entry[i].message);
            continue;
        }
        place[i] = kept;
        listing->entry[kept++] = listing->entry[i];
    }
    listing->count = kept;
}

void diag_gather(struct diag_listing *listing)
{
    for (size_t i = 0; i < sizeof ROUND / sizeof ROUND[0] && listing->count > 1; i++)
        gather(listing, &ROUND[i]);
}

/* ---- what an entry says ---- */

static const char *item_of(const struct diag_entry *entry, size_t index,
                           enum diag_language language, struct arena *arena)
{
    const struct diag_message *message = index == 0 ? entry->message : entry->other[index - 1];
    struct buffer item = {0};
    diag_sentence(&item, entry->many->item[language], message->argument[language]);
    const char *copy = arena_string(arena, buffer_text(&item));
    buffer_free(&item);
    return copy;
}

static bool is_listed(const char *const *item, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(item[i], text) == 0)
            return true;
    return false;
}

/* The items, each once. */
static const char *list_of(const struct diag_entry *entry, enum diag_language language,
                           struct arena *arena)
{
    const char *item[ITEMS_MOST] = {NULL};
    size_t items = 0;
    struct buffer list = {0};
    for (size_t i = 0; i <= entry->others; i++) {
        const char *text = item_of(entry, i, language, arena);
        if (is_listed(item, items, text))
            continue;
        if (items == ITEMS_MOST) {
            buffer_add_string(&list, ", …");
            break;
        }
        buffer_printf(&list, "%s%s", items > 0 ? ", " : "", text);
        item[items++] = text;
    }
    const char *copy = arena_string(arena, buffer_text(&list));
    buffer_free(&list);
    return copy;
}

const char *const *diag_entry_arguments(const struct diag_entry *entry, enum diag_language language,
                                        struct arena *arena)
{
    const char *const *own = entry->message->argument[language];
    if (entry->many == NULL)
        return own;
    size_t count = 0;
    while (own[count] != NULL)
        count++;
    const char **all = ARENA_NEW(arena, const char *, count + 3);
    all[0] = list_of(entry, language, arena);
    all[1] = arena_printf(arena, "%zu", entry->others + 1);
    for (size_t i = 0; i < count; i++)
        all[i + 2] = own[i];
    return all;
}

const char *diag_entry_sentence(const struct diag_entry *entry, enum diag_language language)
{
    return entry->many != NULL ? entry->many->sentence[language]
                               : diag_row(entry->message->code)->sentence[language];
}

const char *diag_entry_hint(const struct diag_entry *entry, enum diag_language language)
{
    return entry->many != NULL ? entry->many->hint[language]
                               : diag_row(entry->message->code)->hint[language];
}
