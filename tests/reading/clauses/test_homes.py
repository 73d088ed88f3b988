"""A state named only to say where a movement is from sits at no table."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.actors.places.homes import home_of
from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Egypt's foreign minister received a delegation of the Palestinian Hamas movement on Monday in Cairo."),
        ("en", "The Palestinian Islamist group Hamas and Egypt held talks in Cairo on Monday."),
        ("ar", "استقبل وزير الخارجية المصري يوم الاثنين وفدا من حركة حماس الفلسطينية برئاسة خليل الحية."),
        ("fa", "هیئتی از جنبش حماس فلسطین روز دوشنبه با وزیر خارجه مصر در قاهره دیدار کرد."),
        ("ckb", "شاندێکی بزووتنەوەی حەماسی فەلەستینی دووشەممە لە قاهیرە لەگەڵ وەزیری دەرەوەی میسر کۆبووەوە."),
        ("kmr", "Şandeya Hemasa Filistînê roja Duşemê li Qahîreyê bi Wezîrê Derve yê Misirê re civiya."),
    ],
)
def test_where_a_movement_is_from_is_no_party(language: str, text: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published="2026-01-14"))
    assert set(meeting.parties) == {"EGY", "HAMAS"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Colombia and the ELN held talks in Havana on Monday."),
        ("ar", "وقعت الحكومة اليمنية والمجلس الانتقالي الجنوبي اتفاقا في الرياض يوم الاثنين."),
        ("fa", "دولت جمهوری دموکراتیک کنگو و جنبش ام۲۳ روز دوشنبه در دوحه گفت‌وگو کردند."),
    ],
)
def test_a_state_that_meets_a_movement_of_its_own_is_a_party(language: str, text: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published="2026-01-14"))
    states = {home_of(party) for party in meeting.parties} - {None}
    assert states and states <= set(meeting.parties)


def test_a_state_that_a_movement_speaks_of_is_no_home_of_it() -> None:
    assert (home_of("HAMAS"), home_of("HEZ"), home_of("ISR")) == ("PSE", "LBN", None)
