/*
 * sums.h - whether anything that a report was made from is another now.
 *
 * Purpose: a report is not made again while all that it was made from is as it was: the program with its libraries,
 *          fonts and words (the same for all editions, summed once), how it is made, the files it has read, and which
 *          YAML files its edition has.
 * Memory:  a struct batch_sums is owned by batch_sums_free.
 */
#ifndef ITAREPORT_BATCH_SUMS_H
#define ITAREPORT_BATCH_SUMS_H

#include "base/arena.h"
#include "base/checksum.h"
#include "source/sources.h"

/* The program, its libraries, and all files of fonts/ and words/ below a folder. */
struct checksum batch_sum_program(const char *data);

/* The sums of files that many editions read, kept while the files are the same. */
struct batch_sums;
struct batch_sums *batch_sums_new(const char *data, const struct checksum *program);
void batch_sums_free(struct batch_sums *sums);

/* The files that a report was made from, by their paths from the edition's folder; without fonts and words. */
struct batch_inputs {
    const char **path;
    struct checksum *sum;
    size_t count;
};

/* As they were read. */
struct batch_inputs batch_inputs_read(const struct batch_sums *sums, struct arena *arena,
                                      const char *edition, const struct sources *sources);

/* As they are now; false when one of them is not there. */
bool batch_inputs_now(struct batch_sums *sums, struct arena *arena, const char *edition,
                      struct batch_inputs *inputs);

/* All together. how: whatever else the report depends on, as text. */
struct checksum batch_sum(const struct batch_sums *sums, const char *edition, const char *how,
                          const struct batch_inputs *inputs);

/* False when it cannot be read. */
bool batch_sum_file(const char *path, struct checksum *sum);

#endif
