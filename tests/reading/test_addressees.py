"""Where the verb comes last: whoever is told something, and whoever stands behind the verb, does not speak."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


def _speakers(language: str, text: str) -> set[str]:
    reading = read_text(text, language=language, published="2026-03-04")
    return {party for one in reading.statements for party in one.parties}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "شوان باباجانی بە وەزیری دەرەوەی کینیا گوت سبەی دەگەڕێتەوە."),
        ("ckb", "تانۆکا هێرشی کردە سەر پەرلەمانتارانی دەمپارتی و گوتی: ئەمە قبوڵ ناکرێت."),
        ("fa", "شوان باباجانی به سرپرست وزارت خارجه کنیا گفت که فردا بازمی‌گردد."),
    ],
)
def test_whoever_is_told_something_does_not_say_it(language: str, text: str) -> None:
    assert _speakers(language, text) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "داواکاری گشتی ڕایگەیاند سەرکردەکانی حەماس تۆمەتبارن بە کوشتن."),
        ("fa", "یک سخنگو اعلام کرد رهبران حماس متهم به کشتار هستند."),
        ("kmr", "Berdevkekî ragihand serokên Hemasê bi kuştinê tên tawanbarkirin."),
    ],
)
def test_whoever_stands_behind_the_verb_is_spoken_of(language: str, text: str) -> None:
    assert _speakers(language, text) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ckb",
            "سەرۆکوەزیرانی کینیا، شوان باباجانی، ڕەتی کردەوە وڵاتەکەی شەڕی لەگەڵ سۆماڵ دەستپێکردبێت"
            " و گوتی ئاشتی پێویستە.",
        ),
        ("fa", "نخست‌وزیر کنیا رد کرد کشورش با سومالی جنگ داشته باشد و گفت صلح لازم است."),
    ],
)
def test_what_is_joined_to_a_word_of_saying_is_said_by_the_same_one(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2026-03-04")
    assert [one.parties for one in reading.statements] == [["KEN"]]
