#!/usr/bin/env bash
# Makes every task of the state machines fail in every way, once and for ten minutes, and stops every task and command just before each
# of its calls, in releases of one function and of two and in changes of a stack: all the cases, of which ./verify runs some.
# tests/faults.sh [TEST CLASS]
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/built.sh"
exec mvn -B -pl tests,cli -am verify -Dtest="${1:-*FaultsTest}" -Dsurefire.failIfNoSpecifiedTests=false -Dpicasso.all=true
