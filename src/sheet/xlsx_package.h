/*
 * xlsx_package.h - the parts of an XLSX file and what is said about cells outside of sheets; internal to src/sheet.
 *
 * Source:  ECMA-376 part 2 (packages: relations between parts) and part 1, 18.2 (workbook), 18.4 (shared strings),
 *          18.8 (styles). The strict form has other addresses of namespaces and is read too.
 */
#ifndef ITAREPORT_SHEET_XLSX_PACKAGE_H
#define ITAREPORT_SHEET_XLSX_PACKAGE_H

#include "sheet/grid.h"
#include "sheet/xlsx_formats.h"
#include "xml/xml.h"
#include "zip/zip.h"

struct xlsx_sheet {
    const char *name;
    const char *part; /* its entry in the archive */
    bool is_hidden;
};

struct xlsx_package {
    struct grid *grid;
    const struct zip *zip;
    const char **string; /* shared ones */
    size_t strings, string_room;
    struct xlsx_format *format; /* by the number of a cell's style */
    size_t formats, format_room;
    bool from_1904; /* days are counted from 1904 */
    struct xlsx_sheet *sheet;
    size_t sheets, sheet_room;
};

extern const struct xml_space xlsx_spaces[];

/* Everything but the sheets' cells. */
void xlsx_package_read(struct xlsx_package *package);

/* Reads a part; what is not there is an error where it is needed. */
bool xlsx_part_read(struct xlsx_package *package, const char *name,
                    const struct xml_handler *handler);

#endif
