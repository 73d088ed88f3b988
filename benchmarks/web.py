"""How fast pages answer: 20 people at once, on a record of as many documents as asked for.

    .venv/bin/python benchmarks/web.py [--documents 2000] [--users 20] [--seconds 20] [--think 1.0] [--record LARGE.db]

The record is made of readings by hand, so that it grows quickly: each document tells one meeting of two parties, with a
place, two people and an undertaking; every fifth tells a meeting that another one told already. A user opens a page,
looks at it for a while (``--think`` seconds on average), and opens the next one. Times are taken over HTTP, from the
request to the last byte; server and users share the machine. What one user alone gets is measured in the same run, and
the load of the machine is printed. ``--record`` takes a record that is there (it is only read), such as one that
``benchmarks/multiplied_record.py`` made.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.record.readings import Draft

from peyman.record import Record

PARTIES = ("IRQ", "USA", "IRN", "OMN", "JOR", "EGY", "TUR", "QAT")
PAGES = (
    *("/", "/meetings", "/meetings?page=3", "/undertakings", "/documents", "/actors", "/timeline", "/network", "/map"),
    *("/undertakings?group=agreement", "/undertakings?status=overdue&page=2", "/places/P3", "/search?q=consultation"),
    *("/meetings/M{m}", "/documents/D{d}", "/undertakings/C{c}", "/actors/A3"),
)


def build(path: Path, documents: int) -> None:
    """Make a record of as many documents."""
    draw = random.Random(1)
    with Record.open(path) as record:
        for number in range(documents):
            day = number - number % 5 if draw.random() < 0.2 else number
            pair = (PARTIES[day % 8], PARTIES[(day // 8 + 1 + day) % 8])
            if pair[0] == pair[1]:
                pair = (pair[0], PARTIES[(PARTIES.index(pair[0]) + 1) % 8])
            date = f"{2010 + day // 360 % 15}-{day // 30 % 12 + 1:02}-{day % 28 + 1:02}"
            made = Draft(f"Report {number}", published=date)
            for party in pair:
                made.party(party)
            people = tuple(made.person(f"person:{day % 500}-{i}", f"Envoy {day % 500} {i}", pair[i]) for i in range(2))
            made.meeting(date=date, parties=pair, place=made.place(f"Q{day % 40}", f"Town {day % 40}"), people=people)
            made.commitment(f"send report {day} to the other side", by=pair, window=f"{date}/{int(date[:4]) + 1}")
            record.add(made.reading(), made.original())


def measure(port: int, most: dict[str, int], users: int, seconds: float, think: float) -> dict[str, list[float]]:
    """Let users look at pages for a while; return the seconds of each answer by page."""
    taken: dict[str, list[float]] = {page: [] for page in PAGES}
    end = time.monotonic() + seconds
    lock = threading.Lock()

    def visit(seed: int) -> None:
        draw = random.Random(seed)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while time.monotonic() < end:
            time.sleep(draw.expovariate(1 / think) if think else 0)
            page = draw.choice(PAGES)
            # Ids near the beginning are there however many were merged.
            some = {letter: draw.randint(1, max(1, number // 2)) for letter, number in most.items()}
            begin = time.perf_counter()
            try:
                connection.request("GET", page.format(**some))
                answer = connection.getresponse()
                answer.read()
            except http.client.RemoteDisconnected:  # the server closes what was idle for long
                connection.close()
                continue
            if answer.status not in (200, 303):
                raise SystemExit(f"{page}: {answer.status}")
            with lock:
                taken[page].append(time.perf_counter() - begin)

    threads = [threading.Thread(target=visit, args=(seed,)) for seed in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def main() -> None:
    """Build, serve, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--think", type=float, default=1.0, help="average seconds between two pages of one user")
    parser.add_argument("--record", type=Path, help="a record that is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.record or Path(folder) / "large.db"
        if options.record is None:
            begin = time.perf_counter()
            build(path, options.documents)
            print(f"{options.documents} documents added in {time.perf_counter() - begin:.0f} s")
        with Record.open(path, create=False) as record:
            counts = record.lists.counts()
        most = {"m": counts["meeting"], "d": counts["document"], "c": counts["commitment"]}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [sys.executable, "-m", "peyman", "serve", "--record", str(path), "--public", "--read-only"]
        with subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL) as server:
            try:
                _wait(port)
                for page in PAGES:  # what is computed once for a state of the record is not what a user waits for
                    measured = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
                    measured.request("GET", page.format(m=1, d=1, c=1))
                    measured.getresponse().read()
                alone = measure(port, most, 1, options.seconds, 0.2)
                taken = measure(port, most, options.users, options.seconds, options.think)
            finally:
                server.terminate()
    for page, values in taken.items():
        if len(values) > 1:
            print(f"{page:36} {len(values):5} times  median {statistics.median(values) * 1000:6.0f} ms")
    for users, found in ((1, alone), (options.users, taken)):
        every = sorted(value for values in found.values() for value in values)
        middle, at = statistics.median(every), every[int(len(every) * 0.95)]
        print(f"{len(every)} pages, {users} users: median {middle * 1000:.0f} ms, p95 {at * 1000:.0f} ms")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
