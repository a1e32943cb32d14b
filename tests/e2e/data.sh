#!/bin/bash
# Free data: what it is named by, what check sees of it, and that a kept report has it with it.
# shellcheck source=tests/e2e/lib.bash
. "$(dirname "$0")/lib.bash"

edition=$WORK/edition
cp -R tests/fixtures/small "$edition"
cp tests/cases/doc/data.d/* "$edition"
sed '1d' tests/cases/doc/data.yaml >"$edition/layout.yaml"

check 'a number has its place' says 'gives 1130 (people.csv:3:8)' "$ITAREPORT" why data.respondents.2.count "$edition"
check 'a formula of data is exact' says 'exactly 3993803/5000000' \
    "$ITAREPORT" why 'data.budget.spent / data.budget.planned' "$edition"
check 'a name that is none is an error' exits 1 "$ITAREPORT" why data.bugdet "$edition"
check 'it is built' exits 0 "$ITAREPORT" build -q --layout="$edition/layout.yaml" -o "$WORK/data.pdf" "$edition"
pdftotext "$WORK/data.pdf" "$WORK/text"
check 'the sum is on the page' says 'รวม ๑,๒๕๐ คน' cat "$WORK/text"
sed -i 's/ให้บริการรวดเร็ว/ให้บริการรวดเร็วว์ิ/' "$edition/edition.yaml"
check 'check looks at the texts' says '^[^ ]*edition.yaml:[0-9]*:[0-9]*: error' "$ITAREPORT" check "$edition"
sed -i 's/ให้บริการรวดเร็วว์ิ/ให้บริการรวดเร็ว/' "$edition/edition.yaml"
check 'it is archived with its tables' says ', new)$' \
    "$ITAREPORT" archive --layout="$edition/layout.yaml" -o "$WORK/kept" "$edition"
check 'and made again from them' says 'byte for byte' "$ITAREPORT" verify "$WORK"/kept/*/*.pdf
