#!/bin/bash
# Characters that an escape says are found in the value, and none reaches a file or the terminal.
. tests/e2e/lib.bash

cp -R tests/fixtures/small "$WORK/edition"
cp -R layouts "$WORK/edition/layouts"

# Puts a value in the place of the agency's name.
name() { sed "s|^  name: .*|  name: $1|" tests/fixtures/small/edition.yaml >"$WORK/edition/edition.yaml"; }

# No byte of a command's output is a control other than a line feed, and no letter one of direction.
clean() {
    "$@" >"$WORK/clean.log" 2>&1
    ! grep -qP '[\x00-\x09\x0B-\x1F\x7F]|\xC2[\x80-\x9F]|\xE2\x80[\xAA-\xAE\x8E\x8F]|\xE2\x81[\xA6-\xA9]' <(LC_ALL=C cat "$WORK/clean.log")
}

name '"เทศบาล\\u2067ตำบล\\x9b31m"'
check 'a control of direction by escape is an error at the escape' \
    says 'edition.yaml:[0-9]*:16: error: the character U+2067' "$ITAREPORT" build -o "$WORK/a.pdf" "$WORK/edition"
for command in 'check' 'check --format=json' 'check --format=sarif' 'dump --stage=edition' 'build'; do
    # shellcheck disable=SC2086 # options are words
    check "nothing raw reaches the terminal ($command)" clean "$ITAREPORT" $command "$WORK/edition"
done
name '"อบต.\\0ทดสอบ"'
check 'a NUL is no end of the name' exits 1 "$ITAREPORT" build -o "$WORK/a.pdf" "$WORK/edition"
name '"อบต.\\x1bทดสอบ"'
check 'an archive is not made of it' exits 1 "$ITAREPORT" archive -o "$WORK/a.pdf" "$WORK/edition"
check 'and no file is there' sh -c "! test -e '$WORK/a.pdf'"
