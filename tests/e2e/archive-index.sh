#!/bin/bash
# The index of an archive: compared with the files, never short of one, however many write to it.
. tests/e2e/lib.bash
tests=$PWD/tests
cd "$WORK" || exit 1
archive() { "$ITAREPORT" archive -q -o kept "$@"; }
python3 "$tests/national/make.py" land 5
editions=(land/*/*)

# ---- several at once ----

check 'many are kept by one command' exits 0 "$ITAREPORT" batch -q --archive land -o kept
check 'with the index' python3 "$tests/e2e/archive_index.py" kept 5
check 'each is what archive makes' sh -c "'$ITAREPORT' archive -q -o alone '${editions[0]}' && cmp alone/*/report.pdf 'kept/${editions[0]}/report.pdf'"
check 'and can be verified' says 'byte for byte' "$ITAREPORT" verify "kept/${editions[1]}/report.pdf"
check 'again nothing is made' says 'made: 0, unchanged: 5' "$ITAREPORT" batch --archive land -o kept
cp kept/index.yaml first.yaml
two_at_once() {
    local i
    for i in 0 1 2 3; do archive "${editions[$i]}" & done
    wait
    python3 "$tests/e2e/archive_index.py" kept 9
}
check 'of several at once none is lost' two_at_once
check 'and entries of before are as they were' sh -c "! diff first.yaml kept/index.yaml | grep '^<'"

# ---- what was kept is compared ----

good() { cp -a kept/. spare && rm -rf kept && cp -a spare kept; }
mkdir spare && good
report=$(echo kept/2568-*/report.pdf | cut -d ' ' -f 1)
told() { # told PATTERN : status 1 with the file's name, and in Thai; the next time, too
    exits 1 archive "${editions[4]}" && says "$report $1.*\[archive-index\]" archive "${editions[4]}" &&
        says "$report" archive --lang=th "${editions[4]}"
}
flawed() { # flawed WHAT PATTERN : the report has just been spoiled
    check "a kept file that $1 is an error that names it" told "$2"
    check "batch says so, too ($1)" says "$report $2" "$ITAREPORT" batch --archive -q land -o kept
    check "the new report is kept all the same ($1)" test -s kept/2568-*"${editions[4]##*-}"*/report.pdf
    cp spare/"${report#kept/}" "$report"
    check "and with the old bytes all is well ($1)" exits 0 archive "${editions[4]}"
    rm -rf kept && cp -a spare kept
}
printf 'X' | dd of="$report" bs=1 seek=5000 conv=notrunc status=none
flawed changed 'is not the report that was kept'
cp -p "$report" stamp && printf 'X' | dd of="$report" bs=1 seek=5000 conv=notrunc status=none && touch -r stamp "$report"
flawed 'changed and has its old time' 'is not the report that was kept'
truncate -s 10000 "$report"
flawed shrank 'is shorter than the report that was kept'
rm "$report"
flawed vanished 'was kept and is not there any more'

rm "$report"
python3 - "$report" <<'END'
import re, sys
text = open("kept/index.yaml", encoding="utf-8").read()
name = sys.argv[1][len("kept/"):]
items = re.split(r"(?m)^(?=  - )", text)
open("kept/index.yaml", "w", encoding="utf-8").write("".join(item for item in items if name not in item))
END
check 'one whose lines are taken out was meant' exits 0 archive "${editions[4]}"
rm -rf kept && cp -a spare kept
mv "$report" "${report%.pdf}-2567.pdf"
check 'one that was renamed is found again' exits 0 archive "${editions[4]}"
check 'under its new name' grep -q 'report-2567.pdf' kept/index.yaml
rm -rf kept && cp -a spare kept
rm kept/.itareport-seen
check 'what was seen may be forgotten' exits 0 archive "${editions[4]}"
cp kept/index.yaml whole.yaml
head -c 700 whole.yaml >kept/index.yaml && cp kept/index.yaml cut.yaml
check 'a damaged list is told' says 'kept/index.yaml:[0-9]*:1: error: .*\[archive-index\]' archive "${editions[4]}"
check 'and left' cmp cut.yaml kept/index.yaml
rm kept/index.yaml
check 'one that is gone is made again from the reports' sh -c "'$ITAREPORT' archive -q -o kept '${editions[4]}' && cmp whole.yaml kept/index.yaml"

# ---- linear ----

# Instructions would be exact; the files that are opened are what made it slow.
opened() { strace -f -qq -e trace=openat -o trace "$ITAREPORT" archive -q -o kept "${editions[4]}"; grep -c 'kept/.*\.pdf' trace; }
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
    for i in $(seq 60); do mkdir "kept/copy-$i" && cp "${report%/*}/report.pdf" "kept/copy-$i"; done
    archive "${editions[4]}"
    check 'kept reports that have not changed are not read again' test "$(opened)" -lt 10
else
    echo '# SKIPPED: there is no strace'
fi
