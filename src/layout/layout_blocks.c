/*
 * Reads blocks. The first key of a block's map is its kind; a table of keys per kind reads the
 * rest into one struct, which a short function per kind turns into the block.
 */
#include <stddef.h>
#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "layout/layout_keys.h"

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
        diag_say(reader->records.diag, MESSAGE_LAYOUT_BAD_LOOP, text->place);
        return loop;
    }
    struct text *kept = ARENA_NEW(reader->layout->arena, struct text, 1);
    *kept = *text;
    struct expr_reader expr = {reader->layout->arena, reader->records.diag, kept};
    loop.list = expr_parse(&expr, rest + 3, kept->length);
    loop.name = loop.list != NULL ? arena_copy(reader->layout->arena, text->bytes, name) : NULL;
    return loop;
}

static struct layout_bindings read_with(const struct layout_reader *reader, const struct node *map)
{
    struct layout_bindings with = {0};
    if (map == NULL || map->kind == NODE_NULL ||
        !record_expect(&reader->records, map, NODE_MAP, "with"))
        return with;
    with.item = ARENA_NEW(reader->layout->arena, struct layout_binding, map->count);
    for (size_t i = 0; i < map->count; i++) {
        struct text value = {0};
        if (!record_text(&reader->records, map->item[i], TEXT_EXPRESSION, &value))
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
    block->prose = layout_expr(reader, &input->item_prose);
    const struct node *list = input->node;
    if (list == NULL || list->kind == NODE_NULL ||
        !record_expect(&reader->records, list, NODE_LIST, "list"))
        return;
    struct texts texts = {0};
    record_texts(&reader->records, list, TEXT_TEMPLATE, &texts);
    block->entry = ARENA_NEW(reader->layout->arena, const struct template *, texts.count);
    for (size_t i = 0; i < texts.count; i++)
        block->entry[block->entries++] = layout_template(reader, &texts.item[i]);
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
        if (strcmp(names[i], name->bytes) == 0 && !tables_is_prose(&layout->table[i]))
            return &layout->table[i];
    }
    nearest_say(reader->records.diag, name->place, name->bytes,
                (struct nearest_messages){MESSAGE_LAYOUT_NO_TABLE_NEAR, MESSAGE_LAYOUT_NO_TABLE},
                names, layout->tables);
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
    nearest_say(
        reader->records.diag, name->place, name->bytes,
        (struct nearest_messages){MESSAGE_LAYOUT_NO_SECTION_NEAR, MESSAGE_LAYOUT_NO_SECTION}, names,
        layout->sections);
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
    chart->kind = input->choice;
    chart->fits = input->fit ||
                  (input->choice == DOC_CHART_LINES && !input->low.present && !input->high.present);
    chart->low = input->low.hundredths;
    chart->high = input->high.hundredths;
    chart->step = input->step.hundredths;
    chart->bar_height = input->bar_height;
    chart->height = input->height;
    chart->colour = input->colour;
    chart->marked_colour = input->marked_colour;
    chart->target_colour = input->target_colour;
    if (input->value.bytes == NULL && input->series_count == 0)
        diag_say(reader->records.diag, MESSAGE_LAYOUT_NO_BARS, block->place);
    layout_check_scale(reader, chart, block->place);
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
        diag_say(reader->records.diag, MESSAGE_LAYOUT_BAD_NAME, name->place, name->bytes);
        return 0;
    }
    for (size_t i = 0; i < layout->names; i++)
        if (strcmp(layout->name[i], name->bytes) == 0)
            return i + 1;
    if (!layout_check_count(reader, layout->names + 1, LIMIT_NAMES, MESSAGE_LIMIT_NAMES,
                            name->place))
        return 0;
    layout->name = arena_room(layout->arena, layout->name, layout->names, &layout->name_room,
                              sizeof *layout->name);
    layout->name[layout->names++] = name->bytes;
    return layout->names;
}

/* What a kind has besides the keys that any kind may have; NULL: nothing. */
static void (*const read_kind[LAYOUT_KINDS])(const struct layout_reader *,
                                             const struct block_input *, struct block *) = {
    [BLOCK_HEADING] = read_heading,   [BLOCK_PARAGRAPH] = read_paragraph,
    [BLOCK_PROSE] = read_prose_block, [BLOCK_LIST] = read_list,
    [BLOCK_TABLE] = read_table,       [BLOCK_FIGURE] = read_figure,
    [BLOCK_CONTENTS] = read_contents, [BLOCK_USE] = read_use,
    [BLOCK_FOR] = read_loop,          [BLOCK_IMAGE] = read_image,
};

static const struct record *find_kind(const struct layout_reader *reader, const struct node *map)
{
    const char *names[LAYOUT_KINDS];
    for (size_t i = 0; i < LAYOUT_KINDS; i++) {
        names[i] = layout_keys[i].name;
        if (map->count > 0 && strcmp(names[i], map->key[0]->text) == 0)
            return &layout_keys[i];
    }
    struct place place = map->count > 0 ? map->key[0]->place : map->place;
    const char *word = map->count > 0 ? map->key[0]->text : "{}";
    nearest_say(reader->records.diag, place, word,
                (struct nearest_messages){MESSAGE_LAYOUT_NO_BLOCK_NEAR, MESSAGE_LAYOUT_NO_BLOCK},
                names, LAYOUT_KINDS);
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
    struct block_input input = {.number = true, .orientation = DOC_AS_OUTER - 1};
    record_read(&reader->records, record, map, &input);
    block->kind = (enum block_kind)(record - layout_keys);
    block->place = map->place;
    block->condition = layout_expr(reader, &input.condition);
    block->style = styles_find(reader, &input.style);
    block->height = input.height;
    block->numbered = input.number;
    block->name = read_name(reader, &input.name);
    block->fixed = input.fixed;
    block->page_start = input.page_start;
    block->keep = input.keep;
    block->keep_with_previous = input.keep_with_previous;
    block->orientation = (enum doc_orientation)(input.orientation + 1);
    block->with = read_with(reader, input.with);
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
