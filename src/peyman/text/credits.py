"""Credits at the head of a text: the agency or outlet that it comes from, and who wrote it.

"(ANHA)", "Baghdad – Shafaq News", "— Reuters" and "By Jane Doe" stand where a title may stand, and are none. Credits
stand in a line of their own, or before the first words of the text: "ERBIL (Rudaw) - The delegation …". The names of
outlets and cities are those of the language's ``names.tsv`` and of the languages whose pages share its furniture; how
a language says who wrote a text is listed in ``[credits]`` of its ``language.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from peyman import languages
from peyman.languages import Language
from peyman.text.furniture import folded_line, folded_pattern

#: A line longer than this, in code points, is no credit.
LONGEST = 90
#: Most words beside an outlet's name that are no place; and before an outlet in brackets, where a dash follows.
_MOST_BESIDE, _MOST_BEFORE = 2, 6
#: What is said by the way between two dashes has at most so many code points.
_ASIDE = 60
#: Most words of a line in brackets that may be the name of an outlet that no table knows.
_MOST_IN_BRACKETS = 4
#: Most words of a reporter's name.
_MOST_NAMES = 4
#: Words of a reporter's line that are no names have at most so many letters: "and", "in", "for".
_SHORT_WORD = 3

_MARKS = r"\-–—ـ―"
_PART = rf"[^{_MARKS}/|•،,()\[\]*\s:]+"
#: A piece between marks; where letters have case, a hyphen may be part of a name: "Asharq Al-Awsat".
_PIECE = re.compile(rf"{_PART}(?:[ \t]+{_PART})*")
_PIECE_WITH_HYPHEN = re.compile(rf"{_PART}(?:(?:[ \t]+|-(?=\w)){_PART})*")
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE_IN_BRACKETS = re.compile(r"\W*[(\[][^()\[\]]+[)\]]\W*")
_DASH = re.compile(rf"\s[{_MARKS}]{{1,3}}\s")
_SIGNED = re.compile(rf"\s*[{_MARKS}]{{1,3}}\s*(?=\w)")
_LABEL = re.compile(r"\w:\s*\S")
#: "ERBIL (Rudaw) - The", "(MENAFN- Agency) The": with what stands before the brackets, in them, and a dash behind them.
_BRACKETED = re.compile(
    rf"(?P<before>[^()\[\].!?؟؛;«»\"“”:]{{0,60}}?)[(\[](?P<name>[^()\[\]]{{2,60}})[)\]]\s*(?P<dash>[{_MARKS}:/])?"
)
#: "Shafaq News/ The", and behind a place "Tehran – IRNA – The".
_UNBROKEN = rf"[^()\[\].!?؟؛;«»\"“”:،,/{_MARKS}]{{2,40}}?"
_NAMED = rf"(?P<name>{_UNBROKEN})\s*(?:/|\s[{_MARKS}]{{1,3}}\s|ـ\s)"
_PARTED = (
    re.compile(rf"(?P<before>){_NAMED}"),
    re.compile(rf"(?P<before>{_UNBROKEN}\s*[{_MARKS}/،,]\s*){_NAMED}"),
)
_ABBREVIATION = re.compile(r"[A-ZÇÊÎŞÛ]{2,6}")
_FIGURE = re.compile(r"\d")
#: "Tuesday, 3 Oct 2017": the day of a dateline has at most so many words.
_LONGEST_DAY = 4
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
#: Place and outlet before the day of a dateline have at most so many code points.
_LONGEST_WHENCE = 60
#: "Baghdad / Agency / The": whoever stands between two slashes behind a place is an outlet, known or not.
_SLASHED = re.compile(rf"(?P<before>{_UNBROKEN})\s*/\s*(?P<name>{_UNBROKEN})\s*/\s*(?=\w)")


@dataclass(frozen=True)
class Credits:
    """What credits of one language are made of, folded.

    Attributes:
        outlets: Names of outlets.
        places: Names of places and parties.
        given: Frequent given names.
        reporter: A whole line that says who wrote a text; its first group is the names.
        syndicators: Those who pass on what others write, and name them behind a dash.
        has_case: Whether names begin with a capital letter.
    """

    outlets: frozenset[str]
    places: frozenset[str]
    given: frozenset[str]
    reporter: tuple[re.Pattern[str], ...]
    syndicators: frozenset[str]
    has_case: bool

    @classmethod
    def of(cls, language: Language) -> Credits:
        """Return the credits that the language's data lists."""
        return _credits_of(language)

    def is_credit(self, line: str) -> bool:
        """Tell whether a line names an outlet or a reporter, perhaps with a place, and says nothing else.

        Args:
            line: One line, without white space around it.
        """
        if len(line) > LONGEST:
            return False
        if self.names_reporter(line) or self.outlet_in(line) is not None:
            return True
        return _WHOLE_IN_BRACKETS.fullmatch(line) is not None and len(line.split()) <= _MOST_IN_BRACKETS

    def names_reporter(self, line: str) -> bool:
        """Tell whether a line says who wrote the text: "By Jane Doe", or a name and a place, "Salim Aydin - Ankara"."""
        if len(line) > LONGEST:
            return False
        folded = folded_line(line)
        for pattern in self.reporter:
            found = pattern.fullmatch(folded)
            if found is not None and self._are_names(found, line):
                return True
        return self._is_name_with_place(line)

    def outlet_in(self, line: str) -> tuple[int, int] | None:
        """Return where in a line that is nothing but a credit the outlet's name stands; None where it is none.

        Args:
            line: One line, without white space around it.
        """
        if len(line) > LONGEST or not line:
            return None
        bracketed = _WHOLE_IN_BRACKETS.fullmatch(line) is not None
        syndicated = self._syndicated(line) if bracketed else None
        if syndicated is not None:
            return syndicated
        pieces = [found.span() for found in self._pieces(line)]
        known = [span for span in pieces if folded_line(line[slice(*span)]) in self.outlets]
        if not known or (_LABEL.search(line) and not line.endswith(line[slice(*known[-1])])):
            return None
        others = [line[slice(*span)] for span in pieces if span not in known]
        signed = bracketed or _SIGNED.match(line) is not None or len(pieces) == len(known)
        if not all(self._is_place(other) or len(other.split()) <= _MOST_BESIDE for other in others):
            return None
        return known[0] if signed or len(others) <= _MOST_BESIDE else None

    def outlet_before(self, text: str) -> tuple[int, int] | None:
        """Return where before the first words of a text its outlet's name stands: "ERBIL (Rudaw) - The delegation …".

        Args:
            text: A paragraph.
        """
        found = _BRACKETED.match(text)
        if found is not None:
            syndicated = self._syndicated(found[0]) if not found["before"].strip() else None
            if syndicated is not None:
                return syndicated
            few = found["dash"] is not None and len(found["before"].split()) <= _MOST_BEFORE
            known = folded_line(found["name"]) in self.outlets and (few or self._are_places(found["before"]))
            if known or (found["dash"] is not None and self._abbreviates(found["name"], found["before"])):
                return _stripped(text, *found.span("name"))
        slashed = _SLASHED.match(text)
        if slashed is not None and self._may_be_outlet(slashed["name"]) and self._is_place(slashed["before"].strip()):
            return _stripped(text, *slashed.span("name"))
        for pattern in _PARTED:
            found = pattern.match(text)
            named = found is not None and folded_line(found["name"]) in self.outlets - self.places
            if found is None or not named or not self._are_places(found["before"]):
                continue
            # "Petra – the old town – was closed": between two dashes stands what is only said by the way.
            rest = text[found.end() : found.end() + _ASIDE]
            second = _DASH.search(rest)
            if found["before"] or second is None or self._are_places(rest[: second.start()]):
                return _stripped(text, *found.span("name"))
        return None

    def _abbreviates(self, name: str, before: str) -> bool:
        """Whether a name in brackets is that of an agency, known or not: capitals behind a place, "LUSAKA (ZANA)".

        A day may stand between them.
        """
        place, _, day = before.partition(",")
        whence = bool(place.strip()) and self._is_place(place.strip())
        dated = not day.strip() or (_FIGURE.search(day) is not None and len(day.split()) <= _LONGEST_DAY)
        return whence and dated and _ABBREVIATION.fullmatch(name) is not None and not self._is_place(name)

    def _may_be_outlet(self, name: str) -> bool:
        """Whether a name between two slashes behind a place may be an unknown outlet: no place, few words."""
        return len(name.split()) <= _MOST_BESIDE and _WORD.search(name) is not None and not self._is_place(name)

    def is_whence(self, text: str) -> bool:
        """Tell whether what stands before a day names a place or an outlet and nothing else: "Erbil (GOV.KRD) —".

        Args:
            text: The beginning of a paragraph, up to the day.
        """
        bare = _IN_BRACKETS.sub(" ", text).strip()
        head, _, preposition = bare.rpartition(" ")
        if head and preposition.isalpha() and len(preposition) <= _SHORT_WORD and not self._is_place(preposition):
            bare = head  # "Muscat on 12 March"
        pieces = [found[0] for found in self._pieces(bare)]
        named = [piece for piece in pieces if folded_line(piece) in self.outlets or self._is_place(piece)]
        return bool(pieces) and len(text) <= _LONGEST_WHENCE and len(named) == len(pieces)

    def _syndicated(self, line: str) -> tuple[int, int] | None:
        """The name behind that of a syndicator in brackets: "(MENAFN- Agency)"."""
        start, end = line.find("("), line.rfind(")")
        head, dash, name = line[start + 1 : end].partition("-")
        if start < 0 or end < 0 or not dash or folded_line(head) not in self.syndicators or not name.strip():
            return None
        return _stripped(line, end - len(name), end)

    def _pieces(self, text: str) -> Iterator[re.Match[str]]:
        return (_PIECE_WITH_HYPHEN if self.has_case else _PIECE).finditer(text)

    def _is_place(self, piece: str) -> bool:
        return not _WORD.search(piece) or folded_line(piece) in self.places

    def _are_places(self, text: str) -> bool:
        return all(self._is_place(found[0]) for found in self._pieces(text))

    def _are_names(self, found: re.Match[str], line: str) -> bool:
        """Whether the words behind "by" can be names: few, and where letters have case with capital ones."""
        words = found[1].split()
        if not self.has_case:
            return 0 < len(words) <= _MOST_NAMES
        first = len(found.string[: found.start(1)].split())
        written = [word.strip(".,;()") for word in line.split()[first : first + len(words)]]
        capital = [word for word in written if word[:1].isupper()]
        return (
            len(words) <= 2 * _MOST_NAMES
            and bool(capital)
            and all(word[:1].isupper() or len(word) <= _SHORT_WORD for word in written)
        )

    def _is_name_with_place(self, line: str) -> bool:
        """A known given name and a surname on one side of a mark, a known place on the other."""
        pieces = [found[0] for found in self._pieces(line)]
        if len(pieces) != 2 or ":" in line:
            return False
        for name, place in (pieces, pieces[::-1]):
            words = folded_line(name).split()
            if 2 <= len(words) <= _MOST_NAMES and words[0] in self.given and folded_line(place) in self.places:
                return True
        return False


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@cache
def _credits_of(language: Language) -> Credits:
    table = language.table("language")
    also = [languages.load(code) for code in table.get("furniture", {}).get("also", ())]
    listed = table.get("credits", {})
    syndicators: Sequence[str] = [
        name for each in (language, *also) for name in each.table("language").get("credits", {}).get("syndicators", ())
    ]
    outlets = {name for each in (language, *also) for name in _names(each.folder, "outlet")}
    places = {name for each in (language, *also) for name in _names(each.folder, "place", "party")}
    given = language.table("people").get("names", {}).get("given", ())
    return Credits(
        frozenset(outlets),
        frozenset(places),
        frozenset(folded_line(name) for name in given),
        tuple(re.compile(folded_pattern(pattern)) for pattern in listed.get("reporter", ())),
        frozenset(folded_line(name) for name in syndicators),
        language.has_case,
    )


def _names(folder: Path, *categories: str) -> Iterator[str]:
    """The names of some categories in a language's ``names.tsv``, folded."""
    path = folder / "names.tsv"
    if not path.exists():
        return
    for row in path.read_text(encoding="utf-8").split("\n"):
        category, _, rest = row.partition("\t")
        if category in categories:
            for name in rest.partition("\t")[2].split("|"):
                yield folded_line(name.lstrip("="))
