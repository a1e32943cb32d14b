#!/bin/bash
# The finished PDF read again by others: its structure, its bookmarks and links, and whether every
# line that was set comes out of it as it went in.
. tests/e2e/lib.bash
small=tests/fixtures/small

"$ITAREPORT" build -q -o "$WORK/report.pdf" $small
"$ITAREPORT" dump --stage=lines $small >"$WORK/lines.txt" 2>/dev/null
pdfinfo -struct-text "$WORK/report.pdf" >"$WORK/structure.txt" 2>/dev/null
pdftotext -raw "$WORK/report.pdf" "$WORK/raw.txt"
pdftotext "$WORK/report.pdf" "$WORK/read.txt"

check 'qpdf finds no fault' says 'No syntax or stream encoding errors' qpdf --check "$WORK/report.pdf"
check 'qpdf has nothing to warn of' sh -c "! qpdf --check '$WORK/report.pdf' 2>&1 | grep -i warning"
check 'the file is tagged' says '^Tagged: *yes' pdfinfo "$WORK/report.pdf"
for element in H1 P Table THead TBody TR TH TD TOC TOCI Link; do
    check "the structure has $element" says "^ *$element\>" cat "$WORK/structure.txt"
done
check 'a heading cell names its scope' says '/Scope /Column' cat "$WORK/structure.txt"
check 'there are bookmarks' says '"/Outlines"' qpdf --json --json-key=qpdf "$WORK/report.pdf"
check 'contents lead to pages' says '"/Dest"' qpdf --json --json-key=qpdf "$WORK/report.pdf"
perl tests/e2e/lines.pl "$WORK/lines.txt" "$WORK/raw.txt" "$WORK/read.txt" "$WORK/structure.txt"
