"""Names behind a noun for a tie: whose kin somebody is, and who that is."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman import languages
from peyman.actors.known.tagger import NameSpan
from peyman.actors.people.kin import parted_kin
from peyman.text.analysis import analyse


def people_of(read: Reader, code: str, words: str) -> set[str]:
    return {entry.name for entry in read(code, words)[1].actors if entry.kind == "person"}


@pytest.mark.parametrize(
    "words",
    [
        "Birayê Zinar Bahoz Rêdûr Bahoz duh li Lîmayê got ku civîn baş bû.",
        "Redûr Zinar Bahoz duh hat Lîmayê. Parêzera Bahoz Rêdûr Keleş got ku civîn baş bû.",
    ],
)
def test_whoever_is_named_by_a_tie_is_named_apart_from_whose_it_is(read: Reader, words: str) -> None:
    found = people_of(read, "kmr", words)
    assert found & {"Rêdûr Bahoz", "Rêdûr Keleş"}
    assert not found & {"Zinar Bahoz Rêdûr Bahoz", "Bahoz Rêdûr Keleş"}


def test_a_surname_that_comes_again_parts_no_name_without_a_tie(read: Reader) -> None:
    text = analyse("Duh Zinar Bahoz Rêdûr Bahoz hat.", languages.load("kmr"))
    assert parted_kin(text, [NameSpan(1, 5, "person")]) == [NameSpan(1, 5, "person")]
