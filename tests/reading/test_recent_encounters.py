"""A recent encounter that somebody only speaks of was not on the day of the report."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "Nairobi, March 5, 2026 - Kenya's foreign minister said his recent meeting with an Omani envoy was good.",
        ),
        ("fa", "نایروبی، ۱۴ اسفند ۱۴۰۴ - وزیر خارجه کنیا گفت دیدار اخیرش با سفیر عمان مفید بود."),
        ("ar", "نيروبي - 5 مارس 2026 - قال وزير الخارجية الكيني إن لقاءه الأخير مع سفير سلطنة عمان كان مفيدا."),
        ("ckb", "نایرۆبی، ٥ی ئازاری ٢٠٢٦ - وەزیری دەرەوەی کینیا گوتی کۆبوونەوەی ڕابردووی لەگەڵ باڵیۆزی عومان باش بوو."),
        ("kmr", "Nairobi, 5ê Adara 2026an - Wezîrê Kenyayê got ku hevdîtina wî ya dawî ya bi balyozê Omanê re baş bû."),
    ],
)
def test_a_recent_encounter_has_not_the_day_of_the_report(code: str, text: str) -> None:
    meetings = read_text(text, language=code).meetings
    assert [(set(m.parties), m.date) for m in meetings] == [({"KEN", "OMN"}, None)]
