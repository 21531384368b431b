# shellcheck shell=bash
# Where Kafka's jars are. Maven brings them once; where they lie is kept until dev/kafka/pom.xml changes.

readonly POM="${BASH_SOURCE[0]%/*}/../kafka/pom.xml"
readonly BUILD_CLASSPATH=org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath

# Prints the class path.
kafka_classpath() {
  local kept
  kept=$(kept_classpath)
  mkdir -p "$(dirname "$kept")"
  (
    flock 8
    jars_are_there "$kept" || bring_jars "$kept"
  ) 8>"$kept.lock"
  cat "$kept"
}

# True when Maven is not needed.
has_kafka_jars() {
  jars_are_there "$(kept_classpath)"
}

kept_classpath() {
  local pom
  pom=$(sha256sum <"$POM")
  echo "${XDG_CACHE_HOME:-$HOME/.cache}/tidemark/kafka-${pom:0:12}.classpath"
}

jars_are_there() {
  [[ -s $1 ]] || return 1
  local jars jar
  IFS=: read -ra jars <"$1" || true
  for jar in "${jars[@]}"; do [[ -s $jar ]] || return 1; done
}

bring_jars() {
  echo 'Fetching Kafka with Maven, once…' >&2
  mvn -B -q -f "$POM" "$BUILD_CLASSPATH" "-Dmdep.outputFile=$1.new" >&2 && mv "$1.new" "$1"
}
