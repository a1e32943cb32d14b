#!/bin/bash
# What a screen reader reads is the report, in order, once: structure trees against document trees.
. tests/e2e/lib.bash
small=tests/fixtures/small

compare() { # compare NAME LAYOUT EDITION
    "$ITAREPORT" dump --stage=doc -l "$2" "$3" >"$WORK/doc.txt" 2>/dev/null
    "$ITAREPORT" build -q -l "$2" -o "$WORK/report.pdf" "$3"
    python3 tests/e2e/structure.py "$WORK/doc.txt" "$WORK/report.pdf" | sed -e "s/^ok - /&$1: /" -e "s/^not ok - /&$1: /"
}
compare small official $small
compare stress tests/fixtures/stress/layout.yaml $small
for layout in layouts/*.yaml; do
    layout=$(basename "$layout" .yaml)
    edition=input/2568
    [ "$layout" != compare ] || edition=tests/fixtures/province/2569 # one that names the year before
    compare "$layout" "$layout" "$edition"
done
