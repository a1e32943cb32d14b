#!/bin/bash
# The text of the real edition comes out of its PDF as it went in, with every reader.
# pdf.js is one of them where `make test` could fetch it; otherwise a line says that it was left out.
. tests/e2e/lib.bash
python3 tests/quality/quality.py --tap --texts "$ITAREPORT" input/2568
