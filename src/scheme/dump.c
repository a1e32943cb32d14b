#include "scheme/dump.h"

#include "yaml/record_dump.h"

static void dump_levels(struct buffer *out, const struct scheme_levels *levels)
{
    struct buffer prefix = {0};
    for (size_t i = 0; i < levels->letters; i++) {
        buffer_clear(&prefix);
        buffer_printf(&prefix, "letter.%zu", i + 1);
        record_dump_text(out, prefix.bytes, "name", &levels->letter[i].name);
        record_dump_decimal(out, prefix.bytes, "from", &levels->letter[i].from);
        record_dump_decimal(out, prefix.bytes, "to", &levels->letter[i].to);
    }
    for (size_t i = 0; i < levels->outcomes; i++) {
        buffer_clear(&prefix);
        buffer_printf(&prefix, "outcome.%zu", i + 1);
        record_dump_text(out, prefix.bytes, "name", &levels->outcome[i].name);
        record_dump_decimal(out, prefix.bytes, "overall_from", &levels->outcome[i].overall_from);
        record_dump_decimal(out, prefix.bytes, "each_from", &levels->outcome[i].each_from);
    }
    buffer_printf(out, "levels.parts_tested_apart = %s\n",
                  levels->parts_tested_apart ? "yes" : "no");
    buffer_free(&prefix);
}

void scheme_dump_whole(const struct scheme *scheme, struct buffer *out)
{
    record_dump_whole(out, "framework", "fiscal_year", &scheme->fiscal_year);
    record_dump_decimal(out, "framework", "full_score", &scheme->full_score);
    record_dump_whole(out, "framework", "scale", &scheme->scale);
    record_dump_decimal(out, "framework", "target", &scheme->target);
    record_dump_whole(out, "framework", "stated_issues", &scheme->stated_issues);
    dump_levels(out, &scheme->levels);
}

void scheme_dump_instrument(const struct scheme_instrument *instrument, struct buffer *out)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "instrument.%s", instrument->id.bytes);
    record_dump_text(out, prefix.bytes, "name", &instrument->name);
    record_dump_text(out, prefix.bytes, "english", &instrument->english);
    record_dump_decimal(out, prefix.bytes, "weight", &instrument->weight);
    record_dump_whole(out, prefix.bytes, "stated_questions", &instrument->stated_questions);
    buffer_free(&prefix);
}

void scheme_dump_part(const struct scheme_part *part, struct buffer *out)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "part.%s", part->id.bytes);
    buffer_printf(out, "%s.instrument = %s", prefix.bytes, part->instrument->id.bytes);
    record_dump_place(out, part->place);
    record_dump_text(out, prefix.bytes, "name", &part->name);
    record_dump_text(out, prefix.bytes, "english", &part->english);
    record_dump_text(out, prefix.bytes, "about", &part->about);
    record_dump_decimal(out, prefix.bytes, "weight", &part->weight);
    buffer_free(&prefix);
}

void scheme_dump_indicator(const struct scheme_indicator *indicator, struct buffer *out)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "indicator.%lld", (long long)indicator->number.value);
    buffer_printf(out, "%s.instrument = %s", prefix.bytes, indicator->instrument->id.bytes);
    record_dump_place(out, indicator->place);
    record_dump_text(out, prefix.bytes, "name", &indicator->name);
    record_dump_whole(out, prefix.bytes, "stated_questions", &indicator->stated_questions);
    buffer_free(&prefix);
}

void scheme_dump_subindicator(const struct scheme_subindicator *subindicator, struct buffer *out)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "subindicator.%s", subindicator->number.bytes);
    record_dump_text(out, prefix.bytes, "name", &subindicator->name);
    record_dump_texts(out, prefix.bytes, "topics", &subindicator->topics);
    record_dump_whole(out, prefix.bytes, "stated_questions", &subindicator->stated_questions);
    buffer_free(&prefix);
}

void scheme_dump_question(const struct scheme_question *question, struct buffer *out)
{
    struct buffer prefix = {0};
    buffer_printf(&prefix, "question.%s", question->id.bytes);
    buffer_printf(out, "%s.indicator = %lld", prefix.bytes,
                  (long long)question->indicator->number.value);
    if (question->subindicator)
        buffer_printf(out, " %s", question->subindicator->number.bytes);
    record_dump_place(out, question->place);
    record_dump_text(out, prefix.bytes, "text", &question->text);
    buffer_free(&prefix);
}
