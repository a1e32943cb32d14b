#!/bin/bash
# How figures come about: the commands of docs/why.md, its names, the places that are named, and JSON that can be read.
# shellcheck source=tests/e2e/lib.bash
. "$(dirname "$0")/lib.bash"

edition=input/2568

while read -r command; do
    check "$command" bash -c "\"\$ITAREPORT\" ${command#itareport }"
done < <(sed -n 's/^    \(itareport why .*\)/\1/p' docs/why.md)

while read -r name; do
    check "docs/why.md names $name, which is a figure" "$ITAREPORT" why "$name" $edition
done < <(sed -n '/^## Names/,/^## For/p' docs/why.md | grep '^| `' | cut -d'|' -f2 | grep -o '`[^`]*`' | tr -d '`')

check 'a name that is none is an error' exits 1 "$ITAREPORT" why indicator.77 $edition
check 'and is answered with the nearest' says 'did you mean "instrument.EIT"' "$ITAREPORT" why instrument.EET $edition
check 'a formula leads to its figures' says 'instrument.IIT: weight 30' "$ITAREPORT" why 'overall.score - target' $edition
check 'a wrong one is an error' exits 1 "$ITAREPORT" why 'overall.score / 0' $edition
check 'and so is one that is not well formed' exits 1 "$ITAREPORT" why 'overall.score +' $edition
check 'one operand is too few' exits 2 "$ITAREPORT" why overall
check 'an unknown format is wrong usage' exits 2 "$ITAREPORT" why --format=xml overall $edition
check 'an earlier edition has figures too' says 'overall: computed 77.58' "$ITAREPORT" why previous.overall tests/fixtures/province/2569

check 'every place of the JSON is where its number is' python3 - "$ITAREPORT" $edition <<'EOF'
import json, re, subprocess, sys

THAI = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

def walk(node):
    yield node
    for child in node["made_of"]:
        yield from walk(child)

def written(place):
    with open(place["file"], encoding="utf-8") as file:
        return file.read().split("\n")[place["line"] - 1][place["column"] - 1:].translate(THAI)

seen = 0
for name in ["overall", "level", "rank", "highest", "instrument.IIT.total"]:
    out = subprocess.run([sys.argv[1], "why", "--format=json", name, sys.argv[2]], capture_output=True, check=True).stdout
    for node in walk(json.loads(out)):
        announced = node.get("announced")
        if announced is None:
            continue
        value = str(announced["value"])
        assert written(announced["place"]).startswith(value), (node["name"], announced)
        seen += 1
assert seen > 200, seen
EOF
