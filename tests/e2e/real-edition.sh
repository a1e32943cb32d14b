#!/bin/bash
# The real edition: its length, and every question, score, measure and step in the text of its PDF.
. tests/e2e/lib.bash
edition=input/2568

"$ITAREPORT" build -q -o "$WORK/report.pdf" $edition
check 'the report is built' test -s "$WORK/report.pdf"
pages=$(pdfinfo "$WORK/report.pdf" | awk '/^Pages/ { print $2 }')
check "its length is that of the printed one: $pages pages" test "$pages" -ge 44 -a "$pages" -le 52
pdfinfo -f 1 -l "$pages" "$WORK/report.pdf" | awk '/ size:/ { print ($4 > $6) ? "landscape" : "portrait" }' >"$WORK/turns"
check 'the measures, and nothing else, are on turned pages' test "$(uniq "$WORK/turns" | tr '\n' ' ')" = 'portrait landscape '
check 'title, author and language are set' says '^Title: .*๒๕๖๘' pdfinfo "$WORK/report.pdf"
check 'the author is the agency' says '^Author: .*หินเหล็กไฟ' pdfinfo "$WORK/report.pdf"
check 'the file is tagged' says '^Tagged: *yes' pdfinfo "$WORK/report.pdf"
check 'all fonts are embedded' sh -c "! pdffonts '$WORK/report.pdf' | tail -n +3 | grep -q ' no  *\(yes\|no\) '"
check 'qpdf finds it sound' qpdf --check "$WORK/report.pdf"

explained() { # explained PATTERN COUNT: so many leads of tables that match say what bold means
    test "$("$ITAREPORT" dump --stage=doc -l official $edition | grep "paragraph .lead \"$1" | grep -c 'ตัวหนา คือ')" = "$2"
}
check 'of the tables by indicator the one with a bold score explains it' explained คะแนนเฉลี่ยราย 1
check 'and of those by question the two' explained คะแนนรายข้อ 2

pdftotext -raw "$WORK/report.pdf" "$WORK/raw.txt"
perl tests/e2e/contains.pl "$WORK/raw.txt" $edition input/frameworks/2568.yaml

"$ITAREPORT" dump --stage=lines $edition >"$WORK/lines.txt" 2>/dev/null
pdftotext "$WORK/report.pdf" "$WORK/read.txt"
pdfinfo -struct-text "$WORK/report.pdf" >"$WORK/structure.txt" 2>/dev/null
perl tests/e2e/lines.pl "$WORK/lines.txt" "$WORK/raw.txt" "$WORK/read.txt" "$WORK/structure.txt"
