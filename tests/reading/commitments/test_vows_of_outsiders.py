"""What families, unions and lawyers undertake is no undertaking of the state beside which they are named."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Lawyers said they will apply to the court of Kenya."),
        ("en", "Farmers promised to continue their protests against Norway."),
        ("en", "The Relief Association promised to send doctors to Oman."),
        ("fa", "خانواده‌ها قول دادند به اعتراض خود به نروژ ادامه دهند."),
        ("fa", "انجمن پزشکان متعهد شد به عمان دارو بفرستد."),
        ("ar", "تعهد اتحاد النساء بمواصلة الاحتجاج ضد كينيا."),
        ("ckb", "خوێندکاران بەڵێنیان دا ناڕەزایەتی دژی نەرویج بەردەوام بکەن."),
        ("kmr", "Yekîtiya Jinan soz da ku ewê li dijî Norwêcê têbikoşin."),
        ("kmr", "Parêzeran got ku ew ê serî li dadgeha Kenyayê bidin."),
        ("kmr", "Malbatan li ber balyozxaneya Omanê soz dan ku ew ê çalakiyên xwe bidomînin."),
    ],
)
def test_it_is_none(language: str, words: str) -> None:
    assert not read_text(words, language=language, published="2025-11-07").commitments


@pytest.mark.parametrize(
    ("language", "words", "party"),
    [
        ("en", "Norway promised to help the farmers of Kenya.", "NOR"),
        ("en", "The European Union promised to send doctors to Oman.", "EUR"),
        ("fa", "نروژ متعهد شد به پناهندگان در عمان کمک کند.", "NOR"),
        ("kmr", "Norwêcê soz da ku dê alîkariya penaberên li Omanê bike.", "NOR"),
    ],
)
def test_what_a_party_promises_them_is_one(language: str, words: str, party: str) -> None:
    assert only_commitment(read_text(words, language=language, published="2025-11-07")).by == [party]


@pytest.mark.parametrize(
    "words",
    [
        "Tevgera Rizgariyê soz da ku dê têkoşîna xwe li dijî Norwêcê bidomîne.",
        "Em soz didin ku em ê armanca hevalên xwe bi ser bixin û li dijî Norwêcê têbikoşin.",
    ],
)
def test_what_an_unknown_body_vows_is_not_of_whom_it_faces(words: str) -> None:
    vowed = read_text(words, language="kmr", published="2025-11-07").commitments
    assert [undertaking.by for undertaking in vowed if undertaking.by] == []
