#!/usr/bin/env bash
# Runs a command beside PostgreSQL, Redis and Kafka, each on a free port of 127.0.0.1 and in one temporary folder; ends
# and removes them afterwards. See dev/README.md.
#
#   dev/with-infra.sh npm run test:something
set -euo pipefail

HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
readonly HERE
readonly UNAVAILABLE=69
readonly START_SECONDS=60

main() {
  [ $# -gt 0 ] || { echo "usage: dev/with-infra.sh <command> [argument…]" >&2; exit 64; }
  require_programs
  infra="$(mktemp -d "${TMPDIR:-/tmp}/tidemark-infra-XXXXXX")"
  chmod 755 "$infra"
  trap cleanup EXIT
  trap 'stop_command TERM 130' INT
  trap 'stop_command TERM 143' TERM
  trap 'stop_command TERM 129' HUP
  prepare
  start_all
  export_addresses
  "$@" &
  command_pid=$!
  local code=0
  wait_for_command || code=$?
  exit "$code"
}

# ── what the machine has ────────────────────────────────────────────────────────────────────────────────────────────

find_postgres_bin() {
  local dir
  for dir in /usr/lib/postgresql/*/bin; do
    [ -x "$dir/initdb" ] && echo "$dir"
  done | sort -V | tail -1
}

require_programs() {
  local missing=()
  pg_bin="$(find_postgres_bin)"
  [ -n "$pg_bin" ] || missing+=('PostgreSQL (postgresql)')
  command -v redis-server >/dev/null || missing+=('Redis (redis-server)')
  command -v java >/dev/null || missing+=('Java 17 (openjdk-17-jre-headless)')
  [ -f "$(class_path_file)" ] || command -v mvn >/dev/null || missing+=('Maven (maven)')
  [ ${#missing[@]} -eq 0 ] && return
  local IFS=,
  echo "dev/with-infra.sh: not on this machine: ${missing[*]}; the names in brackets are Debian's packages" >&2
  exit "$UNAVAILABLE"
}

# Where Kafka's class path is kept: once for each version of the list of artifacts.
class_path_file() {
  local sum
  sum="$(sha256sum "$HERE/kafka/pom.xml" | cut -c1-16)"
  echo "${XDG_CACHE_HOME:-$HOME/.cache}/tidemark/kafka-$sum.classpath"
}

kafka_class_path() {
  local file jar complete=yes
  file="$(class_path_file)"
  if [ -f "$file" ]; then
    while read -r jar; do [ -f "$jar" ] || complete=no; done < <(tr ':' '\n' <"$file")
  fi
  if [ ! -f "$file" ] || [ "$complete" = no ]; then
    echo 'Fetching Kafka…' >&2
    mkdir -p "$(dirname "$file")"
    mvn -q -B -f "$HERE/kafka/pom.xml" dependency:build-classpath -Dmdep.outputFile="$file.$$" >&2
    echo >>"$file.$$"
    mv "$file.$$" "$file"
  fi
  cat "$file"
}

# ── ports ───────────────────────────────────────────────────────────────────────────────────────────────────────────

is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Six ports that nobody listens on, below the range that the system gives to outgoing connections.
choose_ports() {
  local port
  ports=()
  while [ ${#ports[@]} -lt 6 ]; do
    port=$((15000 + (RANDOM * 32768 + RANDOM) % 16000))
    [[ " ${ports[*]} " == *" $port "* ]] || { is_free "$port" && ports+=("$port"); }
  done
}

# ── the servers ─────────────────────────────────────────────────────────────────────────────────────────────────────

prepare() {
  local class_path
  class_path="$(kafka_class_path)"
  choose_ports
  mkdir "$infra/postgres" "$infra/redis" "$infra/kafka"
  prepare_postgres "${ports[0]}"
  prepare_redis "${ports[1]}"
  prepare_kafka "${ports[2]}" "${ports[3]}" "${ports[4]}" "${ports[5]}" "$class_path"
}

# Writes the script that starts a server, again after a kill too: the server's command line, how it is asked whether it
# answers, and a file by which a server that was killed still seems to run.
write_start() {
  local name=$1 run=$2 answers=$3 leftover=${4:-}
  cat >"$infra/$name/start" <<END
#!/usr/bin/env bash
# Starts $name on its port and data, and returns when it answers.
set -euo pipefail
cd '$infra/$name'
runs() { [ -r "/proc/\$1/stat" ] && ! grep -q '^[^)]*) Z' "/proc/\$1/stat"; }
before=\$(cat pid 2>/dev/null || true)
while [ -n "\$before" ] && runs "\$before"; do sleep 0.1; done
rm -f $leftover
setsid $run >>log 2>&1 </dev/null &
pid=\$!
echo "\$pid" >pid
for _ in \$(seq 1 $((START_SECONDS * 10))); do
  if $answers >/dev/null 2>&1; then exit 0; fi
  kill -0 "\$pid" 2>/dev/null || break
  sleep 0.1
done
echo "$name did not start; its last words:" >&2
tail -20 log >&2
exit 1
END
  chmod 755 "$infra/$name/start"
}

# PostgreSQL refuses to run as root; then the package's own user runs it.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then echo "setpriv --reuid=postgres --regid=postgres --clear-groups"; fi
}

prepare_postgres() {
  local port=$1 run
  run="$(as_postgres)"
  [ -z "$run" ] || chown postgres:postgres "$infra/postgres"
  # shellcheck disable=SC2086
  $run "$pg_bin/initdb" -D "$infra/postgres/data" -U tidemark -A trust --no-sync -E UTF8 --locale=C \
    >"$infra/postgres/initdb.log" 2>&1 || { tail -5 "$infra/postgres/initdb.log" >&2; exit 1; }
  write_start postgres \
    "$run $pg_bin/postgres -D data -p $port -c unix_socket_directories= -c listen_addresses=127.0.0.1 -c max_connections=200 -c timezone=UTC" \
    "$pg_bin/psql -h 127.0.0.1 -p $port -U tidemark -d postgres -c 'select 1'" \
    data/postmaster.pid
}

prepare_redis() {
  local port=$1
  write_start redis \
    "redis-server --bind 127.0.0.1 --port $port --save '' --appendonly no --daemonize no" \
    "redis-cli -h 127.0.0.1 -p $port ping"
}

# PROXIED advertises another port than it listens on, where a test may put a proxy that it can cut.
prepare_kafka() {
  local port=$1 controller=$2 proxied_from=$3 proxied_to=$4 class_path=$5 java
  cat >"$infra/kafka/server.properties" <<END
node.id=1
process.roles=broker,controller
controller.quorum.voters=1@127.0.0.1:$controller
controller.listener.names=CONTROLLER
listeners=PLAIN://127.0.0.1:$port,PROXIED://127.0.0.1:$proxied_to,CONTROLLER://127.0.0.1:$controller
advertised.listeners=PLAIN://127.0.0.1:$port,PROXIED://127.0.0.1:$proxied_from
listener.security.protocol.map=PLAIN:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAIN
log.dirs=$infra/kafka/data
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
END
  cat >"$infra/kafka/simplelogger.properties" <<'END'
org.slf4j.simpleLogger.defaultLogLevel=warn
org.slf4j.simpleLogger.showDateTime=true
org.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS
END
  java="java -Xmx512m -Xms256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp $infra/kafka:$class_path"
  $java kafka.tools.StorageTool format -t "$(random_uuid)" -c "$infra/kafka/server.properties" \
    >"$infra/kafka/format.log" 2>&1 || { tail -5 "$infra/kafka/format.log" >&2; exit 1; }
  write_start kafka "$java kafka.Kafka server.properties" "(exec 3<>/dev/tcp/127.0.0.1/$port)"
}

# A cluster's id: 16 random bytes, base64 without padding and safe in URLs.
random_uuid() { head -c 16 /dev/urandom | base64 | tr '+/' 'ab' | tr -d '='; }

start_all() {
  local name pids=()
  for name in postgres redis kafka; do
    "$infra/$name/start" &
    pids+=($!)
  done
  local pid failed=0
  for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
  [ "$failed" -eq 0 ] || exit 1
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

# `wait` returns early when a signal came; the command is waited for again after it was passed on.
wait_for_command() {
  local code=0
  while :; do
    code=0
    wait "$command_pid" || code=$?
    kill -0 "$command_pid" 2>/dev/null || return "$code"
  done
}

stop_command() {
  if [ -n "${command_pid:-}" ]; then kill -s "$1" "$command_pid" 2>/dev/null || true; else exit "$2"; fi
}

cleanup() {
  local name pid
  trap '' INT TERM HUP
  for name in kafka redis postgres; do
    pid="$(cat "$infra/$name/pid" 2>/dev/null || true)"
    [ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null || true
  done
  # The children of a killed PostgreSQL notice, and end by themselves; until then they hold its folder.
  for _ in $(seq 1 50); do
    rm -rf "$infra" 2>/dev/null && [ ! -e "$infra" ] && return
    sleep 0.1
  done
}

main "$@"
