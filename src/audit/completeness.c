/*
 * Rules about what must be there: the issues the scheme states, and an answer to every indicator
 * below the target. (Steps, owners and periods of a measure are the loader's to miss.)
 */
#include <string.h>

#include "audit/rule.h"

enum {
    LITTLE_MORE = 3, /* times the length of the word */
    VAGUE_MOST = 45, /* letters of a guideline that says nothing more */
    FAR_BELOW = 1000 /* hundredths */
};

void rule_issue_numbers(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->issues; i++) {
        const struct whole *number = &audit->edition->issue[i].number;
        if (!number->present || number->value == (int64_t)i + 1)
            continue;
        audit_say(audit, MESSAGE_ISSUE_NUMBERS, number->place, audit_whole(audit, number->value),
                  audit_whole(audit, (int64_t)i + 1));
        return;
    }
}

void rule_issue_count(struct audit *audit)
{
    const struct edition *edition = audit->edition;
    const struct whole *stated = &edition->scheme->stated_issues;
    if (!stated->present || stated->value == (int64_t)edition->issues || edition->issues == 0)
        return;
    audit_say(audit, MESSAGE_ISSUE_COUNT, edition->issue[edition->issues - 1].place,
              audit_whole(audit, (int64_t)edition->issues), audit_whole(audit, stated->value));
}

/* Whether a measure's prose names the indicator. */
static bool is_named_by_measure(const struct audit *audit, const struct scheme_indicator *indicator)
{
    for (size_t i = 0; i < audit->passages; i++) {
        const struct passage *passage = &audit->passage[i];
        if (passage_is_plan(passage) && indicator->name.bytes != NULL &&
            indicator->name.length > 0 &&
            scan_has(&passage->scan, 0, passage->scan.count, indicator->name.bytes))
            return true;
    }
    return false;
}

/* A guideline that only keeps things as they are is no answer: it begins with a word for that, and
 * says little more. */
static bool is_answer(const struct audit *audit, const struct passage *passage)
{
    const struct words *keep = &audit->words->of[AUDIT_KEEP];
    for (size_t i = 0; i < keep->count; i++) {
        const char *word = keep->entry[i].form[0];
        if (scan_at(&passage->scan, 0, word) &&
            passage->text->length <= LITTLE_MORE * (strlen(word) + 1))
            return false;
    }
    return true;
}

static bool has_guideline(const struct audit *audit, const struct scheme_indicator *indicator)
{
    for (size_t i = 0; i < audit->passages; i++)
        if (audit->passage[i].kind == PASSAGE_GUIDELINE &&
            audit->passage[i].indicator == indicator && is_answer(audit, &audit->passage[i]))
            return true;
    return false;
}

void rule_target_unanswered(struct audit *audit)
{
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        if (!of->below_target || has_guideline(audit, of->indicator) ||
            is_named_by_measure(audit, of->indicator))
            continue;
        audit_say(audit, MESSAGE_TARGET_UNANSWERED, of->score.place,
                  audit_whole(audit, of->indicator->number.value),
                  audit_score(audit, of->score.printed),
                  audit_hundredths(audit, audit->edition->scheme->target.hundredths));
    }
}

/* ---- questions ---- */

/* The lowest of a question's scores, in hundredths. */
static int64_t lowest_of(const struct audit *audit, const struct scheme_question *question)
{
    const struct edition_question *of = &audit->edition->question[question->index];
    int64_t lowest = of->score[0].hundredths;
    for (size_t slot = 1; slot < scheme_slots(question->indicator->instrument); slot++)
        if (of->score[slot].hundredths < lowest)
            lowest = of->score[slot].hundredths;
    return lowest;
}

static bool is_vague(const struct audit *audit, const struct passage *passage)
{
    return passage->scan.count <= VAGUE_MOST &&
           audit_words_has(&passage->scan, 0, passage->scan.count, &audit->words->of[AUDIT_VAGUE]);
}

void rule_waved_through(struct audit *audit)
{
    const struct decimal *target = &audit->edition->scheme->target;
    for (size_t i = 0; i < audit->passages && target->present; i++) {
        const struct passage *passage = &audit->passage[i];
        if (passage->kind != PASSAGE_GUIDELINE)
            continue;
        int64_t score = lowest_of(audit, passage->question);
        bool keeps = score < target->hundredths && !is_answer(audit, passage);
        bool vague = score <= target->hundredths - FAR_BELOW && is_vague(audit, passage);
        if (keeps || vague)
            audit_say(audit, keeps ? MESSAGE_WAVED_THROUGH : MESSAGE_VAGUE_GUIDELINE,
                      scan_place(&passage->scan, 0), passage->question->id.bytes,
                      audit_hundredths(audit, score), audit_hundredths(audit, target->hundredths));
    }
}
