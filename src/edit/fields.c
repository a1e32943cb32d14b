/*
 * A walk over tree and table side by side, as record_read takes it. Maps that modules read themselves (FIELD_NODE) say
 * in the shape of their schema what they hold.
 */
#include "edit/fields.h"

#include <string.h>

#include "source/file.h"
#include "yaml/node_path.h"

struct walk {
    struct arena *arena;
    const struct edition *edition;
    const char *stem;
    struct edit_fields fields;
    const struct node *list; /* around */
    size_t index;
};

const char *edit_kind_name(enum edit_kind kind)
{
    static const char *const names[EDIT_KINDS] = {"score", "whole", "date",   "name",
                                                  "line",  "prose", "choice", "id"};
    return names[kind];
}

static const enum edit_kind kinds[] = {
    [FIELD_LITERAL] = EDIT_ID,     [FIELD_LITERALS] = EDIT_ID,   [FIELD_EXPRESSION] = EDIT_ID,
    [FIELD_WORDING] = EDIT_NAME,   [FIELD_WORDINGS] = EDIT_NAME, [FIELD_TEMPLATE] = EDIT_LINE,
    [FIELD_TEMPLATES] = EDIT_LINE, [FIELD_PROSE] = EDIT_PROSE,   [FIELD_PROSES] = EDIT_PROSE,
    [FIELD_WHOLE] = EDIT_WHOLE,    [FIELD_DECIMAL] = EDIT_SCORE, [FIELD_DATE] = EDIT_DATE,
    [FIELD_BOOL] = EDIT_CHOICE,    [FIELD_CHOICE] = EDIT_CHOICE, [FIELD_LENGTH] = EDIT_ID,
    [FIELD_COLOUR] = EDIT_ID,
};

static void add(struct walk *walk, const struct node *node, enum edit_kind kind,
                const struct field *field)
{
    if (node->kind != NODE_SCALAR && node->kind != NODE_NULL)
        return;
    struct edit_fields *fields = &walk->fields;
    fields->field =
        arena_room(walk->arena, fields->field, fields->count, &fields->room, sizeof *fields->field);
    struct edit_field *out = &fields->field[fields->count++];
    *out = (struct edit_field){.path = node_path(walk->arena, walk->stem, node),
                               .node = node,
                               .kind = kind,
                               .low = field->low,
                               .high = field->high,
                               .about = field->about,
                               .is_required = field->required,
                               .list = walk->list,
                               .index = walk->index};
    if (kind == EDIT_SCORE && out->low == out->high)
        out->high = walk->edition->scheme->full_score.hundredths;
}

/* What is in a map that a module reads itself. */
static bool kind_of_shape(const struct field *field, enum edit_kind *kind)
{
    static const struct {
        const char *name;
        enum edit_kind kind;
    } shapes[] = {{"definitions/score", EDIT_SCORE},
                  {"definitions/whole", EDIT_WHOLE},
                  {"definitions/text", EDIT_PROSE}};
    for (size_t i = 0; field->shape != NULL && i < sizeof shapes / sizeof shapes[0]; i++)
        if (strstr(field->shape, shapes[i].name) != NULL) {
            *kind = shapes[i].kind;
            return true;
        }
    return false;
}

/* ---- one value ---- */

static const struct field *field_of(const struct node *node);

static const struct field *find_key(const struct record *record, const char *key)
{
    for (size_t i = 0; i < record->count; i++)
        if (strcmp(record->fields[i].key, key) == 0)
            return &record->fields[i];
    return NULL;
}

/* The table of a map, or NULL where it has none. */
static const struct record *record_of(const struct node *map)
{
    if (map->parent == NULL) {
        const char *name = file_name(map->place.source->path);
        static const char *const stems[] = {"edition", "results", "analyses", "measures"};
        for (size_t i = 0; i < sizeof stems / sizeof stems[0]; i++)
            if (strncmp(name, stems[i], strlen(stems[i])) == 0 &&
                strcmp(name + strlen(stems[i]), ".yaml") == 0)
                return edition_record(stems[i]);
        return NULL;
    }
    const struct field *field = field_of(map);
    return field != NULL ? field->record : NULL;
}

/* The row of the key that a value is under; a map that a module reads itself has one row for all that is in it. */
static const struct field *field_of(const struct node *node)
{
    if (node->parent == NULL)
        return NULL;
    if (node->parent->kind == NODE_LIST)
        return field_of(node->parent);
    const struct record *record = record_of(node->parent);
    return record != NULL ? find_key(record, node_key(node)->text) : field_of(node->parent);
}

bool edit_kind_of(const struct node *node, enum edit_kind *kind)
{
    const struct field *field = field_of(node);
    if (field == NULL)
        return false;
    if (field->kind < FIELD_RECORD)
        *kind = kinds[field->kind];
    return field->kind < FIELD_RECORD || kind_of_shape(field, kind);
}

/* ---- what the scheme names ---- */

static const char *const *letters(struct walk *walk)
{
    const struct scheme_levels levels = edition_levels(walk->edition);
    const char **name = ARENA_NEW(walk->arena, const char *, levels.letters + 1);
    for (size_t i = 0; i < levels.letters; i++)
        name[i] = levels.letter[i].name.bytes;
    return name;
}

static const char *const *outcomes(struct walk *walk)
{
    const struct scheme_levels *levels = &walk->edition->scheme->levels;
    const char **name = ARENA_NEW(walk->arena, const char *, levels->outcomes + 1);
    for (size_t i = 0; i < levels->outcomes; i++)
        name[i] = levels->outcome[i].name.bytes;
    return name;
}

/* The announced letter and level are literals to the table, and one of the scheme's to the loader. */
static void offer_choice(struct walk *walk, const struct field *field)
{
    static const char *const truths[] = {"yes", "no", NULL};
    if (walk->fields.count == 0)
        return;
    struct edit_field *out = &walk->fields.field[walk->fields.count - 1];
    const char *const *choice = field->kind == FIELD_BOOL                            ? truths
                                : field->kind == FIELD_CHOICE                        ? field->names
                                : strcmp(out->path, "results.published.letter") == 0 ? letters(walk)
                                : strcmp(out->path, "results.published.level") == 0 ? outcomes(walk)
                                                                                    : NULL;
    if (choice == NULL)
        return;
    out->kind = EDIT_CHOICE;
    out->choice = choice;
}

/* ---- the walk ---- */

static void walk_record(struct walk *walk, const struct record *record, const struct node *map);

/* A score, or a map of them. */
static void walk_values(struct walk *walk, const struct field *field, const struct node *node,
                        enum edit_kind kind)
{
    if (node->kind != NODE_MAP)
        add(walk, node, kind, field);
    for (size_t i = 0; node->kind == NODE_MAP && i < node->count; i++)
        add(walk, node->item[i], kind, field);
}

static void walk_shape(struct walk *walk, const struct field *field, const struct node *map)
{
    enum edit_kind kind;
    if (map->kind != NODE_MAP || !kind_of_shape(field, &kind))
        return;
    for (size_t i = 0; i < map->count; i++)
        walk_values(walk, field, map->item[i], kind);
}

static void walk_list(struct walk *walk, const struct field *field, const struct node *list)
{
    const struct node *outer = walk->list;
    size_t index = walk->index;
    for (size_t i = 0; i < list->count; i++) {
        walk->list = list;
        walk->index = i;
        if (field->kind == FIELD_RECORDS)
            walk_record(walk, field->record, list->item[i]);
        else
            add(walk, list->item[i], kinds[field->kind], field);
    }
    walk->list = outer;
    walk->index = index;
}

static void walk_field(struct walk *walk, const struct field *field, const struct node *node)
{
    if (field->kind == FIELD_NODE && field->record == NULL)
        walk_shape(walk, field, node);
    else if (field->kind == FIELD_RECORD || field->kind == FIELD_NODE)
        walk_record(walk, field->record, node);
    else if (node->kind == NODE_LIST)
        walk_list(walk, field, node);
    else if (field->kind != FIELD_RECORDS) {
        size_t before = walk->fields.count;
        add(walk, node, kinds[field->kind], field);
        if (walk->fields.count > before)
            offer_choice(walk, field);
    }
}

static void walk_record(struct walk *walk, const struct record *record, const struct node *map)
{
    for (size_t i = 0; map->kind == NODE_MAP && i < map->count; i++)
        for (size_t f = 0; f < record->count; f++)
            if (strcmp(record->fields[f].key, map->key[i]->text) == 0)
                walk_field(walk, &record->fields[f], map->item[i]);
}

/* edition, results, analyses or measures. */
static const char *stem_of(struct arena *arena, const struct node *tree)
{
    const char *name = file_name(tree->place.source->path);
    return arena_copy(arena, name, strcspn(name, "."));
}

struct edit_fields edit_fields(struct arena *arena, const struct edition *edition)
{
    struct walk walk = {.arena = arena, .edition = edition};
    for (size_t i = 0; i < edition->trees.count; i++) {
        walk.stem = stem_of(arena, edition->trees.tree[i]);
        const struct record *record = edition_record(walk.stem);
        if (record != NULL)
            walk_record(&walk, record, edition->trees.tree[i]);
    }
    return walk.fields;
}

const struct edit_field *edit_field_of(const struct edit_fields *fields, const struct node *node)
{
    for (size_t i = 0; i < fields->count; i++)
        if (fields->field[i].node == node)
            return &fields->field[i];
    return NULL;
}

const struct node *edit_find(const struct edition *edition, const char *path,
                             const struct node **tree)
{
    size_t stem = strcspn(path, ".");
    for (size_t i = 0; i < edition->trees.count; i++) {
        const char *name = file_name(edition->trees.tree[i]->place.source->path);
        if (strncmp(name, path, stem) != 0 || strcmp(name + stem, ".yaml") != 0)
            continue;
        *tree = edition->trees.tree[i];
        return node_at(*tree, path[stem] == '.' ? path + stem + 1 : "");
    }
    return NULL;
}
