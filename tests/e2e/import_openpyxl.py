"""What is exported, as openpyxl reads it; and what openpyxl writes, imported: import_openpyxl.py PROGRAM EDITION FOLDER"""
import datetime
import subprocess
import sys

import openpyxl

program, edition, folder = sys.argv[1:]
subprocess.run([program, "export", edition, "-o", f"{folder}/read.xlsx"], check=True)
book = openpyxl.load_workbook(f"{folder}/read.xlsx")
assert book.sheetnames == ["คะแนน", "ค่าที่ประกาศ", "อันดับ", "มาตรการ"], book.sheetnames
sheet = book["คะแนน"]
assert sheet.freeze_panes == "A2"
assert sheet["A1"].font.b and not sheet["A2"].font.b
assert sheet["A2"].font.name == "TH SarabunPSK"
assert sheet["D2"].value == 98 and sheet["D2"].number_format == "0.00", (sheet["D2"].value, sheet["D2"].number_format)
assert sheet.column_dimensions["C"].width == 80

# Dates, formulas without a stored value, merged cells, an error, rich numbers.
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["ผลการประเมิน"])
sheet.merge_cells("A1:C1")
sheet.append(["ข้อ", "วันที่", "คะแนน"])
for row in [("i1", 97.25), ("i2", 0.9733), ("i3", "=1+1")]:
    sheet.append([row[0], datetime.date(2025, 10, 1), row[1]])
sheet["C4"].number_format = "0.00%"
book.save(f"{folder}/written.xlsx")
out = subprocess.run([program, "import", "--lang=en", f"{folder}/written.xlsx", "-e", edition], capture_output=True, text=True)
assert out.returncode == 1 and "C5 holds a formula whose result is not in the file" in out.stderr, out.stderr
assert "97.25" in out.stdout and "97.33" in out.stdout, out.stdout
