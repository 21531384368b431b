#!/usr/bin/env bash
# Runs a command beside PostgreSQL, Redis and Kafka, each on a free port of 127.0.0.1 and in one temporary folder; ends
# and removes them afterwards. See dev/README.md.
#
#   dev/with-infra.sh npm run test:something
set -euo pipefail

HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly HERE
# shellcheck source-path=SCRIPTDIR source=infra/needs.sh
. "$HERE/infra/needs.sh"
# shellcheck source-path=SCRIPTDIR source=infra/servers.sh
. "$HERE/infra/servers.sh"
readonly DID_NOT_START=70
starters=()

main() {
  [ $# -gt 0 ] || { echo "usage: dev/with-infra.sh <command> [argument…]" >&2; exit 64; }
  require_programs
  infra="$(realpath "$(mktemp -d "${TMPDIR:-/tmp}/tidemark-infra-XXXXXX")")"
  chmod 755 "$infra"
  trap cleanup EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  guard
  choose_ports
  start_all
  export_addresses
  run_command "$@"
}

# ── ports ───────────────────────────────────────────────────────────────────────────────────────────────────────────

is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Six ports that nobody listens on, below those that the system gives to outgoing connections and those that tests give to
# the processes they start: a server that was killed must find its port free.
choose_ports() {
  local port
  ports=()
  while [ ${#ports[@]} -lt 6 ]; do
    port=$((10000 + RANDOM % 8000))
    [[ " ${ports[*]} " == *" $port "* ]] || { is_free "$port" && ports+=("$port"); }
  done
}

# Each in a process group of its own, which ends with this script whatever it is at.
start_all() {
  mkdir "$infra/postgres" "$infra/redis" "$infra/kafka"
  set -m
  (
    prepare_postgres "${ports[0]}"
    exec "$infra/postgres/start"
  ) &
  starters+=($!)
  (
    prepare_redis "${ports[1]}"
    exec "$infra/redis/start"
  ) &
  starters+=($!)
  (
    prepare_kafka "${ports[@]:2}"
    exec "$infra/kafka/start"
  ) &
  starters+=($!)
  set +m
  local pid failed=0
  for pid in "${starters[@]}"; do wait "$pid" || failed=1; done
  starters=()
  [ "$failed" -eq 0 ] || exit "$DID_NOT_START"
}

export_addresses() {
  export TIDEMARK_INFRA="$infra"
  export DATABASE_URL="postgresql://tidemark@127.0.0.1:${ports[0]}/postgres"
  export REDIS_URL="redis://127.0.0.1:${ports[1]}/0"
  export KAFKA_BROKERS="127.0.0.1:${ports[2]}"
  export KAFKA_PROXIED_FROM="127.0.0.1:${ports[4]}"
  export KAFKA_PROXIED_TO="127.0.0.1:${ports[5]}"
}

# ── the command, and the end ────────────────────────────────────────────────────────────────────────────────────────

# It is in the background for signals to be passed on at once; the terminal's input and Ctrl-C are its all the same.
run_command() {
  (
    trap - HUP INT QUIT TERM EXIT
    exec "$@"
  ) <&0 &
  command_pid=$!
  trap 'pass_on HUP' HUP
  trap 'pass_on INT' INT
  trap 'pass_on TERM' TERM
  local code=0
  interrupted=yes
  # `wait` returns early when a signal came.
  while [ -n "$interrupted" ]; do
    interrupted=
    code=0
    wait "$command_pid" || code=$?
  done
  exit "$code"
}

# By trap. Ctrl-C has reached the command as well as us.
# shellcheck disable=SC2317,SC2329
pass_on() {
  interrupted=yes
  if [ "$1" != INT ] || ! is_in_foreground; then
    kill -s "$1" "$command_pid" 2>/dev/null || true
  fi
}

# True when this runs in the foreground of a terminal.
# shellcheck disable=SC2317,SC2329
is_in_foreground() {
  local group foreground
  read -r group foreground < <(ps -o pgid= -o tpgid= -p $$)
  [ "$group" = "$foreground" ]
}

# Where `kill -9` keeps this script from its end, the guard sees to it.
guard() {
  setsid "$HERE/infra/guard.sh" $$ "$infra" >/dev/null 2>&1 </dev/null &
  guard_pid=$!
}

# By trap.
# shellcheck disable=SC2317,SC2329
cleanup() {
  local pid
  trap '' HUP INT TERM
  for pid in "${starters[@]}"; do
    kill -KILL -- "-$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  "$HERE/infra/end.sh" "$infra" || true
  kill -TERM -- "-$guard_pid" 2>/dev/null || true
}

main "$@"
