/*
 * Rules about numbers and questions in prose: a score typed by hand, a full score called a
 * weakness, a lowest score passed over. A question is mentioned by placeholder (question.i2.label)
 * or by its id as typed (i๒).
 */
#include <string.h>

#include "audit/rule.h"
#include "base/utf8.h"

enum { QUOTED_LETTERS = 40 };

/* ---- typed scores ---- */

static bool is_figure(const struct figure *figure, int64_t value)
{
    return ratio_round(figure->computed) == value || ratio_round(figure->printed) == value ||
           (figure->is_announced && ratio_round(figure->announced) == value);
}

static bool is_question_score(const struct edition_question *of, int64_t value)
{
    size_t slots = scheme_slots(of->question->indicator->instrument);
    for (size_t slot = 0; slot < slots; slot++)
        if (of->score[slot].hundredths == value)
            return true;
    return false;
}

/* Whether a value is a figure of an indicator: its score, its parts, its questions. */
static bool is_of_indicator(const struct audit *audit, const struct figures_indicator *of,
                            int64_t value)
{
    const struct scheme_indicator *indicator = of->indicator;
    if (is_figure(&of->score, value))
        return true;
    for (size_t p = 0; p < indicator->instrument->parts; p++)
        if (is_figure(&of->part[p], value))
            return true;
    for (size_t s = 0; s < indicator->subindicators; s++)
        if (is_figure(&audit->figures->subindicator[indicator->subindicator[s].index].score, value))
            return true;
    for (size_t q = 0; q < audit->edition->scheme->questions; q++)
        if (audit->edition->scheme->question[q].indicator == indicator &&
            (is_question_score(&audit->edition->question[q], value) ||
             ratio_round(audit->figures->question[q].mean) == value))
            return true;
    return false;
}

/* Whether a value is a figure of the whole: overall, instruments, target, thresholds. */
static bool is_of_whole(const struct audit *audit, int64_t value)
{
    const struct scheme *framework = audit->edition->scheme;
    if (is_figure(&audit->figures->overall, value) || value == framework->full_score.hundredths ||
        (framework->target.present && value == framework->target.hundredths))
        return true;
    for (size_t i = 0; i < framework->instruments; i++)
        if (is_figure(&audit->figures->instrument[i].score, value))
            return true;
    for (size_t i = 0; i < framework->parts; i++)
        if (is_figure(&audit->figures->part[i].score, value))
            return true;
    for (size_t i = 0; i < framework->levels.letters; i++)
        if (framework->levels.letter[i].from.hundredths == value)
            return true;
    for (size_t i = 0; i < framework->levels.outcomes; i++)
        if (framework->levels.outcome[i].overall_from.hundredths == value)
            return true;
    return false;
}

static bool belongs_to_subject(const struct audit *audit, const struct prose *prose, int64_t value)
{
    if (is_of_whole(audit, value))
        return true;
    for (size_t i = 0; i < audit->edition->scheme->indicators; i++) {
        const struct figures_indicator *of = &audit->figures->indicator[i];
        if ((prose->indicator == NULL || prose->indicator == of->indicator) &&
            is_of_indicator(audit, of, value))
            return true;
    }
    return false;
}

static bool is_followed_by(const struct scan *scan, size_t at, const struct words *words)
{
    while (scan->letter[at].class == SCAN_SPACE)
        at++;
    return audit_words_begin(scan, at, words);
}

/* Two decimals and no money, no time of day; or any number of points. */
static bool looks_like_score(const struct audit *audit, const struct scan *scan,
                             const struct scan_number *number)
{
    if (number->in_latin || number->decimals < 0 ||
        number->hundredths > audit->edition->scheme->full_score.hundredths)
        return false;
    if (is_followed_by(scan, number->to, &audit->words->of[AUDIT_POINTS]))
        return true;
    return number->decimals == 2 &&
           !is_followed_by(scan, number->to, &audit->words->of[AUDIT_UNIT]);
}

/* The questions and indicators that do have this score: "i4, ตัวชี้วัดที่ 2". */
static void remark_owner(struct audit *audit, int64_t value)
{
    const char *list = "";
    for (size_t q = 0; q < audit->edition->scheme->questions; q++)
        if (is_question_score(&audit->edition->question[q], value))
            list = audit_join(audit, list, audit->edition->scheme->question[q].id.bytes);
    if (*list != '\0')
        audit_remark(audit, MESSAGE_REMARK_SCORE_OF, audit_hundredths(audit, value), list);
}

void rule_typed_score(struct audit *audit)
{
    for (size_t i = 0; i < audit->proses; i++) {
        const struct prose *prose = &audit->prose[i];
        const struct scan *scan = &prose->scan;
        for (size_t n = 0; n < scan->numbers; n++) {
            const struct scan_number *number = &scan->number[n];
            if (!looks_like_score(audit, scan, number) ||
                belongs_to_subject(audit, prose, number->hundredths))
                continue;
            audit_say(audit, MESSAGE_TYPED_SCORE, scan_place(scan, number->from),
                      scan_copy(audit->arena, scan, number->from, number->to));
            remark_owner(audit, number->hundredths);
        }
    }
}

/* ---- questions mentioned ---- */

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
            c = c - 0x0E50 + '0';
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

static void check_weakness(struct audit *audit, const struct prose *prose,
                           const struct scheme_question *question)
{
    const struct scan *scan = &prose->scan;
    for (size_t p = 0; p < scan->paragraphs; p++) {
        struct scan_span span = said_of(audit, scan, scan->paragraph[p], question);
        if (span.from >= span.to || !speaks_of_weakness(audit, scan, span))
            continue;
        audit_say(audit, MESSAGE_FULL_SCORE_WEAKNESS, scan_place(scan, span.from),
                  question->id.bytes,
                  audit_hundredths(audit, audit->edition->scheme->full_score.hundredths),
                  list_lowest(audit, prose->indicator));
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
    for (size_t i = 0; i < audit->proses; i++) {
        const struct prose *prose = &audit->prose[i];
        for (size_t q = 0; q < edition->scheme->questions && prose->kind == PROSE_ANALYSIS; q++)
            if (edition->scheme->question[q].indicator == prose->indicator &&
                has_full_score(audit, &edition->scheme->question[q]))
                check_weakness(audit, prose, &edition->scheme->question[q]);
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

static bool mentions_lowest(struct audit *audit, const struct prose *prose)
{
    for (size_t q = 0; q < audit->edition->scheme->questions; q++) {
        const struct scheme_question *question = &audit->edition->scheme->question[q];
        if (question->indicator == prose->indicator && is_lowest(audit, question) &&
            is_mentioned(audit, &prose->scan, question))
            return true;
    }
    return false;
}

void rule_lowest_unmentioned(struct audit *audit)
{
    for (size_t i = 0; i < audit->proses; i++) {
        const struct prose *prose = &audit->prose[i];
        if (prose->kind == PROSE_ANALYSIS && has_lowest(audit, prose->indicator) &&
            !mentions_lowest(audit, prose))
            audit_say(audit, MESSAGE_LOWEST_UNMENTIONED, prose->text->place,
                      list_lowest(audit, prose->indicator));
    }
}
