"""Whom an undertaking serves is asked of the parties beside whoever undertakes it."""

from __future__ import annotations

from dataclasses import replace

from peyman.reading.commitments.beneficiaries import Beneficiaries
from peyman.reading.commitments.entries import CommitmentReader
from peyman.reading.meetings.entries import read_meetings
from peyman.reading.reader import prepare
from peyman.reading.statements.entries import read_statements
from peyman.sources.model import SourceDocument


def asked(text: str, by: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the parties that may be served by what the first sentence undertakes, with their features."""
    source = SourceDocument(id="0", source="0", original=b"", text=text, published="2024-06-04", language="en")
    context = prepare(source).context
    reader = CommitmentReader(context, read_statements(context), read_meetings(context))
    sentence = next(reader.sentences())
    units, _ = reader.features.sentence(sentence)
    told = reader.told(units, 0, None, sentence.first)
    return dict(Beneficiaries(context).of(told.unit, replace(told.draft, by=by)))


def test_whoever_undertakes_is_not_asked_about() -> None:
    assert set(asked("Norway will send doctors to Lebanon and Syria.", ("NOR",))) == {"LBN", "SYR"}


def test_the_words_before_a_party_are_told_without_its_name() -> None:
    row = asked("Norway will send doctors to Lebanon.", ("NOR",))["LBN"]
    assert any("before=to" in feature for feature in row)
    assert not any("lebanon" in feature.lower() for feature in row)


def test_a_party_that_only_other_sentences_name_is_told_so() -> None:
    found = asked("Norway will send doctors within a week. Lebanon thanked Norway. Lebanon waits.", ("NOR",))
    assert any(feature.startswith("elsewhere") for feature in found["LBN"])
