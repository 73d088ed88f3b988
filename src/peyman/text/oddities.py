"""What is odd about a text, said to the user: characters that no page means, and forms that make it hard to read."""

from __future__ import annotations

import re
import unicodedata

from peyman.text.analysis import AnalysedText
from peyman.text.segment import NOT_TEXT, BlockKind

#: A text of one line is odd from this length on, in code points.
LONG_LINE = 5000
#: A letter bears fewer marks than this in every language.
MOST_MARKS = 10
#: A paragraph that may have been cut off is at least so long.
SHORTEST_CUT_OFF = 60

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = re.compile(f"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]{{{MOST_MARKS},}}")
_OVERRIDES = re.compile("[\u202d\u202e]")
_ENDS = re.compile(r"[.!?؟。:;؛)\]»”\"'*/](?:\s*\[\d+\])?\s*\Z")
_BROKEN_OFF = re.compile(r"(?:…|\.{3,})\s*\Z")
_LOST = "\ufffd"
_LAYOUT = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85")


def without_surrogates(text: str) -> tuple[str, list[str]]:
    """Replace half characters, which no file and no database can hold, one for one by U+FFFD.

    Args:
        text: Any text.

    Returns:
        The text, offsets into it unchanged, and a warning where something was replaced.
    """
    cleaned, n = _SURROGATE.subn(_LOST, text)
    return cleaned, [
        f"{_many(n, 'half character')} (lone surrogates) in the text were replaced by U+FFFD."
    ] if n else []


def oddities(text: AnalysedText) -> list[str]:
    """Say what is odd about a text.

    Args:
        text: The analysed text; its published form is looked at.

    Returns:
        One sentence each, for `document.warnings`; none for a usual text.
    """
    published = text.published
    found = []
    if "\0" in published or any(unicodedata.category(c) == "Cc" and c not in _LAYOUT for c in set(published)):
        n = sum(published.count(c) for c in set(published) if unicodedata.category(c) == "Cc" and c not in _LAYOUT)
        found.append(f"The text holds {_many(n, 'control character')}; they were passed over.")
    n = sum(published.count(c) for c in set(published) if unicodedata.category(c) in ("Cn", "Co"))
    if n:
        found.append(f"The text holds {_many(n, 'character')} that Unicode has not assigned, or leaves to private use.")
    if n := published.count(_LOST):
        found.append(f"{_many(n, 'character')} of the text were lost before it came in (U+FFFD).")
    if _MARKS.search(published):
        found.append(f"The text holds letters with {MOST_MARKS} marks and more: words around them may be missed.")
    if _OVERRIDES.search(published):
        found.append("The text turns its writing direction by force: what is shown may stand in another order.")
    if len(published) >= LONG_LINE and len(published.split(None, 1)) > 1 and len(published.splitlines()) == 1:
        found.append(
            f"The text is one line of {len(published)} characters: title, paragraphs and headings cannot be told apart."
        )
    if _is_cut_off(text):
        found.append("The text seems to be cut off at its end.")
    return found


def _is_cut_off(text: AnalysedText) -> bool:
    """Whether the last paragraph breaks off, where the others end as sentences do."""
    proper = [block for block in text.blocks if block.kind not in NOT_TEXT]
    if not proper or proper[-1].kind is not BlockKind.PARAGRAPH:
        return False
    *others, last = [text.repaired[block.start : block.end] for block in proper if block.kind is BlockKind.PARAGRAPH]
    if len(last) < SHORTEST_CUT_OFF or not others:
        return False
    ended = [_ENDS.search(other[-12:]) is not None and not _BROKEN_OFF.search(other[-12:]) for other in others]
    broken = _BROKEN_OFF.search(last[-12:]) is not None or _ENDS.search(last[-12:]) is None
    return broken and all(ended)


def _many(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
