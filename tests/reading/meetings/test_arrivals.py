"""Journeys that are told in plain words: who sends a delegation, where a verb of two words encloses its goal."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("fa", "هیئتی از عمان وارد نایروبی شد.", {"OMN", "KEN"}),
        ("fa", "هیئتی از ترکیه وارد بغداد شد.", {"TUR", "IRQ"}),
        ("ar", "يوجد الرئيس الكيني في مسقط في زيارة رسمية.", {"KEN", "OMN"}),
        ("kmr", "Wezîrê Derve yê Fransayê serdana Hewlêrê kir.", {"FRA", "IRQ-KRD"}),
        ("kmr", "Serokê Kenyayê yê ku serdana Omanê dike, got têkilî baş in.", {"KEN", "OMN"}),
        ("en", "A delegation from Oman arrived in Nairobi on Monday.", {"OMN", "KEN"}),
        ("ckb", "شاندێکی عومان گەیشتە نایرۆبی.", {"OMN", "KEN"}),
    ],
)
def test_a_journey_in_plain_words_is_told(language: str, text: str, parties: set[str]) -> None:
    (visit,) = read_text(text, language=language, published="2024-03-06").meetings
    assert visit.kind == "visit"
    assert set(visit.parties) == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "After talks with the foreign minister of Peru, Kenya's foreign minister Jane Otieno flew to Santiago."),
        ("fa", "وزیر خارجه کنیا پس از گفت‌وگو با وزیر خارجه پرو به سانتیاگو رفت."),
        ("ckb", "دوای گفتوگۆ لەگەڵ وەزیری دەرەوەی پیرۆ، وەزیری دەرەوەی کینیا چوو بۆ سانتیاگۆ."),
        ("kmr", "Piştî hevdîtina bi Wezîrê Derve yê Perûyê re, Wezîrê Derve yê Kenyayê çû Santiagoyê."),
    ],
)
def test_whoever_was_met_before_a_journey_is_not_whom_it_leads_to(language: str, text: str) -> None:
    talks, visit = read_text(text, language=language, published="2024-03-06").meetings
    assert (set(talks.parties), talks.place) == ({"KEN", "PER"}, None)
    assert (visit.kind, set(visit.parties)) == ("visit", {"KEN", "CHL"})
