#!/bin/bash
# A failed build says what is wrong and leaves the last good file as it was.
. tests/e2e/lib.bash

cp -R tests/fixtures/small "$WORK/edition"
cp -R layouts "$WORK/edition/layouts"
"$ITAREPORT" build -q -o "$WORK/report.pdf" "$WORK/edition"
cp "$WORK/report.pdf" "$WORK/good.pdf"

sed -i 's/^  i2: .*$/  i2: 104.50/' "$WORK/edition/results.yaml"
check 'a wrong score is an input error' exits 1 "$ITAREPORT" build -o "$WORK/report.pdf" "$WORK/edition"
check 'the last good file is untouched' cmp "$WORK/good.pdf" "$WORK/report.pdf"
check 'no other file is left in its folder' sh -c "test \$(ls '$WORK' | grep -c 'report.pdf') = 1"
printf 'name: x\n\tbad: tab\n' >"$WORK/edition/measures.yaml"
check 'several problems of several files are told in one run' \
    says 'results.yaml' "$ITAREPORT" build -o "$WORK/report.pdf" "$WORK/edition"
check 'with the file, line and column of each' \
    says 'measures.yaml:2:1: error' "$ITAREPORT" build -o "$WORK/report.pdf" "$WORK/edition"
check 'in Thai when asked' \
    says 'measures.yaml:2:1: ข้อผิดพลาด' "$ITAREPORT" build --lang=th -o "$WORK/report.pdf" "$WORK/edition"
