#!/bin/bash
# The PDF as other programs read it: its structure, its bookmarks and links, and whether every
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

# The annex of evidence: what the edition names can be clicked, also where an address is broken over two lines.
pdfinfo -url "$WORK/report.pdf" >"$WORK/urls.txt"
grep -o 'https://.*' $small/edition.yaml >"$WORK/named.txt"
check 'the edition names pages' test -s "$WORK/named.txt"
while read -r url; do
    check "a link leads to $url" grep -qF "Annotation    $url" "$WORK/urls.txt"
done <"$WORK/named.txt"
check 'a link says in words where it leads' says '"/Contents": "u:https://www.example.go.th/structure"' \
    qpdf --json --json-key=qpdf "$WORK/report.pdf"
check 'the contents name the annex, not the foreword' sh -c "
    pdftotext -f 3 -l 3 '$WORK/report.pdf' - | grep -q ภาคผนวก &&
    ! pdftotext -f 3 -l 3 '$WORK/report.pdf' - | grep -q คำนำ"

# Without them nothing is left of foreword, signature and annex.
cp -R $small "$WORK/plain"
sed -i '/^foreword:/,/^terms:/{/^terms:/!d}' "$WORK/plain/edition.yaml"
"$ITAREPORT" build -q -o "$WORK/plain.pdf" "$WORK/plain"
pdftotext "$WORK/plain.pdf" "$WORK/plain.txt"
check 'without evidence there is no annex' sh -c "! grep -q ภาคผนวก '$WORK/plain.txt'"
check 'without a foreword there is no page for it' sh -c "! grep -q คำนำ '$WORK/plain.txt'"
check 'without a signature no line for it' sh -c "! grep -q ลงชื่อ '$WORK/plain.txt'"
