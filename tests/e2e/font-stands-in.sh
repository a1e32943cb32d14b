#!/bin/bash
# A font that the layout wants first and the folder lacks is named once, with the one that stands in for it.
. tests/e2e/lib.bash
if [ -f fonts/THSarabunNew.ttf ]; then
    echo '# SKIPPED: an official font is there'
    exit 0
fi
count() { "$@" 2>&1 | grep -c 'font-stands-in'; }
note='TH SarabunPSK.*Laksaman stands in'
check 'build names it' says "$note" "$ITAREPORT" build -o "$WORK/report.pdf" tests/fixtures/small
check 'once' test "$(count "$ITAREPORT" build -o "$WORK/report.pdf" input/2568)" = 1
check 'in Thai when asked' says 'TH SarabunPSK.*ใช้ Laksaman แทน' "$ITAREPORT" build --lang=th -o "$WORK/report.pdf" tests/fixtures/small
check 'and not with --quiet' test "$(count "$ITAREPORT" build -q -o "$WORK/report.pdf" tests/fixtures/small)" = 0
check 'archive names it' test "$(count "$ITAREPORT" archive -o "$WORK/kept" tests/fixtures/small)" = 1
check 'and not with --quiet' test "$(count "$ITAREPORT" archive -q -o "$WORK/kept" tests/fixtures/small)" = 0
check 'check names it with what it finds, once' test "$(count "$ITAREPORT" check input/2568)" = 1
check 'but where there is nothing to find it says nothing' test -z "$("$ITAREPORT" check tests/fixtures/small 2>&1)"
cp -R tests/fixtures/small "$WORK/edition"
sed -i 's/^layout: .*/layout: .\/own.yaml/' "$WORK/edition/edition.yaml"
printf 'include: %s\nstyles: {body: {fonts: [Garuda, Laksaman]}}\n' "$PWD/layouts/official.yaml" >"$WORK/edition/own.yaml"
check 'a layout whose first font is there for one style says no more than for the others' \
    test "$(count "$ITAREPORT" build -o "$WORK/report.pdf" "$WORK/edition")" -le 1
