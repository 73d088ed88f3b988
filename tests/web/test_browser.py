"""What people do, in a browser, from left to right and from right to left; and axe finds no serious fault.

Needs Chromium (Debian: ``apt-get install chromium``); skipped where there is none.
"""

from __future__ import annotations

import importlib.resources
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.web.test_review import alike

from peyman.cli.serve import _invite_first
from peyman.record import Record
from peyman.web.app import create_app, rules_of
from peyman.web.permissions import Role
from peyman.web.settings import Settings
from peyman.web.team import Team

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
AXE = importlib.resources.files("axe_playwright_python") / "axe.min.js"
#: A service of which only the button is looked at.
OPENID = ("https://login.example.org", "peyman", "secret")
PASSWORD = "a few words are a good one"
#: Milliseconds: a machine with much else to do is slow, and not wrong.
expect.set_options(timeout=30_000)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


class Served:
    """A record that is served on a port of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        config = uvicorn.Config(create_app(Settings(str(path), openid=OPENID)), port=port, log_level="error", ws="none")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        self.address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            if self._server.started:
                return
            time.sleep(0.05)
        raise RuntimeError("the server did not start")

    def invitation(self, role: Role, party: str | None = None) -> str:
        """The address of a link that makes an account."""
        team = Team(str(self.path))
        try:
            return f"{self.address}/invitation/{team.accounts.invite(role, party, 'test')}"
        finally:
            team.close()

    def stop(self) -> None:
        """End the server."""
        self._server.should_exit = True
        self._thread.join(20)


@pytest.fixture(scope="module")
def served(examples_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The record of the examples."""
    path = tmp_path_factory.mktemp("browser") / "peyman.db"
    shutil.copy(examples_record, path)
    server = Served(path)
    yield server
    server.stop()


def new_page(browser: Browser, language: str) -> Page:
    """A page of somebody who has not been here, and what the browser complains of on it."""
    context = browser.new_context(locale=language, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(30_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    page.faults = faults  # type: ignore[attr-defined]
    return page


def enter(browser: Browser, served: Served, name: str, role: Role, party: str | None, language: str) -> Page:
    """Make an account by a link, as somebody would who was invited."""
    page = new_page(browser, language)
    page.goto(served.invitation(role, party))
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url(f"{served.address}/")
    return page


def faults_of(page: Page) -> list[str]:
    """What axe finds that is serious, and what the browser complained of."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: Any = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [each for each in found["violations"] if each["impact"] in ("serious", "critical")]
    told = [
        f"{each['id']}: {each['nodes'][0]['target']} {each['nodes'][0].get('failureSummary', '')}" for each in serious
    ]
    complaints: list[str] = page.faults  # type: ignore[attr-defined]
    return told + complaints


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_work_of_a_day_in_a_browser(browser: Browser, served: Served, language: str) -> None:
    # A reviewer signs in for the first time, and adds a document.
    reviewer = enter(browser, served, f"Shirin {language}", Role.REVIEWER, None, language)
    expect(reviewer.locator("html")).to_have_attribute("dir", "rtl" if language == "fa" else "ltr")
    reviewer.goto(f"{served.address}/add")
    reviewer.fill("#text", f"The foreign ministers of Iraq and Jordan met in Amman on 3 March 2026. ({language})")
    reviewer.click("main button")
    reviewer.wait_for_url(re.compile("/documents/D"))

    # They read the accounts of a meeting, and open the evidence of a cell in the original.
    reviewer.goto(f"{served.address}/meetings/M1")
    cell = reviewer.locator("table.accounts td.conflict details").first
    cell.locator("summary").click()
    cell.locator("a.source").first.click()
    reviewer.wait_for_url(re.compile("/documents/D.#t"))
    expect(reviewer.locator(".mark:target")).to_be_visible()

    # They correct a value, and see it in the history.
    reviewer.goto(f"{served.address}/meetings/M1")
    reviewer.select_option("#decide ~ form select", "date")
    reviewer.fill("#decide ~ form input[name=new]", "2026-01-15")
    reviewer.click("#decide ~ form button[value=correct]")
    expect(reviewer.locator("ol.history li").first).to_contain_text(f"Shirin {language}")
    reviewer.locator("ol.history li button").first.click()

    # Two parties sign off and dispute; each sees the other's position.
    iraq = enter(browser, served, f"Sadoun {language}", Role.SIGNATORY, "IRQ", language)
    iraq.goto(f"{served.address}/meetings/M1")
    iraq.click("button[value=signed]")
    america = enter(browser, served, f"Whitfield {language}", Role.SIGNATORY, "USA", language)
    america.goto(f"{served.address}/meetings/M1")
    america.fill("#reason", "It was bilateral.")
    america.click("button[value=disputed]")
    expect(america.locator(".stands .signed").first).to_be_visible()
    expect(america.locator(".stands .disputed").first).to_be_visible()

    # A name is found in another script, while typing nothing but Latin.
    america.goto(f"{served.address}/search")
    america.fill("#q", "Baghdad")
    america.press("#q", "Enter")
    expect(america.locator("mark.name").first).to_be_visible()
    assert not faults_of(america)
    for page in (reviewer, iraq, america):
        page.context.close()


@pytest.mark.parametrize("language", ["en", "fa"])
def test_ten_proposals_are_reviewed_by_keyboard(browser: Browser, tmp_path: Path, language: str) -> None:
    path = tmp_path / "alike.db"
    alike(path, 12)
    with Record.open(path) as record:
        waiting = len(record.proposals())
    assert waiting == 12
    served = Served(path)
    page = enter(browser, served, "Shirin", Role.REVIEWER, None, language)
    page.goto(f"{served.address}/review")
    for number in range(10):
        page.keyboard.press("ar"[number % 2])
        page.wait_for_url(re.compile(f"done={number + 1}"))
    page.keyboard.press("u")
    page.wait_for_url(re.compile(r"/review\?skip"))
    with Record.open(path) as record:
        assert len(record.proposals()) == waiting - 9
    page.context.close()
    served.stop()


#: What axe looks at of each route that answers with a page.
VISITS = {
    "/": ("/",),
    "/timeline": ("/timeline", "/timeline?kind=statement&party=IRQ"),
    "/network": ("/network",),
    "/map": ("/map", "/map?x=620&y=155&width=30"),
    "/exports": ("/exports",),
    "/meetings": ("/meetings", "/meetings?status=missed&order=added"),
    "/meetings/{public_id}": ("/meetings/M1", "/meetings/M1?show=differences"),
    "/undertakings": ("/undertakings?group=party",),
    "/undertakings/{public_id}": ("/undertakings/C1",),
    "/documents": ("/documents",),
    "/documents/{public_id}": ("/documents/D2", "/documents/D4?why=m1"),
    "/actors": ("/actors",),
    "/actors/{public_id}": ("/actors/A1",),
    "/search": ("/search", "/search?q=Baghdad", "/search?q=(talks", "/search?q=zzzz"),
    "/compare": ("/compare",),
    "/statements/{public_id}": ("/statements/S1",),
    "/places/{public_id}": ("/places/P1",),
    "/agreements/{public_id}": ("/agreements/G1",),
    "/add": ("/add",),
    "/review": ("/review",),
    "/account": ("/account",),
    "/administration": ("/administration",),
    "/administration/steps": ("/administration/steps",),
    "/sign-in": ("/sign-in",),
    "/invitation/{secret}": ("/invitation/",),
}
#: Routes that hand over a file, or lead elsewhere.
NO_PAGE = {
    *("/exports/{name}", "/feeds/news.atom", "/feeds/calendar.ics", "/documents/{public_id}/original"),
    *("/entries/{public_id}", "/sign-in/openid", "/sign-in/openid/back"),
}


def test_every_route_that_answers_with_a_page_is_looked_at_by_axe() -> None:
    routes = {path for method, path in rules_of() if method == "GET" and not path.startswith("/api/")}
    assert routes == set(VISITS) | NO_PAGE


@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 1280), ("ckb", "dark", 390)])
def test_axe_finds_no_serious_fault_on_any_page(
    browser: Browser, served: Served, language: str, theme: str, width: int
) -> None:
    found: dict[str, list[str]] = {}

    def look(page: Page, name: str) -> None:
        found[name] = faults_of(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found[name].append(f"{wide} wide")

    def visit(page: Page, *paths: str) -> None:
        page.context.add_cookies([{"name": "peyman_theme", "value": theme, "url": served.address}])
        page.set_viewport_size({"width": width, "height": 900})
        for path in paths:
            page.goto(served.address + path)
            look(page, path)

    strangers = ("/sign-in", "/invitation/{secret}")
    page = enter(browser, served, f"Layla {language}", Role.ADMINISTRATOR, None, language)
    visit(page, *(path for route, paths in VISITS.items() if route not in strangers for path in paths), "/nothing")
    # Two texts that were compared, and a token and an invitation that were made.
    page.goto(f"{served.address}/compare")
    for side, town in (("a", "Amman"), ("b", "Baghdad")):
        page.fill(f"#text_{side}", f"The foreign ministers of Iraq and Jordan met in {town} on 3 March 2026.")
    page.click("form.compare button")
    expect(page.locator(".comparison")).to_be_visible()
    look(page, "compared")
    page.goto(f"{served.address}/account")
    page.fill("#label", "feeds")
    page.click("form[action='/account/tokens'] button")
    expect(page.locator(".secret").first).to_be_visible()
    look(page, "a token")
    page.goto(f"{served.address}/administration")
    page.click("form.invite button")
    expect(page.locator(".secret").first).to_be_visible()
    look(page, "an invitation")
    page.context.close()

    # A delegation reads its private notes.
    signatory = enter(browser, served, f"Aram {language}", Role.SIGNATORY, "IRQ", language)
    visit(signatory, "/undertakings/C1")
    signatory.fill("#note", "Ask Baghdad.")
    signatory.click(".private form button:not(.quiet)")
    expect(signatory.locator(".private .stands").first).to_contain_text("Ask Baghdad.")
    look(signatory, "private notes")
    signatory.context.close()

    stranger = new_page(browser, language)
    visit(stranger, "/sign-in", served.invitation(Role.READER).removeprefix(served.address))
    expect(stranger.locator("a[href^='/sign-in/openid']")).to_be_visible()
    stranger.context.close()
    assert not {path: faults for path, faults in found.items() if faults}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_first_start_makes_an_administrator_who_signs_in_again(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    path = tmp_path / "new.db"
    with Record.open(path):
        pass
    served = Served(path)
    _invite_first(str(path), served.address)
    link = capsys.readouterr().err.split()[-1]
    page = new_page(browser, language)
    page.goto(link)
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    page.fill("#name", "Layla")
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url(f"{served.address}/")
    # An empty record says what to do, on every page that lists something.
    for each in (
        "/",
        "/meetings",
        "/undertakings",
        "/documents",
        "/actors",
        "/network",
        "/map",
        "/timeline",
        "/review",
    ):
        page.goto(served.address + each)
        expect(page.locator(".empty").first).to_be_visible()
    page.goto(f"{served.address}/administration")
    expect(page.locator("form.invite")).to_be_visible()
    page.click("form[action='/sign-out'] button")
    page.goto(f"{served.address}/sign-in")
    page.fill("#name", "Layla")
    page.fill("#password", "not the right words")
    page.click("main form button")
    expect(page.locator(".notice.bad")).to_be_visible()
    page.fill("#name", "Layla")
    page.fill("#password", PASSWORD)
    page.click("main form button")
    page.wait_for_url(f"{served.address}/")
    page.goto(link)
    expect(page.locator("#password")).to_have_count(0)
    assert not faults_of(page)
    page.context.close()
    served.stop()


def test_a_page_is_read_without_javascript(browser: Browser, served: Served) -> None:
    link = served.invitation(Role.READER)
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(link)
    page.fill("#name", "Without scripts")
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url(f"{served.address}/")
    page.goto(f"{served.address}/documents/D2")
    page.locator(".mark").first.click()
    assert "#e-" in page.url
    page.goto(f"{served.address}/meetings/M1")
    page.locator("table.accounts details summary").first.click()
    expect(page.locator("table.accounts details[open] a.source").first).to_be_visible()
    context.close()
