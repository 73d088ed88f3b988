"""Whose a body is that does not say it."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman import languages
from peyman.actors.allegiance.owners import is_owned
from peyman.actors.known.tagger import NameSpan
from peyman.actors.recognise import find_actors
from peyman.text.analysis import analyse


def owner(language: str, text: str, words: str) -> str | None:
    """The party of the body that is named in these words."""
    found = find_actors(analyse(text, languages.load(language)))
    bodies = [actor for actor in found.actors if actor.kind == "body"]
    inside = [body for body in bodies if words in body.name or body.name in words]
    assert inside, [body.name for body in bodies]
    return inside[0].party


@pytest.mark.parametrize(
    ("language", "text", "words", "party"),
    [
        (
            "en",
            "The president of the Electoral Commission, Jean Dorval, said that Haiti cannot vote this autumn.",
            "Electoral Commission",
            "HTI",
        ),
        (
            "fa",
            "سخنگوی دولت هائیتی در پورتوپرنس گفت دیوان عالی هائیتی جمعه تصمیم می‌گیرد. به گفته او دیوان عالی مستقل است.",
            "دیوان عالی",
            "HTI",
        ),
        (
            "ar",
            "استقبل الملك وفدا من البرلمان الألماني برئاسة رئيس لجنة التعاون الاقتصادي يوناس بريم.",
            "لجنة التعاون الاقتصادي",
            "DEU",
        ),
        (
            "ckb",
            "وەزیری بەرگریی نیوزیلەندا، ئالیس تانەر، ڕازی بوو لەبەردەم لیژنەی بەرگریدا ئامادە بێت.",
            "لیژنەی بەرگری",
            "NZL",
        ),
        (
            "kmr",
            "Wezîra Derve ya Norwêcê hat Gurcistanê. Wezîrê Gurcistanê got ku Encûmena Bilind a Acarayê dê bicive.",
            "Encûmena Bilind a Acarayê",
            "GEO",
        ),
    ],
)
def test_a_body_that_always_is_somebodys_is_of_whom_the_text_speaks_near_it(
    language: str, text: str, words: str, party: str
) -> None:
    assert owner(language, text, words) == party


@pytest.mark.parametrize(
    ("language", "name", "owned"),
    [
        ("en", "Supreme Court", True),
        ("en", "Water Resources Service", True),
        ("en", "International Criminal Court", False),
        ("en", "Joint Technical Committee", False),
        ("en", "Sunrise Women's Association", False),
        ("fa", "شورای ترافیک", True),
        ("fa", "دادگاه داوری بین‌المللی", False),
        ("fa", "حزب کارگر", False),
        ("ar", "المجلس الأعلى للشؤون الدينية", True),
        ("ar", "المحكمة الدولية", False),
        ("ar", "جمعية الكتاب", False),
        ("ckb", "لیژنەی بەرگری", True),
        ("ckb", "دادگای ناوبژیوانی", False),
        ("ckb", "کۆمەڵەی ژنان", False),
        ("kmr", "Komîsyona Dadê", True),
        ("kmr", "Komîsyona Sînor a Hevbeş", False),
        ("kmr", "Komeleya Jinan", False),
    ],
)
def test_a_joint_body_one_of_many_states_and_a_club_are_nobodys(language: str, name: str, owned: bool) -> None:
    text = analyse(name, languages.load(language))
    assert is_owned(text, NameSpan(0, len(text.tokens), "body")) is owned


def test_a_federal_body_is_of_the_state_where_the_text_speaks_of_its_region() -> None:
    text = "قال الوزير سليم رستگار في بغداد إن إقليم كردستان سيشارك. الشرطة الاتحادية حاضرة بقيادة خالد الآزادي."
    assert owner("ar", text, "الشرطة الاتحادية") == "IRQ"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kmr", "Wezîrê Derve yê Lîbyayê li Trablusê civiya. Şervan û hikûmeta veguhêz li ser agirbestê li hev kirin."),
        ("ckb", "وەزیری دەرەوەی لیبیا لە تەرابلوس کۆبووەوە. چەکداران و حکوومەتی کاتی لەسەر ئاگربەست ڕێککەوتن."),
    ],
)
def test_an_interim_government_is_of_the_state_that_is_spoken_of_and_never_of_the_publisher(
    read: Reader, code: str, words: str
) -> None:
    _, found = read(code, words, "IRQ-KRD")
    assert [a.party for a in found.actors if a.key.endswith("interim-government")] == ["LBY"]
