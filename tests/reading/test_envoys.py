"""The country that an envoy is sent to does not sit at the table of whoever receives the envoy."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Prime Minister Masrour Barzani received the Ambassador of Russia to Iraq on Monday."),
        ("fa", "رئیس اقلیم کردستان روز دوشنبه با سفیر روسیه در عراق دیدار کرد."),
        ("ar", "استقبل رئيس إقليم كوردستان اليوم سفير روسيا لدى العراق."),
        ("ckb", "سەرۆکی هەرێمی کوردستان ئەمڕۆ پێشوازی لە باڵیۆزی ڕووسیا لە عێراق کرد."),
        ("kmr", "Serokwezîrê Herêma Kurdistanê doh pêşwazî li Balyozê Rûsya li Iraqê kir."),
    ],
)
def test_where_an_ambassador_is_accredited_is_no_party(language: str, text: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published="2025-06-10"))
    assert set(meeting.parties) == {"IRQ-KRD", "RUS"}


def test_what_an_envoy_is_for_is_no_party() -> None:
    text = (
        "Serok Mesûd Barzanî û Nûnerê Serokê Amerîkayê ji bo Karûbarên Sûriyeyê û Balyozê Amerîkayê li Tirkiyeyê "
        "Tom Barrack duh bi rêya telefonê axivîn."
    )
    meeting = only_meeting(read_text(text, language="kmr", published="2025-06-10"))
    assert set(meeting.parties) == {"KDP", "USA"}


def test_a_host_who_is_named_apart_from_the_ambassador_is_a_party() -> None:
    text = "The Iraqi foreign minister met the ambassador of France to Iraq on Monday."
    meeting = only_meeting(read_text(text, language="en", published="2025-06-10"))
    assert set(meeting.parties) == {"IRQ", "FRA"}
