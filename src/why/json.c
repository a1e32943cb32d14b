/* The tree as JSON, for editors: the same facts as in why.h, each score rounded and exact. */
#include "base/json.h"
#include "base/decimal.h"
#include "why/why_make.h"

struct writer {
    struct arena *arena;
    struct json json;
};

static void add_two(struct writer *writer, const char *key, int64_t hundredths)
{
    json_string(&writer->json, key, decimal_two(writer->arena, hundredths));
}

static void add_announced(struct writer *writer, const struct why *why)
{
    if (!why->is_announced)
        return;
    json_open(&writer->json, "announced", '{');
    if (why->stated != NULL)
        json_string(&writer->json, "value", why->stated->bytes);
    else if (why->stated_rank > 0)
        json_whole(&writer->json, "value", why->stated_rank);
    else
        add_two(writer, "value", ratio_round(why->announced));
    json_place(&writer->json, "place", why->announced_at);
    json_close(&writer->json, '}');
}

static void add_verdict(struct writer *writer, const struct why *why)
{
    static const char *const words[] = {NULL, "yes", "rounding", "no"};
    if (why->verdict != WHY_NOTHING_ANNOUNCED)
        json_string(&writer->json, "agrees", words[why->verdict]);
}

static void add_score(struct writer *writer, const struct why *why)
{
    static const char *const how[] = {"typed", "mean", "weighted", "taken"};
    json_string(&writer->json, "how", how[why->how]);
    json_open(&writer->json, "computed", '{');
    add_two(writer, "value", ratio_round(why->computed));
    json_string(&writer->json, "exact", why_fraction(writer->arena, why->computed));
    json_close(&writer->json, '}');
    if (why->is_announced && why->has_below)
        add_two(writer, "below", ratio_round(why->below));
    if (why->follows)
        json_bool(&writer->json, "follows", true);
    if (why->total > 0)
        json_string(&writer->json, "total", decimal_two_or_none(writer->arena, why->total));
    if (why->respondents > 0)
        json_whole(&writer->json, "respondents", why->respondents);
}

static void add_kind(struct writer *writer, const struct why *why)
{
    struct json *json = &writer->json;
    switch (why->kind) {
    case WHY_SCORE:
        add_score(writer, why);
        break;
    case WHY_LETTER:
        add_two(writer, "from", why->limit);
        add_two(writer, "to", why->limit_to);
        json_string(json, "found", why->found != NULL ? why->found->bytes : "");
        break;
    case WHY_LEVEL:
        json_string(json, "found", why->found != NULL ? why->found->bytes : "");
        break;
    case WHY_TEST:
        add_two(writer, "has", ratio_round(why->computed));
        add_two(writer, "needs", why->limit);
        json_bool(json, "holds", why->holds);
        break;
    case WHY_OUTCOME:
        json_bool(json, "holds", why->holds);
        break;
    case WHY_RANK:
        if (why->rank > 0)
            json_whole(json, "rank", why->rank);
        break;
    case WHY_FORMULA:
        json_string(json, "value", why->shown);
        if (why->is_number)
            json_string(json, "exact", why_fraction(writer->arena, why->computed));
        break;
    }
}

static void add(struct writer *writer, const struct why *why, const struct why *parent)
{
    static const char *const kinds[] = {"score",  "level", "outcome", "test",
                                        "letter", "rank",  "formula"};
    struct json *json = &writer->json;
    json_open(json, NULL, '{');
    json_string(json, "kind", kinds[why->kind]);
    json_string(json, "name", why->name);
    if (why->figure != NULL)
        json_string(json, "figure", why->figure);
    if (why->title != NULL)
        json_string(json, "title", why->title->bytes);
    if (parent != NULL && parent->how == WHY_WEIGHTED)
        json_string(json, "weight", decimal_two_or_none(writer->arena, why->weight));
    add_announced(writer, why);
    add_verdict(writer, why);
    add_kind(writer, why);
    json_place(&writer->json, "place", why->place);
    json_open(json, "made_of", '[');
    for (size_t i = 0; i < why->children; i++)
        add(writer, why->child[i], why);
    json_close(json, ']');
    json_close(json, '}');
}

void why_print_json(const struct why *why, struct buffer *out)
{
    struct writer writer = {.arena = arena_new(), .json = {.out = out}};
    add(&writer, why, NULL);
    arena_free(writer.arena);
}
