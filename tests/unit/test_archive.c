/* Manifests, names of sources, comparisons, the index: what the archive is made of besides PDF. */
#include "unit.h"

#include "archive/compare.h"
#include "archive/index.h"
#include "archive/inventory.h"
#include "archive/libraries.h"
#include "archive/program.h"
#include "base/checksum.h"
#include "pdf/xmp.h"
#include "source/file.h"
#include "source/source.h"

static void knows_checksums(void **state)
{
    (void)state;
    assert_string_equal(checksum_of("", 0).digits,
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_string_equal(checksum_of("abc", 3).digits,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void writes_metadata(void **state)
{
    (void)state;
    struct pdf_file file = {.title = "ก < ข & \"ค\"",
                            .author = "อบต.",
                            .subject = "",
                            .language = "th",
                            .producer = "itareport",
                            .seconds = 1759251600};
    struct buffer text = {0};
    xmp_write(&file, &text);
    assert_non_null(
        strstr(text.bytes, ">ก &lt; ข &amp; &quot;ค&quot;</rdf:li></rdf:Alt></dc:title>"));
    assert_non_null(strstr(text.bytes, "<rdf:li>อบต.</rdf:li></rdf:Seq></dc:creator>"));
    assert_null(strstr(text.bytes, "dc:description"));
    assert_non_null(
        strstr(text.bytes, "<xmp:CreateDate>2025-10-01T00:00:00+07:00</xmp:CreateDate>"));
    buffer_free(&text);
}

/* ---- manifests ---- */

static struct manifest sample(struct arena *arena)
{
    struct manifest manifest = {.version = "1.2",
                                .code = "0123",
                                .agency = "อบต. \"ใน\\เครื่องหมาย\"\n",
                                .year = "2568",
                                .level = "ผ่าน",
                                .score = "92.89",
                                .edition = "input/2568",
                                .layout = "layouts/official.yaml",
                                .seconds = 1759251600};
    manifest.files = manifest_list_new(arena, 2);
    manifest_add(&manifest.files, "a: b.yaml", "11");
    manifest_add(&manifest.files, "#c", "22");
    manifest.fonts = manifest_list_new(arena, 1);
    manifest_add(&manifest.fonts, "F.ttf", "33");
    manifest.libraries = manifest_list_new(arena, 1);
    manifest_add(&manifest.libraries, "pango", "1.50");
    manifest.pages = manifest_list_new(arena, 3);
    manifest_add(&manifest.pages, "1", "aa");
    manifest_add(&manifest.pages, "2", "bb");
    return manifest;
}

static void reads_what_it_writes(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct manifest manifest = sample(arena), read = {0};
    struct buffer text = {0}, again = {0};
    manifest_write(&manifest, &text);
    const struct source *source = source_new(arena, MANIFEST_NAME, text.bytes, text.length);
    assert_true(manifest_read(arena, source, &read, diag));
    assert_string_equal(read.agency, manifest.agency);
    assert_int_equal(read.seconds, manifest.seconds);
    assert_string_equal(manifest_find(&read.files, "a: b.yaml"), "11");
    assert_null(manifest_find(&read.files, "a"));
    manifest_write(&read, &again);
    assert_string_equal(again.bytes, text.bytes);
    unit_expect(diag, "");
    buffer_free(&text);
    buffer_free(&again);
    diag_free(diag);
    arena_free(arena);
}

static void refuses_half_a_manifest(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct manifest read = {0};
    const char *const texts[] = {"- a\n", "year: [1]\n", "", "files: {a: [b]}\n"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const struct source *source = source_new(arena, MANIFEST_NAME, texts[i], strlen(texts[i]));
        assert_false(manifest_read(arena, source, &read, diag));
    }
    assert_true(diag_failed(diag));
    diag_free(diag);
    arena_free(arena);
}

static void tells_versions_and_pages_apart(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct manifest then = sample(arena), now = sample(arena);
    assert_true(compare_versions(&then, &now, diag) && compare_pages(&then, &now, diag));
    now.libraries.item[0].value = "1.51";
    now.fonts.item[0].name = "G.ttf";
    now.pages.item[1].value = "cc";
    manifest_add(&now.pages, "3", "dd");
    assert_false(compare_versions(&then, &now, diag));
    assert_false(compare_pages(&then, &now, diag));
    unit_expect(diag, "itareport: warning: the archived report has 2 pages, the rebuilt one 3 "
                      "[archive-pages]\n"
                      "itareport: warning: the text of these pages differs: 2 [archive-text]\n"
                      "itareport: note: pango: then 1.50, here 1.51 [archive-version]\n"
                      "itareport: note: F.ttf: then 33, here - [archive-version]\n"
                      "itareport: note: G.ttf: then -, here 33 [archive-version]\n");
    diag_free(diag);
    arena_free(arena);
}

static void knows_its_libraries(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct manifest_list libraries = libraries_used(arena);
    const char *const names[] = {"harfbuzz", "libthai", "libyaml", "pango", "zlib"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *version = manifest_find(&libraries, names[i]);
        assert_non_null(version);
        assert_non_null(strchr(version, '.'));
    }
    assert_int_equal(strlen(program_code()), 16);
    arena_free(arena);
}

/* ---- sources ---- */

static int make_folder(void **state)
{
    struct arena *arena = arena_new();
    *state = arena;
    return 0;
}

static int free_folder(void **state)
{
    arena_free(*state);
    return 0;
}

/* Reads files of a folder, which are made first. */
static void read_files(struct arena *arena, struct sources *sources, const char *folder,
                       const char *const *names)
{
    for (; *names != NULL; names++) {
        const char *path = file_join(arena, folder, *names);
        assert_true(file_write(path, "a: 1\n", 5));
        assert_non_null(sources_read(sources, path, (struct place){0}, NULL));
    }
}

static void names_sources_alike_anywhere(void **state)
{
    struct arena *arena = *state;
    const char *const editions[] = {"in/2568", "elsewhere/my edition"};
    for (size_t i = 0; i < 2; i++) {
        char *folder = file_temporary_folder(arena);
        assert_non_null(folder);
        struct sources *sources = sources_new();
        const char *edition = file_join(arena, folder, editions[i]);
        const char *frame = file_beside(arena, edition, "frameworks/f.yaml");
        read_files(arena, sources, folder,
                   (const char *const[]){"layouts/o.yaml", "words/terms/t.txt", NULL});
        read_files(arena, sources, edition,
                   (const char *const[]){"edition.yaml", "results.yaml", NULL});
        const char *above = file_beside(arena, edition, ".");
        read_files(arena, sources, above,
                   (const char *const[]){"frameworks/f.yaml", "frameworks/f.yaml", NULL});
        struct inventory_setup setup = {.data = folder,
                                        .edition = edition,
                                        .layout = file_join(arena, folder, "layouts/o.yaml"),
                                        .framework = frame,
                                        .year = 2568};
        struct inventory inventory = inventory_gather(arena, sources, &setup);
        const char *const names[] = {"input/2568/edition.yaml", "input/2568/results.yaml",
                                     "input/frameworks/f.yaml", "layouts/o.yaml",
                                     "words/terms/t.txt"};
        assert_int_equal(inventory.count, 5);
        for (size_t n = 0; n < 5; n++)
            assert_string_equal(inventory.file[n].name, names[n]);
        assert_true(inventory.file[1].is_data && inventory.file[2].is_data &&
                    !inventory.file[0].is_data);
        assert_string_equal(inventory.edition, "input/2568");
        assert_string_equal(inventory.layout, "layouts/o.yaml");
        sources_free(sources);
        file_remove_folder(folder);
        assert_false(file_exists(folder));
    }
}

/* ---- the index ---- */

static struct index_list one_report(struct arena *arena, const char *year, const char *agency)
{
    struct index_list list = {0};
    index_add_report(arena, &list,
                     &(struct index_report){.path = "2568-ก/a b.pdf",
                                            .year = year,
                                            .agency = agency,
                                            .level = "ผ่าน: ดี",
                                            .score = "92.89",
                                            .pages = 3,
                                            .bytes = 7,
                                            .sha256 = "abc"});
    return list;
}

static void lists_reports_for_programs_and_people(void **state)
{
    struct arena *arena = *state;
    struct index_list list = one_report(arena, "2568", "ก & <ข>");
    struct buffer text = {0};
    index_yaml(&list, &text);
    assert_non_null(strstr(text.bytes, "  - year: \"2568\"\n    agency: \"ก & <ข>\"\n"));
    assert_non_null(
        strstr(text.bytes, "    pages: 3\n    file: \"2568-ก/a b.pdf\"\n    bytes: 7\n"));
    buffer_clear(&text);
    index_html(&list, DIAG_THAI, &text);
    assert_non_null(strstr(text.bytes, "<html lang=\"th\">"));
    assert_non_null(strstr(text.bytes, "<th scope=\"col\">ปีงบประมาณ</th>"));
    assert_non_null(
        strstr(text.bytes, "<a href=\"2568-%E0%B8%81/a%20b.pdf\">ก &amp; &lt;ข&gt;</a>"));
    buffer_clear(&text);
    index_html(&list, DIAG_ENGLISH, &text);
    assert_non_null(strstr(text.bytes, "<html lang=\"en\">"));
    assert_non_null(strstr(text.bytes, "<th scope=\"col\">Fiscal year</th>"));
    buffer_free(&text);
    struct index_list none = {0};
    index_yaml(&none, &text);
    assert_non_null(strstr(text.bytes, "reports: []\n"));
    buffer_free(&text);
}

/* What a manifest says is a stranger's: no value of it becomes a key, or another report. */
static void reads_its_list_whatever_is_in_it(void **state)
{
    static const char *const TEXTS[] = {
        "2568\n    bytes: 0", "\"}\n  - year: 1", "#", "", "a: b", "\\", "๒๕๖๘"};
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct index_list list = one_report(arena, TEXTS[i], TEXTS[i]), read = {0};
        struct diag *diag = diag_new();
        struct buffer text = {0}, again = {0};
        index_add_report(arena, &list, &list.report[0]);
        index_yaml(&list, &text);
        assert_true(index_read(arena, source_new(arena, "index.yaml", text.bytes, text.length),
                               &read, diag));
        assert_int_equal(read.count, 2);
        assert_string_equal(read.report[1].year, TEXTS[i]);
        index_yaml(&read, &again);
        assert_string_equal(text.bytes, again.bytes);
        unit_expect(diag, "");
        buffer_free(&text);
        buffer_free(&again);
        diag_free(diag);
    }
}

static void says_where_its_list_is_damaged(void **state)
{
    struct arena *arena = *state;
    struct index_list list = one_report(arena, "2568", "ก"), read = {0};
    struct diag *diag = diag_new();
    struct buffer text = {0};
    index_add_report(arena, &list, &list.report[0]);
    index_yaml(&list, &text);
    char *second = strstr(strstr(text.bytes, "  - year") + 1, "  - year");
    strstr(second, "pages")[0] = 'x';
    assert_false(
        index_read(arena, source_new(arena, "index.yaml", text.bytes, text.length), &read, diag));
    unit_expect(diag, "index.yaml:11:1: error: this part of index.yaml cannot be read, so nothing "
                      "can be compared with "
                      "it and it is left as it is [archive-index]\n");
    buffer_free(&text);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_checksums),
        cmocka_unit_test(writes_metadata),
        cmocka_unit_test(reads_what_it_writes),
        cmocka_unit_test(refuses_half_a_manifest),
        cmocka_unit_test(tells_versions_and_pages_apart),
        cmocka_unit_test(knows_its_libraries),
        cmocka_unit_test_setup_teardown(names_sources_alike_anywhere, make_folder, free_folder),
        cmocka_unit_test_setup_teardown(reads_its_list_whatever_is_in_it, make_folder, free_folder),
        cmocka_unit_test_setup_teardown(says_where_its_list_is_damaged, make_folder, free_folder),
        cmocka_unit_test_setup_teardown(lists_reports_for_programs_and_people, make_folder,
                                        free_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
