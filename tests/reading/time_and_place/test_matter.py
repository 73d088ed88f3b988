"""What an encounter is about is not who takes part in it, nor where and when it takes place."""

from __future__ import annotations

import pytest

from peyman.model import Meeting
from peyman.reading.reader import read_text

_WAR = [
    (
        "en",
        "Peru's foreign minister met his Chilean colleague in Lima on Friday to discuss a war between Sudan and Chad.",
    ),
    ("fa", "وزیر خارجه پرو روز جمعه در لیما با وزیر خارجه شیلی درباره جنگ میان سودان و چاد دیدار کرد."),
    ("ar", "التقى وزير خارجية بيرو وزيرة خارجية تشيلي في ليما الجمعة لبحث الحرب بين السودان وتشاد."),
    (
        "ckb",
        "وەزیری دەرەوەی پیرۆ ڕۆژی هەینی لە لیما لەگەڵ وەزیری چیلی کۆبووەوە بۆ گفتوگۆ لەسەر شەڕی نێوان سودان و چاد.",
    ),
    (
        "kmr",
        "Wezîrê derve yê Perûyê roja înê li Lîmayê bi wezîra Şîliyê re derbarê şerê di navbera Sûdan û Çadê de civiya.",
    ),
]
_BORDER = [
    (
        "en",
        "Peru's foreign minister met his Chilean colleague in Lima on Friday to discuss the border between Sudan and"
        " Chad.",
    ),
    ("fa", "وزیر خارجه پرو روز جمعه در لیما با وزیر خارجه شیلی درباره توافق میان سودان و چاد گفت‌وگو کرد."),
    ("ar", "التقى وزير خارجية بيرو وزيرة خارجية تشيلي في ليما الجمعة لبحث الاتفاق بين السودان وتشاد."),
    (
        "ckb",
        "وەزیری دەرەوەی پیرۆ ڕۆژی هەینی لە لیما لەگەڵ وەزیری چیلی کۆبووەوە بۆ گفتوگۆ لەسەر سنووری نێوان سودان و چاد.",
    ),
    (
        "kmr",
        "Wezîrê derve yê Perûyê roja înê li Lîmayê bi wezîra Şîliyê re derbarê sînorê di navbera Sûdan û Çadê de"
        " civiya.",
    ),
]
#: No word opens what they speak of: the noun itself tells that nobody meets there.
_WAR_ALONE = [
    ("fa", "وزیر خارجه پرو در دیدار با وزیر خارجه شیلی گفت جنگ میان سودان و چاد باید پایان یابد."),
    ("kmr", "Wezîrê derve yê Perûyê û wezîra Şîliyê şerê di navbera Sûdan û Çadê de nîqaş kirin."),
]
_VISIT = [
    (
        "en",
        "The ministers of Peru and Chile met in Lima to prepare the visit of Peru's president to Santiago next month.",
    ),
    ("ar", "التقى وزيرا بيرو وتشيلي في ليما للتحضير لزيارة رئيس بيرو إلى سانتياغو الشهر المقبل."),
    ("ckb", "وەزیرانی پیرۆ و چیلی لە لیما کۆبوونەوە بۆ ئامادەکاری سەردانی مانگی داهاتووی سەرۆکی پیرۆ بۆ سانتیاگۆ."),
]
_ELSEWHERE = [
    (
        "en",
        "Peru's foreign minister met his Chilean colleague on Friday and they discussed the situation in Khartoum.",
    ),
    ("fa", "وزیر خارجه پرو روز جمعه با وزیر خارجه شیلی دیدار کرد و دو طرف درباره مذاکرات ژنو گفت‌وگو کردند."),
    ("ar", "التقى وزير خارجية بيرو وزير خارجية تشيلي الجمعة وبحثا الوضع في الخرطوم."),
]


def _met(code: str, text: str) -> list[Meeting]:
    return list(read_text(text, language=code, published="2025-05-19").meetings)


@pytest.mark.parametrize(("code", "text"), [*_WAR, *_BORDER])
def test_between_whom_something_is_sits_at_no_table_that_it_is_discussed_at(code: str, text: str) -> None:
    assert [(set(m.parties), m.date) for m in _met(code, text)] == [({"PER", "CHL"}, "2025-05-16")]


@pytest.mark.parametrize(("code", "text"), _WAR_ALONE)
def test_a_war_that_nothing_opens_is_spoken_of_too(code: str, text: str) -> None:
    assert [set(m.parties) for m in _met(code, text)] == [{"PER", "CHL"}]


@pytest.mark.parametrize(("code", "text"), _VISIT)
def test_the_day_of_a_visit_that_is_prepared_is_not_that_of_its_preparation(code: str, text: str) -> None:
    told = {m.kind: (m.status, m.date) for m in _met(code, text)}
    assert told == {"meeting": ("held", None), "visit": ("planned", "2025-06")}


@pytest.mark.parametrize(("code", "text"), _ELSEWHERE)
def test_where_it_is_that_they_speak_of_they_do_not_meet(code: str, text: str) -> None:
    met = _met(code, text)
    assert [(set(m.parties), m.date, m.place) for m in met] == [({"PER", "CHL"}, "2025-05-16", None)]


def test_talks_that_are_only_spoken_of_are_no_encounter_unless_their_parties_or_day_are_told() -> None:
    about = "Peru's foreign minister met the Chilean foreign minister on Friday and they discussed the talks"
    assert len(_met("en", f"{about} in Geneva.")) == 1
    assert {frozenset(m.parties) for m in _met("en", f"{about} between Sudan and Chad of 4 March in Geneva.")} >= {
        frozenset({"SDN", "TCD"})
    }


def test_whoever_is_on_a_visit_is_not_only_spoken_of() -> None:
    met = _met("en", "Peru's president, on a visit to Chile, held talks with the Chilean president on Friday.")
    assert "visit" in {m.kind for m in met} or {m.kind for m in met} == {"talks"}
    assert all(set(m.parties) == {"PER", "CHL"} for m in met)
