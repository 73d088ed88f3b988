"""Take the pictures of the web app that the documentation shows.

Run it with ``.venv/bin/python scripts/web_screenshots.py [FOLDER]``. The examples are read into a record,
which is served and looked at with Chromium (Debian: ``apt-get install chromium``).
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from peyman.reading.reader import read_document
from peyman.record import Record
from peyman.sources import SourceDocument, expand, load
from peyman.web.app import create_app
from peyman.web.permissions import Role
from peyman.web.settings import Settings
from peyman.web.team import Team
from peyman.web.visitor import CALENDAR_COOKIE, LANGUAGE_COOKIE, SESSION_COOKIE, THEME_COOKIE

ROOT = Path(__file__).parents[1]
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
#: Name, path, language, calendar, theme, width.
PICTURES = (
    ("today", "/", "en", "gregorian", "light", 1280),
    ("meeting", "/meetings/M1?show=differences", "en", "gregorian", "light", 1280),
    ("meeting-fa", "/meetings/M1?show=differences", "fa", "persian", "dark", 1280),
    ("timeline", "/timeline", "en", "gregorian", "light", 1280),
    ("timeline-ckb", "/timeline", "ckb", "kurdish", "dark", 1280),
    ("undertakings", "/undertakings", "en", "gregorian", "light", 1280),
    ("document", "/documents/D4", "en", "gregorian", "light", 1280),
    ("document-ar", "/documents/D1", "ar", "gregorian", "dark", 1280),
    ("actors", "/actors", "kmr", "gregorian", "light", 1280),
    ("network", "/network", "en", "gregorian", "light", 1280),
    ("map", "/map", "en", "gregorian", "light", 1280),
    ("undertaking-fa", "/undertakings/C1", "fa", "persian", "light", 1280),
    ("search", "/search?q=Baghdad", "en", "gregorian", "light", 1280),
    ("administration", "/administration", "en", "gregorian", "light", 1280),
    ("map-fa", "/map", "fa", "persian", "dark", 1280),
    ("review", "/review", "en", "gregorian", "light", 1280),
    ("compare", "/compare", "en", "gregorian", "dark", 1280),
    ("exports", "/exports", "ar", "gregorian", "light", 1280),
    ("phone", "/meetings/M1", "ckb", "gregorian", "light", 390),
)


def main(folder: Path) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("Chromium is not installed: apt-get install chromium")
    with tempfile.TemporaryDirectory() as temporary:
        path = str(Path(temporary) / "round.db")
        with Record.open(path) as record:
            os.chdir(ROOT)  # so that pages show where the examples are in the project, and not on this machine
            for file in expand(["examples"]):
                for source in load(file):
                    if isinstance(source, SourceDocument):
                        record.add(read_document(source), source.original)
        team = Team(path)
        user = team.accounts.accept(team.accounts.invite(Role.ADMINISTRATOR, None, "example"), "Layla", "for pictures")
        session = team.sessions.begin(user)
        team.close()
        server, address = _serve(path)
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
                for name, page, language, calendar, theme, width in PICTURES:
                    context = browser.new_context(viewport={"width": width, "height": 860 if width > 600 else 844})
                    values = {
                        SESSION_COOKIE: session,
                        LANGUAGE_COOKIE: language,
                        CALENDAR_COOKIE: calendar,
                        THEME_COOKIE: theme,
                    }
                    context.add_cookies(
                        [{"name": each, "value": value, "url": address} for each, value in values.items()]
                    )
                    shown = context.new_page()
                    shown.goto(address + page)
                    if page == "/compare":
                        for side, report in (("a", "report-en.txt"), ("b", "report-kmr.txt")):
                            shown.set_input_files(f"[name=file_{side}]", ROOT / "examples" / report)
                        shown.click("form.compare button")
                        shown.wait_for_selector(".comparison")
                    shown.wait_for_timeout(300)
                    shown.screenshot(path=folder / f"{name}.png")
                    context.close()
                browser.close()
        finally:
            server.should_exit = True


def _serve(path: str) -> tuple[uvicorn.Server, str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(path)), port=port, log_level="error", ws="none"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return server, f"http://127.0.0.1:{port}"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images" / "web")
