"""Offices behind a name and a comma, with whose they are before them, or behind "who is"."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Tefera Moyo, Kenya's Interior Minister, said the rains were late.", "Kenya's Interior Minister"),
        ("Tefera Moyo, Kenya’s Railways Minister, said the rains were late.", "Kenya’s Railways Minister"),
        ("Tefera Moyo, the Kenyan Blue Economy Minister, opened it.", "Kenyan Blue Economy Minister"),
        ("Tefera Moyo, who is Foreign Minister of Kenya, said the rains were late.", "Foreign Minister of Kenya"),
        ("Tefera Moyo, who also serves as Kenya's Treasurer, spoke.", "Kenya's Treasurer"),
        ("Tefera Moyo, Government Spokesman of Kenya, spoke.", "Government Spokesman of Kenya"),
        ("It was opened by Tefera Moyo, Kenyan Defence Attaché.", "Kenyan Defence Attaché"),
    ],
)
def test_an_office_behind_the_name_may_open_with_whose_it_is(read: Reader, words: str, title: str) -> None:
    text, found = read("en", words)
    people = [entry for entry in found.actors if entry.kind == "person"]
    told = [(p.party, [text.words(r.first, r.last) for r in p.roles]) for p in people]
    assert told == [("KEN", [title])]


def test_an_office_right_before_the_next_name_is_of_that_one(read: Reader) -> None:
    _, found = read("en", "With them came Tefera Moyo, Ghana's Railways Minister Lusa Banda and two singers.")
    parties = {found.actors[n].party for n in range(len(found.actors)) if found.actors[n].kind == "person"}
    assert parties == {None, "GHA"}
