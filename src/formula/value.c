/*
 * Plain tagged values. Maps are short (a few dozen keys at most), so a key is found by walking.
 */
#include "formula/value.h"

#include <assert.h>
#include <string.h>

static const struct value none = {.kind = VALUE_NONE};

const struct value *value_none(void)
{
    return &none;
}

static struct value *value_new(struct arena *arena, enum value_kind kind)
{
    struct value *value = ARENA_NEW(arena, struct value, 1);
    value->kind = kind;
    return value;
}

struct value *value_bool(struct arena *arena, bool truth)
{
    struct value *value = value_new(arena, VALUE_BOOL);
    value->truth = truth;
    return value;
}

struct value *value_whole(struct arena *arena, int64_t number)
{
    struct value *value = value_new(arena, VALUE_WHOLE);
    value->whole = number;
    return value;
}

struct value *value_ratio(struct arena *arena, struct ratio number)
{
    struct value *value = value_new(arena, VALUE_RATIO);
    value->ratio = number;
    return value;
}

static const struct value_origin *origin_new(struct arena *arena, struct place place,
                                             const char *figure)
{
    struct value_origin *origin = ARENA_NEW(arena, struct value_origin, 1);
    *origin = (struct value_origin){place, figure};
    return origin;
}

const struct value *value_figure(struct arena *arena, struct ratio number, const char *name,
                                 struct place announced)
{
    struct value *value = value_ratio(arena, number);
    value->origin = origin_new(arena, announced, name);
    return value;
}

const struct value *value_awaited(struct arena *arena, const char *name)
{
    struct value *value = value_new(arena, VALUE_AWAITED);
    value->origin = origin_new(arena, (struct place){0}, name);
    return value;
}

const struct value *value_named(struct arena *arena, const struct value *value, const char *name)
{
    if (value->kind == VALUE_NONE)
        return value;
    struct value *named = value_new(arena, value->kind);
    *named = *value;
    named->origin = origin_new(arena, value_origin_of(value).place, name);
    return named;
}

struct value_origin value_origin_of(const struct value *value)
{
    if (value->origin != NULL)
        return *value->origin;
    struct value_origin origin = {{0}, NULL};
    if (value->kind == VALUE_TEXT)
        origin.place = value->text.place;
    return origin;
}

struct value *value_string(struct arena *arena, const char *bytes, size_t length)
{
    struct value *value = value_new(arena, VALUE_TEXT);
    value->text.bytes = arena_copy(arena, bytes, length);
    value->text.length = length;
    return value;
}

struct value *value_list(struct arena *arena)
{
    return value_new(arena, VALUE_LIST);
}

struct value *value_map(struct arena *arena)
{
    return value_new(arena, VALUE_MAP);
}

static enum value_form form_of(const struct text *text)
{
    if (text->form < TEXT_TEMPLATE)
        return VALUE_PLAIN;
    return text->form == TEXT_PROSE ? VALUE_PROSE : VALUE_TEMPLATE;
}

static const struct value *text_value(struct arena *arena, const struct text *text,
                                      enum value_form form, struct value_sight sight)
{
    if (text->bytes == NULL)
        return &none;
    struct value *value = value_new(arena, VALUE_TEXT);
    value->text = *text;
    value->form = form;
    value->owner = sight.owner;
    value->facts = sight.facts;
    return value;
}

const struct value *value_of_text(struct arena *arena, const struct text *text,
                                  struct value_sight sight)
{
    return text_value(arena, text, form_of(text), sight);
}

const struct value *value_of_texts(struct arena *arena, const struct texts *texts,
                                   struct value_sight sight)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < texts->count; i++)
        value_add(arena, list, value_of_text(arena, &texts->item[i], sight));
    return list;
}

const struct value *value_of_label(struct arena *arena, const struct text *text)
{
    return text_value(arena, text, VALUE_LABEL, (struct value_sight){0});
}

const struct value *value_of_whole(struct arena *arena, struct whole whole)
{
    if (!whole.present)
        return &none;
    struct value *value = value_whole(arena, whole.value);
    value->origin = origin_new(arena, whole.place, NULL);
    return value;
}

const struct value *value_of_decimal(struct arena *arena, struct decimal decimal)
{
    if (!decimal.present)
        return &none;
    return value_figure(arena, ratio_hundredths(decimal.hundredths), NULL, decimal.place);
}

const struct value *value_of_day(struct arena *arena, struct day day)
{
    if (!day.present)
        return &none;
    struct value *value = value_new(arena, VALUE_DATE);
    value->date = day.date;
    value->origin = origin_new(arena, day.place, NULL);
    return value;
}

void value_add(struct arena *arena, struct value *list, const struct value *item)
{
    assert(list->kind == VALUE_LIST && item != NULL);
    list->list.item = arena_room(arena, list->list.item, list->list.count, &list->list.room,
                                 sizeof *list->list.item);
    list->list.item[list->list.count++] = item;
}

void value_put(struct arena *arena, struct value *map, const char *key, const struct value *value)
{
    assert(map->kind == VALUE_MAP && value != NULL);
    for (size_t i = 0; i < map->map.count; i++) {
        if (strcmp(map->map.entry[i].key, key) == 0) {
            map->map.entry[i].value = value;
            return;
        }
    }
    map->map.entry =
        arena_room(arena, map->map.entry, map->map.count, &map->map.room, sizeof *map->map.entry);
    map->map.entry[map->map.count++] = (struct value_entry){key, value};
}

struct value *value_copy(struct arena *arena, const struct value *map)
{
    struct value *copy = value_map(arena);
    for (size_t i = 0; i < map->map.count; i++)
        value_put(arena, copy, map->map.entry[i].key, map->map.entry[i].value);
    return copy;
}

const struct value *value_find(const struct value *map, const char *key, size_t length)
{
    assert(map->kind == VALUE_MAP);
    for (size_t i = 0; i < map->map.count; i++) {
        const struct value_entry *entry = &map->map.entry[i];
        if (strncmp(entry->key, key, length) == 0 && entry->key[length] == '\0')
            return entry->value;
    }
    return NULL;
}

bool value_truth(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NONE:
    case VALUE_AWAITED:
        return false;
    case VALUE_BOOL:
        return value->truth;
    case VALUE_TEXT:
        return value->text.length > 0;
    case VALUE_WHOLE:
        return value->whole != 0;
    case VALUE_RATIO:
        return value->ratio.num != 0;
    case VALUE_LIST:
        return value->list.count > 0;
    case VALUE_DATE:
    case VALUE_MAP:
        break;
    }
    return true;
}

bool value_is_number(const struct value *value)
{
    return value->kind == VALUE_WHOLE || value->kind == VALUE_RATIO;
}

struct ratio value_number(const struct value *value)
{
    assert(value_is_number(value));
    return value->kind == VALUE_RATIO ? value->ratio : ratio_of(value->whole, 1);
}
