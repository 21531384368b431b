#!/usr/bin/env bash
# PostgreSQL: `postgres.sh prepare <folder> <port>` once, then `postgres.sh start <folder>`. Run by root it becomes
# `postgres`, or `nobody` where there is no such user: the server refuses to be root.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=engine.sh
. "${BASH_SOURCE[0]%/*}/engine.sh"
# shellcheck source-path=SCRIPTDIR source=needs.sh
. "${BASH_SOURCE[0]%/*}/needs.sh"

prepare() {
  as_user=()
  become_unprivileged
  "${as_user[@]}" "$(postgres_bin)/initdb" --pgdata="$folder/data" --username=tidemark \
    --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 ||
    fail 'could not be set up'
  cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 200
timezone = 'UTC'
log_timezone = 'UTC'
CONF
}

launch() {
  as_user=()
  become_unprivileged
  run_detached "${as_user[@]}" "$(postgres_bin)/postgres" -D "$folder/data"
}

answers() {
  "$(postgres_bin)/pg_isready" -q -h 127.0.0.1 -p "$port" -t 2
}

# Sets as_user to what goes before a command.
become_unprivileged() {
  [[ $(id -u) == 0 ]] || return 0
  local user=postgres
  id -u "$user" >/dev/null 2>&1 || user=nobody
  as_user=(setpriv "--reuid=$user" "--regid=$(id -g "$user")" --clear-groups)
  chown -R "$user" "$folder/data"
  chmod 700 "$folder/data"
}

engine_main "$@"
