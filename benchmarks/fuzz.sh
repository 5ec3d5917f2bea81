#!/usr/bin/env bash
# Lets Jazzer loose on one of Schema, Map, Glue and Policy for some seconds, from the inputs that were kept so far:
#
#   ./mvnw -pl qpf-core test-compile
#   benchmarks/fuzz.sh Schema 180
#
# A crash ends it and lies in target/fuzz. Inputs that reach something new are added to those that CorpusTest tries in every build.
set -euo pipefail
target=$1
seconds=${2:-180}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/target/fuzz
seeds=$root/qpf-core/src/test/resources/fuzz/$target.seeds
corpus=$work/corpus/$target
mkdir -p "$corpus" "$work/lib"
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.8.1
"$root/mvnw" -q -B -ntp -f "$root/qpf-core/pom.xml" "$plugin:build-classpath" -Dmdep.outputFile="$work/classpath"
for artifact in jazzer jazzer-api; do
  "$root/mvnw" -q -B -ntp "$plugin:copy" -N "-Dartifact=com.code-intelligence:$artifact:0.24.0" "-DoutputDirectory=$work/lib"
done
while read -r line; do
  base64 -d <<< "$line" > "$corpus/$(sha1sum <<< "$line" | cut -d' ' -f1)"
done < "$seeds"
java -Xmx256m -XX:+UseSerialGC \
  -cp "$work/lib/*:$root/qpf-core/target/test-classes:$root/qpf-core/target/classes:$(cat "$work/classpath")" \
  com.code_intelligence.jazzer.Jazzer "--target_class=io.qpf.fuzz.${target}Fuzz" \
  '--instrumentation_includes=io.qpf.**:org.yaml.snakeyaml.**' \
  "-artifact_prefix=$work/$target-" -max_len=3000 -timeout=60 "-max_total_time=$seconds" "$corpus"
find "$corpus" -type f -size -3000c -exec base64 -w0 {} \; -exec echo \; | sort -u > "$seeds"
