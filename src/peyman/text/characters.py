"""Characters that no reader of a page ever meant: entities, controls, presentation forms, stray spaces and joiners.

Every function gives the edits that one kind of fault needs, in order, for `peyman.text.offsets.apply_edits`. What is
not a fault is left as it stands: a text without these faults needs no edit.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from peyman.text.offsets import Edit

# Only entities that end in a semicolon; a bare ampersand is one.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")

#: Direction marks, zero-width spaces, the byte-order mark, soft hyphens and other controls that show nothing. Joiners
#: (U+200C, U+200D) are letters' own business and are kept.
_CONTROLS = "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u061c\u00ad\u180e"
_NOT_SPACES = "\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f"
_INVISIBLE = re.compile(f"[{_CONTROLS}{_NOT_SPACES}]+")
# One character of a set is sought much faster than a run of them.
_ANY_INVISIBLE = re.compile(f"[{_CONTROLS}{_NOT_SPACES}]")

_ODD_BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ANY_ODD_BLANK = re.compile(f"[{_ODD_BLANKS}]")
# One odd blank, or several blanks in a row inside a line.
_SPACES = re.compile(rf"[{_ODD_BLANKS}][ {_ODD_BLANKS}]*| [ {_ODD_BLANKS}]+")

# A joiner that joins nothing: doubled, or beside a space, a mark, or the text's end.
_JOINERS = re.compile(
    r"\u200c+(?=[^\w\u0300-\u036f\u064b-\u065f\u0670]|$)|(?<![\w\u064b-\u065f\u0670])\u200c+|\u200c{2,}"
)

# Arabic letters in the shapes of the printing house (Presentation Forms A and B); the ornate brackets, the currency
# sign and the honorific ligatures are signs of their own and stay.
_FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdf9\ufe70-\ufefc"
_PRESENTATION = re.compile(f"[{_FORMS}]")

_ANY_ODD = re.compile(f"[{_CONTROLS}{_NOT_SPACES}{_ODD_BLANKS}{_FORMS}]")

_TATWEEL_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])\u0640+(?=[^\W\d_])")


def any_odd(text: str) -> bool:
    """Whether a text holds any control, odd blank or presentation form: hardly any does, and one look tells."""
    return _ANY_ODD.search(text) is not None


def entities(text: str) -> Iterator[Edit]:
    """Character references left in the text: ``&nbsp;``, ``&zwnj;``, ``&#8204;``, ``&amp;quot;``."""
    if "&" not in text:
        return
    at = 0
    for match in _ENTITY.finditer(text):
        if match.start() < at:
            continue
        end = match.end()
        meant = html.unescape(match.group())
        if meant == match.group():
            continue
        if meant == "&":
            # Escaped twice: "&amp;nbsp;".
            again = _ENTITY.match("&" + text[end : end + 32])
            if again is not None and html.unescape(again.group()) != again.group():
                meant, end = html.unescape(again.group()), end + again.end() - 1
        if 0xD800 <= ord(meant[0]) <= 0xDFFF or meant == "\ufffd":
            continue
        yield Edit(match.start(), end, meant)
        at = end


def controls(text: str) -> Iterator[Edit]:
    """Controls that show nothing."""
    if _ANY_INVISIBLE.search(text) is None:
        return
    for match in _INVISIBLE.finditer(text):
        yield Edit(match.start(), match.end(), "")


def spaces(text: str) -> Iterator[Edit]:
    """Doubled and odd blanks inside lines; line breaks are layout and stay."""
    if "  " not in text and _ANY_ODD_BLANK.search(text) is None:
        return
    for match in _SPACES.finditer(text):
        yield Edit(match.start(), match.end(), " ")


def joiners(text: str) -> Iterator[Edit]:
    """Zero-width non-joiners that stand where they part nothing, or twice."""
    if "\u200c" not in text:
        return
    for match in _JOINERS.finditer(text):
        doubled = match.end() < len(text) and text[match.end()].isalnum() and match.start() > 0
        inside = doubled and (text[match.start() - 1].isalnum() or unicodedata.combining(text[match.start() - 1]) > 0)
        yield Edit(match.start(), match.end(), "\u200c" if inside else "")


def presentation_forms(text: str) -> Iterator[Edit]:
    """Letters in the shapes of a printing house, each turned into the letter that it is (NFKC of those blocks only)."""
    for match in _PRESENTATION.finditer(text):
        yield Edit(match.start(), match.end(), unicodedata.normalize("NFKC", match.group()).strip(" "))


def tatweel(text: str) -> Iterator[Edit]:
    """Lengthening strokes inside a word; after a figure ("٢٠٢٥ـی") the stroke joins an ending and stays."""
    if "\u0640" not in text:
        return
    for match in _TATWEEL_BETWEEN_LETTERS.finditer(text):
        yield Edit(match.start(), match.end(), "")
