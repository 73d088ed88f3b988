"""What the rules read as an undertaking: where its clause begins and ends, and who is its subject."""

from __future__ import annotations

import pytest

from peyman.model import Commitment
from peyman.reading.reader import read_text


def told(language: str, text: str) -> list[tuple[Commitment, str]]:
    """Read a text and return its undertakings with their words."""
    reading = read_text(text, source="x", published="2025-11-07", language=language)
    return [(one, reading.document.text[slice(*one.evidence[0])]) for one in reading.commitments]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kmr",
            "Daxuyaniya komîsyona Tirkiye û Iraqê\n\nWezîrên derve yên Tirkiye û Iraqê roja Înê li Bexdayê civiyan. "
            "Herdu alî li ser van xalan li hev kirin:\n1. Vekirina deriyê nû di havînê de.\n"
            "2. Lidarxistina civîna bê li Enqereyê di meha Cotmehê de.\n",
        ),
        (
            "fa",
            "بیانیه کمیسیون ایران و عمان\n\nوزیران خارجه ایران و عمان روز جمعه در مسقط دیدار کردند. دو طرف بر موارد "
            "زیر توافق کردند:\n۱. بازگشایی خط کشتیرانی میان دو بندر.\n۲. تبادل فهرست زندانیان تا پایان سال.\n",
        ),
    ],
)
def test_a_list_that_the_first_paragraph_opens_is_agreed(language: str, text: str) -> None:
    assert [one.strength for one, _ in told(language, text)] == ["agreed", "agreed"]


def test_what_is_refused_beside_what_is_promised_is_an_undertaking_of_its_own() -> None:
    text = (
        "Hevserokê DEM Partiyê Hêmin Sorgul ji rojnamevanên Iraqê re wiha axivî: "
        '"Em ê di Cotmehê de heyetekê bişînin Bexdayê û em ê dev ji aştiyê bernedin."'
    )
    found = told("kmr", text)
    assert [one.polarity for one, _ in found] == ["undertaken", "refused"]
    assert "bernedin" not in found[0][1]


@pytest.mark.parametrize(
    ("text", "words", "others"),
    [
        (
            "در کنفرانس کمک به سوریه، آلمان پرداخت ۳۰۰ میلیون یورو را وعده داد، نروژ کمک تازه‌ای اعلام نکرد و اتحادیه "
            "اروپا متعهد شد ۲ میلیارد یورو اختصاص دهد.",
            "۳۰۰ میلیون",
            "نروژ",
        ),
    ],
)
def test_where_the_object_stands_before_its_verb_the_next_clause_is_none_of_it(
    text: str, words: str, others: str
) -> None:
    first = told("fa", text)[0][1]
    assert words in first
    assert others not in first


def test_whoever_a_condition_names_does_not_undertake_what_follows_it() -> None:
    text = (
        "سخنگوی وزارت خارجه افغانستان گفت کابل اجازه نخواهد داد از خاکش استفاده شود، اما تا زمانی که پاکستان حملات را "
        "متوقف نکند در مذاکرات شرکت نمی‌کند."
    )
    assert all("PAK" not in one.by for one, _ in told("fa", text))


def test_under_no_circumstances_refuses() -> None:
    text = "Namibia's foreign minister told Botswana's envoy that Windhoek would under no circumstances close the road."
    assert [one.polarity for one, _ in told("en", text)] == ["refused"]
