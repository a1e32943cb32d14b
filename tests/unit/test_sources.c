/* What a run has read: files in order, texts in their place, and why a file cannot be read. */
#include "unit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/file.h"
#include "source/source.h"
#include "source/sources.h"

static const struct place nowhere = {0};

struct folder {
    struct arena *arena;
    struct sources *sources;
    struct diag *diag;
    const char *path;
};

static int set_up(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    if (folder == NULL)
        return -1;
    folder->arena = arena_new();
    folder->sources = sources_new();
    folder->diag = diag_new();
    folder->path = file_temporary_folder(folder->arena);
    *state = folder;
    return folder->path != NULL ? 0 : -1;
}

static int tear_down(void **state)
{
    struct folder *folder = *state;
    file_remove_folder(folder->path);
    diag_free(folder->diag);
    sources_free(folder->sources);
    arena_free(folder->arena);
    free(folder);
    return 0;
}

/* The path of a file in the folder. */
static const char *in(const struct folder *folder, const char *name)
{
    return file_join(folder->arena, folder->path, name);
}

static const char *file_with(const struct folder *folder, const char *name, const char *text)
{
    const char *path = in(folder, name);
    assert_true(file_write(path, text, strlen(text)));
    return path;
}

static void give(struct folder *folder, const char *path, const char *text, int64_t changed)
{
    struct sources_given given = {path, text, strlen(text), changed};
    sources_give(folder->sources, &given);
}

static void assert_reads(struct folder *folder, const char *path, const char *expected)
{
    const struct source *source = sources_read(folder->sources, path, nowhere, folder->diag);
    assert_non_null(source);
    assert_string_equal(source->path, path);
    assert_string_equal(source->text, expected);
    assert_int_equal(source->length, strlen(expected));
}

static void records_what_was_read(void **state)
{
    struct folder *folder = *state;
    const char *b = file_with(folder, "b", "2"), *a = file_with(folder, "a", "1");
    assert_null(sources_find(folder->sources, b));
    assert_reads(folder, b, "2");
    assert_reads(folder, a, "1");
    assert_reads(folder, b, "2");
    assert_null(sources_read(folder->sources, in(folder, "c"), nowhere, folder->diag));
    size_t count = 0;
    const struct sources_file *file = sources_files(folder->sources, &count);
    assert_int_equal(count, 3);
    assert_string_equal(file[0].path, b);
    assert_string_equal(file[1].path, a);
    assert_string_equal(file[2].path, b);
    assert_ptr_equal(sources_find(folder->sources, b), file[0].source);
    assert_null(sources_find(folder->sources, in(folder, "c")));
}

static void gives_texts_in_place_of_files(void **state)
{
    struct folder *folder = *state;
    const char *path = file_with(folder, "real", "from the file");
    assert_int_equal(symlink("real", in(folder, "link")), 0);
    const char *none = in(folder, "none/at/all");
    assert_reads(folder, path, "from the file");
    assert_false(sources_exists(folder->sources, none));
    give(folder, in(folder, "x/../link"), "from the editor", 0);
    give(folder, in(folder, "none/./at/x/../all"), "from nowhere", 0);
    assert_reads(folder, path, "from the editor");
    assert_reads(folder, in(folder, "link"), "from the editor");
    assert_reads(folder, none, "from nowhere");
    assert_true(sources_exists(folder->sources, none));
    assert_false(sources_exists(folder->sources, in(folder, "none")));
    give(folder, path, "from the editor, later", 0);
    assert_reads(folder, path, "from the editor, later");
    unit_expect(folder->diag, "");
}

/* Text may hold anything, and none of it. */
static void gives_any_bytes(void **state)
{
    struct folder *folder = *state;
    sources_give(folder->sources, &(struct sources_given){"relative", "a\0b", 3, 0});
    const struct source *source = sources_read(folder->sources, "relative", nowhere, folder->diag);
    assert_int_equal(source->length, 3);
    assert_memory_equal(source->text, "a\0b", 4);
    give(folder, "./relative", "", 0);
    assert_reads(folder, "relative", "");
}

static void knows_the_newest(void **state)
{
    struct folder *folder = *state;
    assert_int_equal(sources_newest(folder->sources), 0);
    const char *path = file_with(folder, "a", "1");
    const struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 2000}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
    assert_reads(folder, path, "1");
    assert_int_equal(sources_newest(folder->sources), 2000);
    give(folder, path, "2", 3000);
    assert_int_equal(sources_newest(folder->sources), 2000);
    assert_reads(folder, path, "2");
    assert_int_equal(sources_newest(folder->sources), 3000);
}

static void says_why_a_file_cannot_be_read(void **state)
{
    struct folder *folder = *state;
    const struct source source = {"e.yaml", "f: no\n", 6};
    struct place from = place_at(&source, 1, 4);
    assert_null(sources_read(folder->sources, "/nowhere/at/all", from, folder->diag));
    assert_null(source_load(folder->arena, "/", from, folder->diag));
    assert_null(source_load(folder->arena, "/dev/zero", from, folder->diag));
    unit_expect(folder->diag,
                "e.yaml:1:4: error: there is no file /nowhere/at/all [file-missing]\n"
                "e.yaml:1:4: error: / is a folder, and a file is needed here [file-is-folder]\n"
                "e.yaml:1:4: error: /dev/zero is a pipe or a device, and a file is needed here "
                "[file-special]\n");
}

/* What others have read counts only where it is the same; what they watch is no text. */
static void adopts_what_is_the_same(void **state)
{
    struct folder *folder = *state;
    const char *text = file_with(folder, "a", "1"), *font = file_with(folder, "f", "glyphs");
    struct sources *others = sources_new_beside(folder->sources);
    assert_non_null(sources_read(others, text, nowhere, folder->diag));
    sources_watch(others, font);
    sources_watch(others, in(folder, "none"));
    assert_true(sources_adopt(folder->sources, others));
    size_t count = 0;
    const struct sources_file *file = sources_files(folder->sources, &count);
    assert_int_equal(count, 1);
    assert_string_equal(file->path, text);
    file_with(folder, "f", "others");
    assert_false(sources_adopt(folder->sources, others));
    sources_free(others);
    others = sources_new_beside(folder->sources);
    assert_non_null(sources_read(others, text, nowhere, folder->diag));
    give(folder, text, "2", 7);
    assert_false(sources_adopt(folder->sources, others));
    give(folder, text, "1", 7);
    assert_true(sources_adopt(folder->sources, others));
    file = sources_files(folder->sources, &count);
    assert_int_equal(count, 2);
    assert_int_equal(file[1].changed, 7);
    sources_free(others);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(records_what_was_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_texts_in_place_of_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_any_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_the_newest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(says_why_a_file_cannot_be_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(adopts_what_is_the_same, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
