#!/usr/bin/env bash
# Measures the heap that an execution of 20,000 events keeps, in a checkout that tests/bench.sh has built.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
cd "$root"
if [ ! -f tests/bench/target/classpath.txt ]; then
  echo "memory: the benchmarks are not built. Run mvn -DskipTests package, or tests/bench.sh once." >&2
  exit 2
fi
exec "$JAVA_HOME/bin/java" -Xms1g -Xmx1g -XX:+UseSerialGC -cp "tests/bench/target/classes:$(cat tests/bench/target/classpath.txt)" \
  ai.myrecruiter.picasso.bench.engine.ExecutionMemory
