"""Words by which two agree or one promises, as news and communiqués tell it, and what only looks like them."""

from __future__ import annotations

import pytest

from peyman.reading.reader import prepare, read_text
from peyman.sources.model import SourceDocument

MET = {
    "ar": "التقى وزير الخارجية الأردني نظيره السوري في عمان. ",
    "en": "The foreign ministers of Jordan and Syria met in Amman. ",
    "ckb": "وەزیری دەرەوەی ئوردن لەگەڵ هاوتا سوورییەکەی کۆبووەوە. ",
    "fa": "وزیر خارجه اردن با همتای سوری خود دیدار کرد. ",
}


def _undertaking(language: str, text: str) -> list[set[str]]:
    reading = read_text(MET[language] + text, source="x", published="2025-03-10", language=language)
    return [set(c.by) for c in reading.commitments]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وفي ختام اللقاء، توافق الجانبان على سحب الآليات العسكرية من الشريط الحدودي خلال أسبوع."),
        ("ar", "وتم التوافق على إحداث غرفة تجارية مشتركة وعقد مشاورات سنوية بين الخارجيتين."),
        ("en", "The two sides came to an understanding on the opening of the border post."),
        ("en", "They settled to go on talking along the lines of the Amman note."),
    ],
)
def test_two_who_agree_in_other_words(language: str, text: str) -> None:
    assert _undertaking(language, text) == [{"JOR", "SYR"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "اردن به سوریه وعده پول برای پالایشگاه داده است."),
        ("ckb", "ئوردن بەڵێنیشی داوە مانگی داهاتوو ئاوی زیاتر بەربداتەوە."),
    ],
)
def test_a_promise_whose_words_stand_apart_or_hold_also(language: str, text: str) -> None:
    assert {"JOR"} in _undertaking(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "این دیدار بنا بود در ۹ نوامبر در دمشق برگزار شود."),
        ("ckb", "دانیشتنەکە بە ئامادەیی باڵیۆزی تورکیا کرا."),
        ("ckb", "هەردوو وڵات هاوڕان کە کێشەکە بە چەک چارەسەر ناکرێت."),
    ],
)
def test_an_agenda_an_attendance_and_an_opinion_hold_no_word_of_undertaking(language: str, text: str) -> None:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-10")
    assert not prepare(source).context.sentences[0].having("undertake")


def test_what_is_unlikely_is_not_undertaken() -> None:
    assert _undertaking("ckb", "گوتی پێناچێت تورکیا هێزەکانی بکشێنێتەوە.") == []
