"""Whoever leaves one place for another visits the second."""

from __future__ import annotations

import pytest
from tests.reading.entries import places_of_meetings

from peyman.reading.reader import read_text


def _places(language: str, text: str) -> list[str | None]:
    return places_of_meetings(read_text(text, language=language, published="2026-01-14"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "وزیر امور خارجه اتیوپی صبح چهارشنبه آدیس‌آبابا را به مقصد داکار پایتخت سنگال ترک کرد."),
        ("ar", "غادر وزير خارجية كينيا نيروبي يوم الاثنين متوجها إلى داكار عاصمة السنغال."),
    ],
)
def test_a_journey_is_where_it_goes(language: str, text: str) -> None:
    assert _places(language, text) == ["SEN:dakar"]


def test_where_no_goal_is_named_a_journey_was_where_it_ends() -> None:
    text = "نخست‌وزیر عمان پس از سفر دو روزه به سنگال، روز دوشنبه داکار را ترک کرد."
    assert _places("fa", text) == ["SEN:dakar"]


@pytest.mark.parametrize(
    "more",
    ["این دیدار در قاهره برگزار شد.", "در این دیدار که در قاهره برگزار شد، سفیر ویتنام نیز حضور داشت."],
)
def test_where_it_took_place_may_be_told_behind_it(more: str) -> None:
    assert _places("fa", f"وزیر دفاع مصر روز دوشنبه با وزیر دفاع ویتنام دیدار کرد. {more}") == ["EGY:cairo"]


def test_whoever_leaves_one_place_for_another_to_meet_somebody_does_not_meet_in_the_first() -> None:
    reading = read_text(
        "Şandeya Perûyê ji bo bi Wezîrê Derve yê Urdunê re bicive îro ji Stenbolê ber bi Girava Îmraliyê ve çû.",
        language="kmr",
        published="2026-01-14",
    )
    names = {place.id: place.names.get("en") for place in reading.places}
    assert "Istanbul" not in [names.get(meeting.place or "") for meeting in reading.meetings]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kmr",
            "Wezîrê Derve yê Perûyê Redûr Bahoz li ser danûstandinên li Viyanayê bi Wezîra Derve ya Norwêcê re bi"
            " telefonê axivî.",
        ),
        (
            "en",
            "The Peruvian foreign minister spoke by telephone with the Norwegian foreign minister about the talks in"
            " Vienna.",
        ),
    ],
)
def test_a_call_takes_place_nowhere(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2026-01-14")
    assert [(meeting.kind, meeting.place) for meeting in reading.meetings] == [("call", None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "بعد محادثات مع وزير خارجية بيرو، توجهت وزيرة خارجية كينيا إلى سانتياغو."),
        ("ckb", "دوای گفتوگۆ لەگەڵ وەزیری دەرەوەی پیرۆ، وەزیری دەرەوەی کینیا چوو بۆ سانتیاگۆ."),
        ("kmr", "Piştî hevdîtina bi Wezîrê Derve yê Perûyê re, Wezîrê Derve yê Kenyayê çû Santiagoyê."),
        ("fa", "وزیر خارجه کنیا پس از گفت‌وگو با وزیر خارجه پرو به سانتیاگو رفت."),
        ("en", "After talks with the foreign minister of Peru, Kenya's foreign minister flew to Santiago."),
    ],
)
def test_where_somebody_goes_after_an_encounter_is_not_where_that_was(language: str, text: str) -> None:
    meetings = read_text(text, language=language, published="2026-01-14").meetings
    assert all(meeting.place is None for meeting in meetings if meeting.kind != "visit")
