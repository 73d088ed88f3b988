"""One office behind several names is told of each of them in turn."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("language", "words", "people"),
    [
        (
            "en",
            "Daniel Mbeki and Sofia Marin, the foreign ministers of Kenya and Peru, met in Muscat.",
            {"Daniel Mbeki": "KEN", "Sofia Marin": "PER"},
        ),
        (
            "fa",
            "فرید رحمانوف و ماریا کیسپه، وزیران خارجه تاجیکستان و پرو، در مسقط دیدار کردند.",
            {"فرید رحمانوف": "TJK", "ماریا کیسپه": "PER"},
        ),
        (
            "ckb",
            "سامان قادر و فەرید ڕەحمانۆڤ، وەزیرانی دەرەوەی قەتەر و مۆریتانیا، بە تەلەفۆن قسەیان کرد.",
            {"سامان قادر": "QAT", "فەرید ڕەحمانۆڤ": "MRT"},
        ),
        (
            "kmr",
            "Saman Qadir û Ferîd Rehmanov, wezîrên derve yên Qeter û Morîtanyayê, civiyan.",
            {"Saman Qadir": "QAT", "Ferîd Rehmanov": "MRT"},
        ),
        (
            "en",
            "The premier of Oman met his Kenyan and Peruvian counterparts Daniel Mbeki and Sofia Marin.",
            {"Daniel Mbeki": "KEN", "Sofia Marin": "PER"},
        ),
        (
            "ckb",
            "سەرۆکوەزیرانی بولگاریا لەگەڵ هاوتاکانی مۆریتانیا و قەتەر، سامان قادر و فەرید ڕەحمانۆڤ کۆبووەوە.",
            {"سامان قادر": "MRT", "فەرید ڕەحمانۆڤ": "QAT"},
        ),
        (
            "kmr",
            "Serokwezîrê Bulgaristanê bi hevtayên xwe yên Qeter û Morîtanyayê, Saman Qadir û Ferîd Rehmanov re civiya.",
            {"Saman Qadir": "QAT", "Ferîd Rehmanov": "MRT"},
        ),
        (
            "en",
            "Daniel Mbeki, the foreign minister of Kenya, and Sofia Marin, the president of Peru, met in Muscat.",
            {"Daniel Mbeki": "KEN", "Sofia Marin": "PER"},
        ),
    ],
)
def test_an_office_of_two_parties_behind_two_names_is_each_ones_in_turn(
    read: Reader, language: str, words: str, people: dict[str, str]
) -> None:
    _, found = read(language, words)
    assert {a.name: a.party for a in found.actors if a.kind == "person"} == people


def test_an_office_of_two_parties_behind_one_name_is_shared_out_to_nobody(read: Reader) -> None:
    _, found = read("en", "Daniel Mbeki, the envoy of Kenya and Peru, arrived in Muscat.")
    assert {a.name: a.party for a in found.actors if a.kind == "person"} == {"Daniel Mbeki": "KEN"}


@pytest.mark.parametrize("verb", ["گەیشتە مەسقەت", "سەردانی مەسقەتی کرد"])
def test_what_no_mark_parts_from_a_name_is_its_office_and_not_the_hosts(read: Reader, verb: str) -> None:
    _, found = read("ckb", f"لەسەر بانگهێشتی سەرۆکی عومان، سامان قادر سەرۆکی قەتەر ڕۆژی دووشەممە {verb}.")
    assert {a.name: a.party for a in found.actors if a.kind == "person"} == {"سامان قادر": "QAT"}


@pytest.mark.parametrize(
    ("words", "name", "party"),
    [
        ("شاندێکی عومان بە سەرۆکایەتیی سامان قادر جێگری وەزیری دەرەوە سەردانی قەتەری کرد.", "سامان قادر", "OMN"),
        (
            "هەیئەتێکی عومان بە سەرپەرستیی سامان قادر ئەندامی پەرلەمان سەردانی "
            "کۆمەڵەی شۆڕشگێڕی زەحمەتکێشانی کوردستانی ئێرانی کرد.",
            "سامان قادر",
            "OMN",
        ),
        ("باڵیۆزی عومان سەردانی پارێزگاری هەولێر سامان قادری کرد.", "سامان قادری", "IRQ-KRD"),
    ],
)
def test_a_name_ends_before_the_office_and_the_office_before_the_visit(
    read: Reader, words: str, name: str, party: str
) -> None:
    _, found = read("ckb", words)
    assert [(a.name, a.party) for a in found.actors if a.kind == "person"] == [(name, party)]
