/* Memory of an arena, and arrays that grow in it. */
#include "unit.h"

static void gives_zeroed_memory_of_any_size(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 1, 7, 64 * 1024, 200 * 1024, 3, 40 * 1024, 40 * 1024};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        unsigned char *bytes = arena_alloc(arena, sizes[i], 1);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t b = 0; b < sizes[i]; b++)
            assert_int_equal(bytes[b], 0);
        memset(bytes, 0xAA, sizes[i]);
    }
    arena_free(arena);
    arena_free(NULL);
}

static void copies_and_prints(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(arena_copy(arena, "abc", 2), "ab");
    assert_string_equal(arena_copy(arena, NULL, 0), "");
    assert_string_equal(arena_string(arena, "น้ำ"), "น้ำ");
    assert_string_equal(arena_printf(arena, "%d %s", 7, "x"), "7 x");
    arena_free(arena);
}

static void grows_arrays(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    uint32_t *inside = NULL, *outside = NULL;
    size_t inside_room = 0, outside_room = 0;
    for (uint32_t i = 0; i < 1000; i++) {
        const uint32_t *before = inside;
        bool full = i == inside_room;
        inside = arena_room(arena, inside, i, &inside_room, sizeof *inside);
        outside = memory_room(outside, i, &outside_room, sizeof *outside);
        assert_true(inside_room > i && outside_room > i);
        assert_true(full || inside == before);
        inside[i] = outside[i] = i;
    }
    for (uint32_t i = 0; i < 1000; i++) {
        assert_int_equal(inside[i], i);
        assert_int_equal(outside[i], i);
    }
    free(outside);
    char *copy = memory_string("น้ำ");
    assert_string_equal(copy, "น้ำ");
    free(copy);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_memory_of_any_size),
        cmocka_unit_test(copies_and_prints),
        cmocka_unit_test(grows_arrays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
