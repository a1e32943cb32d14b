#include "batch/record.h"

#include <string.h>

#include "base/escape.h"
#include "source/file.h"
#include "source/source.h"
#include "yaml/node.h"

enum { MOST_INPUTS = 10000 };

const char BATCH_RECORD_NAME[] = ".itareport-made.json";

/* ---- writing ---- */

bool batch_record_write(const struct batch_record *record, const char *folder)
{
    struct arena *arena = arena_new();
    struct buffer out = {0};
    buffer_printf(&out, "{\"made_from\": \"%s\",\n \"before\": \"%s\",\n \"row\": ",
                  record->made_from.digits, record->before);
    batch_row_write(&record->row, &out);
    buffer_add_string(&out, ",\n \"inputs\": [");
    for (size_t i = 0; i < record->inputs.count; i++) {
        buffer_add_string(&out, i > 0 ? ",\n  " : "\n  ");
        escape_json(&out, record->inputs.path[i]);
    }
    buffer_add_string(&out, "]}\n");
    bool written = file_write_alone(file_join(arena, folder, BATCH_RECORD_NAME), buffer_text(&out),
                                    out.length);
    buffer_free(&out);
    arena_free(arena);
    return written;
}

/* ---- reading ---- */

static const char *text_of(const struct node *map, const char *key)
{
    const struct node *value = node_find(map, key);
    return value != NULL && value->kind == NODE_SCALAR ? value->text : NULL;
}

static bool read_inputs(struct arena *arena, const struct node *list, struct batch_inputs *inputs)
{
    if (list == NULL || list->kind != NODE_LIST || list->count > MOST_INPUTS)
        return false;
    inputs->path = ARENA_NEW(arena, const char *, list->count);
    for (size_t i = 0; i < list->count; i++) {
        if (list->item[i]->kind != NODE_SCALAR)
            return false;
        inputs->path[inputs->count++] = list->item[i]->text;
    }
    return true;
}

static bool read_map(struct arena *arena, const struct node *map, struct batch_record *record)
{
    const char *sum = text_of(map, "made_from");
    record->before = text_of(map, "before");
    const struct node *row = node_find(map, "row");
    if (sum == NULL || strlen(sum) != CHECKSUM_DIGITS || record->before == NULL || row == NULL)
        return false;
    memcpy(record->made_from.digits, sum, sizeof record->made_from.digits);
    struct node_span span = node_span(row);
    return batch_row_read(arena, row->place.source->text + span.start, span.end - span.start,
                          &record->row) &&
           read_inputs(arena, node_find(map, "inputs"), &record->inputs);
}

bool batch_record_read(struct arena *arena, const char *folder, struct batch_record *record)
{
    const char *path = file_join(arena, folder, BATCH_RECORD_NAME);
    *record = (struct batch_record){.before = ""};
    if (!file_exists(path))
        return false;
    struct diag *diag = diag_new();
    const struct source *source = source_load(arena, path, (struct place){0}, diag);
    const struct node *map = source != NULL ? node_parse(arena, source, diag) : NULL;
    bool good = map != NULL && map->kind == NODE_MAP && read_map(arena, map, record);
    diag_free(diag);
    if (!good)
        *record = (struct batch_record){.before = ""};
    return good;
}
