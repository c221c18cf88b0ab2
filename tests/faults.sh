#!/usr/bin/env bash
# Makes every task of the state machines fail in every way, once and for ten minutes: all the cases of which ./verify runs a slice.
# tests/faults.sh [TEST CLASS], for example: tests/faults.sh TaskFaultsTest
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
cd "$root"
exec mvn -B -pl tests -am verify -Dtest="${1:-*FaultsTest}" -Dsurefire.failIfNoSpecifiedTests=false -Dpicasso.all=true
