"""The timeline, who met whom, the feeds and the first page."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from tests.web.parsing import parsed

from peyman.dates.calendars import CALENDARS
from peyman.web.interface import interface
from peyman.web.timeline_drawing import WIDTH, Happening, days_of, draw

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1))
HAPPENINGS = st.lists(
    st.builds(
        lambda first, length, parties: Happening(
            "M1", "meeting", first, first + dt.timedelta(days=length), tuple(parties), "held", ""
        ),
        DAYS,
        st.integers(0, 400),
        st.sets(st.sampled_from(["IRQ", "USA", "IRN", "OMN"]), max_size=4),
    ),
    max_size=20,
)


@given(HAPPENINGS, DAYS, st.integers(0, 20_000), st.sampled_from(CALENDARS), st.booleans())
def test_whatever_happened_is_drawn_inside_the_drawing(
    happenings: list[Happening], since: dt.date, length: int, calendar: str, right_to_left: bool
) -> None:
    until = since + dt.timedelta(days=length)
    drawing = draw(
        happenings, since, until, lambda y, m: f"{y}-{m}", calendar=calendar, right_to_left=right_to_left, today=since
    )
    assert len(drawing.shapes) + drawing.hidden == len(drawing.every)
    assert len(drawing.ticks) <= 16
    for shape in drawing.shapes:
        assert 0 <= shape.x <= shape.x + shape.width <= WIDTH + 0.2
        assert all(0 < y < drawing.height for y in shape.ys)


def test_time_runs_from_the_right_where_the_language_does() -> None:
    early, late = (
        Happening(name, "meeting", day, day, ("IRQ",), "", "")
        for name, day in (("M1", dt.date(2026, 1, 5)), ("M2", dt.date(2026, 1, 25)))
    )
    for right_to_left in (False, True):
        drawing = draw(
            [early, late],
            dt.date(2026, 1, 1),
            dt.date(2026, 1, 31),
            lambda y, m: "",
            calendar="gregorian",
            right_to_left=right_to_left,
        )
        first, second = (shape.x for shape in drawing.shapes)
        assert (first > second) is right_to_left


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2026-01-14", (dt.date(2026, 1, 14), dt.date(2026, 1, 14), False)),
        ("2026-01/..", (dt.date(2026, 1, 1), dt.date(2026, 1, 1), True)),
        ("../2026-01-14", (dt.date(2026, 1, 14), dt.date(2026, 1, 14), False)),
        ("nonsense", None),
        (None, None),
    ],
)
def test_an_open_end_is_told_from_a_day(value: str | None, days: object) -> None:
    assert days_of(value) == days


def test_the_timeline_shows_a_lane_for_each_party_and_the_same_as_a_list(public: TestClient) -> None:
    page = parsed(public.get("/timeline").text)
    lanes = [each.text_content().strip() for each in page.xpath(".//g[@class='lane']")]
    assert set(lanes) == {"Iraq", "United States", "Kurdistan Region of Iraq"}
    drawn = set(page.xpath(".//a[starts-with(@class, 'shape')]/@href"))
    listed = set(page.xpath(".//table//a/@href"))
    assert "/meetings/M1" in drawn <= listed


def test_the_filters_of_the_timeline_stand_in_its_address(public: TestClient) -> None:
    address = "/timeline?since=2026-01-01&until=2026-01-31&kind=meeting&party=IRQ&calendar=persian&lang=fa"
    page = parsed(public.get(address).text)
    assert {each.get("href") for each in page.xpath(".//a[starts-with(@class, 'shape')]")} == {"/meetings/M1"}
    assert interface("fa").months["persian"][10] in page.find(".//svg[@class='timeline']").text_content()
    for each in page.xpath(".//nav[contains(@class, 'zoom')]/a/@href")[:4]:
        assert "kind=meeting" in each and "party=IRQ" in each
    assert public.get("/timeline?since=9999-12-31&until=0001-01-01").status_code == 200


def test_the_drawing_of_who_met_whom_says_the_same_as_its_table(public: TestClient) -> None:
    page = parsed(public.get("/network").text)
    assert len(page.xpath(".//*[local-name()='line' and @class='tie']")) == len(page.xpath(".//table/tbody/tr")) == 3


def test_the_first_page_says_what_is_due_what_is_planned_and_what_is_new(public: TestClient) -> None:
    page = parsed(public.get("/").text)
    numbers = [each.text for each in page.xpath(".//ul[@class='figures']//strong")]
    assert len(numbers) == 4
    assert len(page.xpath(".//ul[@class='news']/li")) >= 5


def test_undertakings_are_grouped_and_narrowed(public: TestClient) -> None:
    every = parsed(public.get("/undertakings").text)
    total = public.get("/api/v1").json()["entries"]["commitment"]
    assert len(every.xpath(".//table/tbody/tr")) == total
    mine = parsed(public.get("/undertakings?party=IRQ-KRD&group=party").text)
    rows = mine.xpath(".//table/tbody/tr")
    assert 0 < len(rows) < total
    assert all("Kurdistan" in row.find("td").text_content() for row in rows)
    assert public.get("/undertakings?group=nonsense").status_code == 422


def test_the_feed_is_atom_and_leads_to_pages(public: TestClient) -> None:
    answer = public.get("/feeds/news.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.content)
    links = [each.get("href", "") for each in feed.iterfind("{*}entry/{*}link")]
    assert links
    for link in links[:5]:
        assert public.get(link).status_code == 200
    again = public.get("/feeds/news.atom", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_the_calendar_holds_the_planned_meeting(public: TestClient) -> None:
    calendar = Calendar.from_ical(public.get("/feeds/calendar.ics").content)
    states = {str(event.get("status")) for event in calendar.walk("VEVENT")}
    assert "TENTATIVE" in states
