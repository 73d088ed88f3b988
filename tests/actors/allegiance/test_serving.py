"""Whoever is only named as the one whom somebody else serves holds no servant's office, and is not there himself."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman.actors.allegiance.serving import heads
from peyman.actors.known import register
from peyman.reading.reader import read_text


def test_all_heads_are_people_of_the_register() -> None:
    known = {key.removeprefix("person:") for key in register.people()}
    assert heads() <= known


@pytest.mark.parametrize(
    ("code", "words", "titles"),
    [
        ("en", "An adviser to Kenyan President William Ruto arrived in Muscat.", ["Kenyan President"]),
        ("en", "An adviser to Peruvian President Sara Quispe arrived in Muscat.", ["Peruvian President"]),
        ("fa", "مشاور رئیس‌جمهور کنیا ویلیام روتو وارد مسقط شد.", ["رئیس‌جمهور کنیا"]),
        ("fa", "مشاور سارا کیسپه، رئیس‌جمهور پرو، وارد مسقط شد.", ["رئیس‌جمهور پرو"]),
        ("ar", "وصل مستشار الرئيس الكيني وليام روتو إلى مسقط.", ["الرئيس الكيني"]),
        ("ckb", "ڕاوێژکاری سەرۆکی کینیا ویلیام ڕوتۆ گەیشتە مەسقەت.", ["سەرۆکی کینیا"]),
        ("kmr", "Şêwirmendê Serokkomarê Kenyayê William Ruto gihaşt Maskatê.", ["Serokkomarê Kenyayê"]),
    ],
)
def test_the_office_of_whoever_serves_somebody_is_not_his(
    read: Reader, code: str, words: str, titles: list[str]
) -> None:
    _, found = read(code, words)
    (person,) = (actor for actor in found.actors if actor.kind == "person")
    assert [role.title for role in person.roles] == titles
    assert all(mention.served for mention in person.mentions)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The Kenyan president's adviser James Otieno arrived in Muscat."),
        ("en", "National Security Adviser Jake Sullivan arrived in Muscat."),
        ("fa", "مشاور امنیت ملی جیک سالیوان وارد مسقط شد."),
        ("fa", "مشاور رئیس‌جمهور کنیا جیمز اوتینو وارد مسقط شد."),
        ("ar", "وصل المستشار الألماني أولاف شولتس إلى مسقط."),
        ("ar", "وصل المتحدث الرسمي جيمس أوتينو إلى مسقط."),
    ],
)
def test_who_holds_such_an_office_keeps_it(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    people = [actor for actor in found.actors if actor.kind == "person"]
    assert len(people) == 1
    assert people[0].roles
    assert not any(mention.served for mention in people[0].mentions)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "An adviser to Kenyan President William Ruto met Oman's foreign minister in Muscat on 4 March 2026."),
        ("en", "President William Ruto's special envoy met Oman's foreign minister in Muscat on 4 March 2026."),
        ("en", "An envoy of William Ruto met Oman's foreign minister in Muscat on 4 March 2026."),
        ("fa", "فرستاده ویژه ویلیام روتو روز ۱۳ اسفند ۱۴۰۴ در مسقط با وزیر خارجه عمان دیدار کرد."),
        ("ar", "التقى المبعوث الخاص للرئيس الكيني وليام روتو وزير الخارجية العماني في مسقط يوم 4 مارس 2026."),
        ("ckb", "ڕاوێژکاری ویلیام ڕوتۆ، سەرۆکی کینیا، ڕۆژی ٤ی ئازاری ٢٠٢٦ لە مەسقەت لەگەڵ وەزیری عومان کۆبووەوە."),
        ("kmr", "Nûnerê taybet ê William Ruto di 4ê Adara 2026an de li Maskatê bi wezîrê Omanê re civiya."),
    ],
)
def test_whoever_is_served_has_not_met_anybody_but_his_side_has(code: str, text: str) -> None:
    reading = read_text(text, language=code)
    people = {actor.id for actor in reading.actors if actor.kind == "person"}
    (meeting,) = reading.meetings
    assert set(meeting.parties) == {"KEN", "OMN"}
    assert not [p for p in meeting.participants if p.actor in people]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A spokesman for Kenyan President William Ruto said on 4 March 2026 that the talks had failed."),
        ("fa", "سخنگوی ویلیام روتو، رئیس‌جمهور کنیا، روز ۱۳ اسفند ۱۴۰۴ گفت که مذاکرات شکست خورده است."),
        ("ar", "قال المتحدث باسم الرئيس الكيني وليام روتو يوم 4 مارس 2026 إن المحادثات فشلت."),
        ("ckb", "وتەبێژی ویلیام ڕوتۆ، سەرۆکی کینیا، ڕۆژی ٤ی ئازاری ٢٠٢٦ ڕایگەیاند کە دانوستانەکان شکستیان هێناوە."),
        ("kmr", "Berdevkê Serokkomarê Kenyayê William Ruto di 4ê Adara 2026an de got ku danûstandin bi ser neketine."),
    ],
)
def test_what_his_spokesman_says_he_has_not_said(code: str, text: str) -> None:
    reading = read_text(text, language=code)
    people = {actor.id for actor in reading.actors if actor.kind == "person"}
    (statement,) = reading.statements
    assert list(statement.parties) == ["KEN"]
    assert not people.intersection(statement.issuers)
