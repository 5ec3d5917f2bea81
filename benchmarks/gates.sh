#!/usr/bin/env bash
# How long qpf:verify-gates takes on the example, beside the same tools run one after the other by hand.
#
#   benchmarks/gates.sh        needs ./mvnw install -DskipTests before it (or MAVEN_ARGS=-Dmaven.repo.local=…)
#
# Bars: (a) a full run <= 0.7 of the tools by hand; (b) an unchanged re-run <= 2 s beyond `mvn validate` of the same project;
# (c) a re-run with one agent changed <= 0.5 of the full run. Each figure is wall seconds, and behind it the processor's, which
# other work on the machine disturbs less. The exit status is 1 if a bar is missed by the wall clock.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%R %U %S'

cp -r "$root/examples/l9/src" "$work/src"
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
sum() { for it in "$@"; do cat "$work/$it.s"; done | awk '{ w += $1; c += $2 + $3 } END { printf "%.1f %.1f\n", w, c }'; }

maven qpf:extract
maven qpf:verify-gates -Dqpf.gates=checklist >"$work/environment.log" 2>&1 || true    # makes the environment
rm -rf "$work/target/qpf-gates"

timed full "$root/mvnw" -o -q -B ${MAVEN_ARGS:-} -f "$work/pom.xml" qpf:verify-gates

tree=$work/target/generated-sources/qpf
python=$(sed -n '1s/ -m .*//p' "$work/target/qpf-gates/logs/mypy.log")
gates=$work/target/qpf-gates
cd "$tree"
export PYTHONPYCACHEPREFIX=$work/pycache
timed static env PYTHONPATH="$gates/probe" "$python" -m qpf_probe.static "$gates/tmp/expected.json" "$work/static.json"
timed running env PYTHONPATH="$gates/probe" "$python" -m qpf_probe.running "$gates/tmp/expected.json" "$work/running.json"
timed black "$python" -m black --check --quiet L9 l9_domain
timed isort "$python" -m isort --check-only --quiet L9 l9_domain
timed mypy "$python" -m mypy --strict --cache-dir "$work/mypy" L9 l9_domain
timed pylint "$python" -m pylint --fail-under=8 L9 l9_domain
timed pytest "$python" -m pytest -q -p no:cacheprovider --cov=L9 --cov=l9_domain --cov-branch L9/tests "$work/src/test/python"
cd "$root"
unset PYTHONPYCACHEPREFIX

for run in 1 2 3; do
    timed "floor-$run" "$root/mvnw" -o -q -B ${MAVEN_ARGS:-} -f "$work/pom.xml" validate
    timed "again-$run" "$root/mvnw" -o -q -B ${MAVEN_ARGS:-} -f "$work/pom.xml" qpf:verify-gates
done
median() { sort -n "$@" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
floor=$(median "$work"/floor-?.s)
again=$(median "$work"/again-?.s)

sed -i 's/Takes packets of the domain/Takes all packets of the domain/; s/timeout_ms: 300$/timeout_ms: 350/' \
    "$work/src/main/qpf/agents/main_agent.yaml"
maven qpf:extract >"$work/extract.log" 2>&1
timed changed "$root/mvnw" -o -q -B ${MAVEN_ARGS:-} -f "$work/pom.xml" qpf:verify-gates

read -r hand_wall hand_processor <<<"$(sum static running black isort mypy pylint pytest)"
for it in static running black isort mypy pylint pytest; do
    printf '  by hand, %-8s %6.1f s (processor %6.1f s)\n' "$it" "$(wall $it)" "$(processor $it)"
done
awk -v full="$(wall full)" -v full_p="$(processor full)" -v hand="$hand_wall" -v hand_p="$hand_processor" \
    -v floor="$floor" -v again="$again" -v changed="$(wall changed)" -v changed_p="$(processor changed)" 'BEGIN {
    printf "(a) full run %.1f s (processor %.1f s), by hand %.1f s (%.1f s): %.2f of it, bar 0.70\n",
        full, full_p, hand, hand_p, full / hand
    printf "(b) unchanged %.2f s, floor %.2f s: %.2f s beyond it, bar 2\n", again, floor, again - floor
    printf "(c) one agent changed %.1f s (processor %.1f s): %.2f of the full run, bar 0.50\n",
        changed, changed_p, changed / full
    exit !(full <= 0.7 * hand && again - floor <= 2 && changed <= 0.5 * full)
}'
