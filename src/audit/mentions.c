/*
 * What an analysis says of a question: a full score called a weakness, a lowest score passed over. A
 * question is mentioned by placeholder (question.i2.label) or by its id as typed (i๒).
 */
#include <string.h>

#include "audit/rule.h"
#include "base/digit.h"
#include "base/utf8.h"

enum { QUOTED_LETTERS = 40 };

static bool is_word_letter(const struct scan_letter *letter)
{
    return letter->class == SCAN_LATIN || letter->class == SCAN_THAI_DIGIT ||
           letter->class == SCAN_WESTERN_DIGIT;
}

/* Whether the id is typed here, in Thai or Western digits, as a word of its own. */
static bool is_typed(const struct scan *scan, size_t at, const char *id)
{
    if (at > 0 && is_word_letter(&scan->letter[at - 1]))
        return false;
    for (; *id != '\0'; id++, at++) {
        char32_t c = scan->letter[at].c;
        if (utf8_is_thai_digit(c))
            c = (char32_t)('0' + digit_value(c));
        if (c != (char32_t)(unsigned char)*id)
            return false;
    }
    return !is_word_letter(&scan->letter[at]);
}

/* Where a question is mentioned among some letters; `to` when it is not. */
static size_t find_mention(const struct scan *scan, struct scan_span span,
                           const struct scheme_question *question)
{
    for (size_t at = span.from; at < span.to; at++) {
        const struct scan_letter *letter = &scan->letter[at];
        bool hole = letter->class == SCAN_HOLE || letter->class == SCAN_FIGURE;
        if (hole ? expr_mentions(letter->expr, "question", question->id.bytes)
                 : letter->class == SCAN_LATIN && is_typed(scan, at, question->id.bytes))
            return at;
    }
    return span.to;
}

/* The question's text, or so much of it that it can be no other's. */
static const char *start_of_text(struct audit *audit, const struct scheme_question *question)
{
    size_t at = 0;
    for (size_t i = 0; i < QUOTED_LETTERS && at < question->text.length; i++)
        utf8_next(question->text.bytes, question->text.length, &at);
    return arena_copy(audit->arena, question->text.bytes, at);
}

static bool is_mentioned(struct audit *audit, const struct scan *scan,
                         const struct scheme_question *question)
{
    struct scan_span all = {0, scan->count};
    if (find_mention(scan, all, question) < scan->count)
        return true;
    return question->text.length > 0 &&
           scan_has(scan, 0, scan->count, start_of_text(audit, question));
}

static bool has_full_score(const struct audit *audit, const struct scheme_question *question)
{
    const struct decimal *score = audit->edition->question[question->index].score;
    for (size_t slot = 0; slot < scheme_slots(question->indicator->instrument); slot++)
        if (score[slot].hundredths != audit->edition->scheme->full_score.hundredths)
            return false;
    return true;
}

/* Whether some letters speak of what is wrong, and not of a strength. */
static bool speaks_of_weakness(const struct audit *audit, const struct scan *scan,
                               struct scan_span span)
{
    const struct words *of = audit->words->of;
    return !audit_words_has(scan, span.from, span.to, &of[AUDIT_STRENGTH]) &&
           audit_words_has(scan, span.from, span.to, &of[AUDIT_WEAKNESS]);
}

/* The lowest mean score among an indicator's questions, in hundredths. */
static int64_t lowest_score(const struct audit *audit, const struct scheme_indicator *indicator)
{
    int64_t lowest = INT64_MAX;
    for (size_t q = 0; q < audit->edition->scheme->questions; q++) {
        int64_t score = ratio_round(audit->figures->question[q].mean);
        if (audit->edition->scheme->question[q].indicator == indicator && score < lowest)
            lowest = score;
    }
    return lowest;
}

/* Whether some question of an indicator scores lower than another. */
static bool has_lowest(const struct audit *audit, const struct scheme_indicator *indicator)
{
    int64_t lowest = lowest_score(audit, indicator);
    for (size_t q = 0; q < audit->edition->scheme->questions; q++)
        if (audit->edition->scheme->question[q].indicator == indicator &&
            ratio_round(audit->figures->question[q].mean) > lowest)
            return true;
    return false;
}

/* "o2 50.00, o14 50.00" */
static const char *list_lowest(struct audit *audit, const struct scheme_indicator *indicator)
{
    int64_t lowest = lowest_score(audit, indicator);
    const char *list = "";
    for (size_t q = 0; q < audit->edition->scheme->questions; q++)
        if (audit->edition->scheme->question[q].indicator == indicator &&
            ratio_round(audit->figures->question[q].mean) == lowest)
            list = audit_join(audit, list,
                              arena_printf(audit->arena, "%s %s",
                                           audit->edition->scheme->question[q].id.bytes,
                                           audit_hundredths(audit, lowest)));
    return list;
}

/* What is said of a question: from its mention to the mention of another. */
static struct scan_span said_of(const struct audit *audit, const struct scan *scan,
                                struct scan_span paragraph, const struct scheme_question *question)
{
    struct scan_span span = {find_mention(scan, paragraph, question), paragraph.to};
    for (size_t q = 0; q < audit->edition->scheme->questions && span.from < paragraph.to; q++) {
        struct scan_span rest = {span.from + 1, span.to};
        if (&audit->edition->scheme->question[q] != question)
            span.to = find_mention(scan, rest, &audit->edition->scheme->question[q]);
    }
    return span;
}

static void check_weakness(struct audit *audit, const struct passage *passage,
                           const struct scheme_question *question)
{
    const struct scan *scan = &passage->scan;
    for (size_t p = 0; p < scan->paragraphs; p++) {
        struct scan_span span = said_of(audit, scan, scan->paragraph[p], question);
        if (span.from >= span.to || !speaks_of_weakness(audit, scan, span))
            continue;
        audit_say(audit, MESSAGE_FULL_SCORE_WEAKNESS, scan_place(scan, span.from),
                  question->id.bytes,
                  audit_hundredths(audit, audit->edition->scheme->full_score.hundredths),
                  list_lowest(audit, passage->indicator));
        return;
    }
}

static void check_advice(struct audit *audit, const struct edition_advice *advice)
{
    const struct scheme_question *question = advice->question;
    if (question != NULL && has_full_score(audit, question))
        audit_say(audit, MESSAGE_FULL_SCORE_ADVICE, advice->place, question->id.bytes,
                  audit_hundredths(audit, audit->edition->scheme->full_score.hundredths));
}

void rule_full_score_weakness(struct audit *audit)
{
    const struct edition *edition = audit->edition;
    for (size_t i = 0; i < audit->passages; i++) {
        const struct passage *passage = &audit->passage[i];
        for (size_t q = 0; q < edition->scheme->questions && passage->kind == PASSAGE_ANALYSIS; q++)
            if (edition->scheme->question[q].indicator == passage->indicator &&
                has_full_score(audit, &edition->scheme->question[q]))
                check_weakness(audit, passage, &edition->scheme->question[q]);
    }
    for (size_t g = 0; g < edition->recommendations.groups; g++)
        for (size_t i = 0; i < edition->recommendations.group[g].items; i++)
            check_advice(audit, &edition->recommendations.group[g].item[i]);
}

/* Whether a question is the lowest of its indicator: by its mean, or in one part. */
static bool is_lowest(const struct audit *audit, const struct scheme_question *question)
{
    const struct scheme_indicator *indicator = question->indicator;
    if (ratio_round(audit->figures->question[question->index].mean) ==
        lowest_score(audit, indicator))
        return true;
    for (size_t slot = 0; slot < indicator->instrument->parts; slot++) {
        bool lowest = true;
        for (size_t q = 0; q < audit->edition->scheme->questions; q++)
            if (audit->edition->scheme->question[q].indicator == indicator &&
                audit->edition->question[q].score[slot].hundredths <
                    audit->edition->question[question->index].score[slot].hundredths)
                lowest = false;
        if (lowest)
            return true;
    }
    return false;
}

static bool mentions_lowest(struct audit *audit, const struct passage *passage)
{
    for (size_t q = 0; q < audit->edition->scheme->questions; q++) {
        const struct scheme_question *question = &audit->edition->scheme->question[q];
        if (question->indicator == passage->indicator && is_lowest(audit, question) &&
            is_mentioned(audit, &passage->scan, question))
            return true;
    }
    return false;
}

void rule_lowest_unmentioned(struct audit *audit)
{
    for (size_t i = 0; i < audit->passages; i++) {
        const struct passage *passage = &audit->passage[i];
        if (passage->kind == PASSAGE_ANALYSIS && has_lowest(audit, passage->indicator) &&
            !mentions_lowest(audit, passage))
            audit_say(audit, MESSAGE_LOWEST_UNMENTIONED, passage->text->place,
                      list_lowest(audit, passage->indicator));
    }
}
