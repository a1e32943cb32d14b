/*
 * Every figure of either edition, in the order of the later scheme; what is gone comes after the things of its kind.
 */
#include "compare/compare_make.h"

struct list {
    struct compare_maker *maker;
    size_t room;
};

static struct compare_score *add(struct list *list, struct compare_score score)
{
    struct comparison *comparison = list->maker->comparison;
    comparison->score = arena_room(list->maker->arena, comparison->score, comparison->scores,
                                   &list->room, sizeof *comparison->score);
    comparison->score[comparison->scores] = score;
    return &comparison->score[comparison->scores++];
}

static const char *name_of(const struct list *list, const char *kind, const char *id,
                           const char *part)
{
    return arena_printf(list->maker->arena, "%s.%s%s%s", kind, id, part != NULL ? "." : "",
                        part != NULL ? part : "");
}

static struct compare_side side_of(const struct figure *figure, const char *name)
{
    return (struct compare_side){.present = !figure->misses,
                                 .misses = figure->misses,
                                 .name = name,
                                 .hundredths = ratio_round(figure->printed),
                                 .announced = figure->is_announced,
                                 .place = figure->is_announced ? figure->place : (struct place){0},
                                 .computed = ratio_round(figure->computed)};
}

/* ---- instruments and parts ---- */

static struct compare_side instrument_side(const struct list *list, const struct figures *figures,
                                           const struct scheme_instrument *instrument)
{
    if (instrument == NULL)
        return (struct compare_side){0};
    return side_of(&figures->instrument[instrument->index].score,
                   name_of(list, "instrument", instrument->id.bytes, NULL));
}

static struct compare_side part_side(const struct list *list, const struct figures *figures,
                                     const struct scheme_part *part)
{
    if (part == NULL)
        return (struct compare_side){0};
    return side_of(&figures->part[part->index].score, name_of(list, "part", part->id.bytes, NULL));
}

static void add_instruments(struct list *list)
{
    const struct comparison *of = list->maker->comparison;
    const struct scheme_match *match = &of->match;
    bool *seen = ARENA_NEW(list->maker->arena, bool, match->before->instruments);
    for (size_t i = 0; i < match->after->instruments; i++) {
        const struct scheme_instrument *before = match->instrument[i];
        if (before != NULL)
            seen[before->index] = true;
        add(list, (struct compare_score){
                      .kind = COMPARE_INSTRUMENT,
                      .title = &match->after->instrument[i].name,
                      .before = instrument_side(list, of->before, before),
                      .after = instrument_side(list, of->after, &match->after->instrument[i])});
    }
    for (size_t i = 0; i < match->before->instruments; i++)
        if (!seen[i])
            add(list, (struct compare_score){.kind = COMPARE_INSTRUMENT,
                                             .title = &match->before->instrument[i].name,
                                             .before = instrument_side(
                                                 list, of->before, &match->before->instrument[i])});
}

static void add_parts(struct list *list)
{
    const struct comparison *of = list->maker->comparison;
    const struct scheme_match *match = &of->match;
    bool *seen = ARENA_NEW(list->maker->arena, bool, match->before->parts);
    for (size_t i = 0; i < match->after->parts; i++) {
        if (match->part[i] != NULL)
            seen[match->part[i]->index] = true;
        add(list,
            (struct compare_score){.kind = COMPARE_PART,
                                   .title = &match->after->part[i].name,
                                   .before = part_side(list, of->before, match->part[i]),
                                   .after = part_side(list, of->after, &match->after->part[i])});
    }
    for (size_t i = 0; i < match->before->parts; i++)
        if (!seen[i])
            add(list, (struct compare_score){
                          .kind = COMPARE_PART,
                          .title = &match->before->part[i].name,
                          .before = part_side(list, of->before, &match->before->part[i])});
}

/* ---- indicators ---- */

static const char *number_of(const struct list *list, const struct scheme_indicator *indicator)
{
    return arena_printf(list->maker->arena, "%lld", (long long)indicator->number.value);
}

/* An indicator, or (part) its score in one part of its instrument. */
static struct compare_side indicator_side(const struct list *list, const struct figures *figures,
                                          const struct scheme_indicator *indicator,
                                          const struct scheme_part *part)
{
    if (indicator == NULL || (part != NULL && part->instrument != indicator->instrument))
        return (struct compare_side){0};
    const struct figures_indicator *of = &figures->indicator[indicator->index];
    const char *number = number_of(list, indicator);
    if (part != NULL)
        return side_of(&of->part[scheme_slot(part)],
                       name_of(list, "indicator", number, part->id.bytes));
    struct compare_side side = side_of(&of->score, name_of(list, "indicator", number, NULL));
    side.rank = of->rank;
    return side;
}

static void add_indicator(struct list *list, const struct scheme_indicator *before,
                          const struct scheme_indicator *after)
{
    const struct comparison *of = list->maker->comparison;
    struct compare_score score = {.kind = COMPARE_INDICATOR,
                                  .title = after != NULL ? &after->name : &before->name,
                                  .indicator_before = before,
                                  .indicator_after = after};
    score.before = indicator_side(list, of->before, before, NULL);
    score.after = indicator_side(list, of->after, after, NULL);
    add(list, score);
    if (after == NULL)
        return;
    score.kind = COMPARE_INDICATOR_PART;
    for (size_t p = 0; p < after->instrument->parts; p++) {
        const struct scheme_part *part = &after->instrument->part[p];
        const struct scheme_part *old = of->match.part[part->index];
        score.part = scheme_part_name(part);
        score.before =
            old != NULL ? indicator_side(list, of->before, before, old) : (struct compare_side){0};
        score.after = indicator_side(list, of->after, after, part);
        add(list, score);
    }
}

static void add_indicators(struct list *list)
{
    const struct scheme_match *match = &list->maker->comparison->match;
    bool *seen = ARENA_NEW(list->maker->arena, bool, match->before->indicators);
    for (size_t i = 0; i < match->after->indicators; i++) {
        if (match->indicator[i] != NULL)
            seen[match->indicator[i]->index] = true;
        add_indicator(list, match->indicator[i], &match->after->indicator[i]);
    }
    for (size_t i = 0; i < match->before->indicators; i++)
        if (!seen[i])
            add_indicator(list, &match->before->indicator[i], NULL);
}

/* ---- questions ---- */

/* A question over all parts, or (part) in one. */
static struct compare_side question_side(const struct list *list, const struct figures *figures,
                                         const struct scheme_question *question,
                                         const struct scheme_part *part)
{
    if (question == NULL || (part != NULL && part->instrument != question->indicator->instrument))
        return (struct compare_side){0};
    const struct figures_question *of = &figures->question[question->index];
    size_t slot = part != NULL ? scheme_slot(part) : 0;
    bool typed = part != NULL || question->indicator->instrument->parts == 0;
    bool misses = typed ? of->misses[slot] : of->mean_misses;
    struct compare_side side = {
        .present = !misses,
        .misses = misses,
        .name = name_of(list, "question", question->id.bytes, part != NULL ? part->id.bytes : NULL),
        .hundredths = ratio_round(typed ? of->score[slot] : of->mean)};
    if (typed)
        side.place = figures->edition->question[question->index].score[slot].place;
    side.computed = side.hundredths;
    return side;
}

static void add_question(struct list *list, const struct scheme_question *before,
                         const struct scheme_question *after)
{
    const struct comparison *of = list->maker->comparison;
    struct compare_score score = {.kind = COMPARE_QUESTION,
                                  .title = after != NULL ? &after->text : &before->text,
                                  .question_before = before,
                                  .question_after = after};
    score.before = question_side(list, of->before, before, NULL);
    score.after = question_side(list, of->after, after, NULL);
    add(list, score);
    if (after == NULL)
        return;
    const struct scheme_instrument *instrument = after->indicator->instrument;
    score.kind = COMPARE_QUESTION_PART;
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct scheme_part *old = of->match.part[instrument->part[p].index];
        score.part = scheme_part_name(&instrument->part[p]);
        score.before =
            old != NULL ? question_side(list, of->before, before, old) : (struct compare_side){0};
        score.after = question_side(list, of->after, after, &instrument->part[p]);
        add(list, score);
    }
}

static void add_questions(struct list *list)
{
    const struct scheme_match *match = &list->maker->comparison->match;
    bool *seen = ARENA_NEW(list->maker->arena, bool, match->before->questions);
    for (size_t i = 0; i < match->after->questions; i++) {
        if (match->question[i] != NULL)
            seen[match->question[i]->index] = true;
        add_question(list, match->question[i], &match->after->question[i]);
    }
    for (size_t i = 0; i < match->before->questions; i++)
        if (!seen[i])
            add_question(list, &match->before->question[i], NULL);
}

void compare_scores(struct compare_maker *maker)
{
    struct list list = {.maker = maker};
    const struct comparison *of = maker->comparison;
    add(&list, (struct compare_score){.kind = COMPARE_OVERALL,
                                      .before = side_of(&of->before->overall, "overall"),
                                      .after = side_of(&of->after->overall, "overall")});
    add_instruments(&list);
    add_parts(&list);
    add_indicators(&list);
    add_questions(&list);
}
