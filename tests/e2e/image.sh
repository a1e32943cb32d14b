#!/bin/bash
# Images: on the cover and in the text, in the PDF as they should be, in the archive as they were.
. tests/e2e/lib.bash
edition=$WORK/edition
images=tests/cases/doc/images.d
cp -R tests/fixtures/small "$edition"
cp $images/* "$edition"
echo 'emblem: emblem.png' >>"$edition/edition.yaml"

# ---- the PDF ----
"$ITAREPORT" build -q -l tests/cases/doc/images.yaml -o "$WORK/images.pdf" "$edition"
pdfimages -list "$WORK/images.pdf" >"$WORK/list"
check 'a transparent PNG is an image with a mask' says '^ *1 .* image *64 *64 *rgb *3 *8 *image' cat "$WORK/list"
check 'the mask is grey' says '^ *1 .* smask *64 *64 *gray *1 *8 *image' cat "$WORK/list"
check 'a grey PNG is grey' says ' image *40 *30 *gray *1 *8 *image' cat "$WORK/list"
check 'a JPEG stays a JPEG' says ' image *48 *32 *rgb *3 *8 *jpeg' cat "$WORK/list"
check 'none is smoothed over' exits 1 grep -q ' yes ' "$WORK/list"
pdfimages -j "$WORK/images.pdf" "$WORK/out"
check 'a JPEG comes out as it went in' cmp "$images/photo.jpg" "$(find "$WORK" -name 'out-*.jpg' | sort | head -n 1)"
check 'an image used twice is in the file once' python3 tests/e2e/image_objects.py "$WORK/images.pdf" 5
check 'images are figures' says '^ *Figure' pdfinfo -struct "$WORK/images.pdf"
check 'with a box' says '/BBox' pdfinfo -struct "$WORK/images.pdf"
check 'the file is sound' qpdf --check "$WORK/images.pdf"

# ---- the cover, and pictures of pages ----
"$ITAREPORT" build -q -o "$WORK/official.pdf" "$edition"
check 'the emblem is on the cover' says '^ *1 .* image *64 *64' pdfimages -list -l 1 "$WORK/official.pdf"
for format in png svg; do
    check "a page becomes $format" "$ITAREPORT" build -q -f $format -p 1 -o "$WORK/page.$format" \
        -l tests/cases/doc/images.yaml "$edition"
done
check 'the JPEG and the PNG are in the SVG' says 'data:image/png' cat "$WORK/page.svg"

# ---- a step of a measure with evidence ----
steps=$WORK/steps
cp -R tests/fixtures/small "$steps"
cp tests/cases/doc/list-prose.d/* "$steps"
"$ITAREPORT" build -q -o "$WORK/steps.pdf" "$steps"
"$ITAREPORT" dump --stage=doc "$steps" >"$WORK/steps.txt" 2>/dev/null
check 'a step of a measure has a figure' says 'figure .*หน้าจอของ' grep -A1 'ตามภาพ' "$WORK/steps.txt"
python3 tests/e2e/structure.py "$WORK/steps.txt" "$WORK/steps.pdf"

# ---- the archive ----
"$ITAREPORT" archive -q -o "$WORK/kept" "$edition"
kept=$(echo "$WORK"/kept/*/report.pdf)
check 'an archive with images is rebuilt byte for byte' says 'byte for byte' "$ITAREPORT" verify "$kept"
"$ITAREPORT" extract -o "$WORK/sources" "$kept"
check 'the emblem comes out of it' cmp "$images/emblem.png" "$WORK/sources/input/2568/emblem.png"

ln -s emblem.png "$edition/link.png"
sed -i 's/^emblem:.*/emblem: link.png/' "$edition/edition.yaml"
"$ITAREPORT" archive -q -o "$WORK/linked" "$edition"
kept=$(echo "$WORK"/linked/*/report.pdf)
check 'an archive with a linked image is rebuilt' says 'byte for byte' "$ITAREPORT" verify "$kept"
"$ITAREPORT" extract -o "$WORK/linked-sources" "$kept"
check 'the link comes out as a file of its name' cmp "$images/emblem.png" "$WORK/linked-sources/input/2568/link.png"
check 'and what it led to does not' test ! -e "$WORK/linked-sources/input/2568/emblem.png"

# ---- drafts ----
touch -d 2024-01-02T03:04:05Z "$edition"/*
touch -d 2030-06-07T08:09:10Z "$edition/emblem.png"
"$ITAREPORT" build -q --draft -o "$WORK/draft.pdf" "$edition"
check 'a draft is as new as its newest image' says '๗ มิถุนายน ๒๕๗๓' pdftotext -raw "$WORK/draft.pdf" -

# ---- what cannot be used ----
mkfifo "$edition/pipe.png"
sed -i 's/^emblem:.*/emblem: pipe.png/' "$edition/edition.yaml"
check 'a pipe is no image' says 'edition.yaml:.*file-special' timeout 5 "$ITAREPORT" build -o "$WORK/no.pdf" "$edition"
rm "$edition/link.png"
mv "$edition/measures.yaml" "$WORK/measures.yaml"
mkfifo "$edition/measures.yaml"
check 'a pipe is no input file' says 'file-special' timeout 5 "$ITAREPORT" build -o "$WORK/no.pdf" "$edition"
check 'nor a layout' says 'file-special' timeout 5 "$ITAREPORT" build -l "$edition/pipe.png" -o "$WORK/no.pdf" tests/fixtures/small
check 'nor a kept report' says 'file-special' timeout 5 "$ITAREPORT" verify "$edition/pipe.png"
rm "$edition/measures.yaml" "$edition/pipe.png"
mv "$WORK/measures.yaml" "$edition/measures.yaml"
ln -s "$PWD/$images/photo.jpg" "$edition/link.jpg"
sed -i 's/^emblem:.*/emblem: link.jpg/' "$edition/edition.yaml"
check 'a link that leads out of the folder is refused' says 'edition.yaml:.*image-outside' "$ITAREPORT" build -o "$WORK/no.pdf" "$edition"
python3 - "$images/screen.png" "$edition/broken.png" <<'END'
import sys
data = bytearray(open(sys.argv[1], 'rb').read())
data[80] ^= 0xFF
open(sys.argv[2], 'wb').write(data)
END
sed -i 's/^emblem:.*/emblem: broken.png/' "$edition/edition.yaml"
check 'damage inside a file is found' says 'image-damaged' "$ITAREPORT" build -o "$WORK/no.pdf" "$edition"
check 'and nothing is written' exits 1 test -e "$WORK/no.pdf"
