#!/usr/bin/env bash
# end.sh <folder>: ends the servers in the folder, and removes it.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=server.sh
. "${BASH_SOURCE[0]%/*}/server.sh"

readonly END_SECONDS=10
infra=$1

signal() {
  ! runs "$infra/$2" || kill -s "$1" "$(cat "$infra/$2/pid")" 2>/dev/null || true
}

await_end() {
  local limit=$((SECONDS + END_SECONDS))
  while runs "$infra/$1"; do
    ((SECONDS < limit)) || signal KILL "$1"
    sleep 0.05
  done
}

# One that ends by QUIT has given it back; line 7 of what one that was killed leaves behind names it.
free_shared_memory() {
  local segment
  segment="$(sed -n '7s/.* //p' "$infra/postgres/data/postmaster.pid" 2>/dev/null)" || return 0
  [ -z "$segment" ] || ipcrm -m "$segment" 2>/dev/null || true
}

# A start that is under way gives up when it sees this.
touch "$infra/ending"
# At once, all of them: nobody wants the data any more.
signal QUIT postgres
signal KILL redis
signal KILL kafka
for server in postgres redis kafka; do await_end "$server"; done
end_orphans "$infra/postgres"
free_shared_memory
rm -rf "$infra"
