"""Verbs of going that their goal makes plain, what only should be, and journeys that are part of a meeting."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.model import Reading
from peyman.reading.reader import read_text


def _read(text: str, language: str = "fa") -> Reading:
    return read_text(text, language=language, published="2026-01-14")


@pytest.mark.parametrize("came", ["به دوحه آمد", "به دوحه رفت", "وارد دوحه پایتخت قطر شد"])
def test_who_comes_to_a_place_and_meets_somebody_does_both(came: str) -> None:
    reading = _read(f"هیئتی از وزارت انرژی کنیا {came} و با وزیر کشاورزی قطر دیدار کرد.")
    assert [(one.kind, set(one.parties)) for one in reading.meetings] == [
        ("visit", {"KEN", "QAT"}),
        ("meeting", {"KEN", "QAT"}),
    ]


@pytest.mark.parametrize("noun", ["دیدار", "ملاقات"])
def test_who_goes_to_meet_somebody_makes_no_journey_of_its_own(noun: str) -> None:
    reading = _read(f"وزیر خارجه کنیا روز دوشنبه به {noun} حسن المصری، وزیر خارجه مصر، رفت.")
    assert only_meeting(reading).kind == "meeting"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "وزیران خارجه کنیا و قطر می‌توانند در ایروان دیدار کنند."),
        ("fa", "ضروری است که کنیا با قطر مذاکره کند."),
        ("en", "Kenya should negotiate with Qatar."),
        ("ar", "ينبغي أن يجتمع وزيرا خارجية كينيا وقطر في يريفان."),
        ("ckb", "پێویستە کینیا لەگەڵ قەتەر گفتوگۆ بکات."),
        ("kmr", "Pêwîst e wezîrên derve yên Kenya û Qeterê li Yerevanê bicivin."),
    ],
)
def test_what_should_or_could_be_is_no_encounter(language: str, text: str) -> None:
    assert _read(text, language).meetings == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "وزیران خارجه کنیا و قطر قرار است در ایروان دیدار کنند."),
        ("fa", "کنیا که باید گندم بخرد، دوشنبه با قطر مذاکره کرد."),
        ("en", "Kenya, which must buy wheat, negotiated with Qatar on Monday."),
    ],
)
def test_what_is_planned_or_done_is_one(language: str, text: str) -> None:
    assert set(only_meeting(_read(text, language)).parties) == {"KEN", "QAT"}


@pytest.mark.parametrize(
    ("going", "kind"),
    [
        ("به دوحه سفر می‌نماید", "visit"), ("رهسپار دوحه می‌شود", "visit"),
        ("با همتای قطری خود ملاقات می‌نماید", "meeting"),
        ("با وزیر خارجه قطر به گفت‌وگو می‌نشیند", "talks"), ("از دوحه دیدن می‌کند", "visit"),
    ],
)  # fmt: skip
def test_a_present_tells_of_the_friday_to_come(going: str, kind: str) -> None:
    meeting = only_meeting(_read(f"وزیر خارجه کنیا روز جمعه {going}."))
    assert (meeting.kind, meeting.status, meeting.date) == (kind, "planned", "2026-01-16")


def test_a_denial_may_share_its_verb() -> None:
    reading = _read("سخنگوی دولت عمان خبر دیدار با هیئت سنگال در تاشکند را تکذیب و تصریح کرد: چنین چیزی نبوده است.")
    assert only_meeting(reading).status == "denied"
