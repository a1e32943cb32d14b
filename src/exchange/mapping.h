/*
 * mapping.h - how a table was read the last time: import.yaml in the edition's folder.
 *
 * Purpose: what was guessed and agreed to is not guessed anew, and a wrong guess can be put right by hand. The columns hold
 *          as long as the heads above them are the same; a text that is only nearly a question's is remembered.
 * Memory:  belongs to the arena given.
 * Errors:  reported at their place in the file.
 */
#ifndef ITAREPORT_EXCHANGE_MAPPING_H
#define ITAREPORT_EXCHANGE_MAPPING_H

#include "exchange/columns.h"
#include "exchange/survey.h"

struct mapping_column {
    const char *role; /* score, or the id of a part */
    uint32_t column;
    const char *head; /* "" where there is none */
};

struct mapping_text {
    const char *text;
    const char *question; /* its id */
};

struct mapping {
    const char *sheet; /* or NULL */
    struct mapping_column *column;
    size_t columns, column_room;
    struct mapping_text *text;
    size_t texts, text_room;
};

/* What a file says; an empty one where there is none. False after reporting. */
bool mapping_read(struct arena *arena, const char *path, struct diag *diag, struct mapping *out);

/* "score=D,public=E": false where it is none; *wrong is then what is not understood. */
bool mapping_parse(struct arena *arena, const char *text, struct mapping *out, const char **wrong);

/* The file's text. */
void mapping_write(const struct mapping *mapping, struct buffer *out);

/* What findings were read by. Values of one part that came from several columns are not remembered. */
void mapping_take(struct arena *arena, const struct survey *survey, struct mapping *out);

/* The columns of a sheet as it says; NULL where the heads are others now, or it names a part that there is not. */
struct columns *mapping_columns(struct arena *arena, const struct mapping *mapping,
                                const struct scheme *scheme, const struct sheet *sheet);

/* The line of text above a column's first value. */
const char *mapping_head(struct arena *arena, const struct sheet *sheet, uint32_t column);

#endif
