"""People in lists whose "and" is written to the word behind it."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("حضر اللقاء السيد محمد علي وأحمد حسن ومصطفى سعيد.", ["محمد علي", "أحمد حسن", "مصطفى سعيد"]),
        (
            "ضم الوفد كلا من: حسن السنيد، وكمال الساعدي، وعامر الخزاعي.",
            ["حسن السنيد", "كمال الساعدي", "عامر الخزاعي"],
        ),
        (
            "ضم الوفد ماريا كيسبي، مدير الإدارة في الوزارة، ودانيال مبيكي السكرتير الأول.",
            ["ماريا كيسبي", "دانيال مبيكي"],
        ),
        ("التقى فريد رحمانوف ووائل شرف.", ["فريد رحمانوف", "وائل شرف"]),
        # Names that begin like "and".
        ("التقى الوزير وليد الحلبي وزير الخارجية الصيني وانغ يي.", ["وليد الحلبي", "وانغ يي"]),
        # "And" with a verb.
        ("قال فريد رحمانوف وأضاف أن اللقاء انتهى.", ["فريد رحمانوف"]),
    ],
)
def test_and_written_to_a_name_is_none_of_it(read: Reader, words: str, named: list[str]) -> None:
    _, found = read("ar", words)
    assert [entry.name for entry in found.actors if entry.kind == "person"] == named


def test_a_person_behind_a_body_is_none_of_it(read: Reader) -> None:
    _, found = read("ar", "كان في استقباله كمال كركوكي عضو المكتب السياسي وأوميد خوشناو محافظ أربيل.")
    assert [entry.name for entry in found.actors if entry.kind == "person"] == ["كمال كركوكي", "أوميد خوشناو"]


def test_the_same_person_with_and_without_and_is_one(read: Reader) -> None:
    _, found = read("ar", "التقى فريد رحمانوف وماريا كيسبي. وقالت ماريا كيسبي إن اللقاء انتهى.")
    (person,) = [entry for entry in found.actors if entry.name == "ماريا كيسبي"]
    assert len(person.mentions) == 2


@pytest.mark.parametrize("adjective", ["الكيني", "القطري", "الغاني"])
def test_an_office_with_whose_it_is_is_no_person(read: Reader, adjective: str) -> None:
    _, found = read("ar", f"وقال الوزير {adjective} إن اللقاء انتهى.")
    assert not [entry for entry in found.actors if entry.kind == "person"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("قال الوزير في لقاء مع نظيره الكيني، موساليا مودافادي: نحن جيران.", "موساليا مودافادي"),
        ("شددت وزيرة الصناعة مها العلي على رغبة بلادها.", "مها العلي"),
    ],
)
def test_a_name_behind_an_office_ends_at_any_mark(read: Reader, words: str, name: str) -> None:
    _, found = read("ar", words)
    assert name in [entry.name for entry in found.actors if entry.kind == "person"]
