#!/usr/bin/env bash
# end.sh <folder>: ends the engines in the folder and removes it.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=engine.sh
. "${BASH_SOURCE[0]%/*}/engine.sh"

readonly ENDS_WITHIN_S=10
infra=$1

# How each is asked to end at once: nobody wants the data any more.
declare -rA SIGNALS=([postgres]=QUIT [redis]=TERM [kafka]=KILL)

signal() {
  ! is_running "$infra/$2" || kill -s "$1" "$(<"$infra/$2/pid")" 2>/dev/null || true
}

await_end() {
  local limit=$((SECONDS + ENDS_WITHIN_S))
  while is_running "$infra/$1"; do
    ((SECONDS < limit)) || signal KILL "$1"
    sleep 0.05
  done
}

# A start that is under way gives up when it sees this.
touch "$infra/ending"
for engine in "${!SIGNALS[@]}"; do signal "${SIGNALS[$engine]}" "$engine"; done
for engine in "${!SIGNALS[@]}"; do await_end "$engine"; done
rm -rf "$infra"
