/* The journal of an editor: kept, bounded, and never believed when it is damaged or out of date. */
#include "unit.h"

#include "edit/change.h"
#include "edit/journal.h"
#include "source/file.h"

struct place_to_be {
    struct arena *arena;
    char *folder;
    const char *path, *file;
};

static int set_up(void **state)
{
    struct place_to_be *at = calloc(1, sizeof *at);
    at->arena = arena_new();
    at->folder = file_temporary_folder(at->arena);
    at->path = file_join(at->arena, at->folder, "kept.journal");
    at->file = file_join(at->arena, at->folder, "results.yaml");
    *state = at;
    return 0;
}

static int tear_down(void **state)
{
    struct place_to_be *at = *state;
    file_remove_folder(at->folder);
    arena_free(at->arena);
    free(at);
    return 0;
}

/* Changes of a file that holds one number more each time: 0, 1, 2 … */
static struct editor_entry *make(struct place_to_be *at, size_t count, size_t padding)
{
    struct editor_entry *entry = ARENA_NEW(at->arena, struct editor_entry, count);
    for (size_t i = 0; i < count; i++) {
        char *was = arena_printf(at->arena, "%zu\n%*s", i, (int)padding, "");
        char *is = arena_printf(at->arena, "%zu\n%*s", i + 1, (int)padding, "");
        entry[i] = (struct editor_entry){.path = at->file,
                                         .old_bytes = was,
                                         .old_length = strlen(was),
                                         .new_bytes = is,
                                         .new_length = strlen(is),
                                         .before = checksum_of(was, strlen(was)),
                                         .after = checksum_of(is, strlen(is))};
    }
    return entry;
}

static struct journal keep(struct place_to_be *at, size_t count, size_t done, size_t padding)
{
    struct journal journal = {make(at, count, padding), count, done};
    const char *now = done > 0 ? journal.entry[done - 1].new_bytes : journal.entry[0].old_bytes;
    assert_true(file_write(at->file, now, strlen(now)));
    assert_true(journal_write(at->path, &journal));
    return journal_read(at->arena, at->path, at->folder);
}

static void what_was_kept_is_read(void **state)
{
    struct place_to_be *at = *state;
    struct journal journal = keep(at, 3, 2, 0);
    assert_int_equal(journal.count, 3);
    assert_int_equal(journal.done, 2);
    assert_string_equal(journal.entry[1].path, at->file);
    assert_memory_equal(journal.entry[2].new_bytes, "3\n", 2);
    assert_int_equal(journal.entry[2].new_length, 2);
}

static void only_the_latest_are_kept(void **state)
{
    struct place_to_be *at = *state;
    struct journal many = keep(at, JOURNAL_ENTRIES + 50, JOURNAL_ENTRIES + 50, 0);
    assert_int_equal(many.count, JOURNAL_ENTRIES);
    assert_int_equal(many.done, JOURNAL_ENTRIES);
    assert_memory_equal(many.entry[0].old_bytes, "50\n", 3);
    struct journal large = keep(at, 12, 12, JOURNAL_BYTES / 8);
    assert_int_equal(large.count, 3);
    struct buffer bytes = {0};
    assert_int_equal(file_read(at->path, &bytes), 0);
    assert_true(bytes.length < JOURNAL_BYTES + 4096);
    buffer_free(&bytes);
}

static void one_that_is_out_of_date_is_none(void **state)
{
    struct place_to_be *at = *state;
    assert_int_equal(keep(at, 3, 2, 0).count, 3);
    assert_true(file_write(at->file, "other\n", 6));
    assert_int_equal(journal_read(at->arena, at->path, at->folder).count, 0);
    assert_int_equal(journal_read(at->arena, at->file, at->folder).count, 0);
    assert_int_equal(journal_read(at->arena, "/nowhere/at/all", at->folder).count, 0);
}

/* Every byte changed in turn, and every length: no crash, and no file but one of the folder is named. */
static void one_that_is_damaged_names_no_other_file(void **state)
{
    struct place_to_be *at = *state;
    keep(at, 2, 1, 0);
    struct buffer bytes = {0};
    assert_int_equal(file_read(at->path, &bytes), 0);
    static const char letters[] = "9/.\n a";
    for (size_t i = 0; i < bytes.length; i++)
        for (const char *letter = letters; *letter != '\0'; letter++) {
            char *text = arena_copy(at->arena, bytes.bytes, bytes.length);
            text[i] = *letter;
            assert_true(file_write(at->path, text, letter == letters ? i : bytes.length));
            struct journal journal = journal_read(at->arena, at->path, at->folder);
            for (size_t k = 0; k < journal.count; k++)
                assert_true(file_is_below(file_real(at->arena, at->folder),
                                          file_real(at->arena, journal.entry[k].path)));
        }
    buffer_free(&bytes);
}

/* ---- lines ---- */

static void assert_lines(const char *text, size_t first, size_t last, const char *now,
                         const char *whole)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct source source = {"results.yaml", text, strlen(text)};
    struct edit_change change;
    size_t length;
    bool good = edit_lines(arena, &source, (struct edit_lines){first, last}, now, diag, &change);
    assert_int_equal(good, whole != NULL);
    if (good)
        assert_string_equal(edit_changed(arena, &change, &length), whole);
    else
        assert_int_equal(diag_count(diag, DIAG_ERROR), 1);
    diag_free(diag);
    arena_free(arena);
}

static void a_line_is_typed_again(void **state)
{
    (void)state;
    assert_lines("a\nb\nc\n", 2, 2, "d: 1", "a\nd: 1\nc\n");
    assert_lines("a\nb", 2, 2, "", "a\n");
    assert_lines("a\nb\n", 3, 3, "c", "a\nb\nc");
    assert_lines("a\r\nb\r\nc", 2, 2, "x\ny", "a\r\nx\r\ny\r\nc");
    assert_lines("a\r\nb\r\n\r\nc", 1, 3, "a\r\nx\r\n", "a\r\nx\r\n\r\nc");
    assert_lines("a\nb\n\nc\n", 1, 3, "a\nb\n", "a\nb\n\nc\n");
    assert_lines("", 1, 1, "a", "a");
    assert_lines("a\n", 2, 3, "b", NULL);
    assert_lines("a\n", 0, 1, "b", NULL);
    assert_lines("a\nb\n", 2, 1, "b", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_kept_is_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_the_latest_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_that_is_out_of_date_is_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_that_is_damaged_names_no_other_file, set_up, tear_down),
        cmocka_unit_test(a_line_is_typed_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
