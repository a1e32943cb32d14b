#!/bin/bash
#SBATCH --job-name=ita-reports
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=1500M
#SBATCH --time=01:00:00
#SBATCH --requeue
#
# The reports of many agencies as an array job, a shard a task:
#
#   sbatch --array=1-16 docs/batch/slurm.sh FOLDER OUT
#   build/itareport batch --merge OUT
#
# A task that was killed, requeued or preempted goes on where it was. To run some shards again, say how many there are
# of all: sbatch --array=3,7 --export=ALL,SHARDS=16 docs/batch/slurm.sh FOLDER OUT
exec "${ITAREPORT:-build/itareport}" batch --quiet --jobs="${SLURM_CPUS_PER_TASK:-1}" \
    --shard "$SLURM_ARRAY_TASK_ID/${SHARDS:-$SLURM_ARRAY_TASK_COUNT}" --output "$2" "$1"
