#!/usr/bin/env bash
# Runs a file of vectors in Project Wycheproof's format (signatures, sets of keys, both with encryption) through the token verifier's strict core: tests/wycheproof.sh FILE
# Exit 0: every vector as it must be, and what is no signature counted by what it is; 1: an invalid one was accepted, a valid one in scope refused, some or all are missing; 2: usage or build.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
if [ $# -ne 1 ] || [ ! -f "$1" ]; then
  echo "usage: tests/wycheproof.sh FILE (json_web_signature_test.json of github.com/C2SP/wycheproof, or one of its format)" >&2
  exit 2
fi
file=$(readlink -f "$1")
. "$root/cli/launcher/jdk25.sh"
cd "$root"
jar=$(find runtime/target -maxdepth 1 -name "picasso-runtime-*-lambda.jar" 2>/dev/null | head -1)
class=runtime/target/test-classes/ai/myrecruiter/picasso/runtime/jwt/Wycheproof.class
if [ ! -f "$jar" ] || [ ! -f "$class" ]; then
  need mvn "the build" "apt-get install maven, or see maven.apache.org"
  log=$root/.picasso/wycheproof-build.log
  mkdir -p "$root/.picasso"
  if ! mvn -B -DskipTests -pl runtime -am package >"$log" 2>&1; then
    echo "wycheproof: the build failed; the whole log is in .picasso/wycheproof-build.log" >&2
    exit 2
  fi
  jar=$(ls runtime/target/picasso-runtime-*-lambda.jar | head -1)
fi
exec "$JAVA_HOME/bin/java" -cp "runtime/target/test-classes:$jar" ai.myrecruiter.picasso.runtime.jwt.Wycheproof "$file"
