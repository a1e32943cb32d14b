/*
 * results.yaml and analyses.yaml: maps whose keys are the scheme's ids. A line goes on under the new id of its question, with its
 * comments; lines of questions that are gone are left out, and new questions get lines of their own.
 */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/digit.h"
#include "base/escape.h"
#include "start/carry.h"
#include "start/template.h"

static const struct scheme_question *question_of(const struct carry *carry, const struct node *key)
{
    struct buffer id = {0};
    digit_add_text(&id, key->text, key->length, DIGIT_WESTERN);
    const struct scheme_question *found =
        scheme_find_question(carry->match.before, buffer_text(&id));
    buffer_free(&id);
    return found;
}

static const char *comment_of(const struct carry *carry, const struct scheme_question *question)
{
    return start_line(carry->arena, question->text.bytes);
}

/* After which entry of a map a new question's comes: that of the nearest question before it that is there. */
static size_t place_of(const struct carry *carry, const struct node *map,
                       const struct scheme_question *after)
{
    for (size_t q = after->index + 1; q > 0; q--)
        for (size_t i = 0; i < map->count; i++) {
            const struct scheme_question *before = question_of(carry, map->key[i]);
            if (before != NULL && carry->match.question[q - 1] == before)
                return i;
        }
    return SIZE_MAX;
}

static bool is_in(const struct carry *carry, const struct node *map,
                  const struct scheme_question *before)
{
    for (size_t i = 0; before != NULL && i < map->count; i++)
        if (question_of(carry, map->key[i]) == before)
            return true;
    return false;
}

/* ---- results.yaml ---- */

/* "e1: {public: , survey: }" */
static const char *empty_score(const struct carry *carry, const struct scheme_question *question,
                               bool in_brackets)
{
    const struct scheme_instrument *instrument = question->indicator->instrument;
    const char *text = arena_printf(carry->arena, "%s:", question->id.bytes);
    for (size_t p = 0; p < instrument->parts; p++)
        text = arena_printf(carry->arena, "%s%s%s:%s", text, p == 0 ? " {" : " ",
                            instrument->part[p].id.bytes, p + 1 < instrument->parts ? " ," : " }");
    if (in_brackets)
        return instrument->parts > 0 ? text : arena_printf(carry->arena, "%s ", text);
    return arena_printf(carry->arena, "%s   # %s", text, comment_of(carry, question));
}

/* No value of what is written in a map; its keys stay. */
static void clear_all(struct patch *patch, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        patch_clear(patch, node);
    for (size_t i = 0; i < node->count; i++)
        if (node->item[i]->parent == node)
            clear_all(patch, node->item[i]);
}

static void carry_scores(const struct carry *carry, struct patch *patch, const struct node *map)
{
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_question *before = question_of(carry, map->key[i]);
        const struct scheme_question *after = before != NULL ? carry_question(carry, before) : NULL;
        bool same_parts = after != NULL && after->indicator->instrument->parts ==
                                               before->indicator->instrument->parts;
        if (!same_parts || map->item[i]->parent != map) {
            patch_drop(patch, map, i, before != NULL ? comment_of(carry, before) : NULL);
            if (after != NULL)
                patch_add(patch, map, i, empty_score(carry, after, node_is_bracketed(map)), NULL);
            continue;
        }
        patch_bytes(patch, map->key[i]->offset, map->key[i]->end, after->id.bytes);
        clear_all(patch, map->item[i]);
    }
    for (size_t q = 0; q < carry->match.after->questions; q++) {
        const struct scheme_question *after = &carry->match.after->question[q];
        if (!is_in(carry, map, carry->match.question[q]))
            patch_add(patch, map, place_of(carry, map, after),
                      empty_score(carry, after, node_is_bracketed(map)), NULL);
    }
}

/* Whether the new scheme knows what a key of the announced figures names. */
static bool is_known(const struct carry *carry, const char *id)
{
    const struct scheme *scheme = carry->match.after;
    char *end = NULL;
    long long number = strtoll(id, &end, 10);
    return scheme_find_instrument(scheme, id) != NULL || scheme_find_part(scheme, id) != NULL ||
           scheme_find_subindicator(scheme, id) != NULL ||
           (*end == '\0' && scheme_find_indicator(scheme, number) != NULL);
}

/* Whether an announced figure is given by parts that its indicator has no more. */
static bool has_old_parts(const struct carry *carry, const struct node *key,
                          const struct node *figure)
{
    const struct scheme_indicator *indicator =
        scheme_find_indicator(carry->match.after, strtoll(key->text, NULL, 10));
    bool knows = true;
    for (size_t i = 0; indicator != NULL && figure->kind == NODE_MAP && i < figure->count; i++) {
        const char *id = figure->key[i]->text;
        const struct scheme_part *part = scheme_find_part(carry->match.after, id);
        knows &=
            strcmp(id, "score") == 0 || (part != NULL && part->instrument == indicator->instrument);
    }
    return !knows;
}

static void carry_published(const struct carry *carry, struct patch *patch, const struct node *map)
{
    for (size_t i = 0; i < map->count; i++) {
        const struct node *figures = map->item[i];
        if (figures->parent != map)
            continue;
        clear_all(patch, figures);
        for (size_t k = 0; figures->kind == NODE_MAP && k < figures->count; k++)
            if (!is_known(carry, figures->key[k]->text))
                patch_drop(patch, figures, k, NULL);
            else if (has_old_parts(carry, figures->key[k], figures->item[k]))
                patch_clear(patch, figures->item[k]);
    }
}

void carry_results(const struct carry *carry, struct patch *patch)
{
    const struct node *scores = node_find(patch->tree, "scores");
    const struct node *published = node_find(patch->tree, "published");
    const struct node *respondents = node_find(patch->tree, "respondents");
    const struct node *advice = node_find(patch->tree, "recommendations");
    if (scores != NULL && scores->kind == NODE_MAP && scores->count > 0)
        carry_scores(carry, patch, scores);
    if (published != NULL && published->kind == NODE_MAP)
        carry_published(carry, patch, published);
    if (respondents != NULL)
        clear_all(patch, respondents);
    for (size_t k = 0; respondents != NULL && k < respondents->count; k++)
        if (!is_known(carry, respondents->key[k]->text))
            patch_drop(patch, respondents, k, NULL);
    if (advice != NULL)
        patch_clear(patch, advice);
}

/* ---- analyses.yaml ---- */

/* A text as a value on the line of its key: in double quotes, where it has lines of its own. */
static const char *one_line(struct arena *arena, const char *text)
{
    if (strchr(text, '\n') == NULL)
        return start_typed(arena, text);
    struct buffer out = {0};
    buffer_add_char(&out, '"');
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '\n')
        length--;
    escape_text(&out, text, length);
    buffer_add_char(&out, '"');
    const char *typed = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return typed;
}

/* The whole number that is typed, in digits of either script; 0: none. */
static int64_t number_of(const struct node *node)
{
    struct buffer text = {0};
    digit_add_text(&text, node->text, node->length, DIGIT_WESTERN);
    int64_t number = strtoll(buffer_text(&text), NULL, 10);
    buffer_free(&text);
    return number;
}

/* The map of guidelines of the indicator that has a number in the old edition; NULL: it has none. */
static const struct node *guidelines_of(const struct patch *patch,
                                        const struct scheme_indicator *before)
{
    const struct node *list = node_find(patch->tree, "indicators");
    for (size_t i = 0; before != NULL && list != NULL && i < list->count; i++) {
        const struct node *number = node_find(list->item[i], "number");
        const struct node *map = node_find(list->item[i], "guidelines");
        if (number != NULL && map != NULL && map->kind == NODE_MAP && map->count > 0 &&
            map->parent == list->item[i] && number->kind == NODE_SCALAR &&
            number_of(number) == before->number.value)
            return map;
    }
    return NULL;
}

static const struct scheme_indicator *old_of(const struct carry *carry,
                                             const struct scheme_indicator *after)
{
    return carry->match.indicator[after->index];
}

/* A question's guideline in the map that its indicator has now; it was in another one, or nowhere. */
static void add_guideline(const struct carry *carry, struct patch *patch,
                          const struct scheme_question *after, const char *text)
{
    const struct node *map = guidelines_of(patch, old_of(carry, after->indicator));
    bool in_brackets = map != NULL && node_is_bracketed(map);
    if (map == NULL)
        return;
    const char *value = *text != '\0' ? one_line(carry->arena, text) : "";
    patch_add(patch, map, place_of(carry, map, after),
              arena_printf(carry->arena, "%s:%s%s", after->id.bytes,
                           *value != '\0' || in_brackets ? " " : "", value),
              comment_of(carry, after));
}

static void carry_guidelines(const struct carry *carry, struct patch *patch, const struct node *map)
{
    for (size_t i = 0; i < map->count; i++) {
        const struct scheme_question *before = question_of(carry, map->key[i]);
        const struct scheme_question *after = before != NULL ? carry_question(carry, before) : NULL;
        const struct node *text = map->item[i];
        bool stays = after != NULL && old_of(carry, after->indicator) == before->indicator;
        if (!stays)
            patch_drop(patch, map, i, before != NULL ? comment_of(carry, before) : NULL);
        if (after != NULL && !stays && text->kind == NODE_SCALAR)
            add_guideline(carry, patch, after,
                          arena_printf(carry->arena, "%s%s%s", carry->marks,
                                       strchr(text->text, '\n') != NULL ? "\n" : " ",
                                       carry_placeholders(carry, text->text)));
        if (!stays)
            continue;
        patch_bytes(patch, map->key[i]->offset, map->key[i]->end, after->id.bytes);
        if (text->parent == map)
            carry_rewrite(carry, patch, text);
    }
}

/* The entry of an indicator that the new scheme does not have goes; one of another number has that. */
static void carry_analysis(const struct carry *carry, struct patch *patch, const struct node *list,
                           size_t index)
{
    const struct node *entry = list->item[index];
    const struct node *number = node_find(entry, "number");
    const struct node *map = node_find(entry, "guidelines");
    const struct node *analysis = node_find(entry, "analysis");
    const struct scheme_indicator *before =
        number != NULL && number->kind == NODE_SCALAR
            ? scheme_find_indicator(carry->match.before, number_of(number))
            : NULL;
    const struct scheme_indicator *after = before != NULL ? carry_indicator(carry, before) : NULL;
    struct edit_change change;
    if (after == NULL) {
        if (edit_item_delete(patch->arena, patch->tree, list, index, patch->diag, &change))
            patch_bytes(patch, change.start, change.end, "");
        return;
    }
    if (after->number.value != before->number.value)
        patch_text(patch, number,
                   arena_printf(carry->arena, "%lld", (long long)after->number.value));
    if (map != NULL && map->kind == NODE_MAP && map->parent == entry)
        carry_guidelines(carry, patch, map);
    if (analysis != NULL && analysis->parent == entry)
        carry_rewrite(carry, patch, analysis);
}

/* An entry for an indicator that is new, after the last. */
static void add_indicator(const struct carry *carry, struct patch *patch, const struct node *list,
                          const struct scheme_indicator *indicator)
{
    const struct source *source = patch->tree->place.source;
    int indent = (int)list->place.column - 1;
    size_t at = list->end;
    while (at < source->length && source->text[at] != '\n')
        at++;
    const char *text = arena_printf(carry->arena, "\n%*s- number: %lld\n%*s  guidelines:", indent,
                                    "", (long long)indicator->number.value, indent, "");
    for (size_t q = 0; q < carry->match.after->questions; q++) {
        const struct scheme_question *question = &carry->match.after->question[q];
        if (question->indicator == indicator)
            text = arena_printf(carry->arena, "%s\n%*s    # %s\n%*s    %s: %s", text, indent, "",
                                comment_of(carry, question), indent, "", question->id.bytes,
                                carry->marks);
    }
    patch_bytes(
        patch, at, at,
        arena_printf(carry->arena, "%s\n%*s  analysis: %s", text, indent, "", carry->marks));
}

void carry_analyses(const struct carry *carry, struct patch *patch)
{
    const struct node *list = node_find(patch->tree, "indicators");
    const struct node *summary = node_find(patch->tree, "summary");
    bool has_default = carry->from->default_guideline.length > 0;
    if (summary != NULL)
        carry_rewrite(carry, patch, summary);
    if (list == NULL || list->kind != NODE_LIST)
        return;
    for (size_t i = 0; i < list->count; i++)
        if (list->item[i]->kind == NODE_MAP && list->item[i]->parent == list)
            carry_analysis(carry, patch, list, i);
    for (size_t q = 0; q < carry->match.after->questions; q++)
        if (carry->match.question[q] == NULL &&
            old_of(carry, carry->match.after->question[q].indicator) != NULL)
            add_guideline(carry, patch, &carry->match.after->question[q],
                          has_default ? "" : carry->marks);
    for (size_t i = 0; i < carry->match.after->indicators && !node_is_bracketed(list); i++)
        if (carry->match.indicator[i] == NULL)
            add_indicator(carry, patch, list, &carry->match.after->indicator[i]);
}
