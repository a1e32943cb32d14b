/* The report of the desk: as a fresh one, whatever was changed before it; and pages that a browser can read. */
#include "unit.h"

#include "desk/report.h"
#include "paint/spoken.h"
#include "pdf/pdf.h"
#include "source/file.h"
#include "web/web_page.h"

enum { CHANGES = 12 };

struct place_of_work {
    struct arena *arena;
    const char *folder;
};

static int set_up(void **state)
{
    struct place_of_work *work = memory_zeroed(1, sizeof *work);
    work->arena = arena_new();
    work->folder = file_temporary_folder(work->arena);
    char *command = arena_printf(work->arena, "cp tests/fixtures/small/* %s", work->folder);
    assert_int_equal(system(command), 0);
    *state = work;
    return 0;
}

static int tear_down(void **state)
{
    struct place_of_work *work = *state;
    file_remove_folder(work->folder);
    arena_free(work->arena);
    free(work);
    return 0;
}

static void write_pdf(const struct job *job, struct buffer *out)
{
    struct pdf_options options = {.seconds = job_seconds(job)};
    assert_true(pdf_make(job->engine, job->pages, &options, out, job->diag));
}

/* What a program that has done nothing else makes. */
static void make_fresh(const struct job_setup *setup, struct buffer *out)
{
    struct job_setup own = *setup;
    own.session = session_new(".");
    struct job job;
    assert_true(job_run(&job, &own, STAGE_PAGES));
    write_pdf(&job, out);
    job_done(&job);
    session_free(own.session);
}

static void assert_fresh(const struct report *report)
{
    struct buffer kept = {0}, fresh = {0};
    assert_true(report->is_there && !report->is_broken);
    write_pdf(&report->job, &kept);
    make_fresh(&report->setup, &fresh);
    assert_int_equal(kept.length, fresh.length);
    assert_memory_equal(kept.bytes, fresh.bytes, fresh.length);
    buffer_free(&kept);
    buffer_free(&fresh);
}

/* Numbers of a row that is the same at every run (Knuth's). */
static uint32_t next_number(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* The place of the n-th thing that looks like a score (a space, two digits, a point, two digits), or NULL. */
static char *find_score(char *text, size_t n)
{
    for (char *at = text; *at != '\0'; at++)
        if (at > text && at[-1] == ' ' && strspn(at, "0123456789") == 2 && at[2] == '.' &&
            strspn(at + 3, "0123456789") == 2 && n-- == 0)
            return at;
    return NULL;
}

/* Gives one score or one word of a measure another value; numbers by a row. */
static void change(const struct place_of_work *work, uint32_t *seed)
{
    const char *path = file_join(work->arena, work->folder, "results.yaml");
    struct buffer text = {0};
    assert_int_equal(file_read(path, &text), 0);
    char *at = NULL;
    while (at == NULL)
        at = find_score(text.bytes, next_number(seed) % 40);
    char score[6];
    snprintf(score, sizeof score, "%u.%02u", 10 + next_number(seed) % 90, next_number(seed) % 100);
    memcpy(at, score, 5);
    assert_true(file_write(path, text.bytes, text.length));
    buffer_free(&text);
}

static void is_as_fresh_after_many_changes(void **state)
{
    const struct place_of_work *work = *state;
    struct job_setup setup = {.session = session_new("."), .edition = work->folder};
    struct report *report = report_new(&setup);
    uint32_t seed = 2568;
    for (int i = 0; i < CHANGES; i++) {
        change(work, &seed);
        report_make(report);
        assert_fresh(report);
        report_audit(report);
    }
    report_free(report);
    session_free(setup.session);
}

static void keeps_the_last_whole_report(void **state)
{
    const struct place_of_work *work = *state;
    struct job_setup setup = {.session = session_new("."), .edition = work->folder};
    struct report *report = report_new(&setup);
    report_make(report);
    uint64_t name = report->page[0].name;
    size_t pages = report->pages;
    const char *path = file_join(work->arena, work->folder, "results.yaml");
    struct buffer text = {0};
    assert_int_equal(file_read(path, &text), 0);
    assert_true(file_write(path, "scores: [", 9));
    report_make(report);
    assert_true(report->is_there && report->is_broken);
    assert_true(diag_failed(report->wrong.diag));
    assert_int_equal(report->pages, pages);
    assert_true(report->page[0].name == name);
    assert_true(file_write(path, text.bytes, text.length));
    report_make(report);
    assert_false(report->is_broken);
    assert_true(report->page[0].name == name);
    buffer_free(&text);
    report_free(report);
    session_free(setup.session);
}

/* Only pages that show something else have another name. */
static void names_pages_by_what_they_show(void **state)
{
    const struct place_of_work *work = *state;
    struct job_setup setup = {.session = session_new("."), .edition = work->folder};
    struct report *report = report_new(&setup);
    report_make(report);
    uint64_t before[64];
    size_t pages = report->pages, changed = 0;
    assert_in_range(pages, 2, 64);
    for (size_t i = 0; i < pages; i++)
        before[i] = report->page[i].name;
    const char *path = file_join(work->arena, work->folder, "results.yaml");
    struct buffer text = {0};
    assert_int_equal(file_read(path, &text), 0);
    memcpy(strstr(text.bytes, "i3: 98.33") + 4, "88", 2);
    assert_true(file_write(path, text.bytes, text.length));
    buffer_free(&text);
    report_make(report);
    assert_int_equal(report->pages, pages);
    for (size_t i = 0; i < pages; i++)
        changed += report->page[i].name != before[i];
    assert_in_range(changed, 1, pages - 1);
    report_free(report);
    session_free(setup.session);
}

/* ---- what a page of the web says ---- */

/* A page's characters: what is no markup, with & < > and " as they are. */
static char *text_of(const struct buffer *svg)
{
    struct buffer out = {0};
    bool in_tag = false;
    for (size_t i = 0; i < svg->length; i++) {
        char c = svg->bytes[i];
        if (c == '<' || c == '>')
            in_tag = c == '<';
        else if (!in_tag)
            buffer_add_char(&out, c);
    }
    return out.bytes != NULL ? out.bytes : calloc(1, 1);
}

/* Every line of a page is there, letter for letter, in the order in which it was drawn. */
static void pages_have_the_letters_of_their_lines(void **state)
{
    (void)state;
    struct job_setup setup = {.session = session_new("."), .edition = "tests/fixtures/small"};
    struct report *report = report_new(&setup);
    report_make(report);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < report->pages; i++) {
        const struct page *page = &report->job.pages->page[i];
        char *text = text_of(&report->page[i].svg);
        for (size_t k = 0; k < page->frames; k++) {
            const struct frame *frame = &page->frame[k];
            if (frame->kind != FRAME_LINE || frame->role == FRAME_WATERMARK)
                continue;
            size_t length;
            const char *bytes = text_line_bytes(&frame->line, &length);
            const char *line = spoken_text(arena, bytes, length);
            if (strpbrk(line, "&<>\"") == NULL && strstr(text, line) == NULL)
                fail_msg("page %zu lacks the line \"%s\"", i + 1, line);
        }
        free(text);
    }
    arena_free(arena);
    report_free(report);
    session_free(setup.session);
}

static size_t count_of(const struct buffer *text, const char *wanted)
{
    size_t count = 0;
    for (const char *at = text->bytes; (at = strstr(at, wanted)) != NULL; at++)
        count++;
    return count;
}

static void pages_are_small_and_closed(void **state)
{
    (void)state;
    struct job_setup setup = {.session = session_new("."), .edition = "input/2568"};
    struct report *report = report_new(&setup);
    report_make(report);
    size_t total = 0;
    for (size_t i = 0; i < report->pages; i++) {
        const struct buffer *svg = &report->page[i].svg;
        total += svg->length;
        assert_int_equal(count_of(svg, "<text"), count_of(svg, "</text>"));
        assert_int_equal(count_of(svg, "<tspan"), count_of(svg, "</tspan>"));
        assert_int_equal(count_of(svg, "<svg"), 1);
    }
    assert_in_range(total / report->pages, 1, 10 * 1024);
    report_free(report);
    session_free(setup.session);
}

static void fonts_are_cut_down_and_can_still_shape(void **state)
{
    (void)state;
    struct job_setup setup = {.session = session_new("."), .edition = "tests/fixtures/small"};
    struct report *report = report_new(&setup);
    report_make(report);
    struct buffer font = {0};
    assert_true(web_fonts_file(report->fonts, 0, &font));
    assert_in_range(font.length, 1, 60 * 1024);
    static const char *const TABLES[] = {"cmap", "GSUB", "GPOS", "GDEF", "glyf"};
    for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
        size_t tables = (size_t)(unsigned char)font.bytes[5], k = 0;
        while (k < tables && memcmp(font.bytes + 12 + 16 * k, TABLES[i], 4) != 0)
            k++;
        assert_true(k < tables);
    }
    buffer_free(&font);
    assert_false(web_fonts_file(report->fonts, 99, &font));
    report_free(report);
    session_free(setup.session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(is_as_fresh_after_many_changes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_the_last_whole_report, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_pages_by_what_they_show, set_up, tear_down),
        cmocka_unit_test(pages_have_the_letters_of_their_lines),
        cmocka_unit_test(pages_are_small_and_closed),
        cmocka_unit_test(fonts_are_cut_down_and_can_still_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
