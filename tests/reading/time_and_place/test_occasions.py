"""When an encounter of the days to come may be."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya's foreign minister met Peru's in Lima yesterday. The president of Chad will meet that of Togo."),
        (
            "fa",
            "وزیر خارجه کنیا دیروز با همتای پرویی خود دیدار کرد. رئیس‌جمهور چاد با رئیس‌جمهور توگو دیدار خواهد کرد.",
        ),
        ("ar", "التقى وزير الخارجية الكيني أمس نظيره البيروي في ليما. وسيلتقي الرئيس التشادي نظيره التوغولي."),
        (
            "ckb",
            "وەزیری دەرەوەی کینیا دوێنێ لەگەڵ هاوتا پیرۆییەکەی کۆبووەوە. سەرۆکی چاد لەگەڵ سەرۆکی تۆگۆ کۆدەبێتەوە.",
        ),
        (
            "kmr",
            "Wezîrê derve yê Kenyayê duh li Lîmayê bi yê Perûyê re civiya. Serokê Çadê dê bi serokê Togoyê re bicive.",
        ),
        ("kmr", "Wezîrê derve yê Kenyayê duh li Lîmayê bi yê Perûyê re civiya. Serokê Çadê wê serdana Togoyê bike."),
    ],
)
def test_an_encounter_to_come_is_on_no_day_that_is_over_and_told_of_another_one(language: str, text: str) -> None:
    meetings = read_text(text, language=language, published="2026-01-14").meetings
    assert [m.date for m in meetings if "TCD" in m.parties] in ([None], [])
    assert all(m.date is None for m in meetings if m.status == "planned")
