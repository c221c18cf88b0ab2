#!/usr/bin/env bash
# Measures cold starts of the streaming function, from its process's start to the first token: tests/bench-streaming.sh [ROUNDS]
# plain, with an AOT cache, and restored after it primed itself, in turns. Prints medians and their ratios; compare only figures of one run.
set -euo pipefail
. "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/built.sh"
need unzip "the package" "apt-get install unzip"
built bench-streaming
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
zip=$(ls runtime/target/picasso-runtime-*-lambda.zip | head -1)
unzip -q "$zip" -d "$work/plain"
unzip -q "$zip" -d "$work/cached"
benchmark ai.myrecruiter.picasso.bench.streaming.StartTimes "$work/plain" "$work/cached" "${1:-15}"
