#!/bin/bash
# The lines of the real edition in every layout, and of other texts (another agency's prose, names, Latin terms,
# addresses, narrow cells), by rules and measures that are not the program's own: see `make quality`. The text of the
# official layout is read in extraction.sh.
. tests/e2e/lib.bash

# A measuring that ends without a result has none.
measure() { # measure OPTION… EDITION
    python3 tests/quality/quality.py --tap "${@:1:$#-1}" "$ITAREPORT" "${@: -1}" >"$WORK/rows" 2>&1
    cat "$WORK/rows"
    grep -q '^ok' "$WORK/rows" && ! grep -q '^Traceback' "$WORK/rows" || echo "not ok - $* is measured"
}

python3 tests/quality/rules_test.py
measure --lines input/2568
for layout in summary official-annex; do
    measure --layout=$layout input/2568
done
for text in tests/fixtures/texts/*.yaml; do
    measure "--layout=$text" tests/fixtures/small
done
case $(python3 tests/quality/quality.py "$ITAREPORT" tests/fixtures/province/2568 2>&1) in # has results only
*Traceback*) echo 'not ok - the measuring of an edition that the program refuses says what the program says' ;;
*file-missing*) echo 'ok - the measuring of an edition that the program refuses says what the program says' ;;
*) echo 'not ok - the measuring of an edition without analyses ends' ;;
esac
