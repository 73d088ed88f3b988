"""The figures of accounts: how long it lasted, and the days, lengths of time and numbers that accounts name.

A number is the same in every language and script, so that accounts can be compared by it where their words cannot. It
is found in the text itself: in digits of any script and in words, from ten on; years, days and the time of day are
dates and no figures. Small numbers count things of which every text has several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from peyman import languages
from peyman.dates.numbers import number_at
from peyman.dates.vocabulary import Vocabulary, vocabulary
from peyman.record.accounts import fact_relations
from peyman.record.accounts.account_facts import Fact
from peyman.record.shown.views import Claim
from peyman.text.fold import fold
from peyman.text.tokens import Token, TokenKind, tokenise

_LEAST = 10
_YEARS = range(1300, 2101)
"""Of the solar and the lunar Hijri calendar and of the Gregorian one."""
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,٫٬]\d{3})+")
_SEPARATOR = re.compile(r"[.,٫٬]")
_JOINS = frozenset(":/%٪-–")
"""Marks between the numbers of a date, a time or a fraction, and behind a share."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TO_THE_MINUTE = len("2026-01-15T21:45")
_SHORT = frozenset({"minute", "hour"})
_LONGEST_TALKS = 16
"""Hours beyond which a length is no length of talks: "within 24 hours", "for 72 hours"."""
_MOST_ARTICLES = 300
_READ = 20_000
"""Code points of a text in which figures are looked for."""
_WORDED = {"less": "less than {}", "more": "more than {}", "about": "about {}"}
"""How a length that is not exact is told."""
_SECONDS = {"minute": 60, "hour": 3600}


_Phrases = Mapping[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    Attributes:
        number: The number.
        unit: The unit of time that it counts, such as ``hour``; None where it counts something else.
        span: Where it is, its unit or the next word included, in code points.
        bound: Whether it is ``less`` or ``more`` than the number, or ``about`` as much; None where nothing of the
            kind is said.
    """

    number: int
    unit: str | None
    span: tuple[int, int]
    bound: str | None = None


def quantities(text: str, language: str, taken: Iterable[tuple[int, int]] = ()) -> list[Quantity]:
    """Find the lengths of time in a text, and its numbers from ten on.

    Args:
        text: The text.
        language: BCP 47; in a language that Peyman does not know, nothing is found.
        taken: Spans of dates: no number in them is a figure.

    Returns:
        What was found, in order.
    """
    if language not in languages.codes():
        return []
    words, multipliers, halves = vocabulary(languages.load(language)), _multipliers(language), _halves(language)
    tokens = tokenise(text, 0, _READ)
    dated = {position for start, end in taken for position in range(start, end)}
    found, index = [], 0
    while index < len(tokens):
        quantity, last = _at(words, multipliers, halves, tokens, index)
        if quantity is not None and tokens[index].start not in dated:
            found.append(replace(quantity, bound=_bound(_phrases(language), tokens, index)))
        index = max(last, index + 1)
    return found


def _at(
    words: Vocabulary, multipliers: dict[str, int], halves: _Phrases, tokens: Sequence[Token], index: int
) -> tuple[Quantity | None, int]:
    """The quantity that begins at a token, and the token behind it."""
    stop, token = len(tokens), tokens[index]
    unit = _unit(words, tokens, index)
    if unit is not None:
        name, count, last = unit
        span = (token.start, tokens[last - 1].end)
        return (Quantity(count, name, span) if count > 1 else None), last
    value, last, year = _half(multipliers, halves, tokens, index) or _number(words, tokens, index)
    if value is None:
        return None, index + 1
    while last < stop and (by := multipliers.get(tokens[last].fold)) is not None:
        value, last, year = value * by, last + 1, False
    if last < stop and (unit := _unit(words, tokens, last)) is not None:
        span = (token.start, tokens[unit[2] - 1].end)
        return (Quantity(round(value), unit[0], span) if value > 1 and value == round(value) else None), unit[2]
    if year or value < _LEAST or value != round(value):
        return None, last
    end = tokens[last].end if last < stop and tokens[last].kind is TokenKind.WORD else tokens[last - 1].end
    if last < stop and tokens[last].text in _JOINS:
        return None, last + 2  # a time of day, a date, a fraction; a share is told with its mark
    if index and tokens[index - 1].text in _JOINS and tokens[index - 1].end == token.start:
        return None, last
    return Quantity(round(value), None, (token.start, end)), last


def _half(
    multipliers: Mapping[str, int], halves: _Phrases, tokens: Sequence[Token], index: int
) -> tuple[float, int, bool] | None:
    """A half that a multiplier follows, *half a million*, and the token of the multiplier."""
    for length in (2, 1):
        share = halves.get(tuple(token.fold for token in tokens[index : index + length]))
        last = index + length
        if share is not None and last < len(tokens) and multipliers.get(tokens[last].fold, 0) > 1:
            return float(share), last, False
    return None


def _number(words: Vocabulary, tokens: Sequence[Token], index: int) -> tuple[float | None, int, bool]:
    """A number with or without separators, or in words; the token behind it, and whether it may be a year."""
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        if _THOUSANDS.fullmatch(token.fold):
            return int(_SEPARATOR.sub("", token.fold)), index + 1, False
        if _SEPARATOR.search(token.fold):
            parts = _SEPARATOR.split(token.fold)
            return (float(".".join(parts)) if len(parts) == 2 else None), index + 1, False
        if len(token.fold) > 4:
            return (int(token.fold) if len(token.fold) <= 12 else None), index + 1, False
    number = number_at(words, tokens, index, len(tokens))
    if number is None or number.ordinal or number.decade:
        return None, index + 1, False
    return number.value, number.last, number.digits == 4 and number.value in _YEARS


def _unit(words: Vocabulary, tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    """The unit of time at a token, how many it is by itself, and the token behind it."""
    found = words.find(tokens, index, len(tokens))
    if found is None:
        return None
    for category, count in (("two_units", 2), ("units", 0), ("unit", 0)):
        term = found.terms.get(category)
        if term is not None:
            return str(term.value), count, index + found.length
    return None


def _bound(phrases: _Phrases, tokens: Sequence[Token], index: int) -> str | None:
    """Which bound the words before a number give."""
    for length in (3, 2, 1):
        bound = phrases.get(tuple(token.fold for token in tokens[max(0, index - length) : index]))
        if bound is not None:
            return bound
    return None


@cache
def _phrases(language: str) -> _Phrases:
    return _forms(language, "bounds")


@cache
def _halves(language: str) -> _Phrases:
    return _forms(language, "halves")


def _forms(language: str, name: str) -> _Phrases:
    table = languages.load(language).table("numbers").get(name, {})
    return {tuple(token.fold for token in tokenise(form)): meant for meant, forms in table.items() for form in forms}


def articles_in(text: str, language: str) -> list[Quantity]:
    """Find how many articles a text says that an agreement has: *a roadmap of seven articles*, *the 20-point plan*.

    Args:
        text: The text.
        language: BCP 47; in a language that Peyman does not know, nothing is found.
    """
    if language not in languages.codes():
        return []
    words, tokens = vocabulary(languages.load(language)), tokenise(text, 0, _READ)
    forms = _articles(language)
    found = []
    for index in range(len(tokens)):
        number = number_at(words, tokens, index, len(tokens))
        if number is None or number.ordinal or number.decade or not 1 < number.value <= _MOST_ARTICLES:
            continue
        last = number.last + (number.last < len(tokens) and tokens[number.last].text == "-")
        if last < len(tokens) and tokens[last].fold in forms and not _goes_on(tokens, index):
            found.append(Quantity(round(number.value), None, (tokens[index].start, tokens[last].end)))
    return found


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number is the end of a longer one: 1.20, 3-5, twenty-one."""
    return index > 0 and tokens[index - 1].text in _JOINS and tokens[index - 1].end == tokens[index].start


@cache
def _articles(language: str) -> frozenset[str]:
    table = languages.load(language).table("numbers").get("counted", {})
    return frozenset(fold(form) for form in table.get("articles", ()))


@cache
def _multipliers(language: str) -> dict[str, int]:
    table = languages.load(language).table("numbers").get("multipliers", {})
    return {fold(form): int(value) for value, forms in table.items() for form in forms}


@dataclass(frozen=True, slots=True)
class AccountText:
    """What figures are taken from.

    Attributes:
        account: Its id.
        text: Its text.
        told: Any claim of it: what is found is told by the same document.
        dates: What it places in time.
        evidence: Where it tells the encounter.
    """

    account: str
    text: str
    told: Claim
    dates: Sequence[Claim]
    evidence: Sequence[tuple[int, int]]


def figure_facts(accounts: Sequence[AccountText], encounter_days: set[str]) -> list[Fact]:
    """Make the facts of figures.

    Args:
        accounts: The accounts that tell the encounter for its own sake.
        encounter_days: Days of the encounter itself, which has a fact for its date.
    """
    duration = Fact("duration", None, "duration", _durations, beside=True)
    articles = Fact("articles", None, "number of articles", fact_relations.plain, beside=True, several=True)
    named: dict[tuple[str, str], Fact] = {}
    published_on: dict[str, set[str]] = {}

    def note(fact: str, subject: str, label: str, claim: Claim) -> None:
        made = named.setdefault((fact, subject), Fact(fact, subject, label, fact_relations.plain, beside=True))
        made.add(claim, subject, claim.words, compared=subject, wording=claim.words)

    def note_day(day: str, claim: Claim) -> None:
        # "About that day" is that day here, and excludes no hour of it.
        told = str(claim.value).rstrip("?~%")[:_TO_THE_MINUTE]
        fact = Fact("day", day, day, fact_relations.hours, since=day, beside=True, several=True)
        named.setdefault(("day", day), fact).add(claim, told, claim.words, wording=claim.words)

    for account in accounts:
        taken = [claim.span for claim in account.dates if claim.value]
        for found in quantities(account.text, account.told.document.language, taken):
            claim, words = _claimed(account, found)
            label = f"{found.number:,}" if found.unit is None else _counted(found)
            if found.unit in _SHORT and _lasted(account, found):
                told = _WORDED.get(found.bound or "", "{}").format(label)
                duration.add(claim, told, told, compared=(label, found.bound), wording=words)
            else:
                note("figure" if found.unit is None else "length", label, label, claim)
        for found in articles_in(account.text, account.told.document.language):
            claim, words = _claimed(account, found)
            articles.add(claim, str(found.number), str(found.number), wording=words)
        published = (account.told.document.published or "")[:10]
        published_on.setdefault(published, set()).add(account.account)
        for claim in account.dates:
            day = _DAY.match(str(claim.value or ""))
            if day and day[0] == str(claim.value)[:10] and "/" not in str(claim.value):
                if day[0] in encounter_days or day[0] == published:
                    continue
                note_day(day[0], claim)
    for fact in named.values():
        if fact.fact == "day":
            # An account of that day need not name it.
            fact.unread = frozenset(published_on.get(fact.subject or "", ()))
    return [duration, articles, *(named[key] for key in sorted(named))]


def _claimed(account: AccountText, found: Quantity) -> tuple[Claim, str]:
    """A claim of what was found in the text of an account, and its words."""
    words = account.text[slice(*found.span)]
    claim = replace(
        account.told, field="figure", value=found.number, words=words, span=found.span, wording=words,
        said_in=(), speakers=(), read=None, decision=None,
    )  # fmt: skip
    return claim, words


def _durations(a: tuple[str, str | None], b: tuple[str, str | None]) -> fact_relations.Relation:
    """Two lengths: less than one and more than the same exclude each other, either goes with the length itself."""
    if a == b:
        return "same"
    return "fits" if a[0] == b[0] and {a[1], b[1]} & {None, "about"} else "conflict"


def _counted(found: Quantity) -> str:
    return f"{found.number} {found.unit}{'' if found.number == 1 else 's'}"


def _lasted(account: AccountText, found: Quantity) -> bool:
    """Whether a length stands in a paragraph that tells the encounter, and can be that of talks."""
    if found.number * _SECONDS[found.unit or "hour"] > _LONGEST_TALKS * _SECONDS["hour"]:
        return False
    return any(start <= found.span[0] and found.span[1] <= end for start, end in _paragraphs(account))


def _paragraphs(account: AccountText) -> Iterator[tuple[int, int]]:
    for start, end in account.evidence:
        behind = account.text.find("\n", end)
        yield account.text.rfind("\n", 0, start) + 1, len(account.text) if behind < 0 else behind
