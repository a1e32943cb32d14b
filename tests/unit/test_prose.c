/* Markdown into paragraphs and lists, with placeholders kept out of the parser's way. */
#include "unit.h"

#include "compose/prose.h"
#include "source/source.h"

struct parsed {
    struct arena *arena;
    struct diag *diag;
    const struct prose *prose;
};

/* text becomes the literal block of a YAML file, so that its places are known. */
static struct parsed parse(const char *text)
{
    struct parsed parsed = {arena_new(), diag_new(), NULL};
    struct buffer yaml = {0};
    buffer_add_string(&yaml, "prose: |\n");
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        buffer_printf(&yaml, "  %.*s\n", (int)length, line);
        line += length + (line[length] == '\n');
    }
    const struct source *source = source_new(parsed.arena, "t", buffer_text(&yaml), yaml.length);
    const struct node *root = node_parse(parsed.arena, source, parsed.diag);
    assert_non_null(root);
    const struct node *node = node_find(root, "prose");
    struct text written = {node->text, node->length, node, node->place, TEXT_PROSE};
    parsed.prose =
        prose_parse(parsed.arena, parsed.diag, template_parse(parsed.arena, parsed.diag, &written));
    buffer_free(&yaml);
    return parsed;
}

static void drop(struct parsed *parsed)
{
    arena_free(parsed->arena);
    diag_free(parsed->diag);
}

static void show_run(struct buffer *out, const struct prose_run *run)
{
    buffer_add_string(out, (run->flags & 1) != 0 ? "*" : "");
    buffer_add_string(out, (run->flags & 2) != 0 ? "/" : "");
    if (run->kind == PROSE_TEXT)
        buffer_add(out, run->bytes, run->length);
    else
        buffer_add_string(out, run->kind == PROSE_PLACEHOLDER  ? "{}"
                               : run->kind == PROSE_SOFT_BREAK ? "~"
                                                               : "!");
    if (run->link != NULL)
        buffer_printf(out, "<%s>", run->link);
    buffer_add_char(out, '|');
}

static void show(struct buffer *out, const struct prose_node *node)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == PROSE_LIST && node->ordered)
            buffer_printf(out, "[%d%c ", node->start, node->after);
        else
            buffer_add_string(out, node->kind == PROSE_LIST   ? "[- "
                                   : node->kind == PROSE_ITEM ? "("
                                                              : "");
        for (size_t i = 0; i < node->runs; i++)
            show_run(out, &node->run[i]);
        show(out, node->first);
        buffer_add_string(out, node->kind == PROSE_LIST   ? "]"
                               : node->kind == PROSE_ITEM ? ")"
                                                          : "¶");
    }
}

static void assert_shown(const char *text, const char *expected)
{
    struct parsed parsed = parse(text);
    unit_expect(parsed.diag, "");
    struct buffer out = {0};
    show(&out, parsed.prose->first);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
    drop(&parsed);
}

static void splits_paragraphs(void **state)
{
    (void)state;
    assert_shown("ย่อหน้าหนึ่ง\n\nย่อหน้าสอง", "ย่อหน้าหนึ่ง|¶ย่อหน้าสอง|¶");
    assert_shown("บรรทัดหนึ่ง\nบรรทัดสอง", "บรรทัดหนึ่ง|~|บรรทัดสอง|¶");
    assert_shown("บรรทัดหนึ่ง\\\nบรรทัดสอง", "บรรทัดหนึ่ง|!|บรรทัดสอง|¶");
}

static void reads_lists(void **state)
{
    (void)state;
    assert_shown("- ก\n- ข\n  - ค", "[- (ก|¶)(ข|¶[- (ค|¶)])]");
    assert_shown("3) ก\n4) ข", "[3) (ก|¶)(ข|¶)]");
    assert_shown("1. ก", "[1. (ก|¶)]");
}

static void reads_emphasis_and_links(void **state)
{
    (void)state;
    assert_shown("ระบบ**บัตรคิว** *มาก*", "ระบบ|*บัตรคิว| |/มาก|¶");
    assert_shown("[เว็บ](https://a.th)", "เว็บ<https://a.th>|¶");
}

static void protects_placeholders(void **state)
{
    (void)state;
    assert_shown("ข้อ {{ question.i2.label }} ได้ {{ a | join(\"*\", \"*\") }} คะแนน",
                 "ข้อ |{}| ได้ |{}| คะแนน|¶");
    assert_shown("**{{ agency.name }}** {{ a_b }}_{{ c_d }}", "*{}| |{}|_|{}|¶");
    assert_shown("- {{ a }}\n- ข{{ b }}", "[- ({}|¶)(ข|{}|¶)]");
}

/* Placeholders are private-use characters while cmark reads; those of the text stay what they are. */
static void keeps_characters_for_private_use(void **state)
{
    (void)state;
    assert_shown("{{ a }} \xF4\x8F\xA0\x80 {{ b }}", "{}| \xF4\x8F\xA0\x80 |{}|¶");
    assert_shown("\xF4\x8F\xA4\x80{{ a }}\xF4\x8F\x9C\x80",
                 "\xF4\x8F\xA4\x80|{}|\xF4\x8F\x9C\x80|¶");
    assert_shown("\xF4\x8F\xA0\x80", "\xF4\x8F\xA0\x80|¶");
}

static void keeps_expressions_with_their_places(void **state)
{
    (void)state;
    struct parsed parsed = parse("ก\n\n- ข {{ year }} ค");
    const struct prose_node *paragraph = parsed.prose->first->next->first->first;
    assert_int_equal(paragraph->run[1].kind, PROSE_PLACEHOLDER);
    struct place place = expr_place(paragraph->run[1].expr);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 10);
    place = expr_text_place(&parsed.prose->template->text, paragraph->offset);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 5);
    drop(&parsed);
}

static void assert_runs(const struct prose_node *node, const char *first, size_t runs)
{
    assert_int_equal(node->runs, runs);
    assert_string_equal(node->run[0].bytes, first);
}

static void reads_images(void **state)
{
    (void)state;
    struct parsed parsed = parse("ก\n\n![รูป {{ a }}](ภาพ.png \"ใต้ภาพ\")\n![](b.jpg)\n\nข");
    assert_int_equal(diag_count(parsed.diag, DIAG_ERROR), 0);
    const struct prose_node *image = parsed.prose->first->next;
    assert_int_equal(image->kind, PROSE_IMAGE);
    assert_runs(&image->image->file, "ภาพ.png", 1);
    assert_runs(&image->image->alt, "รูป ", 2);
    assert_runs(&image->image->caption, "ใต้ภาพ", 1);
    image = image->next;
    assert_runs(&image->image->file, "b.jpg", 1);
    assert_int_equal(image->image->alt.runs, 0);
    assert_int_equal(image->image->caption.runs, 0);
    assert_int_equal(image->next->kind, PROSE_PARAGRAPH);
    drop(&parsed);
}

static void reports_what_has_no_place(void **state)
{
    (void)state;
    struct parsed parsed = parse("ก\n\n# หัวข้อ\n\nก ![รูป](a.png)\n\n<b>ข</b>");
    unit_expect(parsed.diag,
                "t:4:3: error: prose may hold paragraphs, lists, emphasis, links and images only "
                "[prose-markdown]\n"
                "t:6:5: error: an image cannot be inside a line of text [prose-image]\n"
                "t:8:3: error: prose may hold paragraphs, lists, emphasis, links and images only "
                "[prose-markdown]\n"
                "t:8:7: error: prose may hold paragraphs, lists, emphasis, links and images only "
                "[prose-markdown]\n");
    drop(&parsed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_paragraphs),
        cmocka_unit_test(reads_lists),
        cmocka_unit_test(reads_emphasis_and_links),
        cmocka_unit_test(protects_placeholders),
        cmocka_unit_test(keeps_characters_for_private_use),
        cmocka_unit_test(keeps_expressions_with_their_places),
        cmocka_unit_test(reads_images),
        cmocka_unit_test(reports_what_has_no_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
