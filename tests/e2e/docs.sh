#!/bin/bash
# Every command line of the README and the docs works.
python3 tests/e2e/docs.py "$ITAREPORT"
