"""What is undertaken on a condition that stands before it."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If Oman opens the border, Kenya will send aid to the refugees within two weeks."),
        ("en", "If Oman opens the border then Kenya will send aid."),
        ("ar", "إذا فتحت عمان الحدود فإن كينيا سترسل المساعدات إلى اللاجئين خلال أسبوعين."),
        ("fa", "اگر عمان مرز را باز کند آنگاه کنیا ظرف دو هفته کمک خواهد فرستاد."),
        ("ckb", "ئەگەر عومان سنوورەکە بکاتەوە ئەوا کینیا لە ماوەی دوو هەفتەدا یارمەتی دەنێرێت."),
        ("kmr", "Heke Oman sînor veke wê demê Kenya dê di nav du hefteyan de alîkariyê bişîne."),
    ],
)
def test_what_follows_from_a_condition_is_undertaken_on_it(language: str, text: str) -> None:
    undertaking = only_commitment(read_text(text, language=language, published="2026-01-14"))
    assert (undertaking.by, undertaking.strength) == (["KEN"], "conditional")
    assert undertaking.condition is not None and undertaking.action is not None
    assert undertaking.condition[1] <= undertaking.action[0]
