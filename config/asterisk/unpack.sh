#!/usr/bin/env bash
# Unpacks a real Asterisk (20 or later) into a folder, without installing anything on the machine.
#
#   unpack.sh FOLDER      says what it does; the last line of a success is "ready: FOLDER (version)"
#
# Debian 12 and 13 have no asterisk package, Debian sid has. apt is given private folders and an EMPTY
# dpkg status file, so it resolves the whole closure, libc included; the archives are unpacked (not
# installed) and Asterisk is later started through the libc that came with it. Needs no root.
# The mirror is read from the machine's own apt sources; apt checks the signatures and the checksums.
set -euo pipefail

root=${1:?usage: unpack.sh FOLDER}
marker=$root/.complete

say() { printf '  asterisk: %s\n' "$*"; }
fail() { printf '  asterisk: cannot unpack: %s\n' "$*" >&2; exit 1; }

# The marker is written last and holds the checksum of the program: half an unpacking is never used.
complete() { [[ -s $marker ]] && (cd "$root" && sha256sum --status -c .complete 2>/dev/null); }

# Prints "URI keyring" of the machine's Debian mirror, from deb822 and from classic sources.
debian_mirror() {
  local sources=()
  mapfile -t sources < <(find /etc/apt/sources.list /etc/apt/sources.list.d -type f \( -name '*.list' -o -name '*.sources' \) 2>/dev/null)
  awk '
    function offer(uri, key) {
      sub(/\/+$/, "", uri)
      if (!found && uri ~ /\/debian$/) { found = 1; print uri, key }
    }
    function close_block(   n, part, i) {
      n = split(uris, part, " ")
      for (i = 1; i <= n; i++) if (types ~ /(^| )deb( |$)/ && !off) offer(part[i], key)
      uris = ""; types = ""; key = ""; off = 0
    }
    FNR == 1 { close_block() }
    /^[ \t]*#/ { next }
    /^[ \t]*$/ { close_block(); next }
    tolower($1) == "uris:"      { $1 = ""; uris = $0; next }
    tolower($1) == "types:"     { $1 = ""; types = $0; next }
    tolower($1) == "signed-by:" { key = $2; next }
    tolower($1) == "enabled:"   { off = (tolower($2) == "no"); next }
    $1 == "deb" {
      line = $0; k = ""
      if (match(line, /\[[^]]*\]/)) {
        options = substr(line, RSTART + 1, RLENGTH - 2)
        line = substr(line, 1, RSTART - 1) substr(line, RSTART + RLENGTH)
        n = split(options, o, " ")
        for (i = 1; i <= n; i++) if (o[i] ~ /^signed-by=/) k = substr(o[i], 11)
      }
      split(line, word, " "); offer(word[2], k)
    }
    END { close_block() }
  ' "${sources[@]}"
}

# True when the machine's own suites offer Asterisk 20 or later (Ubuntu, Debian sid).
host_offers_asterisk() {
  local version
  version=$(apt-cache policy asterisk 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9]*:\)\{0,1\}\([0-9]*\).*/\2/p')
  [[ -n $version && $version -ge 20 ]]
}

command -v apt-get >/dev/null || fail "this machine has no apt-get; install Asterisk 20 or later yourself and put it on PATH"
if complete; then
  say "already unpacked in $root"
  exit 0
fi

mkdir -p "$root"
exec 9>"$root.lock" # two clones may ask at the same time: the second waits and finds the work done
flock 9
complete && { say "unpacked meanwhile by somebody else in $root"; exit 0; }
rm -rf "$root"
work=$(mktemp -d "$root.work.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{state/lists/partial,cache/archives/partial,dpkg,root}
: >"$work/dpkg/status"

apt_options=(
  -o "Dir::State=$work/state" -o "Dir::State::lists=$work/state/lists"
  -o "Dir::State::status=$work/dpkg/status" -o "Dir::Cache=$work/cache"
  -o APT::Install-Recommends=false -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none
  -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false -o Acquire::Retries=3
  -o APT::Sandbox::User= -o Debug::NoLocking=true -o Dpkg::Use-Pty=false
)
if host_offers_asterisk; then
  say "the machine's own package suites offer it"
else
  read -r mirror keyring <<<"$(debian_mirror)" || true
  [[ -n ${mirror:-} ]] || fail "no Debian mirror in the machine's apt sources"
  keyring=${keyring:-/usr/share/keyrings/debian-archive-keyring.gpg}
  [[ -r $keyring ]] || keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [[ -r $keyring ]] || fail "no Debian archive keyring; get it with: apt-get install debian-archive-keyring"
  printf 'deb [signed-by=%s] %s sid main\n' "$keyring" "$mirror" >"$work/sources.list"
  apt_options+=(
    -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null -o APT::Default-Release=
  )
  say "taking Debian sid from the machine's own mirror"
fi

say "1/4 reading the package lists (about 10 MB)"
apt-get "${apt_options[@]}" -q update >"$work/update.log" 2>&1 ||
  fail "apt-get update failed: $(grep -m1 -E '^(E|W):' "$work/update.log" || tail -1 "$work/update.log")"

say "2/4 downloading Asterisk and the libraries it needs (about 160 packages, 80 MB)"
(
  while sleep 5 >/dev/null 2>&1; do
    say "    ... $(find "$work/cache/archives" -name '*.deb' | wc -l) packages, $(du -sm "$work/cache/archives" | cut -f1) MB"
  done
) &
ticker=$!
apt-get "${apt_options[@]}" -q -y --download-only install asterisk >"$work/download.log" 2>&1 || {
  kill "$ticker"
  fail "download failed: $(grep -m1 '^E:' "$work/download.log" || tail -1 "$work/download.log")"
}
kill "$ticker"
wait "$ticker" 2>/dev/null || true

say "3/4 unpacking $(find "$work/cache/archives" -maxdepth 1 -name '*.deb' | wc -l) packages"
# shellcheck disable=SC2016 # the inner shell expands
find "$work/cache/archives" -maxdepth 1 -name '*.deb' -print0 |
  xargs -0 -n 4 -P 2 sh -c 'for deb; do dpkg-deb -x "$deb" "$0" || exit 255; done' "$work/root"
# Nothing of this is needed to run, and it is half of the size.
rm -rf "$work/root"/usr/share/{doc,man,locale,info,i18n,lintian,perl,zoneinfo}

say "4/4 checking"
[[ -x $work/root/usr/sbin/asterisk ]] || fail "the packages held no usr/sbin/asterisk"
version=$(find "$work/cache/archives" -maxdepth 1 -name 'asterisk_*.deb' -printf '%f\n' | sed 's/^asterisk_//; s/%3a/:/; s/^[0-9]*://; s/_[a-z0-9]*\.deb$//')
(cd "$work/root" && sha256sum usr/sbin/asterisk usr/lib/*/libc.so.6 >"$work/sums")
chmod -R a+rX "$work/root"
printf '%s\n' "$version" >"$work/root/.version"
mv "$work/root" "$root"
mv "$work/sums" "$marker"
say "ready: $root ($version)"
