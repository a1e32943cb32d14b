/*
 * measures.h - the table of measures: from a sheet, and beside the edition's.
 *
 * Purpose: columns are known by their heads; cells that are merged down, or blank, go on with what is above; several steps
 *          or units are lines of one cell, or rows. Issues are known by number, or by name. Measures are those of the edition by
 *          their names, nearly the same ones too, then in order; what is left is added. Nothing of the edition is deleted but steps
 *          and units that a measure has no more.
 * Memory:  belongs to the arena given.
 * Errors:  reported at the cells.
 */
#ifndef ITAREPORT_EXCHANGE_MEASURES_H
#define ITAREPORT_EXCHANGE_MEASURES_H

#include "edit/mend.h"
#include "exchange/cell_value.h"
#include "exchange/lines.h"

struct measures_place {
    uint32_t row, column;
};

/* One measure as the sheet has it. */
struct measures_item {
    int issue;              /* its number, or -1 */
    const char *issue_name; /* or NULL */
    struct measures_place issue_place;
    const char *name;
    struct measures_place place;
    struct lines steps, owners;
    struct measures_place steps_place, owners_place, from_place, to_place;
    struct date from, to;
    bool has_from, has_to;
};

struct measures_sheet {
    const struct sheet *sheet;
    struct measures_item *item;
    size_t count, room;
};

/* False where the sheet has no table of measures; nothing is said of that. */
bool measures_read(const struct cell_reader *reader, struct measures_sheet *out);

/* ---- beside the edition ---- */

enum measures_act { MEASURES_VALUE, MEASURES_ITEM, MEASURES_LESS, MEASURES_KEY };

struct measures_change {
    enum measures_act act;
    const char *cell; /* "" where it has none */
    const char *
        path; /* of the value; of MEASURES_ITEM and MEASURES_LESS the list, of MEASURES_KEY the map */
    const char *key;       /* MEASURES_KEY */
    size_t index;          /* of the item */
    const char *old, *new; /* NULL: there is none */
};

struct measures_import {
    const struct node *tree; /* of measures.yaml */
    struct measures_change *change;
    size_t changes, room;
    size_t same;       /* measures with nothing to change */
    const char **kept; /* measures of the edition that the sheet has not */
    size_t kepts, kept_room;
};

/* False after reporting. */
bool measures_compare(const struct cell_reader *reader, const struct measures_sheet *sheet,
                      const struct node *tree, struct measures_import *out);

/* The file with all changes; false after reporting. */
bool measures_make(struct arena *arena, const struct measures_import *import, struct diag *diag,
                   struct edit_mended_file *out);

void measures_print(const struct measures_import *import, enum diag_language language,
                    struct buffer *out);

#endif
