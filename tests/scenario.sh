#!/usr/bin/env bash
# Runs the scenarios on the Step Functions of AWS_ENDPOINT_URL_SFN, on the real clock; see docs/step-functions-local.md.
# It must invoke functions at http://127.0.0.1:3001, or another port given by PICASSO_LAMBDA_PORT.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
if [ -z "${AWS_ENDPOINT_URL_SFN:-}" ]; then
  echo "scenario: AWS_ENDPOINT_URL_SFN is not set. Give the Step Functions to use, such as http://127.0.0.1:8083 for Step Functions Local." >&2
  exit 2
fi
if ! curl -s -o /dev/null --max-time 5 "$AWS_ENDPOINT_URL_SFN"; then
  echo "scenario: nothing answers at AWS_ENDPOINT_URL_SFN=$AWS_ENDPOINT_URL_SFN. Start it, or correct the variable." >&2
  exit 2
fi
cd "$root"
echo "scenario: state machines run at $AWS_ENDPOINT_URL_SFN, functions at http://127.0.0.1:${PICASSO_LAMBDA_PORT:-3001}"
log=$root/.picasso/scenario-build.log
mkdir -p "$root/.picasso"
if ! mvn -B -DskipTests package >"$log" 2>&1; then
  grep -E 'ERROR' "$log" | head -20 >&2 || true
  echo "scenario: the build failed; the whole log is in .picasso/scenario-build.log" >&2
  exit 1
fi
exec mvn -B -q -pl tests -am verify -Dtest='AnyStepFunctionsTest' -Dsurefire.failIfNoSpecifiedTests=false
