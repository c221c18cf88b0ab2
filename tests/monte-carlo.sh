#!/usr/bin/env bash
# False rollbacks and power of the judge by simulation: tests/monte-carlo.sh [RUNS [SEED]] (2000 and 1). Prints a table.
# The test suite runs a short slice of it: HonestErrorRatesTest.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
cd "$root"
mkdir -p .picasso
mvn -q -B -pl workflows test-compile dependency:build-classpath -Dmdep.outputFile="$root/.picasso/workflows-classpath.txt" >&2
exec "$JAVA_HOME/bin/java" -cp "workflows/target/test-classes:workflows/target/classes:$(cat .picasso/workflows-classpath.txt)" \
  ai.myrecruiter.picasso.workflows.judge.MonteCarlo "${1:-2000}" "${2:-1}"
