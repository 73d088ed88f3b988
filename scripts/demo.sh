#!/bin/sh
# The main job on the examples: sh scripts/demo.sh BIN EXAMPLES RECORD
# Adds every report in EXAMPLES to a fresh RECORD, and shows what is in it. BIN is the folder of peyman and its python.
set -eu
bin=$1
examples=$2
record=$3

say() {
    printf '\n%s\n' "$1"
}

run() {
    printf '\n$ peyman'
    printf ' %s' "$@"
    printf '\n\n'
    "$bin/peyman" "$@"
}

mkdir -p "$(dirname "$record")"
rm -f "$record" "$record-wal" "$record-shm"

say "Five reports of one round of talks, in five languages. They are read, and added to one record:"
run add --record "$record" "$examples"

say "What is in it:"
run show --record "$record"

merged=$("$bin/peyman" show --record "$record" --json meetings | "$bin/python" -c '
import json, sys
print(max(map(json.loads, sys.stdin), key=lambda meeting: meeting["documents"])["id"])
')
say "The meeting that most of them tell. Each value stands with the documents that say it; ≠ marks where they differ:"
run show --record "$record" "$merged"

cat <<NEXT

What next:
  $bin/peyman show --record $record commitments    who undertook what, by when
  $bin/peyman read $examples/report-ckb.txt            one report by itself, with the words behind each entry
  $bin/peyman read --html --output build/page.html $examples/report-fa.txt
                                                   the same as a page to open in a browser
  $bin/peyman add YOUR-REPORT.txt                      a record of your own, in peyman.db
  docs/tutorial/first-record.md                    the tutorial
NEXT
