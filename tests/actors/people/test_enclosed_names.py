"""Names between a form of address and an office, of people who stand in a row."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "استقبل الوزير سعادة السيد كلاوس أوغست هاخ سفير جمهورية ألمانيا، وسعادة السفير سايمر بالا سفير ألبانيا.",
            {"كلاوس أوغست هاخ": "DEU", "سايمر بالا": "ALB"},
        ),
        (
            "قدمت سعادة السفيرة نور الهدى جميلة باجا سفيرة جمهورية الفلبين أوراقها.",
            {"نور الهدى جميلة باجا": "PHL"},
        ),
    ],
)
def test_what_stands_between_a_form_of_address_and_an_office_is_the_name(
    read: Reader, words: str, names: dict[str, str]
) -> None:
    _, found = read("ar", words)
    assert {actor.name: actor.party for actor in found.actors if actor.kind == "person"} == names


def test_what_is_wished_to_a_ruler_is_nobodys_name(read: Reader) -> None:
    _, found = read("ar", "نقل السفير تحيات الملك حمد بن عيسى آل خليفة ملك البلاد المعظم حفظه الله ورعاه إلى الحضور.")
    assert [actor.party for actor in found.actors if actor.kind == "person"] == ["BHR"]
