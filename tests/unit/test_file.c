/* Writing aside and renaming, making folders, and paths. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "source/file.h"

struct folder {
    struct arena *arena;
    char *path;
};

static int make_folder(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    char name[] = P_tmpdir "/itareport-test-XXXXXX";
    if (folder == NULL || mkdtemp(name) == NULL)
        return -1;
    folder->arena = arena_new();
    folder->path = arena_string(folder->arena, name);
    *state = folder;
    return 0;
}

static int remove_folder(void **state)
{
    struct folder *folder = *state;
    char *command = arena_printf(folder->arena, "rm -rf '%s'", folder->path);
    int status = system(command);
    arena_free(folder->arena);
    free(folder);
    return status;
}

static void assert_content(const char *path, const char *expected)
{
    struct buffer bytes = {0};
    assert_int_equal(file_read(path, &bytes), 0);
    assert_string_equal(buffer_text(&bytes), expected);
    buffer_free(&bytes);
}

static void writes_and_replaces(void **state)
{
    struct folder *folder = *state;
    char *path = file_join(folder->arena, folder->path, "a/b/c.txt");
    assert_false(file_exists(path));
    assert_true(file_write(path, "one", 3));
    assert_content(path, "one");
    assert_int_equal(chmod(path, 0640), 0);
    assert_true(file_write(path, "two", 3));
    assert_content(path, "two");
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    assert_true(file_is_folder(file_join(folder->arena, folder->path, "a/b")));
    assert_false(file_is_folder(path));
}

/* How many names a folder holds. */
static void assert_names(struct folder *folder, int count)
{
    char *command =
        arena_printf(folder->arena, "test $(ls -A '%s' | wc -l) = %d", folder->path, count);
    assert_int_equal(system(command), 0);
}

/* The system lets no file grow that far: the old file stays, and nothing is left beside it. */
static void leaves_the_old_when_full(void **state)
{
    struct folder *folder = *state;
    char *path = file_join(folder->arena, folder->path, "kept");
    char large[4096] = "";
    struct rlimit before;
    assert_true(file_write(path, "old", 3));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit small = {1024, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool written = file_write(path, large, sizeof large);
    int error = errno;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(written);
    assert_int_equal(error, EFBIG);
    assert_content(path, "old");
    assert_names(folder, 1);
}

/* A folder is where the file should be: it stays, and nothing is left beside it. */
static void leaves_the_old_on_failure(void **state)
{
    struct folder *folder = *state;
    char *path = file_join(folder->arena, folder->path, "kept");
    char *inside = file_join(folder->arena, path, "inside");
    assert_true(file_write(inside, "old", 3));
    assert_false(file_write(path, "new", 3));
    assert_int_equal(errno, EISDIR);
    assert_content(inside, "old");
    assert_false(file_write(file_join(folder->arena, inside, "below"), "new", 3));
    assert_int_equal(errno, ENOTDIR);
    assert_content(inside, "old");
    assert_names(folder, 1);
}

static void compares_bytes(void **state)
{
    struct folder *folder = *state;
    char *path = file_join(folder->arena, folder->path, "some");
    assert_false(file_equals(path, "", 0));
    assert_true(file_write(path, "a\0b", 3));
    assert_true(file_equals(path, "a\0b", 3));
    assert_false(file_equals(path, "a\0c", 3));
    assert_false(file_equals(path, "a\0", 2));
    assert_false(file_equals(folder->path, "", 0));
}

static void keeps_links_and_devices(void **state)
{
    struct folder *folder = *state;
    char *path = file_join(folder->arena, folder->path, "real");
    char *link = file_join(folder->arena, folder->path, "link");
    assert_true(file_write(path, "old", 3));
    assert_int_equal(symlink("real", link), 0);
    assert_true(file_write(link, "new", 3));
    assert_content(path, "new");
    assert_true(file_write("/dev/null", "x", 1));
}

static void tidies_paths(void **state)
{
    struct folder *folder = *state;
    static const struct {
        const char *base, *name, *expected;
    } cases[] = {
        {"input/2568/edition.yaml", "results.yaml", "input/2568/results.yaml"},
        {"input/2568/edition.yaml", "../frameworks/2568.yaml", "input/frameworks/2568.yaml"},
        {"edition.yaml", "a.yaml", "a.yaml"},
        {"edition.yaml", "../a.yaml", "../a.yaml"},
        {"../x/edition.yaml", "../../a.yaml", "../../a.yaml"},
        {"/x/edition.yaml", "../../a.yaml", "/a.yaml"},
        {"x/edition.yaml", "/y/./z//a.yaml", "/y/z/a.yaml"},
        {"x/edition.yaml", "..", "."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(file_beside(folder->arena, cases[i].base, cases[i].name),
                            cases[i].expected);
    assert_string_equal(file_join(folder->arena, "a/", "b"), "a/b");
    assert_string_equal(file_join(folder->arena, "", "b"), "b");
    assert_string_equal(file_name("a/b.c"), "b.c");
    assert_string_equal(file_name("b.c"), "b.c");
}

static void stays_inside(void **state)
{
    struct folder *folder = *state;
    struct arena *arena = folder->arena;
    const char *edition = file_join(arena, folder->path, "edition");
    const char *inner = file_join(arena, edition, "images/a.png");
    const char *outer = file_join(arena, folder->path, "b.png");
    assert_true(file_write(inner, "a", 1) && file_write(outer, "b", 1));
    assert_int_equal(symlink(outer, file_join(arena, edition, "out.png")), 0);
    assert_int_equal(symlink("images/a.png", file_join(arena, edition, "in.png")), 0);
    assert_string_equal(file_inside(arena, edition, "images/a.png"), inner);
    assert_string_equal(file_inside(arena, edition, "./x/../images//a.png"), inner);
    assert_non_null(file_inside(arena, edition, "in.png"));
    assert_non_null(file_inside(arena, edition, "..name"));
    assert_non_null(file_inside(arena, edition, "missing.png"));
    assert_null(file_inside(arena, edition, "out.png"));
    assert_null(file_inside(arena, edition, "../b.png"));
    assert_null(file_inside(arena, edition, ".."));
    assert_null(file_inside(arena, edition, "images/../../edition/images/a.png"));
    assert_null(file_inside(arena, edition, inner));
}

static void finds_the_way_from_a_folder(void **state)
{
    struct folder *folder = *state;
    static const struct {
        const char *from, *to, *way;
    } WAYS[] = {
        {"out/2568", "in/2568", "../../in/2568"},
        {"out", "out", "."},
        {"out", "out/a/b", "a/b"},
        {"out/a/b", "out", "../.."},
        {"out/ab", "out/a", "../a"},
        {"out/a", "out/ab/c", "../ab/c"},
        {"out/./x/..", "out//a/", "a"},
    };
    for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS; i++) {
        const char *from = file_join(folder->arena, folder->path, WAYS[i].from);
        const char *to = file_join(folder->arena, folder->path, WAYS[i].to);
        assert_string_equal(file_relative(folder->arena, from, to), WAYS[i].way);
    }
    assert_string_equal(file_relative(folder->arena, "/", "/nowhere/at/all"), "nowhere/at/all");
    assert_string_equal(file_relative(folder->arena, "/nowhere/at", "/"), "../..");
    /* through a link the folder is where it leads */
    const char *link = file_join(folder->arena, folder->path, "link");
    const char *deep = file_join(folder->arena, folder->path, "out/a/b");
    assert_true(file_make_folder(deep));
    assert_int_equal(symlink(deep, link), 0);
    assert_string_equal(
        file_relative(folder->arena, link, file_join(folder->arena, folder->path, "in")),
        "../../../in");
}

/* Makes a folder with a file, two hours old or new; its path. */
static const char *leave(const struct folder *folder, const char *name, bool old)
{
    const char *path = file_join(folder->arena, folder->path, name);
    assert_true(file_write(file_join(folder->arena, path, "file"), "x", 1));
    struct timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    times[1] = (struct timespec){status.st_mtime - (old ? 7200 : 0), 0};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
    return path;
}

static void clears_what_was_left(void **state)
{
    struct folder *folder = *state;
    const char *own = arena_printf(folder->arena, "itareport-%ld-abcdef", (long)getpid());
    const char *left = leave(folder, "itareport-999999999-abcdef", true);
    const char *kept[] = {leave(folder, "itareport-999999999-ABCDEF", false),
                          leave(folder, own, true), leave(folder, "itareport-999999999", true),
                          leave(folder, "itareport-999999999-abcdef.pdf", true),
                          leave(folder, "others", true)};
    char *before = getenv("TMPDIR") != NULL ? arena_string(folder->arena, getenv("TMPDIR")) : NULL;
    setenv("TMPDIR", folder->path, 1);
    const char *made = file_temporary_folder(folder->arena);
    if (before != NULL)
        setenv("TMPDIR", before, 1);
    else
        unsetenv("TMPDIR");
    assert_true(file_is_folder(made));
    assert_false(file_exists(left));
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_true(file_is_folder(kept[i]));
}

/* A file as a process leaves it that is ended while it writes: an hour old, and locked by nobody. */
static char *leave_aside(const struct folder *folder, const char *name)
{
    char *path = file_join(folder->arena, folder->path, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
    const struct timespec old[2] = {{.tv_sec = time(NULL) - 3600}, {.tv_sec = time(NULL) - 3600}};
    assert_int_equal(utimensat(AT_FDCWD, path, old, 0), 0);
    return path;
}

static void removes_what_was_left(void **state)
{
    const struct folder *folder = *state;
    const char *path = file_join(folder->arena, folder->path, "report.pdf");
    const char *left = leave_aside(folder, "report.pdf.itareport-aB3xYz");
    const char *other = leave_aside(folder, "report.pdf.itareport-Qq0000");
    const char *used = leave_aside(folder, "report.pdf.itareport-locked");
    const char *kept[] = {leave_aside(folder, "report.pdf.backup"),
                          leave_aside(folder, "report.pdf.itareport-aB3xYz1"),
                          leave_aside(folder, "report.pdf.itareport-aB3xY"),
                          leave_aside(folder, "repor.pdf.itareport-aB3xYz"),
                          leave_aside(folder, "report.pdf-itareport-aB3xYz"),
                          file_join(folder->arena, folder->path, "report.pdf.itareport-folder"),
                          file_join(folder->arena, folder->path, "report.pdf.itareport-justno"),
                          used};
    assert_true(file_make_folder(kept[5]));
    assert_true(file_write(kept[6], "", 0)); /* too young to tell */
    int lock = open(used, O_RDONLY);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    assert_true(file_write(path, "one", 3));
    assert_content(path, "one");
    assert_false(file_exists(left));
    assert_false(file_exists(other));
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (!file_exists(kept[i]))
            fail_msg("removed: %s", kept[i]);
    close(lock);
    assert_true(file_write(path, "two", 3));
    assert_false(file_exists(used));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_and_replaces, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(leaves_the_old_when_full, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(leaves_the_old_on_failure, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(compares_bytes, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(keeps_links_and_devices, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(tidies_paths, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(stays_inside, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(finds_the_way_from_a_folder, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(removes_what_was_left, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(clears_what_was_left, make_folder, remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
