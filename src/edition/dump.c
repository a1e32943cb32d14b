/*
 * dump.c - the edition as text: one fact a line, name first, its place last.
 *
 * Names follow the placeholders of the prose (indicator.6.public), so that a dump answers "what
 * would this placeholder see".
 */
#include "scheme/dump.h"
#include "edition/edition.h"
#include "yaml/record_dump.h"

static void dump_evidence(struct buffer *out, const struct edition_evidence *evidence,
                          size_t number)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "evidence.%zu", number);
    buffer_printf(out, "%s.question = %s", prefix.bytes,
                  evidence->question ? evidence->question->id.bytes : "?");
    record_dump_place(out, evidence->place);
    record_dump_text(out, prefix.bytes, "title", &evidence->title);
    record_dump_text(out, prefix.bytes, "url", &evidence->url);
    buffer_free(&prefix);
}

static void dump_profile(struct buffer *out, const struct edition_profile *edition)
{
    record_dump_text(out, "edition", "framework", &edition->framework);
    record_dump_text(out, "edition", "layout", &edition->layout);
    record_dump_whole(out, "edition", "fiscal_year", &edition->fiscal_year);
    record_dump_whole(out, "edition", "plan_year", &edition->plan_year);
    record_dump_day(out, "edition", "date", &edition->date);
    record_dump_text(out, "edition", "language", &edition->language);
    record_dump_text(out, "agency", "name", &edition->agency.name);
    record_dump_text(out, "agency", "short_name", &edition->agency.short_name);
    if (edition->agency.kind.bytes != NULL)
        record_dump_text(out, "agency", "kind", &edition->agency.kind);
    if (edition->emblem.bytes != NULL)
        record_dump_text(out, "edition", "emblem", &edition->emblem);
    record_dump_texts(out, "", "cover", &edition->cover);
    record_dump_texts(out, "", "title", &edition->title);
    record_dump_text(out, "", "foreword", &edition->foreword);
    record_dump_text(out, "signature", "name", &edition->signature.name);
    record_dump_text(out, "signature", "position", &edition->signature.position);
    record_dump_day(out, "signature", "date", &edition->signature.date);
    record_dump_texts(out, "", "terms", &edition->terms);
    for (size_t i = 0; i < edition->evidences; i++)
        dump_evidence(out, &edition->evidence[i], i + 1);
    for (size_t i = 0; i < edition->acknowledgements; i++) {
        const struct edition_acknowledgement *item = &edition->acknowledgement[i];
        record_dump_text(out, "acknowledge", "rule", &item->rule);
        record_dump_texts(out, "acknowledge", "place", &item->place_keys);
        record_dump_texts(out, "acknowledge", "content", &item->contents);
        if (item->year.present)
            record_dump_whole(out, "acknowledge", "year", &item->year);
        record_dump_text(out, "acknowledge", "reason", &item->reason);
    }
}

/* ---- the things of the scheme: what it says of each, then what the edition does ---- */

static void dump_part(struct buffer *out, const struct edition_part *of)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "part.%s", of->part->id.bytes);
    scheme_dump_part(of->part, out);
    record_dump_whole(out, prefix.bytes, "respondents", &of->respondents);
    record_dump_decimal(out, prefix.bytes, "published", &of->published);
    record_dump_decimal(out, prefix.bytes, "published_total", &of->published_total);
    buffer_free(&prefix);
}

static void dump_instrument(struct buffer *out, const struct edition *edition, size_t index)
{
    const struct edition_instrument *of = &edition->instrument[index];
    const struct scheme_instrument *instrument = of->instrument;
    struct buffer prefix = {0};
    buffer_printf(&prefix, "instrument.%s", instrument->id.bytes);
    scheme_dump_instrument(instrument, out);
    record_dump_whole(out, prefix.bytes, "respondents", &of->respondents);
    record_dump_decimal(out, prefix.bytes, "published", &of->published);
    record_dump_decimal(out, prefix.bytes, "published_total", &of->published_total);
    for (size_t p = 0; p < instrument->parts; p++)
        dump_part(out, &edition->part[instrument->part[p].index]);
    buffer_free(&prefix);
}

static void dump_subindicator(struct buffer *out, const struct edition_subindicator *of)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "subindicator.%s", of->subindicator->number.bytes);
    scheme_dump_subindicator(of->subindicator, out);
    record_dump_decimal(out, prefix.bytes, "published", &of->published);
    buffer_free(&prefix);
}

static void dump_indicator(struct buffer *out, const struct edition *edition, size_t index)
{
    const struct edition_indicator *of = &edition->indicator[index];
    const struct scheme_indicator *indicator = of->indicator;
    const struct scheme_instrument *instrument = indicator->instrument;
    struct buffer prefix = {0}, published = {0};
    buffer_printf(&prefix, "indicator.%lld", (long long)indicator->number.value);
    buffer_printf(&published, "%s.published", prefix.bytes);
    scheme_dump_indicator(indicator, out);
    record_dump_decimal(out, prefix.bytes, "published", &of->published);
    for (size_t p = 0; p < instrument->parts; p++)
        record_dump_decimal(out, published.bytes, instrument->part[p].id.bytes,
                            &of->published_part[p]);
    record_dump_whole(out, prefix.bytes, "stated_rank", &of->stated_rank);
    record_dump_text(out, prefix.bytes, "analysis", &of->analysis);
    for (size_t s = 0; s < indicator->subindicators; s++)
        dump_subindicator(out, &edition->subindicator[indicator->subindicator[s].index]);
    buffer_free(&prefix);
    buffer_free(&published);
}

static void dump_question(struct buffer *out, const struct edition_question *of)
{
    const struct scheme_instrument *instrument = of->question->indicator->instrument;
    struct buffer prefix = {0};
    buffer_printf(&prefix, "question.%s", of->question->id.bytes);
    scheme_dump_question(of->question, out);
    if (instrument->parts == 0)
        record_dump_decimal(out, prefix.bytes, "score", &of->score[0]);
    for (size_t p = 0; p < instrument->parts; p++)
        record_dump_decimal(out, prefix.bytes, instrument->part[p].id.bytes, &of->score[p]);
    record_dump_text(out, prefix.bytes, "guideline", &of->guideline);
    buffer_free(&prefix);
}

static void dump_things(struct buffer *out, const struct edition *edition)
{
    const struct scheme *scheme = edition->scheme;
    scheme_dump_whole(scheme, out);
    for (size_t i = 0; i < scheme->instruments; i++)
        dump_instrument(out, edition, i);
    for (size_t i = 0; i < scheme->indicators; i++)
        dump_indicator(out, edition, i);
    for (size_t i = 0; i < scheme->questions; i++)
        dump_question(out, &edition->question[i]);
}

static void dump_published(struct buffer *out, const struct edition_published *published)
{
    record_dump_decimal(out, "published", "overall", &published->overall);
    record_dump_text(out, "published", "letter", &published->letter);
    record_dump_text(out, "published", "level", &published->level);
    record_dump_decimal(out, "published", "highest", &published->highest);
    record_dump_decimal(out, "published", "lowest", &published->lowest);
}

static void dump_advice_group(struct buffer *out, const struct edition_advice_group *group)
{
    struct buffer prefix = {0};
    const char *id = group->instrument ? group->instrument->id.bytes : "?";
    buffer_printf(&prefix, "recommendations.%s", id);
    record_dump_text(out, prefix.bytes, "introduction", &group->introduction);
    for (size_t i = 0; i < group->items; i++) {
        const struct edition_advice *item = &group->item[i];
        buffer_clear(&prefix);
        buffer_printf(&prefix, "recommendations.%s.%zu", id, i + 1);
        buffer_printf(out, "%s.question = %s", prefix.bytes,
                      item->question ? item->question->id.bytes : "?");
        if (item->part)
            buffer_printf(out, " %s", item->part->id.bytes);
        record_dump_place(out, item->place);
        record_dump_text(out, prefix.bytes, "text", &item->text);
    }
    buffer_free(&prefix);
}

static void dump_recommendations(struct buffer *out,
                                 const struct edition_recommendations *recommendations)
{
    record_dump_text(out, "recommendations", "introduction", &recommendations->introduction);
    for (size_t i = 0; i < recommendations->groups; i++)
        dump_advice_group(out, &recommendations->group[i]);
    record_dump_texts(out, "recommendations", "survey", &recommendations->survey);
}

static void dump_issue(struct buffer *out, const struct edition_issue *issue)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "issue.%lld", (long long)issue->number.value);
    record_dump_text(out, prefix.bytes, "name", &issue->name);
    record_dump_text(out, prefix.bytes, "focus", &issue->focus);
    for (size_t i = 0; i < issue->measures; i++) {
        const struct edition_measure *measure = &issue->measure[i];
        buffer_clear(&prefix);
        buffer_printf(&prefix, "issue.%lld.measure.%zu", (long long)issue->number.value, i + 1);
        record_dump_text(out, prefix.bytes, "name", &measure->name);
        record_dump_texts(out, prefix.bytes, "steps", &measure->steps);
        record_dump_day(out, prefix.bytes, "from", &measure->period.from);
        record_dump_day(out, prefix.bytes, "to", &measure->period.to);
        record_dump_texts(out, prefix.bytes, "owners", &measure->owners);
    }
    buffer_free(&prefix);
}

void edition_dump(const struct edition *edition, struct buffer *out)
{
    dump_profile(out, &edition->profile);
    dump_things(out, edition);
    dump_published(out, &edition->published);
    dump_recommendations(out, &edition->recommendations);
    record_dump_text(out, "", "summary", &edition->summary);
    if (edition->default_guideline.bytes != NULL)
        record_dump_text(out, "", "default_guideline", &edition->default_guideline);
    for (size_t i = 0; i < edition->issues; i++)
        dump_issue(out, &edition->issue[i]);
}
