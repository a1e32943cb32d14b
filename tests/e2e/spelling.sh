#!/bin/bash
# Slips of the keyboard are told, with the word that was meant; names, terms, foreign words, abbreviations and the texts of
# agencies that have nothing to do with each other are let be.
. tests/e2e/lib.bash
python3 tests/e2e/spelling.py "$ITAREPORT" tests/fixtures/small "$WORK/edition" tests/fixtures/spelling/slips.txt \
    tests/fixtures/agencies/*.txt tests/fixtures/texts/*.txt
