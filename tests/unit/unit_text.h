/*
 * unit_text.h - an engine and a paragraph for the tests of text/.
 *
 * Memory:  text_bench_open makes all; text_bench_close frees it.
 */
#ifndef ITAREPORT_TESTS_UNIT_TEXT_H
#define ITAREPORT_TESTS_UNIT_TEXT_H

#include "unit.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "doc/style.h"
#include "source/file.h"
#include "source/sources.h"
#include "text/compounds_make.h"
#include "text/dictionary.h"
#include "text/text.h"

/* Terms of a fictitious agency. */
static const char *const UNIT_TERMS[] = {"องค์การบริหารส่วนตำบลหินเหล็กไฟ",
                                         "อบต.หินเหล็กไฟ",
                                         "กองการศึกษาฯ",
                                         "โรงพยาบาลสมมติบุรี",
                                         "คณะกรรมการส่งเสริมและพัฒนาคุณภาพชีวิตผู้สูงอายุแห่งชาติ",
                                         "กองทะเบียนและพัสดุกลาง",
                                         "Wisdom Portal"};

static const char *const UNIT_WORDS[] = {"words/terms/loanwords.txt", "words/terms/official.txt"};

static const char *const UNIT_LISTS[] = {
    "words/compounds/agencies.txt",  "words/compounds/assessment.txt",
    "words/compounds/education.txt", "words/compounds/environment.txt",
    "words/compounds/finance.txt",   "words/compounds/general.txt",
    "words/compounds/health.txt",    "words/compounds/information.txt",
    "words/compounds/land.txt",      "words/compounds/law.txt",
    "words/compounds/papers.txt",    "words/compounds/personnel.txt",
    "words/compounds/style.txt",     "words/compounds/works.txt",
};

struct text_bench {
    struct sources *sources;
    struct diag *diag;
    struct arena *arena;
    struct text_engine *engine;
    struct text_resources *resources;
};

/* Puts bytes into a temporary file, the path of which must be freed. */
static char *text_bench_file(struct buffer *bytes)
{
    char *path = strdup(P_tmpdir "/itareport-words-XXXXXX");
    close(mkstemp(path));
    assert_true(file_write(path, bytes->bytes, bytes->length));
    buffer_clear(bytes);
    return path;
}

/* With our own compounds, without those of the second dictionary. */
__attribute__((unused)) static struct text_bench text_bench_open(void)
{
    struct text_bench bench = {sources_new(), diag_new(), arena_new(), NULL, NULL};
    struct text_dictionary_job job = {.list = UNIT_WORDS,
                                      .lists = sizeof UNIT_WORDS / sizeof *UNIT_WORDS,
                                      .sources = bench.sources};
    struct buffer bytes = {0};
    assert_true(text_dictionary_make(&job, &bytes, bench.diag));
    assert_true(text_dictionary_is(bytes.bytes, bytes.length));
    char *dictionary = text_bench_file(&bytes);
    struct compounds_job joined = {.dictionary = dictionary,
                                   .classes = "words/compounds.txt",
                                   .list = UNIT_LISTS,
                                   .lists = sizeof UNIT_LISTS / sizeof *UNIT_LISTS,
                                   .sources = bench.sources};
    assert_true(compounds_make(&joined, &bytes, bench.diag));
    assert_true(compounds_are(bytes.bytes, bytes.length));
    char *compounds = text_bench_file(&bytes);
    buffer_free(&bytes);
    struct text_files files = {.fonts = "fonts",
                               .dictionary = dictionary,
                               .compounds = compounds,
                               .words = "words",
                               .patterns = "fonts/hyph_en_US.dic"};
    bench.resources = text_resources_new(&files, bench.sources, bench.diag);
    assert_non_null(bench.resources);
    struct text_setup setup = {.resources = bench.resources,
                               .hyphenate = true,
                               .terms = UNIT_TERMS,
                               .terms_count = sizeof UNIT_TERMS / sizeof *UNIT_TERMS};
    bench.engine = text_engine_new(&setup);
    unlink(dictionary);
    unlink(compounds);
    free(dictionary);
    free(compounds);
    return bench;
}

__attribute__((unused)) static void text_bench_close(struct text_bench *bench)
{
    text_engine_free(bench->engine);
    text_resources_free(bench->resources);
    /* Pango's font thread lets go of the fonts a moment later; leak checkers look at the end. */
    nanosleep(&(struct timespec){.tv_nsec = 5 * 1000 * 1000}, NULL);
    arena_free(bench->arena);
    diag_free(bench->diag);
    sources_free(bench->sources);
}

/* A paragraph of one span, Laksaman at 16 pt unless told otherwise. */
__attribute__((unused)) static struct text_shaped *
text_bench_shape_in(struct text_bench *bench, const char *text, const char *families)
{
    struct text_span *span = ARENA_NEW(bench->arena, struct text_span, 1);
    *span =
        (struct text_span){.end = strlen(text), .font = {.families = families, .size = 16 * PT}};
    struct text_input input = {.bytes = text, .length = strlen(text), .span = span, .spans = 1};
    return text_shape(bench->engine, bench->arena, &input, bench->diag);
}

__attribute__((unused)) static struct text_shaped *text_bench_shape(struct text_bench *bench,
                                                                    const char *text)
{
    return text_bench_shape_in(bench, text, "Laksaman");
}

__attribute__((unused)) static struct text_lines text_bench_cut(struct text_bench *bench,
                                                                const struct text_shaped *shaped,
                                                                int32_t width,
                                                                enum text_align align)
{
    struct text_frame frame = {.width = width, .align = align};
    return text_cut(bench->engine, bench->arena, shaped, &frame, bench->diag);
}

/* One bench for a group of tests: cmocka's set-up and tear-down, which put it into *state. */
__attribute__((unused)) static int text_bench_set_up(void **state)
{
    struct text_bench *bench = memory_grow(NULL, 1, sizeof *bench);
    *bench = text_bench_open();
    *state = bench;
    return 0;
}

__attribute__((unused)) static int text_bench_tear_down(void **state)
{
    text_bench_close(*state);
    free(*state);
    return 0;
}

#endif
