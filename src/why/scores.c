/*
 * The same steps as derive/figures.c takes, as nodes; the numbers are its own, so a test can add the
 * nodes up and must come to the same.
 */
#include <stdlib.h>

#include "why/why_make.h"

struct why *why_new(const struct why_maker *maker, enum why_kind kind, const char *name)
{
    struct why *why = ARENA_NEW(maker->arena, struct why, 1);
    why->kind = kind;
    why->name = name;
    why->is_exact = true;
    return why;
}

void why_add(const struct why_maker *maker, struct why *parent, struct why *child, int64_t weight)
{
    size_t room = parent->children; /* a power of two is full */
    if ((room & (room - 1)) == 0) {
        const struct why **grown =
            ARENA_NEW(maker->arena, const struct why *, room > 0 ? 2 * room : 1);
        for (size_t i = 0; i < room; i++)
            grown[i] = parent->child[i];
        parent->child = grown;
    }
    child->weight = weight;
    parent->child[parent->children++] = child;
    parent->is_exact = parent->is_exact && child->is_exact;
}

/* ---- one figure ---- */

static const char *joined(const struct why_maker *maker, const char *name, const char *member)
{
    return arena_printf(maker->arena, "%s.%s", name, member);
}

static enum why_verdict verdict_of(const struct why *why)
{
    int64_t apart = llabs(ratio_round(why->announced) - ratio_round(why->computed));
    if (!why->is_announced)
        return WHY_NOTHING_ANNOUNCED;
    if (apart == 0)
        return WHY_AGREES;
    return apart == 1 && !why->is_exact ? WHY_ROUNDED : WHY_DIFFERS;
}

/* Once the children are there: what was announced, and what follows. */
static void close(struct why *why, const struct figure *figure)
{
    why->computed = figure->computed;
    why->is_announced = figure->is_announced;
    why->announced = figure->announced;
    if (figure->is_announced)
        why->announced_at = figure->place;
    why->below = figure->below;
    why->has_below = ratio_round(figure->below) != ratio_round(figure->computed);
    why->verdict = verdict_of(why);
}

/* The same for what is above the indicators, whose announced figures may give what was announced here. */
static void close_above(struct why *why, const struct figure *figure)
{
    close(why, figure);
    why->follows = why->verdict == WHY_DIFFERS &&
                   ratio_round(figure->settled) == ratio_round(figure->announced);
}

static struct why *score(const struct why_maker *maker, const char *name, const struct text *title,
                         struct place place)
{
    struct why *why = why_new(maker, WHY_SCORE, name);
    why->figure = joined(maker, name, "score");
    why->title = title;
    why->place = place;
    why->how = WHY_MEAN;
    return why;
}

/* A score in a part is named by the part: indicator.7.public */
static struct why *part_score(const struct why_maker *maker, const char *name,
                              const struct scheme_part *part, const struct text *title,
                              struct place place)
{
    struct why *why = score(maker, joined(maker, name, part->id.bytes), title, place);
    why->figure = why->name;
    return why;
}

struct why *why_total(const struct why_maker *maker, struct why *of, struct decimal announced)
{
    of->name = of->figure = joined(maker, of->name, "total");
    of->is_announced = announced.present;
    of->announced = ratio_hundredths(announced.present ? announced.hundredths : 0);
    of->announced_at = announced.place;
    of->verdict = verdict_of(of);
    of->follows = false;
    return of;
}

static int64_t slot_weight(const struct scheme_instrument *instrument, size_t slot)
{
    return instrument->part[slot].weight.hundredths;
}

/* How the parts of an instrument count, in whatever has a score in each. */
static void weigh_parts(struct why *why, const struct scheme_instrument *instrument)
{
    why->how = WHY_WEIGHTED;
    for (size_t p = 0; p < instrument->parts; p++)
        why->total += slot_weight(instrument, p);
}

/* ---- questions ---- */

static struct why *typed(const struct why_maker *maker, const struct scheme_question *question,
                         size_t slot)
{
    const struct scheme_instrument *instrument = question->indicator->instrument;
    const struct decimal *from = &maker->edition->question[question->index].score[slot];
    const char *name = joined(maker, "question", question->id.bytes);
    struct why *why = instrument->parts > 0 ? part_score(maker, name, &instrument->part[slot],
                                                         &question->text, from->place)
                                            : score(maker, name, &question->text, from->place);
    const struct whole *respondents = edition_respondents(maker->edition, instrument, slot);
    why->how = WHY_TYPED;
    why->computed = maker->figures->question[question->index].score[slot];
    why->is_announced = from->present;
    why->announced = ratio_hundredths(from->hundredths);
    why->announced_at = from->place;
    why->respondents = respondents->present ? respondents->value : 0;
    why->is_exact = respondents->present;
    why->verdict = WHY_AGREES;
    return why;
}

struct why *why_question(const struct why_maker *maker, size_t index, size_t slot)
{
    const struct scheme_question *question = &maker->scheme->question[index];
    const struct scheme_instrument *instrument = question->indicator->instrument;
    if (instrument->parts == 0 || slot != SCHEME_ALL_SLOTS)
        return typed(maker, question, instrument->parts > 0 ? slot : 0);
    struct why *why = score(maker, joined(maker, "question", question->id.bytes), &question->text,
                            question->place);
    weigh_parts(why, instrument);
    for (size_t p = 0; p < instrument->parts; p++)
        why_add(maker, why, typed(maker, question, p), slot_weight(instrument, p));
    why->computed = maker->figures->question[index].mean;
    return why;
}

static void add_questions(const struct why_maker *maker, struct why *why,
                          const struct scheme_question *question, size_t count, size_t slot)
{
    for (size_t i = 0; i < count; i++)
        why_add(maker, why, why_question(maker, question[i].index, slot), 0);
}

/* ---- indicators ---- */

static struct ratio mean_of_children(const struct why *why)
{
    struct ratio sum = {0, 1};
    for (size_t i = 0; i < why->children; i++)
        sum = ratio_add(sum, why->child[i]->computed);
    return ratio_divide(sum, why->children > 0 ? (int64_t)why->children : 1);
}

struct why *why_subindicator(const struct why_maker *maker, size_t index, size_t slot)
{
    const struct scheme_subindicator *sub = &maker->scheme->subindicator[index];
    const char *name = joined(maker, "subindicator", sub->number.bytes);
    bool is_part = slot != SCHEME_ALL_SLOTS;
    struct why *why = is_part ? part_score(maker, name, &sub->indicator->instrument->part[slot],
                                           &sub->name, sub->place)
                              : score(maker, name, &sub->name, sub->place);
    add_questions(maker, why, sub->question, sub->questions, slot);
    if (is_part) /* no figure of its own */
        why->computed = mean_of_children(why);
    else
        close(why, &maker->figures->subindicator[index].score);
    return why;
}

/* Through its sub-indicators where there are any. */
static void add_members(const struct why_maker *maker, struct why *why,
                        const struct scheme_indicator *indicator, size_t slot)
{
    for (size_t i = 0; i < indicator->subindicators; i++)
        why_add(maker, why, why_subindicator(maker, indicator->subindicator[i].index, slot), 0);
    add_questions(maker, why, indicator->question, indicator->questions, slot);
}

static struct why *indicator_in_part(const struct why_maker *maker,
                                     const struct scheme_indicator *indicator, const char *name,
                                     size_t slot)
{
    struct why *why = part_score(maker, name, &indicator->instrument->part[slot], &indicator->name,
                                 indicator->place);
    add_members(maker, why, indicator, slot);
    close(why, &maker->figures->indicator[indicator->index].part[slot]);
    return why;
}

struct why *why_indicator(const struct why_maker *maker, size_t index, size_t slot)
{
    const struct scheme_indicator *indicator = &maker->scheme->indicator[index];
    const struct scheme_instrument *instrument = indicator->instrument;
    const char *name =
        arena_printf(maker->arena, "indicator.%lld", (long long)indicator->number.value);
    if (slot != SCHEME_ALL_SLOTS)
        return indicator_in_part(maker, indicator, name, slot);
    struct why *why = score(maker, name, &indicator->name, indicator->place);
    if (instrument->parts > 0)
        weigh_parts(why, instrument);
    else
        add_members(maker, why, indicator, SCHEME_ALL_SLOTS);
    for (size_t p = 0; p < instrument->parts; p++)
        why_add(maker, why, indicator_in_part(maker, indicator, name, p),
                slot_weight(instrument, p));
    close(why, &maker->figures->indicator[index].score);
    return why;
}

/* ---- instruments and the whole ---- */

static void add_indicators(const struct why_maker *maker, struct why *why,
                           const struct scheme_instrument *instrument, size_t slot)
{
    for (size_t i = 0; i < instrument->indicators; i++)
        why_add(maker, why, why_indicator(maker, instrument->indicator[i].index, slot), 0);
}

struct why *why_part(const struct why_maker *maker, size_t index)
{
    const struct scheme_part *part = &maker->scheme->part[index];
    struct why *why = score(maker, joined(maker, "part", part->id.bytes), &part->name, part->place);
    add_indicators(maker, why, part->instrument, scheme_slot(part));
    close_above(why, &maker->figures->part[index].score);
    return why;
}

struct why *why_instrument(const struct why_maker *maker, size_t index)
{
    const struct scheme_instrument *instrument = &maker->scheme->instrument[index];
    struct why *why = score(maker, joined(maker, "instrument", instrument->id.bytes),
                            &instrument->name, instrument->place);
    add_indicators(maker, why, instrument, SCHEME_ALL_SLOTS);
    close_above(why, &maker->figures->instrument[index].score);
    return why;
}

struct why *why_overall(const struct why_maker *maker)
{
    const struct scheme *scheme = maker->scheme;
    struct why *why = score(maker, "overall", NULL, scheme->full_score.place);
    why->how = WHY_WEIGHTED;
    why->total = scheme->full_score.hundredths;
    for (size_t i = 0; i < scheme->instruments; i++)
        why_add(maker, why, why_instrument(maker, i), scheme->instrument[i].weight.hundredths);
    close_above(why, &maker->figures->overall);
    return why;
}
