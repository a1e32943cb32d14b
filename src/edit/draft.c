/*
 * A new entry is written as JSON, which is YAML, and read: so it is a tree like those of files. What someone typed is in
 * quotes there; what the program knows is not, where it needs none.
 */
#include <string.h>

#include "base/json.h"
#include "edit/lists.h"
#include "edit/try.h"

/* Letters of ids that need no quotes. */
static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

struct draft {
    struct arena *arena;
    const struct edition *edition;
    const struct edit_list *list;
    const struct edit_new *new;
    struct json json;
    bool is_named; /* the words were used */
    int days;      /* that were set */
};

static void add_words(struct draft *draft, const char *key)
{
    bool is_first = !draft->is_named && draft->new->text[0] != '\0';
    draft->is_named = true;
    if (is_first)
        json_string(&draft->json, key, draft->new->text);
    else
        json_raw(&draft->json, key, EDIT_LATER);
}

/* ---- what is not words ---- */

/* Whether an entry of the list has a text for a key. */
static bool is_taken(const struct draft *draft, const char *key, const char *text)
{
    const struct node *list = draft->list->node;
    for (size_t i = 0; list != NULL && list->kind == NODE_LIST && i < list->count; i++) {
        const struct node *value =
            list->item[i]->kind == NODE_MAP ? node_find(list->item[i], key) : NULL;
        if (value != NULL && value->kind == NODE_SCALAR && strcmp(value->text, text) == 0)
            return true;
    }
    return false;
}

static void add_number(struct draft *draft, const struct field *field)
{
    int64_t number = field->low > 0 ? field->low : 1;
    while (is_taken(draft, field->key, arena_printf(draft->arena, "%lld", (long long)number)))
        number++;
    json_whole(&draft->json, field->key, number);
}

/* The first day of the year that is planned, and then the last. */
static void add_day(struct draft *draft, const char *key)
{
    int year = (int)draft->edition->profile.plan_year.value;
    struct date first = {year - 1, 10, 1}, last = {year, 9, 30};
    json_raw(&draft->json, key, date_typed(draft->arena, draft->days++ == 0 ? first : last));
}

/* A question, or an instrument, that no entry is about. */
static void add_id(struct draft *draft, const struct field *field)
{
    const struct scheme *scheme = draft->edition->scheme;
    const char *id = "", *const *about = (const char *const *)draft->list->about;
    if (strcmp(field->key, "question") == 0) {
        id = about != NULL && about[0] != NULL ? about[0] : "";
        for (size_t i = 0; about != NULL && about[i] != NULL; i++)
            if (is_taken(draft, field->key, id))
                id = about[i];
        if (draft->new->about != NULL)
            id = draft->new->about;
    } else {
        for (size_t i = scheme->instruments; i > 0; i--)
            if (!is_taken(draft, field->key, scheme->instrument[i - 1].id.bytes))
                id = scheme->instrument[i - 1].id.bytes;
    }
    if (id[0] != '\0' && id[strspn(id, PLAIN)] == '\0')
        json_raw(&draft->json, field->key, id);
    else
        json_string(&draft->json, field->key, id);
}

/* ---- the entry ---- */

static void add_record(struct draft *draft, const struct record *record, const char *key);

static bool is_words(enum field_kind kind)
{
    return kind == FIELD_WORDING || kind == FIELD_TEMPLATE || kind == FIELD_PROSE;
}

static bool is_list_of_words(enum field_kind kind)
{
    return kind == FIELD_WORDINGS || kind == FIELD_TEMPLATES || kind == FIELD_PROSES;
}

/* Words that need not be there are so only where the entry has no others. */
static bool is_wanted(const struct record *record, size_t index)
{
    const struct field *field = &record->fields[index];
    if (field->required || is_list_of_words(field->kind))
        return true;
    bool has_words = false, is_first = is_words(field->kind);
    for (size_t i = 0; i < record->count; i++) {
        has_words = has_words || (record->fields[i].required && is_words(record->fields[i].kind));
        is_first = is_first && !(i < index && is_words(record->fields[i].kind));
    }
    return is_first && !has_words;
}

static void add_list(struct draft *draft, const char *key)
{
    json_open(&draft->json, key, '[');
    add_words(draft, NULL);
    json_close(&draft->json, ']');
}

static void add_field(struct draft *draft, const struct field *field)
{
    if (is_words(field->kind))
        add_words(draft, field->key);
    else if (is_list_of_words(field->kind))
        add_list(draft, field->key);
    else if (field->kind == FIELD_WHOLE)
        add_number(draft, field);
    else if (field->kind == FIELD_DATE)
        add_day(draft, field->key);
    else if (field->kind == FIELD_RECORD)
        add_record(draft, field->record, field->key);
    else if (field->kind == FIELD_CHOICE)
        json_string(&draft->json, field->key, field->names[0]);
    else if (field->kind == FIELD_LITERAL)
        add_id(draft, field);
}

/* A list of entries that must have one has one. */
static void add_entries(struct draft *draft, const struct field *field)
{
    json_open(&draft->json, field->key, '[');
    add_record(draft, field->record, NULL);
    json_close(&draft->json, ']');
}

static void add_record(struct draft *draft, const struct record *record, const char *key)
{
    json_open(&draft->json, key, '{');
    for (size_t i = 0; i < record->count; i++)
        if (!is_wanted(record, i))
            continue;
        else if (record->fields[i].kind == FIELD_RECORDS)
            add_entries(draft, &record->fields[i]);
        else
            add_field(draft, &record->fields[i]);
    json_close(&draft->json, '}');
}

/* JSON that is read as YAML. */
static const struct node *read(struct arena *arena, const struct buffer *text)
{
    struct source *source = ARENA_NEW(arena, struct source, 1);
    *source = (struct source){"", arena_copy(arena, buffer_text(text), text->length), text->length};
    struct diag *unheard = diag_new();
    const struct node *node = node_parse(arena, source, unheard);
    diag_free(unheard);
    return node;
}

const struct node *edit_draft(struct arena *arena, const struct edition *edition,
                              const struct edit_list *list, const struct edit_new *new)
{
    struct buffer text = {0};
    struct edit_new trimmed = {edit_trimmed(arena, new->text), new->about};
    struct draft draft = {
        .arena = arena, .edition = edition, .list = list, .new = &trimmed, .json = {.out = &text}};
    if (list->field->kind == FIELD_RECORDS)
        add_record(&draft, list->field->record, NULL);
    else
        add_words(&draft, NULL);
    const struct node *node = read(arena, &text);
    buffer_free(&text);
    return node;
}

const struct node *edit_text(struct arena *arena, const char *text)
{
    struct node *node = ARENA_NEW(arena, struct node, 1);
    const char *trimmed = edit_trimmed(arena, text);
    *node = (struct node){
        .kind = NODE_SCALAR, .quoted = true, .text = trimmed, .length = strlen(trimmed)};
    return node;
}

const struct node *edit_wrap(struct arena *arena, const struct node *entry, const char *const *key,
                             size_t keys)
{
    struct node *list = ARENA_NEW(arena, struct node, 1);
    *list = (struct node){.kind = NODE_LIST, .count = 1};
    list->item = ARENA_NEW(arena, const struct node *, 1);
    list->item[0] = entry;
    const struct node *value = list;
    for (size_t i = keys; i > 0; i--) {
        struct node *map = ARENA_NEW(arena, struct node, 1),
                    *name = ARENA_NEW(arena, struct node, 1);
        *name =
            (struct node){.kind = NODE_SCALAR, .text = key[i - 1], .length = strlen(key[i - 1])};
        *map = (struct node){.kind = NODE_MAP, .count = 1};
        map->item = ARENA_NEW(arena, const struct node *, 1);
        map->key = ARENA_NEW(arena, const struct node *, 1);
        map->item[0] = value;
        map->key[0] = name;
        value = map;
    }
    return value;
}
