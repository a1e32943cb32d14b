/*
 * Page ends over plain integers: small documents with known answers, then random ones against the
 * promises of page_break.h and against a greedy breaker.
 */
#include "unit.h"

#include "page/page_break.h"

enum { BODY = 1000, MOST = 5000 };

/* The fullest that a page from first on can be at a good place, from end on. */
static int64_t fullest(const struct break_slab *slab, size_t count, size_t first, size_t end,
                       int32_t room)
{
    int64_t full = 0, sum = -slab[first].gap;
    for (size_t j = first + 1; j <= count && sum <= room; j++) {
        int64_t height = break_page_height(slab, first, j);
        bool is_good = j == count || slab[j - 1].penalty <= BREAK_GOOD;
        if (j >= end && is_good && height <= room && height > full)
            full = height;
        if (slab[j - 1].penalty == BREAK_FORCED)
            break;
        sum += slab[j - 1].gap + slab[j - 1].height;
    }
    return full;
}

/* The cost of the page [first, end), written once more: the breaker finds the least sum of these. */
static int64_t page_cost(const struct break_slab *slab, size_t count, size_t first, size_t end,
                         int32_t body)
{
    enum { OVERFULL = 2000000000, EMPTY = 150, ROOM_GIVEN_AWAY = 10, BEYOND_QUARTER = 100 };
    int32_t room = break_body(&slab[first], body), penalty = slab[end - 1].penalty;
    int64_t height = break_page_height(slab, first, end);
    if (height > room)
        return OVERFULL + (height - room);
    int64_t empty = (room - height) * 1000 / room;
    if (end == count || penalty == BREAK_FORCED)
        return empty > 900 ? EMPTY : 0;
    int64_t full = fullest(slab, count, first, end, room);
    int64_t cost = penalty + empty * empty / 100;
    if (full > height)
        cost += (full - height) * 1000 / room * ROOM_GIVEN_AWAY;
    return empty > 250 ? cost + (empty - 250) * BEYOND_QUARTER : cost;
}

static int64_t total_cost(const struct break_slab *slab, size_t count, const size_t *end,
                          size_t pages, int32_t body)
{
    int64_t cost = 0;
    for (size_t i = 0; i < pages; i++)
        cost += page_cost(slab, count, i > 0 ? end[i - 1] : 0, end[i], body);
    return cost;
}

/* Page ends of a document without notes. */
static size_t plain_pages(const struct break_slab *slab, size_t count, int32_t body, size_t *end)
{
    struct break_document document = {.slab = slab, .slabs = count, .body = body};
    struct break_page *page = memory_zeroed(count + 1, sizeof *page);
    size_t pages = break_pages(&document, page);
    for (size_t i = 0; i < pages; i++) {
        assert_int_equal(page[i].note_end, 0);
        end[i] = page[i].end;
    }
    free(page);
    return pages;
}

/* Fills every page as far as it goes, then goes back to the last place without BREAK_NEVER. */
static size_t greedy(const struct break_slab *slab, size_t count, int32_t body, size_t *end)
{
    size_t pages = 0, first = 0;
    while (first < count) {
        size_t last = first + 1;
        size_t fits = last;
        while (last < count && slab[last - 1].penalty != BREAK_FORCED) {
            last++;
            if (break_page_height(slab, first, last) <= body)
                fits = last;
        }
        size_t at = fits;
        while (at > first + 1 && at < count && slab[at - 1].penalty == BREAK_NEVER)
            at--;
        if (at < count && slab[at - 1].penalty == BREAK_NEVER)
            at = fits;
        while (at > first + 1 && break_page_height(slab, first, at) > body)
            at--;
        end[pages++] = first = at;
    }
    return pages;
}

static void nothing_is_no_page(void **state)
{
    (void)state;
    size_t end[1];
    assert_int_equal(plain_pages(NULL, 0, BODY, end), 0);
}

static void a_gap_vanishes_at_the_top(void **state)
{
    (void)state;
    const struct break_slab slab[] = {
        {.gap = 500, .height = 500}, {.height = 500}, {.gap = 100, .height = 1000}};
    size_t end[3];
    assert_int_equal(plain_pages(slab, 3, BODY, end), 2);
    assert_int_equal(end[0], 2);
    assert_int_equal(end[1], 3);
}

static void a_heading_keeps_with_the_next(void **state)
{
    (void)state;
    const struct break_slab slab[] = {
        {.height = 800}, {.height = 100, .penalty = BREAK_NEVER}, {.height = 200}};
    size_t end[3];
    assert_int_equal(plain_pages(slab, 3, BODY, end), 2);
    assert_int_equal(end[0], 1);
}

static void a_new_part_may_leave_a_page_empty(void **state)
{
    (void)state;
    const struct break_slab slab[] = {
        {.height = 100, .penalty = BREAK_FORCED}, {.height = 200}, {.height = 200}};
    size_t end[3];
    assert_int_equal(plain_pages(slab, 3, BODY, end), 2);
    assert_int_equal(end[0], 1);
    assert_int_equal(end[1], 3);
}

static void a_repeated_header_takes_room(void **state)
{
    (void)state;
    struct break_slab slab[12];
    for (size_t i = 0; i < 12; i++)
        slab[i] = (struct break_slab){.height = 100, .head = 300};
    slab[0].head = 0;
    size_t end[12];
    assert_int_equal(plain_pages(slab, 12, BODY, end), 2);
    assert_true(end[0] >= 5);
    for (size_t i = 0; i < 12; i++)
        slab[i].head = i > 0 ? 950 : 0;
    /* A head that leaves no room: still every slab once, in order, one a page. */
    size_t pages = plain_pages(slab, 12, BODY, end);
    assert_int_equal(end[pages - 1], 12);
}

static void a_tall_slab_stands_alone(void **state)
{
    (void)state;
    const struct break_slab slab[] = {{.height = 300}, {.height = 3000}, {.height = 300}};
    size_t end[3];
    assert_int_equal(plain_pages(slab, 3, BODY, end), 3);
    assert_int_equal(end[0], 1);
    assert_int_equal(end[1], 2);
}

/* Greedy fills the first page and has to split on the second; two looser pages avoid it. */
static void a_whole_document_is_looked_at(void **state)
{
    (void)state;
    struct break_slab slab[40];
    for (size_t i = 0; i < 40; i++)
        slab[i] = (struct break_slab){.height = 100};
    for (size_t i = 16; i < 23; i++) /* eight that want to stay together */
        slab[i].penalty = 5000;
    size_t end[40], other[40];
    size_t pages = plain_pages(slab, 40, BODY, end);
    size_t more = greedy(slab, 40, BODY, other);
    assert_true(total_cost(slab, 40, end, pages, BODY) < total_cost(slab, 40, other, more, BODY));
}

/* Both ends cost a row of the second page; the first page is full rather than the second. */
static void a_page_goes_on_to_its_last_good_place(void **state)
{
    (void)state;
    struct break_slab slab[40];
    for (size_t i = 0; i < 40; i++)
        slab[i] = (struct break_slab){.height = 50, .penalty = i < 25 ? 15 : 40};
    for (size_t i = 36; i < 39; i++)
        slab[i].penalty = BREAK_NEVER;
    slab[39].height = 100;
    size_t end[40];
    size_t pages = plain_pages(slab, 40, BODY, end);
    assert_int_equal(pages, 3);
    assert_int_equal(end[0], 20);
    assert_int_equal(end[1], 36);
    assert_true(page_cost(slab, 40, 0, 19, BODY) > page_cost(slab, 40, 0, 20, BODY) + 300);
}

/* The row begun at slab 10 needs 100 more as a whole; a page that ends inside it needs 300 more. */
static void a_row_cut_twice_has_another_head(void **state)
{
    (void)state;
    struct break_slab slab[30];
    for (size_t i = 0; i < 30; i++)
        slab[i] = (struct break_slab){.height = 100};
    slab[10].head = 100;
    slab[10].head_cut = 300;
    slab[10].rest = 12;
    assert_int_equal(break_page_height(slab, 10, 21), 1400);
    assert_int_equal(break_page_height(slab, 10, 22), 1300);
    size_t end[30];
    plain_pages(slab, 30, BODY, end);
    assert_int_equal(end[0], 10);
    assert_int_equal(end[1], 17);
    slab[10].rest = 7;
    plain_pages(slab, 30, BODY, end);
    assert_int_equal(end[1], 19);
}

/* Pages begun at slab 10 and later are half as high; a part ends in front of it. */
static void pages_of_two_heights(void **state)
{
    (void)state;
    struct break_slab slab[25];
    for (size_t i = 0; i < 25; i++)
        slab[i] = (struct break_slab){.height = BODY / 10, .body = i < 10 ? 0 : BODY / 2};
    slab[4].penalty = BREAK_FORCED;
    slab[9].penalty = BREAK_FORCED;
    size_t end[25];
    assert_int_equal(plain_pages(slab, 25, BODY, end), 5);
    assert_int_equal(end[1], 10);
    assert_int_equal(end[2], 15);
    assert_int_equal(end[3], 20);
    assert_int_equal(page_cost(slab, 25, 10, 15, BODY), 0);
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

static void random_slabs(uint32_t *seed, struct break_slab *slab, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        slab[i] = (struct break_slab){.gap = random_up_to(seed, 30),
                                      .height = 1 + random_up_to(seed, 150)};
        switch (next_random(seed) % 9) {
        case 0:
            slab[i].penalty = BREAK_NEVER;
            break;
        case 1:
            slab[i].penalty = random_up_to(seed, 400);
            break;
        case 2:
            slab[i].head = random_up_to(seed, 200);
            slab[i].foot = random_up_to(seed, 20);
            break;
        case 8: /* a row that goes on may be lower than its parts, where rooms vanish */
            slab[i].head = random_up_to(seed, 250) - 50;
            slab[i].head_cut = slab[i].head + random_up_to(seed, 40);
            slab[i].rest = next_random(seed) % 20;
            break;
        case 3:
            slab[i].penalty = next_random(seed) % 8 == 0 ? BREAK_FORCED : 0;
            break;
        }
    }
}

static void check_pages(const struct break_slab *slab, size_t count, const size_t *end,
                        size_t pages)
{
    size_t first = 0;
    for (size_t i = 0; i < pages; i++) {
        assert_true(end[i] > first); /* in order, none twice */
        if (end[i] - first > 1)
            assert_true(break_page_height(slab, first, end[i]) <= BODY);
        for (size_t j = first; j + 1 < end[i]; j++)
            assert_int_not_equal(slab[j].penalty, BREAK_FORCED);
        first = end[i];
    }
    assert_int_equal(first, count); /* all of them */
}

static void random_documents_keep_the_promises(void **state)
{
    (void)state;
    uint32_t seed = 2568;
    struct break_slab slab[200];
    size_t end[200], other[200];
    for (int round = 0; round < 500; round++) {
        size_t count = 1 + next_random(&seed) % 200;
        random_slabs(&seed, slab, count);
        size_t pages = plain_pages(slab, count, BODY, end);
        check_pages(slab, count, end, pages);
        size_t more = greedy(slab, count, BODY, other);
        check_pages(slab, count, other, more);
        assert_true(total_cost(slab, count, end, pages, BODY) <=
                    total_cost(slab, count, other, more, BODY));
    }
}

static void thousands_of_slabs_are_quick(void **state)
{
    (void)state;
    uint32_t seed = 7;
    struct break_slab *slab = calloc(MOST, sizeof *slab);
    size_t *end = calloc(MOST, sizeof *end);
    random_slabs(&seed, slab, MOST);
    size_t pages = plain_pages(slab, MOST, BODY, end);
    check_pages(slab, MOST, end, pages);
    free(slab);
    free(end);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_no_page),
        cmocka_unit_test(a_gap_vanishes_at_the_top),
        cmocka_unit_test(a_heading_keeps_with_the_next),
        cmocka_unit_test(a_new_part_may_leave_a_page_empty),
        cmocka_unit_test(a_repeated_header_takes_room),
        cmocka_unit_test(a_tall_slab_stands_alone),
        cmocka_unit_test(a_whole_document_is_looked_at),
        cmocka_unit_test(a_page_goes_on_to_its_last_good_place),
        cmocka_unit_test(a_row_cut_twice_has_another_head),
        cmocka_unit_test(pages_of_two_heights),
        cmocka_unit_test(random_documents_keep_the_promises),
        cmocka_unit_test(thousands_of_slabs_are_quick),
    };
    return cmocka_run_group_tests_name("page_break", tests, NULL, NULL);
}
