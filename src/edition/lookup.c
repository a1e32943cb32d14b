/*
 * lookup.c - from an id to the thing, and what to say when there is none.
 *
 * Schemes are small (some fifty questions), so a lookup walks the flat views. An unknown id is
 * reported with the nearest known one; when none is near, with all the scheme has. Each kind of
 * thing has its two messages in one table.
 */
#include <string.h>

#include "edition/load.h"

enum lookup_kind {
    LOOKUP_QUESTION,
    LOOKUP_INDICATOR,
    LOOKUP_SUBINDICATOR,
    LOOKUP_INSTRUMENT,
    LOOKUP_PART,
    LOOKUP_RESPONDENT,
    LOOKUP_LEVEL,
    LOOKUP_KINDS
};

static const struct {
    enum diag_code near, far;
} lookup_messages[LOOKUP_KINDS] = {
    [LOOKUP_QUESTION] = {MESSAGE_QUESTION_UNKNOWN_NEAR, MESSAGE_QUESTION_UNKNOWN},
    [LOOKUP_INDICATOR] = {MESSAGE_INDICATOR_UNKNOWN_NEAR, MESSAGE_INDICATOR_UNKNOWN},
    [LOOKUP_SUBINDICATOR] = {MESSAGE_SUBINDICATOR_UNKNOWN_NEAR, MESSAGE_SUBINDICATOR_UNKNOWN},
    [LOOKUP_INSTRUMENT] = {MESSAGE_INSTRUMENT_UNKNOWN_NEAR, MESSAGE_INSTRUMENT_UNKNOWN},
    [LOOKUP_PART] = {MESSAGE_PART_UNKNOWN_NEAR, MESSAGE_PART_UNKNOWN},
    [LOOKUP_RESPONDENT] = {MESSAGE_RESPONDENT_UNKNOWN_NEAR, MESSAGE_RESPONDENT_UNKNOWN},
    [LOOKUP_LEVEL] = {MESSAGE_LEVEL_UNKNOWN_NEAR, MESSAGE_LEVEL_UNKNOWN},
};

/* The known ids of one kind. */
struct lookup_names {
    const char **item;
    size_t count;
};

static struct lookup_names names_new(struct loader *loader, size_t most)
{
    return (struct lookup_names){ARENA_NEW(loader->reader.arena, const char *, most + 1), 0};
}

static void report_unknown(struct loader *loader, enum lookup_kind kind, const char *id,
                           struct place place, const struct lookup_names *known)
{
    struct diag *diag = loader->reader.diag;
    const char *near = record_nearest(id, known->item, known->count);
    if (near) {
        diag_say(diag, lookup_messages[kind].near, place, id, near);
        return;
    }
    struct buffer list = {0};
    for (size_t i = 0; i < known->count; i++) {
        if (i > 0)
            buffer_add_string(&list, ", ");
        buffer_add_string(&list, known->item[i]);
    }
    diag_say(diag, lookup_messages[kind].far, place, id, buffer_text(&list));
    buffer_free(&list);
}

static const char *id_of(const struct node *node)
{
    return node->kind == NODE_SCALAR ? node->text : "";
}

/* ---- the model's own lookups ---- */

static struct model_question *find_question(const struct model *model, const char *id)
{
    for (size_t i = 0; i < model->questions; i++)
        if (strcmp(model->question[i]->id.bytes, id) == 0)
            return model->question[i];
    return NULL;
}

static struct model_indicator *find_indicator(const struct model *model, int64_t number)
{
    for (size_t i = 0; i < model->indicators; i++)
        if (model->indicator[i]->number.value == number)
            return model->indicator[i];
    return NULL;
}

static struct model_instrument *find_instrument(const struct model *model, const char *id)
{
    for (size_t i = 0; i < model->framework.instruments; i++)
        if (strcmp(model->framework.instrument[i].id.bytes, id) == 0)
            return &model->framework.instrument[i];
    return NULL;
}

static struct model_part *find_part(const struct model *model, const char *id)
{
    for (size_t i = 0; i < model->parts; i++)
        if (strcmp(model->part[i]->id.bytes, id) == 0)
            return model->part[i];
    return NULL;
}

const struct model_question *model_find_question(const struct model *model, const char *id)
{
    return find_question(model, id);
}

const struct model_indicator *model_find_indicator(const struct model *model, int64_t number)
{
    return find_indicator(model, number);
}

const struct model_instrument *model_find_instrument(const struct model *model, const char *id)
{
    return find_instrument(model, id);
}

const struct model_part *model_find_part(const struct model *model, const char *id)
{
    return find_part(model, id);
}

/* ---- references of the other files ---- */

static bool in_scope(const struct model_question *question, struct lookup_scope scope)
{
    if (scope.indicator && question->indicator != scope.indicator)
        return false;
    return !scope.instrument || question->indicator->instrument == scope.instrument;
}

struct model_question *lookup_question(struct loader *loader, const struct node *id,
                                       struct lookup_scope scope)
{
    const struct model *model = loader->model;
    struct model_question *found = find_question(model, id_of(id));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, model->questions);
    for (size_t i = 0; i < model->questions; i++)
        if (in_scope(model->question[i], scope))
            known.item[known.count++] = model->question[i]->id.bytes;
    report_unknown(loader, LOOKUP_QUESTION, id_of(id), id->place, &known);
    return NULL;
}

struct model_indicator *lookup_indicator(struct loader *loader, const struct whole *number)
{
    const struct model *model = loader->model;
    struct model_indicator *found = find_indicator(model, number->value);
    if (found)
        return found;
    struct lookup_names known = names_new(loader, model->indicators);
    for (size_t i = 0; i < model->indicators; i++)
        known.item[known.count++] = load_number(loader, model->indicator[i]->number.value);
    report_unknown(loader, LOOKUP_INDICATOR, load_number(loader, number->value), number->place,
                   &known);
    return NULL;
}

struct model_indicator *lookup_indicator_key(struct loader *loader, const struct node *key)
{
    struct whole number = {0};
    if (!record_whole(&loader->reader, key, 0, 0, &number))
        return NULL;
    return lookup_indicator(loader, &number);
}

struct model_subindicator *lookup_subindicator(struct loader *loader, const struct node *number)
{
    const struct model *model = loader->model;
    size_t total = 0;
    for (size_t i = 0; i < model->indicators; i++)
        total += model->indicator[i]->subindicators;
    struct lookup_names known = names_new(loader, total);
    for (size_t i = 0; i < model->indicators; i++) {
        for (size_t s = 0; s < model->indicator[i]->subindicators; s++) {
            struct model_subindicator *subindicator = &model->indicator[i]->subindicator[s];
            if (strcmp(subindicator->number.bytes, id_of(number)) == 0)
                return subindicator;
            known.item[known.count++] = subindicator->number.bytes;
        }
    }
    report_unknown(loader, LOOKUP_SUBINDICATOR, id_of(number), number->place, &known);
    return NULL;
}

struct model_instrument *lookup_instrument(struct loader *loader, const struct node *id)
{
    const struct model_framework *framework = &loader->model->framework;
    struct model_instrument *found = find_instrument(loader->model, id_of(id));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, framework->instruments);
    for (size_t i = 0; i < framework->instruments; i++)
        known.item[known.count++] = framework->instrument[i].id.bytes;
    report_unknown(loader, LOOKUP_INSTRUMENT, id_of(id), id->place, &known);
    return NULL;
}

struct model_part *lookup_part(struct loader *loader, const struct node *id)
{
    const struct model *model = loader->model;
    struct model_part *found = find_part(model, id_of(id));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, model->parts);
    for (size_t i = 0; i < model->parts; i++)
        known.item[known.count++] = model->part[i]->id.bytes;
    report_unknown(loader, LOOKUP_PART, id_of(id), id->place, &known);
    return NULL;
}

/* The ids that results may be given for: instruments without parts, and parts. */
static struct lookup_names respondent_names(struct loader *loader, bool parts_allowed)
{
    const struct model *model = loader->model;
    const struct model_framework *framework = &model->framework;
    struct lookup_names known = names_new(loader, framework->instruments + model->parts);
    for (size_t i = 0; i < framework->instruments; i++) {
        const struct model_instrument *instrument = &framework->instrument[i];
        if (instrument->parts == 0 || parts_allowed)
            known.item[known.count++] = instrument->id.bytes;
        for (size_t p = 0; p < instrument->parts; p++)
            known.item[known.count++] = instrument->part[p].id.bytes;
    }
    return known;
}

bool lookup_respondent(struct loader *loader, const struct node *id, bool parts_allowed,
                       struct lookup_respondent *out)
{
    *out = (struct lookup_respondent){.instrument = find_instrument(loader->model, id_of(id))};
    if (out->instrument && out->instrument->parts > 0 && !parts_allowed) {
        diag_say(loader->reader.diag, MESSAGE_PARTS_WANTED, id->place, id_of(id),
                 load_part_names(loader, out->instrument));
        return false;
    }
    if (!out->instrument)
        out->part = find_part(loader->model, id_of(id));
    if (out->instrument || out->part)
        return true;
    struct lookup_names known = respondent_names(loader, parts_allowed);
    report_unknown(loader, LOOKUP_RESPONDENT, id_of(id), id->place, &known);
    return false;
}

bool lookup_letter(struct loader *loader, const struct text *name)
{
    const struct model_levels *levels = &loader->model->framework.levels;
    struct lookup_names known = names_new(loader, levels->letters);
    for (size_t i = 0; i < levels->letters; i++) {
        const char *letter = levels->letter[i].name.bytes;
        if (letter && strcmp(letter, name->bytes) == 0)
            return true;
        if (letter)
            known.item[known.count++] = letter;
    }
    if (known.count == 0)
        return true;
    report_unknown(loader, LOOKUP_LEVEL, name->bytes, name->place, &known);
    return false;
}

bool lookup_outcome(struct loader *loader, const struct text *name)
{
    const struct model_levels *levels = &loader->model->framework.levels;
    struct lookup_names known = names_new(loader, levels->outcomes);
    for (size_t i = 0; i < levels->outcomes; i++) {
        const char *outcome = levels->outcome[i].name.bytes;
        if (outcome && strcmp(outcome, name->bytes) == 0)
            return true;
        if (outcome)
            known.item[known.count++] = outcome;
    }
    if (known.count == 0)
        return true;
    report_unknown(loader, LOOKUP_LEVEL, name->bytes, name->place, &known);
    return false;
}
