#!/bin/bash
# Archived reports against PDF/A-3a and PDF/UA-1 with veraPDF, and against PDF itself with qpdf.
. tests/e2e/lib.bash
verapdf=$(cd "${BUILD:-build}" && pwd)/verapdf

keep() { # keep NAME OPTIONS… : archives into $WORK/NAME.pdf
    local name=$1
    shift
    "$ITAREPORT" archive -q -o "$WORK/$name" "$@" && mv "$WORK/$name"/*/*.pdf "$WORK/$name.pdf"
}
check 'the real edition is archived' keep official input/2568
check 'an edition with foreword, signature and evidence is archived' keep small tests/fixtures/small
check 'an edition compared with the year before is archived' keep province -l official-annex tests/fixtures/province/2569
check 'and the comparison alone' keep compared -l compare tests/fixtures/province/2569
cp -R tests/fixtures/small "$WORK/plots-edition"
cp -R tests/cases/doc/chart-plots.d/. "$WORK/plots-edition"
check 'lines and columns are archived' keep plots -l tests/cases/doc/chart-plots.yaml "$WORK/plots-edition"
check 'the stress document is archived' keep stress -l tests/fixtures/stress/layout.yaml tests/fixtures/small
check 'notes are archived' keep notes -l tests/cases/pages/notes.yaml tests/fixtures/small
check 'all that prose may hold is archived' keep prose tests/fixtures/prose
check 'also in another look' keep prose-brief -l tests/fixtures/prose/brief.yaml tests/fixtures/prose
check 'and in the short report' keep prose-summary -l summary tests/fixtures/prose
cp -R tests/fixtures/small "$WORK/signs-edition"
sed -i 's/จัดหาบัตรคิว$/☑ จัดหา ☒ ยกเลิก ✓ ● → ↔ № ๙ ☎ ③ ใช้ E‑Form/' "$WORK/signs-edition/measures.yaml"
check 'signs of other fonts are archived' keep signs "$WORK/signs-edition"
check 'words parted with hyphens are archived' keep hyphens -l tests/fixtures/texts/hyphens.yaml tests/fixtures/small
cp -R tests/fixtures/small "$WORK/edition"
cp tests/cases/doc/images.d/* "$WORK/edition"
echo 'emblem: emblem.png' >>"$WORK/edition/edition.yaml"
check 'images are archived' keep images -l tests/cases/doc/images.yaml "$WORK/edition"
cp -R tests/fixtures/small "$WORK/steps-edition"
cp tests/cases/doc/list-prose.d/* "$WORK/steps-edition"
check 'images in cells are archived' keep steps "$WORK/steps-edition"
cp tests/cases/pages/cell-images.d/* "$WORK/steps-edition"
check 'also where a row is cut' keep cells -l tests/cases/pages/cell-images.yaml "$WORK/steps-edition"
check 'an emblem is archived' keep emblem "$WORK/edition"
cp tests/cases/doc/drawings.d/* "$WORK/edition"
sed -i 's/^emblem:.*/emblem: effects.svg/' "$WORK/edition/edition.yaml"
check 'drawings are archived' keep drawings -l tests/cases/doc/drawings.yaml "$WORK/edition"
check 'a drawn emblem is archived' keep drawn-emblem "$WORK/edition"
for layout in layouts/*.yaml; do
    name=$(basename "$layout" .yaml)
    [ "$name" = official ] || check "layout $name is archived" keep "$name" -l "$name" input/2568
done

validate() { # its other files are removed with the test's folder
    java -XX:-UsePerfData -Djava.io.tmpdir="$WORK" -cp "$verapdf/*" org.verapdf.apps.GreenfieldCliWrapper --format text -v \
        -f "$1" "$WORK"/*.pdf
}
for profile in 3a ua1; do
    validate $profile >"$WORK/$profile.log" 2>&1
    for file in "$WORK"/*.pdf; do
        check "$(basename "$file" .pdf) keeps $profile" grep -qxF "PASS $file $profile" "$WORK/$profile.log"
    done
    grep -q '^ *FAIL' "$WORK/$profile.log" && cat "$WORK/$profile.log"
done
for file in "$WORK"/*.pdf; do
    check "$(basename "$file" .pdf) is sound" qpdf --check "$file"
done
