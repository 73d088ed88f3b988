"""An official body's name alone above the title is a letterhead: it says who published, and is no title."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

PAGES = {
    "en": (
        "Ministry of Foreign Affairs of the Sultanate of Oman",
        "Foreign Minister receives Iraqi counterpart",
        "The Foreign Minister received the Foreign Minister of Iraq today in Muscat. They spoke of ports and trade.",
    ),
    "fa": (
        "وزارت امور خارجه جمهوری اسلامی ایران",
        "دیدار وزیر خارجه با همتای عراقی",
        "وزیر امور خارجه کشورمان امروز با همتای عراقی خود در تهران دیدار و درباره تجارت و بنادر دو کشور گفت‌وگو کرد.",
    ),
    "ar": (
        "وزارة الخارجية العراقية",
        "وزير الخارجية يستقبل نظيره العماني",
        "استقبل وزير الخارجية اليوم في بغداد نظيره العماني وبحث معه التجارة والموانئ والتعاون بين البلدين.",
    ),
}


@pytest.mark.parametrize("code", PAGES)
def test_a_letterhead_names_the_publisher_and_the_line_under_it_is_the_title(code: str) -> None:
    letterhead, title, body = PAGES[code]
    text = f"{letterhead}\n{title}\n12 March 2024\n\n{body}"
    document = read_text(text, language=code).document
    assert (document.publisher, document.title) == (letterhead, title)
    assert document.publisher_span is not None
    start, end = document.publisher_span
    assert text[start:end] == letterhead


def test_the_state_behind_the_name_is_part_of_a_letterhead() -> None:
    letterhead, title = (
        "Ministry of Foreign Affairs of the Republic of Tajikistan",
        "Meeting with the Ambassador of Korea",
    )
    text = f"{letterhead}\nPRESS RELEASE\n{title}\n02.03.2023 16:41\n\n{PAGES['en'][2]}"
    document = read_text(text, language="en").document
    assert (document.publisher, document.title) == (letterhead, title)


def test_a_body_s_name_with_no_line_for_a_title_under_it_stays_the_title() -> None:
    letterhead, _, body = PAGES["en"]
    document = read_text(f"{letterhead}\n\n{body}", language="en").document
    assert (document.publisher, document.title) == (None, letterhead)


def test_a_title_that_says_what_a_body_does_is_no_letterhead() -> None:
    title = "Ministry of Foreign Affairs of Oman receives envoys"
    text = f"{title}\nThe guests stay for three days\n\n{PAGES['en'][2]}"
    document = read_text(text, language="en").document
    assert (document.publisher, document.title) == (None, title)


def test_a_publisher_that_is_known_is_kept() -> None:
    letterhead, title, body = PAGES["en"]
    document = read_text(f"{letterhead}\n{title}\n\n{body}", language="en", publisher="Gulf Wire").document
    assert document.publisher == "Gulf Wire"


GENRES = {
    "en": ("Ministry of Foreign Affairs and Regional Cooperation", "PRESS RELEASE No. 114/2026"),
    "fa": ("وزارت امور خارجه جمهوری اسلامی ایران", "اطلاعیه مطبوعاتی شماره ۱۴"),
    "ar": ("وزارة الخارجية العراقية", "بيان صحفي رقم 14"),
}


@pytest.mark.parametrize("code", GENRES)
def test_a_line_for_the_kind_of_publication_may_stand_between_letterhead_and_title(code: str) -> None:
    letterhead, genre = GENRES[code]
    _, title, body = PAGES[code]
    longer = f"{title}: {body.partition('.')[0][:40]}"
    document = read_text(f"{letterhead}\n\n{genre}\n\n{longer}\n\n{body}\n\n{body}", language=code).document
    assert (document.publisher, document.title) == (letterhead, longer)


@pytest.mark.parametrize("code", GENRES)
def test_a_line_for_the_kind_of_publication_is_no_title_where_one_stands_under_it(code: str) -> None:
    _, genre = GENRES[code]
    _, title, body = PAGES[code]
    longer = f"{title}: {body.partition('.')[0][:40]}"
    assert read_text(f"{genre}\n{longer}\n\n{body}", language=code, publisher="X").document.title == longer
    assert read_text(f"{genre}\n\n{body}", language=code, publisher="X").document.title == genre


def test_an_office_alone_under_the_title_is_whose_page_it_is() -> None:
    lines = (
        "Secretary Rubio's Meeting with Omani Foreign Minister Al Busaidi",
        "READOUT",
        "OFFICE OF THE SPOKESPERSON",
        "NOVEMBER 7, 2026",
        "The following is attributable to Principal Deputy Spokesperson Thomas Piggott:",
        "Secretary of State Marco Rubio met today with Omani Foreign Minister Badr Al Busaidi in Washington.",
    )
    reading = read_text("\n\n".join(lines), language="en")
    assert reading.document.publisher == "OFFICE OF THE SPOKESPERSON"
    [statement] = reading.statements
    assert statement.parties == ["USA"]
    assert reading.meetings[0].said_in == [statement.id]


def test_whoever_made_the_call_has_not_issued_its_readout() -> None:
    lines = (
        "Readout of Deputy Secretary's Call with Kurdistan Region Prime Minister",
        "Office of the Spokesperson",
        "November 6, 2026",
        "The below is attributable to the Spokesperson:",
        "Deputy Secretary Christopher Landau spoke today with Kurdistan Region Prime Minister Masrour Barzani.",
    )
    reading = read_text("\n\n".join(lines), language="en")
    [statement] = reading.statements
    people = {actor.id for actor in reading.actors if actor.kind == "person"}
    assert not people & set(statement.issuers)
    assert statement.parties == ["USA"]
