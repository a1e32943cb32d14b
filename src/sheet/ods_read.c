/*
 * OpenDocument spreadsheets (OASIS OpenDocument 1.3, part 3). Rows and cells say how often they are repeated: blank ones are
 * only counted, others written out within the bounds of a book.
 */
#include <stdlib.h>
#include <string.h>

#include "sheet/grid.h"
#include "xml/xml.h"
#include "zip/zip.h"

static const struct xml_space spaces[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table:"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office:"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text:"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style:"},
    {"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "calcext:"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:"},
    {NULL, NULL}};

/* Texts of hidden tables' styles; more are taken for shown. */
enum { MOST_HIDDEN = 200 };

struct ods {
    struct grid *grid;
    const char *hidden[MOST_HIDDEN]; /* names of styles */
    size_t hiddens;
    const char *style; /* that is being read */
    bool is_encrypted;

    bool in_table;
    unsigned apart; /* inside of a note, a drawing or a table in a cell: not the cell's text */
    unsigned paragraph;
    uint32_t row, row_repeats, column, repeats;
    size_t row_start; /* of the grid's cells */
    bool in_cell, is_covered, has_paragraph;
    struct sheet_cell cell;
    struct grid_merge merge;
    struct buffer text;
    bool has_text_value; /* office:string-value, which goes before the paragraphs */
};

static uint32_t count_of(const char *const *attribute, const char *name, uint32_t most)
{
    const char *text = xml_attribute(attribute, name);
    unsigned long count = text != NULL ? strtoul(text, NULL, 10) : 1;
    return count == 0 ? 1 : count > most ? most : (uint32_t)count;
}

/* ---- styles that hide ---- */

static void start_style(struct ods *ods, const char *name, const char *const *attribute)
{
    if (strcmp(name, "style:style") == 0) {
        const char *style = xml_attribute(attribute, "style:name");
        ods->style = style != NULL ? arena_string(ods->grid->arena, style) : NULL;
        return;
    }
    const char *display = xml_attribute(attribute, "table:display");
    if (strcmp(name, "style:table-properties") == 0 && display != NULL && ods->style != NULL &&
        strcmp(display, "false") == 0 && ods->hiddens < MOST_HIDDEN)
        ods->hidden[ods->hiddens++] = ods->style;
}

static bool is_hidden(const struct ods *ods, const char *style)
{
    for (size_t i = 0; style != NULL && i < ods->hiddens; i++)
        if (strcmp(ods->hidden[i], style) == 0)
            return true;
    return false;
}

/* ---- values ---- */

static const struct {
    const char *name;
    enum sheet_kind kind;
} value_types[] = {{"float", SHEET_NUMBER},    {"percentage", SHEET_NUMBER},
                   {"currency", SHEET_NUMBER}, {"date", SHEET_DATE},
                   {"boolean", SHEET_TRUTH},   {"string", SHEET_TEXT}};

static enum sheet_kind kind_of(const char *type)
{
    for (size_t i = 0; type != NULL && i < sizeof value_types / sizeof value_types[0]; i++)
        if (strcmp(value_types[i].name, type) == 0)
            return value_types[i].kind;
    return SHEET_BLANK;
}

static void start_value(struct ods *ods, const char *const *attribute)
{
    struct sheet_cell *cell = &ods->cell;
    const char *type = xml_attribute(attribute, "office:value-type");
    const char *value = xml_attribute(attribute, "office:value"),
               *date = xml_attribute(attribute, "office:date-value"),
               *string = xml_attribute(attribute, "office:string-value"),
               *finer = xml_attribute(attribute, "calcext:value-type");
    cell->kind = kind_of(type);
    cell->decimals = SHEET_GENERAL;
    cell->is_percent = type != NULL && strcmp(type, "percentage") == 0;
    enum { DAY = 10 };
    if (cell->kind == SHEET_NUMBER &&
        (value == NULL || !grid_number(value, cell->is_percent ? 2 : 0, &cell->millionths)))
        cell->kind = SHEET_TEXT;
    if (cell->kind == SHEET_DATE &&
        (date == NULL || !date_parse(date, strlen(date) < DAY ? strlen(date) : DAY, &cell->date)))
        cell->kind = SHEET_TEXT;
    if (finer != NULL && strcmp(finer, "error") == 0)
        cell->kind = SHEET_ERROR;
    else if (string != NULL && cell->kind == SHEET_TEXT) {
        buffer_add_string(&ods->text, string);
        ods->has_text_value = true;
    } else if (cell->kind == SHEET_BLANK && xml_attribute(attribute, "table:formula") != NULL) {
        cell->kind = SHEET_UNCALCULATED;
    }
}

static void start_cell(struct ods *ods, const char *name, const char *const *attribute)
{
    ods->in_cell = true;
    ods->has_paragraph = ods->has_text_value = false;
    ods->is_covered = strcmp(name, "table:covered-table-cell") == 0;
    ods->repeats = count_of(attribute, "table:number-columns-repeated", SHEET_COLUMNS);
    buffer_clear(&ods->text);
    ods->cell = (struct sheet_cell){.row = ods->row, .column = ods->column};
    ods->merge = (struct grid_merge){
        .row = ods->row,
        .column = ods->column,
        .rows = count_of(attribute, "table:number-rows-spanned", SHEET_ROWS),
        .columns = count_of(attribute, "table:number-columns-spanned", SHEET_COLUMNS)};
    start_value(ods, attribute);
}

/* Decimals as the cell shows them: those of its text. */
static int decimals_of(const char *text)
{
    const char *point = strrchr(text, '.');
    if (point == NULL || strpbrk(text, "eE") != NULL)
        return point == NULL && text[strspn(text, "-0123456789,%")] == '\0' ? 0 : SHEET_GENERAL;
    return (int)strspn(point + 1, "0123456789");
}

static void finish_value(struct ods *ods)
{
    struct sheet_cell *cell = &ods->cell;
    struct arena *arena = ods->grid->arena;
    const char *text = arena_copy(arena, buffer_text(&ods->text), ods->text.length);
    if (cell->kind == SHEET_NUMBER) {
        if (*text != '\0')
            cell->decimals = decimals_of(text);
        text = grid_shown(arena, cell->millionths, cell->decimals, cell->is_percent);
    } else if (cell->kind == SHEET_DATE) {
        cell->date = grid_date(date_seconds(cell->date));
        text = date_typed(arena, cell->date);
    } else if (cell->kind == SHEET_UNCALCULATED) {
        text = "=";
    } else if (cell->kind == SHEET_TEXT || cell->kind == SHEET_BLANK) {
        cell->kind = text[strspn(text, " \t\n\r")] == '\0' ? SHEET_BLANK
                     : sheet_is_error(text)                ? SHEET_ERROR
                                                           : SHEET_TEXT;
    }
    cell->text = text;
}

static void end_cell(struct ods *ods)
{
    finish_value(ods);
    ods->in_cell = false;
    if (!ods->is_covered && ods->cell.kind != SHEET_BLANK) {
        for (uint32_t i = 0; i < ods->repeats && !ods->grid->has_failed; i++) {
            ods->cell.column = ods->column + i;
            grid_put(ods->grid, &ods->cell);
        }
        grid_merge(ods->grid, ods->merge);
    }
    ods->column += ods->repeats;
    if (ods->column > SHEET_COLUMNS)
        ods->column = SHEET_COLUMNS; /* a cell there is refused when it is put */
}

/* ---- rows and tables ---- */

/* The row's cells once more for each time that it is repeated. */
static void end_row(struct ods *ods)
{
    struct grid *grid = ods->grid;
    size_t count = grid->cells - ods->row_start;
    for (uint32_t r = 1; count > 0 && r < ods->row_repeats && !grid->has_failed; r++)
        for (size_t i = 0; i < count && !grid->has_failed; i++) {
            struct sheet_cell cell = grid->cell[ods->row_start + i];
            cell.row = ods->row + r;
            grid_put(grid, &cell);
        }
    ods->row = ods->row_repeats > SHEET_ROWS - ods->row ? SHEET_ROWS : ods->row + ods->row_repeats;
}

static void start_table(struct ods *ods, const char *const *attribute)
{
    const char *name = xml_attribute(attribute, "table:name");
    bool hidden = is_hidden(ods, xml_attribute(attribute, "table:style-name"));
    ods->in_table = grid_begin_sheet(
        ods->grid, arena_string(ods->grid->arena, name != NULL ? name : ""), hidden);
    ods->row = 0;
}

/* What is inside of a cell and no text of its own. */
static bool is_apart(const char *name)
{
    return strcmp(name, "office:annotation") == 0 || strcmp(name, "?") == 0 ||
           strcmp(name, "table:table") == 0 || strcmp(name, "text:ruby-text") == 0;
}

static void start_text(struct ods *ods, const char *name, const char *const *attribute)
{
    if (strcmp(name, "text:p") == 0) {
        if (ods->has_paragraph && !ods->has_text_value)
            buffer_add_char(&ods->text, '\n');
        ods->has_paragraph = true;
        ods->paragraph++;
    } else if (ods->has_text_value) {
        return;
    } else if (strcmp(name, "text:line-break") == 0) {
        buffer_add_char(&ods->text, '\n');
    } else if (strcmp(name, "text:tab") == 0) {
        buffer_add_char(&ods->text, '\t');
    } else if (strcmp(name, "text:s") == 0) {
        enum { MOST = 1000 };
        for (uint32_t i = count_of(attribute, "text:c", MOST); i > 0; i--)
            buffer_add_char(&ods->text, ' ');
    }
}

static void start(void *closure, const char *name, const char *const *attribute)
{
    struct ods *ods = closure;
    if (ods->apart > 0 || (ods->in_cell && is_apart(name))) {
        ods->apart++;
    } else if (ods->in_cell) {
        start_text(ods, name, attribute);
    } else if (!ods->in_table) {
        start_style(ods, name, attribute);
        if (strcmp(name, "table:table") == 0)
            start_table(ods, attribute);
    } else if (strcmp(name, "table:table-row") == 0) {
        ods->row_repeats = count_of(attribute, "table:number-rows-repeated", SHEET_ROWS);
        ods->row_start = ods->grid->cells;
        ods->column = 0;
    } else if (strcmp(name, "table:table-cell") == 0 ||
               strcmp(name, "table:covered-table-cell") == 0) {
        start_cell(ods, name, attribute);
    }
}

static void end(void *closure, const char *name)
{
    struct ods *ods = closure;
    if (ods->apart > 0)
        ods->apart--;
    else if (strcmp(name, "text:p") == 0)
        ods->paragraph -= ods->paragraph > 0;
    else if (ods->in_cell && (strcmp(name, "table:table-cell") == 0 ||
                              strcmp(name, "table:covered-table-cell") == 0))
        end_cell(ods);
    else if (ods->in_table && !ods->in_cell && strcmp(name, "table:table-row") == 0)
        end_row(ods);
    else if (ods->in_table && !ods->in_cell && strcmp(name, "table:table") == 0) {
        grid_end_sheet(ods->grid);
        ods->in_table = false;
    }
}

static void take(void *closure, const char *text, size_t length)
{
    struct ods *ods = closure;
    if (ods->in_cell && ods->apart == 0 && ods->paragraph > 0 && !ods->has_text_value)
        buffer_add(&ods->text, text, length);
}

static bool is_over(void *closure)
{
    const struct ods *ods = closure;
    return ods->grid->has_failed;
}

/* ---- parts ---- */

static void start_manifest(void *closure, const char *name, const char *const *attribute)
{
    struct ods *ods = closure;
    (void)attribute;
    if (strcmp(name, "manifest:encryption-data") == 0)
        ods->is_encrypted = true;
}

static void end_manifest(void *closure, const char *name)
{
    (void)closure;
    (void)name;
}

static bool read_part(struct ods *ods, const struct zip *zip, const char *name,
                      const struct xml_handler *handler)
{
    struct grid *grid = ods->grid;
    const struct zip_entry *entry = zip_find(zip, name);
    if (entry == NULL)
        return true;
    struct buffer bytes = {0};
    bool fine = zip_unpack(zip, entry, grid->diag, &bytes);
    const struct xml_part part = {grid->file, name, buffer_text(&bytes), bytes.length};
    fine = fine && xml_read(&part, handler, grid->diag);
    grid->has_failed = grid->has_failed || !fine;
    buffer_free(&bytes);
    return fine;
}

void ods_read(struct grid *grid, const struct zip *zip)
{
    struct ods ods = {.grid = grid};
    const struct xml_handler manifest = {
        .space = spaces, .start = start_manifest, .end = end_manifest, .closure = &ods};
    const struct xml_handler content = {.space = spaces,
                                        .start = start,
                                        .end = end,
                                        .text = take,
                                        .is_over = is_over,
                                        .closure = &ods};
    if (!read_part(&ods, zip, "META-INF/manifest.xml", &manifest))
        return;
    if (ods.is_encrypted)
        grid_fail(grid, MESSAGE_ZIP_ENCRYPTED, NULL);
    else if (read_part(&ods, zip, "content.xml", &content) && grid->sheets == 0)
        grid_fail(grid, MESSAGE_SHEET_NO_TABLE, NULL);
    buffer_free(&ods.text);
}
