"""What people are: several offices of one person, how they are held, and what they are of."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman.actors.found import RoleMention


def roles_of(read: Reader, code: str, words: str) -> dict[str, list[RoleMention]]:
    _, found = read(code, words)
    return {a.name: a.roles for a in found.actors if a.kind == "person"}


#: One person with three offices, one of them for a time, and one who held an office before.
TITLES = {
    "en": (
        "Arin Kawa, Deputy Prime Minister and Foreign Minister of Iraq and acting Minister of Planning, met"
        " former Iranian President Saman Rustgar.",
        ["Deputy Prime Minister", "Foreign Minister of Iraq", "acting Minister of Planning"],
        "former Iranian President",
    ),
    "fa": (
        "آرین کاوه، معاون نخست‌وزیر و وزیر امور خارجه عراق و سرپرست وزارت برنامه‌ریزی، با سامان رستگار،"
        " رئیس‌جمهور پیشین ایران، دیدار کرد.",
        ["معاون نخست‌وزیر", "وزیر امور خارجه عراق", "سرپرست وزارت برنامه‌ریزی"],
        "رئیس‌جمهور پیشین ایران",
    ),
    "ckb": (
        "ئارین کاوە، جێگری سەرۆکوەزیران و وەزیری دەرەوەی عێراق و وەزیری پلاندانان بە وەکالەت، چاوی بە"
        " سامان ڕستگار، سەرۆککۆماری پێشووی ئێران کەوت.",
        ["جێگری سەرۆکوەزیران", "وەزیری دەرەوەی عێراق", "وەزیری پلاندانان بە وەکالەت"],
        "سەرۆککۆماری پێشووی ئێران",
    ),
    "kmr": (
        "Arîn Kawa, Cîgirê Serokwezîr û Wezîrê Derve yê Iraqê û wezîrê plansaziyê yê demkî, bi Saman Rustgar,"
        " serokomarê berê yê Îranê re civiya.",
        ["Cîgirê Serokwezîr", "Wezîrê Derve yê Iraqê", "wezîrê plansaziyê yê demkî"],
        "serokomarê berê yê Îranê",
    ),
    "ar": (
        "التقى نبيل الكاوي، نائب رئيس الوزراء ووزير الخارجية العراقي ووزير التخطيط بالوكالة، الرئيس الإيراني السابق"
        " سامان رستگار.",
        ["نائب رئيس الوزراء", "ووزير الخارجية العراقي", "ووزير التخطيط بالوكالة"],
        "الرئيس الإيراني السابق",
    ),
}


@pytest.mark.parametrize("code", sorted(TITLES))
def test_offices_that_and_joins_are_several_each_with_its_standing(read: Reader, code: str) -> None:
    words, expected, former = TITLES[code]
    first, second = roles_of(read, code, words).values()
    assert [role.title for role in first] == expected
    assert [role.standing for role in first] == [None, None, "acting"]
    assert [(role.title, role.standing) for role in second] == [(former, "former")]


def test_each_office_has_the_body_that_it_is_of(read: Reader) -> None:
    _, found = read("en", "Arin Kawa, Speaker of the Parliament of Iraq and Chairman of the Border Committee, spoke.")
    roles = next(a.roles for a in found.actors if a.kind == "person")
    bodies = [found.actors[role.body].name if role.body is not None else None for role in roles]
    assert bodies == ["Parliament of Iraq", "Border Committee"]


def test_an_office_between_two_arabic_names_is_of_the_second(read: Reader) -> None:
    words = "التقى وزير النفط العراقي نبيل الكاوي وزير الطاقة التركي سليم رستگار في البصرة."
    told = {name: [role.title for role in roles] for name, roles in roles_of(read, "ar", words).items()}
    assert told == {"نبيل الكاوي": ["وزير النفط العراقي"], "سليم رستگار": ["وزير الطاقة التركي"]}


def test_a_title_that_reaches_into_the_name_of_a_body_is_the_office(read: Reader) -> None:
    words = "استقبل رئيس مجلس الوزراء العراقي نبيل الكاوي الوفد."
    told = {name: [role.title for role in roles] for name, roles in roles_of(read, "ar", words).items()}
    assert told == {"نبيل الكاوي": ["رئيس مجلس الوزراء العراقي"]}
