#!/usr/bin/env bash
# What this machine has for the hotline, what is missing, and how to get it. ./hotline doctor
# Exit code 1 when the demo could not run here.
set -uo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
data=$home/.hotline
broken=0

good() { printf '  ok       %-12s %s\n' "$1" "$2"; }
note() { printf '  missing  %-12s %s\n' "$1" "$2"; }
bad() {
  printf '  NEEDED   %-12s %s\n' "$1" "$2"
  broken=1
}

jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*2[5-9]* /opt/*jdk*2[5-9]* "$HOME"/.sdkman/candidates/java/2[5-9]*; do
    if [[ -n $candidate && -x $candidate/bin/javac ]] && "$candidate/bin/java" -version 2>&1 | head -1 | grep -qE '"(2[5-9]|[3-9][0-9])'; then
      good "JDK 25" "$candidate"
      return
    fi
  done
  bad "JDK 25" "apt-get install openjdk-25-jdk where the suite has it, or unpack Eclipse Temurin 25 and set JAVA_HOME"
}

# program, Debian package, what goes without it, "needed" or "useful"
program() {
  local path
  if path=$(command -v "$1"); then
    good "$1" "$path"
  elif [[ $4 == needed ]]; then
    bad "$1" "apt-get install $2 ($3)"
  else
    note "$1" "apt-get install $2 ($3)"
  fi
}

telephone() {
  local where
  if where=$("$home/config/asterisk/control.sh" where 2>/dev/null); then
    good "Asterisk" "${where:-on PATH: $(asterisk -V 2>/dev/null)}"
  elif command -v apt-get >/dev/null; then
    note "Asterisk" "./hotline asterisk unpack (80 MB from this machine's own package mirror, installs nothing)"
  else
    note "Asterisk" "install Asterisk 20 or later and put it on PATH; without it the screens say \"telephone: not connected\""
  fi
  program espeak-ng espeak-ng "speaks the prompts" useful
  program sox sox "makes the prompts and the hold music" useful
  if [[ -s $data/prompts/prompts.json ]]; then
    good "prompts" "$data/prompts"
  else
    note "prompts" "./hotline prompts"
  fi
}

taken() { # port: true when somebody listens
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

ports() {
  local name port
  while read -r name port; do
    port=$(sed -n "s/^$name=//p" "$data/ports.properties" 2>/dev/null | grep . || echo "$port")
    if taken "$port"; then
      good "port $port" "$name: somebody listens (the demo itself when it runs; else the demo takes another)"
    else
      good "port $port" "$name: free"
    fi
  done <<'END'
web 8115
ami 15038
sip-websocket 18088
agi 14573
postgres 15432
redis 16379
END
}

machine() {
  local free memory
  free=$(df -Pm "$home" | awk 'NR == 2 { print $4 }')
  memory=$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo)
  if [[ $free -ge 2000 ]]; then good "disk" "$free MB free"; else bad "disk" "$free MB free here, 2000 MB are wanted"; fi
  if [[ $memory -ge 1500 ]]; then good "memory" "$memory MB available"; else bad "memory" "$memory MB available, 1500 MB are wanted"; fi
  if [[ ! -e $data || -w $data ]] && [[ -w $home ]]; then
    good "folder" "$home can be written"
  else
    bad "folder" "$home cannot be written by $(id -un)"
  fi
  if [[ $EUID -ne 0 ]]; then
    good "user" "$(id -un): servers run as you"
  elif setpriv --reuid 65534 --regid 65534 --clear-groups test -x "$home" 2>/dev/null; then
    good "user" "root: servers run as nobody"
  elif unshare --user true 2>/dev/null; then
    good "user" "root, in a folder closed to others: servers run in a user namespace without rights"
  else
    bad "user" "root, in a folder closed to others, and no user namespaces here: move the clone to a folder like /srv"
  fi
}

docker_engine() {
  if ! command -v docker >/dev/null; then
    note "Docker" "not needed for the demo; docker-compose.yml wants it"
  elif docker info >/dev/null 2>&1; then
    good "Docker" "an engine answers: tests may use containers"
  else
    note "Docker" "a client but no engine; not needed, tests use the embedded servers"
  fi
}

echo "To run the demo"
jdk
program mvn maven "builds" needed
program setpriv util-linux "gives up root's rights" needed
program tar tar "unpacks PostgreSQL" needed
program xz xz-utils "unpacks PostgreSQL" needed
machine
echo "The telephone"
telephone
echo "To run the tests and the benches"
program sipp sip-tester "calls" useful
program chromium chromium "the browser journeys" useful
program redis-benchmark redis-tools "the board bench" useful
program node nodejs "the dashboard's own tests" useful
docker_engine
echo "Ports"
ports
if [[ $broken -ne 0 ]]; then
  echo "The demo cannot run here yet: see NEEDED."
else
  echo "The demo can run here: ./hotline demo"
fi
exit "$broken"
