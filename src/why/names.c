/* The names of all figures, and what each leads to. */
#include <string.h>
#include <strings.h>

#include "base/nearest.h"
#include "why/why_make.h"

enum target {
    TARGET_OVERALL,
    TARGET_LEVEL,
    TARGET_LETTER,
    TARGET_RANKING,
    TARGET_HIGHEST,
    TARGET_LOWEST,
    TARGET_INSTRUMENT,
    TARGET_INSTRUMENT_TOTAL,
    TARGET_PART,
    TARGET_PART_TOTAL,
    TARGET_RANK,
    TARGET_INDICATOR,
    TARGET_SUBINDICATOR,
    TARGET_QUESTION
};

struct named {
    const char *name;
    const char *id; /* that suffices, or NULL */
    enum target target;
    size_t index, slot;
};

struct list {
    const struct why_maker *maker;
    struct named *item;
    size_t count, room;
};

static void add(struct list *list, struct named named)
{
    list->item =
        arena_room(list->maker->arena, list->item, list->count, &list->room, sizeof *list->item);
    list->item[list->count++] = named;
}

static void add_id(struct list *list, const char *kind, const char *id, struct named named)
{
    named.name = arena_printf(list->maker->arena, "%s.%s", kind, id);
    add(list, named);
}

/* A thing of an instrument in each of its parts. */
static void add_in_parts(struct list *list, const char *name,
                         const struct scheme_instrument *instrument, struct named named)
{
    for (size_t p = 0; p < instrument->parts; p++) {
        named.name = arena_printf(list->maker->arena, "%s.%s", name, instrument->part[p].id.bytes);
        named.id = NULL;
        named.slot = p;
        add(list, named);
    }
}

static void add_instruments(struct list *list)
{
    const struct scheme *scheme = list->maker->scheme;
    for (size_t i = 0; i < scheme->instruments; i++) {
        const char *id = scheme->instrument[i].id.bytes;
        add_id(list, "instrument", id,
               (struct named){.id = id, .target = TARGET_INSTRUMENT, .index = i});
        add_id(list, "instrument", arena_printf(list->maker->arena, "%s.total", id),
               (struct named){.target = TARGET_INSTRUMENT_TOTAL, .index = i});
    }
    for (size_t i = 0; i < scheme->parts; i++) {
        const char *id = scheme->part[i].id.bytes;
        add_id(list, "part", id, (struct named){.id = id, .target = TARGET_PART, .index = i});
        add_id(list, "part", arena_printf(list->maker->arena, "%s.total", id),
               (struct named){.target = TARGET_PART_TOTAL, .index = i});
    }
}

static void add_indicators(struct list *list)
{
    const struct scheme *scheme = list->maker->scheme;
    for (size_t i = 0; i < scheme->indicators; i++) {
        const struct scheme_indicator *indicator = &scheme->indicator[i];
        const char *number =
            arena_printf(list->maker->arena, "%lld", (long long)indicator->number.value);
        struct named named = {.target = TARGET_INDICATOR, .index = i, .slot = SCHEME_ALL_SLOTS};
        add_id(list, "indicator", number, named);
        const char *name = list->item[list->count - 1].name;
        add_in_parts(list, name, indicator->instrument, named);
        add_id(list, "rank", number, (struct named){.target = TARGET_RANK, .index = i});
        add(list, (struct named){.name = arena_printf(list->maker->arena, "%s.rank", name),
                                 .target = TARGET_RANK,
                                 .index = i});
    }
    for (size_t i = 0; i < scheme->subindicators; i++)
        add_id(list, "subindicator", scheme->subindicator[i].number.bytes,
               (struct named){.target = TARGET_SUBINDICATOR, .index = i, .slot = SCHEME_ALL_SLOTS});
}

static void add_questions(struct list *list)
{
    const struct scheme *scheme = list->maker->scheme;
    for (size_t i = 0; i < scheme->questions; i++) {
        const char *id = scheme->question[i].id.bytes;
        struct named named = {
            .id = id, .target = TARGET_QUESTION, .index = i, .slot = SCHEME_ALL_SLOTS};
        add_id(list, "question", id, named);
        add_in_parts(list, list->item[list->count - 1].name,
                     scheme->question[i].indicator->instrument, named);
    }
}

static struct list list_names(const struct why_maker *maker)
{
    static const struct named wholes[] = {
        {"overall", NULL, TARGET_OVERALL, 0, 0}, {"level", NULL, TARGET_LEVEL, 0, 0},
        {"letter", NULL, TARGET_LETTER, 0, 0},   {"rank", NULL, TARGET_RANKING, 0, 0},
        {"highest", NULL, TARGET_HIGHEST, 0, 0}, {"lowest", NULL, TARGET_LOWEST, 0, 0}};
    struct list list = {.maker = maker};
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0]; i++)
        add(&list, wholes[i]);
    add_instruments(&list);
    add_indicators(&list);
    add_questions(&list);
    return list;
}

static struct why_maker maker_of(struct arena *arena, const struct figures *figures)
{
    return (struct why_maker){arena, figures, figures->edition, figures->edition->scheme};
}

const char *const *why_names(struct arena *arena, const struct figures *figures)
{
    struct why_maker maker = maker_of(arena, figures);
    struct list list = list_names(&maker);
    const char **name = ARENA_NEW(arena, const char *, list.count + 1);
    for (size_t i = 0; i < list.count; i++)
        name[i] = list.item[i].name;
    return name;
}

/* The name without what only tells which of a figure's numbers is meant. */
static const char *without_member(struct arena *arena, const char *name)
{
    static const char *const members[] = {".score", ".computed", ".announced"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        size_t end = strlen(members[i]);
        if (length > end && strcasecmp(name + length - end, members[i]) == 0)
            return arena_copy(arena, name, length - end);
    }
    return name;
}

static const struct named *find(const struct list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcasecmp(list->item[i].name, name) == 0)
            return &list->item[i];
    for (size_t i = 0; i < list->count; i++)
        if (list->item[i].id != NULL && strcasecmp(list->item[i].id, name) == 0)
            return &list->item[i];
    return NULL;
}

static struct why *make(const struct why_maker *maker, const struct named *named)
{
    size_t index = named->index;
    switch (named->target) {
    case TARGET_OVERALL:
        return why_overall(maker);
    case TARGET_LEVEL:
        return why_level(maker);
    case TARGET_LETTER:
        return why_letter(maker);
    case TARGET_RANKING:
        return why_ranking(maker);
    case TARGET_HIGHEST:
    case TARGET_LOWEST:
        return why_extreme(maker, named->target == TARGET_HIGHEST);
    case TARGET_INSTRUMENT:
        return why_instrument(maker, index);
    case TARGET_INSTRUMENT_TOTAL:
        return why_total(maker, why_instrument(maker, index),
                         maker->edition->instrument[index].published_total);
    case TARGET_PART:
        return why_part(maker, index);
    case TARGET_PART_TOTAL:
        return why_total(maker, why_part(maker, index),
                         maker->edition->part[index].published_total);
    case TARGET_RANK:
        return why_rank(maker, index);
    case TARGET_INDICATOR:
        return why_indicator(maker, index, named->slot);
    case TARGET_SUBINDICATOR:
        return why_subindicator(maker, index, named->slot);
    case TARGET_QUESTION:
        break;
    }
    return why_question(maker, index, named->slot);
}

/* The nearest name, or nearest id of something. */
static void say_unknown(const struct list *list, const char *name, struct diag *diag)
{
    const char **known = ARENA_NEW(list->maker->arena, const char *, 2 * list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        known[count++] = list->item[i].name;
        if (list->item[i].id != NULL)
            known[count++] = list->item[i].id;
    }
    const char *near = nearest_name(name, known, count);
    if (near != NULL)
        diag_say(diag, MESSAGE_WHY_NO_NAME_NEAR, (struct place){0}, name, near);
    else
        diag_say(diag, MESSAGE_WHY_NO_NAME, (struct place){0}, name);
}

const struct why *why_make(struct arena *arena, const struct figures *figures, const char *name,
                           struct diag *diag)
{
    struct why_maker maker = maker_of(arena, figures);
    struct list list = list_names(&maker);
    const struct named *named = find(&list, name);
    if (named == NULL)
        named = find(&list, without_member(arena, name));
    if (named == NULL) {
        say_unknown(&list, name, diag);
        return NULL;
    }
    return make(&maker, named);
}

const struct figures *why_figures(const struct figures *now, struct figures_list earlier,
                                  const char **name)
{
    static const char previous[] = "previous.";
    static const char years[] = "earlier.";
    size_t index = 0;
    const char *rest = *name;
    if (strncmp(rest, previous, strlen(previous)) == 0)
        rest += strlen(previous);
    else if (strncmp(rest, years, strlen(years)) == 0) {
        for (rest += strlen(years); *rest >= '0' && *rest <= '9' && index <= earlier.count; rest++)
            index = index * 10 + (size_t)(*rest - '0');
        index--;
        rest += *rest == '.';
    }
    if (rest == *name || index >= earlier.count)
        return now;
    *name = rest;
    return earlier.item[index];
}
