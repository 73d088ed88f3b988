"""What one side signs alone is no encounter."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "President Donald Bahoz of Peru signed the decision to leave the accord with Chile on 8 May 2018."),
        ("fa", "رئیس جمهور پرو ۸ مه ۲۰۱۸ فرمان خروج کشورش از توافق با شیلی را امضا کرد."),
        ("ar", "وقّع رئيس بيرو في 8 مايو 2018 قرار انسحاب بلاده من الاتفاق مع تشيلي."),
        ("ckb", "سەرۆکی کینیا لە ٨ی ئایاری ٢٠١٨ بڕیاری کشانەوەی وڵاتەکەی لە ڕێککەوتنی لەگەڵ سۆماڵ واژۆ کرد."),
        ("kmr", "Serokê Kenyayê 08.05.2018ê biryara vekişîna welatê xwe ji rêkeftina bi Somalyayê re îmze kir."),
    ],
)
def test_who_signs_a_decision_meets_nobody(language: str, text: str) -> None:
    assert read_text(text, language=language, published="2018-05-09").meetings == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The presidents of Peru and Chile signed an agreement and a decree on trade in Lima on Monday."),
        ("fa", "رؤسای جمهور پرو و شیلی دوشنبه در لیما توافقی درباره قانون دریا امضا کردند."),
        ("fa", "وزیران خارجه پرو و شیلی یادداشتی درباره اجرای قانون دریاها در لیما امضا کردند."),
    ],
)
def test_an_agreement_is_signed_with_somebody_whatever_else_is_named(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2018-05-09")
    assert [set(meeting.parties) for meeting in reading.meetings] == [{"PER", "CHL"}]
