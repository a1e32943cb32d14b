#!/bin/bash
# Thai that no page can show is refused wherever it is typed, by check and by build; letters of old fonts are read.
. tests/e2e/lib.bash

fresh() { # a new edition, with a layout of its own
    rm -rf "$WORK/edition"
    cp -R tests/fixtures/small "$WORK/edition"
    sed -i 's/^layout: .*/layout: .\/own.yaml/' "$WORK/edition/edition.yaml"
    printf 'include: %s\n%s\n' "$PWD/layouts/official.yaml" "$1" >"$WORK/edition/own.yaml"
}
# Escapes, since an editor may put the letters right.
refused() { # refused WHERE WHAT: an error at the place, with the right form, from both commands
    exits 1 "$ITAREPORT" check "$WORK/edition" >"$WORK/said" || return 1
    grep -q "$1: error: .*$2 \[spelling\]" "$WORK/said" || { cat "$WORK/said"; return 1; }
    exits 1 "$ITAREPORT" build -o "$WORK/out.pdf" "$WORK/edition" 2>"$WORK/said" || return 1
    grep -q "$1: error: .*$2 \[spelling\]" "$WORK/said" || { cat "$WORK/said"; return 1; }
    [ ! -e "$WORK/out.pdf" ]
}

fresh ''
check 'a good edition with a layout of its own passes' exits 0 "$ITAREPORT" check "$WORK/edition"
sed -i $'s/^  position: .*/  position: ปลัดเม\xe0\xb8\xb7\xe0\xb8\xb7อง/' "$WORK/edition/edition.yaml"
check 'a mark typed twice in the signature' refused 'edition.yaml:[0-9]*:20' 'ปลัดเมือง'
fresh ''
sed -i $'s/^        name: การปฏิบัติหน้าที่/        name: หน\xe0\xb8\xb2\xe0\xb9\x89ที่/' "$WORK/edition/framework.yaml"
check 'a tone after its vowel in the scheme' refused 'framework.yaml:15:18' 'หน้าที่'
fresh $'document: {title: "สร \xe0\xb8\xb8ปผล"}'
check 'a vowel after a space in the layout' refused 'own.yaml:2:23' 'สรุปผล'
check 'told in Thai when asked' says 'ข้อผิดพลาด: มีวรรค.*สร ุปผล → สรุปผล' "$ITAREPORT" check --lang=th "$WORK/edition"

fresh ''
sed -i $'s/^  position: .*/  position: ท\xef\x9c\x8aานป\xef\x9c\x82/' "$WORK/edition/edition.yaml"
check 'letters of old fonts are noted once' test "$("$ITAREPORT" check "$WORK/edition" | grep -c 'old-font-letters')" = 1
"$ITAREPORT" build -q -o "$WORK/old.pdf" "$WORK/edition"
check 'and printed as what they stand for' \
    sh -c "pdftotext '$WORK/old.pdf' - | grep -q 'ท่านปี'"

fresh ''
sed -i $'s/^  position: .*/  position: "แสดง \xe2\x97\x8c\xe0\xb9\x88 กับ เ-"/' "$WORK/edition/edition.yaml"
check 'a mark on a circle of dots shows itself' exits 0 "$ITAREPORT" build -q -o "$WORK/circle.pdf" "$WORK/edition"
check 'and there is one circle' \
    sh -c "pdftotext '$WORK/circle.pdf' - | grep -q '^แสดง ◌่ กับ เ-'"

fresh ''
python3 - "$WORK/edition/edition.yaml" <<'END'
import sys
path = sys.argv[1]
text = open(path, encoding='utf8').read().replace('นายสมมติ ใจดี', 'ก' + '\u0e34' * 100000)
open(path, 'w', encoding='utf8').write(text)
END
check 'a hundred thousand marks on one letter take no time' exits 1 timeout 20 \
    "$ITAREPORT" build -o "$WORK/out.pdf" "$WORK/edition"
