/* From the letters on the pages back to the letters of the files. */
#include "unit.h"

#include "base/digit.h"
#include "base/utf8.h"
#include "job/job.h"
#include "job/origin.h"
#include "yaml/node.h"

/* The text of a source from a line and column on. */
static const char *text_at(struct place place)
{
    const struct source *source = place.source;
    size_t at = 0;
    for (uint32_t line = 1; line < place.line; line++)
        at = (size_t)(strchr(source->text + at, '\n') - source->text) + 1;
    for (uint32_t column = 1; column < place.column; column++)
        utf8_next(source->text, source->length, &at);
    return source->text + at;
}

struct found {
    size_t wordings, letters, figures, values, bare;
};

/* Every letter of wording is the letter that is in the file. */
static void check_wording(const struct doc *doc, const struct page_place *place,
                          struct found *found)
{
    const struct doc_text *text = place->text;
    found->wordings++;
    size_t end = place->end < place->trace->end ? place->end : place->trace->end;
    for (size_t at = place->start, next; at < end; at = next) {
        next = at;
        char32_t letter = utf8_next(text->bytes, text->length, &next);
        if (letter == '\n' || letter == ' ') /* may be a line end of the file */
            continue;
        struct origin_spot spot = origin_find(doc, text, place->trace, at);
        const char *written = text_at(spot.value);
        if (strncmp(written, text->bytes + at, next - at) != 0 && *written != '\\')
            fail_msg("%s:%u:%u has no %.*s", spot.value.source->path, spot.value.line,
                     spot.value.column, (int)(next - at), text->bytes + at);
        found->letters++;
    }
}

/* A score that is in a file is printed as it is there, but for the digits. */
static void check_figure(const struct doc *doc, const struct page_place *place, struct found *found)
{
    struct origin_spot spot = origin_find(doc, place->text, place->trace, place->start);
    found->values++;
    if (spot.figure == NULL || strstr(spot.figure, "score") == NULL || spot.value.source == NULL)
        return;
    struct buffer printed = {0}, written = {0};
    const char *typed = text_at(spot.value);
    typed += *typed == '"';
    digit_add_text(&printed, place->text->bytes + place->start, place->end - place->start,
                   DIGIT_WESTERN);
    digit_add_text(&written, typed, strcspn(typed, ",}\" \n"), DIGIT_WESTERN);
    if (strncmp(buffer_text(&printed), buffer_text(&written), written.length) != 0)
        fail_msg("%s is printed %s, and written %s", spot.figure, buffer_text(&printed),
                 buffer_text(&written));
    found->figures++;
    buffer_free(&printed);
    buffer_free(&written);
}

static void check_page(const struct pages *pages, const struct page *page, struct found *found)
{
    struct arena *arena = arena_new();
    struct page_places places = page_places(page, arena);
    for (size_t i = 0; i < places.count; i++) {
        const struct page_place *place = &places.place[i];
        assert_true(place->start < place->end && place->end <= place->text->length);
        assert_true(place->width >= 0 && place->height > 0 && place->x >= 0);
        assert_true(place->x + place->width <= page->paper->width);
        if (place->trace == NULL)
            found->bare++;
        else if (place->trace->is_wording)
            check_wording(pages->doc, place, found);
        else
            check_figure(pages->doc, place, found);
    }
    arena_free(arena);
}

static struct found check_edition(const char *edition, const char *layout)
{
    struct job_setup setup = {.session = session_new("."), .edition = edition, .layout = layout};
    struct job job = {0};
    struct found found = {0};
    assert_true(job_run(&job, &setup, STAGE_PAGES));
    for (size_t i = 0; i < job.pages->count; i++)
        check_page(job.pages, &job.pages->page[i], &found);
    job_done(&job);
    session_free(setup.session);
    return found;
}

static void every_letter_is_found_in_its_file(void **state)
{
    (void)state;
    struct found found = check_edition("input/2568", "official");
    assert_true(found.letters > 50000 && found.figures > 100 && found.wordings > 1500);
    found = check_edition("tests/fixtures/small", "official");
    assert_true(found.letters > 1000 && found.figures > 20);
    found = check_edition("tests/fixtures/province/2569", "official-annex");
    assert_true(found.letters > 1000 && found.figures > 20);
    found = check_edition("tests/fixtures/prose", "official");
    assert_true(found.letters > 1000 && found.bare > 5);
}

/* What a page says at a place of a file: "๙๑.๖๗|๙๑.๖๗" */
static void assert_shown(const struct job *job, struct place of, const char *expected)
{
    struct arena *arena = arena_new();
    struct buffer out = {0};
    for (size_t i = 0; i < job->pages->count; i++) {
        struct page_places places = page_places(&job->pages->page[i], arena);
        for (size_t j = 0; j < places.count; j++) {
            const struct page_place *place = &places.place[j];
            if (!origin_shows(job->doc, place, of))
                continue;
            buffer_add_string(&out, out.length > 0 ? "|" : "");
            buffer_add(&out, place->text->bytes + place->start, place->end - place->start);
        }
    }
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
    arena_free(arena);
}

static void a_place_of_a_file_is_found_on_the_pages(void **state)
{
    (void)state;
    struct job_setup setup = {.session = session_new("."),
                              .edition = "tests/fixtures/small",
                              .layout = "tests/cases/places/wording.yaml"};
    struct job job = {0};
    assert_true(job_run(&job, &setup, STAGE_PAGES));
    const struct edition *edition = job.edition;
    assert_shown(&job, edition->question[1].score[0].place, "๙๑.๖๗");
    assert_shown(&job, edition->indicator[2].published_part[0].place, "91.11");
    const struct text *analysis = &edition->indicator[0].analysis;
    size_t at = (size_t)(strstr(analysis->bytes, "คิว**") - analysis->bytes);
    assert_shown(&job, node_place_inside(analysis->node, at), "บัตรคิว");
    at = (size_t)(strstr(analysis->bytes, "ฯลฯ") - analysis->bytes);
    assert_shown(&job, node_place_inside(analysis->node, at), " ฯลฯ และทบทวนทุก ๆ เดือน");
    assert_shown(&job, edition->profile.foreword.place, "");
    job_done(&job);
    session_free(setup.session);
}

static void the_same_value_has_one_origin(void **state)
{
    (void)state;
    struct job_setup setup = {.session = session_new("."), .edition = "tests/fixtures/small"};
    struct job job = {0};
    assert_true(job_run(&job, &setup, STAGE_DOC));
    const struct doc *doc = job.doc;
    assert_null(doc->origin[0].place.source);
    for (size_t i = 0; i < doc->origins; i++)
        for (size_t j = i + 1; j < doc->origins; j++) {
            const struct doc_origin *a = &doc->origin[i], *b = &doc->origin[j];
            bool same = a->place.source == b->place.source && a->place.line == b->place.line &&
                        a->place.column == b->place.column;
            assert_false(same &&
                         (a->figure == b->figure || (a->figure != NULL && b->figure != NULL &&
                                                     strcmp(a->figure, b->figure) == 0)));
        }
    job_done(&job);
    session_free(setup.session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_letter_is_found_in_its_file),
        cmocka_unit_test(a_place_of_a_file_is_found_on_the_pages),
        cmocka_unit_test(the_same_value_has_one_origin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
