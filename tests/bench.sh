#!/usr/bin/env bash
# Runs benchmarks: tests/bench.sh [PATTERN [JMH OPTION ...]], for example: tests/bench.sh 'LookBenchmark'
# Builds what is missing first. Figures are medians of forks; compare only figures of one run.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
cd "$root"
log=$root/.picasso/bench-build.log
mkdir -p "$root/.picasso"
if ! mvn -B -DskipTests package >"$log" 2>&1; then
  grep -E 'ERROR' "$log" | head -20 >&2 || true
  echo "bench: the build failed; the whole log is in .picasso/bench-build.log" >&2
  exit 1
fi
pattern=${1:-.}
[ $# -gt 0 ] && shift
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dpicasso.root="$root" \
  -cp "tests/bench/target/classes:$(cat tests/bench/target/classpath.txt)" org.openjdk.jmh.Main "$pattern" "$@"
