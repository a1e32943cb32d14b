#!/bin/bash
# Two editions compared: the commands of docs/compare.md, what they say, exit statuses, and JSON that can be read.
# shellcheck source=tests/e2e/lib.bash
. "$(dirname "$0")/lib.bash"

old=tests/fixtures/province/2568
new=tests/fixtures/province/2569

while read -r command; do
    read -ra words <<<"${command#itareport }"
    check "$command" "$ITAREPORT" "${words[@]}"
done < <(sed -n 's/^    \(itareport diff .*\)/\1/p' docs/compare.md)
rm -f /tmp/compare.pdf

check 'a level that moved is told' says 'ต้องปรับปรุง → ผ่าน' "$ITAREPORT" diff $old $new
check 'a rank that moved is told' says '100.00\*  +31.25  9 → 1' "$ITAREPORT" diff $old $new
check 'schemes that differ are told' says '^The schemes differ' "$ITAREPORT" diff $old $new
check 'in Thai too' says '^กรอบการประเมินต่างกัน' "$ITAREPORT" diff --lang=th $old $new
check 'a question is known by its text' says 'o18 → o17  ช่องทางแจ้งเรื่องร้องเรียน' "$ITAREPORT" diff $old $new
check 'two agencies are told' says '^These are two agencies' "$ITAREPORT" diff input/2568 $new
check 'the wrong order is told' says '^The first edition is of the later year' "$ITAREPORT" diff $new $old
check 'one operand is too few' exits 2 "$ITAREPORT" diff $old
check 'an unknown format is wrong usage' exits 2 "$ITAREPORT" diff --format=xml $old $new
check 'a folder that is not there is an error' exits 1 "$ITAREPORT" diff "$WORK/nowhere" $new
check 'in either place' exits 1 "$ITAREPORT" diff $old "$WORK/nowhere"
check 'editions that differ are no failure' exits 0 "$ITAREPORT" diff $old $new

check 'the JSON is the same twice, and right' python3 - "$ITAREPORT" $old $new <<'EOF'
import json, subprocess, sys

def run():
    return subprocess.run([sys.argv[1], "diff", "--format=json", *sys.argv[2:]], capture_output=True, check=True).stdout

first = run()
assert first == run()
data = json.loads(first)
assert not data["same_scheme"] and data["same_agency"] and not data["same_year"]
assert data["before"]["fiscal_year"] == 2568 and data["after"]["fiscal_year"] == 2569
for row in data["scores"]:
    if "before" in row and "after" in row:
        cents = lambda side: round(float(row[side]["score"]) * 100)
        assert cents("after") - cents("before") == round(float(row["change"]) * 100), row
    for side in ("before", "after"):
        place = row.get(side, {}).get("place")
        if place:
            with open(place["file"], encoding="utf-8") as file:
                line = file.read().split("\n")[place["line"] - 1]
            digits = line.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
            assert str(int(float(row[side]["score"]))) in digits, (row, line)
moved = [q for q in data["questions"] if q["moved"]]
assert {"o18", "o17"} <= {q["before"]["id"] for q in moved} | {q["after"]["id"] for q in moved}
for question in data["questions"]:
    assert question["fate"] in ("added", "dropped", "renamed", "kept")
EOF

check 'the comparison is made as a PDF without a warning' \
    test -z "$("$ITAREPORT" diff -o "$WORK/compare.pdf" $old $new 2>&1)"
check 'the file is sound' qpdf --check "$WORK/compare.pdf"
check 'it has its structure' says '^Tagged: *yes$' pdfinfo "$WORK/compare.pdf"
pdftotext -layout "$WORK/compare.pdf" "$WORK/text"
check 'it says the level that moved' says 'เปลี่ยนจาก “ต้องปรับปรุง” เป็น “ผ่าน”' cat "$WORK/text"
check 'and the chapters' says 'ข้อคำถามที่ต่างไปจากปีก่อน' cat "$WORK/text"
check 'an edition with its previous one needs no more than the layout' \
    exits 0 "$ITAREPORT" build -q --layout=compare -o "$WORK/again.pdf" $new
check 'and gives the same pages' cmp "$WORK/compare.pdf" "$WORK/again.pdf"
check 'two agencies are told on the page' exits 0 "$ITAREPORT" diff -o "$WORK/two.pdf" input/2568 $new
pdftotext "$WORK/two.pdf" "$WORK/text"
check 'in words' says 'คนละหน่วยงาน' cat "$WORK/text"
check 'an edition that names none has nothing to compare' \
    exits 0 "$ITAREPORT" build -q --layout=compare -o "$WORK/none.pdf" input/2568
check 'a file of an edition is not overwritten' exits 1 "$ITAREPORT" diff -o $old/results.yaml $old $new
python3 tests/e2e/page_rules.py "$ITAREPORT" $new compare

# ---- the example of the year before ----
check 'the example has nothing to find' test -z "$("$ITAREPORT" check input/2567 2>/dev/null)"
"$ITAREPORT" build -q -o "$WORK/example.pdf" input/2567
pages=$(pdfinfo "$WORK/example.pdf" | awk '/^Pages/ { print $2 }')
check 'every page of it says that it is one' \
    test "$(pdftotext "$WORK/example.pdf" - | grep -c '^ตัวอย่าง ตัวเลขและข้อความสมมติขึ้น')" = "$pages"
