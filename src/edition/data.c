/*
 * data.c - reads free data: `data:` in edition.yaml, data.yaml beside it, and the tables that these name.
 *
 * Numbers are what would be numbers anywhere else in the files, with commas between thousands if they are typed; in
 * quotes they are texts, but for those with commas. A table becomes a list of maps, a map a row; its first row is its head and names the keys, unless
 * `columns` does. All names must be such that a placeholder can say them.
 */
#include <string.h>

#include "base/digit.h"
#include "base/limits.h"
#include "edition/load.h"
#include "sheet/sheet.h"
#include "source/file.h"
#include "yaml/number.h"

struct data_reader {
    struct loader *loader;
    size_t values;
    bool in_file;    /* a file of data names no other */
    bool is_stopped; /* there were too many values, which was said */
};

static struct arena *arena_of(const struct data_reader *reader)
{
    return reader->loader->reader.arena;
}

static struct diag *diag_of(const struct data_reader *reader)
{
    return reader->loader->reader.diag;
}

/* Counts a value; false after reporting one too many. */
static bool may_add(struct data_reader *reader, struct place place)
{
    if (reader->is_stopped)
        return false;
    if (++reader->values <= LIMIT_DATA)
        return true;
    reader->is_stopped = true;
    diag_say(diag_of(reader), MESSAGE_LIMIT_DATA, place,
             arena_printf(arena_of(reader), "%d", LIMIT_DATA));
    return false;
}

/* ---- names and numbers ---- */

static bool is_name(const char *name)
{
    static const char LETTERS[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    size_t length = strlen(name);
    return length > 0 && strchr(LETTERS, name[0]) != NULL &&
           strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789-") ==
               length;
}

static bool check_name(struct data_reader *reader, const char *name, struct place place)
{
    if (!is_name(name))
        diag_say(diag_of(reader), MESSAGE_DATA_NAME, place, name);
    return is_name(name);
}

/* 1,250,000 without its commas, where every one is before three digits; otherwise the text itself. */
static const char *without_commas(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    char *plain = arena_copy(arena, text, length);
    size_t at = 0;
    size_t digits = 0; /* since the last comma */
    bool parted = false;
    for (size_t i = 0; i < length; i++) {
        bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (text[i] == ',' && (parted ? digits == 3 : digits >= 1 && digits <= 3)) {
            parted = true;
            digits = 0;
            continue;
        }
        if (text[i] == '.')
            break;
        if (!is_digit && !(i == 0 && text[i] == '-'))
            return text;
        digits += is_digit;
        plain[at++] = text[i];
    }
    if (!parted || digits != 3)
        return text;
    const char *fraction = strchr(text, '.');
    return arena_printf(arena, "%.*s%s", (int)at, plain, fraction != NULL ? fraction : "");
}

static const char *in_western_digits(struct arena *arena, const char *text)
{
    struct buffer western = {0};
    digit_add_text(&western, text, strlen(text), DIGIT_WESTERN);
    const char *copy = arena_copy(arena, buffer_text(&western), western.length);
    buffer_free(&western);
    return copy;
}

/* False where a text is no number; reports one that is too fine or too large for a report. */
static bool read_number(struct data_reader *reader, const char *text, struct place place,
                        struct edition_data *out)
{
    struct arena *arena = arena_of(reader);
    const char *plain = without_commas(arena, in_western_digits(arena, text));
    enum number_result result = number_parse(plain, strlen(plain), 2, &out->hundredths);
    if (result == NUMBER_NONE || result == NUMBER_MIXED)
        return false;
    out->kind = DATA_NUMBER;
    out->is_whole = strchr(plain, '.') == NULL;
    if (result != NUMBER_FINE)
        diag_say(diag_of(reader),
                 result == NUMBER_TOO_FINE ? MESSAGE_DATA_TOO_FINE : MESSAGE_DATA_TOO_LARGE, place,
                 text);
    return true;
}

/* ---- tables of other programs ---- */

struct table {
    const struct sheet *sheet;
    const char **name;       /* of each column; NULL: it is left out */
    uint32_t columns, first; /* the first row below the names */
};

static void read_cell(struct data_reader *reader, const struct sheet *sheet,
                      const struct sheet_cell *cell, struct edition_data *out)
{
    struct place place = sheet_place(sheet, cell->row, cell->column);
    out->place = place;
    if (cell->kind == SHEET_ERROR || cell->kind == SHEET_UNCALCULATED) {
        diag_say(diag_of(reader), MESSAGE_DATA_CELL, place, cell->text);
        return;
    }
    enum { HUNDREDTH = 10000 }; /* millionths */
    if (cell->kind == SHEET_NUMBER && cell->millionths % HUNDREDTH == 0) {
        out->kind = DATA_NUMBER;
        out->hundredths = cell->millionths / HUNDREDTH;
        out->is_whole = out->hundredths % 100 == 0 && cell->decimals <= 0;
        return;
    }
    if (cell->kind == SHEET_COVERED || read_number(reader, cell->text, place, out))
        return;
    out->kind = DATA_TEXT;
    out->text = (struct text){
        .bytes = cell->text, .length = strlen(cell->text), .place = place, .form = TEXT_WORDING};
}

static bool is_blank_row(const struct sheet *sheet, uint32_t row)
{
    return row >= sheet->rows || sheet->row[row] == sheet->row[row + 1];
}

static void read_row(struct data_reader *reader, const struct table *table, uint32_t row,
                     struct edition_data *out)
{
    struct arena *arena = arena_of(reader);
    *out = (struct edition_data){.kind = DATA_MAP, .place = sheet_place(table->sheet, row, 0)};
    out->item = ARENA_NEW(arena, struct edition_data, table->columns);
    for (uint32_t column = 0; column < table->columns; column++) {
        const struct sheet_cell *cell = sheet_at(table->sheet, row, column);
        if (table->name[column] == NULL || !may_add(reader, out->place))
            continue;
        struct edition_data *item = &out->item[out->items++];
        *item = (struct edition_data){.key = table->name[column], .place = out->place};
        if (cell != NULL)
            read_cell(reader, table->sheet, cell, item);
    }
}

/* The names that `columns` gives, in order; fewer than the table has leave the others out. */
static void name_by_list(struct data_reader *reader, const struct node *list, struct table *table)
{
    for (uint32_t i = 0; i < table->columns && i < list->count; i++) {
        const struct node *name = list->item[i];
        if (name->kind == NODE_SCALAR && check_name(reader, name->text, name->place))
            table->name[i] = name->text;
    }
}

static void name_by_first_row(struct data_reader *reader, struct table *table)
{
    for (uint32_t i = 0; i < table->columns; i++) {
        const struct sheet_cell *cell = sheet_at(table->sheet, table->first, i);
        if (cell != NULL &&
            check_name(reader, cell->text, sheet_place(table->sheet, table->first, i)))
            table->name[i] = cell->text;
    }
}

static void read_sheet(struct data_reader *reader, const struct sheet *sheet,
                       const struct node *columns, struct edition_data *out)
{
    struct arena *arena = arena_of(reader);
    struct table table = {.sheet = sheet, .columns = sheet->columns};
    table.name = ARENA_NEW(arena, const char *, sheet->columns);
    while (table.first < sheet->rows && is_blank_row(sheet, table.first))
        table.first++;
    if (columns != NULL)
        name_by_list(reader, columns, &table);
    else
        name_by_first_row(reader, &table);
    table.first++;
    out->kind = DATA_LIST;
    size_t most = sheet->rows > table.first ? sheet->rows - table.first : 0;
    out->item = ARENA_NEW(arena, struct edition_data, most);
    for (uint32_t row = table.first; row < sheet->rows && !reader->is_stopped; row++)
        if (!is_blank_row(sheet, row))
            read_row(reader, &table, row, &out->item[out->items++]);
}

/* The sheet of this name, or the first that is shown. */
static const struct sheet *choose_sheet(struct data_reader *reader, const struct sheet_book *book,
                                        const struct node *wanted)
{
    for (size_t i = 0; i < book->sheets; i++) {
        const struct sheet *sheet = &book->sheet[i];
        if (wanted != NULL ? strcmp(sheet->name, wanted->text) == 0 : !sheet->is_hidden)
            return sheet;
    }
    if (wanted != NULL)
        diag_say(diag_of(reader), MESSAGE_DATA_SHEET, wanted->place, wanted->text, book->file);
    return NULL;
}

/* ---- files ---- */

static void read_value(struct data_reader *reader, const struct node *node,
                       struct edition_data *out);

static bool is_yaml(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot != NULL && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static void read_yaml(struct data_reader *reader, const struct source *source,
                      struct edition_data *out)
{
    struct loader *loader = reader->loader;
    const struct node *tree = node_parse(loader->reader.arena, source, loader->reader.diag);
    if (tree == NULL)
        return;
    node_trees_add(loader->reader.arena, &loader->edition->trees, tree);
    reader->in_file = true;
    read_value(reader, tree, out);
    reader->in_file = false;
}

static const struct node *scalar_of(const struct node *map, const char *key)
{
    const struct node *node = node_find(map, key);
    return node != NULL && node->kind == NODE_SCALAR ? node : NULL;
}

/* {file: respondents.csv, sheet: …, columns: […]} */
static void read_file(struct data_reader *reader, const struct node *map, struct edition_data *out)
{
    const struct node *named = scalar_of(map, "file");
    const struct node *columns = node_find(map, "columns");
    struct arena *arena = arena_of(reader);
    const char *path = file_inside(arena, reader->loader->edition->folder, named->text);
    if (reader->in_file || path == NULL) {
        diag_say(diag_of(reader),
                 reader->in_file ? MESSAGE_DATA_FILE_IN_FILE : MESSAGE_DATA_OUTSIDE, named->place,
                 named->text);
        return;
    }
    const struct source *source =
        sources_read(reader->loader->setup->sources, path, named->place, diag_of(reader));
    if (source == NULL)
        return;
    if (is_yaml(path)) {
        read_yaml(reader, source, out);
        return;
    }
    struct sheet_book book = {0};
    if (!sheet_read(arena, path, source->text, source->length, diag_of(reader), &book))
        return;
    const struct sheet *sheet = choose_sheet(reader, &book, scalar_of(map, "sheet"));
    if (sheet != NULL)
        read_sheet(reader, sheet, columns != NULL && columns->kind == NODE_LIST ? columns : NULL,
                   out);
}

/* ---- YAML ---- */

static bool names_file(const struct node *map)
{
    if (scalar_of(map, "file") == NULL)
        return false;
    for (size_t i = 0; i < map->count; i++) {
        const char *key = map->key[i]->text;
        if (strcmp(key, "file") != 0 && strcmp(key, "columns") != 0 && strcmp(key, "sheet") != 0)
            return false;
    }
    return true;
}

static void read_items(struct data_reader *reader, const struct node *node,
                       struct edition_data *out)
{
    out->kind = node->kind == NODE_MAP ? DATA_MAP : DATA_LIST;
    out->item = ARENA_NEW(arena_of(reader), struct edition_data, node->count);
    for (size_t i = 0; i < node->count && !reader->is_stopped; i++) {
        const char *key = node->kind == NODE_MAP ? node->key[i]->text : NULL;
        if (key != NULL && !check_name(reader, key, node->key[i]->place))
            continue;
        struct edition_data *item = &out->item[out->items++];
        read_value(reader, node->item[i], item);
        item->key = key;
    }
}

/* In quotes only with commas between its thousands, which YAML wants there inside of braces. */
static bool may_be_number(struct arena *arena, const struct node *scalar)
{
    const char *western = in_western_digits(arena, scalar->text);
    return !scalar->quoted || without_commas(arena, western) != western;
}

static void read_value(struct data_reader *reader, const struct node *node,
                       struct edition_data *out)
{
    *out = (struct edition_data){.kind = DATA_NONE, .place = node->place};
    if (!may_add(reader, node->place))
        return;
    if (node->kind == NODE_MAP && names_file(node))
        read_file(reader, node, out);
    else if (node->kind == NODE_MAP || node->kind == NODE_LIST)
        read_items(reader, node, out);
    else if (node->kind == NODE_SCALAR && (!may_be_number(arena_of(reader), node) ||
                                           !read_number(reader, node->text, node->place, out))) {
        out->kind = DATA_TEXT;
        out->text = (struct text){node->text, node->length, node, node->place, TEXT_PROSE};
    }
}

/* Adds the entries of one map to those of another; a name that is there already is reported. */
static void add_entries(struct data_reader *reader, struct edition_data *to,
                        const struct edition_data *from)
{
    struct edition_data *item =
        ARENA_NEW(arena_of(reader), struct edition_data, to->items + from->items);
    for (size_t i = 0; i < to->items; i++)
        item[i] = to->item[i];
    for (size_t i = 0; i < from->items; i++) {
        bool is_twice = false;
        for (size_t j = 0; j < to->items && !is_twice; j++) {
            is_twice = strcmp(to->item[j].key, from->item[i].key) == 0;
            if (is_twice)
                record_say_twice(&reader->loader->reader, from->item[i].key, from->item[i].place,
                                 to->item[j].place);
        }
        if (!is_twice)
            item[to->items + i] = from->item[i];
    }
    to->item = item;
    to->items += from->items;
}

static void read_map(struct data_reader *reader, const struct node *node, struct edition_data *out)
{
    struct edition_data more = {0};
    read_value(reader, node, &more);
    if (more.kind == DATA_MAP)
        add_entries(reader, out, &more);
    else if (node->kind != NODE_NULL)
        diag_say(diag_of(reader), MESSAGE_DATA_NO_MAP, node->place);
}

void data_load(struct loader *loader)
{
    struct data_reader reader = {.loader = loader};
    struct edition_data *data = &loader->edition->data;
    data->kind = DATA_MAP;
    if (loader->edition->profile.data != NULL)
        read_map(&reader, loader->edition->profile.data, data);
    const char *path = file_join(loader->reader.arena, loader->edition->folder, "data.yaml");
    if (!sources_exists(loader->setup->sources, path))
        return;
    const struct node *tree = load_beside(loader, "data.yaml");
    if (tree != NULL)
        read_map(&reader, tree, data);
}
