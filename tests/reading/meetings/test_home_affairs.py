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
