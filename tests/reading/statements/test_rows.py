"""Several states that are named in a row say together what they say."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fa", "عمان و کنیا روز ۱۳ اسفند ۱۴۰۴ ابراز نگرانی کردند."),
        ("ar", "أعربت كينيا وسلطنة عمان يوم 4 مارس 2026 عن قلقهما."),
        ("ckb", "کینیا و عومان لە بەیاننامەیەکدا ڕۆژی ٤ی ئازاری ٢٠٢٦ نیگەرانی خۆیان دەربڕی."),
        ("kmr", "Kenya û Omanê di 4ê Adara 2026an de nîgeraniya xwe anîn ziman."),
    ],
)
def test_what_a_row_of_states_says_each_of_them_says(code: str, text: str) -> None:
    (statement,) = read_text(text, language=code).statements
    assert set(statement.parties) == {"KEN", "OMN"}


def test_where_a_ministry_is_does_not_say_what_it_says() -> None:
    (statement,) = read_text("سفیر کنیا در عمان ابراز نگرانی کرد.", language="fa").statements
    assert list(statement.parties) == ["KEN"]
