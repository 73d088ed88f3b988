from __future__ import annotations

from collections.abc import Callable

import pytest

from peyman.dates import FoundDate

Find = Callable[..., list[tuple[str, FoundDate]]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The accord reached on 3 May gives them until then: they must pay within ten days."),
        ("en", "Norway pledged on 3 May to send supplies within ten days."),
        ("fa", "بر پایه پیمانی که ۳ مه امضا شد باید ظرف ده روز بپردازند."),
        ("ar", "بموجب الاتفاق الموقع في 3 مايو يجب الدفع خلال عشرة أيام."),
        ("ckb", "بەپێی ئەو پەیمانەی لە ٣ی ئایار واژۆ کرا دەبێت لە ماوەی دە ڕۆژدا پارەکە بدەن."),
        ("kmr", "Li gorî peymana ku di 3ê Gulanê de hat îmzekirin divê di nav deh rojan de bidin."),
    ],
)
def test_a_limit_counts_from_the_day_of_the_act_that_sets_it(find: Find, language: str, text: str) -> None:
    assert [date.edtf for _, date in find(language, text, "2025-06-20")][-1] == "2025-05-03/2025-05-13"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The accord reached on 3 May failed, and the envoy said a new one will follow within ten days."),
        ("ar", "انهار الاتفاق الموقع في 3 مايو وقال الوزير إن الدفع سيتم خلال عشرة أيام."),
        ("ckb", "وەزیر لە ٣ی ئایار وتی لە ماوەی دە ڕۆژدا پارەکە دەدەن."),
    ],
)
def test_a_limit_counts_from_publication_where_somebody_speaks_between(find: Find, language: str, text: str) -> None:
    assert [date.edtf for _, date in find(language, text, "2025-06-20")][-1] == "2025-06-20/2025-06-30"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Civîn dê di meha Gulanê de li Hanoiyê bê lidarxistin.", "2026-05"),
        ("Serok dê roja Duşemê serdana Nayrobiyê bike.", "2025-11-10"),
        ("Em ê piştî du hefteyan dest pê bikin.", "2025-11-21"),
    ],
)
def test_a_kurmanji_future_is_seen_behind_towns_in_the_oblique(find: Find, text: str, meaning: str) -> None:
    assert [date.edtf for _, date in find("kmr", text, "2025-11-07")] == [meaning]


def test_a_length_since_the_last_time_is_no_day_to_come(find: Find) -> None:
    assert all(date.edtf is None for _, date in find("kmr", "Ev piştî du salan yekem hevdîtin e.", "2025-11-07"))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("سفیر به روز سه‌شنبه از دیدار با وزیر خبر داد.", "2025-11-04"),
        ("نشست به روز سه‌شنبه موکول شد.", "2025-11-11"),
    ],
)
def test_dari_says_to_a_day_for_on_a_day_where_nothing_is_moved(find: Find, text: str, meaning: str) -> None:
    assert [date.edtf for _, date in find("fa", text, "2025-11-07")] == [meaning]
