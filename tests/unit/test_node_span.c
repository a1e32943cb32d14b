/*
 * Spans and parents of nodes. In every YAML file of this repository the bytes of a scalar are that
 * scalar, and another value written in their place changes this value and nothing else.
 */
#include "span_unit.h"

#include <ftw.h>

#include "source/sources.h"

enum { REPLACED_MOST = 150 }; /* values of one file, evenly chosen */

static const char *const new_texts[] = {"ใหม่",        "98.22",       "", "a: b # \"c\" \\", "- x",
                                        "one\ntwo\n", "{{ a | b }}", "~"};
enum { NEW_TEXTS = sizeof new_texts / sizeof *new_texts };

/* ---- one value replaced ---- */

static void add_quoted(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            buffer_add_char(out, '\\');
        if (*text == '\n')
            buffer_add_string(out, "\\n");
        else
            buffer_add_char(out, *text);
    }
    buffer_add_char(out, '"');
}

static void add_value(struct buffer *out, const char *text)
{
    bool plain = *text != '\0' && strpbrk(text, " :#\"\\-{}|~\n") == NULL;
    if (plain)
        buffer_add_string(out, text);
    else
        add_quoted(out, text);
}

/* The tree after, beside the tree before in which `changed` has become `text`. */
struct change {
    const struct node *changed;
    const char *text;
};

static void assert_same(const struct node *before, const struct node *after,
                        const struct change *change)
{
    if (before == change->changed) {
        assert_int_equal(after->kind, NODE_SCALAR);
        assert_string_equal(after->text, change->text);
        return;
    }
    assert_int_equal(after->kind, before->kind);
    assert_int_equal(after->count, before->count);
    assert_string_equal(after->text, before->text);
    for (size_t i = 0; i < before->count; i++) {
        if (before->kind == NODE_MAP)
            assert_same(before->key[i], after->key[i], change);
        assert_same(before->item[i], after->item[i], change);
    }
}

static void check_change(const struct node *root, const struct change *change)
{
    const struct source *source = root->place.source;
    const struct node_span span = node_span(change->changed);
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct buffer text = {0};
    buffer_add(&text, source->text, span.start);
    if (span.start == span.end)
        buffer_add_char(&text, ' '); /* after a colon or a hyphen */
    add_value(&text, change->text);
    buffer_add(&text, source->text + span.end, source->length - span.end);
    const struct source *changed = source_new(arena, source->path, text.bytes, text.length);
    const struct node *after = node_parse(arena, changed, diag);
    unit_expect(diag, "");
    assert_same(root, after, change);
    buffer_free(&text);
    diag_free(diag);
    arena_free(arena);
}

/* ---- trees and files ---- */

/* The values that can be replaced, where they are written. */
struct values {
    const struct node *item[8192];
    size_t count;
};

/* A scalar, or nothing after a colon or a hyphen. */
static bool is_replaceable(const struct node *node)
{
    const char *text = node->place.source->text;
    if (node->kind == NODE_LIST || node->kind == NODE_MAP)
        return false;
    return node->end > node->offset || strchr(":-", text[node->offset - 1]) != NULL;
}

static void collect(struct values *values, const struct node *node)
{
    if (is_replaceable(node)) {
        assert_true(values->count < sizeof values->item / sizeof *values->item);
        values->item[values->count++] = node;
    }
    for (size_t i = 0; i < node->count; i++)
        if (node->item[i]->parent == node)
            collect(values, node->item[i]);
}

static void check_changes(const struct node *root)
{
    struct values *values = calloc(1, sizeof *values);
    collect(values, root);
    size_t step = values->count / REPLACED_MOST + 1;
    for (size_t i = 0; i < values->count; i += step)
        check_change(root, &(struct change){values->item[i], new_texts[i / step % NEW_TEXTS]});
    free(values);
}

static void check_source(struct arena *arena, const struct source *source, struct diag *diag)
{
    const struct node *root = node_parse(arena, source, diag);
    unit_expect(diag, "");
    assert_null(root->parent);
    span_check(root);
    check_changes(root);
}

static size_t files_checked;

static int check_file(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    (void)status;
    const char *dot = strrchr(path + where->base, '.');
    if (kind != FTW_F || dot == NULL || strcmp(dot, ".yaml") != 0)
        return 0;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    check_source(arena, source_load(arena, path, (struct place){0}, diag), diag);
    diag_free(diag);
    arena_free(arena);
    files_checked++;
    return 0;
}

static void spans_hold_in_every_file(void **state)
{
    (void)state;
    const char *const folders[] = {"input", "tests/fixtures", "layouts"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        assert_int_equal(nftw(folders[i], check_file, 16, FTW_PHYS), 0);
    assert_true(files_checked > 20);
}

/* ---- ends, marked ---- */

/* Texts with [ and ] around what the value `v` covers; a text without them is checked as it is. */
static void ends_are_exact(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "v: <กข>\nw: 1\n",
        "v: <ก ข>  # note\n\n",
        "v: <one\n  two\n\n  three>\n\n# note\nw: 1\n",
        "v: <\"a\\\"b\n   c\">\n\n",
        "v: <'it''s'> # note\n",
        "v: &a !!str <x> # note\nw: *a\n",
        "v: &a<>\nw: 1\n",
        "v: !!str<>\nw: 1\n",
        "v:<>\nw: 1\n",
        "v:<> # note\n",
        "v: <~>\n",
        "v: <|\n  one\n\n  two>\n\n\nw: 1\n",
        "v: <|\n  one>\n# note\n\nw: 1\n",
        "v: <|-\n  one  >\n  \n \nw: 1\n",
        "v: <|\n  one\n     >\n\nw: 1\n",
        "v: <|+\n  one\n\n>\nw: 1\n",
        "v: <|+\n\n>\nw: 1\n",
        "v: <|> # note\n\nw: 1\n",
        "v: <>-> # note\n\n",
        "v: <>2-\n   one\n  two>\n\n",
        "v: <| # note\n  one>",
        "v: <|\n  one>\r\n\r\nw: 1\r\n",
        "- v: <|-\n    one>\n- w: 2\n",
        "v:\n- <1>\n",
        "v: <[1, {a: b}]> # note\n",
        "v: <{\n  a: 1,\n}>\n",
        "a: {v: <b>, c: d}\n",
        "a: [<v: b>, c]\n",
        "v:\n  <a:\n    - 1\n    - b:>\n\n# note\n",
        "x: &x [1]\nv:\n  <a: *x> # note\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct arena *arena = arena_new();
        struct diag *diag = diag_new();
        const char *open = strchr(texts[i], '<'), *close = strrchr(texts[i], '>');
        char *text = arena_printf(arena, "%.*s%.*s%s", (int)(open - texts[i]), texts[i],
                                  (int)(close - open - 1), open + 1, close + 1);
        const struct node *root =
            node_parse(arena, source_new(arena, "t", text, strlen(text)), diag);
        assert_non_null(root);
        span_check(root);
        size_t start = (size_t)(open - texts[i]), end = (size_t)(close - texts[i]) - 1;
        bool found = false;
        for (const struct node *node = root; node->count > 0; node = node->item[0])
            for (size_t k = 0; k < node->count; k++)
                found |= node->item[k]->offset == start && node->item[k]->end == end;
        if (!found)
            fail_msg("text %zu:\n%s", i, texts[i]);
        diag_free(diag);
        arena_free(arena);
    }
}

static void knows_parents_and_keys(void **state)
{
    (void)state;
    static const char text[] = "a:\n  - &x {b: 1}\n  - c: *x\nd: 2\n";
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    const struct node *root =
        node_parse(arena, source_new(arena, "t", text, sizeof text - 1), diag);
    const struct node *list = root->item[0], *first = list->item[0], *b = first->item[0];
    assert_string_equal(node_key(b)->text, "b");
    assert_ptr_equal(node_key(node_key(b)), node_key(b));
    assert_ptr_equal(b->parent, first);
    assert_null(node_key(first));
    assert_int_equal(list->item[1]->index, 1);
    assert_ptr_equal(list->item[1]->item[0], first); /* which stays where it is written */
    assert_ptr_equal(first->parent, list);
    assert_int_equal(first->index, 0);
    assert_string_equal(node_key(list)->text, "a");
    assert_null(node_key(root));
    assert_int_equal(root->item[1]->index, 1);
    diag_free(diag);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_are_exact),
        cmocka_unit_test(knows_parents_and_keys),
        cmocka_unit_test(spans_hold_in_every_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
