/*
 * export.h - an edition as tables for spreadsheet programs.
 *
 * Purpose: scores, figures, ranking and measures, with heads by which `import` knows them again: what was exported
 *          changes nothing when it is imported.
 * Memory:  tables belong to the arena given and point into the figures.
 */
#ifndef ITAREPORT_EXCHANGE_EXPORT_H
#define ITAREPORT_EXCHANGE_EXPORT_H

#include "derive/figures.h"
#include "exchange/names.h"
#include "sheet/write.h"

enum export_what { EXPORT_SCORES, EXPORT_FIGURES, EXPORT_RANKING, EXPORT_MEASURES, EXPORT_WHATS };

/* "scores" … */
const char *export_name(enum export_what what);

struct sheet_table export_table(struct arena *arena, const struct figures *figures,
                                enum export_what what);

#endif
