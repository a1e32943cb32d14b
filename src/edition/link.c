/*
 * link.c - ties the framework together after it was read.
 *
 * The record reader leaves a tree of arrays. Here every question learns its indicator, every
 * indicator and part its instrument, and the model gets its flat views. Ids are looked up by name
 * from now on, so each may be used once: questions among questions; instruments and parts together,
 * since the results name either. A missing id was reported by the reader and becomes "".
 */
#include <string.h>

#include "edition/load.h"

static void link_question(struct model *model, struct model_question *question,
                          const struct model_indicator *indicator,
                          const struct model_subindicator *subindicator)
{
    if (!question->id.bytes)
        question->id.bytes = "";
    question->indicator = indicator;
    question->subindicator = subindicator;
    question->number = model->questions;
    model->question[model->questions++] = question;
}

static void link_indicator(struct model *model, struct model_indicator *indicator,
                           const struct model_instrument *instrument)
{
    indicator->instrument = instrument;
    model->indicator[model->indicators++] = indicator;
    for (size_t i = 0; i < indicator->questions; i++)
        link_question(model, &indicator->question[i], indicator, NULL);
    for (size_t s = 0; s < indicator->subindicators; s++) {
        struct model_subindicator *subindicator = &indicator->subindicator[s];
        if (!subindicator->number.bytes)
            subindicator->number.bytes = "";
        subindicator->indicator = indicator;
        for (size_t i = 0; i < subindicator->questions; i++)
            link_question(model, &subindicator->question[i], indicator, subindicator);
    }
}

static void link_instrument(struct model *model, struct model_instrument *instrument)
{
    if (!instrument->id.bytes)
        instrument->id.bytes = "";
    for (size_t p = 0; p < instrument->parts; p++) {
        if (!instrument->part[p].id.bytes)
            instrument->part[p].id.bytes = "";
        instrument->part[p].instrument = instrument;
        model->part[model->parts++] = &instrument->part[p];
    }
    for (size_t i = 0; i < instrument->indicators; i++)
        link_indicator(model, &instrument->indicator[i], instrument);
}

static size_t count_questions(const struct model_instrument *instrument)
{
    size_t count = 0;
    for (size_t i = 0; i < instrument->indicators; i++) {
        const struct model_indicator *indicator = &instrument->indicator[i];
        count += indicator->questions;
        for (size_t s = 0; s < indicator->subindicators; s++)
            count += indicator->subindicator[s].questions;
    }
    return count;
}

static void make_views(struct model *model)
{
    const struct model_framework *framework = &model->framework;
    size_t questions = 0, indicators = 0, parts = 0;
    for (size_t i = 0; i < framework->instruments; i++) {
        questions += count_questions(&framework->instrument[i]);
        indicators += framework->instrument[i].indicators;
        parts += framework->instrument[i].parts;
    }
    model->question = ARENA_NEW(model->arena, struct model_question *, questions + 1);
    model->indicator = ARENA_NEW(model->arena, struct model_indicator *, indicators + 1);
    model->part = ARENA_NEW(model->arena, struct model_part *, parts + 1);
}

/* Reports every id that was used before. */
static void check_ids(struct loader *loader, const struct text *const *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (ids[i]->bytes[0] != '\0' && strcmp(ids[i]->bytes, ids[j]->bytes) == 0) {
                load_duplicate(loader, ids[i]->bytes, ids[i]->place, ids[j]->place);
                break;
            }
        }
    }
}

static void check_question_ids(struct loader *loader)
{
    const struct model *model = loader->model;
    const struct text **ids =
        ARENA_NEW(loader->reader.arena, const struct text *, model->questions + 1);
    for (size_t i = 0; i < model->questions; i++)
        ids[i] = &model->question[i]->id;
    check_ids(loader, ids, model->questions);
}

static void check_instrument_ids(struct loader *loader)
{
    const struct model *model = loader->model;
    const struct model_framework *framework = &model->framework;
    const struct text **ids = ARENA_NEW(loader->reader.arena, const struct text *,
                                        framework->instruments + model->parts + 1);
    size_t count = 0;
    for (size_t i = 0; i < framework->instruments; i++)
        ids[count++] = &framework->instrument[i].id;
    for (size_t i = 0; i < model->parts; i++)
        ids[count++] = &model->part[i]->id;
    check_ids(loader, ids, count);
}

static void check_subindicator_numbers(struct loader *loader)
{
    const struct model *model = loader->model;
    size_t total = 0, count = 0;
    for (size_t i = 0; i < model->indicators; i++)
        total += model->indicator[i]->subindicators;
    const struct text **ids = ARENA_NEW(loader->reader.arena, const struct text *, total + 1);
    for (size_t i = 0; i < model->indicators; i++)
        for (size_t s = 0; s < model->indicator[i]->subindicators; s++)
            ids[count++] = &model->indicator[i]->subindicator[s].number;
    check_ids(loader, ids, count);
}

static void check_indicator_numbers(struct loader *loader)
{
    const struct model *model = loader->model;
    for (size_t i = 0; i < model->indicators; i++) {
        const struct whole *number = &model->indicator[i]->number;
        for (size_t j = 0; j < i; j++) {
            const struct whole *other = &model->indicator[j]->number;
            if (number->present && other->present && number->value == other->value) {
                load_duplicate(loader, load_number(loader, number->value), number->place,
                               other->place);
                break;
            }
        }
    }
}

static void check_parts(struct loader *loader, struct model_instrument *instrument)
{
    if (instrument->parts > MODEL_PARTS) {
        diag_say(loader->reader.diag, MESSAGE_PARTS_MANY, instrument->part[MODEL_PARTS].place,
                 instrument->id.bytes, load_number(loader, MODEL_PARTS));
        instrument->parts = MODEL_PARTS;
    }
    for (size_t p = 0; p < instrument->parts; p++) {
        const struct text *id = &instrument->part[p].id;
        if (strcmp(id->bytes, "score") == 0)
            diag_say(loader->reader.diag, MESSAGE_ID_RESERVED, id->place, id->bytes);
    }
}

static void check_indicator(struct loader *loader, const struct model_indicator *indicator)
{
    struct diag *diag = loader->reader.diag;
    const char *number = load_number(loader, indicator->number.value);
    if (indicator->questions > 0 && indicator->subindicators > 0)
        diag_say(diag, MESSAGE_INDICATOR_MIXED, indicator->place, number);
    if (indicator->questions == 0 && indicator->subindicators == 0)
        diag_say(diag, MESSAGE_QUESTIONS_NONE, indicator->place, number);
    for (size_t s = 0; s < indicator->subindicators; s++) {
        const struct model_subindicator *subindicator = &indicator->subindicator[s];
        if (subindicator->questions == 0)
            diag_say(diag, MESSAGE_QUESTIONS_NONE, subindicator->place, subindicator->number.bytes);
    }
}

void link_framework(struct loader *loader, struct place place)
{
    struct model *model = loader->model;
    struct model_framework *framework = &model->framework;
    make_views(model);
    for (size_t i = 0; i < framework->instruments; i++) {
        struct model_instrument *instrument = &framework->instrument[i];
        link_instrument(model, instrument);
        check_parts(loader, instrument);
        if (instrument->indicators == 0)
            diag_say(loader->reader.diag, MESSAGE_INDICATORS_NONE, instrument->place,
                     instrument->id.bytes);
    }
    for (size_t i = 0; i < model->indicators; i++)
        check_indicator(loader, model->indicator[i]);
    if (framework->instruments == 0)
        diag_say(loader->reader.diag, MESSAGE_INSTRUMENTS_NONE, place);
    check_instrument_ids(loader);
    check_indicator_numbers(loader);
    check_subindicator_numbers(loader);
    check_question_ids(loader);
    if (!model_fits_fractions(model, false))
        diag_say(loader->reader.diag, MESSAGE_SCHEME_TOO_FINE, place);
    loader->resolves = model->questions > 0;
}
