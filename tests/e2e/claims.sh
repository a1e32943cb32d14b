#!/bin/bash
# What `check` says of sentences: nothing of true ones, and the right thing of the others.
set -u
for kind in true faults; do
    python3 tests/e2e/claims.py "$ITAREPORT" tests/fixtures/province/2569 "$WORK" $kind tests/fixtures/claims/$kind.txt ||
        echo "not ok - the sentences that are $kind"
done
