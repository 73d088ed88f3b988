"""Whoever is named for what was done to him acts for nobody."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("ar", "عقد مجلس الأمن الدولي جلسة دعت إليها فرنسا لبحث مقتل المصور سامر نبيل في كينيا.", "سامر نبيل"),
        ("ar", "بحث الوزير الكيني مع نظيره العماني قضية اعتقال الصحفي سامر نبيل.", "سامر نبيل"),
        ("en", "The Kenyan and Omani ministers discussed the killing of photographer Samir Nabil.", "Samir Nabil"),
    ],
)
def test_a_victim_is_of_no_party_and_has_met_nobody(code: str, text: str, name: str) -> None:
    reading = read_text(text, language=code)
    person = next(actor for actor in reading.actors if actor.name == name)
    assert person.party is None
    assert [[p.actor for p in m.participants if p.actor == person.id] for m in reading.meetings] == [[]]


def test_an_official_who_is_arrested_keeps_his_party() -> None:
    reading = read_text("نددت عمان باعتقال وزير الداخلية الكيني سامر نبيل.", language="ar")
    assert [actor.party for actor in reading.actors if actor.kind == "person"] == ["KEN"]
