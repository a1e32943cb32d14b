/*
 * dump.h - what a stage made, as text.
 *
 * Purpose: `itareport dump`, and the tests of every stage.
 */
#ifndef ITAREPORT_JOB_DUMP_H
#define ITAREPORT_JOB_DUMP_H

#include "job/job.h"

/* Whether there is a dump of that name: a product's, or flow, lines or places, which show pages otherwise. */
bool dump_exists(const char *name);

/* Their names, as many as there is room for; returns how many. */
size_t dump_names(const char **name, size_t room);

/*
 * In place of job_run: runs as far as the dump needs and adds it to out. node: the YAML trees of one
 * file, or of every *.yaml of an edition's folder. False when the input has errors.
 */
bool dump_job(struct job *job, const struct job_setup *setup, const char *name, struct buffer *out);

#endif
