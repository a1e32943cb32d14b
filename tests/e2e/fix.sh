#!/bin/bash
# What the rules know how to mend: shown, written, nothing else changed, and nothing left of it; what someone has to decide
# about only where its rule is named.
# shellcheck source=tests/e2e/lib.bash
. "$(dirname "$0")/lib.bash"

edition=$WORK/fix
fresh() {
    rm -rf "$edition"
    cp -R tests/fixtures/small "$edition"
}

# A text with many faults, in a folded value, in quotes and in a block; a remark and a blank line must stay.
fresh
python3 - "$edition" <<'EOF'
import sys
folder = sys.argv[1]

def change(name, *pairs):
    path = f"{folder}/{name}"
    text = open(path, encoding="utf-8").read()
    for old, new in pairs:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    open(path, "w", encoding="utf-8").write(text)

change("analyses.yaml",
       ("รักษามาตรฐานขั้นตอนการปฏิบัติงาน\n", '"งานต่างๆABC ของ \\"กอง\\"  ท่ี ๒"   # remark\n'),
       ("- จัดระบบบัตรคิว\n", "- จัดระบบบัตรคิว( ๕5 )ข้อ๑ให้ITAแล้ว\n"),
       ("ซึ่งเป็นคะแนนสูงสุด", "ได้ 77.77 คะแนน น้ําเเละนํา"))
change("results.yaml", ("instruments: {IIT: 95.83", "instruments: {IIT: ๙๕.๙๓"))
EOF
cp -R "$edition" "$WORK/before"

check 'nothing is written unless it is asked for' sh -c "'$ITAREPORT' check --fix '$edition' && diff -r '$edition' '$WORK/before'"
check 'what it was and what it would be is shown' says '+ .*ต่าง ๆ ABC' "$ITAREPORT" check --fix "$edition"
check 'the mends are written' "$ITAREPORT" check --fix --write "$edition"
check 'in quotes as they were, with the remark' grep -q '^      i1: "งานต่าง ๆ ABC ของ \\"กอง\\" ที่ ๒"   # remark$' "$edition/analyses.yaml"
check 'in the block' grep -q '^        - จัดระบบบัตรคิว (๕๕) ข้อ ๑ ให้ ITA แล้ว$' "$edition/analyses.yaml"
check 'letters that look alike' grep -q 'ได้ 77.77 คะแนน น้ำและนำ จึง' "$edition/analyses.yaml"
check 'only those lines changed' sh -c "test \$(diff '$edition/analyses.yaml' '$WORK/before/analyses.yaml' | grep -c '^<') = 3"
check 'nothing else changed' sh -c "cmp '$edition/results.yaml' '$WORK/before/results.yaml' && cmp '$edition/measures.yaml' '$WORK/before/measures.yaml'"
check 'nothing is left to mend' says 'to be mended: 0, files: 0' "$ITAREPORT" check --fix "$edition"

check 'a score by hand is mended where its rule is named' says '+ .*{{ this.score | score }}' "$ITAREPORT" check --fix --rule typed-score "$edition"
check 'so is an announced figure, in the digits it has' says '+ ๙๕.๘๓' "$ITAREPORT" check --fix --rule figure-instrument "$edition"
check 'and written' "$ITAREPORT" check --fix --write --rule figure-instrument "$edition"
check 'then it agrees' sh -c "! '$ITAREPORT' check '$edition' | grep -q figure-instrument"

while read -r command; do
    read -ra words <<<"${command#itareport }"
    check "$command" "$ITAREPORT" "${words[@]}"
done < <(sed -n 's/^    \(itareport check --fix [^ ]*\( input[^ ]*\)\?\).*/\1/p' docs/check.md)

chmod 400 "$edition/analyses.yaml"
chmod 500 "$edition"
[ "$(id -u)" = 0 ] || check 'a folder that may not be written is a clear word' exits 3 "$ITAREPORT" check --fix --write --rule typed-score "$edition"
chmod 700 "$edition"
