#!/bin/bash
# What is written where: no input and no other edition's report is written over, and what cannot be written is told.
. tests/e2e/lib.bash
small=$PWD/tests/fixtures/small

# A program's folder of its own, so that a failure here does no harm.
mkdir -p "$WORK/data" "$WORK/desk"
cp -R layouts words fonts "$WORK/data"
export ITAREPORT_DATA=$WORK/data
cd "$WORK/desk" || exit 1
cp -R "$small" ed
mkdir ed/pictures
convert -size 20x20 xc:gray ed/pictures/unused.PNG 2>/dev/null || printf 'not really' >ed/pictures/unused.PNG
sums() { find ed "$WORK/data" -type f | LC_ALL=C sort | xargs -d '\n' sha256sum; }
sums >"$WORK/before"

# ---- inputs ----

ln -s "$PWD/ed" by-link
ln -s ed/results.yaml link.yaml
ln ed/measures.yaml hard.pdf
ln ed/pictures/unused.PNG hard.png
ln -s "$WORK/data/words/audit.txt" words.txt
refused() { # refused COMMAND… : status 1, with the reason in both languages, and every input as it was
    exits 1 "$@" && says 'output-is-input' "$@" && says 'เขียนผลลัพธ์ทับไม่ได้' env LC_ALL=th_TH.UTF-8 "$@" &&
        sums | cmp - "$WORK/before"
}
for path in ed/results.yaml ./ed/../ed//framework.yaml by-link/edition.yaml link.yaml hard.pdf words.txt \
    "$WORK/data/layouts/official/page.yaml" "$WORK/data/layouts/new.yaml" "$WORK/data/fonts/thai.tri" ed/new.yaml; do
    check "no PDF in the place of ${path#"$WORK"/}" refused "$ITAREPORT" build -o "$path" ed
done
check 'not even with --replace' refused "$ITAREPORT" build --replace -o ed/analyses.yaml ed
check 'no page in the place of a picture' refused "$ITAREPORT" build -f png -p 2 -o ed/pictures/unused.PNG ed
check 'nor of a hard link to it' refused "$ITAREPORT" build -f png -p 2 -o hard.png ed
for number in 01 02 03; do ln -s ed/measures.yaml "page-$number.svg"; done
check 'no pages through links in a folder' refused "$ITAREPORT" build -f svg -p 2-3 -o page.svg ed
mkdir kept && ln -s ../ed/results.yaml kept/index.html
check 'no index of an archive' refused "$ITAREPORT" archive -o kept ed
check 'no dictionary' exits 1 "$ITAREPORT" dictionary -o ed/results.yaml words.txt
check 'not in the place of its own words' \
    exits 1 "$ITAREPORT" dictionary -o "$WORK/data/words/terms/places.txt" "$WORK/data/words/terms/places.txt"
check 'with nothing changed' sh -c "find ed '$WORK/data' -type f | LC_ALL=C sort | xargs -d '\n' sha256sum | cmp - '$WORK/before'"
check 'a new file in the folder of the edition is fine' exits 0 "$ITAREPORT" build -q -o ed/report.pdf ed
rm ed/report.pdf

# ---- reports of other editions ----

name='2568-อบต.บ้านสมมติ'
"$ITAREPORT" build -q ed
check "the default name has the year and the agency" test -s "output/$name/report.pdf"
cp "output/$name/report.pdf" first.pdf
check 'another layout has a file of its own' exits 0 "$ITAREPORT" build -q -l summary ed
check 'beside it' test -s "output/$name/report-summary.pdf"
check 'a draft has one, too' exits 0 "$ITAREPORT" build -q --draft ed
check 'beside the report' test -s "output/$name/report-draft.pdf"
check 'and some pages of another layout' exits 0 "$ITAREPORT" build -q -l summary -p 2-3 ed
check 'beside all of it' test -s "output/$name/report-summary-pages-2-3.pdf"
check 'the report is as it was' cmp first.pdf "output/$name/report.pdf"
check "a draft's pages are no report's" sh -c \
    "'$ITAREPORT' build -q -f png -p 2 --dpi=40 -o drafts/ ed && cp drafts/page-02.png page.png &&
    '$ITAREPORT' build -q --draft -f png -p 2 --dpi=40 -o drafts/ ed && cmp page.png drafts/page-02.png && test -s drafts/page-02-draft.png"
check 'the same edition is built again' exits 0 "$ITAREPORT" build -q ed
sed -i 's/^  i2: .*/  i2: 91.00/' ed/results.yaml
check 'and when it has changed' exits 0 "$ITAREPORT" build -q ed
check 'which shows' sh -c "! cmp -s first.pdf 'output/$name/report.pdf'"
cp "output/$name/report.pdf" last.pdf

cp -R ed copied
sed -i 's/ควรขยายเวลา/ควรลดเวลา/' copied/results.yaml
taken() { # taken COMMAND… : status 1, with the reason in both languages, and the last report as it was
    exits 1 "$@" && says 'output-taken' "$@" && says '--replace' "$@" &&
        says 'เขียนทับด้วย --replace' "$@" --lang=th && cmp last.pdf "output/$name/report.pdf"
}
check 'a copied folder does not write over it' taken "$ITAREPORT" build copied
check 'the message names the other edition' says 'another edition: ed' "$ITAREPORT" build copied
check 'nor does an edition with an agency that shortens alike' \
    sh -c "cp -R ed alike; sed -i 's/short_name: .*/short_name: อบต.บ้านสมมติ./' alike/edition.yaml
    '$ITAREPORT' build -q alike; test \$? = 1 && cmp last.pdf 'output/$name/report.pdf'"
check '--replace does' exits 0 "$ITAREPORT" build -q --replace copied
check 'and then the first one is another' says 'another edition: copied' "$ITAREPORT" build ed
"$ITAREPORT" build -q --replace ed
sed -e 's/short_name: .*/short_name: ทต.เมืองใหม่/' -i copied/edition.yaml
check 'a second agency has a folder of its own' exits 0 "$ITAREPORT" build -q copied
check 'by its name' test -s 'output/2568-ทต.เมืองใหม่/report.pdf'
check 'and the first report is as it was' cmp last.pdf "output/$name/report.pdf"

cp -R "$WORK/desk" "$WORK/moved"
check 'folders that are moved together still agree' sh -c "cd '$WORK/moved' && '$ITAREPORT' build -q ed"
echo signed >>"output/$name/report.pdf" && cp "output/$name/report.pdf" last.pdf
check 'a report that was changed since is kept' taken "$ITAREPORT" build ed
rm "output/$name/.itareport.yaml"
check 'so is one of which nothing is known' taken "$ITAREPORT" build ed
cp copied/edition.yaml "output/$name/report.pdf" && cp copied/edition.yaml last.pdf
check 'and a file that is no report' taken "$ITAREPORT" build ed
check 'a name given with -o is asked for' exits 0 "$ITAREPORT" build -q -o "output/$name/report.pdf" ed

"$ITAREPORT" build -q -f png -p 2-3 --dpi=40 -o pages/ ed
check 'pages are made again' exits 0 "$ITAREPORT" build -q -f png -p 2-4 --dpi=50 -o pages/ ed
sha256sum pages/*.png >"$WORK/pages"
check "another edition's pages do not write over them" exits 1 "$ITAREPORT" build -f png -p 1-3 --dpi=40 -o pages/ copied
check 'not one' sh -c "sha256sum pages/*.png | cmp - '$WORK/pages'"
long=$(printf 'อ%.0s' $(seq 100))
sed -e "s/short_name: .*/short_name: ${long}/" -i copied/edition.yaml
check 'a very long name is shortened' exits 0 "$ITAREPORT" build -q copied

# ---- an archive's folder ----

mkdir www && echo '<html><body>หน้าแรกของหน่วยงาน</body></html>' >www/index.html && cp www/index.html home.html
check "a stranger's index.html is kept" exits 1 "$ITAREPORT" archive -o www ed
check 'with the reason' says 'archive-kept' "$ITAREPORT" archive -o www ed
check 'in Thai, too' says 'ไม่ใช่สารบัญที่โปรแกรมนี้สร้าง' "$ITAREPORT" archive --lang=th -o www ed
check 'and it is as it was, alone' sh -c "cmp home.html www/index.html && test \"\$(ls www)\" = index.html"
check '--replace does it' exits 0 "$ITAREPORT" archive -q --replace -o www ed
check 'and then the index is our own' exits 0 "$ITAREPORT" archive -q -o www ed
echo 'reports: []' >www/index.yaml
check "so is a stranger's index.yaml" exits 1 "$ITAREPORT" archive -q -o www ed

# ---- what cannot be written ----

lost() { # lost COMMAND… : status 3 and a message when standard output is full or closed
    "$@" >/dev/full 2>"$WORK/told" && return 1
    [ $? = 3 ] && grep -q 'standard output' "$WORK/told" || return 1
    "$@" >&- 2>"$WORK/told" && return 1
    [ $? = 3 ] && grep -q 'standard output' "$WORK/told"
}
"$ITAREPORT" archive -q -o archive ed
kept=$(echo archive/*/report.pdf)
cp "$kept" kept.pdf
for command in --help --version 'build --help' 'dump --stage=node ed' 'dump --stage=pages ed' 'check --format=json ed' \
    'check --format=sarif ed' 'check ed' 'schema results' 'explain' 'explain --markdown' 'explain spelling' 'verify kept.pdf' \
    'extract -o out kept.pdf'; do
    # shellcheck disable=SC2086 # words
    check "'$command' tells that its output is lost" lost "$ITAREPORT" $command
done
check 'in Thai too' sh -c "'$ITAREPORT' --lang=th schema edition 2>&1 >/dev/full | grep -q 'standard output ไม่ได้ครบ'"
check 'what is found in an edition is lost too' sh -c "'$ITAREPORT' check ed >/dev/full 2>&1; test \$? = 3"
quiet_pipe() {
    (trap '' PIPE; "$ITAREPORT" dump --stage=pages ed 2>"$WORK/told" | true)
    "$ITAREPORT" dump --stage=pages ed 2>>"$WORK/told" | head -n 1 >/dev/null
    [ ! -s "$WORK/told" ]
}
check 'a reader that has left is no fault' quiet_pipe
check 'nothing is printed into a file that is opened later' sh -c \
    "'$ITAREPORT' build -o third.pdf ed >&- 2>&- && '$ITAREPORT' build -q -o fourth.pdf ed && cmp third.pdf fourth.pdf"

old_stays() { # old_stays STATUS COMMAND… : status 3, and old.pdf as it was, alone
    echo old >"$1/old.pdf"
    local folder=$1
    shift
    "$@" 2>"$WORK/told"
    [ $? = 3 ] && grep -q 'cannot write' "$WORK/told" && [ "$(cat "$folder/old.pdf")" = old ] && [ "$(ls -A "$folder")" = old.pdf ]
}
mkdir limited
check 'a file that may not be so large leaves the old one' \
    old_stays limited sh -c "ulimit -f 40; '$ITAREPORT' build -q -o limited/old.pdf ed"
mkdir full
if mount -t tmpfs -o size=24k tmpfs full 2>/dev/null; then
    check 'a full disk leaves the old file' old_stays full "$ITAREPORT" build -q -o full/old.pdf ed
    check 'so does one that is full for a dictionary' old_stays full "$ITAREPORT" dictionary -o full/new.tri "$WORK/data/words/terms/names.txt"
    check 'and for an archive' sh -c "'$ITAREPORT' archive -q -o full ed; test \$? = 3"
    check 'a full folder for temporary files is told' sh -c \
        "TMPDIR=$PWD/full '$ITAREPORT' verify kept.pdf 2>&1 | grep -q archive-temporary"
    umount full
else
    echo '# SKIPPED: no file system can be mounted here'
fi
