/*
 * The table of rules and a run of them: every rule adds its findings to one list; when all are done
 * the list is compared with the acknowledgements and handed to the collector.
 */
#include "audit/audit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "audit/rule.h"
#include "base/decimal.h"
#include "base/digit.h"
#include "base/utf8.h"

static const struct audit_rule rules[] = {
#define RULE(name, kind, function, english, thai, example, thai_example) \
    {name, kind, function, english, thai, example, thai_example},
#include "audit/rules.def"
#undef RULE
    {0},
};

const struct audit_rule *audit_rules(void)
{
    return rules;
}

const struct audit_rule *audit_find(const char *name)
{
    for (const struct audit_rule *rule = rules; rule->name != NULL; rule++)
        if (strcmp(rule->name, name) == 0)
            return rule;
    return NULL;
}

bool audit_is_rule(const char *name)
{
    return audit_find(name) != NULL;
}

const char *audit_example(const struct audit_rule *rule, enum diag_language language)
{
    bool has_own = language == DIAG_THAI && rule->thai_example != NULL;
    return has_own ? rule->thai_example : rule->example;
}

/* Whether a rule compares scores; while some are not typed there is nothing to compare. */
static bool is_of_scores(const struct audit_rule *rule)
{
    static const char *const NAMES[] = {
        "typed-score",        "claimed-extreme", "claimed-level",
        "claimed-comparison", "claimed-change",  "full-score-weakness",
        "lowest-unmentioned", "waved-through",   "target-unanswered"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(rule->name, NAMES[i]) == 0)
            return true;
    return strcmp(rule->kind, "arithmetic") == 0 || strcmp(rule->kind, "plausibility") == 0;
}

bool audit_wants(const struct audit *audit, const char *rule)
{
    const struct audit_rule *known = audit_find(rule);
    if (known != NULL && audit->edition->missings > 0 && is_of_scores(known))
        return false;
    return diag_wants(audit->names, rule);
}

void audit_run(const struct audit_setup *setup, struct diag *diag)
{
    struct audit audit = {.arena = arena_new(),
                          .edition = setup->edition,
                          .figures = setup->figures,
                          .earlier = setup->earlier,
                          .before = setup->before,
                          .words = setup->words,
                          .vocabulary = setup->vocabulary,
                          .speller = setup->speller,
                          .is_draft = setup->is_draft,
                          .diag = diag,
                          .names = setup->names,
                          .layout = setup->layout};
    struct passages passages = passages_collect(audit.arena, audit.edition, setup->wording);
    audit.passage = passages.item;
    audit.passages = passages.count;
    audit.all_passages = passages.all;
    const struct claims_setup reading = {.edition = setup->edition,
                                         .vocabulary = setup->vocabulary,
                                         .facts = setup->facts,
                                         .passages = passages};
    audit.claims = claims_read(audit.arena, &reading, diag);
    for (const struct audit_rule *rule = rules; rule->name != NULL; rule++)
        if (audit_wants(&audit, rule->name))
            rule->run(&audit);
    audit_report(&audit);
    free(audit.finding);
    arena_free(audit.arena);
}

/* ---- findings ---- */

static const char *const *keep(struct audit *audit, const char *const *arguments)
{
    size_t count = 0;
    while (arguments[count] != NULL)
        count++;
    const char **kept = ARENA_NEW(audit->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        kept[i] = arguments[i];
    return kept;
}

void audit_add(struct audit *audit, enum diag_code code, struct place place,
               const char *const *arguments)
{
    audit->finding =
        memory_room(audit->finding, audit->findings, &audit->capacity, sizeof *audit->finding);
    audit->finding[audit->findings++] =
        (struct audit_finding){.code = code, .place = place, .argument = keep(audit, arguments)};
}

void audit_add_remark(struct audit *audit, enum diag_code code, const char *const *arguments)
{
    assert(audit->findings > 0);
    struct audit_finding *finding = &audit->finding[audit->findings - 1];
    assert(finding->remarks < AUDIT_REMARKS);
    finding->remark[finding->remarks++] = (struct diag_remark){code, keep(audit, arguments)};
}

/* ---- remedies ---- */

void audit_mend(struct audit *audit, const struct diag_remedy *remedy)
{
    assert(audit->findings > 0);
    audit->finding[audit->findings - 1].remedy = *remedy;
}

void audit_mend_letters(struct audit *audit, const struct scan *scan, size_t from, size_t to,
                        const char *text)
{
    struct diag_remedy remedy = {scan->letter[from].offset, scan->letter[to].offset, text, true};
    audit_mend(audit, &remedy);
}

static bool has_thai_digit(const struct node *node)
{
    for (size_t at = 0; at < node->length;)
        if (utf8_is_thai_digit(utf8_next(node->text, node->length, &at)))
            return true;
    return false;
}

void audit_mend_value(struct audit *audit, const char *text)
{
    const struct node *node = audit->finding[audit->findings - 1].place.node;
    if (node == NULL || node->kind != NODE_SCALAR)
        return;
    struct buffer digits = {0};
    digit_add_text(&digits, text, strlen(text), has_thai_digit(node) ? DIGIT_THAI : DIGIT_WESTERN);
    struct diag_remedy remedy = {
        0, node->length, arena_copy(audit->arena, buffer_text(&digits), digits.length), false};
    buffer_free(&digits);
    audit_mend(audit, &remedy);
}

/* ---- words ---- */

const char *audit_hundredths(struct audit *audit, int64_t hundredths)
{
    return decimal_two(audit->arena, hundredths);
}

const char *audit_score(struct audit *audit, struct ratio score)
{
    return audit_hundredths(audit, ratio_round(score));
}

const char *audit_whole(struct audit *audit, int64_t number)
{
    return arena_printf(audit->arena, "%lld", (long long)number);
}

const char *audit_join(struct audit *audit, const char *list, const char *more)
{
    return arena_printf(audit->arena, "%s%s%s", list, *list != '\0' ? ", " : "", more);
}
