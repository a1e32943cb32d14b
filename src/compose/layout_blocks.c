/*
 * Reads blocks. The first key of a block's map is its kind; a table of keys per kind reads the
 * rest into one struct, which a short function per kind turns into the block.
 */
#include <stddef.h>
#include <string.h>

#include "compose/layout_read.h"

struct contents_input {
    struct whole levels;
    int of;
};

struct series_input {
    struct text name, value;
    uint32_t colour;
};

struct block_input {
    struct text text; /* the kind's own value, when it is a text */
    struct text style, condition, loop, marker, caption, item_text, title, name;
    struct text label, value, target, target_label, alt, link;
    struct whole level;
    struct contents_input contents;
    struct decimal low, high, step;
    int choice, orientation;
    struct series_input *series;
    size_t series_count;
    bool number, fixed, page_start, keep;
    int32_t width, height, bar_height;
    uint32_t colour, marked_colour, target_colour;
    const struct node *node; /* the kind's own value, when it is a list or nothing */
    const struct node *inner, *other, *with;
};

#define ROW(name, type, member, line)                                                            \
    {                                                                                            \
        .key = name, .kind = type, .offset = offsetof(struct block_input, member), .about = line \
    }
#define MAIN(name, type, member, line)                                \
    {                                                                 \
        .key = name, .kind = type, .required = true,                  \
        .offset = offsetof(struct block_input, member), .about = line \
    }
#define SIZE(name, member, line)                                         \
    {                                                                    \
        .key = name, .kind = FIELD_LENGTH, .low = PT, .high = 2000 * PT, \
        .offset = offsetof(struct block_input, member), .about = line    \
    }
#define NAME ROW("name", FIELD_TEXT, name, "what references call the block")
#define CONDITION ROW("if", FIELD_TEXT, condition, "leaves the block out when it does not hold")
#define STYLE ROW("style", FIELD_TEXT, style, "the block's style")
#define WITH ROW("with", FIELD_NODE, with, "names for values, in force inside")

static const struct field heading_fields[] = {
    MAIN("heading", FIELD_TEXT, text, "the heading's text"),
    {.key = "level",
     .kind = FIELD_WHOLE,
     .offset = offsetof(struct block_input, level),
     .low = 1,
     .high = LAYOUT_LEVELS,
     .about = "1, the highest, to 6"},
    ROW("number", FIELD_BOOL, number, "false: not numbered"),
    ROW("short", FIELD_TEXT, title, "shorter words for the contents and the bookmarks"),
    NAME,
    STYLE,
    CONDITION,
};
static const struct field paragraph_fields[] = {
    MAIN("paragraph", FIELD_TEXT, text, "the text"),
    ROW("link", FIELD_TEXT, link, "the address that the text leads to, an expression"),
    STYLE,
    CONDITION,
};
static const struct field prose_fields[] = {
    MAIN("prose", FIELD_TEXT, text, "the name of a text, or Markdown"),
    STYLE,
    CONDITION,
};
static const struct field list_fields[] = {
    ROW("list", FIELD_NODE, node, "the items"),
    ROW("for", FIELD_TEXT, loop, "an item for each of a list: name in list"),
    ROW("text", FIELD_TEXT, item_text, "the item's text in a loop"),
    ROW("marker", FIELD_TEXT, marker, "before each item; {n} is its number"),
    STYLE,
    CONDITION,
};
static const struct field table_fields[] = {
    MAIN("table", FIELD_TEXT, text, "the name of a table shape"),
    ROW("caption", FIELD_TEXT, caption, "a line above the table"),
    ROW("number", FIELD_BOOL, number, "false: the caption is not numbered"),
    NAME,
    WITH,
    STYLE,
    CONDITION,
};
static const struct field series_fields[] = {
    {.key = "name",
     .kind = FIELD_TEXT,
     .required = true,
     .offset = offsetof(struct series_input, name),
     .about = "what the legend calls it"},
    {.key = "value",
     .kind = FIELD_TEXT,
     .required = true,
     .offset = offsetof(struct series_input, value),
     .about = "its value, an expression; where it is not given, there is no bar"},
    {.key = "colour",
     .kind = FIELD_COLOUR,
     .offset = offsetof(struct series_input, colour),
     .about = "of its bars: one dark, one light"},
};
static const struct record series_record = {
    .name = "series",
    .thai = "ชุดข้อมูล",
    .size = sizeof(struct series_input),
    .fields = series_fields,
    .count = sizeof series_fields / sizeof series_fields[0],
    .place_offset = SIZE_MAX,
};
static const char *const charts[] = {"bars", NULL};
static const struct field figure_fields[] = {
    {.key = "figure",
     .kind = FIELD_CHOICE,
     .required = true,
     .offset = offsetof(struct block_input, choice),
     .names = charts,
     .about = "bars"},
    MAIN("for", FIELD_TEXT, loop, "a bar for each of a list: name in list"),
    MAIN("label", FIELD_TEXT, label, "the bar's name"),
    ROW("value", FIELD_TEXT, value, "the bar's value, an expression"),
    {.key = "series",
     .kind = FIELD_RECORDS,
     .offset = offsetof(struct block_input, series),
     .count_offset = offsetof(struct block_input, series_count),
     .record = &series_record,
     .about = "instead of a value: values to compare, bar beside bar"},
    ROW("target", FIELD_TEXT, target, "the line to reach, an expression"),
    ROW("target_label", FIELD_TEXT, target_label, "the line's name"),
    ROW("alt", FIELD_TEXT, alt, "what the figure shows, for those who hear it read"),
    ROW("low", FIELD_DECIMAL, low, "where the scale starts"),
    ROW("high", FIELD_DECIMAL, high, "where it ends"),
    ROW("step", FIELD_DECIMAL, step, "between its marks"),
    ROW("height", FIELD_LENGTH, height, "of the whole drawing; 0: from the bars"),
    ROW("bar_height", FIELD_LENGTH, bar_height, "of one bar"),
    ROW("colour", FIELD_COLOUR, colour, "of a bar"),
    ROW("marked_colour", FIELD_COLOUR, marked_colour, "of a bar below the target"),
    ROW("target_colour", FIELD_COLOUR, target_colour, "of the target's line"),
    ROW("caption", FIELD_TEXT, caption, "a line below the figure"),
    ROW("number", FIELD_BOOL, number, "false: the caption is not numbered"),
    NAME,
    STYLE,
    CONDITION,
};
static const struct field image_fields[] = {
    MAIN("image", FIELD_TEXT, text, "a PNG or JPEG file, relative to the edition's folder"),
    ROW("alt", FIELD_TEXT, alt, "what the image shows, for those who hear it read"),
    SIZE("width", width, "at most so wide"),
    SIZE("height", height, "at most so high"),
    ROW("caption", FIELD_TEXT, caption, "a line below the image"),
    ROW("number", FIELD_BOOL, number, "false: the caption is not numbered"),
    NAME,
    STYLE,
    CONDITION,
};
static const char *const listed[] = {"headings", "tables", "figures", NULL};
static const struct field contents_level_fields[] = {
    {.key = "of",
     .kind = FIELD_CHOICE,
     .offset = offsetof(struct contents_input, of),
     .names = listed,
     .about = "headings, tables or figures: what is listed"},
    {.key = "levels",
     .kind = FIELD_WHOLE,
     .offset = offsetof(struct contents_input, levels),
     .low = 1,
     .high = LAYOUT_LEVELS,
     .about = "how many levels of headings are listed"},
};
static const struct record contents_record = {
    .name = "contents",
    .thai = "สารบัญ",
    .size = sizeof(struct contents_input),
    .fields = contents_level_fields,
    .count = sizeof contents_level_fields / sizeof contents_level_fields[0],
    .place_offset = SIZE_MAX,
};
static const struct field contents_fields[] = {
    {.key = "contents",
     .kind = FIELD_RECORD,
     .offset = offsetof(struct block_input, contents),
     .record = &contents_record,
     .about = "the headings with their pages"},
    CONDITION,
};
static const struct field page_break_fields[] = {
    ROW("page_break", FIELD_NODE, node, "the next block starts a page"),
    CONDITION,
};
static const struct field space_fields[] = {
    ROW("space", FIELD_LENGTH, height, "vertical room"),
    ROW("fixed", FIELD_BOOL, fixed, "true: stays at the top of a page"),
    CONDITION,
};
static const char *const orientations[] = {"portrait", "landscape", NULL};
static const struct field section_fields[] = {
    MAIN("section", FIELD_NODE, inner, "the blocks inside"),
    ROW("page_start", FIELD_BOOL, page_start, "true: begins a page"),
    {.key = "orientation",
     .kind = FIELD_CHOICE,
     .offset = offsetof(struct block_input, orientation),
     .names = orientations,
     .about = "portrait or landscape: how the paper of its own pages lies"},
    ROW("keep", FIELD_BOOL, keep, "true: not broken when it fits a page"),
    STYLE,
    CONDITION,
};
static const struct field use_fields[] = {
    MAIN("use", FIELD_TEXT, text, "the name of a section"),
    WITH,
    STYLE,
    CONDITION,
};
static const struct field for_fields[] = {
    MAIN("for", FIELD_TEXT, loop, "name in list"),
    MAIN("do", FIELD_NODE, inner, "the blocks of every turn"),
    STYLE,
    CONDITION,
};
static const struct field if_fields[] = {
    MAIN("if", FIELD_TEXT, condition, "what must hold"),
    MAIN("do", FIELD_NODE, inner, "the blocks when it holds"),
    ROW("else", FIELD_NODE, other, "the blocks when it does not"),
    STYLE,
};

#define RECORD(english, thai_name, rows)                                                        \
    {                                                                                           \
        .name = english, .thai = thai_name, .size = sizeof(struct block_input), .fields = rows, \
        .count = sizeof rows / sizeof rows[0], .place_offset = SIZE_MAX                         \
    }

/* By enum block_kind. */
static const struct record kinds[] = {
    RECORD("heading", "หัวข้อ", heading_fields),
    RECORD("paragraph", "ย่อหน้า", paragraph_fields),
    RECORD("prose", "ข้อความ", prose_fields),
    RECORD("list", "รายการ", list_fields),
    RECORD("table", "ตาราง", table_fields),
    RECORD("figure", "แผนภูมิ", figure_fields),
    RECORD("image", "รูปภาพ", image_fields),
    RECORD("contents", "สารบัญ", contents_fields),
    RECORD("page_break", "ขึ้นหน้าใหม่", page_break_fields),
    RECORD("space", "ที่ว่าง", space_fields),
    RECORD("section", "ส่วน", section_fields),
    RECORD("use", "การเรียกใช้ส่วน", use_fields),
    RECORD("for", "การวนซ้ำ", for_fields),
    RECORD("if", "เงื่อนไข", if_fields),
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* ---- parts of a map ---- */

const struct expr *layout_expr(const struct layout_reader *reader, const struct text *text)
{
    if (text->bytes == NULL)
        return NULL;
    struct text *kept = ARENA_NEW(reader->layout->arena, struct text, 1);
    *kept = *text;
    struct expr_reader expr = {reader->layout->arena, reader->records.diag, kept};
    return expr_parse(&expr, 0, kept->length);
}

struct layout_loop layout_loop_read(const struct layout_reader *reader, const struct text *text)
{
    struct layout_loop loop = {0};
    if (text->bytes == NULL)
        return loop;
    size_t name = 0;
    while (name < text->length && expr_is_path(text->bytes, name + 1))
        name++;
    size_t rest = name + strspn(text->bytes + name, " ");
    if (name == 0 || rest == name || strncmp(text->bytes + rest, "in ", 3) != 0 ||
        memchr(text->bytes, '.', name) != NULL) {
        diag_say(reader->records.diag, LAYOUT_BAD_LOOP, text->place);
        return loop;
    }
    struct text *kept = ARENA_NEW(reader->layout->arena, struct text, 1);
    *kept = *text;
    struct expr_reader expr = {reader->layout->arena, reader->records.diag, kept};
    loop.list = expr_parse(&expr, rest + 3, kept->length);
    loop.name = loop.list != NULL ? arena_copy(reader->layout->arena, text->bytes, name) : NULL;
    return loop;
}

struct layout_bindings layout_with(const struct layout_reader *reader, const struct node *map)
{
    struct layout_bindings with = {0};
    if (map == NULL || map->kind == NODE_NULL ||
        !record_expect(&reader->records, map, NODE_MAP, "with"))
        return with;
    with.item = ARENA_NEW(reader->layout->arena, struct layout_binding, map->count);
    for (size_t i = 0; i < map->count; i++) {
        struct text value = {0};
        if (!record_text(&reader->records, map->item[i], &value))
            continue;
        const struct expr *expr = layout_expr(reader, &value);
        if (expr != NULL)
            with.item[with.count++] = (struct layout_binding){map->key[i]->text, expr};
    }
    return with;
}

/* ---- one function a kind ---- */

static void read_prose(const struct layout_reader *reader, const struct text *text,
                       struct block *block)
{
    if (text->bytes == NULL)
        return;
    if (expr_is_path(text->bytes, text->length))
        block->prose = layout_expr(reader, text);
    else
        block->text = layout_template(reader, text);
}

static void read_list(const struct layout_reader *reader, const struct block_input *input,
                      struct block *block)
{
    block->marker = input->marker.bytes;
    block->loop = layout_loop_read(reader, &input->loop);
    block->text = layout_template(reader, &input->item_text);
    const struct node *list = input->node;
    if (list == NULL || list->kind == NODE_NULL ||
        !record_expect(&reader->records, list, NODE_LIST, "list"))
        return;
    block->entry = ARENA_NEW(reader->layout->arena, const struct template *, list->count);
    for (size_t i = 0; i < list->count; i++) {
        struct text text = {0};
        if (record_text(&reader->records, list->item[i], &text))
            block->entry[block->entries++] = layout_template(reader, &text);
    }
}

static const struct layout_table *find_table(const struct layout_reader *reader,
                                             const struct text *name)
{
    const struct layout *layout = reader->layout;
    if (name->bytes == NULL)
        return NULL;
    const char **names = ARENA_NEW(layout->arena, const char *, layout->tables);
    for (size_t i = 0; i < layout->tables; i++) {
        names[i] = layout->table[i].name;
        if (strcmp(names[i], name->bytes) == 0)
            return &layout->table[i];
    }
    const char *nearest = record_nearest(name->bytes, names, layout->tables);
    if (nearest != NULL)
        diag_say(reader->records.diag, LAYOUT_NO_TABLE_NEAR, name->place, name->bytes, nearest);
    else
        diag_say(reader->records.diag, LAYOUT_NO_TABLE, name->place, name->bytes);
    return NULL;
}

static const struct layout_section *find_section(const struct layout_reader *reader,
                                                 const struct text *name)
{
    const struct layout *layout = reader->layout;
    if (name->bytes == NULL)
        return NULL;
    const char **names = ARENA_NEW(layout->arena, const char *, layout->sections);
    for (size_t i = 0; i < layout->sections; i++) {
        names[i] = layout->section[i].name;
        if (strcmp(names[i], name->bytes) == 0)
            return &layout->section[i];
    }
    const char *nearest = record_nearest(name->bytes, names, layout->sections);
    if (nearest != NULL)
        diag_say(reader->records.diag, LAYOUT_NO_SECTION_NEAR, name->place, name->bytes, nearest);
    else
        diag_say(reader->records.diag, LAYOUT_NO_SECTION, name->place, name->bytes);
    return NULL;
}

static void read_series(const struct layout_reader *reader, const struct block_input *input,
                        struct layout_chart *chart)
{
    chart->series_count = input->series_count;
    chart->series = ARENA_NEW(reader->layout->arena, struct layout_series, input->series_count);
    for (size_t i = 0; i < input->series_count; i++) {
        const struct series_input *from = &input->series[i];
        chart->series[i] = (struct layout_series){layout_template(reader, &from->name),
                                                  layout_expr(reader, &from->value), from->colour};
    }
}

static void read_figure(const struct layout_reader *reader, const struct block_input *input,
                        struct block *block)
{
    struct layout_chart *chart = ARENA_NEW(reader->layout->arena, struct layout_chart, 1);
    chart->label = layout_template(reader, &input->label);
    chart->value = layout_expr(reader, &input->value);
    chart->target = layout_expr(reader, &input->target);
    chart->target_label = layout_template(reader, &input->target_label);
    chart->alt = layout_template(reader, &input->alt);
    chart->low = input->low.hundredths;
    chart->high = input->high.hundredths;
    chart->step = input->step.hundredths;
    chart->bar_height = input->bar_height;
    chart->height = input->height;
    chart->colour = input->colour;
    chart->marked_colour = input->marked_colour;
    chart->target_colour = input->target_colour;
    if (input->value.bytes == NULL && input->series_count == 0)
        diag_say(reader->records.diag, LAYOUT_NO_BARS, block->place);
    read_series(reader, input, chart);
    block->loop = layout_loop_read(reader, &input->loop);
    block->chart = chart;
    block->caption = layout_template(reader, &input->caption);
}

static void read_image(const struct layout_reader *reader, const struct block_input *input,
                       struct block *block)
{
    struct layout_image *image = ARENA_NEW(reader->layout->arena, struct layout_image, 1);
    image->file = layout_template(reader, &input->text);
    image->alt = layout_template(reader, &input->alt);
    image->width = input->width;
    image->height = input->height;
    block->image = image;
    block->caption = layout_template(reader, &input->caption);
}

static void read_heading(const struct layout_reader *reader, const struct block_input *input,
                         struct block *block)
{
    block->text = layout_template(reader, &input->text);
    block->level = input->level.present ? (int)input->level.value : 1;
    block->title = layout_template(reader, &input->title);
}

static void read_paragraph(const struct layout_reader *reader, const struct block_input *input,
                           struct block *block)
{
    block->text = layout_template(reader, &input->text);
    block->link = layout_expr(reader, &input->link);
}

static void read_prose_block(const struct layout_reader *reader, const struct block_input *input,
                             struct block *block)
{
    read_prose(reader, &input->text, block);
}

static void read_table(const struct layout_reader *reader, const struct block_input *input,
                       struct block *block)
{
    block->table = find_table(reader, &input->text);
    block->caption = layout_template(reader, &input->caption);
}

static void read_contents(const struct layout_reader *reader, const struct block_input *input,
                          struct block *block)
{
    (void)reader;
    struct whole levels = input->contents.levels;
    block->level = levels.present ? (int)levels.value : LAYOUT_LEVELS;
    block->listed = (enum layout_listed)input->contents.of;
}

static void read_use(const struct layout_reader *reader, const struct block_input *input,
                     struct block *block)
{
    block->section = find_section(reader, &input->text);
}

static void read_loop(const struct layout_reader *reader, const struct block_input *input,
                      struct block *block)
{
    block->loop = layout_loop_read(reader, &input->loop);
}

/* The index of a name among all names of blocks, and 1; several blocks may have one name as long as
 * a document holds one of them. */
static size_t read_name(const struct layout_reader *reader, const struct text *name)
{
    struct layout *layout = reader->layout;
    if (name->bytes == NULL)
        return 0;
    if (!expr_is_path(name->bytes, name->length) || strchr(name->bytes, '.') != NULL) {
        diag_say(reader->records.diag, LAYOUT_BAD_NAME, name->place, name->bytes);
        return 0;
    }
    for (size_t i = 0; i < layout->names; i++)
        if (strcmp(layout->name[i], name->bytes) == 0)
            return i + 1;
    if (layout->names == layout->name_room) {
        layout->name_room = layout->name_room * 2 + 8;
        const char **grown = ARENA_NEW(layout->arena, const char *, layout->name_room);
        if (layout->names > 0)
            memcpy(grown, layout->name, layout->names * sizeof *grown);
        layout->name = grown;
    }
    layout->name[layout->names++] = name->bytes;
    return layout->names;
}

/* What a kind has besides the keys that any kind may have; NULL: nothing. */
static void (*const read_kind[KINDS])(const struct layout_reader *, const struct block_input *,
                                      struct block *) = {
    [BLOCK_HEADING] = read_heading,   [BLOCK_PARAGRAPH] = read_paragraph,
    [BLOCK_PROSE] = read_prose_block, [BLOCK_LIST] = read_list,
    [BLOCK_TABLE] = read_table,       [BLOCK_FIGURE] = read_figure,
    [BLOCK_CONTENTS] = read_contents, [BLOCK_USE] = read_use,
    [BLOCK_FOR] = read_loop,          [BLOCK_IMAGE] = read_image,
};

static const struct record *find_kind(const struct layout_reader *reader, const struct node *map)
{
    const char *names[KINDS];
    for (size_t i = 0; i < KINDS; i++) {
        names[i] = kinds[i].name;
        if (map->count > 0 && strcmp(names[i], map->key[0]->text) == 0)
            return &kinds[i];
    }
    struct place place = map->count > 0 ? map->key[0]->place : map->place;
    const char *word = map->count > 0 ? map->key[0]->text : "{}";
    const char *nearest = record_nearest(word, names, KINDS);
    if (nearest != NULL)
        diag_say(reader->records.diag, LAYOUT_NO_BLOCK_NEAR, place, word, nearest);
    else
        diag_say(reader->records.diag, LAYOUT_NO_BLOCK, place, word);
    return NULL;
}

static bool read_block(const struct layout_reader *reader, const struct node *map,
                       struct block *block)
{
    if (!record_expect(&reader->records, map, NODE_MAP, "block"))
        return false;
    const struct record *record = find_kind(reader, map);
    if (record == NULL)
        return false;
    struct block_input input = {.number = true, .orientation = DOC_AS_AROUND - 1};
    record_read(&reader->records, record, map, &input);
    block->kind = (enum block_kind)(record - kinds);
    block->place = map->place;
    block->condition = layout_expr(reader, &input.condition);
    block->style = styles_find(reader, &input.style);
    block->height = input.height;
    block->numbered = input.number;
    block->name = read_name(reader, &input.name);
    block->fixed = input.fixed;
    block->page_start = input.page_start;
    block->keep = input.keep;
    block->orientation = (enum doc_orientation)(input.orientation + 1);
    block->with = layout_with(reader, input.with);
    block->inner = blocks_read(reader, input.inner);
    block->other = blocks_read(reader, input.other);
    if (read_kind[block->kind] != NULL)
        read_kind[block->kind](reader, &input, block);
    return true;
}

struct block_list blocks_read(const struct layout_reader *reader, const struct node *node)
{
    if (node == NULL || node->kind == NODE_NULL ||
        !record_expect(&reader->records, node, NODE_LIST, "blocks"))
        return (struct block_list){0};
    struct block *block = ARENA_NEW(reader->layout->arena, struct block, node->count);
    struct block_list list = {block, 0};
    for (size_t i = 0; i < node->count; i++) {
        if (read_block(reader, node->item[i], &block[list.count]))
            list.count++;
    }
    return list;
}

/* ---- the content of cells ---- */

static struct block *one_block(const struct layout_reader *reader, enum block_kind kind,
                               struct place place)
{
    struct block *block = ARENA_NEW(reader->layout->arena, struct block, 1);
    block->kind = kind;
    block->place = place;
    return block;
}

struct block_list blocks_paragraph(const struct layout_reader *reader, const struct text *text)
{
    struct block *block = one_block(reader, BLOCK_PARAGRAPH, text->place);
    block->text = layout_template(reader, text);
    return (struct block_list){block, 1};
}

struct block_list blocks_prose(const struct layout_reader *reader, const struct text *text)
{
    struct block *block = one_block(reader, BLOCK_PROSE, text->place);
    read_prose(reader, text, block);
    return (struct block_list){block, 1};
}
