#!/usr/bin/env bash
# Every task that changes a stack made to fail in every way, once and for ten minutes: tests/deployment-faults.sh [SEED]. The test
# suite runs a short slice of it: DeploymentFaultsTest. Exit 1 when a case fails.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
cd "$root"
exec mvn -B -pl tests -am verify -Dtest=DeploymentFaultsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dpicasso.faults.all=true -Dpicasso.seed="${1:-20261124}"
