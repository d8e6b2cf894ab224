#!/usr/bin/env bash
# Renders the configuration from the environment and becomes Asterisk.
set -euo pipefail
run=/var/lib/hotline/run
# The prompts of this image replace those of an older one in the volume that the gateway reads too.
cp -a --no-preserve=ownership /opt/hotline/spoken/. /var/lib/hotline/prompts/
HOTLINE_PROMPTS=/var/lib/hotline/prompts /opt/hotline/asterisk/render.sh "$run"
rm -f "$run/run/asterisk.pid" "$run/run/asterisk.ctl"
exec asterisk -f -C "$run/etc/asterisk.conf"
