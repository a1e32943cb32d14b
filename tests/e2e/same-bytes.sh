#!/bin/bash
# Determinism: the same input gives the same bytes in any folder, time zone, locale and run.
. tests/e2e/lib.bash
small=$PWD/tests/fixtures/small

"$ITAREPORT" build -q -o "$WORK/one.pdf" "$small"
sleep 1.1
(cd "$WORK" && TZ=Asia/Tokyo LC_ALL=C "$ITAREPORT" build -q -o two.pdf "$small")
cp -R "$small" "$WORK/copy"
TZ=America/New_York LC_ALL=th_TH.UTF-8 "$ITAREPORT" build -q -o "$WORK/three.pdf" "$WORK/copy"
check 'a second run gives the same bytes' cmp "$WORK/one.pdf" "$WORK/two.pdf"
check 'another folder, time zone and locale too' cmp "$WORK/one.pdf" "$WORK/three.pdf"
SOURCE_DATE_EPOCH=1700000000 "$ITAREPORT" build -q -o "$WORK/dated.pdf" "$small"
check 'SOURCE_DATE_EPOCH is the date of the file' \
    says '^CreationDate.*2023' pdfinfo "$WORK/dated.pdf"
