#!/usr/bin/env bash
# It answers, has booted, and is ours.
set -euo pipefail
asterisk -C /var/lib/hotline/run/etc/asterisk.conf -rx 'core waitfullybooted' | grep -q 'fully booted'
asterisk -C /var/lib/hotline/run/etc/asterisk.conf -rx 'core show settings' | grep -q 'System name: *hotline1$'
