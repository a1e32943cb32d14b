#!/bin/bash
# What `build` refuses or warns of, `check` says too, in the same words at the same place; and what `check` advises to
# type is accepted by `build`.
. tests/e2e/lib.bash
edition=$WORK/edition
layout=$WORK/edition/layout.yaml
start() {
    rm -rf "$edition"
    cp -R tests/fixtures/small "$edition"
}

# Puts a paragraph in place of the foreword.
foreword() {
    start
    perl -0pi -e 's/^foreword: \|\n(?:(?:  .*)?\n)*//m' "$edition/edition.yaml"
    printf 'foreword: |\n  %s\n' "$1" >>"$edition/edition.yaml"
}

findings() { grep -E ': (error|warning): ' "$1" | sort -u; }

# Every error and warning of `build` is one of `check`, and there is one.
agree() { # agree RULE [OPTION…]
    local rule=$1
    shift
    "$ITAREPORT" build "$@" -o "$WORK/out.pdf" "$edition" >/dev/null 2>"$WORK/build.log"
    "$ITAREPORT" check "$@" "$edition" >"$WORK/check.log"
    grep -qF "[$rule]" "$WORK/build.log" && [ -z "$(comm -23 <(findings "$WORK/build.log") <(findings "$WORK/check.log"))" ]
}
fails() { exits 1 "$ITAREPORT" check "$@" "$edition"; }

foreword 'ได้ {{ question.o7.score | score }} คะแนน'
check 'a question that there is not' agree unknown-placeholder
check 'fails the check' fails
foreword 'ปีก่อนได้ {{ previous.overall.score | score }} คะแนน'
check 'a year before that is not given' agree placeholder-empty
foreword 'หัวหน้า {{ agency }}'
check 'a group of values' agree placeholder-kind
foreword 'สัญลักษณ์ 𓃭 ประจำหน่วยงาน'
check 'a character that no font has' agree glyph-missing
check 'fails the check, too' fails
foreword '![แผนที่](map.png)'
check 'an image that is not there' agree file-missing
head -c 900 tests/fixtures/images/photo.jpg >"$edition/map.png" 2>/dev/null || printf '\211PNG\r\n\032\n' >"$edition/map.png"
check 'an image that is damaged' agree image-damaged

start
printf 'include: [%s/layouts/official.yaml]\nbody:\n  - image: "logo.png"\n    alt: ตรา\n' "$ITAREPORT_DATA" >"$layout"
check 'an image that only this layout has' agree file-missing --layout="$layout"
check 'and no other' exits 0 "$ITAREPORT" check "$edition"
printf 'include: [%s/layouts/official.yaml]\ndraft: {watermark: "{{ draft.tiem }}"}\n' "$ITAREPORT_DATA" >"$layout"
check 'what is wrong in a draft only' agree unknown-placeholder --draft --layout="$layout"

# Texts of the edition that this layout does not print.
few() { printf 'include: [%s/layouts/official.yaml]\nbody:\n  - paragraph: ไม่มีข้อความของฉบับ\n' "$ITAREPORT_DATA" >"$layout"; }
foreword 'คะแนน {{ overall.scroe | score }}'
few
check 'an unknown name in a text that is not printed' agree unknown-placeholder --layout="$layout"
check 'and once where it is printed' sh -c "'$ITAREPORT' check '$edition' | tail -n 1 | grep '^errors: 1,'"
foreword 'คะแนน {{ overall.score | score }}'
few
check 'and nothing where all names are known' exits 0 "$ITAREPORT" check --layout="$layout" "$edition"

# Warnings of the lines and of the pages.
foreword 'ดูที่ www.example.go.th/a_page_with_a_name_that_is_longer_than_any_line_of_a_page_can_be_however_it_is_set_and_cannot_be_broken'
check 'a word that is wider than its line' agree word-broken
check 'is no failure' exits 0 "$ITAREPORT" check "$edition"
check 'but with --strict' fails --strict

# What is advised evaluates at its place.
foreword 'หน่วยงานได้ 12.34 คะแนน'
advice=$("$ITAREPORT" check "$edition" | sed -n 's/.*from the data: \({{.*}}\).*/\1/p')
check 'a score typed in the foreword is advised against' test -n "$advice"
foreword "หน่วยงานได้ $advice คะแนน"
check 'and what is advised can be built' exits 0 "$ITAREPORT" build -q -o "$WORK/out.pdf" "$edition"
start
sed -i '/^  - number: 2/,$s/ซึ่งเป็นคะแนนสูงสุด/ได้ 12.34 คะแนน/' "$edition/analyses.yaml"
advice=$("$ITAREPORT" check "$edition" | sed -n 's/.*from the data: \({{.*}}\).*/\1/p')
check 'a score typed in an analysis, too' test "$advice" = '{{ this.score | score }}'
sed -i "s/12.34 คะแนน/$advice คะแนน/" "$edition/analyses.yaml"
check 'and that can be built as well' exits 0 "$ITAREPORT" build -q -o "$WORK/out.pdf" "$edition"
