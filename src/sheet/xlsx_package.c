#include "sheet/xlsx_package.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_RELATIONS = 2000 };

const struct xml_space xlsx_spaces[] = {
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", ""},
    {"http://schemas.openxmlformats.org/package/2006/relationships", ""},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r:"},
    {NULL, NULL}};

bool xlsx_part_read(struct xlsx_package *package, const char *name,
                    const struct xml_handler *handler)
{
    struct grid *grid = package->grid;
    const struct zip_entry *entry = zip_find(package->zip, name);
    struct buffer bytes = {0};
    if (entry == NULL) {
        grid_fail(grid, MESSAGE_SHEET_PART, name);
        return false;
    }
    bool fine = zip_unpack(package->zip, entry, grid->diag, &bytes);
    const struct xml_part part = {grid->file, name, buffer_text(&bytes), bytes.length};
    fine = fine && xml_read(&part, handler, grid->diag);
    grid->has_failed = grid->has_failed || !fine; /* the archive or the reader has said why */
    buffer_free(&bytes);
    return !grid->has_failed;
}

static void no_end(void *closure, const char *name)
{
    (void)closure;
    (void)name;
}

/* ---- relations ---- */

struct relation {
    const char *id, *type, *part;
};

struct relations {
    struct arena *arena;
    const char *folder; /* that targets are relative to; "" or with "/" at its end */
    struct relation *item;
    size_t count, room;
};

/* Where a target leads, without "." and ".."; one that leads out of the archive is no entry of it. */
static const char *resolve(struct arena *arena, const char *folder, const char *target)
{
    struct buffer path = {0};
    if (*target == '/')
        target++;
    else
        buffer_add_string(&path, folder);
    while (*target != '\0') {
        size_t length = strcspn(target, "/");
        bool up = length == 2 && memcmp(target, "..", 2) == 0;
        if (up) {
            path.length -= path.length > 0;
            while (path.length > 0 && path.bytes[path.length - 1] != '/')
                path.length--;
        } else if (length != 1 || *target != '.') {
            buffer_add(&path, target, length + (target[length] == '/'));
        }
        target += length + (target[length] == '/');
    }
    const char *copy = arena_copy(arena, path.bytes != NULL ? path.bytes : "", path.length);
    buffer_free(&path);
    return copy;
}

static void start_relation(void *closure, const char *name, const char *const *attribute)
{
    struct relations *relations = closure;
    const char *id = xml_attribute(attribute, "Id"), *type = xml_attribute(attribute, "Type"),
               *target = xml_attribute(attribute, "Target");
    if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL ||
        relations->count == MOST_RELATIONS)
        return;
    relations->item = arena_room(relations->arena, relations->item, relations->count,
                                 &relations->room, sizeof *relations->item);
    const char *last = strrchr(type, '/');
    relations->item[relations->count++] =
        (struct relation){arena_string(relations->arena, id),
                          arena_string(relations->arena, last != NULL ? last + 1 : type),
                          resolve(relations->arena, relations->folder, target)};
}

/* The relations of a part: folder/_rels/name.rels */
static struct relations read_relations(struct xlsx_package *package, const char *part)
{
    struct arena *arena = package->grid->arena;
    const char *slash = strrchr(part, '/');
    const char *name = slash != NULL ? slash + 1 : part;
    struct relations relations = {.arena = arena,
                                  .folder = arena_copy(arena, part, (size_t)(name - part))};
    const struct xml_handler handler = {
        .space = xlsx_spaces, .start = start_relation, .end = no_end, .closure = &relations};
    xlsx_part_read(package, arena_printf(arena, "%s_rels/%s.rels", relations.folder, name),
                   &handler);
    return relations;
}

static const char *part_of_type(const struct relations *relations, const char *type)
{
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->item[i].type, type) == 0)
            return relations->item[i].part;
    return NULL;
}

static const char *part_of_id(const struct relations *relations, const char *id)
{
    for (size_t i = 0; id != NULL && i < relations->count; i++)
        if (strcmp(relations->item[i].id, id) == 0)
            return relations->item[i].part;
    return NULL;
}

/* ---- the workbook ---- */

struct workbook {
    struct xlsx_package *package;
    const struct relations *relations;
};

static bool is_true(const char *value)
{
    return value != NULL && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static void add_sheet(struct workbook *workbook, const char *const *attribute)
{
    struct xlsx_package *package = workbook->package;
    struct arena *arena = package->grid->arena;
    const char *name = xml_attribute(attribute, "name"), *state = xml_attribute(attribute, "state");
    const char *part = part_of_id(workbook->relations, xml_attribute(attribute, "r:id"));
    if (name == NULL || part == NULL || package->sheets == SHEET_SHEETS)
        return;
    package->sheet = arena_room(arena, package->sheet, package->sheets, &package->sheet_room,
                                sizeof *package->sheet);
    package->sheet[package->sheets++] =
        (struct xlsx_sheet){.name = arena_string(arena, name),
                            .part = part,
                            .is_hidden = state != NULL && strcmp(state, "visible") != 0};
}

static void start_workbook(void *closure, const char *name, const char *const *attribute)
{
    struct workbook *workbook = closure;
    if (strcmp(name, "sheet") == 0)
        add_sheet(workbook, attribute);
    else if (strcmp(name, "workbookPr") == 0)
        workbook->package->from_1904 = is_true(xml_attribute(attribute, "date1904"));
}

/* ---- shared strings ---- */

struct strings {
    struct xlsx_package *package;
    struct buffer text;
    bool in_text;
    unsigned phonetic; /* how a word is said: not shown */
};

static void start_string(void *closure, const char *name, const char *const *attribute)
{
    struct strings *strings = closure;
    (void)attribute;
    if (strcmp(name, "si") == 0)
        buffer_clear(&strings->text);
    else if (strcmp(name, "rPh") == 0)
        strings->phonetic++;
    strings->in_text = strcmp(name, "t") == 0 && strings->phonetic == 0;
}

static void end_string(void *closure, const char *name)
{
    struct strings *strings = closure;
    struct xlsx_package *package = strings->package;
    strings->in_text = false;
    if (strcmp(name, "rPh") == 0)
        strings->phonetic--;
    if (strcmp(name, "si") != 0)
        return;
    struct arena *arena = package->grid->arena;
    package->string = arena_room(arena, package->string, package->strings, &package->string_room,
                                 sizeof *package->string);
    package->string[package->strings++] =
        arena_copy(arena, buffer_text(&strings->text), strings->text.length);
}

static void take_string(void *closure, const char *text, size_t length)
{
    struct strings *strings = closure;
    if (strings->in_text)
        buffer_add(&strings->text, text, length);
}

static void read_strings(struct xlsx_package *package, const char *part)
{
    struct strings strings = {.package = package};
    const struct xml_handler handler = {.space = xlsx_spaces,
                                        .start = start_string,
                                        .end = end_string,
                                        .text = take_string,
                                        .closure = &strings};
    xlsx_part_read(package, part, &handler);
    buffer_free(&strings.text);
}

/* ---- styles ---- */

enum { MOST_FORMATS = 70000 }; /* as many as a file of a spreadsheet program can have */

struct own_format {
    unsigned number;
    struct xlsx_format format;
};

struct styles {
    struct xlsx_package *package;
    struct own_format *own;
    size_t owns, room;
    bool in_cells;
};

static unsigned number_of(const char *text)
{
    return text != NULL ? (unsigned)strtoul(text, NULL, 10) : 0;
}

static void add_own(struct styles *styles, const char *const *attribute)
{
    const char *code = xml_attribute(attribute, "formatCode");
    enum { MOST_OWN = 1000 };
    if (code == NULL || styles->owns == MOST_OWN)
        return;
    styles->own = arena_room(styles->package->grid->arena, styles->own, styles->owns, &styles->room,
                             sizeof *styles->own);
    styles->own[styles->owns++] = (struct own_format){
        number_of(xml_attribute(attribute, "numFmtId")), xlsx_format_of_code(code)};
}

static struct xlsx_format format_of(const struct styles *styles, unsigned number)
{
    for (size_t i = 0; i < styles->owns; i++)
        if (styles->own[i].number == number)
            return styles->own[i].format;
    return xlsx_format_of_number(number);
}

static void start_style(void *closure, const char *name, const char *const *attribute)
{
    struct styles *styles = closure;
    struct xlsx_package *package = styles->package;
    if (strcmp(name, "numFmt") == 0)
        add_own(styles, attribute);
    else if (strcmp(name, "cellXfs") == 0)
        styles->in_cells = true;
    else if (strcmp(name, "xf") == 0 && styles->in_cells && package->formats < MOST_FORMATS) {
        package->format = arena_room(package->grid->arena, package->format, package->formats,
                                     &package->format_room, sizeof *package->format);
        package->format[package->formats++] =
            format_of(styles, number_of(xml_attribute(attribute, "numFmtId")));
    }
}

static void end_style(void *closure, const char *name)
{
    struct styles *styles = closure;
    if (strcmp(name, "cellXfs") == 0)
        styles->in_cells = false;
}

static void read_styles(struct xlsx_package *package, const char *part)
{
    struct styles styles = {.package = package};
    const struct xml_handler handler = {
        .space = xlsx_spaces, .start = start_style, .end = end_style, .closure = &styles};
    xlsx_part_read(package, part, &handler);
}

void xlsx_package_read(struct xlsx_package *package)
{
    const struct relations top = read_relations(package, "");
    const char *book = part_of_type(&top, "officeDocument");
    if (book == NULL) {
        grid_fail(package->grid, MESSAGE_SHEET_NO_TABLE, NULL);
        return;
    }
    const struct relations relations = read_relations(package, book);
    struct workbook workbook = {package, &relations};
    const struct xml_handler handler = {
        .space = xlsx_spaces, .start = start_workbook, .end = no_end, .closure = &workbook};
    if (package->grid->has_failed || !xlsx_part_read(package, book, &handler))
        return;
    const char *strings = part_of_type(&relations, "sharedStrings"),
               *styles = part_of_type(&relations, "styles");
    if (strings != NULL)
        read_strings(package, strings);
    if (styles != NULL && !package->grid->has_failed)
        read_styles(package, styles);
}
