/*
 * check_fix.h - `itareport check --fix`: what the rules know how to mend is shown, or written.
 */
#ifndef ITAREPORT_APP_CHECK_FIX_H
#define ITAREPORT_APP_CHECK_FIX_H

#include "app/cli.h"

/* rules: those that were named, or NULL: all that are certain. */
enum cli_status check_fix(const struct cli *cli, const struct job_setup *setup, const char *rules,
                          bool writes);

#endif
