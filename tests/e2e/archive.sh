#!/bin/bash
# archive, verify, extract: kept files carry their sources, come out again, and are not overwritten.
. tests/e2e/lib.bash
small=$PWD/tests/fixtures/small
kept="$WORK/kept/2568-อบต.บ้านสมมติ/report.pdf"

check 'an edition is archived' says '(.* KB, new)$' "$ITAREPORT" archive -o "$WORK/kept" "$small"
check 'in the folder of its year and agency' test -f "$kept"
check 'it is sound' qpdf --check "$kept"
cp "$kept" "$WORK/first.pdf"

# ---- the same again ----
check 'archiving it again changes nothing' says 'unchanged' "$ITAREPORT" archive -o "$WORK/kept" "$small"
mkdir -p "$WORK/far/away"
cp -R "$small" "$WORK/far/away/edition"
(cd "$WORK/far" && TZ=Asia/Tokyo LC_ALL=C "$ITAREPORT" archive -q -o there away/edition)
check 'another folder, time zone and locale give the same bytes' \
    cmp "$WORK/first.pdf" "$WORK/far/there/2568-อบต.บ้านสมมติ/report.pdf"
cp -R "$ITAREPORT_DATA/layouts" "$ITAREPORT_DATA/words" "$WORK/far"
mkdir "$WORK/far/fonts"
cp "$ITAREPORT_DATA"/fonts/* "$WORK/far/fonts"
ITAREPORT_DATA=$WORK/far TZ=America/New_York LC_ALL=th_TH.UTF-8 \
    "$ITAREPORT" archive -q -o "$WORK/far/data" "$small"
check 'so does another place for the program' cmp "$WORK/first.pdf" "$WORK/far/data/2568-อบต.บ้านสมมติ/report.pdf"
SOURCE_DATE_EPOCH=1700000000 "$ITAREPORT" archive -q -o "$WORK/dated" "$small"
check 'SOURCE_DATE_EPOCH is the date of the file' says '^CreationDate.*2023' pdfinfo "$WORK"/dated/*/report.pdf
check 'and verify knows it' says 'byte for byte' "$ITAREPORT" verify "$WORK"/dated/*/report.pdf

# ---- never silently another ----
sed -i 's/ทุก ๆ เดือน/ทุก ๆ สัปดาห์/' "$WORK/far/away/edition/analyses.yaml"
check 'a report that differs is refused' exits 1 "$ITAREPORT" archive -o "$WORK/kept" "$WORK/far/away/edition"
check 'with a word on how' says 'replace' "$ITAREPORT" archive -o "$WORK/kept" "$WORK/far/away/edition"
check 'and nothing is touched' cmp "$WORK/first.pdf" "$kept"
check '--replace does it' says 'replaced' "$ITAREPORT" archive --replace -o "$WORK/kept" "$WORK/far/away/edition"
check 'and then it is another' exits 1 cmp "$WORK/first.pdf" "$kept"
sed 's/^    1: 93.33/    1: 193.33/' "$small/results.yaml" >"$WORK/far/away/edition/results.yaml"
check 'an edition with errors is not archived' exits 1 "$ITAREPORT" archive -o "$WORK/none" "$WORK/far/away/edition"
check 'and leaves no file' exits 1 test -e "$WORK/none"

# ---- the index ----
"$ITAREPORT" archive -q -o "$WORK/kept" input/2568
check 'index.yaml and index.html list every report, with its checksum' python3 tests/e2e/archive_index.py "$WORK/kept" 2
check 'another layout is kept next to it' \
    says 'report-official-annex.pdf .*new' "$ITAREPORT" archive -l official-annex -o "$WORK/kept" input/2568
check 'in the index as well' python3 tests/e2e/archive_index.py "$WORK/kept" 3

# ---- the sources ----
check 'extract gives the sources back' "$ITAREPORT" extract -o "$WORK/sources" "$WORK/first.pdf"
for file in edition results analyses measures; do
    check "$file.yaml comes back as it was" cmp "$small/$file.yaml" "$WORK/sources/input/2568/$file.yaml"
done
check 'so does the framework' cmp "$small/framework.yaml" "$WORK/sources/input/2568/framework.yaml"
check 'and the layout' diff -r "$ITAREPORT_DATA/layouts/official" "$WORK/sources/layouts/official"
check 'and the words' diff -r "$ITAREPORT_DATA/words" "$WORK/sources/words"
mkdir "$WORK/sources/fonts"
cp "$ITAREPORT_DATA"/fonts/* "$WORK/sources/fonts"
ITAREPORT_DATA=$WORK/sources "$ITAREPORT" archive -q -o "$WORK/again" "$WORK/sources/input/2568"
check 'the sources make the same report' cmp "$WORK/first.pdf" "$WORK"/again/*/report.pdf
check 'extracting again is fine' "$ITAREPORT" extract -o "$WORK/sources" "$WORK/first.pdf"
echo '# changed' >>"$WORK/sources/input/2568/results.yaml"
check 'but not over a changed file' exits 1 "$ITAREPORT" extract -o "$WORK/sources" "$WORK/first.pdf"
check 'any PDF reader finds the attachments' says 'results.yaml' pdfdetach -list "$WORK/first.pdf"
check 'they are named to PDF/A-3, with relation and type' python3 tests/e2e/archive_objects.py "$WORK/first.pdf"

# ---- verification ----
check 'a kept report is verified' says 'byte for byte' "$ITAREPORT" verify "$WORK/first.pdf"
check 'in Thai, too' says 'ตรงกันทุกไบต์' "$ITAREPORT" verify --lang=th "$WORK/first.pdf"
for change in sources name libraries old manifest extra pages; do
    python3 tests/e2e/archive_forge.py $change "$WORK/first.pdf" "$WORK/$change.pdf"
done
check 'changed sources are found' says 'archive-changed' "$ITAREPORT" verify "$WORK/sources.pdf"
check 'and are an error' exits 1 "$ITAREPORT" verify "$WORK/sources.pdf"
check 'a changed page is found' says 'archive-bytes' "$ITAREPORT" verify "$WORK/pages.pdf"
check 'and is an error' exits 1 "$ITAREPORT" verify "$WORK/pages.pdf"
check 'an added file is found' says 'archive-unnamed' "$ITAREPORT" verify "$WORK/extra.pdf"
check 'a name that leads out of the folder is refused' says 'archive-name' "$ITAREPORT" extract -o "$WORK/out" "$WORK/name.pdf"
check 'another version is named' says 'pango: then 9.9.9, here' "$ITAREPORT" verify "$WORK/libraries.pdf"
check 'and pages and text are compared instead' \
    says 'the same pages with the same text' "$ITAREPORT" verify "$WORK/libraries.pdf"
check 'which is no error' exits 0 "$ITAREPORT" verify "$WORK/libraries.pdf"
check 'a report without words files is made again with those of the program' \
    says 'the same pages with the same text' "$ITAREPORT" verify "$WORK/old.pdf"
mkdir "$WORK/bare"
cp -R "$ITAREPORT_DATA/layouts" "$ITAREPORT_DATA/words" "$WORK/bare"
check 'missing fonts are told' env ITAREPORT_DATA="$WORK/bare" \
    bash -c '. tests/e2e/lib.bash; says "Laksaman.ttf is missing" "$ITAREPORT" verify "$WORK/first.pdf"'
check 'a broken manifest is told' says 'archive-manifest' "$ITAREPORT" verify "$WORK/manifest.pdf"
"$ITAREPORT" build -q -o "$WORK/plain.pdf" "$small"
check 'a plain report cannot be verified' says 'archive-attachments' "$ITAREPORT" verify "$WORK/plain.pdf"
check 'nor can what is no PDF' exits 1 "$ITAREPORT" verify "$small/results.yaml"
check 'nor what is not there' exits 1 "$ITAREPORT" extract "$WORK/nothing.pdf"

# A report with parted words names the patterns it was made with, and is rebuilt with them.
check 'a report with parted words is archived' \
    "$ITAREPORT" archive -q -o "$WORK/parted" -l tests/fixtures/texts/hyphens.yaml tests/fixtures/small
check 'and verified' "$ITAREPORT" verify "$WORK"/parted/*/*.pdf
"$ITAREPORT" extract -o "$WORK/parted-sources" "$WORK"/parted/*/*.pdf >"$WORK/extract.log" 2>&1
check 'its manifest names the patterns' grep -rq 'hyph_en_US.dic' "$WORK/parted-sources"
