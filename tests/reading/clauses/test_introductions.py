"""Where the phrase ends that opens a sentence: whoever is met, answered or thanked in it does not speak."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

TEXTS = {
    "en": [
        "Flanked by her Polish counterpart Piotr Zielinski, Ukrainian minister Oksana Bondar said Kyiv was ready.",
        "At the request of Poland's foreign minister Adam Lis, Ukrainian envoy Oksana Bondar said she would go.",
        "In reply to a letter from Poland's premier Adam Lis, Ukrainian minister Oksana Bondar wrote that it was late.",
        "During her meeting with Polish President Adam Lis, Ukrainian minister Oksana Bondar stressed that aid came.",
    ],
    "fa": [
        "در نشست خبری مشترک با وزیر خارجه لهستان، آدام لیس، اوکسانا بوندار وزیر خارجه اوکراین اعلام کرد که کمک رسید.",
        "در پاسخ به نامه وزیر خارجه لهستان آدام لیس، اوکسانا بوندار وزیر خارجه اوکراین گفت که کمک رسید.",
    ],
    "ckb": [
        "لە وەڵامی لێدوانەکەی وەزیری نەوتی پۆڵەندا، وتەبێژی حکوومەتی ئۆکراینا ئەلێکس بۆندار گوتی ئامادەین.",
    ],
    "kmr": [
        "Di bersiva gotinên Wezîrê Derve yê Polonyayê, Wezîrê Derve yê Ukraynayê Oleks Bondar got em amade ne.",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in TEXTS for text in TEXTS[language]])
def test_whoever_stands_behind_the_comma_speaks_and_nobody_named_before_it(language: str, text: str) -> None:
    reading = read_text(text, published="2026-02-11", language=language)
    assert [statement.parties for statement in reading.statements] == [["UKR"]]


@pytest.mark.parametrize(
    "text",
    [
        "The trade ministers of Poland, Ukraine and Latvia said in a joint statement that the road would open.",
        "Polish Foreign Minister Adam Lis, Ukrainian Foreign Minister Oksana Bondar and Latvian premier Ilze Ose"
        " said in a joint statement that the road would open.",
    ],
)
def test_those_in_a_row_still_speak_together(text: str) -> None:
    reading = read_text(text, published="2026-02-11", language="en")
    assert [set(statement.parties) for statement in reading.statements] == [{"POL", "UKR", "LVA"}]


def test_those_in_a_row_were_still_met_together() -> None:
    text = "President Adam Lis of Poland met with Ukrainian Premier Oksana Bondar, Latvian envoy Ilze Ose and Kenya."
    reading = read_text(text, published="2026-02-11", language="en")
    assert {"POL", "UKR", "LVA", "KEN"} == {party for meeting in reading.meetings for party in meeting.parties}


@pytest.mark.parametrize(
    "text",
    [
        "After meeting Adam Lis, the Polish premier, Ukrainian Energy Minister Oksana Bondar said that aid came.",
        "Oksana Bondar, Ukraine's energy minister, said after meeting Adam Lis, the Polish premier, that aid came.",
    ],
)
def test_an_office_behind_a_name_and_a_comma_is_that_ones(text: str) -> None:
    reading = read_text(text, published="2026-02-11", language="en")
    assert [statement.parties for statement in reading.statements] == [["UKR"]]
