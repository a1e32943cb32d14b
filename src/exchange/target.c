#include "exchange/target.h"

#include <inttypes.h>
#include <string.h>

#include "base/digit.h"

static const char OWN[] = "score"; /* the key of an indicator's own figure beside its parts' */

struct maker {
    struct arena *arena;
    struct targets *targets;
};

static struct target *add(struct maker *maker, enum target_kind kind, const char *const *key,
                          const char *label)
{
    struct targets *targets = maker->targets;
    targets->item = arena_room(maker->arena, targets->item, targets->count, &targets->room,
                               sizeof *targets->item);
    struct target *target = &targets->item[targets->count++];
    *target = (struct target){.kind = kind, .label = label, .detail = ""};
    target->path = "";
    for (; *key != NULL; key++) {
        target->setting.key[target->setting.keys++] = *key;
        target->path = arena_printf(maker->arena, "%s%s%s", target->path,
                                    *target->path != '\0' ? "." : "", *key);
    }
    return target;
}

#define KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})

static const char *number(struct maker *maker, const struct scheme_indicator *indicator)
{
    return arena_printf(maker->arena, "%" PRId64, indicator->number.value);
}

static void add_respondents(struct maker *maker, const struct scheme_instrument *instrument)
{
    if (instrument->parts == 0)
        add(maker, TARGET_RESPONDENTS, KEYS("respondents", instrument->id.bytes),
            instrument->name.bytes)
            ->instrument = instrument;
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct scheme_part *part = &instrument->part[p];
        struct target *target = add(maker, TARGET_RESPONDENTS, KEYS("respondents", part->id.bytes),
                                    scheme_part_name(part));
        target->instrument = instrument;
        target->part = part;
    }
}

static void add_scores(struct maker *maker, const struct scheme_question *question)
{
    const struct scheme_instrument *instrument = question->indicator->instrument;
    const char *id = question->id.bytes, *text = question->text.bytes;
    if (instrument->parts == 0)
        add(maker, TARGET_SCORE, KEYS("scores", id), text)->question = question;
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct scheme_part *part = &instrument->part[p];
        struct target *target = add(maker, TARGET_SCORE, KEYS("scores", id, part->id.bytes), text);
        target->question = question;
        target->part = part;
        target->detail = scheme_part_name(part);
        target->setting.braces = OWN;
    }
}

static void add_instrument(struct maker *maker, const struct scheme_instrument *instrument)
{
    add(maker, TARGET_FIGURE, KEYS("published", "instruments", instrument->id.bytes),
        instrument->name.bytes)
        ->instrument = instrument;
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct scheme_part *part = &instrument->part[p];
        struct target *target =
            add(maker, TARGET_FIGURE, KEYS("published", "parts", part->id.bytes),
                scheme_part_name(part));
        target->instrument = instrument;
        target->part = part;
    }
}

static void add_totals(struct maker *maker, const struct scheme_instrument *instrument)
{
    struct target *whole =
        add(maker, TARGET_FIGURE, KEYS("published", "totals", instrument->id.bytes),
            instrument->name.bytes);
    whole->instrument = instrument;
    whole->is_total = true;
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct scheme_part *part = &instrument->part[p];
        struct target *target =
            add(maker, TARGET_FIGURE, KEYS("published", "totals", part->id.bytes),
                scheme_part_name(part));
        target->instrument = instrument;
        target->part = part;
        target->is_total = true;
    }
}

static void add_indicator(struct maker *maker, const struct scheme_indicator *indicator)
{
    const struct scheme_instrument *instrument = indicator->instrument;
    const char *name = indicator->name.bytes, *key = number(maker, indicator);
    bool has_parts = instrument->parts > 0;
    struct target *whole =
        has_parts ? add(maker, TARGET_FIGURE, KEYS("published", "indicators", key, OWN), name)
                  : add(maker, TARGET_FIGURE, KEYS("published", "indicators", key), name);
    whole->indicator = indicator;
    whole->setting.braces = has_parts ? OWN : NULL;
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct scheme_part *part = &instrument->part[p];
        struct target *target =
            add(maker, TARGET_FIGURE, KEYS("published", "indicators", key, part->id.bytes), name);
        target->indicator = indicator;
        target->part = part;
        target->detail = scheme_part_name(part);
        target->setting.braces = OWN;
    }
}

static void add_rank(struct maker *maker, const struct scheme_indicator *indicator)
{
    add(maker, TARGET_RANK, KEYS("published", "ranks", number(maker, indicator)),
        indicator->name.bytes)
        ->indicator = indicator;
}

/* Keys in the order of the scheme, for those that are added. */
static void set_orders(struct maker *maker)
{
    struct targets *targets = maker->targets;
    const struct scheme *scheme = targets->scheme;
    const char **question = ARENA_NEW(maker->arena, const char *, scheme->questions + 1);
    const char **indicator = ARENA_NEW(maker->arena, const char *, scheme->indicators + 1);
    for (size_t i = 0; i < scheme->questions; i++)
        question[i] = scheme->question[i].id.bytes;
    for (size_t i = 0; i < scheme->indicators; i++)
        indicator[i] = number(maker, &scheme->indicator[i]);
    for (size_t i = 0; i < targets->count; i++) {
        struct target *target = &targets->item[i];
        target->setting.order = target->question != NULL    ? question
                                : target->indicator != NULL ? indicator
                                                            : NULL;
    }
}

struct targets *targets_of(struct arena *arena, const struct scheme *scheme)
{
    struct targets *targets = ARENA_NEW(arena, struct targets, 1);
    struct maker maker = {arena, targets};
    targets->scheme = scheme;
    for (size_t i = 0; i < scheme->instruments; i++)
        add_respondents(&maker, &scheme->instrument[i]);
    for (size_t i = 0; i < scheme->questions; i++)
        add_scores(&maker, &scheme->question[i]);
    add(&maker, TARGET_FIGURE, KEYS("published", "overall"), "");
    add(&maker, TARGET_LETTER, KEYS("published", "letter"), "");
    add(&maker, TARGET_LEVEL, KEYS("published", "level"), "");
    for (size_t i = 0; i < scheme->instruments; i++)
        add_instrument(&maker, &scheme->instrument[i]);
    for (size_t i = 0; i < scheme->instruments; i++)
        add_totals(&maker, &scheme->instrument[i]);
    for (size_t i = 0; i < scheme->indicators; i++)
        add_indicator(&maker, &scheme->indicator[i]);
    for (size_t i = 0; i < scheme->subindicators; i++) {
        const struct scheme_subindicator *subindicator = &scheme->subindicator[i];
        add(&maker, TARGET_FIGURE, KEYS("published", "subindicators", subindicator->number.bytes),
            subindicator->name.bytes)
            ->subindicator = subindicator;
    }
    for (size_t i = 0; i < scheme->indicators; i++)
        add_rank(&maker, &scheme->indicator[i]);
    add(&maker, TARGET_FIGURE, KEYS("published", "highest"), "");
    add(&maker, TARGET_FIGURE, KEYS("published", "lowest"), "");
    set_orders(&maker);
    return targets;
}

/* ---- finding ---- */

const struct target *target_of_path(const struct targets *targets, const char *path)
{
    for (size_t i = 0; i < targets->count; i++)
        if (digit_compare(targets->item[i].path, path) == 0)
            return &targets->item[i];
    return NULL;
}

const struct target *target_of_question(const struct targets *targets,
                                        const struct scheme_question *question,
                                        const struct scheme_part *part)
{
    for (size_t i = 0; i < targets->count; i++)
        if (targets->item[i].question == question && targets->item[i].part == part)
            return &targets->item[i];
    return NULL;
}

const struct target *target_of_indicator(const struct targets *targets,
                                         const struct scheme_indicator *indicator,
                                         const struct scheme_part *part)
{
    for (size_t i = 0; i < targets->count; i++) {
        const struct target *target = &targets->item[i];
        if (target->kind == TARGET_FIGURE && target->indicator == indicator && target->part == part)
            return target;
    }
    return NULL;
}

const struct target *target_of_subindicator(const struct targets *targets,
                                            const struct scheme_subindicator *subindicator)
{
    for (size_t i = 0; i < targets->count; i++)
        if (targets->item[i].subindicator == subindicator)
            return &targets->item[i];
    return NULL;
}

const struct target *target_of_instrument(const struct targets *targets, enum target_kind kind,
                                          const struct scheme_instrument *instrument,
                                          const struct scheme_part *part)
{
    for (size_t i = 0; i < targets->count; i++) {
        const struct target *target = &targets->item[i];
        if (target->kind == kind && target->instrument == instrument && target->part == part &&
            !target->is_total)
            return target;
    }
    return NULL;
}

const struct target *target_of_rank(const struct targets *targets,
                                    const struct scheme_indicator *indicator)
{
    for (size_t i = 0; i < targets->count; i++)
        if (targets->item[i].kind == TARGET_RANK && targets->item[i].indicator == indicator)
            return &targets->item[i];
    return NULL;
}
