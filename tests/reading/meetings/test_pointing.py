"""A demonstrative points back at an encounter where it stands by the noun for one, and not by a date or a guest."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya and Oman agreed. A Kenyan delegation will visit Muscat at the end of this month."),
        ("ckb", "کینیا و عومان ڕێککەوتن. شاندێکی کینیا کۆتایی ئەم مانگە سەردانی مەسقەت دەکات."),
        ("kmr", "Kenya û Oman cîran in. Şandeyeke Kenyayê dê dawiya vê mehê serdana Misqetê bike."),
    ],
)
def test_the_demonstrative_of_a_date_points_at_no_encounter(language: str, text: str) -> None:
    meetings = read_text(text, language=language, published="2020-01-20").meetings
    assert [(m.kind, m.status, m.date) for m in meetings] == [("visit", "planned", "2020-01")]
