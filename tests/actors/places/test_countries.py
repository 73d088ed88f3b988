"""In which country places lie that no table knows."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("code", "words", "name", "country"),
    [
        ("en", "Officials of Uganda and Kenya met in Katwoltamba, a town in northern Kenya.", "Katwoltamba", "KEN"),
        ("en", "Ugandan officials met traders in Kenya's southern town of Katwoltamba.", "town of Katwoltamba", "KEN"),
        ("en", "Envoys of Uganda met officials at Katwoltamba (Kenya).", "Katwoltamba", "KEN"),
        ("ar", "التقى وفد من السودان ممثلين عن المزارعين في بلدة كاتوالتمبا التشادية.", "بلدة كاتوالتمبا", "TCD"),
        ("fa", "هیئت افغانستان در شهر کاتوالتمبای ترکمنستان با بازرگانان دیدار کرد.", "شهر کاتوالتمبای", "TKM"),
        ("ckb", "شاندی عێراق لە شاری کاتوالتمبای تورکیا کۆبووەوە.", "شاری کاتوالتمبای", "TUR"),
        ("kmr", "Şandeya Iraqê li bajarê Katwoltambayê yê Swêdê civiya.", "bajarê Katwoltambayê", "SWE"),
    ],
)
def test_the_words_beside_a_place_tell_its_country(
    read: Reader, code: str, words: str, name: str, country: str
) -> None:
    _, found = read(code, words)
    assert (name, country) in [(place.name, place.country) for place in found.places]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The President of Chad opened a school in the town of Katwoltamba."),
        ("ar", "افتتح رئيس تشاد مدرسة في بلدة كاتوالتمبا."),
        ("fa", "رئیس جمهوری چاد در شهر کاتوالتمبا با مردم دیدار کرد."),
        ("kmr", "Serokê Çadê li bajarê Katwoltambayê dibistanek vekir."),
    ],
)
def test_the_only_state_of_a_sentence_tells_it_else_and_not_whose_page_it_is(
    read: Reader, code: str, words: str
) -> None:
    _, found = read(code, words, home="SAU")
    assert [place.country for place in found.places] == ["TCD"]


def test_a_place_of_a_region_lies_in_its_state(read: Reader) -> None:
    _, found = read("ckb", "وەزیری کشتوکاڵی هەرێمی کوردستان سەردانی گوندی کاتوالتمبا کرد.", home="IRQ-KRD")
    assert [place.country for place in found.places] == ["IRQ"]


@pytest.mark.parametrize(
    "words", ["Ghana and Togo will police the Wumbaka River.", "Ghana and Togo open the Wumbaka crossing."]
)
def test_a_river_or_a_crossing_between_two_states_lies_in_neither(read: Reader, words: str) -> None:
    _, found = read("en", words)
    assert [place.country for place in found.places] == [None]
