#!/bin/bash
# The lines of the real edition, by rules and measures that are not the program's own: see `make quality`.
. tests/e2e/lib.bash
python3 tests/quality/rules_test.py
python3 tests/quality/quality.py --tap --lines "$ITAREPORT" input/2568

# Other texts by the same rules: another agency's prose, names, Latin terms, addresses, narrow cells.
python3 tests/quality/quality.py --tap --layout=tests/fixtures/texts/agency.yaml "$ITAREPORT" tests/fixtures/small
