"""Spreadsheets as offices make them, written by hand as XLSX, ODS and CSV: no binary file is kept, and no library needed.

A sheet is a list of rows; a row is a list of cells. A cell is None, a text, a number, or a Cell. The same sheet can be
written in all three forms.
"""
import csv
import io
import sys
import zipfile
from xml.sax.saxutils import escape


class Cell:
    """What a text and a number cannot say: a format, a merge, an error, a formula."""

    def __init__(self, value, kind=None, down=1, right=1, form=None):
        self.value, self.kind, self.down, self.right, self.form = value, kind, down, right, form


FORMS = {None: 0, "0.00": 1, "0": 2, "0.00%": 3, "date": 4, "0%": 5}
STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<numFmts><numFmt numFmtId="164" formatCode="[$-41E]d mmm yyyy"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="1"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs>'
    '</styleSheet>'
)


def column(number):
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def xlsx_cell(cell, row, at, strings):
    place = f'{column(at)}{row + 1}'
    cell = cell if isinstance(cell, Cell) else Cell(cell)
    value, style = cell.value, f' s="{FORMS[cell.form]}"'
    if cell.kind == "error":
        return f'<c r="{place}" t="e"><v>{escape(value)}</v></c>'
    if cell.kind == "formula":
        return f'<c r="{place}"{style}><f>A1</f><v>{value}</v></c>'
    if cell.kind == "unsaved":
        return f'<c r="{place}"><f>A1</f></c>'
    if cell.kind == "rich":
        half = len(value) // 2
        return (f'<c r="{place}" t="inlineStr"><is><r><t xml:space="preserve">{escape(value[:half])}</t></r>'
                f'<r><rPr><b/></rPr><t xml:space="preserve">{escape(value[half:])}</t></r></is></c>')
    if isinstance(value, str):
        if value not in strings:
            strings.append(value)
        return f'<c r="{place}" t="s"><v>{strings.index(value)}</v></c>'
    return f'<c r="{place}"{style}><v>{value!r}</v></c>'


def merges(sheet):
    for r, row in enumerate(sheet):
        for c, cell in enumerate(row):
            if isinstance(cell, Cell) and (cell.down > 1 or cell.right > 1):
                yield f'{column(c)}{r + 1}:{column(c + cell.right - 1)}{r + cell.down}'


def xlsx(path, sheets, hidden=()):
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
    office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    strings, parts, names, relations = [], {}, "", ""
    for i, (name, sheet) in enumerate(sheets.items(), 1):
        rows = "".join(
            f'<row r="{r + 1}">' + "".join(xlsx_cell(cell, r, c, strings) for c, cell in enumerate(row) if cell is not None) + '</row>'
            for r, row in enumerate(sheet))
        merged = "".join(f'<mergeCell ref="{m}"/>' for m in merges(sheet))
        merged = f'<mergeCells>{merged}</mergeCells>' if merged else ""
        parts[f'xl/worksheets/sheet{i}.xml'] = f'<worksheet {main}><sheetData>{rows}</sheetData>{merged}</worksheet>'
        state = ' state="hidden"' if name in hidden else ""
        names += f'<sheet name="{escape(name)}" sheetId="{i}"{state} r:id="r{i}"/>'
        relations += f'<Relationship Id="r{i}" Type="{office}/worksheet" Target="worksheets/sheet{i}.xml"/>'
    parts['xl/workbook.xml'] = f'<workbook {main} xmlns:r="{office}"><sheets>{names}</sheets></workbook>'
    parts['xl/_rels/workbook.xml.rels'] = (
        f'<Relationships xmlns="{packages}">{relations}<Relationship Id="s" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="t" Type="{office}/styles" Target="styles.xml"/></Relationships>')
    parts['xl/sharedStrings.xml'] = f'<sst {main}>' + "".join(f'<si><t xml:space="preserve">{escape(s)}</t></si>' for s in strings) + '</sst>'
    parts['xl/styles.xml'] = STYLES
    parts['_rels/.rels'] = f'<Relationships xmlns="{packages}"><Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def ods_cell(cell):
    cell = cell if isinstance(cell, Cell) else Cell(cell)
    value, spans = cell.value, ""
    if cell.down > 1 or cell.right > 1:
        spans = f' t:number-rows-spanned="{cell.down}" t:number-columns-spanned="{cell.right}"'
    if value is None:
        return f'<t:table-cell{spans}/>'
    if cell.kind == "error":
        return f'<t:table-cell o:value-type="string" o:string-value="" c:value-type="error"{spans}><x:p>{escape(value)}</x:p></t:table-cell>'
    if isinstance(value, str):
        lines = "".join(f'<x:p>{escape(line)}</x:p>' for line in value.split("\n"))
        return f'<t:table-cell o:value-type="string"{spans}>{lines}</t:table-cell>'
    if cell.form in ("0.00%", "0%"):
        return f'<t:table-cell o:value-type="percentage" o:value="{value!r}"{spans}><x:p>{value * 100:.2f}%</x:p></t:table-cell>'
    shown = f'{value:.2f}' if cell.form == "0.00" else f'{value:g}'
    return f'<t:table-cell o:value-type="float" o:value="{value!r}"{spans}><x:p>{shown}</x:p></t:table-cell>'


def ods(path, sheets, hidden=()):
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    tables = ""
    for name, sheet in sheets.items():
        covered = set()
        rows = ""
        for r, row in enumerate(sheet):
            cells, c = "", 0
            for c, cell in enumerate(row):
                if (r, c) in covered:
                    cells += '<t:covered-table-cell/>'
                    continue
                if isinstance(cell, Cell):
                    covered |= {(r + i, c + j) for i in range(cell.down) for j in range(cell.right)} - {(r, c)}
                cells += ods_cell(cell)
            rows += f'<t:table-row>{cells}<t:table-cell t:number-columns-repeated="{16384 - len(row)}"/></t:table-row>'
        style = ' t:style-name="gone"' if name in hidden else ""
        tables += f'<t:table t:name="{escape(name)}"{style}>{rows}<t:table-row t:number-rows-repeated="{1048576 - len(sheet)}"><t:table-cell t:number-columns-repeated="16384"/></t:table-row></t:table>'
    content = (
        f'<o:document-content xmlns:o="{urn}:office:1.0" xmlns:t="{urn}:table:1.0" xmlns:x="{urn}:text:1.0" xmlns:s="{urn}:style:1.0"'
        ' xmlns:c="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        '<o:automatic-styles><s:style s:name="gone" s:family="table"><s:table-properties t:display="false"/></s:style></o:automatic-styles>'
        f'<o:body><o:spreadsheet>{tables}</o:spreadsheet></o:body></o:document-content>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)


def shown(cell):
    cell = cell if isinstance(cell, Cell) else Cell(cell)
    if cell.value is None or cell.kind == "unsaved":
        return ""
    if isinstance(cell.value, str):
        return cell.value
    if cell.form in ("0.00%", "0%"):
        return f'{cell.value * 100:.2f}%'
    return f'{cell.value:.2f}' if cell.form == "0.00" else f'{cell.value:g}'


def csv_bytes(sheet, parting=",", encoding="utf-8", end="\r\n"):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=parting, lineterminator=end)
    for row in sheet:
        writer.writerow([shown(cell) for cell in row])
    return out.getvalue().encode(encoding)
