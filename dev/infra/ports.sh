# shellcheck shell=bash
# Ports for the engines: ten neighbours below those that Linux gives to outgoing connections (32768 on), so that an engine
# finds its port free when it comes back. The folder's name reserves them among runs at the same time.

readonly LOWEST_PORT=10000
readonly BLOCK=10
readonly BLOCKS=750
readonly TRIES=100

# Makes the folder and sets `infra` to it.
reserve_ports() {
  local i first
  for ((i = 0; i < TRIES; i += 1)); do
    first=$((LOWEST_PORT + BLOCK * (RANDOM % BLOCKS)))
    mkdir -m 755 "${TMPDIR:-/tmp}/tidemark-infra-$first" 2>/dev/null || continue
    infra=${TMPDIR:-/tmp}/tidemark-infra-$first
    are_free "$first" && return
    rmdir "$infra"
    infra=
  done
  echo "$0: no free ports, or no folder can be made in ${TMPDIR:-/tmp}" >&2
  exit 1
}

are_free() {
  local port
  for ((port = $1; port < $1 + BLOCK; port += 1)); do
    ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || return 1
  done
}

port_of() {
  local first=${infra##*-}
  case $1 in
    postgres) echo "$first" ;;
    redis) echo $((first + 1)) ;;
    kafka) echo $((first + 2)) ;;
    *) return 64 ;;
  esac
}
