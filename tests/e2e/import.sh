#!/bin/bash
# Scores from spreadsheets as offices make them; what is shown, what is written and what is not; and back again.
# shellcheck source=tests/e2e/lib.bash
. "$(dirname "$0")/lib.bash"

here=$(dirname "$0")
edition=$WORK/edition
fresh() {
    rm -rf "$edition"
    cp -R input/2568 "$edition"
    sed -i "s|\.\./frameworks|$PWD/input/frameworks|" "$edition/edition.yaml"
}
import() { "$ITAREPORT" import --lang=en -e "$edition" "$@"; }
same() { diff -r "$edition" "$WORK/before"; }

# ---- what offices make ----

fresh
cp -R "$edition" "$WORK/before"
mkdir "$WORK/made"
check 'the spreadsheets are made' python3 "$here/import_sheets.py" "$edition" "$WORK/made"
for file in three-lines.xlsx three-lines.ods three-lines-numbers.xlsx three-lines-numbers.ods runs.csv alone.csv words.csv agencies.tsv \
    sheets.xlsx sheets.ods; do
    check "$file says what the edition says" says '^nothing changes: 61 values are the same$' import "$WORK/made/$file"
done
check 'nothing was written for that' same
check 'standard input is read' says 'nothing changes: 61' sh -c "'$ITAREPORT' import - -e '$edition' <'$WORK/made/runs.csv'"
check 'the sheets that were taken are named' says '^sheet: OIT, EIT, IIT$' import "$WORK/made/sheets.xlsx"
check 'and the one that was not' says 'not taken.*: ร่าง$' import "$WORK/made/sheets.xlsx"
check 'a hidden one is taken where it is named' says 'scores.i1 .*98.00 .*3.00' import --sheet ซ่อน "$WORK/made/sheets.ods"
check 'a sheet that is none is answered with those there are' says 'its sheets are IIT, EIT, OIT, ร่าง, ซ่อน' import --sheet IIIT "$WORK/made/sheets.xlsx"
check 'what nothing is made of is told' says 'A71\|B71  รวมเฉลี่ย' import "$WORK/made/three-lines.xlsx"
check 'columns can be named' says 'B2 .*scores.i1 .*11.11' import --sheet IIT --columns=score=B "$WORK/made/sheets.xlsx"
check 'and other years beside' says '^nothing changes: 15' import --sheet IIT "$WORK/made/sheets.xlsx"

printf 'หมวด,เรื่อง,ได้\ni1,,91.5\no1,,\no2,,\no3,,99\n' >"$WORK/few.csv"
check 'scores that are there are taken, though most are not' says 'C5 .*scores.o3 .*99.00' import "$WORK/few.csv"
check 'and those that are not are named' says 'C3: no score for o1' import "$WORK/few.csv"
printf 'i1,95\no1,,,99\no2,98,,\no3,,97,\n' >"$WORK/scattered.csv"
for row in 2 3 4; do
    check "a row of numbers that nothing is made of is told, here $row" says "A$row  o$((row - 1))" import "$WORK/scattered.csv"
done

# ---- bad cells ----

said() { # said CELL WORDS
    check "$1: $2" says "$1.*$2" import "$WORK/made/bad.xlsx"
}
check 'bad cells are errors' exits 1 import "$WORK/made/bad.xlsx"
said B2 'is no score'
said B3 'error value #N/A'
said B4 'a formula whose result is not in the file'
said B5 'is not between 0 and the full score'
said B6 'is a day, 1 ตุลาคม 2568'
said B7 'Thai and Western digits'
said B8 'no score for i7'
said B9 'no score for i8'
said B10 '91.456000; 91.46 is taken'
said B11 'not the same: 91; 91.40 is taken'
check 'in Thai too' says 'bad.xlsx:2:6: .*B2: “9x.2” ไม่ใช่คะแนน' "$ITAREPORT" import --lang=th -e "$edition" "$WORK/made/bad.xlsx"
check 'and nothing is written' exits 1 import --yes "$WORK/made/bad.xlsx"
check 'nothing at all' same
printf 'i1,9\ni1,8\n' >"$WORK/twice.csv"
check 'two values for one score are an error' says 'B2 and B1 have different values for scores.i1' import "$WORK/twice.csv"
printf 'ข้อ,คะแนน\ne1,80\ne2,81\ne3,82\n' >"$WORK/part.csv"
check 'a score of no part is an error' says 'B2: it is not said for which part this score of e1 is' import "$WORK/part.csv"
printf 'i1,98,97\ni2,96,95\ni3,100,99\n' >"$WORK/columns.csv"
check 'two columns of scores are an error' says 'more than one column could be the scores: B, C' import "$WORK/columns.csv"
printf 'i1,0.98\ni2,0.97\ni3,1\ni4,0.9\ni5,0.8\n' >"$WORK/fractions.csv"
check 'parts of a whole are asked about' says 'all scores of the sheet are 1 or less' import "$WORK/fractions.csv"
printf 'ผลการประเมินปีงบประมาณ 2567,\ni1,98\n' >"$WORK/year.csv"
check 'a sheet of another year is asked about' says 'A1: this is of the year 2567, and the edition of 2568' import "$WORK/year.csv"
printf 'name,price\nrice,20\n' >"$WORK/other.csv"
check 'a table of something else is an error' says 'nothing that the framework knows' import "$WORK/other.csv"

# ---- writing ----

cat >"$WORK/new.csv" <<'END'
ข้อ;ข้อคำถาม;คะแนน
i1;;97,5
ข้อ i๒;;๙๕.๐๐
I3;;100%
;ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน;86,20
END
check 'what changes is shown' says 'C2 *scores.i1 *98.00 *97.50 *id' import "$WORK/new.csv"
check 'nothing is written unless it is asked for' same
check 'it is written' says 'written: .*results.yaml' import --yes "$WORK/new.csv"
check 'only those lines changed' sh -c "test \$(diff '$edition/results.yaml' '$WORK/before/results.yaml' | grep -c '^<') = 3"
check 'with what is beside them' grep -q '^    6: {score: 86.20, public: 91.93, survey: 80.45}$' "$edition/results.yaml"
check 'how it was read is kept' grep -q '^    score: {column: C, head: "คะแนน"}$' "$edition/import.yaml"
cp "$edition/import.yaml" "$WORK/import.yaml"
check 'a second time nothing changes' says 'nothing changes: 4' import --yes "$WORK/new.csv"
check 'and it is kept in the same bytes' cmp "$edition/import.yaml" "$WORK/import.yaml"
sed -i 's/column: C, head: "คะแนน"/column: B, head: "ข้อคำถาม"/' "$edition/import.yaml"
check 'what is put right by hand counts' says 'B2: no score for i1' import "$WORK/new.csv"
echo 'scores: {sheets: x}' >"$edition/import.yaml"
check 'a mistake in it is an error at its place' says 'import.yaml:1:10: error' import "$WORK/new.csv"

# Scores that are missing are added where they belong; the edition cannot be loaded before.
fresh
sed -i -e '/^  i2:/d' -e '/^  i15:/d' -e 's/^  e4:.*/  e4:/' -e '/^  o28:/d' "$edition/results.yaml"
check 'an edition without some scores' says 'nothing was written' import "$WORK/made/runs.csv"
check 'gets them' says 'written: ' import --yes "$WORK/made/runs.csv"
check 'each in its place' diff "$edition/results.yaml" input/2568/results.yaml
printf 'i1,104.00\n' >"$WORK/over.csv"
check 'what the loader would refuse is not written' exits 1 import --yes "$WORK/over.csv"

# ---- measures ----

cat >"$WORK/measures.csv" <<'END'
แผนปี ๒๕๖๙;;;;
ประเด็นที่ ๑ กระบวนการปฏิบัติงานที่โปร่งใส;;;;
มาตรการ;ขั้นตอน;ระยะเวลา;ผู้รับผิดชอบ;
มาตรการจัดระบบบัตรคิวและป้าย;"1) สำรวจจุดให้บริการ
2) จัดหาบัตรคิว
   และป้าย";ตุลาคม 2568 - กันยายน 2569;สำนักปลัด
มาตรการใหม่;ก้าวแรก;1 พ.ย. 2568 ถึง 30 พ.ย. 2568;"กองคลัง
กองช่าง"
;ก้าวที่สอง;;
END
small=$WORK/small
rm -rf "$small" && cp -R tests/fixtures/small "$small"
measures() { "$ITAREPORT" import --measures --lang=en -e "$small" "$@"; }
check 'a measure of nearly the same name is changed' says 'issues.1.measures.1.name .*บัตรคิวและป้าย' measures "$WORK/measures.csv"
check 'the others in order' says 'issues.1.measures.2.name .*มาตรการใหม่' measures "$WORK/measures.csv"
check 'steps that are no more are left out' says 'issues.1.measures.1.steps.3 .*–' measures "$WORK/measures.csv"
check 'it is written' says 'written: .*measures.yaml' measures --yes "$WORK/measures.csv"
check 'and then it is so' says '^nothing changes: 2 measures' measures "$WORK/measures.csv"
check 'what is beside it stays' grep -q 'period: {from: 1 ตุลาคม 2568, to: 30 กันยายน 2569}' "$small/measures.yaml"
check 'the loader takes it' "$ITAREPORT" dump --stage=edition "$small"
sed 's/มาตรการใหม่/มาตรการประกาศมาตรฐานการให้บริการ/; $a มาตรการที่สาม;เริ่ม;1 พ.ย. 2568 - 30 พ.ย. 2568;กองคลัง' "$WORK/measures.csv" >"$WORK/three.csv"
check 'one more is added' says 'issues.1.measures.3 .*มาตรการที่สาม' measures --yes "$WORK/three.csv"
check 'and then it is so, too' says '^nothing changes: 3 measures' measures "$WORK/three.csv"
sed 's/ตุลาคม 2568 - กันยายน 2569/ตลอดปี/' "$WORK/measures.csv" >"$WORK/period.csv"
check 'a period that is none is an error' says 'C4: “ตลอดปี” is no period' measures "$WORK/period.csv"
sed 's/ประเด็นที่ ๑/ประเด็นที่ ๙/' "$WORK/measures.csv" >"$WORK/issue.csv"
check 'so is an issue that the edition has not' says 'A4: it is not said which issue' measures "$WORK/issue.csv"
check 'so is a table without measures' says 'has no table of measures' measures "$WORK/new.csv"

# ---- out and in again ----

for of in input/2568 tests/fixtures/small tests/fixtures/prose tests/fixtures/province/2569; do
    rm -rf "$WORK/out" && mkdir "$WORK/out"
    check "$of is exported" "$ITAREPORT" export "$of" -o "$WORK/out/all.xlsx"
    check "$of: no measure changes when they come back" says '^nothing changes' "$ITAREPORT" import --measures --lang=en "$WORK/out/all.xlsx" -e "$of"
    "$ITAREPORT" export --what=measures "$of" >"$WORK/out/measures.csv"
    check "$of: nor as CSV" says '^nothing changes' "$ITAREPORT" import --measures --lang=en "$WORK/out/measures.csv" -e "$of"
    check "$of: nothing changes when it comes back" says '^nothing changes' "$ITAREPORT" import --lang=en "$WORK/out/all.xlsx" -e "$of"
    for what in scores figures ranking; do
        "$ITAREPORT" export --what=$what "$of" >"$WORK/out/$what.csv"
        values=$(tail -n +2 "$WORK/out/$what.csv" | grep -c .)
        [ "$what" != scores ] || check "$of, $what as CSV: nothing changes" says '^nothing changes' "$ITAREPORT" import --lang=en "$WORK/out/$what.csv" -e "$of"
        check "$of, $what as CSV: nothing is said to change" sh -c "test $values -gt 0 && ! '$ITAREPORT' import --lang=en '$WORK/out/$what.csv' -e '$of' | grep 'to be changed'"
    done
    "$ITAREPORT" export "$of" -o "$WORK/out/again.xlsx"
    check "$of: the same bytes again" cmp "$WORK/out/all.xlsx" "$WORK/out/again.xlsx"
done
check 'no file of the edition is written over' exits 1 "$ITAREPORT" export input/2568 -o input/2568/results.yaml
check 'CSV holds one table' exits 2 "$ITAREPORT" export --what=all input/2568 -o "$WORK/out/all.csv"

# ---- the documentation ----

mkdir "$WORK/docs"
ln -s "$PWD/input" "$PWD/tests" "$WORK/docs"
for command in export import; do
    while read -r line; do
        read -ra words <<<"${line#itareport }"
        check "$line" sh -c 'cd "$1" && shift && "$@"' sh "$WORK/docs" "$ITAREPORT" "${words[@]}"
    done < <(sed -n "s/^    \(itareport $command .*\)/\1/p" docs/import.md)
done
(cd "$WORK/docs" && "$ITAREPORT" import --lang=en tests/fixtures/sheets/report.csv -e input/2568) >"$WORK/shown"
check 'the table in docs/import.md is what is shown' diff "$WORK/shown" <(sed -n '/^    cell /,/^$/s/^    //p' docs/import.md)

# ---- strangers' files ----

cp tests/fixtures/sheets/*.csv "$WORK/made"
"$ITAREPORT" export input/2568 -o "$WORK/made/all.xlsx"
check 'spreadsheets that were hurt end with a word' python3 tests/hostile/spreadsheets.py --count 40 --seed 7 --keep "$WORK/hurt" "$ITAREPORT" "$WORK/made"

# ---- with programs that others wrote ----

python=
for one in python3 /usr/bin/python3; do
    [ -n "$python" ] || ! "$one" -c 'import openpyxl' 2>/dev/null || python=$one
done
if [ -n "$python" ]; then
    check 'openpyxl reads what is exported, and its own file comes back' "$python" "$here/import_openpyxl.py" "$ITAREPORT" input/2568 "$WORK/out"
else
    echo '# SKIPPED: openpyxl is not there'
fi
if command -v soffice >/dev/null; then
    "$ITAREPORT" export input/2568 -o "$WORK/out/office.xlsx"
    for form in ods xlsx csv:'Text - txt - csv (StarCalc)':44,34,76; do
        mkdir -p "$WORK/office" && rm -f "$WORK/office"/*
        check "LibreOffice makes ${form%%:*} of it" soffice -env:UserInstallation="file://$WORK/profile" --headless --convert-to "$form" --outdir "$WORK/office" "$WORK/out/office.xlsx"
        check "and nothing changes when that comes back (${form%%:*})" says '^nothing changes' "$ITAREPORT" import --lang=en "$WORK/office/office.${form%%:*}" -e input/2568
    done
else
    echo '# SKIPPED: LibreOffice is not there'
fi
