/*
 * Page ends where slabs bring notes, over plain integers: small documents with known answers, all small ones against
 * every way to set them, and random ones against the promises of page_break.h.
 */
#include "unit.h"

#include "page/page_break.h"

enum { BODY = 1000, RULE = 40, MOST_SLABS = 200, MOST_LINES = 600 };

/* A document being made. */
struct sheet {
    struct break_slab slab[MOST_SLABS];
    struct break_line line[MOST_LINES];
    struct break_page page[MOST_SLABS + MOST_LINES];
    struct break_document document;
    size_t pages;
};

static void add_slab(struct sheet *sheet, struct break_slab slab)
{
    sheet->slab[sheet->document.slabs++] = slab;
}

/* A note of so many lines for the last slab; its first two lines stay together, and its last two. */
static void add_note(struct sheet *sheet, size_t lines, int32_t height)
{
    sheet->slab[sheet->document.slabs - 1].notes += lines;
    for (size_t i = 0; i < lines; i++) {
        struct break_line line = {.height = height, .begins = i == 0};
        if (i + 1 < lines && (i == 0 || i + 2 == lines))
            line.penalty = BREAK_NEVER;
        sheet->line[sheet->document.lines++] = line;
    }
}

static void break_sheet(struct sheet *sheet)
{
    sheet->document.slab = sheet->slab;
    sheet->document.line = sheet->line;
    sheet->document.body = BODY;
    sheet->document.rule = RULE;
    sheet->pages = break_pages(&sheet->document, sheet->page);
}

static void assert_page(const struct sheet *sheet, size_t page, size_t end, size_t note_end)
{
    assert_true(page < sheet->pages);
    assert_int_equal(sheet->page[page].end, end);
    assert_int_equal(sheet->page[page].note_end, note_end);
}

/* ---- Known answers ---- */

/* Ten lines fill the page; the note of the last one needs three lines' room, so three lines go over. */
static void a_mark_goes_with_its_note(void **state)
{
    (void)state;
    struct sheet sheet = {0};
    for (int i = 0; i < 14; i++) {
        add_slab(&sheet, (struct break_slab){.height = 100});
        if (i == 7)
            add_note(&sheet, 3, 80);
    }
    break_sheet(&sheet);
    assert_int_equal(sheet.pages, 2);
    assert_page(&sheet, 0, 7, 0);
    assert_page(&sheet, 1, 14, 3);
}

/* The rule takes room once: six lines, two notes of 180 and the rule of 40 are 1000. */
static void notes_of_a_page_share_a_rule(void **state)
{
    (void)state;
    struct sheet sheet = {0};
    for (int i = 0; i < 9; i++) {
        add_slab(&sheet, (struct break_slab){.height = 100});
        if (i == 1 || i == 4)
            add_note(&sheet, 2, 90);
    }
    break_sheet(&sheet);
    assert_page(&sheet, 0, 6, 4);
    assert_int_equal(break_notes_height(&sheet.document, 0, 4), 400);
}

/* Rather than giving half a page away, the note goes over; between its two first and two last lines. */
static void a_long_note_goes_over(void **state)
{
    (void)state;
    struct sheet sheet = {0};
    for (int i = 0; i < 11; i++) {
        add_slab(&sheet, (struct break_slab){.height = 100});
        if (i == 5)
            add_note(&sheet, 10, 80);
    }
    break_sheet(&sheet);
    assert_int_equal(sheet.pages, 2);
    assert_true(sheet.page[0].end > 5);
    assert_true(sheet.page[0].note_end >= 2 && sheet.page[0].note_end <= 8);
    assert_page(&sheet, 1, 11, 10);
}

/* A note of three lines never goes over. */
static void a_short_note_is_whole(void **state)
{
    (void)state;
    for (int mark = 0; mark < 12; mark++) {
        struct sheet sheet = {0};
        for (int i = 0; i < 20; i++) {
            add_slab(&sheet, (struct break_slab){.height = 100});
            if (i == mark)
                add_note(&sheet, 3, 80);
        }
        break_sheet(&sheet);
        for (size_t i = 0; i < sheet.pages; i++)
            assert_int_equal(sheet.page[i].note_end, sheet.page[i].end > (size_t)mark ? 3 : 0);
    }
}

/* The text goes on above a note of several pages, which takes half of each. */
static void a_note_of_pages_leaves_room_for_text(void **state)
{
    (void)state;
    struct sheet sheet = {0};
    for (int i = 0; i < 40; i++) {
        add_slab(&sheet, (struct break_slab){.height = 100});
        if (i == 2)
            add_note(&sheet, 25, 80);
    }
    break_sheet(&sheet);
    size_t first = 0, note = 0;
    for (size_t i = 0; i < sheet.pages; i++) {
        assert_true(sheet.page[i].end - first >= 4 || i + 1 == sheet.pages);
        assert_true(note == 25 || sheet.page[i].note_end > note);
        first = sheet.page[i].end;
        note = sheet.page[i].note_end;
    }
    assert_int_equal(note, 25);
}

/* What is left of a note comes before the next part, on pages of its own; and after the last slab. */
static void a_part_ends_with_its_notes(void **state)
{
    (void)state;
    struct sheet sheet = {0};
    add_slab(&sheet, (struct break_slab){.height = 100, .penalty = BREAK_FORCED});
    add_note(&sheet, 25, 80);
    add_slab(&sheet, (struct break_slab){.height = 100});
    add_note(&sheet, 13, 80);
    break_sheet(&sheet);
    assert_int_equal(sheet.pages, 5);
    assert_page(&sheet, 0, 1, 10);
    assert_page(&sheet, 1, 1, 22);
    assert_page(&sheet, 2, 1, 25);
    assert_page(&sheet, 3, 2, 35);
    assert_page(&sheet, 4, 2, 38);
}

/* Five notes of one line of text, each of half a page: the first can begin with it, all come in order. */
static void more_notes_than_a_page_holds(void **state)
{
    (void)state;
    struct sheet sheet = {0};
    add_slab(&sheet, (struct break_slab){.height = 100});
    for (int i = 0; i < 5; i++)
        add_note(&sheet, 5, 100);
    for (int i = 0; i < 9; i++)
        add_slab(&sheet, (struct break_slab){.height = 100});
    break_sheet(&sheet);
    assert_true(sheet.page[0].note_end >= 5);
    assert_int_equal(sheet.page[sheet.pages - 1].end, 10);
    assert_int_equal(sheet.page[sheet.pages - 1].note_end, 25);
}

static void a_line_of_a_note_higher_than_a_page(void **state)
{
    (void)state;
    struct sheet sheet = {0};
    add_slab(&sheet, (struct break_slab){.height = 100});
    add_note(&sheet, 1, 3000);
    add_slab(&sheet, (struct break_slab){.height = 100});
    break_sheet(&sheet);
    assert_page(&sheet, sheet.pages - 1, 2, 1);
}

/* ---- Every way to set a small document ---- */

/* What notes make of a page: written once more, line by line. */
struct foot {
    size_t end;
    int64_t height, penalty;
};

/* So many lines would fit; where not all do, the last note that does is parted. */
static struct foot foot_to(const struct sheet *sheet, size_t done, size_t all, size_t fits)
{
    size_t place = fits;
    while (place > done && place < all && sheet->line[place - 1].penalty >= BREAK_NEVER)
        place--;
    int64_t penalty = 0;
    if (fits < all)
        penalty = 400 + (place > done ? sheet->line[place - 1].penalty : BREAK_NEVER);
    if (place == done)
        place = fits;
    for (size_t i = place; i < all; i++)
        penalty += sheet->line[i].begins ? BREAK_NEVER : 0; /* it begins too late */
    return (struct foot){place, break_notes_height(&sheet->document, done, place), penalty};
}

static struct foot foot_of(const struct sheet *sheet, size_t done, size_t all, int64_t room)
{
    const struct break_document *document = &sheet->document;
    size_t fits = done;
    while (fits < all && break_notes_height(document, done, fits + 1) <= room)
        fits++;
    return foot_to(sheet, done, all, fits);
}

static size_t marked(const struct sheet *sheet, size_t end)
{
    size_t lines = 0;
    for (size_t i = 0; i < end; i++)
        lines += sheet->slab[i].notes;
    return lines;
}

static bool is_last(const struct sheet *sheet, size_t end)
{
    return end == sheet->document.slabs || sheet->slab[end - 1].penalty == BREAK_FORCED;
}

static bool is_last_worth_trying(const struct sheet *sheet, size_t first, size_t end)
{
    if (end == first + 1)
        return true;
    for (size_t i = first; i + 1 < end; i++)
        if (sheet->slab[i].penalty == BREAK_FORCED)
            return false;
    return break_page_height(sheet->slab, first, end) <= BODY;
}

/* The fullest that a page could be at a good place from `end` on, if a note may be parted there. */
static int64_t fullest(const struct sheet *sheet, size_t first, size_t end, size_t done)
{
    int64_t full = 0;
    for (; end <= sheet->document.slabs; end++) {
        bool is_good = end == sheet->document.slabs || sheet->slab[end - 1].penalty <= BREAK_GOOD;
        int64_t text = break_page_height(sheet->slab, first, end);
        struct foot foot = foot_of(sheet, done, marked(sheet, end), BODY - text);
        bool is_tried = is_last_worth_trying(sheet, first, end);
        if (is_tried && is_good && foot.penalty < BREAK_NEVER && text + foot.height <= BODY &&
            text + foot.height > full)
            full = text + foot.height;
    }
    return full;
}

static int64_t page_cost(const struct sheet *sheet, size_t first, size_t end, size_t done,
                         struct foot *foot)
{
    int64_t text = break_page_height(sheet->slab, first, end);
    *foot = foot_of(sheet, done, marked(sheet, end), BODY - text);
    int64_t height = text + foot->height, cost = foot->penalty;
    int64_t share = foot->height * 1000 / BODY, empty = (BODY - height) * 1000 / BODY;
    bool goes_over = foot->penalty > 0 || done < marked(sheet, first);
    if (goes_over && !is_last(sheet, end) && share > 500)
        cost += (share - 500) * 2;
    if (height > BODY)
        return cost + 2000000000 + (height - BODY);
    if (is_last(sheet, end))
        return cost + (empty > 900 ? 150 : 0);
    cost += sheet->slab[end - 1].penalty + empty * empty / 100;
    int64_t full = fullest(sheet, first, end, done);
    if (full > height && foot->penalty == 0)
        cost += (full - height) * 1000 / BODY * 10;
    return empty > 250 ? cost + (empty - 250) * 100 : cost;
}

/* The cost of the notes that are left at a part's end, a page after the other; *done moves on. */
static int64_t rest_cost(const struct sheet *sheet, size_t end, size_t *done)
{
    int64_t cost = 0;
    while (is_last(sheet, end) && *done < marked(sheet, end)) {
        size_t all = marked(sheet, end), fits = *done + 1;
        while (fits < all && break_notes_height(&sheet->document, *done, fits + 1) <= BODY)
            fits++;
        struct foot foot = foot_to(sheet, *done, all, fits);
        cost += foot.penalty;
        if (foot.penalty == 0 && foot.height * 1000 / BODY < 100)
            cost += 150;
        *done = foot.end;
    }
    return cost;
}

/* The least that it costs to set what is left. */
static int64_t least_cost(const struct sheet *sheet, size_t first, size_t done)
{
    if (first == sheet->document.slabs)
        return 0;
    int64_t least = INT64_MAX;
    for (size_t end = first + 1; end <= sheet->document.slabs; end++) {
        if (!is_last_worth_trying(sheet, first, end))
            continue;
        struct foot foot;
        int64_t cost = page_cost(sheet, first, end, done, &foot);
        int64_t text = break_page_height(sheet->slab, first, end);
        if (text + foot.height > BODY && end > first + 1)
            continue;
        size_t after = foot.end;
        cost += rest_cost(sheet, end, &after);
        cost += least_cost(sheet, end, after);
        least = cost < least ? cost : least;
    }
    return least;
}

/* The cost of the pages that were chosen. */
static int64_t chosen_cost(const struct sheet *sheet)
{
    int64_t cost = 0;
    size_t first = 0, done = 0;
    for (size_t i = 0; i < sheet->pages; i++) {
        struct break_page page = sheet->page[i];
        if (page.end == first) {
            assert_true(is_last(sheet, first));
            done = page.note_end; /* counted with the page before */
            continue;
        }
        struct foot foot;
        cost += page_cost(sheet, first, page.end, done, &foot);
        assert_int_equal(foot.end, page.note_end);
        done = page.note_end;
        size_t rest = done;
        cost += rest_cost(sheet, page.end, &rest);
        first = page.end;
    }
    return cost;
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static int32_t random_up_to(uint32_t *seed, int32_t most)
{
    return (int32_t)(next_random(seed) % (uint32_t)(most + 1));
}

static void random_sheet(struct sheet *sheet, uint32_t *seed, size_t slabs, int32_t height)
{
    *sheet = (struct sheet){0};
    for (size_t i = 0; i < slabs; i++) {
        struct break_slab slab = {.gap = random_up_to(seed, 30),
                                  .height = 1 + random_up_to(seed, height)};
        switch (next_random(seed) % 8) {
        case 0:
            slab.penalty = BREAK_NEVER;
            break;
        case 1:
            slab.penalty = random_up_to(seed, 400);
            break;
        case 2:
            slab.head = random_up_to(seed, 200);
            slab.foot = random_up_to(seed, 20);
            break;
        case 3:
            slab.penalty = next_random(seed) % 4 == 0 ? BREAK_FORCED : 0;
            break;
        }
        add_slab(sheet, slab);
        while (next_random(seed) % 3 == 0 && sheet->document.lines + 30 < MOST_LINES) {
            bool is_long = next_random(seed) % 6 == 0;
            add_note(sheet, 1 + next_random(seed) % (is_long ? 24 : 4),
                     20 + random_up_to(seed, 60));
        }
        if (sheet->document.lines > 0)
            sheet->line[sheet->document.lines - 1].gap = random_up_to(seed, 10);
    }
}

static void small_documents_are_set_best(void **state)
{
    (void)state;
    uint32_t seed = 2568;
    struct sheet *sheet = calloc(1, sizeof *sheet);
    for (int round = 0; round < 3000; round++) {
        random_sheet(sheet, &seed, 1 + next_random(&seed) % 11, round % 2 == 0 ? 150 : 400);
        break_sheet(sheet);
        assert_true(chosen_cost(sheet) == least_cost(sheet, 0, 0));
    }
    free(sheet);
}

/* ---- Promises ---- */

static void check_pages(const struct sheet *sheet)
{
    size_t first = 0, done = 0;
    for (size_t i = 0; i < sheet->pages; i++) {
        struct break_page page = sheet->page[i];
        assert_true(page.end > first || page.note_end > done);   /* no page is empty */
        assert_true(page.end >= first && page.note_end >= done); /* in order, none twice */
        assert_true(page.note_end <= marked(sheet, page.end));   /* none before its mark */
        int64_t text = page.end > first ? break_page_height(sheet->slab, first, page.end) : 0;
        int64_t notes = break_notes_height(&sheet->document, done, page.note_end);
        if (page.end > first + 1 || (page.end > first && text <= BODY) || page.note_end > done + 1)
            assert_true(text + notes <= BODY);
        if (page.end == first)
            assert_true(is_last(sheet, first));
        if (page.end < sheet->document.slabs && page.end > first)
            assert_true(page.note_end == marked(sheet, page.end) ||
                        break_notes_height(&sheet->document, done, page.note_end + 1) + text >
                            BODY ||
                        sheet->line[page.note_end].penalty >= BREAK_NEVER ||
                        sheet->line[page.note_end - 1].penalty < BREAK_NEVER);
        first = page.end;
        done = page.note_end;
    }
    assert_int_equal(first, sheet->document.slabs); /* all of them */
    assert_int_equal(done, sheet->document.lines);
}

static void random_documents_keep_the_promises(void **state)
{
    (void)state;
    uint32_t seed = 7;
    struct sheet *sheet = calloc(1, sizeof *sheet);
    for (int round = 0; round < 500; round++) {
        random_sheet(sheet, &seed, 1 + next_random(&seed) % MOST_SLABS, 150);
        break_sheet(sheet);
        check_pages(sheet);
    }
    free(sheet);
}

/* One note of thousands of lines over thousands of slabs. */
static void an_endless_note_is_quick(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    struct break_slab *slab = calloc(MANY, sizeof *slab);
    struct break_line *line = calloc(MANY, sizeof *line);
    struct break_page *page = calloc(2 * MANY, sizeof *page);
    for (size_t i = 0; i < MANY; i++) {
        slab[i].height = 20 + (int32_t)(i % 3);
        line[i].height = 18 + (int32_t)(i % 5);
    }
    slab[3].notes = MANY;
    line[0].begins = true;
    struct break_document document = {slab, MANY, BODY, line, MANY, RULE};
    size_t pages = break_pages(&document, page);
    assert_int_equal(page[pages - 1].end, MANY);
    assert_int_equal(page[pages - 1].note_end, MANY);
    free(slab);
    free(line);
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_goes_with_its_note),
        cmocka_unit_test(notes_of_a_page_share_a_rule),
        cmocka_unit_test(a_long_note_goes_over),
        cmocka_unit_test(a_short_note_is_whole),
        cmocka_unit_test(a_note_of_pages_leaves_room_for_text),
        cmocka_unit_test(a_part_ends_with_its_notes),
        cmocka_unit_test(more_notes_than_a_page_holds),
        cmocka_unit_test(a_line_of_a_note_higher_than_a_page),
        cmocka_unit_test(small_documents_are_set_best),
        cmocka_unit_test(random_documents_keep_the_promises),
        cmocka_unit_test(an_endless_note_is_quick),
    };
    return cmocka_run_group_tests_name("page_notes", tests, NULL, NULL);
}
