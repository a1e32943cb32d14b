#!/bin/bash
# What `check` says of sentences: nothing of true ones, and the right thing of the others.
set -u
ask() { # ask EDITION SET: the files SET-true.txt and SET-faults.txt
    for kind in true faults; do
        python3 tests/e2e/claims.py "$ITAREPORT" "$1" "$WORK/$2" $kind "tests/fixtures/claims/$2-$kind.txt" ||
            echo "not ok - the sentences of $2 that are $kind"
    done
}
ask tests/fixtures/province/2569 hospital
ask tests/fixtures/province/2569 province
ask tests/fixtures/corrected corrected
ask tests/fixtures/corrected more
ask tests/fixtures/corrected fourth
