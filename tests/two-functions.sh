#!/usr/bin/env bash
# Every task of rollout and rollback failing in every way while two functions are released as one.
# Usage: tests/two-functions.sh   (./verify tries a slice of the same cases)
set -euo pipefail
cd "$(dirname "$0")/.."
exec mvn -q -B -pl tests -am verify -Dtest=TwoFunctionsFaultsTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dpicasso.all=true
