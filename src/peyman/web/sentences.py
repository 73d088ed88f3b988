"""English sentences of other rooms in the language of a visitor: reasons of a status, errors, what exports lose.

The record and the command line say them in English. A page finds the message that a sentence was made from, takes the
values out of it, and puts both into the language of the visitor. A sentence that is not known here stays in English.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Mapping
from functools import cache

from peyman.web.dates import date_words
from peyman.web.interface import Interface
from peyman.web.terms import FIELDS, KINDS, N_, VALUES

#: What may stand in the place of a value, by the beginning of its name.
_VALUES: Mapping[str, str] = {
    "entry": r"[ADMCSPG]\d+",
    "other": r"[ADMCSPG]\d+",
    "day": r"\d{4}-\d\d-\d\d",
    "end": r"\d{4}-\d\d-\d\d",
    "window": r"[0-9./X~?%-]+",
    "number": r"\d+",
    "share": r"[01]\.\d+",
    "length": r"\d+ (?:day|week|month|year)s?",
}
_LENGTHS: Mapping[str, Callable[[gettext.NullTranslations, int], str]] = {
    "day": lambda words, number: words.ngettext("%(number)s day", "%(number)s days", number),
    "week": lambda words, number: words.ngettext("%(number)s week", "%(number)s weeks", number),
    "month": lambda words, number: words.ngettext("%(number)s month", "%(number)s months", number),
    "year": lambda words, number: words.ngettext("%(number)s year", "%(number)s years", number),
}

MESSAGES: tuple[str, ...] = (
    # why an undertaking or a planned meeting has its status
    N_("undertaken in %(entry)s"),
    N_("reported in %(entry)s"),
    N_("%(entry)s reports it as %(status)s (%(other)s)"),
    N_("%(entry)s tells it as %(status)s"),
    N_("the same parties met on %(day)s (%(other)s)"),
    N_("its last day, %(day)s, has passed"),
    N_("its last day, %(day)s, has passed, and no document tells that it was held"),
    N_("%(length)s from the signing (%(other)s), %(day)s: %(end)s"),
    N_("%(length)s from the talks (%(other)s), %(day)s: %(end)s"),
    N_("%(length)s from the publication of %(entry)s, %(day)s: %(end)s"),
    N_("%(entry)s gives no end: %(window)s"),
    N_("%(entry)s gives the window %(window)s"),
    # why something waits for a reviewer
    N_("%(entry)s and %(other)s may be one %(kind)s: alike to %(share)s, merged from %(share_enough)s on"),
    N_("%(entry)s %(field)s: now read as %(value)s, decided as %(value_held)s by %(name)s (%(number)s)"),
    # accounts and positions
    N_("You have an account here already."),
    N_("Sign in without the invitation."),
    N_("Another account is linked to that identity."),
    N_("Sign in with that one."),
    N_("Somebody has that name already."),
    N_("Choose another one."),
    N_("That is not your password."),
    N_("Type the one that you sign in with."),
    N_("A signatory acts for a party."),
    N_("Give its key, such as IRQ."),
    N_("That is no key of a party."),
    N_("Give one such as IRQ."),
    N_("A name has 2 to 100 letters."),
    N_("Give the name that others know you by."),
    N_("A password has %(number)s to %(number_most)s characters."),
    N_("A few words are a good one."),
    N_("That password is too easily guessed."),
    N_("A dispute needs a reason."),
    N_("Say what is not so, and how you see it."),
    N_("There is no text."),
    N_("Write what your delegation is to know."),
    N_("This answer belongs to another browser, or is too old."),
    N_("Begin again."),
    N_("%(name)s did not say who you are."),
    N_("%(name)s does not answer."),
    N_("Try again, or sign in here."),
    N_("Try later, or sign in here."),
    N_("Signing in was not begun in this browser."),
    N_("Nobody with that identity has an account here."),
    N_("Ask for an invitation."),
    # documents that come in
    N_("Paste one, or choose a file."),
    N_("There are several documents in the file."),
    N_("Choose a file with one document."),
    N_("The text is in no language that Peyman reads."),
    N_("It reads Persian, Arabic, Sorani, Kurmanji and English; if it is in one of them, say in which."),
    N_("There is no language %(name)s."),
    N_("It is binary data, not text."),
    N_("The PDF file is broken (%(name)s)."),
    N_("The PDF file cannot be read (%(name)s)."),
    N_("The PDF file has no text in it: its pages are pictures."),
    N_("Give it after text recognition."),
    N_("The PDF file asks for a password."),
    N_("Save a copy without one and give that."),
    N_("It is no Word file: the archive is broken or cut short."),
    N_("The Word file cannot be read (%(name)s)."),
    N_("The Word file has no text in it."),
    N_("It is a Word file with a password, or an old .doc file."),
    N_("Save it as .docx without a password."),
    N_("Give a file with text in it."),
    N_("Save its text as a .txt file and give that."),
    N_("Save its text as a .txt or .html file and give that."),
    N_("Line %(number)s, column %(number_of_column)s is no JSON (%(name)s)."),
    N_('A document is one JSON object with at least "text" or "html".'),
    # formats of exports, and what each has no place for
    N_("FollowTheMoney entities"),
    N_(
        "Offsets, who says what, the status, format and capacities of a meeting, and the terms of an undertaking have "
        "no properties of their own: they stand in words in summary and description."
    ),
    N_("PLOVER events, JSON Lines"),
    N_(
        "PLOVER has no deadline, no mediator, no doubt about a date, and no 'one says held, the other denies': where "
        "documents differ, the value that most of them give stands alone, and what is unknown is left out."
    ),
    N_("PLOVER events, the tab-separated columns of POLECAT"),
    N_("As PLOVER, and without evidence: the columns have no place for offsets; intensity is empty."),
    N_("iCalendar of meetings and deadlines"),
    N_(
        "Undertakings without a deadline, statements and evidence are left out, and so is a meeting without a known "
        "day; where documents differ, the value that most of them give stands alone, and the difference is said in the "
        "description."
    ),
    N_("The brief: two pages for people, HTML"),
    N_(
        "All but the last round, the facts on which its accounts differ, what is due and what is new; of these, what "
        "two pages have no room for."
    ),
    N_("The brief: two pages for people, Word"),
    N_("As the brief in HTML."),
    N_("The whole record, JSON Lines, for peyman import"),
    N_("Nothing."),
    N_("JSON-LD: schema.org, Web Annotation, PROV"),
    N_(
        "Words of documents are left out unless they are asked for; the capacity of a participant other than the host "
        "stands in annotations only."
    ),
    N_("CSV tables, one for each kind of entry"),
    N_(
        "In the tables of entries where documents differ, the value that most of them give stands alone; the table of "
        "claims has every value, and its words where they are asked for."
    ),
    N_("Parquet tables, one for each kind of entry"),
    N_("As the CSV tables."),
    # entries and searches
    N_("There is no entry %(name)s."),
    N_("There is no document %(name)s."),
    N_("A closing bracket has no opening one."),
    N_("An opening bracket has no closing one."),
    N_("A quotation mark has no partner."),
    N_("OR has nothing on one of its sides."),
    N_("A minus has nothing behind it."),
    N_("The field %(name)s has no value."),
    N_("There is no field %(name)s."),
    N_("Fields are %(names)s."),
    N_("%(name)s is no date that can be told."),
    N_("%(name)s is no range of dates: it ends before it begins."),
    N_("Such as %(names)s or %(name)s."),
    N_("Such as %(names)s."),
    N_("Such as: %(names)s"),
    N_("The query has more than %(number)s characters."),
    N_("Search for a few words of it."),
)
"""Every sentence that is put into the languages of the interface, with the names of its values."""


def sentence(text: str, language: Interface, calendar: str) -> str | None:
    """Return a sentence in the language of a visitor; None where it is not known.

    Args:
        text: What another room said in English.
        language: The language of the interface.
        calendar: The calendar in which days are shown.
    """
    for pattern, message in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return language.text(
                message, **{name: _value(name, value, language, calendar) for name, value in found.groupdict().items()}
            )
    return None


def length_words(text: str, language: Interface) -> str:
    """Return a length of time, such as "5 months", in the language of a visitor; what is none comes back as it is."""
    number, _, unit = text.partition(" ")
    worded = _LENGTHS.get(unit.removesuffix("s"))
    if worded is None or not number.isdecimal():
        return text
    return worded(language.words, int(number)) % {"number": language.number(number)}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(message), message) for message in MESSAGES)


def _pattern(message: str) -> re.Pattern[str]:
    parts = re.split(r"%\((\w+)\)s", message)
    made = [
        re.escape(part) if position % 2 == 0 else f"(?P<{part}>{_VALUES.get(part.partition('_')[0], '.+?')})"
        for position, part in enumerate(parts)
    ]
    return re.compile("".join(made), re.DOTALL)


def _value(name: str, value: str, language: Interface, calendar: str) -> str:
    kind = name.partition("_")[0]
    if kind in ("day", "end", "window"):
        return date_words(value, language, calendar)
    if kind == "number":
        return language.number(value)
    if kind == "share":
        return language.percent(float(value))
    if kind == "length":
        return length_words(value, language)
    if kind == "kind" and value in KINDS:
        return language.text(KINDS[value][0]).lower()
    if kind == "field" and value in FIELDS:
        return language.text(FIELDS[value])
    if kind in ("name", "names") and language.direction == "rtl":
        return f"\u2068{value}\u2069"  # what is named in another script keeps its own order
    known = value if value in VALUES else value.replace(" ", "-")
    return language.text(VALUES[known]) if kind in ("status", "value") and known in VALUES else value
