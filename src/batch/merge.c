/* Tables are read line by line: the first says which shard of what, each further one is a row. */
#include "batch/merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "source/file.h"
#include "source/folder.h"
#include "source/source.h"
#include "yaml/node.h"

struct merge {
    struct arena *arena;
    struct diag *diag;
    struct batch_table *shard; /* by number, from 0; without a list where it has not been met */
    const char **path;
    size_t shards;
    struct batch_table first; /* that was met */
};

/* ---- one table ---- */

static bool read_number(const struct node *map, const char *key, size_t *number)
{
    const struct node *value = node_find(map, key);
    char *end = NULL;
    if (value == NULL || value->kind != NODE_SCALAR)
        return false;
    *number = strtoul(value->text, &end, 10);
    return *value->text != '\0' && *value->text != '-' && *end == '\0';
}

/* The first line, with the brackets that it opens closed. */
static bool read_head(struct arena *arena, const char *line, size_t length,
                      struct batch_table *table)
{
    struct diag *unheard = diag_new();
    const char *text = arena_printf(arena, "%.*s]}", (int)length, line);
    const struct node *map = node_parse(arena, source_new(arena, "", text, strlen(text)), unheard);
    diag_free(unheard);
    const struct node *list = map != NULL && map->kind == NODE_MAP ? node_find(map, "list") : NULL;
    if (list == NULL || list->kind != NODE_SCALAR || list->length != CHECKSUM_DIGITS)
        return false;
    memcpy(table->list.digits, list->text, sizeof table->list.digits);
    return read_number(map, "shard", &table->shard) && read_number(map, "shards", &table->shards) &&
           read_number(map, "editions", &table->editions) && table->shard >= 1 &&
           table->shard <= table->shards && table->shards <= LIMIT_BATCH_SHARDS &&
           table->editions <= LIMIT_BATCH_EDITIONS;
}

/* How many rows a shard has of all. */
static size_t share_of(const struct batch_table *table)
{
    return (table->editions + table->shards - table->shard) / table->shards;
}

static bool read_table(struct arena *arena, const struct source *source, struct batch_table *table)
{
    const char *at = source->text, *end = source->text + source->length;
    const char *stop = memchr(at, '\n', source->length);
    *table = (struct batch_table){0};
    if (stop == NULL || !read_head(arena, at, (size_t)(stop - at), table))
        return false;
    size_t rows = share_of(table);
    table->row = ARENA_NEW(arena, struct batch_row, rows);
    for (; table->rows < rows; table->rows++) {
        at = stop + 1;
        stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL)
            return false;
        size_t length = (size_t)(stop - at);
        length -= length > 0 && at[length - 1] == ',';
        if (!batch_row_read(arena, at, length, &table->row[table->rows]))
            return false;
    }
    return strcmp(stop + 1, "]}\n") == 0;
}

/* ---- all of them ---- */

static bool is_of_the_others(const struct merge *merge, const struct batch_table *table)
{
    const struct batch_table *first = &merge->first;
    return first->shards == table->shards && first->editions == table->editions &&
           strcmp(first->list.digits, table->list.digits) == 0;
}

static void begin(struct merge *merge, const struct batch_table *table)
{
    merge->first = *table;
    merge->shards = table->shards;
    merge->shard = ARENA_NEW(merge->arena, struct batch_table, table->shards);
    merge->path = ARENA_NEW(merge->arena, const char *, table->shards);
}

static bool take_table(struct merge *merge, const char *path)
{
    struct batch_table table;
    const struct source *source = source_load(merge->arena, path, (struct place){0}, merge->diag);
    if (source == NULL)
        return false;
    if (!read_table(merge->arena, source, &table)) {
        diag_say(merge->diag, MESSAGE_BATCH_NO_TABLE, (struct place){0}, path);
        return false;
    }
    if (merge->shards == 0)
        begin(merge, &table);
    if (!is_of_the_others(merge, &table)) {
        diag_say(merge->diag, MESSAGE_BATCH_OTHER_LIST, (struct place){0}, path);
        return false;
    }
    const char **known = &merge->path[table.shard - 1];
    if (*known != NULL) {
        diag_say(merge->diag, MESSAGE_BATCH_SHARD_TWICE, (struct place){0}, path, *known);
        return false;
    }
    *known = path;
    merge->shard[table.shard - 1] = table;
    return true;
}

/* The tables of shards in a folder, whatever their number. */
static bool take_folder(struct merge *merge, const char *folder)
{
    static const char *const ENDS[] = {".json", NULL};
    struct folder_files files = folder_list(merge->arena, folder, ENDS);
    bool good = true, has_any = false;
    for (size_t i = 0; i < files.count && good; i++) {
        const char *name = file_name(files.path[i]);
        if (strncmp(name, "batch.", strlen("batch.")) != 0 || strstr(name, "-of-") == NULL)
            continue;
        has_any = true;
        good = take_table(merge, files.path[i]);
    }
    if (!has_any)
        diag_say(merge->diag, MESSAGE_BATCH_NO_SHARDS, (struct place){0}, folder);
    return good && has_any;
}

static bool has_all(const struct merge *merge)
{
    bool good = true;
    for (size_t i = 0; i < merge->shards; i++) {
        if (merge->path[i] != NULL)
            continue;
        diag_say(merge->diag, MESSAGE_BATCH_SHARD_MISSING, (struct place){0},
                 arena_printf(merge->arena, "%zu", i + 1),
                 arena_printf(merge->arena, "%zu", merge->shards));
        good = false;
    }
    return good;
}

bool batch_merge(struct arena *arena, char *const *paths, size_t count, struct batch_table *joined,
                 struct diag *diag)
{
    struct merge merge = {.arena = arena, .diag = diag};
    bool good = true;
    for (size_t i = 0; i < count; i++)
        good = (file_is_folder(paths[i]) ? take_folder(&merge, paths[i])
                                         : take_table(&merge, paths[i])) &&
               good;
    if (!good || !has_all(&merge) || merge.shards == 0)
        return false;
    *joined = (struct batch_table){.shard = 1,
                                   .shards = 1,
                                   .editions = merge.shard[0].editions,
                                   .list = merge.shard[0].list,
                                   .rows = merge.shard[0].editions};
    joined->row = ARENA_NEW(arena, struct batch_row, joined->rows);
    for (size_t i = 0; i < joined->rows; i++)
        joined->row[i] = merge.shard[i % merge.shards].row[i / merge.shards];
    return true;
}
