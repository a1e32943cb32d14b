/*
 * Paragraphs that are nearly the same under two indicators. A paragraph becomes the set of its
 * shingles: every run of eight letters, spaces, digits and placeholders left out, as a hash. Two
 * paragraphs are compared by how much of the shorter one's set is in the other's (integer
 * arithmetic, sorted arrays). What is under more than half of the indicators is a formula of
 * the report ("… selects the descriptive analysis of …") and is left out of the comparison, unless
 * the paragraphs are the same altogether. Method: A. Broder, On the resemblance and containment of
 * documents, 1997.
 */
#include <stdlib.h>

#include "audit/rule.h"
#include "base/hash.h"

enum {
    SHINGLE = 8,
    LEAST_LETTERS = 80, /* a stock phrase may repeat */
    LEAST_RARE = 40,    /* shingles that are no formula */
    NEARLY_PERCENT = 60,
    SAME_PERCENT = 97
};

struct hashes {
    uint32_t *item; /* sorted, each once */
    size_t count;
};

struct shingles {
    const struct passage *passage;
    size_t letter; /* where the paragraph starts */
    struct hashes all;
    struct hashes rare; /* without formulas */
};

struct library {
    struct audit *audit;
    struct shingles *item;
    size_t count;
};

static int compare_hashes(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left;
    uint32_t b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static uint32_t hash_run(const char32_t *letter)
{
    uint32_t hash = HASH_START;
    for (size_t i = 0; i < SHINGLE; i++)
        hash = hash_step(hash, letter[i]);
    return hash;
}

static struct hashes hash_letters(struct arena *arena, const char32_t *letter, size_t letters)
{
    struct hashes hashes = {.item = ARENA_NEW(arena, uint32_t, letters)};
    size_t runs = letters - SHINGLE + 1;
    for (size_t i = 0; i < runs; i++)
        hashes.item[i] = hash_run(letter + i);
    qsort(hashes.item, runs, sizeof *hashes.item, compare_hashes);
    for (size_t i = 0; i < runs; i++)
        if (i == 0 || hashes.item[i] != hashes.item[i - 1])
            hashes.item[hashes.count++] = hashes.item[i];
    return hashes;
}

static void add_paragraph(struct library *library, const struct passage *passage,
                          struct scan_span span)
{
    const struct scan *scan = &passage->scan;
    struct arena *arena = library->audit->arena;
    char32_t *letter = ARENA_NEW(arena, char32_t, span.to - span.from);
    size_t letters = 0;
    for (size_t i = span.from; i < span.to; i++)
        if (scan->letter[i].class == SCAN_THAI || scan->letter[i].class == SCAN_LATIN)
            letter[letters++] = scan->letter[i].c;
    if (letters < LEAST_LETTERS)
        return;
    while (scan->letter[span.from].class == SCAN_NEWLINE)
        span.from++;
    library->item[library->count++] = (struct shingles){
        .passage = passage, .letter = span.from, .all = hash_letters(arena, letter, letters)};
}

static int compare_uses(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left;
    uint64_t b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Every shingle with every indicator it is under (hash, then indicator), sorted, each once. */
static uint64_t *list_uses(const struct library *library, size_t *count)
{
    size_t most = 0;
    for (size_t i = 0; i < library->count; i++)
        most += library->item[i].all.count;
    uint64_t *use = ARENA_NEW(library->audit->arena, uint64_t, most);
    size_t uses = 0;
    for (size_t i = 0; i < library->count; i++) {
        const struct shingles *own = &library->item[i];
        uint64_t indicator = (uint64_t)own->passage->indicator->number.value;
        for (size_t h = 0; h < own->all.count; h++)
            use[uses++] = (uint64_t)own->all.item[h] << 32 | indicator;
    }
    qsort(use, uses, sizeof *use, compare_uses);
    *count = 0;
    for (size_t i = 0; i < uses; i++)
        if (i == 0 || use[i] != use[i - 1])
            use[(*count)++] = use[i];
    return use;
}

/* The shingles that are under more than so many indicators, sorted. */
static struct hashes list_formulas(const struct library *library, size_t most)
{
    size_t count = 0;
    const uint64_t *use = list_uses(library, &count);
    struct hashes formulas = {.item = ARENA_NEW(library->audit->arena, uint32_t, count)};
    for (size_t i = 0, end = 0; i < count; i = end) {
        while (end < count && use[end] >> 32 == use[i] >> 32)
            end++;
        if (end - i > most)
            formulas.item[formulas.count++] = (uint32_t)(use[i] >> 32);
    }
    return formulas;
}

/* What is in one set and not in the other. */
static struct hashes without(struct arena *arena, const struct hashes *all,
                             const struct hashes *formulas)
{
    struct hashes rare = {.item = ARENA_NEW(arena, uint32_t, all->count)};
    for (size_t i = 0, f = 0; i < all->count; i++) {
        while (f < formulas->count && formulas->item[f] < all->item[i])
            f++;
        if (f == formulas->count || formulas->item[f] != all->item[i])
            rare.item[rare.count++] = all->item[i];
    }
    return rare;
}

static void leave_out_formulas(struct library *library)
{
    size_t indicators = library->audit->edition->scheme->indicators;
    struct hashes formulas = list_formulas(library, indicators / 2 > 2 ? indicators / 2 : 2);
    for (size_t i = 0; i < library->count; i++)
        library->item[i].rare = without(library->audit->arena, &library->item[i].all, &formulas);
}

/* How many percent of the smaller set are in the other. */
static size_t shared_percent(const struct hashes *a, const struct hashes *b)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        bool step_a = a->item[i] <= b->item[j];
        bool step_b = b->item[j] <= a->item[i];
        shared += step_a && step_b;
        i += step_a;
        j += step_b;
    }
    size_t smaller = a->count < b->count ? a->count : b->count;
    return smaller > 0 ? 100 * shared / smaller : 0;
}

/* How much two paragraphs share, 0 when it is not worth a word. */
static size_t likeness(const struct shingles *a, const struct shingles *b)
{
    size_t whole = shared_percent(&a->all, &b->all);
    if (whole >= SAME_PERCENT)
        return whole;
    if (whole < NEARLY_PERCENT || a->rare.count < LEAST_RARE || b->rare.count < LEAST_RARE)
        return 0;
    size_t rare = shared_percent(&a->rare, &b->rare);
    return rare >= NEARLY_PERCENT ? rare : 0;
}

/* Reports the earlier paragraph that shares most with this one. */
static void compare(const struct library *library, size_t index)
{
    struct audit *audit = library->audit;
    const struct shingles *own = &library->item[index];
    const struct shingles *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < index; i++) {
        if (library->item[i].passage->indicator == own->passage->indicator)
            continue;
        size_t percent = likeness(&library->item[i], own);
        if (percent <= most)
            continue;
        best = &library->item[i];
        most = percent;
    }
    if (best == NULL)
        return;
    struct place other = scan_place(&best->passage->scan, best->letter);
    audit_say(audit, MESSAGE_NEAR_DUPLICATE, scan_place(&own->passage->scan, own->letter),
              audit_whole(audit, (int64_t)most),
              audit_whole(audit, best->passage->indicator->number.value),
              audit_whole(audit, other.line));
}

void rule_near_duplicate(struct audit *audit)
{
    size_t most = 0;
    for (size_t i = 0; i < audit->passages; i++)
        if (audit->passage[i].indicator != NULL)
            most += audit->passage[i].scan.paragraphs;
    struct library library = {audit, ARENA_NEW(audit->arena, struct shingles, most), 0};
    for (size_t i = 0; i < audit->passages; i++) {
        const struct passage *passage = &audit->passage[i];
        for (size_t p = 0; passage->indicator != NULL && p < passage->scan.paragraphs; p++)
            add_paragraph(&library, passage, passage->scan.paragraph[p]);
    }
    leave_out_formulas(&library);
    for (size_t i = 1; i < library.count; i++)
        compare(&library, i);
}
