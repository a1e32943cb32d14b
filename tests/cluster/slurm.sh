#!/bin/bash
# Shards of a batch as an array job of Slurm, on a cluster of this machine alone: killed, requeued, and joined.
. tests/e2e/lib.bash
. tests/cluster/slurm.bash
tests=$PWD/tests
export ITAREPORT ITAREPORT_DATA

if ! slurm_there; then
    echo '# SKIPPED: Slurm is not there (Debian packages slurm-wlm and munge), or this is not root'
    echo 'ok - without Slurm nothing is tried'
    exit
fi
cd "$WORK" || exit 1
trap 'slurm_stop "$WORK/slurm"' EXIT
if ! slurm_start "$WORK/slurm" 2; then
    echo 'not ok - Slurm starts'
    tail -n 5 slurm/*.log
    exit 1
fi
python3 "$tests/national/make.py" land 60
"$ITAREPORT" batch -q land -o once

all_done() { [ -z "$(squeue -h -o %i)" ]; }
submit() { sbatch --parsable --requeue -o "$WORK/%A-%a.log" "$@" "$tests/../docs/batch/slurm.sh" land out; }

job=$(submit --array=1-4)
check 'an array job of four shards is accepted' test -n "$job"
# When a few reports are there: one shard's process is killed on its node, and another shard is requeued.
some() { [ "$(find out -name report.pdf 2>/dev/null | wc -l)" -ge 8 ]; }
check 'it begins' slurm_wait 60 some
running=$(squeue -h -t RUNNING -o %i | head -n 1)
check 'a running shard is requeued' scontrol requeue "$running"
killed=$(squeue -h -t RUNNING -o %i | head -n 1)
process=$(pgrep -f "batch .*--shard ${killed##*_}/4" | head -n 1)
[ -z "$process" ] || kill -KILL "$process"
is_requeued() { squeue -h -t PENDING -o %i | grep -qx "$running"; }
slurm_wait 20 is_requeued && scontrol update "jobid=$running" starttime=now # else it waits two minutes
check 'the array ends' slurm_wait 240 all_done
left=$(for shard in 1 2 3 4; do [ -s out/batch.$shard-of-4.json ] || echo $shard; done)
echo "# requeued: $running; killed: $killed (its shard alone has no table now: ${left:-none})"
check 'merge says which shard is missing' sh -c \
    "[ -z '$left' ] || ! '$ITAREPORT' batch --merge out 2>log && { [ -z '$left' ] || grep -q 'shard .* of 4 is missing' log; }"
if [ -n "$left" ]; then
    job=$(submit --array="$(echo $left | tr ' ' ,)%4" --export=ALL,SHARDS=4)
    check 'and is submitted again' slurm_wait 240 all_done
fi
check 'the tables are joined' exits 0 "$ITAREPORT" batch -q --merge out
check 'to that of one run on one machine' cmp once/batch.csv out/batch.csv
tree() { (cd "$1" && find . -name report.pdf | LC_ALL=C sort | xargs -d '\n' sha256sum); }
tree once >first
tree out >second
check 'with the same reports, byte for byte' cmp first second
