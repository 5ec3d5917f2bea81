#!/usr/bin/env bash
# How long qpf:verify-gates takes on the example, beside the same tools run one after the other by hand.
#
#   benchmarks/gates.sh        needs ./mvnw install -DskipTests before it (or MAVEN_ARGS=-Dmaven.repo.local=…)
#
# Bars: (a) a full run <= 0.7 of the same tools by hand, one after the other; (b) an unchanged re-run <= 2 s beyond the Maven
# floor, which is the same call with its gates skipped, so that all that is left is Maven and the plugin's start; (c) a re-run
# with one agent changed <= 0.5 of the full run. Each figure is wall seconds, and behind it the processor's, which other work on
# the machine disturbs less. The load says whether it ran alone. What a run kept is read from its report: a full run that kept
# anything, or an unchanged one that measured, is no measurement. The exit status is 1 if a bar is missed by the wall clock.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%R %U %S'

cp -r "$root/examples/l9/src" "$root/examples/l9/requests" "$work"    # its tests send the requests that its README shows
cat >"$work/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>gates</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins><plugin><groupId>io.qpf</groupId><artifactId>qpf-maven-plugin</artifactId>
    <version>6.0.0-SNAPSHOT</version></plugin></plugins></build>
</project>
XML

# timed NAME COMMAND…: its wall, user and system seconds in $work/NAME.s; what it prints in $work/NAME.log
timed() {
    local name=$1
    shift
    if ! { time "$@" >"$work/$name.log" 2>&1; } 2>"$work/$name.s"; then
        cat "$work/$name.log" >&2
        exit 1
    fi
}
# Maven's own -o would keep the gates from making their environment: only the first call may reach the index.
maven() { "$root/mvnw" -q -B ${MAVEN_ARGS:-} -f "$work/pom.xml" "$@"; }
wall() { cut -d' ' -f1 "$work/$1.s"; }
processor() { awk '{ print $2 + $3 }' "$work/$1.s"; }
# kept NAME NONE|SOME: how many gates of the last run were kept from an earlier one; drift and the checklist never are
kept() {
    python3 - "$work/target/qpf/readiness-report.json" "$@" <<'PY'
import json, sys
path, name, wanted = sys.argv[1:]
report = json.load(open(path, encoding="utf-8"))
gates = [it for it in report["run"]["collections"][0]["gates"] if it["id"] not in ("drift", "checklist")]
kept = sum(it["kept"] for it in gates)
print(f"  {name}: {kept} of {len(gates)} gates kept, {report['run']['collections'][0]['seconds']:.2f} s in the gates")
if not report["passed"] or wanted == "NONE" and kept:
    sys.exit(f"{name} did not measure what it was to measure")
PY
}
# kept_whole NAME: the whole run must have been kept
kept_whole() {
    grep -q 'nothing has changed since' "$work/$1.log" || { echo "$1 was measured again" >&2; exit 1; }
}
sum() { for it in "$@"; do cat "$work/$it.s"; done | awk '{ w += $1; c += $2 + $3 } END { printf "%.1f %.1f\n", w, c }'; }

maven qpf:extract
maven qpf:verify-gates -Dqpf.gates=checklist >"$work/environment.log" 2>&1 || true    # makes the environment
rm -rf "$work/target/qpf-gates"

printf 'load %s, %s processors\n' "$(cut -d' ' -f1-3 /proc/loadavg)" "$(nproc)"
timed full "$root/mvnw" -o -q -B ${MAVEN_ARGS:-} -f "$work/pom.xml" qpf:verify-gates
kept 'full run' NONE

tree=$work/target/generated-sources/qpf
python=$(sed -n '1s/ -P -m .*//p' "$work/target/qpf-gates/logs/mypy.log")
gates=$work/target/qpf-gates
cd "$tree"
# As cold as the full run was: its byte code and the caches of black and mypy are not theirs.
export PYTHONPYCACHEPREFIX=$work/pycache BLACK_CACHE_DIR=$work/black
timed static env PYTHONPATH="$gates/probe" "$python" -m qpf_probe.static "$gates/tmp/expected.json" "$work/static.json"
timed running env PYTHONPATH="$gates/probe" "$python" -m qpf_probe.running "$gates/tmp/expected.json" "$work/running.json"
timed black "$python" -m black --check --quiet L9 l9_domain
timed isort "$python" -m isort --check-only --quiet L9 l9_domain
timed mypy "$python" -m mypy --strict --cache-dir "$work/mypy" L9 l9_domain
timed pylint "$python" -m pylint --fail-under=8 L9 l9_domain
timed pytest "$python" -m pytest -q -p no:cacheprovider --cov=L9 --cov=l9_domain --cov-branch L9/tests "$work/src/test/python"
cd "$root"
unset PYTHONPYCACHEPREFIX BLACK_CACHE_DIR

for run in 1 2 3; do
    timed "bare-$run" "$root/mvnw" -o -B ${MAVEN_ARGS:-} -f "$work/pom.xml" validate
    timed "floor-$run" "$root/mvnw" -o -B ${MAVEN_ARGS:-} -f "$work/pom.xml" qpf:verify-gates -Dqpf.verify-gates.skip
    timed "again-$run" "$root/mvnw" -o -B ${MAVEN_ARGS:-} -f "$work/pom.xml" qpf:verify-gates
    kept_whole "again-$run"
done
median() { sort -n "$@" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
bare=$(median "$work"/bare-?.s)
floor=$(median "$work"/floor-?.s)
again=$(median "$work"/again-?.s)

agent=$work/src/main/qpf/agents/main_agent.yaml
cp "$agent" "$work/agent.yaml"
sed -i 's/Takes packets of the domain/Takes all packets of the domain/; s/timeout_ms: 300$/timeout_ms: 350/' "$agent"
if cmp -s "$agent" "$work/agent.yaml"; then
    echo "no agent was changed: correct the edit above" >&2
    exit 1
fi
maven qpf:extract >"$work/extract.log" 2>&1
timed changed "$root/mvnw" -o -q -B ${MAVEN_ARGS:-} -f "$work/pom.xml" qpf:verify-gates
kept 'one agent changed' SOME
printf 'load %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"

read -r hand_wall hand_processor <<<"$(sum static running black isort mypy pylint pytest)"
for it in static running black isort mypy pylint pytest; do
    printf '  by hand, %-8s %6.1f s (processor %6.1f s)\n' "$it" "$(wall $it)" "$(processor $it)"
done
awk -v full="$(wall full)" -v full_p="$(processor full)" -v hand="$hand_wall" -v hand_p="$hand_processor" -v bare="$bare" \
    -v floor="$floor" -v again="$again" -v changed="$(wall changed)" -v changed_p="$(processor changed)" 'BEGIN {
    a = full / hand; b = again - floor; c = changed / full
    printf "(a) full run %.1f s (processor %.1f s), by hand %.1f s (%.1f s): %.2f of it, bar 0.70: %s\n",
        full, full_p, hand, hand_p, a, a <= 0.7 ? "held" : "MISSED"
    printf "(b) unchanged %.2f s, gates skipped %.2f s, bare mvn validate %.2f s: %.2f s beyond the floor, bar 2: %s\n",
        again, floor, bare, b, b <= 2 ? "held" : "MISSED"
    printf "    (beyond bare mvn validate: %.2f s)\n", again - bare
    printf "(c) one agent changed %.1f s (processor %.1f s): %.2f of the full run, bar 0.50: %s\n",
        changed, changed_p, c, c <= 0.5 ? "held" : "MISSED"
    exit !(a <= 0.7 && b <= 2 && c <= 0.5)
}'
