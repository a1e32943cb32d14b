/*
 * A valid text is damaged in some thousand ways, always the same, and parsed: there must be a tree or
 * an error, every place must lie in the text, and every letter of a scalar must be found again at
 * the place that node_place_inside gives for it, and a cursor that has come there byte by byte.
 */
#include "span_unit.h"

#include "base/utf8.h"
#include "source/source.h"
#include "yaml/node_walk.h"

enum { ROUNDS = 6000 };

static const char sample[] = "# ฉบับ\n"
                             "name: &n องค์การบริหาร\n"
                             "'quoted ''key''': \"a \\u0E01 \\\n"
                             "   b\"\n"
                             "list:\n"
                             "- one\n"
                             "- {x: [1, ๒], y: *n, \"z\": }\n"
                             "-  - ก\n"
                             "   - !!str 12\n"
                             "prose: |2-\n"
                             "   ย่อหน้า **หนึ่ง** {{ a.b | c }}\n"
                             "\n"
                             "  two\n"
                             "folded: >+\n"
                             "    ยาว ๆ\n"
                             "    x\n"
                             "\n"
                             "\n"
                             "      more\n"
                             "    less\n"
                             "plain: ก ข\n"
                             "  ค\n"
                             "\n"
                             "  ง\n"
                             "last: 98.22\n";

static const char *const insertions[] = {
    "\t",      "\n", " ",    "  ",   ":",    ": ",  "-", "- ",  "\"",   "'",  "{",    "}",   "[",
    "]",       ",",  "&n ",  "*n",   "!",    "|\n", ">", "#",   " #",   "\\", "%",    "@",   "---",
    "\n---\n", "?",  "\r\n", "\xE0", "\xFF", "ก",   "ํ",  "{{ ", "\033", "~",  "\n\n", "    "};

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void damage(struct buffer *text, uint32_t *random)
{
    char copy[4096];
    size_t at = next_random(random) % (text->length + 1);
    size_t cut = next_random(random) % 12;
    if (cut > text->length - at)
        cut = text->length - at;
    size_t rest = text->length - at;
    assert_true(rest <= sizeof copy);
    memcpy(copy, text->bytes + at, rest);
    text->length = at;
    switch (next_random(random) % 4) {
    case 0: /* leave some bytes out */
        buffer_add(text, copy + cut, rest - cut);
        break;
    case 1: /* put something in */
        buffer_add_string(
            text, insertions[next_random(random) % (sizeof insertions / sizeof *insertions)]);
        buffer_add(text, copy, rest);
        break;
    case 2: /* say something twice */
        buffer_add(text, copy, cut);
        buffer_add(text, copy, rest);
        break;
    default: /* end early, rarely */
        if (next_random(random) % 8 != 0)
            buffer_add(text, copy, rest);
    }
    buffer_add(text, "", 0);
}

/* The byte at a place; fails when the place is not in the text. */
static size_t offset_of(struct place place)
{
    const struct source *source = place.source;
    size_t at = source->length >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (uint32_t line = 1; line < place.line; line++) {
        const char *end = memchr(source->text + at, '\n', source->length - at);
        assert_non_null(end);
        at = (size_t)(end - source->text) + 1;
    }
    for (uint32_t column = 1; column < place.column; column++) {
        assert_true(at < source->length && source->text[at] != '\n');
        utf8_next(source->text, source->length, &at);
    }
    return at;
}

static bool is_escaped(const struct node *scalar)
{
    return scalar->quoted && !scalar->block &&
           strchr("\"'", scalar->place.source->text[scalar->offset]);
}

static void check_scalar(const struct node *scalar)
{
    struct node_cursor cursor = node_cursor(scalar);
    for (size_t at = 0; at < scalar->length;) {
        size_t start = at;
        utf8_next(scalar->text, scalar->length, &at);
        struct place place = node_place_inside(scalar, start);
        struct place again = node_cursor_go(&cursor, start);
        assert_true(again.line == place.line && again.column == place.column);
        size_t offset = offset_of(place);
        const struct source *source = place.source;
        bool blank = scalar->text[start] == ' ' || scalar->text[start] == '\n';
        if (blank || is_escaped(scalar))
            continue;
        if (memcmp(source->text + offset, scalar->text + start, at - start) != 0)
            fail_msg("byte %zu of \"%s\" is not at %u:%u of\n%s", start, scalar->text,
                     (unsigned)place.line, (unsigned)place.column, source->text);
    }
}

static void check_node(const struct node *node)
{
    assert_int_equal(offset_of(node->place), node->offset);
    if (node->kind == NODE_SCALAR)
        check_scalar(node);
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == NODE_MAP)
            check_node(node->key[i]);
        check_node(node->item[i]);
    }
}

static void assert_well_formed(const char *utf8, size_t length)
{
    for (size_t at = 0; at < length;)
        assert_true(utf8_next(utf8, length, &at) != UTF8_BAD);
}

static void check_text(const struct buffer *text)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    const struct source *source = source_new(arena, "t", text->bytes, text->length);
    const struct node *node = node_parse(arena, source, diag);
    assert_true(node != NULL || diag_failed(diag));
    if (node != NULL) {
        check_node(node);
        span_check(node);
        struct buffer out = {0};
        node_dump(node, &out);
        assert_well_formed(out.bytes, out.length);
        buffer_free(&out);
    }
    char *printed = unit_printed(diag, (struct diag_style){.language = DIAG_THAI});
    assert_well_formed(printed, strlen(printed));
    free(printed);
    arena_free(arena);
    diag_free(diag);
}

static void survives_damage(void **state)
{
    (void)state;
    uint32_t random = 2568;
    struct buffer text = {0};
    for (int round = 0; round < ROUNDS; round++) {
        buffer_clear(&text);
        buffer_add_string(&text, sample);
        if (round > 0)
            for (uint32_t times = next_random(&random) % 4 + 1; times > 0; times--)
                damage(&text, &random);
        check_text(&text);
    }
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(survives_damage)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
