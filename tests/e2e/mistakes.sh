#!/bin/bash
# What an officer gets wrong with files and folders: one message each, and what it says to do works.
. tests/e2e/lib.bash
mkdir "$WORK/input"
cp -R tests/fixtures/small "$WORK/input/2571"
cd "$WORK" || exit 1
small=$OLDPWD/tests/fixtures/small
edition=input/2571
again() { cp -R "$small/." "$edition"; rm -f "$edition"/*.yml; }
errors() { "$ITAREPORT" check "$@" | sed -n 's/^errors: \([0-9]*\),.*/\1/p'; }
one_error() { local count; count=$(errors "$@"); [ "$count" = 1 ] || { echo "errors: $count"; "$ITAREPORT" check "$@"; return 1; }; }

# Encodings, and the command that is given.
for encoding in CP874 TIS-620 UTF-16 UTF-16LE UTF-16BE; do
    again
    perl -CSD -pi -e 's/[“”–…]//g' "$edition/measures.yaml"
    cp "$edition/measures.yaml" right.yaml
    iconv -f UTF-8 -t "$encoding" right.yaml >"$edition/measures.yaml"
    check "a file in $encoding is one error" one_error "$edition"
    "$ITAREPORT" check "$edition" | sed -n 's/.*or run: //p' >command.sh
    check "with a command" test -s command.sh
    sh command.sh
    check "which gives the file back" cmp right.yaml "$edition/measures.yaml"
    check "and the edition is right again" exits 0 "$ITAREPORT" check "$edition"
done
again
mkdir "input/a 'b' c"
cp -R "$small/." "input/a 'b' c"
iconv -f UTF-8 -t CP874//TRANSLIT "$small/analyses.yaml" >"input/a 'b' c/analyses.yaml"
"$ITAREPORT" check "input/a 'b' c" | sed -n 's/.*or run: //p' >command.sh
sh command.sh
check 'the command is right for any name' exits 0 "$ITAREPORT" check "input/a 'b' c"
rm -r "input/a 'b' c"
printf 'a: caf\351\n' >>"$edition/measures.yaml"
check 'one byte that is wrong is told at its place' says 'measures.yaml:[0-9]*:[0-9]*: error: byte E9' "$ITAREPORT" check "$edition"

# Folders and files.
again
check 'the folder above is one error' one_error input
check 'which names the edition inside' says 'did you mean input/2571?' "$ITAREPORT" build input
check 'a folder that is not there is one error' one_error input/2517
check 'a file is one error' one_error command.sh
mkdir empty
check 'an empty folder is one error' one_error empty
mv "$edition/results.yaml" "$edition/results.yml"
check 'an ending .yml is told' says 'หมายถึง results.yml หรือไม่' "$ITAREPORT" check --lang=th "$edition"
again
mv "$edition/edition.yaml" "$edition/edition.yml"
check 'of edition.yaml, too' says 'หมายถึง edition.yml หรือไม่' "$ITAREPORT" check --lang=th "$edition"
again
sed -i 's#^framework: .*#framework: framwork.yaml#' "$edition/edition.yaml"
check 'another file of the edition is not meant' says 'check the name and the folder' sh -c "rm '$edition/measures.yaml'; '$ITAREPORT' check '$edition'"
again
sed -i 's#^framework: .*#framework: framwork.yaml#' "$edition/edition.yaml"
check 'a name with a slip is told' says 'did you mean framework.yaml?' "$ITAREPORT" check "$edition"
sed -i "s#^framework: .*#framework: $WORK/input/2571/framework.yaml#" "$edition/edition.yaml"
check 'a place of this machine is a warning' says 'warning: .*framework.yaml is a place on this machine' "$ITAREPORT" check "$edition"
check 'and its place from the file is named' says 'from the folder of this file: framework.yaml' "$ITAREPORT" check "$edition"
