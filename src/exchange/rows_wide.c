/* Tables of one agency a row: which row has the heads, and which is the agency's own. */
#include <string.h>

#include "exchange/rows.h"

bool rows_find_wide(struct survey_walk *walk, struct rows_wide *wide)
{
    const struct sheet *sheet = walk->sheet;
    enum { LEAST = 3 };
    uint32_t count = sheet->rows < ROWS_MOST ? sheet->rows : ROWS_MOST;
    for (uint32_t r = 0; r < count; r++) {
        wide->row = r;
        wide->ids = 0;
        for (size_t i = sheet->row[r]; i < sheet->row[r + 1]; i++) {
            const char *rest;
            enum { SHORT = 120 };
            const struct sheet_cell *cell = &sheet->cell[i];
            if (cell->kind == SHEET_TEXT && strlen(cell->text) < SHORT)
                wide->ids += known_id(walk->setup->known, cell->text, &rest).kind == KNOWN_QUESTION;
        }
        if (wide->ids >= LEAST)
            return true;
    }
    return false;
}

static bool names_agency(struct survey_walk *walk, uint32_t row)
{
    const struct sheet *sheet = walk->sheet;
    struct arena *arena = walk->setup->arena;
    const char *const names[] = {walk->setup->agency, walk->setup->short_name};
    for (size_t i = sheet->row[row]; i < sheet->row[row + 1]; i++)
        for (size_t n = 0; n < 2 && sheet->cell[i].kind == SHEET_TEXT; n++) {
            const char *key = names[n] != NULL ? names_key(arena, names[n]) : "";
            if (*key != '\0' && strcmp(names_key(arena, sheet->cell[i].text), key) == 0)
                return true;
        }
    return false;
}

static size_t count_scores(struct survey_walk *walk, uint32_t row)
{
    size_t count = 0;
    for (size_t i = walk->sheet->row[row]; i < walk->sheet->row[row + 1]; i++)
        count += cell_is_score(walk->values, &walk->sheet->cell[i]);
    return count;
}

uint32_t rows_find_agency(struct survey_walk *walk, const struct rows_wide *wide)
{
    const struct sheet *sheet = walk->sheet;
    uint32_t count = sheet->rows < ROWS_MOST ? sheet->rows : ROWS_MOST;
    uint32_t only = UINT32_MAX, named = UINT32_MAX;
    size_t rows = 0, nameds = 0;
    for (uint32_t r = wide->row + 1; r < count; r++) {
        if (count_scores(walk, r) < wide->ids / 2 + 1)
            continue;
        only = r;
        rows++;
        if (names_agency(walk, r)) {
            named = r;
            nameds++;
        }
    }
    if (rows == 1 || nameds == 1)
        return nameds == 1 ? named : only;
    if (rows > 1)
        diag_say(walk->setup->diag, MESSAGE_IMPORT_AGENCIES, sheet_place(sheet, wide->row + 1, 0),
                 cell_name(walk->values, wide->row + 1, 0),
                 walk->setup->agency != NULL ? walk->setup->agency : "");
    return UINT32_MAX;
}
