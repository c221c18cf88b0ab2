#!/usr/bin/env bash
# Replays recorded answers of AWS Step Functions on the local engine: tests/conformance.sh FILE
# Prints how many cases agree, a table by feature, and each case that differs with its first difference. Exit 0 when all agree but those of
# tests/conformance-exceptions.txt, 1 when not, 2 when used wrongly. Builds first what is missing or older than its source.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
if [ $# -ne 1 ]; then
  echo "usage: tests/conformance.sh FILE" >&2
  exit 2
fi
cases=$(readlink -f "$1")
cd "$root"
classpath=tests/target/classpath.txt
stamp=tests/target/conformance-built

# Nothing to read the sources from may be newer than what was built of them.
as_new_as() { # REFERENCE
  [ -e "$1" ] && [ -z "$(find pom.xml ./*/pom.xml ./*/src/main tests/src statemachines/*.asl.json statemachines/schemas \
    -newer "$1" -type f -print -quit 2>/dev/null)" ]
}

# Built here, not in another checkout whose class path was copied, and after the last change: by this script or by the whole build.
fresh() {
  [ -d tests/target/test-classes ] && grep -q -F "$root/local/target/" "$classpath" 2>/dev/null || return 1
  as_new_as "$stamp" && return 0
  local oldest
  oldest=$(tr ':' '\n' <"$classpath" | grep -F "$root/" | xargs -r ls -td 2>/dev/null | tail -1)
  [ -n "$oldest" ] && as_new_as "$oldest"
}

if ! fresh; then
  need mvn "the build" "apt-get install maven, or see maven.apache.org"
  mkdir -p .picasso tests/target
  touch tests/target/conformance-building
  echo "conformance: building first (log: .picasso/conformance-build.log) ..." >&2
  if ! mvn -B -DskipTests package >.picasso/conformance-build.log 2>&1; then
    grep -E 'ERROR' .picasso/conformance-build.log | head -20 >&2 || true
    echo "conformance: the build failed; the whole log is in .picasso/conformance-build.log" >&2
    exit 1
  fi
  mv tests/target/conformance-building "$stamp"
fi
exec "$JAVA_HOME/bin/java" -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" \
  ai.myrecruiter.picasso.tests.conformance.Conformance tests/conformance-exceptions.txt "$cases"
