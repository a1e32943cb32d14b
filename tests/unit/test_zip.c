/* ZIP archives: what is written is read, the same bytes each time; hostile ones are refused with a message. */
#include "sheet_unit.h"
#include "zip/zip_records.h"

static const struct unit_part parts[] = {{"mimetype", "application/x"},
                                         {"เอกสาร/ก.txt", "สวัสดี สวัสดี สวัสดี สวัสดี"},
                                         {"empty", ""},
                                         {NULL, NULL}};

struct fixture {
    struct arena *arena;
    struct diag *diag;
    struct buffer bytes;
};

static int setup(void **state)
{
    struct fixture *f = memory_zeroed(1, sizeof *f);
    *f = (struct fixture){arena_new(), diag_new(), unit_archive(parts)};
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    buffer_free(&f->bytes);
    diag_free(f->diag);
    arena_free(f->arena);
    free(f);
    return 0;
}

static bool open(struct fixture *f, struct zip *zip)
{
    return zip_open(f->arena, "f.zip", f->bytes.bytes, f->bytes.length, f->diag, zip);
}

static void check_refused(struct fixture *f, const char *said)
{
    struct zip zip;
    assert_false(open(f, &zip));
    char *lines = unit_headlines(f->diag);
    if (strstr(lines, said) == NULL)
        fail_msg("%s instead of %s", lines, said);
    free(lines);
}

static char *find_sign(struct fixture *f, uint32_t sign, int turn)
{
    for (size_t at = 0; at + 4 <= f->bytes.length; at++)
        if (zip_four(f->bytes.bytes + at) == sign && turn-- == 0)
            return f->bytes.bytes + at;
    fail_msg("no such record");
    return NULL;
}

static void put_four(char *at, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        at[i] = (char)(number >> 8 * i & 0xFF);
}

static void test_written_is_read(void **state)
{
    struct fixture *f = *state;
    struct zip zip;
    assert_true(open(f, &zip));
    assert_int_equal(zip.entries, 3);
    for (const struct unit_part *part = parts; part->name != NULL; part++) {
        struct buffer out = {0};
        const struct zip_entry *entry = zip_find(&zip, part->name);
        assert_non_null(entry);
        assert_true(zip_unpack(&zip, entry, f->diag, &out));
        assert_string_equal(buffer_text(&out), part->text);
        buffer_free(&out);
    }
    assert_null(zip_find(&zip, "mimetyp"));
}

static void test_same_bytes(void **state)
{
    struct fixture *f = *state;
    struct buffer again = unit_archive(parts);
    assert_int_equal(again.length, f->bytes.length);
    assert_memory_equal(again.bytes, f->bytes.bytes, again.length);
    buffer_free(&again);
}

static void test_every_cut_is_refused(void **state)
{
    struct fixture *f = *state;
    size_t whole = f->bytes.length;
    for (size_t length = 0; length < whole; length++) {
        struct zip zip;
        struct diag *diag = diag_new();
        assert_false(zip_open(f->arena, "f.zip", f->bytes.bytes, length, diag, &zip));
        assert_int_equal(diag_count(diag, DIAG_ERROR), 1);
        diag_free(diag);
    }
}

static void test_size_that_is_not_so(void **state)
{
    struct fixture *f = *state;
    struct zip zip;
    struct buffer out = {0};
    put_four(find_sign(f, ZIP_CENTRAL_SIGN, 1) + 24, 5);
    put_four(find_sign(f, ZIP_LOCAL_SIGN, 1) + 22, 5);
    assert_true(open(f, &zip));
    assert_false(zip_unpack(&zip, zip_find(&zip, "เอกสาร/ก.txt"), f->diag, &out));
    assert_int_equal(out.length, 0);
    buffer_free(&out);
}

static void test_size_told_twice_differently(void **state)
{
    put_four(find_sign(*state, ZIP_CENTRAL_SIGN, 1) + 24, 5);
    check_refused(*state, "is not what its list of contents says");
}

static void test_bomb(void **state)
{
    put_four(find_sign(*state, ZIP_CENTRAL_SIGN, 1) + 24, 1u << 30);
    check_refused(*state, "far more than a table needs");
}

static void test_zip64(void **state)
{
    put_four(find_sign(*state, ZIP_CENTRAL_SIGN, 0) + 20, 0xFFFFFFFFu);
    check_refused(*state, "ZIP64");
}

static void test_encrypted(void **state)
{
    find_sign(*state, ZIP_CENTRAL_SIGN, 0)[8] = ZIP_FLAG_ENCRYPTED;
    check_refused(*state, "password");
}

static void test_method(void **state)
{
    find_sign(*state, ZIP_CENTRAL_SIGN, 0)[10] = 14;
    check_refused(*state, "packed in a way not known");
}

static void test_overlap(void **state)
{
    struct fixture *f = *state;
    /* The third entry's record names the place of the second, whose header then has another name. */
    uint32_t second = zip_four(find_sign(f, ZIP_CENTRAL_SIGN, 1) + 42);
    put_four(find_sign(f, ZIP_CENTRAL_SIGN, 2) + 42, second);
    check_refused(f, "is not what its list of contents says");
}

static void test_overlap_of_twins(void **state)
{
    struct fixture *f = *state;
    buffer_free(&f->bytes);
    const struct unit_part twins[] = {{"a", "1"}, {"a", "1"}, {NULL, NULL}};
    f->bytes = unit_archive(twins);
    put_four(find_sign(f, ZIP_CENTRAL_SIGN, 1) + 42, 0);
    check_refused(f, "shares bytes with another");
}

static void test_name_twice(void **state)
{
    struct fixture *f = *state;
    buffer_free(&f->bytes);
    const struct unit_part twins[] = {{"a", "1"}, {"b", "1"}, {"a", "2"}, {NULL, NULL}};
    f->bytes = unit_archive(twins);
    check_refused(f, "has its part a twice");
}

static void test_names_that_lead_out(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {"../x", "/etc/x", "a/../../x", "a\\b",
                                        "C:x",  "a//b",   "./a"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        buffer_free(&f->bytes);
        const struct unit_part one[] = {{names[i], "1"}, {NULL, NULL}};
        f->bytes = unit_archive(one);
        check_refused(f, "leads out of it");
    }
}

static void test_checksum(void **state)
{
    struct fixture *f = *state;
    struct zip zip;
    struct buffer out = {0};
    find_sign(f, ZIP_LOCAL_SIGN, 0)[14] ^= 1;
    find_sign(f, ZIP_CENTRAL_SIGN, 0)[16] ^= 1;
    assert_true(open(f, &zip));
    assert_false(zip_unpack(&zip, zip_find(&zip, "mimetype"), f->diag, &out));
    buffer_free(&out);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_written_is_read),
        TEST(test_same_bytes),
        TEST(test_every_cut_is_refused),
        TEST(test_size_that_is_not_so),
        TEST(test_size_told_twice_differently),
        TEST(test_bomb),
        TEST(test_zip64),
        TEST(test_encrypted),
        TEST(test_method),
        TEST(test_overlap),
        TEST(test_overlap_of_twins),
        TEST(test_name_twice),
        TEST(test_names_that_lead_out),
        TEST(test_checksum),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
