"""How entries are put into words for a person: dates and windows, parties, what a meeting or a commitment is.

Shared by every form that people read. The words of the documents themselves are never changed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from peyman.exchange.bidirectional import Part, listed
from peyman.model import Actor, Agreement, Commitment, Date, Entry, Meeting, Place, Reading, Span, Statement

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: EDTF level 1: seasons stand where a month would.
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUALIFIERS = {"?": "perhaps ", "~": "about ", "%": "perhaps about ", "": ""}
_DATE = re.compile(r"(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(T[0-9:.Z+-]+)?([?~%]?)")

#: The kinds of entries in the order in which a reader wants them: the field of `Reading`, and its heading.
KINDS = (
    ("meetings", "Meetings"),
    ("commitments", "Commitments"),
    ("statements", "Statements"),
    ("dates", "Dates"),
    ("actors", "Actors"),
    ("places", "Places"),
    ("agreements", "Agreements"),
)


#: Longest quotation, in characters; a statement's content may be most of the document.
LONGEST_QUOTE = 320


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an entry says.

    Attributes:
        label: What it is.
        value: In words, each name a part by itself; empty where the quotations say all.
        quotes: Spans of the document's text that are quoted with it.
    """

    label: str
    value: tuple[Part, ...] = ()
    quotes: tuple[Span, ...] = ()


def shortened(quote: str) -> str:
    """Cut a quotation that fills more than a few lines at a blank, and say so with an ellipsis."""
    if len(quote) <= LONGEST_QUOTE:
        return quote
    return quote[:LONGEST_QUOTE].rpartition(" ")[0] + " …"


def edtf_words(value: str) -> str:
    """Return an EDTF value in words: ``2025-11/..`` is "from November 2025, open".

    Args:
        value: EDTF level 1; what is no date or interval (a duration) comes back as it is.
    """
    start, slash, end = value.partition("/")
    if not slash:
        return _date_words(value)
    if start in ("", "..") and end in ("", ".."):
        return "at no known time"
    if end == "..":
        return f"from {_date_words(start)}, open"
    if end == "":
        return f"from {_date_words(start)}, end unknown"
    if start == "..":
        return f"until {_date_words(end)}"
    if start == "":
        return f"until {_date_words(end)}, beginning unknown"
    return f"{_date_words(start)} to {_date_words(end)}"


def _date_words(value: str) -> str:
    found = _DATE.fullmatch(value)
    if not found:
        return value
    year, month, day, time, qualifier = found.groups()
    before = _QUALIFIERS[qualifier]
    if year.endswith("XX"):
        return f"{before}the {year[:2]}00s"
    if year.endswith("X"):
        return f"{before}the {year[:3]}0s"
    if month is None:
        return before + year
    if month == "XX":
        return f"{before}a day or month of {year}"
    if month in _SEASONS:
        return f"{before}{_SEASONS[month]} {year}"
    if not 1 <= int(month) <= 12:
        return value
    named = f"{_MONTHS[int(month) - 1]} {year}"
    if day is None:
        return before + named
    if day == "XX":
        return f"{before}a day in {named}"
    try:
        weekday = _WEEKDAYS[date(int(year), int(month), int(day)).weekday()]
    except ValueError:
        return value
    clock = f", {time[1:]}" if time else ""
    return f"{before}{weekday}, {int(day)} {named}{clock}"


def dated(value: str | None) -> str:
    """Return an EDTF value in words with the value itself beside it, unless they are the same."""
    if value is None:
        return ""
    words = edtf_words(value)
    return words if words == value else f"{words} ({value})"


def party_name(reading: Reading, key: str) -> str:
    """Return a party's key with its name before it, where the reading has one: ``Iraq (IRQ)``."""
    for actor in reading.actors:
        if actor.key == key and actor.kind == "party":
            return f"{actor.names.get('en') or actor.name} ({key})"
    return key


def entries(reading: Reading) -> Iterator[tuple[str, Entry]]:
    """Yield every entry with the name of its field, in the order of `KINDS`."""
    for name, _ in KINDS:
        for entry in getattr(reading, name):
            yield name, entry


def headline(entry: Entry, reading: Reading) -> tuple[Part, ...]:
    """Say in a few words what an entry is."""
    match entry:
        case Meeting():
            return _words(f"{entry.kind.replace('-', ' ')}, {entry.status.replace('-', ' ')}")
        case Commitment():
            who = _parties(entry.by, reading) or _words("not said who")
            refused = "refuses: " if entry.polarity == "refused" else ""
            return (*who, *_words(f"– {refused}{entry.class_} ({entry.strength})"))
        case Statement():
            joint = "joint " if entry.joint and not entry.kind.startswith("joint") else ""
            by = _names_of(reading, entry.issuers)
            return (*_words(joint + entry.kind.replace("-", " ") + (" by" if by else "")), *by)
        case Date():
            return _words(dated(entry.edtf) or "not resolved")
        case Actor() | Place() | Agreement():
            return (Part(entry.name), Part(entry.key, "(", ")"))
    return _words(entry.id)


def _words(text: str | None) -> tuple[Part, ...]:
    return (Part(text),) if text else ()


def _name_of(reading: Reading, identifier: str) -> str:
    named: list[Actor | Place | Agreement] = [*reading.actors, *reading.places, *reading.agreements]
    for entry in named:
        if entry.id == identifier:
            return entry.name
    for statement in reading.statements:
        if statement.id == identifier:
            return f"{statement.id} ({statement.kind.replace('-', ' ')})"
    return identifier


def _names_of(reading: Reading, identifiers: Iterable[str | None]) -> tuple[Part, ...]:
    return listed(_name_of(reading, identifier) for identifier in identifiers if identifier)


def facts(entry: Entry, reading: Reading) -> list[Fact]:
    """Return what an entry says beside its headline, in the order in which a reader wants it; unknowns left out.

    Args:
        entry: An entry of the reading.
        reading: The reading, which names the parties and actors that the entry refers to.
    """
    match entry:
        case Meeting():
            found = list(_meeting_facts(entry, reading))
        case Commitment():
            found = list(_commitment_facts(entry, reading))
        case Statement():
            found = list(_statement_facts(entry, reading))
        case Date():
            found = list(_date_facts(entry))
        case Actor():
            found = list(_actor_facts(entry))
        case Place():
            found = [Fact("country", _words(entry.country)), Fact("names", _names(entry.names))]
        case Agreement():
            found = [
                Fact("kind", _words(entry.kind)),
                Fact("date", _words(dated(entry.date))),
                Fact("parties", _parties(entry.parties, reading)),
                Fact("names", _names(entry.names)),
            ]
        case _:
            found = []
    return [fact for fact in found if fact.value or fact.quotes]


def _parties(keys: list[str], reading: Reading) -> tuple[Part, ...]:
    return listed(party_name(reading, key) for key in keys)


def _names(names: dict[str, str]) -> tuple[Part, ...]:
    return listed((names[code] for code in sorted(names)), ";")


def _meeting_facts(entry: Meeting, reading: Reading) -> Iterator[Fact]:
    yield Fact("when", _words(dated(entry.date)))
    yield Fact("where", _names_of(reading, [entry.place]))
    yield Fact("parties", _parties(entry.parties, reading))
    for person in entry.participants:
        described = (person.title or "", person.party or "", person.capacity)
        by_office = person.title and any(a.id == person.actor and a.kind == "party" for a in reading.actors)
        # "The Omani foreign minister": nobody is named, and the office says whose it is.
        yield Fact("present", listed(described if by_office else [_name_of(reading, person.actor), *described]))
    yield Fact("under", _names_of(reading, entry.basis))
    yield Fact("round", _words(entry.round))
    yield Fact("topics", quotes=tuple(entry.topics))
    for designation in entry.designations:
        yield Fact("called", _words(designation.format), (designation.span,))
    yield Fact("said in", _names_of(reading, entry.said_in))
    if entry.plover:
        yield Fact("PLOVER", _words(" ".join(part for part in (entry.plover.event, entry.plover.mode) if part)))


def _commitment_facts(entry: Commitment, reading: Reading) -> Iterator[Fact]:
    yield Fact("what", quotes=(entry.action,))
    yield Fact("by when", _words(dated(entry.window)))
    yield Fact("toward", _parties(entry.toward, reading))
    yield Fact("for", _parties(entry.for_, reading))
    yield Fact("so that", quotes=tuple(entry.objectives))
    yield Fact("if", quotes=(entry.condition,) if entry.condition else ())
    yield Fact("follow-up", _words(entry.followup))
    yield Fact("said in", _names_of(reading, entry.said_in))


def _statement_facts(entry: Statement, reading: Reading) -> Iterator[Fact]:
    yield Fact("date", _words(dated(entry.date)))
    yield Fact("parties", _parties(entry.parties, reading))
    yield Fact("told by", _names_of(reading, [entry.via]))
    yield Fact("says", quotes=tuple(entry.content))
    yield Fact("quotes", quotes=tuple(entry.quoted))


def _date_facts(entry: Date) -> Iterator[Fact]:
    notes = [name for name, true in (("vague", entry.vague), ("relative", entry.relative)) if true]
    yield Fact("kind", listed([*([] if entry.kind == "date" else [entry.kind]), *notes]))
    yield Fact("calendars", listed(entry.calendars) if entry.calendars != ["gregorian"] else ())
    if entry.conflict:
        pairs = zip(entry.conflict.between, entry.conflict.values, strict=False)
        yield Fact("conflict", listed((f"{what}: {dated(value)}" for what, value in pairs), ";"))


def _actor_facts(entry: Actor) -> Iterator[Fact]:
    yield Fact("kind", _words(f"{entry.kind}, news outlet" if entry.outlet else entry.kind))
    yield Fact("party", _words(entry.party if entry.party != entry.key else None))
    for role in entry.roles:
        yield Fact("role", quotes=(role.span,))
    yield Fact("names", _names(entry.names))


def spans(entry: Entry) -> list[Span]:
    """Return every span that an entry points to, its evidence first, without repetition."""
    found = [*entry.evidence]
    match entry:
        case Date():
            found.append(entry.span)
        case Meeting():
            found += [*entry.topics, *(designation.span for designation in entry.designations)]
        case Commitment():
            found += [entry.action, *entry.objectives, *([entry.condition] if entry.condition else [])]
        case Statement():
            found += [*entry.content, *entry.quoted]
        case Actor():
            found += [*(role.span for role in entry.roles), *entry.mentions]
        case Place() | Agreement():
            found += entry.mentions
    return list(dict.fromkeys(found))


def background_spans(entry: Entry) -> list[Span]:
    """Return the spans that an entry covers as a whole, such as all that a statement says: not words to dwell on."""
    return list(entry.content) if isinstance(entry, Statement) else []


#: How the day of publication is known, in words.
PUBLISHED_FROM: dict[str | None, str] = {
    "metadata": "from metadata",
    "byline": "from its byline",
    "url": "from its address",
    "given": "as given",
    None: "source unknown",
}


#: In which kind of line the text tells it, where that is not the byline.
PUBLISHED_LINE: dict[str | None, str] = {
    "header": "from its header line",
    "sentence": "from a sentence that calls a day today",
}


def publication_words(reading: Reading) -> str:
    """Say when the document was published, and how that is known."""
    document = reading.document
    if not document.published:
        return "publication date unknown"
    how = PUBLISHED_LINE.get(document.published_line) or PUBLISHED_FROM[document.published_from]
    return f"published {dated(document.published)}, {how}"
