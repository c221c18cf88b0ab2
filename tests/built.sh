# Sourced by the scripts beside it: finds the JDK and goes to the project's folder.
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
. "$root/cli/launcher/jdk25.sh"
need mvn "the build" "apt-get install maven, or see maven.apache.org"
cd "$root"

# built NAME [MAVEN ARGUMENT ...]: packages what is missing; on a failure says what failed and where the whole log is.
built() {
  local name=$1 log=.picasso/$1-build.log
  shift
  mkdir -p .picasso
  if ! mvn -B -DskipTests package "$@" >"$log" 2>&1; then
    grep -E 'ERROR' "$log" | head -20 >&2 || true
    echo "$name: the build failed; the whole log is in $log" >&2
    exit 1
  fi
}

# java_of CLASSPATH CLASS [ARGUMENT ...]: runs a class of the project.
java_of() {
  local classes=$1
  shift
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    ${java_options:-} -Dpicasso.root="$root" -cp "$classes" "$@"
}

# benchmark CLASS [ARGUMENT ...] and rehearsal CLASS [ARGUMENT ...]: classes of the benchmarks and of the rehearsal's tests, once built.
benchmark() { java_of "tests/bench/target/classes:$(cat tests/bench/target/classpath.txt)" "$@"; }
built_rehearsals() { built "$1" dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt -Dmdep.includeScope=test; }
# The options that ./picasso rehearses with.
rehearsal_options="-XX:+UseParallelGC -XX:+UseCompactObjectHeaders"
rehearsal() { java_options=$rehearsal_options java_of "local/target/test-classes:local/target/classes:$(cat local/target/test-classpath.txt)" "ai.myrecruiter.picasso.local.rehearsal.$@"; }
