#!/usr/bin/env bash
# Finds, starts and stops the Asterisk of one run folder (made by render.sh).
#
#   control.sh where                prints the root folder of the Asterisk that is used ("" = the machine's own)
#   control.sh start RUN            starts it in the background; returns when it takes calls
#   control.sh stop|kill RUN        hangs up and stops it | kills it at once (-9)
#   control.sh status RUN           exit code 0 when it runs
#   control.sh cli RUN COMMAND...   asks it something, e.g. "queue show"
#
# Asterisk runs as an ordinary user and in its own session: it must survive the gateway and the launcher.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
nobody=65534

fail() { printf '  asterisk: %s\n' "$*" >&2; exit 1; }

# The folder Asterisk is unpacked to: one for all clones of a user, so it is downloaded once.
cache() {
  if [[ -n ${HOTLINE_ASTERISK_CACHE:-} ]]; then echo "$HOTLINE_ASTERISK_CACHE"
  elif [[ $EUID -eq 0 ]]; then echo /var/cache/hotline115/asterisk # /root is closed to ordinary users
  else echo "${XDG_CACHE_HOME:-$HOME/.cache}/hotline115/asterisk"; fi
}

where() {
  local candidate
  if command -v asterisk >/dev/null && [[ $(asterisk -V | sed 's/[^0-9]*\([0-9]*\).*/\1/') -ge 20 ]]; then
    echo ""
    return
  fi
  for candidate in "$here/../../.hotline/asterisk/root" "$(cache)"; do
    if [[ -s $candidate/.complete ]]; then
      realpath "$candidate"
      return
    fi
  done
  fail "there is none on this machine; get it with: ./hotline asterisk unpack"
}

# Sets the array "asterisk" to the words that start the program: through its own loader and libraries.
program() {
  local root loader
  root=$(where)
  if [[ -z $root ]]; then
    asterisk=("$(command -v asterisk)")
    return
  fi
  loader=$(find "$root"/usr/lib64 "$root"/usr/lib -maxdepth 1 -name 'ld-linux*.so.*' -print -quit 2>/dev/null)
  asterisk=("$loader" --library-path "$(dirname "$(find "$root/usr/lib" -maxdepth 2 -name libc.so.6 -print -quit)")" "$root/usr/sbin/asterisk")
}

# Sets the array "drop" to the words that give up root's rights. Root's own folders may be closed to
# others; then a user namespace keeps the owner's access to files and gives up everything else.
unprivileged() {
  drop=()
  [[ $EUID -eq 0 ]] || return 0
  drop=(setpriv --reuid "$nobody" --regid "$nobody" --clear-groups --no-new-privs)
  if "${drop[@]}" test -x "$(dirname "$run")" -a -x "$(realpath -m "$run/data/sounds/fr")" -a -x "${asterisk[0]}"; then
    chown -R "$nobody:$nobody" "$run"
  else
    chown -R 0:0 "$run"
    drop=(unshare --user setpriv --no-new-privs)
  fi
}

pid() { cat "$run/run/asterisk.pid" 2>/dev/null; }

# The pid file may be left over and its number in use by another program: the command line must name our folder.
running() {
  local pid
  pid=$(pid) && [[ -n $pid && -r /proc/$pid/cmdline ]] && grep -qzF "$run/etc/asterisk.conf" "/proc/$pid/cmdline"
}

start() {
  local drop asterisk tries
  [[ -r $run/etc/asterisk.conf ]] || fail "nothing rendered in $run"
  if running; then
    echo "  asterisk: already running (process $(pid))"
    return
  fi
  program
  unprivileged
  rm -f "$run/run/asterisk.pid" "$run/run/asterisk.ctl"
  setsid "${drop[@]}" "${asterisk[@]}" -f -C "$run/etc/asterisk.conf" </dev/null >>"$run/log/console.log" 2>&1 &
  for ((tries = 0; tries < 300; tries++)); do
    sleep 0.1
    if [[ -S $run/run/asterisk.ctl ]] && cli core waitfullybooted 2>/dev/null | grep -q 'fully booted'; then
      echo "  asterisk: takes calls (process $(pid))"
      return
    fi
    kill -0 $! 2>/dev/null || fail "did not start: $(tail -3 "$run/log/console.log" "$run/log/messages.log" 2>/dev/null)"
  done
  fail "did not start within 30 s, see $run/log"
}

gone() { # tenths of a second
  local tries
  for ((tries = 0; tries < $1; tries++)); do
    running || return 0
    sleep 0.1
  done
  return 1
}

stop() {
  running || return 0
  kill -TERM "$(pid)"
  gone 20 || kill -KILL "$(pid)"
  gone 10
  rm -f "$run/run/asterisk.pid" "$run/run/asterisk.ctl"
}

cli() {
  local asterisk
  program
  "${asterisk[@]}" -C "$run/etc/asterisk.conf" -rx "$*"
}

word=${1:?usage: control.sh where|start|stop|kill|status|cli RUN}
shift
case $word in
where | cache) "$word" ;;
start | stop | kill | status | cli)
  [[ -d ${1:?which run folder?} ]] || fail "no run folder $1 (./hotline asterisk render makes it)"
  run=$(cd "$1" && pwd)
  shift
  case $word in
  start) start ;;
  stop) stop ;;
  kill) running && kill -KILL "$(pid)" ;;
  status) running ;;
  cli) cli "$@" ;;
  esac
  ;;
*) fail "unknown word $word" ;;
esac
