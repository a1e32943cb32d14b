#!/bin/bash
# Every include follows an arrow of docs/design.md; and the check of that sees an include that does not, and a library
# used outside its door.
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

check 'every include follows an arrow between rooms' tests/check-deps
check 'the check of dependencies sees an include against the arrows' sees derive/level.c '#include "page/page.h"'
check 'and a library used outside its door' sees page/chart.c '#include <hb.h>'
check 'and a room without arrows' sees_room attic
