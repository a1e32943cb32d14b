/*
 * diag.h - what is wrong with the input, collected and printed.
 *
 * Purpose: a stage reports a problem at its place and goes on; the job stops between stages.
 *          Every message is one row of a .def file in messages/: severity, rule name, sentence and
 *          hint, each in English and in Thai.  {1}, {2} … in a sentence are its arguments.
 * Memory:  the collector owns copies of all arguments; the sources of the places are others' and
 *          must be there when it prints.
 */
#ifndef ITAREPORT_BASE_DIAG_H
#define ITAREPORT_BASE_DIAG_H

#include <stdbool.h>
#include <stdio.h>

#include "base/place.h"

struct arena;

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

enum diag_language { DIAG_ENGLISH, DIAG_THAI };

enum diag_code {
#define MESSAGE(code, severity, rule, english, hint_english, thai, hint_thai) code,
#include "base/messages/all.def"
#undef MESSAGE
    DIAG_CODES
};

struct diag;

struct diag *diag_new(void);
void diag_free(struct diag *diag);

/* Adds a message; arguments is a NULL-terminated list of strings. */
void diag_add(struct diag *diag, enum diag_code code, struct place place,
              const char *const *arguments);

/* diag_say(diag, CODE, place, "first", "second") */
#define diag_say(diag, code, place, ...) \
    diag_add((diag), (code), (place), 1 + (const char *const[]){NULL, ##__VA_ARGS__, NULL})

/* A message whose {1} is the sentence of another row, in the same language as the rest. */
void diag_add_phrase(struct diag *diag, enum diag_code code, struct place place,
                     enum diag_code phrase);

/* An argument that is worded in each language: in a sentence of a language, that language's text. */
const char *diag_both(struct arena *arena, const char *english, const char *thai);

/* The sentence of a row. */
const char *diag_phrase(enum diag_code code, enum diag_language language);

/* A further sentence under a message: what else is the same, why it is let pass. */
struct diag_remark {
    enum diag_code code;
    const char *const *argument; /* NULL-terminated */
};

/* What would mend it: other letters in the text of the value that the place is in, as that is read. */
struct diag_remedy {
    size_t from, to;  /* bytes of that text */
    const char *text; /* in their place; NULL: none is known */
    bool
        is_certain; /* the text then says the same, only rightly typed; else someone has to decide */
};

/* What a finding of the audit says besides its sentence. */
struct diag_finding {
    enum diag_severity severity; /* in place of the row's */
    const char *path;            /* the keys that lead to the place, or NULL */
    const struct diag_remark *remark;
    size_t remarks;
    bool known; /* acknowledged, or the result of what is reported elsewhere */
    struct diag_remedy remedy;
};

/* Adds a message with all that; everything is copied. */
void diag_add_finding(struct diag *diag, enum diag_code code, struct place place,
                      const char *const *arguments, const struct diag_finding *finding);

size_t diag_count(const struct diag *diag, enum diag_severity severity);

/* True when the job must stop. */
bool diag_failed(const struct diag *diag);

/* A moment of a collector; a later rewind drops what was said after it. */
size_t diag_mark(const struct diag *diag);
void diag_rewind(struct diag *diag, size_t mark);

/* The same, but for what is of a rule and at a place of which nothing was said before. */
void diag_rewind_but(struct diag *diag, size_t mark, const char *rule);

/* Whether there are messages of a rule of that name. */
bool diag_is_rule(const char *name);

/* Whether a rule is among names "a,b"; NULL are all. */
bool diag_wants(const char *names, const char *rule);

/* The first of such names that a test does not know, or NULL. */
const char *diag_unknown(struct arena *arena, const char *names, bool (*knows)(const char *name));

/* Drops what is of no rule named and less severe than `least`. */
void diag_keep(struct diag *diag, const char *names, enum diag_severity least);

struct diag_style {
    enum diag_language language;
    bool colour;
    enum diag_severity least; /* what is less severe is not printed */
    bool only_new;            /* nor what is known */
    bool apart; /* every message at its own place, for a page that marks all of them */
};

/*
 * Prints all messages: errors, then warnings, then notes; in each grouped by file in the order of first mention
 * and by line inside a file. A message that repeats another word for word is printed once, and several that have
 * one cause are said as one, with the lines of the others.
 *     input/2568/results.yaml:41:12: error: score 104.50 is above the maximum 100 [score-range]
 *       41 |   i4: 104.50
 *          |       ^
 *       hint: …
 */
void diag_print(const struct diag *diag, FILE *to, struct diag_style style);

/* The same messages for other programs: a JSON array of objects, or a SARIF 2.1.0 log. */
void diag_print_json(const struct diag *diag, FILE *to, struct diag_style style);

/* What a rule is for. */
struct diag_rule_text {
    const char *description;
    const char *help;
};

/* What a log says of the program. */
struct diag_sarif {
    const char *version;
    /* False: nothing is known of the rule but its messages. May be NULL. */
    bool (*describe)(const char *rule, enum diag_language language, struct diag_rule_text *text);
};

void diag_print_sarif(const struct diag *diag, FILE *to, struct diag_style style,
                      const struct diag_sarif *about);

/* How many are printed, by severity. */
void diag_tally(const struct diag *diag, const struct diag_style *style,
                size_t counts[DIAG_ERROR + 1]);

#endif
