#!/bin/bash
# The lines of the real edition, by rules and measures that are not the program's own: see `make quality`.
. tests/e2e/lib.bash
python3 tests/quality/quality.py --tap --lines "$ITAREPORT" input/2568
