"""Meetings and deadlines in iCalendar, read back by a library."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from tests.record.records import add, meet

from peyman.exchange import icalendar_events
from peyman.exchange.formats import ExportOptions
from peyman.record import Record


def events_of(record: Record, language: str = "en") -> list[Any]:
    stream = io.BytesIO()
    icalendar_events.write(record, stream, ExportOptions(language=language, title="The round"))
    calendar = Calendar.from_ical(stream.getvalue().decode())
    assert calendar["version"] == "2.0"
    assert calendar["x-wr-calname"] == "The round"
    return list(calendar.walk("VEVENT"))


def test_a_held_meeting_is_confirmed_on_its_day_and_a_planned_one_tentative_over_its_days(round_record: Record) -> None:
    events = {str(event["uid"]).partition("-")[0]: event for event in events_of(round_record)}
    assert events["M1"]["status"] == "CONFIRMED"
    assert (events["M1"]["dtstart"].dt, events["M1"]["dtend"].dt) == (dt.date(2026, 1, 14), dt.date(2026, 1, 15))
    assert events["M1"]["location"] == "Baghdad"
    assert events["M2"]["status"] == "TENTATIVE"
    assert events["M2"]["dtend"].dt == dt.date(2026, 3, 1)


def test_what_the_documents_differ_in_is_said(round_record: Record) -> None:
    held = next(event for event in events_of(round_record) if str(event["uid"]).startswith("M1-"))
    said = next(line for line in str(held["description"]).splitlines() if "differ in round: " in line)
    assert set(said.partition("differ in round: ")[2].split(", ")) == {"new", "resumed"}


def test_an_undertaking_stands_on_the_last_day_of_its_window_and_is_left_out_without_one(round_record: Record) -> None:
    deadlines = [event for event in events_of(round_record) if str(event["summary"]).startswith("Deadline")]
    windows = [value for each in round_record.commitments() for value in each.window[:1]]
    closed = [window for window in windows if not window.endswith("..")]
    assert len(deadlines) == len(closed) > 0
    assert dt.date(2026, 9, 30) in [event["dtstart"].dt for event in deadlines]


def test_names_are_in_the_language_that_is_asked_for(round_record: Record) -> None:
    held = next(event for event in events_of(round_record, "fa") if str(event["uid"]).startswith("M1-"))
    assert "عراق" in held["summary"]
    assert held["location"] == "بغداد"


@pytest.mark.parametrize(
    ("status", "written"),
    [
        ("held", "CONFIRMED"),
        ("under-way", "CONFIRMED"),
        ("planned", "TENTATIVE"),
        ("postponed", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
        ("denied", "CANCELLED"),
    ],
)
def test_each_status_of_a_meeting_has_its_status_in_the_calendar(status: str, written: str, tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.db") as record:
        add(record, meet("One", date="2026-01-14", status=status))
        (event,) = events_of(record)
    assert event["status"] == written
