#!/bin/bash
# The lines of the real edition in every layout, and of other texts (another agency's prose, names, Latin terms,
# addresses, narrow cells), by rules and measures that are not the program's own: see `make quality`. The text of the
# official layout is read in extraction.sh.
. tests/e2e/lib.bash
python3 tests/quality/rules_test.py
python3 tests/quality/quality.py --tap --lines "$ITAREPORT" input/2568
for layout in summary official-annex; do
    python3 tests/quality/quality.py --tap --layout=$layout "$ITAREPORT" input/2568
done
for text in tests/fixtures/texts/*.yaml; do
    raised=
    case $text in */notes.yaml) raised=--raised ;; esac # what pdf.js makes of marks is told, and not judged
    python3 tests/quality/quality.py --tap $raised "--layout=$text" "$ITAREPORT" tests/fixtures/small
done
case $(python3 tests/quality/quality.py "$ITAREPORT" tests/fixtures/province/2568 2>&1) in # has results only
*Traceback*) echo 'not ok - the measuring of an edition that the program refuses says what the program says' ;;
*file-missing*) echo 'ok - the measuring of an edition that the program refuses says what the program says' ;;
*) echo 'not ok - the measuring of an edition without analyses ends' ;;
esac
