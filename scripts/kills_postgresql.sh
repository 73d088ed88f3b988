#!/bin/sh
# Kill a process that adds documents to a record on PostgreSQL, again and again, and compare: scripts/kills_postgresql.sh
# BIN KILLS [URL]. Without a URL the server is one of its own (scripts/postgresql.sh) under /tmp, which is kept until the
# campaign has come to its end, so that a campaign that was broken off goes on where it was.
set -eu

bin=$1 kills=$2 url=${3:-} state=build/kills-postgresql folder=/tmp/peyman-kills-postgresql
mkdir -p "$state"
if [ -z "$url" ]; then
    if [ ! -d "$folder/data" ]; then
        rm -rf "$state" && mkdir -p "$state"
        bash scripts/postgresql.sh start "$folder" >"$state/url"
    fi
    url=$(cat "$state/url")
fi
status=0
"$bin/python" benchmarks/kills.py "$url" --kills "$kills" --state "$state" || status=$?
if [ -z "${3:-}" ]; then
    bash scripts/postgresql.sh stop "$folder"
    rm -rf "$folder"
fi
exit "$status"
