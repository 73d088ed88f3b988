"""Ctrl-C sent to the real commands while they work: they stop in order, and the next run goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.sources.server import Handler, misbehaving
from typer.testing import CliRunner

from peyman.cli import app
from peyman.record import Record
from peyman.record.shown.views import AddResult

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")

_MANY, _STOPPED = 5, 2
_MESSAGE = "peyman: interrupted; what was added is in the record, and the same command goes on from there\n"


def report(number: int) -> str:
    return (
        f"Envoys met for round {number}\n"
        f"The foreign ministers of Jordan and Egypt met in Amman on {1 + number % 28} March 2025 for round {number}.\n"
        f"Jordan will send {number} experts to the crossing by June 2025, the joint statement said.\n"
    )


def added(record: Path) -> int:
    if not record.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # the tables are being made


class Pipe:
    """A pipe that nobody writes into: whoever reads it waits."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self._path = path
        self._end: int | None = None

    def is_read(self) -> bool:
        """Whether a process has opened it; its other end stays open from then on, or the reader would find an end."""
        if self._end is None:
            with suppress(OSError):
                self._end = os.open(self._path, os.O_WRONLY | os.O_NONBLOCK)
        return self._end is not None

    def remove(self) -> None:
        """Let it go."""
        if self._end is not None:
            os.close(self._end)
        self._path.unlink()


def interrupted(command: Sequence[str], reached: Callable[[], bool]) -> tuple[int, str]:
    """Send Ctrl-C when the command has come so far; return the status and standard error."""
    with subprocess.Popen(
        [sys.executable, "-m", "peyman", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        # A shell lets what it runs in the background ignore Ctrl-C, the tests too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        try:
            while not reached() and process.poll() is None:
                time.sleep(0.02)
            # Python looks for signals between two steps of its own: one that comes after the last look and before the
            # process falls asleep in the kernel is seen when it wakes. A user then presses Ctrl-C again.
            for _ in range(6):
                process.send_signal(signal.SIGINT)
                with suppress(subprocess.TimeoutExpired):
                    _, errors = process.communicate(timeout=20)
                    return process.returncode, errors
            raise AssertionError("Ctrl-C does not stop it")
        finally:
            process.kill()


def test_an_interrupt_that_a_library_loses_stops_the_command_before_the_next_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for number, file in enumerate(files):
        file.write_text(report(number), encoding="utf-8")
    known = Record.known

    def lost(*given: Any) -> AddResult | None:
        result = known(*given)
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        return result

    monkeypatch.setattr(Record, "known", lost)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        result = CliRunner().invoke(app, ["add", "--record", str(tmp_path / "record.db"), *map(str, files)])
    finally:
        signal.signal(signal.SIGINT, before)
    assert (result.exit_code, result.stderr) == (130, _MESSAGE)
    assert whole(tmp_path / "record.db") == 1


def whole(record: Path) -> int:
    """The number of documents of a record whose log fits what is in it."""
    with Record.open(record, create=False) as opened:
        assert not opened.verify().faults
        return len(opened.documents())


def test_adding_stops_after_an_interrupt_and_goes_on_in_the_next_run(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    files = [tmp_path / f"{number}.txt" for number in range(_MANY)]
    for number, file in enumerate(files):
        file.write_text(report(number), encoding="utf-8")
    slow = files[_STOPPED]
    slow.unlink()
    pipe = Pipe(slow)  # the command waits there until it is stopped
    command = ["add", "--record", str(record), *map(str, files)]
    assert interrupted(command, pipe.is_read) == (130, _MESSAGE)
    assert whole(record) == _STOPPED
    pipe.remove()
    slow.write_text(report(_STOPPED), encoding="utf-8")
    again = subprocess.run([sys.executable, "-m", "peyman", *command], capture_output=True, text=True, check=True)
    assert f"{_MANY - _STOPPED} added, {_STOPPED} known already" in again.stdout
    assert whole(record) == _MANY


def test_watching_stops_after_an_interrupt_and_fetches_only_the_rest_in_the_next_run(tmp_path: Path) -> None:
    record, publishers = tmp_path / "record.db", tmp_path / "sources.toml"
    answering = threading.Event()
    with misbehaving() as server:
        links = "".join(f"<item><link>{server.base}/{n}</link></item>" for n in range(_MANY))
        feed = f"<rss version='2.0'><channel><title>News</title>{links}</channel></rss>"
        server.page("/feed", feed.encode(), "application/rss+xml")
        for number in range(_MANY):
            title, *paragraphs = report(number).splitlines()
            body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs * 2)
            page = f"<html><body><article><h1>{title}</h1>{body}</article></body></html>".encode()

            def answer(handler: Handler, number: int = number, page: bytes = page) -> None:
                if number == _STOPPED:
                    answering.wait(60)
                handler.send(page)

            server.routes[f"/{number}"] = answer
        publishers.write_text(f'[[publisher]]\nname = "News"\nfeeds = ["{server.base}/feed"]\n', encoding="utf-8")
        command = ["watch", "--record", str(record), "--allow-private", "--pause", "0", str(publishers)]
        assert interrupted(command, lambda: added(record) >= _STOPPED) == (130, _MESSAGE)
        assert whole(record) == _STOPPED
        answering.set()
        asked = len(server.paths())
        subprocess.run([sys.executable, "-m", "peyman", *command], capture_output=True, check=True)
        assert whole(record) == _MANY
        # The feed again, the page at which it was stopped and those after it; the one before may not be noted yet.
        assert len(server.paths()) - asked <= 1 + _MANY - _STOPPED + 1
