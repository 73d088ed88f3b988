"""Encounters of one party with itself, whoever else the text names beside them."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.model import Reading
from peyman.reading.reader import read_text


def _read(language: str, text: str) -> Reading:
    return read_text(text, language=language, published="2026-03-04")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ckb",
            "شوان باباجانی، سەرۆکوەزیرانی کینیا، ئەمڕۆ لەگەڵ هێمن بۆتانی، وەزیری ناوخۆی کینیا، کۆبووەوە"
            " و گوتی سۆماڵ دراوسێیە.",
        ),
        (
            "ckb",
            "شوان باباجانی، سەرۆکی کینیا، لەگەڵ ئەندامانی ئەنجوومەنی ئاسایشی کینیا کۆبووەتەوە. سۆماڵ هەڕەشەی کردبوو.",
        ),
        ("fa", "شوان باباجانی رئیس‌جمهور کنیا امروز با هیمن بوتانی وزیر کشور کنیا دیدار کرد. سومالی تهدید کرده بود."),
        (
            "en",
            "Kenya's president Shwan Babajani met with Kenya's interior minister Hemin Botani. Somalia had objected.",
        ),
        (
            "kmr",
            "Serokê Kenyayê Şwan Babacanî îro bi Wezîrê Hundir ê Kenyayê Hêmin Botanî re civiya. Somalya gef xwaribû.",
        ),
    ],
)
def test_who_meets_those_of_his_own_party_meets_none_of_another(language: str, text: str) -> None:
    assert not _read(language, text).meetings


def test_a_region_does_not_meet_the_state_that_only_its_towns_lie_in() -> None:
    assert not _read("ckb", "مەسرور بارزانی سەردانی پارێزگای هەڵەبجەی کرد و پردێکی کردەوە.").meetings


def test_two_hosts_of_a_journey_do_not_meet_each_other() -> None:
    text = "بەرپرسان دەڵێن تانۆکا سبەی سەردانی کینیا و سۆماڵ دەکات."
    assert not _read("ckb", text).meetings


def test_the_region_still_meets_the_state_for_which_somebody_acts() -> None:
    text = "مەسرور بارزانی، سەرۆکی حکوومەتی هەرێمی کوردستان، لەگەڵ سەرۆکوەزیرانی عێراق لە هەولێر کۆبووەوە."
    assert set(only_meeting(_read("ckb", text)).parties) == {"IRQ", "IRQ-KRD"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "هەولێر، ٢ی ئازاری ٢٠٢٦\nشاندێکی حکوومەتی هەرێمی کوردستان دوێنێ سەردانی بەغدای کرد."),
        ("kmr", "Hewlêr, 2ê Adara 2026\nŞandeke Hikûmeta Herêma Kurdistanê duh gihîşt Bexdayê."),
        ("ar", "أربيل، ٢ آذار ٢٠٢٦\nوصل وفد من حكومة إقليم كردستان أمس إلى بغداد."),
        ("en", "Erbil, 2 March 2026\nA delegation of the Kurdistan Regional Government will visit Baghdad tomorrow."),
    ],
)
def test_whoever_goes_from_a_region_to_the_capital_goes_to_the_state(language: str, text: str) -> None:
    assert set(only_meeting(_read(language, text)).parties) == {"IRQ", "IRQ-KRD"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "بەغدا، ٢ی ئازاری ٢٠٢٦\nوەزیری ناوخۆی عێراق ئەمڕۆ سەردانی سلێمانیی کرد."),
        ("fa", "وزیر کشور عراق روز دوشنبه به اربیل سفر کرد."),
        ("ar", "زار وزير الداخلية العراقي أربيل يوم الاثنين."),
        ("en", "Iraq's interior minister visited Sulaymaniyah on Monday."),
    ],
)
def test_whoever_goes_from_the_state_to_a_town_of_a_region_goes_to_the_region(language: str, text: str) -> None:
    assert set(only_meeting(_read(language, text)).parties) == {"IRQ", "IRQ-KRD"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "هەولێر، ٢ی ئازاری ٢٠٢٦\nسەرۆکی حکوومەتی هەرێمی کوردستان سەردانی دهۆکی کرد."),
        ("en", "Iraq's prime minister visited Basra on Monday."),
    ],
)
def test_whoever_travels_where_his_own_govern_goes_to_nobody(language: str, text: str) -> None:
    assert not _read(language, text).meetings
