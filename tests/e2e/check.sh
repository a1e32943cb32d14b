#!/bin/bash
# The audit as a whole: what is shipped is clean, the formats hold, schemas and documents are fresh.
. tests/e2e/lib.bash
small=tests/fixtures/small

silent() { [ -z "$("$@" 2>&1)" ]; }
check 'a consistent edition has no finding' silent "$ITAREPORT" check $small
check 'the real edition has no unexplained finding' exits 0 "$ITAREPORT" check --strict input/2568
check 'and its announced discrepancies are listed with their reasons' \
    says 'acknowledged: ' "$ITAREPORT" check input/2568

lacks() { ! says "$@" >/dev/null; }
check '--new leaves them out' lacks 'acknowledged: [^0-9]' "$ITAREPORT" check --new input/2568
check 'and counts them' says 'acknowledged: [1-9][0-9]* (--all' "$ITAREPORT" check --new input/2568
check 'in JSON, too' lacks 'acknowledged' "$ITAREPORT" check --new --format=json input/2568
check 'on a terminal they are left out' lacks 'acknowledged: [^0-9]' script -qec "'$ITAREPORT' check input/2568" /dev/null
check 'but for --all' says 'acknowledged: [^0-9]' script -qec "'$ITAREPORT' check --all input/2568" /dev/null
check '--new and --all are wrong usage' exits 2 "$ITAREPORT" check --new --all input/2568

cp -R $small "$WORK/edition"
printf 'scores: {o2: 50}\n' >"$WORK/edition/results.yaml"
check 'many scores that are missing are one error' says '^errors: 1,' "$ITAREPORT" check "$WORK/edition"
check 'with a list' says 'i1, i2, i3, e1, e2, o1, o3' "$ITAREPORT" check "$WORK/edition"
check 'and with all places in JSON' sh -c "'$ITAREPORT' check --format=json '$WORK/edition' | python3 -c '
import json, sys
(one,) = json.load(sys.stdin)
assert len(one[\"related\"]) == 6 and all(\"line\" in other for other in one[\"related\"])'"
cp $small/results.yaml "$WORK/edition"
sed -i 's/^    1: 93.33/    1: 91.67/' "$WORK/edition/results.yaml"
check 'a warning is no failure' exits 0 "$ITAREPORT" check "$WORK/edition"
check 'but it is with --strict' exits 1 "$ITAREPORT" check --strict "$WORK/edition"
check 'and not when only another rule is checked' silent "$ITAREPORT" check --strict --rule=spelling "$WORK/edition"
check 'JSON can be read' sh -c "'$ITAREPORT' check --format=json '$WORK/edition' | python3 -m json.tool"
check 'SARIF can be read' sh -c "'$ITAREPORT' check --format=sarif '$WORK/edition' | python3 -m json.tool"
check 'an empty SARIF log can be read' sh -c "'$ITAREPORT' check --format=sarif $small | python3 -m json.tool"
check 'an unknown format is wrong usage' exits 2 "$ITAREPORT" check --format=xml $small
cp -R $small "$WORK/wide"
sed -i "s/^summary: |/&\\n  ดู www.example.go.th\/$(printf 'a_page_%.0s' $(seq 30))end/; s/ทุก ๆ/ทุกๆ/" "$WORK/wide/analyses.yaml"
check 'a rule that the audit does not have' says 'word-broken' "$ITAREPORT" check --rule=word-broken "$WORK/wide"
check 'and nothing of others' lacks 'space-mai-yamok' "$ITAREPORT" check --rule=word-broken "$WORK/wide"
check 'one of each' says 'space-mai-yamok' "$ITAREPORT" check --rule=word-broken,space-mai-yamok "$WORK/wide"
check 'errors that end the job are told' says 'unknown-placeholder' \
    sh -c "sed -i 's/this.score/this.scores/' '$WORK/wide/analyses.yaml' && '$ITAREPORT' check --rule=limit-pages '$WORK/wide'"
check 'but not where the pages are made all the same' silent "$ITAREPORT" check --rule=limit-pages "$WORK/edition"
check 'an unknown rule is wrong usage' exits 2 "$ITAREPORT" check --rule=spelling,soup $small
sed -i 's/^  overall: 90.68/  overall: 190.68/' "$WORK/edition/results.yaml"
check 'an error is a failure' exits 1 "$ITAREPORT" check "$WORK/edition"

mkdir "$WORK/data"
cp -R "$ITAREPORT_DATA/layouts" "$ITAREPORT_DATA/fonts" "$ITAREPORT_DATA/words" "$WORK/data"
sed -i 's/^\[keep\]$/[keeps]/' "$WORK/data/words/audit.txt"
check 'a wrong line in the words is told at its place' env ITAREPORT_DATA="$WORK/data" \
    bash -c '. tests/e2e/lib.bash; says "words/audit.txt:[0-9]*:2: error: .*words-class" "$ITAREPORT" check tests/fixtures/small'
check 'in Thai, too' env ITAREPORT_DATA="$WORK/data" \
    bash -c '. tests/e2e/lib.bash; says "แฟ้มนี้ไม่มีหมวดชื่อ keeps" "$ITAREPORT" check --lang=th tests/fixtures/small'
check 'and no report is made' env ITAREPORT_DATA="$WORK/data" \
    bash -c '. tests/e2e/lib.bash; exits 1 "$ITAREPORT" build -o "$WORK/none.pdf" tests/fixtures/small'
check 'nor written' exits 1 test -e "$WORK/none.pdf"

check 'explain lists the rules' says '^  figure-indicator ' "$ITAREPORT" explain
check 'explain knows a rule of the audit' says 'คะแนนตัวชี้วัดที่ประกาศ' "$ITAREPORT" explain --lang=th figure-indicator
check 'explain knows a message of the loader' says 'คะแนนเต็ม' "$ITAREPORT" explain --lang=th score-range
check 'in the language asked for' sh -c "! '$ITAREPORT' explain --lang=th figure-indicator | grep -q 'An announced'"
check 'with values' says 'คะแนน [0-9.]* สูงกว่าคะแนนเต็ม [0-9]' "$ITAREPORT" explain --lang=th score-range
no_holes() { # every rule that the list has
    "$ITAREPORT" explain | sed -n 's/^  \([a-z][a-z0-9-]*\) .*/\1/p' | xargs -n 50 "$ITAREPORT" explain >"$WORK/rules.txt" &&
        test "$(wc -l <"$WORK/rules.txt")" -gt 300 && ! grep -n '{[1-9]}' "$WORK/rules.txt"
}
check 'explain has values for all that its list has' no_holes
check 'explain lists the messages of the loader' says '^  glyph-missing ' "$ITAREPORT" explain
check 'explain names the nearest rule' says 'Did you mean duplicate-key?' "$ITAREPORT" explain duplicate-keys
check 'explain of an unknown rule is wrong usage' exits 2 "$ITAREPORT" explain soup

for name in edition framework results analyses measures; do
    check "docs/schema/$name.json is fresh" \
        sh -c "'$ITAREPORT' schema $name | diff -u docs/schema/$name.json -"
done
check 'a schema of nothing is wrong usage' exits 2 "$ITAREPORT" schema soup
check 'the list of rules in docs/check.md is fresh' \
    bash -c "sed '1,/^<!-- What follows/d' docs/check.md | diff -u - <('$ITAREPORT' explain --markdown)"
check 'the shipped editions keep to the schemas' python3 tests/e2e/schema.py input/2568 $small
sed -i 's/^scores:/score:/' "$WORK/edition/results.yaml"
cp $small/framework.yaml "$WORK"
check 'a misspelled key does not' exits 1 python3 tests/e2e/schema.py "$WORK/edition"

"$ITAREPORT" build -q --layout=official-annex -o "$WORK/annex.pdf" input/2568
pdftotext -raw "$WORK/annex.pdf" "$WORK/annex.txt"
check 'an annex compares announced and computed figures' \
    grep -q 'คะแนนภาพรวม ๙๒.๘๙ ๙๓.๐๙ ต่างกัน' "$WORK/annex.txt"
