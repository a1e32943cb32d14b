/* What kind of file it is, by its bytes: names lie, and so do the systems that files are downloaded from. */
#include <string.h>

#include "sheet/grid.h"
#include "zip/zip.h"

static bool begins(const char *bytes, size_t length, const char *with)
{
    return length >= strlen(with) && memcmp(bytes, with, strlen(with)) == 0;
}

static void read_archive(struct grid *grid, const char *bytes, size_t length)
{
    struct zip zip;
    if (!zip_open(grid->arena, grid->file, bytes, length, grid->diag, &zip)) {
        grid->has_failed = true; /* the archive has said why */
        return;
    }
    if (zip_find(&zip, "content.xml") != NULL)
        ods_read(grid, &zip);
    else if (zip_find(&zip, "_rels/.rels") != NULL && zip_find(&zip, "word/document.xml") == NULL)
        xlsx_read(grid, &zip);
    else
        grid_fail(grid, MESSAGE_SHEET_NO_TABLE, NULL);
}

/* Pages of the web and XML of older programs under the name of a spreadsheet. */
static bool is_markup(const char *bytes, size_t length)
{
    size_t at = begins(bytes, length, "\xEF\xBB\xBF") ? 3 : 0;
    while (at < length && strchr(" \t\r\n", bytes[at]) != NULL && bytes[at] != '\0')
        at++;
    static const char *const starts[] = {"<!DOCTYPE", "<!doctype", "<html", "<HTML",
                                         "<?xml",     "<table",    "<TABLE"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (begins(bytes + at, length - at, starts[i]))
            return true;
    return false;
}

bool sheet_read(struct arena *arena, const char *file, const char *bytes, size_t length,
                struct diag *diag, struct sheet_book *out)
{
    struct grid grid = {.arena = arena, .diag = diag, .file = file};
    if (zip_is(bytes, length))
        read_archive(&grid, bytes, length);
    else if (begins(bytes, length, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        grid_fail(&grid, MESSAGE_SHEET_OLD, NULL);
    else if (begins(bytes, length, "%PDF") || begins(bytes, length, "\x89PNG") ||
             begins(bytes, length, "\xFF\xD8\xFF"))
        grid_fail(&grid, MESSAGE_SHEET_NO_TABLE, NULL);
    else if (is_markup(bytes, length))
        grid_fail(&grid, MESSAGE_SHEET_MARKUP, NULL);
    else
        csv_read(&grid, bytes, length);
    return grid_end(&grid, out);
}
