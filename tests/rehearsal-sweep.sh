#!/usr/bin/env bash
# What docs/plans/default.yaml promises, by many rehearsals: tests/rehearsal-sweep.sh [RUNS [SEED]] (400 and 1). Prints a table;
# exit 1 when a promise is not kept. The test suite runs a short slice of it: SweepTest.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/built.sh"
built_rehearsals rehearsal-sweep
rehearsal Sweep "${1:-400}" "${2:-1}"
