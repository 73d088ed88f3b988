"""Whoever a preposition is written to is another than the one named before it."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    "words",
    [
        "أكد الرئيس الكيني مواصلة دعم بلاده لغانا بالقمح.",
        "أكد الرئيس الكيني استمرار دعم كينيا لغانا.",
        "أكد الرئيس الكيني استمرار دعم كينيا للبنان.",
        "أكدت وزيرة الخارجية الكينية استمرار دعم بلادها للمغرب.",
    ],
)
def test_whoever_is_supported_does_not_undertake_it(words: str) -> None:
    (commitment,) = read_text(words, language="ar", published="2026-01-14").commitments
    assert commitment.by == ["KEN"]
