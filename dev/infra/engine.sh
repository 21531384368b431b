# shellcheck shell=bash
# What the engines have in common; redis.sh, postgres.sh and kafka.sh source it, and each defines `prepare`, `launch` and
# `answers`. An engine lives in a folder:
#   start   starts it, again too, on its port and data; returns when it answers
#   pid     of the running server
#   port    where it answers
#   log     its output
#   data/   its data, and its working directory

readonly ANSWERS_WITHIN_S=60
readonly LAUNCHES=15

# engine_main prepare <folder> <port> | engine_main start <folder>
engine_main() {
  folder=$2
  case $1 in
    prepare)
      port=$3
      mkdir -p "$folder/data"
      echo "$port" >"$folder/port"
      prepare
      write_start
      ;;
    start)
      port=$(<"$folder/port")
      start_once
      ;;
    *) return 64 ;;
  esac
}

write_start() {
  printf '#!/usr/bin/env bash\nexec %q start %q\n' "$(realpath "$0")" "$folder" >"$folder/start"
  chmod +x "$folder/start"
}

# Two starts at a time come one after the other, and the second has nothing to do.
start_once() {
  exec 9>"$folder/starting"
  flock 9
  is_running "$folder" || launch_until_it_stays
  await_answer
}

# After kill -9 the children of PostgreSQL live on for a moment, and it refuses to start beside them.
launch_until_it_stays() {
  local i
  for ((i = 0; i < LAUNCHES; i += 1)); do
    launch
    sleep 0.3
    ! is_running "$folder" || return 0
  done
  fail "ends as soon as it is started"
}

await_answer() {
  local limit=$((SECONDS + ANSWERS_WITHIN_S))
  until answers; do
    [[ ! -e $folder/../ending ]] || exit 1
    is_running "$folder" || fail 'ended before it answered'
    ((SECONDS < limit)) || fail "did not answer within $ANSWERS_WITHIN_S s"
    sleep 0.1
  done
}

# Runs the server away from the terminal and from whoever starts it, and keeps its pid.
run_detached() {
  cd "$folder/data"
  setsid "$@" </dev/null >>"$folder/log" 2>&1 9>&- &
  echo $! >"$folder/pid.new"
  mv "$folder/pid.new" "$folder/pid"
  cd "$OLDPWD"
}

# True while the process in `pid` is the one that was started here: a pid may have passed on to another.
is_running() {
  local pid cwd
  pid=$(cat "$1/pid" 2>/dev/null) && cwd=$(readlink "/proc/$pid/cwd" 2>/dev/null) &&
    [[ $cwd == "$1"/data ]]
}

fail() {
  echo "$(basename "$folder") at 127.0.0.1:$port $1. The end of its log:" >&2
  tail -n 30 "$folder/log" >&2 || true
  exit 1
}
