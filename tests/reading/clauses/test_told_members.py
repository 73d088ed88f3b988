"""The members of a format that a document lists are those that it means."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

_FOUR = {"KEN", "OMN", "QAT", "JOR"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Quartet (Kenya, Oman, Qatar and Jordan) met in Doha on 4 March 2026."),
        ("en", "Envoys of the Quartet comprising Kenya, Oman, Qatar and Jordan met in Doha on 4 March 2026."),
        ("fa", "کمیته چهارجانبه شامل کنیا، عمان، قطر و اردن روز ۱۳ اسفند ۱۴۰۴ در دوحه تشکیل جلسه داد."),
        ("ar", "اجتمعت اللجنة الرباعية التي تضم كينيا وعمان وقطر والأردن في الدوحة يوم 4 مارس 2026."),
        ("ar", "عقدت اللجنة الرباعية (كينيا وعمان وقطر والأردن) اجتماعا في الدوحة يوم 4 مارس 2026."),
        ("kmr", "Komîteya çaralî ku ji Kenya, Oman, Qeter û Urdunê pêk tê, di 4ê Adara 2026an de li Dohayê civiya."),
    ],
)
def test_who_met_are_the_members_that_the_document_lists(code: str, text: str) -> None:
    meetings = read_text(text, language=code).meetings
    assert [(set(m.parties), m.date) for m in meetings] == [(_FOUR, "2026-03-04")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Quartet, made up of Kenya, Oman, Qatar and Jordan, said in a statement that the truce must hold."),
        ("fa", "گروه چهارجانبه متشکل از کنیا، عمان، قطر و اردن در بیانیه‌ای خواستار حفظ آتش‌بس شد."),
        ("ar", "قالت اللجنة الرباعية المؤلفة من كينيا وعمان وقطر والأردن في بيان إن الهدنة هشة."),
    ],
)
def test_what_a_format_says_all_members_say(code: str, text: str) -> None:
    (statement,) = read_text(text, language=code).statements
    assert set(statement.parties) == _FOUR
    assert len(statement.issuers) == 1


def test_a_list_further_down_holds_for_the_whole_document() -> None:
    text = "The Quartet met in Doha on 4 March 2026. The Quartet, made up of Kenya, Oman and Qatar, is new."
    assert {frozenset(m.parties) for m in read_text(text, language="en").meetings} == {frozenset({"KEN", "OMN", "QAT"})}
