#!/bin/bash
# What a report says comes out of its PDF in every Thai font there is: each font is put into a folder of its own and
# tried on another agency's text. Laksaman is there for the signs it lacks.
. tests/e2e/lib.bash
noto=/usr/share/fonts/truetype/noto
sarabun=$BUILD/npm/node_modules/@expo-google-fonts/sarabun

try() { # try FAMILY FILE
    if [ ! -f "$2" ]; then
        echo "# SKIPPED: the font $1 is not there"
        return
    fi
    local data=$WORK/fonts-$1
    mkdir -p "$data/fonts"
    ln -s "$PWD/layouts" "$PWD/words" "$PWD/input" "$data"
    ln -s "$PWD"/fonts/thai.tri "$PWD"/fonts/thai.compounds "$PWD"/fonts/*.dic "$PWD"/fonts/Laksaman*.ttf "$data/fonts"
    ln -sf "$(realpath "$2")" "$data/fonts"
    sed "s/\[Laksaman\]/[$1, Laksaman]/" tests/fixtures/texts/agency.yaml >"$data/$1.yaml"
    ITAREPORT_DATA=$data python3 tests/quality/quality.py --tap --texts --layout="$data/$1.yaml" "$ITAREPORT" \
        tests/fixtures/small
    ITAREPORT_DATA=$data python3 tests/quality/texts.py --read --font="$1, Laksaman" "$ITAREPORT" \
        tests/fixtures/texts/{department,university,enterprise,hospital,police}.txt
}

try Laksaman fonts/Laksaman.ttf
try Garuda fonts/Garuda.ttf
try Norasi fonts/Norasi.ttf
try 'Noto Sans Thai' "$noto/NotoSansThai-Regular.ttf"
try 'Noto Serif Thai' "$noto/NotoSerifThai-Regular.ttf"
try Sarabun "$sarabun/400Regular/Sarabun_400Regular.ttf"
try 'TH Sarabun New' fonts/THSarabunNew.ttf
