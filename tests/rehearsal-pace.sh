#!/usr/bin/env bash
# How many faulted rollouts of docs/plans/default.yaml are rehearsed a minute: tests/rehearsal-pace.sh [RUNS] (2000 of each of two kinds).
# On a machine that does nothing else; the last column leaves out what others took.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/built.sh"
built_rehearsals rehearsal-pace
rehearsal Pace "${1:-2000}"
