# slurm.bash - a Slurm cluster of this machine alone: munged, slurmctld and slurmd, with their files in a folder.
# shellcheck shell=bash
#
# For root: slurmd starts jobs for others. Nothing of a Slurm that is there already is used or touched.

slurm_there() {
    command -v sbatch >/dev/null && command -v slurmctld >/dev/null && command -v slurmd >/dev/null &&
        command -v munged >/dev/null && [ "$(id -u)" = 0 ]
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

slurm_start() { # slurm_start FOLDER CPUS : false when it does not come up
    local folder=$1 cpus=$2 host
    host=$(hostname -s)
    mkdir -p "$folder/state" "$folder/spool" && chmod 755 "$folder"
    head -c 1024 /dev/urandom >"$folder/munge.key" && chmod 400 "$folder/munge.key"
    cat >"$folder/slurm.conf" <<END
ClusterName=itareport
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
ReturnToService=2
KillWait=5
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cpus RealMemory=4000 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
END
    export SLURM_CONF=$folder/slurm.conf
    munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" \
        --log-file="$folder/munged.log" --seed-file="$folder/munge.seed" &&
        slurmctld && slurmd && slurm_wait 30 sh -c 'sinfo -h -o %T | grep -q idle'
}

slurm_wait() { # slurm_wait SECONDS COMMAND… : until the command is true
    local end=$((SECONDS + $1))
    shift
    while [ $SECONDS -lt $end ]; do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.2
    done
    return 1
}

slurm_stop() { # slurm_stop FOLDER : each by its own number
    local daemon process
    scancel --me 2>/dev/null
    for daemon in slurmd slurmctld munged; do
        [ -s "$1/$daemon.pid" ] || continue
        process=$(cat "$1/$daemon.pid")
        kill "$process" 2>/dev/null
        slurm_wait 10 sh -c "! kill -0 $process" || kill -KILL "$process"
    done
}
