/* Lists as officers type them, tables and notes of prose. */
#include "prose_unit.h"

static void reads_signs(void **state)
{
    (void)state;
    assert_shown("- ก\n- ข\n  - ค", "[{: ก|¶}{: ข|¶[{: ค|¶}]}]");
    assert_shown("* ก\n* ข", "[{: ก|¶}{: ข|¶}]");
    assert_shown("• ก\n- ข\n- ค\n• ง", "[{•: ก|¶[{: ข|¶}{: ค|¶}]}{•: ง|¶}]");
    assert_shown("–  ก\n–  ข", "[{–: ก|¶}{–: ข|¶}]");
    assert_shown("-ก\n-ข", "[{: ก|¶}{: ข|¶}]");
    assert_shown("■ ก\n✓ ข", "[{■: ก|¶[{✓: ข|¶}]}]");
    assert_shown("ดังนี้\n- ก", "ดังนี้|¶[{: ก|¶}]");
}

/* What word processors leave on the clipboard. */
static void reads_pasted_lists(void **state)
{
    (void)state;
    assert_shown("•\tก\n•\tข\n  o\tค\n  o\tง", "[{•: ก|¶}{•: ข|¶[{: ค|¶}{: ง|¶}]}]");
    assert_shown("\xEF\x82\xB7\tก\n\xEF\x82\xB7\tข\n\xEF\x82\xA7 ค", "[{: ก|¶}{: ข|¶[{: ค|¶}]}]");
    assert_shown("§\tก\n§\tข", "[{: ก|¶}{: ข|¶}]");
}

static void reads_numbers(void **state)
{
    (void)state;
    assert_shown("3) ก\n4) ข", "[{3): ก|¶}{4): ข|¶}]");
    assert_shown("1. ก", "[{1.: ก|¶}]");
    assert_shown("(๑) ก\n(๒) ข", "[{(๑): ก|¶}{(๒): ข|¶}]");
    assert_shown("ก. ก\nข. ข\nค. ค\nง. ง", "[{ก.: ก|¶}{ข.: ข|¶}{ค.: ค|¶}{ง.: ง|¶}]");
    assert_shown("ก) ก\nข) ข", "[{ก): ก|¶}{ข): ข|¶}]");
    assert_shown("(a) ก\n(b) ข", "[{(a): ก|¶}{(b): ข|¶}]");
    assert_shown("i) ก\nii) ข\niii) ค", "[{i): ก|¶}{ii): ข|¶}{iii): ค|¶}]");
    assert_shown("① ก\n② ข", "[{①: ก|¶}{②: ข|¶}]");
    assert_shown("๑.๑ ก\n๑.๒ ข", "[{๑.๑: ก|¶}{๑.๒: ข|¶}]");
    assert_shown("ข้อ ๑ ก\nข้อ ๒ ข", "[{ข้อ ๑: ก|¶}{ข้อ ๒: ข|¶}]");
    assert_shown("ขั้นที่ ๑ ก\nขั้นที่ ๒ ข", "[{ขั้นที่ ๑: ก|¶}{ขั้นที่ ๒: ข|¶}]");
    assert_shown("๑.กำหนด\n๒.แจ้ง", "[{๑.: กำหนด|¶}{๒.: แจ้ง|¶}]");
    assert_shown("๓. ก\n\nคั่น\n\n๔. ข", "[{๓.: ก|¶}]คั่น|¶[{๔.: ข|¶}]");
    assert_shown("๑.\nก\n๒.\nข", "[{๑.: ก|¶}{๒.: ข|¶}]");
    assert_shown("ข้อ ๗.๓ ก\nข้อ ๗.๔ ข", "[{ข้อ ๗.๓: ก|¶}{ข้อ ๗.๔: ข|¶}]");
    assert_shown("๔.) ก\n๕.) ข", "[{๔.): ก|¶}{๕.): ข|¶}]");
    assert_shown("(1.) ก\n(2.) ข", "[{(1.): ก|¶}{(2.): ข|¶}]");
    assert_shown("(๒.๑) ก\n(๒.๒) ข", "[{(๒.๑): ก|¶}{(๒.๒): ข|¶}]");
    assert_shown("[๑] ก\n[๒] ข", "[{[๑]: ก|¶}{[๒]: ข|¶}]");
    assert_shown("ก.๑ ก\nก.๒ ข", "[{ก.๑: ก|¶}{ก.๒: ข|¶}]");
    assert_shown("III. ก\nIV. ข\nV. ค", "[{III.: ก|¶}{IV.: ข|¶}{V.: ค|¶}]");
    assert_shown("⑴ ก\n⑵ ข", "[{⑴: ก|¶}{⑵: ข|¶}]");
}

static void nests(void **state)
{
    (void)state;
    assert_shown("๑. ก\n๑.๑ ข\n๑.๑.๑ ค\n๑.๒ ง\n๒. จ",
                 "[{๑.: ก|¶[{๑.๑: ข|¶[{๑.๑.๑: ค|¶}]}{๑.๒: ง|¶}]}{๒.: จ|¶}]");
    assert_shown("๑. ก\n(๑) ข\n(๒) ค\n- ง\n๒. จ",
                 "[{๑.: ก|¶[{(๑): ข|¶}{(๒): ค|¶[{: ง|¶}]}]}{๒.: จ|¶}]");
    assert_shown("ข้อ ๑ ก\n๑. ข\n๒. ค\nข้อ ๒ ง", "[{ข้อ ๑: ก|¶[{๑.: ข|¶}{๒.: ค|¶}]}{ข้อ ๒: ง|¶}]");
    assert_shown("๑. ก\n   ๑. ข\n   ๒. ค\n๒. ง", "[{๑.: ก|¶[{๑.: ข|¶}{๒.: ค|¶}]}{๒.: ง|¶}]");
    assert_shown("1. ก\n\n   ต่อ\n\n2. ข\n\nจบ", "[{1.: ก|¶ต่อ|¶}{2.: ข|¶}]จบ|¶");
    assert_shown("- ก\n๑. ข", "[{: ก|¶}][{๑.: ข|¶}]");
    assert_shown(" 9. ก\n10. ข", "[{9.: ก|¶}{10.: ข|¶}]");
    assert_says("- ก\n  - ข\n    - ค\n      - ง\n        - จ",
                "t:6:11: error: lists may be inside lists four levels deep [prose-list]\n");
    assert_says("- - ก", "t:2:5: error: a list begins on the line of another item [prose-list]\n");
}

static void counts(void **state)
{
    (void)state;
    assert_shown("๕. ก\n๕. ข\n๕. ค", "[{5.: ก|¶}{6.: ข|¶}{7.: ค|¶}]");
    assert_read("๑. ก\n๓. ข", "[{๑.: ก|¶}{๓.: ข|¶}]",
                "t:3:3: warning: item ๓. comes after item ๑. [prose-list]\n");
    assert_read("ก) ก\nข) ข\nง) ค", "[{ก): ก|¶}{ข): ข|¶}{ง): ค|¶}]",
                "t:4:3: warning: item ง) comes after item ข) [prose-list]\n");
    assert_says("- ก\n-\n- ข", "t:3:3: error: this item of a list has no text [prose-list]\n");
}

/* Sentences that begin as an item does. */
static void leaves_sentences(void **state)
{
    (void)state;
    static const char *const sentences[] = {
        "๒๕๖๘ เป็นปีที่สอง", "๑.๕ เมตร",       "1.000 บาท", "ก.พ. นี้",   "พ. ศ. นี้", "๑ ตุลาคม ๒๕๖๘",
        "๐๘.๓๐ น. เปิด",  "ข้อ ๑ ของระเบียบ", "2568. ก",   "o1 ถึง o9", "--",      "+66 44",
        "-๕ องศา",       "\\๑. ก",         "\\- ก",     "\\ข้อ ๑ ก"};
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
        struct parsed parsed = parse(sentences[i]);
        unit_expect(parsed.diag, "");
        assert_int_equal(parsed.prose->first->kind, PROSE_PARAGRAPH);
        assert_null(parsed.prose->first->next);
        drop(&parsed);
    }
    assert_shown("ตาม\nข้อ ๑ ของระเบียบ", "ตาม|~|ข้อ ๑ ของระเบียบ|¶");
    assert_shown("ตามมาตรา ๙\n(๑) ของ", "ตามมาตรา ๙|~|(๑) ของ|¶");
    assert_shown("เวลา ๐๘.๓๐\n- ๑๖.๓๐ น.", "เวลา ๐๘.๓๐|~|- ๑๖.๓๐ น.|¶");
    assert_shown("ระหว่างต้นปี\n– ปลายปี", "ระหว่างต้นปี|~|– ปลายปี|¶");
    assert_shown("นายก* อนุมัติ\n\n* ผู้รักษาการ", "นายก|*| อนุมัติ|¶*| ผู้รักษาการ|¶");
}

static void reads_boxes(void **state)
{
    (void)state;
    assert_shown("- [ ] ก\n- [x] ข", "[{☐: ก|¶}{☑: ข|¶}]");
    assert_shown("1. [X] ก", "[{1. ☑: ก|¶}]");
    assert_shown("[ ] ก\n[x] ข", "[{☐: ก|¶}{☑: ข|¶}]");
    assert_shown("[] ก\n[/] ข\n[ ✓ ] ค", "[{☐: ก|¶}{☑: ข|¶}{☑: ค|¶}]");
    assert_shown("( ) ก\n(/) ข\n() ค", "[{( ): ก|¶}{(/): ข|¶}{(): ค|¶}]");
    assert_shown("☐ ก\n☒ ข\n☑ ค", "[{☐: ก|¶}{☒: ข|¶}{☑: ค|¶}]");
    assert_shown("✓ ก\n✗ ข", "[{✓: ก|¶}{✗: ข|¶}]");
}

/* Kinds of lists inside each other with one item each. */
static void nests_single_items(void **state)
{
    (void)state;
    assert_shown("๔. ก\n๔.๑ ข\n(๑) ค\n(ก) ง", "[{๔.: ก|¶[{๔.๑: ข|¶[{(๑): ค|¶[{(ก): ง|¶}]}]}]}]");
    assert_shown("- ก\n๑) ข\n(๑) ค\n• ง\n- จ",
                 "[{: ก|¶}][{๑): ข|¶[{(๑): ค|¶[{•: ง|¶[{: จ|¶}]}]}]}]");
}

/* What no list has for its marker is told, when two lines begin with it. */
static void tells_of_joined_lines(void **state)
{
    (void)state;
    static const char *const lines[][2] = {
        {"๗/ ก\n๘/ ข", "๘/"},
        {"{1} ก\n{2} ข", "{2}"},
        {"No.3 ก\nNo.4 ข", "No.4"},
        {"๑ ก\n๒ ข", "๒"},
        {"ค แรก\nง ต่อมา", "ง"},
        {"~ ก\n~ ข", "~"},
        {"-> ก\n-> ข", "->"},
        {"… ก\n… ข", "…"},
        {"๑๓.๐๐ น. เริ่ม\n๑๔.๓๐ - ๑๖.๐๐ น. จบ", "๑๔.๓๐"},
        {"มอบหมาย\n(ก) กองช่าง", "(ก)"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct buffer said = {0};
        buffer_printf(&said,
                      "t:3:3: warning: %s goes on the line above, although the line looks like an "
                      "item [prose-list]\n",
                      lines[i][1]);
        assert_says(lines[i][0], buffer_text(&said));
        buffer_free(&said);
    }
    static const char *const sentences[] = {
        "๒๕ คน จาก\n๓๐ คน", "คะแนน\n๙๘.๒๕ และ\n๙๗.๕๐", "“ก”\n“ข”",
        "ก ข\nก ค",         "(สำนัก)\n(กอง)",           "ตามมาตรา ๙\n(๑) ของกฎหมาย",
    };
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
        assert_says(sentences[i], "");
}

/* ---- tables ---- */

static void reads_tables(void **state)
{
    (void)state;
    assert_shown("| ก | ข |\n|---|:-:|\n| **๑** | {{ a | score }} |",
                 "table2h(-11/ก|¦ข|¦/*๑|¦{}|¦)");
    assert_shown("ก | ข\n:-- | --:\n๑ | ๒ \\| ๓", "table2h(02/ก|¦ข|¦/๑|¦๒ || ๓|¦)");
    assert_shown("| | |\n|-|-|\n| ก | |", "table2(-1-1/ก|¦¦)");
    assert_shown("นำ\n| ก |\n|---|\n| ข |\nตาม", "นำ|¶table1h(-1/ก|¦/ข|¦)ตาม|¶");
    assert_shown("- ก\n\n  | ข |\n  |---|\n  | ค |\n- ง", "[{: ก|¶table1h(-1/ข|¦/ค|¦)}{: ง|¶}]");
}

static void reads_captions(void **state)
{
    (void)state;
    assert_shown("ตาราง: ก\n|ข|\n|-|\n|ค|", "table1h(-1ก|¶/ข|¦/ค|¦)");
    assert_shown("|ข|\n|-|\n|ค|\n\nTable: ก", "table1h(-1ก|¶/ข|¦/ค|¦)");
    assert_shown("|ก|\n|-|\n|ข|\n\nตาราง : ค\n\n|ง|\n|-|\n|จ|",
                 "table1h(-1/ก|¦/ข|¦)table1h(-1ค|¶/ง|¦/จ|¦)");
    assert_shown("|ก|\n|-|\n|ข|\nตาราง: ค\n\n|ง|\n|-|\n|จ|",
                 "table1h(-1ค|¶/ก|¦/ข|¦)table1h(-1/ง|¦/จ|¦)");
    assert_shown("ตาราง: ก", "ตาราง: ก|¶");
}

static void reports_wrong_tables(void **state)
{
    (void)state;
    assert_says("| ก | ข |\n|---|---|\n| ๑ |\n| ๑ | ๒ | ๓ |",
                "t:4:3: error: the cells of this row are 1, and those of the line |---|---| are 2 "
                "[prose-table]\n"
                "t:5:3: error: the cells of this row are 3, and those of the line |---|---| are 2 "
                "[prose-table]\n");
    assert_says("| ก | ข |\n| ๑ | ๒ |",
                "t:2:3: error: these lines are no table, for want of a line "
                "|---|---| below the head [prose-table]\n");
    assert_says("| ก |\n|---|", "t:2:3: error: this table has no rows below its head "
                                "[prose-table]\n");
    assert_says("|a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|\n"
                "|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n",
                "t:2:3: error: a table has at most 24 columns [prose-table]\n");
    assert_says("| ก |\n|---|\n| ![ข](c.png) |",
                "t:4:5: error: an image cannot be inside a line of text [prose-image]\n");
}

/* ---- notes ---- */

static void reads_notes(void **state)
{
    (void)state;
    assert_shown("ก[^1] ข[^๒]\n\n[^1]: หนึ่ง\n  ต่อ\n\n  ย่อหน้า\n\n  - ค\n[^2]: สอง\nสาม",
                 "ก|[^1]| ข|[^2]|¶note 1(หนึ่ง|~|ต่อ|¶ย่อหน้า|¶[{: ค|¶}])note 2(สอง|~|สาม|¶)");
    assert_shown("[^ข]: ก\n\nค[^ข]ง[^ข]", "ค|[^ข]|ง|[^ข]|¶note ข(ก|¶)");
    assert_shown("- ก[^1]\n- ข\n[^1]: ค\n- ง", "[{: ก|[^1]|¶}{: ข|¶}{: ง|¶}]note 1(ค|¶)");
    assert_shown("| ก[^1] |\n|---|\n| **ข[^1]** |\n\n[^1]: ค",
                 "table1h(-1/ก|[^1]|¦/*ข|*[^1]|¦)note 1(ค|¶)");
}

static void reports_wrong_notes(void **state)
{
    (void)state;
    assert_says("ก[^1]\n\n[^1]: ข[^1]\n[^2]: ค\n[^๑]: ง\n[^3]:",
                "t:4:10: error: a note cannot have notes of its own [prose-note]\n"
                "t:5:3: error: no mark in this text leads to the note [^2] [prose-note]\n"
                "t:6:3: error: the note [^1] is in this text twice [prose-note]\n"
                "t:7:3: error: no mark in this text leads to the note [^3] [prose-note]\n");
    assert_says("ก[^9] ข[^ค ง] จ[^]",
                "t:2:4: error: the note of [^9] is not in this text [prose-note]\n"
                "t:2:10: error: this cannot be the mark of a note [prose-note]\n"
                "t:2:18: error: this cannot be the mark of a note [prose-note]\n");
    assert_says("[ก[^1]](https://a.th)[^1]\n\n[^1]: ![ข](c.png)",
                "t:2:5: error: there can be no mark of a note in the words of a link or an image "
                "[prose-note]\n"
                "t:4:9: error: a note holds paragraphs and lists only [prose-note]\n");
}

/* ---- what is no wording ---- */

static void tells_asides(void **state)
{
    (void)state;
    struct parsed parsed = parse("๑. ก[^1] [ข](https://a.th)\n๒. [ ] ค\n\n[^1]: ง");
    const char *text = parsed.prose->template->text.bytes;
    static const char *const expected[] = {"๑.", "[^1]", "[", "](https://a.th)", "๒. [ ] "};
    assert_int_equal(parsed.prose->asides, 5);
    for (size_t i = 0; i < 5; i++) {
        struct prose_extent extent = parsed.prose->aside[i];
        assert_int_equal(extent.end - extent.start, strlen(expected[i]));
        assert_memory_equal(text + extent.start, expected[i], strlen(expected[i]));
    }
    assert_int_equal(parsed.prose->paragraphs, 3);
    drop(&parsed);
}

/* Many items, notes and rows are found in time that grows with the text. */
static void is_quick(void **state)
{
    (void)state;
    struct buffer out = {0};
    for (int i = 0; i < 20000; i++)
        buffer_printf(&out, "%d. ข้อความของข้อนี้[^%d]\n", i + 1, i);
    for (int i = 0; i < 20000; i++)
        buffer_printf(&out, "\n[^%d]: เชิงอรรถ\n", i);
    struct parsed parsed = parse(buffer_text(&out));
    unit_expect(parsed.diag, "");
    assert_int_equal(parsed.prose->notes, 20000);
    assert_int_equal(parsed.prose->first->place.line, 2);
    assert_null(parsed.prose->first->next);
    buffer_free(&out);
    drop(&parsed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_signs),
        cmocka_unit_test(reads_pasted_lists),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(nests),
        cmocka_unit_test(counts),
        cmocka_unit_test(leaves_sentences),
        cmocka_unit_test(reads_boxes),
        cmocka_unit_test(nests_single_items),
        cmocka_unit_test(tells_of_joined_lines),
        cmocka_unit_test(reads_tables),
        cmocka_unit_test(reads_captions),
        cmocka_unit_test(reports_wrong_tables),
        cmocka_unit_test(reads_notes),
        cmocka_unit_test(reports_wrong_notes),
        cmocka_unit_test(tells_asides),
        cmocka_unit_test(is_quick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
