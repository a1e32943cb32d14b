/*
 * The texts of other agencies (tests/fixtures/texts) at widths and sizes drawn at random: the choice
 * of line ends never costs more than greedy filling, parts only what is too wide for its line, and
 * takes time in proportion to the text. How many lines no choice can make even is told.
 */
#include "unit_text.h"

#include <dirent.h>

#include "text/items.h"
#include "text/justify.h"
#include "text/rules.h"
#include "unit_linebreak.h"

enum {
    TEXTS_MOST = 100,
    WIDTHS = 24,
    UNITS_PER_CM = 72 * PT * 100 / 254,
    REPEATED = 8,
    TIMED_RUNS = 3,
    FEW = 100 /* one line in so many may be loose for a softer rule's sake */
};

struct texts {
    char *paragraph[TEXTS_MOST];
    size_t count;
};

/* A small generator of our own: the same widths on every machine. */
static uint32_t draw(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static void read_text(struct texts *texts, const char *path)
{
    char line[8192];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' || line[0] == '\0')
            continue;
        assert_true(texts->count < TEXTS_MOST);
        texts->paragraph[texts->count++] = strdup(line);
    }
    fclose(file);
}

static struct texts read_texts(void)
{
    struct texts texts = {.count = 0};
    DIR *folder = opendir("tests/fixtures/texts");
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char path[512];
        if (strstr(entry->d_name, ".txt") == NULL)
            continue;
        snprintf(path, sizeof path, "tests/fixtures/texts/%s", entry->d_name);
        read_text(&texts, path);
    }
    closedir(folder);
    assert_true(texts.count > 20);
    return texts;
}

static void free_texts(struct texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        free(texts->paragraph[i]);
}

static struct text_shaped *shape(struct text_bench *bench, const char *text, int32_t size)
{
    struct text_span *span = ARENA_NEW(bench->arena, struct text_span, 1);
    *span = (struct text_span){.end = strlen(text), .font = {.families = "Laksaman", .size = size}};
    struct text_input input = {.bytes = text, .length = strlen(text), .span = span, .spans = 1};
    return text_shape(bench->engine, bench->arena, &input, bench->diag);
}

/* What one measure and size comes to. */
struct tally {
    size_t lines, loose, least;
};

static size_t count_loose(const struct text_lines *lines)
{
    size_t loose = 0;
    for (size_t i = 0; i < lines->count; i++)
        loose += lines->line[i].stretch_permille > LINEBREAK_POOR;
    return loose;
}

/* The same without the prices of the softer rules: what no choice of line ends can avoid. */
static size_t least_loose(struct text_bench *bench, const struct items *items, int32_t width)
{
    struct linebreak_item *item = ARENA_NEW(bench->arena, struct linebreak_item, items->count);
    for (size_t i = 0; i < items->count; i++) {
        item[i] = items->item[i];
        if (item[i].penalty > 0 && item[i].penalty < ITEMS_PARTED)
            item[i].penalty = 0;
    }
    struct linebreak_params params = {.first = width, .rest = width, .need = LINEBREAK_IN_DISTRESS};
    struct linebreak_result fit = linebreak_fit(bench->arena, item, items->count, &params);
    size_t loose = 0;
    for (size_t i = 0, first = 0; i + 1 < fit.lines; first = fit.end[i++] + 1) {
        int64_t natural = -items->item[fit.end[i]].space;
        for (size_t j = first; j <= fit.end[i]; j++)
            natural += items->item[j].width + items->item[j].space;
        int64_t drawn =
            natural + natural * linebreak_widening(natural, width - natural, params.need) / 1000;
        loose += (width - drawn) * 1000 > drawn * LINEBREAK_POOR;
    }
    return loose;
}

static void never_costlier_than_greedy(struct text_bench *bench, const struct items *items,
                                       int32_t width, bool ragged)
{
    struct linebreak_params params = {.first = width, .rest = width, .ragged = ragged};
    for (params.need = LINEBREAK_AT_EASE; params.need < LINEBREAK_NEEDS; params.need++) {
        struct linebreak_result fit =
            linebreak_fit(bench->arena, items->item, items->count, &params);
        struct linebreak_result greedy =
            unit_fill_greedily(bench->arena, items->item, items->count, &params);
        assert_true(fit.cost <= greedy.cost);
    }
}

/* What a rule keeps together is parted only where it is wider than its line. */
static void parts_only_what_is_too_wide(const struct text_lines *lines, int32_t width)
{
    for (size_t i = 0; i + 1 < lines->count; i++) {
        size_t first, last;
        const struct text_line *line = &lines->line[i];
        const struct text_shaped *shaped = line->shaped; /* with hyphens, where there was need */
        const struct shape_cluster *end = &shaped->cluster[line->last - 1];
        if (end->penalty != LINEBREAK_NEVER || rules_parts_rarely(end->rule))
            continue;
        items_whole(shaped, line->last - 1, &first, &last);
        const struct shape_glyph *hyphen = shape_hyphen(shaped, first, last);
        int64_t natural = hyphen != NULL ? hyphen->advance : 0;
        for (size_t c = first; c < justify_seen(shaped, first, last); c++)
            natural += shaped->cluster[c].width;
        assert_true(natural > width);
    }
}

static void try_paragraph(struct text_bench *bench, const struct text_shaped *shaped, int32_t width,
                          struct tally *tally)
{
    struct items items = items_make(shaped, width, ITEMS_AS_THEY_ARE);
    bool ragged = justify_is_narrow(width);
    never_costlier_than_greedy(bench, &items, width, ragged);
    struct text_lines lines = text_bench_cut(bench, shaped, width, TEXT_JUSTIFY);
    parts_only_what_is_too_wide(&lines, width);
    tally->lines += lines.count - 1;
    if (!ragged) {
        tally->loose += count_loose(&lines);
        tally->least += least_loose(bench, &items, width);
    }
    items_free(&items);
}

static void breaks_well_at_any_measure(void **state)
{
    struct text_bench *bench = *state;
    struct texts texts = read_texts();
    uint32_t seed = 2568;
    for (int round = 0; round < WIDTHS; round++) {
        int32_t width = UNITS_PER_CM / 10 * (12 + (int32_t)draw(&seed, 240));
        int32_t size = (12 + (int32_t)draw(&seed, 7)) * PT;
        struct tally tally = {0};
        for (size_t i = 0; i < texts.count; i++)
            try_paragraph(bench, shape(bench, texts.paragraph[i], size), width, &tally);
        assert_true(tally.loose <= tally.least + tally.lines / FEW);
        if (!justify_is_narrow(width))
            print_message("# %.1f cm, %d pt: of %zu lines %zu stretched by more than %d %%; "
                          "%zu with no softer rule\n",
                          (double)width / UNITS_PER_CM, (int)(size / PT), tally.lines, tally.loose,
                          LINEBREAK_POOR / 10, tally.least);
    }
    free_texts(&texts);
}

/* The least processor time of a few runs. */
static clock_t fit_time(struct text_bench *bench, const struct text_shaped *shaped, int32_t width)
{
    clock_t least = 0;
    for (int run = 0; run < TIMED_RUNS; run++) {
        clock_t start = clock();
        text_bench_cut(bench, shaped, width, TEXT_JUSTIFY);
        clock_t took = clock() - start;
        least = run == 0 || took < least ? took : least;
    }
    return least;
}

/* Eight times the text takes about eight times as long; were every pair tried, it would be 64. */
static void takes_time_in_proportion(void **state)
{
    struct text_bench *bench = *state;
    struct texts texts = read_texts();
    struct buffer once = {0}, often = {0};
    for (size_t i = 0; i < texts.count; i++)
        buffer_add_string(&once, texts.paragraph[i]);
    for (int i = 0; i < REPEATED; i++)
        buffer_add_string(&often, buffer_text(&once));
    int32_t width = 16 * UNITS_PER_CM;
    clock_t small = fit_time(bench, shape(bench, buffer_text(&once), 16 * PT), width);
    clock_t large = fit_time(bench, shape(bench, buffer_text(&often), 16 * PT), width);
    assert_true(large <= 3 * REPEATED * small + CLOCKS_PER_SEC / 50);
    buffer_free(&once);
    buffer_free(&often);
    free_texts(&texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_well_at_any_measure),
        cmocka_unit_test(takes_time_in_proportion),
    };
    return cmocka_run_group_tests(tests, text_bench_set_up, text_bench_tear_down);
}
