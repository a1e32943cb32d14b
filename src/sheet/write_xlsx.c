/*
 * XLSX with what a table needs: ECMA-376 part 1, 18.3 (sheets) and 18.8 (styles). Texts are in their cells, so there is no table of
 * strings to keep in step.
 */
#include <assert.h>
#include <inttypes.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "sheet/sheet.h"
#include "sheet/write.h"
#include "zip/zip.h"

#define HEADER "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

/* Styles of cells, by their place in the list below. */
enum { STYLE_PLAIN, STYLE_HEAD, STYLE_TEXT, STYLE_SCORE, STYLE_WHOLE };

/* The font of official Thai documents; where it is not there, programs take another one for Thai. */
static const char STYLES[] = HEADER
    "<styleSheet xmlns=\"" MAIN "\">"
    "<fonts count=\"2\"><font><sz val=\"16\"/><name val=\"TH SarabunPSK\"/><family "
    "val=\"2\"/></font>"
    "<font><b/><sz val=\"16\"/><name val=\"TH SarabunPSK\"/><family val=\"2\"/></font></fonts>"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill>"
    "<fill><patternFill patternType=\"solid\"><fgColor "
    "rgb=\"FFE7E6E6\"/></patternFill></fill></fills>"
    "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom "
    "style=\"thin\"/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" "
    "applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
    "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
    "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
    "<xf numFmtId=\"2\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
    "<alignment horizontal=\"right\" vertical=\"top\"/></xf>"
    "<xf numFmtId=\"1\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
    "<alignment horizontal=\"right\" vertical=\"top\"/></xf></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
    "builtinId=\"0\"/></cellStyles></styleSheet>";

/* ---- sheets ---- */

static void add_text(struct buffer *out, const char *place, int style, const char *text)
{
    buffer_printf(out, "<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", place,
                  style);
    escape_xml(out, text);
    buffer_add_string(out, "</t></is></c>");
}

static void add_value(struct buffer *out, const char *place, const struct sheet_value *value)
{
    switch (value->kind) {
    case SHEET_VALUE_TEXT:
        add_text(out, place, STYLE_TEXT, value->text);
        break;
    case SHEET_VALUE_SCORE:
        buffer_printf(out, "<c r=\"%s\" s=\"%d\"><v>", place, STYLE_SCORE);
        decimal_add_two_or_none(out, value->number);
        buffer_add_string(out, "</v></c>");
        break;
    case SHEET_VALUE_WHOLE:
        buffer_printf(out, "<c r=\"%s\" s=\"%d\"><v>%" PRId64 "</v></c>", place, STYLE_WHOLE,
                      value->number);
        break;
    case SHEET_VALUE_NONE:
        buffer_printf(out, "<c r=\"%s\" s=\"%d\"/>", place, STYLE_TEXT);
        break;
    }
}

static void add_rows(struct buffer *out, struct arena *arena, const struct sheet_table *table)
{
    buffer_add_string(out, "<sheetData><row r=\"1\">");
    for (uint32_t c = 0; c < table->columns; c++)
        add_text(out, sheet_cell_name(arena, 0, c), STYLE_HEAD, table->head[c]);
    buffer_add_string(out, "</row>");
    assert(table->columns > 0);
    uint32_t rows = (uint32_t)(table->values / table->columns);
    for (uint32_t r = 0; r < rows; r++) {
        buffer_printf(out, "<row r=\"%u\">", (unsigned)(r + 2));
        for (uint32_t c = 0; c < table->columns; c++)
            add_value(out, sheet_cell_name(arena, r + 1, c), &table->value[r * table->columns + c]);
        buffer_add_string(out, "</row>");
    }
    buffer_add_string(out, "</sheetData>");
}

static void make_sheet(const struct sheet_table *table, bool is_first, struct buffer *out)
{
    struct arena *arena = arena_new();
    buffer_printf(
        out,
        HEADER
        "<worksheet xmlns=\"" MAIN "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
        "<sheetViews><sheetView workbookViewId=\"0\"%s><pane ySplit=\"1\" topLeftCell=\"A2\" "
        "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>",
        is_first ? " tabSelected=\"1\"" : "");
    for (size_t c = 0; c < table->columns; c++)
        buffer_printf(out, "<col min=\"%zu\" max=\"%zu\" width=\"%u\" customWidth=\"1\"/>", c + 1,
                      c + 1, table->width[c]);
    buffer_add_string(out, "</cols>");
    add_rows(out, arena, table);
    buffer_add_string(
        out,
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" "
        "footer=\"0.3\"/>"
        "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    arena_free(arena);
}

/* ---- the other parts ---- */

static void add_part(struct zip_writer *writer, const char *name, const struct buffer *text)
{
    zip_add(writer, name, buffer_text(text), text->length, ZIP_DEFLATED);
}

static void add_types(struct zip_writer *writer, size_t tables)
{
    struct buffer text = {0};
    buffer_add_string(
        &text, HEADER
        "<Types xmlns=\"" PACKAGE "content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEET_TYPE "sheet.main+xml\"/>"
        "<Override PartName=\"/xl/styles.xml\" ContentType=\"" SHEET_TYPE "styles+xml\"/>");
    for (size_t i = 1; i <= tables; i++)
        buffer_printf(&text,
                      "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" ContentType=\"" SHEET_TYPE
                      "worksheet+xml\"/>",
                      i);
    buffer_add_string(&text, "</Types>");
    add_part(writer, "[Content_Types].xml", &text);
    buffer_free(&text);
}

static void add_relations(struct zip_writer *writer, size_t tables)
{
    struct buffer text = {0};
    buffer_add_string(&text,
                      HEADER "<Relationships xmlns=\"" PACKAGE "relationships\">"
                             "<Relationship Id=\"rId1\" Type=\"" OFFICE
                             "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    add_part(writer, "_rels/.rels", &text);
    buffer_clear(&text);
    buffer_add_string(&text, HEADER "<Relationships xmlns=\"" PACKAGE "relationships\">");
    for (size_t i = 1; i <= tables; i++)
        buffer_printf(&text,
                      "<Relationship Id=\"rId%zu\" Type=\"" OFFICE
                      "/worksheet\" Target=\"worksheets/sheet%zu.xml\"/>",
                      i, i);
    buffer_printf(&text,
                  "<Relationship Id=\"rId%zu\" Type=\"" OFFICE
                  "/styles\" Target=\"styles.xml\"/></Relationships>",
                  tables + 1);
    add_part(writer, "xl/_rels/workbook.xml.rels", &text);
    buffer_free(&text);
}

static void add_workbook(struct zip_writer *writer, const struct sheet_table *table, size_t tables)
{
    struct buffer text = {0};
    buffer_add_string(&text, HEADER "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
                                    "\"><bookViews><workbookView/></bookViews><sheets>");
    for (size_t i = 0; i < tables; i++) {
        buffer_add_string(&text, "<sheet name=\"");
        escape_xml(&text, table[i].name);
        buffer_printf(&text, "\" sheetId=\"%zu\" r:id=\"rId%zu\"/>", i + 1, i + 1);
    }
    buffer_add_string(&text, "</sheets></workbook>");
    add_part(writer, "xl/workbook.xml", &text);
    buffer_free(&text);
}

void sheet_write_xlsx(const struct sheet_table *table, size_t tables, struct buffer *out)
{
    struct zip_writer writer = {0};
    struct buffer text = {0};
    struct arena *arena = arena_new();
    add_types(&writer, tables);
    add_relations(&writer, tables);
    add_workbook(&writer, table, tables);
    zip_add(&writer, "xl/styles.xml", STYLES, sizeof STYLES - 1, ZIP_DEFLATED);
    for (size_t i = 0; i < tables; i++) {
        buffer_clear(&text);
        make_sheet(&table[i], i == 0, &text);
        add_part(&writer, arena_printf(arena, "xl/worksheets/sheet%zu.xml", i + 1), &text);
    }
    zip_end(&writer);
    buffer_add(out, writer.out.bytes, writer.out.length);
    zip_writer_free(&writer);
    buffer_free(&text);
    arena_free(arena);
}
