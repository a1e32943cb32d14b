/* FNV-1a against the test vectors of its authors. */
#include "unit.h"

#include "base/hash.h"

static void agrees_with_the_vectors(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t hash;
        uint64_t wide;
    } rows[] = {
        {"", 0x811c9dc5u, 0xcbf29ce484222325u},
        {"a", 0xe40c292cu, 0xaf63dc4c8601ec8cu},
        {"foobar", 0xbf9cf968u, 0x85944171f73967e8u},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t length = strlen(rows[i].text);
        assert_int_equal(hash_bytes(HASH_START, rows[i].text, length), rows[i].hash);
        assert_true(hash_wide_bytes(HASH_WIDE_START, rows[i].text, length) == rows[i].wide);
    }
}

static void goes_on(void **state)
{
    (void)state;
    uint32_t start = hash_bytes(HASH_START, "foo", 3);
    assert_int_equal(hash_bytes(start, "bar", 3), hash_bytes(HASH_START, "foobar", 6));
    assert_int_equal(hash_step(HASH_START, 'a'), hash_bytes(HASH_START, "a", 1));
    assert_int_not_equal(hash_step(HASH_START, 0x0E01), hash_step(HASH_START, 0x01));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_vectors),
        cmocka_unit_test(goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
