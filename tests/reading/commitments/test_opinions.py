"""Whoever agrees that something is so undertakes nothing by it."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    "words",
    [
        "اتفق الوزيران الكيني والبيروفي على أن الأزمة خطيرة.",
        "اتفقت كينيا وبيرو على أن الجفاف يهدد الحقول.",
        "اتفق الجانبان الكيني والبيروفي على أن المصنع متقادم.",
    ],
)
def test_an_opinion_that_two_share_is_no_undertaking(words: str) -> None:
    assert not read_text(words, language="ar", published="2026-01-14").commitments


@pytest.mark.parametrize(
    "words",
    [
        "اتفق الوزيران الكيني والبيروفي على أن تجتمع اللجنة في مايو.",
        "اتفقت كينيا وبيرو على أن يتم سحب القوات قبل نهاية العام.",
        "اتفق الجانبان الكيني والبيروفي على أن اللجنة ستجتمع في مايو.",
    ],
)
def test_what_they_agree_to_do_is_one(words: str) -> None:
    (commitment,) = read_text(words, language="ar", published="2026-01-14").commitments
    assert set(commitment.by) == {"KEN", "PER"}
