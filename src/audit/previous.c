/*
 * What is still last year's: the edition is compared with that of the year before, which it names, or which is beside it in a
 * folder of the same name but for the year. What is marked as still to be written is let be.
 */
#include <string.h>

#include "audit/rule.h"
#include "base/digit.h"
#include "base/unwritten.h"
#include "base/utf8.h"
#include "compare/compare.h"

enum { LEAST_LETTERS = 40, LEAST_SCORES = 3 };

/* Made once for all rules; NULL: there is no edition of the year before, or it is not one to compare with. */
static const struct comparison *comparison_of(struct audit *audit)
{
    if (audit->before == NULL)
        return NULL;
    if (audit->comparison == NULL)
        audit->comparison = compare_make(audit->arena, audit->before, audit->figures);
    const struct comparison *comparison = audit->comparison;
    return comparison->same_agency && !comparison->same_year ? comparison : NULL;
}

static const char *year_of(struct audit *audit, const struct figures *figures)
{
    return audit_whole(audit, figures->edition->profile.fiscal_year.value);
}

/* ---- the edition that is named ---- */

void rule_previous_edition(struct audit *audit)
{
    const struct edition_profile *now = &audit->edition->profile;
    if (audit->earlier == NULL)
        return;
    const struct edition_profile *before = &audit->earlier->edition->profile;
    struct texts named = edition_earlier(now);
    struct place place = named.count > 0 ? named.item[0].place : (struct place){0};
    if (before->agency.name.bytes != NULL && now->agency.name.bytes != NULL &&
        strcmp(before->agency.name.bytes, now->agency.name.bytes) != 0)
        audit_say(audit, MESSAGE_PREVIOUS_AGENCY, place, before->agency.name.bytes,
                  now->agency.name.bytes);
    if (before->fiscal_year.value >= now->fiscal_year.value)
        audit_say(audit, MESSAGE_PREVIOUS_YEAR, place, year_of(audit, audit->earlier),
                  year_of(audit, audit->figures));
}

/* ---- scores ---- */

void rule_old_scores(struct audit *audit)
{
    const struct comparison *comparison = comparison_of(audit);
    size_t same = 0;
    for (size_t i = 0; comparison != NULL && i < comparison->scores; i++) {
        const struct compare_score *score = &comparison->score[i];
        if (score->kind != COMPARE_QUESTION || !score->before.present || !score->after.present)
            continue;
        if (score->before.hundredths != score->after.hundredths)
            return;
        same++;
    }
    if (same < LEAST_SCORES)
        return;
    const struct node *scores = NULL;
    for (size_t i = 0; i < audit->edition->trees.count && scores == NULL; i++)
        scores = node_find(audit->edition->trees.tree[i], "scores");
    if (scores != NULL)
        audit_say(audit, MESSAGE_OLD_SCORES, scores->place, audit_whole(audit, (int64_t)same),
                  year_of(audit, audit->before));
}

/* ---- texts ---- */

static size_t letters_of(const char *words)
{
    size_t count = 0;
    for (size_t at = 0; words[at] != '\0'; count++)
        utf8_next(words, strlen(words), &at);
    return count;
}

static bool is_marked(const struct node *node)
{
    struct unwritten mark;
    return node != NULL && node->kind == NODE_SCALAR &&
           unwritten_next(node->text, node->length, 0, &mark);
}

/* Also where the name of the measure that a step is of has the mark. */
static bool is_draft(const struct node *node)
{
    if (is_marked(node))
        return true;
    for (; node != NULL; node = node->parent)
        if (node->kind == NODE_MAP && is_marked(node_find(node, "name")))
            return true;
    return false;
}

void rule_old_text(struct audit *audit)
{
    const struct comparison *comparison = comparison_of(audit);
    for (size_t i = 0; comparison != NULL && i < comparison->texts; i++) {
        const struct compare_text *text = &comparison->text[i];
        if (letters_of(text->words) >= LEAST_LETTERS && !is_draft(text->after.node))
            audit_say(audit, MESSAGE_OLD_TEXT, text->after, year_of(audit, audit->before),
                      audit_whole(audit, text->before.line));
    }
}

/* ---- measures ---- */

/* A year that an edition was about, in a text: as it is typed, Thai or Western; NULL: none. */
static const char *names_year(struct audit *audit, const char *text,
                              const struct edition_profile *before)
{
    struct buffer western = {0};
    const char *found = NULL;
    digit_add_text(&western, text, strlen(text), DIGIT_WESTERN);
    const int64_t years[] = {before->plan_year.value, before->fiscal_year.value};
    for (size_t i = 0; i < 2 && found == NULL; i++) {
        const char *year = audit_whole(audit, years[i]);
        found = strstr(buffer_text(&western), year) != NULL ? year : NULL;
    }
    buffer_free(&western);
    return found;
}

static void check_steps(struct audit *audit, const struct compare_measure *measure)
{
    const struct texts *steps = &measure->after->steps;
    for (size_t s = 0; s < steps->count; s++) {
        const struct text *step = &steps->item[s];
        bool is_old = false;
        for (size_t k = 0; k < measure->before->steps.count && !is_old; k++)
            is_old = strcmp(measure->before->steps.item[k].bytes, step->bytes) == 0;
        const char *year =
            is_old ? names_year(audit, step->bytes, &audit->before->edition->profile) : NULL;
        if (year != NULL)
            audit_say(audit, MESSAGE_OLD_STEP, step->place, year, year_of(audit, audit->before));
    }
}

void rule_old_measure(struct audit *audit)
{
    const struct comparison *comparison = comparison_of(audit);
    for (size_t i = 0; comparison != NULL && i < comparison->measures; i++) {
        const struct compare_measure *measure = &comparison->measure[i];
        if (measure->before == NULL || measure->after == NULL)
            continue;
        if (measure->same_period)
            audit_say(audit, MESSAGE_OLD_MEASURE, measure->after->period.place,
                      measure->after->name.bytes, year_of(audit, audit->before));
        check_steps(audit, measure);
    }
}
