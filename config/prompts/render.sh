#!/usr/bin/env bash
# Turns the texts of this folder into what Asterisk plays.
#
#   render.sh FOLDER      e.g. .hotline/prompts; makes only what is missing or older than its text
#
# <lang>/<ID>.txt          -> FOLDER/<lang>/hotline/<id>.wav (8 kHz mono), in the dialplan "hotline/<id>"
# a text with {numbers}    -> <id>.1.wav, <id>.2.wav ...: the pieces between the numbers
# a line "[en] ..."        is spoken by that language's voice
# <lang>/recorded/<id>.wav wins over the machine's voice: record a human when you can
# numbers 0-120            -> hotline/number/<n>.wav, for Asterisk's own announcements too; moh/ hold music
# FOLDER/prompts.json      lists it all: the gateway refuses to start when one is missing
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "${1:?usage: render.sh FOLDER}"
out=$(cd "$1" && pwd)
languages=(fr en es ar ru fa) # fa is what Debian's espeak-ng has for Dari
highest=120

for tool in espeak-ng sox; do
  command -v "$tool" >/dev/null || { echo "  prompts: $tool is missing (Debian package $tool)" >&2; exit 1; }
done
exec 9>"$out/.lock"
flock 9
jobs=$(mktemp)
trap 'rm -f "$jobs"' EXIT

# One job = four NUL-ended words: source kind, language, target, text.
want() { # language target text [newer-than]
  local target=$out/$1/$2.wav recorded=$here/$1/recorded/${2#hotline/}.wav
  if [[ -f $recorded ]]; then
    [[ $target -nt $recorded ]] || printf 'recorded\0%s\0%s\0%s\0' "$1" "$target" "$recorded" >>"$jobs"
  elif [[ ! -f $target || $here/render.sh -nt $target || (-n ${4:-} && $4 -nt $target) ]]; then
    printf 'spoken\0%s\0%s\0%s\0' "$1" "$target" "$3" >>"$jobs"
  fi
}

entries=() # of the manifest: "id lang part part ..."
text_prompts() {
  local lang=$1 file id text rest piece parts count
  for file in "$here/$lang"/*.txt; do
    id=$(basename "$file" .txt)
    id=${id,,}
    text=$(<"$file")
    if [[ $text != *"{"* ]]; then
      want "$lang" "hotline/$id" "$text" "$file"
      entries+=("$id $lang $id")
      continue
    fi
    parts=() count=0 rest=$text
    while [[ -n $rest ]]; do
      piece=${rest%%\{*}
      # Not [[:alnum:]]: in the C locale no Arabic or Russian letter is one.
      if [[ -n ${piece//[[:space:][:punct:]]/} ]]; then
        count=$((count + 1))
        want "$lang" "hotline/$id.$count" "$piece" "$file"
        parts+=("$id.$count")
      fi
      rest=${rest#"$piece"}
      [[ $rest == "{"* ]] || break
      parts+=("${rest%%\}*}}")
      rest=${rest#*\}}
    done
    entries+=("$id $lang ${parts[*]}")
  done
}

# The numbers of a language in two processes instead of hundreds: all are spoken into one file, a second
# and a half apart, and the file is cut at the pauses. Asterisk counts with them too (say.conf).
spoken_numbers() {
  local lang=$1 number file missing=no tmp folder=$out/$1/hotline/number
  for ((number = 0; number <= highest; number++)); do
    entries+=("number/$number $lang number/$number")
    [[ -f $here/$lang/recorded/number/$number.wav ]] && want "$lang" "hotline/number/$number" ""
    [[ -f $folder/$number.wav && ! $here/render.sh -nt $folder/$number.wav ]] || missing=yes
  done
  [[ $missing == yes ]] || return 0
  echo "  prompts: counting to $highest ($lang)"
  tmp=$(mktemp -d)
  for ((number = 0; number <= highest; number++)); do
    printf '<p>%d</p><break time="1500ms"/>\n' "$number"
  done >"$tmp/numbers.txt"
  espeak-ng -v "$(voice_of "$lang")" -s 172 -g 1 -m -w "$tmp/all.wav" -f "$tmp/numbers.txt"
  sox "$tmp/all.wav" -r 8000 -c 1 -b 16 "$tmp/whole.wav" norm -4
  sox "$tmp/whole.wav" "$tmp/n.wav" silence 1 0.01 0.1% 1 0.6 0.1% pad 0.05 0.15 : newfile : restart 2>/dev/null
  # One more than numbers: the silence at the end. Anything else was cut wrongly, and must not be said.
  [[ $(find "$tmp" -name 'n[0-9]*.wav' | wc -l) -eq $((highest + 2)) ]] ||
    { echo "  prompts: the numbers in \"$lang\" could not be cut" >&2; exit 1; }
  for ((number = 0; number <= highest; number++)); do
    printf -v file '%s/n%03d.wav' "$tmp" $((number + 1))
    [[ -f $here/$lang/recorded/number/$number.wav ]] || mv "$file" "$folder/$number.wav"
  done
  rm -rf "$tmp"
}

voice_of() { if [[ $1 == en ]]; then echo en-gb; else echo "$1"; fi; }
export -f voice_of

# Speaks or converts a batch of jobs; runs in a child of xargs.
make_all() {
  local kind lang target text line voice piece tmp
  tmp=$(mktemp -d)
  while [[ $# -gt 0 ]]; do
    kind=$1 lang=$2 target=$3 text=$4
    shift 4
    if [[ $kind == recorded ]]; then
      sox "$text" -r 8000 -c 1 -b 16 "$tmp/whole.wav"
    else
      piece=0
      while IFS= read -r line; do
        voice=$lang
        if [[ $line =~ ^\[([a-z]+)\]\ *(.*)$ ]]; then voice=${BASH_REMATCH[1]} line=${BASH_REMATCH[2]}; fi
        piece=$((piece + 1))
        # This fast, so that all of the menu and the estimate are said within 25 seconds.
        espeak-ng -v "$(voice_of "$voice")" -s 172 -g 1 -w "$tmp/spoken.wav" -- "$line"
        # Low-pass before 8 kHz, cut the machine's long silence at both ends, leave a fifth of a second.
        sox "$tmp/spoken.wav" -r 8000 -c 1 -b 16 "$tmp/$piece.wav" norm -4 \
          silence 1 0.01 0.1% reverse silence 1 0.01 0.1% reverse pad 0.05 0.15
      done <<<"$text"
      if [[ $piece -eq 1 ]]; then mv "$tmp/1.wav" "$tmp/whole.wav"
      else sox $(seq -f "$tmp/%g.wav" "$piece") "$tmp/whole.wav"; fi
    fi
    mv "$tmp/whole.wav" "$target"
  done
  rm -rf "$tmp"
}
export -f make_all

# A quiet sequence of chords of our own, free of rights, on which one can wait.
hold_music() {
  local tmp chord number=0
  [[ -f $out/moh/hold.wav && $out/moh/hold.wav -nt ${BASH_SOURCE[0]} ]] && return
  tmp=$(mktemp -d)
  for chord in "C3 G3 E4 B4" "A2 E3 C4 G4" "F2 C3 A3 E4" "G2 D3 B3 A4"; do
    number=$((number + 1))
    read -r a b c d <<<"$chord"
    sox -n -r 8000 -c 1 -b 16 "$tmp/$number.wav" synth 8 sine "%$(semitones "$a")" synth 8 sine mix "%$(semitones "$b")" \
      synth 8 sine mix "%$(semitones "$c")" synth 8 sine mix "%$(semitones "$d")" fade q 2 8 3 norm -18
  done
  sox "$tmp"/[1-4].wav "$out/moh/hold.wav"
  rm -rf "$tmp"
}

# The signal after which one speaks (Asterisk's own Record asks for it by this name).
signal() { # language
  [[ -f $out/$1/beep.wav ]] || sox -n -r 8000 -c 1 -b 16 "$out/$1/beep.wav" synth 0.3 sine 880 fade q 0.02 0.3 0.1 norm -8
}

semitones() { # a note such as E4, as half tones from A4 (440 Hz)
  local -A step=([C]=-9 [D]=-7 [E]=-5 [F]=-4 [G]=-2 [A]=0 [B]=2)
  echo $((${step[${1:0:1}]} + 12 * (${1:1} - 4)))
}

# Written last and at once. Milliseconds are read off the file's size: 44 bytes, then 16 a millisecond.
manifest() {
  local entry id lang parts part names millis size
  local -A bytes
  while read -r size part; do bytes[$part]=$size; done < <(find "$out" -name '*.wav' -printf '%s %P\n')
  {
    printf '{"highestNumber": %d, "prompts": [' "$highest"
    local separator=''
    for entry in "${entries[@]}"; do
      read -r id lang parts <<<"$entry"
      names='' millis=''
      for part in $parts; do
        size=${bytes[$lang/hotline/$part.wav]:-44}
        names+=", \"$part\""
        millis+=", $(((size - 44) / 16))"
      done
      printf '%s\n  {"id": "%s", "lang": "%s", "parts": [%s], "millis": [%s]}' "$separator" "$id" "$lang" "${names:2}" "${millis:2}"
      separator=,
    done
    printf '\n]}\n'
  } >"$out/prompts.json.new"
  mv "$out/prompts.json.new" "$out/prompts.json"
}

mkdir -p "$out/moh"
for lang in "${languages[@]}"; do
  mkdir -p "$out/$lang/hotline/number"
  text_prompts "$lang"
  spoken_numbers "$lang"
  signal "$lang"
done
count=$(($(tr -cd '\0' <"$jobs" | wc -c) / 4))
if [[ $count -gt 0 ]]; then
  echo "  prompts: speaking $count sound files (once)"
  xargs -0 -n 32 -P 2 bash -euc 'make_all "$@"' speaker <"$jobs"
fi
hold_music
manifest
chmod -R a+rX "$out"
echo "  prompts: ready in $out (${#languages[@]} languages)"
