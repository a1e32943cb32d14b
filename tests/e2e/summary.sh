#!/bin/bash
# The summary for the executive: two pages from the same edition.
. tests/e2e/lib.bash
"$ITAREPORT" build -q --layout=summary -o "$WORK/summary.pdf" input/2568
check 'the summary is built' test -s "$WORK/summary.pdf"
check 'it has exactly two pages' says '^Pages: *2$' pdfinfo "$WORK/summary.pdf"
pdftotext -f 1 -l 1 "$WORK/summary.pdf" "$WORK/first.txt"
pdftotext -f 2 -l 2 "$WORK/summary.pdf" "$WORK/second.txt"
check 'the first page says the result' says '๙๒.๘๙' cat "$WORK/first.txt"
check 'and the level' says 'ผ่าน' cat "$WORK/first.txt"
check 'the second page has the last issue' says '^๗\.' cat "$WORK/second.txt"
