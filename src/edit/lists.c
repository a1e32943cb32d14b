/*
 * A walk over tree and table side by side, which goes on where the tree ends: of a map that is not written its keys are
 * known all the same.
 */
#include "edit/lists.h"

#include <string.h>

#include "source/file.h"
#include "yaml/node_path.h"

struct walk {
    struct arena *arena;
    const struct edition *edition;
    const char *stem;
    struct edit_lists lists;
    struct edit_list at; /* the tree, the nearest map, and the keys from there */
    const char *owner;
    const struct node *entry; /* of a list, that the walk is in; or NULL */
};

/* ---- what an entry is about ---- */

static const char **questions_of(struct walk *walk, const struct scheme_instrument *instrument)
{
    const struct scheme *scheme = walk->edition->scheme;
    const char **id = ARENA_NEW(walk->arena, const char *, scheme->questions + 1);
    size_t count = 0;
    for (size_t i = 0; i < scheme->questions; i++)
        if (instrument == NULL || scheme->question[i].indicator->instrument == instrument)
            id[count++] = scheme->question[i].id.bytes;
    return id;
}

/* The instrument of the entry that a list is in, if it is of one. */
static const struct scheme_instrument *instrument_of(const struct walk *walk)
{
    const struct node *id = walk->entry != NULL ? node_find(walk->entry, "id") : NULL;
    if (id == NULL || id->kind != NODE_SCALAR)
        return NULL;
    return scheme_find_instrument(walk->edition->scheme, id->text);
}

static bool has_key(const struct record *record, const char *key)
{
    for (size_t i = 0; record != NULL && i < record->count; i++)
        if (strcmp(record->fields[i].key, key) == 0)
            return true;
    return false;
}

/* Whether all that an entry must have can be told: ids of the scheme can; addresses, paths and figures cannot. */
static bool can_draft(const struct record *record)
{
    static const char *const known[] = {"question", "id"};
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        bool is_known = false;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            is_known = is_known || strcmp(field->key, known[k]) == 0;
        bool is_id = field->kind == FIELD_LITERAL || field->kind == FIELD_LITERALS ||
                     field->kind == FIELD_EXPRESSION;
        bool is_open = (is_id && !is_known) || field->kind == FIELD_NODE ||
                       field->kind == FIELD_DECIMAL || field->kind == FIELD_LENGTH;
        if (field->required && is_open)
            return false;
    }
    return true;
}

/* ---- the walk ---- */

static void walk_record(struct walk *walk, const struct record *record, const struct node *map);

static const char *path_of(const struct walk *walk)
{
    const char *path = node_path(walk->arena, walk->stem, walk->at.map);
    for (size_t i = 0; i < walk->at.keys; i++)
        path = arena_printf(walk->arena, "%s.%s", path, walk->at.key[i]);
    return path;
}

static void add(struct walk *walk, const struct field *field, const struct node *node)
{
    struct edit_lists *lists = &walk->lists;
    lists->list =
        arena_room(walk->arena, lists->list, lists->count, &lists->room, sizeof *lists->list);
    struct edit_list *list = &lists->list[lists->count++];
    *list = walk->at;
    list->field = field;
    list->node = node;
    list->path = path_of(walk);
    list->owner = walk->owner;
    if (node != NULL)
        list->count = node->kind == NODE_LIST ? node->count : node->kind == NODE_SCALAR;
    if (has_key(field->record, "question"))
        list->about = questions_of(walk, instrument_of(walk));
}

/* The first words of an entry tell it; without any, its id. */
static const char *words_of(const struct record *record, const struct node *entry)
{
    for (size_t i = 0; i < record->count; i++) {
        const struct node *value = node_find(entry, record->fields[i].key);
        enum field_kind kind = record->fields[i].kind;
        if (value != NULL && value->kind == NODE_SCALAR &&
            (kind == FIELD_TEMPLATE || kind == FIELD_WORDING || kind == FIELD_LITERAL))
            return value->text;
    }
    return "";
}

static void walk_entries(struct walk *walk, const struct field *field, const struct node *list)
{
    struct walk outer = *walk;
    for (size_t i = 0; i < list->count; i++) {
        walk->entry = list->item[i];
        walk->owner = walk->entry->kind == NODE_MAP ? words_of(field->record, walk->entry) : "";
        walk_record(walk, field->record, walk->entry);
    }
    walk->entry = outer.entry;
    walk->owner = outer.owner;
}

static void walk_list(struct walk *walk, const struct field *field, const struct node *node)
{
    bool is_list = node == NULL || node->kind == NODE_LIST || node->kind == NODE_NULL;
    bool of_entries = field->kind == FIELD_RECORDS;
    if (!is_list && (of_entries || node->kind != NODE_SCALAR))
        return;
    if (!of_entries || can_draft(field->record))
        add(walk, field, node);
    if (of_entries && node != NULL)
        walk_entries(walk, field, node);
}

static void walk_field(struct walk *walk, const struct field *field, const struct node *node)
{
    switch (field->kind) {
    case FIELD_WORDINGS:
    case FIELD_TEMPLATES:
    case FIELD_PROSES:
    case FIELD_RECORDS:
        walk_list(walk, field, node);
        break;
    case FIELD_RECORD:
    case FIELD_NODE:
        if (field->record != NULL)
            walk_record(walk, field->record, node);
        break;
    default:
        break;
    }
}

/* map: NULL where nothing is written for it; the keys then lead on from the one before. */
static void walk_record(struct walk *walk, const struct record *record, const struct node *map)
{
    bool is_written = map != NULL && map->kind == NODE_MAP && map->count > 0;
    if (map != NULL && map->kind != NODE_MAP && map->kind != NODE_NULL)
        return;
    struct edit_list outer = walk->at;
    if (is_written) {
        walk->at.map = map;
        walk->at.keys = 0;
    }
    if (walk->at.keys == EDIT_LIST_KEYS)
        return;
    size_t depth = walk->at.keys++;
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        walk->at.keys = depth + 1;
        walk->at.key[depth] = field->key;
        walk_field(walk, field, is_written ? node_find(map, field->key) : NULL);
    }
    walk->at = outer;
}

struct edit_lists edit_lists(struct arena *arena, const struct edition *edition)
{
    struct walk walk = {.arena = arena, .edition = edition, .owner = ""};
    for (size_t i = 0; i < edition->trees.count; i++) {
        const struct node *tree = edition->trees.tree[i];
        const char *name = file_name(tree->place.source->path);
        walk.stem = arena_copy(arena, name, strcspn(name, "."));
        const struct record *record = edition_record(walk.stem);
        walk.at = (struct edit_list){.tree = tree, .map = tree};
        if (record != NULL && tree->kind == NODE_MAP)
            walk_record(&walk, record, tree);
    }
    return walk.lists;
}

const struct edit_list *edit_list_of(const struct edit_lists *lists, const char *path)
{
    for (size_t i = 0; i < lists->count; i++)
        if (strcmp(lists->list[i].path, path) == 0)
            return &lists->list[i];
    return NULL;
}
