#!/bin/bash
# Texts of agencies that have nothing to do with the edition, in the widths of official paper and in some random
# ones: no line end breaks a rule, and uneven lines are reported.
. tests/e2e/lib.bash
python3 tests/quality/texts.py "$ITAREPORT" tests/fixtures/texts/*.txt
python3 tests/quality/texts.py --seed=2568 "$ITAREPORT" tests/fixtures/texts/*.txt
