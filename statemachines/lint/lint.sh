#!/usr/bin/env bash
# Checks all state machines by AWS's own language service, and first that the check can fail. Installs it when needed.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
log=../target/asl-lint-install.log
if ! cmp -s package-lock.json node_modules/.installed; then
  mkdir -p ../target
  echo "asl-lint: installing amazon-states-language-service"
  if ! npm ci >"$log" 2>&1; then
    tail -20 "$log" >&2
    echo "asl-lint: npm ci failed in statemachines/lint; it needs a registry once, then the lint runs offline" >&2
    exit 1
  fi
  cp package-lock.json node_modules/.installed
fi
node --test >../target/asl-lint-test.log 2>&1 || { cat ../target/asl-lint-test.log >&2; exit 1; }
exec node asl-lint.js ../*.asl.json
