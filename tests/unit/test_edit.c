/* Values, items and keys are changed, and nothing else of a file is. */
#include "unit.h"

#include "edit/change.h"
#include "source/file.h"
#include "yaml/node_path.h"

/* A generator of its own, so that every run is the same. */
struct dice {
    uint64_t state;
};

static size_t roll(struct dice *dice, size_t sides)
{
    dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(dice->state >> 33) % sides;
}

/* All ways to type a value, in one file. */
static const char ODDITIES[] = "# ไฟล์ทดสอบ\n"
                               "plain: หมายเหตุของหน่วยงาน   # remark\n"
                               "folded: บรรทัดแรกของ\n"
                               "  ข้อความที่พับ and words\n"
                               "  go on ต่อ\n"
                               "single: 'คำว่า ''ลับ'' ในเครื่องหมาย'\n"
                               "double: \"tab \\t \\u0E01 \\\"x\\\" ต่อ\n"
                               "  อีกบรรทัด\"\n"
                               "literal: |\n"
                               "  ย่อหน้าแรก\n"
                               "\n"
                               "    เยื้อง\n"
                               "  สุดท้าย\n"
                               "# between\n"
                               "strip: |-  # why\n"
                               "  ไม่มีบรรทัดว่างท้าย\n"
                               "keep: |+\n"
                               "  เก็บ\n"
                               "\n"
                               "greater: >\n"
                               "  พับ\n"
                               "  ต่อกัน one\n"
                               "  two\n"
                               "none:\n"
                               "tilde: ~\n"
                               "flow: {a: ก, b: \"ข\", c: [หนึ่ง, 'สอง', 3.50], d: }\n"
                               "anchor: &x ต้นฉบับ\n"
                               "alias: *x\n"
                               "list:\n"
                               "- one   # first\n"
                               "# above two\n"
                               "- |\n"
                               "  two\n"
                               "- k: v\n"
                               "  l:\n"
                               "  - deep\n"
                               "  -\n"
                               "\n"
                               "last: 98.50";

struct file {
    struct arena *arena;
    struct diag *diag;
    struct source source;
    const struct node *tree;
};

static struct file open_text(const char *path, const char *text, size_t length)
{
    struct file file = {.arena = arena_new(), .diag = diag_new()};
    file.source = (struct source){arena_string(file.arena, path),
                                  arena_copy(file.arena, text, length), length};
    return file;
}

static void parse(struct file *file)
{
    file->tree = node_parse(file->arena, &file->source, file->diag);
    assert_non_null(file->tree);
}

static void close_file(struct file *file)
{
    diag_free(file->diag);
    arena_free(file->arena);
}

/* Whether paths go by this value. */
static bool is_name(const struct node *node)
{
    const struct node *key = node_key(node);
    return key != NULL && (strcmp(key->text, "id") == 0 || strcmp(key->text, "number") == 0);
}

/* Every scalar and every value that is not given, but for names. */
static void collect(const struct node *node, const struct node **into, size_t *count)
{
    if ((node->kind == NODE_SCALAR || node->kind == NODE_NULL) && !is_name(node))
        into[(*count)++] = node;
    for (size_t i = 0; i < node->count; i++)
        if (node->item[i]->parent == node)
            collect(node->item[i], into, count);
}

static size_t count_nodes(const struct node *node)
{
    size_t count = 1;
    for (size_t i = 0; i < node->count; i++)
        count += count_nodes(node->item[i]);
    return count;
}

static const char *random_text(struct dice *dice, struct arena *arena, const char *old)
{
    static const char *const pieces[] = {
        "ก",          "แผนงาน", " ",    "  ",    "# ",  "#x",  ": ",        "a",      "-",
        "- ",         "\n",     "\n\n", "'",     "\"",  "\\",  "{{ a.b }}", "{",      "]",
        ", ",         "๙๘.๕๐",  "98.5", "&y",    "*x",  "!",   "|",         ">",      "%",
        "@",          "`",      "~",    "null",  "yes", "?",   "? ",        "\u00A0", "ๆ",
        "2568-10-01", "12:30",  "=",    "<<",    "\t",  "---", "...",       "ข้อ ๑ ",  "\n  ",
        "\n- x",      "\n# y",  "👍",    "\u200b"};
    struct buffer out = {0};
    if (old != NULL && roll(dice, 2) == 0) { /* near the old one */
        size_t length = strlen(old), keep = roll(dice, length + 1);
        while (keep > 0 && ((unsigned char)old[keep] & 0xC0) == 0x80)
            keep--;
        buffer_add(&out, old, keep);
    }
    for (size_t i = 1 + roll(dice, 6); i > 0; i--)
        buffer_add_string(&out, pieces[roll(dice, sizeof pieces / sizeof pieces[0])]);
    if (old != NULL && roll(dice, 3) == 0) {
        size_t from = roll(dice, strlen(old) + 1);
        while (((unsigned char)old[from] & 0xC0) == 0x80)
            from++;
        buffer_add_string(&out, old + from);
    }
    char *text = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return text;
}

/* A text without line ends at its end. */
static size_t trimmed(const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == '\n')
        length--;
    return length;
}

static void check_change(struct file *file, const struct node *node, const char *text,
                         const struct edit_change *change)
{
    assert_true(change->start >= node->offset && change->end <= node->end);
    size_t length;
    const char *changed = edit_changed(file->arena, change, &length);
    struct file again = open_text(file->source.path, changed, length);
    parse(&again);
    const char *path = node_path(file->arena, "", node);
    const struct node *now = node_at(again.tree, *path == '.' ? path + 1 : path);
    if (now == NULL)
        fail_msg("%s is not there any more", path);
    if (now->length != trimmed(now->text, now->length) && !now->block)
        fail_msg("%s ends with a line end", path);
    size_t wanted = trimmed(text, strlen(text));
    if (trimmed(now->text, now->length) != wanted || memcmp(now->text, text, wanted) != 0)
        fail_msg("%s is %s and not %s", path, now->text, text);
    /* and back */
    struct edit_change back = {&again.source, change->start, change->start + change->length,
                               file->source.text + change->start, change->end - change->start};
    const char *first = edit_changed(file->arena, &back, &length);
    assert_int_equal(length, file->source.length);
    assert_memory_equal(first, file->source.text, length);
    close_file(&again);
}

static void edit_at_random(struct file *file, struct dice *dice, size_t edits)
{
    parse(file);
    const struct node **node = ARENA_NEW(file->arena, const struct node *, count_nodes(file->tree));
    size_t count = 0;
    collect(file->tree, node, &count);
    for (size_t i = 0; i < edits; i++) {
        const struct node *at = node[roll(dice, count)];
        const char *text =
            random_text(dice, file->arena, at->kind == NODE_SCALAR ? at->text : NULL);
        struct edit_change change;
        if (!edit_value(file->arena, file->tree, at, text, file->diag, &change))
            fail_msg("no way to type “%s” at %s:%u", text, file->source.path, at->place.line);
        check_change(file, at, text, &change);
    }
}

static struct file open_file(const char *path)
{
    struct buffer bytes = {0};
    assert_int_equal(file_read(path, &bytes), 0);
    struct file file = open_text(path, buffer_text(&bytes), bytes.length);
    buffer_free(&bytes);
    return file;
}

static void only_the_value_changes(void **state)
{
    (void)state;
    static const char *const paths[] = {"tests/fixtures/small/edition.yaml",
                                        "tests/fixtures/small/results.yaml",
                                        "tests/fixtures/small/analyses.yaml",
                                        "tests/fixtures/small/measures.yaml",
                                        "tests/fixtures/prose/analyses.yaml",
                                        "tests/fixtures/prose/measures.yaml",
                                        "tests/fixtures/province/2569/edition.yaml",
                                        "tests/fixtures/province/2569/results.yaml",
                                        "input/2568/edition.yaml",
                                        "input/2568/results.yaml"};
    struct dice dice = {2568};
    struct file odd = open_text("odd.yaml", ODDITIES, strlen(ODDITIES));
    edit_at_random(&odd, &dice, 1000);
    close_file(&odd);
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct file file = open_file(paths[i]);
        edit_at_random(&file, &dice, 110);
        close_file(&file);
    }
}

/* ---- how it is typed ---- */

static void assert_typed(const char *path, const char *text, const char *was, const char *is)
{
    struct file file = open_text("odd.yaml", ODDITIES, strlen(ODDITIES));
    parse(&file);
    const struct node *node = node_at(file.tree, path);
    struct edit_change change;
    assert_non_null(node);
    assert_true(edit_value(file.arena, file.tree, node, text, file.diag, &change));
    const char *old =
        arena_copy(file.arena, file.source.text + change.start, change.end - change.start);
    assert_string_equal(old, was);
    assert_string_equal(change.bytes, is);
    close_file(&file);
}

static void as_little_changes_as_can(void **state)
{
    (void)state;
    assert_typed("plain", "หมายเหตุของจังหวัด", "หน่วยงาน", "จังหวัด");
    assert_typed("plain", "หมายเหตุ: ลับ", "หมายเหตุของหน่วยงาน", "\"หมายเหตุ: ลับ\"");
    assert_typed("folded", "บรรทัดแรกของข้อความที่พับ and signs go on ต่อ", "word", "sign");
    assert_typed("single", "คำว่า 'เปิด' ในเครื่องหมาย", "ลับ", "เปิด");
    assert_typed("single", "คำว่า 'ลั'บ' ในเครื่องหมาย", "", "''");
    assert_typed("double", "tab \t ก \"y\" ต่ออีกบรรทัด", "x", "y");
    assert_typed("literal", "ย่อหน้าแรก\n\n  เยื้อง\nอีก\nสุดท้าย", "", "อีก\n  ");
    assert_typed("strip", "ก\n\nข", "ไม่มีบรรทัดว่างท้าย", "ก\n\n  ข");
    assert_typed("none", "มีค่าแล้ว", "", " มีค่าแล้ว");
    assert_typed("flow.a", "ก, ข", "ก", "\"ก, ข\"");
    assert_typed("flow.c.3", "๙๘.๕๐", "3.50", "๙๘.๕๐");
    assert_typed("last", "๙๙.๐๐", "98.50", "๙๙.๐๐");
    assert_typed("list.3.k", "v\nw", "v", "|\n    v\n    w");
    assert_typed("flow.b", "ข\nค", "", "\\nค");
}

/* ---- items and keys ---- */

enum act { ADD, COPY, DELETE, MOVE };

/* A text, or where it begins with a brace what it is as YAML, in no file. */
static const struct node *entry_of(struct file *file, const char *text)
{
    struct source *source = ARENA_NEW(file->arena, struct source, 1);
    *source = (struct source){"", text, strlen(text)};
    return text[0] == '{' ? node_parse(file->arena, source, file->diag)
                          : edit_text(file->arena, text);
}

static bool act_on(struct file *file, enum act act, const char *path, size_t of, size_t to,
                   const char *text, struct edit_change *change)
{
    const struct node *list = node_at(file->tree, path);
    switch (act) {
    case ADD:
        return edit_item_add(file->arena, file->tree, list, of, entry_of(file, text), file->diag,
                             change);
    case COPY:
        return edit_item_copy(file->arena, file->tree, list, of, file->diag, change);
    case DELETE:
        return edit_item_delete(file->arena, file->tree, list, of, file->diag, change);
    case MOVE:
        break;
    }
    return edit_item_move(file->arena, file->tree, list, of, to, file->diag, change);
}

static const char LISTS[] = "steps:\n"
                            "  - หนึ่ง   # remark\n"
                            "  # of two\n"
                            "  - |\n"
                            "    สอง\n"
                            "\n"
                            "    ต่อ\n"
                            "\n"
                            "  - name: สาม\n"
                            "    owners: [ก, \"ข\" , ค]\n"
                            "single: เดียว\n"
                            "none:\n"
                            "end:\n"
                            "- ท้าย";

static void assert_list(enum act act, const char *path, size_t of, size_t to, const char *text,
                        const char *was, const char *is)
{
    struct file file = open_text("lists.yaml", LISTS, strlen(LISTS));
    parse(&file);
    struct edit_change change;
    assert_true(act_on(&file, act, path, of, to, text, &change));
    const char *old =
        arena_copy(file.arena, file.source.text + change.start, change.end - change.start);
    assert_string_equal(old, was);
    assert_string_equal(change.bytes, is);
    close_file(&file);
}

static void items_are_added_copied_moved_and_deleted(void **state)
{
    (void)state;
    assert_list(ADD, "steps", 9, 0, "สี่", "", "\n  - สี่");
    assert_list(ADD, "steps", 1, 0, "ใหม่ #1", "", "\n  - \"ใหม่ #1\"");
    assert_list(ADD, "steps", 0, 0, "ก\nข", "", "  - |\n    ก\n    ข\n");
    assert_list(ADD, "steps.3.owners", 1, 0, "ง, จ", "", "\"ง, จ\", ");
    assert_list(ADD, "steps.3.owners", 3, 0, "ง", "", ", ง");
    assert_list(ADD, "single", 1, 0, "สอง", "เดียว", "\n  - เดียว\n  - สอง");
    assert_list(ADD, "steps", 1, 0, "{name: \"ก: ข\", owners: [<<ค>>], days: {from: 1, to: 2}}", "",
                "\n  - name: \"ก: ข\"\n    owners:\n      - <<ค>>\n    days: {from: 1, to: 2}");
    assert_list(ADD, "steps.3.owners", 1, 0, "{name: \"ก, ข\", owners: [ค]}", "",
                "{name: \"ก, ข\", owners: [ค]}, ");
    assert_list(ADD, "none", 0, 0, "แรก", "", "\n  - แรก");
    assert_list(ADD, "end", 1, 0, "อีก", "", "\n- อีก");
    assert_list(COPY, "steps", 0, 0, NULL, "", "\n  - หนึ่ง   # remark");
    assert_list(COPY, "steps", 2, 0, NULL, "", "\n  - name: สาม\n    owners: [ก, \"ข\" , ค]");
    assert_list(DELETE, "steps", 0, 0, NULL, "  - หนึ่ง   # remark\n", "");
    assert_list(DELETE, "steps", 1, 0, NULL, "  - |\n    สอง\n\n    ต่อ\n", "");
    assert_list(DELETE, "steps.3.owners", 0, 0, NULL, "ก, ", "");
    assert_list(DELETE, "steps.3.owners", 2, 0, NULL, " , ค", "");
    assert_list(MOVE, "steps.3.owners", 0, 2, NULL, "ก, \"ข\" , ค", "\"ข\", ค , ก");
    assert_list(MOVE, "steps", 1, 0, NULL,
                "  - หนึ่ง   # remark\n  # of two\n  - |\n    สอง\n\n    ต่อ",
                "  - |\n    สอง\n\n    ต่อ\n  # of two\n  - หนึ่ง   # remark");
}

static void what_is_no_list_is_refused(void **state)
{
    (void)state;
    static const char nested[] = "- - หนึ่ง\n  - สอง\n- สาม\n";
    struct file file = open_text("nested.yaml", nested, strlen(nested));
    struct edit_change change;
    parse(&file);
    assert_false(act_on(&file, MOVE, "1", 0, 1, NULL, &change));
    assert_false(act_on(&file, DELETE, "", 5, 0, NULL, &change));
    assert_true(act_on(&file, DELETE, "", 1, 0, NULL, &change));
    unit_expect(
        file.diag,
        "nested.yaml:1:1: error: there is no entry 6 here [edit]\n"
        "nested.yaml:1:3: error: this is no list of entries that each begin a line, so none "
        "can be added, moved or deleted here [edit]\n");
    close_file(&file);
}

static void assert_key(const char *yaml, const char *path, const char *key, const char *text,
                       const char *whole)
{
    struct file file = open_text("keys.yaml", yaml, strlen(yaml));
    struct edit_change change;
    size_t length;
    parse(&file);
    assert_true(edit_key_add(file.arena, file.tree, node_at(file.tree, path), key, text, file.diag,
                             &change));
    assert_string_equal(edit_changed(file.arena, &change, &length), whole);
    close_file(&file);
}

static void keys_are_added_after_the_last(void **state)
{
    (void)state;
    assert_key("a: 1 # x\nb:\n  c: 2\n\n# end\n", "b", "d", "สาม",
               "a: 1 # x\nb:\n  c: 2\n  d: สาม\n\n# end\n");
    assert_key("a: 1", "", "b", "x: y", "a: 1\nb: \"x: y\"");
    assert_key("a: {b: 1 }\n", "a", "c", "ก\nข", "a: {b: 1, c: \"ก\\nข\" }\n");
    assert_key("- a: |\n    x\n- b\n", "1", "c", "ก\nข",
               "- a: |\n    x\n  c: |\n    ก\n    ข\n- b\n");
}

static void assert_acknowledged_of(const char *yaml, const char *content, const char *whole)
{
    const struct edit_acknowledgement what = {.rule = "figure-indicator",
                                              .place = "results.published.indicators.9",
                                              .content = content,
                                              .reason = "ประกาศไว้: เช่นนี้"};
    struct file file = open_text("edition.yaml", yaml, strlen(yaml));
    struct edit_change change;
    size_t length;
    parse(&file);
    assert_true(edit_acknowledge(file.arena, file.tree, &what, file.diag, &change));
    assert_string_equal(edit_changed(file.arena, &change, &length), whole);
    close_file(&file);
}

static void assert_acknowledged(const char *yaml, const char *whole)
{
    assert_acknowledged_of(yaml, NULL, whole);
}

#define PAIRS(indent)                                                                    \
    "- rule: figure-indicator\n" indent "place: results.published.indicators.9\n" indent \
    "reason: \"ประกาศไว้: เช่นนี้\""

static void a_finding_is_acknowledged(void **state)
{
    (void)state;
    assert_acknowledged_of("acknowledge: [{rule: x}]\n", "94.17",
                           "acknowledge: [{rule: x}, {rule: figure-indicator, place: "
                           "results.published.indicators.9, content: 94.17, reason: \"ประกาศไว้: "
                           "เช่นนี้\"}]\n");
    assert_acknowledged_of("acknowledge: [{rule: x}]\n", "ก, ข",
                           "acknowledge: [{rule: x}, {rule: figure-indicator, place: "
                           "results.published.indicators.9, content: \"ก, ข\", reason: "
                           "\"ประกาศไว้: เช่นนี้\"}]\n");
    assert_acknowledged("a: 1\n# end\n", "a: 1\nacknowledge:\n  " PAIRS("    ") "\n# end\n");
    assert_acknowledged("acknowledge: []\na: 1\n", "acknowledge: \n  " PAIRS("    ") "\na: 1\n");
    assert_acknowledged("acknowledge:\na: 1\n", "acknowledge:\n  " PAIRS("    ") "\na: 1\n");
    assert_acknowledged(
        "acknowledge:\n- rule: x\n  place: y\n  reason: z # why\n\na: 1\n",
        "acknowledge:\n- rule: x\n  place: y\n  reason: z # why\n" PAIRS("  ") "\n\na: 1\n");
    assert_acknowledged("acknowledge: [{rule: x, place: y, reason: z}]\n",
                        "acknowledge: [{rule: x, place: y, reason: z}, {rule: figure-indicator, "
                        "place: results.published.indicators.9, reason: \"ประกาศไว้: เช่นนี้\"}]\n");
}

static void a_path_leads_to_its_value(void **state)
{
    (void)state;
    struct file file = open_file("input/2568/results.yaml");
    parse(&file);
    const struct node **node = ARENA_NEW(file.arena, const struct node *, count_nodes(file.tree));
    size_t count = 0;
    collect(file.tree, node, &count);
    for (size_t i = 0; i < count; i++)
        assert_ptr_equal(node_at(file.tree, node_path(file.arena, "", node[i]) + 1), node[i]);
    assert_null(node_at(file.tree, "published.subindicators.9.9"));
    assert_null(node_at(file.tree, "scores.i"));
    close_file(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_value_changes),
        cmocka_unit_test(as_little_changes_as_can),
        cmocka_unit_test(items_are_added_copied_moved_and_deleted),
        cmocka_unit_test(what_is_no_list_is_refused),
        cmocka_unit_test(keys_are_added_after_the_last),
        cmocka_unit_test(a_finding_is_acknowledged),
        cmocka_unit_test(a_path_leads_to_its_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
