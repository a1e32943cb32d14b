#include "exchange/measures.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alike.h"
#include "edit/steps.h"
#include "exchange/table.h"
#include "yaml/number.h"

enum { LEAST_ALIKE = 70 };

struct comparing {
    const struct cell_reader *reader;
    struct arena *arena;
    const struct measures_sheet *sheet;
    const struct node *issues;
    struct measures_import *out;
};

static void add(struct comparing *comparing, const struct measures_change *change)
{
    struct measures_import *out = comparing->out;
    out->change =
        arena_room(comparing->arena, out->change, out->changes, &out->room, sizeof *out->change);
    out->change[out->changes++] = *change;
}

static const char *name_at(const struct comparing *comparing, struct measures_place place)
{
    return cell_name(comparing->reader, place.row, place.column);
}

/* Of a scalar, without line ends at its end; NULL where there is none. */
static const char *text_of(struct comparing *comparing, const struct node *node)
{
    if (node == NULL || node->kind != NODE_SCALAR)
        return NULL;
    size_t length = node->length;
    while (length > 0 && node->text[length - 1] == '\n')
        length--;
    return arena_copy(comparing->arena, node->text, length);
}

/* ---- one value, one list ---- */

static void compare_value(struct comparing *comparing, const char *path, const struct node *node,
                          const char *text, struct measures_place place)
{
    const char *old = text_of(comparing, node);
    if (old != NULL && strcmp(old, text) == 0)
        return;
    add(comparing, &(struct measures_change){.act = MEASURES_VALUE,
                                             .cell = name_at(comparing, place),
                                             .path = path,
                                             .old = old,
                                             .new = text});
}

static void compare_day(struct comparing *comparing, const char *path, const struct node *node,
                        struct date day, struct measures_place place)
{
    struct date old;
    if (node != NULL && node->kind == NODE_SCALAR && date_parse(node->text, node->length, &old) &&
        date_compare(old, day) == 0)
        return;
    compare_value(comparing, path, node, date_typed(comparing->arena, day), place);
}

/* map: the measure, or NULL when it is new, with one item that waits to be written. */
static void compare_list(struct comparing *comparing, const char *path, const char *key,
                         const struct node *map, const struct lines *lines,
                         struct measures_place place)
{
    const struct node *list = map != NULL ? node_find(map, key) : NULL;
    bool is_one = list != NULL && list->kind == NODE_SCALAR;
    size_t olds = map == NULL || is_one                     ? 1
                  : list != NULL && list->kind == NODE_LIST ? list->count
                                                            : 0;
    const char *cell = name_at(comparing, place);
    const char *own = arena_printf(comparing->arena, "%s.%s", path, key);
    if (map != NULL && list == NULL && lines->count > 0) {
        add(comparing, &(struct measures_change){.act = MEASURES_KEY,
                                                 .cell = cell,
                                                 .path = path,
                                                 .key = key,
                                                 .new = lines->item[0]});
        olds = 1;
    }
    for (size_t i = 0; i < lines->count; i++) {
        const struct node *item = is_one ? list : list != NULL && i < olds ? list->item[i] : NULL;
        if (i >= olds)
            add(comparing, &(struct measures_change){.act = MEASURES_ITEM,
                                                     .cell = cell,
                                                     .path = own,
                                                     .index = i,
                                                     .new = lines->item[i]});
        else if (map == NULL || list != NULL)
            compare_value(comparing,
                          is_one ? own : arena_printf(comparing->arena, "%s.%zu", own, i + 1), item,
                          lines->item[i], place);
    }
    for (size_t i = olds; lines->count > 0 && i > lines->count; i--)
        add(comparing, &(struct measures_change){
                           .act = MEASURES_LESS,
                           .cell = cell,
                           .path = own,
                           .index = i - 1,
                           .old = list != NULL ? text_of(comparing, list->item[i - 1]) : NULL});
}

static void compare_measure(struct comparing *comparing, const char *path, const struct node *map,
                            const struct measures_item *item)
{
    struct arena *arena = comparing->arena;
    const struct node *period = map != NULL ? node_find(map, "period") : NULL;
    size_t before = comparing->out->changes;
    if (map != NULL)
        compare_value(comparing, arena_printf(arena, "%s.name", path), node_find(map, "name"),
                      item->name, item->place);
    compare_list(comparing, path, "steps", map, &item->steps, item->steps_place);
    if (item->has_from)
        compare_day(comparing, arena_printf(arena, "%s.period.from", path),
                    period != NULL ? node_find(period, "from") : NULL, item->from,
                    item->from_place);
    if (item->has_to)
        compare_day(comparing, arena_printf(arena, "%s.period.to", path),
                    period != NULL ? node_find(period, "to") : NULL, item->to, item->to_place);
    compare_list(comparing, path, "owners", map, &item->owners, item->owners_place);
    comparing->out->same += comparing->out->changes == before;
}

/* ---- issues ---- */

static const struct node *child(const struct node *map, const char *key)
{
    return map->kind == NODE_MAP ? node_find(map, key) : NULL;
}

static const char *issue_names(struct comparing *comparing)
{
    const char *list = "";
    for (size_t i = 0; i < comparing->issues->count; i++) {
        const char *name = text_of(comparing, child(comparing->issues->item[i], "name"));
        list = arena_printf(comparing->arena, "%s%s%s", list, i > 0 ? ", " : "",
                            name != NULL ? name : "");
    }
    return list;
}

static bool has_number(const struct node *issue, int wanted)
{
    const struct node *node = child(issue, "number");
    int64_t number;
    return node != NULL && node->kind == NODE_SCALAR &&
           number_parse(node->text, node->length, 0, &number) == NUMBER_FINE && number == wanted;
}

static int likeness(struct comparing *comparing, const struct node *issue, const struct alike *to)
{
    int most = 0;
    static const char *const keys[] = {"name", "focus"};
    for (size_t i = 0; i < 2; i++) {
        const char *text = text_of(comparing, child(issue, keys[i]));
        if (text == NULL)
            continue;
        struct alike alike = alike_of(comparing->arena, text, strlen(text), NULL);
        int percent = alike_percent(&alike, to);
        most = percent > most ? percent : most;
    }
    return most;
}

/* The place of an item's issue in the edition; SIZE_MAX after reporting. */
static size_t find_issue(struct comparing *comparing, const struct measures_item *item)
{
    size_t found = SIZE_MAX;
    int most = LEAST_ALIKE - 1;
    for (size_t i = 0; i < comparing->issues->count && item->issue >= 0; i++)
        if (has_number(comparing->issues->item[i], item->issue))
            return i;
    if (item->issue_name != NULL && item->issue < 0) {
        struct alike alike =
            alike_of(comparing->arena, item->issue_name, strlen(item->issue_name), NULL);
        for (size_t i = 0; i < comparing->issues->count; i++) {
            int percent = likeness(comparing, comparing->issues->item[i], &alike);
            found = percent > most ? i : found;
            most = percent > most ? percent : most;
        }
    }
    if (found == SIZE_MAX)
        diag_say(comparing->reader->diag, MESSAGE_IMPORT_NO_ISSUE,
                 sheet_place(comparing->sheet->sheet, item->place.row, item->place.column),
                 name_at(comparing, item->place), item->name, issue_names(comparing));
    return found;
}

/* ---- pairs ---- */

static struct alike *alikes_of(struct comparing *comparing, const char *const *text, size_t count)
{
    struct alike *alike = ARENA_NEW(comparing->arena, struct alike, count + 1);
    for (size_t i = 0; i < count; i++)
        alike[i] = alike_of(comparing->arena, text[i], strlen(text[i]), NULL);
    return alike;
}

static void keep(struct comparing *comparing, const char *name)
{
    struct measures_import *out = comparing->out;
    out->kept =
        arena_room(comparing->arena, out->kept, out->kepts, &out->kept_room, sizeof *out->kept);
    out->kept[out->kepts++] = name;
}

/* The edition's measure of each item: by name, then in order; ALIKE_NONE: it is new. */
static size_t *pair(struct comparing *comparing, const char *const *old, size_t olds,
                    const char *const *now, size_t nows)
{
    const struct alike_list before = {alikes_of(comparing, old, olds), olds},
                            after = {alikes_of(comparing, now, nows), nows};
    const struct alike_pair *pairs =
        alike_pairs(comparing->arena, before, after, (struct alike_rule){.least = LEAST_ALIKE});
    size_t *of = ARENA_NEW(comparing->arena, size_t, nows + 1);
    bool *taken = ARENA_NEW(comparing->arena, bool, olds + 1);
    for (size_t i = 0; i < nows; i++) {
        of[i] = pairs[i].other;
        if (of[i] != ALIKE_NONE)
            taken[of[i]] = true;
    }
    size_t next = 0;
    for (size_t i = 0; i < nows; i++) {
        while (next < olds && taken[next])
            next++;
        if (of[i] != ALIKE_NONE || next == olds)
            continue;
        of[i] = next;
        taken[next] = true;
    }
    for (size_t i = 0; i < olds; i++)
        if (!taken[i])
            keep(comparing, old[i]);
    return of;
}

/* All items of one issue. */
static void compare_issue(struct comparing *comparing, size_t index,
                          const struct measures_item **item, size_t count)
{
    const struct node *issue = comparing->issues->item[index];
    const struct node *list = child(issue, "measures"), *number = child(issue, "number");
    size_t olds = list != NULL && list->kind == NODE_LIST ? list->count : 0;
    const char **old = ARENA_NEW(comparing->arena, const char *, olds + 1);
    const char **now = ARENA_NEW(comparing->arena, const char *, count + 1);
    for (size_t i = 0; i < olds; i++) {
        old[i] = text_of(comparing, child(list->item[i], "name"));
        old[i] = old[i] != NULL ? old[i] : "";
    }
    for (size_t i = 0; i < count; i++)
        now[i] = item[i]->name;
    const char *path = number != NULL && number->kind == NODE_SCALAR
                           ? arena_printf(comparing->arena, "issues.%s.measures", number->text)
                           : arena_printf(comparing->arena, "issues.%zu.measures", index + 1);
    const size_t *of = pair(comparing, old, olds, now, count);
    size_t next = olds;
    for (size_t i = 0; i < count; i++) {
        bool is_new = of[i] == ALIKE_NONE;
        assert(is_new || list != NULL); /* without a list there is nothing to be like */
        size_t place = is_new ? next++ : of[i];
        if (is_new)
            add(comparing, &(struct measures_change){.act = MEASURES_ITEM,
                                                     .cell = name_at(comparing, item[i]->place),
                                                     .path = path,
                                                     .index = place,
                                                     .new = item[i]->name});
        compare_measure(comparing, arena_printf(comparing->arena, "%s.%zu", path, place + 1),
                        is_new ? NULL : list->item[of[i]], item[i]);
    }
}

bool measures_compare(const struct cell_reader *reader, const struct measures_sheet *sheet,
                      const struct node *tree, struct measures_import *out)
{
    struct comparing comparing = {.reader = reader,
                                  .arena = reader->arena,
                                  .sheet = sheet,
                                  .issues = child(tree, "issues"),
                                  .out = out};
    size_t errors = diag_count(reader->diag, DIAG_ERROR);
    *out = (struct measures_import){.tree = tree};
    if (comparing.issues == NULL || comparing.issues->kind != NODE_LIST) {
        diag_say(reader->diag, MESSAGE_IMPORT_NO_ISSUES, tree->place);
        return false;
    }
    size_t *issue = ARENA_NEW(reader->arena, size_t, sheet->count + 1);
    const struct measures_item **item =
        ARENA_NEW(reader->arena, const struct measures_item *, sheet->count + 1);
    for (size_t i = 0; i < sheet->count; i++)
        issue[i] = find_issue(&comparing, &sheet->item[i]);
    for (size_t k = 0; k < comparing.issues->count; k++) {
        size_t count = 0;
        for (size_t i = 0; i < sheet->count; i++)
            if (issue[i] == k)
                item[count++] = &sheet->item[i];
        if (count > 0)
            compare_issue(&comparing, k, item, count);
    }
    return diag_count(reader->diag, DIAG_ERROR) == errors;
}

/* ---- the file ---- */

bool measures_make(struct arena *arena, const struct measures_import *import, struct diag *diag,
                   struct edit_mended_file *out)
{
    struct edit_steps *steps = edit_steps_new(import->tree);
    bool fine = true;
    for (size_t i = 0; i < import->changes && fine; i++) {
        const struct measures_change *change = &import->change[i];
        switch (change->act) {
        case MEASURES_VALUE:
            fine = edit_steps_value(steps, change->path, change->new);
            break;
        case MEASURES_ITEM:
            fine = edit_steps_item_add(steps, change->path, change->index, change->new);
            break;
        case MEASURES_LESS:
            fine = edit_steps_item_delete(steps, change->path, change->index);
            break;
        case MEASURES_KEY:
            fine = edit_steps_key_add(steps, change->path, change->key, change->new);
            break;
        }
    }
    return edit_steps_end(steps, arena, diag, out);
}

/* ---- for people ---- */

static const char *say(enum diag_language language, const char *english, const char *thai)
{
    return language == DIAG_THAI ? thai : english;
}

static void print_changes(const struct measures_import *import, enum diag_language language,
                          struct buffer *out)
{
    enum { COLUMNS = 4, CELLS = 40 };
    struct table table = table_new(COLUMNS);
    table_add(&table, say(language, "cell", "เซลล์"), 0);
    table_add(&table, say(language, "key", "คีย์"), 0);
    table_add(&table, say(language, "old", "เดิม"), 0);
    table_add(&table, say(language, "new", "ใหม่"), 0);
    for (size_t i = 0; i < import->changes; i++) {
        const struct measures_change *change = &import->change[i];
        const char *path = change->path;
        if (change->act == MEASURES_ITEM || change->act == MEASURES_LESS)
            path = arena_printf(table.arena, "%s.%zu", path, change->index + 1);
        if (change->act == MEASURES_KEY)
            path = arena_printf(table.arena, "%s.%s", path, change->key);
        table_add(&table, change->cell, 0);
        table_add(&table, path, 0);
        table_add(&table, change->old != NULL ? change->old : "–", CELLS);
        table_add(&table, change->new != NULL ? change->new : "–", CELLS);
    }
    if (import->changes > 0)
        table_print(&table, out);
    table_free(&table);
}

void measures_print(const struct measures_import *import, enum diag_language language,
                    struct buffer *out)
{
    print_changes(import, language, out);
    if (import->kepts > 0)
        buffer_add_string(
            out, say(language, "only in the edition, and kept:\n", "มีเฉพาะในฉบับรายงาน และคงไว้:\n"));
    for (size_t i = 0; i < import->kepts; i++)
        buffer_printf(out, "  %s\n", import->kept[i]);
    if (import->changes == 0)
        buffer_printf(out,
                      say(language, "nothing changes: %zu measures are the same\n",
                          "ไม่มีค่าใดเปลี่ยน: ตรงกันทั้ง %zu มาตรการ\n"),
                      import->same);
    else
        buffer_printf(out,
                      say(language, "to be changed: %zu values; measures that are the same: %zu\n",
                          "จะเปลี่ยน: %zu ค่า, มาตรการที่ตรงกันแล้ว: %zu\n"),
                      import->changes, import->same);
}
