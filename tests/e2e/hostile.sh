#!/bin/bash
# Files that ask for too much, and a system that gives too little: a message and a status, and the last good file.
# tests/hostile has the scripts for longer runs: mutations.py --count 3000, allocations.py --runs 2000.
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
    timeout 20 "$BASH" -c "ulimit -c 0; $(declare -f build); build $*" >"$WORK/refused.log" 2>&1
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
check 'and as a picture of the page' refused svg-drawing --format=png --pages=1
printf '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><text y="50">ABC</text></svg>' >"$edition/a.svg"
layout 'body: [{image: a.svg, alt: ก}]'
check 'words of a drawing in a report without any text' refused glyph-missing

# shellcheck disable=SC2046 # options are words
python3 tests/hostile/mutations.py --count 60 --seed sample "$ITAREPORT"
if nm "$ITAREPORT" 2>/dev/null | grep -q __asan_init; then
    echo 'ok - with sanitizers no allocation is let fail'
else
    python3 tests/hostile/allocations.py --runs 30 "$ITAREPORT" "$WORK/allocations"
fi
