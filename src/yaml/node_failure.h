/*
 * node_failure.h - what the reports on a text that libyaml could not read share.
 */
#ifndef ITAREPORT_YAML_NODE_FAILURE_H
#define ITAREPORT_YAML_NODE_FAILURE_H

#include "base/diag.h"
#include "yaml/line.h"

struct failure {
    const struct source *source;
    struct diag *diag;
    struct line line; /* the line of the problem */
    struct place problem;
    struct place context; /* where the thing began that could not be finished */
};

/* The place of a byte of a line. */
struct place failure_place_in(const struct failure *failure, struct line line, size_t byte);

/* A message of which {1} is what is shown, and {2} a text in quotes. */
void failure_say_quoted(const struct failure *failure, enum diag_code code, struct place place,
                        const char *shown, const char *text, size_t length);

/* The same of the value that has a place, to the end of its line, without {1}. */
void failure_say_value(const struct failure *failure, enum diag_code code, struct place place);

/*
 * Reports a comment that cut a text, so that libyaml stopped at what comes after it: above a line that
 * was to go on with the text, or between the bracket at the context and the problem. False when there
 * is none.
 */
bool failure_report_cut_above(const struct failure *failure, struct line line);
bool failure_report_cut_inside(const struct failure *failure);

/* Reports that the comment at a byte of a line cut what is before it. */
void failure_say_cut(const struct failure *failure, struct line line, size_t comment);

#endif
