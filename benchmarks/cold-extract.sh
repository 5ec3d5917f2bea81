#!/bin/sh
# How much wall time a cold extraction of the example adds to the same Maven call without the plugin.
#
#   benchmarks/cold-extract.sh [runs]        needs ./mvnw install -DskipTests before it; 7 runs each unless told
#
# Each run is a new JVM on an empty output folder. Both poms are equal but for the plugin. The median of each counts.
# Measured twice: with the JVM as it is, and with the optimising compiler off, as .mvn/jvm.config has it for this project.
set -eu

runs=${1:-7}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pom() {
    cat <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>$1</artifactId><version>1</version><packaging>pom</packaging>
  $2
</project>
XML
}

plugin='<build><plugins><plugin><groupId>io.qpf</groupId><artifactId>qpf-maven-plugin</artifactId>
  <version>6.0.0-SNAPSHOT</version><executions><execution><goals><goal>extract</goal></goals></execution></executions>
  </plugin></plugins></build>'

for kind in without with; do
    mkdir -p "$work/$kind"
    cp -r "$root/examples/l9/src" "$work/$kind/src"
done
pom without "" >"$work/without/pom.xml"
pom with "$plugin" >"$work/with/pom.xml"

milliseconds() {
    rm -rf "$work/$1/target"
    start=$(date +%s%N)
    MAVEN_OPTS=$2 "$root/mvnw" -q -o -B -f "$work/$1/pom.xml" generate-sources >"$work/$1.log" 2>&1 || { cat "$work/$1.log"; exit 1; }
    echo $((($(date +%s%N) - start) / 1000000))
}

median() {
    sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

compare() {
    rm -f "$work/without.ms" "$work/with.ms"
    milliseconds without "$1" >/dev/null
    milliseconds with "$1" >/dev/null
    run=1
    while [ "$run" -le "$runs" ]; do
        milliseconds without "$1" >>"$work/without.ms"
        milliseconds with "$1" >>"$work/with.ms"
        run=$((run + 1))
    done
    without=$(median "$work/without.ms")
    with=$(median "$work/with.ms")
    echo "${1:-no options}: without the plugin $without ms, with it $with ms, added $((with - without)) ms (medians of $runs cold runs)"
}

compare ""
compare "-XX:TieredStopAtLevel=1"
