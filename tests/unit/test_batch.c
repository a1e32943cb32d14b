/* Which editions a batch is about, what their reports are called, its table, and the shards' tables joined. */
#include "unit.h"

#include <unistd.h>

#include "base/utf8.h"
#include "batch/editions.h"
#include "batch/merge.h"
#include "batch/progress.h"
#include "batch/table.h"
#include "source/file.h"

/* ---- the list ---- */

struct place_of_work {
    struct arena *arena;
    struct diag *diag;
    char *back;
};

/* Editions at these paths of a folder that is then the working directory. */
static int enter(void **state)
{
    static const char *const EDITIONS[] = {"a/x/2568", "a/ก/2568", "a/ข", "b/x/2568", "c/d/e/f/g"};
    struct place_of_work *place = memory_zeroed(1, sizeof *place);
    place->arena = arena_new();
    place->diag = diag_new();
    place->back = getcwd(NULL, 0);
    const char *folder = file_temporary_folder(place->arena);
    if (folder == NULL || chdir(folder) != 0)
        return -1;
    for (size_t i = 0; i < sizeof EDITIONS / sizeof *EDITIONS; i++)
        file_write(file_join(place->arena, EDITIONS[i], "edition.yaml"), "x: 1\n", 5);
    file_write("a/x/2568/pictures/edition.yaml", "",
               0); /* inside an edition nothing is looked for */
    file_write("a/remark.txt", "", 0);
    file_make_folder("empty/as/can/be");
    *state = place;
    return 0;
}

static int leave(void **state)
{
    struct place_of_work *place = *state;
    char *folder = getcwd(NULL, 0);
    int status = chdir(place->back);
    file_remove_folder(folder);
    free(folder);
    free(place->back);
    diag_free(place->diag);
    arena_free(place->arena);
    free(place);
    return status;
}

/* Of all operands, one a line: folder > name, or folder ! reason. */
static void expect(const struct place_of_work *place, const char *operands, const char *expected)
{
    struct batch_gathering *gathering = batch_gather_start(place->arena, DIAG_ENGLISH, place->diag);
    assert_true(batch_gather_list(gathering, operands, strlen(operands)));
    struct batch_editions found = batch_gather_end(gathering);
    struct buffer text = {0};
    for (size_t i = 0; i < found.count; i++) {
        const struct batch_edition *edition = &found.edition[i];
        buffer_printf(&text, "%s %s %s\n", edition->folder, edition->flaw != NULL ? "!" : ">",
                      edition->flaw != NULL ? edition->flaw : edition->name);
    }
    assert_string_equal(buffer_text(&text), expected);
    buffer_free(&text);
}

static void finds_editions(void **state)
{
    const struct place_of_work *place = *state;
    expect(place, "a", "a/x/2568 > a/x/2568\na/ก/2568 > a/ก/2568\na/ข > a/ข\n");
    expect(place, "a/ข\n", "a/ข > a/ข\n");
    expect(place, "./a//ข/\n", "./a//ข > a/ข\n");
    expect(place, "a/ข/edition.yaml\r\n", "a/ข > a/ข\n");
    expect(place, "\xEF\xBB\xBF# remark\n\n  \nc\n", "c/d/e/f/g > c/d/e/f/g\n");
    /* each once, in the order of naming */
    expect(place, "a/ข\na\na/ข\na", "a/ข > a/ข\na/x/2568 > a/x/2568\na/ก/2568 > a/ก/2568\n");
    expect(place, "a/x/2568\nb/x/2568", "a/x/2568 > a/x/2568\nb/x/2568 > b/x/2568\n");
}

static void names_stay_below(void **state)
{
    const struct place_of_work *place = *state;
    const char *here = file_real(place->arena, ".");
    char *list = arena_printf(place->arena, "%s/a/ข", here);
    expect(place, list, arena_printf(place->arena, "%s > %s\n", list, list + 1));
    assert_int_equal(chdir("a/x"), 0);
    expect(place, "../../b", "../../b/x/2568 > b/x/2568\n");
    expect(place, "../ก/../ก/2568", "../ก/../ก/2568 > ก/2568\n");
    assert_int_equal(chdir("2568"), 0);
    expect(place, ".", ". > 2568\n");
    expect(place, "../../../b/x/../../a/ข", "../../../b/x/../../a/ข > a/ข\n");
    assert_int_equal(chdir(here), 0);
}

static void says_what_is_none(void **state)
{
    const struct place_of_work *place = *state;
    expect(place, "empty\nnone\na/remark.txt",
           "empty ! there is no edition in empty, nor in the folders inside it [batch-no-edition]\n"
           "none ! there is no folder none [batch-no-edition]\n"
           "a/remark.txt ! there is no folder a/remark.txt [batch-no-edition]\n");
    /* one name for two: the second one is not made */
    file_write("b/a/ข/edition.yaml", "", 0);
    assert_int_equal(chdir("b"), 0);
    expect(place, "a/ข\n../a/ข",
           "a/ข > a/ข\n"
           "../a/ข ! ../a/ข and a/ข would both be written to a/ข [batch-same-name]\n");
    assert_int_equal(chdir(".."), 0);
}

/* A link that leads back is entered once; folders are looked through to a depth. */
static void ends_searching(void **state)
{
    const struct place_of_work *place = *state;
    assert_int_equal(symlink("..", "c/d/back"), 0);
    expect(place, "c", "c/d/e/f/g > c/d/e/f/g\n");
    file_write("deep/1/2/3/4/5/6/7/8/9/10/11/12/edition.yaml", "", 0);
    file_write("deep/1/2/3/4/5/6/7/8/9/10/11/12b/13/edition.yaml", "", 0);
    expect(place, "deep", "deep/1/2/3/4/5/6/7/8/9/10/11/12 > deep/1/2/3/4/5/6/7/8/9/10/11/12\n");
    struct batch_gathering *gathering = batch_gather_start(place->arena, DIAG_ENGLISH, place->diag);
    assert_false(batch_gather_list(gathering, "a\0b", 3));
    batch_gather_end(gathering);
}

static void shares_evenly(void **state)
{
    const struct place_of_work *place = *state;
    for (size_t count = 0; count < 30; count++)
        for (size_t shards = 1; shards < 12; shards++) {
            struct batch_editions all = {ARENA_NEW(place->arena, struct batch_edition, count + 1),
                                         count};
            size_t met = 0;
            for (size_t i = 0; i < count; i++)
                all.edition[i].name = "";
            for (size_t number = 1; number <= shards; number++) {
                struct batch_editions share = batch_share(place->arena, &all, number, shards);
                assert_true(share.count == count / shards || share.count == count / shards + 1);
                met += share.count;
            }
            assert_int_equal(met, count);
        }
}

/* ---- the table ---- */

static struct batch_row row(const char *edition, const char *agency, int64_t pages)
{
    struct batch_row row = batch_row_of(edition);
    row.agency = agency;
    row.level = "ผ่านดี";
    row.year = "2568";
    row.score = "90.68";
    row.pages = pages;
    row.report = "x/report.pdf";
    row.sha256 = "abc";
    return row;
}

static void row_comes_back(void **state)
{
    const struct place_of_work *place = *state;
    struct batch_row written = row("a/“ก”\n\\", "อบต.น้ำใส \"๑\"", 12), read;
    written.reason = "{1: ข้อความ}\t# x";
    written.warnings = 7;
    written.state = BATCH_FAILED;
    struct buffer line = {0};
    batch_row_write(&written, &line);
    assert_null(strchr(line.bytes, '\n'));
    assert_true(batch_row_read(place->arena, line.bytes, line.length, &read));
    struct buffer again = {0};
    batch_row_write(&read, &again);
    assert_string_equal(line.bytes, again.bytes);
    assert_string_equal(read.edition, written.edition);
    assert_int_equal(read.pages, 12);
    assert_false(batch_row_read(place->arena, line.bytes, line.length - 1, &read));
    assert_false(batch_row_read(place->arena, "{}", 2, &read));
    assert_false(batch_row_read(place->arena, "", 0, &read));
    buffer_free(&line);
    buffer_free(&again);
}

/* The cell of a line in which a text begins. */
static size_t cell_of(const char *line, const char *text)
{
    const char *found = strstr(line, text);
    size_t cells = 0;
    assert_non_null(found);
    for (size_t at = 0; at < (size_t)(found - line);)
        cells += (size_t)utf8_cells(utf8_next(line, strlen(line), &at));
    return cells;
}

static void table_is_aligned(void **state)
{
    (void)state;
    struct batch_row rows[] = {row("EDITION1", "ก", 5), row("EDITION2", "ที่ทำการผู้ใหญ่บ้านน้ำใส", 123),
                               row("EDITION3", "中文機關", 12)};
    rows[1].warnings = 1000;
    struct batch_table table = {.row = rows, .rows = 3, .shard = 1, .shards = 1};
    struct buffer text = {0};
    batch_table_text(&table, DIAG_THAI, &text);
    char *rest = text.bytes;
    const char *head = strtok_r(rest, "\n", &rest);
    for (int i = 0; i < 3; i++) {
        char name[] = "EDITION1";
        const char *line = strtok_r(rest, "\n", &rest);
        name[7] = (char)('1' + i);
        assert_int_equal(cell_of(line, name), cell_of(head, "ฉบับรายงาน"));
        assert_int_equal(cell_of(line, "ผ่านดี"), cell_of(head, "ระดับ"));
    }
    buffer_free(&text);
}

static void table_is_harmless(void **state)
{
    (void)state;
    struct batch_row rows[] = {row("a\033[2Jb", "=HYPERLINK(\"http://x\")", 1), row("c", "-1+1", 1),
                               row("d,e", "อบต. \"ก\"", 1)};
    struct batch_table table = {.row = rows, .rows = 3, .shard = 1, .shards = 1};
    struct buffer text = {0};
    batch_table_text(&table, DIAG_ENGLISH, &text);
    assert_null(strchr(text.bytes, '\033'));
    buffer_clear(&text);
    batch_table_csv(&table, &text);
    assert_non_null(strstr(text.bytes, ",\"'=HYPERLINK(\"\"http://x\"\")\","));
    assert_non_null(strstr(text.bytes, ",\"'-1+1\","));
    assert_non_null(strstr(text.bytes, "\n\"d,e\",fine,\"อบต. \"\"ก\"\"\","));
    assert_int_equal(strncmp(text.bytes,
                             "\xEF\xBB\xBF"
                             "edition,status,agency,",
                             25),
                     0);
    buffer_free(&text);
}

/* ---- shards ---- */

enum { EDITIONS = 11 };

static struct batch_table table_of(struct arena *arena, size_t shard, size_t shards)
{
    struct batch_table table = {.shard = shard, .shards = shards, .editions = EDITIONS};
    memset(table.list.digits, 'a', CHECKSUM_DIGITS);
    table.row = ARENA_NEW(arena, struct batch_row, EDITIONS);
    for (size_t i = shard - 1; i < EDITIONS; i += shards)
        table.row[table.rows++] = row(arena_printf(arena, "e/%02zu", i), "ก", (int64_t)i + 1);
    return table;
}

static void merging(const struct place_of_work *place, const char *one, const char *other,
                    const char *expected)
{
    struct batch_table joined;
    char *paths[] = {arena_string(place->arena, one), arena_string(place->arena, other)};
    struct diag *diag = diag_new();
    bool good = batch_merge(place->arena, paths, *other != '\0' ? 2 : 1, &joined, diag);
    assert_int_equal(good, expected == NULL);
    unit_expect(diag, expected != NULL ? expected : "");
    diag_free(diag);
}

static void joins_shards(void **state)
{
    const struct place_of_work *place = *state;
    struct arena *arena = place->arena;
    struct batch_table whole = table_of(arena, 1, 1), joined;
    struct buffer expected = {0}, given = {0};
    batch_table_json(&whole, &expected);
    for (size_t shards = 1; shards < 14; shards++) {
        char *folder = arena_printf(arena, "s%zu", shards);
        for (size_t shard = 1; shard <= shards; shard++) {
            struct batch_table part = table_of(arena, shard, shards);
            assert_true(batch_table_write(&part, folder, place->diag));
        }
        if (shards == 1)
            continue; /* it is the table of all already */
        assert_true(batch_merge(arena, &folder, 1, &joined, place->diag));
        buffer_clear(&given);
        batch_table_json(&joined, &given);
        assert_string_equal(expected.bytes, given.bytes);
    }
    merging(place, "s2", "s3",
            "itareport: error: s3/batch.1-of-3.json is of another list of editions, "
            "or of another number of shards, than those before it [batch-merge]\n");
    merging(place, "s2/batch.1-of-2.json", "s2/batch.1-of-2.json",
            "itareport: error: s2/batch.1-of-2.json is of the same shard as s2/batch.1-of-2.json "
            "[batch-merge]\n");
    merging(place, "s3/batch.1-of-3.json", "s3/batch.3-of-3.json",
            "itareport: error: the table of shard 2 of 3 is missing [batch-merge]\n");
    merging(place, "empty", "",
            "itareport: error: there are no tables of shards in empty [batch-merge]\n");
    merging(place, "a/remark.txt", "",
            "itareport: error: a/remark.txt is no table of a shard, or is not complete "
            "[batch-merge]\n");
    buffer_free(&expected);
    buffer_free(&given);
}

/* A table that was cut anywhere is no table. */
static void refuses_cut_tables(void **state)
{
    const struct place_of_work *place = *state;
    struct batch_table part = table_of(place->arena, 1, 2);
    struct buffer json = {0};
    struct batch_table joined;
    char path[] = "cut.json";
    char *paths[] = {path};
    batch_table_json(&part, &json);
    for (size_t length = 0; length < json.length; length += 7) {
        struct diag *diag = diag_new();
        assert_true(file_write(path, json.bytes, length));
        assert_false(batch_merge(place->arena, paths, 1, &joined, diag));
        diag_free(diag);
    }
    buffer_free(&json);
}

/* ---- progress ---- */

static void bar_fits(void **state)
{
    (void)state;
    struct progress progress = {.language = DIAG_THAI, .total = 8317, .done = 4000, .failed = 3};
    struct buffer line = {0};
    for (size_t columns = 1; columns < 200; columns++) {
        size_t cells = 0;
        buffer_clear(&line);
        progress_line(&progress, 400, columns, &line);
        for (size_t at = 0; at < line.length;
             cells += (size_t)utf8_cells(utf8_next(line.bytes, line.length, &at)))
            ;
        assert_true(cells <= columns);
    }
    buffer_clear(&line);
    progress.language = DIAG_ENGLISH;
    progress_line(&progress, 400, 79, &line);
    assert_string_equal(
        line.bytes,
        "[#################--------------------] 4000/8317  10.0/s  7:12 left  failed: 3");
    buffer_clear(&line);
    progress = (struct progress){.language = DIAG_ENGLISH, .total = 20000, .done = 1};
    progress_line(&progress, 1, 30, &line);
    assert_string_equal(line.bytes, "1/20000  1.0/s  5:33:19 left");
    buffer_free(&line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_editions, enter, leave),
        cmocka_unit_test_setup_teardown(names_stay_below, enter, leave),
        cmocka_unit_test_setup_teardown(says_what_is_none, enter, leave),
        cmocka_unit_test_setup_teardown(ends_searching, enter, leave),
        cmocka_unit_test_setup_teardown(shares_evenly, enter, leave),
        cmocka_unit_test_setup_teardown(row_comes_back, enter, leave),
        cmocka_unit_test(table_is_aligned),
        cmocka_unit_test(table_is_harmless),
        cmocka_unit_test_setup_teardown(joins_shards, enter, leave),
        cmocka_unit_test_setup_teardown(refuses_cut_tables, enter, leave),
        cmocka_unit_test(bar_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
