#!/usr/bin/env bash
# Measures cold starts of the streaming function, from its process's start to the first token: tests/bench-streaming.sh [ROUNDS]
# plain, with an AOT cache, and restored after it primed itself, in turns. Prints medians and their ratios; compare only figures of one run.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
need unzip "the package" "apt-get install unzip"
cd "$root"
log=$root/.picasso/bench-build.log
mkdir -p "$root/.picasso"
if ! mvn -B -DskipTests package >"$log" 2>&1; then
  echo "bench-streaming: the build failed; the whole log is in .picasso/bench-build.log" >&2
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
zip=$(ls runtime/target/picasso-runtime-*-lambda.zip | head -1)
unzip -q "$zip" -d "$work/plain"
unzip -q "$zip" -d "$work/cached"
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "tests/bench/target/classes:$(cat tests/bench/target/classpath.txt)" \
  ai.myrecruiter.picasso.bench.streaming.StartTimes "$work/plain" "$work/cached" "${1:-15}"
