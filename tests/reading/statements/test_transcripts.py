"""Transcripts: who is named before a colon speaks, in his own name and for his own side."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text

#: Two who speak in turn: each promises something for his own side, the second after his host was named last.
TURNS = {
    "en": (
        "Secretary Amy B. Carver and Foreign Minister Juma Otieno\n2022-04-04\n\n"
        "Amy B. Carver, Secretary of State\n\n"
        "SECRETARY CARVER: It is a pleasure to have Foreign Minister Otieno of Kenya here.\n\n"
        "We will support Kenya's railways.\n\n"
        "FOREIGN MINISTER OTIENO: I thank the Secretary, who has come from the United States.\n\n"
        "We will open the border."
    ),
    "fa": (
        "وزیر خارجه عراق: از وزیر خارجه کنیا سپاسگزاریم.\n\n"
        "ما از راه‌آهن کنیا حمایت خواهیم کرد.\n\n"
        "وزیر خارجه کنیا: از وزیر خارجه عراق سپاسگزاریم.\n\n"
        "ما مرز را باز خواهیم کرد."
    ),
    "ar": (
        "وزير الخارجية العراقي: نحن نشكر وزير الخارجية الكيني.\n\n"
        "سنقدم الدعم لسكك حديد كينيا.\n\n"
        "وزير الخارجية الكيني: نحن نشكر وزير الخارجية العراقي.\n\n"
        "سنفتح الحدود."
    ),
}


def _who_promises(reading: Reading) -> list[tuple[str, ...]]:
    return [tuple(c.by) for c in sorted(reading.commitments, key=lambda c: c.evidence[0])]


def _turns(language: str) -> Reading:
    return read_text(TURNS[language], language=language, published="2022-04-04")


def test_each_speaker_of_a_transcript_makes_a_statement() -> None:
    reading = _turns("en")
    names = {a.id: a.name for a in reading.actors}
    assert [[names[i] for i in s.issuers] for s in reading.statements] == [["Amy B. Carver"], ["Juma Otieno"]]
    assert {s.kind for s in reading.statements} == {"remarks"}


@pytest.mark.parametrize(("language", "first"), [("en", "USA"), ("fa", "IRQ"), ("ar", "IRQ")])
def test_in_a_transcript_we_is_the_side_of_whoever_speaks(language: str, first: str) -> None:
    assert _who_promises(_turns(language)) == [(first,), ("KEN",)]


def test_the_words_of_a_transcript_are_the_speaker_s_down_to_the_next_one() -> None:
    reading = _turns("en")
    said = {s.id: s.parties for s in reading.statements}
    assert [[said[i] for i in c.said_in] for c in reading.commitments] == [[["USA"]], [["KEN"]]]


def test_a_day_that_a_speaker_names_dates_not_his_words() -> None:
    text = TURNS["en"].replace("We will open the border", "We were pleased with yesterday's meeting")
    text = text.replace("I thank the Secretary", "I thank you for yesterday's meeting with the Secretary")
    reading = read_text(text, language="en", published="2022-04-04")
    assert [s.date for s in reading.statements] == [None, None]


def test_a_list_of_offices_and_names_is_no_transcript() -> None:
    reading = read_text(
        "The two sides agreed on the following.\n\nForeign Minister: Juma Otieno of Kenya\n\nAmbassador: Amy Carver",
        language="en",
        published="2022-04-04",
    )
    assert reading.statements == []


def test_a_form_of_address_may_stand_before_whoever_speaks() -> None:
    reading = read_text(
        TURNS["en"].replace("FOREIGN MINISTER OTIENO", "MR OTIENO"), language="en", published="2022-04-04"
    )
    names = {a.id: a.name for a in reading.actors}
    assert [[names[i] for i in s.issuers] for s in reading.statements] == [["Amy B. Carver"], ["Juma Otieno"]]


def test_the_title_of_a_transcript_is_no_statement_beside_its_turns() -> None:
    text = TURNS["en"].replace("Juma Otieno\n", "Juma Otieno at a Joint Press Availability\n", 1)
    reading = read_text(text, language="en", published="2022-04-04")
    assert [s.kind for s in reading.statements] == ["remarks", "remarks"]
