/* The groups that a highest or lowest can be of. A group that is named is that one; otherwise all that can be meant are
 * tried, for a sentence is false only where no reading of it is true. */
#include "audit/judge.h"

struct grouper {
    struct audit *audit;
    const struct passage *passage;
    const struct claim *claim;
    struct judge_group *out;
    size_t count, most;
};

static struct judge_group *begin(struct grouper *grouper, struct claim_subject group,
                                 size_t members)
{
    if (grouper->count == grouper->most)
        return NULL;
    struct arena *arena = grouper->audit->arena;
    struct judge_group *made = &grouper->out[grouper->count++];
    *made = (struct judge_group){.group = group,
                                 .score = ARENA_NEW(arena, int64_t, members),
                                 .member = ARENA_NEW(arena, struct claim_subject, members),
                                 .own = -1};
    return made;
}

static void put(struct judge_group *group, struct claim_subject member, int64_t score, bool own)
{
    if (group == NULL)
        return;
    group->member[group->count] = member;
    group->score[group->count++] = score;
    if (own)
        group->own = score;
}

/* Drops a group that the subject is not in. */
static void end(struct grouper *grouper, const struct judge_group *group)
{
    if (group != NULL && group->own < 0)
        grouper->count--;
}

/* ---- indicators ---- */

/* Of an instrument, or of all; by their scores, or by those in one part. */
static void add_indicators(struct grouper *grouper, const struct scheme_instrument *instrument,
                           const struct scheme_part *part)
{
    const struct scheme *scheme = grouper->audit->edition->scheme;
    struct claim_subject named = {.thing = CLAIM_INDICATORS};
    if (part != NULL)
        named = (struct claim_subject){.thing = CLAIM_PART, .part = part};
    else if (instrument != NULL)
        named = (struct claim_subject){.thing = CLAIM_INSTRUMENT, .instrument = instrument};
    struct judge_group *group = begin(grouper, named, scheme->indicators);
    for (size_t i = 0; group != NULL && i < scheme->indicators; i++) {
        const struct figures_indicator *of = &grouper->audit->figures->indicator[i];
        if (instrument != NULL && of->indicator->instrument != instrument)
            continue;
        const struct figure *figure = part != NULL ? &of->part[scheme_slot(part)] : &of->score;
        put(group,
            (struct claim_subject){
                .thing = CLAIM_INDICATOR, .indicator = of->indicator, .part = part},
            ratio_round(figure->printed), of->indicator == grouper->claim->subject.indicator);
    }
    if (group != NULL)
        end(grouper, group);
}

static void add_parts_of(struct grouper *grouper, const struct scheme_instrument *instrument)
{
    for (size_t p = 0; p < instrument->parts; p++)
        add_indicators(grouper, instrument, &instrument->part[p]);
}

static void group_indicator(struct grouper *grouper)
{
    const struct claim *claim = grouper->claim;
    const struct scheme_instrument *instrument = claim->subject.indicator->instrument;
    if (claim->other.thing == CLAIM_INDICATORS) {
        add_indicators(grouper, NULL, NULL);
    } else if (claim->other.thing == CLAIM_INSTRUMENT) {
        add_indicators(grouper, claim->other.instrument, NULL);
    } else if (claim->other.thing == CLAIM_PART) {
        add_indicators(grouper, claim->other.part->instrument, claim->other.part);
    } else if (claim->subject.part != NULL && !claim->subject.part_before) {
        add_indicators(grouper, instrument, claim->subject.part);
    } else {
        bool of_all =
            grouper->passage->kind == PASSAGE_SUMMARY || grouper->passage->kind == PASSAGE_FOREWORD;
        if (grouper->passage->instrument == NULL)
            add_indicators(grouper, NULL, NULL);
        if (of_all && !claim->tool_before)
            return;
        add_indicators(grouper, instrument, NULL);
        add_parts_of(grouper, instrument);
    }
}

/* ---- questions ---- */

/* Those of an indicator or an instrument, by their means or by their scores in one slot. */
static void add_questions(struct grouper *grouper, const struct scheme_indicator *indicator,
                          const struct scheme_instrument *instrument, size_t slot)
{
    const struct scheme *scheme = grouper->audit->edition->scheme;
    struct claim_subject named = {.thing = CLAIM_INSTRUMENT, .instrument = instrument};
    if (indicator != NULL)
        named = (struct claim_subject){.thing = CLAIM_INDICATOR, .indicator = indicator};
    if (slot != SCHEME_ALL_SLOTS && instrument->parts > 0)
        named.part = &instrument->part[slot];
    struct judge_group *group = begin(grouper, named, scheme->questions);
    for (size_t q = 0; group != NULL && q < scheme->questions; q++) {
        const struct scheme_question *question = &scheme->question[q];
        if (question->indicator->instrument != instrument ||
            (indicator != NULL && question->indicator != indicator))
            continue;
        int64_t score = slot == SCHEME_ALL_SLOTS
                            ? ratio_round(grouper->audit->figures->question[q].mean)
                            : grouper->audit->edition->question[q].score[slot].hundredths;
        put(group,
            (struct claim_subject){
                .thing = CLAIM_QUESTION, .question = question, .part = named.part},
            score, question == grouper->claim->subject.question);
    }
    if (group != NULL)
        end(grouper, group);
}

static void add_all_slots(struct grouper *grouper, const struct scheme_indicator *indicator,
                          const struct scheme_instrument *instrument,
                          const struct scheme_part *part)
{
    if (part != NULL && part->instrument == instrument) {
        add_questions(grouper, indicator, instrument, scheme_slot(part));
        return;
    }
    add_questions(grouper, indicator, instrument, SCHEME_ALL_SLOTS);
    for (size_t slot = 0; instrument->parts > 0 && slot < scheme_slots(instrument); slot++)
        add_questions(grouper, indicator, instrument, slot);
}

static void group_question(struct grouper *grouper)
{
    const struct claim *claim = grouper->claim;
    const struct scheme_question *question = claim->subject.question;
    const struct scheme_instrument *instrument = question->indicator->instrument;
    const struct scheme_part *part = claim->subject.part_before ? NULL : claim->subject.part;
    if (claim->other.thing == CLAIM_PART)
        part = claim->other.part;
    if (claim->other.thing != CLAIM_INSTRUMENT)
        add_all_slots(grouper, question->indicator, instrument, part);
    if (claim->other.thing != CLAIM_INDICATOR)
        add_all_slots(grouper, NULL, instrument, part);
}

/* ---- sub-indicators, instruments and parts ---- */

static void group_subindicator(struct grouper *grouper)
{
    const struct scheme *scheme = grouper->audit->edition->scheme;
    const struct scheme_indicator *indicator = grouper->claim->subject.subindicator->indicator;
    struct judge_group *group =
        begin(grouper, (struct claim_subject){.thing = CLAIM_INDICATOR, .indicator = indicator},
              scheme->subindicators);
    for (size_t s = 0; group != NULL && s < scheme->subindicators; s++)
        if (scheme->subindicator[s].indicator == indicator)
            put(group,
                (struct claim_subject){.thing = CLAIM_SUBINDICATOR,
                                       .subindicator = &scheme->subindicator[s]},
                ratio_round(grouper->audit->figures->subindicator[s].score.printed),
                &scheme->subindicator[s] == grouper->claim->subject.subindicator);
}

static void put_instrument(struct grouper *grouper, struct judge_group *group, size_t i)
{
    const struct scheme_instrument *of = &grouper->audit->edition->scheme->instrument[i];
    put(group, (struct claim_subject){.thing = CLAIM_INSTRUMENT, .instrument = of},
        ratio_round(grouper->audit->figures->instrument[i].score.printed),
        of == grouper->claim->subject.instrument &&
            grouper->claim->subject.thing == CLAIM_INSTRUMENT);
}

static void put_parts(struct grouper *grouper, struct judge_group *group,
                      const struct scheme_instrument *of)
{
    for (size_t p = 0; p < of->parts; p++)
        put(group, (struct claim_subject){.thing = CLAIM_PART, .part = &of->part[p]},
            ratio_round(grouper->audit->figures->part[of->part[p].index].score.printed),
            &of->part[p] == grouper->claim->subject.part);
}

/* The instruments; and the instruments with parts in place of those that have them. */
static void group_tool(struct grouper *grouper)
{
    const struct scheme *scheme = grouper->audit->edition->scheme;
    size_t most = scheme->instruments + scheme->parts;
    const struct claim_subject tools = {.thing = CLAIM_TOOLS};
    struct judge_group *group = begin(grouper, tools, most);
    for (size_t i = 0; i < scheme->instruments; i++)
        put_instrument(grouper, group, i);
    end(grouper, group);
    group = begin(grouper, tools, most);
    for (size_t i = 0; i < scheme->instruments; i++) {
        put_parts(grouper, group, &scheme->instrument[i]);
        if (scheme->instrument[i].parts == 0)
            put_instrument(grouper, group, i);
    }
    end(grouper, group);
    if (grouper->claim->subject.thing != CLAIM_PART)
        return;
    group = begin(grouper, tools, most);
    put_parts(grouper, group, grouper->claim->subject.part->instrument);
    end(grouper, group);
}

size_t judge_groups(struct audit *audit, const struct passage *passage, const struct claim *claim,
                    struct judge_group *out, size_t most)
{
    struct grouper grouper = {audit, passage, claim, out, 0, most};
    if (claim->subject.year != 0 || claim->other.year != 0)
        return 0;
    switch (claim->subject.thing) {
    case CLAIM_INDICATOR:
        group_indicator(&grouper);
        break;
    case CLAIM_QUESTION:
        group_question(&grouper);
        break;
    case CLAIM_SUBINDICATOR:
        group_subindicator(&grouper);
        break;
    case CLAIM_INSTRUMENT:
    case CLAIM_PART:
        if (claim->subject.indicator == NULL && claim->subject.question == NULL)
            group_tool(&grouper);
        break;
    default:
        break;
    }
    return grouper.count;
}
