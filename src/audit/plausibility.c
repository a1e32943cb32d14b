/*
 * Scores that are possible one by one but not together: a block typed twice, and a score that no
 * count of answers can give.
 */
#include "audit/rule.h"

#include "derive/grids.h"

enum { BLOCK_LEAST = 3 }; /* questions; a shorter run repeats by chance */

/* The questions of an indicator as a run of the edition's flat list. */
struct block {
    const struct scheme_indicator *indicator;
    size_t first;
    size_t count;
};

static struct block block_of(const struct audit *audit, size_t indicator)
{
    const struct edition *edition = audit->edition;
    struct block block = {.indicator = &edition->scheme->indicator[indicator]};
    for (size_t q = 0; q < edition->scheme->questions; q++) {
        if (edition->scheme->question[q].indicator != block.indicator)
            continue;
        block.first = block.count == 0 ? q : block.first;
        block.count++;
    }
    return block;
}

static int64_t score_at(const struct audit *audit, const struct block *block, size_t q, size_t slot)
{
    return audit->edition->question[block->first + q].score[slot].hundredths;
}

/* Whether a part's scores of a block are all the same: such a block repeats for good reasons. */
static bool is_flat(const struct audit *audit, const struct block *block, size_t slot)
{
    for (size_t q = 1; q < block->count; q++)
        if (score_at(audit, block, q, slot) != score_at(audit, block, 0, slot))
            return false;
    return true;
}

static bool repeats(const struct audit *audit, const struct block *block, size_t slot,
                    const struct block *other, size_t other_slot)
{
    if (block->count != other->count || block->count < BLOCK_LEAST || is_flat(audit, block, slot))
        return false;
    for (size_t q = 0; q < block->count; q++)
        if (score_at(audit, block, q, slot) != score_at(audit, other, q, other_slot))
            return false;
    return true;
}

static const char *list_ids(struct audit *audit, const struct block *block)
{
    const char *list = "";
    for (size_t q = 0; q < block->count; q++)
        list = audit_join(audit, list, audit->edition->scheme->question[block->first + q].id.bytes);
    return list;
}

static const char *list_scores(struct audit *audit, const struct block *block, size_t slot)
{
    const char *list = "";
    for (size_t q = 0; q < block->count; q++)
        list = audit_join(audit, list, audit_hundredths(audit, score_at(audit, block, q, slot)));
    return list;
}

/* Two indicators of one instrument: one finding, with the scores of all parts that repeat. */
static void compare_blocks(struct audit *audit, const struct block *block,
                           const struct block *before)
{
    const struct scheme_instrument *instrument = block->indicator->instrument;
    const char *scores = "";
    const struct decimal *first = NULL;
    for (size_t slot = 0; slot < scheme_slots(instrument); slot++) {
        if (!repeats(audit, block, slot, before, slot))
            continue;
        const char *list = list_scores(audit, block, slot);
        if (instrument->parts > 0)
            list = arena_printf(audit->arena, "%s: %s", scheme_part_name(&instrument->part[slot]),
                                list);
        scores = *scores != '\0' ? arena_printf(audit->arena, "%s; %s", scores, list) : list;
        if (first == NULL)
            first = &audit->edition->question[block->first].score[slot];
    }
    if (first != NULL)
        audit_say(audit, MESSAGE_COPIED_SCORES, first->place, list_ids(audit, block),
                  list_ids(audit, before), scores);
}

/* Two parts of one indicator. */
static void compare_parts(struct audit *audit, const struct block *block)
{
    const struct scheme_instrument *instrument = block->indicator->instrument;
    for (size_t p = 1; p < instrument->parts; p++)
        for (size_t other = 0; other < p; other++)
            if (repeats(audit, block, p, block, other))
                audit_say(audit, MESSAGE_COPIED_PART,
                          audit->edition->question[block->first].score[p].place,
                          list_ids(audit, block), scheme_part_name(&instrument->part[p]),
                          scheme_part_name(&instrument->part[other]), list_scores(audit, block, p));
}

void rule_copied_scores(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        struct block block = block_of(audit, i);
        compare_parts(audit, &block);
        for (size_t j = 0; j < i; j++) {
            struct block before = block_of(audit, j);
            if (before.indicator->instrument == block.indicator->instrument)
                compare_blocks(audit, &block, &before);
        }
    }
}

/* ---- scores that cannot be ---- */

/* The possible scores on both sides: "98.00, 98.67". */
static const char *neighbours(struct audit *audit, struct recover_grid grid, int64_t score)
{
    int64_t k = score * grid.steps / grid.full;
    const char *below = audit_score(audit, ratio_of(k * grid.full, 100 * grid.steps));
    if (k >= grid.steps)
        return below;
    return audit_join(audit, below,
                      audit_score(audit, ratio_of((k + 1) * grid.full, 100 * grid.steps)));
}

static void check_score(struct audit *audit, const struct edition_question *of, size_t slot)
{
    const struct scheme_instrument *instrument = of->question->indicator->instrument;
    const struct decimal *score = &of->score[slot];
    struct recover_grid grid = grids_of(audit->edition, instrument, slot, 1);
    if (!score->present || grid.steps == 0 || grid.steps > 2 * grid.full ||
        recover_count(grid, score->hundredths) > 0)
        return;
    const struct whole *respondents = edition_respondents(audit->edition, instrument, slot);
    audit_say(audit, MESSAGE_IMPOSSIBLE_SCORE, score->place, audit_whole(audit, respondents->value),
              audit_whole(audit, audit->edition->scheme->scale.value),
              audit_hundredths(audit, score->hundredths),
              neighbours(audit, grid, score->hundredths));
}

void rule_impossible_score(struct audit *audit)
{
    const struct scheme *scheme = audit->edition->scheme;
    for (size_t q = 0; q < scheme->questions; q++)
        for (size_t slot = 0; slot < scheme_slots(scheme->question[q].indicator->instrument);
             slot++)
            check_score(audit, &audit->edition->question[q], slot);
}
