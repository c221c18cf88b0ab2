# Sourced by ./picasso and ./verify: finds a JDK 25 and exports JAVA_HOME, or says how to get one.

is_jdk25() {
  [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25\b'
}

find_jdk25() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "${JAVA_25_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/25* \
    "$HOME"/.jdks/*25* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk25); then
  {
    echo "No JDK 25 found."
    echo "  Looked at: JAVA_HOME, JAVA_25_HOME, /usr/lib/jvm, SDKMAN, ~/.jdks."
    echo "  Fix: install one (for example Temurin 25) and set JAVA_HOME to its folder."
  } >&2
  exit 2
fi
export JAVA_HOME

need() {
  if ! command -v "$1" >/dev/null 2>&1; then
    echo "$1 is not on the PATH. It is needed for $2. Fix: $3" >&2
    exit 2
  fi
}
