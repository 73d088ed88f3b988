"""Names that stand bare beside an office: behind whose it is, or where a clause opens, and between quotation marks."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman.actors.names.name_marks import LONGEST_NAME
from peyman.actors.people.apposed_names import in_quotes
from peyman.languages import load
from peyman.text.analysis import analyse


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("وەزیری دەرەوەی کەنەدا ڕێناس تەیفوور وتی.", ["ڕێناس تەیفوور"]),
        ("وەزیری دەرەوەی کەنەدا پێشوازی کرد لە میوانەکان.", []),
    ],
)
def test_what_stands_behind_whose_an_office_is_is_a_name_if_no_word_of_it_is_one(
    read: Reader, words: str, names: list[str]
) -> None:
    _, found = read("ckb", words)
    assert [actor.name for actor in found.actors if actor.kind == "person"] == names


@pytest.mark.parametrize(
    ("length", "found"), [(1, False), (2, True), (LONGEST_NAME, True), (LONGEST_NAME + 1, False), (40, False)]
)
def test_a_name_in_quotation_marks_is_as_long_as_names_are(length: int, found: bool) -> None:
    text = analyse("«" + " ".join(["سامر"] * length) + "» وزير", load("ar"))
    assert in_quotes(text, length + 1, 0) == ([(1, length + 1)] if found else [])
