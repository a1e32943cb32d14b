/*
 * dump.c - the edition as text: one fact a line, name first, its place last.
 *
 * Names follow the placeholders of the prose (indicator.6.public), so that a dump answers "what
 * would this placeholder see". Long texts are on one line, with \n for line ends.
 */
#include "base/decimal.h"
#include "base/escape.h"
#include "edition/edition.h"
#include "source/file.h"

static void dump_place(struct buffer *out, struct place place)
{
    if (place.source)
        buffer_printf(out, "  (%s:%u)", file_name(place.source->path), place.line);
    buffer_add_char(out, '\n');
}

/* prefix.name */
static void dump_name(struct buffer *out, const char *prefix, const char *name)
{
    buffer_printf(out, "%s%s%s = ", prefix, *prefix && *name ? "." : "", name);
}

static void dump_text(struct buffer *out, const char *prefix, const char *name,
                      const struct text *text)
{
    if (!text->bytes)
        return;
    dump_name(out, prefix, name);
    escape_quoted(out, text->bytes);
    dump_place(out, text->place);
}

static void dump_texts(struct buffer *out, const char *prefix, const char *name,
                       const struct texts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        buffer_printf(out, "%s%s%s.%zu = ", prefix, *prefix ? "." : "", name, i + 1);
        escape_quoted(out, texts->item[i].bytes);
        dump_place(out, texts->item[i].place);
    }
}

static void dump_whole(struct buffer *out, const char *prefix, const char *name,
                       const struct whole *whole)
{
    if (!whole->present)
        return;
    dump_name(out, prefix, name);
    buffer_printf(out, "%lld", (long long)whole->value);
    dump_place(out, whole->place);
}

static void dump_decimal(struct buffer *out, const char *prefix, const char *name,
                         const struct decimal *decimal)
{
    if (!decimal->present)
        return;
    dump_name(out, prefix, name);
    decimal_add_two(out, decimal->hundredths);
    dump_place(out, decimal->place);
}

static void dump_day(struct buffer *out, const char *prefix, const char *name,
                     const struct day *day)
{
    if (!day->present)
        return;
    dump_name(out, prefix, name);
    buffer_printf(out, "%04d-%02d-%02d", day->date.year, day->date.month, day->date.day);
    dump_place(out, day->place);
}

static void dump_evidence(struct buffer *out, const struct edition_evidence *evidence,
                          size_t number)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "evidence.%zu", number);
    buffer_printf(out, "%s.question = %s", prefix.bytes,
                  evidence->question ? evidence->question->id.bytes : "?");
    dump_place(out, evidence->place);
    dump_text(out, prefix.bytes, "title", &evidence->title);
    dump_text(out, prefix.bytes, "url", &evidence->url);
    buffer_free(&prefix);
}

static void dump_edition(struct buffer *out, const struct edition_profile *edition)
{
    dump_text(out, "edition", "framework", &edition->framework);
    dump_text(out, "edition", "layout", &edition->layout);
    dump_whole(out, "edition", "fiscal_year", &edition->fiscal_year);
    dump_whole(out, "edition", "plan_year", &edition->plan_year);
    dump_day(out, "edition", "date", &edition->date);
    dump_text(out, "edition", "language", &edition->language);
    dump_text(out, "agency", "name", &edition->agency.name);
    dump_text(out, "agency", "short_name", &edition->agency.short_name);
    if (edition->agency.kind.bytes != NULL)
        dump_text(out, "agency", "kind", &edition->agency.kind);
    if (edition->emblem.bytes != NULL)
        dump_text(out, "edition", "emblem", &edition->emblem);
    dump_texts(out, "", "cover", &edition->cover);
    dump_texts(out, "", "title", &edition->title);
    dump_text(out, "", "foreword", &edition->foreword);
    dump_text(out, "signature", "name", &edition->signature.name);
    dump_text(out, "signature", "position", &edition->signature.position);
    dump_day(out, "signature", "date", &edition->signature.date);
    dump_texts(out, "", "terms", &edition->terms);
    for (size_t i = 0; i < edition->evidences; i++)
        dump_evidence(out, &edition->evidence[i], i + 1);
    for (size_t i = 0; i < edition->acknowledgements; i++) {
        const struct edition_acknowledgement *item = &edition->acknowledgement[i];
        dump_text(out, "acknowledge", "rule", &item->rule);
        dump_texts(out, "acknowledge", "place", &item->place_keys);
        dump_text(out, "acknowledge", "reason", &item->reason);
    }
}

static void dump_levels(struct buffer *out, const struct scheme_levels *levels)
{
    struct buffer prefix = {0};
    for (size_t i = 0; i < levels->letters; i++) {
        buffer_clear(&prefix);
        buffer_printf(&prefix, "letter.%zu", i + 1);
        dump_text(out, prefix.bytes, "name", &levels->letter[i].name);
        dump_decimal(out, prefix.bytes, "from", &levels->letter[i].from);
        dump_decimal(out, prefix.bytes, "to", &levels->letter[i].to);
    }
    for (size_t i = 0; i < levels->outcomes; i++) {
        buffer_clear(&prefix);
        buffer_printf(&prefix, "outcome.%zu", i + 1);
        dump_text(out, prefix.bytes, "name", &levels->outcome[i].name);
        dump_decimal(out, prefix.bytes, "overall_from", &levels->outcome[i].overall_from);
        dump_decimal(out, prefix.bytes, "each_from", &levels->outcome[i].each_from);
    }
    buffer_printf(out, "levels.parts_tested_apart = %s\n",
                  levels->parts_tested_apart ? "yes" : "no");
    buffer_free(&prefix);
}

static void dump_part(struct buffer *out, const struct edition_part *of)
{
    const struct scheme_part *part = of->part;
    struct buffer prefix = {0};
    buffer_printf(&prefix, "part.%s", part->id.bytes);
    buffer_printf(out, "%s.instrument = %s", prefix.bytes, part->instrument->id.bytes);
    dump_place(out, part->place);
    dump_text(out, prefix.bytes, "name", &part->name);
    dump_text(out, prefix.bytes, "english", &part->english);
    dump_text(out, prefix.bytes, "about", &part->about);
    dump_decimal(out, prefix.bytes, "weight", &part->weight);
    dump_whole(out, prefix.bytes, "respondents", &of->respondents);
    dump_decimal(out, prefix.bytes, "published", &of->published);
    dump_decimal(out, prefix.bytes, "published_total", &of->published_total);
    buffer_free(&prefix);
}

static void dump_instrument(struct buffer *out, const struct edition *edition, size_t index)
{
    const struct edition_instrument *of = &edition->instrument[index];
    const struct scheme_instrument *instrument = of->instrument;
    struct buffer prefix = {0};
    buffer_printf(&prefix, "instrument.%s", instrument->id.bytes);
    dump_text(out, prefix.bytes, "name", &instrument->name);
    dump_text(out, prefix.bytes, "english", &instrument->english);
    dump_decimal(out, prefix.bytes, "weight", &instrument->weight);
    dump_whole(out, prefix.bytes, "stated_questions", &instrument->stated_questions);
    dump_whole(out, prefix.bytes, "respondents", &of->respondents);
    dump_decimal(out, prefix.bytes, "published", &of->published);
    dump_decimal(out, prefix.bytes, "published_total", &of->published_total);
    for (size_t p = 0; p < instrument->parts; p++)
        dump_part(out, &edition->part[instrument->part[p].index]);
    buffer_free(&prefix);
}

static void dump_subindicator(struct buffer *out, const struct edition_subindicator *of)
{
    const struct scheme_subindicator *subindicator = of->subindicator;
    struct buffer prefix = {0};
    buffer_printf(&prefix, "subindicator.%s", subindicator->number.bytes);
    dump_text(out, prefix.bytes, "name", &subindicator->name);
    dump_texts(out, prefix.bytes, "topics", &subindicator->topics);
    dump_whole(out, prefix.bytes, "stated_questions", &subindicator->stated_questions);
    dump_decimal(out, prefix.bytes, "published", &of->published);
    buffer_free(&prefix);
}

static void dump_indicator(struct buffer *out, const struct edition *edition, size_t index)
{
    const struct edition_indicator *of = &edition->indicator[index];
    const struct scheme_indicator *indicator = of->indicator;
    const struct scheme_instrument *instrument = indicator->instrument;
    struct buffer prefix = {0};
    buffer_printf(&prefix, "indicator.%lld", (long long)indicator->number.value);
    buffer_printf(out, "%s.instrument = %s", prefix.bytes, instrument->id.bytes);
    dump_place(out, indicator->place);
    dump_text(out, prefix.bytes, "name", &indicator->name);
    dump_whole(out, prefix.bytes, "stated_questions", &indicator->stated_questions);
    dump_decimal(out, prefix.bytes, "published", &of->published);
    buffer_add_string(&prefix, ".published");
    for (size_t p = 0; p < instrument->parts; p++)
        dump_decimal(out, prefix.bytes, instrument->part[p].id.bytes, &of->published_part[p]);
    buffer_clear(&prefix);
    buffer_printf(&prefix, "indicator.%lld", (long long)indicator->number.value);
    dump_whole(out, prefix.bytes, "stated_rank", &of->stated_rank);
    dump_text(out, prefix.bytes, "analysis", &of->analysis);
    for (size_t s = 0; s < indicator->subindicators; s++)
        dump_subindicator(out, &edition->subindicator[indicator->subindicator[s].index]);
    buffer_free(&prefix);
}

static void dump_question(struct buffer *out, const struct edition_question *of)
{
    const struct scheme_question *question = of->question;
    const struct scheme_instrument *instrument = question->indicator->instrument;
    struct buffer prefix = {0};
    buffer_printf(&prefix, "question.%s", question->id.bytes);
    buffer_printf(out, "%s.indicator = %lld", prefix.bytes,
                  (long long)question->indicator->number.value);
    if (question->subindicator)
        buffer_printf(out, " %s", question->subindicator->number.bytes);
    dump_place(out, question->place);
    dump_text(out, prefix.bytes, "text", &question->text);
    if (instrument->parts == 0)
        dump_decimal(out, prefix.bytes, "score", &of->score[0]);
    for (size_t p = 0; p < instrument->parts; p++)
        dump_decimal(out, prefix.bytes, instrument->part[p].id.bytes, &of->score[p]);
    dump_text(out, prefix.bytes, "guideline", &of->guideline);
    buffer_free(&prefix);
}

static void dump_scheme(struct buffer *out, const struct edition *edition)
{
    const struct scheme *scheme = edition->scheme;
    dump_whole(out, "framework", "fiscal_year", &scheme->fiscal_year);
    dump_decimal(out, "framework", "full_score", &scheme->full_score);
    dump_whole(out, "framework", "scale", &scheme->scale);
    dump_decimal(out, "framework", "target", &scheme->target);
    dump_whole(out, "framework", "stated_issues", &scheme->stated_issues);
    dump_levels(out, &scheme->levels);
    for (size_t i = 0; i < scheme->instruments; i++)
        dump_instrument(out, edition, i);
    for (size_t i = 0; i < scheme->indicators; i++)
        dump_indicator(out, edition, i);
    for (size_t i = 0; i < scheme->questions; i++)
        dump_question(out, &edition->question[i]);
}

static void dump_published(struct buffer *out, const struct edition_published *published)
{
    dump_decimal(out, "published", "overall", &published->overall);
    dump_text(out, "published", "letter", &published->letter);
    dump_text(out, "published", "level", &published->level);
    dump_decimal(out, "published", "highest", &published->highest);
    dump_decimal(out, "published", "lowest", &published->lowest);
}

static void dump_advice_group(struct buffer *out, const struct edition_advice_group *group)
{
    struct buffer prefix = {0};
    const char *id = group->instrument ? group->instrument->id.bytes : "?";
    buffer_printf(&prefix, "recommendations.%s", id);
    dump_text(out, prefix.bytes, "introduction", &group->introduction);
    for (size_t i = 0; i < group->items; i++) {
        const struct edition_advice *item = &group->item[i];
        buffer_clear(&prefix);
        buffer_printf(&prefix, "recommendations.%s.%zu", id, i + 1);
        buffer_printf(out, "%s.question = %s", prefix.bytes,
                      item->question ? item->question->id.bytes : "?");
        if (item->part)
            buffer_printf(out, " %s", item->part->id.bytes);
        dump_place(out, item->place);
        dump_text(out, prefix.bytes, "text", &item->text);
    }
    buffer_free(&prefix);
}

static void dump_recommendations(struct buffer *out,
                                 const struct edition_recommendations *recommendations)
{
    dump_text(out, "recommendations", "introduction", &recommendations->introduction);
    for (size_t i = 0; i < recommendations->groups; i++)
        dump_advice_group(out, &recommendations->group[i]);
    dump_texts(out, "recommendations", "survey", &recommendations->survey);
}

static void dump_issue(struct buffer *out, const struct edition_issue *issue)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "issue.%lld", (long long)issue->number.value);
    dump_text(out, prefix.bytes, "name", &issue->name);
    dump_text(out, prefix.bytes, "focus", &issue->focus);
    for (size_t i = 0; i < issue->measures; i++) {
        const struct edition_measure *measure = &issue->measure[i];
        buffer_clear(&prefix);
        buffer_printf(&prefix, "issue.%lld.measure.%zu", (long long)issue->number.value, i + 1);
        dump_text(out, prefix.bytes, "name", &measure->name);
        dump_texts(out, prefix.bytes, "steps", &measure->steps);
        dump_day(out, prefix.bytes, "from", &measure->period.from);
        dump_day(out, prefix.bytes, "to", &measure->period.to);
        dump_texts(out, prefix.bytes, "owners", &measure->owners);
    }
    buffer_free(&prefix);
}

void edition_dump(const struct edition *edition, struct buffer *out)
{
    dump_edition(out, &edition->profile);
    dump_scheme(out, edition);
    dump_published(out, &edition->published);
    dump_recommendations(out, &edition->recommendations);
    dump_text(out, "", "summary", &edition->summary);
    for (size_t i = 0; i < edition->issues; i++)
        dump_issue(out, &edition->issue[i]);
}
