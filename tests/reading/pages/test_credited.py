"""What the head of a text credits: its outlet is its publisher where nothing else says so; reporters act in nothing."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_document, read_text
from peyman.record.adding.rereading import source_of

BODY = {
    "en": "Foreign Minister Fuad Hussein received the Turkish foreign minister in Baghdad on Tuesday, and they "
    "discussed water.\nHe said that the talks would go on.",
    "ar": "استقبل وزير الخارجية فؤاد حسين نظيره التركي في بغداد يوم الثلاثاء وبحث الجانبان ملف المياه بينهما.\n"
    "وقال إن المباحثات ستستمر.",
    "fa": "فواد حسین وزیر امور خارجه عراق روز سه‌شنبه در بغداد با همتای ترک خود دیدار کرد و درباره آب گفت‌وگو کردند.\n"
    "او گفت که گفت‌وگوها ادامه خواهد یافت.",
    "ckb": "فوئاد حوسێن وەزیری دەرەوەی عێراق ڕۆژی سێشەممە لە بەغدا لەگەڵ هاوتا تورکەکەی کۆبووەوە و باسی ئاویان کرد.\n"
    "ئەو وتی گفتوگۆکان بەردەوام دەبن.",
    "kmr": "Wezîrê Derve yê Iraqê Fuad Husên roja Sêşemê li Bexdayê bi hevtayê xwe yê Tirk re civiya û qala avê kir.\n"
    "Wî got ku danûstandin dê bidomin.",
}


def read(code: str, head: str, publisher: str | None = None, body: str | None = None) -> Reading:
    return read_text(head + (body or BODY[code]), language=code, published="2026-01-20", publisher=publisher)


@pytest.mark.parametrize(
    ("code", "head", "outlet"),
    [
        ("en", "Baghdad – Shafaq News\n", "Shafaq News"),
        ("en", "BAGHDAD (Rudaw) - ", "Rudaw"),
        ("en", "(MENAFN- Lake Valley Times)\n", "Lake Valley Times"),
        ("ar", "بغداد – شفق نيوز\n", "شفق نيوز"),
        ("ar", "بغداد (واع) – ", "واع"),
        ("fa", "تهران - ایرنا\n", "ایرنا"),
        ("ckb", "(ڕووداو)\n", "ڕووداو"),
        ("kmr", "(ANHA)\n", "ANHA"),
    ],
)
def test_a_credit_tells_the_publisher_where_nothing_else_does(code: str, head: str, outlet: str) -> None:
    document = read(code, head).document
    assert document.publisher == outlet
    assert document.publisher_span is not None
    assert document.text[slice(*document.publisher_span)] == outlet
    assert document.title is None


def test_a_publisher_that_is_known_is_not_told_by_a_credit() -> None:
    document = read("en", "Baghdad – Shafaq News\n", "Lake Valley Times").document
    assert (document.publisher, document.publisher_span) == ("Lake Valley Times", None)


def test_a_text_without_a_credit_has_no_publisher() -> None:
    document = read("en", "Ministers meet in Baghdad over water\n").document
    assert (document.publisher, document.publisher_span) == (None, None)


def test_a_publisher_that_a_credit_told_is_found_again_when_the_document_is_read_again() -> None:
    document = read("en", "Baghdad – Shafaq News\n").document
    again = source_of(document)
    assert again.publisher is None
    assert read_document(again).document.publisher == "Shafaq News"


def test_the_ministry_of_a_text_is_that_of_the_country_of_its_credited_outlet() -> None:
    body = (
        "The Foreign Ministry said on Tuesday that a delegation would travel to Ankara for talks on water and borders."
    )
    told = read("en", "BAGHDAD (INA) - ", None, body).statements
    assert [statement.parties for statement in told] == [["IRQ"]]


@pytest.mark.parametrize(
    ("code", "head", "name"),
    [
        ("en", "By Jane Doe\n", "Jane Doe"),
        ("en", "Ministers meet in Baghdad over water\nBy Jane Doe\n", "Jane Doe"),
        ("ar", "كتب: سامر الياس\n", "سامر الياس"),
        ("fa", "گزارش: مریم رضایی\n", "مریم رضایی"),
        ("ckb", "ئامادەکردنی: ئاسۆ کەریم\n", "ئاسۆ کەریم"),
        ("kmr", "Ehmed Baran/Qamişlo\n", "Ehmed Baran"),
    ],
)
def test_a_reporter_is_neither_speaker_nor_participant_and_acts_for_nobody(code: str, head: str, name: str) -> None:
    reading = read(code, head)
    reporters = {actor.id for actor in reading.actors if actor.name == name}
    assert all(actor.party is None for actor in reading.actors if actor.id in reporters)
    assert not reporters & {issuer for statement in reading.statements for issuer in statement.issuers}
    assert not reporters & {who.actor for meeting in reading.meetings for who in meeting.participants}


def test_an_official_who_signs_a_page_is_no_reporter() -> None:
    head = "Foreign Minister Arin Kawa\n"
    body = (
        "Our ministry will go on with the talks on water, and I thank the Turkish delegation for its visit to Baghdad."
    )
    reading = read("en", "Statement on the talks over water\n" + head, "Ministry of Foreign Affairs of Iraq", body)
    assert next(actor.party for actor in reading.actors if actor.name == "Arin Kawa") == "IRQ"
