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

/* ---- the edition's own lookups ---- */

static struct scheme_question *find_question(const struct edition *edition, const char *id)
{
    for (size_t i = 0; i < edition->questions; i++)
        if (strcmp(edition->question[i]->id.bytes, id) == 0)
            return edition->question[i];
    return NULL;
}

static struct scheme_indicator *find_indicator(const struct edition *edition, int64_t number)
{
    for (size_t i = 0; i < edition->indicators; i++)
        if (edition->indicator[i]->number.value == number)
            return edition->indicator[i];
    return NULL;
}

static struct scheme_instrument *find_instrument(const struct edition *edition, const char *id)
{
    for (size_t i = 0; i < edition->scheme.instruments; i++)
        if (strcmp(edition->scheme.instrument[i].id.bytes, id) == 0)
            return &edition->scheme.instrument[i];
    return NULL;
}

static struct scheme_part *find_part(const struct edition *edition, const char *id)
{
    for (size_t i = 0; i < edition->parts; i++)
        if (strcmp(edition->part[i]->id.bytes, id) == 0)
            return edition->part[i];
    return NULL;
}

const struct scheme_question *edition_find_question(const struct edition *edition, const char *id)
{
    return find_question(edition, id);
}

const struct scheme_indicator *edition_find_indicator(const struct edition *edition, int64_t number)
{
    return find_indicator(edition, number);
}

const struct scheme_instrument *edition_find_instrument(const struct edition *edition,
                                                        const char *id)
{
    return find_instrument(edition, id);
}

const struct scheme_part *edition_find_part(const struct edition *edition, const char *id)
{
    return find_part(edition, id);
}

/* ---- references of the other files ---- */

static bool in_scope(const struct scheme_question *question, struct lookup_scope scope)
{
    if (scope.indicator && question->indicator != scope.indicator)
        return false;
    return !scope.instrument || question->indicator->instrument == scope.instrument;
}

struct scheme_question *lookup_question(struct loader *loader, const struct node *id,
                                        struct lookup_scope scope)
{
    const struct edition *edition = loader->edition;
    struct scheme_question *found = find_question(edition, id_of(id));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, edition->questions);
    for (size_t i = 0; i < edition->questions; i++)
        if (in_scope(edition->question[i], scope))
            known.item[known.count++] = edition->question[i]->id.bytes;
    report_unknown(loader, LOOKUP_QUESTION, id_of(id), id->place, &known);
    return NULL;
}

struct scheme_indicator *lookup_indicator(struct loader *loader, const struct whole *number)
{
    const struct edition *edition = loader->edition;
    struct scheme_indicator *found = find_indicator(edition, number->value);
    if (found)
        return found;
    struct lookup_names known = names_new(loader, edition->indicators);
    for (size_t i = 0; i < edition->indicators; i++)
        known.item[known.count++] = load_number(loader, edition->indicator[i]->number.value);
    report_unknown(loader, LOOKUP_INDICATOR, load_number(loader, number->value), number->place,
                   &known);
    return NULL;
}

struct scheme_indicator *lookup_indicator_key(struct loader *loader, const struct node *key)
{
    struct whole number = {0};
    if (!record_whole(&loader->reader, key, 0, 0, &number))
        return NULL;
    return lookup_indicator(loader, &number);
}

struct scheme_subindicator *lookup_subindicator(struct loader *loader, const struct node *number)
{
    const struct edition *edition = loader->edition;
    size_t total = 0;
    for (size_t i = 0; i < edition->indicators; i++)
        total += edition->indicator[i]->subindicators;
    struct lookup_names known = names_new(loader, total);
    for (size_t i = 0; i < edition->indicators; i++) {
        for (size_t s = 0; s < edition->indicator[i]->subindicators; s++) {
            struct scheme_subindicator *subindicator = &edition->indicator[i]->subindicator[s];
            if (strcmp(subindicator->number.bytes, id_of(number)) == 0)
                return subindicator;
            known.item[known.count++] = subindicator->number.bytes;
        }
    }
    report_unknown(loader, LOOKUP_SUBINDICATOR, id_of(number), number->place, &known);
    return NULL;
}

struct scheme_instrument *lookup_instrument(struct loader *loader, const struct node *id)
{
    const struct scheme *framework = &loader->edition->scheme;
    struct scheme_instrument *found = find_instrument(loader->edition, id_of(id));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, framework->instruments);
    for (size_t i = 0; i < framework->instruments; i++)
        known.item[known.count++] = framework->instrument[i].id.bytes;
    report_unknown(loader, LOOKUP_INSTRUMENT, id_of(id), id->place, &known);
    return NULL;
}

struct scheme_part *lookup_part(struct loader *loader, const struct node *id)
{
    const struct edition *edition = loader->edition;
    struct scheme_part *found = find_part(edition, id_of(id));
    if (found)
        return found;
    struct lookup_names known = names_new(loader, edition->parts);
    for (size_t i = 0; i < edition->parts; i++)
        known.item[known.count++] = edition->part[i]->id.bytes;
    report_unknown(loader, LOOKUP_PART, id_of(id), id->place, &known);
    return NULL;
}

/* The ids that results may be given for: instruments without parts, and parts. */
static struct lookup_names respondent_names(struct loader *loader, bool parts_allowed)
{
    const struct edition *edition = loader->edition;
    const struct scheme *framework = &edition->scheme;
    struct lookup_names known = names_new(loader, framework->instruments + edition->parts);
    for (size_t i = 0; i < framework->instruments; i++) {
        const struct scheme_instrument *instrument = &framework->instrument[i];
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
    *out = (struct lookup_respondent){.instrument = find_instrument(loader->edition, id_of(id))};
    if (out->instrument && out->instrument->parts > 0 && !parts_allowed) {
        diag_say(loader->reader.diag, MESSAGE_PARTS_WANTED, id->place, id_of(id),
                 load_part_names(loader, out->instrument));
        return false;
    }
    if (!out->instrument)
        out->part = find_part(loader->edition, id_of(id));
    if (out->instrument || out->part)
        return true;
    struct lookup_names known = respondent_names(loader, parts_allowed);
    report_unknown(loader, LOOKUP_RESPONDENT, id_of(id), id->place, &known);
    return false;
}

bool lookup_letter(struct loader *loader, const struct text *name)
{
    const struct scheme_levels *levels = &loader->edition->scheme.levels;
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
    const struct scheme_levels *levels = &loader->edition->scheme.levels;
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
