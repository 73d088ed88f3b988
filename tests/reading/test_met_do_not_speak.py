"""Whoever is met does not speak for the office that meets them, though they hold one of the same name elsewhere."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

TEXTS = {
    "fa": "وزیر کشور در دیدار با محسن نقوی وزیر کشور پاکستان گفت که دو کشور تفاهم‌نامه امضا خواهند کرد.",
    "ar": "قال وزير الداخلية خلال لقائه محسن نقوي وزير الداخلية الباكستاني إن البلدين سيوقعان مذكرة.",
    "ckb": "وەزیری ناوخۆ لە دیدارێکدا لەگەڵ محسین نەقڤی وەزیری ناوخۆی پاکستان گوتی هەردوو وڵات یاداشتێک واژۆ دەکەن.",
    "kmr": "Wezîrê Hundir di hevdîtina bi Muhsîn Neqvî Wezîrê Hundir ê Pakistanê re got ku dê peymanekê îmze bikin.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_minister_without_a_name_is_not_the_one_whom_he_meets(language: str) -> None:
    reading = read_text(TEXTS[language], published="2026-01-17", language=language)
    assert not any("PAK" in statement.parties for statement in reading.statements)


@pytest.mark.parametrize(
    "text",
    [
        "أكد وزير النفط خلال لقائه السفير التركي أن العراق ملتزم بالاتفاق.",
        "أكد رئيس الجمهورية خلال استقباله سفير فرنسا باتريك دوريل أن الحكومة ملتزمة بالعقود.",
    ],
)
def test_whoever_is_received_does_not_stress_what_the_host_does(text: str) -> None:
    reading = read_text(text, published="2026-01-17", language="ar")
    assert not {"TUR", "FRA"} & {party for statement in reading.statements for party in statement.parties}


def test_whoever_was_named_before_still_speaks_by_office_alone() -> None:
    text = "Interior Minister Mohsin Naqvi of Pakistan met Kenya's envoy. The interior minister said roads would open."
    reading = read_text(text, published="2026-01-17", language="en")
    assert [statement.parties for statement in reading.statements] == [["PAK"]]
