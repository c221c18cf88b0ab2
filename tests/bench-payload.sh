#!/usr/bin/env bash
# Measures tokens beside bare cryptography, and the relay beside a direct read of the same model, in turns:
# tests/bench-payload.sh [tokens [SAMPLES] | relay [ANSWERS]]; without arguments both. Compare only figures of one run.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
cd "$root"
what=${1:-both}
[ $# -gt 0 ] && shift
case $what in tokens | relay | both) ;; *)
  echo "bench-payload: '$what' is nothing to measure: give tokens, relay, or nothing for both" >&2
  exit 2 ;;
esac
log=$root/.picasso/bench-build.log
mkdir -p "$root/.picasso"
if ! mvn -B -DskipTests package >"$log" 2>&1; then
  echo "bench-payload: the build failed; the whole log is in .picasso/bench-build.log" >&2
  exit 1
fi
measure() {
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "tests/bench/target/classes:$(cat tests/bench/target/classpath.txt)" "ai.myrecruiter.picasso.bench.$@"
}
if [ "$what" != relay ]; then measure jwt.TokenTimes "${1:-2000}"; fi
if [ "$what" != tokens ]; then measure streaming.RelayTimes "${1:-300}"; fi
