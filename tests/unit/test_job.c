/* One edition through the stages: what is made, how often, and what is said about it. */
#include "unit.h"

#include "job/job.h"
#include "pdf/pdf.h"

/* The stages as they were begun. */
static void note_stage(void *watcher, const char *stage)
{
    buffer_printf(watcher, "%s ", stage);
}

static struct job_setup setup_with(const char *layout, struct buffer *stages)
{
    return (struct job_setup){.session = session_new("."),
                              .edition = "tests/fixtures/small",
                              .layout = layout,
                              .watch = note_stage,
                              .watcher = stages};
}

static void assert_stages(const char *layout, enum job_stage until, const char *expected,
                          const char *messages)
{
    struct buffer stages = {0};
    struct job_setup setup = setup_with(layout, &stages);
    struct job job = {0};
    assert_true(job_run(&job, &setup, until));
    assert_string_equal(buffer_text(&stages), expected);
    unit_expect(job.diag, messages);
    job_done(&job);
    session_free(setup.session);
    buffer_free(&stages);
}

static void makes_each_product_once(void **state)
{
    (void)state;
    assert_stages("tests/cases/pages/keeps.yaml", STAGE_PAGES, "edition figures doc pages ", "");
}

/* The number of the chart is known when the document is there. */
static void makes_a_document_with_numbers_twice(void **state)
{
    (void)state;
    assert_stages("official", STAGE_DOC, "edition figures doc doc ", "");
    assert_stages("official", STAGE_PAGES, "edition figures doc doc pages ", "");
}

/* Its pages are known when they are made; nothing moves when they are said. */
static void makes_pages_that_texts_say_twice(void **state)
{
    (void)state;
    assert_stages("tests/cases/pages/references.yaml", STAGE_PAGES,
                  "edition figures doc doc pages doc pages ", "");
}

static void gives_up_on_pages_that_never_settle(void **state)
{
    (void)state;
    assert_stages("tests/cases/pages/references-unsettled.yaml", STAGE_PAGES,
                  "edition figures doc doc pages doc pages doc pages doc pages ",
                  "tests/cases/pages/references-unsettled.yaml:14:5: warning: the page of moving "
                  "moves with the texts that name it [page-references]\n");
}

static void paint(const struct job *job, struct text_engine *engine, const struct pages *pages,
                  struct buffer *file)
{
    struct pdf_options options = {0};
    assert_true(pdf_make(engine, pages, &options, file, job->diag));
}

/* An engine that keeps nothing gives the same file. */
static void keeps_no_text_that_is_different(void **state)
{
    (void)state;
    struct buffer stages = {0}, first = {0}, second = {0};
    struct job_setup setup = setup_with("tests/cases/pages/references.yaml", &stages);
    struct job_setup plain = setup;
    plain.layout = "tests/cases/pages/keeps.yaml";
    struct job job = {0}, other = {0};
    assert_true(job_run(&job, &setup, STAGE_PAGES));
    assert_true(job_run(&other, &plain, STAGE_PAGES));
    paint(&job, job.engine, job.pages, &first);
    struct pages *pages = page_build(other.engine, job.doc, job.diag);
    paint(&job, other.engine, pages, &second);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
    pages_free(pages);
    buffer_free(&first);
    buffer_free(&second);
    buffer_free(&stages);
    job_done(&other);
    job_done(&job);
    session_free(setup.session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_each_product_once),
        cmocka_unit_test(makes_a_document_with_numbers_twice),
        cmocka_unit_test(makes_pages_that_texts_say_twice),
        cmocka_unit_test(gives_up_on_pages_that_never_settle),
        cmocka_unit_test(keeps_no_text_that_is_different),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
