"""A meeting finds the commitments that it may keep by its month."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from peyman.record.following.followup import Compared
from peyman.record.following.likely_reports import months_to_meet, written
from peyman.record.rows.outline_tables import LONG


def compared(*parties: str) -> str:
    who = frozenset(parties)
    return written(Compared(None, False, who, frozenset(), frozenset({"consult"}), ()), counted=False)


DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 1, 1))


@given(DAYS, st.integers(1, 2000), st.data())
def test_every_day_on_which_a_meeting_may_keep_it_is_in_a_month_that_is_noted(
    after: datetime.date, length: int, data: st.DataObject
) -> None:
    day = after + datetime.timedelta(days=data.draw(st.integers(1, length)))
    until = after + datetime.timedelta(days=length)
    rows = months_to_meet(7, after.isoformat(), until.isoformat(), compared("USA", "IRQ"))
    assert {day.isoformat()[:7], LONG} & {row["month"] for row in rows}
    assert {(row["party"], row["entry_id"]) for row in rows} == {("IRQ", 7)}
    assert len(rows) <= 24


def test_years_are_noted_once() -> None:
    rows = months_to_meet(7, "2026-01-15", "2029-01-15", compared("USA", "IRQ"))
    assert [row["month"] for row in rows] == [LONG]
