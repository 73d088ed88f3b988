"""What places something in time: every calendar and every way of saying it, turned into EDTF."""

from peyman.dates.finder import FoundDate, find_dates

__all__ = ["FoundDate", "find_dates"]
