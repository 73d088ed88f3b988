"""Whose an undertaking is, is chosen among groups of parties, each told by where it comes from and how it is named."""

from __future__ import annotations

from peyman.reading.commitments.entries import CommitmentReader
from peyman.reading.meetings.entries import read_meetings
from peyman.reading.reader import prepare
from peyman.reading.statements.entries import read_statements
from peyman.sources.model import SourceDocument


def candidates_of(text: str, words: str) -> dict[frozenset[str], list[str]]:
    """Return the candidates, with their features, for the stretch that holds some words."""
    source = SourceDocument(id="0", source="0", original=b"", text=text, published="2024-06-04", language="en")
    context = prepare(source).context
    reader = CommitmentReader(context, read_statements(context), read_meetings(context))
    for sentence in reader.sentences():
        units, _ = reader.features.sentence(sentence)
        for n, unit in enumerate(units):
            if words in context.words(unit.first, unit.last):
                told = reader.told(units, n, None, sentence.first)
                return {frozenset(parties): row for parties, row in reader.candidates.of(unit, told.ruled)}
    raise AssertionError(words)


LISTED = """The foreign ministers of Kenya and Somalia met in Nairobi on Monday.

Kenya and Somalia agreed on the following:
1. Opening of the Mandera border post.
2. Joint patrols along the coast."""


def test_an_entry_of_a_list_may_be_of_those_whom_the_line_above_the_list_names() -> None:
    row = candidates_of(LISTED, "Joint patrols")[frozenset({"KEN", "SOM"})]
    assert "opener.all" in row


def test_nobody_is_a_candidate_too() -> None:
    assert frozenset() in candidates_of(LISTED, "Joint patrols")


def test_an_organisation_is_told_from_a_state() -> None:
    text = "The United Nations said that Kenya and Somalia will open the border post at Mandera in June."
    found = candidates_of(text, "open the border post")
    assert "organised=all" in found[frozenset({"UNO"})]
    assert "organised=none" in found[frozenset({"KEN", "SOM"})]


def test_the_words_between_a_party_and_the_verb_are_told_without_names() -> None:
    one = candidates_of("Kenya told Somalia that it will open the border post at Mandera.", "open the border")
    other = candidates_of("Chad told Libya that it will open the border post at Mandera.", "open the border")
    wording = {f for f in one[frozenset({"KEN"})] if " path=" in f}
    assert wording
    assert wording == {f for f in other[frozenset({"TCD"})] if " path=" in f}
