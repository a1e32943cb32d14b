#!/bin/bash
# Installed: from any folder, read-only, without a network, as somebody without rights, under a Thai path.
. tests/e2e/lib.bash
unset ITAREPORT_DATA XDG_DATA_HOME
# A folder that others may enter, which the test's own may not be.
place=$(mktemp -d)
trap 'chmod -R u+w "$place"; rm -rf "$place"' EXIT
chmod 755 "$place"
root=$place/ราก
small=$PWD/tests/fixtures/small
check 'make install' make -s install DESTDIR="$root" BUILD="$BUILD"
program=$root/usr/local/bin/itareport
share=$root/usr/local/share/itareport
chmod -R a-w,a+rX "$root"
mkdir -m 777 "$place/โต๊ะ"
cd "$place/โต๊ะ" || exit 1

# The user `nobody` has no rights here; without root we are one ourselves.
nobody() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent "$@"
    else
        "$@"
    fi
}
offline() {
    if unshare -n true 2>/dev/null; then unshare -n "$@"; else "$@"; fi
}
check 'the shipped example is built' nobody "$program" build -q -o report.pdf "$share/input/2568"
"$ITAREPORT" build -q -o "$WORK/checkout.pdf" "$small"
check 'an edition elsewhere is built' nobody "$program" build -q -o small.pdf "$small"
check 'with the same bytes as by the program of the checkout' cmp small.pdf "$WORK/checkout.pdf"
check 'without a network' offline "$program" build -q -o offline.pdf "$small"
check 'the same bytes again' cmp offline.pdf small.pdf
check 'checked' exits 0 nobody "$program" check "$small"
check 'the versions of the libraries are told' says '^harfbuzz  *[0-9]' "$program" --version -v
check 'the version is one' says "^itareport $(sed -n 's/.*VERSION "\(.*\)"/\1/p' "$OLDPWD/src/base/version.h")\$" "$program" --version

if [ -e /usr/local/share/itareport ] || [ -e /usr/share/itareport ]; then
    echo '# another itareport is installed here: how data are looked for is not tested'
else
    # The program without its data: found where the user has them, or said to be nowhere.
    cp "$program" alone
    check 'without its data it says where it looked' \
        says 'looked at: .*, .*/share/itareport, /ไม่มี/itareport, /.*/share/itareport, \.' \
        env XDG_DATA_HOME=/ไม่มี ./alone build -o x.pdf "$small"
    check 'in the status, too' exits 1 env XDG_DATA_HOME=/ไม่มี ./alone check "$small"
    mkdir home
    cp -R "$share" home/itareport
    check "the user's own data are found" env XDG_DATA_HOME="$PWD/home" ./alone build -q -o own.pdf "$small"
    check 'in the home folder' sh -c "mkdir -p home/.local && ln -s .. home/.local/share && env HOME='$PWD/home' ./alone build -q -o own.pdf '$small'"
    check 'a relative XDG_DATA_HOME is none' exits 1 env XDG_DATA_HOME=home HOME= ./alone build -q -o none.pdf "$small"
    check 'ITAREPORT_DATA alone counts' exits 1 env ITAREPORT_DATA=/ไม่มี "$program" build -q -o none.pdf "$small"
fi

cd "$OLDPWD" || exit 1
chmod -R u+w "$root"
check 'make uninstall' make -s uninstall DESTDIR="$root"
check 'leaves no file' sh -c "! find '$root' -type f | grep ."
