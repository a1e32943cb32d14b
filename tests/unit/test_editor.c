/* Changes of an edition on disk: written when the loader accepts them, and taken back. */
#include "unit.h"

#include <sys/stat.h>

#include "edit/editor.h"
#include "edit/fields.h"
#include "edit/lists.h"
#include "source/file.h"
#include "source/folder.h"

struct desk {
    struct arena *arena;
    char *folder;
    struct session *session;
    struct editor *editor;
    struct job job; /* the edition as it is */
};

static void load(struct desk *desk)
{
    if (desk->job.arena != NULL)
        job_done(&desk->job);
    struct job_setup setup = {.session = desk->session, .edition = desk->folder};
    job_run(&desk->job, &setup, STAGE_FIGURES);
}

static int set_up(void **state)
{
    static const char *const ends[] = {".yaml", NULL};
    struct desk *desk = calloc(1, sizeof *desk);
    desk->arena = arena_new();
    desk->folder = file_temporary_folder(desk->arena);
    struct folder_files files = folder_list(desk->arena, "tests/fixtures/small", ends);
    for (size_t i = 0; i < files.count; i++) {
        struct buffer bytes = {0};
        assert_int_equal(file_read(files.path[i], &bytes), 0);
        assert_true(file_write(file_join(desk->arena, desk->folder, file_name(files.path[i])),
                               bytes.bytes, bytes.length));
        buffer_free(&bytes);
    }
    desk->session = session_new(".");
    desk->editor =
        editor_new(&(struct editor_setup){.session = desk->session, .edition = desk->folder});
    load(desk);
    *state = desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    job_done(&desk->job);
    editor_free(desk->editor);
    session_free(desk->session);
    file_remove_folder(desk->folder);
    arena_free(desk->arena);
    free(desk);
    return 0;
}

static const char *file_of(struct desk *desk, const char *name)
{
    struct buffer bytes = {0};
    assert_int_equal(file_read(file_join(desk->arena, desk->folder, name), &bytes), 0);
    const char *text = arena_copy(desk->arena, buffer_text(&bytes), bytes.length);
    buffer_free(&bytes);
    return text;
}

static struct edit_change change_of(struct desk *desk, const char *path, const char *text)
{
    const struct node *tree = NULL;
    const struct node *node = edit_find(desk->job.edition, path, &tree);
    struct edit_change change;
    assert_non_null(node);
    assert_true(edit_value(desk->arena, tree, node, text, desk->job.diag, &change));
    return change;
}

static enum editor_result set(struct desk *desk, const char *path, const char *text,
                              const char *message)
{
    struct edit_change change = change_of(desk, path, text);
    struct job trial = {0};
    enum editor_result result = editor_apply(desk->editor, &change, &trial);
    struct buffer said = {0};
    if (*message != '\0') {
        FILE *to = tmpfile();
        diag_print(trial.diag, to, (struct diag_style){.least = DIAG_ERROR});
        rewind(to);
        char line[512] = "";
        while (fgets(line, sizeof line, to) != NULL)
            buffer_add_string(&said, line);
        fclose(to);
        if (strstr(buffer_text(&said), message) == NULL)
            fail_msg("no “%s” in: %s", message, buffer_text(&said));
    }
    buffer_free(&said);
    job_done(&trial);
    return result;
}

static void a_value_is_written_and_nothing_else(void **state)
{
    struct desk *desk = *state;
    const char *before = file_of(desk, "results.yaml");
    assert_int_equal(chmod(file_join(desk->arena, desk->folder, "results.yaml"), 0640), 0);
    assert_int_equal(set(desk, "results.scores.i1", "๙๖.๕๐", ""), EDITOR_DONE);
    const char *after = file_of(desk, "results.yaml");
    const char *found = strstr(after, "i1: ๙๖.๕๐");
    assert_non_null(found);
    size_t at = (size_t)(found - after) + 4;
    assert_memory_equal(before, after, at);
    assert_string_equal(before + at + strlen("๙๕.๐๐"), after + at + strlen("๙๖.๕๐"));
    struct stat status;
    stat(file_join(desk->arena, desk->folder, "results.yaml"), &status);
    assert_int_equal(status.st_mode & 0777, 0640);
    load(desk);
    assert_int_equal(desk->job.edition->question[0].score[0].hundredths, 9650);
}

static void what_the_loader_refuses_is_not_written(void **state)
{
    struct desk *desk = *state;
    const char *results = file_of(desk, "results.yaml"), *measures = file_of(desk, "measures.yaml");
    const char *analyses = file_of(desk, "analyses.yaml");
    assert_int_equal(set(desk, "results.scores.i1", "๙6.๕๐", "mixes Thai"), EDITOR_REFUSED);
    assert_int_equal(set(desk, "results.scores.i1", "196.50", "above the maximum"), EDITOR_REFUSED);
    assert_int_equal(set(desk, "results.published.level", "ดีมาก", "level"), EDITOR_REFUSED);
    assert_int_equal(set(desk, "measures.issues.1.measures.1.period.to", "31 กุมภาพันธ์ 2569", "date"),
                     EDITOR_REFUSED);
    assert_int_equal(set(desk, "analyses.indicators.1.analysis", "ได้ {{ this.scor }}", "scor"),
                     EDITOR_REFUSED);
    assert_string_equal(file_of(desk, "results.yaml"), results);
    assert_string_equal(file_of(desk, "measures.yaml"), measures);
    assert_string_equal(file_of(desk, "analyses.yaml"), analyses);
    size_t count;
    editor_done(desk->editor, &count);
    assert_int_equal(count, 0);
}

static void another_writer_is_not_overwritten(void **state)
{
    struct desk *desk = *state;
    struct edit_change change = change_of(desk, "edition.agency.short_name", "อบต.ใหม่");
    const char *other = arena_printf(desk->arena, "%s# mine\n", file_of(desk, "edition.yaml"));
    file_write(file_join(desk->arena, desk->folder, "edition.yaml"), other, strlen(other));
    struct job trial = {0};
    assert_int_equal(editor_apply(desk->editor, &change, &trial), EDITOR_CHANGED);
    assert_string_equal(file_of(desk, "edition.yaml"), other);
    job_done(&trial);
    load(desk);
    assert_int_equal(set(desk, "edition.agency.short_name", "อบต.ใหม่", ""), EDITOR_DONE);
}

static void changes_are_taken_back_and_done_again(void **state)
{
    struct desk *desk = *state;
    static const char *const files[] = {"edition.yaml", "results.yaml", "measures.yaml"};
    static const char *const sets[][2] = {{"edition.foreword", "ย่อหน้าใหม่\n\nอีกย่อหน้า"},
                                          {"results.scores.e1.public", "๘๐.๐๐"},
                                          {"measures.issues.1.measures.1.name", "ชื่อ: ใหม่"},
                                          {"results.scores.i2", "88"}};
    const char *first[3];
    struct diag *diag = diag_new();
    size_t count;
    for (size_t i = 0; i < 3; i++)
        first[i] = file_of(desk, files[i]);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(set(desk, sets[i][0], sets[i][1], ""), EDITOR_DONE);
        load(desk);
    }
    const char *last[3];
    for (size_t i = 0; i < 3; i++)
        last[i] = file_of(desk, files[i]);
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < 4; i++)
            assert_int_equal(editor_undo(desk->editor, diag), EDITOR_DONE);
        assert_int_equal(editor_undo(desk->editor, diag), EDITOR_SAME);
        for (size_t i = 0; i < 3; i++)
            assert_string_equal(file_of(desk, files[i]), first[i]);
        editor_undone(desk->editor, &count);
        assert_int_equal(count, 4);
        for (size_t i = 0; i < 4; i++)
            assert_int_equal(editor_redo(desk->editor, diag), EDITOR_DONE);
        assert_int_equal(editor_redo(desk->editor, diag), EDITOR_SAME);
        for (size_t i = 0; i < 3; i++)
            assert_string_equal(file_of(desk, files[i]), last[i]);
    }
    /* a change in between ends what could be done again; a foreign one what could be taken back */
    editor_undo(desk->editor, diag);
    load(desk);
    assert_int_equal(set(desk, "results.scores.i2", "87", ""), EDITOR_DONE);
    editor_undone(desk->editor, &count);
    assert_int_equal(count, 0);
    const char *other = arena_printf(desk->arena, "%s\n", file_of(desk, "results.yaml"));
    file_write(file_join(desk->arena, desk->folder, "results.yaml"), other, strlen(other));
    assert_int_equal(editor_undo(desk->editor, diag), EDITOR_CHANGED);
    assert_string_equal(file_of(desk, "results.yaml"), other);
    diag_free(diag);
}

static const struct edit_list *list_of(struct desk *desk, const char *path)
{
    struct edit_lists *lists = ARENA_NEW(desk->arena, struct edit_lists, 1);
    *lists = edit_lists(desk->arena, desk->job.edition);
    const struct edit_list *list = edit_list_of(lists, path);
    if (list == NULL)
        fail_msg("there is no list %s", path);
    return list;
}

/* Adds an entry; the edition is then the one with it. */
static void add(struct desk *desk, const char *path, size_t at, const char *text)
{
    struct edit_new new = {text, NULL};
    struct edit_change change;
    struct job trial = {0};
    load(desk);
    const struct edit_list *list = list_of(desk, path);
    assert_true(
        edit_list_add(desk->arena, desk->job.edition, list, at, &new, desk->job.diag, &change));
    enum editor_result result = editor_apply(desk->editor, &change, &trial);
    if (result != EDITOR_DONE) {
        diag_print(trial.diag, stderr, (struct diag_style){.least = DIAG_ERROR});
        fail_msg("nothing is added to %s", path);
    }
    job_done(&trial);
    load(desk);
    assert_int_equal(list_of(desk, path)->count, list->count + 1);
}

/* A measure, which has a name, steps, days and owners; the new one is the edition's second. */
static void a_measure_has_what_its_table_says(void **state)
{
    struct desk *desk = *state;
    const char *before = file_of(desk, "measures.yaml");
    add(desk, "measures.issues.1.measures", 1, "แผน: ใหม่");
    const struct edition_measure *is = &desk->job.edition->issue[0].measure[1];
    assert_string_equal(is->name.bytes, "แผน: ใหม่");
    assert_int_equal(is->steps.count, 1);
    assert_string_equal(is->steps.item[0].bytes, "<<รอเขียน>>");
    assert_int_equal(is->owners.count, 1);
    assert_string_equal(date_typed(desk->arena, is->period.from.date), "1 ตุลาคม 2568");
    assert_string_equal(date_typed(desk->arena, is->period.to.date), "30 กันยายน 2569");
    const char *after = file_of(desk, "measures.yaml");
    const char *entry = "      - name: \"แผน: ใหม่\"\n        steps:\n          - <<รอเขียน>>\n"
                        "        period: {from: 1 ตุลาคม 2568, to: 30 กันยายน 2569}\n"
                        "        owners:\n          - <<รอเขียน>>\n";
    const char *found = strstr(after, entry);
    assert_non_null(found);
    size_t at = (size_t)(found - after);
    assert_memory_equal(before, after, at);
    assert_string_equal(before + at, found + strlen(entry));
}

/* Whatever list of the edition: its entry is accepted, and what is taken back is what was. */
static void every_list_can_be_added_to(void **state)
{
    struct desk *desk = *state;
    struct edit_lists lists = edit_lists(desk->arena, desk->job.edition);
    const char **path = ARENA_NEW(desk->arena, const char *, lists.count);
    size_t count = lists.count;
    assert_true(count > 15);
    for (size_t i = 0; i < count; i++) /* what they are of goes when the edition is read again */
        path[i] = arena_string(desk->arena, lists.list[i].path);
    for (size_t i = 0; i < count; i++) {
        size_t stem = strcspn(path[i], ".");
        const char *file = arena_printf(desk->arena, "%.*s.yaml", (int)stem, path[i]);
        const char *before = file_of(desk, file);
        if (strcmp(path[i], "analyses.indicators") == 0 ||
            strcmp(path[i], "results.recommendations.assessor.instruments") == 0)
            continue; /* one for each of the scheme's, which are all there */
        add(desk, path[i], 99, "ข้อความ");
        assert_int_equal(editor_undo(desk->editor, desk->job.diag), EDITOR_DONE);
        assert_string_equal(file_of(desk, file), before);
    }
}

static void replace(struct desk *desk, const char *name, const char *was, const char *is)
{
    const char *text = file_of(desk, name), *at = strstr(text, was);
    assert_non_null(at);
    const char *all =
        arena_printf(desk->arena, "%.*s%s%s", (int)(at - text), text, is, at + strlen(was));
    assert_true(file_write(file_join(desk->arena, desk->folder, name), all, strlen(all)));
    load(desk);
}

/* How a list is written, or that it is not, and how it is with one more. */
static void what_is_empty_can_be_added_to(void **state)
{
    static const char path[] = "measures.issues.2.measures.1.owners";
    static const char was[] = "        owners: [กองการศึกษาฯ]\n";
    static const char *const ways[][2] = {
        {"        owners: [กองการศึกษาฯ]\n", "        owners: [กองการศึกษาฯ, \"ก, ข\"]\n"},
        {"        owners: กองการศึกษาฯ # ๑\n",
         "        owners: \n          - กองการศึกษาฯ\n          - ก, ข # ๑\n"},
        {"        owners:\n        - กองการศึกษาฯ\n",
         "        owners:\n        - กองการศึกษาฯ\n        - ก, ข\n"},
        {"        owners: []\n", "        owners:\n          - ก, ข\n"},
        {"        owners: [ ] # ยัง\n", "        owners:\n          - ก, ข # ยัง\n"},
        {"        owners:\n", "        owners:\n          - ก, ข\n"},
        {"        owners: ~\n", "        owners:\n          - ก, ข\n"},
        {"", "        owners:\n          - ก, ข\n"},
    };
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *whole = file_of(desk, "measures.yaml");
        replace(desk, "measures.yaml", was, ways[i][0]);
        const char *before = file_of(desk, "measures.yaml");
        add(desk, path, 9, "ก, ข");
        const char *after = file_of(desk, "measures.yaml");
        if (strstr(after, ways[i][1]) == NULL)
            fail_msg("after “%s”: %s", ways[i][0], after);
        size_t length = strlen(before) - strlen(ways[i][0]);
        assert_int_equal(strlen(after), length + strlen(ways[i][1]));
        assert_true(file_write(file_join(desk->arena, desk->folder, "measures.yaml"), whole,
                               strlen(whole)));
    }
}

/* Entries in braces, and a list whose maps are not written either. */
static void what_is_not_written_is_written_with_its_keys(void **state)
{
    struct desk *desk = *state;
    const char *text = file_of(desk, "results.yaml"), *at = strstr(text, "\nrecommendations:");
    assert_non_null(at);
    const char *less = arena_copy(desk->arena, text, (size_t)(at - text) + 1);
    const char *path = file_join(desk->arena, desk->folder, "results.yaml");
    assert_true(file_write(path, less, strlen(less)));
    add(desk, "results.recommendations.survey", 0, "บรรทัดเดียว");
    add(desk, "results.recommendations.assessor.instruments", 0, "คำนำ");
    add(desk, "results.recommendations.assessor.instruments.IIT.items", 0, "ข้อเสนอแนะ: ก");
    const char *written =
        "recommendations:\n  survey:\n    - บรรทัดเดียว\n  assessor:\n    instruments:\n"
        "      - id: IIT\n        introduction: คำนำ\n        items:\n          - question: i1\n"
        "            text: \"ข้อเสนอแนะ: ก\"\n";
    assert_non_null(strstr(file_of(desk, "results.yaml"), written));
    add(desk, "results.recommendations.assessor.instruments.IIT.items", 0, "อีกข้อ");
    assert_string_equal(desk->job.edition->recommendations.group[0].item[0].question->id.bytes,
                        "i2");
}

static void kinds_are_those_of_the_fields(void **state)
{
    struct desk *desk = *state;
    struct edit_fields fields = edit_fields(desk->arena, desk->job.edition);
    assert_true(fields.count > 80);
    for (size_t i = 0; i < fields.count; i++) {
        enum edit_kind kind = EDIT_KINDS;
        assert_true(edit_kind_of(fields.field[i].node, &kind));
        if (fields.field[i].kind != EDIT_CHOICE) /* those are the scheme's */
            assert_int_equal(kind, fields.field[i].kind);
    }
    enum edit_kind kind;
    assert_false(edit_kind_of(desk->job.edition->scheme->tree, &kind));
}

static void only_files_of_the_edition_are_written(void **state)
{
    struct desk *desk = *state;
    const struct node *tree = desk->job.edition->scheme->tree;
    struct edit_change change;
    struct job trial = {0};
    assert_true(
        edit_value(desk->arena, tree, node_find(tree, "target"), "1", desk->job.diag, &change));
    assert_int_equal(editor_apply(desk->editor, &change, &trial), EDITOR_REFUSED);
    assert_int_equal(diag_count(trial.diag, DIAG_ERROR), 1);
    job_done(&trial);
}

static void a_broken_edition_is_mended_one_by_one(void **state)
{
    struct desk *desk = *state;
    const char *path = file_join(desk->arena, desk->folder, "results.yaml");
    const char *text = file_of(desk, "results.yaml");
    const char *score = strstr(text, "91.67"), *other = strstr(text, "i3: 98.33");
    char *broken = arena_string(desk->arena, text);
    memcpy(broken + (score - text), "91_67", 5);
    memcpy(broken + (other - text), "i3: 98_33", 9);
    file_write(path, broken, strlen(broken));
    load(desk);
    assert_int_equal(set(desk, "results.scores.i2", "91.67", ""), EDITOR_DONE);
    load(desk);
    assert_int_equal(set(desk, "results.scores.i3", "98,33", ""), EDITOR_REFUSED);
    assert_int_equal(set(desk, "results.scores.i3", "98.33", ""), EDITOR_DONE);
    assert_string_equal(file_of(desk, "results.yaml"), text);
}

static const struct edit_field *field(const struct edit_fields *fields, const char *path)
{
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->field[i].path, path) == 0)
            return &fields->field[i];
    fail_msg("no field %s", path);
    return NULL;
}

static void fields_say_what_may_be_typed(void **state)
{
    struct desk *desk = *state;
    struct edit_fields fields = edit_fields(desk->arena, desk->job.edition);
    static const struct {
        const char *path;
        enum edit_kind kind;
        int64_t high;
    } expected[] = {{"results.scores.i1", EDIT_SCORE, 10000},
                    {"results.scores.e1.survey", EDIT_SCORE, 10000},
                    {"results.published.overall", EDIT_SCORE, 10000},
                    {"results.published.level", EDIT_CHOICE, 0},
                    {"results.published.subindicators.4.1", EDIT_SCORE, 10000},
                    {"results.published.ranks.1", EDIT_WHOLE, 0},
                    {"results.respondents.IIT", EDIT_WHOLE, 0},
                    {"edition.fiscal_year", EDIT_WHOLE, 2700},
                    {"edition.date", EDIT_DATE, 0},
                    {"edition.agency.name", EDIT_NAME, 0},
                    {"edition.cover.1", EDIT_LINE, 0},
                    {"edition.framework", EDIT_ID, 0},
                    {"analyses.summary", EDIT_PROSE, 0},
                    {"analyses.indicators.1.guidelines.i2", EDIT_PROSE, 0},
                    {"measures.issues.1.measures.1.steps.1", EDIT_PROSE, 0},
                    {"measures.issues.1.measures.1.period.from", EDIT_DATE, 0}};
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        const struct edit_field *found = field(&fields, expected[i].path);
        assert_int_equal(found->kind, expected[i].kind);
        assert_int_equal(found->high, expected[i].high);
        assert_ptr_equal(edit_field_of(&fields, found->node), found);
        const struct node *tree = NULL;
        assert_ptr_equal(edit_find(desk->job.edition, expected[i].path, &tree), found->node);
    }
    assert_string_equal(field(&fields, "results.published.level")->choice[0], "ผ่านดีเยี่ยม");
    const struct edit_field *step = field(&fields, "measures.issues.1.measures.1.steps.1");
    assert_int_equal(step->list->kind, NODE_LIST);
    assert_int_equal(step->index, 0);
    const struct edit_field *name = field(&fields, "measures.issues.1.measures.1.name");
    assert_string_equal(node_key(name->list)->text, "measures");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_value_is_written_and_nothing_else),
        CASE(what_the_loader_refuses_is_not_written),
        CASE(another_writer_is_not_overwritten),
        CASE(changes_are_taken_back_and_done_again),
        CASE(a_measure_has_what_its_table_says),
        CASE(every_list_can_be_added_to),
        CASE(what_is_empty_can_be_added_to),
        CASE(what_is_not_written_is_written_with_its_keys),
        CASE(kinds_are_those_of_the_fields),
        CASE(only_files_of_the_edition_are_written),
        CASE(a_broken_edition_is_mended_one_by_one),
        CASE(fields_say_what_may_be_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
