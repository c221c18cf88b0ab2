#!/usr/bin/env bash
# Runs the scenarios on the Step Functions of AWS_ENDPOINT_URL_SFN, on the real clock; see docs/step-functions-local.md.
# It must invoke functions at http://127.0.0.1:3001, or another port given by PICASSO_LAMBDA_PORT.
# Without the variable, on our own engine in a process of its own.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
if [ -n "${AWS_ENDPOINT_URL_SFN:-}" ] && ! curl -s -o /dev/null --max-time 5 "$AWS_ENDPOINT_URL_SFN"; then
  echo "scenario: nothing answers at AWS_ENDPOINT_URL_SFN=$AWS_ENDPOINT_URL_SFN. Start it, or correct the variable." >&2
  exit 2
fi
cd "$root"
log=$root/.picasso/scenario-build.log
mkdir -p "$root/.picasso"
if ! mvn -B -DskipTests package >"$log" 2>&1; then
  grep -E 'ERROR' "$log" | head -20 >&2 || true
  echo "scenario: the build failed; the whole log is in .picasso/scenario-build.log" >&2
  exit 1
fi
lambda=http://127.0.0.1:${PICASSO_LAMBDA_PORT:-3001}
if [ -z "${AWS_ENDPOINT_URL_SFN:-}" ]; then
  started=$(mktemp)
  "$JAVA_HOME/bin/java" -cp "tests/target/test-classes:$(cat tests/target/classpath.txt)" \
    ai.myrecruiter.picasso.tests.scenario.Elsewhere 0 "$lambda" >"$started" &
  engine=$!
  trap 'kill $engine 2>/dev/null; rm -f "$started"' EXIT
  for _ in $(seq 60); do
    if [ -s "$started" ]; then break; fi
    sleep 0.5
  done
  AWS_ENDPOINT_URL_SFN=$(cat "$started")
  export AWS_ENDPOINT_URL_SFN
  if [ -z "$AWS_ENDPOINT_URL_SFN" ]; then
    echo "scenario: our own engine did not start within 30 s" >&2
    exit 1
  fi
fi
echo "scenario: state machines run at $AWS_ENDPOINT_URL_SFN, functions at $lambda"
mvn -B -q -pl tests -am verify -Dtest='AnyStepFunctionsTest' -Dsurefire.failIfNoSpecifiedTests=false
