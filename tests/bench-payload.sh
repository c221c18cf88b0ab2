#!/usr/bin/env bash
# Measures tokens beside bare cryptography, and the relay beside a direct read of the same model, in turns:
# tests/bench-payload.sh [tokens [SAMPLES] | relay [ANSWERS]]; without arguments both. Compare only figures of one run.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/built.sh"
what=${1:-both}
[ $# -gt 0 ] && shift
case $what in tokens | relay | both) ;; *)
  echo "bench-payload: '$what' is nothing to measure: give tokens, relay, or nothing for both" >&2
  exit 2 ;;
esac
built bench-payload
if [ "$what" != relay ]; then benchmark ai.myrecruiter.picasso.bench.jwt.TokenTimes "${1:-2000}"; fi
if [ "$what" != tokens ]; then benchmark ai.myrecruiter.picasso.bench.streaming.RelayTimes "${1:-300}"; fi
