"""The languages of the interface: complete, in their own digits and calendars, with all their letters."""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.dates.calendars import CALENDARS, GREGORIAN
from peyman.web.dates import date_words, day_words, in_other_calendars, leaf
from peyman.web.interface import DEFAULT, codes, interface, preferred
from peyman.web.rendering import Shown
from peyman.web.visitor import THEMES, Visitor

SCRIPT = Path(__file__).parents[2] / "scripts" / "refresh_translations.py"


def _script() -> ModuleType:
    specification = importlib.util.spec_from_file_location("refresh_translations", SCRIPT)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


refresh_translations = _script()
TRANSLATED = [code for code in codes() if code != DEFAULT]
_PLACES = re.compile(r"%\(\w+\)s")


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_catalogue_is_complete(code: str) -> None:
    wanted = {message.id for message in refresh_translations.template() if message.id}
    kept = {message.id: message for message in refresh_translations.catalogue_of(code) if message.id}
    assert wanted == set(kept), "run scripts/refresh_translations.py"
    for message in kept.values():
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms) and not message.fuzzy, message.id
        first = message.id[0] if isinstance(message.id, tuple) else message.id
        for form in forms:
            # "One document" may leave its number out; nothing else may be lost or added.
            assert set(_PLACES.findall(form)) <= set(_PLACES.findall(first)), message.id
            if not isinstance(message.id, tuple):
                assert set(_PLACES.findall(form)) == set(_PLACES.findall(first)), message.id


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("fa-IR,fa;q=0.9,en;q=0.8", "fa"),
        ("de, ckb;q=0.5, ar;q=0.7", "ar"),
        ("ku", "kmr"),
        ("kmr-TR", "kmr"),
        ("ckb-IQ", "ckb"),
        ("de", "en"),
        ("", "en"),
        ("*;q=x, , ;", "en"),
    ],
)
def test_the_language_that_the_browser_likes_best_is_chosen(accepted: str, code: str) -> None:
    assert preferred(accepted) == code


@given(st.text(max_size=200))
def test_any_list_of_languages_gives_one(accepted: str) -> None:
    assert preferred(accepted) in codes()


@pytest.mark.parametrize(
    ("code", "calendar", "words"),
    [
        ("en", "gregorian", "Wednesday 14 January 2026"),
        ("en", "persian", "Wednesday 24 Dey 1404"),
        ("fa", "persian", "چهارشنبه ۲۴ دی ۱۴۰۴"),
        ("ar", "gregorian", "الأربعاء ١٤ يناير ٢٠٢٦"),
        ("ckb", "kurdish", "چوارشەممە ٢٤ بەفرانبار ٢٧٢٥"),
        ("kmr", "gregorian", "çarşem 14 Çile 2026"),
    ],
)
def test_a_day_is_shown_in_the_words_digits_and_calendar_asked_for(code: str, calendar: str, words: str) -> None:
    assert day_words(dt.date(2026, 1, 14), interface(code), calendar) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-11", "November 2025"),
        ("2025", "2025"),
        ("2025-11/..", "from November 2025, open"),
        ("../2025-09", "until September 2025"),
        ("2026-02-16/2026-02-28", "Monday 16 February 2026 to Saturday 28 February 2026"),
        ("2025~", "about 2025"),
        ("2025-22", "summer 2025"),
        ("202X", "2020–2029"),
        ("P3M", "P3M"),
        (None, ""),
    ],
)
def test_a_value_is_put_into_words(value: str | None, words: str) -> None:
    assert date_words(value, interface("en")) == words


def test_a_month_of_one_calendar_is_shown_as_the_months_of_another_that_it_touches() -> None:
    assert date_words("2025-11", interface("en"), "persian") == "Aban–Azar 1404"
    assert date_words("2025", interface("en"), "persian") == "1403–1404"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2026-03-14", ("14", "March", "2026")),
        ("2026-03-14/2026-03-16", ("14–16", "March", "2026")),
        ("2026-03-30/2026-04-02", ("30–2", "March–April", "2026")),
        ("2026-03-14/2026-04-14", ("14–14", "March–April", "2026")),
        ("2025-12-31/2026-01-02", ("31–2", "December–January", "2025–2026")),
        ("2026-03-14/..", ("14–", "March", "2026")),
        ("../2026-03-14", ("–14", "March", "2026")),
        ("2026-03", ("", "March", "2026")),
        ("2026-03/2026-05", ("", "March–May", "2026")),
        ("2026", ("", "", "2026")),
        ("", None),
    ],
)
def test_a_leaf_of_the_calendar_shows_a_day_or_the_first_and_last_of_a_stretch(
    value: str, shown: tuple[str, str, str] | None
) -> None:
    assert leaf(value, interface("en"), GREGORIAN) == shown


@given(st.text(max_size=30), st.sampled_from(codes()), st.sampled_from(CALENDARS))
def test_any_text_for_a_date_is_shown(value: str, code: str, calendar: str) -> None:
    assert isinstance(date_words(value, interface(code), calendar), str)


@given(st.dates(), st.sampled_from(codes()), st.sampled_from(CALENDARS))
def test_any_day_is_shown_in_any_calendar(day: dt.date, code: str, calendar: str) -> None:
    assert day_words(day, interface(code), calendar)
    assert len(in_other_calendars(day.isoformat(), interface(code), calendar)) == len(CALENDARS) - 1


@pytest.mark.parametrize("code", codes())
def test_every_calendar_has_twelve_different_months(code: str) -> None:
    for calendar in CALENDARS:
        assert len(set(interface(code).months[calendar])) == 12


#: What is the same in other languages too: names of formats and programs.
_SAME = re.compile(r"PLOVER|Peyman|Feed|JSON-LD: .*|, |Rol|“%\(words\)s”|Agent|Token.*")


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_message_is_left_in_english(code: str) -> None:
    copied = [
        message.id
        for message in refresh_translations.catalogue_of(code)
        if message.id and isinstance(message.id, str) and message.string == message.id
    ]
    assert not [each for each in copied if not _SAME.fullmatch(each)]


@pytest.mark.parametrize(("code", "words"), [("en", "round 4"), ("fa", "دور ۴"), ("ar", "الجولة ٤"), ("kmr", "gera 4")])
def test_the_number_of_a_round_says_that_it_is_one(code: str, words: str) -> None:
    shown = Shown(Visitor(None, frozenset(), interface(code), CALENDARS[0], THEMES[0]))
    assert shown.round("4") == words
    assert shown.term("4") == interface(code).number(4)
    assert shown.round("resumed") == shown.term("resumed")
