#!/bin/bash
# A batch that is killed at random moments and begun again ends as one that was not: NATIONAL=200 for so many agencies.
. tests/e2e/lib.bash
count=${NATIONAL:-24}
national=$PWD/tests/national/make.py
cd "$WORK" || exit 1
python3 "$national" land "$count"
tree() { (cd "$1" && find . -type f ! -name '.batch*lock' ! -name '.itareport-lock' ! -name '.itareport-seen' | LC_ALL=C sort | xargs -d '\n' sha256sum); }

# Kills a run and all its processes after some of its reports, three times; the last one comes to its end.
kill_thrice() { # kill_thrice OUT ARGUMENT…
    local out=$1 kill run wanted
    shift
    for kill in 1 2 3; do
        wanted=$(((count * kill - 1) / 4 + RANDOM % (count / 8 + 1)))
        setsid "$ITAREPORT" batch -q "$@" land -o "$out" &
        run=$!
        while kill -0 $run 2>/dev/null && [ "$(find "$out" -name report.pdf 2>/dev/null | wc -l)" -lt $wanted ]; do
            sleep 0.0$((RANDOM % 9 + 1))
        done
        case $kill in
        2) kill -KILL -- $run ;;       # the first process alone: the others end with it
        *) kill -KILL -- -$run ;;      # all of them
        esac 2>/dev/null
        wait $run 2>/dev/null
        echo "# killed with $(find "$out" -name report.pdf | wc -l) of $count reports, $(find "$out" -name '.*.part' | wc -l) half written"
        # sleep until those that end with the first are gone
        while pgrep -s $run >/dev/null; do sleep 0.02; done
    done
    "$ITAREPORT" batch "$@" land -o "$out" >"$out.log" 2>&1
}
"$ITAREPORT" batch -q land -o once
kill_thrice often
grep '^made' often.log | sed 's/^/# /'
check 'the last run has not made all again' sh -c "! grep -q '^made: $count,' often.log"
check 'and has made the rest' exits 0 grep -q 'failed: 0' often.log
tree once >first
tree often >second
check 'what was killed three times is what was made at once' diff first second
check 'with all reports' test "$(find often -name report.pdf | wc -l)" = "$count"
check 'and nothing half written' test -z "$(find often -name '*.part')"

# ---- asked to end ----

ends() { # ends SIGNAL : the run ends by it, with its processes, and says how to go on
    env --default-signal="$1" "$ITAREPORT" batch --force land -o asked >log 2>&1 &
    local run=$! status
    while [ ! -e asked/land/01 ]; do sleep 0.02; done
    kill -s "$1" $run
    wait $run
    status=$?
    [ $status = $((128 + $(kill -l "$1"))) ] && grep -q 'goes on from there' log && [ -z "$(pgrep -P $run)" ] || { echo $status; cat log; return 1; }
    rm -r asked
}
for signal in TERM INT HUP; do check "SIG$signal ends it" ends $signal; done

# ---- archived ----

if [ "$count" -gt 30 ]; then
    rm -rf land && python3 "$national" land 24
    count=24
fi
"$ITAREPORT" batch -q --archive land -o kept
kill_thrice killed --archive
tree kept >first
tree killed >second
check 'the same holds for what is archived, with its index' diff first second
