"""Publishers that are watched: what is new comes in once, what fails costs only itself, a pass can be broken off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.sources import made
from tests.sources import server as misbehaviour
from tests.sources.server import Misbehaving, misbehaving

from peyman.errors import MalformedDocument, MalformedSource, PeymanError, UnreadableSource
from peyman.sources import SourceDocument, SourceFailure, load
from peyman.sources.fetch import Fetcher, Limits
from peyman.sources.model import Visit
from peyman.sources.publishers import Publisher, read_publishers
from peyman.sources.web import Step, watch

SENTENCE = "The delegations of both countries met in Baghdad on Friday and agreed to convene the joint committee again."


def page(title: str, words: str = SENTENCE) -> bytes:
    article = f"<article><h1>{title}</h1><p>{words}</p></article>"
    return f"<html><head><title>{title}</title></head><body>{article}</body></html>".encode()


class Memory:
    """Remembers visits for the time of a test."""

    def __init__(self) -> None:
        self.visits: dict[str, Visit] = {}

    def visit(self, url: str) -> Visit | None:
        return self.visits.get(url)

    def remember(self, visit: Visit) -> None:
        self.visits[visit.url] = visit


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with misbehaving() as running:
        for number in (1, 2, 3):
            running.page(f"/{number}", page(f"Report {number}"), ETag=f'"{number}"')
        entries = [(f"Report {n}", f"{running.base}/{n}", "Fri, 07 Nov 2025 09:30:00 +0300") for n in (1, 2, 3)]
        running.page("/feed", made.feed(entries), "application/rss+xml")
        yield running


LIMITS = Limits(allow_private=True, pause=0.0, wait=0.5, whole=1.0, tries=1, max_bytes=1_000_000)


def passed(server: Misbehaving, memory: Memory, *publishers: Publisher, recheck_hours: float = 24.0) -> list[Step]:
    watched = publishers or (Publisher("The Agency", "en", "IRQ", feeds=(f"{server.base}/feed",)),)
    with Fetcher(LIMITS, sleep=lambda _: None) as fetcher:
        return list(watch(watched, fetcher, memory, recheck_hours=recheck_hours))


def documents(steps: list[Step]) -> list[SourceDocument]:
    return [item for step in steps for item in step.items if isinstance(item, SourceDocument)]


def failures(steps: list[Step]) -> list[SourceFailure]:
    return [item for step in steps for item in step.items if isinstance(item, SourceFailure)]


def test_the_pages_of_a_feed_come_in_with_what_is_known_of_their_publisher(server: Misbehaving) -> None:
    first, *others = documents(passed(server, Memory()))
    assert len(others) == 2
    assert (first.publisher, first.language, first.party, first.url) == ("The Agency", "en", "IRQ", f"{server.base}/1")
    assert (first.published, first.published_from) == ("2025-11-07", "metadata")


def test_a_second_pass_fetches_nothing_but_the_feed(server: Misbehaving) -> None:
    memory = Memory()
    passed(server, memory)
    server.asked.clear()
    assert documents(passed(server, memory)) == []
    assert server.paths() == ["/feed"]


def test_a_page_is_looked_at_again_for_a_correction_and_only_then_sent(server: Misbehaving) -> None:
    memory = Memory()
    passed(server, memory)
    unchanged = server.routes["/1"]

    def respond(handler: misbehaviour.Handler) -> None:
        if handler.headers.get("If-None-Match") == '"1"':
            handler.send(b"", status=304)
        else:
            unchanged(handler)

    server.routes["/1"] = respond
    server.page("/2", page("Report 2", SENTENCE + " It was on Saturday."), ETag='"2b"')
    (corrected, same) = documents(passed(server, memory, recheck_hours=0.0))
    assert "Saturday" in corrected.text and corrected.url == f"{server.base}/2"
    # Where a server knows no conditional requests the page comes again, and the record tells that it is known.
    assert same.url == f"{server.base}/3"


def test_a_pass_that_is_broken_off_goes_on_where_it_was(server: Misbehaving) -> None:
    memory = Memory()
    publisher = Publisher("The Agency", feeds=(f"{server.base}/feed",))
    with Fetcher(LIMITS) as fetcher:
        steps = watch([publisher], fetcher, memory)
        next(steps)
        assert documents([next(steps)])[0].url == f"{server.base}/1"
        next(steps)
        steps.close()  # type: ignore[attr-defined]  # what was being looked at when it was broken off is not noted
    assert documents(passed(server, memory))[0].url == f"{server.base}/2"


def test_what_fails_for_now_is_tried_again_in_the_next_pass(server: Misbehaving) -> None:
    memory = Memory()
    server.routes["/2"] = misbehaviour.failing(1, page("Report 2"))
    first = passed(server, memory)
    assert [failure.source for failure in failures(first)] == [f"{server.base}/2"]
    assert len(documents(first)) == 2
    assert [each.url for each in documents(passed(server, memory))] == [f"{server.base}/2"]


def test_what_fails_for_good_is_not_asked_for_in_each_pass(server: Misbehaving) -> None:
    memory = Memory()
    del server.routes["/2"]
    assert len(failures(passed(server, memory))) == 1
    server.asked.clear()
    assert failures(passed(server, memory)) == []
    assert "/2" not in server.paths()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"this is no XML", "application/rss+xml"),
        (b"<rss><channel><item>", "text/html"),
        (b'<!DOCTYPE x [<!ENTITY a "a">]><rss version="2.0"><channel/></rss>', "application/rss+xml"),
        (page("A page"), "application/rss+xml"),
        (b"", "application/rss+xml"),
    ],
)
def test_a_feed_that_is_none_costs_only_itself(server: Misbehaving, body: bytes, kind: str) -> None:
    server.page("/bad", body, kind)
    bad = Publisher("Bad", feeds=(f"{server.base}/bad",))
    good = Publisher("Good", feeds=(f"{server.base}/feed",))
    steps = passed(server, Memory(), bad, good)
    assert len(documents(steps)) == 3
    assert len(failures(steps)) <= 1
    assert all(isinstance(failure.error, MalformedSource) for failure in failures(steps))


@pytest.mark.parametrize(
    "respond",
    [
        misbehaviour.endless, misbehaviour.dripping, misbehaviour.silent, misbehaviour.cut_short, misbehaviour.bomb,
        misbehaviour.redirect("file:///etc/passwd"), misbehaviour.redirect("/2"),
    ],
)  # fmt: skip
def test_a_server_that_misbehaves_costs_only_itself(server: Misbehaving, respond: misbehaviour.Respond) -> None:
    server.routes["/2"] = respond
    steps = passed(server, Memory())
    assert [each.url for each in documents(steps)] == [f"{server.base}/1", f"{server.base}/3"]
    (failure,) = failures(steps)
    assert "\n" not in str(failure.error) and failure.error.advice


def test_a_content_type_that_lies_is_found_out(server: Misbehaving) -> None:
    server.page("/1", made.pdf([[SENTENCE]]), "text/html; charset=utf-8")
    server.page(
        "/2",
        page(
            "نشست بغداد",
            "نمایندگان دو کشور روز جمعه در بغداد دیدار کردند و درباره کمیته مشترک سخن گفتند و توافق کردند.",
        ),
        "text/html; charset=iso-8859-1",
    )
    server.page("/3", b"\x89PNG\r\n\x1a\n" + bytes(100), "text/html")
    steps = passed(server, Memory())
    texts = [each.text for each in documents(steps)]
    assert SENTENCE in texts[0] and "نمایندگان" in texts[1]
    assert len(failures(steps)) == 1


def test_the_text_in_the_feed_stands_in_for_a_page_that_cannot_be_had(server: Misbehaving) -> None:
    del server.routes["/1"]
    entries = [("Report 1", f"{server.base}/1", "Fri, 07 Nov 2025 09:30:00 +0300")]
    server.page("/feed", made.feed(entries, [f"<p>{SENTENCE}</p><p>{SENTENCE}</p>"]), "application/rss+xml")
    (document,) = documents(passed(server, Memory()))
    assert SENTENCE in document.text and document.published == "2025-11-07"


def test_single_pages_are_watched_too(server: Misbehaving) -> None:
    publisher = Publisher("The Ministry", pages=(f"{server.base}/1", f"{server.base}/nothing"))
    steps = passed(server, Memory(), publisher)
    assert len(documents(steps)) == 1 and len(failures(steps)) == 1


def test_addresses_are_taken_like_files(server: Misbehaving, tmp_path: Path) -> None:
    with Fetcher(LIMITS) as fetcher:
        (document,) = load(f"{server.base}/1", fetcher=fetcher)
        assert isinstance(document, SourceDocument) and SENTENCE in document.text
        assert len(list(load(f"{server.base}/feed", fetcher=fetcher))) == 3
        (failure,) = load(f"{server.base}/nothing", fetcher=fetcher)
        assert isinstance(failure, SourceFailure)
    (offline,) = load(f"{server.base}/1")
    assert isinstance(offline, SourceFailure)


def test_a_file_of_publishers_is_taken_like_an_address(server: Misbehaving, tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(
        f'[[publisher]]\nname = "The Ministry"\nparty = "IRQ"\nlanguage = "en"\nfeeds = ["{server.base}/feed"]\n'
        f'pages = ["{server.base}/nothing"]\n',
        encoding="utf-8",
    )
    with Fetcher(LIMITS) as fetcher:
        failure, *taken = load(str(path), fetcher=fetcher)
    assert isinstance(failure, SourceFailure)
    assert len(taken) == 3
    for document in taken:
        assert isinstance(document, SourceDocument)
        assert (document.publisher, document.party, document.language) == ("The Ministry", "IRQ", "en")
    (offline,) = load(str(path))
    assert isinstance(offline, SourceFailure) and "peyman watch" in str(offline.error)
    path.write_text("[tool]\n", encoding="utf-8")
    (wrong,) = load(str(path))
    assert isinstance(wrong, SourceFailure) and "publishers" in str(wrong.error)


# ---- sources.toml


WHOLE = """
[[publisher]]
name = "Ministry of Foreign Affairs"
language = "ar"
party = "IRQ"
feeds = ["https://mfa.example/rss"]

[[publisher]]
name = "The Agency"
pages = ["https://agency.example/latest"]
"""


def written(path: Path, content: str) -> str:
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_publishers_are_read(tmp_path: Path) -> None:
    first, second = read_publishers(written(tmp_path / "sources.toml", WHOLE))
    assert first == Publisher("Ministry of Foreign Affairs", "ar", "IRQ", ("https://mfa.example/rss",))
    assert replace(second, pages=()) == Publisher("The Agency")


@pytest.mark.parametrize(
    "content",
    [
        "", "nonsense", "[[publisher]]\nname = 1", "[[publisher]]\nname = 'A'", "[publisher]\nname = 'A'",
        "[[publisher]]\nname = 'A'\nfeed = ['https://a.example']", "[[publisher]]\nname='A'\nfeeds=['a.example']",
        "[[publisher]]\nname = 'A'\nlanguage = 'xx'\nfeeds = ['https://a.example']", "other = 1",
        "[[publisher]]\nname = 'A'\nfeeds = 'https://a.example'", "publisher = [1]",
    ],
)  # fmt: skip
def test_a_file_that_is_wrong_says_where(tmp_path: Path, content: str) -> None:
    with pytest.raises(MalformedDocument) as caught:
        read_publishers(written(tmp_path / "sources.toml", content))
    assert caught.value.advice and "sources.toml" in str(caught.value) and "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        read_publishers(str(tmp_path / "nothing.toml"))
    assert issubclass(UnreadableSource, PeymanError)
