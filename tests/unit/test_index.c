/* Elements found by a hash, among others with the same. */
#include "unit.h"

#include "base/index.h"

static void finds_all_of_a_hash(void **state)
{
    (void)state;
    struct index index = {0};
    assert_true(index_first(&index, 7) == INDEX_END);
    for (uint32_t i = 0; i < 1000; i++)
        index_add(&index, i % 10 * 64); /* of few chains at first */
    for (uint32_t hash = 0; hash < 10; hash++) {
        size_t expected = 990 + hash, found = 0;
        for (size_t i = index_first(&index, hash * 64); i != INDEX_END; i = index_next(&index, i)) {
            assert_int_equal(i, expected);
            expected -= 10;
            found++;
        }
        assert_int_equal(found, 100);
    }
    assert_true(index_first(&index, 640) == INDEX_END);
    assert_true(index_first(&index, 1) == INDEX_END);
    index_free(&index);
    assert_true(index_first(&index, 0) == INDEX_END);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_all_of_a_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
