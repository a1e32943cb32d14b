#!/bin/bash
# An edition whose texts use all that prose may hold (docs/prose.md): in both layouts no sign is printed raw, links lead
# where they are to, and a text of many items takes no more than its share of time.
. tests/e2e/lib.bash
edition=tests/fixtures/prose

for layout in official summary brief; do
    path=$layout
    [ $layout != brief ] || path=$edition/brief.yaml
    check "it is built: $layout" exits 0 "$ITAREPORT" build -q --layout="$path" -o "$WORK/$layout.pdf" "$edition"
    check "the file is sound: $layout" qpdf --check "$WORK/$layout.pdf"
    pdftotext -layout "$WORK/$layout.pdf" "$WORK/$layout.text"
    check "no sign is printed raw: $layout" exits 1 grep -nE '\*\*|\]\(|\|---|\^|\[[x ]?\]|~~|`|&[a-z]+;|</?[a-z]' "$WORK/$layout.text"
done
# Four levels, each further in than the one above, in the text's own markers.
indents() { # indents FILE : what is before each of these markers
    grep -oE '^ *(๑\) งานบุคคล|\(ก\) การสรรหา|• คัดเลือก|ข้อ ๑ ด้าน)' "$1" | sed 's/[^ ].*//' | awk '{ print length }'
}
for layout in official brief; do
    check "four levels have indents of their own: $layout" \
        sh -c "test \"\$(printf '%s\n' '$(indents "$WORK/$layout.text" | tr '\n' ' ')' | tr ' ' '\n' | sed '/^\$/d' | uniq | wc -l)\" = 4"
    pdftotext -raw "$WORK/$layout.pdf" "$WORK/$layout.raw"
    for text in 'เกณฑ์ขั้นต่ำคือร้อยละ ๑๐' 'ดูแผนอัตรากำลังสามปี' 'ตามหนังสือ ที่ ศธ' 'ระเบียบกระทรวงการคลังว่าด้วย' 'ประกาศเรื่องมาตรฐาน' \
        'เริ่มเดือนตุลาคม' '☑ มีคำสั่งแต่งตั้ง' '☐ รายงานผล' 'III. ขั้นติดตามผล' '๑๐) พิจารณา' '☎ ๐๔๔ ๑๒๓ ๔๕๖' '(/) ไม่เห็นชอบ' \
        'ภายในวันเดียวกัน' 'ตารางที่ ๒ ผลก่อน'; do
        check "$layout prints: $text" grep -q -- "$text" "$WORK/$layout.raw"
    done
done
for marker in '๑\. แต่งตั้ง' '๑\.๒ คณะ' '(๒) ตรวจ' 'ก\. ตัวชี้วัด' 'ข้อ ๒ ให้' '• รายการ' '๓ \* ๔' 'ตารางที่ ๑ จำนวน'; do
    check "it is printed: $marker" grep -q "$marker" "$WORK/official.text"
done
qpdf --qdf --object-streams=disable "$WORK/official.pdf" "$WORK/plain.pdf"
for address in 'tel:044-123-456' 'mailto:ita_2568@example.go.th' '%20' 'https://www.example.go.th'; do
    check "a link leads to $address" grep -qa "$address" "$WORK/plain.pdf"
done

# ---- many items ----
cp -R tests/fixtures/small "$WORK/many"
{
    echo 'summary: |'
    for i in $(seq 5000); do echo "  $i. ข้อความของข้อนี้ **สำคัญ**"; done
    sed '1,2d' tests/fixtures/small/analyses.yaml
} >"$WORK/many/analyses.yaml"
check '5,000 items of one text' timeout 60 "$ITAREPORT" dump --stage=doc "$WORK/many"
check 'and all of them' says 'label "๕๐๐๐\.\|๕๐๐๐\.' "$ITAREPORT" dump --stage=doc "$WORK/many"

# ---- hostile texts end with a message ----
for text in '**a ' '- ' '[a](' '^'; do
    { echo 'summary: |'; printf '  '; for i in $(seq 20000); do printf '%s' "$text"; done; echo; echo 'indicators: []'; } >"$WORK/many/analyses.yaml"
    check "20,000 times “$text”" timeout 60 bash -c '"$0" dump --stage=doc "$1" >"$2" 2>&1; test $? = 1' "$ITAREPORT" "$WORK/many" "$WORK/out"
done
