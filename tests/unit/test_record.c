/* Maps into structs: every kind of field, and everything that is said about wrong ones. */
#include "unit.h"

#include "source/source.h"
#include "yaml/record.h"

enum shape { SHAPE_ROUND, SHAPE_FLAT };

struct part {
    struct text id;
    struct decimal weight;
    struct place place;
};

struct thing {
    struct text name;
    struct text note;
    struct texts tags;
    struct text path;
    struct whole count;
    struct decimal score;
    struct day date;
    bool open;
    int shape;
    int32_t width;
    uint32_t colour;
    struct part main;
    struct part *part;
    size_t parts;
    const struct node *rest;
};

static const char *const shapes[] = {"round", "flat", NULL};

static const struct field part_fields[] = {
    {.key = "id", .kind = FIELD_LITERAL, .required = true, .offset = offsetof(struct part, id)},
    {.key = "weight",
     .kind = FIELD_DECIMAL,
     .offset = offsetof(struct part, weight),
     .low = 0,
     .high = 10000},
};

static const struct record part_record = {"part",      "ส่วน", sizeof(struct part),
                                          part_fields, 2,     offsetof(struct part, place)};

static const struct field thing_fields[] = {
    {.key = "name",
     .kind = FIELD_TEMPLATE,
     .required = true,
     .offset = offsetof(struct thing, name),
     .about = "what it is called"},
    {.key = "note", .kind = FIELD_WORDING, .offset = offsetof(struct thing, note)},
    {.key = "path", .kind = FIELD_EXPRESSION, .offset = offsetof(struct thing, path)},
    {.key = "tags", .kind = FIELD_PROSES, .offset = offsetof(struct thing, tags)},
    {.key = "count",
     .kind = FIELD_WHOLE,
     .offset = offsetof(struct thing, count),
     .low = 1,
     .high = 9},
    {.key = "score",
     .kind = FIELD_DECIMAL,
     .offset = offsetof(struct thing, score),
     .low = 50,
     .high = 10000},
    {.key = "date", .kind = FIELD_DATE, .offset = offsetof(struct thing, date)},
    {.key = "open", .kind = FIELD_BOOL, .offset = offsetof(struct thing, open)},
    {.key = "shape",
     .kind = FIELD_CHOICE,
     .offset = offsetof(struct thing, shape),
     .names = shapes},
    {.key = "width",
     .kind = FIELD_LENGTH,
     .offset = offsetof(struct thing, width),
     .low = PT,
     .high = 100 * PT + PT / 2},
    {.key = "colour", .kind = FIELD_COLOUR, .offset = offsetof(struct thing, colour)},
    {.key = "main",
     .kind = FIELD_RECORD,
     .offset = offsetof(struct thing, main),
     .record = &part_record},
    {.key = "parts",
     .kind = FIELD_RECORDS,
     .offset = offsetof(struct thing, part),
     .count_offset = offsetof(struct thing, parts),
     .record = &part_record},
    {.key = "rest", .kind = FIELD_NODE, .offset = offsetof(struct thing, rest)},
};

static const struct record thing_record = {"thing",
                                           "สิ่งของ",
                                           sizeof(struct thing),
                                           thing_fields,
                                           sizeof thing_fields / sizeof *thing_fields,
                                           SIZE_MAX};

struct run {
    struct arena *arena;
    struct diag *diag;
    struct thing thing;
    bool fine;
};

static struct run read_thing(const char *yaml)
{
    struct run run = {arena_new(), diag_new(), {.shape = SHAPE_FLAT, .width = 7}, false};
    const struct source *source = source_new(run.arena, "t", yaml, strlen(yaml));
    struct record_reader reader = {
        .arena = run.arena, .diag = run.diag, .document = "docs/input.md"};
    const struct node *node = node_parse(run.arena, source, run.diag);
    assert_non_null(node);
    run.fine = record_read(&reader, &thing_record, node, &run.thing);
    return run;
}

static void drop(struct run run)
{
    arena_free(run.arena);
    diag_free(run.diag);
}

static void assert_said(const char *yaml, const char *expected)
{
    struct run run = read_thing(yaml);
    char *given = unit_headlines(run.diag);
    if (strcmp(given, expected) != 0)
        fail_msg("\n%s\nsays\n%s\nnot\n%s", yaml, given, expected);
    assert_int_equal(run.fine, expected[0] == '\0');
    free(given);
    drop(run);
}

static void reads_every_kind(void **state)
{
    (void)state;
    struct run run = read_thing("name: ชื่อ\n"
                                "tags: [a, ข]\n"
                                "count: ๙\n"
                                "score: ๙๘.๒\n"
                                "date: ๑ ตุลาคม ๒๕๖๘\n"
                                "open: yes\n"
                                "shape: round\n"
                                "width: 2.5cm\n"
                                "colour: \"#1F4e79\"\n"
                                "main: {id: m}\n"
                                "parts:\n"
                                "  - {id: x, weight: 30}\n"
                                "  - id: y\n"
                                "rest: {k: v}\n");
    unit_expect(run.diag, "");
    assert_true(run.fine);
    const struct thing *thing = &run.thing;
    assert_string_equal(thing->name.bytes, "ชื่อ");
    assert_int_equal(thing->name.place.column, 7);
    assert_int_equal(thing->tags.count, 2);
    assert_string_equal(thing->tags.item[1].bytes, "ข");
    assert_int_equal(thing->count.value, 9);
    assert_int_equal(thing->score.hundredths, 9820);
    assert_int_equal(thing->date.date.day, 1);
    assert_true(thing->open);
    assert_int_equal(thing->shape, SHAPE_ROUND);
    assert_int_equal(thing->width, 72567); /* 70.866 pt */
    assert_int_equal(thing->colour, 0x1F4E79);
    assert_string_equal(thing->main.id.bytes, "m");
    assert_false(thing->main.weight.present);
    assert_int_equal(thing->parts, 2);
    assert_int_equal(thing->part[0].weight.hundredths, 3000);
    assert_int_equal(thing->part[1].place.line, 13);
    assert_string_equal(node_find(thing->rest, "k")->text, "v");
    drop(run);
}

/* Optional keys, absent or empty, leave what the caller set. */
static void keeps_defaults(void **state)
{
    (void)state;
    struct run run = read_thing("name: x\nshape:\nwidth: ~\nparts:\nscore:\nnote:\ntags: one\n");
    unit_expect(run.diag, "");
    assert_int_equal(run.thing.shape, SHAPE_FLAT);
    assert_int_equal(run.thing.width, 7);
    assert_int_equal(run.thing.parts, 0);
    assert_false(run.thing.score.present);
    assert_int_equal(run.thing.tags.count, 1);
    drop(run);
}

static void says_what_is_wrong_with_keys(void **state)
{
    (void)state;
    assert_said("- a\n", "t:1:1: error: keys with values should be here (thing), not a list "
                         "[wrong-kind]\n");
    assert_said("name:x\n",
                "t:1:5: error: there is no space after the colon [space-after-colon]\n");
    assert_said("count: 1\n", "t:1:1: error: the key \"name\" is missing (thing) [missing-key]\n");
    assert_said("name:\n", "t:1:6: error: the key \"name\" has no value [missing-value]\n");
    assert_said("nmae: x\nzzz: y\n", "t:1:1: error: unknown key \"nmae\" (thing) [unknown-key]\n"
                                     "t:2:1: error: unknown key \"zzz\" (thing) [unknown-key]\n");
    assert_said("name: x\nparts:\n  - id: a\n    wieght: 3\n  - weight: 101\n",
                "t:4:5: error: unknown key \"wieght\" (part) [unknown-key]\n"
                "t:5:5: error: the key \"id\" is missing (part) [missing-key]\n"
                "t:5:13: error: 101 is above the maximum 100 [value-range]\n");
    assert_said("name: x\nparts: y\n",
                "t:2:8: error: a list should be here (parts), not a text [wrong-kind]\n");
    assert_said("name: x\nparts: [y]\n",
                "t:2:9: error: keys with values should be here (part), not a text "
                "[wrong-kind]\n");
}

static void hints_in_both_languages(void **state)
{
    (void)state;
    struct run run = read_thing("count: 1\nk: y\nnoet: z\n");
    char *english = unit_printed(run.diag, (struct diag_style){.language = DIAG_ENGLISH});
    assert_non_null(strstr(english, "hint: did you mean \"note\"?\n"));
    assert_non_null(strstr(english, "hint: add a line \"name: …\" (what it is called)\n"));
    assert_non_null(strstr(
        english, "hint: known keys: name, note, path, tags, count, score, date, open, shape, "
                 "width, colour, main, parts, rest\n"));
    char *thai = unit_printed(run.diag, (struct diag_style){.language = DIAG_THAI});
    assert_non_null(strstr(thai, "ไม่รู้จักคีย์ \"noet\" (สิ่งของ) [unknown-key]\n"));
    assert_non_null(strstr(thai, "คำแนะนำ: หมายถึง \"note\" หรือไม่\n"));
    assert_non_null(strstr(thai, "ขาดคีย์ \"name\" (สิ่งของ) [missing-key]\n"));
    free(english);
    free(thai);
    drop(run);
}

static void says_what_is_wrong_with_values(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"path: [b]", "7: error: a single value should be here, not a list [wrong-kind]"},
        {"path: {b: c}",
         "7: error: a single value should be here, not keys with values [wrong-kind]"},
        {"count: 10", "8: error: 10 is above the maximum 9 [value-range]"},
        {"count: 0", "8: error: 0 is below the minimum 1 [value-range]"},
        {"count: 2.5", "8: error: 2.5 is not a whole number [not-whole]"},
        {"count: สอง", "8: error: \"สอง\" is not a number [not-a-number]"},
        {"count: 99999999999999999999999",
         "8: error: the number 99999999999999999999999 is too large [value-range]"},
        {"score: 104.50", "8: error: 104.50 is above the maximum 100 [value-range]"},
        {"score: 0.49", "8: error: 0.49 is below the minimum 0.50 [value-range]"},
        {"score: -1", "8: error: -1 is below the minimum 0.50 [value-range]"},
        {"score: 98.225", "8: error: 98.225 has more than two decimals [decimals]"},
        {"score: 9๘.22", "8: error: \"9๘.22\" mixes Thai and Western digits [mixed-digits]"},
        {"score: ๙๘.22", "8: error: \"๙๘.22\" mixes Thai and Western digits [mixed-digits]"},
        {"score: 98,22", "8: error: \"98,22\" is not a number [not-a-number]"},
        {"score: 98.", "8: error: \"98.\" is not a number [not-a-number]"},
        {"score: .5", "8: error: \".5\" is not a number [not-a-number]"},
        {"date: 31 เมษายน 2568",
         "7: error: \"31 เมษายน 2568\" is not a day of the calendar [not-a-date]"},
        {"open: maybe", "7: error: \"maybe\" is neither yes nor no [not-yes-or-no]"},
        {"shape: rond", "8: error: \"rond\" is none of the choices [unknown-choice]"},
        {"width: 0.5pt", "8: error: 0.5pt is below the minimum 1pt [value-range]"},
        {"width: 4cm", "8: error: 4cm is above the maximum 100.50pt [value-range]"},
        {"width: 4 furlongs", "8: error: \"4 furlongs\" is not a length [not-a-length]"},
        {"width: 999999999cm", "8: error: \"999999999cm\" is not a length [not-a-length]"},
        {"width: 1๒pt", "8: error: \"1๒pt\" mixes Thai and Western digits [mixed-digits]"},
        {"width: cm", "8: error: \"cm\" is not a length [not-a-length]"},
        {"colour: red", "9: error: \"red\" is not a colour [not-a-colour]"},
        {"colour: \"#12345g\"", "9: error: \"#12345g\" is not a colour [not-a-colour]"},
        {"colour: #123456",
         "8: error: there is no colour here: # outside quotes starts a comment [not-a-colour]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer yaml = {0};
        struct buffer expected = {0};
        bool named = strncmp(cases[i][0], "name", 4) == 0;
        buffer_printf(&yaml, "%s\n%s", cases[i][0], named ? "" : "name: x\n");
        buffer_printf(&expected, "t:1:%s\n", cases[i][1]);
        assert_said(yaml.bytes, expected.bytes);
        buffer_free(&yaml);
        buffer_free(&expected);
    }
}

#define COMMENT(place, severity, comment)                                                     \
    "t:" place ": " severity ": # begins a comment here: \"" comment "\" is left out of the " \
    "text [comment-in-text]\n"

static void assert_warned(const char *yaml, const char *expected)
{
    struct run run = read_thing(yaml);
    unit_expect(run.diag, expected);
    assert_true(run.fine);
    drop(run);
}

/* A hashtag after a text is an error, a remark a warning; after anything else a comment is fine. */
static void finds_comments_in_texts(void **state)
{
    (void)state;
    assert_said("name: เพจ #โปร่งใส\n", COMMENT("1:11", "error", "#โปร่งใส"));
    assert_said("name: ประกาศ # 2 #งด\n", COMMENT("1:14", "error", "# 2 #งด"));
    assert_said("name: เพจ\n  หน่วยงาน #1\n", COMMENT("2:12", "error", "#1"));
    assert_said("name: \"เพจ\" #1\n", COMMENT("1:13", "error", "#1"));
    assert_said("name: | #1\n  เพจ\n", COMMENT("1:9", "error", "#1"));
    assert_said("name: #1\n  เพจ\n", COMMENT("1:7", "error", "#1"));
    assert_said("name: เพจ\n  #1 #2\n", COMMENT("2:3", "error", "#1 #2"));
    assert_said("name: x\nnote: #1\n", COMMENT("2:7", "error", "#1"));
    assert_said("name: x\ntags:\n- ก\n- #ข\n", COMMENT("4:3", "error", "#ข"));
    assert_said("name: x\ntags:\n- #ข\n  ก\n", COMMENT("3:3", "error", "#ข"));
    assert_said("name: x\ntags: [\n  ก #1\n ,ข, #2\n]\n",
                COMMENT("3:5", "error", "#1") COMMENT("4:6", "error", "#2"));
    assert_said("name: x\ntags: [ก] #1\n", COMMENT("2:11", "error", "#1"));
    assert_warned("name: เพจ # ทุกวัน\n", COMMENT("1:11", "warning", "# ทุกวัน"));
    assert_warned("name: ภาษา C #\n", COMMENT("1:14", "warning", "#"));
    assert_warned("name: เพจ\n  #1\n", COMMENT("2:3", "warning", "#1"));
    assert_warned("name: x\nnote: # ยังไม่มี\n", COMMENT("2:7", "warning", "# ยังไม่มี"));
    assert_warned("name: x\ntags: [\n  ก,\n  ข # r\n]\n", COMMENT("4:5", "warning", "# r"));
    assert_warned("# a #b\nname: \"x\" # r\n#note: y\n# r\nnote: | # r\n  x #y\n# r\n"
                  "path: a/b #c\ncount: 1 #c\nscore: 98.22 # c\ndate: 1 ตุลาคม 2568 #c\n"
                  "open: no #c\nshape: flat #c\ntags: # r\n  # r\n- ก#ข\n- '#ค'\n#- x\n",
                  "");
}

static void finds_what_is_no_text(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"เรียน: นายก", "t:2:3: error: a text should be here, but the colon after \"เรียน\" makes a "
                       "key with a value of it [colon-in-text]\n"},
        {"ได้แก่:", "t:2:3: error: a text should be here, but the colon after \"ได้แก่\" makes a key "
                  "with a value of it [colon-in-text]\n"},
        {"ได้แก่:\n  - ก", "t:2:3: error: a text should be here, but the colon after \"ได้แก่\" makes "
                         "a key with a value of it [colon-in-text]\n"},
        {"[ลับ]", "t:2:3: error: a text should be here, but [ makes a list or keys of it "
                 "[needs-quotes]\n"},
        {"{ลับ}", "t:2:3: error: a text should be here, but { makes a list or keys of it "
                 "[needs-quotes]\n"},
        {"- ก", "t:2:3: error: a text should be here, but - makes a list or keys of it "
                "[needs-quotes]\n"},
        {"? ก", "t:2:3: error: a text should be here, but ? makes a list or keys of it "
                "[needs-quotes]\n"},
        {"", "t:2:2: error: there is no value here [missing-value]\n"},
        {"~", "t:2:3: error: there is no value here [missing-value]\n"
              "t:2:3: warning: YAML takes ~ for no value [missing-value]\n"},
        {">9", "t:2:3: error: there is no text below >9 [missing-value]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer yaml = {0};
        buffer_printf(&yaml, "tags:\n- %s\nname: x\n", cases[i][0]);
        assert_said(yaml.bytes, cases[i][1]);
        buffer_free(&yaml);
    }
    assert_warned("name: x\nnote: null\n",
                  "t:2:7: warning: YAML takes null for no value [missing-value]\n");
    assert_warned("name: x\nnote: |\n",
                  "t:2:7: warning: there is no text below | [missing-value]\n");
}

#define PARTED(place, left, right)                                                     \
    "t:2:" place ": error: the comma here parts a text into \"" left "\" and \"" right \
    "\" [comma-in-text]\n"

static void finds_commas_in_lists(void **state)
{
    (void)state;
    assert_said("name: x\ntags: [เงิน ๕,๐๐๐ บาท, ข]\n", PARTED("14", "เงิน ๕", "๐๐๐ บาท"));
    assert_said("name: x\ntags: [ก, เงิน 2,500,000]\n", PARTED("17", "เงิน 2", "500"));
    assert_said("name: x\ntags: [แบบ (๑, ๒, ๓), ข]\n", PARTED("14", "แบบ (๑", "๒"));
    assert_said("name: x\ntags: [คำว่า “ก, ข”]\n", PARTED("16", "คำว่า “ก", "ข”"));
    assert_said("name: x\ntags: [คำว่า \"ก, ข\" ค]\n", PARTED("16", "คำว่า \"ก", "ข\" ค"));
    assert_said("name: x\ntags: [ก (๑,๒), ข (๓,๔)]\n",
                PARTED("12", "ก (๑", "๒)") PARTED("21", "ข (๓", "๔)"));
    assert_warned("name: x\ntags: [ก, ข,ค, ๑, ๒, ก) a, \"(b\", c), (d, e]\n", "");
    assert_warned("name: x\ntags:\n- เงิน ๕,๐๐๐ บาท (ก, ข)\n", "");
}

static void hints_with_the_text_in_quotes(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"name: เพจ #1 \"x\"\n", "in quotes: 'เพจ #1 \"x\"';"},
        {"name: x\ntags: [ก, ข,\n  ค #1]\n]\n", "in quotes: \"ค #1\";"},
        {"name: x\ntags:\n- เรียน: นายก\n", "in quotes: \"เรียน: นายก\"\n"},
        {"name: x\ntags: [เงิน 2,500,000 บาท, ข]\n", "in quotes: \"เงิน 2,500,000 บาท\";"},
        {"name: x\nเรียน: นายก\n", "in quotes: \"เรียน: นายก\"; known keys: name"},
        {"{name: ก, เรียน: นายก}\n", "in quotes: \"ก, เรียน: นายก\"; known keys: name"},
        {"name: x\ntags:\n- ได้แก่:\n  - ก\n", "hint: write the text as a block"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct run run = read_thing(cases[i][0]);
        char *given = unit_printed(run.diag, (struct diag_style){.language = DIAG_ENGLISH});
        if (strstr(given, cases[i][1]) == NULL)
            fail_msg("\n%s\nsays\n%s\nwithout\n%s", cases[i][0], given, cases[i][1]);
        free(given);
        drop(run);
    }
}

static void reads_lengths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int32_t expected;
    } cases[] = {{"16", 16384},   {"16pt", 16384},  {"๑๖ pt", 16384},  {"1in", 73728},
                 {"10mm", 29027}, {"1cm", 29027},   {"1.375pt", 1408}, {"2.54cm", 73728},
                 {"5mm", 14513},  {"25.4mm", 73728}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer yaml = {0};
        buffer_printf(&yaml, "name: x\nwidth: %s\n", cases[i].text);
        struct run run = read_thing(yaml.bytes);
        unit_expect(run.diag, "");
        assert_int_equal(run.thing.width, cases[i].expected);
        drop(run);
        buffer_free(&yaml);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_kind),
        cmocka_unit_test(keeps_defaults),
        cmocka_unit_test(says_what_is_wrong_with_keys),
        cmocka_unit_test(hints_in_both_languages),
        cmocka_unit_test(says_what_is_wrong_with_values),
        cmocka_unit_test(finds_comments_in_texts),
        cmocka_unit_test(finds_what_is_no_text),
        cmocka_unit_test(finds_commas_in_lists),
        cmocka_unit_test(hints_with_the_text_in_quotes),
        cmocka_unit_test(reads_lengths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
