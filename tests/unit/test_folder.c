/* Which files are in a folder. */
#include "unit.h"

#include "source/file.h"
#include "source/folder.h"

static void assert_listed(struct arena *arena, const char *folder, const char *const *ends,
                          const char *expected)
{
    struct folder_files files = folder_list(arena, folder, ends);
    struct buffer list = {0};
    for (size_t i = 0; i < files.count; i++)
        buffer_printf(&list, "%s ", file_name(files.path[i]));
    assert_string_equal(buffer_text(&list), expected);
    if (files.count > 0)
        assert_string_equal(files.path[0], file_join(arena, folder, file_name(files.path[0])));
    buffer_free(&list);
}

static void lists_by_name(void **state)
{
    (void)state;
    static const char *const made[] = {"b.yaml", "a.yaml", "c.txt",   "B.yaml", ".h.yaml",
                                       ".yaml",  "ข.yaml", "x.yaml~", "yaml"};
    static const char *const yaml[] = {".yaml", NULL};
    static const char *const both[] = {".txt", ".yaml~", NULL};
    struct arena *arena = arena_new();
    const char *folder = file_temporary_folder(arena);
    assert_non_null(folder);
    assert_listed(arena, folder, NULL, "");
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        assert_true(file_write(file_join(arena, folder, made[i]), "", 0));
    assert_listed(arena, folder, yaml, "B.yaml a.yaml b.yaml ข.yaml ");
    assert_listed(arena, folder, both, "c.txt x.yaml~ ");
    assert_listed(arena, folder, NULL, "B.yaml a.yaml b.yaml c.txt x.yaml~ yaml ข.yaml ");
    assert_listed(arena, file_join(arena, folder, "a.yaml"), NULL, "");
    assert_listed(arena, file_join(arena, folder, "none"), NULL, "");
    file_remove_folder(folder);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
