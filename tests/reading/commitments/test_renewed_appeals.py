"""What is renewed and asked of others is no undertaking of whoever asks."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "جدد الوزير الكيني مطالبته عمان بسحب قواتها."),
        ("ar", "جددت كينيا دعوتها إلى وقف القتال في السودان."),
        ("en", "The Kenyan minister reiterated his appeal for Oman to pay the debt."),
        ("ckb", "کینیا داواکەی لە عومان بۆ کشانەوەی هێزەکانی دووپات کردەوە."),
        ("fa", "وزیر خارجه کنیا بر درخواست خود برای خروج نیروهای عمان تاکید کرد."),
        ("kmr", "Kenyayê daxwaza xwe ya ji bo vekişîna hêzên Umanê dubare kir."),
    ],
)
def test_an_appeal_that_is_renewed_is_no_undertaking(code: str, words: str) -> None:
    assert not read_text(words, language=code, published="2026-01-14").commitments


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "جددت كينيا التزامها بسحب القوات من الصومال."),
        ("ar", "جدد الرئيس الكيني دعمه لوقف القتال في السودان ودعوته إلى الحوار."),
        ("en", "Kenya reiterated its commitment to withdraw its forces from Somalia."),
    ],
)
def test_what_one_has_undertaken_and_renews_is_one(code: str, words: str) -> None:
    assert only_commitment(read_text(words, language=code, published="2026-01-14")).by == ["KEN"]
