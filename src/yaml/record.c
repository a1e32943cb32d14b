/*
 * Reads a map by its table: first every key of the map (unknown ones are reported), each by the
 * reader of its kind; then every row of the table that must be there and is not.
 */
#include "yaml/record.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/length.h"
#include "base/nearest.h"
#include "yaml/record_value.h"

enum { MOST_ASKED = 16 }; /* keys of one map that unknown ones were taken for */

static struct record_name name_of(const struct record *record)
{
    return (struct record_name){record->name, record->thai != NULL ? record->thai : record->name};
}

static void *slot(void *out, size_t offset)
{
    return (char *)out + offset;
}

/* ---- one reader a kind of field ---- */

/* The forms of the kinds that are texts. */
static const enum text_form forms[] = {
    [FIELD_LITERAL] = TEXT_LITERAL,       [FIELD_LITERALS] = TEXT_LITERAL,
    [FIELD_WORDING] = TEXT_WORDING,       [FIELD_WORDINGS] = TEXT_WORDING,
    [FIELD_TEMPLATE] = TEXT_TEMPLATE,     [FIELD_TEMPLATES] = TEXT_TEMPLATE,
    [FIELD_PROSE] = TEXT_PROSE,           [FIELD_PROSES] = TEXT_PROSE,
    [FIELD_EXPRESSION] = TEXT_EXPRESSION,
};

static bool is_words(enum field_kind kind)
{
    return kind < FIELD_WHOLE && forms[kind] >= TEXT_WORDING;
}

static bool read_text(const struct record_reader *reader, const struct field *field,
                      const struct node *node, void *out)
{
    int which = 0;
    return record_text(reader, node, forms[field->kind], slot(out, field->offset)) &&
           (field->names == NULL || record_choice(reader, node, field->names, &which));
}

static bool read_texts(const struct record_reader *reader, const struct field *field,
                       const struct node *node, void *out)
{
    return record_texts(reader, node, forms[field->kind], slot(out, field->offset));
}

static bool read_whole(const struct record_reader *reader, const struct field *field,
                       const struct node *node, void *out)
{
    if (field->is_year)
        return record_year(reader, node, field->low, field->high, slot(out, field->offset));
    return record_whole(reader, node, field->low, field->high, slot(out, field->offset));
}

static bool read_decimal(const struct record_reader *reader, const struct field *field,
                         const struct node *node, void *out)
{
    return record_decimal(reader, node, field->low, field->high, slot(out, field->offset));
}

static bool read_date(const struct record_reader *reader, const struct field *field,
                      const struct node *node, void *out)
{
    return record_day(reader, node, slot(out, field->offset));
}

static bool read_bool(const struct record_reader *reader, const struct field *field,
                      const struct node *node, void *out)
{
    return record_flag(reader, node, slot(out, field->offset));
}

static bool read_choice(const struct record_reader *reader, const struct field *field,
                        const struct node *node, void *out)
{
    return record_choice(reader, node, field->names, slot(out, field->offset));
}

static bool read_length(const struct record_reader *reader, const struct field *field,
                        const struct node *node, void *out)
{
    int32_t length = 0;
    struct record_range range = {field->low, field->high, PT, "pt"};
    if (!record_length(reader, node, &length) || !record_in_range(reader, node, length, range))
        return false;
    memcpy(slot(out, field->offset), &length, sizeof length);
    return true;
}

static bool read_colour(const struct record_reader *reader, const struct field *field,
                        const struct node *node, void *out)
{
    return record_colour(reader, node, slot(out, field->offset));
}

static bool read_record(const struct record_reader *reader, const struct field *field,
                        const struct node *node, void *out)
{
    return record_read(reader, field->record, node, slot(out, field->offset));
}

static bool read_records(const struct record_reader *reader, const struct field *field,
                         const struct node *node, void *out)
{
    if (!record_expect_kind(reader, node, NODE_LIST, (struct record_name){field->key, field->key}))
        return false;
    size_t size = field->record->size;
    char *array = arena_alloc(reader->arena, node->count, size);
    bool fine = true;
    for (size_t i = 0; i < node->count; i++)
        fine &= record_read(reader, field->record, node->item[i], array + i * size);
    memcpy(slot(out, field->offset), &array, sizeof array);
    memcpy(slot(out, field->count_offset), &node->count, sizeof node->count);
    return fine;
}

static bool read_node(const struct record_reader *reader, const struct field *field,
                      const struct node *node, void *out)
{
    (void)reader;
    memcpy(slot(out, field->offset), &node, sizeof node);
    return true;
}

static bool (*const read_by_kind[])(const struct record_reader *reader, const struct field *field,
                                    const struct node *node, void *out) = {
    [FIELD_WORDING] = read_text,   [FIELD_WORDINGS] = read_texts,  [FIELD_LITERAL] = read_text,
    [FIELD_TEMPLATE] = read_text,  [FIELD_PROSE] = read_text,      [FIELD_EXPRESSION] = read_text,
    [FIELD_LITERALS] = read_texts, [FIELD_TEMPLATES] = read_texts, [FIELD_PROSES] = read_texts,
    [FIELD_WHOLE] = read_whole,    [FIELD_DECIMAL] = read_decimal, [FIELD_DATE] = read_date,
    [FIELD_BOOL] = read_bool,      [FIELD_CHOICE] = read_choice,   [FIELD_LENGTH] = read_length,
    [FIELD_COLOUR] = read_colour,  [FIELD_RECORD] = read_record,   [FIELD_RECORDS] = read_records,
    [FIELD_NODE] = read_node,
};

/* ---- keys ---- */

static const struct field *field_of(const struct record *record, const char *key)
{
    for (size_t i = 0; i < record->count; i++)
        if (strcmp(record->fields[i].key, key) == 0)
            return &record->fields[i];
    return NULL;
}

/* Keys of the tables are of Latin letters: what has others, or blanks, was meant as words. */
static bool is_wording(const char *key)
{
    for (; *key != '\0'; key++)
        if ((unsigned char)*key >= 0x80 || *key == ' ')
            return true;
    return false;
}

/* From the text before the key, if that goes on in brackets, to the end of the value, if it is on the line. */
static const char *wording(const struct record_reader *reader, const struct node *map, size_t index)
{
    const struct node *key = map->key[index];
    const struct node *value = map->item[index];
    const struct node *before = index > 0 ? map->item[index - 1] : NULL;
    bool goes_on = node_is_bracketed(map) && before != NULL && before->kind == NODE_SCALAR &&
                   !before->quoted && before->parent == map;
    size_t from = goes_on ? before->offset : key->offset;
    const char *text = key->place.source->text;
    size_t length = (value->parent == map ? value : key)->end - from;
    if (memchr(text + from, '\n', length) != NULL)
        length = key->end - from;
    return record_quoted(reader, text + from, length);
}

/* The file that has a key at its margin, or NULL. */
static const char *file_of(const struct record_reader *reader, const struct record *record,
                           const char *key)
{
    for (const struct record_file *file = reader->files; file != NULL && file->name != NULL; file++)
        for (size_t i = 0; file->record != record && i < file->record->count; i++)
            if (strcmp(file->record->fields[i].key, key) == 0)
                return file->name;
    return NULL;
}

/* The key that an unknown one was probably meant to be: the nearest, or what it is called in Thai; or NULL. */
static const char *meant_key(const struct record_reader *reader, const struct record *record,
                             const char *key)
{
    const char **known = ARENA_NEW(reader->arena, const char *, record->count);
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        known[i] = field->key;
        if (field->record != NULL && field->record->thai != NULL &&
            strcmp(field->record->thai, key) == 0)
            return field->key;
    }
    return nearest_name(key, known, record->count);
}

static const char *all_keys(const struct record_reader *reader, const struct record *record)
{
    struct buffer list = {0};
    for (size_t i = 0; i < record->count; i++)
        buffer_printf(&list, "%s%s", i > 0 ? ", " : "", record->fields[i].key);
    const char *copy = arena_string(reader->arena, buffer_text(&list));
    buffer_free(&list);
    return copy;
}

/* Returns the key that is asked for, or NULL. */
static const char *say_unknown(const struct record_reader *reader, const struct record *record,
                               const struct node *map, size_t index)
{
    const struct node *key = map->key[index];
    const char *file = file_of(reader, record, key->text);
    const char *meant = file == NULL ? meant_key(reader, record, key->text) : NULL;
    struct record_name name = name_of(record);
    if (file != NULL)
        diag_say(reader->diag, MESSAGE_RECORD_KEY_ELSEWHERE, key->place, key->text, name.english,
                 name.thai, file);
    else if (meant != NULL)
        diag_say(reader->diag, MESSAGE_RECORD_KEY_NEAR, key->place, key->text, name.english,
                 name.thai, meant);
    else if (is_wording(key->text))
        diag_say(reader->diag, MESSAGE_RECORD_KEY_TEXT, key->place, key->text, name.english,
                 name.thai, all_keys(reader, record), wording(reader, map, index));
    else
        diag_say(reader->diag, MESSAGE_RECORD_KEY, key->place, key->text, name.english, name.thai,
                 all_keys(reader, record));
    return meant;
}

/* What a key is for, in brackets, for the hints. */
static const char *about(const struct record_reader *reader, const struct field *field)
{
    if (field->about == NULL || field->about[0] == '\0')
        return "";
    return arena_printf(reader->arena, " (%s)", field->about);
}

/* Whether a text, or texts that must be there, should be here, and nothing is said. */
static bool is_blank_text(const struct record_reader *reader, const struct field *field,
                          const struct node *node)
{
    bool is_text = field->kind <= FIELD_PROSES && !reader->allows_blank;
    bool is_empty = node->kind == NODE_LIST && node->count == 0 && field->required;
    return is_text && (is_empty || record_is_blank(node));
}

/* An empty value is like none; but an empty colour is a colour read as a comment. */
static bool read_key(const struct record_reader *reader, const struct field *field,
                     const struct node *node, void *out)
{
    bool is_none = node->kind == NODE_NULL && field->kind != FIELD_COLOUR;
    if (!is_none && !is_blank_text(reader, field, node))
        return read_by_kind[field->kind](reader, field, node, out);
    if (is_words(field->kind) && record_is_blank(node) && !record_no_text(reader, node))
        return false;
    bool is_told = is_none || (node->block && node->length == 0);
    if (!field->required && !is_told)
        diag_say(reader->diag, MESSAGE_RECORD_BLANK, node->place, field->key);
    if (!field->required)
        return true;
    diag_say(reader->diag, MESSAGE_RECORD_NO_VALUE, node->place, field->key, about(reader, field));
    return false;
}

/* A key that an unknown one was taken for is not missing. */
static bool is_asked_for(const char *const *asked, size_t count, const char *key)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(asked[i], key) == 0)
            return true;
    return false;
}

static bool check_missing(const struct record_reader *reader, const struct record *record,
                          const struct node *map, const char *const *asked, size_t asked_count)
{
    bool fine = true;
    struct record_name name = name_of(record);
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        if (!field->required || node_find(map, field->key) != NULL ||
            is_asked_for(asked, asked_count, field->key))
            continue;
        diag_say(reader->diag, MESSAGE_RECORD_MISSING, map->place, field->key, name.english,
                 name.thai, about(reader, field));
        fine = false;
    }
    return fine;
}

bool record_read(const struct record_reader *reader, const struct record *record,
                 const struct node *node, void *out)
{
    assert(node != NULL);
    if (!record_expect_kind(reader, node, NODE_MAP, name_of(record)))
        return false;
    if (record->place_offset != SIZE_MAX)
        memcpy(slot(out, record->place_offset), &node->place, sizeof node->place);
    bool fine = true;
    const char *asked[MOST_ASKED];
    size_t asked_count = 0;
    for (size_t i = 0; i < node->count; i++) {
        const struct field *field = field_of(record, node->key[i]->text);
        if (field != NULL) {
            fine &= read_key(reader, field, node->item[i], out);
            continue;
        }
        const char *meant = say_unknown(reader, record, node, i);
        if (meant != NULL && asked_count < MOST_ASKED)
            asked[asked_count++] = meant;
        fine = false;
    }
    return check_missing(reader, record, node, asked, asked_count) && fine;
}

void record_say_twice(const struct record_reader *reader, const char *id, struct place again,
                      struct place first)
{
    diag_say(reader->diag, MESSAGE_ID_TWICE, again, id,
             arena_printf(reader->arena, "%u", first.line));
}
