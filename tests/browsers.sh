# Sourced by ./verify: sees that the browsers of the browser tests are there, installs them where that can be done without asking, or names them.

browser_packages=(chromium chromium-driver webkit2gtk-driver xvfb)

missing_browsers() {
  local program
  for program in chromium chromedriver WebKitWebDriver Xvfb; do
    command -v "$program" >/dev/null 2>&1 || printf '%s ' "$program"
  done
}

need_browsers() {
  local missing
  missing=$(missing_browsers)
  [ -z "$missing" ] && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "verify: installing ${browser_packages[*]} (missing: $missing)"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${browser_packages[@]}" >/dev/null
    missing=$(missing_browsers)
    [ -z "$missing" ] && return 0
  fi
  {
    echo "Not on the PATH: $missing"
    echo "  The chat page is tested in Chromium and in WebKit, the engine of mobile Safari."
    echo "  Fix, on Debian: apt-get install ${browser_packages[*]}"
  } >&2
  exit 2
}
