/*
 * Reads a layout file and the files it includes, the included ones first, so that the including
 * file decides: its settings are read onto theirs, its styles add to theirs, its table shapes and
 * sections replace theirs.
 */
#include "layout/layout.h"

#include <string.h>

#include "base/length.h"
#include "base/limits.h"
#include "formula/placeholder.h"
#include "layout/layout_read.h"
#include "layout/layout_rows.h"
#include "source/file.h"
#include "source/sources.h"

enum { INCLUDES_DEEP = 8 };

struct numbering_input {
    struct whole level;
    struct text pattern;
};

struct furniture_input {
    struct text style;
    struct text text;
    int at;
    int32_t offset;
    struct whole from_page;
};

struct layout_input {
    struct text name;
    struct texts include;
    int paper;
    struct doc_page page;
    int digits;
    bool hyphenate;
    struct text language;
    struct text title, author, subject;
    struct texts bullets;
    struct text table_number, figure_number, image_number;
    int32_t entry_number_width;
    struct text body_style, caption_style, cell_caption_style, image_style;
    struct text watermark, watermark_style, stamp, stamp_style, awaited;
    struct doc_notes notes;
    struct furniture_input *furniture;
    size_t furnitures;
    struct numbering_input *numbering;
    size_t numberings;
    const struct node *styles, *tables, *sections, *body;
};

/* The settings in groups are read with offsets from the whole input, so a group is a view of it. */
static const struct field margin_fields[] = {
    LAYOUT_LENGTH(layout_input, "left", page.left, "left margin"),
    LAYOUT_LENGTH(layout_input, "right", page.right, "right margin"),
    LAYOUT_LENGTH(layout_input, "top", page.top, "top margin"),
    LAYOUT_LENGTH(layout_input, "bottom", page.bottom, "bottom margin"),
};
static const struct record margin_record =
    LAYOUT_RECORD(layout_input, "margins", "ระยะขอบ", margin_fields);

static const char *const papers[] = {"a4", "a3", "letter", NULL};
static const struct {
    int32_t width, height; /* hundredths of a point */
} paper_sizes[] = {{59528, 84189}, {84189, 119055}, {61200, 79200}};

static const struct field page_fields[] = {
    LAYOUT_CHOICE(layout_input, "paper", paper, papers, "a4, a3 or letter"),
    {.key = "margins", .kind = FIELD_RECORD, .record = &margin_record, .about = "page margins"},
};
static const struct record page_record =
    LAYOUT_RECORD(layout_input, "page", "หน้ากระดาษ", page_fields);

static const struct field document_fields[] = {
    LAYOUT_ROW(layout_input, "title", FIELD_TEMPLATE, title, "title in the file's information"),
    LAYOUT_ROW(layout_input, "author", FIELD_TEMPLATE, author, "author in the file's information"),
    LAYOUT_ROW(layout_input, "subject", FIELD_TEMPLATE, subject,
               "subject in the file's information"),
};
static const struct record document_record =
    LAYOUT_RECORD(layout_input, "document", "ข้อมูลเอกสาร", document_fields);

static const struct field default_fields[] = {
    LAYOUT_ROW(layout_input, "style", FIELD_LITERAL, body_style, "style of blocks that name none"),
    LAYOUT_ROW(layout_input, "caption", FIELD_LITERAL, caption_style, "style of captions"),
    LAYOUT_ROW(layout_input, "cell_caption", FIELD_LITERAL, cell_caption_style,
               "style of captions in the cells of tables"),
    LAYOUT_ROW(layout_input, "image", FIELD_LITERAL, image_style, "style of images outside cells"),
    LAYOUT_ROW(layout_input, "bullet", FIELD_WORDINGS, bullets,
               "mark of list items, or a list of marks by level"),
    LAYOUT_LENGTH(layout_input, "entry_number_width", entry_number_width,
                  "room for page numbers in the contents"),
};
static const struct record default_record =
    LAYOUT_RECORD(layout_input, "defaults", "ค่าตั้งต้น", default_fields);

static const struct field caption_fields[] = {
    LAYOUT_ROW(layout_input, "table", FIELD_WORDING, table_number,
               "before a table's caption; {n} counts"),
    LAYOUT_ROW(layout_input, "figure", FIELD_WORDING, figure_number,
               "before a figure's caption; {n} counts"),
    LAYOUT_ROW(layout_input, "image", FIELD_WORDING, image_number,
               "before an image's; else the figure's"),
};
static const struct record caption_record =
    LAYOUT_RECORD(layout_input, "captions", "เลขคำบรรยาย", caption_fields);

static const struct field draft_fields[] = {
    LAYOUT_ROW(layout_input, "watermark", FIELD_TEMPLATE, watermark, "a word across every page"),
    LAYOUT_ROW(layout_input, "watermark_style", FIELD_LITERAL, watermark_style, "its style"),
    LAYOUT_ROW(layout_input, "stamp", FIELD_TEMPLATE, stamp, "a line at every page's foot"),
    LAYOUT_ROW(layout_input, "stamp_style", FIELD_LITERAL, stamp_style, "its style"),
    LAYOUT_ROW(layout_input, "awaited", FIELD_WORDING, awaited,
               "what is printed for a figure whose scores are not typed yet"),
};
static const struct record draft_record =
    LAYOUT_RECORD(layout_input, "draft", "ฉบับร่าง", draft_fields);

static const char *const ends[] = {"head", "foot", NULL};
static const struct field furniture_fields[] = {
    LAYOUT_ROW(furniture_input, "style", FIELD_LITERAL, style, "style of the line"),
    LAYOUT_MUST(furniture_input, "text", FIELD_TEMPLATE, text,
                "wording with {{ page }} and {{ pages }}"),
    LAYOUT_CHOICE(furniture_input, "at", at, ends, "head or foot"),
    LAYOUT_LENGTH(furniture_input, "offset", offset, "of the baseline from the paper's edge"),
    LAYOUT_BETWEEN(furniture_input, "from_page", FIELD_WHOLE, from_page, 1, LIMIT_PAGES,
                   "first page that shows it"),
};
static const struct record furniture_record =
    LAYOUT_RECORD(furniture_input, "furniture", "ข้อความประจำหน้า", furniture_fields);

#define NOTE_LENGTH(name, member, line)                                \
    {                                                                  \
        .key = name, .kind = FIELD_LENGTH, .low = 0, .high = 500 * PT, \
        RECORD_AT(layout_input, notes.member), .about = line           \
    }
static const struct field note_fields[] = {
    NOTE_LENGTH("rule", rule, "width of the line above a page's notes; 0 for none"),
    NOTE_LENGTH("rule_width", rule_width, "how long it is"),
    LAYOUT_ROW(layout_input, "rule_colour", FIELD_COLOUR, notes.rule_colour, "its colour"),
    NOTE_LENGTH("space_before", space_before, "room above it"),
    NOTE_LENGTH("space_after", space_after, "room from it to the first note"),
};
#undef NOTE_LENGTH
static const struct record note_record =
    LAYOUT_RECORD(layout_input, "notes", "เชิงอรรถ", note_fields);

/* Where a layout says nothing. */
static const struct doc_notes plain_notes = {
    .rule = PT / 2, .rule_width = 144 * PT, .space_before = 8 * PT, .space_after = 4 * PT};

static const struct field numbering_fields[] = {
    {.key = "level",
     .kind = FIELD_WHOLE,
     .required = true,
     RECORD_AT(numbering_input, level),
     .low = 1,
     .high = LAYOUT_LEVELS,
     .about = "heading level"},
    LAYOUT_MUST(numbering_input, "pattern", FIELD_WORDING, pattern,
                "{1}, {2} … are the numbers of the levels"),
};
static const struct record numbering_record =
    LAYOUT_RECORD(numbering_input, "numbering", "เลขหัวข้อ", numbering_fields);

static const char *const digit_names[] = {"western", "thai", NULL};

static const struct field layout_fields[] = {
    LAYOUT_ROW(layout_input, "name", FIELD_WORDING, name, "what the layout is called"),
    LAYOUT_ROW(layout_input, "include", FIELD_LITERALS, include, "files read before this one"),
    {.key = "page", .kind = FIELD_RECORD, .record = &page_record, .about = "paper and margins"},
    LAYOUT_CHOICE(layout_input, "digits", digits, digit_names,
                  "digits of numbers and dates: western or thai"),
    {.key = "language",
     .kind = FIELD_LITERAL,
     RECORD_AT(layout_input, language),
     .names = record_languages,
     .about = "of the document: th or en"},
    LAYOUT_ROW(layout_input, "hyphenate", FIELD_BOOL, hyphenate,
               "false: English words are never parted"),
    {.key = "document",
     .kind = FIELD_RECORD,
     .record = &document_record,
     .about = "the file's information"},
    {.key = "defaults",
     .kind = FIELD_RECORD,
     .record = &default_record,
     .about = "what holds where a block says nothing"},
    {.key = "draft",
     .kind = FIELD_RECORD,
     .record = &draft_record,
     .about = "what marks the pages of a draft"},
    {.key = "captions",
     .kind = FIELD_RECORD,
     .record = &caption_record,
     .about = "numbers of tables and figures that have a caption"},
    {.key = "notes",
     .kind = FIELD_RECORD,
     .record = &note_record,
     .about = "what parts the notes at a page's foot from its text"},
    {.key = "furniture",
     .kind = FIELD_RECORDS,
     RECORD_LIST(layout_input, furniture, furnitures),
     .record = &furniture_record,
     .about = "lines on every page"},
    {.key = "numbering",
     .kind = FIELD_RECORDS,
     RECORD_LIST(layout_input, numbering, numberings),
     .record = &numbering_record,
     .about = "numbers of headings by level"},
    LAYOUT_ROW(layout_input, "styles", FIELD_NODE, styles, "named styles"),
    LAYOUT_ROW(layout_input, "tables", FIELD_NODE, tables, "named table shapes"),
    LAYOUT_ROW(layout_input, "sections", FIELD_NODE, sections, "named lists of blocks"),
    LAYOUT_ROW(layout_input, "body", FIELD_NODE, body, "the document, block by block"),
};
static const struct record layout_record =
    LAYOUT_RECORD(layout_input, "layout", "รูปแบบเอกสาร", layout_fields);

/* ---- files ---- */

struct gathering {
    const struct layout_reader *reader;
    struct layout_input input;
    struct layout_entries styles, tables, sections;
    const char *open[INCLUDES_DEEP]; /* the files being read, to find a file including itself */
    size_t depth;
    struct place margins; /* where they are given last */
};

static void entry_add(struct arena *arena, struct layout_entries *entries, const struct node *key,
                      const struct node *value)
{
    struct layout_entry *entry = NULL;
    for (size_t i = 0; i < entries->count && entry == NULL; i++)
        entry = strcmp(entries->item[i].name, key->text) == 0 ? &entries->item[i] : NULL;
    if (entry == NULL) {
        entries->item =
            arena_room(arena, entries->item, entries->count, &entries->room, sizeof *entries->item);
        entry = &entries->item[entries->count++];
        *entry = (struct layout_entry){.name = key->text};
    }
    entry->place = key->place;
    const struct node **nodes = ARENA_NEW(arena, const struct node *, entry->nodes + 1);
    if (entry->nodes > 0)
        memcpy(nodes, entry->node, entry->nodes * sizeof *nodes);
    nodes[entry->nodes++] = value;
    entry->node = nodes;
}

/* Moves the named things of one file to the gathered ones. */
static void entries_take(const struct gathering *gathering, struct layout_entries *entries,
                         const struct node **map, const char *what)
{
    const struct node *node = *map;
    *map = NULL;
    if (node == NULL || node->kind == NODE_NULL)
        return;
    if (!record_expect(&gathering->reader->records, node, NODE_MAP, what))
        return;
    if (!layout_check_count(gathering->reader, entries->count + node->count, LIMIT_NAMES,
                            MESSAGE_LIMIT_NAMES, node->place))
        return;
    for (size_t i = 0; i < node->count; i++)
        entry_add(gathering->reader->layout->arena, entries, node->key[i], node->item[i]);
}

static struct place margins_place(const struct node *root, struct place otherwise)
{
    const struct node *page = node_find(root, "page");
    const struct node *margins = node_find(page, "margins");
    return margins != NULL ? margins->place : page != NULL ? page->place : otherwise;
}

static void gather_file(struct gathering *gathering, const char *path, struct place from);

static void gather_includes(struct gathering *gathering, const char *path, const struct node *root)
{
    struct arena *arena = gathering->reader->layout->arena;
    const struct node *include = node_find(root, "include");
    if (include == NULL || include->kind == NODE_NULL || include->kind == NODE_MAP)
        return;
    size_t count = include->kind == NODE_LIST ? include->count : 1;
    for (size_t i = 0; i < count; i++) {
        const struct node *item = include->kind == NODE_LIST ? include->item[i] : include;
        if (item->kind == NODE_SCALAR)
            gather_file(gathering, file_beside(arena, path, item->text), item->place);
    }
}

static bool is_open(const struct gathering *gathering, const char *path)
{
    for (size_t i = 0; i < gathering->depth; i++) {
        if (strcmp(gathering->open[i], path) == 0)
            return true;
    }
    return gathering->depth == INCLUDES_DEEP;
}

static void gather_file(struct gathering *gathering, const char *path, struct place from)
{
    const struct layout_reader *reader = gathering->reader;
    if (is_open(gathering, path)) {
        diag_say(reader->records.diag, MESSAGE_LAYOUT_INCLUDE_LOOP, from, path);
        return;
    }
    const struct source *source = sources_read(reader->sources, path, from, reader->records.diag);
    if (source == NULL)
        return;
    const struct node *root = node_parse(reader->layout->arena, source, reader->records.diag);
    if (root == NULL || !record_expect(&reader->records, root, NODE_MAP, "layout"))
        return;
    node_trees_add(reader->layout->arena, &reader->layout->trees, root);
    gathering->open[gathering->depth++] = path;
    gather_includes(gathering, path, root);
    gathering->depth--;
    record_read(&reader->records, &layout_record, root, &gathering->input);
    reader->layout->place = root->place;
    gathering->margins = margins_place(root, gathering->margins);
    entries_take(gathering, &gathering->styles, &gathering->input.styles, "styles");
    entries_take(gathering, &gathering->tables, &gathering->input.tables, "tables");
    entries_take(gathering, &gathering->sections, &gathering->input.sections, "sections");
}

/* ---- from what was read to the layout ---- */

const struct template *layout_template(const struct layout_reader *reader, const struct text *text)
{
    if (text->bytes == NULL)
        return NULL;
    return template_parse(reader->layout->arena, reader->records.diag, text);
}

static void read_page(struct layout *layout, const struct layout_input *input)
{
    layout->page = input->page;
    layout->page.width = (int32_t)((int64_t)paper_sizes[input->paper].width * PT / 100);
    layout->page.height = (int32_t)((int64_t)paper_sizes[input->paper].height * PT / 100);
}

static void read_bullets(struct layout *layout, const struct texts *bullets)
{
    const char **bullet = ARENA_NEW(layout->arena, const char *, bullets->count);
    for (size_t i = 0; i < bullets->count; i++)
        bullet[i] = bullets->item[i].bytes;
    layout->bullet = bullet;
    layout->bullets = bullets->count;
}

static void read_settings(const struct layout_reader *reader, const struct layout_input *input)
{
    struct layout *layout = reader->layout;
    read_page(layout, input);
    layout->digits = (enum digit_script)input->digits;
    layout->hyphenate = input->hyphenate;
    layout->language = input->language.bytes != NULL ? input->language.bytes : "";
    layout->title = layout_template(reader, &input->title);
    layout->author = layout_template(reader, &input->author);
    layout->subject = layout_template(reader, &input->subject);
    layout->watermark.text = layout_template(reader, &input->watermark);
    layout->awaited = input->awaited.bytes;
    layout->stamp.text = layout_template(reader, &input->stamp);
    read_bullets(layout, &input->bullets);
    layout->entry_number_width = input->entry_number_width;
    layout->notes = input->notes;
    layout->table_number = input->table_number.bytes;
    layout->figure_number = input->figure_number.bytes;
    layout->image_number = input->image_number.bytes;
    for (size_t i = 0; i < input->numberings; i++) {
        struct whole level = input->numbering[i].level;
        if (level.present && level.value >= 1 && level.value <= LAYOUT_LEVELS)
            layout->numbering[level.value - 1] = input->numbering[i].pattern.bytes;
    }
}

static void read_default_styles(const struct layout_reader *reader,
                                const struct layout_input *input)
{
    struct layout *layout = reader->layout;
    layout->body_style = styles_find(reader, &input->body_style);
    if (layout->body_style == NULL && input->body_style.bytes == NULL)
        diag_say(reader->records.diag, MESSAGE_LAYOUT_EMPTY, layout->place, "defaults.style");
    layout->caption_style = styles_find(reader, &input->caption_style);
    layout->cell_caption_style = styles_find(reader, &input->cell_caption_style);
    layout->image_style = styles_find(reader, &input->image_style);
    layout->note_style = styles_note(layout);
    layout->table_note_style = styles_named(layout, "table-note");
    if (layout->table_note_style == NULL)
        layout->table_note_style = layout->note_style;
    layout->watermark.style = styles_find(reader, &input->watermark_style);
    layout->stamp.style = styles_find(reader, &input->stamp_style);
    for (int i = 0; i < LAYOUT_LEVELS; i++) {
        layout->heading_style[i] =
            styles_named(layout, arena_printf(layout->arena, "heading-%d", i + 1));
        layout->entry_style[i] =
            styles_named(layout, arena_printf(layout->arena, "contents-%d", i + 1));
    }
}

/* Adds the page number or the number of pages that a placeholder of furniture names. */
static void add_number(const struct layout_reader *reader, const struct text *text,
                       const struct placeholder *placeholder, struct doc_furniture *out)
{
    const struct expr *expr = placeholder_parse(reader->layout->arena, NULL, text, placeholder);
    const char *name = expr != NULL && expr_path_names(expr) == 1 ? expr_path_name(expr, 0) : "";
    bool is_count = strcmp(name, "pages") == 0;
    if (!is_count && strcmp(name, "page") != 0)
        diag_say(reader->records.diag, MESSAGE_LAYOUT_BAD_FURNITURE,
                 expr_text_place(text, placeholder->start));
    out->is_count[out->pieces++] = is_count;
}

/* Splits "- {{ page }} -" into wording and the places of the number. */
static void read_furniture_pieces(const struct layout_reader *reader, const struct text *text,
                                  struct doc_furniture *out)
{
    size_t at = 0;
    while (at < text->length && out->pieces < DOC_NUMBER_PIECES) {
        struct placeholder placeholder;
        bool found = placeholder_next(text, at, &placeholder);
        size_t end = found ? placeholder.start : text->length;
        if (end > at)
            out->piece[out->pieces++] =
                arena_copy(reader->layout->arena, text->bytes + at, end - at);
        if (found && out->pieces < DOC_NUMBER_PIECES)
            add_number(reader, text, &placeholder, out);
        at = found ? placeholder.end : text->length;
    }
}

static void read_furniture(const struct layout_reader *reader, const struct layout_input *input)
{
    struct layout *layout = reader->layout;
    layout->furniture = ARENA_NEW(layout->arena, struct layout_furniture, input->furnitures);
    layout->furnitures = input->furnitures;
    for (size_t i = 0; i < input->furnitures; i++) {
        const struct furniture_input *from = &input->furniture[i];
        struct layout_furniture *to = &layout->furniture[i];
        to->style = styles_find(reader, &from->style);
        to->furniture.thai_digits = layout->digits == DIGIT_THAI;
        to->furniture.at_foot = from->at == 1;
        to->furniture.offset = from->offset;
        to->furniture.place = from->text.place;
        to->furniture.from_page = from->from_page.present ? (size_t)from->from_page.value : 1;
        read_furniture_pieces(reader, &from->text, &to->furniture);
    }
}

/* Names first, contents second: blocks may name sections and tables of any file. */
static void read_named(const struct layout_reader *reader, const struct gathering *gathering)
{
    struct layout *layout = reader->layout;
    layout->tables = gathering->tables.count;
    layout->table = ARENA_NEW(layout->arena, struct layout_table, layout->tables);
    for (size_t i = 0; i < layout->tables; i++) {
        const struct layout_entry *entry = &gathering->tables.item[i];
        layout->table[i].name = entry->name;
        layout->table[i].place = entry->place;
        layout->table[i].node = entry->node[entry->nodes - 1];
    }
    layout->sections = gathering->sections.count;
    layout->section = ARENA_NEW(layout->arena, struct layout_section, layout->sections);
    for (size_t i = 0; i < layout->sections; i++) {
        const struct layout_entry *entry = &gathering->sections.item[i];
        layout->section[i].name = entry->name;
        layout->section[i].node = entry->node[entry->nodes - 1];
    }
    for (size_t i = 0; i < layout->tables; i++) {
        tables_read(reader, &layout->table[i]);
        if (tables_is_prose(&layout->table[i]))
            layout->prose_table = &layout->table[i];
    }
    for (size_t i = 0; i < layout->sections; i++)
        layout->section[i].blocks = blocks_read(reader, layout->section[i].node);
}

static void read_all(const struct layout_reader *reader, struct gathering *gathering)
{
    struct layout *layout = reader->layout;
    read_settings(reader, &gathering->input);
    layout_check_margins(reader, gathering->margins);
    styles_read(reader, &gathering->styles);
    read_default_styles(reader, &gathering->input);
    read_furniture(reader, &gathering->input);
    read_named(reader, gathering);
    if (gathering->input.body != NULL)
        layout->body = blocks_read(reader, gathering->input.body);
    else
        diag_say(reader->records.diag, MESSAGE_LAYOUT_EMPTY, layout->place, "body");
}

struct layout *layout_load(const char *path, struct place from, struct sources *sources,
                           struct diag *diag)
{
    size_t before = diag_count(diag, DIAG_ERROR);
    struct arena *arena = arena_new();
    struct layout *layout = ARENA_NEW(arena, struct layout, 1);
    layout->arena = arena;
    struct record_words words = {0};
    struct layout_reader reader = {.layout = layout,
                                   .records = {.arena = arena,
                                               .diag = diag,
                                               .document = "docs/layout.md",
                                               .allows_blank = true,
                                               .words = &words},
                                   .sources = sources};
    struct gathering gathering = {.reader = &reader,
                                  .input = {.hyphenate = true, .notes = plain_notes}};
    gather_file(&gathering, path, from);
    if (layout->place.source != NULL)
        read_all(&reader, &gathering);
    layout->words = words.texts;
    if (layout->place.source != NULL && diag_count(diag, DIAG_ERROR) == before)
        return layout;
    layout_free(layout);
    return NULL;
}

void layout_free(struct layout *layout)
{
    if (layout != NULL)
        arena_free(layout->arena);
}

static void *make_kept(const char *path, struct place from, struct sources *sources,
                       struct diag *diag)
{
    return layout_load(path, from, sources, diag);
}

static void free_kept(void *layout)
{
    layout_free(layout);
}

const struct kept_kind layout_kind = {make_kept, free_kept};
