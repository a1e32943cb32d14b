/* CSV, XLSX and ODS become the same grid; what is damaged or hostile is refused with a message. */
#include "sheet/write.h"
#include "sheet_unit.h"

struct fixture {
    struct arena *arena;
    struct diag *diag;
    struct sheet_book book;
};

static int setup(void **state)
{
    struct fixture *f = memory_zeroed(1, sizeof *f);
    *f = (struct fixture){.arena = arena_new(), .diag = diag_new()};
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    diag_free(f->diag);
    arena_free(f->arena);
    free(f);
    return 0;
}

static bool read_bytes(struct fixture *f, struct buffer bytes)
{
    bool fine = sheet_read(f->arena, "f", buffer_text(&bytes), bytes.length, f->diag, &f->book);
    buffer_free(&bytes);
    return fine;
}

static struct buffer plain(const char *text)
{
    struct buffer bytes = {0};
    buffer_add_string(&bytes, text);
    return bytes;
}

static void check_sheet(struct fixture *f, struct buffer bytes, const char *expected)
{
    if (!read_bytes(f, bytes)) {
        char *lines = unit_headlines(f->diag);
        fail_msg("%s", lines);
    }
    assert_string_equal(unit_sheet(f->arena, &f->book.sheet[0]), expected);
}

static void check_refused(struct fixture *f, struct buffer bytes, const char *said)
{
    assert_false(read_bytes(f, bytes));
    char *lines = unit_headlines(f->diag);
    if (strstr(lines, said) == NULL)
        fail_msg("%s instead of %s", lines, said);
    free(lines);
}

/* ---- CSV ---- */

static void test_csv_partings(void **state)
{
    struct fixture *f = *state;
    const char *expected = "A1 text i1\nB1 text 98,5\nA2 text i2\nB2 text 97,5\n";
    check_sheet(f, plain("i1;98,5\ni2;97,5\n"), expected);
    check_sheet(f, plain("i1\t98,5\r\ni2\t97,5"), expected);
    check_sheet(f, plain("\xEF\xBB\xBFi1,\"98,5\"\ri2,\"97,5\"\r"), expected);
    check_sheet(f, plain("sep=|\ni1|98,5\ni2|97,5\n"), expected);
}

static void test_csv_quotes(void **state)
{
    check_sheet(*state, plain("a,\"ข้อ \"\"ก\"\"\r\nต่อ\",,d\n,e\"f\n"),
                "A1 text a\nB1 text ข้อ \"ก\"\nต่อ\nD1 text d\nB2 text e\"f\n");
    check_refused(*state, plain("a,\"b\nc,d\n"), "begins cell B1 is never closed");
}

static void test_csv_windows_874(void **state)
{
    check_sheet(*state, plain("\xA2\xE9\xCD,\xA4\xD0\xE1\xB9\xB9\n\xF1,\x93\xF9\xF8.5\x94\n"),
                "A1 text ข้อ\nB1 text คะแนน\nA2 text ๑\nB2 text “๙๘.5”\n");
    check_refused(*state, plain("\xA2\xE9\xDB\n"), "no text in UTF-8");
}

static void test_csv_utf16(void **state)
{
    struct buffer bytes = {0};
    buffer_add(&bytes, "\xFF\xFE\x02\x0E\t\0001\0\n\0", 10);
    check_sheet(*state, bytes, "A1 text ข\nB1 text 1\n");
}

static void test_other_files(void **state)
{
    struct fixture *f = *state;
    check_refused(f, plain("%PDF-1.7"), "is no spreadsheet");
    check_refused(f, plain("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "old kind (.xls)");
    check_refused(f, plain("  <html><table>"), "page of the web");
    const struct unit_part word[] = {
        {"_rels/.rels", "<a/>"}, {"word/document.xml", "<a/>"}, {NULL, NULL}};
    check_refused(f, unit_archive(word), "is no spreadsheet");
}

/* ---- XLSX ---- */

#define STYLES                                                                        \
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-41E]d mmm yyyy\"/>"            \
    "<numFmt numFmtId=\"165\" formatCode=\"&quot;day &quot;0.0%;[Red]0\"/></numFmts>" \
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>" \
    "<xf numFmtId=\"2\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/><xf "             \
    "numFmtId=\"165\"/></cellXfs>"

static void test_xlsx_kinds(void **state)
{
    struct fixture *f = *state;
    check_sheet(
        f,
        unit_xlsx(
            f->arena,
            "<sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" "
            "s=\"1\"><v>91.400000000000006</v></c>"
            "<c s=\"2\"><v>0.98670000000000002</v></c><c s=\"3\"><v>45931</v></c><c "
            "s=\"4\"><v>0.5</v></c></row>"
            "<row><c t=\"inlineStr\"><is><r><t>หนา</t></r><r><t> "
            "บาง</t></r><rPh><t>x</t></rPh></is></c>"
            "<c t=\"str\"><f>A1&amp;\"\"</f><v>ผล</v></c><c t=\"b\"><v>1</v></c><c "
            "t=\"e\"><v>#N/A</v></c>"
            "<c><f>1+1</f></c><c/><c><v>91.4000000001</v></c></row></sheetData>"
            "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>",
            "<si><t>ก</t></si><si><r><t>ข้อ</t></r><r><t xml:space=\"preserve\"> ที่</t></r></si>",
            STYLES),
        "A2 text ข้อ ที่ (2 x 1)\nB2 number 91.40\nC2 number 98.67%\nD2 date 1 ตุลาคม 2568\nE2 number "
        "50.0%\n"
        "A3 covered \nB3 text ผล\nC3 truth TRUE\nD3 error #N/A\nE3 uncalculated =\nG3 number "
        "91.4\n");
    assert_int_equal(sheet_at(&f->book.sheet[0], 1, 1)->millionths, 91400000);
    assert_int_equal(sheet_at(&f->book.sheet[0], 2, 6)->millionths, 91400000);
    assert_string_equal(sheet_at(&f->book.sheet[0], 2, 0)->text, "ข้อ ที่");
    assert_string_equal(f->book.sheet[0].name, "คะแนน");
}

/* Half up by the digits that spreadsheet programs show, not by the binary fraction below them. */
static void test_numbers(void **state)
{
    struct fixture *f = *state;
    check_sheet(
        f,
        unit_xlsx(
            f->arena,
            "<sheetData><row><c s=\"1\"><v>91.454999999999998</v></c><c s=\"1\"><v>9.1455E1</v></c>"
            "<c><v>-0.5</v></c><c><v>99.9999999999999999</v></c><c><v>1E+300</v></c><c><v>1e-9</"
            "v></c>"
            "<c s=\"1\"><v>99.995</v></c></row></sheetData>",
            "", STYLES),
        "A1 number 91.46\nB1 number 91.46\nC1 number -0.5\nD1 number 100\nE1 text 1E+300\nF1 "
        "number 0\n"
        "G1 number 100.00\n");
}

static void test_xlsx_years(void **state)
{
    struct fixture *f = *state;
    /* 1 October of the Gregorian year 2568: it was typed in the Buddhist era. */
    check_sheet(f,
                unit_xlsx(f->arena,
                          "<sheetData><row><c s=\"3\"><v>244258</v></c></row></sheetData>", "",
                          STYLES),
                "A1 date 1 ตุลาคม 2568\n");
}

static void test_xlsx_damaged(void **state)
{
    struct fixture *f = *state;
    check_refused(f,
                  unit_xlsx(f->arena,
                            "<sheetData><row><c r=\"B1\" t=\"s\"><v>7</v></c></row></sheetData>",
                            "", ""),
                  "the text of cell B1 is missing");
    check_refused(f,
                  unit_xlsx(f->arena,
                            "<sheetData><row><c r=\"ZZZZ1\"><v>7</v></c></row></sheetData>", "",
                            ""),
                  "ZZZZ1 is no place");
    check_refused(f, unit_xlsx(f->arena, "<sheetData><row r=\"1048577\"/></sheetData>", "", ""),
                  "1048577 is no place");
    check_refused(f, unit_xlsx(f->arena, "<sheetData><row></sheetData>", "", ""),
                  "line 1: mismatched tag");
}

static void test_xml_hostile(void **state)
{
    struct fixture *f = *state;
    struct buffer deep = {0}, wide = {0};
    for (int i = 0; i < 100; i++)
        buffer_add_string(&deep, "<a>");
    check_refused(f, unit_xlsx(f->arena, buffer_text(&deep), "", ""), "too deep");
    buffer_add_string(&wide, "<a b=\"");
    for (int i = 0; i < 70000; i++)
        buffer_add_char(&wide, 'x');
    buffer_add_string(&wide, "\"/>");
    check_refused(f, unit_xlsx(f->arena, buffer_text(&wide), "", ""), "too long attributes");
    buffer_free(&deep);
    buffer_free(&wide);
    const struct unit_part laughs[] = {
        {"content.xml", "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>"},
        {NULL, NULL}};
    check_refused(f, unit_archive(laughs), "document type of its own");
}

/* ---- ODS ---- */

static void test_ods_kinds(void **state)
{
    struct fixture *f = *state;
    check_sheet(
        f,
        unit_ods(f->arena,
                 "<t:table t:name=\"ผล\"><t:table-row t:number-rows-repeated=\"2\"/>"
                 "<t:table-row><t:table-cell t:number-rows-spanned=\"2\" "
                 "o:value-type=\"string\"><x:p>ข้อ<x:s x:c=\"2\"/>๑</x:p>"
                 "<x:p>ต่อ</x:p><o:annotation><x:p>ลับ</x:p></o:annotation></"
                 "t:table-cell><t:table-cell t:number-columns-repeated=\"2\"/>"
                 "<t:table-cell o:value-type=\"percentage\" "
                 "o:value=\"0.9867\"><x:p>98.67%</x:p></t:table-cell>"
                 "<t:table-cell t:number-columns-repeated=\"2\" o:value-type=\"float\" "
                 "o:value=\"91.4000000001\"><x:p>91.40</x:p></t:table-cell>"
                 "<t:table-cell o:value-type=\"date\" o:date-value=\"2025-10-01\"><x:p>1 ต.ค. "
                 "68</x:p></t:table-cell></t:table-row>"
                 "<t:table-row t:number-rows-repeated=\"2\"><t:covered-table-cell/><t:table-cell "
                 "o:value-type=\"string\" o:string-value=\"\" "
                 "c:value-type=\"error\"><x:p>#N/A</x:p></t:table-cell><t:table-cell "
                 "o:value-type=\"boolean\" o:boolean-value=\"true\"><x:p>TRUE</x:p>"
                 "</t:table-cell><t:table-cell t:number-columns-repeated=\"16380\"/></t:table-row>"
                 "<t:table-row t:number-rows-repeated=\"1048000\"/></t:table>"),
        "A3 text ข้อ  ๑\nต่อ (2 x 1)\nD3 number 98.67%\nE3 number 91.40\nF3 number 91.40\nG3 date 1 "
        "ตุลาคม 2568\n"
        "A4 covered \nB4 error #N/A\nC4 truth TRUE\nB5 error #N/A\nC5 truth TRUE\n");
    assert_int_equal(f->book.sheet[0].rows, 5);
}

static void test_ods_repeats(void **state)
{
    struct fixture *f = *state;
    check_refused(
        f,
        unit_ods(
            f->arena,
            "<t:table t:name=\"a\"><t:table-row t:number-rows-repeated=\"1048576\"><t:table-cell "
            "t:number-columns-repeated=\"16384\" o:value-type=\"float\" "
            "o:value=\"1\"/></t:table-row></t:table>"),
        "more than 400000 cells");
}

/* ---- writing ---- */

static struct sheet_table table_of(struct arena *arena)
{
    struct sheet_table table = {
        .arena = arena, .name = "ก & ข", .head = {"ข้อ", "คะแนน"}, .width = {10, 10}, .columns = 2};
    static const char *const texts[] = {"=1+1", "-ก", "@ก", "+66", "'=ก", "ก,\"ข\"\nค", "'ก"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        sheet_add_text(&table, texts[i]);
        sheet_add_score(&table, 9850);
    }
    return table;
}

static const char WRITTEN[] =
    "A1 text ข้อ\nB1 text คะแนน\nA2 text =1+1\nB2 %s\nA3 text -ก\nB3 %s\nA4 text @ก\nB4 %s\n"
    "A5 text +66\nB5 %s\nA6 text '=ก\nB6 %s\nA7 text ก,\"ข\"\nค\nB7 %s\nA8 text 'ก\nB8 %s\n";

/* What would be a formula begins with an apostrophe, which is gone again when it is read. */
static void test_written_csv(void **state)
{
    struct fixture *f = *state;
    struct buffer out = {0};
    struct sheet_table table = table_of(f->arena);
    sheet_write_csv(&table, &out);
    assert_non_null(strstr(buffer_text(&out), "\r\n'=1+1,98.50\r\n'-ก,"));
    const char *t = "text 98.50";
    check_sheet(f, out, arena_printf(f->arena, WRITTEN, t, t, t, t, t, t, t));
}

static void test_written_xlsx(void **state)
{
    struct fixture *f = *state;
    struct buffer out = {0}, again = {0};
    struct sheet_table table = table_of(f->arena);
    sheet_write_xlsx(&table, 1, &out);
    sheet_write_xlsx(&table, 1, &again);
    assert_int_equal(out.length, again.length);
    assert_memory_equal(out.bytes, again.bytes, out.length);
    buffer_free(&again);
    const char *n = "number 98.50";
    check_sheet(f, out, arena_printf(f->arena, WRITTEN, n, n, n, n, n, n, n));
    assert_string_equal(f->book.sheet[0].name, "ก & ข");
}

/* ---- messages ---- */

static void test_place(void **state)
{
    struct fixture *f = *state;
    check_sheet(f, plain("ก,ข\ni1,9x\n"), "A1 text ก\nB1 text ข\nA2 text i1\nB2 text 9x\n");
    struct place place = sheet_place(&f->book.sheet[0], 1, 1);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 6);
    assert_string_equal(place.source->text, "ก | ข\ni1 | 9x\n");
    assert_string_equal(sheet_cell_name(f->arena, 6, 27), "AB7");
    uint32_t column;
    assert_true(sheet_column_read("xfd", 3, &column));
    assert_int_equal(column, SHEET_COLUMNS - 1);
    assert_false(sheet_column_read("xfe", 3, &column));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_csv_partings), TEST(test_csv_quotes),  TEST(test_csv_windows_874),
        TEST(test_csv_utf16),    TEST(test_other_files), TEST(test_xlsx_kinds),
        TEST(test_numbers),      TEST(test_xlsx_years),  TEST(test_xlsx_damaged),
        TEST(test_xml_hostile),  TEST(test_ods_kinds),   TEST(test_ods_repeats),
        TEST(test_place),        TEST(test_written_csv), TEST(test_written_xlsx),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
