"""The terms that a language's tables of time and numbers list, and the forms of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from peyman.dates.steps import Term

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def listed_terms(table: Mapping[str, Any], numbers: Mapping[str, Any]) -> Iterator[tuple[Sequence[str], Term]]:
    """Yield the forms that a language's tables list, with the term that they are.

    Args:
        table: Its ``calendar.toml``.
        numbers: Its ``numbers.toml``.
    """
    compounds = table.get("compounds", {})
    for calendar, months in table.get("months", {}).items():
        for number, forms in months.items():
            yield forms, Term("month", (calendar, int(number)))
            for ending in compounds.get("months", ()):
                yield [form + ending for form in forms], Term("month", (calendar, int(number)))
    for name, forms in table.get("weekdays", {}).items():
        yield forms, Term("weekday", WEEKDAYS.index(name))
        for ending in compounds.get("weekdays", ()):
            yield [form + ending for form in forms], Term("weekday", WEEKDAYS.index(name))
    for name, forms in table.get("bare_weekdays", {}).items():
        yield forms, Term("bare_weekday", WEEKDAYS.index(name))
    for unit, offsets in table.get("deictics", {}).items():
        for offset, forms in offsets.items():
            yield forms, Term("deictic", (unit, int(offset)))
    for forms in table.get("construct_units", {}).values():
        yield forms, Term("construct", True)
    for number, category in (("units", "unit"), ("plural_units", "units"), ("dual_units", "two_units")):
        for unit, forms in table.get(number, {}).items():
            yield forms, Term(category, unit)
    for name, category in (
        ("directions", "direction"),
        ("directions_before", "direction_before"),
        ("shifts", "shift"),
        ("shifts_before", "shift_before"),
        ("edges", "edge"),
        ("dayparts", "daypart"),
        ("fractions", "fraction"),
        ("eras", "era"),
        ("anchors", "anchor"),
    ):
        for value, forms in table.get(name, {}).items():
            if value != "alone":
                yield forms, Term(category, value)
    yield table.get("hours", {}).get("behind", ()), Term("clock_word", True)
    yield table.get("hours", {}).get("before", ()), Term("clock_before", True)
    yield table.get("hours", {}).get("before_figures", ()), Term("clock_figures", True)
    for unit, forms in table.get("fraction_letters", {}).items():
        yield forms, Term("fraction_letter", unit)
    yield table.get("fiscal_years", ()), Term("fiscal", True)
    for number, forms in table.get("decades", {}).items():
        yield forms, Term("decade", int(number))
    yield table.get("final", {}).get("words", ()), Term("final", True)
    for number, forms in table.get("seasons", {}).items():
        yield forms, Term("season", int(number))
    for holiday in table.get("holidays", ()):
        yield holiday["forms"], Term("holiday", tuple(holiday["date"]))
    vague = table.get("vague", {})
    yield vague.get("future", ()), Term("vague", "future")
    yield vague.get("past", ()), Term("vague", "past")
    yield vague.get("later", ()), Term("vague", "later")
    yield vague.get("onward", ()), Term("vague", "onward")
    yield vague.get("soon", ()), Term("vague", "soon")
    yield vague.get("few", ()), Term("few", True)
    for name, forms in table.get("connectors", {}).items():
        if name != "attached_and":
            yield forms, Term(name, True)
    yield table.get("glue", {}).get("words", ()), Term("glue", True)
    yield table.get("glue", {}).get("of", ()), Term("of", True)
    yield table.get("glue", {}).get("of", ()), Term("glue", True)
    yield table.get("glue", {}).get("articles", ()), Term("article", True)
    yield table.get("no_date", {}).get("phrases", ()), Term("no_date", True)
    yield table.get("no_date", {}).get("each", ()), Term("set", True)
    yield table.get("lengths", {}).get("part", ()), Term("part", True)
    yield table.get("lengths", {}).get("seconds", ()), Term("seconds", True)
    for adjective in table.get("lengths", {}).get("adjectives", ()):  # "three-day", in one word or two
        counts = (*chain.from_iterable(numbers.get("cardinals", {}).values()), *vague.get("few", ()))
        yield [count + joint + adjective for count in counts for joint in ("", "\u200c", " ")], Term("length", True)
    yield table.get("lengths", {}).get("repeated", ()), Term("repeated", True)
    yield table.get("no_date", {}).get("for", ()), Term("for", True)
    for name in ("cardinals", "ordinals"):
        for number, forms in numbers.get(name, {}).items():
            category, endings = name.removesuffix("s"), numbers.get("endings", ())
            yield forms, Term(category, int(number))
            behind = [beginning + form for form in forms for beginning in numbers.get("beginnings", ())]
            yield behind, Term("cardinal_behind" if category == "cardinal" else category, int(number))
            if name == "cardinals":
                ordinals = [form + ending for form in forms for ending in numbers.get("ordinal_endings", ())]
                yield ordinals, Term("ordinal", int(number))
                yield [form + ending for form in ordinals for ending in endings], Term("ordinal", int(number))
            inflected = [form + ending for form in forms for ending in endings]
            yield inflected, Term("cardinal_case" if category == "cardinal" else category, int(number))
