/* The whole, and what can be asked of it. */
#include "compare/compare_make.h"

static bool same_text(struct arena *arena, const struct text *a, const struct text *b)
{
    if (a->bytes == NULL || b->bytes == NULL)
        return a->bytes == b->bytes;
    struct alike left = alike_of(arena, a->bytes, a->length, NULL);
    struct alike right = alike_of(arena, b->bytes, b->length, NULL);
    return alike_same(&left, &right);
}

/* Whether the things that are scored have come, gone or other names. */
static bool same_things(struct arena *arena, const struct scheme_match *match)
{
    const struct scheme *before = match->before;
    const struct scheme *after = match->after;
    bool same = before->instruments == after->instruments && before->parts == after->parts &&
                before->indicators == after->indicators;
    for (size_t i = 0; same && i < after->instruments; i++)
        same = match->instrument[i] != NULL &&
               match->instrument[i]->weight.hundredths == after->instrument[i].weight.hundredths;
    for (size_t i = 0; same && i < after->parts; i++)
        same = match->part[i] != NULL;
    for (size_t i = 0; same && i < after->indicators; i++)
        same = match->indicator[i] != NULL &&
               match->indicator[i]->number.value == after->indicator[i].number.value &&
               same_text(arena, &match->indicator[i]->name, &after->indicator[i].name);
    return same;
}

struct comparison *compare_make(struct arena *arena, const struct figures *before,
                                const struct figures *after)
{
    struct comparison *comparison = ARENA_NEW(arena, struct comparison, 1);
    const struct edition_profile *old = &before->edition->profile;
    const struct edition_profile *now = &after->edition->profile;
    comparison->before = before;
    comparison->after = after;
    comparison->match = scheme_match(arena, before->edition->scheme, after->edition->scheme);
    comparison->same_agency = same_text(arena, &old->agency.name, &now->agency.name);
    comparison->same_year = old->fiscal_year.value == now->fiscal_year.value;
    struct compare_maker maker = {arena, comparison};
    compare_questions(&maker);
    comparison->same_scheme = comparison->questions == 0 && same_things(arena, &comparison->match);
    compare_scores(&maker);
    compare_measures(&maker);
    compare_texts(&maker);
    return comparison;
}

const struct text *compare_level(const struct figures *figures)
{
    const struct text *announced = &figures->edition->published.level;
    if (announced->bytes != NULL)
        return announced;
    return figures->outcome != NULL ? &figures->outcome->name : NULL;
}

const struct text *compare_letter(const struct figures *figures)
{
    const struct text *announced = &figures->edition->published.letter;
    if (announced->bytes != NULL)
        return announced;
    return figures->letter != NULL ? &figures->letter->name : NULL;
}

bool compare_moved(const struct compare_score *score)
{
    return score->before.present && score->after.present &&
           (score->before.hundredths != score->after.hundredths ||
            score->before.rank != score->after.rank);
}

size_t compare_count_measures(const struct comparison *comparison, enum compare_fate fate)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->measures; i++)
        count += comparison->measure[i].fate == fate;
    return count;
}

size_t compare_count_questions(const struct comparison *comparison, enum compare_fate fate)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->questions; i++)
        count += comparison->question[i].fate == fate;
    return count;
}
