#!/bin/bash
# SVG drawings: lines and areas in the PDF, the same on every machine, and never less than they should show.
. tests/e2e/lib.bash
layout=$PWD/tests/cases/doc/drawings.yaml
drawings=tests/cases/doc/drawings.d
edition=$WORK/edition
cp -R tests/fixtures/small "$edition"
cp $drawings/* "$edition"

with() { # with FILE… : a layout that shows these drawings, in $WORK/layout.yaml
    sed -n '/^body:/q;p' "$layout" >"$WORK/layout.yaml"
    { echo 'body:'; echo '  - {paragraph: ก}'; printf '  - {image: %s, alt: x}\n' "$@"; } >>"$WORK/layout.yaml"
}
draw() { "$ITAREPORT" build -q -l "$WORK/layout.yaml" "$@" "$edition"; }
pixel() { # pixel FILE X Y : the colour at a place in 1/72 inch, as decimal numbers
    pdftoppm -singlefile -r 72 -x "$2" -y "$3" -W 1 -H 1 "$1" | tail -c 3 | od -An -tu1 | xargs
}
count() { # count PATTERN FILE : how often the PDF's text has it
    qpdf --qdf --object-streams=disable "$2" - 2>/dev/null | grep -a -c -- "$1"
}

# ---- areas and lines only ----
with steps.svg steps.svg
draw -o "$WORK/steps.pdf"
check 'a drawing of lines, areas and text has no pixels' exits 1 says image pdfimages -list "$WORK/steps.pdf"
check 'its text is no text of the PDF' exits 1 says 'เก็บแบบวัด' pdftotext "$WORK/steps.pdf" -
check 'and brings no font' [ "$(pdffonts "$WORK/steps.pdf" | tail -n +3 | wc -l)" = 1 ]
check 'shown twice, it is in the file once' [ "$(count '/I0 Do' "$WORK/steps.pdf")" = 2 -a \
    "$(count '\.0005$' "$WORK/steps.pdf")" = 1 ]
check 'its boxes are filled' [ "$(pixel "$WORK/steps.pdf" 92 130)" = '238 243 251' ]
check 'the file is sound' qpdf --check "$WORK/steps.pdf"
draw -f svg -p 1 -o "$WORK/steps-page.svg"
check 'a page as SVG keeps it as paths' exits 1 grep -q '<image' "$WORK/steps-page.svg"

# ---- everything a drawing may have ----
with effects.svg effects.svg
draw -o "$WORK/effects.pdf"
pdfimages -list "$WORK/effects.pdf" >"$WORK/list"
check 'embedded images come along' says ' image *120 *60 *rgb' cat "$WORK/list"
check 'none is smoothed over' exits 1 grep -q ' yes ' "$WORK/list"
check 'images and masks are in the file once' python3 tests/e2e/image_objects.py "$WORK/effects.pdf" 6
check 'what shows through stays a group' says '/S /Transparency' qpdf --qdf --object-streams=disable "$WORK/effects.pdf" -
check 'no date or producer comes along' [ "$(count cairo "$WORK/effects.pdf")" = 0 ]
check 'drawings are figures with a box' says '/BBox' pdfinfo -struct "$WORK/effects.pdf"

# ---- the same everywhere ----
mkdir -p "$WORK/home/.fonts" "$WORK/home/.config/fontconfig"
cp fonts/Garuda*.ttf "$WORK/home/.fonts"
sed "s|FOLDER|$WORK/home/.fonts|" >"$WORK/home/.config/fontconfig/fonts.conf" <<'END_CONF'
<fontconfig><dir>FOLDER</dir><match target="pattern"><edit name="family" mode="assign" binding="strong"><string>Garuda</string></edit></match></fontconfig>
END_CONF
with steps.svg effects.svg
draw -o "$WORK/one.pdf"
env -i HOME="$WORK/home" FONTCONFIG_FILE="$WORK/home/.config/fontconfig/fonts.conf" LC_ALL=de_DE.UTF-8 LANGUAGE=de \
    PANGO_LANGUAGE=ja GDK_PIXBUF_MODULE_FILE=/nonexistent XDG_DATA_DIRS=/nonexistent TZ=Asia/Tokyo \
    "$ITAREPORT" build -q -l "$WORK/layout.yaml" -o "$WORK/two.pdf" "$edition"
check 'other fonts, languages and libraries change no byte' cmp "$WORK/one.pdf" "$WORK/two.pdf"

# ---- the cover and the archive ----
echo 'emblem: effects.svg' >>"$edition/edition.yaml"
"$ITAREPORT" archive -q -o "$WORK/kept" "$edition"
kept=$(echo "$WORK"/kept/*/report.pdf)
check 'a drawing is the emblem on the cover' says ' image *120 *60 *rgb' pdfimages -list -l 1 "$kept"
check 'an archive with a drawing is rebuilt byte for byte' says 'byte for byte' "$ITAREPORT" verify "$kept"
"$ITAREPORT" extract -o "$WORK/sources" "$kept"
check 'the drawing comes out of it' cmp "$drawings/effects.svg" "$WORK/sources/input/2568/effects.svg"
check 'and is attached as what it is' [ "$(count '/Subtype /image#2fsvg+xml' "$kept")" = 1 ]

# ---- what cannot be drawn ----
bad() { # bad NAME TEXT PATTERN : a drawing of this text is refused with words like these
    printf '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">\n%b' "$2" >"$edition/$1.svg"
    with "$1.svg"
    check "refused: $1" says "layout.yaml:.*$3" draw -o "$WORK/no.pdf"
}
bad mismatch '<g>\n<rect/>\n</svg>\n' 'mismatch.svg.*line 5.*\[image-damaged\]'
bad half '<g>\n<rect/>\n' 'line 4.*\[image-damaged\]'
bad unnamed '<text>&nbsp;</text></svg>' 'nbsp.*\[image-damaged\]'
bad deep "$(printf '<g>%.0s' {1..1000})</svg>" 'depth.*\[image-damaged\]'
bad letters '<text>\xe3\x81\x82</text></svg>' 'U+3042.*letters.svg \[glyph-missing\]'
bad numbers '<text>a&#3585;&#x3042;</text></svg>' 'U+3042.*numbers.svg \[glyph-missing\]'
check 'and nothing is written' exits 1 test -e "$WORK/no.pdf"
check 'in Thai as well' says 'ภาพวาด.*numbers.svg' draw --lang=th -o "$WORK/no.pdf"
