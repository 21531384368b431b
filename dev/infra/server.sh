# shellcheck shell=bash
# A server that lives in a folder: `pid` of the running process, `log`, `data`. Its `start` sources this and defines `run`
# (becomes the server), `answers`, and `clear_remains` (of a server that was killed).

readonly START_SECONDS=60
readonly LAUNCHES=10

# runs <folder>: true while the process in `pid` runs. It works in the folder, which tells it from another process that
# got its number; of one that has ended and was not waited for, /proc tells no folder.
runs() {
  local pid
  pid="$(cat "$1/pid" 2>/dev/null)" || return 1
  [[ "$(readlink "/proc/$pid/cwd" 2>/dev/null)/" == "$1"/* ]]
}

# start_server <name>: starts it in this folder unless it runs, and returns when it answers. Of two starts at a time the
# second waits for the first.
start_server() {
  local folder=$PWD launches=0 limit=$((SECONDS + START_SECONDS))
  exec 9>starting
  flock 9
  until runs "$folder" && answers >/dev/null 2>&1; do
    [ ! -e ../ending ] || exit 1
    ((SECONDS < limit)) || give_up "$1" "did not answer within $START_SECONDS s"
    if ! runs "$folder"; then
      ((launches < LAUNCHES)) || give_up "$1" 'ends as soon as it is started'
      launches=$((launches + 1))
      clear_remains
      launch
    fi
    sleep 0.1
  done
}

# Away from the terminal and from whoever starts it.
launch() {
  (run) >>log 2>&1 </dev/null 9>&- &
  echo $! >pid.new
  mv pid.new pid
}

give_up() {
  echo "$1 $2; the end of its log:" >&2
  tail -20 log >&2 || true
  exit 1
}

# end_orphans <folder>: ends what a killed PostgreSQL left at work. No new one starts beside it.
end_orphans() {
  local cwd
  while read -r cwd; do
    [ "$(cat "${cwd%cwd}comm" 2>/dev/null)" != postgres ] || kill -KILL "$(basename "${cwd%/cwd}")"
  done < <(find /proc -maxdepth 2 -name cwd -lname "$1/data" 2>/dev/null)
}

# answers_kafka <port>: asks for its API versions (key 18, version 0, correlation 1, no client); an answer repeats the 1.
answers_kafka() {
  # shellcheck disable=SC2016
  timeout 2 bash -c '
    exec 3<>"/dev/tcp/127.0.0.1/$0"
    printf "\0\0\0\012\0\022\0\0\0\0\0\001\377\377" >&3
    head -c 8 <&3 | tail -c 4 | od -An -tx1' "$1" | grep -q '00 00 00 01'
}
