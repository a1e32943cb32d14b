#!/bin/bash
# Shards of a batch by GNU parallel: killed, and resumed from its own log.
. tests/e2e/lib.bash
tests=$PWD/tests
cd "$WORK" || exit 1
if ! command -v parallel >/dev/null || ! parallel --version 2>/dev/null | grep -q 'GNU parallel'; then
    echo '# SKIPPED: GNU parallel is not there (Debian package parallel)'
    echo 'ok - without GNU parallel nothing is tried'
    exit
fi
export HOME=$WORK
python3 "$tests/national/make.py" land 40
"$ITAREPORT" batch -q land -o once
shards() { # shards OPTION… : as docs/batch.md has it
    seq 8 | parallel --will-cite --jobs 2 --joblog shards.log "$@" "'$ITAREPORT' batch -q -j 1 --shard {}/8 land -o out"
}
setsid bash -c "$(declare -f shards); ITAREPORT='$ITAREPORT' shards" &
run=$!
for ((i = 0; i < 300; i++)); do
    [ "$(find out -name 'batch.*.json' 2>/dev/null | wc -l)" -lt 2 ] || break
    sleep 0.1
done
kill -KILL -- -$run
wait $run 2>/dev/null
while pgrep -s $run >/dev/null; do sleep 0.02; done
done_before=$(find out -name 'batch.*.json' | wc -l)
check 'it was killed before its end' test "$done_before" -lt 8
check 'merge says what is missing' says 'is missing' "$ITAREPORT" batch --merge out
check 'it resumes' shards --resume
echo "# shards done when it was killed: $done_before; run after that: $(($(wc -l <shards.log) - 1 - done_before))"
check 'the tables are joined' exits 0 "$ITAREPORT" batch -q --merge out
check 'to that of one run' cmp once/batch.csv out/batch.csv
check 'in JSON, too' cmp once/batch.json out/batch.json
