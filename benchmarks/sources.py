"""How fast documents are taken in, and in how much memory, beside trafilatura alone on the same pages in the same run.

``python benchmarks/sources.py pages [--number 1000]`` takes in local HTML pages, ``warc [--megabytes 1024]`` a web
archive that is made for it, and ``feed [--number 500]`` a feed whose entries a server on this machine answers. Each
runs the real ``peyman add`` in a process of its own and prints its rate and the most memory it held. ``pages`` then
takes the same pages apart step by step in this process, and prints how each step compares to trafilatura's extraction
of the text alone, without a title, a day or a publisher: the rest of the way in (telling the language, telling copies,
storing, indexing) has to cost less than that. What `peyman` reads out of a document and how that is merged with what
other documents tell is no part of it, and stands by itself.

The pages have the layouts of real outlets in five languages (``tests/sources/pages``) and tell what the reports of
``training/documents`` tell, each on its own day: what an intake of real pages is like, in which most tell of something
of their own and a few of the same meeting. There are about a thousand of them; where more pages are wanted they come
again, with their sentences in another order.
"""

from __future__ import annotations

import argparse
import html
import io
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from peyman.cli.batches import MOST_DOCUMENTS
from peyman.errors import LanguageError
from peyman.model import Reading
from peyman.reading.reader import read_document, this_reader
from peyman.record import Record
from peyman.record.adding.documents import Adder
from peyman.record.following import outlines
from peyman.record.merging import carriers
from peyman.record.search import index
from peyman.sources import SourceDocument, load
from peyman.text.identify import identify

_PROJECT = Path(__file__).parents[1]
PAGES, REPORTS = _PROJECT / "tests" / "sources" / "pages", _PROJECT / "training" / "documents"
_LONGEST_TITLE = 110
_SENTENCE = re.compile(r".+?(?:[.!?؟۔](?:\s+|$)|$)")
#: The day in the words of the layouts, in their five languages.
_WRITTEN_DAY = re.compile("۱۶ آبان ۱۴۰۴|7 تشرين الثاني 2025|7ی تشرینی دووەمی 2025|7ê Mijdara 2025an|7 November 2025")
#: Weight of a page's furniture. The article itself has four or so; pages of outlets have some 100 in all.
KILOBYTES = 100
#: The rest of the way in may take so much of the time of trafilatura alone.
MOST_OF_EXTRACTION = 1.0
#: Pages that are taken in before times are taken.
_WARM_UP = 10
#: Most memory, in MiB, that taking in an archive of any size may hold.
MOST_MEMORY = 600


def furniture(chance: random.Random, words: list[str], kilobytes: int) -> tuple[str, str]:
    """Return what stands before and after the article on a real page: scripts, styles, menus, other stories.

    Args:
        chance: Draws what it is made of.
        words: Of the page's language.
        kilobytes: How much of it, in all.
    """

    def some(number: int) -> str:
        return " ".join(chance.choice(words) for _ in range(number))

    script = "".join(f'"k{n}":{{"id":{chance.randrange(10**9)},"u":"/a/{n}"}},' for n in range(kilobytes * 9))
    style = "".join(f".c{n}{{margin:{n % 40}px;color:#{chance.randrange(16**6):06x}}}" for n in range(kilobytes * 6))
    menu = "".join(f'<li class="c{n}"><a href="/m/{n}">{some(2)}</a></li>' for n in range(kilobytes))
    cards = "".join(
        f'<div class="card c{n}"><a href="/s/{n}"><img src="/i/{n}.jpg" alt=""><h3>{some(8)}</h3></a></div>'
        for n in range(kilobytes // 2)
    )
    before = f"<script>window.state={{{script}}}</script><style>{style}</style><nav><ul>{menu}</ul></nav>"
    return before, f'<aside class="related">{cards}</aside><footer><ul>{menu}</ul></footer>'


@dataclass(frozen=True, slots=True)
class Report:
    """One of the written reports.

    Attributes:
        published: Day of publication, ISO 8601.
        title: Its first line.
        paragraphs: The rest.
    """

    published: str
    title: str
    paragraphs: tuple[str, ...]


def reports() -> dict[str, list[Report]]:
    """Return the written reports of each language."""
    found: dict[str, list[Report]] = defaultdict(list)
    for path in sorted(REPORTS.glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            told, _, text = part.partition("\n")
            title, *paragraphs = [line.strip() for line in text.split("\n--")[0].split("\n") if line.strip()]
            if len(title) > _LONGEST_TITLE:
                paragraphs = [title, *paragraphs]
                title = title[:_LONGEST_TITLE].rsplit(maxsplit=1)[0]
            found[path.name.split("-")[0]].append(Report(told.split(" | ")[0], title, tuple(paragraphs)))
    return found


def pages(number: int | None = None, seed: int = 5, kilobytes: int = KILOBYTES) -> Iterator[str]:
    """Yield pages with so much furniture, for ever without a number."""
    chance = random.Random(seed)
    expected = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
    layouts: dict[str, list[str]] = defaultdict(list)
    for name, told in expected.items():
        layouts[told["language"]].append(name)
    listed = [(code, report) for code, those in reports().items() for report in those]
    words = {code: " ".join(" ".join(each.paragraphs) for each in those).split() for code, those in reports().items()}
    made = 0
    while number is None or made < number:
        chance.shuffle(listed)
        for code, report in listed[: None if number is None else number - made]:
            name = chance.choice(layouts[code])
            page = _page(
                (PAGES / name).read_text(encoding="utf-8"), expected[name], report, chance, again=made >= len(listed)
            )
            if kilobytes:
                before, after = furniture(chance, words[code], kilobytes)
                opened = re.search(r"(?i)<body[^>]*>", page)
                closed = page.lower().rindex("</body>")
                start = opened.end() if opened else 0
                page = page[:start] + before + page[start:closed] + after + page[closed:]
            yield page
            made += 1


def _page(layout: str, told: dict[str, Any], report: Report, chance: random.Random, *, again: bool) -> str:
    """A report in a layout, in place of what that told."""
    sentences = [each for paragraph in report.paragraphs for each in _SENTENCE.findall(paragraph)]
    if again:
        chance.shuffle(sentences)
    page = _WRITTEN_DAY.sub(report.published, layout)
    for mark in "-/":
        page = page.replace(told["published"].replace("-", mark), report.published.replace("-", mark))
    page = page.replace(told["title"], html.escape(report.title))
    places = told["text"]
    for n, paragraph in enumerate(places):
        here = sentences[len(sentences) * n // len(places) : len(sentences) * (n + 1) // len(places)]
        page = page.replace(paragraph, html.escape("".join(here).strip()))
    return page


@contextmanager
def record_file() -> Iterator[Path]:
    """A place for a record, in a folder that goes away again."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "record.db"


def run(record: Path, *sources: str) -> tuple[float, float, int]:
    """Run `peyman add`; return seconds of the clock and of the processor, and the most memory it held, in MiB."""
    command = [sys.executable, "-m", "peyman", "add", "--record", str(record), *sources]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    _, errors = process.communicate()
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if errors:
        print(f"  {errors.count(chr(10))} lines on standard error, such as: {errors.splitlines()[0][:150]}")
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, worked, after.ru_maxrss // 1024


def told(what: str, record: Path, took: float, worked: float, memory: int) -> int:
    """Print rate and memory; return the number of documents."""
    with Record.open(record, create=False) as opened:
        number = opened.summary().documents
    rates = f"{number / took:.1f} a second by the clock and {number / worked:.1f} by the processor"
    print(f"{what}: {number} documents in {took:.0f} s, {rates}; {memory} MiB at most", flush=True)
    return number


class Steps:
    """Seconds of the processor that the steps of the way in take, summed over pages."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    @contextmanager
    def of(self, step: str) -> Iterator[None]:
        """Take the time of a step, without that of the steps inside it."""
        began = time.process_time()
        self._inside.append(0.0)
        try:
            yield
        finally:
            took = time.process_time() - began
            self.taken[step] += took - self._inside.pop()
            if self._inside:
                self._inside[-1] += took

    def watch(self, where: Any, name: str, step: str) -> Callable[[], None]:
        """Take the time of every call of a function or method as a step; return what ends that."""
        called = getattr(where, name)

        def timed(*given: Any, **named: Any) -> Any:
            with self.of(step):
                return called(*given, **named)

        setattr(where, name, timed)
        return lambda: setattr(where, name, called)


def local_pages(number: int) -> int:
    """Take in local pages; return 1 if the rest of the way in costs more than extraction."""
    with tempfile.TemporaryDirectory() as folder:
        for n, page in enumerate(pages(number)):
            (Path(folder) / f"{n:05}.html").write_text(page, encoding="utf-8")
        with record_file() as record:
            told("pages", record, *run(record, folder))
    rest = step_by_step(number, KILOBYTES)
    step_by_step(number // 4, 0)
    return 0 if rest < MOST_OF_EXTRACTION else 1


def step_by_step(number: int, kilobytes: int) -> float:
    """Take pages in, one step after the other; return what the rest of the way costs, of trafilatura alone."""
    from trafilatura import bare_extraction

    steps = Steps()
    watched = [
        steps.watch(where, name, step)
        for where, name, step in (
            (Adder, "join", "merging"),
            (outlines, "refresh", "merging"),
            (carriers, "place", "copies"),
            (carriers, "unchanged", "copies"),
            (index, "add_reading", "indexing"),
        )
    ]
    waiting: list[tuple[Reading, bytes]] = []
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "record.db") as record:
        path = Path(folder) / "page.html"
        for n, page in enumerate(pages(number + _WARM_UP, kilobytes=kilobytes)):
            if n == _WARM_UP:
                steps.taken.clear()  # what is loaded once is loaded by now
            path.write_text(page, encoding="utf-8")
            with steps.of("text"):
                bare_extraction(path.read_text(encoding="utf-8"), include_comments=False)
            with steps.of("metadata"):
                bare_extraction(path.read_text(encoding="utf-8"), with_metadata=True, include_comments=False)
            with steps.of("extraction"):
                (source,) = load(str(path))
            if not isinstance(source, SourceDocument):
                continue
            with steps.of("language"):
                identify(source.text)
            try:
                with steps.of("reading"):
                    reading = read_document(source)
            except LanguageError:
                continue
            waiting.append((reading, source.original))
            with steps.of("storing"):
                record.known(source.id, this_reader())
                if len(waiting) == MOST_DOCUMENTS or n + 1 in (_WARM_UP, number + _WARM_UP):
                    record.add_many(waiting)  # as many at once as the command adds
                    waiting.clear()
    for end in watched:
        end()
    base = steps.taken["text"]
    names = {
        "text": "trafilatura alone, the text",
        "metadata": "trafilatura alone, with metadata",
        "extraction": "our extraction and metadata (trafilatura inside)",
        "language": "telling the language",
        "copies": "telling copies and versions",
        "storing": "storing",
        "indexing": "words for the index",
        "reading": "reading (apart)",
        "merging": "merging with what others tell (apart)",
    }
    print(f"{number} pages with {kilobytes} kB of furniture, processor time:")
    for step, name in names.items():
        each = steps.taken[step]
        print(f"  {name:50} {1000 * each / number:7.1f} ms a page, {each / base:5.2f}")
    rest = sum(steps.taken[step] for step in ("language", "copies", "storing", "indexing")) / base
    merged = rest + steps.taken["merging"] / base
    print(f"  the rest of the way in: {rest:.2f} of trafilatura alone, the text; {merged:.2f} with merging", flush=True)
    return rest


def archive(megabytes: int) -> int:
    """Take in an archive of so many MiB; return 1 if memory grows beyond its bound."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc"
        with path.open("wb") as stream:
            writer = WARCWriter(stream, gzip=False)  # type: ignore[no-untyped-call]
            number = 0
            # Most of what an archive holds are pictures, scripts and films: two and a half megabytes a page.
            weight = random.Random(1).randbytes(2_500_000)
            for page in pages():
                for kind, content in (("text/html; charset=utf-8", page.encode()), ("image/jpeg", weight)):
                    headers = StatusAndHeaders(  # type: ignore[no-untyped-call]
                        "200 OK", [("Content-Type", kind)], protocol="HTTP/1.1"
                    )
                    address = f"https://news.example/{number}.{'html' if kind[0] == 't' else 'jpg'}"
                    writer.write_record(  # type: ignore[no-untyped-call]
                        writer.create_warc_record(  # type: ignore[no-untyped-call]
                            address, "response", payload=io.BytesIO(content), http_headers=headers
                        )
                    )
                number += 1
                if stream.tell() > megabytes << 20:
                    break
        print(f"an archive of {path.stat().st_size >> 20} MiB with {number} pages", flush=True)
        with record_file() as record:
            took, worked, memory = run(record, str(path))
            told("archive", record, took, worked, memory)
    return 0 if memory <= MOST_MEMORY else 1


def feed(number: int) -> int:
    """Take in a feed that is served here."""
    answers = {f"/{n}": page.encode() for n, page in enumerate(pages(number))}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            content = answers.get(self.path)
            self.send_response(200 if content else 404)
            self.send_header("Content-Type", "application/rss+xml" if self.path == "/feed" else "text/html")
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    address = f"http://127.0.0.1:{server.server_address[1]}"
    items = "".join(f"<item><title>{n}</title><link>{address}/{n}</link></item>" for n in range(number))
    answers["/feed"] = f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>".encode()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with record_file() as record:
        took, worked, memory = run(record, "--allow-private", "--pause", "0", f"{address}/feed")
        taken = told("feed", record, took, worked, memory)
    server.shutdown()
    return 0 if taken == number and memory <= MOST_MEMORY else 1


def main() -> int:
    """Run one of the three."""
    parser = argparse.ArgumentParser(description=re.split(r"\n\n", __doc__ or "")[0])
    parser.add_argument("what", choices=("pages", "warc", "feed"))
    parser.add_argument("--number", type=int, help="Pages, or entries of the feed")
    parser.add_argument("--megabytes", type=int, default=1024, help="Size of the archive")
    given = parser.parse_args()
    if given.what == "pages":
        return local_pages(given.number or 1000)
    return archive(given.megabytes) if given.what == "warc" else feed(given.number or 500)


if __name__ == "__main__":
    sys.exit(main())
