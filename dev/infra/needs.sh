# shellcheck shell=bash
# What the engines need on this machine, and what Debian calls it.

# Prints a line `<what> <Debian's package>` for each thing that is missing.
missing_needs() {
  [[ -n $(postgres_bin) ]] || echo 'PostgreSQL-15 postgresql'
  command -v redis-server redis-cli >/dev/null || echo 'Redis-7 redis-server'
  has_java || echo 'Java-17 default-jre-headless'
  command -v mvn >/dev/null || has_kafka_jars || echo 'Maven maven'
}

# The folder of the newest PostgreSQL's programs; empty where none is 15 or later.
postgres_bin() {
  local found
  found=$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1) || true
  [[ -n $found ]] || found=$(command -v initdb) || return 0
  local version
  version=$("$found" --version | grep -oE '[0-9]+' | head -n 1)
  ((version < 15)) || dirname "$(realpath "$found")"
}

has_java() {
  local version
  version=$(java -version 2>&1 | sed -nE 's/.* version "([0-9]+).*/\1/p') || return 1
  ((${version:-0} >= 17))
}
