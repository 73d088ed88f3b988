"""What is on an agenda, wished for or foreseen is undertaken by nobody; the same agreed on or promised is."""

from __future__ import annotations

import pytest
from tests.reading.leads import DAY, beyond_the_lead

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The ministers are to take up the border post."),
        ("en", "The President of Kenya undertook a state visit to Somalia from 1 to 3 June."),
        ("fa", "وزیران دو کشور در این نشست پرونده مرزها را مورد بحث قرار خواهند داد."),
        ("ar", "وقال وزير الخارجية العراقي إن الأسابيع القادمة ستأتي بانفراج بين العراق والأردن."),
        ("ckb", "تورکیا دەیەوێت ڕێگای نێوان هەردوو وڵات بکاتەوە."),
    ],
)
def test_an_agenda_a_forecast_and_a_wish_are_no_undertaking(language: str, sentence: str) -> None:
    assert beyond_the_lead(language, sentence) == 0


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The ministers agreed to take up the border post in July."),
        ("en", "The President of Kenya undertook to reopen the border post in July."),
        ("fa", "دو کشور توافق کردند که پرونده مرزها را تا پایان تیر ببندند."),
        ("ar", "وقال وزير الخارجية العراقي إن العراق سيفتح معبر طريبيل قبل نهاية تموز."),
        ("ckb", "تورکیا بەڵێنی دا ڕێگای نێوان هەردوو وڵات بکاتەوە."),
    ],
)
def test_the_same_agreed_on_or_promised_is_one(language: str, sentence: str) -> None:
    assert beyond_the_lead(language, sentence) == 1


TOLD = "در بغداد وزیر خارجه ایران با همتای عراقی خود دیدار کرد. وزیران دو کشور در این دیدار گفت‌وگو کردند."


def test_a_report_of_encounters_without_a_word_of_undertaking_asks_for_more() -> None:
    programme = "وزیر خارجه ایران در این سفر با نخست‌وزیر عراق درباره آب رودخانه‌ها گفتگوهایی را آغاز خواهد کرد."
    promise = "عراق در این نشست قول داد زندانیان را آزاد کند."
    alone = read_text(f"{TOLD} {programme}", published=DAY, language="fa")
    beside = read_text(f"{TOLD} {promise}", published=DAY, language="fa")
    assert alone.commitments == []
    assert len(beside.commitments) == 1
