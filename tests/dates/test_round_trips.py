"""Days written out in every calendar and language, read back, and compared with what other libraries make of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import edtf as reference_edtf
import pytest
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.dates import DatesOfText, FoundDate
from peyman.dates.calendars import GREGORIAN, ISLAMIC, KURDISH, KURDISH_EPOCH, PERSIAN, from_gregorian, to_gregorian
from peyman.text.analysis import analyse

Find = Callable[..., list[tuple[str, FoundDate]]]

#: How each language writes a day: with its month's name and its year.
FORMS = {
    "fa": "هیئت در {day} {month} {year}{era} به بغداد رسید.",
    "ar": "وصل الوفد في {day} {month} {year}{era} إلى بغداد.",
    "ckb": "شاندەکە لە {day}ی {month}ی {year}{era} گەیشتە بەغدا.",
    "kmr": "Şande di {day}ê {month} {year}an de{era} gihîşt Bexdayê.",
    "en": "The delegation arrived on {day} {month} {year}{era}.",
}
ERAS = {("ar", ISLAMIC): " هـ", ("fa", ISLAMIC): " قمری", ("en", ISLAMIC): " AH", ("ckb", ISLAMIC): "ی کۆچی"}
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))


def read(language: str, text: str) -> list[str | None]:
    dated = DatesOfText(analyse(text, languages.load(language)))
    return [date.edtf for date in dated.resolve("2025-11-07")]


def written(language: str, calendar: str, day: dt.date, spelling: int) -> str | None:
    """The sentence that tells a day; None where the language has no name for its month."""
    year, month, number = from_gregorian(calendar, day)
    names = languages.load(language).table("calendar")["months"].get(calendar, {}).get(str(month), ())
    own = [name for name in names if name.isascii() == (language == "en") or language == "kmr"]
    if not own or (language, calendar) == ("kmr", ISLAMIC):
        return None
    era = ERAS.get((language, calendar), "")
    return FORMS[language].format(day=number, month=own[spelling % min(2, len(own))], year=year, era=era)


@pytest.mark.parametrize("language", FORMS)
@pytest.mark.parametrize("calendar", [GREGORIAN, PERSIAN, KURDISH])
@settings(max_examples=8, deadline=None)
@given(day=DAYS, spelling=st.integers(0, 1))
def test_a_day_of_a_solar_calendar_is_read_as_itself(language: str, calendar: str, day: dt.date, spelling: int) -> None:
    sentence = written(language, calendar, day, spelling)
    if sentence is not None:
        assert read(language, sentence) == [day.isoformat()], sentence


@pytest.mark.parametrize("language", ["fa", "ar", "ckb", "en"])
@settings(max_examples=8, deadline=None)
@given(day=DAYS)
def test_a_day_of_the_islamic_calendar_is_read_as_itself(language: str, day: dt.date) -> None:
    sentence = written(language, ISLAMIC, day, 0)
    if sentence is not None:
        assert read(language, sentence) == [day.isoformat()], sentence


@pytest.mark.parametrize("language", FORMS)
@settings(max_examples=8, deadline=None)
@given(day=DAYS)
def test_a_day_in_digits_is_read_as_itself(language: str, day: dt.date) -> None:
    assert read(language, f"({day.isoformat()})") == [day.isoformat()]
    if language != "en":
        assert read(language, f"({day:%d/%m/%Y})") in ([day.isoformat()], [f"{day:%Y-%d-%m}"])


@settings(max_examples=40, deadline=None)
@given(day=DAYS)
def test_calendars_agree_with_the_libraries_that_reckon_them(day: dt.date) -> None:
    year, month, number = from_gregorian(PERSIAN, day)
    assert to_gregorian(PERSIAN, year, month, number) == day
    assert from_gregorian(KURDISH, day) == (year + KURDISH_EPOCH, month, number)
    assert from_gregorian(ISLAMIC, day) == Gregorian.fromdate(day).to_hijri().datetuple()


@pytest.mark.parametrize(
    "text",
    ["in the coming months", "recently", "by the end of 2026", "in the 1980s", "from 3 to 5 May 2025", "last summer"],
)
def test_what_is_read_is_edtf_to_another_parser(text: str) -> None:
    for value in read("en", f"They met {text}."):
        assert value is not None
        reference_edtf.parse_edtf(value)
