"""An agreement that is only referred to is undertaken in no sentence; the same words with a subject undertake."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

DAY = "2024-06-04"
LEADS = {
    "en": "Kenya and Somalia held talks in Nairobi on Monday. Kenya promised to pay for the bridge.",
    "fa": "ایران و عراق روز دوشنبه در بغداد گفت‌وگو کردند. عراق قول داد زندانیان را آزاد کند.",
    "ar": "عقد العراق والأردن محادثات في عمان يوم الاثنين. وتعهد العراق بإرسال الوقود إلى الأردن.",
    "ckb": "عێراق و تورکیا دووشەممە لە بەغدا گفتوگۆیان کرد. تورکیا بەڵێنی دا دیلەکان ئازاد بکات.",
}


def beyond_the_lead(language: str, sentence: str) -> int:
    """How many undertakings are read behind the lead."""
    lead = LEADS[language]
    reading = read_text(f"{lead} {sentence}", published=DAY, language=language)
    return sum(c.evidence[0][0] > len(lead) for c in reading.commitments)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Somalia is still waiting for the maps promised by Kenya."),
        ("fa", "وزیر خارجه ایران گفت عراق به تعهدات خود عمل نکرده و توافق تازه معنایی ندارد."),
        ("ar", "وبحث الوزيران فتح المعابر بما يتماشى مع ما تقرر بين البلدين."),
        ("ckb", "ئەردۆغان گوتی باشترە دۆسیەی سنوور بە ڕێککەوتن لەگەڵ عێراق دابخرێت."),
    ],
)
def test_what_is_only_referred_to_is_not_undertaken_there(language: str, sentence: str) -> None:
    assert beyond_the_lead(language, sentence) == 0


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Kenya promised the maps of the border to Somalia by the end of July."),
        ("fa", "عراق متعهد شد به تعهدات خود عمل کند."),
        ("ar", "وتقرر بين البلدين فتح معبر طريبيل في تموز."),
        ("ckb", "عێراق و تورکیا ڕێککەوتن دۆسیەکە دابخەن."),
    ],
)
def test_what_somebody_promises_or_agrees_on_is(language: str, sentence: str) -> None:
    assert beyond_the_lead(language, sentence) == 1
