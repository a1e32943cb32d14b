#!/bin/bash
# The text of the real edition comes out of its PDF as it went in, whoever reads it.
# pdf.js is asked where `make test` could fetch it; else a line says that it was not.
. tests/e2e/lib.bash
python3 tests/quality/quality.py --tap --texts "$ITAREPORT" input/2568
