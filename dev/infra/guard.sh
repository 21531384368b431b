#!/usr/bin/env bash
# guard.sh <pid> <folder>: when the process has ended, ends the engines in the folder if that was not done.
set -euo pipefail

tail --pid="$1" -f /dev/null
[[ ! -d $2 ]] || exec "${BASH_SOURCE[0]%/*}/end.sh" "$2"
