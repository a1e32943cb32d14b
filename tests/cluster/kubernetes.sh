#!/bin/bash
# The manifest of the indexed Job of Kubernetes against its schema. It has not been tried on a cluster.
. tests/e2e/lib.bash
manifest=docs/batch/kubernetes.yaml
python=${BUILD:-build}/kubernetes/bin/python3
if ! "$python" -c 'import kubernetes_validate' 2>/dev/null; then
    echo '# SKIPPED: the schemas of Kubernetes are not there (tests/cluster/install fetches them)'
    echo 'ok - without the schemas nothing is compared'
    exit
fi
valid() { "$python" - "$1" <<'END'
import sys
import kubernetes_validate
import yaml
from kubernetes_validate.utils import all_versions

manifest = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
versions = [version for version in all_versions() if tuple(map(int, version.split(".")[:2])) >= (1, 24)]
assert len(versions) > 5, versions
for version in versions:
    kubernetes_validate.validate(manifest, version, strict=True)
END
}
check 'the manifest is what the schema wants, in every version since 1.24' valid "$manifest"
sed 's/completionMode: Indexed/completionsMode: Indexed/' "$manifest" >"$WORK/wrong.yaml"
check 'and a wrong key would be noticed' exits 1 valid "$WORK/wrong.yaml"
sed 's/completions: 16/completions: "16"/' "$manifest" >"$WORK/wrong.yaml"
check 'so would a wrong kind of value' exits 1 valid "$WORK/wrong.yaml"
# What the shell in it does, without a cluster.
command=$(python3 -c 'import sys, yaml; print(yaml.safe_load(open(sys.argv[1]))["spec"]["template"]["spec"]["containers"][0]["command"][2])' "$manifest")
check 'its command says the shard of an index' says 'batch --quiet --shard 3/16 --output output agencies' \
    env JOB_COMPLETION_INDEX=2 sh -c "${command/exec*itareport/echo}"
