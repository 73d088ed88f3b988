"""What stands on a page beside the text: menus, stamps, buttons, counters, credits, links to other stories.

What looks the same in every language (stamps of figures, addresses, rows of tags, the initials of whoever typed the
story) is known here; what is said in words is listed in ``[furniture]`` of ``languages/<code>/language.toml``. Only a
short line is ever furniture, and only as a whole: text proper must not be lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from peyman import languages
from peyman.languages import Language
from peyman.text.fold import fold

#: A line longer than this, in code points, is text.
LONGEST = 220

_SEPARATORS = re.compile(r"\s*[|¦•·●▪←→]+\s*|\s+[/\\»›>]\s+")
_TRAIL = re.compile(r"\s+[»›>/\\|]\s+")

# Each for a whole line, folded.
_NOTHING_BUT_SIGNS = r"[^\w]{1,40}"
_CLOCK = r"(?:(?:am|pm)\W{0,2})?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\W{0,2}(?:am|pm|gmt|utc))?"
_DAY = r"(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
# Possessive, for a line of digits could else be parted into six counters in very many ways.
_COUNTERS = r"(?:[^\w\s]{0,3}+\s*+\d[\d.,]*+\s?+[km%]?+\s*+){1,6}+"
_AGENCY_CODE = r"[^\W\d_]{0,12}\s?(?:\*+\s?\d{1,6}){1,6}\*{0,3}"
_ADDRESS = (
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:[\w-]+\.)+(?:com|net|org|info|news|tv|krd|iq|ir|eu)(?:/\S*)?"
)
_HANDLES = r"(?:[@#][\w.]+\s*)+"
_FONT_SIZE = r"a\+?\s*a-?|a-\s*a\+?"
_PAGES = r"(?:\d{1,2}\s+){2,}(?:\.\.\.)?.{0,20}"
_PLAYER = r"your browser does ?n[o']t support .{0,40}"
_COPYRIGHT = r"(?:copyright\s*)?©.*|.{0,80}© ?(?:copyright )?\d{4}.{0,40}"
_ALWAYS = re.compile(
    "|".join(
        f"(?:{pattern})"
        for pattern in (
            _NOTHING_BUT_SIGNS,
            _COUNTERS,
            _ADDRESS,
            _HANDLES,
            _FONT_SIZE,
            _PAGES,
            _PLAYER,
            _COPYRIGHT,
            _AGENCY_CODE,
        )
    )
)
#: A stamp of date and clock, in figures only.
_STAMP = re.compile(rf"\W*(?:{_CLOCK}\W+(?:{_DAY})|{_DAY}(?:\W+{_CLOCK})?|{_CLOCK})\W*")
# A stamp that names the month, or that other words stand beside: a clock and a year in a few words.
_LONGEST_STAMP, _MOST_STAMP_WORDS = 80, 11
_HOUR, _YEAR = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?!\d)"), re.compile(r"(?<!\d)(?:1[34]\d\d|20\d\d)(?!\d)")
_MOST_WORDS_OF_A_DAY = 7
#: A word or a number, with its ending.
_PART_OF_DAY = re.compile(r"\d+\w*|[^\W\d_]+")
_FULL_STOP = re.compile(r"[.!?؟。…](?:\s|$)")
# The initials of reporter and editor: "ب.ن", "(RT/FD)", "ع ب د / م ع ح", "--(بترا) ر ح/ م ك".
_INITIALS = re.compile(r"[\W\d_]*(?:[^\W\d_]{1,3}\s?[./)\\-]\s?|[^\W\d_]\s){0,8}[^\W\d_]{1,2}[\W\d_]*")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)@\w{3,}|https?://")


@dataclass(frozen=True)
class Furniture:
    """The furniture of one language's pages.

    Attributes:
        line: A whole line that is none of the text.
        piece: A piece between separators that makes the whole line none of the text.
        closing: A line after which a page lists other stories.
        byline: A line that names author, outlet, place or date of the text.
        home: The first piece of a trail of sections ("Home » Politics").
        today: A line that tells the day on which the page was looked at, which is not that of the text.
        published: A line that tells the day on which the text was published, wherever on the page it stands.
        genre: A line that only says what kind of publication this is, perhaps with its number: "Press release No. 12".
        calendar: The names of months and weekdays.
    """

    line: re.Pattern[str] | None
    piece: re.Pattern[str] | None
    closing: re.Pattern[str] | None
    byline: re.Pattern[str] | None
    home: re.Pattern[str] | None
    today: re.Pattern[str] | None
    published: re.Pattern[str] | None
    genre: re.Pattern[str] | None
    calendar: frozenset[str] = frozenset()

    @classmethod
    def of(cls, language: Language) -> Furniture:
        """Return the furniture that the language's data lists."""
        return _furniture_of(language)

    def is_line(self, line: str, *, at_end: bool = False) -> bool:
        """Tell whether a line is none of the text.

        Args:
            line: One line, without white space around it.
            at_end: Whether all of the text proper stands before it: initials and contacts are furniture only there.
        """
        if len(line) > LONGEST:
            return False
        folded = folded_line(line)
        if not folded or _ALWAYS.fullmatch(folded) or _matches(self.line, folded):
            return True
        pieces = [piece for piece in _SEPARATORS.split(folded) if piece]
        if any(_matches(self.piece, piece) for piece in pieces) or all(_matches(self.line, piece) for piece in pieces):
            return True
        if len(pieces) > 3 and all(len(piece.split()) <= 3 for piece in pieces) and "|" in folded:
            return True
        if at_end:
            if len(folded) <= 30 and _INITIALS.fullmatch(folded):
                return True
            return _CONTACT.search(folded) is not None
        return False

    def is_trail(self, line: str) -> bool:
        """Tell whether a line is a trail of sections: "Home » Politics", "A > B > C"."""
        if len(line) > 100:
            return False
        pieces = [piece for piece in _TRAIL.split(folded_line(line)) if piece]
        if len(pieces) < 2 or any(len(piece.split()) > 6 for piece in pieces):
            return False
        return len(pieces) >= 3 or _matches(self.home, pieces[0])

    def is_stamp(self, line: str) -> bool:
        """Tell whether a line is a date or clock as pages print it: in figures, or with a clock and a year."""
        if len(line) > _LONGEST_STAMP:
            return False
        folded = folded_line(line)
        if len(line) <= 60 and _STAMP.fullmatch(folded):
            return True
        words = folded.split()
        if len(words) > _MOST_STAMP_WORDS or _FULL_STOP.search(folded):
            return False
        if _YEAR.search(folded) and len(words) <= _MOST_WORDS_OF_A_DAY and self._is_day(folded):
            return True
        return _HOUR.search(folded) is not None and _YEAR.search(folded) is not None

    def _is_day(self, folded: str) -> bool:
        """Whether a line holds a day, a month and a year, a weekday perhaps, and nothing else."""
        named = 0
        for word in _PART_OF_DAY.findall(folded):
            if word[0].isdecimal():
                continue
            if not any(word[:end] in self.calendar for end in range(len(word), max(2, len(word) - 3), -1)):
                return False
            named += 1
        return named > 0

    def is_today(self, line: str) -> bool:
        """Tell whether a line names the day on which the page was looked at."""
        return len(line) <= LONGEST and _matches(self.today, folded_line(line))

    def is_published(self, line: str) -> bool:
        """Tell whether a line says that its date is the one on which the text was published."""
        return len(line) <= LONGEST and _matches(self.published, folded_line(line))

    def is_genre(self, line: str) -> bool:
        """Tell whether a line only says what kind of publication this is."""
        return len(line) <= 60 and _matches(self.genre, folded_line(line))

    def is_byline(self, line: str) -> bool:
        """Tell whether a line names author, outlet, place or date and says nothing else."""
        return len(line) <= 90 and _matches(self.byline, folded_line(line))

    def is_closing(self, line: str) -> bool:
        """Tell whether a line begins a list of other stories."""
        return len(line) <= 60 and _matches(self.closing, folded_line(line))


@lru_cache(maxsize=64)
def folded_line(line: str) -> str:
    """Return a line with its words folded and single blanks between them."""
    # The folding of words, without its long memory: a line is asked several things at once and does not come back.
    return " ".join(fold.__wrapped__(unicodedata.normalize("NFC", line)).split(" ")).strip()


def folded_pattern(pattern: str) -> str:
    """Return a regular expression with its letters folded and its escapes as they are."""
    return re.sub(r"\\.|[^\\]+", lambda part: part[0] if part[0][0] == "\\" else fold.__wrapped__(part[0]), pattern)


def _matches(pattern: re.Pattern[str] | None, line: str) -> bool:
    return pattern is not None and pattern.fullmatch(line) is not None


@cache
def _furniture_of(language: Language) -> Furniture:
    table: Mapping[str, Any] = language.table("language").get("furniture", {})
    others = [languages.load(code).table("language").get("furniture", {}) for code in table.get("also", ())]

    def one(name: str, *more: Mapping[str, Any]) -> re.Pattern[str] | None:
        patterns: Sequence[str] = [pattern for listed in (table, *more) for pattern in listed.get(name, ())]
        return re.compile("|".join(f"(?:{folded_pattern(p)})" for p in patterns)) if patterns else None

    line, piece, closing = (one(name, *others) for name in ("line", "piece", "closing"))
    dated = (language, *(languages.load(code) for code in table.get("also", ())))
    names = frozenset(name for one_language in dated for name in _names_of_calendar(one_language))
    today, published, genre = (one(name, *others) for name in ("today", "published", "genre"))
    return Furniture(line, piece, closing, one("byline"), one("home"), today, published, genre, names)


def _names_of_calendar(language: Language) -> Iterator[str]:
    """The words of the names of months and weekdays, folded."""
    table = language.table("calendar")
    months = (forms for calendar in table.get("months", {}).values() for forms in calendar.values())
    for forms in (*months, *table.get("weekdays", {}).values()):
        for form in forms:
            yield from _PART_OF_DAY.findall(folded_line(form))
