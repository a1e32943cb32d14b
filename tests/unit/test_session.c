/*
 * A session that makes several reports gives the same bytes as a program for each, in any order, and
 * sees when a file that it keeps something of has changed.
 */
#include "unit.h"

#include "job/job.h"
#include "pdf/pdf.h"
#include "source/file.h"

/* One report. */
struct making {
    const char *edition;
    const char *layout;
    bool draft;
};

static const struct making MAKING[] = {
    {"input/2568", "official", false},
    {"tests/fixtures/small", "official", false},
    {"tests/fixtures/province/2569", "official", false},
    {"input/2568", "summary", false},
    {"tests/fixtures/small", "summary", true},
    {"tests/fixtures/province/2569", "summary", true},
    {"input/2568", "official", true},
    {"tests/fixtures/small", "tests/cases/pages/references.yaml", false},
    {"tests/fixtures/province/2569", "official", true},
};

enum { MAKINGS = sizeof MAKING / sizeof *MAKING };

/* ---- a program for each ---- */

static void run(const char *command)
{
    if (system(command) != 0)
        fail_msg("failed: %s", command);
}

/* The file that a program of its own writes. */
static void make_alone(const char *data, const struct making *making, struct buffer *file)
{
    struct arena *arena = arena_new();
    const char *folder = file_temporary_folder(arena);
    const char *out = file_join(arena, folder, "report.pdf");
    const char *program = getenv("ITAREPORT");
    run(arena_printf(arena, "ITAREPORT_DATA=%s %s build -q %s --layout=%s -o %s %s", data,
                     program != NULL ? program : "build/itareport", making->draft ? "--draft" : "",
                     making->layout, out, making->edition));
    assert_int_equal(file_read(out, file), 0);
    file_remove_folder(folder);
    arena_free(arena);
}

/* ---- a session for all ---- */

/* given: a text in place of a file, or NULL. */
static bool run_job_with(struct job *job, struct session *session, const struct making *making,
                         const struct sources_given *given)
{
    struct job_setup setup = {.session = session,
                              .edition = making->edition,
                              .layout = making->layout,
                              .draft = making->draft,
                              .given = given,
                              .givens = given != NULL ? 1 : 0};
    return job_run(job, &setup, STAGE_PAGES);
}

static bool run_job(struct job *job, struct session *session, const struct making *making)
{
    return run_job_with(job, session, making, NULL);
}

static void make_with(struct session *session, const struct making *making,
                      const struct sources_given *given, struct buffer *file)
{
    struct job job = {0};
    assert_true(run_job_with(&job, session, making, given));
    struct pdf_options options = {.seconds = job_seconds(&job)};
    assert_true(pdf_make(job.engine, job.pages, &options, file, job.diag));
    job_done(&job);
}

static void make_in(struct session *session, const struct making *making, struct buffer *file)
{
    make_with(session, making, NULL, file);
}

static void assert_same(const struct buffer *given, const struct buffer *expected)
{
    assert_int_equal(given->length, expected->length);
    assert_memory_equal(given->bytes, expected->bytes, expected->length);
}

static void assert_makes(struct session *session, const struct making *making,
                         const struct buffer *expected)
{
    struct buffer file = {0};
    make_in(session, making, &file);
    assert_same(&file, expected);
    buffer_free(&file);
}

static void gives_the_bytes_of_a_program_for_each(void **state)
{
    (void)state;
    struct buffer alone[MAKINGS] = {0};
    for (size_t i = 0; i < MAKINGS; i++)
        make_alone(".", &MAKING[i], &alone[i]);
    struct session *session = session_new(".");
    for (size_t i = 0; i < MAKINGS; i++)
        for (int twice = 0; twice < 2; twice++)
            assert_makes(session, &MAKING[i], &alone[i]);
    for (size_t i = MAKINGS; i > 0; i--)
        assert_makes(session, &MAKING[i - 1], &alone[i - 1]);
    session_free(session);
    for (size_t i = 0; i < MAKINGS; i++)
        buffer_free(&alone[i]);
}

/* Jobs that are there at the same time, and the earlier edition of each, borrow one scheme. */
static void lends_one_scheme(void **state)
{
    (void)state;
    struct session *session = session_new(".");
    const struct making making = {"tests/fixtures/province/2569", "summary", false};
    const struct making of_earlier_scheme = {"input/2568", "summary", false};
    struct job first = {0}, second = {0}, third = {0};
    assert_true(run_job(&first, session, &making));
    assert_true(run_job(&second, session, &making));
    assert_true(run_job(&third, session, &of_earlier_scheme));
    assert_ptr_equal(first.edition->scheme, second.edition->scheme);
    assert_ptr_equal(first.earlier_edition[0]->scheme, third.edition->scheme);
    assert_ptr_equal(first.layout, third.layout);
    assert_int_equal(sources_newest(first.sources), sources_newest(second.sources));
    job_done(&first);
    job_done(&second);
    job_done(&third);
    session_free(session);
}

/* ---- files that change ---- */

/* A data folder and an edition to write to. */
struct desk {
    struct arena *arena;
    const char *folder;
    const char *edition;
    struct making making;
    struct session *session;
};

static int set_up(void **state)
{
    struct desk *desk = memory_zeroed(1, sizeof *desk);
    desk->arena = arena_new();
    desk->folder = file_temporary_folder(desk->arena);
    desk->edition = file_join(desk->arena, desk->folder, "edition");
    desk->making = (struct making){desk->edition, "official", false};
    run(arena_printf(desk->arena,
                     "cp -R layouts words %s && mkdir %s/fonts && "
                     "ln -s \"$PWD\"/fonts/* %s/fonts && cp -R tests/fixtures/small %s",
                     desk->folder, desk->folder, desk->folder, desk->edition));
    desk->session = session_new(desk->folder);
    *state = desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    session_free(desk->session);
    file_remove_folder(desk->folder);
    arena_free(desk->arena);
    free(desk);
    return 0;
}

static void edit(const struct desk *desk, const char *file, const char *script)
{
    run(arena_printf(desk->arena, "cd %s && sed -i -e '%s' %s", desk->folder, script, file));
}

/* The session makes what a program makes that never saw the files otherwise. */
static void assert_right(const struct desk *desk, struct buffer *file)
{
    struct buffer alone = {0};
    make_alone(desk->folder, &desk->making, &alone);
    make_in(desk->session, &desk->making, file);
    assert_same(file, &alone);
    buffer_free(&alone);
}

/* What a command, run in the data folder, changes. */
static void assert_sees(const struct desk *desk, const char *command)
{
    struct buffer before = {0}, after = {0};
    assert_right(desk, &before);
    run(arena_printf(desk->arena, "cd %s && %s", desk->folder, command));
    assert_right(desk, &after);
    bool is_same =
        after.length == before.length && memcmp(after.bytes, before.bytes, after.length) == 0;
    if (is_same)
        fail_msg("no change: %s", command);
    buffer_free(&before);
    buffer_free(&after);
}

static void sees_changed_files(void **state)
{
    const struct desk *desk = *state;
    assert_sees(desk, "sed -i 's/size: 16pt/size: 15pt/' layouts/official/styles.yaml");
    assert_sees(desk, "sed -i 's/- use: foreword//' layouts/official.yaml");
    assert_sees(desk, "sed -i 's/แบบวัดการรับรู้ภายใน/&ใหม่/' edition/framework.yaml");
    assert_sees(desk, "sed -i 's/บ้านสมมติ/บ้านใหม่/' edition/edition.yaml");
    assert_sees(desk, "sed -i '/^คะแนน$/d' words/breaks.txt");
    assert_sees(desk, "rm fonts/Laksaman-Bold.ttf");
}

/* A text in place of a file is for the job that it is given to, and as good as the file. */
static void takes_texts_in_place_of_files(void **state)
{
    const struct desk *desk = *state;
    const char *path = file_join(desk->arena, desk->folder, "layouts/official/styles.yaml");
    struct buffer text = {0}, before = {0}, given = {0}, again = {0}, after = {0};
    assert_int_equal(file_read(path, &text), 0);
    char *size = strstr(text.bytes, "size: 16pt");
    assert_non_null(size);
    memcpy(size, "size: 15pt", strlen("size: 15pt"));
    assert_right(desk, &before);
    struct sources_given styles = {path, text.bytes, text.length, 0};
    make_with(desk->session, &desk->making, &styles, &given);
    make_in(desk->session, &desk->making, &again);
    assert_same(&again, &before);
    assert_true(file_write(path, text.bytes, text.length));
    assert_right(desk, &after);
    assert_same(&given, &after);
    assert_true(given.length != before.length ||
                memcmp(given.bytes, before.bytes, given.length) != 0);
    buffer_free(&text);
    buffer_free(&before);
    buffer_free(&given);
    buffer_free(&again);
    buffer_free(&after);
}

/* ---- what is wrong ---- */

static void assert_fails(const struct desk *desk, const char *messages)
{
    struct job job = {0};
    assert_false(run_job(&job, desk->session, &desk->making));
    char *given = unit_headlines(job.diag);
    if (strstr(given, messages) == NULL)
        fail_msg("not said: %s\nsaid: %s", messages, given);
    free(given);
    job_done(&job);
}

static void goes_on_after_errors(void **state)
{
    const struct desk *desk = *state;
    struct buffer file = {0};
    assert_right(desk, &file);
    static const char *const broken[] = {"edition/results.yaml", "edition/framework.yaml",
                                         "layouts/official/tables.yaml"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        edit(desk, broken[i], "1s/^/nonsense: here\\n/");
        assert_fails(desk, "nonsense");
        assert_fails(desk, "nonsense");
        edit(desk, broken[i], "1d");
        struct buffer again = {0};
        make_in(desk->session, &desk->making, &again);
        assert_same(&again, &file);
        buffer_free(&again);
    }
    buffer_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_bytes_of_a_program_for_each),
        cmocka_unit_test(lends_one_scheme),
        cmocka_unit_test_setup_teardown(sees_changed_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(takes_texts_in_place_of_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(goes_on_after_errors, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
