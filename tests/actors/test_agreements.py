"""Agreements: known ones, and others by their form."""

from __future__ import annotations

import pytest

from peyman.actors.agreements import year_of

from .conftest import Reader

FRAMEWORK = "us-iraq-strategic-framework-agreement-2008"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Under the Strategic Framework Agreement of 2008 they consulted."),
        ("fa", "آنان با استناد به توافق چارچوب راهبردی سال ۲۰۰۸ رایزنی کردند."),
        ("ar", "تشاوروا استناداً إلى اتفاقية الإطار الاستراتيجي لعام 2008."),
        ("ckb", "بەپێی ڕێککەوتننامەی چوارچێوەی ستراتیژی ساڵی ٢٠٠٨ ڕاوێژیان کرد."),
        ("kmr", "Li gorî Peymana Çarçoveya Stratejîk a sala 2008an şêwir kirin."),
    ],
)
def test_a_known_agreement_has_its_date_and_its_parties(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    (agreement,) = found.agreements
    assert (agreement.key, agreement.date, agreement.parties) == (FRAMEWORK, "2008", ["USA", "IRQ"])


@pytest.mark.parametrize(
    ("code", "words", "parties"),
    [
        ("en", "The 1994 water agreement between Jordan and Syria holds.", {"JOR", "SYR"}),
        ("fa", "توافق‌نامه مرزی سال ۱۹۹۴ میان اردن و سوریه پابرجاست.", {"JOR", "SYR"}),
        ("ar", "اتفاق المياه بين الأردن وسوريا لعام 1994 قائم.", {"JOR", "SYR"}),
        ("ckb", "ڕێککەوتنی ئاوی نێوان ئوردن و سووریا ساڵی ١٩٩٤ لە جێی خۆیەتی.", {"JOR", "SYR"}),
    ],
)
def test_an_unknown_agreement_is_told_by_its_form(read: Reader, code: str, words: str, parties: set[str]) -> None:
    _, found = read(code, words)
    (agreement,) = found.agreements
    assert set(agreement.parties) == parties
    assert agreement.date == "1994"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "They reached an agreement."),
        ("fa", "آنان به توافق رسیدند."),
        ("ar", "توصلوا إلى اتفاق."),
        ("ckb", "گەیشتنە ڕێککەوتن."),
        ("kmr", "Li hev hatin û rêkeftin çêbû."),
    ],
)
def test_agreeing_names_no_agreement(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert found.agreements == []


def test_a_resolution_is_told_by_its_number(read: Reader) -> None:
    _, found = read("en", "They recalled Security Council Resolution 1284.")
    assert [(a.key, a.kind) for a in found.agreements] == [("resolution:1284", "resolution")]


@pytest.mark.parametrize(
    ("digits", "edtf"), [("1994", "1994"), ("1399", "2020-03-20/2021-03-20"), ("1400", "2021-03-21/2022-03-20")]
)
def test_a_year_of_the_persian_calendar_is_the_days_that_it_spans(digits: str, edtf: str) -> None:
    assert year_of(digits) == edtf
