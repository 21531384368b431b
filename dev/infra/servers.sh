# shellcheck shell=bash
# Prepares each server in its folder of $infra: data, settings, and `start`. What `start` runs is in server.sh.
# $infra and $pg_bin are set by with-infra.sh.
# shellcheck disable=SC2154

# Writes the script that starts a server, again after a kill too: the server's command line, how it is asked whether it
# answers, and how what one that was killed left behind is cleared away.
write_start() {
  local name=$1 run=$2 answers=$3 clear=${4:-:}
  cat >"$infra/$name/start" <<END
#!/usr/bin/env bash
# Starts $name on its port and data unless it runs, and returns when it answers.
set -euo pipefail
. '$HERE/infra/server.sh'
cd '$infra/$name'
run() { exec setsid $run; }
answers() { $answers; }
clear_remains() { $clear; }
start_server $name
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
    "end_orphans '$infra/postgres' && rm -f data/postmaster.pid"
}

prepare_redis() {
  local port=$1
  write_start redis \
    "redis-server --bind 127.0.0.1 --port $port --save '' --appendonly no --daemonize no" \
    "redis-cli -h 127.0.0.1 -p $port ping"
}

# PROXIED advertises another port than it listens on, where a test may put a proxy that it can cut.
prepare_kafka() {
  local port=$1 controller=$2 proxied_from=$3 proxied_to=$4 class_path java
  class_path="$(kafka_class_path)"
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
  write_start kafka "$java kafka.Kafka server.properties" "answers_kafka $port"
}

# A cluster's id: 16 random bytes, base64 without padding and safe in URLs.
random_uuid() { head -c 16 /dev/urandom | base64 | tr '+/' 'ab' | tr -d '='; }
