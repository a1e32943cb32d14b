/*
 * dump.c - the figures as text: one figure a line.
 *
 * A line has the name as placeholders use it, then every version of the figure rounded as it would
 * be printed, the exact fraction behind it, and its place in the input:
 *     indicator.7: printed 78.10 announced 78.10 computed 86.19 … rank 9 (results.yaml:84)
 */
#include "base/decimal.h"
#include "derive/figures.h"
#include "yaml/record_dump.h"

static void dump_score(struct buffer *out, const char *word, struct ratio score)
{
    buffer_printf(out, " %s ", word);
    decimal_add_two(out, ratio_round(score));
}

static void dump_exact(struct buffer *out, struct ratio score)
{
    buffer_printf(out, " exact %lld", (long long)score.num);
    if (score.den != 1)
        buffer_printf(out, "/%lld", (long long)score.den);
}

static void dump_figure(struct buffer *out, const struct figure *figure)
{
    dump_score(out, "printed", figure->printed);
    if (figure->is_announced)
        dump_score(out, "announced", figure->announced);
    dump_score(out, "computed", figure->computed);
    dump_score(out, "below", figure->below);
    dump_score(out, "settled", figure->settled);
    dump_exact(out, figure->exact);
}

static void dump_question(struct buffer *out, const struct figures *figures, size_t index)
{
    const struct figures_question *question = &figures->question[index];
    const struct decimal *typed = figures->edition->question[index].score;
    const struct scheme_instrument *instrument = question->question->indicator->instrument;
    for (size_t p = 0; p < instrument->parts; p++) {
        buffer_printf(out, "question.%s.%s:", question->question->id.bytes,
                      instrument->part[p].id.bytes);
        dump_score(out, "printed", question->score[p]);
        dump_exact(out, question->score[p]);
        record_dump_place(out, typed[p].place);
    }
    buffer_printf(out, "question.%s:", question->question->id.bytes);
    dump_score(out, instrument->parts > 0 ? "mean" : "printed", question->mean);
    dump_exact(out, question->mean);
    record_dump_place(out, typed[0].place);
}

static void dump_indicator(struct buffer *out, const struct figures *figures, size_t index)
{
    const struct figures_indicator *indicator = &figures->indicator[index];
    const struct scheme_instrument *instrument = indicator->indicator->instrument;
    long long number = (long long)indicator->indicator->number.value;
    for (size_t s = 0; s < indicator->indicator->subindicators; s++) {
        const struct figures_subindicator *subindicator =
            &figures->subindicator[indicator->indicator->subindicator[s].index];
        buffer_printf(out, "subindicator.%s:", subindicator->subindicator->number.bytes);
        dump_figure(out, &subindicator->score);
        record_dump_place(out, subindicator->score.place);
    }
    for (size_t p = 0; p < instrument->parts; p++) {
        buffer_printf(out, "indicator.%lld.%s:", number, instrument->part[p].id.bytes);
        dump_figure(out, &indicator->part[p]);
        record_dump_place(out, indicator->part[p].place);
    }
    buffer_printf(out, "indicator.%lld:", number);
    dump_figure(out, &indicator->score);
    buffer_printf(out, " rank %zu", indicator->rank);
    if (indicator->below_target)
        buffer_add_string(out, " below-target");
    record_dump_place(out, indicator->score.place);
}

static void dump_instrument(struct buffer *out, const struct figures *figures, size_t index)
{
    const struct figures_instrument *instrument = &figures->instrument[index];
    for (size_t p = 0; p < instrument->instrument->parts; p++) {
        const struct scheme_part *part = &instrument->instrument->part[p];
        const struct figure *score = &figures->part[part->index].score;
        buffer_printf(out, "part.%s:", part->id.bytes);
        dump_figure(out, score);
        record_dump_place(out, score->place);
    }
    buffer_printf(out, "instrument.%s:", instrument->instrument->id.bytes);
    dump_figure(out, &instrument->score);
    record_dump_place(out, instrument->score.place);
}

static const char *text_or_none(const struct text *text)
{
    return text && text->bytes ? text->bytes : "none";
}

static void dump_reason(struct buffer *out, const struct figures_reason *reason)
{
    if (!reason->better)
        return;
    buffer_printf(out, "reason: not %s, since", text_or_none(&reason->better->name));
    if (reason->part)
        buffer_printf(out, " part %s", reason->part->id.bytes);
    else if (reason->instrument)
        buffer_printf(out, " instrument %s", reason->instrument->id.bytes);
    else
        buffer_add_string(out, " overall");
    dump_score(out, "has", reason->reached);
    dump_score(out, "needs", reason->needed);
    buffer_add_char(out, '\n');
}

static void dump_level(struct buffer *out, const struct figures *figures)
{
    buffer_printf(out, "letter: %s\n",
                  text_or_none(figures->letter ? &figures->letter->name : NULL));
    buffer_printf(out, "level: %s\n",
                  text_or_none(figures->outcome ? &figures->outcome->name : NULL));
    dump_reason(out, &figures->reason);
}

static void dump_ranking(struct buffer *out, const struct figures *figures)
{
    buffer_add_string(out, "ranking:");
    for (size_t i = 0; i < figures->edition->scheme->indicators; i++)
        buffer_printf(out, " %lld", (long long)figures->ranking[i]->indicator->number.value);
    buffer_add_char(out, '\n');
}

void figures_dump(const struct figures *figures, struct buffer *out)
{
    const struct scheme *scheme = figures->edition->scheme;
    buffer_add_string(out, "overall:");
    dump_figure(out, &figures->overall);
    record_dump_place(out, figures->overall.place);
    dump_level(out, figures);
    dump_ranking(out, figures);
    for (size_t i = 0; i < scheme->instruments; i++)
        dump_instrument(out, figures, i);
    for (size_t i = 0; i < scheme->indicators; i++)
        dump_indicator(out, figures, i);
    for (size_t i = 0; i < scheme->questions; i++)
        dump_question(out, figures, i);
}
