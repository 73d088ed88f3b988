"""Families, unions and newspapers speak for themselves, whatever state is named beside them."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "قالت عائلات المفقودين في كينيا إنها لا تعرف مصير أبنائها."),
        ("ar", "وقال محامي المتهم في غانا إن موكله بريء."),
        ("ar", "أكدت نقابة المعلمين في كينيا أن الإضراب مستمر."),
        ("ar", "قالت الصحيفة الكينية إن الميناء مغلق."),
        ("ar", "وقالت العصبة الكينية لحقوق الإنسان إن المحاكمة غير عادلة."),
        ("en", "Families of the missing in Kenya said they knew nothing."),
        ("en", "The Kenyan association for clean water said the river was dying."),
        ("kmr", "Sendîkaya mamosteyên Kenyayê ragihand ku grev didome."),
    ],
)
def test_they_speak_for_no_state(code: str, words: str) -> None:
    (statement,) = read_text(words, language=code, published="2026-01-14").statements
    assert statement.parties == [] and statement.issuers == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "قالت وزارة الخارجية الكينية إن عائلات المفقودين في غانا تنتظر."),
        ("ar", "قالت كينيا إن الصحيفة مخطئة."),
        ("en", "Kenya said that farmers had lost their harvest."),
        ("en", "The Kenyan foreign minister said families in Ghana were waiting."),
    ],
)
def test_a_state_that_speaks_of_them_speaks(code: str, words: str) -> None:
    (statement,) = read_text(words, language=code, published="2026-01-14").statements
    assert statement.parties == ["KEN"]
