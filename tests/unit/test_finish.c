/*
 * The finishing pass on small PDFs made here with Cairo: what the painter promises, what comes
 * back, and that a broken promise is noticed. The finished file is read again with libqpdf.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cairo-pdf.h>
#include <cmocka.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "finish/content.h"
#include "finish/finish.h"
#include "finish/scan.h"

/* ---- Scanning ---- */

static void test_scan_skips_strings(void **state)
{
    (void)state;
    const char *text =
        "(a EMC \\) (b) Tj) Tj\n<45 4D43> [(x)-3(BDC)] TJ /N << /A (Q) >> BDC % f\nEMC";
    struct scan scan = {.bytes = text, .length = strlen(text)};
    assert_true(scan_operator(&scan));
    assert_true(scan_is(&scan, "Tj"));
    assert_int_equal(scan.operands, 0);
    assert_true(scan_operator(&scan));
    assert_true(scan_is(&scan, "TJ"));
    assert_true(scan_operator(&scan));
    assert_true(scan_is(&scan, "BDC"));
    assert_memory_equal(text + scan.operands, "/N <<", 5);
    assert_true(scan_operator(&scan));
    assert_true(scan_is(&scan, "EMC"));
    assert_false(scan_operator(&scan));
}

static void test_scan_unended_string(void **state)
{
    (void)state;
    struct scan scan = {.bytes = "(abc Tj", .length = 7};
    assert_false(scan_operator(&scan));
}

/* ---- Content ---- */

static struct content_result rewrite(const char *text, const struct finish_bracket *bracket,
                                     size_t count, struct buffer *out)
{
    struct finish_page page = {.bracket = bracket, .brackets = count};
    return content_rewrite(text, strlen(text), &page, out);
}

static void test_content_marks(void **state)
{
    (void)state;
    const struct finish_bracket bracket[] = {
        {.kind = FINISH_TEXT, .element = 1, .actual_text = "a("},
        {.kind = FINISH_ARTIFACT, .element = FINISH_NONE, .artifact = "Layout"},
        {.kind = FINISH_DRAWING, .element = 2},
        {.kind = FINISH_ARTIFACT,
         .element = FINISH_NONE,
         .artifact = "Pagination",
         .subtype = "Header",
         .actual_text = "1"},
    };
    struct buffer out = {0};
    struct content_result result =
        rewrite("q\n/Span << /MCID 0 >> BDC\nBT (x)Tj\n"
                "/Span << /ActualText <feff0066> >> BDC\n<01>Tj\nEMC\nET\nEMC\n"
                "/Span << /MCID 1 >> BDC\nf\nEMC\n/Span << /MCID 2 >> BDC\nf\nEMC\n"
                "/Span << /MCID 3 >> BDC\nf\nEMC\nQ\n",
                bracket, 4, &out);
    assert_null(result.trouble);
    assert_int_equal(result.brackets, 4);
    static const char EXPECTED[] =
        "q\n/Span <</MCID 0 /ActualText (\xFE\xFF\0a\0\\()>> BDC\nBT (x)Tj\n"
        "\n<01>Tj\n\nET\nEMC\n"
        "/Artifact <</Type /Layout>> BDC\nf\nEMC\n/Figure <</MCID 1>> BDC\nf\nEMC\n"
        "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n"
        "/Span <</ActualText (\xFE\xFF\0001)>> BDC\nf\nEMC EMC\nQ\n";
    assert_int_equal(out.length, sizeof EXPECTED - 1);
    assert_memory_equal(out.bytes, EXPECTED, out.length);
    buffer_free(&out);
}

static void test_content_escapes_returns(void **state)
{
    (void)state;
    const struct finish_bracket bracket = {.kind = FINISH_TEXT, .actual_text = "ญ😀"};
    struct buffer out = {0};
    rewrite("/Span << /MCID 0 >> BDC\nf\nEMC\n", &bracket, 1, &out);
    static const char EXPECTED[] = "(\xFE\xFF\x0E\\r\xD8\x3D\xDE\0)";
    assert_memory_equal(strchr(out.bytes, '('), EXPECTED, sizeof EXPECTED - 1);
    buffer_free(&out);
}

static void assert_trouble(const char *text)
{
    const struct finish_bracket bracket[2] = {{.kind = FINISH_TEXT}, {.kind = FINISH_TEXT}};
    struct buffer out = {0};
    assert_non_null(rewrite(text, bracket, 2, &out).trouble);
    buffer_free(&out);
}

static void test_content_troubles(void **state)
{
    (void)state;
    assert_trouble("/Span << /MCID 0 >> BDC\nf\n");
    assert_trouble("0 0 1 1 re f\n");
    assert_trouble("EMC\n");
    assert_trouble("/Span << /MCID 1 >> BDC\nf\nEMC\n");
    assert_trouble("/P BMC\nf\nEMC\n");
    assert_trouble("/Span << /MCID 0 >> BDC\n/Span << /MCID 1 >> BDC\nf\nEMC\nEMC\n");
}

/* ---- The whole pass ---- */

static cairo_status_t collect(void *closure, const unsigned char *bytes, unsigned length)
{
    buffer_add(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

enum { PAGES = 2, BRACKETS = 4 };

/* Two pages of four boxes, each in a bracket, as the painter would. */
static struct buffer raw_pdf(void)
{
    struct buffer raw = {0};
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(collect, &raw, 595, 842);
    cairo_t *cr = cairo_create(surface);
    cairo_tag_begin(cr, "Document", NULL);
    for (int page = 0; page < PAGES; page++) {
        for (int i = 0; i < BRACKETS; i++) {
            cairo_tag_begin(cr, "Span", NULL);
            cairo_rectangle(cr, 100, 100 + 20 * i, 50, 10);
            cairo_fill(cr);
            cairo_tag_end(cr, "Span");
        }
        cairo_show_page(cr);
    }
    cairo_tag_end(cr, "Document");
    assert_int_equal(cairo_status(cr), CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy(surface);
    return raw;
}

enum { DOCUMENT, HEADING, PARAGRAPH, LINK, FIGURE, TABLE, ROW, HEAD, CELL, LIST, ELEMENTS };

static const char *const HEADERS[] = {"c7"};

static const struct finish_element ELEMENT[ELEMENTS] = {
    [DOCUMENT] = {.role = "Document", .parent = FINISH_NONE},
    [HEADING] = {.role = "H1", .parent = DOCUMENT, .order = 0},
    [PARAGRAPH] = {.role = "P", .parent = DOCUMENT, .order = 1},
    [LINK] = {.role = "Link", .parent = PARAGRAPH, .order = 6},
    [FIGURE] = {.role = "Figure",
                .parent = DOCUMENT,
                .order = 2,
                .alt = "แผนภูมิ",
                .has_box = true,
                .box_x = 100 * 1024,
                .box_y = 160 * 1024,
                .box_width = 50 * 1024,
                .box_height = 10 * 1024},
    [TABLE] = {.role = "Table", .parent = DOCUMENT, .order = 3},
    [ROW] = {.role = "TR", .parent = TABLE},
    [HEAD] = {.role = "TH", .parent = ROW, .scope = "Column", .id = "c7", .column_span = 2},
    [CELL] = {.role = "TD", .parent = ROW, .order = 1, .header = HEADERS, .headers = 1},
    [LIST] = {.role = "L", .parent = DOCUMENT, .order = 4, .list_numbering = "Decimal"},
};

static const struct finish_bracket FIRST[BRACKETS] = {
    {.kind = FINISH_ARTIFACT, .element = FINISH_NONE, .artifact = "Layout"},
    {.kind = FINISH_TEXT, .element = HEADING, .actual_text = "หัวข้อ"},
    {.kind = FINISH_TEXT, .element = PARAGRAPH, .actual_text = "ก่อน ", .order = 0},
    {.kind = FINISH_DRAWING, .element = FIGURE},
};

static const struct finish_bracket SECOND[BRACKETS] = {
    {.kind = FINISH_TEXT, .element = PARAGRAPH, .actual_text = "หลัง", .order = 9},
    {.kind = FINISH_TEXT, .element = LINK, .actual_text = "ลิงก์", .order = 6},
    {.kind = FINISH_TEXT, .element = HEAD, .actual_text = "หัว"},
    {.kind = FINISH_TEXT, .element = CELL, .actual_text = "๑"},
};

enum { WIDTH = 595 * 1024, HEIGHT = 842 * 1024 };
static const struct finish_page PAGE[PAGES] = {{FIRST, BRACKETS, WIDTH, HEIGHT},
                                               {SECOND, BRACKETS, WIDTH, HEIGHT}};

static const struct finish_link LINKS[] = {
    {.page = 1,
     .x = 100 * 1024,
     .y = 120 * 1024,
     .width = 50 * 1024,
     .height = 10 * 1024,
     .element = LINK,
     .target_page = 0,
     .target_y = 100 * 1024,
     .contents = "ลิงก์"},
    {.page = 1, .element = LINK, .uri = "https://example.org/", .contents = "x"},
};

static const struct finish_outline OUTLINE[] = {
    {.title = "หนึ่ง", .level = 1, .page = 0, .y = 1024},
    {.title = "หนึ่งจุดหนึ่ง", .level = 2, .page = 1, .y = 1024},
    {.title = "สอง", .level = 1, .page = 1, .y = 2048},
};

static struct finish_job whole_job(void)
{
    return (struct finish_job){.title = "รายงาน",
                               .author = "หน่วยงาน",
                               .subject = "เรื่อง",
                               .language = "th",
                               .producer = "itareport",
                               .seconds = 1759251600, /* 1 October 2568, 00:00 in Thailand */
                               .first_number = 3,
                               .page = PAGE,
                               .pages = PAGES,
                               .element = ELEMENT,
                               .elements = ELEMENTS,
                               .link = LINKS,
                               .links = 2,
                               .outline = OUTLINE,
                               .outlines = 3};
}

/* A finished file, opened again. */
struct opened {
    struct buffer file;
    qpdf_data pdf;
    qpdf_oh root;
};

static struct opened finish_and_open(void)
{
    struct opened opened = {.pdf = qpdf_init()};
    struct buffer raw = raw_pdf();
    struct finish_job job = whole_job();
    struct diag *diag = diag_new();
    bool good = finish_pdf(&raw, &job, &opened.file, diag);
    if (!good)
        diag_print(diag, stderr, (struct diag_style){.language = DIAG_ENGLISH});
    assert_true(good);
    assert_int_equal(diag_count(diag, DIAG_ERROR), 0);
    diag_free(diag);
    buffer_free(&raw);
    qpdf_read_memory(opened.pdf, "finished", opened.file.bytes, opened.file.length, NULL);
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
    struct opened opened = finish_and_open();
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
    assert_string_equal(shown(&opened, document, "/K/2/A/BBox"), "[ 100.00 672.00 150.00 682.00 ]");
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
    struct opened opened = finish_and_open();
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
    struct opened opened = finish_and_open();
    qpdf_oh page = qpdf_get_page_n(opened.pdf, 1);
    int first = qpdf_oh_get_object_id(opened.pdf, qpdf_get_page_n(opened.pdf, 0));
    assert_int_equal(id_of(&opened, page, "/Annots/0/Dest/0"), first);
    assert_string_equal(shown(&opened, page, "/Annots/0/Dest/3"), "742.00");
    assert_string_equal(shown(&opened, page, "/Annots/0/Rect"), "[ 100.00 712.00 150.00 722.00 ]");
    assert_string_equal(shown(&opened, page, "/Annots/0/F"), "4");
    assert_string_equal(text_of(&opened, page, "/Annots/0/Contents"), "ลิงก์");
    assert_string_equal(text_of(&opened, page, "/Annots/1/A/URI"), "https://example.org/");
    shut(&opened);
}

static void test_outline(void **state)
{
    (void)state;
    struct opened opened = finish_and_open();
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
    struct opened opened = finish_and_open();
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
    struct opened one = finish_and_open();
    struct opened two = finish_and_open();
    assert_int_equal(one.file.length, two.file.length);
    assert_memory_equal(one.file.bytes, two.file.bytes, one.file.length);
    shut(&one);
    shut(&two);
}

/* ---- Broken promises ---- */

static void assert_refused(const struct buffer *raw, const struct finish_job *job)
{
    struct buffer out = {0};
    struct diag *diag = diag_new();
    assert_false(finish_pdf(raw, job, &out, diag));
    assert_int_equal(diag_count(diag, DIAG_ERROR), 1);
    assert_int_equal(out.length, 0);
    diag_free(diag);
    buffer_free(&out);
}

static void test_refusals(void **state)
{
    (void)state;
    struct buffer raw = raw_pdf();
    struct finish_job job = whole_job();
    struct finish_page page[PAGES] = {PAGE[0], PAGE[1]};
    job.page = page;
    page[1].brackets--;
    assert_refused(&raw, &job);
    job = whole_job();
    job.pages = 1;
    assert_refused(&raw, &job);
    job = whole_job();
    raw.length /= 2;
    assert_refused(&raw, &job);
    buffer_free(&raw);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scan_skips_strings),
        cmocka_unit_test(test_scan_unended_string),
        cmocka_unit_test(test_content_marks),
        cmocka_unit_test(test_content_escapes_returns),
        cmocka_unit_test(test_content_troubles),
        cmocka_unit_test(test_structure_tree),
        cmocka_unit_test(test_parent_tree),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_outline),
        cmocka_unit_test(test_information),
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
