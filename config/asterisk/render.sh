#!/usr/bin/env bash
# Renders Asterisk's configuration into a run folder.
#
#   render.sh RUN         RUN gets etc/ log/ var/ run/ data/; what Asterisk remembers there is kept
#
# Settings come from the environment, with the demo's values as defaults; secrets from files:
#   HOTLINE_SIP_PORT 15060, HOTLINE_HTTP_PORT 18088, HOTLINE_AMI_PORT 15038, HOTLINE_AGI_PORT 14573,
#   HOTLINE_RTP_PORTS 20000-29999, HOTLINE_SIP_BIND 127.0.0.1, HOTLINE_AGI_HOST 127.0.0.1,
#   HOTLINE_AMI_BIND 127.0.0.1, HOTLINE_AMI_PERMIT 127.0.0.1/255.255.255.255, HOTLINE_AGI_BOUND 5 (seconds),
#   HOTLINE_VOICEMAIL_SECONDS 90 (the longest message on a closed line),
#   HOTLINE_SYSTEM_NAME hotline1, HOTLINE_DEMO yes|no, HOTLINE_RESCUE_SERVICE 112 (who is rung on key 1),
#   HOTLINE_RESCUE (what to dial for every service that HOTLINE_RESCUES does not name),
#   HOTLINE_RESCUES ("15=PJSIP/15@trunk gard:15=PJSIP/0466000015@trunk ...": each service, and that of a line
#     whose territory has its own), HOTLINE_RESCUE_SECONDS 60 (it rings so long),
#   HOTLINE_INTERPRETER_SECONDS 45 (an interpreter rings so long), HOTLINE_COLLEAGUE_SECONDS 25 (a colleague),
#   HOTLINE_WAIT_MAX 7200 (seconds, then a callback instead), HOTLINE_OFFER_EVERY 90 (seconds, announced),
#   HOTLINE_DIAL_OUT (how a person is rung: PJSIP/${HOTLINE_NUMBER}@trunk),
#   HOTLINE_EXTERNAL_ADDRESS (ours as others see it, behind address translation),
#   HOTLINE_PROMPTS (folder made by config/prompts/render.sh)
#   HOTLINE_SECRETS (folder, default RUN/../secrets): ami, caller-web: made when missing;
#     stations: a line "name sip-secret web-secret [static contact]" for each agent
#   HOTLINE_LINES (the numbers people dial: "NUMBER=LINE:QUEUE:WEIGHT[:CAP[:SHARE]] ...", as "lines --config FILE" of the
#     gateway prints it; the first one's queue takes whoever finds no other)
#   HOTLINE_TRUNK (a file with PJSIP sections of the trunk; their endpoint uses the template "caller")
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "${1:?usage: render.sh RUN}"
run=$(cd "$1" && pwd)
secrets=${HOTLINE_SECRETS:-$(dirname "$run")/secrets}
prompts=${HOTLINE_PROMPTS:-$here/../../.hotline/prompts}
bind=${HOTLINE_SIP_BIND:-127.0.0.1}
rtp=${HOTLINE_RTP_PORTS:-20000-29999}
demo=${HOTLINE_DEMO:-yes}
languages=(fr en es ar ru fa)
dial_out='PJSIP/${HOTLINE_NUMBER}@trunk'
lines=${HOTLINE_LINES:-115=public:public:10:40 0465710115=public:public:10:40 0465710116=professional:professional:10:20:3 0465710117=partners:partners:10:20 0465710118=rescue:rescue:20 0465710119=outreach:outreach:10}

secret() { # name: prints it, makes it when missing
  if [[ ! -s $secrets/$1 ]]; then
    (umask 077 && mkdir -p "$secrets" && od -An -N18 -tx1 /dev/urandom | tr -d ' \n' >"$secrets/$1")
  fi
  cat "$secrets/$1"
}

# Every value goes through here into a sed script, so that no character of it can mean anything to sed.
rule() { printf 's|@%s@|%s|g\n' "$1" "$(printf '%s' "$2" | sed 's/[\\|&]/\\&/g')"; }

# Every word of the table must be a line: a number that leads nowhere would be a dead line.
table=()
for word in $lines; do
  [[ $word =~ ^([0-9]{2,15})=([a-z][a-z0-9-]*):([a-z][a-z0-9-]*):([0-9]{1,3})(:([0-9]{1,5})(:([0-9]{1,2}))?)?$ ]] ||
    { echo "  asterisk: HOTLINE_LINES: \"$word\" is not NUMBER=LINE:QUEUE:WEIGHT[:CAP[:SHARE]]" >&2; exit 1; }
  cap=${BASH_REMATCH[6]:-0}
  [[ $cap -gt 0 ]] || cap=-1 # none
  table+=("${BASH_REMATCH[*]:1:4} $cap ${BASH_REMATCH[8]:-0}")
done
[[ ${#table[@]} -gt 0 ]] || { echo "  asterisk: HOTLINE_LINES names no line" >&2; exit 1; }
read -r _ _ first_queue _ _ _ <<<"${table[0]}"

rescue_service=${HOTLINE_RESCUE_SERVICE:-112}
rescue_seconds=${HOTLINE_RESCUE_SECONDS:-60}
[[ $rescue_service =~ ^[0-9]{2,3}$ ]] ||
  { echo "  asterisk: HOTLINE_RESCUE_SERVICE: \"$rescue_service\" is no short number" >&2; exit 1; }
[[ $rescue_seconds =~ ^[1-9][0-9]{0,2}$ ]] ||
  { echo "  asterisk: HOTLINE_RESCUE_SECONDS: \"$rescue_seconds\" is not 1 to 999" >&2; exit 1; }

interpreter_seconds=${HOTLINE_INTERPRETER_SECONDS:-45}
[[ $interpreter_seconds =~ ^[1-9][0-9]{0,2}$ ]] ||
  { echo "  asterisk: HOTLINE_INTERPRETER_SECONDS: \"$interpreter_seconds\" is not 1 to 999" >&2; exit 1; }
colleague_seconds=${HOTLINE_COLLEAGUE_SECONDS:-25}
[[ $colleague_seconds =~ ^[1-9][0-9]{0,2}$ ]] ||
  { echo "  asterisk: HOTLINE_COLLEAGUE_SECONDS: \"$colleague_seconds\" is not 1 to 999" >&2; exit 1; }
rescue=${HOTLINE_RESCUE:-Local/s@rescue-demo/n}
rescues=()
for service in 15 17 18 112 "$rescue_service"; do rescues+=("RESCUE_$service = $rescue"); done
for word in ${HOTLINE_RESCUES:-}; do
  [[ $word =~ ^(([a-z][a-z0-9-]*):)?([0-9]{2,3})=([^[:space:];]+)$ ]] ||
    { echo "  asterisk: HOTLINE_RESCUES: \"$word\" is not [LINE:]SERVICE=WHAT-TO-DIAL" >&2; exit 1; }
  rescues+=("RESCUE_${BASH_REMATCH[3]}${BASH_REMATCH[2]:+_${BASH_REMATCH[2]}} = ${BASH_REMATCH[4]}")
done

home=$("$here/control.sh" where)
modules=$(find "$home/usr/lib" -maxdepth 3 -type d -path '*/asterisk/modules' -print -quit)
data=$home/usr/share/asterisk

mkdir -p "$run"/{etc,log/cel-custom,log/cdr-csv,run,var/spool/voicemail,var/cache,var/lib/keys,data/sounds,data/agi-bin}
chmod 700 "$run" "$run/etc" "$run/var/spool/voicemail"
ln -sfn "$data/documentation" "$run/data/documentation"
for name in "${languages[@]}"; do ln -sfn "$(realpath -m "$prompts/$name")" "$run/data/sounds/$name"; done
ln -sfn "$(realpath -m "$prompts/moh")" "$run/data/moh"

rules=$(
  rule RUN "$run"
  rule MODULES "$modules"
  rule SBIN "$home/usr/sbin"
  rule SYSTEM_NAME "${HOTLINE_SYSTEM_NAME:-hotline1}"
  rule SIP_BIND "$bind"
  rule SIP_PORT "${HOTLINE_SIP_PORT:-15060}"
  rule HTTP_PORT "${HOTLINE_HTTP_PORT:-18088}"
  rule AMI_BIND "${HOTLINE_AMI_BIND:-127.0.0.1}"
  rule AMI_PORT "${HOTLINE_AMI_PORT:-15038}"
  rule AMI_PERMIT "${HOTLINE_AMI_PERMIT:-127.0.0.1/255.255.255.255}"
  rule AMI_SECRET "$(secret ami)"
  rule AGI_HOST "${HOTLINE_AGI_HOST:-127.0.0.1}"
  rule AGI_PORT "${HOTLINE_AGI_PORT:-14573}"
  rule AGI_BOUND "${HOTLINE_AGI_BOUND:-5}"
  rule RTP_START "${rtp%-*}"
  rule RTP_END "${rtp#*-}"
  rule VOICEMAIL_SECONDS "${HOTLINE_VOICEMAIL_SECONDS:-90}"
  rule FIRST_QUEUE "$first_queue"
  rule WAIT_MAX "${HOTLINE_WAIT_MAX:-7200}"
  rule OFFER_EVERY "${HOTLINE_OFFER_EVERY:-90}"
  rule DIAL_OUT "${HOTLINE_DIAL_OUT:-$dial_out}"
  rule RESCUE_SERVICE "$rescue_service"
  rule RESCUE_SECONDS "$rescue_seconds"
  rule INTERPRETER_SECONDS "$interpreter_seconds"
  rule COLLEAGUE_SECONDS "$colleague_seconds"
  rule EXTERNAL_ADDRESS "${HOTLINE_EXTERNAL_ADDRESS:-}"
  rule CALLER_WEB_SECRET "$([[ $demo != yes ]] || secret caller-web)"
  # These switch lines on or off by standing for nothing or for a comment sign.
  rule LOOPBACK "$([[ $bind == 127.* ]] || echo ';')"
  rule EXTERNAL "$([[ -n ${HOTLINE_EXTERNAL_ADDRESS:-} ]] || echo ';')"
  rule DEMO "$([[ $demo == yes ]] || echo ';')"
)
umask 077
for template in "$here"/etc/*.conf; do
  sed -f <(printf '%s\n' "$rules") "$template" >"$run/etc/$(basename "$template")"
done
# Asterisk logs an error for each of these when it is not there, though it needs none of them.
for optional in acl ccss features pjproject udptl; do : >"$run/etc/$optional.conf"; done
cat "${HOTLINE_TRUNK:-/dev/null}" >"$run/etc/pjsip_trunk.conf"

{
  echo '[lines]'
  for row in "${table[@]}"; do
    read -r number line queue _ cap _ <<<"$row"
    printf 'exten => %s,1,Set(HOTLINE_LINE=%s)\n' "$number" "$line"
    printf ' same => n,Set(HOTLINE_LINE_QUEUE=%s)\n same => n,Set(HOTLINE_LINE_CAP=%s)\n' "$queue" "$cap"
    printf ' same => n,Goto(hotline,${EXTEN},1)\n'
    [[ $number != 0[1-9]????????  ]] || printf 'exten => +33%s,1,Goto(%s,1)\n' "${number#0}" "$number"
  done
} >"$run/etc/extensions_lines.conf"
for name in "${languages[@]}"; do
  printf '[rescue-missed-%s]\nmode = playlist\n' "$name"
  printf 'entry = %s\n' "$run/data/sounds/$name/hotline/p30_rescue_missed" "$run/data/moh/hold"
done >"$run/etc/musiconhold_rescue.conf"
printf '%s\n' "${rescues[@]}" >"$run/etc/extensions_globals.conf"
printf '%s\n' "${table[@]}" | awk '$6 > 1 && !seen[$3]++ { printf "SHARE_%s = %s\n", $3, $6 }' >>"$run/etc/extensions_globals.conf"
printf '%s\n' "${table[@]}" | awk '$6 > 1 && !seen[$3]++ {
  printf " same => n,Set(GLOBAL(ANSWERED_SINCE_%s)=$[0${ANSWERED_SINCE_%s} + 1])\n", $3, $3
}' >"$run/etc/extensions_shares.conf"
printf '%s\n' "${table[@]}" | awk '$6 > 1 && !seen[$3]++ {
  printf " same => n,Gosub(is-due-one,s,1(%s))\n", $3
}' >"$run/etc/extensions_due.conf"
printf '%s\n' "${table[@]}" | awk '!seen[$3]++ { printf "[%s](line)\nweight = %s\n", $3, $4 }' >"$run/etc/queues_lines.conf"

[[ -e $secrets/stations ]] || : >"$secrets/stations"
while read -r name sip web contact; do
  [[ $name =~ ^[a-z][a-z0-9-]*$ ]] || continue
  printf '[%s](station-sip)\nauth = %s\naors = %s\n' "$name" "$name" "$name"
  printf '[%s](station-auth)\nusername = %s\npassword = %s\n' "$name" "$name" "$sip"
  if [[ -n $contact ]]; then # a phone that does not register (tests, a gateway to old telephones)
    printf '[%s](station-aor)\ncontact = %s\n' "$name" "$contact"
  else
    printf '[%s](station-aor-sip)\n' "$name"
  fi
  printf '[%s-web](station-web)\nauth = %s-web\naors = %s-web\n' "$name" "$name" "$name"
  printf '[%s-web](station-auth)\nusername = %s-web\npassword = %s\n' "$name" "$name" "$web"
  printf '[%s-web](station-aor)\n' "$name"
done <"$secrets/stations" >"$run/etc/pjsip_stations.conf"
echo "  asterisk: rendered into $run"
