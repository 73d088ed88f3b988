"""An agreement that is only referred to is undertaken in no sentence; the same words with a subject undertake."""

from __future__ import annotations

import pytest
from tests.reading.leads import beyond_the_lead


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
