"""UTF-8 that was read as a Windows code page, turned back where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peyman.text.offsets import Edit


def _byte_table(encoding: str) -> dict[str, int]:
    """Which byte each character stands for; bytes it leaves out stand for themselves, as in browsers."""
    table = {}
    for byte in range(0x80, 0x100):
        try:
            character = bytes([byte]).decode(encoding)
        except UnicodeDecodeError:
            character = chr(byte)
        table[character] = byte
    return table


@dataclass(frozen=True)
class _CodePage:
    bytes_of: dict[str, int]
    run: re.Pattern[str]


def _code_page(encoding: str) -> _CodePage:
    table = _byte_table(encoding)

    def among(first: int, last: int) -> str:
        return "[" + "".join(re.escape(c) for c, b in table.items() if first <= b <= last) + "]"

    two, three = f"{among(0xC3, 0xDF)}{among(0x80, 0xBF)}", f"{among(0xE2, 0xE2)}{among(0x80, 0x80)}{among(0x80, 0xBF)}"
    return _CodePage(table, re.compile(f"(?:{two}|{three})+"))


_LATIN_PAGES = tuple(_code_page(encoding) for encoding in ("cp1252", "cp1254", "latin-1"))
_ARABIC_PAGE = _code_page("cp1256")

#: What the text must have been: letters of Arabic script, Latin letters with marks, general punctuation, joiners.
_PLAUSIBLE = re.compile(
    "[\u00c0-\u017f\u0600-\u06ff\u2010-\u2027\u2030-\u203a\u200c-\u200f\ufb50-\ufdff\ufe70-\ufeff\u00a0«»°]+"
)
# The first bytes of nearly all sequences that are met here, through the Latin pages.
_LEADS = "ÃÄÅØÙÚÛâ"
_LATIN_LEADS = re.compile("[ÃÄÅØÙÚÛâ][^ -~\\w]|[ÃÄÅØÙÚÛ][ªº\u0178\u017d\u017e\u0152\u0153\u0160\u0161\u0192]")
_NOT_ASCII = re.compile("[^\u0000-\u007f]")


def mojibake(text: str) -> Iterator[Edit]:
    """Runs of characters that are UTF-8 bytes seen through a code page.

    Through a Latin code page the bytes look like "Ã®" or "Ø¯", which nobody writes: two such signs convict a text, and
    the page that explains most of it is chosen. Through the Arabic code page they look like Arabic letters; there
    a line is turned back only if nearly everything in it that is not ASCII is such bytes.
    """
    if text.isascii():
        return
    if any(lead in text for lead in _LEADS) and len(_LATIN_LEADS.findall(text)) >= 2:
        yield from max((list(_read_through(text, page)) for page in (*_LATIN_PAGES, _ARABIC_PAGE)), key=_covered)
        return
    if text.count("ط") + text.count("ظ") + text.count("أ") + text.count("â") > len(text) // 40:
        for line in re.finditer(r"[^\n]+", text):
            odd = len(_NOT_ASCII.findall(line.group()))
            edits = list(_read_through(text, _ARABIC_PAGE, line.start(), line.end()))
            if len(edits) >= 2 and _covered(edits) >= 0.9 * odd:
                yield from edits


def _covered(edits: list[Edit]) -> int:
    return sum(edit.end - edit.start for edit in edits)


def _read_through(text: str, page: _CodePage, start: int = 0, end: int | None = None) -> Iterator[Edit]:
    for match in page.run.finditer(text, start, len(text) if end is None else end):
        run = match.group()
        try:
            meant = bytes(page.bytes_of[c] for c in run).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if _PLAUSIBLE.fullmatch(meant):
            at = match.start()
            for character in meant:
                size = len(character.encode("utf-8"))
                yield Edit(at, at + size, character)
                at += size
