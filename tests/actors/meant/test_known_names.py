"""Whether a known name is meant where its words stand."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


def parties_of(read: Reader, code: str, words: str) -> set[str]:
    return {entry.key for entry in read(code, words)[1].actors if entry.kind == "party"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kmr", "Li Kurdistanê polîsan rê girtin. Wezareta Navxwe ya Tirkiyeyê daxuyaniyek da."),
        ("en", "In Kurdistan the roads were closed. The interior ministry of Turkey issued a statement."),
        ("fa", "راه‌ها در کردستان بسته شد. وزارت کشور ترکیه بیانیه‌ای داد."),
        ("ar", "أُغلقت الطرق في كردستان. وأصدرت وزارة الداخلية التركية بياناً."),
        ("ckb", "ڕێگاکان لە کوردستان داخران. وەزارەتی ناوخۆی تورکیا بەیاننامەیەکی بڵاو کردەوە."),
    ],
)
def test_a_land_is_no_region_where_a_text_speaks_of_a_state_with_another_part_of_it(
    read: Reader, code: str, words: str
) -> None:
    assert "IRQ-KRD" not in parties_of(read, code, words)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kmr", "Wezîrê Navxwe yê Kurdistanê û wezîrê navxwe yê Îranê li Tehranê civiyan."),
        ("kmr", "Li Kurdistanê û Tirkiyeyê rê hatin girtin. Şaredarê Hewlêrê daxuyaniyek da."),
        ("en", "Kurdistan's interior minister met his Turkish counterpart in Ankara."),
        ("en", "The roads of Kurdistan were closed."),
    ],
)
def test_a_region_is_meant_by_its_short_name_where_it_has_ministers_or_its_state_is_named(
    read: Reader, code: str, words: str
) -> None:
    assert "IRQ-KRD" in parties_of(read, code, words)
