#!/usr/bin/env bash
# dev/with-infra.sh <command…>: runs the command beside a PostgreSQL, a Redis and a Kafka of its own, on free ports of
# 127.0.0.1 and in one temporary folder; ends and removes them after it. Exits as the command does; with 69 (EX_UNAVAILABLE)
# where the machine lacks what it takes. dev/README.md tells what the command finds in its environment.
set -euo pipefail

INFRA_SCRIPTS=$(realpath "${BASH_SOURCE[0]%/*}")/infra
# shellcheck source-path=SCRIPTDIR source=infra/needs.sh
. "$INFRA_SCRIPTS/needs.sh"
# shellcheck source-path=SCRIPTDIR source=infra/kafka-classpath.sh
. "$INFRA_SCRIPTS/kafka-classpath.sh"
# shellcheck source-path=SCRIPTDIR source=infra/ports.sh
. "$INFRA_SCRIPTS/ports.sh"

readonly EX_UNAVAILABLE=69
readonly ENGINES=(postgres redis kafka)

main() {
  (($# > 0)) || { echo "usage: $0 <command…>" >&2 && exit 64; }
  require_needs
  trap 'end_infra' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  reserve_ports
  guard
  start_engines
  describe_engines
  run_command "$@"
}

require_needs() {
  local missing
  missing=$(missing_needs)
  [[ -n $missing ]] || return 0
  local what packages
  what=$(cut -d' ' -f1 <<<"$missing" | tr '-' ' ' | paste -sd, | sed 's/,/, /g')
  packages=$(cut -d' ' -f2 <<<"$missing" | paste -sd' ')
  echo "$0: not on this machine: $what. On Debian: apt-get install $packages" >&2
  exit "$EX_UNAVAILABLE"
}

# Sees to the end of the engines where `kill -9` keeps this script from it.
guard() {
  setsid "$INFRA_SCRIPTS/guard.sh" $$ "$infra" </dev/null >/dev/null 2>&1 &
  guard_pid=$!
}

start_engines() {
  local starters=() engine
  for engine in "${ENGINES[@]}"; do
    start_engine "$engine" &
    starters+=($!)
  done
  local starter failed=
  for starter in "${starters[@]}"; do wait "$starter" || failed=yes; done
  [[ -z $failed ]] || exit 1
}

start_engine() {
  local script=$INFRA_SCRIPTS/$1.sh port
  port=$(port_of "$1")
  "$script" prepare "$infra/$1" "$port" && "$infra/$1/start"
}

describe_engines() {
  local kafka
  kafka=$(port_of kafka)
  export TIDEMARK_INFRA=$infra
  export DATABASE_URL="postgres://tidemark@127.0.0.1:$(port_of postgres)/postgres"
  export REDIS_URL="redis://127.0.0.1:$(port_of redis)"
  export KAFKA_BROKERS="127.0.0.1:$kafka"
  export KAFKA_PROXIED_FROM="127.0.0.1:$((kafka + 3))"
  export KAFKA_PROXIED_TO="127.0.0.1:$((kafka + 2))"
}

# The command is in the background only so that a signal is passed on at once. It keeps the terminal, and Ctrl-C.
run_command() {
  (
    trap - INT QUIT
    exec "$@"
  ) <&0 &
  command_pid=$!
  trap 'pass_on HUP' HUP
  trap 'pass_on INT' INT
  trap 'pass_on TERM' TERM
  local code=0
  interrupted=yes
  while [[ -n $interrupted ]]; do
    interrupted=
    code=0
    wait "$command_pid" || code=$?
  done
  exit "$code"
}

pass_on() {
  interrupted=yes
  [[ $1 == INT ]] && is_in_foreground && return
  kill -s "$1" "$command_pid" 2>/dev/null || true
}

# Ctrl-C in the terminal has reached the command as well.
is_in_foreground() {
  local ids
  ids=$(ps -o pgid=,tpgid= -p $$)
  [[ $(awk '{ print $1 == $2 }' <<<"$ids") == 1 ]]
}

end_infra() {
  trap '' HUP INT TERM
  [[ -z ${infra:-} ]] || "$INFRA_SCRIPTS/end.sh" "$infra"
  [[ -z ${guard_pid:-} ]] || kill "$guard_pid" 2>/dev/null || true
}

main "$@"
