#!/bin/bash
# A second full edition, of another agency, year and scheme, compared with the year before: in all layouts, checked,
# kept, and its pages held to rules of their own (page_rules.py), as are those of the real edition.
. tests/e2e/lib.bash
edition=tests/fixtures/province/2569

python3 tests/e2e/page_rules_test.py
check 'nothing contradicts anything' test -z "$("$ITAREPORT" check "$edition" 2>&1)"
for layout in official official-annex summary; do
    check "it is built without a warning: $layout" \
        test -z "$("$ITAREPORT" build -q --layout=$layout -o "$WORK/$layout.pdf" "$edition" 2>&1)"
    check "the file is sound: $layout" qpdf --check "$WORK/$layout.pdf"
    python3 tests/e2e/page_rules.py "$ITAREPORT" "$edition" $layout
    python3 tests/e2e/page_rules.py "$ITAREPORT" input/2568 $layout
done
check 'a full report' test "$(pdfinfo "$WORK/official.pdf" | awk '/^Pages/ { print $2 }')" -gt 40
check 'and a summary of two pages' says '^Pages: *2$' pdfinfo "$WORK/summary.pdf"

# ---- what is different in this agency and scheme ----
pdftotext -layout "$WORK/official.pdf" "$WORK/text"
check 'no word of local government' exits 1 grep -q 'ท้องถิ่น' "$WORK/text"
check 'levels without letters' says 'ต่ำกว่าทุกระดับข้างต้น' cat "$WORK/text"
check 'this year compared with the last' says 'พ.ศ. ๒๕๖๙ เทียบกับ พ.ศ. ๒๕๖๘' cat "$WORK/text"
check 'the counts of its own scheme' says 'เกณฑ์การประเมิน ๒๖ ข้อ' cat "$WORK/text"

python3 tests/quality/quality.py --tap "$ITAREPORT" "$edition"

check 'it is archived' says ', new)$' "$ITAREPORT" archive -o "$WORK/kept" "$edition"
check 'and verified, the year before and its scheme included' says 'byte for byte' "$ITAREPORT" verify "$WORK"/kept/*/report.pdf
