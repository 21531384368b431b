#!/usr/bin/env bash
# Redis without persistence: `redis.sh prepare <folder> <port>` once, then `redis.sh start <folder>`.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=engine.sh
. "${BASH_SOURCE[0]%/*}/engine.sh"

prepare() { :; }

launch() {
  run_detached redis-server --bind 127.0.0.1 --port "$port" --dir "$folder/data" \
    --save '' --appendonly no --maxmemory-policy noeviction
}

answers() {
  [[ $(redis-cli -h 127.0.0.1 -p "$port" ping 2>/dev/null) == PONG ]]
}

engine_main "$@"
