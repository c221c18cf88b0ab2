#!/usr/bin/env bash
# Replays recorded answers of AWS Step Functions on the local engine: tests/conformance.sh FILE
# Prints how many cases agree, a table by feature, and each case that differs with its first difference. Exit 0 when all agree but those of
# tests/conformance-exceptions.txt, 1 when not, 2 when used wrongly. Builds what is missing first.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
if [ $# -ne 1 ]; then
  echo "usage: tests/conformance.sh FILE" >&2
  exit 2
fi
cases=$(readlink -f "$1")
cd "$root"
if [ ! -s tests/target/classpath.txt ] || [ ! -d tests/target/test-classes ]; then
  need mvn "the build" "apt-get install maven, or see maven.apache.org"
  mkdir -p .picasso
  if ! mvn -B -DskipTests package >.picasso/conformance-build.log 2>&1; then
    grep -E 'ERROR' .picasso/conformance-build.log | head -20 >&2 || true
    echo "conformance: the build failed; the whole log is in .picasso/conformance-build.log" >&2
    exit 1
  fi
fi
exec "$JAVA_HOME/bin/java" -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" \
  ai.myrecruiter.picasso.tests.conformance.Conformance tests/conformance-exceptions.txt "$cases"
