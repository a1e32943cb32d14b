/*
 * audit.h - what a careful auditor would find in an edition.
 *
 * Purpose: a table of rules, each one short function, looks for what contradicts what in the
 *          scheme, the figures, the dates and the text. Findings are messages of the collector;
 *          what the edition acknowledges (edition.yaml, `acknowledge`) becomes a note, and an
 *          acknowledgement that meets no finding is a finding itself.
 */
#ifndef ITAREPORT_AUDIT_AUDIT_H
#define ITAREPORT_AUDIT_AUDIT_H

#include "base/diag.h"
#include "derive/figures.h"
#include "edition/edition.h"
#include "source/sources.h"

struct audit;
struct speller;
struct value;
struct vocabulary;

/* A rule; its severity is that of its messages. */
struct audit_rule {
    const char *name; /* figure-indicator */
    const char *kind; /* arithmetic */
    void (*run)(struct audit *audit);
    const char *english; /* one paragraph */
    const char *thai;
    const char *example;      /* what goes against it, as it would be typed */
    const char *thai_example; /* or NULL where that has no words of either language */
};

/* All rules in the order of the documentation; ends with a NULL name. */
const struct audit_rule *audit_rules(void);
const struct audit_rule *audit_find(const char *name);
bool audit_is_rule(const char *name);
const char *audit_example(const struct audit_rule *rule, enum diag_language language);

/* The words that rules look for in texts. */
struct audit_words;

/* Reads a file such as words/audit.txt; NULL after reporting what is wrong with it. */
struct audit_words *audit_words_load(const char *path, struct place from, struct sources *sources,
                                     struct diag *diag);
void audit_words_free(struct audit_words *words);

/* For a shelf of them. */
extern const struct kept_kind audit_words_kind;

struct audit_setup {
    const struct edition *edition;
    const struct figures *figures;
    const struct figures *earlier; /* of the edition before, or NULL */
    const struct figures
        *before; /* the same, or of one that is beside it and was not named; or NULL */
    const struct audit_words *words;
    const struct vocabulary *vocabulary; /* by which texts are read */
    const struct speller *speller;       /* all words; NULL: slips are not looked for */
    const struct value *facts;           /* what placeholders can name */
    const struct node_trees
        *layout; /* the layout's files, whose letters are checked too; or NULL */
    const struct texts
        *wording;      /* what the layout says itself, checked as what the edition says; or NULL */
    bool is_draft;     /* what is still to be written is told, and no fault */
    const char *names; /* the rules wanted, "a,b"; NULL: all */
};

void audit_run(const struct audit_setup *setup, struct diag *diag);

#endif
