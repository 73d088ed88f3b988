"""Standing formats: their members are the parties of their sessions, whether a page lists them or not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import peyman.reading.clauses
from peyman.actors.known import register
from peyman.reading.reader import read_text

GUARANTORS = {"IRN", "RUS", "TUR"}


def told(language: str, text: str) -> list[tuple[str, set[str]]]:
    reading = read_text(text, language=language, published="2025-12-08")
    return [(meeting.kind, set(meeting.parties)) for meeting in reading.meetings]


def tables(language: str, text: str) -> list[set[str]]:
    return [parties for _, parties in told(language, text)]


def test_every_group_and_every_member_is_in_the_register() -> None:
    table = tomllib.loads((Path(peyman.reading.clauses.__file__).parent / "groups.toml").read_text(encoding="utf-8"))
    choices = [members for each in table["about"].values() for members in each.values()]
    parties = {key for members in (*table["members"].values(), *choices) for key in members}
    parties |= {key for each in table["about"].values() for key in each}
    assert {*table["members"], *table["about"]} <= set(register.bodies())
    assert parties <= set(register.parties()) | {facts.party for facts in register.bodies().values()}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A session of the Astana process was held in Doha on 3 December 2025."),
        ("en", "The 30th round of the Astana process took place in Doha on 3 December 2025."),
        ("fa", "نشست وزیران خارجه کشورهای ضامن روند آستانه روز ۱۲ آذر ۱۴۰۴ در دوحه برگزار شد."),
        ("ar", "اختتمت الجولة الثلاثون من مسار أستانا أعمالها في الدوحة في 3 كانون الأول 2025."),
        ("ckb", "گەڕی سییەمی پرۆسەی ئاستانە لە ٣ی کانوونی یەکەمی ٢٠٢٥ لە دەوحە بەڕێوەچوو."),
        ("kmr", "Gera sîyemîn a pêvajoya Astanayê di 3ê Kanûna Pêşîn a 2025an de li Dohayê hat lidarxistin."),
    ],
)
def test_a_session_of_a_format_has_its_members_as_parties(language: str, text: str) -> None:
    assert tables(language, text) == [GUARANTORS]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Foreign Minister Karim Hadad of Azerbaijan met the co-chairs of the Minsk Group in Baku on 3 May 2019.",
        ),
        ("fa", "«کریم حداد» وزیر امور خارجه آذربایجان روز ۱۳ اردیبهشت ۱۳۹۸ در باکو با گروه مینسک دیدار کرد."),
        ("ar", "التقى وزير خارجية أذربيجان كريم حداد مجموعة مينسك في باكو في 3 أيار 2019."),
        ("ckb", "کەریم حەداد وەزیری دەرەوەی ئازەربایجان لە ٣ی ئایاری ٢٠١٩ لە باکۆ لەگەڵ گرووپی مینسک کۆبووەوە."),
        ("kmr", "Wezîrê Derve yê Azerbaycanê Kerîm Hedad di 3ê Gulana 2019an de li Bakuyê bi Koma Mînskê re civiya."),
    ],
)
def test_whoever_meets_a_format_meets_its_members(language: str, text: str) -> None:
    assert tables(language, text) == [{"AZE", "FRA", "RUS", "USA"}]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("عقدت اللجنة الرباعية اجتماعا في جنيف يوم 3 كانون الأول 2025 بشأن السودان.", {"ARE", "EGY", "SAU", "USA"}),
        ("عقدت اللجنة الرباعية اجتماعا في جنيف يوم 3 كانون الأول 2025 بشأن فلسطين.", {"EUR", "RUS", "UNO", "USA"}),
        ("اجتمعت اللجنة الخماسية في بيروت يوم 3 كانون الأول 2025.", {"EGY", "FRA", "QAT", "SAU", "USA"}),
    ],
)
def test_of_formats_of_one_name_the_one_is_meant_that_the_text_is_about(text: str, members: set[str]) -> None:
    assert [table - {"SDN", "PSE", "LBN"} for table in tables("ar", text)] == [members]


def test_a_name_of_several_formats_has_no_members_in_a_text_about_none_of_their_subjects() -> None:
    assert {"FRA", "ISR"}.isdisjoint(
        set().union(*tables("ar", "عقدت لجنة مراقبة وقف إطلاق النار في عدن اجتماعا مع السفير الكويتي."))
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Envoys of Syria and Israel met in Baku on 3 May 2025 outside the framework of the Astana process."),
        ("fa", "فرستادگان سوریه و اسرائیل ۱۳ اردیبهشت ۱۴۰۴ در باکو خارج از چارچوب روند آستانه دیدار کردند."),
        ("ar", "التقى مبعوثا سوريا وإسرائيل في باكو في 3 أيار 2025 خارج إطار مسار أستانا."),
        ("ckb", "نوێنەرانی سووریا و ئیسرائیل لە ٣ی ئایاری ٢٠٢٥ لە باکۆ لە دەرەوەی چوارچێوەی پرۆسەی ئاستانە کۆبوونەوە."),
        (
            "kmr",
            "Nûnerên Sûriye û Îsraîlê di 3ê Gulana 2025an de li Bakuyê li derveyî çarçoveya pêvajoya Astanayê civiyan.",
        ),
    ],
)
def test_members_of_a_format_do_not_come_to_what_is_held_outside_it(language: str, text: str) -> None:
    assert tables(language, text) == [{"SYR", "ISR"}]


def test_members_of_a_format_sign_nothing_that_is_not_said_to_be_theirs() -> None:
    text = (
        "The Mechanism committee met in Naqoura on 3 December 2025. Israel asked for more patrols. "
        "On 5 December 2025 Lebanon and Israel signed a protocol on prisoners in Nicosia."
    )
    assert ("committee", {"FRA", "ISR", "LBN", "UNO", "USA"}) in told("en", text)
    assert ("signing", {"ISR", "LBN"}) in told("en", text)


def test_members_of_a_format_do_not_come_to_an_encounter_of_two_whom_its_clause_names() -> None:
    text = (
        "اجتمعت لجنة الميكانيزم في الناقورة يوم 3 كانون الأول 2025 بمشاركة رئيس الوفد اللبناني سامي حداد والإسرائيلي "
        "إيتان كوهين. ونفت الرئاسة اللبنانية ما ذكرته صحيفة عن لقاءين سريين جمعا حداد وكوهين خارج إطار اللجنة."
    )
    assert ("meeting", {"ISR", "LBN"}) in told("ar", text)


def test_a_session_is_called_by_its_noun() -> None:
    assert told("kmr", "Civîna Koma Mînskê di 3ê Gulana 2019an de li Cenevreyê hat lidarxistin.") == [
        ("meeting", {"FRA", "RUS", "USA"})
    ]


def test_a_format_is_not_what_a_text_is_about() -> None:
    text = (
        "The Astana process goes on. Foreign Minister Adil Noor of Kazakhstan met Foreign Minister Ali Hadi of Egypt "
        "in Cairo on 3 May 2025. The two ministers will meet again in June."
    )
    assert {frozenset(parties) for parties in tables("en", text)} == {frozenset({"KAZ", "EGY"})}


def test_a_meeting_of_two_called_off_is_no_session_of_a_format() -> None:
    text = (
        "Astana, April 8, 2026. Kazakh President Daulet Sarsenov received the foreign ministers of Uzbekistan, "
        "Kyrgyzstan and Tajikistan in Astana on Wednesday. Uzbek Foreign Minister Rustam Yoldoshev, who also held "
        "talks with his Kazakh counterpart Marat Beisenov on the eve, proposed holding a C5+1 meeting in Samarkand in "
        "September.\nKyrgyz Foreign Minister Azamat Toktosunov called off a meeting with the Tajik minister that had "
        "been scheduled for Thursday."
    )
    statuses = {len(e.parties): e.status for e in read_text(text, language="en").meetings}
    assert statuses[2] == "cancelled"
    assert statuses[6] != "cancelled"
