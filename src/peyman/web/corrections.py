"""What a reviewer gives as the right value, in the words of the page, as the contract writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from peyman.model import (
    ActorKind,
    AgreementKind,
    CommitmentClass,
    MeetingKind,
    MeetingStatus,
    Polarity,
    StatementKind,
    Strength,
)
from peyman.web.interface import Interface
from peyman.web.terms import VALUES
from peyman.web.written_dates import edtf_of

CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "meeting": {"kind": get_args(MeetingKind), "status": get_args(MeetingStatus)},
    "commitment": {"class": get_args(CommitmentClass), "strength": get_args(Strength), "polarity": get_args(Polarity)},
    "statement": {"kind": get_args(StatementKind)},
    "agreement": {"kind": get_args(AgreementKind)},
    "actor": {"kind": get_args(ActorKind)},
}
"""The values that a field of an entry may have, by the kind of the entry, where the contract lists them."""

_DATES = frozenset({"date", "window"})
_PARTIES = frozenset({"parties", "party", "by", "toward", "for", "country"})


def meant(kind: str, field: str, text: str, language: Interface) -> str:
    """Return the value that somebody typed or chose.

    Args:
        kind: Kind of the entry.
        field: The field.
        text: What was typed: a date in any of the calendars; a value of the contract, or what the page calls it; the
            key of a party, or its name in any of the languages.
        language: The language of the page.

    Returns:
        The value as the contract writes it; what was typed where it stands for nothing known.

    Raises:
        PeymanError: A date that is none.
    """
    typed = " ".join(text.split())
    if not typed:
        return typed
    if field in _DATES:
        return edtf_of(text)
    for value in CHOICES.get(kind, {}).get(field, ()):
        if typed.casefold() in (value, language.text(VALUES[value]).casefold()):
            return value
    if field in _PARTIES:
        return language.party_named(typed) or typed
    return typed
