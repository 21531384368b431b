# shellcheck shell=bash
# What the servers need on this machine, and where it is.

readonly UNAVAILABLE=69
readonly KAFKA_POM="$HERE/kafka/pom.xml"
readonly BUILD_CLASSPATH=org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath

# The newest, from 15 on.
find_postgres_bin() {
  local dir version
  for dir in /usr/lib/postgresql/*/bin; do
    version="$(basename "$(dirname "$dir")")"
    [ ! -x "$dir/initdb" ] || [ "${version%%.*}" -lt 15 ] || echo "$dir"
  done | sort -V | tail -1
}

has_redis() {
  command -v redis-cli >/dev/null &&
    [ "$(major 's/.* v=([0-9]+).*/\1/p' redis-server --version)" -ge 7 ]
}

has_java() { [ "$(major 's/.* version "([0-9]+).*/\1/p' java -version)" -ge 17 ]; }

# major <sed script> <command…>: the version that the script finds in what the command says, or 0.
major() {
  local pattern=$1 version
  shift
  version="$("$@" 2>&1 | sed -nE "$pattern" | head -1)" || true
  echo "${version:-0}"
}

require_programs() {
  local missing=()
  pg_bin="$(find_postgres_bin)"
  [ -n "$pg_bin" ] || missing+=('PostgreSQL 15 (postgresql)')
  has_redis || missing+=('Redis 7 (redis-server)')
  has_java || missing+=('Java 17 (openjdk-17-jre-headless)')
  has_kafka || command -v mvn >/dev/null || missing+=('Maven (maven)')
  [ ${#missing[@]} -gt 0 ] || return 0
  local list
  list="$(printf ', %s' "${missing[@]}")"
  echo "dev/with-infra.sh: not on this machine: ${list#, }; apt-get install the packages in brackets" >&2
  exit "$UNAVAILABLE"
}

# Where Kafka's class path is kept: once for each version of the list of artifacts.
class_path_file() {
  local sum
  sum="$(sha256sum "$KAFKA_POM" | cut -c1-16)"
  echo "${XDG_CACHE_HOME:-$HOME/.cache}/tidemark/kafka-$sum.classpath"
}

# True when Maven has brought everything before.
has_kafka() {
  local file jars jar
  file="$(class_path_file)"
  [ -s "$file" ] || return 1
  IFS=: read -ra jars <"$file" || true
  for jar in "${jars[@]}"; do [ -s "$jar" ] || return 1; done
}

# Maven's folder is not made for two at a time.
kafka_class_path() {
  local file
  file="$(class_path_file)"
  mkdir -p "$(dirname "$file")"
  (
    flock 8
    has_kafka || fetch_kafka "$file"
  ) 8>"$file.lock"
  cat "$file"
}

fetch_kafka() {
  echo 'Fetching Kafka…' >&2
  mvn -q -B -f "$KAFKA_POM" "$BUILD_CLASSPATH" -Dmdep.outputFile="$1.new" >&2
  echo >>"$1.new"
  mv "$1.new" "$1"
}
