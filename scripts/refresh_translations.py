"""Bring the catalogues of the web interface up to date with its templates and code, and with exports for people.

Run after a message was added or changed: ``.venv/bin/python scripts/refresh_translations.py``. New messages are added
untranslated, those that are gone are taken out, and what is translated stays. Then translate what is empty; a test
fails while anything is.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po, write_po

from peyman.exchange import brief
from peyman.web import interface

WEB = Path(interface.__file__).parent
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}}
#: Modules of other rooms that are worded in the languages of the interface.
OTHERS = (Path(brief.__file__),)
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None, "text": None}


def template() -> Catalog:
    """Return every message of the interface."""
    catalogue = Catalog(charset="utf-8")
    found = list(extract_from_dir(WEB, METHODS, OPTIONS, KEYWORDS, comment_tags=("Translators:",)))
    for path in OTHERS:
        found += [(f"{path.parent.name}/{path.name}", *each) for each in extract_from_file("python", path, KEYWORDS)]
    for file, _, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        catalogue.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    return catalogue


def path_of(code: str) -> Path:
    """Return the file of a language's catalogue."""
    return WEB / "translations" / code / "messages.po"


def catalogue_of(code: str) -> Catalog:
    """Return the catalogue of a language as it is kept; an empty one where there is none yet."""
    path = path_of(code)
    locale = interface.interface(code).locale
    if not path.exists():
        return Catalog(locale, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def main() -> int:
    """Bring every catalogue up to date, and say how many messages wait for a translation."""
    messages = template()
    for code in interface.codes():
        if code == interface.DEFAULT:
            continue
        catalogue = catalogue_of(code)
        catalogue.update(messages, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.fuzzy = False
        written = io.BytesIO()
        write_po(written, catalogue, width=120, omit_header=False, include_lineno=False, sort_output=True)
        path_of(code).parent.mkdir(exist_ok=True)
        # Dates of the header would make every run a change.
        lines = [line for line in written.getvalue().decode().splitlines() if not line.startswith('"POT-Creation-Date')]
        path_of(code).write_text("\n".join(lines) + "\n", encoding="utf-8")
        empty = sum(1 for message in catalogue if message.id and not _translated(message.string))
        print(f"{code}: {len(catalogue)} messages, {empty} without a translation")
    return 0


def _translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
