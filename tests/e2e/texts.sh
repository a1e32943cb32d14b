#!/bin/bash
# Texts of agencies that have nothing to do with the edition, at the measures of official paper and at some drawn at
# random: no line end breaks a rule, and what cannot be even is told.
. tests/e2e/lib.bash
python3 tests/quality/texts.py "$ITAREPORT" tests/fixtures/texts/*.txt
python3 tests/quality/texts.py --seed=2568 "$ITAREPORT" tests/fixtures/texts/*.txt
