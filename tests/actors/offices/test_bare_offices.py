"""Whose a ministry is that no country is named beside, in a text that names nobody's country but others'."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

#: A well-known minister without a country, another with one, and "the ministry" behind them.
TEXTS = {
    "en": "Foreign Minister Abbas Araghchi spoke to Turkish Minister Hakan Fidan. The Foreign Ministry said so.",
    "fa": "عباس عراقچی وزیر امور خارجه با هاکان فیدان وزیر خارجه ترکیه گفتگو کرد. وزارت خارجه گفت کوتاه بود.",
    "ar": "بحث وزير الخارجية عباس عراقجي مع وزير الخارجية التركي هاكان فيدان الأوضاع. وقالت وزارة الخارجية ذلك.",
    "ckb": "وەزیری دەرەوە عەباس عێراقچی لەگەڵ هاکان فیدان وەزیری دەرەوەی تورکیا دوا. وەزارەتی دەرەوە وای گوت.",
    "kmr": "Wezîrê Derve Ebas Eraqçî bi Wezîrê Derve yê Tirkiyeyê Hakan Fidan re axivî. Wezareta Derve wiha got.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_minister_without_a_country_tells_whose_the_ministry_is(read: Reader, language: str) -> None:
    _, found = read(language, TEXTS[language])
    assert {e.party for e in found.actors if e.kind == "body"} == {"IRN"}


def test_two_such_ministers_of_two_countries_tell_nothing(read: Reader) -> None:
    text = "Foreign Minister Abbas Araghchi met Foreign Minister Hakan Fidan. The Foreign Ministry of Qatar was host."
    _, found = read("en", text)
    assert {e.party for e in found.actors if e.kind == "body"} == {"QAT"}


@pytest.mark.parametrize(
    "text",
    [
        "استقبل رئيس مجلس الوزراء القائد العام للقوات المسلحة محمد شياع السوداني وزير الدفاع التركي يشار غولر.",
        "أربيل (كوردستان 24) – التقى نائب رئيس مجلس الوزراء وزير الخارجية فؤاد حسين بالسفير التركي.",
    ],
)
def test_a_body_in_one_office_is_of_whoever_holds_that_and_another(read: Reader, text: str) -> None:
    _, found = read("ar", text)
    councils = [e for e in found.actors if e.kind == "body" and "مجلس" in e.name]
    assert [e.party for e in councils] == ["IRQ"]
