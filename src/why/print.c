/*
 * The tree as text: a line a node, its name, what was typed or announced, what follows, and what it is
 * made of. Every word is a row of messages, so both languages have the same lines.
 */
#include "base/decimal.h"
#include "base/diag_list.h"
#include "source/file.h"
#include "why/why_make.h"

struct printer {
    struct arena *arena;
    struct buffer *out;
    enum diag_language language;
    bool has_phrase; /* in this line */
};

const char *why_fraction(struct arena *arena, struct ratio ratio)
{
    if (ratio.den == 1)
        return arena_printf(arena, "%lld", (long long)ratio.num);
    return arena_printf(arena, "%lld/%lld", (long long)ratio.num, (long long)ratio.den);
}

static const char *two(struct printer *printer, struct ratio ratio)
{
    return decimal_two(printer->arena, ratio_round(ratio));
}

/* A phrase with its arguments, after a colon or a comma. */
static void add_phrase(struct printer *printer, enum diag_code code, const char *const *argument)
{
    buffer_add_string(printer->out, printer->has_phrase ? ", " : ": ");
    printer->has_phrase = true;
    diag_sentence(printer->out, diag_phrase(code, printer->language), argument);
}
#define say(printer, code, ...) \
    add_phrase((printer), (code), 1 + (const char *const[]){NULL, ##__VA_ARGS__, NULL})

static void add_place(struct printer *printer, struct place place)
{
    if (place.source != NULL)
        buffer_printf(printer->out, " (%s:%u:%u)", file_name(place.source->path),
                      (unsigned)place.line, (unsigned)place.column);
}

static void add_verdict(struct printer *printer, const struct why *why)
{
    static const enum diag_code phrase[] = {[WHY_AGREES] = MESSAGE_WHY_AGREES,
                                            [WHY_ROUNDED] = MESSAGE_WHY_ROUNDED,
                                            [WHY_DIFFERS] = MESSAGE_WHY_DIFFERS};
    if (why->verdict != WHY_NOTHING_ANNOUNCED)
        say(printer, phrase[why->verdict]);
}

static const char *whole(struct printer *printer, int64_t number)
{
    return arena_printf(printer->arena, "%lld", (long long)number);
}

/* Where two decimals do not say it all. */
static void add_exact(struct printer *printer, struct ratio ratio)
{
    if (100 % ratio.den != 0)
        say(printer, MESSAGE_WHY_EXACT, why_fraction(printer->arena, ratio));
}

static void add_typed(struct printer *printer, const struct why *why)
{
    if (!why->is_announced)
        return;
    say(printer, MESSAGE_WHY_TYPED, two(printer, why->announced));
    add_place(printer, why->announced_at);
    if (why->respondents > 0)
        say(printer, MESSAGE_WHY_RESPONDENTS, whole(printer, why->respondents));
    add_exact(printer, why->computed);
}

static void add_how(struct printer *printer, const struct why *why)
{
    const char *count = whole(printer, (int64_t)why->children);
    if (why->how == WHY_MEAN)
        say(printer, MESSAGE_WHY_MEAN, count);
    else if (why->how == WHY_WEIGHTED)
        say(printer, MESSAGE_WHY_WEIGHTED, count, decimal_two_or_none(printer->arena, why->total));
}

static void add_score(struct printer *printer, const struct why *why)
{
    if (why->how == WHY_TYPED) {
        add_typed(printer, why);
        return;
    }
    if (why->is_announced) {
        say(printer, MESSAGE_WHY_ANNOUNCED, two(printer, why->announced));
        add_place(printer, why->announced_at);
    }
    say(printer, MESSAGE_WHY_COMPUTED, two(printer, why->computed));
    add_exact(printer, why->computed);
    add_verdict(printer, why);
    if (why->is_announced && why->has_below)
        say(printer, MESSAGE_WHY_BELOW, two(printer, why->below));
    if (why->follows)
        say(printer, MESSAGE_WHY_FOLLOWS);
    add_how(printer, why);
}

static void add_words(struct printer *printer, const struct why *why)
{
    if (why->stated != NULL) {
        say(printer, MESSAGE_WHY_ANNOUNCED, why->stated->bytes);
        add_place(printer, why->announced_at);
    }
    say(printer, MESSAGE_WHY_FOUND, why->found != NULL ? why->found->bytes : "–");
    add_place(printer, why->place);
    add_verdict(printer, why);
    if (why->kind == WHY_LETTER && why->found != NULL)
        say(printer, MESSAGE_WHY_BAND, two(printer, why->computed),
            decimal_two(printer->arena, why->limit), decimal_two(printer->arena, why->limit_to));
}

static void add_test(struct printer *printer, const struct why *why)
{
    say(printer, MESSAGE_WHY_NEEDS, decimal_two(printer->arena, why->limit));
    add_place(printer, why->place);
    say(printer, MESSAGE_WHY_HAS, two(printer, why->computed));
    if (why->holds)
        say(printer, MESSAGE_WHY_REACHES);
    else
        say(printer, MESSAGE_WHY_MISSES,
            decimal_two(printer->arena, why->limit - ratio_round(why->computed)));
}

static void add_rank(struct printer *printer, const struct why *why)
{
    if (why->rank == 0)
        return;
    if (why->stated_rank > 0) {
        say(printer, MESSAGE_WHY_STATED_RANK, whole(printer, why->stated_rank));
        add_place(printer, why->announced_at);
    }
    say(printer, MESSAGE_WHY_RANK, whole(printer, why->rank), two(printer, why->computed));
    add_verdict(printer, why);
}

static void add_line(struct printer *printer, const struct why *why, const struct why *parent,
                     int depth)
{
    buffer_printf(printer->out, "%*s%s", depth * 2, "", why->name);
    printer->has_phrase = false;
    if (why->kind == WHY_OUTCOME)
        add_place(printer, why->place);
    if (parent != NULL && parent->how == WHY_WEIGHTED)
        say(printer, MESSAGE_WHY_WEIGHT, decimal_two_or_none(printer->arena, why->weight));
    switch (why->kind) {
    case WHY_SCORE:
        add_score(printer, why);
        break;
    case WHY_LEVEL:
    case WHY_LETTER:
        add_words(printer, why);
        break;
    case WHY_OUTCOME:
        add_phrase(printer, why->holds ? MESSAGE_WHY_HOLDS : MESSAGE_WHY_FAILS,
                   (const char *const[]){NULL});
        break;
    case WHY_TEST:
        add_test(printer, why);
        break;
    case WHY_RANK:
        add_rank(printer, why);
        break;
    case WHY_FORMULA:
        say(printer, MESSAGE_WHY_GIVES, why->shown);
        add_place(printer, why->place);
        if (why->is_number)
            add_exact(printer, why->computed);
        break;
    }
    if (why->title != NULL && why->kind != WHY_OUTCOME)
        buffer_printf(printer->out, " – %s", why->title->bytes);
    buffer_add_char(printer->out, '\n');
}

static void print(struct printer *printer, const struct why *why, const struct why *parent,
                  int depth)
{
    add_line(printer, why, parent, depth);
    for (size_t i = 0; i < why->children; i++)
        print(printer, why->child[i], why, depth + 1);
}

void why_print(const struct why *why, enum diag_language language, struct buffer *out)
{
    struct printer printer = {.arena = arena_new(), .out = out, .language = language};
    print(&printer, why, NULL, 0);
    arena_free(printer.arena);
}
