"""The languages of the interface: their words (gettext), digits, direction and names of months.

The words are kept in ``translations/<code>/messages.po`` and compiled when a language is first asked for, so that there
is nothing to build. The language of the interface is not that of the documents: each of these is shown in its own.
"""

from __future__ import annotations

import gettext
import io
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from peyman import languages
from peyman.actors.known.register import NameCategory, display_names, names_of
from peyman.text.fold import fold

_FOLDER = Path(__file__).with_name("translations")
DEFAULT = "en"


@dataclass(frozen=True, eq=False)
class Interface:
    """One language of the interface.

    Attributes:
        code: BCP 47 code.
        name: Its name in itself.
        direction: ``ltr`` or ``rtl``.
        locale: Its locale in CLDR.
        digits: The ten digits that numbers are written with.
        percentage: How a share in percent is written, with ``{}`` for the number.
        months: Names of the months of each calendar, January or its like first.
        words: Its translations.
    """

    code: str
    name: str
    direction: languages.Direction
    locale: Locale
    digits: str
    percentage: str
    months: Mapping[str, tuple[str, ...]]
    words: gettext.NullTranslations

    def text(self, message: str, **values: object) -> str:
        """Return a message in this language, with values put in."""
        translated = self.words.gettext(message)
        return translated % values if values else translated

    def number(self, value: object) -> str:
        """Return a number, or a text with numbers in it, in the digits of the language."""
        return str(value).translate(str.maketrans("0123456789", self.digits))

    def percent(self, share: float) -> str:
        """Return a share from 0 to 1 in percent, with the sign of the language: 79%, ۷۹٪ or %79."""
        return self.percentage.format(self.number(round(share * 100)))

    def party(self, key: str) -> str:
        """Return the name of a party in this language, in English where there is none, or its key."""
        names = display_names("party", key) or display_names("body", key)  # an organisation is a body too
        return names.get(self.code) or names.get(DEFAULT) or key

    def party_named(self, name: str) -> str | None:
        """Return the key of the party that has a name, in any language; None where none has, or several have."""
        return _known("party").get(fold(name))

    def place(self, name: str) -> str:
        """Return what a place is called in this language, by a name of it in any language; what is not known stays."""
        key = _known("place").get(fold(name))
        return display_names("place", key).get(self.code, name) if key else name

    def weekday(self, number: int) -> str:
        """Return the name of a weekday, Monday being 0."""
        return str(self.locale.days["format"]["wide"][number])


@cache
def _known(wanted: NameCategory) -> dict[str, str | None]:
    """The key of what a folded name stands for, in a category of the register; None where it stands for several."""
    found: dict[str, str | None] = {}
    for code in languages.codes():
        for category, key, forms in names_of(languages.load(code)):
            if category == wanted:
                for form in forms:
                    folded = fold(form.lstrip("="))
                    found[folded] = key if found.get(folded, key) == key else None
    return found


def codes() -> tuple[str, ...]:
    """Return the languages of the interface in the order in which they are offered."""
    return tuple(_table())


def local_calendar(code: str) -> str | None:
    """Return the calendar that readers of a language date by beside the Gregorian; None where there is none.

    Args:
        code: One of `codes`.
    """
    calendar = _table()[code].get("calendar")
    return None if calendar is None else str(calendar)


@cache
def _table() -> dict[str, dict[str, object]]:
    return tomllib.loads((_FOLDER / "languages.toml").read_text(encoding="utf-8"))


@cache
def interface(code: str) -> Interface:
    """Return a language of the interface.

    Args:
        code: One of `codes`.

    Raises:
        KeyError: There is no such language.
    """
    row = _table()[code]
    given = row.get("months", {})
    assert isinstance(given, dict)
    return Interface(
        code=code,
        name=str(row["name"]),
        direction=languages.load(code).direction,
        locale=Locale.parse(str(row["cldr"])),
        digits=str(row["digits"]),
        percentage=str(row["percentage"]),
        months={**_months(code), **{calendar: tuple(names) for calendar, names in given.items()}},
        words=_translations(code),
    )


def _months(code: str) -> dict[str, tuple[str, ...]]:
    """The first name of each month in the tables that documents are read by; English names where they have none."""
    tables = [languages.load(each).table("calendar")["months"] for each in (code, DEFAULT)]
    calendars = dict.fromkeys(calendar for table in tables for calendar in table)
    return {
        calendar: tuple(
            next(table[calendar][str(month)][0] for table in tables if str(month) in table.get(calendar, {}))
            for month in range(1, 13)
        )
        for calendar in calendars
    }


def _translations(code: str) -> gettext.NullTranslations:
    path = _FOLDER / code / "messages.po"
    if not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=str(_table()[code]["cldr"]))
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def preferred(accepted: str | None) -> str:
    """Return the language of the interface that a browser likes best.

    Args:
        accepted: Its ``Accept-Language``.
    """
    for wanted in _by_preference(accepted or ""):
        for code in (wanted, wanted.split("-")[0]):
            for known in codes():
                if code in (known, str(_table()[known]["cldr"])):
                    return known
    return DEFAULT


def _by_preference(accepted: str) -> Iterable[str]:
    weighed = []
    for position, part in enumerate(accepted.split(",")[:20]):
        tag, _, parameter = part.strip().partition(";")
        try:
            weight = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        weighed.append((-weight, position, tag.strip().lower()))
    return [tag for _, _, tag in sorted(weighed)]
