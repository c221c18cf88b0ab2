#!/usr/bin/env bash
# What one rehearsal of docs/plans/default.yaml with a healthy version takes on one thread, once warm: tests/rehearsal-time.sh [RUNS] (60).
# On a machine that does nothing else; compare only figures of one machine, in turns.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/built.sh"
case ${1:-60} in *[!0-9]* | 0*)
  echo "rehearsal-time: '$1' is no number of runs: give 1 or more, or nothing for 60" >&2
  exit 2 ;;
esac
built rehearsal-time
java_options=$rehearsal_options benchmark ai.myrecruiter.picasso.bench.rehearsal.TwoHourRolloutTimes "${1:-60}"
