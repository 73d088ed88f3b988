"""What places something in time: every calendar and every way of saying it, turned into EDTF."""

from peyman.dates.finder import DatesOfText, FoundDate, find_dates

__all__ = ["DatesOfText", "FoundDate", "find_dates"]
