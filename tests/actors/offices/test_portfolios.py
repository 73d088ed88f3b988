"""What offices are of, where no table knows it: none of it is in the name, and whoever holds the office is found."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


def people(read: Reader, words: str) -> dict[str, tuple[str | None, list[str]]]:
    _, found = read("ar", words)
    return {a.name: (a.party, [role.title for role in a.roles]) for a in found.actors if a.kind == "person"}


@pytest.mark.parametrize(
    "field",
    [
        "النقل والطرق والجسور",
        "الزراعة والثروة السمكية",
        "الخدمة المدنية والتطوير الإداري",
        "الفلاحة والتنمية القروية",
        "التجارة وترقية الصادرات",
        "شؤون المرأة",
        "العلاقات مع البرلمان",
        "تكنولوجيا المعلومات",
        "الداخلية والأمن العام",
    ],
)
@pytest.mark.parametrize("whose", ["اليمني", "في اليمن", "بجمهورية اليمن"])
def test_an_office_goes_on_over_its_field_to_the_name(read: Reader, field: str, whose: str) -> None:
    found = people(read, f"بحث وزير {field} {whose} أندرياس فولكنر سبل التعاون.")
    assert found == {"أندرياس فولكنر": ("YEM", [f"وزير {field} {whose}"])}


@pytest.mark.parametrize("name", ["سالم بن راشد الزرعي", "الطاهر المرزوقي", "كاترين فولكنر"])
def test_a_name_behind_a_field_begins_with_a_given_name(read: Reader, name: str) -> None:
    assert list(people(read, f"وقال وزير الكهرباء والطاقة المتجددة {name} إن المشروع مستمر.")) == [name]


def test_whose_an_office_is_is_no_part_of_the_name(read: Reader) -> None:
    found = people(read, "بحث وزير التربية الوطنية السوداني خلدون بن ناصر الزرعي سبل التعاون.")
    assert found == {"خلدون بن ناصر الزرعي": ("SDN", ["وزير التربية الوطنية السوداني"])}


def test_the_end_of_a_field_with_its_state_is_nobody(read: Reader) -> None:
    found = people(read, "وشارك مروان الحسيني، وزير الدفاع والإنتاج الحربي اليمني، في الاجتماع.")
    assert found == {"مروان الحسيني": ("YEM", ["وزير الدفاع والإنتاج الحربي اليمني"])}


def test_an_office_does_not_reach_over_a_day_to_whom_its_holder_met(read: Reader) -> None:
    assert people(read, "استقبل وزير الخارجية الأحد مروان الحسيني في مكتبه.") == {"مروان الحسيني": (None, [])}


def test_the_name_of_a_father_is_of_the_name_though_it_is_a_title(read: Reader) -> None:
    assert list(people(read, "بحث وزير المياه الكويتي أحمد سالم ولد الشيخ سبل التعاون.")) == ["أحمد سالم ولد الشيخ"]


def test_whoever_was_born_is_not_called_so(read: Reader) -> None:
    assert list(people(read, "قال أحمد سالم ولد عام 1950 في نواكشوط.")) == ["أحمد سالم"]
