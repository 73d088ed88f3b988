"""Kill a process that adds documents, again and again: ``benchmarks/kills.py RECORD [--kills N] [--documents N]``.

RECORD is a file or the address of an empty PostgreSQL database, which is filled. A process adds generated documents
one by one; it is killed with SIGKILL at a random moment and started anew, until it has been killed as often as asked
for; then it runs to its end. Its record has to equal one that was never killed, and to fit its log.
"""

from __future__ import annotations

import argparse
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from generated_readings import generate

from peyman.exchange.record_json import view_json
from peyman.record import Record
from peyman.record.schema import HEAD

_KINDS = ("documents", "actors", "places", "agreements", "statements", "meetings", "commitments")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:+]+")


def contents(place: str) -> list[str]:
    """Every document and entry under its public id, with every claim; the times of adding are left out.

    Numbers inside the database are no part of it: PostgreSQL passes over those that a killed process had drawn.
    """
    with Record.open(place, create=False) as record:
        ids = [each.id for kind in _KINDS for each in getattr(record, kind)()]
        return [_TIME.sub("", view_json(record.get(public_id))) for public_id in ids]


def add_all(place: str, number: int, seed: int) -> None:
    """Add every document that is not there yet, and say so on standard output."""
    with Record.open(place, busy_seconds=60) as record:
        print("open", flush=True)
        for reading, original in generate(number, seed):
            record.add(reading, original)
            print("added", flush=True)


def main() -> int:
    """Kill, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--add", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.add:
        add_all(arguments.record, arguments.documents, arguments.seed)
        return 0
    command = [sys.executable, __file__, arguments.record, "--add", "--documents", str(arguments.documents)]
    command += ["--seed", str(arguments.seed)]
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        whole = str(Path(folder) / "whole.db")
        began = time.monotonic()
        add_all_quietly(whole, arguments)
        each = (time.monotonic() - began) / arguments.documents
        killed = 0
        while killed < arguments.kills:
            # Spread over the whole addition: each life may be as long as its share of the documents, twice.
            life = chance.uniform(0, 2 * each * arguments.documents / arguments.kills)
            process = subprocess.Popen(command, stdout=subprocess.PIPE)
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(life)
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            process.stdout.close()
        with Record.open(arguments.record, create=False) as record:
            left = arguments.documents - record.summary().documents
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with Record.open(arguments.record, create=False) as record:
            faults = record.verify().faults
        same = contents(arguments.record) == contents(whole)
    print(f"{killed} kills, {left} of {arguments.documents} documents left for the last run; revision {HEAD}")
    print(f"equal to a record that was never killed: {same}; faults of the log: {len(faults)}")
    return 0 if same and not faults else 1


def add_all_quietly(place: str, arguments: Any) -> None:
    """Make the record that is never killed."""
    with Record.open(place) as record:
        for reading, original in generate(arguments.documents, arguments.seed):
            record.add(reading, original)


if __name__ == "__main__":
    sys.exit(main())
