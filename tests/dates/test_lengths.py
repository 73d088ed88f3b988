from __future__ import annotations

import pytest

from peyman import languages
from peyman.dates import DatesOfText
from peyman.text.analysis import analyse


def lengths(language: str, text: str) -> list[tuple[str, str]]:
    analysed = analyse(text, languages.load(language))
    dated = DatesOfText(analysed)
    found = dated.lengths(dated.resolve("2025-11-07"))
    assert all(length.edtf is None for length in found)
    return [(analysed.words(length.first, length.last), length.kind) for length in found]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fa", "گفت‌وگوها سه ساعت و بیست دقیقه طول کشید.", "سه ساعت و بیست دقیقه"),
        ("fa", "این مأموریت چهار تا شش هفته است.", "چهار تا شش هفته"),
        ("fa", "وزیر در سفری سه‌روزه به عمان رفت.", "سه‌روزه"),
        ("fa", "آتش‌بسی دو سه هفته‌ای پیشنهاد شد.", "دو سه هفته‌ای"),
        ("fa", "نشست ۴۸ ساعته پایان یافت.", "۴۸ ساعته"),
        ("ar", "استمر اللقاء ساعتين.", "ساعتين"),
        ("ar", "تمتد الهدنة 60 يوما.", "60 يوما"),
        ("ckb", "دانیشتنەکە سێ کاتژمێر بەردەوام بوو.", "سێ کاتژمێر"),
        ("kmr", "Civîn sê saetan dom kir.", "sê saetan"),
        ("en", "The truce was extended for 60 days.", "60 days"),
        ("en", "They spoke for two hours and ten minutes.", "two hours and ten minutes"),
    ],
)
def test_a_length_is_found_whole(language: str, text: str, words: str) -> None:
    assert lengths(language, text) == [(words, "duration")]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fa", "کمیته هر سه ماه تشکیل می‌شود.", "هر سه ماه"),
        ("ar", "تجتمع اللجنة كل ثلاثة أشهر.", "كل ثلاثة أشهر"),
        ("ckb", "لیژنەکە هەموو مانگێک کۆدەبێتەوە.", "هەموو مانگێک"),
        ("kmr", "Komîte her sê mehan dicive.", "her sê mehan"),
        ("en", "The committee meets every Monday.", "every Monday"),
        ("en", "Flights leave daily.", "daily"),
    ],
)
def test_what_comes_again_is_a_set(language: str, text: str, words: str) -> None:
    assert lengths(language, text) == [(words, "set")]


@pytest.mark.parametrize("text", ["They met three days ago.", "over the next two weeks", "12 envoys came"])
def test_a_date_is_no_length(text: str) -> None:
    assert lengths("en", text) == []
