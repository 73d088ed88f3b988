from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from peyman.dates import calendars
from peyman.dates.calendars import GREGORIAN, ISLAMIC, KURDISH, PERSIAN, CalendarError, from_gregorian, to_gregorian

SEAMS = (dt.date(1924, 8, 1), dt.date(2077, 11, 17))
days = st.dates(dt.date(700, 1, 1), dt.date(2500, 12, 31))


@pytest.mark.parametrize(
    ("calendar", "date", "gregorian"),
    [
        (PERSIAN, (1357, 11, 22), dt.date(1979, 2, 11)),
        (PERSIAN, (1399, 12, 30), dt.date(2021, 3, 20)),
        (KURDISH, (2700, 1, 1), dt.date(2000, 3, 20)),
        (KURDISH, (2725, 1, 1), dt.date(2025, 3, 21)),
        (ISLAMIC, (1446, 9, 1), dt.date(2025, 3, 1)),
        (ISLAMIC, (1447, 1, 1), dt.date(2025, 6, 26)),
        (GREGORIAN, (2024, 2, 29), dt.date(2024, 2, 29)),
    ],
)
def test_known_days_are_converted_both_ways(calendar: str, date: tuple[int, int, int], gregorian: dt.date) -> None:
    assert to_gregorian(calendar, *date) == gregorian
    assert from_gregorian(calendar, gregorian) == date


@settings(deadline=None)
@given(st.sampled_from(calendars.CALENDARS), days)
def test_every_day_comes_back(calendar: str, day: dt.date) -> None:
    assert to_gregorian(calendar, *from_gregorian(calendar, day)) == day


@settings(deadline=None)
@given(st.sampled_from(calendars.CALENDARS), days)
def test_a_month_holds_its_days_and_no_others(calendar: str, day: dt.date) -> None:
    # where the tables of Umm al-Qura begin and end, the tabular calendar beside them can be a day ahead
    assume(calendar != ISLAMIC or all(abs((day - seam).days) > 60 for seam in SEAMS))
    year, month, number = from_gregorian(calendar, day)
    first, last = calendars.month_bounds(calendar, year, month)
    assert first <= day <= last
    assert (day - first).days == number - 1
    assert from_gregorian(calendar, last + dt.timedelta(days=1))[2] == 1


@settings(deadline=None)
@given(st.sampled_from((PERSIAN, KURDISH)), days)
def test_four_seasons_make_a_year(calendar: str, day: dt.date) -> None:
    year = from_gregorian(calendar, day)[0]
    seasons = [calendars.season_bounds(calendar, year, season) for season in (21, 22, 23, 24)]
    assert (seasons[0][0], seasons[3][1]) == calendars.year_bounds(calendar, year)
    for before, after in itertools.pairwise(seasons):
        assert before[1] + dt.timedelta(days=1) == after[0]


@pytest.mark.parametrize(
    ("calendar", "date"),
    [(PERSIAN, (1404, 12, 30)), (PERSIAN, (1404, 13, 1)), (ISLAMIC, (1446, 9, 31)), (GREGORIAN, (2025, 2, 29)),
     ("lunar", (1, 1, 1)), (PERSIAN, (0, 1, 1)), (KURDISH, (2725, 0, 3))],
)  # fmt: skip
def test_days_that_do_not_exist_are_refused(calendar: str, date: tuple[int, int, int]) -> None:
    with pytest.raises(CalendarError):
        to_gregorian(calendar, *date)


def test_an_islamic_day_is_the_same_within_a_day_of_sighting() -> None:
    assert calendars.same_day(ISLAMIC, dt.date(2025, 3, 1), dt.date(2025, 3, 2))
    assert not calendars.same_day(PERSIAN, dt.date(2025, 3, 1), dt.date(2025, 3, 2))
