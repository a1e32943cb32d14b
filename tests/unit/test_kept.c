/* Things are read again when their files change, and only then. */
#include "unit.h"

#include "source/file.h"
#include "source/kept.h"

static const struct place nowhere = {0};

/* A thing is the text of its file, and of the file that its first line names, if any. */
struct thing {
    char *text;
};

static int made; /* how often */

static void *make(const char *path, struct place from, struct sources *sources, struct diag *diag)
{
    made++;
    const struct source *source = sources_read(sources, path, from, diag);
    if (source == NULL)
        return NULL;
    struct buffer text = {0};
    buffer_add_string(&text, source->text);
    if (source->text[0] == '/') {
        const struct source *more = sources_read(sources, source->text, from, diag);
        buffer_add_string(&text, more != NULL ? more->text : "");
    }
    if (strcmp(source->text, "doubtful") == 0)
        diag_say(diag, MESSAGE_TEXT_PARTED, nowhere, "doubtful", "1");
    struct thing *thing = memory_zeroed(1, sizeof *thing);
    thing->text = text.bytes;
    return thing;
}

static void drop(void *thing)
{
    free(((struct thing *)thing)->text);
    free(thing);
}

static const struct kept_kind kind = {make, drop};

struct shelf {
    struct arena *arena;
    struct diag *diag;
    struct sources *sources;
    struct kept *kept;
    const char *folder;
};

static int set_up(void **state)
{
    struct shelf *shelf = memory_zeroed(1, sizeof *shelf);
    made = 0;
    shelf->arena = arena_new();
    shelf->diag = diag_new();
    shelf->sources = sources_new();
    shelf->kept = kept_new(&kind);
    shelf->folder = file_temporary_folder(shelf->arena);
    *state = shelf;
    return shelf->folder != NULL ? 0 : -1;
}

static int tear_down(void **state)
{
    struct shelf *shelf = *state;
    file_remove_folder(shelf->folder);
    sources_free(shelf->sources);
    kept_free(shelf->kept);
    diag_free(shelf->diag);
    arena_free(shelf->arena);
    free(shelf);
    return 0;
}

static const char *write(const struct shelf *shelf, const char *name, const char *text)
{
    const char *path = file_join(shelf->arena, shelf->folder, name);
    assert_true(file_write(path, text, strlen(text)));
    return path;
}

static struct kept_loan *borrow(struct shelf *shelf, const char *path)
{
    return kept_borrow(shelf->kept, path, nowhere, shelf->sources, shelf->diag);
}

static void assert_thing(const struct kept_loan *loan, const char *text)
{
    assert_string_equal(((const struct thing *)kept_thing(loan))->text, text);
}

static void lends_what_is_there(void **state)
{
    struct shelf *shelf = *state;
    const char *path = write(shelf, "a", "one"), *other = write(shelf, "b", "two");
    struct kept_loan *first = borrow(shelf, path), *second = borrow(shelf, path);
    struct kept_loan *third = borrow(shelf, other);
    assert_ptr_equal(kept_thing(first), kept_thing(second));
    assert_thing(third, "two");
    kept_return(first);
    kept_return(second);
    first = borrow(shelf, path);
    assert_thing(first, "one");
    assert_int_equal(made, 2);
    kept_return(first);
    kept_return(third);
    size_t count = 0; /* all four times it counts as read */
    const struct sources_file *file = sources_files(shelf->sources, &count);
    assert_int_equal(count, 4);
    assert_string_equal(file[3].path, path);
}

/* Whoever borrows the old thing has it to the end. */
static void reads_anew_what_has_changed(void **state)
{
    struct shelf *shelf = *state;
    const char *part = write(shelf, "part", "one"), *path = write(shelf, "a", part);
    char *expected = arena_printf(shelf->arena, "%sone", part);
    struct kept_loan *old = borrow(shelf, path);
    assert_thing(old, expected);
    write(shelf, "part", "two");
    struct kept_loan *new = borrow(shelf, path);
    assert_thing(new, arena_printf(shelf->arena, "%stwo", part));
    assert_thing(old, expected);
    kept_return(old);
    kept_return(new);
    write(shelf, "part", "two");
    new = borrow(shelf, path);
    assert_int_equal(made, 2);
    kept_return(new);
}

static void keeps_nothing_that_has_to_be_said(void **state)
{
    struct shelf *shelf = *state;
    const char *path = write(shelf, "a", "doubtful");
    for (int i = 0; i < 2; i++)
        kept_return(borrow(shelf, path));
    assert_int_equal(made, 2);
    assert_int_equal(diag_mark(shelf->diag), 2);
    struct kept_loan *none = borrow(shelf, file_join(shelf->arena, shelf->folder, "none"));
    assert_null(kept_thing(none));
    kept_return(none);
    assert_true(diag_failed(shelf->diag));
}

/* A text in place of a file is as good as another file; its time is the time of the text. */
static void heeds_given_texts(void **state)
{
    struct shelf *shelf = *state;
    const char *path = write(shelf, "a", "one");
    kept_return(borrow(shelf, path));
    struct sources *sources = sources_new();
    int64_t late = INT64_MAX;
    sources_give(sources, &(struct sources_given){path, "two", 3, late});
    struct kept_loan *loan = kept_borrow(shelf->kept, path, nowhere, sources, shelf->diag);
    assert_thing(loan, "two");
    assert_int_equal(sources_newest(sources), late);
    kept_return(loan);
    loan = kept_borrow(shelf->kept, path, nowhere, sources, shelf->diag);
    assert_int_equal(made, 2);
    kept_return(loan);
    sources_free(sources);
    loan = borrow(shelf, path);
    assert_thing(loan, "one");
    kept_return(loan);
}

/* A run over many files keeps the few that were borrowed last, and what is borrowed. */
static void keeps_a_few(void **state)
{
    struct shelf *shelf = *state;
    struct kept_loan *loan[100];
    const char *path[100];
    for (size_t i = 0; i < 100; i++) {
        path[i] = file_join(shelf->arena, shelf->folder, arena_printf(shelf->arena, "%zu", i));
        assert_true(file_write(path[i], "x", 1));
        loan[i] = kept_borrow(shelf->kept, path[i], nowhere, shelf->sources, shelf->diag);
        if (i > 0)
            kept_return(loan[i]);
        /* the second one is wanted again and again */
        kept_return(kept_borrow(shelf->kept, path[i > 0], nowhere, shelf->sources, shelf->diag));
    }
    assert_int_equal(made, 100);
    for (size_t i = 99; i > 90; i--)
        kept_return(kept_borrow(shelf->kept, path[i], nowhere, shelf->sources, shelf->diag));
    kept_return(kept_borrow(shelf->kept, path[1], nowhere, shelf->sources, shelf->diag));
    kept_return(kept_borrow(shelf->kept, path[0], nowhere, shelf->sources, shelf->diag));
    assert_int_equal(made, 100);
    for (size_t i = 2; i < 60; i++)
        kept_return(kept_borrow(shelf->kept, path[i], nowhere, shelf->sources, shelf->diag));
    assert_int_equal(made, 158); /* they were let go */
    assert_string_equal(((const struct thing *)kept_thing(loan[0]))->text, "x");
    kept_return(loan[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lends_what_is_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_a_few, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_anew_what_has_changed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_nothing_that_has_to_be_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(heeds_given_texts, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
