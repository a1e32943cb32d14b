#!/bin/bash
# Files that ask for too much, and a system that gives too little: a message and a status, and the last good file.
# tests/hostile has the scripts for longer runs: mutations.py --count 3000, allocations.py --runs 735.
. tests/e2e/lib.bash

edition=$WORK/edition
cp -R tests/fixtures/small "$edition"
echo 'the last good report' >"$WORK/out.pdf"

# Writes a layout with a body.
layout() {
    cat >"$edition/layout.yaml" <<END
page: {paper: a4, margins: {left: 3cm, right: 2cm, top: 2.5cm, bottom: 2cm}}
defaults: {style: body}
styles:
  body: {fonts: [Laksaman], size: 16pt, pitch: 22pt}
$1
END
}

# Writes a drawing and a layout that shows it.
drawing() {
    printf '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">%s</svg>' "$1" >"$edition/a.svg"
    layout 'body: [{paragraph: ABC}, {image: a.svg, alt: ก}]'
}

build() { "$ITAREPORT" build --lang=en -q "$@" --layout="$edition/layout.yaml" -o "$WORK/out.pdf" "$edition"; }

# refused RULE OPTION…: status 1, a message of the rule, and the file as it was
refused() {
    local rule=$1
    shift
    timeout 120 "$BASH" -c "ulimit -c 0; $(declare -f build); build $*" >"$WORK/refused.log" 2>&1
    local status=$?
    [ $status = 1 ] && grep -q "error: .*\[$rule\]" "$WORK/refused.log" && grep -q 'last good' "$WORK/out.pdf" ||
        { echo "status $status"; head -n 5 "$WORK/refused.log"; return 1; }
}
export ITAREPORT edition WORK

words=$(printf 'คำหนึ่ง %.0s' $(seq 7000))
layout "body: [{paragraph: \"$words\"}]"
check 'a text of 56,000 letters' refused limit-text
layout 'body: [{for: a in questions, do: [{for: b in questions, do: [{for: c in questions, do: [{for: d in questions, do: [{section: [{paragraph: ก}], page_start: true}]}]}]}]}]'
check '4,096 pages by loops inside loops' refused limit-pages
drawing '<filter id="f"><feTurbulence numOctaves="100000" baseFrequency="0.1"/></filter><rect width="200" height="200" filter="url(#f)"/>'
check 'noise without end in a drawing' refused svg-drawing
drawing "<filter id=\"f\"><feConvolveMatrix order=\"300\" kernelMatrix=\"$(printf '1 %.0s' $(seq 90000))\"/></filter><rect width=\"50\" height=\"50\" filter=\"url(#f)\"/>"
check 'a drawing that the library panics on' refused svg-drawing
check 'and as a picture of the page' says 'error: .*\[svg-drawing\]' \
    "$ITAREPORT" build --lang=en -q --pages=1 --layout="$edition/layout.yaml" -o "$WORK/page.png" "$edition"
check 'which is not written' test ! -e "$WORK/page.png"
printf '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><text y="50">ABC</text></svg>' >"$edition/a.svg"
layout 'body: [{image: a.svg, alt: ก}]'
check 'words of a drawing in a report without any text' refused glyph-missing

# Many pictures. Of a picture's head the size is believed, so these are small files.
layout "body: [$(for i in 1 2 3 4 5 6 7; do printf '{image: %d.png, alt: ก}, ' $i; done)]"
for i in 1 2 3 4 5 6 7; do
    python3 -c '
import struct, sys
chunk = lambda name, body: struct.pack(">I", len(body)) + name + body + bytes(4)
sys.stdout.buffer.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 6000, 6000, 8, 2, 0, 0, 0)) +
                        chunk(b"IDAT", b"") + chunk(b"IEND", b""))' >"$edition/$i.png"
done
check 'pictures of 252 million pixels' refused limit-pixels
for i in 1 2 3 4 5; do truncate -s 60M "$edition/$i.png"; done
check 'pictures of 300 megabytes' refused limit-files
rm "$edition"/*.png

# What is no file, or cannot be one.
layout 'body: [{paragraph: ABC}]'
replaced() { # replaced NAME COMMAND… : a file of the edition, by what the command makes
    local name=$1
    shift
    mv "$edition/$name" "$WORK/kept"
    "$@" "$edition/$name"
}
restore() { rm -rf "${edition:?}/$1"; mv "$WORK/kept" "$edition/$1"; }
replaced results.yaml ln -s /dev/zero
check 'a device as the results' refused file-special
restore results.yaml
replaced analyses.yaml mkfifo
check 'a pipe that never ends as the analyses' refused file-special
restore analyses.yaml
replaced edition.yaml mkdir
check 'a folder as the edition' refused file-is-folder
restore edition.yaml
replaced measures.yaml ln -s measures.yaml
check 'a link to itself as the measures' refused file-unreadable
restore measures.yaml
replaced framework.yaml truncate -s 100M
check 'a scheme of 100 megabytes' refused file-too-large
restore framework.yaml
replaced layout.yaml sh -c 'printf "a: %s" "$(head -c 5000 /dev/zero | tr "\\0" "[")" >"$0"'
check 'five thousand lists inside each other' refused too-deep
restore layout.yaml

# The program's own data, damaged.
data=$WORK/data
mkdir "$data"
cp -R layouts words fonts "$data"
with_data() { ITAREPORT_DATA=$data "$@"; }
head -c 10000 fonts/thai.tri >"$data/fonts/thai.tri"
check 'half a dictionary' with_data refused dictionary
rm "$data/fonts/thai.tri"
check 'a report without a dictionary says so' with_data says 'warning: there is no Thai dictionary' \
    "$ITAREPORT" build --lang=en -o "$WORK/plain.pdf" tests/fixtures/small
cp fonts/thai.tri "$data/fonts"
head -c 300 fonts/sRGB.icc >"$data/fonts/sRGB.icc"
check 'half a colour profile' with_data says 'is no colour profile.*archive-needed' \
    "$ITAREPORT" archive --lang=en -o "$WORK/archive" tests/fixtures/small
check 'and no archive with it' test ! -e "$WORK/archive"

# However little the system gives, the program ends by itself, and the file is the last good one or the new one.
with_little() { # with_little OPTION VALUE… : of ulimit
    local option=$1 value status
    shift
    for value; do
        (ulimit -c 0; ulimit "$option" "$value"; build) >"$WORK/little.log" 2>&1
        status=$?
        case $status in
        0) head -c 5 "$WORK/out.pdf" | grep -q '%PDF-' || return 1 ;;
        1 | 3 | 127) grep -q 'last good' "$WORK/out.pdf" && [ -s "$WORK/little.log" ] || return 1 ;; # 127: no library is loaded
        *) echo "status $status with $value"; return 1 ;;
        esac
        echo 'the last good report' >"$WORK/out.pdf"
    done
}
check 'few open files' with_little -n 3 4 5 6 8 12 20
if ! nm "$ITAREPORT" 2>/dev/null | grep -q __asan_init; then
    check 'little memory' with_little -v 20000 60000 80000 90000 100000 110000 120000 130000 150000 200000
    check 'a small stack' with_little -s 128 256 512
fi

python3 tests/hostile/mutations.py --count 60 --seed sample "$ITAREPORT"
if nm "$ITAREPORT" 2>/dev/null | grep -q __asan_init; then
    echo 'ok - with sanitizers no allocation is let fail'
else
    for command in build check archive verify; do
        python3 tests/hostile/allocations.py --command $command --runs 12 "$ITAREPORT" "$WORK/allocations-$command"
    done
fi
