/*
 * rule.h - what the rules share; internal to src/audit.
 *
 * Purpose: a rule walks the edition and the figures, and says what it finds with audit_say; a remark
 *          says more about the finding said last (where a value comes from, what would reconcile).
 * Units:   scores are printed with two decimals and Western digits, as they are typed.
 * Memory:  everything is in the run's arena.
 */
#ifndef ITAREPORT_AUDIT_RULE_H
#define ITAREPORT_AUDIT_RULE_H

#include "audit/audit.h"
#include "audit/words.h"
#include "claims/claims.h"
#include "compare/compare.h"

enum { AUDIT_REMARKS = 4 };

struct audit_finding {
    enum diag_code code;
    struct place place;
    const char *const *argument;
    struct diag_remark remark[AUDIT_REMARKS];
    size_t remarks;
    struct diag_remedy remedy;
};

struct audit {
    struct arena *arena;
    const struct edition *edition;
    const struct figures *figures;
    const struct figures *earlier; /* of the edition before, or NULL */
    const struct figures
        *before; /* the same, or of one that is beside it and was not named; or NULL */
    const struct comparison *comparison; /* with that, once a rule has asked (previous.c) */
    const struct audit_words *words;
    const struct vocabulary *vocabulary;
    const struct speller *speller; /* or NULL */
    bool is_draft;
    struct diag *diag;
    const char *names;               /* of the rules wanted, or NULL: all */
    const struct node_trees *layout; /* or NULL */
    const struct passage *passage;   /* the texts of the edition (claims/passages.h) */
    size_t passages;
    size_t all_passages;             /* with those of the layout, which come after them */
    struct claims claims;            /* what they say, one a passage */
    const struct marks_found *marks; /* in all texts (marks.c), once a rule has asked */
    size_t marks_count;
    bool marks_known;
    struct audit_finding *finding;
    size_t findings;
    size_t capacity;
};

void audit_add(struct audit *audit, enum diag_code code, struct place place,
               const char *const *arguments);
void audit_add_remark(struct audit *audit, enum diag_code code, const char *const *arguments);

/* audit_say(audit, CODE, place, "first", "second") */
#define audit_say(audit, code, place, ...) \
    audit_add((audit), (code), (place), 1 + (const char *const[]){NULL, ##__VA_ARGS__, NULL})
#define audit_remark(audit, code, ...) \
    audit_add_remark((audit), (code), 1 + (const char *const[]){NULL, ##__VA_ARGS__, NULL})

/* What mends the finding said last: other letters in a text, which then says the same; or another value, about which
 * someone has to decide. Numbers are typed as they were, with Thai or Western digits. */
void audit_mend(struct audit *audit, const struct diag_remedy *remedy);
void audit_mend_letters(struct audit *audit, const struct scan *scan, size_t from, size_t to,
                        const char *text);
void audit_mend_value(struct audit *audit, const char *text);

/* Whether a rule is among those wanted, and has what it compares. */
bool audit_wants(const struct audit *audit, const char *rule);

/* "98.22" */
const char *audit_hundredths(struct audit *audit, int64_t hundredths);
const char *audit_score(struct audit *audit, struct ratio score);
const char *audit_whole(struct audit *audit, int64_t number);

/* What a list so far becomes with one more: "i4, i5". */
const char *audit_join(struct audit *audit, const char *list, const char *more);

/* Reports vowels and marks that are typed so that they cannot be right, but for those that have rules of their own. */
void audit_say_marks(struct audit *audit);

/* Hands the findings on, acknowledged ones as notes; reports stale ones (acknowledge.c). */
void audit_report(struct audit *audit);

/* The keys that lead to a place, such as results.published.indicators.9 (key_path.c); framework is
 * the path of the framework's file, as edition.yaml names it. */
const char *key_path(struct arena *arena, struct place place, const char *framework);

/* The rules, by file. */
#define RULE(name, kind, function, english, thai, example, thai_example) \
    void function(struct audit *audit);
#include "audit/rules.def"
#undef RULE

#endif
