# lib.bash - what the whole-program tests share. Each check prints "ok - …" or "not ok - …".
# $ITAREPORT is the program, $WORK an empty folder of the script's own.
# shellcheck shell=bash

check() { # check "what must be so" COMMAND…
    local what=$1
    shift
    if "$@" >"$WORK/check.log" 2>&1; then
        echo "ok - $what"
    else
        echo "not ok - $what"
        head -n 20 "$WORK/check.log"
    fi
}

# Runs a command and compares its exit status.
exits() { # exits STATUS COMMAND…
    local wanted=$1
    shift
    "$@"
    local status=$?
    [ $status = "$wanted" ] || { echo "exit status $status, not $wanted"; return 1; }
}

says() { # says PATTERN COMMAND… : the command's output (both streams) has a line that matches
    local pattern=$1
    shift
    "$@" 2>&1 | tee "$WORK/says.log" | grep -q -- "$pattern" || { cat "$WORK/says.log"; return 1; }
}
