/* The keys that lead to a place, from the node that the place knows. */
#include "unit.h"

#include "audit/rule.h"
#include "source/source.h"
#include "yaml/node.h"

static const char text[] = "indicators:\n"
                           "  7: {public: 90, survey: 80}\n"
                           "measures:\n"
                           "  - id: m1\n"
                           "    steps: [ก, ข]\n"
                           "  - number: 3\n"
                           "    text: |\n"
                           "      หนึ่ง\n"
                           "      สอง\n"
                           "  - {number: , note: x}\n"
                           "again: &a [y]\n"
                           "more: *a\n";

static const struct node *find(const struct node *node, const char *scalar)
{
    const struct node *found = node->length > 0 && strcmp(node->text, scalar) == 0 ? node : NULL;
    for (size_t i = 0; i < node->count && found == NULL; i++) {
        found = find(node->item[i], scalar);
        if (found == NULL && node->kind == NODE_MAP)
            found = find(node->key[i], scalar);
    }
    return found;
}

static void names_the_keys_of_a_place(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    const struct source *source = source_new(arena, "in/results.yaml", text, sizeof text - 1);
    const struct node *root = node_parse(arena, source, diag);
    static const char *const cases[][2] = {
        {"90", "results.indicators.7.public"},
        {"public", "results.indicators.7.public"},
        {"m1", "results.measures.m1.id"},
        {"ข", "results.measures.m1.steps.2"},
        {"หนึ่ง\nสอง\n", "results.measures.3.text"},
        {"x", "results.measures.3.note"},
        {"y", "results.again.1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(key_path(arena, find(root, cases[i][0])->place, "f.yaml"), cases[i][1]);
    struct place inside = node_place_inside(find(root, "หนึ่ง\nสอง\n"), strlen("หนึ่ง\n"));
    assert_int_equal(inside.line, 9);
    assert_string_equal(key_path(arena, inside, NULL), "results.measures.3.text");
    assert_string_equal(key_path(arena, root->place, "../results.yaml"), "framework");
    diag_free(diag);
    arena_free(arena);
}

static void places_made_by_hand_have_no_keys(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct source source = {"in/edition.yaml", "a: 1\n", 5};
    assert_string_equal(key_path(arena, place_at(&source, 1, 4), NULL), "edition");
    assert_string_equal(key_path(arena, (struct place){0}, NULL), "");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_keys_of_a_place),
        cmocka_unit_test(places_made_by_hand_have_no_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
