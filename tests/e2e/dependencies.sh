#!/bin/bash
# The arrows of docs/design.md hold, and the check that says so sees an include that runs up and a library used outside
# its door.
. tests/e2e/lib.bash

mkdir "$WORK/tree" "$WORK/tree/tests"
cp -R src "$WORK/tree"
cp tests/check-deps "$WORK/tree/tests"

sees() { # sees FILE LINE : the check fails and names the file when the line is added to it
    local file=$WORK/tree/src/$1
    cp "$file" "$WORK/before"
    echo "$2" >>"$file"
    ! "$WORK/tree/tests/check-deps" >"$WORK/complaints" && grep "^src/$1 " "$WORK/complaints"
    local status=$?
    cp "$WORK/before" "$file"
    return $status
}

sees_room() { # sees_room NAME
    mkdir "$WORK/tree/src/$1"
    ! "$WORK/tree/tests/check-deps" >"$WORK/complaints" && grep "src/$1/" "$WORK/complaints"
}

check 'every include keeps to the arrows between rooms' tests/check-deps
check 'the check of dependencies sees an include that runs up' sees derive/level.c '#include "page/page.h"'
check 'and a library used outside its door' sees page/chart.c '#include <hb.h>'
check 'and a room that is not drawn' sees_room attic
