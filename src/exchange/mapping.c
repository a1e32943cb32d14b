#include "exchange/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "base/digit.h"
#include "base/escape.h"
#include "base/utf8.h"
#include "source/file.h"
#include "source/source.h"
#include "yaml/node.h"

enum { MOST_COLUMNS = 50, MOST_TEXTS = 2000 };

static const char SCORE[] = "score";

static void add_column(struct arena *arena, struct mapping *mapping, const char *role,
                       uint32_t column, const char *head)
{
    mapping->column = arena_room(arena, mapping->column, mapping->columns, &mapping->column_room,
                                 sizeof *mapping->column);
    mapping->column[mapping->columns++] = (struct mapping_column){role, column, head};
}

static void add_text(struct arena *arena, struct mapping *mapping, const char *text,
                     const char *question)
{
    for (size_t i = 0; i < mapping->texts; i++)
        if (strcmp(mapping->text[i].text, text) == 0)
            return;
    mapping->text = arena_room(arena, mapping->text, mapping->texts, &mapping->text_room,
                               sizeof *mapping->text);
    mapping->text[mapping->texts++] = (struct mapping_text){text, question};
}

/* ---- reading ---- */

static bool refuse(struct diag *diag, const struct node *node, const char *what)
{
    diag_say(diag, MESSAGE_IMPORT_MAPPING, node->place, what);
    return false;
}

static bool is_text(const struct node *node)
{
    return node != NULL && node->kind == NODE_SCALAR;
}

static bool read_columns(struct arena *arena, const struct node *map, struct diag *diag,
                         struct mapping *out)
{
    if (map->kind != NODE_MAP || map->count > MOST_COLUMNS)
        return refuse(diag, map, "columns");
    for (size_t i = 0; i < map->count; i++) {
        const struct node *column = node_find(map->item[i], "column"),
                          *head = node_find(map->item[i], "head");
        uint32_t number;
        if (!is_text(column) || !sheet_column_read(column->text, column->length, &number))
            return refuse(diag, map->item[i], map->key[i]->text);
        add_column(arena, out, map->key[i]->text, number, is_text(head) ? head->text : "");
    }
    return true;
}

static bool read_texts(struct arena *arena, const struct node *map, struct diag *diag,
                       struct mapping *out)
{
    if (map->kind != NODE_MAP || map->count > MOST_TEXTS)
        return refuse(diag, map, "questions");
    for (size_t i = 0; i < map->count; i++) {
        if (!is_text(map->item[i]))
            return refuse(diag, map->item[i], map->key[i]->text);
        add_text(arena, out, map->key[i]->text, map->item[i]->text);
    }
    return true;
}

static bool read_scores(struct arena *arena, const struct node *scores, struct diag *diag,
                        struct mapping *out)
{
    bool fine = scores->kind == NODE_MAP || refuse(diag, scores, "scores");
    for (size_t i = 0; fine && i < scores->count; i++) {
        const char *key = scores->key[i]->text;
        const struct node *value = scores->item[i];
        if (strcmp(key, "sheet") == 0 && is_text(value))
            out->sheet = value->text;
        else if (strcmp(key, "columns") == 0)
            fine = read_columns(arena, value, diag, out);
        else if (strcmp(key, "questions") == 0)
            fine = read_texts(arena, value, diag, out);
        else
            fine = refuse(diag, scores->key[i], key);
    }
    return fine;
}

bool mapping_read(struct arena *arena, const char *path, struct diag *diag, struct mapping *out)
{
    *out = (struct mapping){0};
    if (!file_exists(path))
        return true;
    const struct source *source = source_load(arena, path, (struct place){0}, diag);
    const struct node *tree = source != NULL ? node_parse(arena, source, diag) : NULL;
    if (tree == NULL)
        return false;
    const struct node *scores = node_find(tree, "scores");
    if (tree->kind != NODE_MAP || scores == NULL)
        return refuse(diag, tree, "scores");
    return read_scores(arena, scores, diag, out);
}

bool mapping_parse(struct arena *arena, const char *text, struct mapping *out, const char **wrong)
{
    *out = (struct mapping){0};
    while (*text != '\0') {
        size_t length = strcspn(text, ",");
        char *pair = arena_copy(arena, text, length);
        char *equals = strchr(pair, '=');
        uint32_t column;
        *wrong = pair;
        if (equals == NULL || equals == pair || out->columns == MOST_COLUMNS ||
            !sheet_column_read(equals + 1, strlen(equals + 1), &column))
            return false;
        *equals = '\0';
        add_column(arena, out, pair, column, "");
        text += length + (text[length] == ',');
    }
    *wrong = "";
    return out->columns > 0;
}

/* ---- writing ---- */

void mapping_write(const struct mapping *mapping, struct buffer *out)
{
    struct arena *arena = arena_new();
    buffer_add_string(out,
                      "# How `itareport import` read the last table of scores: docs/import.md.\n"
                      "# วิธีที่คำสั่ง import อ่านตารางคะแนนครั้งล่าสุด แก้ไขหรือลบได้\n"
                      "scores:\n  sheet: ");
    escape_quoted(out, mapping->sheet != NULL ? mapping->sheet : "");
    buffer_add_string(out, mapping->columns > 0 ? "\n  columns:\n" : "\n");
    for (size_t i = 0; i < mapping->columns; i++) {
        const struct mapping_column *column = &mapping->column[i];
        const char *name = sheet_cell_name(arena, 0, column->column);
        buffer_printf(out, "    %s: {column: %.*s, head: ", column->role, (int)strlen(name) - 1,
                      name);
        escape_quoted(out, column->head);
        buffer_add_string(out, "}\n");
    }
    buffer_add_string(out, mapping->texts > 0 ? "  questions:\n" : "");
    for (size_t i = 0; i < mapping->texts; i++) {
        buffer_add_string(out, "    ");
        escape_quoted(out, mapping->text[i].text);
        buffer_printf(out, ": %s\n", mapping->text[i].question);
    }
    arena_free(arena);
}

/* ---- heads ---- */

static bool begins_with_digit(const char *text)
{
    size_t at = 0, length = strlen(text);
    return length > 0 && digit_value(utf8_next(text, length, &at)) >= 0;
}

/* The texts above the first number of a column, joined. */
const char *mapping_head(struct arena *arena, const struct sheet *sheet, uint32_t column)
{
    enum { DEEPEST = 200, LONGEST = 300 };
    struct buffer head = {0};
    const struct sheet_cell *last = NULL;
    for (uint32_t r = 0; r < sheet->rows && r < DEEPEST && head.length < LONGEST; r++) {
        const struct sheet_cell *cell = sheet_at(sheet, r, column);
        if (cell == NULL && head.length > 0)
            break; /* what is further down is no head */
        if (cell == NULL || cell == last)
            continue;
        if (cell->kind != SHEET_TEXT || begins_with_digit(cell->text))
            break;
        last = cell;
        if (cell->columns > 2 && cell->column == 0)
            continue; /* a title over the whole table */
        buffer_printf(&head, "%s%s", head.length > 0 ? " / " : "", cell->text);
    }
    size_t length = head.length < LONGEST ? head.length : LONGEST;
    while (length > 0 && length < head.length &&
           ((unsigned char)buffer_text(&head)[length] & 0xC0) == 0x80)
        length--;
    const char *copy = arena_copy(arena, buffer_text(&head), length);
    buffer_free(&head);
    return copy;
}

struct columns *mapping_columns(struct arena *arena, const struct mapping *mapping,
                                const struct scheme *scheme, const struct sheet *sheet)
{
    struct columns *columns = ARENA_NEW(arena, struct columns, 1);
    columns->item = ARENA_NEW(arena, struct column, mapping->columns + 1);
    for (size_t i = 0; i < mapping->columns; i++) {
        const struct mapping_column *from = &mapping->column[i];
        const struct scheme_part *part = scheme_find_part(scheme, from->role);
        bool is_head = *from->head == '\0' ||
                       strcmp(from->head, mapping_head(arena, sheet, from->column)) == 0;
        if ((part == NULL && strcmp(from->role, SCORE) != 0) || !is_head)
            return NULL;
        struct column column = {
            .column = from->column, .role = COLUMN_SCORE, .strength = 1, .part = part};
        size_t at = columns->count++;
        for (; at > 0 && columns->item[at - 1].column > column.column; at--)
            columns->item[at] = columns->item[at - 1];
        columns->item[at] = column;
    }
    return columns->count > 0 ? columns : NULL;
}

/* ---- taking ---- */

static bool take_column(struct arena *arena, const struct survey_finding *finding,
                        struct mapping *out)
{
    const struct scheme_part *part = finding->target->part;
    const char *role = part != NULL ? part->id.bytes : SCORE;
    for (size_t i = 0; i < out->columns; i++)
        if (strcmp(out->column[i].role, role) == 0)
            return out->column[i].column == finding->column;
    add_column(arena, out, role, finding->column,
               mapping_head(arena, finding->sheet, finding->column));
    return true;
}

/* The text of a row that is the longest: what was nearly a question's. */
static const char *text_of(const struct survey_finding *finding)
{
    const struct sheet *sheet = finding->sheet;
    const char *longest = "";
    for (size_t i = sheet->row[finding->row]; i < sheet->row[finding->row + 1]; i++)
        if (sheet->cell[i].kind == SHEET_TEXT && strlen(sheet->cell[i].text) > strlen(longest))
            longest = sheet->cell[i].text;
    return longest;
}

void mapping_take(struct arena *arena, const struct survey *survey, struct mapping *out)
{
    bool same = true;
    *out = (struct mapping){0};
    for (size_t i = 0; i < survey->count; i++) {
        const struct survey_finding *finding = &survey->item[i];
        if (finding->target->kind != TARGET_SCORE)
            continue;
        same = same && (out->sheet == NULL || strcmp(out->sheet, finding->sheet->name) == 0);
        out->sheet = out->sheet == NULL ? finding->sheet->name : out->sheet;
        same = same && take_column(arena, finding, out);
        if (finding->by == KNOWN_NEAR && out->texts < MOST_TEXTS)
            add_text(arena, out, text_of(finding), finding->target->question->id.bytes);
    }
    if (!same)
        out->columns = 0; /* several tables, with columns of their own */
}
