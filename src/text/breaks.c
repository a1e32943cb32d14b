/*
 * Tokens in, penalties out: every boundary between two tokens is looked up in the table of rules;
 * everything inside a token stays NEVER.
 */
#include "text/breaks.h"

#include "text/linebreak.h"
#include "text/rules.h"

/* Every cluster ends no line, unless the text forces one. */
static void forbid_all(struct text_shaped *shaped)
{
    for (size_t i = 0; i < shaped->clusters; i++) {
        struct shape_cluster *cluster = &shaped->cluster[i];
        cluster->penalty = cluster->flags & SHAPE_FORCED ? LINEBREAK_FORCED : LINEBREAK_NEVER;
    }
}

static void set_rule(struct shape_cluster *cluster, uint8_t rule)
{
    if (cluster->flags & SHAPE_FORCED)
        return;
    int32_t penalty = rules_row(rule)->penalty;
    if (penalty != LINEBREAK_NEVER)
        cluster->flags |= SHAPE_WORD;
    cluster->rule = rule;
    cluster->penalty = penalty >= RULES_RARELY ? LINEBREAK_NEVER : penalty;
}

/* The stricter one of what the table says of two neighbours and what their hold on each other says. */
static uint8_t rule_between(const struct token *before, const struct token *after)
{
    if (after->bond != RULES_NO_BOND)
        return rules_bond(after->bond);
    uint8_t rule = rules_find(before->class, after->spaced, after->class);
    if (after->hold == COMPOUNDS_FREE || after->spaced)
        return rule;
    uint8_t held = rules_hold(after->hold);
    return rules_row(held)->penalty > rules_row(rule)->penalty ? held : rule;
}

void breaks_apply(const struct tokens *tokens, struct text_shaped *shaped)
{
    forbid_all(shaped);
    size_t at = 0;
    for (size_t i = 0; i + 1 < tokens->count; i++) {
        const struct token *before = &tokens->token[i], *after = before + 1;
        uint32_t start = tokens_start(tokens, i + 1);
        while (at < shaped->clusters && shaped->cluster[at].end < start)
            at++;
        if (at < shaped->clusters && shaped->cluster[at].end == start)
            set_rule(&shaped->cluster[at], rule_between(before, after));
    }
}

const char *breaks_rule_id(uint8_t rule)
{
    return rules_row(rule)->id;
}
