/* Free data of the edition as values: numbers are figures, whose names are their paths. */
#include "facts/facts_maker.h"

static const struct value *value_of(struct facts_maker *maker, const struct edition_data *data,
                                    const char *path);

static const struct value *number_value(struct facts_maker *maker, const struct edition_data *data,
                                        const char *path)
{
    struct value *value = data->is_whole
                              ? value_whole(maker->arena, data->hundredths / 100)
                              : value_ratio(maker->arena, ratio_hundredths(data->hundredths));
    struct value_origin *origin = ARENA_NEW(maker->arena, struct value_origin, 1);
    *origin = (struct value_origin){data->place, path};
    value->origin = origin;
    return value;
}

static const struct value *items_value(struct facts_maker *maker, const struct edition_data *data,
                                       const char *path)
{
    bool is_map = data->kind == DATA_MAP;
    struct value *value = is_map ? value_map(maker->arena) : value_list(maker->arena);
    for (size_t i = 0; i < data->items; i++) {
        const struct edition_data *item = &data->item[i];
        if (is_map && item->key == NULL)
            continue;
        const char *inside = is_map ? arena_printf(maker->arena, "%s.%s", path, item->key)
                                    : arena_printf(maker->arena, "%s.%zu", path, i + 1);
        const struct value *of = value_of(maker, item, inside);
        if (is_map)
            value_put(maker->arena, value, item->key, of);
        else
            value_add(maker->arena, value, of);
    }
    return value;
}

static const struct value *value_of(struct facts_maker *maker, const struct edition_data *data,
                                    const char *path)
{
    const struct value_sight sight = {NULL, maker->facts};
    switch (data->kind) {
    case DATA_NONE:
        break;
    case DATA_NUMBER:
        return number_value(maker, data, path);
    case DATA_TEXT:
        return value_of_text(maker->arena, &data->text, sight);
    case DATA_LIST:
    case DATA_MAP:
        return items_value(maker, data, path);
    }
    return value_none();
}

void facts_put_data(struct facts_maker *maker, struct value *facts)
{
    const char *path = arena_printf(maker->arena, "%sdata", maker->prefix);
    value_put(maker->arena, facts, "data", value_of(maker, &maker->edition->data, path));
}
