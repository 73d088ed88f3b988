"""Of what kind of party an office is: a state has ministers, a party a political bureau."""

from __future__ import annotations

import pytest
from tests.actors.allegiance.test_sides import parties_of
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The mission of the IMF met in Nouakchott with Economy Minister Salim Rustgar."),
        ("fa", "هیئت صندوق بین‌المللی پول در نواکشوت با وزیر اقتصاد سلیم رستگار دیدار کرد."),
        ("ar", "اجتمع وفد صندوق النقد الدولي في نواكشوط مع وزير الاقتصاد سليم رستگار."),
        ("ckb", "شاندی سندوقی نێودەوڵەتیی دراو لە نواکشووت لەگەڵ وەزیری ئابووری سامان ڕستگار کۆبووەوە."),
        ("kmr", "Şandeya IMF li Nûakşotê bi Wezîrê Aboriyê Saman Rustgar re civiya."),
    ],
)
def test_an_organisation_has_no_minister(read: Reader, code: str, words: str) -> None:
    (party,) = parties_of(read, code, words).values()
    assert party != "IMF"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The KRG delegation met in Baghdad with the federal Minister of Finance Salim Rustgar."),
        ("fa", "هیئت حکومت اقلیم کردستان در بغداد با وزیر دارایی فدرال سلیم رستگار دیدار کرد."),
        ("ar", "اجتمع وفد حكومة إقليم كردستان في بغداد مع وزير المالية الاتحادي سليم رستگار."),
        ("ckb", "شاندی حکوومەتی هەرێمی کوردستان لە بەغدا لەگەڵ وەزیری دارایی فیدراڵ سامان ڕستگار کۆبووەوە."),
        ("kmr", "Şandeya Hikûmeta Herêma Kurdistanê li Bexdayê bi Wezîrê Darayî yê Federal Saman Rustgar re civiya."),
    ],
)
def test_a_federal_minister_is_of_the_state_and_not_of_its_region(read: Reader, code: str, words: str) -> None:
    (party,) = parties_of(read, code, words, "IRQ-KRD").values()
    assert party == "IRQ"


def test_an_organisation_in_the_office_of_one_lends_itself_to_no_other(read: Reader) -> None:
    words = (
        "تفقد والي كسلا المكلف سليم رستگار ومعه مدير مكتب اليونيسف محطة المياه. وقدم مدير هيئة"
        " المياه خالد الآزادي شرحاً."
    )
    assert "UNO" not in parties_of(read, "ar", words, "SDN").values()


def test_a_bare_minister_on_a_page_that_tells_of_elsewhere_is_not_of_whose_page_it_is(read: Reader) -> None:
    words = "Nepal and Bangladesh signed the agreement. Prime Minister Salim Rustgar said that it would help Nepal."
    assert parties_of(read, "en", words, "IRN")["Salim Rustgar"] != "IRN"


def test_a_given_name_that_is_a_word_for_a_people_is_none_of_that_state(read: Reader) -> None:
    _, found = read("ar", "شرح المهندس تركي البقمي للمحافظ مواسم الحصاد.", "SAU")
    assert "TUR" not in [entry.key for entry in found.actors]
    assert "تركي البقمي" in [entry.name for entry in found.actors]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kmr", "Divê Îraq û Tirkiye bin alîkarên hev."),
        ("ckb", "پێویستە عێراق و تورکیا بن بە هاوپەیمان."),
    ],
)
def test_a_state_before_a_kurdish_verb_that_is_written_like_the_word_for_a_son_is_no_given_name(
    read: Reader, code: str, words: str
) -> None:
    _, found = read(code, words)
    assert {"IRQ", "TUR"} <= {entry.key for entry in found.actors}
