"""What stands on a diary of the day is planned."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

_DIARIES = [
    (
        "en",
        "Public Schedule – March 9, 2022",
        "10:00 a.m. The Kenyan Secretary meets with Omani Foreign Minister Salim Harthi at the ministry.",
    ),
    ("fa", "برنامه امروز وزیر خارجه کنیا", "ساعت ۱۰ وزیر خارجه کنیا با وزیر خارجه عمان دیدار می‌کند."),
    ("ar", "أجندة وزير الخارجية الكيني", "الساعة 10:00 يلتقي وزير الخارجية الكيني وزير خارجية سلطنة عمان."),
    (
        "ckb",
        "خشتەی ئەمڕۆی وەزیری دەرەوەی کینیا",
        "کاتژمێر ١٠ وەزیری دەرەوەی کینیا لەگەڵ وەزیری دەرەوەی عومان کۆدەبێتەوە.",
    ),
    (
        "kmr",
        "Bernameya îro ya wezîrê derve yê Kenyayê",
        "Saet 10: Wezîrê derve yê Kenyayê bi wezîrê derve yê Omanê re dicive.",
    ),
]


def _statuses(code: str, title: str, line: str) -> set[str]:
    text = f"{title}\n\n{line}\n"
    return {m.status for m in read_text(text, language=code, published="2022-03-09").meetings}


@pytest.mark.parametrize(("code", "title", "line"), _DIARIES)
def test_what_stands_on_a_diary_of_the_day_is_planned(code: str, title: str, line: str) -> None:
    assert _statuses(code, title, line) == {"planned"}


def test_what_is_told_in_the_past_is_held_whatever_the_title() -> None:
    line = "The Kenyan Secretary met with Omani Foreign Minister Salim Harthi at the ministry."
    assert _statuses("en", "Public Schedule – March 9, 2022", line) == {"held"}


def test_the_same_line_of_another_page_is_no_plan() -> None:
    line = "The Kenyan Secretary meets with Omani Foreign Minister Salim Harthi at the ministry."
    assert _statuses("en", "Kenya and Oman agree on fisheries", line) == {"held"}


@pytest.mark.parametrize(
    ("code", "title", "line"),
    [
        (
            "en",
            "A diary from Muscat: how two envoys made peace",
            "The Kenyan Secretary meets with Omani Foreign Minister Salim Harthi at the ministry.",
        ),
        (
            "ar",
            "الملف المائي على أجندة عمان وكينيا",
            "يلتقي وزير الخارجية الكيني وزير خارجية عمان.",
        ),
    ],
)
def test_a_title_that_only_speaks_of_an_agenda_or_a_diary_makes_none(code: str, title: str, line: str) -> None:
    assert _statuses(code, title, line) == _statuses(code, "Kenya and Oman" if code == "en" else "عمان وكينيا", line)
