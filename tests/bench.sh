#!/usr/bin/env bash
# Runs benchmarks: tests/bench.sh [PATTERN [JMH OPTION ...]], for example: tests/bench.sh 'LookBenchmark'
# Builds what is missing first. Figures are medians of forks; compare only figures of one run.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/built.sh"
built bench
pattern=${1:-.}
[ $# -gt 0 ] && shift
benchmark org.openjdk.jmh.Main "$pattern" "$@"
