#!/bin/bash
# batch: many agencies at once. What is made is what `build` makes, whatever happens on the way.
. tests/e2e/lib.bash
small=$PWD/tests/fixtures/small
national=$PWD/tests/national/make.py
cd "$WORK" || exit 1
batch() { "$ITAREPORT" batch -q "$@"; }

python3 "$national" land 12
mkdir -p clients/ก clients/ข
cp -R "$small" clients/ก/2568
cp -R "$small" 'clients/ข/ปี 2568'

# ---- the same as alone ----

check 'a folder of editions is made' exits 0 batch land clients -o out
check 'one report for each' test "$(find out -name report.pdf | wc -l)" = 14
same_as_alone() {
    local edition
    for edition in land/01/* land/07/* clients/ก/2568 'clients/ข/ปี 2568'; do
        "$ITAREPORT" build -q -o alone.pdf "$edition" && cmp alone.pdf "out/$edition/report.pdf" || return 1
    done
}
check 'each is, byte for byte, what build makes' same_as_alone
tree() { (cd "$1" && find . -type f ! -name '.batch*lock' | LC_ALL=C sort | xargs -d '\n' sha256sum); }
tree out >first
check 'other processes and another order make the same' sh -c "'$ITAREPORT' batch -q -j 5 -o other land clients"
tree other >second
check 'with the table' cmp first second
check 'the table is CSV and JSON' python3 - out <<'END'
import csv, json, sys
rows = list(csv.DictReader(open(sys.argv[1] + "/batch.csv", encoding="utf-8-sig", newline="")))
table = json.load(open(sys.argv[1] + "/batch.json", encoding="utf-8"))
assert table["editions"] == len(rows) == len(table["reports"]) == 14
assert [row["edition"] for row in rows] == [row["edition"] for row in table["reports"]]
assert all(row["status"] == "fine" and int(row["pages"]) > 9 and row["level"] for row in rows)
END

# ---- what has not changed is passed over ----

unchanged() { # unchanged COUNT MADE ARGUMENT…
    local count=$1 made=$2
    shift 2
    "$ITAREPORT" batch "$@" >log 2>&1
    grep -q "^made: $made, unchanged: $count, failed: 0;" log || { cat log; return 1; }
}
check 'a second run makes nothing' unchanged 14 0 land clients -o out
check 'nor from another folder' sh -c "cd clients && '$ITAREPORT' batch ../land . -q -o ../out && '$ITAREPORT' batch ../land -o ../out 2>&1 | grep -q 'unchanged: 12'"
check 'with --force all' unchanged 0 14 --force land clients -o out
sed -i 's/จัดหาบัตรคิว/จัดหาบัตรคิวและเก้าอี้/' clients/ก/2568/measures.yaml
check 'a changed text makes one again' unchanged 13 1 land clients -o out
sed -i 's/^target: 85.00/target: 86.00/' land/framework.yaml
check 'a changed scheme all of its editions' unchanged 2 12 land clients -o out
check 'another date, too' sh -c "SOURCE_DATE_EPOCH=1700000000 '$ITAREPORT' batch clients -o out 2>&1 | grep -q 'made: 2, unchanged: 0'"
cp -R "$ITAREPORT_DATA/layouts" "$ITAREPORT_DATA/words" "$ITAREPORT_DATA/fonts" . 2>/dev/null
check 'the same program in another folder makes nothing' sh -c \
    "unset SOURCE_DATE_EPOCH; '$ITAREPORT' batch -q clients -o out; ITAREPORT_DATA=. '$ITAREPORT' batch -q -o out clients; ITAREPORT_DATA=. '$ITAREPORT' batch -o out clients 2>&1 | grep -q 'unchanged: 2'"
echo '# a remark' >>words/breaks.txt
check 'other words make all again' sh -c "ITAREPORT_DATA=. '$ITAREPORT' batch -o out clients 2>&1 | grep -q 'made: 2, unchanged: 0'"
rm -r layouts words fonts
rm out/land/01/*/report.pdf
check 'a report that is gone is made again' unchanged 11 1 land -o out

# ---- what is not ours ----

batch clients -o out
echo signed >>out/clients/ก/2568/report.pdf
cp out/clients/ก/2568/report.pdf signed.pdf
check 'a report that was signed since is still known by its inputs, and kept' sh -c \
    "! '$ITAREPORT' batch clients -o out >log 2>&1 && grep -q output-taken log && cmp signed.pdf out/clients/ก/2568/report.pdf"
check '--replace writes over it' exits 0 batch --replace clients -o out
mkdir -p strange/clients/ก/2568 table && echo mine >strange/clients/ก/2568/report.pdf && echo mine >table/batch.csv
check 'a file that is no report is kept' sh -c \
    "! '$ITAREPORT' batch -q clients -o strange 2>/dev/null && grep -q mine strange/clients/ก/2568/report.pdf"
check 'and the other one is made' test -s 'strange/clients/ข/ปี 2568/report.pdf'
check 'a table that is none is kept' sh -c "! '$ITAREPORT' batch clients -o table 2>log && grep -q batch-table log && grep -q mine table/batch.csv"
mkdir -p linked outside && ln -s ../outside linked/clients
check 'a link does not lead out of OUT' sh -c \
    "! '$ITAREPORT' batch -q clients -o linked 2>log && grep -q batch-outside log && test -z \"\$(ls -A outside)\""
mkdir -p led/clients/ก/2568 && ln -s "$PWD/signed.pdf" led/clients/ก/2568/report.pdf && cp signed.pdf before.pdf
batch --replace clients -o led
check 'nor does one in the place of a report' cmp before.pdf signed.pdf

# ---- failures stop nobody ----

cp -R clients/ก/2568 clients/wrong
sed -i 's/^  i2: .*/  i2: 191.67/' clients/wrong/results.yaml
check 'one that fails makes the status 1' exits 1 batch land clients nowhere -o failing
check 'and is named with its reason' says '^4*.*clients/wrong: .*results.yaml:8:7: .*191.67.*\[score-range\]' "$ITAREPORT" batch clients -o failing
check 'in Thai, too' says 'คะแนน 191.67 สูงกว่า' "$ITAREPORT" batch --lang=th clients -o failing
check 'an operand that is not there as well' says 'nowhere: there is no folder nowhere' "$ITAREPORT" batch nowhere -o failing
check 'and all others are made' test "$(find failing -name report.pdf | wc -l)" = 14
check 'every edition may fall' exits 1 batch --megabytes 1 land -o fallen
check 'with the reason' says 'more than 1 megabytes' "$ITAREPORT" batch --megabytes 1 land -o fallen
check 'and fits when there is memory' exits 0 batch land -o fallen
# A text that takes long: its process is ended from outside, and then by its limit.
cp -R clients/ก/2568 clients/slow
python3 - clients/slow/measures.yaml <<'END'
import sys
step = "          - " + "จัดประชุมชี้แจงแนวทางการปฏิบัติงานแก่บุคลากรทุกส่วนงานและรายงานผลการดำเนินงานต่อผู้บริหารทุกเดือน" * 20 + "\n"
text = open(sys.argv[1], encoding="utf-8").read()
open(sys.argv[1], "w", encoding="utf-8").write(text.replace("          - จัดทำประกาศ\n", step * 500))
END
falls() { # a process is ended by a signal while it works at the slow one
    "$ITAREPORT" batch -j 1 clients/slow clients/ก -o crashed >log 2>&1 &
    local run=$! worker= i
    for ((i = 0; i < 100; i++)); do
        sleep 0.1
        worker=$(pgrep -P $run | head -n 1)
        [ -z "$worker" ] || break
    done
    sleep 0.3
    kill -SEGV "$worker"
    wait $run
    [ $? = 1 ] && grep -q 'clients/slow: .*signal 11.*\[batch-crash\]' log && [ -s crashed/clients/ก/2568/report.pdf ] || { cat log; return 1; }
}
check 'a crash is told, and another process goes on' falls
check 'so is too much time' says 'clients/slow: .*more than 1 seconds.*\[batch-time\]' "$ITAREPORT" batch --seconds 1 clients -o late
check 'while the others are made' test -s late/clients/ก/2568/report.pdf
rm -r clients/slow clients/wrong

# ---- lists ----

printf 'clients/ก/2568\n# remark\n\nland/01\n' >list
check 'a list is read' exits 0 batch --list list -o listed
check 'from standard input, too' sh -c "'$ITAREPORT' batch -q --list - -o piped <list && cmp listed/batch.csv piped/batch.csv"
check 'nothing at all is wrong usage' exits 2 "$ITAREPORT" batch
check 'and so is a shard that is none' exits 2 "$ITAREPORT" batch --shard 5/4 land
check 'a list that is not there is told' exits 1 "$ITAREPORT" batch --list none

# ---- shards ----

for shard in 1 2 3; do check "shard $shard of 3" exits 0 batch --shard $shard/3 land clients -o shards; done
check 'merge joins the tables' exits 0 batch --merge shards
batch --force land clients -o whole
check 'to that of one run' cmp whole/batch.csv shards/batch.csv
check 'in JSON, too' cmp whole/batch.json shards/batch.json
batch --shard 1/2 land clients -o one
batch --shard 2/2 land clients -o two
check 'shards in folders of their own are joined' exits 0 batch --merge one two -o joined
check 'to the same table' cmp whole/batch.csv joined/batch.csv
check 'a missing shard is told' says 'shard 2 of 2 is missing' "$ITAREPORT" batch --merge one -o none
check 'and is an error' exits 1 "$ITAREPORT" batch --merge one -o none

# ---- two at once ----

two_at_once() {
    "$ITAREPORT" batch -q --force land -o whole &
    local first=$!
    sleep 0.2
    ! "$ITAREPORT" batch land -o whole 2>log && grep -q 'batch-locked' log || return 1
    wait $first
}
check 'a second run in one folder is refused while the first is at work' two_at_once
check 'and no longer' exits 0 batch land -o whole

# ---- on a terminal, and not ----

check 'plain lines where there is no terminal' says '^[0-9]*/12 land/01/.*: made$' "$ITAREPORT" batch --force land -o out
on_terminal() { script -qec "stty cols 70; env $1 '$ITAREPORT' batch --force land -o out >/dev/null" /dev/null >screen; }
check 'a bar where there is one' sh -c ':' && on_terminal LC_ALL=C.UTF-8
check 'with the rate and the time that is left' grep -q '\] *[0-9]*/12  [0-9.]*/s  [0-9:]* left' screen
check 'in colour' grep -q $'\033\[32m' screen
on_terminal NO_COLOR=1
check 'without colour where none is wanted' sh -c "grep -q '\] ' screen && ! grep -q \$'\\033\\[3' screen"
on_terminal 'COLUMNS=30 NO_COLOR=1'
check 'as wide as COLUMNS says' python3 - <<'END'
import re
lines = re.split(r"\r|\x1b\[K|\n", open("screen", encoding="utf-8").read())
bars = [line for line in lines if re.match(r"(\[|\d+/)", line)]
assert bars and max(len(line) for line in bars) < 30, bars
END

# ---- checking ----

check 'check of several editions is one table' says '^องค์การบริหารส่วนตำบลบ้านสมมติ  *18  ผ่านดี  *0  *0  clients/ก/2568$' "$ITAREPORT" check clients/ก/2568 'clients/ข/ปี 2568'
check 'so is batch --check of a folder' says 'clients/ข/ปี 2568$' "$ITAREPORT" batch --check clients
check 'which writes nothing' test ! -e output
cp -R "$small" clients/bad
sed -i 's/^  overall: .*/  overall: 12.00/' clients/bad/results.yaml
check 'warnings are counted' says '^องค์การ.*  0  *[1-9]  clients/bad$' "$ITAREPORT" check clients land/01
check 'and are no failure' exits 0 "$ITAREPORT" check clients land/01
check 'but with --strict' exits 1 "$ITAREPORT" check --strict clients land/01
check 'of one rule only' says '^องค์การ.* -  .*  0  *0  clients/bad$' "$ITAREPORT" check --rule=spelling clients land/01
sed -i 's/^  i2: .*/  i2: 191.67/' clients/bad/results.yaml
check 'an error is one' exits 1 "$ITAREPORT" check clients land/01
check 'with its place' says 'clients/bad: .*results.yaml:8:7: .*score-range' "$ITAREPORT" check clients land/01
check 'SARIF is about one edition' exits 2 "$ITAREPORT" check --format=sarif clients/*
check 'JSON is JSON' sh -c "'$ITAREPORT' check --format=json clients land/01/*0001* 2>/dev/null | python3 -c 'import json, sys; assert len(json.load(sys.stdin)[\"reports\"]) == 4'"
