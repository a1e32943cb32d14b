#!/bin/bash
# What an edition does not say leaves no empty chapter, table, list or line behind, in any layout.
. tests/e2e/lib.bash

python3 tests/e2e/empties.py "$ITAREPORT" tests/fixtures/small official official-annex summary
