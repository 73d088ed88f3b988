"""Kill a process that adds documents, again and again: ``benchmarks/kills.py RECORD [DOCUMENTS…] [--kills N]``.

RECORD is a file or the address of a PostgreSQL database, neither made nor filled yet. A process adds documents to it,
one by one or many at a time; it is killed with SIGKILL and another one begins where the record stands, until so many
kills struck while a transaction was writing; then one runs to its end. The record has to equal one that was never
killed, row by row but for the times of adding, and to fit its log.

Added are made-up readings (`generated_readings.py`) or, where files or folders are named, what is read out of those,
once. A process is forked from this one, which has read everything and opened nothing: it begins to write at once,
however busy the machine is. When to kill is drawn from the time that a transaction has taken so far. A campaign that
is broken off goes on where it was when it is called again with the same arguments: it keeps itself in ``--state``.
"""

from __future__ import annotations

import argparse
import base64
import dataclasses
import json
import mmap
import os
import random
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generated_readings import generate
from sqlalchemy import Engine, event, select

from peyman.exchange.record_json import view_json
from peyman.model import Reading
from peyman.reading.reader import read_document
from peyman.record import Record
from peyman.record.keeping.copying import tables
from peyman.record.rows.schema import HEAD, claims
from peyman.sources import SourceFailure, load

Given = tuple[Reading, bytes]
_COUNTED = frozenset({"id"})
"""The number of a claim, which nothing points to: PostgreSQL passes over those that a killed process had drawn, so that
the order is compared and not the number."""
_KINDS = ("documents", "actors", "places", "agreements", "statements", "meetings", "commitments")
_TIMES = frozenset({"added", "at", "hash", "previous"})
"""What is another in every record: when a row was written, and in the log the hashes over that."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:+]+")
_OPENING, _BETWEEN, _BEGUN, _WRITTEN, _ENDING = range(5)
_PHASES = ("opening the record", "between two transactions", "begun", "written", "committing")
_STRUCK = _PHASES[_BEGUN:]
_BATCHES = (1, 1, 1, 2, 4, 8, 32)
"""Documents in a transaction: `Record.add` takes one, ``peyman add`` as many as 32."""
_BUSY_SECONDS = 120.0
_SHARE_OPENING = 0.04
"""Lives that are ended before the record is open, on top of those asked for."""
_FEW = 0.3
"""Documents left for each kill, below which a transaction is seldom let come to its end."""
_MORE = 10
"""Made-up documents that are added to a campaign that has run out of them."""
_WRITES = ("INSERT", "UPDATE", "DELETE", "COPY")


@dataclasses.dataclass
class Campaign:
    """What has been done, kept between calls."""

    seed: int
    documents: int
    lives: int = 0
    kills: dict[str, int] = dataclasses.field(default_factory=lambda: dict.fromkeys(_PHASES, 0))
    seconds: float = 0.05

    @property
    def struck(self) -> int:
        """How many kills struck while a transaction was writing."""
        return sum(self.kills[phase] for phase in _STRUCK)

    def keep(self, path: Path) -> None:
        """Write it to a file, whole or not at all."""
        new = path.with_suffix(".new")
        new.write_text(json.dumps(dataclasses.asdict(self), indent=1), encoding="utf-8")
        new.replace(path)


def rows(place: str) -> list[str]:
    """Every row that a backup has, without times, and every entry as it is shown.

    What follows from those rows (the outlines that lists are made of, the index of search) is left out.
    """
    with Record.open(place, create=False) as record:
        found = []
        with record.connection() as connection:
            for table in tables():
                counted = table is claims
                told = []
                for row in connection.execute(select(table).order_by(*table.primary_key if counted else ())).mappings():
                    kept = {name: value for name, value in row.items() if name not in (_COUNTED if counted else _TIMES)}
                    told.append(f"{table.name} {json.dumps(kept, default=bytes.hex, sort_keys=True)}")
                found += told if counted else sorted(told)
        ids = [each.id for kind in _KINDS for each in getattr(record, kind)()]
        return found + [_TIME.sub("", view_json(record.get(public_id))) for public_id in ids]


class Life:
    """One process that adds documents, until it is killed or nothing is left."""

    def __init__(self, place: str, given: Sequence[Given], seed: int) -> None:
        self._phase = mmap.mmap(-1, 1)
        self._phase[0] = _OPENING
        reading, writing = os.pipe()
        self.began = time.monotonic()
        self.process = os.fork()
        if not self.process:
            os.close(reading)
            status = 1
            try:
                self._live(place, given, random.Random(seed), lambda line: os.write(writing, f"{line}\n".encode()))
                status = 0
            finally:
                os._exit(status)
        os.close(writing)
        self._told = os.fdopen(reading, encoding="ascii")

    def told(self) -> Iterator[tuple[str, int]]:
        """Yield what the process says it does: ``opened`` and ``writing``, ``written`` so many documents."""
        for line in self._told:
            if not line.endswith("\n"):
                return
            what, number = line.split()
            yield what, int(number)

    def kill(self) -> str | None:
        """Kill it; return what it was doing, or None where it had come to its end."""
        os.kill(self.process, signal.SIGKILL)
        _, status = os.waitpid(self.process, 0)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
            return _PHASES[self._phase[0]]
        self._fail_unless_well(status)
        return None

    def end(self) -> None:
        """Wait for its end."""
        self._fail_unless_well(os.waitpid(self.process, 0)[1])

    @staticmethod
    def _fail_unless_well(status: int) -> None:
        if status:
            raise SystemExit(f"A process that added documents failed: status {os.waitstatus_to_exitcode(status)}.")

    def _live(self, place: str, given: Sequence[Given], chance: random.Random, say: Callable[[str], Any]) -> None:
        parent = os.getppid()
        adding = False

        def note(phase: int) -> None:
            if adding:
                self._phase[0] = phase

        def executed(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            note(max(self._phase[0], _WRITTEN if statement.lstrip().upper().startswith(_WRITES) else _BEGUN))

        event.listen(Engine, "begin", lambda *_: note(_BEGUN))
        event.listen(Engine, "before_cursor_execute", executed)
        event.listen(Engine, "commit", lambda *_: note(_ENDING))
        with Record.open(place, busy_seconds=_BUSY_SECONDS) as record:
            self._phase[0] = _BETWEEN
            known = {each.source for each in record.documents()}
            say(f"opened {len(known)}")
            left = [each for each in given if each[0].document.source not in known]
            while left:
                if os.getppid() != parent:
                    return  # whoever counts the kills was ended itself
                # Never all at once of what is left: there has to be something for those who come after.
                size = min(chance.choice(_BATCHES), 1 + len(left) // 8)
                batch, left = left[:size], left[size:]
                say(f"writing {len(batch)}")
                adding = True
                record.add_many(batch)
                adding = False
                self._phase[0] = _BETWEEN
                say(f"written {len(batch)}")


def live_and_be_killed(place: str, given: Sequence[Given], campaign: Campaign, kills_left: int) -> bool:
    """Let a process add some of the documents and kill it; return whether any were left for it."""
    chance = random.Random(f"{campaign.seed} {campaign.lives}")
    campaign.lives += 1
    life = Life(place, given, chance.randrange(1 << 30))
    if chance.random() < _SHARE_OPENING:
        time.sleep(chance.uniform(0, campaign.seconds))
        phase = life.kill()
        campaign.kills[phase or _PHASES[_BETWEEN]] += phase is not None
        return True
    passed, allowed, latest, since = 0, 0.0, 0.0, 0.0
    for what, number in life.told():
        now = time.monotonic()
        if what == "opened":
            # So many may pass that the documents last as long as the kills.
            each = (len(given) - number) / (kills_left + 1)
            allowed, latest = chance.uniform(0, 2 * each) - 1, 1.2 if each > _FEW else 0.8
        elif what == "written":
            passed += number
            campaign.seconds += 0.1 * ((now - since) / number - campaign.seconds)
        elif what == "writing":
            since = now
            if passed >= allowed:
                time.sleep(chance.uniform(0, latest * campaign.seconds * number))
                phase = life.kill()
                if phase is None:
                    return False
                campaign.kills[phase] += 1
                return True
    life.end()
    return False


def saved(folder: Path, sources: Sequence[str], documents: int, seed: int) -> list[Given]:
    """What is added: read or made up at the first call, and kept."""
    if not sources:
        return list(generate(documents, seed))
    file = folder / "readings.jsonl"
    if not file.exists():
        lines = []
        paths = [path for source in sources for path in sorted(Path(source).rglob("*.*")) or [Path(source)]]
        for document in (each for path in paths if path.is_file() for each in load(str(path))):
            if not isinstance(document, SourceFailure):
                original = base64.b64encode(document.original).decode()
                lines.append(json.dumps({"original": original, "reading": read_document(document).to_json()}))
        file.write_text("\n".join(lines[:documents]), encoding="utf-8")
    parsed = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return [(Reading.model_validate_json(each["reading"]), base64.b64decode(each["original"])) for each in parsed]


def main() -> int:
    """Kill, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("sources", nargs="*", metavar="DOCUMENTS", help="files or folders in the place of made-up ones")
    parser.add_argument("--kills", type=int, default=200, help="that strike while a transaction is writing")
    parser.add_argument("--documents", type=int, default=300, help="at most so many")
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--state", type=Path, default=Path("build/kills"), help="folder that keeps the campaign")
    arguments = parser.parse_args()
    arguments.state.mkdir(parents=True, exist_ok=True)
    kept = arguments.state / "campaign.json"
    campaign = Campaign(arguments.seed, arguments.documents)
    if kept.exists():
        campaign = Campaign(**json.loads(kept.read_text(encoding="utf-8")))
        print(f"going on after {campaign.struck} kills", flush=True)
    given = saved(arguments.state, arguments.sources, campaign.documents, campaign.seed)
    campaign.documents = len(given)
    while campaign.struck < arguments.kills:
        if not live_and_be_killed(arguments.record, given, campaign, arguments.kills - campaign.struck):
            if arguments.sources:
                break
            # All are in before they were to be: there are always more made-up ones.
            campaign.documents += _MORE
            given = list(generate(campaign.documents, arguments.seed))
        campaign.keep(kept)
        if sys.stderr.isatty():
            print(f"\r{campaign.struck} of {arguments.kills}", end="", file=sys.stderr)
    with Record.open(arguments.record) as record:
        left = campaign.documents - record.summary().documents
    Life(arguments.record, given, 0).end()
    whole = str(arguments.state / "whole.db")
    Life(whole, given, 1).end()
    with Record.open(arguments.record, create=False) as record:
        faults = record.verify().faults
    same = rows(arguments.record) == rows(whole)
    struck = ", ".join(f"{campaign.kills[phase]} {phase}" for phase in _STRUCK)
    missed = ", ".join(f"{campaign.kills[phase]} {phase}" for phase in _PHASES[:_BEGUN])
    print(f"{campaign.struck} kills struck a transaction that adds ({struck}); others: {missed}")
    print(f"{left} of {campaign.documents} documents left for the last run; revision {HEAD} of the tables")
    print(f"equal to a record that was never killed: {same}; faults of the log: {len(faults)}")
    # The next call begins anew, with a record that is yet to be made.
    kept.unlink(missing_ok=True)
    for file in arguments.state.glob("whole.db*"):
        file.unlink()
    return 0 if same and not faults and campaign.struck >= arguments.kills else 1


if __name__ == "__main__":
    sys.exit(main())
