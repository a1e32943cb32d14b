#!/bin/bash
# The log for code hosts: whatever the path given, the language and where the lines are.
. tests/e2e/lib.bash
cp -r input "$WORK/input"
sed -i '1i # a line more' "$WORK/input/2568/results.yaml" "$WORK/input/2568/analyses.yaml"
"$ITAREPORT" check --format=sarif input/2568 >"$WORK/relative.sarif"
"$ITAREPORT" check --format=sarif "$PWD/input/2568" >"$WORK/absolute.sarif"
"$ITAREPORT" check --format=sarif --lang=th "$WORK/input/2568" >"$WORK/thai.sarif"
(cd "$WORK/input/2568" && "$ITAREPORT" check --format=sarif .) >"$WORK/inside.sarif"
python3 tests/e2e/sarif.py "$WORK"/{relative,absolute,thai,inside}.sarif
check 'no folder of the machine is named' sh -c "! grep -F -e '$WORK' -e '$PWD' '$WORK'/*.sarif"
