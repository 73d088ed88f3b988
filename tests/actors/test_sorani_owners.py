"""Whose things are in Sorani texts: an outlet called by a common word, a palace before a delegation, a ministry."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text


def _read(text: str) -> Reading:
    return read_text(text, language="ckb", published="2026-02-12")


def test_events_in_the_plural_are_no_outlet_called_event() -> None:
    reading = _read("بەپێی ڕووداوەکانی هاوینی ڕابردوو لە بەسرە، ئاوی خواردنەوە کەم بووە.")
    assert not any(actor.key == "outlet:rudaw" for actor in reading.actors)


def test_an_outlet_called_event_is_one_where_it_is_told_something() -> None:
    reading = _read("ڕێبوار ئاڵانی، وەزیری دارایی کینیا، بە ڕووداوی گوت، بودجەکە ئامادەیە.")
    assert any(actor.key == "outlet:rudaw" for actor in reading.actors)


def test_no_palace_of_a_presidency_is_that_of_a_delegation_behind_it() -> None:
    reading = _read("لە کۆشکی سەرۆکایەتی شاندی ئیمراڵی قسەی بۆ ڕۆژنامەنووسان کرد.")
    assert not any(place.country == "DEM" for place in reading.places)
    assert not any("dem" in place.key.lower() for place in reading.places)


def test_a_region_has_no_ministry_of_oil_of_its_own() -> None:
    reading = _read(
        "شاندێکی وەزارەتی سامانە سروشتییەکانی حکومەتی هەرێم لە بەغداد لەگەڵ وەزیری نەوتی عێراق کۆبووەوە."
        " سەرچاوەیەک لە وەزارەتی نەوت وتی، ڕەشنووسەکە ئامادەیە."
    )
    assert {actor.party for actor in reading.actors if actor.key.endswith("ministry:oil")} == {"IRQ"}


def test_the_parties_of_kurdistan_are_not_the_region() -> None:
    reading = _read(
        "شەش حیزبی کوردستانی ئێران بەیاننامەیەکیان بڵاو کردەوە. حیزبە کوردستانییەکان،"
        " حیزبی دێموکراتی کوردستانی ئێران و پژاک، داوای هاوکاریی زیاتر دەکەن."
    )
    assert not any(actor.key == "IRQ-KRD" for actor in reading.actors)


def _names(text: str, kind: str = "body") -> list[str]:
    return [actor.names.get("en") or actor.name for actor in _read(text).actors if actor.kind == kind]


def test_where_an_organisation_works_and_whoever_speaks_for_it_there_are_no_part_of_its_name() -> None:
    text = "هەولێر، ٩ی شوباتی ٢٠٢٦\nوەزیری پەروەردە لەگەڵ نوێنەری یونیسێف لە عێراق ساندرا لوێس کۆبووەوە."
    assert _names(text) == ["UNICEF"]
    (person,) = (actor for actor in _read(text).actors if actor.kind == "person")
    assert (person.name, person.party) == ("ساندرا لوێس", "UNO")


def test_no_body_ends_with_the_preposition_of_whoever_was_told() -> None:
    text = 'ئازاد شێروانی سەرۆکی ئەنجوومەنی پارێزگای کەرکووک بە (چاودێر نیوز)ی وت: "ڕێگاکان داخراون".'
    (council,) = (a for a in _read(text).actors if a.kind == "body" and a.name.startswith("ئەنجوومەن"))
    assert council.name == "ئەنجوومەنی پارێزگای کەرکووک"


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("وەزارەتی کاروباری شەهیدان و ئەنفالکراوان", "Ministry of Martyrs and Anfal Affairs"),
        ("بەڕێوەبەرایەتیی گشتیی پۆلیس", "Directorate of Police"),
        ("بەڕێوەبەرایەتیی گشتیی هاتوچۆی دهۆک", "Directorate of Traffic"),
        ("بەڕێوەبەرایەتیی گشتیی گومرگ", "Directorate of Customs"),
        ("دەستەی وەبەرهێنانی هەرێمی کوردستان", "Investment Commission"),
    ],
)
def test_the_authorities_of_the_region_have_an_english_name_that_says_what_they_are_for(
    name: str, english: str
) -> None:
    assert _names(f"هەولێر، ٩ی شوباتی ٢٠٢٦\n{name} ڕایگەیاند، ڕێنماییەکان ئامادەن.") == [
        f"{english} of Kurdistan Region of Iraq"
    ]
