/* The YAML tree: its dump, places inside scalars, and what is said about bad and hostile input. */
#include "unit.h"

#include "source/source.h"
#include "yaml/node_walk.h"

struct parsed {
    struct arena *arena;
    struct diag *diag;
    const struct node *node;
};

static struct parsed parse_bytes(const char *text, size_t length)
{
    struct parsed parsed = {arena_new(), diag_new(), NULL};
    const struct source *source = source_new(parsed.arena, "t", text, length);
    parsed.node = node_parse(parsed.arena, source, parsed.diag);
    return parsed;
}

static struct parsed parse(const char *text)
{
    return parse_bytes(text, strlen(text));
}

static void drop(struct parsed parsed)
{
    arena_free(parsed.arena);
    diag_free(parsed.diag);
}

static void assert_dump(const char *yaml, const char *expected)
{
    struct parsed parsed = parse(yaml);
    unit_expect(parsed.diag, "");
    assert_non_null(parsed.node);
    struct buffer out = {0};
    node_dump(parsed.node, &out);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
    drop(parsed);
}

static void dumps_the_tree(void **state)
{
    (void)state;
    assert_dump("# note\n"
                "ชื่อ: ก ข\n"
                "list:\n"
                "  - 1\n"
                "  - 'a\"b'\n"
                "  -\n"
                "    k: ~\n"
                "flow: {x: [1, \"2\\n\"], y: }\n"
                "prose: |\n"
                "  one\n"
                "\n"
                "  two\n",
                "2:1-12:6 map\n"
                "  ชื่อ: 2:7-2:10 plain \"ก ข\"\n"
                "  list: 4:3-7:9 list\n"
                "    - 4:5-4:6 plain \"1\"\n"
                "    - 5:5-5:10 quoted \"a\\\"b\"\n"
                "    - 7:5-7:9 map\n"
                "      k: 7:8-7:9 null\n"
                "  flow: 8:7-8:27 map\n"
                "    x: 8:11-8:21 list\n"
                "      - 8:12-8:13 plain \"1\"\n"
                "      - 8:15-8:20 quoted \"2\\n\"\n"
                "    y: 8:26-8:26 null\n"
                "  prose: 9:8-12:6 block \"one\\n\\ntwo\\n\"\n");
}

static void reads_marks_anchors_and_line_ends(void **state)
{
    (void)state;
    assert_dump("\xEF\xBB\xBF"
                "a: &x ก\r\n"
                "b: *x\r\n"
                "c: !!str 12\r\n"
                "d: &list # note\r\n"
                "  - &y !!str z\r\n"
                "e: [*list, *y]\r\n"
                "f: >\r\n"
                "  p\r\n"
                "  q\r\n",
                "1:1-9:4 map\n"
                "  a: 1:7-1:8 plain \"ก\"\n"
                "  b: 1:7-1:8 plain \"ก\"\n"
                "  c: 3:10-3:12 quoted \"12\"\n"
                "  d: 5:3-5:15 list\n"
                "    - 5:14-5:15 quoted \"z\"\n"
                "  e: 6:4-6:15 list\n"
                "    - 5:3-5:15 list\n"
                "      - 5:14-5:15 quoted \"z\"\n"
                "    - 5:14-5:15 quoted \"z\"\n"
                "  f: 7:4-9:4 block \"p q\\n\"\n");
}

static void finds_keys(void **state)
{
    (void)state;
    struct parsed parsed = parse("a: 1\nb: 2\n");
    assert_string_equal(node_find(parsed.node, "b")->text, "2");
    assert_null(node_find(parsed.node, "c"));
    assert_null(node_find(node_find(parsed.node, "b"), "c"));
    assert_null(node_find(NULL, "c"));
    drop(parsed);
}

/* In each text an X is where the scalar "v" holds an X; both must be the same place. */
static void finds_places_inside(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "v: กขX\n",
        "v: X\n",
        "v: one\n  two\n\n  tหX\n",
        "v: \"ก \\\"\\u0E01\\n\\\n   \\x41X\"\n",
        "v: \"ab\n  cd\n\n  eX\"\n",
        "v: ก\n  ขX\n",
        "v: ก\n  X\n",
        "v: 'ก\n \t ข  ค\n  คX'\n",
        "- v: >\n    ก\n    ข\n    a\n    คX\n",
        "v: 'it''s X'\n",
        "v: |\n  one\n\n    twX\n",
        "v: |2\n   one\n  X\n",
        "a:\n  v: |2-\n      one\n     X\n",
        "a:\n- v: >-\n    one\n    two\n\n\n    three\n      four\n    X\n",
        "v: | # note 5\n\n\n   ก\n   ขX\n",
        "v: >\n\n  oneX\n",
        "v: |\r\n  one\r\n  twX\r\n",
        "v: &anchor X\n",
        "v: &anchor !!str\n  'aX'\n",
        "- v: |-\n    ก\n    X\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct parsed parsed = parse(texts[i]);
        assert_non_null(parsed.node);
        const struct node *map = parsed.node;
        while (node_find(map, "v") == NULL)
            map = map->item[0];
        const struct node *scalar = node_find(map, "v");
        const char *inside = strchr(scalar->text, 'X');
        assert_non_null(inside);
        struct place place = node_place_inside(scalar, (size_t)(inside - scalar->text));
        uint32_t line = 1, column = 1;
        for (const char *c = texts[i]; *c != 'X'; c++) {
            bool starts = ((unsigned char)*c & 0xC0) != 0x80;
            column = *c == '\n' ? 1 : column + starts;
            line += *c == '\n';
        }
        if (place.line != line || place.column != column)
            fail_msg("text %zu: %u:%u, not %u:%u", i, (unsigned)place.line, (unsigned)place.column,
                     (unsigned)line, (unsigned)column);
        drop(parsed);
    }
}

/* Far inside a text a place is found from a stop on the way: it is that of a walk from the start. */
static void finds_places_far_inside(void **state)
{
    (void)state;
    static const char *const styles[][3] = {
        {"v: |\n", "  กขคงจฉ aX\n", ""},
        {"v: >-\n", "  กขค\n\n  bX\n", ""},
        {"v: \"", "ก\\u0e01 \\\n  cX ", "\"\n"},
        {"v: '", "it''s\n  dX ", "'\n"},
        {"v:", " plain\n  eX", "\n"},
    };
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        struct buffer text = {0};
        buffer_add_string(&text, styles[i][0]);
        for (int line = 0; line < 1000; line++)
            buffer_add_string(&text, styles[i][1]);
        buffer_add_string(&text, styles[i][2]);
        struct parsed parsed = parse(buffer_text(&text));
        const struct node *scalar = parsed.node->item[0];
        assert_true(scalar->stops > 2);
        struct node_cursor cursor = node_cursor(scalar);
        for (const char *at = scalar->text; (at = strchr(at, 'X')) != NULL; at++) {
            size_t offset = (size_t)(at - scalar->text);
            struct place walked = node_cursor_go(&cursor, offset);
            struct place found = node_place_inside(scalar, offset);
            assert_true(found.line == walked.line && found.column == walked.column);
        }
        drop(parsed);
        buffer_free(&text);
    }
}

/* The text of the only value. */
static void assert_text(const char *yaml, const char *expected)
{
    struct parsed parsed = parse(yaml);
    unit_expect(parsed.diag, "");
    assert_string_equal(parsed.node->item[0]->text, expected);
    assert_int_equal(parsed.node->item[0]->length, strlen(expected));
    drop(parsed);
}

/* A line end is nothing between letters of Thai, elsewhere a space. */
static void joins_lines_of_thai(void **state)
{
    (void)state;
    assert_text("- ตรวจสอบทรัพย์\n  สินของทาง\n  ราชการ\n", "ตรวจสอบทรัพย์สินของทางราชการ");
    assert_text("v: \"ประชา  \n    สัมพันธ์\"\n", "ประชาสัมพันธ์");
    assert_text("v: 'ก\n  ''ข\n  ค'\n", "ก 'ขค");
    assert_text("v: >\n  ปีงบ\n  ประมาณ\n", "ปีงบประมาณ\n");
    assert_text("v: >-\r\n  ปีงบ\r\n  ประมาณ\r\n", "ปีงบประมาณ");
    assert_text("v: ปี\n  ๒๕๖๙ ของ\n  ITA ต่าง ๆ\n  ของ\n", "ปี ๒๕๖๙ ของ ITA ต่าง ๆ ของ");
    assert_text("v: >-\n  ของ\n  {{ x }}\n  ก\n", "ของ {{ x }} ก");
    assert_text("v: \"\n  ก\n  \"\n", " ก ");
    assert_text("v: \"ก\n \\ ข\\\n  ค\"\n", "ก  ขค");
    assert_text("v: >-\n  ก\n    ข\n  ค\n  ง\n", "ก\n  ข\nคง");
    assert_text("v: >\n  ก\n\n\n  ข\n", "ก\n\nข\n"); /* two blank lines keep one */
    assert_text("v: |\n  ก\n  ข\n\n  ๑. ค\n", "ก\nข\n\n๑. ค\n");
}

/* A cursor may go back too, and a copy of it goes on by itself. */
static void finds_places_in_any_order(void **state)
{
    (void)state;
    struct parsed parsed = parse("v: |\n  ก\n  ขค\n");
    const struct node *scalar = node_find(parsed.node, "v");
    struct node_cursor cursor = node_cursor(scalar);
    struct place last = node_cursor_go(&cursor, strlen("ก\nข"));
    struct node_cursor copy = cursor;
    struct place first = node_cursor_go(&cursor, 0);
    struct place same = node_cursor_go(&copy, strlen("ก\nข"));
    assert_int_equal(last.line, 3);
    assert_int_equal(last.column, 4);
    assert_int_equal(first.line, 2);
    assert_int_equal(first.column, 3);
    assert_int_equal(same.line, 3);
    assert_int_equal(same.column, 4);
    drop(parsed);
}

static void assert_said(const char *yaml, const char *expected)
{
    struct parsed parsed = parse(yaml);
    char *given = unit_headlines(parsed.diag);
    if (strcmp(given, expected) != 0)
        fail_msg("\n%s\nsays\n%s\nnot\n%s", yaml, given, expected);
    free(given);
    drop(parsed);
}

static void says_what_is_wrong_with_the_text(void **state)
{
    (void)state;
    assert_said("", "t:1:1: error: the file is empty [empty-file]\n");
    assert_said("# only a note\n", "t:1:1: error: the file is empty [empty-file]\n");
    assert_said("---\n", "t:1:1: error: the file is empty [empty-file]\n");
    assert_said("a: 1\nb: ก\xA1\xA2\nc: \xC3\n", "t:2:5: error: byte A1 is no UTF-8 [not-utf8]\n"
                                                 "t:3:4: error: byte C3 is no UTF-8 [not-utf8]\n");
    assert_said("\xFF\xFE"
                "a",
                "t:1: error: the file is in the encoding UTF-16 [not-utf8]\n");
    assert_said("name: \xA1\xD2\xC3\xCD\xBA\xC3\xC1\nlist: \xE0\xA4\xC3\xD7\xE8\xCD\xA7\n",
                "t:1: error: the file is in the encoding TIS-620 or Windows-874 [not-utf8]\n");
    assert_said("a: caf\xE9 \xFF\n", "t:1:7: error: byte E9 is no UTF-8 [not-utf8]\n");
    assert_said("a: ก\033[2J\nb: \xEF\xBB\xBF\n",
                "t:1:5: error: the character U+001B is not allowed here [control-character]\n"
                "t:2:4: error: the character U+FEFF is not allowed here [control-character]\n");
    assert_said("a: 1\rb: 2\n",
                "t:1:5: error: the character U+000D is not allowed here [control-character]\n");
    assert_said("a: x\xE2\x80\xA8y\n",
                "t:1:5: error: the character U+2028 is not allowed here [control-character]\n");
    struct parsed parsed = parse_bytes("a: \0b\n", 6);
    unit_expect(parsed.diag,
                "t:1:4: error: the character U+0000 is not allowed here [control-character]\n");
    drop(parsed);
}

/* Escapes say any character: what may not be typed is found in the values, at the escape. */
static void says_what_is_wrong_with_escapes(void **state)
{
    (void)state;
    assert_said("a: \"เทศบาล\\0ตำบล\"\nb: \"\\e[2J\"\n",
                "t:1:11: error: the character U+0000 is not allowed here [control-character]\n"
                "t:2:5: error: the character U+001B is not allowed here [control-character]\n");
    assert_said("- \"ก\n  ข \\u2067ค\"\n",
                "t:2:5: error: the character U+2067 is not allowed here [control-character]\n");
    assert_said("{\"k\\x9b\": \"\\uFDD0\"}\n",
                "t:1:4: error: the character U+009B is not allowed here [control-character]\n"
                "t:1:12: error: the character U+FDD0 is not allowed here [control-character]\n");
    assert_said("a: ก\u202Dข\n# \u2066\n",
                "t:1:5: error: the character U+202D is not allowed here [control-character]\n"
                "t:2:3: error: the character U+2066 is not allowed here [control-character]\n");
    assert_said("a: โครงก\uFFFDร\n",
                "t:1:9: error: a letter was lost here: the character U+FFFD is what programs write "
                "for one they cannot read [control-character]\n");
    assert_said("a: \"x \\uDC00\"\n", "t:1:7: error: \\uDC00 is no character [backslash]\n");
    assert_said("a: \"\\UFFFFFFFF\"\n", "t:1:5: error: \\UFFFFFFFF is no character [backslash]\n");
    assert_said("a: \"แฟ้ม D:\\news\\tot\"\n",
                "t:1:12: error: a backslash inside double quotes has a meaning of its own "
                "[backslash]\n");
    assert_dump("- \"\\t\\n\\_\\xAD\\u200B\\u2060\\x41 D:\\\\n\"\n",
                "1:1-1:37 list\n"
                "  - 1:3-1:37 quoted \"\\x09\\n\u00A0\u00AD\u200B\u2060A D:\\\\n\"\n");
}

#define ANEW(place, mark)                                                                      \
    "t:" place ": error: YAML runs this line into the one above, so that \"" mark "\" begins " \
    "no line [folded-text]\n"
#define ONE_PARAGRAPH(place)                                                                   \
    "t:" place ": error: YAML takes away the blank line above, so that two paragraphs become " \
    "one [folded-text]\n"

#define BESIDE(place) \
    "t:" place        \
    ": warning: YAML makes a space of the line end beside this placeholder [folded-text]\n"

static void says_what_folding_loses(void **state)
{
    (void)state;
    assert_said("v: เสนอ\n  {{ a }}\n  ทราบ\n", BESIDE("2:3"));
    assert_said("v: '{{ a }}\n  ทราบ'\n", BESIDE("2:3"));
    assert_said("v: \"{{ a }}\n  {{ b }}\"\n", BESIDE("2:3"));
    assert_said("v: ปี {{ a }}\n  (ข) และ\n  {{ a }} ค\n", BESIDE("3:3"));
    assert_said("v: >\n  เสนอ\n  {{ a }}\n", "");
    assert_said("v: ข้อ ๑\n  {{ a }}\n  ๕ คน\n", "");
    assert_said("v: ๗/ ตรวจ\n  ๘/ ติดตาม\n", ANEW("2:3", "๘/"));
    assert_said("v: ข้อ ๑ ตรวจ\n  ข้อ ๒ ติดตาม\n", ANEW("2:3", "ข้อ ๒"));
    assert_said("v: >\n  ก\n\n  ข\n\n  ค\n", ONE_PARAGRAPH("4:3"));
    assert_said("v: ก\n\n  ข\n", ONE_PARAGRAPH("3:3"));
    assert_said("v: 'ก\n \n  ข'\n", ONE_PARAGRAPH("3:3"));
    assert_said("- ● ตรวจ\n  ● ติดตาม\n", ANEW("2:3", "●"));
    assert_said("- มีดังนี้\n  – ตรวจ\n", ANEW("2:3", "–"));
    static const char glued[] =
        "t:1:1: error: there is no space after the hyphen [space-after-hyphen]\n";
    assert_said("-ตรวจ\n-ติดตาม\n", glued);
    assert_said("-\u00A0ตรวจ\n-\u00A0ติดตาม\n", glued);
    assert_said("v: >\n  มีดังนี้\n  (๑) ตรวจ\n", ANEW("3:3", "(๑)"));
    assert_said("v: 4) ตรวจ\n  5) ติดตาม\n", ANEW("2:3", "5)"));
    assert_said("v: \"ก. ตรวจ\n  ข. ติดตาม\"\n", ANEW("2:3", "ข."));
    assert_said("v: ตาราง\n  | ก | ข |\n", ANEW("2:3", "|"));
    assert_said("v: ภาพ\n  ![ก](a.png)\n", ANEW("2:3", "!["));
    assert_said("v: ตามข้อ\n  ๗. และ\n  ๒๕๖๙. พ.ศ.\n  ๙๘.๒๒ คะแนน\n  น. จ. อ.\n  ข. ค่า\n  *ก*\n",
                "");
    assert_said("v: >\n  ก\n    - ข\n    - ค\n", ""); /* deeper lines stay lines */
}

static void says_what_is_wrong_with_tabs(void **state)
{
    (void)state;
    assert_said("a:\n\tb: 1\n  c: 2\n \td: 3\n",
                "t:2:1: error: there is a tab in the indentation [tab-indentation]\n"
                "t:4:2: error: there is a tab in the indentation [tab-indentation]\n");
    assert_said("a: 1\n\tb: 2\n",
                "t:2:1: error: there is a tab in the indentation [tab-indentation]\n");
    assert_said("a:\n- b\n  \tc: 1\n",
                "t:3:3: error: there is a tab in the indentation [tab-indentation]\n");
    assert_said("a: |\n\tb\n",
                "t:2:1: error: there is a tab in the indentation [tab-indentation]\n");
    assert_said("a: |\n  b\n  \tc\n", ""); /* the tab is text */
}

static void says_what_is_wrong_with_the_structure(void **state)
{
    (void)state;
    assert_said("a: 1\nข: 2\na: 3\nข: 4\na: 5\n",
                "t:3:1: error: the key \"a\" is here a second time; the first is on line 1 "
                "[duplicate-key]\n"
                "t:4:1: error: the key \"ข\" is here a second time; the first is on line 2 "
                "[duplicate-key]\n"
                "t:5:1: error: the key \"a\" is here a second time; the first is on line 1 "
                "[duplicate-key]\n");
    assert_said("a: 1\n---\nb: 2\n",
                "t:2:1: error: a second document starts here [several-documents]\n");
    assert_said("a: *x\n", "t:1:4: error: *x refers to no &x before it [unknown-alias]\n");
    assert_said("a: &x [*x]\n",
                "t:1:8: error: *x is inside the value it refers to [alias-inside-itself]\n");
    assert_said("a: !!int 1\nb: !mine 2\n",
                "t:1:4: error: the tag int is not known [unknown-tag]\n"
                "t:2:4: error: the tag !mine is not known [unknown-tag]\n");
    assert_said("a: ! ด่วน\n", "t:1:4: error: the tag ! is not known [unknown-tag]\n");
    assert_said("- &ITA กับเรา\n- &list [x]\n",
                "t:1:3: error: YAML leaves &ITA out of the value, as a name that *ITA could refer "
                "to, and nothing does [unused-anchor]\n");
    assert_said("- &a [x]\n- *a\n- &a y\n- *a\n",
                "t:3:3: error: &a is here a second time; the first is on line 1 "
                "[duplicate-anchor]\n");
    assert_said("? [a]\n: 1\n", "t:1:3: error: a key must be a word or a text [key-not-text]\n");
    assert_said(": 1\n", "t:1:1: error: there is no key before the colon [empty-key]\n");
}

static void explains_syntax(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a: 1\nชื่อ:x\nc: 3\n", "2:5: error: there is no space after the colon [space-after-colon]"},
        {"a:1\nc: 3\n", "1:2: error: there is no space after the colon [space-after-colon]"},
        {"a: 1\nb\n", "2:1: error: this should be a key followed by a colon [missing-colon]"},
        {"a\n  b: 1\n", "1:1: error: this should be a key followed by a colon [missing-colon]"},
        {"ก: ข: ค\n", "1:5: error: a colon and a space end a key, and no key can be "
                      "here [colon-in-text]"},
        {"a: ก\n  ข\n  ค: ง\n", "3:4: error: a colon and a space end a key, and no key can be "
                                "here [colon-in-text]"},
        {"a: 1\n  b: 2\n", "2:3: error: the indentation of this line fits none of the lines above "
                           "[indentation]"},
        {"a:\n    b: 1\n  c: 2\n",
         "3:3: error: the indentation of this line fits none of the lines "
         "above [indentation]"},
        {"a:\n  - 1\n b: 2\n", "3:2: error: the indentation of this line fits none of the lines "
                               "above [indentation]"},
        {"- a\nb: 1\n", "2:1: error: the indentation of this line fits none of the lines above "
                        "[indentation]"},
        {"a: 'x\nb: 1\n", "1:4: error: the quote that starts here is not closed [open-quote]"},
        {"a: \"x\nb: 1\n", "1:4: error: the quote that starts here is not closed [open-quote]"},
        {"a: \"x\" y\n", "1:8: error: the value ended before this [text-after-value]"},
        {"\"x\" y\n", "1:5: error: the value ended before this [text-after-value]"},
        {"a: [1, 2\nb: 3\n", "1:4: error: the [ that starts here is not closed properly "
                             "[open-bracket]"},
        {"a: [ข\n\nc: {d: ก (ข, ค)}\ne: ~\n",
         "1:4: error: the [ that starts here is not closed properly [open-bracket]"},
        {"a: {b: 1\n", "1:4: error: the { that starts here is not closed properly [open-bracket]"},
        {"a: ก\nb: [\n",
         "2:4: error: the [ that starts here is not closed properly [open-bracket]"},
        {"{", "1:1: error: the { that starts here is not closed properly [open-bracket]"},
        {"ก: [[a], {b: c}, {\n\n", "1:18: error: the { that starts here is not closed properly "
                                   "[open-bracket]"},
        {"a: \"ก\\ข\"\n", "1:6: error: a backslash inside double quotes has a meaning of its own "
                          "[backslash]"},
        {"a: @x\n", "1:4: error: a text that starts with @ needs quotes [needs-quotes]"},
        {"a: %x\n", "1:4: error: a text that starts with % needs quotes [needs-quotes]"},
        {"a: *หมายเหตุ\n", "1:4: error: a text that starts with * needs quotes [needs-quotes]"},
        {"a: * x\n", "1:4: error: a text that starts with * needs quotes [needs-quotes]"},
        {"a: &ก\n", "1:4: error: a text that starts with & needs quotes [needs-quotes]"},
        {"a: !<x\n", "1:4: error: a text that starts with ! needs quotes [needs-quotes]"},
        {"a: >95\n", "1:4: error: a text that starts with > needs quotes [needs-quotes]"},
        {"a: ? x\n", "1:4: error: a text that starts with ? needs quotes [needs-quotes]"},
        {"- ]ก\n", "1:3: error: a text that starts with ] needs quotes [needs-quotes]"},
        {"- : ก\n", "1:3: error: there is no key before the colon [empty-key]"},
        {"-\tก\n", "1:2: error: there is a tab where YAML needs a space [tab-indentation]"},
        {"[a, , b]\n", "1:5: error: there is no entry before this comma [comma-in-text]"},
        {"a: - b\n", "1:4: error: a list cannot start here [list-place]"},
        {"a: {{ x }}\n", "1:4: error: a text that starts with {{ needs quotes [needs-quotes]"},
        {"a: {{ x | y }} z\n",
         "1:4: error: a text that starts with {{ needs quotes [needs-quotes]"},
        {"- {{ x.y }}%\n", "1:3: error: a text that starts with {{ needs quotes [needs-quotes]"},
        {"%YAML 3.0\n---\na\n",
         "1:1: error: this is no valid YAML: found incompatible YAML document "
         "[yaml-syntax]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer expected = {0};
        buffer_printf(&expected, "t:%s\n", cases[i][1]);
        assert_said(cases[i][0], expected.bytes);
        buffer_free(&expected);
    }
}

#define LEFT_OUT(place, comment)                                                            \
    "t:" place ": error: # begins a comment here: \"" comment "\" is left out of the text " \
    "[comment-in-text]\n"

/* Where a comment ends a text or hides a bracket, libyaml stops later, at something else. */
static void finds_the_comment_that_cuts(void **state)
{
    (void)state;
    assert_said("- ลงเพจ #โปร่งใส\n  ทุกวัน\n", LEFT_OUT("1:9", "#โปร่งใส"));
    assert_said("a: ลงเพจ # ทุกวัน\n\n   # x\n   และ\nb: 1\n", LEFT_OUT("1:10", "# ทุกวัน"));
    assert_said("- ลงเพจ\n  #งดให้งดรับ\n  ทุกวัน\n", LEFT_OUT("2:3", "#งดให้งดรับ"));
    assert_said("a: 1\nหัวข้อ #1: ลงเพจ\n", LEFT_OUT("2:8", "#1: ลงเพจ"));
    assert_said("a: [ข #1, ค]\nb: 2\n", LEFT_OUT("1:7", "#1, ค]"));
    assert_said("a: {b: \"#x\",\n  c: ข #1}\nb: 2\n", LEFT_OUT("2:8", "#1}"));
    assert_said("a: 1 # note\n b: 2\n", "t:2:2: error: the indentation of this line fits none of "
                                        "the lines above [indentation]\n");
}

/* The hint of the only message. */
static void assert_hint(const char *yaml, const char *hint)
{
    struct parsed parsed = parse(yaml);
    char *given = unit_printed(parsed.diag, (struct diag_style){.language = DIAG_ENGLISH});
    if (strstr(given, hint) == NULL)
        fail_msg("\n%s\nsays\n%s\nwithout\n%s", yaml, given, hint);
    free(given);
    drop(parsed);
}

static void shows_the_text_in_quotes(void **state)
{
    (void)state;
    assert_hint("a: @ก \"ข\"\n", "at both ends of the text: '@ก \"ข\"'\n");
    assert_hint("name: ก: ข: ค\n", "put the text in quotes: \"ก: ข: ค\"\n");
    assert_hint("- - หมายเหตุ: ข: ค\n", "put the text in quotes: \"หมายเหตุ: ข: ค\"\n");
    assert_hint("- 'ก' ข\n", "put the whole text in quotes: \"'ก' ข\";");
    assert_hint("- name: \"ก\" it's\n", "put the whole text in quotes: '\"ก\" it''s';");
    assert_hint("name: - ก\n", "put the text in quotes: \"- ก\"\n");
    assert_hint("- &A ก\n", "put the whole text in quotes: \"&A ก\"\n");
    assert_hint("- ลงเพจ #1\n  ทุกวัน\n", "put the whole text in quotes: \"ลงเพจ #1 ทุกวัน\";");
    assert_hint("a: [x, ข #1, ค]\n", "put the whole text in quotes: \"ข #1\";");
}

/* In { } the rest of a text after a comma is a key without a colon. */
static void finds_commas_in_maps(void **state)
{
    (void)state;
    assert_said("{a: เอกสาร (แบบ ๑, แบบ ๒), b: 1}\n",
                "t:1:18: error: the comma here ends the text, and \"แบบ ๒)\" is taken for a key "
                "[comma-in-text]\n");
    assert_hint("{a: เงิน ๒,๕๐๐,๐๐๐ บาท}\n",
                "put the whole text in quotes: \"เงิน ๒,๕๐๐,๐๐๐ บาท\"\n");
    assert_said("{a: \"ก, ข\", b: , c}\n", ""); /* what c is, the tables say */
}

static void limits_depth_and_size(void **state)
{
    (void)state;
    struct buffer text = {0};
    for (int i = 0; i < 100; i++)
        buffer_add_char(&text, '[');
    assert_said(text.bytes, "t:1:65: error: more than 64 levels inside each other [too-deep]\n");
    buffer_clear(&text);
    for (int i = 0; i < 100; i++)
        buffer_printf(&text, "%*sk:\n", i, "");
    assert_said(text.bytes, "t:65:65: error: more than 64 levels inside each other [too-deep]\n");
    buffer_clear(&text);
    for (int i = 0; i < 200001; i++)
        buffer_add_string(&text, "- \n");
    assert_said(text.bytes,
                "t:200000:2: error: the file holds more than 200000 values [too-large]\n");
    buffer_clear(&text);
    buffer_add_string(&text, "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
        buffer_printf(&text, "a%d: &a%d [", i, i);
        for (int j = 0; j < 9; j++)
            buffer_printf(&text, "%s*a%d", j > 0 ? "," : "", i - 1);
        buffer_add_string(&text, "]\n");
    }
    assert_said(text.bytes, "t:6:14: error: with its aliases written out the file would hold more "
                            "than 200000 values [alias-expansion]\n");
    buffer_clear(&text);
    for (int i = 0; i < 1002; i++)
        buffer_printf(&text, "- &a%d []\n", i);
    assert_said(text.bytes, "t:1001:3: error: more than 1000 anchors (&name) [too-many-anchors]\n"
                            "t:1002:3: error: more than 1000 anchors (&name) [too-many-anchors]\n");
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dumps_the_tree),
        cmocka_unit_test(reads_marks_anchors_and_line_ends),
        cmocka_unit_test(finds_keys),
        cmocka_unit_test(finds_places_inside),
        cmocka_unit_test(finds_places_far_inside),
        cmocka_unit_test(finds_places_in_any_order),
        cmocka_unit_test(joins_lines_of_thai),
        cmocka_unit_test(says_what_is_wrong_with_the_text),
        cmocka_unit_test(says_what_is_wrong_with_escapes),
        cmocka_unit_test(says_what_folding_loses),
        cmocka_unit_test(says_what_is_wrong_with_tabs),
        cmocka_unit_test(says_what_is_wrong_with_the_structure),
        cmocka_unit_test(explains_syntax),
        cmocka_unit_test(finds_the_comment_that_cuts),
        cmocka_unit_test(shows_the_text_in_quotes),
        cmocka_unit_test(finds_commas_in_maps),
        cmocka_unit_test(limits_depth_and_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
