#!/bin/bash
# The command line: help, versions, exit statuses, formats, pages, drafts.
. tests/e2e/lib.bash
small=tests/fixtures/small

check 'help is given' exits 0 "$ITAREPORT" --help
check 'help names every command' says dump "$ITAREPORT" --help
for command in build check archive verify extract explain schema dump; do
    check "$command has a page of help" says "Usage: itareport $command" "$ITAREPORT" $command --help
    check "$command has it in Thai" says "วิธีใช้: itareport $command" "$ITAREPORT" $command --lang=th --help
done
check 'the version is told' says '^itareport [0-9]' "$ITAREPORT" --version
check 'Thai is taken from the locale' says 'วิธีใช้' env LC_ALL=th_TH.UTF-8 "$ITAREPORT" --help
check '--lang wins over the locale' says '^Usage' env LC_ALL=th_TH.UTF-8 "$ITAREPORT" --lang=en --help
check 'no command is wrong usage' exits 2 "$ITAREPORT"
check 'an unknown command is wrong usage' exits 2 "$ITAREPORT" print $small
check 'an unknown option is wrong usage' exits 2 "$ITAREPORT" build --colour $small
check 'a missing edition is wrong usage' exits 2 "$ITAREPORT" build
check 'two editions are wrong usage' exits 2 "$ITAREPORT" build $small $small
check 'a command with a slip is named' says 'Did you mean build?' "$ITAREPORT" biuld $small
check 'an option with a slip, too' says 'Did you mean --verbose?' "$ITAREPORT" build --verbsoe $small
check 'an option with a slip and a value, too' says 'หมายถึง --pages หรือไม่' "$ITAREPORT" build --lang=th --pagse=2 $small
check 'a switch takes no value' says 'takes no value' "$ITAREPORT" build --quiet=yes $small
check 'a stage with a slip is named' says 'Did you mean lines?' "$ITAREPORT" dump --stage=line $small
check 'a file of a schema with a slip is named' says 'Did you mean measures?' "$ITAREPORT" schema measure
check 'a rule with a slip is named' says 'Did you mean stray-year?' "$ITAREPORT" check --rule=stary-year $small
check 'a language that there is not is wrong usage' exits 2 "$ITAREPORT" --lang=lo check $small
check 'after the command, too' exits 2 "$ITAREPORT" check --lang lo $small
check 'and the languages are named' says 'en and th: lo' "$ITAREPORT" check --lang=lo $small
check 'help is a command' says '^Usage' "$ITAREPORT" help
check 'help of a command is its page' says 'Usage: itareport extract' "$ITAREPORT" help extract
check 'in Thai' says 'วิธีใช้: itareport verify' "$ITAREPORT" --lang=th help verify
check 'help of none is wrong usage' exits 2 "$ITAREPORT" help soup
check '-V is the version' says '^itareport [0-9]' "$ITAREPORT" -V
for command in build check archive verify extract explain schema dump; do
    check "of $command, too" says '^itareport [0-9]' "$ITAREPORT" $command --version
done
check 'a file of an edition is its edition' exits 0 "$ITAREPORT" check $small/measures.yaml
check 'from inside, too' sh -c "cd $small && '$ITAREPORT' dump --stage=figures edition.yaml"
check 'a file elsewhere is none' exits 1 "$ITAREPORT" check words/audit.txt
"$ITAREPORT" build -q -o - $small >"$WORK/printed.pdf"
"$ITAREPORT" build -q -o "$WORK/written.pdf" $small
check 'a PDF goes to standard output' cmp "$WORK/printed.pdf" "$WORK/written.pdf"
"$ITAREPORT" build -q --format=svg --pages=2 -o - $small >"$WORK/printed.svg"
check 'and one page as a picture' grep -q '<svg' "$WORK/printed.svg"
check 'but no more' exits 2 "$ITAREPORT" build -q --format=svg --pages=2-3 -o - $small
check 'a terminal gets no PDF' exits 2 script -qec "'$ITAREPORT' build -q -o - $small" /dev/null
check 'an archive is a folder' exits 2 "$ITAREPORT" archive -o - $small
"$ITAREPORT" build -q --pages=2 -o "$WORK/page.PNG" $small
check 'the name says the format' grep -q PNG "$WORK/page.PNG"
check 'and may not contradict it' exits 2 "$ITAREPORT" build --format=pdf -o "$WORK/page.svg" $small
check 'nor be of another' exits 2 "$ITAREPORT" build -o "$WORK/report.docx" $small
check 'an unknown stage is wrong usage' exits 2 "$ITAREPORT" dump --stage=soup $small
check 'an unknown format is wrong usage' exits 2 "$ITAREPORT" build --format=gif $small
check 'a bad page range is wrong usage' exits 2 "$ITAREPORT" build --pages=5-3 $small
check 'a folder that is no edition is an input error' exits 1 "$ITAREPORT" build -o "$WORK/x.pdf" tests/e2e
check 'an output that cannot be written is a system error' \
    exits 3 "$ITAREPORT" build -q -o /proc/nowhere/x.pdf $small
check 'a bad SOURCE_DATE_EPOCH is wrong usage' exits 2 env SOURCE_DATE_EPOCH=soon "$ITAREPORT" build $small

for stage in node model figures doc flow lines pages; do
    check "stage $stage has a dump" says . "$ITAREPORT" dump --stage=$stage $small
done

silent() { [ -z "$("$@" 2>&1)" ]; }
shows_no_stages() { ! "$@" 2>&1 | grep -q ' ms$'; }
check 'a quiet build is silent' silent "$ITAREPORT" build -q -o "$WORK/report.pdf" $small
check 'a piped build shows no stages' shows_no_stages "$ITAREPORT" build -o "$WORK/report.pdf" $small
check '-v shows the stages' says ' ms$' "$ITAREPORT" build -v -o "$WORK/report.pdf" $small
(cd "$WORK" && "$ITAREPORT" build -q "$OLDPWD/$small")
check 'the default output is output/YEAR-AGENCY/report.pdf' test -s "$(echo "$WORK"/output/25*/report.pdf)"

"$ITAREPORT" build -q --format=png --pages=2-3 --dpi=50 -o "$WORK/images/" $small
check 'png pages are written one a file' test -s "$WORK/images/page-02.png" -a -s "$WORK/images/page-03.png"
check 'and only these pages' test ! -e "$WORK/images/page-01.png"
check 'they are png' grep -q PNG "$WORK/images/page-02.png"
"$ITAREPORT" build -q --format=svg --pages=2 -o "$WORK/two.svg" $small
check 'a single svg page takes the name given' grep -q '<svg' "$WORK/two.svg"
"$ITAREPORT" build -q --pages=2-3 -o "$WORK/part.pdf" $small
check 'a PDF of some pages has just those' says '^Pages: *2$' pdfinfo "$WORK/part.pdf"

export SOURCE_DATE_EPOCH=1759251600
"$ITAREPORT" build -q --draft -o "$WORK/draft.pdf" $small
"$ITAREPORT" build -q -o "$WORK/final.pdf" $small
unset SOURCE_DATE_EPOCH
pages=$(pdfinfo "$WORK/draft.pdf" | awk '/^Pages/ { print $2 }')
marks=$(pdftotext -raw "$WORK/draft.pdf" - | grep -c 'ฉบับร่าง')
check "a draft's $pages pages are all stamped" test "$marks" = "$pages"
check 'the stamp has the time' says '๒๕๖๘' sh -c "pdftotext -raw '$WORK/draft.pdf' - | grep ฉบับร่าง"
check 'a final report has no stamp' sh -c "! pdftotext -raw '$WORK/final.pdf' - | grep -q ฉบับร่าง"
