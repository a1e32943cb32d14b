/* A comparison as JSON: docs/compare.md lists its keys. Scores are texts of two decimals, as in every output. */
#include "base/json.h"
#include "base/decimal.h"
#include "compare/compare.h"

struct writer {
    struct arena *arena;
    struct json json;
};

static const char *const FATE[] = {[COMPARE_KEPT] = "kept",
                                   [COMPARE_RENAMED] = "renamed",
                                   [COMPARE_ADDED] = "added",
                                   [COMPARE_DROPPED] = "dropped"};

static void add_text(struct writer *writer, const char *key, const struct text *text)
{
    if (text != NULL && text->bytes != NULL)
        json_string(&writer->json, key, text->bytes);
}

static void add_edition(struct writer *writer, const char *key, const struct figures *figures)
{
    const struct edition *edition = figures->edition;
    json_open(&writer->json, key, '{');
    json_string(&writer->json, "folder", edition->folder);
    add_text(writer, "agency", &edition->profile.agency.name);
    json_whole(&writer->json, "fiscal_year", edition->profile.fiscal_year.value);
    add_text(writer, "level", compare_level(figures));
    add_text(writer, "letter", compare_letter(figures));
    json_close(&writer->json, '}');
}

/* ---- figures ---- */

static void add_side(struct writer *writer, const char *key, const struct compare_side *side)
{
    if (!side->present)
        return;
    json_open(&writer->json, key, '{');
    json_string(&writer->json, "name", side->name);
    json_string(&writer->json, "score", decimal_two(writer->arena, side->hundredths));
    json_bool(&writer->json, "announced", side->announced);
    json_string(&writer->json, "computed", decimal_two(writer->arena, side->computed));
    if (side->rank > 0)
        json_whole(&writer->json, "rank", (int64_t)side->rank);
    json_place(&writer->json, "place", side->place);
    json_close(&writer->json, '}');
}

static void add_score(struct writer *writer, const struct compare_score *score)
{
    static const char *const kind[] = {[COMPARE_OVERALL] = "overall",
                                       [COMPARE_INSTRUMENT] = "instrument",
                                       [COMPARE_PART] = "part",
                                       [COMPARE_INDICATOR] = "indicator",
                                       [COMPARE_INDICATOR_PART] = "indicator-part",
                                       [COMPARE_QUESTION] = "question",
                                       [COMPARE_QUESTION_PART] = "question-part"};
    json_open(&writer->json, NULL, '{');
    json_string(&writer->json, "kind", kind[score->kind]);
    add_text(writer, "title", score->title);
    if (score->part != NULL)
        json_string(&writer->json, "part", score->part);
    add_side(writer, "before", &score->before);
    add_side(writer, "after", &score->after);
    if (score->before.present && score->after.present)
        json_string(&writer->json, "change",
                    decimal_two(writer->arena, score->after.hundredths - score->before.hundredths));
    json_close(&writer->json, '}');
}

/* ---- questions, measures, texts ---- */

static void add_scheme_question(struct writer *writer, const char *key,
                                const struct scheme_question *question)
{
    if (question == NULL)
        return;
    json_open(&writer->json, key, '{');
    add_text(writer, "id", &question->id);
    json_whole(&writer->json, "indicator", question->indicator->number.value);
    add_text(writer, "text", &question->text);
    json_close(&writer->json, '}');
}

static void add_question(struct writer *writer, const struct compare_question *question)
{
    json_open(&writer->json, NULL, '{');
    json_string(&writer->json, "fate", FATE[question->fate]);
    json_bool(&writer->json, "moved", question->moved);
    add_scheme_question(writer, "before", question->before);
    add_scheme_question(writer, "after", question->after);
    json_close(&writer->json, '}');
}

static void add_planned(struct writer *writer, const char *key, const struct edition_issue *issue,
                        const struct edition_measure *measure)
{
    if (measure == NULL)
        return;
    json_open(&writer->json, key, '{');
    json_whole(&writer->json, "issue", issue->number.value);
    add_text(writer, "name", &measure->name);
    json_whole(&writer->json, "steps", (int64_t)measure->steps.count);
    json_place(&writer->json, "place", measure->place);
    json_close(&writer->json, '}');
}

static void add_measure(struct writer *writer, const struct compare_measure *measure)
{
    json_open(&writer->json, NULL, '{');
    json_string(&writer->json, "fate", FATE[measure->fate]);
    add_planned(writer, "before", measure->issue_before, measure->before);
    add_planned(writer, "after", measure->issue_after, measure->after);
    if (measure->before != NULL && measure->after != NULL) {
        json_whole(&writer->json, "steps_kept", (int64_t)measure->steps_kept);
        json_bool(&writer->json, "same_period", measure->same_period);
        json_bool(&writer->json, "same_owners", measure->same_owners);
    }
    json_close(&writer->json, '}');
}

static void add_kept_text(struct writer *writer, const struct compare_text *text)
{
    json_open(&writer->json, NULL, '{');
    json_string(&writer->json, "text", text->words);
    json_place(&writer->json, "before", text->before);
    json_place(&writer->json, "after", text->after);
    json_close(&writer->json, '}');
}

void compare_print_json(const struct comparison *comparison, struct buffer *out)
{
    struct writer writer = {.arena = arena_new(), .json = {.out = out}};
    struct json *json = &writer.json;
    json_open(json, NULL, '{');
    add_edition(&writer, "before", comparison->before);
    add_edition(&writer, "after", comparison->after);
    json_bool(json, "same_agency", comparison->same_agency);
    json_bool(json, "same_year", comparison->same_year);
    json_bool(json, "same_scheme", comparison->same_scheme);
    json_open(json, "scores", '[');
    for (size_t i = 0; i < comparison->scores; i++)
        add_score(&writer, &comparison->score[i]);
    json_close(json, ']');
    json_open(json, "questions", '[');
    for (size_t i = 0; i < comparison->questions; i++)
        add_question(&writer, &comparison->question[i]);
    json_close(json, ']');
    json_open(json, "measures", '[');
    for (size_t i = 0; i < comparison->measures; i++)
        add_measure(&writer, &comparison->measure[i]);
    json_close(json, ']');
    json_open(json, "texts", '[');
    for (size_t i = 0; i < comparison->texts; i++)
        add_kept_text(&writer, &comparison->text[i]);
    json_close(json, ']');
    json_close(json, '}');
    buffer_add_string(out, "\n");
    arena_free(writer.arena);
}
