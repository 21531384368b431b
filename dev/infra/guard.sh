#!/usr/bin/env bash
# guard.sh <pid> <folder>: when that process has ended, ends the servers in the folder, if it could not do so itself.
set -euo pipefail

tail --pid="$1" -f /dev/null
[ ! -d "$2" ] || exec "${BASH_SOURCE[0]%/*}/end.sh" "$2"
