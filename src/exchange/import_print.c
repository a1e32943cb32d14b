#include <stdio.h>
#include <string.h>

#include "exchange/import.h"
#include "exchange/table.h"

static const char *say(enum diag_language language, const char *english, const char *thai)
{
    return language == DIAG_THAI ? thai : english;
}

static const char *by_what(struct arena *arena, const struct import_change *change,
                           enum diag_language language)
{
    switch (change->by) {
    case KNOWN_TEXT:
        return say(language, "text", "ข้อความ");
    case KNOWN_NEAR:
        return arena_printf(arena, say(language, "like %d%%", "คล้าย %d%%"), change->percent);
    case KNOWN_NUMBER:
        return say(language, "number", "เลขข้อ");
    case KNOWN_ORDER:
        return say(language, "order", "ลำดับ");
    case KNOWN_ID:
    case KNOWN_NOT:
        break;
    }
    return say(language, "id", "รหัส");
}

static void print_changes(const struct import *import, enum diag_language language,
                          struct buffer *out)
{
    enum { COLUMNS = 6, OLD = 2, NEW = 3, LABEL_CELLS = 48 };
    struct table table = table_new(COLUMNS);
    table.right = 1u << OLD | 1u << NEW;
    table_add(&table, say(language, "cell", "เซลล์"), 0);
    table_add(&table, say(language, "key", "คีย์"), 0);
    table_add(&table, say(language, "old", "เดิม"), 0);
    table_add(&table, say(language, "new", "ใหม่"), 0);
    table_add(&table, say(language, "known by", "จับคู่ด้วย"), 0);
    table_add(&table, "", 0);
    for (size_t i = 0; i < import->changes; i++) {
        const struct import_change *change = &import->change[i];
        table_add(&table, change->cell, 0);
        table_add(&table, change->target->path, 0);
        table_add(&table, change->old != NULL ? change->old : "–", 0);
        table_add(&table, change->is_same ? "=" : change->new, 0);
        table_add(&table, by_what(table.arena, change, language), 0);
        table_add(&table, change->target->label, LABEL_CELLS);
    }
    table_print(&table, out);
    table_free(&table);
}

static void print_sheets(const struct sheet *const *sheet, size_t count, const char *what,
                         struct buffer *out)
{
    size_t named = 0;
    for (size_t i = 0; i < count; i++)
        if (*sheet[i]->name != '\0')
            buffer_printf(out, "%s%s", named++ > 0 ? ", " : what, sheet[i]->name);
    buffer_add_string(out, named > 0 ? "\n" : "");
}

static void print_left(const struct import *import, enum diag_language language, struct buffer *out)
{
    enum { SHOWN = 12, CELLS = 40 };
    struct arena *arena = arena_new();
    struct table table = table_new(2);
    for (size_t i = 0; i < import->survey.lefts && i < SHOWN; i++) {
        const struct survey_left *left = &import->survey.left[i];
        table_add(
            &table,
            arena_printf(table.arena, "  %s", sheet_cell_name(arena, left->row, left->column)), 0);
        table_add(&table, left->text, CELLS);
    }
    if (import->survey.lefts > 0)
        buffer_add_string(out, say(language, "rows with numbers that were not taken:\n",
                                   "แถวที่มีตัวเลขแต่ไม่ได้นำเข้า:\n"));
    table_print(&table, out);
    if (import->survey.lefts > SHOWN)
        buffer_printf(out, say(language, "  and %zu more\n", "  และอีก %zu แถว\n"),
                      import->survey.lefts - SHOWN);
    table_free(&table);
    arena_free(arena);
}

void import_print(const struct import *import, enum diag_language language, struct buffer *out)
{
    print_sheets(import->used, import->useds, say(language, "sheet: ", "แผ่นงาน: "), out);
    print_sheets(import->passed, import->passeds,
                 say(language, "not taken, for they have values of the same questions (--sheet): ",
                     "ไม่ได้ใช้ เพราะมีค่าของข้อเดียวกัน (เลือกด้วย --sheet): "),
                 out);
    print_changes(import, language, out);
    print_left(import, language, out);
    if (import->differing == 0)
        buffer_printf(out,
                      say(language, "nothing changes: %zu values are the same\n",
                          "ไม่มีค่าใดเปลี่ยน: ตรงกันทั้ง %zu ค่า\n"),
                      import->changes);
    else
        buffer_printf(out,
                      say(language, "to be changed: %zu, the same: %zu\n",
                          "จะเปลี่ยน: %zu ค่า, ตรงกันแล้ว: %zu ค่า\n"),
                      import->differing, import->changes - import->differing);
}
