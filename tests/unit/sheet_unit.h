/*
 * sheet_unit.h - spreadsheets made in memory, for unit tests.
 *
 * Memory:  what is returned belongs to the arena given.
 */
#ifndef ITAREPORT_TESTS_SHEET_UNIT_H
#define ITAREPORT_TESTS_SHEET_UNIT_H

#include "sheet/sheet.h"
#include "unit.h"
#include "zip/zip.h"

struct unit_part {
    const char *name;
    const char *text;
};

/* An archive of some texts; ends with {NULL}. */
__attribute__((unused)) static struct buffer unit_archive(const struct unit_part *part)
{
    struct zip_writer writer = {0};
    for (; part->name != NULL; part++)
        zip_add(&writer, part->name, part->text, strlen(part->text), ZIP_DEFLATED);
    zip_end(&writer);
    buffer_free(&writer.central);
    return writer.out;
}

#define UNIT_XLSX_SPACE "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define UNIT_PACKAGE_SPACE "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
#define UNIT_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* An XLSX file of one sheet, "คะแนน": what is in its <worksheet>, its shared strings and its styles. */
__attribute__((unused)) static struct buffer unit_xlsx(struct arena *arena, const char *sheet,
                                                       const char *strings, const char *styles)
{
    const struct unit_part parts[] = {
        {"_rels/.rels",
         "<Relationships " UNIT_PACKAGE_SPACE "><Relationship Id=\"a\" Type=\"" UNIT_RELATION
         "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         "<workbook " UNIT_XLSX_SPACE " xmlns:r=\"" UNIT_RELATION
         "\"><sheets><sheet name=\"คะแนน\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships " UNIT_PACKAGE_SPACE "><Relationship Id=\"r1\" Type=\"" UNIT_RELATION
         "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" "
         "Type=\"" UNIT_RELATION "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship "
         "Id=\"r3\" Type=\"" UNIT_RELATION "/styles\" Target=\"./styles.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml",
         arena_printf(arena, "<worksheet " UNIT_XLSX_SPACE ">%s</worksheet>", sheet)},
        {"xl/sharedStrings.xml", arena_printf(arena, "<sst " UNIT_XLSX_SPACE ">%s</sst>", strings)},
        {"xl/styles.xml",
         arena_printf(arena, "<styleSheet " UNIT_XLSX_SPACE ">%s</styleSheet>", styles)},
        {NULL, NULL}};
    return unit_archive(parts);
}

/* An ODS file of the tables given. */
__attribute__((unused)) static struct buffer unit_ods(struct arena *arena, const char *tables)
{
    const struct unit_part parts[] = {
        {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
        {"content.xml",
         arena_printf(
             arena,
             "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
             "xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
             "xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
             "xmlns:c=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
             "<o:body><o:spreadsheet>%s</o:spreadsheet></o:body></o:document-content>",
             tables)},
        {NULL, NULL}};
    return unit_archive(parts);
}

/* A sheet as text: "A1 text สวัสดี", a cell a line; merged ones with their size. */
__attribute__((unused)) static const char *unit_sheet(struct arena *arena,
                                                      const struct sheet *sheet)
{
    static const char *const kinds[] = {"blank", "text",  "number",       "date",
                                        "truth", "error", "uncalculated", "covered"};
    struct buffer out = {0};
    for (size_t i = 0; i < sheet->cells; i++) {
        const struct sheet_cell *cell = &sheet->cell[i];
        buffer_printf(&out, "%s %s %s", sheet_cell_name(arena, cell->row, cell->column),
                      kinds[cell->kind], cell->text);
        if (cell->rows * cell->columns > 1)
            buffer_printf(&out, " (%u x %u)", cell->rows, cell->columns);
        buffer_add_char(&out, '\n');
    }
    const char *copy = arena_string(arena, buffer_text(&out));
    buffer_free(&out);
    return copy;
}

#endif
