#!/usr/bin/env bash
# Kafka, broker and controller in one: `kafka.sh prepare <folder> <port>` once, then `kafka.sh start <folder>`.
# It takes four ports from <port> on: clients, controller, and a second listener for clients that tells them to connect at
# the fourth port, where nothing listens until a test puts a proxy there.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=engine.sh
. "${BASH_SOURCE[0]%/*}/engine.sh"
# shellcheck source-path=SCRIPTDIR source=kafka-classpath.sh
. "${BASH_SOURCE[0]%/*}/kafka-classpath.sh"

# Sixteen bytes in base64, the same for every broker: nothing but its own data is ever beside it.
readonly CLUSTER_ID=AAAAAAAAAAAAAAAAAAAAAQ
readonly LOGGING=(-Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.showDateTime=true)

prepare() {
  kafka_classpath >"$folder/classpath"
  settings >"$folder/server.properties"
  java_with -XX:TieredStopAtLevel=1
  "${java[@]}" kafka.tools.StorageTool format -t "$CLUSTER_ID" -c "$folder/server.properties" \
    >"$folder/log" 2>&1 || fail 'could not be set up'
}

launch() {
  java_with -Xms256m -Xmx512m
  run_detached "${java[@]}" kafka.Kafka "$folder/server.properties"
}

# Sets java to the command without its main class.
java_with() {
  java=(java "$@" -XX:+UseSerialGC "${LOGGING[@]}" -cp "$(<"$folder/classpath")")
}

settings() {
  cat <<CONF
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$((port + 1))
controller.listener.names=CONTROLLER
inter.broker.listener.name=CLIENT
listeners=CLIENT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$((port + 1)),PROXIED://127.0.0.1:$((port + 2))
advertised.listeners=CLIENT://127.0.0.1:$port,PROXIED://127.0.0.1:$((port + 3))
listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT
log.dirs=$folder/data
auto.create.topics.enable=false
group.initial.rebalance.delay.ms=0
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
num.network.threads=2
num.io.threads=4
log.cleaner.dedupe.buffer.size=8388608
CONF
}

# An ApiVersions request (key 18, version 0, correlation 1, no client id); its answer carries the correlation back.
answers() {
  timeout 2 bash -c '
    exec 3<>"/dev/tcp/127.0.0.1/$0"
    printf "\0\0\0\012\0\022\0\0\0\0\0\001\377\377" >&3
    head -c 8 <&3 | tail -c 4 | od -An -tx1' "$port" 2>/dev/null | grep -q '00 00 00 01'
}

engine_main "$@"
