#!/bin/bash
# Signs that Thai fonts lack, in prose, bold, a heading and a table's cell: printed, copied as they are, archived.
. tests/e2e/lib.bash

cp -R tests/fixtures/small "$WORK/edition"
python3 - "$WORK/edition" <<'END'
import sys
folder = sys.argv[1]
def change(name, old, new):
    text = open(f'{folder}/{name}', encoding='utf8').read()
    assert old in text, old
    open(f'{folder}/{name}', 'w', encoding='utf8').write(text.replace(old, new, 1))
change('edition.yaml', 'คณะผู้จัดทำหวัง',
       'เลือก ☑ มี ☐ ไม่มี ☒ ยกเลิก ✓ ✔ ✗ และ **รับคำขอ → ตรวจสอบ ⇒ อนุมัติ** № ๕ ค่า ≥ ๘๕ ● ■ ★ ① ⑳ ต่อ E‑Service\n\n  คณะผู้จัดทำหวัง')
change('edition.yaml', 'name: นายสมมติ ใจดี', 'name: ★ นายสมมติ ใจดี')
change('measures.yaml', 'จัดหาบัตรคิว', 'จัดหาบัตรคิว → แจก ☎ ๑๑๑๑')
change('measures.yaml', 'name: กระบวนการปฏิบัติงานที่โปร่งใส', 'name: กระบวนการปฏิบัติงานที่โปร่งใส ◆ ①')
END
check 'signs are printed' exits 0 "$ITAREPORT" build -q -o "$WORK/signs.pdf" "$WORK/edition"
pdftotext -raw "$WORK/signs.pdf" - | tr -s '\n ' ' ' >"$WORK/poppler.txt"
mutool draw -q -F txt "$WORK/signs.pdf" | tr -s '\n ' ' ' >"$WORK/mupdf.txt"
for reader in poppler mupdf; do
    for text in '☑ มี ☐ ไม่มี ☒ ยกเลิก' 'รับคำขอ → ตรวจสอบ ⇒ อนุมัติ' 'E‑Service' '№ ๕' '≥ ๘๕' 'โปร่งใส ◆ ①' '→ แจก ☎'; do
        check "$reader reads $text" grep -q -- "$text" "$WORK/$reader.txt"
    done
done
check 'an archive has them' exits 0 "$ITAREPORT" archive -q -o "$WORK/archive" "$WORK/edition"
pdf=$(find "$WORK/archive" -name '*.pdf')
check 'and is made again from its own files' exits 0 "$ITAREPORT" verify "$pdf"
"$ITAREPORT" extract -o "$WORK/extracted" "$pdf" >/dev/null 2>&1
check 'its list of fonts has those that were used' grep -rq 'DejaVuSans.ttf' "$WORK/extracted"
"$ITAREPORT" archive -q -o "$WORK/plain" tests/fixtures/small
"$ITAREPORT" extract -o "$WORK/plain-extracted" "$(find "$WORK/plain" -name '*.pdf')" >/dev/null 2>&1
check 'and of a report without signs none of them' \
    sh -c "[ -d '$WORK/plain-extracted' ] && ! grep -rq DejaVu '$WORK/plain-extracted'"
sed -i 's/คณะผู้จัดทำหวัง/👍 คณะผู้จัดทำหวัง/' "$WORK/edition/edition.yaml"
check 'a picture that no font has is an error with its place' \
    says 'edition.yaml:[0-9]*:[0-9]*: error: no font has the picture' "$ITAREPORT" build -o "$WORK/none.pdf" "$WORK/edition"
check 'every font of signs is in the list that set-up checks' \
    test "$(grep -cE '(DejaVuSans|NotoSansSymbols).*\.ttf' fonts/SHA256SUMS)" = 4
