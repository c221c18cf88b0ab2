#!/usr/bin/env bash
# How many faulted rollouts of docs/plans/default.yaml are rehearsed a minute: tests/rehearsal-pace.sh [RUNS] (2000 of each of two kinds).
# On a machine that does nothing else; the last column leaves out what others took.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
cd "$root"
log=$root/.picasso/pace-build.log
mkdir -p "$root/.picasso"
if ! mvn -B -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt -Dmdep.includeScope=test >"$log" 2>&1; then
  grep -E 'ERROR' "$log" | head -20 >&2 || true
  echo "pace: the build failed; the whole log is in .picasso/pace-build.log" >&2
  exit 1
fi
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dpicasso.root="$root" \
  -cp "local/target/test-classes:local/target/classes:$(cat local/target/test-classpath.txt)" \
  ai.myrecruiter.picasso.local.rehearsal.Pace "${1:-2000}"
