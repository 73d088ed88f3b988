"""Of which state a party or an armed movement is, by its adjective, and a page, by its calendar or its outlet."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from peyman.actors.agreements.agreement_entries import Dated
from peyman.actors.known.register import FOLDER, bodies, state_of
from peyman.actors.spans import Span
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold


def home_of(party: str) -> str | None:
    """Return the state that a party, a movement or a side within a state is of; None for any other.

    Args:
        party: Key of a party: ``HAMAS``.
    """
    state = state_of(party)
    return state if state != party else _homes().get(party)


def owner_of_kind(kind: str, party: str) -> str:
    """Return whose a body is of which a text speaks from a party: the parliament is none of a political party.

    Args:
        kind: Kind of the body: ``parliament``.
        party: Key of the party.
    """
    facts = bodies().get(party)
    political = facts is not None and facts.kind == "political-party"
    return (home_of(party) or party) if political and kind in _OF_STATES else party


#: Kinds of bodies that states and their regions have, and no political party.
_OF_STATES = frozenset({"parliament", "cabinet", "ministry", "foreign-ministry", "foreign-office", "senate"})


@cache
def _homes() -> Mapping[str, str]:
    table: Mapping[str, list[str]] = tomllib.loads((FOLDER / "homes.toml").read_text("utf-8"))
    return {party: state for state, parties in table.items() for party in parties}


def home_by_calendar(text: AnalysedText, dates: Sequence[Dated]) -> str | None:
    """Return the state whose calendar a page is dated by: of months that one state alone calls so.

    Args:
        text: The text.
        dates: Its dates; a month alone may be another word.

    Returns:
        None where the language has no such months, the page has none of them, or those of several states.
    """
    months = _months(text.language)
    if not months:
        return None
    whole = (text.tokens[date.first : date.last] for date in dates if date.last - date.first > 1)
    states = {months[token.fold] for tokens in whole for token in tokens if token.fold in months}
    return next(iter(states)) if len(states) == 1 else None


#: A page tells in so many sentences from which outlet it has its report.
_HEAD = 6


def home_by_outlet(text: AnalysedText, known: Iterable[Span]) -> str | None:
    """Return the state of the outlet of the text's own language that its first sentences name.

    Only where states that date by months of their own write the language: such a page names other states' outlets, too.

    Args:
        text: The text.
        known: Its known names, in order.
    """
    states = {*_months(text.language).values()}
    if not states:
        return None
    end = text.sentences[:_HEAD][-1].last if text.sentences else 0
    outlets = (span.key("outlet") for span in known if span.first < end)
    countries = (bodies()[outlet].country for outlet in outlets if outlet)
    return next((country for country in countries if country in states), None)


@cache
def _months(language: Language) -> Mapping[str, str]:
    table: Mapping[str, Sequence[str]] = language.table("people").get("calendars", {})
    return {fold(month): state for state, months in table.items() for month in months}
