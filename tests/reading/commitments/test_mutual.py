"""Whoever agreed, agreed with somebody: one side that speaks for both is completed by those who met."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment

from peyman.reading.commitments.mutual import completed, is_mutual
from peyman.reading.commitments.units import Unit, units_of
from peyman.reading.reader import prepare, read_text
from peyman.sources.model import SourceDocument

MEETING = {
    "fa": "وزیر خارجه ایران با همتای عمانی خود در مسقط دیدار کرد.\n\n",
    "ar": "التقى وزير خارجية الأردن نظيره العراقي في عمان أمس.\n\n",
    "ckb": "وەزیری دەرەوەی عێراق لەگەڵ هاوتا ئوردنییەکەی لە عەممان کۆبووەوە.\n\n",
    "kmr": "Wezîrê Derve yê Iraqê bi hevpîşeyê xwe yê Urdinî re li Emanê civiya.\n\n",
}


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("fa", "وزیر خارجه ایران گفت: «توافق کردیم کمیته مشترک اقتصادی را تا پایان سال تشکیل دهیم.»", {"IRN", "OMN"}),
        ("ar", "وقال الوزير الأردني: اتفقنا على تشكيل لجنة مشتركة قبل نهاية العام.", {"JOR", "IRQ"}),
        ("ckb", "وەزیری دەرەوەی عێراق گوتی: ڕێککەوتین لەسەر پێکهێنانی لیژنەیەکی هاوبەش.", {"IRQ", "JOR"}),
        ("kmr", 'Wezîrê Iraqê got: "Me li hev kir ku em ê komîteyeke hevpar ava bikin."', {"IRQ", "JOR"}),
    ],
)
def test_we_agreed_binds_both_who_met(language: str, text: str, parties: set[str]) -> None:
    reading = read_text(MEETING[language] + text, source="x", published="2024-06-04", language=language)
    assert set(only_commitment(reading).by) == parties


def unit_of(text: str, words: str) -> tuple[Unit, bool]:
    """The stretch that holds some words, and whether it tells something mutual."""
    source = SourceDocument(id="0", source="0", original=b"", text=text, published="2024-06-04", language="en")
    context = prepare(source).context
    for sentence in context.sentences:
        for unit in units_of(context, sentence):
            if words in context.words(unit.first, unit.last):
                return unit, is_mutual(context, unit)
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("text", "mutual"),
    [
        ("Kenya agreed to open the border post.", True),
        ("Kenya decided to open the border post.", False),
        ("Kenya pledged to open the border post.", False),
    ],
)
def test_to_decide_or_to_pledge_is_of_one(text: str, mutual: bool) -> None:
    assert unit_of(text, "border post")[1] is mutual


def chosen(candidates: list[tuple[tuple[str, ...], list[str]]], likely: list[float]) -> tuple[str, ...]:
    """Whom an agreement is of, out of groups with where they come from and how likely they are."""
    source = SourceDocument(
        id="0", source="0", original=b"", text="We agreed to open the post.", published="2024-06-04", language="en"
    )
    context = prepare(source).context
    unit = units_of(context, context.sentences[0])[-1]
    return candidates[completed(context, unit, candidates, likely)][0]


KENYA, BOTH = (("KEN",), ["speaker"]), (("KEN", "SOM"), ["table.last"])


def test_one_of_those_who_met_is_completed() -> None:
    assert chosen([KENYA, BOTH], [0.8, 0.1]) == ("KEN", "SOM")


def test_what_hardly_speaks_for_both_completes_nothing() -> None:
    assert chosen([KENYA, BOTH], [0.8, 0.01]) == ("KEN",)


def test_two_that_are_only_named_most_complete_nothing() -> None:
    assert chosen([KENYA, (("KEN", "SOM"), ["main.pair"])], [0.8, 0.1]) == ("KEN",)


def test_an_organisation_may_agree_by_itself() -> None:
    assert chosen([(("OPEC",), ["speaker"]), (("OPEC", "SAU"), ["table.last"])], [0.8, 0.1]) == ("OPEC",)
