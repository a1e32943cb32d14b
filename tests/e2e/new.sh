#!/bin/bash
# A newcomer begins in an empty folder: what `itareport new` makes builds at once as a draft, says all that is left to do, and
# is a report when that is done. Agencies of several kinds, names with every sign that YAML knows.
. "$(dirname "$0")/lib.bash"
data=${ITAREPORT_DATA:-.}
cd "$WORK" || exit 3

lacks() { ! says "$@" >/dev/null; }
new() { "$ITAREPORT" new "$@"; }

check 'an edition is made' says 'Made 2568, fiscal year 2568' new 2568 --agency เทศบาลตำบลตัวอย่าง --year 2568 --kind องค์กรปกครองส่วนท้องถิ่น
check 'with a copy of the scheme of its year' cmp 2568/framework.yaml "$data/input/frameworks/2568.yaml"
check 'it builds at once as a draft' exits 0 "$ITAREPORT" build -q --draft -o draft.pdf 2568
check 'which says what is not known' sh -c 'pdftotext draft.pdf - | grep -q "(รอผล)"'
check 'and shows the marks' sh -c 'pdftotext draft.pdf - | grep -q "<<มาตรการ"'
check 'it makes up no score' sh -c '! pdftotext draft.pdf - | grep -q "๐.๐๐ คะแนน"'
check 'it is no report' exits 1 "$ITAREPORT" build -q -o report.pdf 2568
check 'every question is beside its score' sh -c 'test "$(grep -c "^  [ieo][0-9]*:.*# " 2568/results.yaml)" = 52'
check 'seven issues with a measure each' sh -c 'test "$(grep -c "      - name: <<" 2568/measures.yaml)" = 7'
check 'check lists the marks' says 'measures.yaml:.*still to be written' "$ITAREPORT" check 2568
check 'and the scores' says 'results.yaml:.*43 questions have no score' "$ITAREPORT" check 2568
check 'as warnings in a draft' says 'errors: 0, warnings:' "$ITAREPORT" check --draft 2568

# ---- all is done ----
cp -R 2568 done
sed -i -E 's/^(  [io][0-9]+:) +#.*/\1 96.00/; s/^(  e[0-9]+:).*/\1 {public: 92.00, survey: 90.00}/' done/results.yaml
sed -i -E 's/<<แนวทางของข้อที่เว้นว่างไว้>>/รักษามาตรฐาน/; s/<<เขียนบทวิเคราะห์ตัวชี้วัดที่ [0-9]+>>/ทุกข้อได้คะแนนเท่ากัน/; s/<<[^>]*>>/สรุปผล/' done/analyses.yaml
sed -i -E 's/<<(มาตรการ[^>]*)>>/\1/; s/<<([^>]*)>>/\1/' done/measures.yaml
check 'when all is written it is a report' exits 0 "$ITAREPORT" build -q -o report.pdf done
check 'one default serves all questions' sh -c 'test "$(pdftotext report.pdf - | grep -c "^รักษามาตรฐาน")" -gt 40'
check 'and nothing is left' lacks 'still to be written' "$ITAREPORT" check done

# ---- what is there stays ----
echo mine >2568/mine.txt
sum=$(cat 2568/* | sha256sum)
check 'a folder with something in it is refused' exits 1 new 2568 --agency อื่น --year 2568
check 'and nothing of it is lost' test "$(cat 2568/* | sha256sum)" = "$sum"
mkdir empty
check 'an empty one is fine' exits 0 new empty --agency เทศบาลสมมติ --year 2569
touch file
check 'a file is refused' exits 1 new file --agency เทศบาลสมมติ --year 2568

# ---- years and schemes ----
check 'a year without a scheme says which there are' says '2568, 2569' new none --agency เทศบาลสมมติ --year 2599
check 'and makes nothing' test ! -e none
check 'Thai digits are fine' exits 0 new thai --agency เทศบาลสมมติ --year ๒๕๖๘
check 'a year of another era is asked for' says 'did you mean 2568' new era --agency เทศบาลสมมติ --year 2025
check 'and one of two digits' says 'did you mean 2568' new era --agency เทศบาลสมมติ --year ๖๘
check 'both are wrong usage' exits 2 new era --agency เทศบาลสมมติ --year 68
check 'a name that no edition may have is told' says 'too short' new short --agency ก --year 2568
check 'and nothing stays of it' test ! -e short
check 'an agency is needed' exits 2 new era --year 2568
check 'a scheme may be named' exits 0 new small --agency เทศบาลสมมติ --scheme "$data/tests/fixtures/small/framework.yaml"
check 'with another year it is refused' says 'is of fiscal year 2568, not of 2569' new other --agency เทศบาลสมมติ --year 2569 --scheme "$data/tests/fixtures/small/framework.yaml"
mkdir -p town/frameworks
cp "$data/input/frameworks/2569.yaml" town/frameworks
check 'a scheme beside the folder is shared' sh -c '"$ITAREPORT" new town/เล่ม๒๕๖๙ --agency เทศบาลสมมติ --year 2569 >/dev/null && grep -q "^framework: ../frameworks/2569.yaml" town/เล่ม๒๕๖๙/edition.yaml'
check 'in a folder with a Thai name' exits 0 "$ITAREPORT" build -q --draft -o thai.pdf town/เล่ม๒๕๖๙

# ---- agencies and their names ----
number=0
while read -r year name; do
    number=$((number + 1))
    check "an edition for $name" sh -c '"$ITAREPORT" new "$1" --agency "$2" --short-name "$2" --kind "$2" --default-guideline รักษามาตรฐาน --year "$3" >/dev/null &&
        "$ITAREPORT" build -q --draft -o a.pdf "$1" && pdfinfo a.pdf | grep -qF -- "$2"' sh "kind$number" "$name" "$year"
done <<'END'
2568 เทศบาลนครสมมติ
2569 จังหวัดสมมติ: ส่วนกลาง
2568 มหาวิทยาลัย "สมมติ" วิทยาเขต #2
2569 'กรมสมมติ'
2568 โรงพยาบาลสมมติ, อำเภอ [เมือง] & บริเวณ
2568 - สำนักงาน *พิเศษ* {หนึ่ง}
2569 @หน่วย \ 100% | ก > ข ? ! `
2568 12345
2569 null
END
