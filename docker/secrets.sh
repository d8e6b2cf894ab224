#!/usr/bin/env bash
# Makes the secrets that docker-compose.yml hands to the containers; what is there already is kept.
# The folder is closed to others; the files inside must be readable by the containers' own users.
set -euo pipefail
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets
mkdir -p "$folder"
chmod 700 "$folder"
for name in ami database redis key-index key-cipher; do
  [[ -s $folder/$name ]] || od -An -N18 -tx1 /dev/urandom | tr -d ' \n' >"$folder/$name"
done
# A line for each agent: login, secret of the SIP phone, secret of the browser. The same secrets go
# into docker/gateway/hotline.yaml under telephone.stations.
[[ -e $folder/stations ]] || : >"$folder/stations"
# PJSIP sections of your operator's trunk; its endpoint uses the template "caller": [operator](caller)
[[ -e $folder/trunk ]] || : >"$folder/trunk"
chmod 644 "$folder"/*
echo "secrets are in $folder"
