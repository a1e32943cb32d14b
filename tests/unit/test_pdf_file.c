/*
 * A small PDF from parts made here. The file is read again with another library,
 * libqpdf, which finds every object by itself.
 */
#include "unit.h"

#include <qpdf/qpdf-c.h>

#include "pdf/pdf_file.h"
#include "pdf/writer.h"

/* ---- Pieces of text ---- */

static void assert_text(const char *utf8, const char *expected, size_t length)
{
    struct buffer out = {0};
    writer_text(&out, utf8);
    assert_int_equal(out.length, length);
    assert_memory_equal(out.bytes, expected, length);
    buffer_free(&out);
}

#define ASSERT_TEXT(utf8, expected) assert_text(utf8, expected, sizeof expected - 1)

static void test_texts(void **state)
{
    (void)state;
    ASSERT_TEXT("", "()");
    ASSERT_TEXT("a(b)\\", "(a\\(b\\)\\\\)");
    ASSERT_TEXT("ก(", "(\xFE\xFF\x0E\x01\0\\()");
    ASSERT_TEXT("ญ😀", "(\xFE\xFF\x0E\\r\xD8\x3D\xDE\0)");
}

static void test_points(void **state)
{
    (void)state;
    struct buffer out = {0};
    const int32_t units[] = {0, PT, 1536, -512, 1025, 861 * PT + 911};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        writer_points(&out, units[i]);
        buffer_add_char(&out, ' ');
    }
    assert_string_equal(buffer_text(&out), "0 1 1.5 -.5 1 861.89 ");
    buffer_free(&out);
}

/* ---- A document of two pages ---- */

enum { PAGES = 2, BRACKETS = 4 };

enum { DOCUMENT, HEADING, PARAGRAPH, LINK, FIGURE, TABLE, ROW, HEAD, CELL, LIST, ELEMENTS };

static const char *const HEADERS[] = {"c7"};

static const struct tag_element ELEMENT[ELEMENTS] = {
    [DOCUMENT] = {.role = "Document", .parent = TAG_NONE},
    [HEADING] = {.role = "H1", .parent = DOCUMENT, .order = 0},
    [PARAGRAPH] = {.role = "P", .parent = DOCUMENT, .order = 1},
    [LINK] = {.role = "Link", .parent = PARAGRAPH, .order = 6},
    [FIGURE] = {.role = "Figure",
                .parent = DOCUMENT,
                .order = 2,
                .alt = "แผนภูมิ",
                .has_box = true,
                .box_x = 100 * PT,
                .box_y = 160 * PT,
                .box_width = 50 * PT,
                .box_height = 10 * PT},
    [TABLE] = {.role = "Table", .parent = DOCUMENT, .order = 3},
    [ROW] = {.role = "TR", .parent = TABLE},
    [HEAD] = {.role = "TH", .parent = ROW, .scope = "Column", .id = "c7", .column_span = 2},
    [CELL] = {.role = "TD", .parent = ROW, .order = 1, .header = HEADERS, .headers = 1},
    [LIST] = {.role = "L", .parent = DOCUMENT, .order = 4, .list_numbering = "Decimal"},
};

static const struct tag_bracket FIRST[BRACKETS] = {
    {.kind = TAG_ARTIFACT, .element = TAG_NONE, .artifact = "Layout"},
    {.kind = TAG_TEXT, .element = HEADING, .actual_text = "หัวข้อ"},
    {.kind = TAG_TEXT, .element = PARAGRAPH, .actual_text = "ก่อน ", .order = 0},
    {.kind = TAG_DRAWING, .element = FIGURE},
};

static const struct tag_bracket SECOND[BRACKETS] = {
    {.kind = TAG_TEXT, .element = PARAGRAPH, .actual_text = "หลัง", .order = 9},
    {.kind = TAG_TEXT, .element = LINK, .actual_text = "ลิงก์", .order = 6},
    {.kind = TAG_TEXT, .element = HEAD, .actual_text = "หัว"},
    {.kind = TAG_TEXT, .element = CELL, .actual_text = "๑"},
};

enum { WIDTH = 595 * PT, HEIGHT = 842 * PT };
static const char CONTENT[] = "BT /F0 12 Tf (\1\2) Tj ET\n";
static const struct pdf_page PAGE[PAGES] = {{CONTENT, sizeof CONTENT - 1, WIDTH, HEIGHT},
                                            {CONTENT, sizeof CONTENT - 1, HEIGHT, HEIGHT}};
static const struct tag_page PAGE_TAGS[PAGES] = {{FIRST, BRACKETS}, {SECOND, BRACKETS}};

/* Two codes for one glyph, which say different things. */
static const struct pdf_font FONT = {.name = "Some-Font",
                                     .program = "program",
                                     .length = 7,
                                     .left = -10,
                                     .bottom = -200,
                                     .right = 1000,
                                     .top = 900,
                                     .ascent = 800,
                                     .descent = -200,
                                     .weight = 400,
                                     .code = {[1] = {3, 500, "า"}, [2] = {3, 500, "ำ"}}};

static const struct tag_link LINKS[] = {
    {.page = 1,
     .x = 100 * PT,
     .y = 120 * PT,
     .width = 50 * PT,
     .height = 10 * PT,
     .element = LINK,
     .target_page = 0,
     .target_y = 100 * PT,
     .contents = "ลิงก์"},
    {.page = 1, .element = LINK, .uri = "https://example.org/", .contents = "x"},
};

static const struct tag_outline OUTLINE[] = {
    {.title = "หนึ่ง", .level = 1, .page = 0, .y = PT},
    {.title = "หนึ่งจุดหนึ่ง", .level = 2, .page = 1, .y = PT},
    {.title = "สอง", .level = 1, .page = 1, .y = 2048},
};

static const struct pdf_image IMAGES[] = {
    {.width = 2, .height = 1, .components = 3, .bytes = "RGBrgb", .length = 6, .alpha = "\xFF\x7F"},
};

static struct pdf_image image_at(const void *images, size_t number, struct arena *arena)
{
    (void)arena;
    return ((const struct pdf_image *)images)[number];
}

static const struct tags TAGS = {.page = PAGE_TAGS,
                                 .pages = PAGES,
                                 .element = ELEMENT,
                                 .elements = ELEMENTS,
                                 .link = LINKS,
                                 .links = 2,
                                 .outline = OUTLINE,
                                 .outlines = 3};

static struct pdf_file whole_file(void)
{
    return (struct pdf_file){.title = "รายงาน",
                             .author = "หน่วยงาน",
                             .subject = "เรื่อง",
                             .language = "th",
                             .producer = "itareport",
                             .seconds = 1759251600, /* 1 October 2568, 00:00 in Thailand */
                             .first_number = 3,
                             .page = PAGE,
                             .pages = PAGES,
                             .font = &FONT,
                             .fonts = 1,
                             .image = image_at,
                             .pictures = IMAGES,
                             .images = 1,
                             .tags = &TAGS};
}

/* A written file, opened again. */
struct opened {
    struct buffer file;
    qpdf_data pdf;
    qpdf_oh root;
};

static struct opened write_and_open(void)
{
    struct opened opened = {.pdf = qpdf_init()};
    struct pdf_file file = whole_file();
    pdf_file_write(&file, &opened.file);
    qpdf_silence_errors(opened.pdf);
    qpdf_set_attempt_recovery(opened.pdf, QPDF_FALSE);
    qpdf_read_memory(opened.pdf, "written", opened.file.bytes, opened.file.length, NULL);
    assert_int_equal(qpdf_check_pdf(opened.pdf), QPDF_SUCCESS);
    opened.root = qpdf_get_root(opened.pdf);
    return opened;
}

static void shut(struct opened *opened)
{
    qpdf_cleanup(&opened->pdf);
    buffer_free(&opened->file);
}

/* Follows a path such as "/K/0/Pg": names are keys, numbers are indexes. */
static qpdf_oh follow(qpdf_data pdf, qpdf_oh from, const char *path)
{
    char key[64];
    while (*path == '/') {
        size_t length = strcspn(path + 1, "/") + 1;
        assert_true(length < sizeof key);
        memcpy(key, path, length);
        key[length] = '\0';
        if (key[1] >= '0' && key[1] <= '9')
            from = qpdf_oh_get_array_item(pdf, from, atoi(key + 1));
        else
            from = qpdf_oh_get_key(pdf, from, key);
        path += length;
    }
    return from;
}

static const char *shown(const struct opened *opened, qpdf_oh from, const char *path)
{
    return qpdf_oh_unparse_resolved(opened->pdf, follow(opened->pdf, from, path));
}

static const char *text_of(const struct opened *opened, qpdf_oh from, const char *path)
{
    return qpdf_oh_get_utf8_value(opened->pdf, follow(opened->pdf, from, path));
}

static int id_of(const struct opened *opened, qpdf_oh from, const char *path)
{
    return qpdf_oh_get_object_id(opened->pdf, follow(opened->pdf, from, path));
}

static void test_structure_tree(void **state)
{
    (void)state;
    struct opened opened = write_and_open();
    qpdf_oh document = follow(opened.pdf, opened.root, "/StructTreeRoot/K");
    assert_string_equal(shown(&opened, document, "/S"), "/Document");
    assert_string_equal(shown(&opened, document, "/K/0/S"), "/H1");
    assert_string_equal(shown(&opened, document, "/K/0/K"), "0");
    /* The paragraph: text on page 1, the link, text on page 2. */
    assert_string_equal(shown(&opened, document, "/K/1/K/0"), "1");
    assert_string_equal(shown(&opened, document, "/K/1/K/1/S"), "/Link");
    assert_string_equal(shown(&opened, document, "/K/1/K/2/Type"), "/MCR");
    assert_string_equal(shown(&opened, document, "/K/1/K/2/MCID"), "0");
    int second = qpdf_oh_get_object_id(opened.pdf, qpdf_get_page_n(opened.pdf, 1));
    assert_int_equal(id_of(&opened, document, "/K/1/K/2/Pg"), second);
    assert_string_equal(shown(&opened, document, "/K/1/K/1/K/0"), "1");
    assert_string_equal(shown(&opened, document, "/K/1/K/1/K/1/Type"), "/OBJR");
    assert_string_equal(text_of(&opened, document, "/K/2/Alt"), "แผนภูมิ");
    assert_string_equal(shown(&opened, document, "/K/2/A/BBox"), "[ 100 672 150 682 ]");
    assert_string_equal(shown(&opened, document, "/K/3/K/K/0/A/Scope"), "/Column");
    assert_string_equal(shown(&opened, document, "/K/3/K/K/0/A/ColSpan"), "2");
    assert_string_equal(shown(&opened, document, "/K/3/K/K/1/A/Headers"), "[ (c7) ]");
    assert_string_equal(shown(&opened, document, "/K/4/A/ListNumbering"), "/Decimal");
    shut(&opened);
}

/* Every marked piece of a page leads to its element, and every link too. */
static void test_parent_tree(void **state)
{
    (void)state;
    struct opened opened = write_and_open();
    qpdf_oh numbers = follow(opened.pdf, opened.root, "/StructTreeRoot/ParentTree/Nums");
    assert_int_equal(qpdf_oh_get_array_n_items(opened.pdf, numbers), 2 * (PAGES + 2));
    assert_int_equal(qpdf_oh_get_array_n_items(opened.pdf, follow(opened.pdf, numbers, "/1")), 3);
    assert_string_equal(shown(&opened, numbers, "/1/0/S"), "/H1");
    assert_string_equal(shown(&opened, numbers, "/1/1/S"), "/P");
    assert_string_equal(shown(&opened, numbers, "/1/2/S"), "/Figure");
    assert_string_equal(shown(&opened, numbers, "/3/1/S"), "/Link");
    assert_string_equal(shown(&opened, numbers, "/3/3/S"), "/TD");
    qpdf_oh page = qpdf_get_page_n(opened.pdf, 1);
    assert_string_equal(shown(&opened, page, "/StructParents"), "1");
    assert_string_equal(shown(&opened, page, "/Annots/0/StructParent"), "2");
    assert_string_equal(shown(&opened, numbers, "/4"), "2");
    assert_string_equal(shown(&opened, numbers, "/5/S"), "/Link");
    assert_string_equal(shown(&opened, opened.root, "/StructTreeRoot/IDTree/Names/0"), "(c7)");
    assert_string_equal(shown(&opened, opened.root, "/StructTreeRoot/IDTree/Names/1/S"), "/TH");
    shut(&opened);
}

static void test_links(void **state)
{
    (void)state;
    struct opened opened = write_and_open();
    qpdf_oh page = qpdf_get_page_n(opened.pdf, 1);
    int first = qpdf_oh_get_object_id(opened.pdf, qpdf_get_page_n(opened.pdf, 0));
    assert_int_equal(id_of(&opened, page, "/Annots/0/Dest/0"), first);
    assert_string_equal(shown(&opened, page, "/Annots/0/Dest/3"), "742");
    assert_string_equal(shown(&opened, page, "/Annots/0/Rect"), "[ 100 712 150 722 ]");
    assert_string_equal(shown(&opened, page, "/Annots/0/F"), "4");
    assert_string_equal(text_of(&opened, page, "/Annots/0/Contents"), "ลิงก์");
    assert_string_equal(text_of(&opened, page, "/Annots/1/A/URI"), "https://example.org/");
    shut(&opened);
}

static void test_outline(void **state)
{
    (void)state;
    struct opened opened = write_and_open();
    qpdf_oh outline = follow(opened.pdf, opened.root, "/Outlines");
    assert_string_equal(shown(&opened, outline, "/Count"), "2");
    assert_string_equal(text_of(&opened, outline, "/First/Title"), "หนึ่ง");
    assert_string_equal(shown(&opened, outline, "/First/Count"), "-1");
    assert_string_equal(text_of(&opened, outline, "/First/First/Title"), "หนึ่งจุดหนึ่ง");
    assert_string_equal(text_of(&opened, outline, "/First/Next/Title"), "สอง");
    assert_string_equal(text_of(&opened, outline, "/Last/Prev/Title"), "หนึ่ง");
    shut(&opened);
}

static void test_information(void **state)
{
    (void)state;
    struct opened opened = write_and_open();
    qpdf_oh trailer = qpdf_get_trailer(opened.pdf);
    assert_string_equal(text_of(&opened, trailer, "/Info/Title"), "รายงาน");
    assert_string_equal(text_of(&opened, trailer, "/Info/Author"), "หน่วยงาน");
    assert_string_equal(text_of(&opened, trailer, "/Info/Producer"), "itareport");
    assert_string_equal(text_of(&opened, trailer, "/Info/CreationDate"), "D:20251001000000+07'00'");
    assert_string_equal(text_of(&opened, opened.root, "/Lang"), "th");
    assert_string_equal(shown(&opened, opened.root, "/MarkInfo/Marked"), "true");
    assert_string_equal(shown(&opened, opened.root, "/ViewerPreferences/DisplayDocTitle"), "true");
    assert_string_equal(shown(&opened, opened.root, "/PageLabels/Nums/1/St"), "3");
    assert_string_equal(shown(&opened, qpdf_get_page_n(opened.pdf, 0), "/Tabs"), "/S");
    assert_string_equal(qpdf_get_pdf_version(opened.pdf), "1.7");
    shut(&opened);
}

static void test_same_bytes(void **state)
{
    (void)state;
    struct opened one = write_and_open();
    struct opened two = write_and_open();
    assert_int_equal(one.file.length, two.file.length);
    assert_memory_equal(one.file.bytes, two.file.bytes, one.file.length);
    shut(&one);
    shut(&two);
}

static void test_pages(void **state)
{
    (void)state;
    struct opened opened = write_and_open();
    assert_int_equal(qpdf_get_num_pages(opened.pdf), PAGES);
    qpdf_oh pages = follow(opened.pdf, opened.root, "/Pages");
    assert_string_equal(shown(&opened, pages, "/MediaBox"), "[ 0 0 595 842 ]");
    assert_string_equal(shown(&opened, pages, "/Kids/1/MediaBox"), "[ 0 0 842 842 ]");
    unsigned char *bytes = NULL;
    size_t length = 0;
    qpdf_oh_get_page_content_data(opened.pdf, qpdf_get_page_n(opened.pdf, 0), &bytes, &length);
    assert_int_equal(length, sizeof CONTENT - 1);
    assert_memory_equal(bytes, CONTENT, length);
    free(bytes);
    shut(&opened);
}

static void assert_stream(const struct opened *opened, qpdf_oh stream, const char *part)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    qpdf_oh_get_stream_data(opened->pdf, stream, qpdf_dl_all, NULL, &bytes, &length);
    struct buffer text = {0};
    buffer_add(&text, bytes, length);
    assert_non_null(strstr(buffer_text(&text), part));
    buffer_free(&text);
    free(bytes);
}

static void test_images(void **state)
{
    (void)state;
    struct opened opened = write_and_open();
    qpdf_oh images = follow(opened.pdf, opened.root, "/Pages/Kids/0/Resources/XObject");
    qpdf_oh image = follow(opened.pdf, images, "/I0");
    qpdf_oh entries = qpdf_oh_get_dict(opened.pdf, image);
    assert_string_equal(shown(&opened, entries, "/ColorSpace"), "/DeviceRGB");
    assert_string_equal(shown(&opened, entries, "/Width"), "2");
    assert_stream(&opened, image, "RGBrgb");
    qpdf_oh mask = follow(opened.pdf, entries, "/SMask");
    assert_string_equal(shown(&opened, qpdf_oh_get_dict(opened.pdf, mask), "/ColorSpace"),
                        "/DeviceGray");
    assert_stream(&opened, mask, "\xFF\x7F");
    shut(&opened);
}

static void test_font(void **state)
{
    (void)state;
    struct opened opened = write_and_open();
    qpdf_oh font = follow(opened.pdf, opened.root, "/Pages/Kids/0/Resources/Font/F0");
    assert_string_equal(shown(&opened, font, "/Subtype"), "/Type0");
    assert_string_equal(shown(&opened, font, "/DescendantFonts/0/W/1/2"), "500");
    assert_string_equal(shown(&opened, font, "/DescendantFonts/0/FontDescriptor/FontBBox"),
                        "[ -10 -200 1000 900 ]");
    const char *name = shown(&opened, font, "/BaseFont");
    assert_int_equal(strlen(name), strlen("/ABCDEF+Some-Font"));
    assert_stream(&opened, follow(opened.pdf, font, "/ToUnicode"), "<01><0E32>\n<02><0E33>\n");
    assert_stream(&opened, follow(opened.pdf, font, "/Encoding"), "<00><FF> 0\n");
    unsigned char *bytes = NULL;
    size_t length = 0;
    qpdf_oh_get_stream_data(opened.pdf, follow(opened.pdf, font, "/DescendantFonts/0/CIDToGIDMap"),
                            qpdf_dl_all, NULL, &bytes, &length);
    assert_int_equal(length, 512);
    assert_memory_equal(bytes, "\0\0\0\3\0\3\0\0", 8);
    free(bytes);
    shut(&opened);
}

/* More objects than one object stream holds. */
static void test_many_objects(void **state)
{
    (void)state;
    enum { MANY = 9000 };
    struct writer *writer = writer_new();
    int first = writer_reserve(writer, MANY);
    for (int i = 0; i < MANY; i++) {
        buffer_printf(writer_open(writer, first + i), "<</Type/Catalog/Number %d>>", i);
        writer_close(writer);
    }
    struct buffer file = {0};
    writer_end(writer, first + MANY - 1, first, &file);
    writer_free(writer);
    qpdf_data pdf = qpdf_init();
    qpdf_set_attempt_recovery(pdf, QPDF_FALSE);
    assert_int_equal(qpdf_read_memory(pdf, "many", file.bytes, file.length, NULL), QPDF_SUCCESS);
    for (int i = 0; i < MANY; i += 999) {
        qpdf_oh number = qpdf_oh_get_key(pdf, qpdf_get_object_by_id(pdf, first + i, 0), "/Number");
        assert_int_equal(qpdf_oh_get_int_value(pdf, number), i);
    }
    qpdf_cleanup(&pdf);
    buffer_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),          cmocka_unit_test(test_points),
        cmocka_unit_test(test_structure_tree), cmocka_unit_test(test_parent_tree),
        cmocka_unit_test(test_links),          cmocka_unit_test(test_outline),
        cmocka_unit_test(test_information),    cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_pages),          cmocka_unit_test(test_images),
        cmocka_unit_test(test_font),           cmocka_unit_test(test_many_objects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
