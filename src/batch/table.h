/*
 * table.h - the table of all editions that a batch ends with: for people, for spreadsheets and for programs.
 *
 * Files:   batch.csv and batch.json in the folder of the reports; a shard's are batch.2-of-4.csv and batch.2-of-4.json, from
 *          which the table of all is joined. They say nothing of one run alone, such as times, so a run that was
 *          ended and begun again leaves the same ones.
 * Memory:  rows belong to an arena of the caller's.
 * Errors:  false and errno, unless said otherwise.
 */
#ifndef ITAREPORT_BATCH_TABLE_H
#define ITAREPORT_BATCH_TABLE_H

#include "base/checksum.h"
#include "batch/editions.h"
#include "batch/row.h"

struct batch_table {
    size_t shard, shards;  /* 1, 1: all of it */
    size_t editions;       /* of the whole list … */
    struct checksum list;  /* … and its checksum */
    struct batch_row *row; /* of this shard, in the order of the list */
    size_t rows;
};

/* The checksum of a list of editions: their folders as named. */
struct checksum batch_table_list(const struct batch_editions *editions);

/* Aligned by what a terminal shows of Thai; what failed is listed below with its reason. */
void batch_table_text(const struct batch_table *table, enum diag_language language,
                      struct buffer *out);

/* UTF-8 with the mark that spreadsheets know it by; a text that one would take for a formula begins with an apostrophe. */
void batch_table_csv(const struct batch_table *table, struct buffer *out);

/* One row a line. */
void batch_table_json(const struct batch_table *table, struct buffer *out);

/* "batch" or "batch.2-of-4" with an ending. */
const char *batch_table_name(struct arena *arena, const struct batch_table *table,
                             const char *ending);

/* Both files; a file of these names that is another's is reported and left. */
bool batch_table_write(const struct batch_table *table, const char *folder, struct diag *diag);

/* Both files of a folder as they may be written: false after reporting one that is another's. */
bool batch_table_may_write(const struct batch_table *table, const char *folder, struct diag *diag);

size_t batch_table_count(const struct batch_table *table, enum batch_state state);

#endif
