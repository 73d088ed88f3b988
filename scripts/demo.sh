#!/bin/sh
# The main job on the examples: sh scripts/demo.sh PEYMAN EXAMPLES RECORD
# Reads every report in EXAMPLES, adds them to a fresh RECORD, and shows what is in it.
set -eu
peyman=$1
examples=$2
record=$3

step() {
    printf '\n$ %s\n' "$1"
}

mkdir -p "$(dirname "$record")"
rm -f "$record" "$record-wal" "$record-shm"

step "peyman add --record $record $examples"
"$peyman" add --record "$record" "$examples"
step "peyman show --record $record"
"$peyman" show --record "$record"
