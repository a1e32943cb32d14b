"""Spreadsheets with the scores of an edition, each built in another way that offices build them: import_sheets.py EDITION FOLDER

Every one of them must say the same as the edition: nothing changes when it is imported.
"""
import sys
from pathlib import Path

import yaml

import sheets
from sheets import Cell

edition, folder = Path(sys.argv[1]), Path(sys.argv[2])
profile = yaml.safe_load((edition / "edition.yaml").read_text(encoding="utf-8"))
scheme = yaml.safe_load((edition / profile["framework"]).read_text(encoding="utf-8"))
scores = yaml.safe_load((edition / "results.yaml").read_text(encoding="utf-8"))["scores"]
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def groups(indicator):
    return [indicator] if "questions" in indicator else indicator["subindicators"]


def questions(instrument):
    return [q for i in instrument["indicators"] for g in groups(i) for q in g["questions"]]


def number(question):
    return int(question["id"][1:])


def parts(instrument):
    return [p["id"] for p in instrument.get("parts", [])]


def score(question, part=None):
    value = scores[question["id"]]
    return float(value[part] if part else value)


def both(name, book):
    sheets.xlsx(folder / f"{name}.xlsx", book)
    sheets.ods(folder / f"{name}.ods", book)


def heads_of_three_lines(shows_text):
    """Titles, a head of three lines with merged cells, indicators between questions, a mean below, a note; an empty column."""
    rows = [
        [Cell("ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2568", right=7)], [None],
        [None, Cell("ข้อที่", down=3), Cell("ข้อคำถาม", down=3), Cell("คะแนน", right=3), None, None, Cell("หมายเหตุ", down=3)],
        [None, None, None, Cell("IIT / OIT", down=2), Cell("EIT", right=2)], [None, None, None, None, "ส่วนที่ 1", "ส่วนที่ ๒"],
    ]
    for instrument in scheme["instruments"]:
        rows.append([None, instrument["name"]])
        for indicator in instrument["indicators"]:
            rows.append([None, f"ตัวชี้วัดที่ {indicator['number']} {indicator['name']}"])
            for group in groups(indicator):
                for question in group["questions"]:
                    row = [None, number(question), question["text"] if shows_text else None]
                    if parts(instrument):
                        # As it is stored by a program that calculated it, and as a text
                        row += [None] + [Cell(score(question, p) + 1e-10, form="0.00") if k == 0 else f"{score(question, p):.2f}"
                                         for k, p in enumerate(parts(instrument))]
                    else:
                        row.append(Cell(score(question) / 100, form="0.00%"))
                    rows.append(row)
    return rows + [[None, "รวมเฉลี่ย", None, 97.2], [None], [None, "หมายเหตุ: ข้อมูล ณ วันที่ 1 ตุลาคม 2568"]]


both("three-lines", {"ปก": [["รายงานผล"]], "ผลคะแนน": heads_of_three_lines(True)})
both("three-lines-numbers", {"ผลคะแนน": heads_of_three_lines(False)})

# Numbers that begin again, without a word of whose they are; and scores alone.
runs = [(i, p) for i in scheme["instruments"] for p in parts(i) or [None]]
rows = [["ลำดับ", "ผลคะแนน"]] + [[number(q), score(q, p)] for i, p in runs for q in questions(i)]
(folder / "runs.csv").write_bytes(sheets.csv_bytes(rows))
(folder / "alone.csv").write_bytes(sheets.csv_bytes([row[1:] for row in rows[1:]]))

# Words that are only nearly the question's, in an old encoding, with decimal commas.
rows = [["ประเด็นการประเมิน", "คะแนนเต็ม", "ร้อยละ"]]
for instrument, part in runs:
    rows.append([f"{instrument['id']} {part or ''}"])
    for question in questions(instrument):
        words = question["text"].replace("มากน้อยเพียงใด", "").replace("หรือไม่", "")
        rows.append([words, "100", f"{score(question, part):.2f}".replace(".", ",")])
(folder / "words.csv").write_bytes(sheets.csv_bytes(rows, ";", "tis-620"))

# One agency a row.
head = ["หน่วยงาน"]
mine = [profile["agency"]["name"]]
for instrument in scheme["instruments"]:
    for question in questions(instrument):
        for k, part in enumerate(parts(instrument) or [None], 1):
            head.append(question["id"].upper() + (f" ส่วนที่ {k}" if part else ""))
            mine.append(f"{score(question, part):.2f}".translate(THAI))
others = [[f"เทศบาลอื่น {n}"] + [50.5] * (len(head) - 1) for n in range(3)]
(folder / "agencies.tsv").write_bytes(sheets.csv_bytes([["ผลคะแนนรายหน่วยงาน"], head, others[0], mine, *others[1:]], "\t", "utf-8-sig"))

# A sheet an instrument, the year before beside, a draft with other scores, and a hidden sheet.
book = {}
for instrument in scheme["instruments"]:
    names = [p["english"] for p in instrument.get("parts", [])] or ["คะแนนปี 2568"]
    rows = [["ข้อ", "คะแนนปี 2567", *names]]
    rows += [[f"ข้อ {question['id']}".translate(THAI), 11.11, *[score(question, p) for p in parts(instrument) or [None]]] for question in questions(instrument)]
    book[instrument["id"]] = rows
book["ร่าง"] = [["ข้อ", "คะแนน"], ["i1", 1.0], ["i2", 2.0]]
book["ซ่อน"] = [["ข้อ", "คะแนน"]] + [[q["id"], 3.0] for i in scheme["instruments"] for q in questions(i) if not parts(i)] * 2
sheets.xlsx(folder / "sheets.xlsx", book, hidden=("ซ่อน",))
sheets.ods(folder / "sheets.ods", book, hidden=("ซ่อน",))

# What is wrong in cells, each at its own.
bad = [
    ["ข้อ", "คะแนน"], ["i1", "9x.2"], ["i2", Cell("#N/A", kind="error")], ["i3", Cell(None, kind="unsaved")], ["i4", 104.5],
    ["i5", Cell(45931, form="date")], ["i6", "๙8.00"], ["i7", None], ["i8", "-"], ["i9", 91.456], ["i10", Cell(91.4, form="0")], ["i1", 55.0],
]
sheets.xlsx(folder / "bad.xlsx", {"ผล": bad})
