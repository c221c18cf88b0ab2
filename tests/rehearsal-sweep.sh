#!/usr/bin/env bash
# What docs/plans/default.yaml promises, by many rehearsals: tests/rehearsal-sweep.sh [RUNS [SEED]] (400 and 1). Prints a table;
# exit 1 when a promise is not kept. The test suite runs a short slice of it: SweepTest.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
cd "$root"
log=$root/.picasso/sweep-build.log
mkdir -p "$root/.picasso"
if ! mvn -B -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt -Dmdep.includeScope=test >"$log" 2>&1; then
  grep -E 'ERROR' "$log" | head -20 >&2 || true
  echo "sweep: the build failed; the whole log is in .picasso/sweep-build.log" >&2
  exit 1
fi
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dpicasso.root="$root" \
  -cp "local/target/test-classes:local/target/classes:$(cat local/target/test-classpath.txt)" \
  ai.myrecruiter.picasso.local.rehearsal.Sweep "${1:-400}" "${2:-1}"
