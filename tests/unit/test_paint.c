/*
 * Painting a small document made here, lines through the real text engine and frames by hand: the
 * structure that is recorded, and that every format comes out and comes out the same twice.
 */
#include "unit.h"

#include "paint/elements.h"
#include "paint/spoken.h"
#include "paint/structure.h"
#include "pdf/pdf.h"
#include "raster/raster.h"

/* ---- A document ---- */

enum {
    ROOT,
    HEADING,
    PARAGRAPH,
    LIST,
    ITEM,
    ITEM_TEXT,
    TABLE,
    HEAD_ROW,
    HEAD_A,
    HEAD_A_TEXT,
    HEAD_B,
    HEAD_B_TEXT,
    GROUP_ROW,
    GROUP_CELL,
    GROUP_TEXT,
    ROW,
    CELL_A,
    CELL_A_TEXT,
    CELL_B,
    CELL_B_TEXT,
    CELL_B_MORE,
    CONTENTS,
    ENTRY,
    FIGURE,
    EMPTY,
    NODES
};

static const struct style STYLE = {.name = "body",
                                   .families = "Laksaman",
                                   .size = 16 * PT,
                                   .pitch = 22 * PT,
                                   .align = STYLE_JUSTIFY};

static const struct frame_turn DIAGONAL = {298 * PT, 421 * PT, 595 * PT, -842 * PT};

struct setting {
    struct arena *arena;
    struct diag *diag;
    struct sources *sources;
    struct text_resources *resources;
    struct text_engine *engine;
    struct doc_node node[NODES];
    const struct doc_node *by_id[NODES];
    struct doc doc;
    struct doc_span span[2];
    struct frame frame[64];
    struct page page[2];
    size_t node_page[NODES];
    int32_t node_y[NODES];
    struct pages pages;
    int32_t pen; /* where the next line goes */
};

static void adopt(struct setting *s, int parent, int child)
{
    s->node[child].parent = &s->node[parent];
    const struct doc_node **link = &s->node[parent].first;
    while (*link != NULL)
        link = (const struct doc_node **)&((struct doc_node *)*link)->next;
    *link = &s->node[child];
}

static struct doc_node *add(struct setting *s, int parent, int id, enum doc_kind kind,
                            const char *text)
{
    struct doc_node *node = &s->node[id];
    node->kind = kind;
    node->id = (size_t)id;
    node->style = &STYLE;
    if (text != NULL)
        node->text = (struct doc_text){.bytes = text, .length = strlen(text)};
    if (kind == DOC_CELL)
        node->cell.row_span = node->cell.column_span = 1;
    s->by_id[id] = node;
    if (parent >= 0)
        adopt(s, parent, id);
    return node;
}

static void make_table(struct setting *s)
{
    static const struct doc_column COLUMN[2] = {{0, 1, false}, {0, 1, false}};
    struct doc_node *table = add(s, ROOT, TABLE, DOC_TABLE, NULL);
    table->table = (struct doc_table){.column = COLUMN, .columns = 2, .header_rows = 1};
    add(s, TABLE, HEAD_ROW, DOC_ROW, NULL);
    add(s, HEAD_ROW, HEAD_A, DOC_CELL, NULL);
    add(s, HEAD_A, HEAD_A_TEXT, DOC_PARAGRAPH, "ข้อ");
    add(s, HEAD_ROW, HEAD_B, DOC_CELL, NULL);
    add(s, HEAD_B, HEAD_B_TEXT, DOC_PARAGRAPH, "คะแนน");
    add(s, TABLE, GROUP_ROW, DOC_ROW, NULL)->row.group = true;
    struct doc_node *group = add(s, GROUP_ROW, GROUP_CELL, DOC_CELL, NULL);
    group->cell.column_span = 2;
    group->cell.header = true;
    add(s, GROUP_CELL, GROUP_TEXT, DOC_PARAGRAPH, "กลุ่ม");
    add(s, TABLE, ROW, DOC_ROW, NULL);
    add(s, ROW, CELL_A, DOC_CELL, NULL);
    add(s, CELL_A, CELL_A_TEXT, DOC_PARAGRAPH, "i๑");
    add(s, ROW, CELL_B, DOC_CELL, NULL);
    add(s, CELL_B, CELL_B_TEXT, DOC_PARAGRAPH, "๙๘.๒๒");
    add(s, CELL_B, CELL_B_MORE, DOC_PARAGRAPH, "ผ่าน");
}

static void make_doc(struct setting *s)
{
    add(s, -1, ROOT, DOC_SECTION, NULL);
    add(s, ROOT, HEADING, DOC_HEADING, "๑. คำนำ")->level = 1;
    struct doc_node *paragraph =
        add(s, ROOT, PARAGRAPH, DOC_PARAGRAPH, "ป้องกันน้ำท่วมที่ตำบล ดูเว็บไซต์ และหัวข้อ ทำได้");
    const char *site = strstr(paragraph->text.bytes, "เว็บ");
    const char *back = strstr(site, "หัวข้อ");
    s->span[0] = (struct doc_span){.start = (size_t)(site - paragraph->text.bytes),
                                   .link = "https://example.org/ก"};
    s->span[0].end = s->span[0].start + strlen("เว็บไซต์");
    s->span[1] = (struct doc_span){.start = (size_t)(back - paragraph->text.bytes),
                                   .target = &s->node[HEADING]};
    s->span[1].end = s->span[1].start + strlen("หัวข้อ");
    paragraph->text.span = s->span;
    paragraph->text.spans = 2;
    add(s, ROOT, LIST, DOC_LIST, NULL);
    add(s, LIST, ITEM, DOC_ITEM, NULL)->label =
        (struct doc_text){.bytes = "(๑)", .length = strlen("(๑)")};
    add(s, ITEM, ITEM_TEXT, DOC_PARAGRAPH, "กำหนด");
    make_table(s);
    add(s, ROOT, CONTENTS, DOC_CONTENTS, NULL);
    add(s, CONTENTS, ENTRY, DOC_ENTRY, "๑. คำนำ")->target = &s->node[HEADING];
    add(s, ROOT, FIGURE, DOC_FIGURE, NULL)->alt = "แผนภูมิแท่ง";
    add(s, ROOT, EMPTY, DOC_PARAGRAPH, "");
    s->doc = (struct doc){.root = &s->node[ROOT],
                          .node = s->by_id,
                          .nodes = NODES,
                          .page = {595 * PT, 842 * PT, 85 * PT, 57 * PT, 71 * PT, 57 * PT},
                          .title = "รายงาน",
                          .author = "หน่วยงาน",
                          .language = "th"};
}

/* ---- Its pages ---- */

static struct frame *add_frame(struct setting *s, int page, int node, enum frame_kind kind)
{
    struct page *at = &s->page[page];
    struct frame *frame = &at->frame[at->frames++];
    *frame = (struct frame){.kind = kind, .x = 85 * PT, .y = s->pen, .width = 453 * PT};
    frame->node = node >= 0 ? &s->node[node] : NULL;
    if (node >= 0 && s->node_page[node] == 0) {
        s->node_page[node] = (size_t)page + 1;
        s->node_y[node] = s->pen;
    }
    s->pen += 22 * PT;
    return frame;
}

static struct text_lines cut(struct setting *s, const char *text, int32_t width)
{
    struct text_span *span = ARENA_NEW(s->arena, struct text_span, 1);
    *span = (struct text_span){.end = strlen(text),
                               .font = {.families = STYLE.families, .size = STYLE.size}};
    struct text_input input = {.bytes = text, .length = strlen(text), .span = span, .spans = 1};
    struct text_frame frame = {.width = width, .align = TEXT_LEFT};
    return text_cut(s->engine, s->arena, text_shape(s->engine, s->arena, &input, s->diag), &frame,
                    s->diag);
}

static struct frame *add_line(struct setting *s, int page, int node, const char *text)
{
    struct frame *frame = add_frame(s, page, node, FRAME_LINE);
    frame->line = cut(s, text, 453 * PT).line[0];
    return frame;
}

static void add_text(struct setting *s, int page, int node)
{
    add_line(s, page, node, s->node[node].text.bytes);
}

static void first_page(struct setting *s)
{
    struct frame *watermark = add_line(s, 0, -1, "ร่าง");
    watermark->role = FRAME_WATERMARK;
    watermark->turn = &DIAGONAL;
    add_line(s, 0, -1, "๑ ตุลาคม ๒๕๖๘ ทำ")->role = FRAME_STAMP;
    add_text(s, 0, HEADING);
    struct text_lines lines = cut(s, s->node[PARAGRAPH].text.bytes, 130 * PT);
    assert_true(lines.count >= 2);
    for (size_t i = 0; i < lines.count; i++)
        add_frame(s, i + 1 < lines.count ? 0 : 1, PARAGRAPH, FRAME_LINE)->line = lines.line[i];
    add_line(s, 0, ITEM, "(๑)")->is_label = true;
    add_text(s, 0, ITEM_TEXT);
    for (int i = 0; i < 2; i++)
        add_frame(s, 0, TABLE, FRAME_RULE)->role = FRAME_DECORATION;
    for (int id = HEAD_A_TEXT; id <= CELL_B_MORE; id++)
        if (s->node[id].kind == DOC_PARAGRAPH)
            add_text(s, 0, id);
}

static void second_page(struct setting *s)
{
    add_line(s, 1, -1, "- ๒ -")->role = FRAME_FURNITURE;
    add_line(s, 1, HEAD_A_TEXT, "ข้อ")->role = FRAME_REPEAT;
    add_text(s, 1, ENTRY);
    add_line(s, 1, ENTRY, "........")->kind = FRAME_LEADER;
    add_line(s, 1, ENTRY, "๑")->is_page_number = true;
    add_frame(s, 1, FIGURE, FRAME_RULE)->height = 10 * PT;
    add_frame(s, 1, FIGURE, FRAME_HATCH)->height = 10 * PT;
    add_line(s, 1, FIGURE, "เป้าหมาย");
    add_frame(s, 1, FIGURE, FRAME_DASHES)->height = PT;
}

static int set_up(void **state)
{
    struct setting *s = memory_zeroed(1, sizeof *s);
    s->arena = arena_new();
    s->diag = diag_new();
    s->sources = sources_new();
    s->resources = text_resources_new(&(struct text_files){.fonts = "fonts"}, s->sources, s->diag);
    assert_non_null(s->resources);
    s->engine = text_engine_new(&(struct text_setup){.resources = s->resources});
    make_doc(s);
    s->pen = 80 * PT;
    for (int i = 0; i < 2; i++)
        s->page[i] = (struct page){
            .number = (size_t)i + 1, .paper = &s->doc.page, .frame = &s->frame[i * 32]};
    first_page(s);
    second_page(s);
    s->pages = (struct pages){.doc = &s->doc,
                              .page = s->page,
                              .count = 2,
                              .node_page = s->node_page,
                              .node_y = s->node_y};
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct setting *s = *state;
    text_engine_free(s->engine);
    text_resources_free(s->resources);
    sources_free(s->sources);
    diag_free(s->diag);
    arena_free(s->arena);
    free(s);
    return 0;
}

/* ---- Elements ---- */

static void show_elements(const struct tags *tags, int parent, int depth, struct buffer *out)
{
    for (size_t i = 0; i < tags->elements; i++) {
        if (tags->element[i].parent != parent)
            continue;
        buffer_printf(out, "%*s%s", depth * 2, "", tags->element[i].role);
        for (size_t h = 0; h < tags->element[i].headers; h++)
            buffer_printf(out, " %s", tags->element[i].header[h]);
        buffer_add_char(out, '\n');
        show_elements(tags, (int)i, depth + 1, out);
    }
}

static void test_elements(void **state)
{
    struct setting *s = *state;
    struct structure *structure = structure_new(&s->pages, 1, 2);
    struct tags tags = structure_tags(structure);
    struct buffer out = {0};
    show_elements(&tags, TAG_NONE, 0, &out);
    assert_string_equal(buffer_text(&out), "Document\n"
                                           "  H1\n"
                                           "  P\n"
                                           "    Link\n"
                                           "    Link\n"
                                           "  L\n"
                                           "    LI\n"
                                           "      Lbl\n"
                                           "      LBody\n"
                                           "  Table\n"
                                           "    THead\n"
                                           "      TR\n"
                                           "        TH\n"
                                           "        TH\n"
                                           "    TBody\n"
                                           "      TR\n"
                                           "        TH c8 c10\n"
                                           "      TR\n"
                                           "        TD c8 c13\n"
                                           "        TD c10 c13\n"
                                           "          P\n"
                                           "          P\n"
                                           "  TOC\n"
                                           "    TOCI\n"
                                           "      Reference\n"
                                           "        Link\n"
                                           "  Figure\n");
    assert_int_equal(tags.outlines, 1);
    assert_string_equal(tags.outline[0].title, "๑. คำนำ");
    buffer_free(&out);
    structure_free(structure);
}

/* On the second page alone the heading is missing, so nothing leads to it. */
static void test_elements_of_a_part(void **state)
{
    struct setting *s = *state;
    struct structure *structure = structure_new(&s->pages, 2, 2);
    struct tags tags = structure_tags(structure);
    struct buffer out = {0};
    show_elements(&tags, TAG_NONE, 0, &out);
    assert_string_equal(buffer_text(&out), "Document\n"
                                           "  P\n"
                                           "    Link\n"
                                           "  TOC\n"
                                           "    TOCI\n"
                                           "      Reference\n"
                                           "  Figure\n");
    assert_int_equal(tags.outlines, 0);
    buffer_free(&out);
    structure_free(structure);
}

/* ---- Files ---- */

static void make_pdf(struct setting *s, const struct pdf_options *options, struct buffer *out)
{
    bool good = pdf_make(s->engine, &s->pages, options, out, s->diag);
    if (!good || diag_count(s->diag, DIAG_ERROR) > 0)
        diag_print(s->diag, stderr, (struct diag_style){.language = DIAG_ENGLISH});
    assert_true(good);
}

static void test_pdf_twice(void **state)
{
    struct setting *s = *state;
    struct pdf_options options = {0};
    struct buffer one = {0};
    struct buffer two = {0};
    make_pdf(s, &options, &one);
    make_pdf(s, &options, &two);
    assert_memory_equal(one.bytes, "%PDF-1.7", 8);
    assert_int_equal(one.length, two.length);
    assert_memory_equal(one.bytes, two.bytes, one.length);
    buffer_free(&one);
    buffer_free(&two);
}

static void test_part_of_pdf(void **state)
{
    struct setting *s = *state;
    struct pdf_options options = {.range = {2, 2}};
    struct buffer out = {0};
    make_pdf(s, &options, &out);
    buffer_free(&out);
}

static void test_pictures(void **state)
{
    struct setting *s = *state;
    struct raster_options options = {.page = 2, .dpi = 30};
    struct buffer out = {0};
    assert_true(raster_png(s->engine, &s->pages, &options, &out, s->diag));
    assert_memory_equal(out.bytes, "\x89PNG", 4);
    buffer_clear(&out);
    assert_true(raster_svg(s->engine, &s->pages, &options, &out, s->diag));
    assert_memory_equal(out.bytes, "<?xml", 5);
    assert_non_null(strstr(out.bytes, "</svg>"));
    buffer_free(&out);
}

/* ---- Words ---- */

static void test_spoken(void **state)
{
    struct setting *s = *state;
    const char *text = "ก\u00A0ข\u200Bค\u2060ง\u2028จ\n\u202F";
    assert_string_equal(spoken_text(s->arena, text, strlen(text)), "ก ขคง จ  ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_elements),  cmocka_unit_test(test_elements_of_a_part),
        cmocka_unit_test(test_pdf_twice), cmocka_unit_test(test_part_of_pdf),
        cmocka_unit_test(test_pictures),  cmocka_unit_test(test_spoken),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
